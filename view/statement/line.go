package statement

import (
	"context"
	"fmt"
	"math/big"
	"slices"
	"time"

	"github.com/shopspring/decimal"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/view"
)

// writer puts the movements of a wallet into words.
type writer struct {
	sources *view.Sources
	wallet  ledger.Wallet
	prices  Prices // may be nil
	why     func(run string) string
	defers  deferral
}

// account puts the movements of a place into words.
func (w *writer) account(ctx context.Context, m *movements) (a AccountPeriod, err error) {
	a = AccountPeriod{Account: m.place.Account, Asset: m.place.Asset, Name: nameOf(m.place), Opening: m.opening, Closing: m.closing}
	balance := new(big.Int).Set(m.opening)
	if a.Lines, err = w.lines(ctx, m, m.entries, balance); err != nil {
		return a, err
	}
	if balance.Cmp(a.Closing) != 0 {
		return a, fmt.Errorf("%s: %s at the beginning and its entries make %s, and the books have %s at the end: run `nodeledger ledger "+
			"verify`", a.Account, a.Opening, balance, a.Closing)
	}
	return a, nil
}

// lines are entries of a place in words, the oldest first; balance is the one before them, and after it the one after them.
func (w *writer) lines(ctx context.Context, m *movements, entries []engine.Entry, balance *big.Int) (lines []Line, err error) {
	for i := range slices.Backward(entries) {
		l, err := w.line(ctx, m.place, &entries[i])
		if err != nil {
			return lines, err
		}
		balance.Add(balance, l.Amount)
		l.Balance = new(big.Int).Set(balance)
		lines = append(lines, l)
	}
	return lines, nil
}

// line is an entry of a place in words, without the balance after it.
func (w *writer) line(ctx context.Context, place ledger.Place, entry *engine.Entry) (l Line, err error) {
	behind, err := w.sources.Of(ctx, entry)
	if err != nil {
		return l, err
	}
	var original *view.EntrySource
	if behind.Reverses > 0 {
		reversed, err := w.sources.Of(ctx, &engine.Entry{Sequence: behind.Reverses})
		if err != nil {
			return l, err
		}
		original = &reversed
	}
	l = Line{
		When: entry.Effective, Sequence: entry.Sequence, Line: entry.Line, Kind: entry.Kind, Source: behind.Source, Reverses: behind.Reverses,
		Amount: entry.Posting.Amount.Big(), Counterpart: entry.Posting.From,
	}
	if entry.Posting.From == place.Account {
		l.Counterpart = entry.Posting.To
	}
	if !Raises(place.Account, entry.Posting) {
		l.Amount.Neg(l.Amount)
	}
	said := w.explain(place.Account, entry, &behind, original)
	l.Nature, l.Reason, l.Undone = said.nature, said.reason, said.undone
	return l, w.value(place, &l)
}

// value says what a line was worth on its day.
func (w *writer) value(place ledger.Place, l *Line) error {
	if w.prices == nil || !counts(place.Account, l) && !converted(place.Account, l) {
		return nil
	}
	usd, ok := w.prices(place.Asset.Symbol(), l.When)
	if !ok {
		return nil
	}
	price, err := decimal.NewFromString(usd)
	if err != nil {
		return fmt.Errorf("the price of %s on %s: %w", place.Asset, l.When.Format(time.DateOnly), err)
	}
	l.Price = usd
	l.Value = price.Mul(decimal.NewFromBigInt(l.Amount, -int32(place.Asset.Decimals()))).String()
	return nil
}

// converted says that a line brings the tokens that points became, and that they are not income later.
func converted(a ledger.Account, l *Line) bool {
	return l.Kind == rewards.ConversionKind && a.Role() == ledger.TokenRole && l.Amount.Sign() > 0 && l.Nature != Deferred
}
