package sale

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/program"
)

func (x *reading) gift(g *program.GiftEvent, l *evm.Log, v fields) (err error) {
	e := Gift{Place: l.Place()}
	if e.Holder, err = v.wallet(g.Holder); err != nil {
		return err
	}
	if e.Quantity, err = v.quantity(&g.Quantity); err != nil {
		return err
	}
	if e.Tier, err = v.tier(&g.Tier); err != nil {
		return err
	}
	x.gifts = append(x.gifts, e)
	x.events = append(x.events, e)
	return nil
}

func (x *reading) commission(m *program.CommissionEvent, l *evm.Log, v fields) (err error) {
	c := &commission{Commission: Commission{Place: l.Place(), Contract: ledger.Wallet(l.Address)}}
	if m.Referrer != "" {
		if c.Wallet, err = v.wallet(m.Referrer); err != nil {
			return err
		}
		c.Named = true
	}
	if m.Code != "" {
		if c.Code, err = v.text(m.Code); err != nil {
			return err
		}
	}
	if c.Amount, err = x.amount(v, m.Reward, &m.Asset); err == nil {
		x.commissions = append(x.commissions, c)
	}
	return err
}

func (x *reading) withdrawal(m *program.WithdrawalEvent, l *evm.Log, v fields) error {
	wallet, err := v.wallet(m.Wallet)
	if err != nil {
		return err
	}
	amount, err := x.amount(v, m.Amount, &m.Asset)
	if err != nil {
		return err
	}
	contract := ledger.Wallet(l.Address)
	if m.Proceeds {
		x.events = append(x.events, Proceeds{l.Place(), contract, wallet, amount})
	} else {
		x.events = append(x.events, Withdrawal{l.Place(), contract, wallet, amount})
	}
	return nil
}

func (x *reading) refund(m *program.RefundEvent, l *evm.Log, v fields) (err error) {
	e := Refund{Place: l.Place(), Restock: m.Restock, Contract: ledger.Wallet(l.Address)}
	if e.Buyer, err = v.wallet(m.Buyer); err != nil {
		return err
	}
	if e.Amount, err = x.amount(v, m.Amount, &m.Asset); err != nil {
		return err
	}
	e.Holder = e.Buyer
	switch {
	case m.Burns:
		err = x.burnt(&e)
	case m.Quantity != "":
		e.Quantity, err = v.count(m.Quantity)
	}
	x.events = append(x.events, e)
	return err
}

// burnt counts the licences that the transaction of a refund burns. They are one wallet's.
func (x *reading) burnt(e *Refund) error {
	for _, l := range x.logs[e.TxHash] {
		if len(l.Topics) != 4 || l.Topics[0] != transfer || !slices.Contains(x.watch.Addresses, l.Address) {
			continue
		}
		t, err := licenceTransfer(l)
		if err != nil {
			return err
		}
		if t.To != (ledger.Wallet{}) {
			continue
		}
		if e.Quantity > 0 && t.From != e.Holder {
			return fmt.Errorf("the transaction burns licences of %s and of %s, so whose came back is not known", e.Holder, t.From)
		}
		e.Holder = t.From
		e.Quantity++
	}
	return nil
}

func (x *reading) code(m *program.CodeEvent, l *evm.Log, v fields) (err error) {
	e := CodeSet{Place: l.Place(), Active: true}
	if e.Code, err = v.text(m.Code); err != nil {
		return err
	}
	if e.Wallet, err = v.wallet(m.Wallet); err != nil {
		return err
	}
	e.Active = e.Wallet != (ledger.Wallet{})
	x.events = append(x.events, e)
	return nil
}

// unsold marks the licences that somebody got out of nothing, and that nothing of their transaction sells or gives.
func (x *reading) unsold() {
	type getter struct {
		tx common.Hash
		by ledger.Wallet
	}
	sold := map[getter]uint64{}
	for _, e := range x.events {
		switch e := e.(type) {
		case Payment:
			sold[getter{e.TxHash, e.GoesTo()}] += e.Quantity
		case Gift:
			sold[getter{e.TxHash, e.Holder}] += e.Quantity
		}
	}
	for i, e := range x.events {
		t, is := e.(Transfer)
		if !is || t.From != (ledger.Wallet{}) || t.To == (ledger.Wallet{}) {
			continue
		}
		if by := (getter{t.TxHash, t.To}); sold[by] > 0 {
			sold[by]--
		} else {
			t.Unsold = true
			x.events[i] = t
		}
	}
}

// withoutGifts takes the purchases out that are logs of a gift. What was paid for is none: a purchase whose log says so, and all of a payer
// of whom something moved where none would be left.
func (x *reading) withoutGifts() error {
	if len(x.gifts) == 0 {
		return nil
	}
	given := map[*draft]bool{}
	for _, g := range x.gifts {
		left := g.Quantity
		for _, d := range x.drafts {
			paid := d.said != nil && d.said.Sign() > 0
			if given[d] || paid || d.TxHash != g.TxHash || d.GoesTo() != g.Holder || d.Quantity == 0 || d.Quantity > left {
				continue
			}
			given[d], left = true, left-d.Quantity
		}
	}
	bought := map[payer]bool{}
	for _, d := range x.drafts {
		bought[x.payer(d)] = bought[x.payer(d)] || !given[d]
	}
	var failed error
	x.drafts = slices.DeleteFunc(x.drafts, func(d *draft) bool {
		if !given[d] || bought[x.payer(d)] {
			return given[d]
		}
		moved, known, err := x.moved(d)
		failed = cmp.Or(failed, err)
		return !known || moved.IsZero()
	})
	return failed
}
