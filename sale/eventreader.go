package sale

import (
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
)

// eventReader reads a contract that the program file describes: which event is a purchase, a commission or a refund, and
// what their fields are. An event that a purchase supersedes is not asked for, so one payment is never read twice.
type eventReader struct {
	contract, licence common.Address
	asset             money.Asset
	events            *program.EventMap
}

func newEventReader(p *program.Program) (*eventReader, error) {
	if p.Sale.Event == nil {
		return nil, problem.New(problem.Invalid, problem.InvalidProgram,
			"the adapter event needs sale.purchase in the program file: the event's signature and what its fields are")
	}
	r := &eventReader{contract: p.Sale.Contract, asset: p.Sale.Asset, events: p.Sale.Event}
	if p.Holdings == program.FromLicence {
		r.licence = p.Sale.Licence
	}
	return r, nil
}

func (r *eventReader) Watch() Watch {
	w := Watch{Addresses: []common.Address{r.contract}, Topics: []common.Hash{r.events.Purchase.Topic}}
	if r.events.Commission != nil {
		w.Topics = append(w.Topics, r.events.Commission.Topic)
	}
	if r.events.Refund != nil {
		w.Topics = append(w.Topics, r.events.Refund.Topic)
	}
	if r.licence != (common.Address{}) {
		w.Addresses, w.Topics = append(w.Addresses, r.licence), append(w.Topics, transfer)
	}
	return w
}

func (r *eventReader) Counter() (selector [4]byte, ok bool) {
	if r.events.Counter == nil {
		return selector, false
	}
	return r.events.Counter.Selector, true
}

func (r *eventReader) Read(b *Block) ([]Event, error) {
	var events []Event
	var commissions []*commission
	for i := range b.Logs {
		l := &b.Logs[i]
		switch {
		case l.Is(r.licence, transfer) && r.licence != (common.Address{}):
			e, err := licenceTransfer(l)
			if err != nil {
				return nil, badLog(l, "Transfer of a licence", err)
			}
			events = append(events, e)
		case l.Is(r.contract, r.events.Purchase.Topic):
			p, err := r.purchase(l)
			if err != nil {
				return nil, badLog(l, r.events.Purchase.Canonical, err)
			}
			events = append(events, p)
		case r.events.Commission != nil && l.Is(r.contract, r.events.Commission.Topic):
			c, err := r.commission(l)
			if err != nil {
				return nil, badLog(l, r.events.Commission.Canonical, err)
			}
			commissions = append(commissions, c)
		case r.events.Refund != nil && l.Is(r.contract, r.events.Refund.Topic):
			e, err := r.refund(l)
			if err != nil {
				return nil, badLog(l, r.events.Refund.Canonical, err)
			}
			events = append(events, e)
		}
	}
	return inOrder(join(events, commissions)), nil
}

// values reads every field of a log by its name.
func values(l *evm.Log, s *program.EventSignature) (map[string]any, error) {
	out := map[string]any{}
	if err := s.ABI.Inputs.UnpackIntoMap(out, l.Data); err != nil && len(s.ABI.Inputs.NonIndexed()) > 0 {
		return nil, err
	}
	var indexed abi.Arguments
	for _, in := range s.ABI.Inputs {
		if in.Indexed {
			indexed = append(indexed, in)
		}
	}
	if len(l.Topics) != len(indexed)+1 {
		return nil, fmt.Errorf("it has %d topics, %d are expected", len(l.Topics), len(indexed)+1)
	}
	return out, abi.ParseTopicsIntoMap(out, indexed, l.Topics[1:])
}

func asAddress(v map[string]any, field string) (ledger.Wallet, error) {
	a, ok := v[field].(common.Address)
	if !ok {
		return ledger.Wallet{}, fmt.Errorf("its field %q is not an address", field)
	}
	return ledger.Wallet(a), nil
}

