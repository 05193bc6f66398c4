package sale

import (
	"encoding/binary"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/ledger/roll"
)

// mostTiers is how many tiers a ladder has at most.
const mostTiers = 1000

type (
	usedLaw     struct{ roll.OfWallets }
	referrerLaw struct{ roll.OfWallets }
	buyerLaw    struct{ roll.OfWallets }
)

func (usedLaw) Value(to []byte, v []uint64) []byte {
	for _, n := range v {
		to = binary.AppendUvarint(to, n)
	}
	return to
}

func (usedLaw) Read(b []byte) (v []uint64, ok bool) {
	if len(b) > mostTiers*binary.MaxVarintLen64 {
		return nil, false
	}
	v = make([]uint64, 0, len(b))
	for len(b) > 0 {
		n, size := binary.Uvarint(b)
		if size <= 0 {
			return nil, false
		}
		v, b = append(v, n), b[size:]
	}
	return v, true
}

func (referrerLaw) Value(to []byte, v ledger.Wallet) []byte { return append(to, v[:]...) }

func (referrerLaw) Read(b []byte) (v ledger.Wallet, ok bool) {
	n := copy(v[:], b)
	return v, n == len(v) && n == len(b)
}

func (buyerLaw) Value(to []byte, _ struct{}) []byte { return to }

func (buyerLaw) Read(b []byte) (v struct{}, ok bool) { return v, len(b) == 0 }
