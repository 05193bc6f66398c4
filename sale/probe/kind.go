package probe

import (
	"math/big"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
)

// Role is what an event was found to be.
type Role string

// What an event may be.
const (
	Purchase     Role = "purchase"
	Gift         Role = "gift"
	Commission   Role = "commission"
	Withdrawal   Role = "withdrawal"
	Refund       Role = "refund"
	Registration Role = "registration"
	Prices       Role = "prices"  // it announces tiers or prices
	Repeats      Role = "repeats" // it repeats what a purchase's event says
	Other        Role = "other"
	Unknown      Role = "unknown" // its declaration is not known
)

// Kind is one kind of event of the contracts.
type Kind struct {
	Declared
	Shape   shape
	Guessed bool // which fields are indexed is guessed
	Count   int  // logs
	Sample  int  // of them those whose transaction was looked at
	First   uint64
	Last    uint64
	Role    Role
	Why     string // how its role is known
	logs    []*occurrence
}

// Topic is the log's first topic.
func (k *Kind) Topic() common.Hash { return k.Shape.topic }

// occurrence is a log that was read.
type occurrence struct {
	*Log
	v  map[string]any // its fields
	tx *Tx            // nil: not looked at
}

// address is a field that is a wallet or a contract.
func (o *occurrence) address(field string) common.Address {
	a, _ := o.v[field].(common.Address)
	return a
}

// number is a field that is a number, or the sum of a list of numbers; nil when it is neither.
func (o *occurrence) number(field string) *big.Int { return numberOf(o.v[field]) }

func numberOf(value any) *big.Int {
	switch v := value.(type) {
	case *big.Int:
		return v
	case uint8:
		return new(big.Int).SetUint64(uint64(v))
	case uint16:
		return new(big.Int).SetUint64(uint64(v))
	case uint32:
		return new(big.Int).SetUint64(uint64(v))
	case uint64:
		return new(big.Int).SetUint64(v)
	case []*big.Int:
		sum := new(big.Int)
		for _, n := range v {
			sum.Add(sum, n)
		}
		return sum
	}
	return nil
}

// kindsOf sorts the logs by what they are.
func kindsOf(s *Seen, table *Table) (kinds []*Kind) {
	byShape := map[shape]*Kind{}
	for i := range s.Logs {
		l := &s.Logs[i]
		if len(l.Topics) == 0 {
			continue
		}
		id := shape{l.Topics[0], len(l.Topics)}
		k := byShape[id]
		if k == nil {
			k = &Kind{Shape: id, First: l.Block, Role: Other}
			var ok bool
			if k.Declared, k.Guessed, ok = table.Of(&l.Log); !ok {
				k.Role = Unknown
			}
			byShape[id], kinds = k, append(kinds, k)
		}
		k.Count++
		k.Last = l.Block
		o := &occurrence{Log: l, tx: s.Txs[l.TxHash]}
		if o.tx != nil {
			k.Sample++
		}
		if k.Role == Unknown {
			k.logs = append(k.logs, o)
			continue
		}
		v, ok := values(&l.Log, &k.EventSignature)
		if o.v = v; ok {
			k.logs = append(k.logs, o)
		}
	}
	for _, k := range kinds {
		switch {
		case k.Role == Unknown:
			k.Why = describeUnknown(k)
		case len(k.logs) == 0:
			k.Role, k.Why = Unknown, "its logs do not fit the declaration that is known for its topic"
		case k.Section == housekeeping:
			k.Why = "housekeeping"
		}
	}
	return kinds
}

// fields are the names of the fields of some types, in order.
func (k *Kind) fields(is func(t *abi.Type, indexed bool) bool) (names []string) {
	for i := range k.ABI.Inputs {
		if in := &k.ABI.Inputs[i]; is(&in.Type, in.Indexed) {
			names = append(names, in.Name)
		}
	}
	return names
}

func isAddress(t *abi.Type, _ bool) bool { return t.T == abi.AddressTy }
func isNumber(t *abi.Type, _ bool) bool  { return t.T == abi.UintTy }
func isBool(t *abi.Type, _ bool) bool    { return t.T == abi.BoolTy }
func isList(t *abi.Type, indexed bool) bool {
	return t.T == abi.SliceTy && t.Elem.T == abi.UintTy && !indexed
}

// isText is what may be a code: text that is not indexed, or 32 bytes.
func isText(t *abi.Type, indexed bool) bool {
	return t.T == abi.StringTy && !indexed || t.T == abi.FixedBytesTy && t.Size == 32
}

func (k *Kind) typeOf(field string) string {
	for _, in := range k.ABI.Inputs {
		if in.Name == field {
			return in.Type.String()
		}
	}
	return ""
}

// named is the first of the fields whose name has one of the words, in the order of the words.
func named(fields []string, words ...string) string {
	for _, word := range words {
		for _, f := range fields {
			if strings.Contains(strings.ToLower(f), word) {
				return f
			}
		}
	}
	return ""
}

func hasWord(text string, words ...string) bool { return named([]string{text}, words...) != "" }

// isLicenceTransfer says whether these are transfers of ERC-721 tokens.
func (k *Kind) isLicenceTransfer() bool { return k.Shape == shape{transferTopic, 4} }

// txs are the transactions that were looked at, of logs that keep says yes to.
func txsOf(logs []*occurrence) (out []common.Hash) {
	for _, o := range logs {
		if o.tx != nil && !slices.Contains(out, o.TxHash) {
			out = append(out, o.TxHash)
		}
	}
	return out
}

// describeUnknown says what can be seen of an event whose declaration is not known.
func describeUnknown(k *Kind) string {
	o := k.logs[0]
	words := len(o.Data) / 32
	var seen []string
	for i := range min(words, 16) {
		word := o.Data[32*i : 32*i+32]
		seen = append(seen, describeWord(word, o.tx))
	}
	for i := 1; i < len(o.Topics); i++ {
		seen = append(seen, "indexed "+describeWord(o.Topics[i][:], o.tx))
	}
	if len(seen) == 0 {
		return "no fields"
	}
	return "fields that look like: " + strings.Join(seen, ", ")
}

func describeWord(word []byte, tx *Tx) string {
	n := new(big.Int).SetBytes(word)
	if tx != nil && n.Sign() > 0 {
		if common.BytesToAddress(word) == tx.From && n.BitLen() > 64 {
			return "the wallet that signed the transaction"
		}
		if _, moved := tx.paid(tx.From); moved.Cmp(n) == 0 {
			return "what it paid (" + n.String() + ")"
		}
	}
	switch bits := n.BitLen(); {
	case bits > 160:
		return "32 bytes"
	case bits > 96:
		return "an address"
	default:
		return "the number " + n.String()
	}
}
