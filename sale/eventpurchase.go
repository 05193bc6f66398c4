package sale

import (
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

// draft is a purchase before what moved is known.
type draft struct {
	Payment

	from  *program.PurchaseEvent
	asset money.Asset // zero: whichever moved
	unit  *big.Int    // the number of a field that is of one node
	said  *big.Int    // of a field that is of all nodes
}

// purchase takes note of a log that sells something.
func (x *reading) purchase(m *program.PurchaseEvent, l *evm.Log, c *program.SaleContract, v fields) (err error) {
	if m.Unless != nil {
		if told, err := x.toldBetter(m, l, v); told || err != nil {
			return err
		}
	}
	d := &draft{from: m}
	d.Place, d.Contract, d.Tier = l.Place(), ledger.Wallet(l.Address), c.Tier
	if m.Buyer == program.SenderOfTransaction {
		d.Buyer, err = x.sender(l.TxHash)
	} else {
		d.Buyer, err = v.wallet(m.Buyer)
	}
	if err != nil {
		return err
	}
	if m.Holder != "" {
		if d.Holder, err = v.wallet(m.Holder); err != nil {
			return err
		}
	}
	if d.Quantity, err = v.quantity(&m.Quantity); err != nil {
		return err
	}
	if m.Tier.Field != "" {
		if d.Tier, err = v.tier(&m.Tier); err != nil {
			return err
		}
	}
	if d.Code, err = x.codeOf(m, d, l, v); err != nil {
		return err
	}
	if m.Referrer != "" {
		if d.Referrer, err = v.wallet(m.Referrer); err != nil {
			return err
		}
		d.Referred = d.Referrer != (ledger.Wallet{})
	}
	d.Price = c.Price
	if n := len(m.Prices); n > 0 {
		if d.Price = nil; d.Tier >= 0 && d.Tier <= n {
			d.Price = &m.Prices[max(d.Tier, 1)-1]
		} else {
			d.Marks = append(d.Marks, OffLadder)
		}
	}
	if !m.Asset.Moved {
		if d.asset, err = x.asset(v, &m.Asset); err != nil {
			return err
		}
	}
	if m.Paid.Field != "" {
		n, err := v.number(m.Paid.Field)
		if err != nil {
			return err
		}
		if d.said = n; m.Paid.Each {
			d.said, d.unit = new(big.Int).Mul(n, new(big.Int).SetUint64(d.Quantity)), n
		}
	}
	x.drafts = append(x.drafts, d)
	return nil
}

// toldBetter says whether the transaction has the event that speaks of the same purchase, and better. Each such log stands for one.
func (x *reading) toldBetter(m *program.PurchaseEvent, l *evm.Log, v fields) (bool, error) {
	before := 0 // logs of this event that say the same, and stand before this one
	for _, other := range x.logs[l.TxHash] {
		if other == l {
			break
		}
		if other.Is(l.Address, m.Topic) {
			if w, err := values(other, &m.EventSignature); err == nil && alike(v, w) {
				before++
			}
		}
	}
	for _, other := range x.logs[l.TxHash] {
		if !other.Is(l.Address, m.Unless.Topic) {
			continue
		}
		w, err := values(other, m.Unless)
		if err != nil {
			return false, fmt.Errorf("the event of unless does not fit: %w", err)
		}
		if e, _, _ := x.entryOf(other); e != nil && alike(v, w) {
			if before == 0 {
				return true, nil
			}
			before--
		}
	}
	return false, nil
}

// alike says whether two logs have the same values in all fields that both have.
func alike(v, w fields) bool {
	for name, value := range v {
		if other, both := w[name]; both && program.FieldText(value) != program.FieldText(other) {
			return false
		}
	}
	return true
}

// sender is who signed a transaction.
func (x *reading) sender(hash common.Hash) (ledger.Wallet, error) {
	if tx := x.block.Tx(hash); tx != nil && tx.From != (common.Address{}) {
		return ledger.Wallet(tx.From), nil
	}
	return ledger.Wallet{}, errors.New(
		"who signed its transaction is not known: the type of the transaction is one that this version cannot read")
}

// codeOf is the referral code of a purchase. Calldata has it only where the transaction calls the contract itself. What a caller writes
// there may be anything that the contract takes: where it cannot be read the purchase is marked.
func (x *reading) codeOf(m *program.PurchaseEvent, d *draft, l *evm.Log, v fields) (string, error) {
	if m.Code.Call == nil {
		if m.Code.Field == "" {
			return "", nil
		}
		return v.text(m.Code.Field)
	}
	tx := x.block.Tx(l.TxHash)
	if tx == nil || tx.To != l.Address {
		return "", nil
	}
	selector, arguments, ok := tx.Call()
	if !ok || selector != m.Code.Call.Selector {
		return "", nil
	}
	inputs, call := m.Code.Call.ABI.Inputs, fields{}
	if len(arguments) <= mostNested || !slices.ContainsFunc(inputs, nested) {
		if err := inputs.UnpackIntoMap(call, arguments); err == nil {
			return call.text(m.Code.Field)
		}
	}
	d.mark(UnknownCode)
	return "", nil
}

// mostNested is how many bytes calldata with lists of lists or of texts may have: all elements of one may be the same bytes, so what is
// read grows with the square of what was sent.
const mostNested = 16 << 10

func nested(input abi.Argument) bool {
	t := input.Type
	return (t.T == abi.SliceTy || t.T == abi.ArrayTy) &&
		(t.Elem.T == abi.SliceTy || t.Elem.T == abi.ArrayTy || t.Elem.T == abi.StringTy || t.Elem.T == abi.BytesTy)
}

// together is what makes logs of a transaction one purchase.
type together struct {
	tx            common.Hash
	contract      ledger.Wallet
	from          *program.PurchaseEvent
	buyer, holder ledger.Wallet
	referrer      ledger.Wallet
	asset         money.Asset
	code, unit    string
	tier          int
}

// grouped makes one purchase of the logs that are one.
func (x *reading) grouped() (list []*draft, err error) {
	known := map[together]*draft{}
	for _, d := range x.drafts {
		if !d.from.PerTransaction {
			list = append(list, d)
			continue
		}
		key := together{d.TxHash, d.Contract, d.from, d.Buyer, d.GoesTo(), d.Referrer, d.asset, d.Code, fmt.Sprint(d.unit), d.Tier}
		first, again := known[key]
		if !again {
			known[key], list = d, append(list, d)
			continue
		}
		if first.Quantity+d.Quantity < first.Quantity {
			return nil, fmt.Errorf("transaction %s sells more nodes than can be counted", d.TxHash)
		}
		first.Quantity += d.Quantity
		if first.said != nil {
			first.said = new(big.Int).Add(first.said, d.said)
		}
	}
	return list, nil
}
