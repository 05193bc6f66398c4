package devnet

import (
	"context"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/contracts/nodesale"
)

// codeWait is how long the sale waits between the commitment to a code and its registration: CODE_WAIT of the contract.
const codeWait = time.Minute

// newCode is a code that a wallet registers.
type newCode struct {
	owner account
	code  string
}

// RegisterCode registers a referral code for a wallet: it mines the commitment, and a minute later the registration.
func (c *Chain) RegisterCode(ctx context.Context, wallet int, code string) error {
	c.sealing.Lock()
	defer c.sealing.Unlock()
	return c.registerCodes(ctx, []newCode{{c.account(wallet), code}})
}

// registerCodes registers codes of different wallets: all commitments are in one block, and all registrations in the next.
func (c *Chain) registerCodes(ctx context.Context, codes []newCode) error {
	sale := nodesale.NewNodeSale()
	var commitments, registrations []*types.Transaction
	for _, n := range codes {
		salt := crypto.Keccak256Hash([]byte(n.code)) // nobody else is on this chain
		ask := ethereum.CallMsg{To: &c.sale, Data: sale.PackCodeCommitment(n.code, n.owner.address, salt)}
		answer, err := c.client.CallContract(ctx, ask, nil)
		if err != nil {
			return fmt.Errorf("code %q: %w", n.code, err)
		}
		commitment, err := sale.UnpackCodeCommitment(answer)
		if err != nil {
			return fmt.Errorf("code %q: %w", n.code, err)
		}
		tx, err := c.prepare(ctx, n.owner, c.sale, nil, sale.PackCommitCode(commitment))
		if err != nil {
			return fmt.Errorf("code %q: %w", n.code, err)
		}
		commitments = append(commitments, tx)
		if tx, err = c.sign(n.owner, tx.Nonce()+1, &c.sale, nil, settingGas, sale.PackRegisterCode(n.code, salt)); err != nil {
			return fmt.Errorf("code %q: %w", n.code, err)
		}
		registrations = append(registrations, tx)
	}
	if _, err := c.mine(ctx, blockTime, commitments); err != nil {
		return err
	}
	receipts, err := c.mine(ctx, codeWait, registrations)
	if err != nil {
		return err
	}
	for i, n := range codes {
		if r := receipts[i]; r.Status != types.ReceiptStatusSuccessful {
			return fmt.Errorf("code %q was refused in block %s", n.code, r.BlockNumber)
		}
	}
	return nil
}
