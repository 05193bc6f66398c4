package devnet

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/nodeledger/nodeledger/contracts/nodesale"
)

// CrowdOptions says how long and how much the crowd buys.
type CrowdOptions struct {
	Months    int // calendar months from the head's time on; 6 when zero
	Purchases int // successful ones; 300 when zero
}

// crowdCodes are registered by the first wallets. Two of them differ in one character, one has 3 characters and one 32.
var crowdCodes = []string{"ALPHA", "ALPHA_", "NODE-RUNNER", "GPU2024", "NIGHT", "ABCDEFGHIJKLMNOPQRSTUVWXYZ_01234", "MOONSHOT", "ZED"}

// RunCrowd lets a crowd loose on the sale: some wallets register codes and buy as well, a few whales buy in bulk, the
// others buy a handful, with and without codes, some of them again and again; referrers withdraw every month; half-way
// the owner raises the price of the last tier; late in the run one code is disabled. Blocks hold one to four purchases,
// and now and then one that pays a wei too little and fails.
//
// The crowd depends on the seed of the chain and on the height that it starts at, so a second run goes on differently.
// progress, which may be nil, is told after each block how many purchases were made. The error is that of the context,
// or says that no wallet can buy any more.
func (c *Chain) RunCrowd(ctx context.Context, o CrowdOptions, progress func(done, total int)) error {
	if o.Months == 0 {
		o.Months = 6
	}
	if o.Purchases == 0 {
		o.Purchases = 300
	}
	if o.Months < 0 || o.Purchases < 0 {
		return fmt.Errorf("a crowd of %d purchases in %d months: name numbers above zero", o.Purchases, o.Months)
	}
	c.sealing.Lock()
	defer c.sealing.Unlock()
	head := c.Head()
	start := time.Unix(int64(head.Time), 0).UTC()
	run := &crowd{
		chain: c,
		dice:  rand.New(rand.NewPCG(c.options.Seed, head.Number.Uint64())),
		start: start,
		span:  start.AddDate(0, o.Months, 0).Sub(start),
		total: o.Purchases,
	}
	if err := run.registerCodes(ctx); err != nil {
		return err
	}
	for run.done < run.total {
		if err := run.block(ctx); err != nil {
			return err
		}
		if progress != nil {
			progress(run.done, run.total)
		}
		if err := run.errands(ctx, o.Months); err != nil {
			return err
		}
	}
	return nil
}

// crowd is one run. Its purchases are spread evenly over the span.
type crowd struct {
	chain *Chain
	dice  *rand.Rand
	start time.Time
	span  time.Duration
	codes []string // in use; codes[i] is that of wallet i

	done, total int
	month       int  // withdrawals made
	repriced    bool // the last tier
	disabled    bool // the last code
}

// registerCodes registers what is not registered yet.
func (r *crowd) registerCodes(ctx context.Context) error {
	sale := nodesale.NewNodeSale()
	var missing []newCode
	for i, code := range crowdCodes {
		if i >= (len(r.chain.wallets)+1)/2 {
			break // the other half only buys
		}
		r.codes = append(r.codes, code)
		answer, err := r.chain.client.CallContract(ctx, ethereum.CallMsg{To: &r.chain.sale, Data: sale.PackCodeOf(code)}, nil)
		if err != nil {
			return fmt.Errorf("code %q: %w", code, err)
		}
		known, err := sale.UnpackCodeOf(answer)
		if err != nil {
			return fmt.Errorf("code %q: %w", code, err)
		}
		if known.Wallet != (common.Address{}) {
			r.disabled = r.disabled || !known.Active
			continue
		}
		missing = append(missing, newCode{r.chain.wallets[i], code})
	}
	if r.disabled {
		r.codes = r.codes[:len(r.codes)-1]
	}
	if len(missing) == 0 {
		return nil
	}
	return r.chain.registerCodes(ctx, missing)
}

// block seals the purchases of one block and counts those that went through.
func (r *crowd) block(ctx context.Context) error {
	many := min(1+r.dice.IntN(4), r.total-r.done, len(r.chain.wallets))
	var txs []*types.Transaction
	for _, wallet := range r.dice.Perm(len(r.chain.wallets))[:many] {
		tx, err := r.purchase(ctx, wallet)
		if err != nil {
			return err
		}
		if tx != nil {
			txs = append(txs, tx)
		}
	}
	if len(txs) == 0 {
		return r.anyone(ctx)
	}
	return r.seal(ctx, txs)
}

// anyone finds the one wallet that can still buy a node when those of a block could not.
func (r *crowd) anyone(ctx context.Context) error {
	for wallet := range r.chain.wallets {
		tx, err := r.chain.purchase(ctx, wallet, 1, "")
		if err == nil {
			return r.seal(ctx, []*types.Transaction{tx})
		}
		var refused *Refusal
		if !errors.As(err, &refused) {
			return err
		}
	}
	return fmt.Errorf("after %d of %d purchases no wallet can buy any more: give the chain more wallets or larger tiers", r.done, r.total)
}

func (r *crowd) seal(ctx context.Context, txs []*types.Transaction) error {
	receipts, err := r.chain.mine(ctx, r.wait(), txs)
	if err != nil {
		return err
	}
	for _, receipt := range receipts {
		if receipt.Status == types.ReceiptStatusSuccessful {
			r.done++
		}
	}
	return nil
}

// wait is the time from the head to the next block: to where the purchases made so far put it on the span.
func (r *crowd) wait() time.Duration {
	at := r.start.Add(r.span / time.Duration(r.total) * time.Duration(r.done))
	at = at.Add(time.Duration(r.dice.Int64N(int64(r.span)/int64(r.total) + 1)))
	return max(at.Sub(r.now()).Truncate(time.Second), blockTime)
}

func (r *crowd) now() time.Time { return time.Unix(int64(r.chain.Head().Time), 0).UTC() }

// purchase signs what the wallet buys next; nil when its quotas or the tiers leave nothing for it.
func (r *crowd) purchase(ctx context.Context, wallet int) (*types.Transaction, error) {
	quantity, code := r.appetite(wallet), ""
	if len(r.codes) > 0 && r.dice.IntN(100) < 55 {
		code = r.codes[r.dice.IntN(len(r.codes))]
		if wallet < len(r.codes) && code == r.codes[wallet] {
			code = "" // nobody earns from himself
		}
	}
	tooLittle := r.dice.IntN(40) == 0
	for ; quantity > 0; quantity /= 2 {
		tx, err := r.chain.purchase(ctx, wallet, quantity, code)
		var refused *Refusal
		switch {
		case errors.As(err, &refused):
			continue
		case err != nil:
			return nil, err
		case tooLittle && tx.Value().Sign() > 0:
			short := new(big.Int).Sub(tx.Value(), big.NewInt(1))
			return r.chain.sign(r.chain.wallets[wallet], tx.Nonce(), tx.To(), short, tx.Gas(), tx.Data())
		}
		return tx, nil
	}
	return nil, nil
}

// appetite is how many nodes the wallet would like: every ninth is a whale.
func (r *crowd) appetite(wallet int) uint64 {
	switch {
	case wallet%9 == 8:
		return 20 + r.dice.Uint64N(96)
	case wallet%3 == 0:
		return 1 + r.dice.Uint64N(9)
	default:
		return 1 + r.dice.Uint64N(3)
	}
}
