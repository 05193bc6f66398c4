package safe

import (
	"encoding/csv"
	"fmt"
	"io"

	"github.com/ethereum/go-ethereum/common"
)

// WriteAirdrop writes the batch for CSV Airdrop: amounts in whole units with every decimal place that is not zero, no
// token_address for the chain's own coin, and no id, which is for NFTs.
func (b Batch) WriteAirdrop(w io.Writer) error {
	kind, token := "erc20", b.token.Address.Hex()
	if b.token.Native() {
		kind, token = "native", ""
	}
	table := csv.NewWriter(w)
	// A csv.Writer keeps its first error.
	_ = table.Write([]string{"token_type", "token_address", "receiver", "amount", "id"})
	for _, t := range b.transfers {
		_ = table.Write([]string{kind, token, common.Address(t.Wallet).Hex(), t.Amount.Decimal().String(), ""})
	}
	table.Flush()
	if err := table.Error(); err != nil {
		return fmt.Errorf("writing batch %s: %w", b.FileName(), err)
	}
	return nil
}
