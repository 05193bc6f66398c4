package safe

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/nodeledger/nodeledger/export"
	"github.com/nodeledger/nodeledger/money"
)

// Limit is the most transfers in a batch. 200 ERC-20 transfers cost some 8 to 13 million gas, less than a third of a block
// on Ethereum, and CSV Airdrop takes no more than 400 lines in its older versions.
const Limit = 200

// builderVersion is the release of the Transaction Builder whose form the file has.
const builderVersion = "1.18.2"

// nativeDecimals is how many decimals every app gives the chain's own coin.
const nativeDecimals = 18

// Batch is one file of a run: transfers that the Safe makes in one transaction, all or none. Only Batches makes one.
type Batch struct {
	run       export.Run
	token     export.Token
	transfers []export.Transfer
	total     money.Amount
	number    int // from 1
	of        int
}

// Batches splits a run into as few batches as run.Batch allows, or Limit where it says nothing. Errors: a batch above Limit, a head
// that Run.Check refuses, transfers that export.Total refuses, no treasury, a transfer to the treasury or to the token itself, a native
// coin without 18 decimals.
func Batches(run export.Run, token export.Token, transfers []export.Transfer) ([]Batch, error) {
	if err := run.Check(); err != nil {
		return nil, err
	}
	if (run.Treasury == common.Address{}) {
		return nil, fmt.Errorf("run %s: the program names no treasury: set payout.treasury to the Safe that pays", run.Name)
	}
	if _, err := export.Total(transfers); err != nil {
		return nil, fmt.Errorf("run %s: %w", run.Name, err)
	}
	if a := transfers[0].Amount.Asset(); token.Native() && a.Decimals() != nativeDecimals {
		return nil, fmt.Errorf("run %s: %s has %d decimals, the chain's own coin has %d: give the token's address", run.Name, a,
			a.Decimals(), nativeDecimals)
	}
	for _, t := range transfers {
		if a := common.Address(t.Wallet); a == run.Treasury || a == token.Address {
			return nil, fmt.Errorf("run %s: %s is the treasury or the token itself and cannot be paid: hold the wallet back", run.Name, t.Wallet)
		}
	}
	most := run.Batch
	switch {
	case most == 0:
		most = Limit
	case most < 0 || most > Limit:
		return nil, fmt.Errorf("run %s: %d transfers in a batch are not possible: set payout.batch to 1 to %d", run.Name, most, Limit)
	}
	var batches []Batch
	of := (len(transfers) + most - 1) / most
	for part := range slices.Chunk(transfers, most) {
		total, err := export.Total(part)
		if err != nil {
			return nil, err
		}
		batches = append(batches, Batch{run, token, part, total, len(batches) + 1, of})
	}
	return batches, nil
}

// Transfers are what the batch pays, in order; do not change them.
func (b Batch) Transfers() []export.Transfer { return b.transfers }

// FileName is a name for the batch's file without an ending, such as "2025-06-usdt-1-of-3".
func (b Batch) FileName() string { return fmt.Sprintf("%s-%d-of-%d", b.run.Name, b.number, b.of) }

// The file of the Transaction Builder; the order of the keys is the app's.
type (
	file struct {
		Version      string        `json:"version"`
		ChainID      string        `json:"chainId"`
		CreatedAt    int64         `json:"createdAt"` // milliseconds since 1970
		Meta         meta          `json:"meta"`
		Transactions []transaction `json:"transactions"`
	}
	meta struct {
		Name        string `json:"name"`
		Description string `json:"description"`
		Builder     string `json:"txBuilderVersion"`
		Safe        string `json:"createdFromSafeAddress"`
		Owner       string `json:"createdFromOwnerAddress"`
		Checksum    string `json:"checksum"`
	}
	transaction struct {
		To     string            `json:"to"`
		Value  string            `json:"value"` // wei
		Data   *string           `json:"data"`
		Method *method           `json:"contractMethod"`
		Inputs map[string]string `json:"contractInputsValues"`
	}
	method struct {
		Inputs  []input `json:"inputs"`
		Name    string  `json:"name"`
		Payable bool    `json:"payable"`
	}
	input struct {
		InternalType string `json:"internalType"`
		Name         string `json:"name"`
		Type         string `json:"type"`
	}
)

// Write writes the batch for the Transaction Builder. The app executes data; contractMethod and contractInputsValues say
// the same in words, for whoever reads the file.
func (b Batch) Write(w io.Writer) error {
	f := file{
		Version: "1.0", ChainID: strconv.FormatUint(b.run.ChainID, 10), CreatedAt: b.run.CreatedAt.UnixMilli(),
		Meta: meta{
			Name: fmt.Sprintf("%s %s (%d of %d)", b.run.Program, b.run.Name, b.number, b.of),
			Description: b.run.Describe(fmt.Sprintf("Payout run %s of %s: %d transfers, %s", b.run.Name, b.run.Program, len(b.transfers),
				b.total)),
			Builder: builderVersion, Safe: b.run.Treasury.Hex(),
		},
	}
	for _, t := range b.transfers {
		f.Transactions = append(f.Transactions, call(b.token, t))
	}
	text, err := encode(f)
	if err == nil {
		f.Meta.Checksum, err = Checksum(bytes.NewReader(text))
	}
	if err == nil {
		text, err = encode(f)
	}
	if err == nil {
		_, err = w.Write(text)
	}
	if err != nil {
		return fmt.Errorf("writing batch %s: %w", b.FileName(), err)
	}
	return nil
}

func encode(f file) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(f)
	return b.Bytes(), err
}

// call is what the Safe does for a transfer.
func call(token export.Token, t export.Transfer) transaction {
	to := common.Address(t.Wallet).Hex()
	if token.Native() {
		return transaction{To: to, Value: t.Amount.Digits()}
	}
	data := hexutil.Encode(transferData(t.Wallet, t.Amount.Uint256()))
	return transaction{
		To: token.Address.Hex(), Value: "0", Data: &data,
		Method: &method{Name: "transfer", Inputs: []input{{"address", "to", "address"}, {"uint256", "value", "uint256"}}},
		Inputs: map[string]string{"to": to, "value": t.Amount.Digits()},
	}
}
