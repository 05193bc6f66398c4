package fold

import (
	"errors"
	"math/big"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/referral"
	"github.com/nodeledger/nodeledger/sale"
)

// booking is a block that is being booked.
type booking struct {
	block   *sale.Block
	moment  program.Moment
	context sale.Context
	known   explained
	open    *unsettled // where the block is not final; nil otherwise
	drafts  []ledger.Draft
}

// event books one event of the sale.
func (f *Fold) event(x *booking, event sale.Event) error {
	c := &x.context
	switch e := event.(type) {
	case sale.Payment:
		return f.purchase(x, e)
	case sale.Refund:
		if err := errors.Join(f.Sale.Refund(e), x.known.refund(&e, f.Sale.Treasury)); err != nil {
			return err
		}
		f.Fairness.Return(e.ComesFrom(), e.Quantity)
		c.Generation, c.Receiver = f.reversals[logKey{e.TxHash, e.Index}], f.Sale.Treasury
		x.drafts = append(x.drafts, f.books.Refund(e, *c))
	case sale.Transfer:
		if e.Unsold {
			f.Sale.Totals.Flags[sale.UnsoldLicence]++
		}
		c.Generation = f.reversals[logKey{e.TxHash, e.Index}]
		if d, ok := f.books.Transfer(e, *c); ok {
			x.drafts = append(x.drafts, d)
		}
	case sale.Withdrawal:
		f.hold(e.Amount.Asset(), new(big.Int).Neg(e.Amount.Big()))
		if x.open != nil {
			x.open.withdrawals = append(x.open.withdrawals, e)
			return nil
		}
		c.Generation = 0
		x.drafts = append(x.drafts, f.books.Withdrawal(e, *c))
	case sale.Proceeds:
		return f.proceeds(x, e)
	case sale.Gift:
		if err := f.Sale.Give(e); err != nil {
			return err
		}
		c.Generation = f.reversals[logKey{e.TxHash, e.Index}]
		x.drafts = append(x.drafts, f.books.Gift(e, *c))
	case sale.Commission:
		return f.commission(x, e)
	case sale.CodeSet:
		f.Codes.Set(e.Code, e.Wallet, e.Active)
	default:
		_, err := f.Sale.Set(e)
		return err
	}
	return nil
}

// proceeds books what a contract of the sale gave to a wallet, when its block is final.
func (f *Fold) proceeds(x *booking, e sale.Proceeds) error {
	if x.open != nil {
		x.open.proceeds = append(x.open.proceeds, e)
	} else {
		x.context.Generation = 0
		x.drafts = append(x.drafts, f.books.Proceeds(e, x.context))
	}
	return x.known.add(movement{e.TxHash, e.Wallet, e.Amount.Asset(), true}, e.Amount)
}

// commission books a commission that belongs to no purchase.
func (f *Fold) commission(x *booking, e sale.Commission) error {
	if !e.Named {
		e.Wallet, e.Named = f.Codes.Live(e.Code)
	}
	f.Sale.Totals.Flags[sale.Unjoined]++
	if f.books.Held && e.Named {
		f.hold(e.Amount.Asset(), e.Amount.Big())
	}
	switch {
	case f.books.Held && x.open != nil: // it is owed once its block is final
		x.open.commissions = append(x.open.commissions, e)
	case f.books.Held:
		x.context.Generation = 0
		x.drafts = append(x.drafts, f.books.Commission(e, x.context))
	default:
		x.context.Generation = f.reversals[logKey{e.TxHash, e.Index}]
		x.drafts = append(x.drafts, f.books.Commission(e, x.context))
	}
	if !e.Named || f.books.Accrued {
		return nil
	}
	return f.Board.Add(referral.Credit{Referrer: e.Wallet, Reward: e.Amount, When: int64(x.block.Time), Above: true})
}

// purchase books a purchase, and what it earns from campaigns when its block is final.
func (f *Fold) purchase(x *booking, e sale.Payment) error {
	c := &x.context
	p, err := f.buy(e, x.block.Time)
	if err != nil {
		return err
	}
	f.Pace.Add(x.block.When(), p.Slices, &f.Sale.Ladder)
	c.Generation, c.Receiver = f.reversals[logKey{e.TxHash, e.Index}], f.Sale.Treasury
	if err := x.known.purchase(&p, c.Receiver, f.books.Accrued); err != nil {
		return err
	}
	if f.books.Earns(&p) {
		f.hold(p.Referral.Asset(), p.Referral.Big())
	}
	d := f.books.Purchase(&p, *c)
	x.drafts = append(x.drafts, d)
	if x.open != nil {
		x.open.purchases = append(x.open.purchases, settled{p, d.Source})
		return nil
	}
	x.drafts, err = f.rebate(x.drafts, &p, d.Source, x.moment, c.Rule)
	return err
}

// HeldForReferrers is what the sale's contracts hold for referrers, in base units, pending or payable; 0 where they hold nothing.
func (f *Fold) HeldForReferrers(asset money.Asset) *big.Int {
	sum := new(big.Int)
	if held := f.held[asset]; held != nil {
		sum.Set(held)
	}
	return sum
}

// hold counts what contracts hold for referrers; less than nothing when they gave it.
func (f *Fold) hold(asset money.Asset, units *big.Int) {
	if f.books.Held {
		f.held[asset] = units.Add(units, f.HeldForReferrers(asset))
	}
}
