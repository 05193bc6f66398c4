package fairness

import (
	"encoding/binary"

	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/ledger/roll"
	"github.com/nodeledger/nodeledger/money"
)

// dealt is a [Sum] in the asset of a tally, in base units.
type dealt struct {
	purchases, nodes       uint64
	list, discount, reward uint256.Int
}

func (s *Sum) dealt() dealt {
	return dealt{s.Purchases, s.Nodes, s.List.Uint256(), s.Discount.Uint256(), s.Reward.Uint256()}
}

// dealt is what a buyer bought with a referrer's code.
func (t *Tally) dealt(d deal) Sum {
	of, _ := t.deals.Get(d)
	amount := func(n *uint256.Int) money.Amount { return money.FromUint256(t.plain.List.Asset(), n) }
	return Sum{of.purchases, of.nodes, amount(&of.list), amount(&of.discount), amount(&of.reward)}
}

type (
	boughtLaw struct{ roll.OfWallets }
	dealLaw   struct{}
)

func (boughtLaw) Value(to []byte, v uint64) []byte { return binary.AppendUvarint(to, v) }

func (boughtLaw) Read(b []byte) (uint64, bool) {
	v, size := binary.Uvarint(b)
	return v, size > 0 && size == len(b)
}

func (dealLaw) Key(to []byte, d deal) []byte {
	return append(append(to, d.buyer[:]...), d.referrer[:]...)
}

func (dealLaw) Value(to []byte, v dealt) []byte {
	to = binary.AppendUvarint(binary.AppendUvarint(to, v.purchases), v.nodes)
	for _, n := range [...]*uint256.Int{&v.list, &v.discount, &v.reward} {
		size := n.ByteLen()
		whole := n.Bytes32()
		to = append(append(to, byte(size)), whole[len(whole)-size:]...)
	}
	return to
}

func (dealLaw) Read(b []byte) (v dealt, ok bool) {
	for _, to := range [...]*uint64{&v.purchases, &v.nodes} {
		n, size := binary.Uvarint(b)
		if size <= 0 {
			return v, false
		}
		*to, b = n, b[size:]
	}
	for _, to := range [...]*uint256.Int{&v.list, &v.discount, &v.reward} {
		if len(b) == 0 || int(b[0]) >= len(b) || b[0] > 32 {
			return v, false
		}
		size := int(b[0])
		to.SetBytes(b[1 : 1+size])
		b = b[1+size:]
	}
	return v, len(b) == 0
}
