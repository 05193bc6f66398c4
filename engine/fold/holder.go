package fold

import (
	"context"
	"fmt"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/sale"
)

// nodeHolders are the wallets that held nodes just before an instant, each with what scored says of it, and those that only
// scored knows.
func nodeHolders(ctx context.Context, books Balances, at time.Time, scored map[ledger.Wallet]*rewards.Holder) ([]rewards.Holder, error) {
	var out []rewards.Holder
	midnight := at.Equal(at.Truncate(oneDay))
	until := ledger.Day(at)
	if !midnight {
		until++ // everybody who moved until the end of that day; what they held at the instant is asked one by one
	}
	err := books.Snapshot(ctx, ledger.RegisterOf(sale.Node), sale.Node, until, func(a ledger.Account, b money.Balance) error {
		if !midnight {
			var err error
			if b, err = books.BalanceAt(ctx, ledger.Place{Account: a, Asset: sale.Node}, at); err != nil {
				return err
			}
		}
		w, ok := a.Holder()
		if !ok {
			return nil
		}
		nodes, err := b.Held()
		if err != nil {
			return fmt.Errorf("%s: %w", a, err)
		}
		h := rewards.Holder{Wallet: w}
		if known := scored[w]; known != nil {
			h = *known
			delete(scored, w)
		}
		count := nodes.Uint256()
		if h.Nodes = count.Uint64(); h.Nodes > 0 || h.Compute.Num() > 0 || h.Queen {
			out = append(out, h)
		}
		return nil
	})
	for _, h := range scored {
		out = append(out, *h)
	}
	return out, err
}
