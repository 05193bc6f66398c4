package demo

import (
	"bytes"
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/referral"
	"github.com/nodeledger/nodeledger/view/quote"
)

// Check books everything, has a wallet buy what the books quote, and compares the contract's counter and the journal with the
// books.
func (s *Sale) Check(ctx context.Context) error {
	if err := s.Book(ctx); err != nil {
		return err
	}
	if err := s.checkCharge(ctx); err != nil {
		return err
	}
	if err := s.Book(ctx); err != nil {
		return err
	}
	if err := s.explainReceipts(ctx); err != nil {
		return err
	}
	if err := s.checkCount(ctx); err != nil {
		return err
	}
	if err := s.checkWallets(ctx); err != nil {
		return err
	}
	if _, err := s.books.Verify(ctx); err != nil {
		return fmt.Errorf("the books are not sound: %w", err)
	}
	return nil
}

// checkCharge has a wallet buy what it was quoted, and compares the transaction with the quote's, field by field.
func (s *Sale) checkCharge(ctx context.Context) error {
	for i := range s.Chain.Wallets() {
		wallet, _ := s.Chain.Wallet(i)
		r := quote.Request{Quantity: 3, Wallet: ledger.Wallet(wallet)}
		s.Engine.View(func(f *fold.Fold, _ engine.State) { r.Code = firstForeignCode(f, r.Wallet) })
		quote, err := quote.FromBooks(ctx, s.Engine, r)
		if err != nil {
			continue // this wallet cannot have three more
		}
		receipt, err := s.Chain.Buy(ctx, i, r.Quantity, r.Code)
		if err != nil {
			return fmt.Errorf("the contract refuses what the books quote: %w", err)
		}
		bought, _, err := s.Chain.Client().TransactionByHash(ctx, receipt.TxHash)
		if err != nil {
			return err
		}
		t := quote.Transaction
		if t == nil || bought.To() == nil || *bought.To() != t.To || !bytes.Equal(bought.Data(), t.Data) ||
			bought.Value().Cmp(t.Value.Big()) != 0 {
			return fmt.Errorf("the contract charges %s wei for what the books quote at %s", bought.Value(), quote.Paid.Digits())
		}
		return nil
	}
	return fmt.Errorf("no wallet can have three more nodes: run it with fewer --purchases")
}

// firstForeignCode is the first live code, in byte order, that is not the wallet's own; empty when there is none.
func firstForeignCode(f *fold.Fold, w ledger.Wallet) (code string) {
	f.Codes.All(func(c referral.Code) bool {
		if c.Active && c.Wallet != w && (code == "" || c.Code < code) {
			code = c.Code
		}
		return true
	})
	return code
}

// checkWallets compares every wallet of the project with the chain: what proof shows there is what the books have, to the base unit. The
// treasury is no Safe but an account that pays for its own transactions, and has less of the chain's coin by exactly those fees.
func (s *Sale) checkWallets(ctx context.Context) error {
	r, err := s.Engine.Reconcile(ctx, s.Watcher)
	if err != nil {
		return err
	}
	for i := range r.Rows {
		row := &r.Rows[i]
		if !row.Chain.Known() {
			return fmt.Errorf("what %s holds of %s is not known: %s", row.Account, row.Asset, row.Chain.Why)
		}
		if row.Token == (common.Address{}) {
			fees, err := s.Chain.FeesOf(common.Address(row.Wallet))
			if err != nil {
				return err
			}
			row.Difference.Add(row.Difference, fees)
		}
		if row.Difference.Sign() != 0 {
			return fmt.Errorf("%s holds %s base units of %s on the chain, %s, and %s in the books", row.Account, &row.Chain.Value, row.Asset,
				row.Chain.Assurance, row.Books)
		}
	}
	return nil
}

// checkCount compares what the contract counts as sold with the books.
func (s *Sale) checkCount(ctx context.Context) error {
	head, err := s.Watcher.Finalized(ctx)
	if err != nil {
		return err
	}
	sold, err := s.Watcher.Counter(ctx, head)
	if err != nil {
		return err
	}
	var books uint64
	s.Engine.View(func(f *fold.Fold, _ engine.State) { books = f.Sale.Totals.Exist() })
	if !sold.Known() || !sold.Value.IsUint64() || sold.Value.Uint64() != books {
		return fmt.Errorf("the contract counts %s nodes sold (%s), the books %d", &sold.Value, sold.Assurance, books)
	}
	return nil
}