func asBig(v map[string]any, field string) (*big.Int, error) {
	switch n := v[field].(type) {
	case *big.Int:
		return n, nil
	case uint8:
		return big.NewInt(int64(n)), nil
	case uint16:
		return big.NewInt(int64(n)), nil
	case uint32:
		return big.NewInt(int64(n)), nil
	case uint64:
		return new(big.Int).SetUint64(n), nil
	}
	return nil, fmt.Errorf("its field %q is not an unsigned number", field)
}

func asCount(v map[string]any, field string) (uint64, error) {
	n, err := asBig(v, field)
	if err == nil && !n.IsUint64() {
		err = fmt.Errorf("%s = %s is too large for a quantity", field, n)
	}
	if err != nil {
		return 0, err
	}
	return n.Uint64(), nil
}

func (r *eventReader) asAmount(v map[string]any, field string) (money.Amount, error) {
	n, err := asBig(v, field)
	if err != nil {
		return money.Amount{}, err
	}
	return money.FromBig(r.asset, n)
}

// asCode is a code as text; of bytes32 the zero bytes at the end are cut off.
func asCode(v map[string]any, field string) (string, error) {
	switch c := v[field].(type) {
	case string:
		return c, nil
	case []byte:
		return string(c), nil
	case [32]byte:
		n := len(c)
		for n > 0 && c[n-1] == 0 {
			n--
		}
		return string(c[:n]), nil
	}
	return "", fmt.Errorf("its field %q is not text", field)
}

func (r *eventReader) purchase(l *evm.Log) (p Payment, err error) {
	m := &r.events.Purchase
	v, err := values(l, &m.EventSignature)
	if err != nil {
		return p, err
	}
	p.Place, p.Quantity = l.Place(), 1
	if p.Buyer, err = asAddress(v, m.Buyer); err != nil {
		return p, err
	}
	if !m.OnePerLog {
		if p.Quantity, err = asCount(v, m.Quantity); err != nil {
			return p, err
		}
	}
	if m.Code != "" {
		if p.Code, err = asCode(v, m.Code); err != nil {
			return p, err
		}
	}
	if m.Referrer != "" {
		if p.Referrer, err = asAddress(v, m.Referrer); err != nil {
			return p, err
		}
		p.Referred = p.Referrer != (ledger.Wallet{})
	}
	if m.Tier != "" {
		tier, err := asCount(v, m.Tier)
		if err != nil {
			return p, err
		}
		p.Tier = int(min(tier, 1000))
	}
	if m.Amount == "" || m.Means == program.NoAmount || m.Means == program.UnitsMeaning {
		return p, nil
	}
	amount, err := r.asAmount(v, m.Amount)
	switch m.Means {
	case program.Gross:
		p.Paid = &amount
	case program.Net:
		p.Net = &amount
	case program.List:
		p.List = &amount
	}
	return p, err
}

func (r *eventReader) commission(l *evm.Log) (c *commission, err error) {
	m := r.events.Commission
	v, err := values(l, &m.EventSignature)
	if err != nil {
		return c, err
	}
	c = &commission{Commission: Commission{Place: l.Place()}}
	if m.Referrer != "" {
		if c.Wallet, err = asAddress(v, m.Referrer); err != nil {
			return c, err
		}
		c.Named = true
	}
	if m.Code != "" {
		if c.Code, err = asCode(v, m.Code); err != nil {
			return c, err
		}
	}
	c.Amount, err = r.asAmount(v, m.Reward)
	return c, err
}

func (r *eventReader) refund(l *evm.Log) (e Refund, err error) {
	m := r.events.Refund
	v, err := values(l, &m.EventSignature)
	if err != nil {
		return e, err
	}
	e.Place = l.Place()
	if e.Buyer, err = asAddress(v, m.Buyer); err != nil {
		return e, err
	}
	if e.Amount, err = r.asAmount(v, m.Amount); err != nil {
		return e, err
	}
	if m.Quantity != "" {
		e.Quantity, err = asCount(v, m.Quantity)
	}
	return e, err
}
