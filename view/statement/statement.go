package statement

import (
	"context"
	"math/big"
	"slices"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
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
	// Recognise is when rewards in tokens count as income, and Unrecognised what of them was earned before the end of the
	// statement and is in none of the totals: nothing at accrual.
	Recognise    Recognition
	Unrecognised []Unrecognised
	Program      string // name of the program
	Sequence     uint64
	Head         ledger.Hash // of the journal that this was read from
	AsOf         view.AsOf
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
	// Price is in US dollars for a whole unit on that day: of income, of what was paid for nodes and of tokens that points became,
	// where a price is known.
	Price string
	Value string // price x amount, exact
}

// Reasons is why it was posted and, of a reversal, why it was reversed, as one text.
func (l *Line) Reasons() string {
	if l.Undone.IsZero() {
		return l.Reason.English()
	}
	return l.Reason.English() + "; " + l.Undone.English()
}

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

// Request is what statement somebody asks for.
type Request struct {
	Wallet    ledger.Wallet
	From, To  time.Time   // half-open; zero: no bound
	Prices    Prices      // may be nil
	Recognise Recognition // empty: at accrual
	Most      int         // lines, of all accounts together; 0: as many as are shown to people

	defers deferral
}

// OfPeriod makes the statement of a wallet over a time.
func OfPeriod(ctx context.Context, e *engine.Engine, sources *view.Sources, r Request) (Period, error) {
	if r.Recognise == "" {
		r.Recognise = AtAccrual
	}
	r.defers = deferralOf(e, r.Wallet, r.Recognise)
	found, state, err := settled(ctx, e, &r)
	if err != nil {
		return Period{}, err
	}
	w := writer{
		sources: sources, wallet: r.Wallet, prices: withPoints(e.Program(), r.Prices), why: whyCancelled(e),
		defers: r.defers,
	}
	st := Period{
		Wallet: r.Wallet, From: r.From, To: r.To, Priced: w.prices != nil, Recognise: r.Recognise, Program: e.Program().Name,
		Sequence: state.Ledger.Sequence, Head: state.Ledger.Hash,
	}
	if st.AsOf, err = view.Of(ctx, e.Reader(), state); err != nil {
		return st, err
	}
	for i := range found {
		m := &found[i]
		a, err := w.account(ctx, m)
		if err != nil {
			return st, err
		}
		st.Accounts = append(st.Accounts, a)
		if !w.defers.of(a.Account) {
			continue
		}
		before, err := w.lines(ctx, m, m.before, new(big.Int))
		if err != nil {
			return st, err
		}
		if u, some := w.defers.unrecognised(a.Account, a.Asset, slices.Concat(before, a.Lines)); some {
			st.Unrecognised = append(st.Unrecognised, u)
		}
	}
	st.Totals, err = st.totals()
	return st, err
}
