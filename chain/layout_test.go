package chain

import (
	"encoding/json"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
	"pgregory.net/rapid"
)

// readHeader reads a header as an endpoint tells it.
func readHeader(t interface{ Fatal(...any) }, text string) *block {
	b := new(block)
	r := &reader{text: []byte(text)}
	readBlock(r, b)
	if err := r.end(); err != nil {
		t.Fatal(err)
	}
	return b
}

// drawHeader is a header of any fork.
func drawHeader(r *rapid.T) *types.Header {
	n := func(name string) *uint64 { v := rapid.Uint64().Draw(r, name); return &v }
	hash := func(name string) *common.Hash { return &common.Hash{rapid.Byte().Draw(r, name)} }
	h := &types.Header{
		Number: big.NewInt(5), Difficulty: amounts().Draw(r, "difficulty"), Extra: []byte{1}, GasLimit: *n("limit"), Time: *n("time"),
	}
	fork := rapid.IntRange(0, 5).Draw(r, "fork")
	if fork > 0 {
		h.BaseFee = amounts().Draw(r, "fee")
	}
	if fork > 1 {
		h.WithdrawalsHash = hash("withdrawals")
	}
	if fork > 2 {
		h.BlobGasUsed, h.ExcessBlobGas, h.ParentBeaconRoot = n("used"), n("excess"), hash("beacon")
	}
	if fork > 3 {
		h.RequestsHash = hash("requests")
	}
	if fork > 4 {
		h.BlockAccessListHash, h.SlotNumber = hash("access"), n("slot")
	}
	return h
}

// TestLayoutOfEthereum: the layout's own encoding of a header of any fork is go-ethereum's.
func TestLayoutOfEthereum(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text, err := json.Marshal(drawHeader(r))
		if err != nil {
			r.Fatal(err)
		}
		b := readHeader(r, string(text))
		b.stated = b.header.Hash()
		if !b.hashesWith(b.fields(layouts[0])) {
			r.Fatalf("%s does not hash to %s", text, b.stated)
		}
	})
}

// TestFieldOfAFork: a header with one field more at its end is proven, whatever the field is called, and so is one of which a client tells
// more than is hashed.
func TestFieldOfAFork(t *testing.T) {
	zero := uint64(0)
	header := &types.Header{
		Number: big.NewInt(5), Difficulty: new(big.Int), Extra: []byte{}, BaseFee: big.NewInt(7),
		WithdrawalsHash: &common.Hash{1}, BlobGasUsed: &zero,
	}
	text, err := json.Marshal(header)
	if err != nil {
		t.Fatal(err)
	}
	without := *header
	without.WithdrawalsHash, without.BlobGasUsed = nil, nil
	encoded, err := rlp.EncodeToBytes(header)
	if err != nil {
		t.Fatal(err)
	}
	var fields []rlp.RawValue
	if err := rlp.DecodeBytes(encoded, &fields); err != nil {
		t.Fatal(err)
	}
	more := func(value any) common.Hash {
		last, err := rlp.EncodeToBytes(value)
		if err != nil {
			t.Fatal(err)
		}
		return rlpHash(t, append(fields[:len(fields):len(fields)], last))
	}
	for name, one := range map[string]struct {
		field string
		hash  common.Hash
		holds bool
	}{
		"bytes":               {`"futureKey":"0x0007"`, more([]byte{0, 7}), true},
		"a number":            {`"futureNumber":"0x70"`, more(uint64(0x70)), true},
		"zero":                {`"futureNumber":"0x0"`, more(uint64(0)), true},
		"beside the header":   {`"beside":"0x12","more":{"a":[1]}`, header.Hash(), true},
		"told and not hashed": {`"beside":"0x12"`, without.Hash(), true},
		"another value":       {`"futureNumber":"0x71"`, more(uint64(0x70)), false},
	} {
		told := strings.Replace(string(text), "{", `{`+one.field+`,`, 1)
		b := readHeader(t, told)
		b.stated = one.hash
		if wrong := b.verify(5); (wrong == "") != one.holds {
			t.Errorf("%s: %s", name, wrong)
		}
	}
}

func rlpHash(t *testing.T, value any) common.Hash {
	t.Helper()
	encoded, err := rlp.EncodeToBytes(value)
	if err != nil {
		t.Fatal(err)
	}
	return crypto.Keccak256Hash(encoded)
}
