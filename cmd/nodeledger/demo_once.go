package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math"

	"github.com/nodeledger/nodeledger/chain/devnet"
	"github.com/nodeledger/nodeledger/dashboard/answer"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/referral"
)

type demoResult struct {
	booked
	Verified bool   `json:"verified"` // the ledger is sound, the quote was the charge, the contract counts as the books do
	Holders  int    `json:"holders"`
	Codes    int    `json:"codes"`
	Contract string `json:"contract"`
	ChainID  uint64 `json:"chain_id"`
	Seed     uint64 `json:"seed"`
}

// once runs the sale to its end and checks the books against the chain. Nothing is booked before it is final, so the same
// seed makes the same journal.
func (s *stage) once(ctx context.Context, o demoOptions) error {
	begun := s.in.Clock.Now()
	progress := s.in.newBar("purchases", 0)
	err := s.devnet.RunCrowd(ctx, devnet.CrowdOptions{Months: o.months, Purchases: o.purchases}, func(done, total int) {
		progress.show(uint64(done), uint64(total), "purchases")
	})
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
	holders, _, _, err := answer.Holders(ctx, s.engine, ledger.Wallet{}, math.MaxInt)
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
		})
		fmt.Fprintln(w, "verified: the ledger is sound, a quote was charged to the wei, the contract counts as many nodes as the books")
	})
}

// book makes everything on the chain final and books it.
func (s *stage) book(ctx context.Context) error {
	if err := s.settle(ctx); err != nil {
		return err
	}
	return s.engine.Sync(ctx, nil)
}

// checkCharge has a wallet buy what it was quoted, and compares the transaction with the quote's, field by field.
func (s *stage) checkCharge(ctx context.Context) error {
	for i := range s.devnet.Wallets() {
		wallet, _ := s.devnet.Wallet(i)
		r := answer.Request{Quantity: 3, Wallet: ledger.Wallet(wallet)}
		s.engine.View(func(f *engine.Fold, _ engine.State) { r.Code = somebodyElses(f, r.Wallet) })
		quote, err := answer.FromBooks(ctx, s.engine, r)
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
