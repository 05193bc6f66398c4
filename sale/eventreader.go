package sale

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
)

// eventReader reads contracts that the program file describes: which events are purchases, gifts, commissions, withdrawals, refunds or
// codes, and what their fields are. What an event leaves out is taken from what moved in its transaction, or from the calldata.
type eventReader struct {
	contracts []program.SaleContract
	licence   common.Address // zero: nodes do not come from licences
	assets    assets
	events    *program.EventMap
	entries   map[common.Hash][]entry // by topic, in the order in which they are tried
	watch     Watch
	counters  []Counter
}

// entry is one line of the program file that takes logs.
type entry struct {
	*program.EventMatch

	read func(x *reading, l *evm.Log, c *program.SaleContract, v fields) error
}

// assets is what a program can be paid with.
type assets struct {
	sale   money.Asset
	native money.Asset                    // zero: the program does not use the chain's own coin
	tokens map[common.Address]money.Asset // by contract
}

func newEventReader(p *program.Program) (*eventReader, error) {
	m := p.Sale.Event
	if m == nil || len(m.Purchases) == 0 {
		return nil, problem.New(problem.Invalid, problem.InvalidProgram,
			"the adapter event needs sale.purchases in the program file: the events' signatures and what their fields are")
	}
	r := &eventReader{contracts: m.Contracts, events: m, entries: map[common.Hash][]entry{}}
	r.assets = assets{sale: p.Sale.Asset, tokens: map[common.Address]money.Asset{}}
	for _, use := range p.Assets {
		if contract, ok := use.Contract(); ok {
			r.assets.tokens[contract] = use.Asset
		} else if use.Kind == program.Native {
			r.assets.native = use.Asset
		}
	}
	if p.Holdings == program.FromLicence {
		r.licence = p.Sale.Licence
	}
	r.enter()
	r.watching()
	for i := range m.Counters {
		c := &m.Counters[i]
		count := Counter{View: c.Canonical, Selector: c.Selector, Slot: c.Slot, Of: c.Of, Asset: c.Asset, Less: c.Less}
		for _, contract := range m.Contracts {
			count.Contracts = append(count.Contracts, contract.Address)
		}
		r.counters = append(r.counters, count)
	}
	return r, nil
}

// enter lists what takes which logs.
func (r *eventReader) enter() {
	add := func(m *program.EventMatch, read func(*reading, *evm.Log, *program.SaleContract, fields) error) {
		r.entries[m.Topic] = append(r.entries[m.Topic], entry{m, read})
	}
	m := r.events
	for i := range m.Purchases {
		add(&m.Purchases[i].EventMatch, func(x *reading, l *evm.Log, c *program.SaleContract, v fields) error {
			return x.purchase(&m.Purchases[i], l, c, v)
		})
	}
	for i := range m.Gifts {
		add(&m.Gifts[i].EventMatch, func(x *reading, l *evm.Log, _ *program.SaleContract, v fields) error {
			return x.gift(&m.Gifts[i], l, v)
		})
	}
	for i := range m.Commissions {
		add(&m.Commissions[i].EventMatch, func(x *reading, l *evm.Log, _ *program.SaleContract, v fields) error {
			return x.commission(&m.Commissions[i], l, v)
		})
	}
	for i := range m.Withdrawals {
		add(&m.Withdrawals[i].EventMatch, func(x *reading, l *evm.Log, _ *program.SaleContract, v fields) error {
			return x.withdrawal(&m.Withdrawals[i], l, v)
		})
	}
	for i := range m.Refunds {
		add(&m.Refunds[i].EventMatch, func(x *reading, l *evm.Log, _ *program.SaleContract, v fields) error {
			return x.refund(&m.Refunds[i], l, v)
		})
	}
	for i := range m.Codes {
		add(&m.Codes[i].EventMatch, func(x *reading, l *evm.Log, _ *program.SaleContract, v fields) error {
			return x.code(&m.Codes[i], l, v)
		})
	}
}

// watching says what the reader needs from the chain: the transactions only where something is not in the logs.
func (r *eventReader) watching() {
	w := &r.watch
	for _, c := range r.contracts {
		if !slices.Contains(w.Addresses, c.Address) {
			w.Addresses = append(w.Addresses, c.Address)
		}
	}
	topics := map[common.Hash]bool{}
	for topic := range r.entries {
		topics[topic] = true
	}
	moved := false
	for i := range r.events.Purchases {
		p := &r.events.Purchases[i]
		if p.Unless != nil {
			topics[p.Unless.Topic] = true
		}
		w.Senders = w.Senders || p.Buyer == program.SenderOfTransaction
		w.Bodies = w.Bodies || w.Senders || p.Code.Call != nil || r.assets.mayBeNative(&p.Asset)
		moved = moved || r.assets.mayBeToken(&p.Asset)
	}
	for i := range r.events.Refunds {
		if r.events.Refunds[i].Burns {
			topics[transfer] = true
		}
	}
	if r.licence != (common.Address{}) {
		topics[transfer] = true
		if !slices.Contains(w.Addresses, r.licence) {
			w.Addresses = append(w.Addresses, r.licence)
		}
	}
	if moved {
		for token := range r.assets.tokens {
			w.Moved = append(w.Moved, token)
		}
		slices.SortFunc(w.Moved, common.Address.Cmp)
	}
	for topic := range topics {
		w.Topics = append(w.Topics, topic)
	}
	slices.SortFunc(w.Topics, common.Hash.Cmp)
}

