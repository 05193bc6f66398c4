package merkle

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/ledger"
)

// readNode reads one item of "tree".
func (t *Tree) readNode(d *json.Decoder) error {
	var text string
	if err := d.Decode(&text); err != nil {
		return err
	}
	h, err := ParseHash(text)
	t.nodes = append(t.nodes, h)
	return err
}

// readValue reads one item of "values".
func (t *Tree) readValue(d *json.Decoder) error {
	var item struct {
		Value     []json.RawMessage
		TreeIndex *uint32
	}
	if err := d.Decode(&item); err != nil {
		return err
	}
	// Which of the two it should be is known when leafEncoding is, and then the hash decides.
	if item.TreeIndex == nil || len(item.Value) < 1 || len(item.Value) > 2 {
		return errors.New("it needs a value of an address and an amount, and a treeIndex")
	}
	var l Leaf
	var err error
	if l.Wallet, err = wallet(item.Value[0]); err != nil {
		return err
	}
	if len(item.Value) == 2 {
		if l.Amount, err = amount(item.Value[1]); err != nil {
			return err
		}
	}
	t.leaves, t.at = append(t.leaves, l), append(t.at, *item.TreeIndex)
	return nil
}

// wallet reads an address with lower-case or capital digits.
func wallet(raw json.RawMessage) (w ledger.Wallet, err error) {
	digits, ok := strings.CutPrefix(strings.Trim(string(raw), `"`), "0x")
	if !ok || len(digits) != 40 {
		return w, fmt.Errorf("%s is not an address: write 0x and 40 hexadecimal digits", raw)
	}
	if _, err := hex.Decode(w[:], []byte(digits)); err != nil {
		return w, fmt.Errorf("%s is not an address: %w", raw, err)
	}
	return w, nil
}

// amount reads decimal digits, as a string or, as some publish small ones, as a number.
func amount(raw json.RawMessage) (uint256.Int, error) {
	digits := strings.Trim(string(raw), `"`)
	if digits == "" || strings.Trim(digits, "0123456789") != "" {
		return uint256.Int{}, fmt.Errorf("%s is not an amount: write a whole number of base units in decimal digits", raw)
	}
	u, err := uint256.FromDecimal(digits)
	if err != nil {
		return uint256.Int{}, fmt.Errorf("%s is not an amount: %w", raw, err)
	}
	return *u, nil
}
