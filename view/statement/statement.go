package statement

import (
	"context"
	"fmt"
	"math/big"
	"slices"
	"time"

	"github.com/shopspring/decimal"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/sale"
	"github.com/nodeledger/nodeledger/sentence"
	"github.com/nodeledger/nodeledger/view"
)

// Period is a wallet's statement over a time: for each of its accounts the balance at the beginning, every entry, and the
// balance at the end. Opening plus entries is closing, to the base unit, for every account.
type Period struct {
	Wallet   ledger.Wallet
	From, To time.Time // half-open; zero: no bound
	Accounts []AccountPeriod
	Priced   bool // there was a price list, or the program has a price of its points
	Totals   []Total
	Sequence uint64
	Head     ledger.Hash // of the journal that this was read from
	AsOf     view.AsOf
}

// AccountPeriod is one account of a wallet in one asset.
type AccountPeriod struct {
	Account          ledger.Account
	Asset            money.Asset
	Name             sentence.Sentence
	Opening, Closing *big.Int // base units, above zero on the account's normal side
	Lines            []Line   // the oldest first
}

// Line is one entry.
type Line struct {
	When        time.Time
	Sequence    uint64
	Line        int
	Kind        ledger.Kind
	Nature      Nature
	Reason      sentence.Sentence // why it was posted; of a reversal: why what it reverses was posted
	Undone      sentence.Sentence // why it was reversed; the zero Sentence for an entry that reverses none
	Counterpart ledger.Account
	Amount      *big.Int // base units; above zero: it makes the balance larger
	Balance     *big.Int // after it
	Source      ledger.Source
	Reverses    uint64
	Price       string // US dollars for a whole unit on that day; of income and of what was paid for nodes, where a price is known
	Value       string // price x amount, exact
}

// Reasons is why it was posted and, of a reversal, why it was reversed, as one text.
func (l *Line) Reasons() string {
	if l.Undone.IsZero() {
		return l.Reason.English()
	}
	return l.Reason.English() + "; " + l.Undone.English()
}

// maxLines is the most lines of a statement.
const maxLines = 20_000

// ParsePeriod reads the bounds of a statement: days or instants, half-open. Nothing is no bound.
func ParsePeriod(from, to string) (a, b time.Time, err error) {
	for _, bound := range []struct {
		name, text string
		into       *time.Time
	}{{"from", from, &a}, {"to", to, &b}} {
		if bound.text == "" {
			continue
		}
		if *bound.into, err = view.ParseTime(bound.text); err != nil {
			return a, b, err
		}
		if bound.into.Nanosecond() != 0 || bound.into.Year() < 1971 || bound.into.Year() > 9998 {
			return a, b, problem.Invalidf("%s: %q is not in whole seconds between the years 1971 and 9998: write 2024-05-01 or "+
				"2024-05-01T12:00:00Z", bound.name, view.Truncate(bound.text))
		}
	}
	if !a.IsZero() && !b.IsZero() && !a.Before(b) {
		return a, b, problem.Invalidf("from %s is not before to %s: to is the first instant that is left out", a.Format(time.RFC3339),
			b.Format(time.RFC3339))
	}
	return a, b, nil
}

// OfPeriod makes the statement of a wallet from an instant to before another. prices may be nil.
func OfPeriod(ctx context.Context, e *engine.Engine, sources *view.Sources, w ledger.Wallet, from, to time.Time,
	prices Prices) (Period, error) {
	found, state, err := settled(ctx, e, w, from, to)
	if err != nil {
		return Period{}, err
	}
	prices = withPoints(e.Program(), prices)
	st := Period{Wallet: w, From: from, To: to, Priced: prices != nil, Sequence: state.Ledger.Sequence, Head: state.Ledger.Hash}
	if st.AsOf, err = view.Of(ctx, e.Reader(), state); err != nil {
		return st, err
	}
	for i := range found {
		a, err := found[i].statement(ctx, sources, w, prices, whyCancelled(e))
		if err != nil {
			return st, err
		}
		st.Accounts = append(st.Accounts, a)
	}
	st.Totals, err = st.totals()
	return st, err
}

// movements are the entries of one place, the newest first, and its balances at both ends.
type movements struct {
	place            ledger.Place
	opening, closing *big.Int
	entries          []engine.Entry
}

