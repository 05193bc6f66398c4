package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/referral"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/view"
)

type demoResult struct {
	booked
	Verified bool              `json:"verified"` // the ledger is sound, the quote was the charge, the contract counts as the books do
	Holders  int               `json:"holders"`
	Codes    int               `json:"codes"`
	Contract string            `json:"contract"`
	ChainID  uint64            `json:"chain_id"`
	Seed     uint64            `json:"seed"`
	Rewards  earned            `json:"rewards"`
	Payouts  settled           `json:"payouts"`
	Staff    map[string]string `json:"operators"` // and the tokens that they prove themselves with, of no value
}

// settled is what the months brought and what was paid of it, in base units of USDT.
type settled struct {
	Months     int    `json:"months"`
	Runs       int    `json:"runs"`
	Gathered   string `json:"gathered"` // by runs
	Paid       string `json:"paid"`
	Open       string `json:"open"`
	Exceptions int    `json:"exceptions"` // payments that no line explains
}

// settled adds up the runs, and holds them against the accounts.
func (s *stage) settled(ctx context.Context) (r settled, err error) {
	usdt := s.program.Income.Asset
	total, paid, open := money.Zero(usdt), money.Zero(usdt), money.Zero(usdt)
	s.engine.Payouts(func(b *payout.Book) {
		for _, run := range b.Runs() {
			r.Runs++
			for _, sum := range []struct {
				into *money.Amount
				more money.Amount
			}{{&total, run.Total}, {&paid, run.Paid}, {&open, run.Open()}} {
				if *sum.into, err = sum.into.Add(sum.more); err != nil {
					return
				}
			}
		}
		for _, x := range b.Exceptions() {
			if x.Closed == "" {
				r.Exceptions++
			}
		}
	})
	if err != nil {
		return r, err
	}
	r.Gathered, r.Paid, r.Open = total.Digits(), paid.Digits(), open.Digits()
	kept, left := money.Zero(usdt), money.Zero(usdt)
	err = s.books.Balances(ctx, "", func(p ledger.Place, b money.Balance) error {
		if p.Asset != usdt {
			return nil
		}
		into := &left
		switch path := p.Account.String(); {
		case strings.HasSuffix(path, ":paid"):
			into = &kept
		case !strings.HasPrefix(path, "payout:"):
			return nil
		}
		held, err := b.Held()
		if err == nil {
			*into, err = into.Add(held)
		}
		return err
	})
	if err == nil && (kept != paid || left != open) {
		err = fmt.Errorf("the accounts say that %s were paid and %s are open, the runs say %s and %s", kept, left, paid, open)
	}
	if err != nil {
		return r, err
	}
	return r, s.books.Transactions(ctx, 1, func(t *ledger.Transaction) error {
		if t.Kind == rewards.MonthKind {
			r.Months++
		}
		return nil
	})
}

// earned is what the holders got, in base units, as the accounts say.
type earned struct {
	Epochs    int    `json:"epochs"` // of points and of the token
	Points    string `json:"points_issued"`
	Converted string `json:"points_converted"`
	Tokens    string `json:"tokens_issued"` // the drop, converted points, and the emission
	Locked    string `json:"tokens_locked"`
	Available string `json:"tokens_available"`
	Carried   string `json:"tokens_carried"` // by pools; locked, available and carried sum to the tokens issued
}

// earned adds up the accounts of points and token.
func (s *stage) earned(ctx context.Context) (r earned, err error) {
	points, token := s.program.Points.Asset, s.program.Token.Asset
	sums := map[string]money.Amount{}
	err = s.books.Balances(ctx, "", func(p ledger.Place, b money.Balance) error {
		path := p.Account.String()
		add := func(name string, a money.Amount) error {
			sum, ok := sums[name]
			if !ok {
				sum = money.Zero(p.Asset)
			}
			sums[name], err = sum.Add(a)
			return err
		}
		switch {
		case p.Account == ledger.Issuance(points):
			return errors.Join(add("points", b.Out), add("converted", b.In))
		case p.Account == ledger.Issuance(token):
			return add("tokens", b.Out)
		case p.Asset != token, strings.HasPrefix(path, "buyback:"): // what was bought back left the holders outside the books
			return nil
		}
		held, err := b.Held()
		if err != nil {
			return err
		}
		switch {
		case strings.HasPrefix(path, "pool:"):
			return add("carried", held)
		case strings.HasSuffix(path, ":locked"):
			return add("locked", held)
		default:
			return add("available", held)
		}
	})
	if err != nil {
		return r, err
	}
	sum, err := money.Sum(token, or(sums["locked"], token), or(sums["available"], token), or(sums["carried"], token))
	if err != nil {
		return r, err
	}
	if sum != or(sums["tokens"], token) {
		return r, fmt.Errorf("%s of tokens were issued, and holders and pools have %s", or(sums["tokens"], token), sum)
	}
	r = earned{
		Points: or(sums["points"], points).Digits(), Converted: or(sums["converted"], points).Digits(), Tokens: sum.Digits(),
		Locked: or(sums["locked"], token).Digits(), Available: or(sums["available"], token).Digits(), Carried: or(sums["carried"], token).Digits(),
	}
	return r, s.books.Transactions(ctx, 1, func(t *ledger.Transaction) error {
		if t.Kind == rewards.PointsKind || t.Kind == rewards.TokenKind {
			r.Epochs++
		}
		return nil
	})
}

// or is the amount, or none of the asset where there is none.
func or(a money.Amount, asset money.Asset) money.Amount {
	if a == (money.Amount{}) {
		return money.Zero(asset)
	}
	return a
}

