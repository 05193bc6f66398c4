package sale

import (
	"fmt"
	"math/big"
	"reflect"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

// fields are the decoded values of a log or of a call by their names.
type fields map[string]any

// values reads every field of a log.
func values(l *evm.Log, s *program.EventSignature) (fields, error) {
	out := fields{}
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

// are says whether all conditions hold.
func (v fields) are(where []program.FieldIs) bool {
	for _, is := range where {
		if program.FieldText(v[is.Field]) != is.Value {
			return false
		}
	}
	return true
}

func (v fields) wallet(field string) (ledger.Wallet, error) {
	a, ok := v[field].(common.Address)
	if !ok {
		return ledger.Wallet{}, fmt.Errorf("its field %q is not an address", field)
	}
	return ledger.Wallet(a), nil
}

func (v fields) number(field string) (*big.Int, error) {
	if n := asBig(v[field]); n != nil {
		return n, nil
	}
	return nil, fmt.Errorf("its field %q is not an unsigned number", field)
}

func asBig(value any) *big.Int {
	switch n := value.(type) {
	case *big.Int:
		return n
	case uint8:
		return big.NewInt(int64(n))
	case uint16:
		return big.NewInt(int64(n))
	case uint32:
		return big.NewInt(int64(n))
	case uint64:
		return new(big.Int).SetUint64(n)
	}
	return nil
}

func (v fields) count(field string) (uint64, error) {
	n, err := v.number(field)
	if err == nil && !n.IsUint64() {
		err = fmt.Errorf("%s = %s is too large for a quantity", field, n)
	}
	if err != nil {
		return 0, err
	}
	return n.Uint64(), nil
}

// sum adds up a field that is a list of unsigned numbers.
func (v fields) sum(field string) (uint64, error) {
	list := reflect.ValueOf(v[field])
	if k := list.Kind(); k != reflect.Slice && k != reflect.Array {
		return 0, fmt.Errorf("its field %q is not a list", field)
	}
	total := new(big.Int)
	for i := range list.Len() {
		n := asBig(list.Index(i).Interface())
		if n == nil {
			return 0, fmt.Errorf("its field %q is not a list of unsigned numbers", field)
		}
		total.Add(total, n)
	}
	if !total.IsUint64() {
		return 0, fmt.Errorf("%s sums to %s, which is too large for a quantity", field, total)
	}
	return total.Uint64(), nil
}

// quantity is how many nodes a log says; 0 where what was paid decides.
func (v fields) quantity(q *program.QuantityOf) (uint64, error) {
	switch {
	case q.OnePerLog:
		return 1, nil
	case q.Sum != "":
		return v.sum(q.Sum)
	case q.PaidOver:
		return 0, nil
	}
	return v.count(q.Field)
}

// unknownTier is a tier that the log names and the program file does not know.
const unknownTier = -1

// tier is which tier a log names, from 1; 0 where it names none.
func (v fields) tier(t *program.TierOf) (int, error) {
	switch {
	case t.Field == "":
		return 0, nil
	case t.Is != nil:
		if tier, known := t.Is[program.FieldText(v[t.Field])]; known {
			return tier, nil
		}
		return unknownTier, nil
	}
	n, err := v.number(t.Field)
	if err != nil {
		return 0, err
	}
	if n.Cmp(big.NewInt(int64(t.Base))) < 0 || n.Cmp(big.NewInt(int64(t.Base)+1000)) >= 0 {
		return unknownTier, nil
	}
	return int(n.Int64()) - t.Base + 1, nil
}

// text is a field as text; of bytes32 the zero bytes at the end are cut off.
func (v fields) text(field string) (string, error) {
	switch c := v[field].(type) {
	case string:
		return c, nil
	case []byte:
		return string(c), nil
	case [32]byte:
		return strings.TrimRight(string(c[:]), "\x00"), nil
	}
	return "", fmt.Errorf("its field %q is not text", field)
}

// amount is a field in the asset that an event or the program file says.
func (x *reading) amount(v fields, field string, of *program.AssetOf) (money.Amount, error) {
	asset, err := x.asset(v, of)
	if err != nil {
		return money.Amount{}, err
	}
	n, err := v.number(field)
	if err != nil {
		return money.Amount{}, err
	}
	return money.FromBig(asset, n)
}

// asset is what an event is in, where its fields or the program file say it.
func (x *reading) asset(v fields, of *program.AssetOf) (money.Asset, error) {
	switch {
	case of.Field != "":
		text := program.FieldText(v[of.Field])
		asset, known := of.Is[text]
		if !known {
			return asset, fmt.Errorf("its %s is %s, and the program file does not say which asset that is: write it into asset.is", of.Field, text)
		}
		return asset, nil
	case !of.Fixed.IsZero():
		return of.Fixed, nil
	}
	return x.assets.sale, nil
}
