package chain

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// blooms adds words to a bloom. It remembers the bits of words that come again and again, the watched addresses and
// topics, since hashing them is most of the work. Addresses and topics are kept apart: whoever emits a log chooses its
// topics freely, and none of them may be taken for an address.
type blooms struct {
	addresses map[common.Address][]bit
	topics    map[common.Hash][]bit
}

type bit struct {
	at    int
	value byte
}

func newBlooms(all []selection) *blooms {
	b := &blooms{map[common.Address][]bit{}, map[common.Hash][]bit{}}
	for _, s := range all {
		for _, address := range s.addresses {
			b.addresses[address] = bitsOf(address[:])
		}
		for _, list := range s.topics {
			for _, topic := range list {
				b.topics[topic] = bitsOf(topic[:])
			}
		}
	}
	return b
}

func bitsOf(word []byte) (bits []bit) {
	var bloom types.Bloom
	bloom.Add(word)
	for i, value := range bloom {
		if value != 0 {
			bits = append(bits, bit{i, value})
		}
	}
	return bits
}

func (b *blooms) addAddress(bloom *types.Bloom, address *common.Address) {
	if bits, ok := b.addresses[*address]; ok {
		set(bloom, bits)
		return
	}
	bloom.Add(address[:])
}

func (b *blooms) addTopic(bloom *types.Bloom, topic *common.Hash) {
	if bits, ok := b.topics[*topic]; ok {
		set(bloom, bits)
		return
	}
	bloom.Add(topic[:])
}

func set(bloom *types.Bloom, bits []bit) {
	for _, one := range bits {
		bloom[one.at] |= one.value
	}
}

func holds(bloom *types.Bloom, bits []bit) bool {
	for _, one := range bits {
		if bloom[one.at]&one.value != one.value {
			return false
		}
	}
	return true
}
