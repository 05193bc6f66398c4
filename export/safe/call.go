package safe

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/ledger"
)

// ErrNotTransfer says that a call does something else than to pay one wallet; test with errors.Is.
var ErrNotTransfer = errors.New("it is not a transfer: do not sign it as a payout")

// Call is a transaction of a Safe.
type Call struct {
	To    common.Address
	Value uint256.Int // wei
	Data  []byte
}

// Payment is what a call pays. Units are base units of the token, or wei when Token is the zero address.
type Payment struct {
	Token  common.Address
	Wallet ledger.Wallet
	Units  uint256.Int
}

// payment reads what the call pays; ErrNotTransfer when it does anything else.
func (c Call) payment() (Payment, error) {
	if len(c.Data) == 0 {
		if c.Value.IsZero() {
			return Payment{}, fmt.Errorf("a call of %s without value or data: %w", c.To, ErrNotTransfer)
		}
		return Payment{Wallet: ledger.Wallet(c.To), Units: c.Value}, nil
	}
	w, units, ok := readTransferData(c.Data)
	if !ok || !c.Value.IsZero() || units.IsZero() {
		return Payment{}, fmt.Errorf("a call of %s with %d bytes of data: %w", c.To, len(c.Data), ErrNotTransfer)
	}
	return Payment{c.To, w, units}, nil
}

// call is what the app executes for a transaction.
func (t *transaction) call() (c Call, err error) {
	if c.To, err = address(t.To); err != nil {
		return Call{}, fmt.Errorf("to: %w", err)
	}
	if c.Value, err = units(t.Value); err != nil {
		return Call{}, fmt.Errorf("value: %w", err)
	}
	if t.Data != nil && *t.Data != "" {
		digits, ok := strings.CutPrefix(*t.Data, "0x")
		if c.Data, err = hex.DecodeString(digits); err != nil || !ok {
			return Call{}, fmt.Errorf("data: %q is not 0x and pairs of hexadecimal digits", *t.Data)
		}
	}
	if t.Method == nil {
		return c, nil
	}
	words, err := t.words()
	if err != nil {
		return Call{}, err
	}
	if len(c.Data) == 0 {
		c.Data = words
	}
	if !bytes.Equal(c.Data, words) {
		return Call{}, errors.New("its data and its contractInputsValues pay differently: do not sign it, export the run again")
	}
	return c, nil
}

// words is the data that contractMethod and contractInputsValues describe.
func (t *transaction) words() ([]byte, error) {
	m := t.Method
	if m.Name != "transfer" || len(m.Inputs) != 2 || m.Inputs[0].Type != "address" || m.Inputs[1].Type != "uint256" {
		return nil, fmt.Errorf("its contractMethod is %s: %w", m.Name, ErrNotTransfer)
	}
	to, err := address(t.Inputs[m.Inputs[0].Name])
	if err != nil {
		return nil, err
	}
	amount, err := units(t.Inputs[m.Inputs[1].Name])
	if err != nil {
		return nil, err
	}
	return transferData(ledger.Wallet(to), amount), nil
}

func address(text string) (common.Address, error) {
	w, err := ledger.ParseWallet(text)
	return common.Address(w), err
}

func units(text string) (uint256.Int, error) {
	if text == "" || strings.Trim(text, "0123456789") != "" {
		return uint256.Int{}, fmt.Errorf("%q is not a number of base units: write decimal digits", text)
	}
	u, err := uint256.FromDecimal(text)
	if err != nil {
		return uint256.Int{}, fmt.Errorf("%q is not a number of base units: %w", text, err)
	}
	return *u, nil
}
