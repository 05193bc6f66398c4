package payout

import (
	"context"
	"slices"
	"strings"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/view"
)

// Liability is what the books owe in an asset.
type Liability struct {
	Asset   money.Asset
	Payable money.Amount // to wallets, in no run
	InRuns  money.Amount // gathered by runs and not paid
	Owed    money.Amount // both
	Claims  money.Amount // of InRuns, what holders can claim: of exported runs, for a distributor to hold
	Held    money.Amount // what distributors hold of it by the books
}

// FromTreasury is what the treasury must pay or fund: what is owed less what distributors hold for those who claim it.
func (l *Liability) FromTreasury() (money.Amount, error) {
	funded := l.Claims
	if l.Held.Cmp(funded) < 0 {
		funded = l.Held
	}
	return l.Owed.Sub(funded)
}

// Liabilities sums what is owed, once for each state of the books. It is safe for concurrent use.
type Liabilities struct {
	engine *engine.Engine
	sums   view.Cache[[]Liability]
}

// NewLiabilities reads nothing yet.
func NewLiabilities(e *engine.Engine) *Liabilities {
	x := &Liabilities{engine: e}
	x.sums.Make = x.sum
	return x
}

// All is what is owed, in order of asset.
func (x *Liabilities) All(ctx context.Context) ([]Liability, error) {
	var now view.Version
	x.engine.View(func(_ *fold.Fold, s engine.State) { now = view.VersionOf(s) })
	list, err := x.sums.Get(ctx, now)
	if err != nil {
		return nil, err
	}
	return *list, nil
}

func (x *Liabilities) sum(ctx context.Context, _ *[]Liability) (*[]Liability, view.Version, error) {
	var of view.Version
	x.engine.View(func(_ *fold.Fold, s engine.State) { of = view.VersionOf(s) })
	sums := map[money.Asset]*Liability{}
	program := x.engine.Program()
	prefixes := []ledger.Prefix{ledger.PayoutRole.Prefix()}
	if program.Token != nil {
		prefixes = append(prefixes, ledger.TokenRunsOf(program.Token.Asset))
	}
	for _, use := range program.Assets {
		for _, prefix := range fold.OwedBy(program, use.Asset) {
			if !slices.Contains(prefixes, prefix) {
				prefixes = append(prefixes, prefix)
			}
		}
	}
	for _, prefix := range prefixes {
		for p, err := range x.engine.Reader().Balances(ctx, prefix) {
			if err != nil {
				return nil, of, err
			}
			role := p.Account.Role()
			inRun := role == ledger.PayoutRole || role == ledger.TokenPayoutRole
			if _, payable := p.Account.Payable(); !payable && !inRun {
				continue
			}
			held, err := fold.Standing(p)
			if err != nil {
				return nil, of, err
			}
			l := sums[p.Asset]
			if l == nil {
				zero := money.Zero(p.Asset)
				l = &Liability{p.Asset, zero, zero, zero, zero, zero}
				sums[p.Asset] = l
			}
			into := &l.Payable
			if inRun {
				into = &l.InRuns
			}
			if *into, err = into.Add(held); err != nil {
				return nil, of, err
			}
			if l.Owed, err = l.Owed.Add(held); err != nil {
				return nil, of, err
			}
		}
	}
	if err := x.claims(ctx, sums); err != nil {
		return nil, of, err
	}
	list := []Liability{}
	for _, l := range sums {
		list = append(list, *l)
	}
	slices.SortFunc(list, func(a, b Liability) int { return strings.Compare(a.Asset.Symbol(), b.Asset.Symbol()) })
	return &list, of, nil
}

// claims adds what holders can claim, and what the distributors hold.
func (x *Liabilities) claims(ctx context.Context, sums map[money.Asset]*Liability) (err error) {
	x.engine.Payouts(func(b *payout.Book) {
		for _, r := range b.Runs() {
			l := sums[r.Asset]
			if r.Method != payout.Claim || r.State != payout.Exported || l == nil || err != nil {
				continue
			}
			l.Claims, err = l.Claims.Add(r.Open())
		}
	})
	if err != nil {
		return err
	}
	for p, err := range x.engine.Reader().Balances(ctx, ledger.DistributorRole.Prefix()) {
		if err != nil {
			return err
		}
		l := sums[p.Asset]
		held, err := fold.Standing(p)
		if l == nil || err != nil { // the books know a distributor's funds from its first run on: before that it can have paid more
			continue
		}
		if l.Held, err = l.Held.Add(held); err != nil {
			return err
		}
	}
	return nil
}