func (r *eventReader) Watch() Watch        { return r.watch }
func (r *eventReader) Counters() []Counter { return r.counters }

// reading is a block that is being read.
type reading struct {
	*eventReader

	block       *Block
	logs        map[common.Hash][]*evm.Log // by transaction
	drafts      []*draft
	gifts       []Gift
	commissions []*commission
	events      []Event
}

func (r *eventReader) Read(b *Block) ([]Event, error) {
	x := &reading{eventReader: r, block: b, logs: map[common.Hash][]*evm.Log{}}
	moment := program.Moment{Block: b.Number, Time: b.When()}
	for i := range b.Logs {
		x.logs[b.Logs[i].TxHash] = append(x.logs[b.Logs[i].TxHash], &b.Logs[i])
	}
	for i := range b.Logs {
		l := &b.Logs[i]
		if r.licence != (common.Address{}) && l.Is(r.licence, transfer) && len(l.Topics) == 4 {
			e, err := licenceTransfer(l)
			if err != nil {
				return nil, badLog(l, "Transfer of a licence", err)
			}
			x.events = append(x.events, r.stocked(e))
		}
		if c := r.contractOf(l, moment); c != nil {
			if err := x.take(l, c, moment); err != nil {
				return nil, err
			}
		}
	}
	if err := x.withoutGifts(); err != nil {
		return nil, err
	}
	payments, err := x.payments()
	if err != nil {
		return nil, err
	}
	for _, p := range payments {
		x.events = append(x.events, p)
	}
	x.unsold()
	// The joining goes by the order of the logs.
	return inOrder(join(inOrder(x.events), x.commissions)), nil
}

// contractOf is the contract of the sale that emitted a log, or nil.
func (r *eventReader) contractOf(l *evm.Log, m program.Moment) *program.SaleContract {
	for i := range r.contracts {
		if c := &r.contracts[i]; c.Address == l.Address && c.Holds(m) {
			return c
		}
	}
	return nil
}

// stocked is a licence's transfer where the sale's own contracts hold what is not sold yet: that is as if it did not exist.
func (r *eventReader) stocked(t Transfer) Transfer {
	for _, c := range r.contracts {
		if t.From == ledger.Wallet(c.Address) {
			t.From = ledger.Wallet{}
		}
		if t.To == ledger.Wallet(c.Address) {
			t.To = ledger.Wallet{}
		}
	}
	return t
}

// take gives a log to the first entry that takes it.
func (x *reading) take(l *evm.Log, c *program.SaleContract, m program.Moment) error {
	if len(l.Topics) == 0 {
		return nil
	}
	var misfit error
	event, fitting := "", false
	for _, e := range x.entries[l.Topics[0]] {
		if !e.Holds(m) {
			continue
		}
		v, err := values(l, &e.EventSignature)
		if err != nil {
			misfit, event = err, e.Canonical
			continue
		}
		fitting = true
		if !v.are(e.Where) {
			continue
		}
		if err := e.read(x, l, c, v); err != nil {
			return badLog(l, e.Canonical, err)
		}
		return nil
	}
	// A log of a topic that another event has too, such as Transfer of ERC-20 and of ERC-721, may fit that one only.
	if misfit != nil && !fitting && !(l.Topics[0] == transfer && x.licence == l.Address) {
		return badLog(l, event, misfit)
	}
	return nil
}

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
	c := &commission{Commission: Commission{Place: l.Place()}}
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

// withoutGifts takes the purchases out that are logs of a gift.
func (x *reading) withoutGifts() error {
	for _, g := range x.gifts {
		left := g.Quantity
		x.drafts = slices.DeleteFunc(x.drafts, func(d *draft) bool {
			if d.TxHash != g.TxHash || d.GoesTo() != g.Holder || d.Quantity == 0 || d.Quantity > left {
				return false
			}
			left -= d.Quantity
			return true
		})
	}
	slices.SortStableFunc(x.drafts, func(a, b *draft) int { return cmp.Compare(a.Index, b.Index) })
	return nil
}
