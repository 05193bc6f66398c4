package chain

import (
	"encoding/hex"
	"math/big"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
)

// layout is the order of a header's fields behind the fifteen that every chain of this family has. Those at the end may be missing.
type layout []string

// layouts are those of Ethereum and of coreth (Avalanche's C-Chain and its subnets). A hash has one preimage: the layout that leads to the
// stated hash is the right one, so nobody has to say which a chain has, and trying them weakens nothing.
var layouts = []layout{
	{
		"baseFeePerGas", "withdrawalsRoot", "blobGasUsed", "excessBlobGas", "parentBeaconBlockRoot", "requestsHash", "blockAccessListHash",
		"slotNumber",
	},
	{
		"extDataHash", "baseFeePerGas", "extDataGasUsed", "blockGasCost", "blobGasUsed", "excessBlobGas", "parentBeaconBlockRoot",
		"timestampMilliseconds", "minDelayExcess",
	},
}

// quantities are the fields of layouts that are numbers; the others are bytes.
var quantities = []string{"extDataGasUsed", "blockGasCost", "timestampMilliseconds", "minDelayExcess"}

// mostExtra is how many extra fields are kept; clients tell up to a dozen.
const mostExtra = 32

// extra is a field of a block that is not of Ethereum's headers, as it was told: of another layout, new, or not of the header at all.
type extra struct {
	name, text string
}

// encoded is the field as a header has it; false where it is not hexadecimal.
func (x *extra) encoded(quantity bool) ([]byte, bool) {
	digits, ok := strings.CutPrefix(x.text, "0x")
	if quantity {
		digits = strings.TrimLeft(digits, "0")
		if len(digits)%2 == 1 {
			digits = "0" + digits
		}
	}
	value, err := hex.DecodeString(digits)
	return value, ok && err == nil
}

// hashesAs says whether the header hashes to the stated hash by one of these layouts: with all of its fields that are there, with one more
// at the end, as a fork brings it, or without the last ones, as a client tells them that the chain does not have.
func (b *block) hashesAs(layouts []layout) bool {
	for _, l := range layouts {
		fields := b.fields(l)
		for n := len(fields); n >= 0; n-- {
			if b.hashesWith(fields[:n]) {
				return true
			}
		}
		for i := range b.extra {
			if x := &b.extra[i]; !slices.Contains(l, x.name) {
				for _, quantity := range []bool{false, true} {
					if value, ok := x.encoded(quantity); ok && b.hashesWith(append(slices.Clip(fields), value)) {
						return true
					}
				}
			}
		}
	}
	return false
}

// fields are those of a layout up to the last one that is there; one that is missing in between is empty.
func (b *block) fields(l layout) (out [][]byte) {
	there := 0
	for i, name := range l {
		value, ok := b.optionalField(name)
		if at := slices.IndexFunc(b.extra, func(x extra) bool { return x.name == name }); at >= 0 {
			value, ok = b.extra[at].encoded(slices.Contains(quantities, name))
		}
		if out = append(out, value); ok {
			there = i + 1
		}
	}
	return out[:there]
}

// hashesWith says whether the header hashes to the stated hash with these fields at its end.
func (b *block) hashesWith(fields [][]byte) bool {
	w, h := rlp.NewEncoderBuffer(nil), &b.header
	list := w.List()
	write(&w, h.ParentHash[:], h.UncleHash[:], h.Coinbase[:], h.Root[:], h.TxHash[:], h.ReceiptHash[:], h.Bloom[:])
	w.WriteBigInt(h.Difficulty)
	w.WriteBigInt(h.Number)
	w.WriteUint64(h.GasLimit)
	w.WriteUint64(h.GasUsed)
	w.WriteUint64(h.Time)
	write(&w, h.Extra, h.MixDigest[:], h.Nonce[:])
	write(&w, fields...)
	w.ListEnd(list)
	return crypto.Keccak256Hash(w.ToBytes()) == b.stated
}

// optionalField is a field of Ethereum's headers that a fork added, as it is encoded; false where it is not there.
func (b *block) optionalField(name string) ([]byte, bool) {
	h := &b.header
	switch {
	case name == "baseFeePerGas" && h.BaseFee != nil:
		return h.BaseFee.Bytes(), true
	case name == "withdrawalsRoot" && h.WithdrawalsHash != nil:
		return h.WithdrawalsHash[:], true
	case name == "blobGasUsed" && h.BlobGasUsed != nil:
		return number(*h.BlobGasUsed), true
	case name == "excessBlobGas" && h.ExcessBlobGas != nil:
		return number(*h.ExcessBlobGas), true
	case name == "parentBeaconBlockRoot" && h.ParentBeaconRoot != nil:
		return h.ParentBeaconRoot[:], true
	case name == "requestsHash" && h.RequestsHash != nil:
		return h.RequestsHash[:], true
	case name == "blockAccessListHash" && h.BlockAccessListHash != nil:
		return h.BlockAccessListHash[:], true
	case name == "slotNumber" && h.SlotNumber != nil:
		return number(*h.SlotNumber), true
	}
	return nil, false
}

// number is a number as RLP has it: big endian, without leading zeros.
func number(n uint64) []byte { return new(big.Int).SetUint64(n).Bytes() }

// unknownFields are the names of what no layout has.
func (b *block) unknownFields() (names []string) {
	for _, x := range b.extra {
		if !slices.ContainsFunc(layouts, func(l layout) bool { return slices.Contains(l, x.name) }) {
			names = append(names, x.name)
		}
	}
	return names
}