// settled reads the movements of all places of a wallet at one state of the books. It tries without holding up whoever
// writes first.
func settled(ctx context.Context, e *engine.Engine, w ledger.Wallet, from, to time.Time) (found []movements, state engine.State,
	err error) {
	read := func() (err error) {
		found, err = moved(ctx, e, w, from, to)
		return err
	}
	state, ok, err := view.ReadConsistent(ctx, e.Reader(), 3, read)
	if !ok && ctx.Err() == nil {
		e.View(func(*fold.Fold, engine.State) { state, ok, err = view.ReadConsistent(ctx, e.Reader(), 1, read) }) // nobody here writes meanwhile
		if !ok && err == nil {
			err = fmt.Errorf("another process writes to the books all the time")
		}
	}
	return found, state, err
}

func moved(ctx context.Context, e *engine.Engine, w ledger.Wallet, from, to time.Time) ([]movements, error) {
	var list []movements
	s := e.Reader()
	for _, prefix := range accountsOf(e, w) {
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
	lines := 0
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
			if lines++; lines > maxLines {
				return nil, problem.Invalidf("the statement has more than %d lines: ask for a shorter time with from and to", maxLines)
			}
			m.entries = append(m.entries, *entry)
		}
	}
	return list, nil
}

// accountsOf selects what is a wallet's own, and its lines of payout runs.
func accountsOf(e *engine.Engine, w ledger.Wallet) []ledger.Prefix {
	p := e.Program()
	assets := []money.Asset{sale.Node}
	if p.Points != nil {
		assets = append(assets, p.Points.Asset)
	}
	if p.Token != nil {
		assets = append(assets, p.Token.Asset)
	}
	list := ledger.OwnedBy(w, assets...)
	e.Payouts(func(b *payout.Book) {
		for _, r := range b.Runs() {
			if _, _, parts, in := r.Line(w); in {
				for _, part := range parts {
					if line, err := ledger.RunLine(r.Name, w, part.From); err == nil && !slices.Contains(list, line.Prefix()) {
						list = append(list, line.Prefix())
					}
				}
			}
		}
	})
	return list
}

// statement puts the movements of a place into words.
func (m *movements) statement(ctx context.Context, sources *view.Sources, w ledger.Wallet, prices Prices,
	why func(run string) string) (AccountPeriod, error) {
	a := AccountPeriod{Account: m.place.Account, Asset: m.place.Asset, Name: nameOf(m.place), Opening: m.opening, Closing: m.closing}
	balance := new(big.Int).Set(m.opening)
	for i := range slices.Backward(m.entries) {
		entry := &m.entries[i]
		behind, err := sources.Of(ctx, entry)
		if err != nil {
			return a, err
		}
		var original *view.EntrySource
		if behind.Reverses > 0 {
			reversed, err := sources.Of(ctx, &engine.Entry{Sequence: behind.Reverses})
			if err != nil {
				return a, err
			}
			original = &reversed
		}
		l := Line{
			When: entry.Effective, Sequence: entry.Sequence, Line: entry.Line, Kind: entry.Kind, Source: behind.Source, Reverses: behind.Reverses,
			Amount: entry.Posting.Amount.Big(), Counterpart: entry.Posting.From,
		}
		if entry.Posting.From == a.Account {
			l.Counterpart = entry.Posting.To
		}
		if !Raises(a.Account, entry.Posting) {
			l.Amount.Neg(l.Amount)
		}
		balance.Add(balance, l.Amount)
		l.Balance = new(big.Int).Set(balance)
		said := explain(w, a.Account, entry, &behind, original, why)
		l.Nature, l.Reason, l.Undone = said.nature, said.reason, said.undone
		if prices != nil && counts(&a, &l) {
			if usd, ok := prices(a.Asset.Symbol(), entry.Effective); ok {
				price, err := decimal.NewFromString(usd)
				if err != nil {
					return a, fmt.Errorf("the price of %s on %s: %w", a.Asset, entry.Effective.Format(time.DateOnly), err)
				}
				l.Price = usd
				l.Value = price.Mul(decimal.NewFromBigInt(l.Amount, -int32(a.Asset.Decimals()))).String()
			}
		}
		a.Lines = append(a.Lines, l)
	}
	if balance.Cmp(a.Closing) != 0 {
		return a, fmt.Errorf("%s: %s at the beginning and its entries make %s, and the books have %s at the end: run `nodeledger ledger "+
			"verify`", a.Account, a.Opening, balance, a.Closing)
	}
	return a, nil
}
