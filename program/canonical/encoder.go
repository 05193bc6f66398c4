package canonical

import (
	"bytes"
	"encoding/json"
	"strconv"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

// object is a JSON object under construction; put leaves nil out.
type object map[string]any

func (o object) put(key string, value any) {
	switch v := value.(type) {
	case nil:
		return
	case object:
		if v == nil {
			return
		}
	case string:
		if v == "" {
			return
		}
	}
	o[key] = value
}

// encoder writes a program's content: all of it when at is nil, otherwise what is in force at a moment. In the first
// case it also collects where dated settings begin.
type encoder struct {
	at     *program.Moment
	blocks []uint64
	times  []time.Time
	used   map[string]bool // symbols of assets that the content speaks of
	moved  bool            // the content speaks of whatever asset somebody pays with
	live   bool            // some dated setting was in force
}

func (e *encoder) whole() bool { return e.at == nil }

// boundary notes an instant or block at which the rules may change.
func (e *encoder) boundary(f program.From) {
	if f.Block != 0 {
		e.blocks = append(e.blocks, f.Block)
	} else if !f.Time.IsZero() {
		e.times = append(e.times, f.Time)
	}
}

// entries are those of a dated setting, each an object with its "from".
type entries []any

// setting writes a dated setting: the list of all its entries, or the one in force.
func setting[T any](e *encoder, d program.Dated[T], write func(T) object) any {
	if !e.whole() {
		value, ok := d.At(*e.at)
		if !ok {
			return nil
		}
		e.live = true
		return write(value)
	}
	var list entries
	for _, entry := range d {
		e.boundary(entry.From)
		o := write(entry.Value)
		o.put("from", entry.From.String())
		list = append(list, o)
	}
	if list == nil {
		return nil
	}
	return list
}

func (e *encoder) asset(a money.Asset) string {
	e.used[a.Symbol()] = true
	return a.Symbol()
}

// amount is whole units; the asset follows from where the amount stands.
func (e *encoder) amount(a money.Amount) string {
	e.used[a.Asset().Symbol()] = true
	return a.Decimal().String()
}

// named is an amount with its symbol.
func (e *encoder) named(a money.Amount) string { return e.amount(a) + " " + a.Asset().Symbol() }

func number(n uint64) string { return strconv.FormatUint(n, 10) }

func lower(a common.Address) string { return "0x" + common.Bytes2Hex(a[:]) }

// listed writes every value of a list.
func listed[T any](list []T, write func(T) any) []any {
	out := make([]any, 0, len(list))
	for _, value := range list {
		out = append(out, write(value))
	}
	return out
}

// encode is the canonical JSON of an object.
func encode(o object) []byte {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(o); err != nil {
		// Objects hold strings, booleans, lists and objects only, which always have a JSON form.
		panic("program: canonical content cannot be written: " + err.Error())
	}
	return bytes.TrimSuffix(out.Bytes(), []byte("\n"))
}
