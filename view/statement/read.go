package statement

import (
	"cmp"
	"context"
	"fmt"
	"math/big"
	"slices"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
	"github.com/nodeledger/nodeledger/view"
)

// maxLines is the most lines of a statement, unless somebody asks for more.
const maxLines = 20_000

// movements are the entries of one place, the newest first, and its balances at both ends.
type movements struct {
	place            ledger.Place
	opening, closing *big.Int
	entries          []engine.Entry
	before           []engine.Entry // those older than the statement, of places whose rewards are income later
}

// settled reads the movements of all places of a wallet at one state of the books. It tries without holding up whoever
// writes first.
func settled(ctx context.Context, e *engine.Engine, r *Request) (found []movements, state engine.State, err error) {
	var accounts []ledger.Prefix
	read := func() (err error) {
		found, err = moved(ctx, e, r, accounts)
		return err
	}
	state, ok, err := view.ReadConsistent(ctx, e.Reader(), 3, func() error {
		e.Payouts(func(b *payout.Book) { accounts = accountsOf(e.Program(), b, r.Wallet) })
		return read()
	})
	if !ok && err == nil {
		e.Quiet(func(f *fold.Fold, _ engine.State) { // nobody here writes meanwhile
			accounts = accountsOf(f.Program(), f.Payouts(), r.Wallet)
			state, ok, err = view.ReadConsistent(ctx, e.Reader(), 1, read)
		})
		if !ok && err == nil {
			err = fmt.Errorf("another process writes to the books all the time")
		}
	}
	return found, state, err
}

func moved(ctx context.Context, e *engine.Engine, r *Request, accounts []ledger.Prefix) ([]movements, error) {
	var list []movements
	s, from, to := e.Reader(), r.From, r.To
	for _, prefix := range accounts {
		for p, err := range s.Balances(ctx, prefix) {
			if err != nil {
				return nil, err
			}
			list = append(list, movements{place: p.Place})
		}
	}
	end := to
	if to.IsZero() {
		end = view.Ever
	}
	lines, most := 0, cmp.Or(r.Most, maxLines)
	for i := range list {
		m := &list[i]
		opening := money.NewBalance(m.place.Asset)
		if !from.IsZero() {
			var err error
			if opening, err = s.BalanceAt(ctx, m.place, from); err != nil {
				return nil, err
			}
		}
		closing, err := s.BalanceAt(ctx, m.place, end)
		if err != nil {
			return nil, err
		}
		m.opening, m.closing = m.place.Account.Normal(opening), m.place.Account.Normal(closing)
		for entry, err := range view.Entries(ctx, e.History(), m.place.Account, from, to) {
			if err != nil {
				return nil, err
			}
			if entry.Posting.Amount.Asset() != m.place.Asset {
				continue
			}
			if lines++; lines > most {
				return nil, problem.Invalidf("the statement has more than %d lines: ask for a shorter time with from and to", most)
			}
			m.entries = append(m.entries, *entry)
		}
		if from.IsZero() || !r.defers.of(m.place.Account) {
			continue
		}
		for entry, err := range view.Entries(ctx, e.History(), m.place.Account, time.Time{}, from) {
			if err != nil {
				return nil, err
			}
			if entry.Posting.Amount.Asset() == m.place.Asset {
				m.before = append(m.before, *entry)
			}
		}
	}
	return list, nil
}

// accountsOf selects what is a wallet's own, and its lines of payout runs.
func accountsOf(p *program.Program, b *payout.Book, w ledger.Wallet) []ledger.Prefix {
	assets := []money.Asset{sale.Node}
	if p.Points != nil {
		assets = append(assets, p.Points.Asset)
	}
	if p.Token != nil {
		assets = append(assets, p.Token.Asset)
	}
	list := ledger.OwnedBy(w, assets...)
	for _, r := range b.Runs() {
		if _, _, parts, in := r.Line(w); in {
			for _, part := range parts {
				if line, err := ledger.RunLine(r.Name, w, part.From); err == nil && !slices.Contains(list, line.Prefix()) {
					list = append(list, line.Prefix())
				}
			}
		}
	}
	return list
}
