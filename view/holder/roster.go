package holder

import (
	"context"
	"slices"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/referral"
	"github.com/nodeledger/nodeledger/sale"
	"github.com/nodeledger/nodeledger/view"
)

// Roster is who holds nodes and who referred most, in memory and in order: 28 bytes a holder. It is made of the books once
// and then follows the journal, so that a page costs the same whether there are a hundred holders or a million. Only what
// changed is read again. It is safe for concurrent use.
type Roster struct {
	engine  *engine.Engine
	holders view.Cache[holderList]
	board   view.Cache[board]
}

// board is the first referrers at one state.
type board struct {
	sale money.Asset
	top  map[money.Asset][]referral.Standing
	all  int // how many referrers there are, in all assets
	of   view.Version
	asOf view.AsOf
}

// manyPeople is from how many on a list is brought up to date beside its readers.
const manyPeople = 20_000

// MaxStandings is how many referrers a Roster knows the places of.
const MaxStandings = 1000

// NewRoster reads nothing yet.
func NewRoster(e *engine.Engine) *Roster {
	x := &Roster{engine: e}
	x.holders.Make, x.board.Make = x.updateHolders, x.standings
	x.holders.Large = func(r *holderList) bool { return r.count > manyPeople }
	x.board.Large = func(b *board) bool { return b.all > manyPeople }
	return x
}

// Holders lists who holds nodes in order of wallet, as Holders does.
func (x *Roster) Holders(ctx context.Context, after ledger.Wallet, limit int) (list []Holder, more bool, fresh view.AsOf, err error) {
	r, err := x.holders.Present(ctx, x.engine)
	if err != nil {
		return nil, false, view.AsOf{}, err
	}
	list, more = r.page(after, limit)
	return list, more, r.asOf, nil
}

// Sizes says how many wallets hold how many nodes.
func (x *Roster) Sizes(ctx context.Context) (map[uint64]uint64, error) {
	r, err := x.holders.Present(ctx, x.engine)
	if err != nil {
		return nil, err
	}
	return r.sizes(), nil
}

// Leaderboard is the first n referrers by what they earned in an asset, MaxStandings at most; an empty symbol is the sale's asset.
// An asset that nodes were not paid in is refused.
func (x *Roster) Leaderboard(ctx context.Context, symbol string, n int) ([]referral.Standing, view.AsOf, error) {
	b, err := x.board.Present(ctx, x.engine)
	if err != nil {
		return nil, view.AsOf{}, err
	}
	if symbol == "" {
		symbol = b.sale.Symbol()
	}
	for asset, top := range b.top {
		if asset.Symbol() == symbol {
			n = min(n, len(top))
			return top[:n:n], b.asOf, nil
		}
	}
	return nil, b.asOf, problem.Invalidf("asset: nodes are not paid in %q: write an asset of the sale, such as %s",
		view.Truncate(symbol), b.sale)
}

func (x *Roster) standings(ctx context.Context, before *board) (b *board, of view.Version, err error) {
	b = new(board)
	x.engine.View(func(f *fold.Fold, s engine.State) {
		of = view.VersionOf(s)
		b.of = of
		b.asOf = view.At(s)
		if before != nil && before.of.Inputs == of.Inputs && before.of.Ledger == of.Ledger {
			b.sale, b.top, b.all = before.sale, before.top, before.all
			return
		}
		b.sale, b.top = f.Sale.Terms.Asset, map[money.Asset][]referral.Standing{}
		for _, sums := range f.Sale.Totals.ByAsset() {
			b.top[sums.Asset()] = f.Board.Top(sums.Asset(), MaxStandings)
			b.all += f.Board.Len(sums.Asset())
		}
	})
	return b, of, b.asOf.Prove(ctx, x.engine.Reader())
}

// manyChanges is from how many on everything is read again rather than one by one.
const manyChanges = 2000

// updateHolders brings the holders up to the present state. What the journal says since is looked at first without holding up
// whoever writes, then, for what was committed meanwhile, while nobody does.
func (x *Roster) updateHolders(ctx context.Context, before *holderList) (r *holderList, of view.Version, err error) {
	r = new(holderList)
	if before != nil {
		r.parts, r.count, r.sequence = before.parts, before.count, before.sequence
	}
	var booked uint64
	x.engine.View(func(_ *fold.Fold, s engine.State) { booked = s.Ledger.Sequence })
	changed := map[ledger.Wallet]uint64{}
	if before == nil || booked < r.sequence {
		list, err := everybody(ctx, x.engine.Reader())
		if err != nil {
			return nil, of, err
		}
		r.fill(list)
		r.sequence = booked
	} else if err = x.changes(ctx, r, booked, changed); err != nil {
		return nil, of, err
	}
	if len(changed) > manyChanges {
		list, err := everybody(ctx, x.engine.Reader())
		if err != nil {
			return nil, of, err
		}
		r.fill(list)
		clear(changed)
	}
	x.engine.View(func(_ *fold.Fold, s engine.State) {
		of = view.VersionOf(s)
		if err = x.changes(ctx, r, s.Ledger.Sequence, changed); err != nil {
			return
		}
		for w := range changed {
			if changed[w], err = nodesOf(ctx, x.engine.Reader(), w); err != nil {
				return
			}
		}
		r.asOf = view.At(s)
	})
	if err == nil {
		err = r.asOf.Prove(ctx, x.engine.Reader())
	}
	if len(changed) > 0 {
		r.with(changed)
	}
	return r, of, err
}

// changes notes the wallets whose nodes the journal moved after r.sequence up to another transaction.
func (x *Roster) changes(ctx context.Context, r *holderList, upTo uint64, into map[ledger.Wallet]uint64) error {
	if upTo <= r.sequence {
		return nil
	}
	for t, err := range x.engine.History().Transactions(ctx, r.sequence+1) {
		if err != nil {
			return err
		}
		if t.Sequence > upTo {
			break
		}
		for i := range t.Postings {
			if p := &t.Postings[i]; p.Amount.Asset() == sale.Node {
				for _, a := range []ledger.Account{p.From, p.To} {
					if w, ok := a.Holder(); ok {
						into[w] = 0
					}
				}
			}
		}
	}
	r.sequence = upTo
	return nil
}

// everybody is all holders, in order of wallet.
func everybody(ctx context.Context, s fold.Balances) ([]Holder, error) {
	var list []Holder
	err := s.Snapshot(ctx, ledger.RegisterOf(sale.Node), sale.Node, ledger.Day(view.Ever), func(a ledger.Account, b money.Balance) error {
		w, ok := a.Holder()
		if !ok {
			return nil
		}
		held, err := b.Held()
		if err == nil && !held.IsZero() {
			units := held.Uint256()
			list = append(list, Holder{w, units.Uint64()})
		}
		return err
	})
	slices.SortFunc(list, func(a, b Holder) int { return a.Wallet.Compare(b.Wallet) })
	return list, err
}

func nodesOf(ctx context.Context, s fold.Balances, w ledger.Wallet) (nodes uint64, err error) {
	b, err := fold.BalanceNow(ctx, s, ledger.Place{Account: ledger.Holding(w, sale.Node), Asset: sale.Node})
	if err != nil {
		return 0, err
	}
	held, err := b.Held()
	units := held.Uint256()
	return units.Uint64(), err
}