// once runs the sale to its end and checks the books against the chain. Nothing is booked before it is final, so the same
// seed makes the same journal.
func (s *stage) once(ctx context.Context, o demoOptions) error {
	begun := s.in.Clock.Now()
	progress := s.in.newBar("purchases", 0)
	err := s.year(ctx, o, func(done, total int) { progress.show(uint64(done), uint64(total), "purchases") }, s.book)
	progress.end()
	if err != nil {
		return err
	}
	if err := s.book(ctx); err != nil {
		return err
	}
	if err := s.checkCharge(ctx); err != nil {
		return err
	}
	if err := s.book(ctx); err != nil {
		return err
	}
	if err := s.checkCount(ctx); err != nil {
		return err
	}
	if _, err := s.books.Verify(ctx); err != nil {
		return fmt.Errorf("the books are not sound: %w", err)
	}
	r := demoResult{Verified: true, Contract: s.devnet.Sale().Hex(), ChainID: s.devnet.ChainID(), Seed: o.seed}
	if r.booked, err = s.in.outcome(ctx, s.engine, begun); err != nil {
		return err
	}
	if r.Rewards, err = s.earned(ctx); err != nil {
		return err
	}
	if r.Payouts, err = s.settled(ctx); err != nil {
		return err
	}
	r.Staff = map[string]string{"ann": s.staff.Ann.Token, "bob": s.staff.Bob.Token}
	holders, _, _, err := view.Holders(ctx, s.engine, ledger.Wallet{}, math.MaxInt)
	if err != nil {
		return err
	}
	r.Holders = len(holders)
	s.engine.View(func(f *engine.Fold, _ engine.State) {
		f.Codes.All(func(referral.Code) bool { r.Codes++; return true })
	})
	return s.in.show(r, func(w io.Writer) {
		r.write(w)
		table(w, func(row func(cells ...any)) {
			row("holders", r.Holders)
			row("codes", r.Codes)
			row("contract", fmt.Sprintf("%s on chain %d", r.Contract, r.ChainID))
			row("seed", r.Seed)
			row("epochs", r.Rewards.Epochs)
			for _, line := range []struct {
				what, digits string
				asset        money.Asset
			}{
				{"points issued", r.Rewards.Points, s.program.Points.Asset}, {"points converted", r.Rewards.Converted, s.program.Points.Asset},
				{"tokens issued", r.Rewards.Tokens, s.program.Token.Asset}, {"  locked", r.Rewards.Locked, s.program.Token.Asset},
				{"  available", r.Rewards.Available, s.program.Token.Asset}, {"  carried", r.Rewards.Carried, s.program.Token.Asset},
				{"gathered by runs", r.Payouts.Gathered, s.program.Income.Asset}, {"  paid", r.Payouts.Paid, s.program.Income.Asset},
				{"  open", r.Payouts.Open, s.program.Income.Asset},
			} {
				if a, err := money.ParseUnits(line.asset, line.digits); err == nil {
					row(line.what, a)
				}
			}
		})
		fmt.Fprintln(w, "verified: the ledger is sound, a quote was charged to the wei, the contract counts as many nodes as the books")
	})
}

// book makes everything on the chain final and books it.
func (s *stage) book(ctx context.Context) error {
	if err := s.settle(ctx); err != nil {
		return err
	}
	return following(s.engine)(ctx)
}

// checkCharge has a wallet buy what it was quoted, and compares the transaction with the quote's, field by field.
func (s *stage) checkCharge(ctx context.Context) error {
	for i := range s.devnet.Wallets() {
		wallet, _ := s.devnet.Wallet(i)
		r := view.Request{Quantity: 3, Wallet: ledger.Wallet(wallet)}
		s.engine.View(func(f *engine.Fold, _ engine.State) { r.Code = somebodyElses(f, r.Wallet) })
		quote, err := view.FromBooks(ctx, s.engine, r)
		if err != nil {
			continue // this wallet cannot have three more
		}
		receipt, err := s.devnet.Buy(ctx, i, r.Quantity, r.Code)
		if err != nil {
			return fmt.Errorf("the contract refuses what the books quote: %w", err)
		}
		bought, _, err := s.devnet.Client().TransactionByHash(ctx, receipt.TxHash)
		if err != nil {
			return err
		}
		t := quote.Transaction
		if t == nil || bought.To() == nil || *bought.To() != t.To || !bytes.Equal(bought.Data(), t.Data) || bought.Value().Cmp(t.Value.Big()) != 0 {
			return fmt.Errorf("the contract charges %s wei for what the books quote at %s", bought.Value(), quote.Paid.Digits())
		}
		return nil
	}
	return fmt.Errorf("no wallet can have three more nodes: run it with fewer --purchases")
}

// somebodyElses is the first live code, in byte order, that is not the wallet's own; empty when there is none.
func somebodyElses(f *engine.Fold, w ledger.Wallet) (code string) {
	f.Codes.All(func(c referral.Code) bool {
		if c.Active && c.Wallet != w && (code == "" || c.Code < code) {
			code = c.Code
		}
		return true
	})
	return code
}

// checkCount compares what the contract counts as sold with the books.
func (s *stage) checkCount(ctx context.Context) error {
	head, err := s.watcher.Finalized(ctx)
	if err != nil {
		return err
	}
	sold, ok, err := s.watcher.Counter(ctx, head)
	if err != nil {
		return err
	}
	var books uint64
	s.engine.View(func(f *engine.Fold, _ engine.State) { books = f.Sale.Totals.Nodes - f.Sale.Totals.Returned })
	if !ok || sold != books {
		return fmt.Errorf("the contract counts %d nodes sold, the books %d", sold, books)
	}
	return nil
}
