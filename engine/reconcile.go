package engine

import (
	"context"
	"math/big"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// Reconciled is one asset of one of the project's wallets: what the books have and what the chain has at the same final block.
type Reconciled struct {
	Holding
	Books      *big.Int // base units
	Chain      Figure
	Difference *big.Int // chain less books; nil when the chain's figure is not known
	// Unwatched says that the program file does not name the wallet: the books know what the sale brought it, and nothing else.
	Unwatched bool
}

// Reconciliation compares every wallet of the project, every distributor and the sale contract with the chain: whatever the balance
// sheet has as an asset that a chain keeps.
type Reconciliation struct {
	At     Header // the last final block of the books
	When   time.Time
	Rows   []Reconciled
	Faults []Fault // answers of endpoints that did not hold
}

// Compared is how many rows have a figure of the chain.
func (r *Reconciliation) Compared() (n int) {
	for i := range r.Rows {
		if r.Rows[i].Difference != nil {
			n++
		}
	}
	return n
}

// Differences is how many rows differ.
func (r *Reconciliation) Differences() (n int) {
	for i := range r.Rows {
		if d := r.Rows[i].Difference; d != nil && d.Sign() != 0 {
			n++
		}
	}
	return n
}

// largestFirst is the order in which the chain is asked: where a token keeps its balances is found by one that is large, and then
// proves the small ones, too.
func (r *Reconciliation) largestFirst() (rows []*Reconciled) {
	for i := range r.Rows {
		rows = append(rows, &r.Rows[i])
	}
	slices.SortStableFunc(rows, func(a, b *Reconciled) int { return b.Books.Cmp(a.Books) })
	return rows
}

// Reconcile compares the books with a chain at the last final block that the books have, wallet by wallet. Errors are those of the
// chain's port: a [Disagreement] names endpoints that contradict each other. The chain is one that nobody else asks meanwhile.
func (e *Engine) Reconcile(ctx context.Context, chain Chain) (r Reconciliation, err error) {
	var final Header
	e.View(func(_ *fold.Fold, s State) { final = s.Cursor.Final })
	if final.Hash == (common.Hash{}) {
		return r, problem.Conflictf("nothing is booked yet: sync the books first")
	}
	if r.At, err = chain.FinalAt(ctx, final.Number); err != nil {
		return r, err
	}
	if r.At.Hash != final.Hash {
		return r, problem.Conflictf("block %d is %s on the chain and %s in the books: sync them first", final.Number, r.At.Hash, final.Hash)
	}
	r.When = e.clock.Now()
	if r.Rows, err = e.onBalanceSheet(ctx, final); err != nil {
		return r, err
	}
	for _, row := range r.largestFirst() {
		if row.Chain, err = e.figure(ctx, chain, r.At, row.Holding); err != nil {
			return r, err
		}
		if row.Chain.Known() {
			row.Difference = new(big.Int).Sub(row.Chain.Value.ToBig(), row.Books)
		}
	}
	if remembers, ok := chain.(interface{ FaultyAnswers() []Fault }); ok {
		for _, f := range remembers.FaultyAnswers() {
			if f.Block == r.At.Number {
				r.Faults = append(r.Faults, f)
			}
		}
	}
	e.reconciled.Store(&r)
	return r, nil
}

// onBalanceSheet is what the books have at a final block of whatever a chain keeps for the project: of every wallet and distributor
// that the program file names, and of every other account that the books came to know, such as the sale contract's.
func (e *Engine) onBalanceSheet(ctx context.Context, final Header) (rows []Reconciled, err error) {
	before := final.When().Add(time.Second)
	named := map[ledger.Place]bool{}
	for _, h := range e.Holdings() {
		place := ledger.Place{Account: h.Account, Asset: h.Asset}
		named[place] = true
		b, err := e.store.BalanceAt(ctx, place, before)
		if err != nil {
			return nil, err
		}
		rows = append(rows, Reconciled{Holding: h, Books: b.Net()})
	}
	tokens := map[string]common.Address{} // by symbol
	e.View(func(f *fold.Fold, _ State) {
		_, assets := f.OwnFunds()
		for token, asset := range assets {
			tokens[asset.Symbol()] = token
		}
	})
	for _, role := range []ledger.Role{ledger.WalletRole, ledger.DistributorRole, ledger.ContractRole} {
		for p, err := range e.store.Balances(ctx, role.Prefix()) {
			if err != nil {
				return nil, err
			}
			place := ledger.Place{Account: p.Account, Asset: p.Asset}
			token, kept := tokens[p.Asset.Symbol()]
			wallet, is := p.Account.Wallet()
			if named[place] || !kept || !is {
				continue
			}
			b, err := e.store.BalanceAt(ctx, place, before)
			if err != nil {
				return nil, err
			}
			rows = append(rows, Reconciled{
				Holding: Holding{p.Account, wallet, p.Asset, token}, Books: b.Net(), Unwatched: role != ledger.ContractRole,
			})
		}
	}
	slices.SortStableFunc(rows, func(a, b Reconciled) int { return strings.Compare(a.Account.String(), b.Account.String()) })
	return rows, nil
}

// LastReconciliation is what the last comparison found; nil before the first.
func (e *Engine) LastReconciliation() *Reconciliation { return e.reconciled.Load() }
