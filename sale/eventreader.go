package sale

import (
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
	treasury  program.Dated[common.Address]
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
	r := &eventReader{contracts: m.Contracts, treasury: p.Sale.Treasury, events: m, entries: map[common.Hash][]entry{}}
	r.assets = assets{sale: p.Sale.Asset, tokens: map[common.Address]money.Asset{}}
	for _, use := range m.Assets {
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
	moment      program.Moment
	logs        map[common.Hash][]*evm.Log // by transaction
	drafts      []*draft
	gifts       []Gift
	commissions []*commission
	events      []Event
}

func (r *eventReader) Read(b *Block) ([]Event, error) {
	moment := program.Moment{Block: b.Number, Time: b.When()}
	x := &reading{eventReader: r, block: b, moment: moment, logs: map[common.Hash][]*evm.Log{}}
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
			if err := x.take(l, c); err != nil {
				return nil, err
			}
		}
	}
	x.chosen()
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
func (x *reading) take(l *evm.Log, c *program.SaleContract) error {
	e, v, err := x.entryOf(l)
	if e == nil || err != nil {
		return err
	}
	if err := e.read(x, l, c, v); err != nil {
		return badLog(l, e.Canonical, err)
	}
	return nil
}

// entryOf is the first entry that takes a log, and the log's values; nil where none does.
func (x *reading) entryOf(l *evm.Log) (*entry, fields, error) {
	if len(l.Topics) == 0 {
		return nil, nil, nil
	}
	var misfit error
	event, fitting := "", false
	entries := x.entries[l.Topics[0]]
	for i := range entries {
		e := &entries[i]
		if !e.Holds(x.moment) {
			continue
		}
		v, err := values(l, &e.EventSignature)
		if err != nil {
			misfit, event = err, e.Canonical
			continue
		}
		if fitting = true; v.are(e.Where) {
			return e, v, nil
		}
	}
	// A log of a topic that another event has too, such as Transfer of ERC-20 and of ERC-721, may fit that one only.
	if misfit != nil && !fitting && !(l.Topics[0] == transfer && x.licence == l.Address) {
		return nil, nil, badLog(l, event, misfit)
	}
	return nil, nil, nil
}
