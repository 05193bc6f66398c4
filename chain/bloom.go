package chain

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/nodeledger/nodeledger/sale"
)

// blooms adds words to a bloom. It remembers the bits of words that come again and again, the watched addresses and
// topics, since hashing them is most of the work.
type blooms struct {
	known map[common.Hash][]bit // by the word, addresses padded on the left
}

type bit struct {
	at    int
	value byte
}

func newBlooms(watch sale.Watch) *blooms {
	b := &blooms{known: map[common.Hash][]bit{}}
	for _, address := range watch.Addresses {
		b.learn(address[:])
	}
	for _, topic := range watch.Topics {
		b.learn(topic[:])
	}
	return b
}

func (b *blooms) learn(word []byte) {
	var bloom types.Bloom
	bloom.Add(word)
	var bits []bit
	for i, value := range bloom {
		if value != 0 {
			bits = append(bits, bit{i, value})
		}
	}
	b.known[knownAs(word)] = bits
}

// knownAs tells an address from a topic that is the same address padded.
func knownAs(word []byte) common.Hash {
	key := common.BytesToHash(word)
	if len(word) == common.AddressLength {
		key[0] = 1
	}
	return key
}

func (b *blooms) add(bloom *types.Bloom, word []byte) {
	bits, ok := b.known[knownAs(word)]
	if !ok {
		bloom.Add(word)
		return
	}
	for _, one := range bits {
		bloom[one.at] |= one.value
	}
}

// mayHold says whether a block with this bloom may hold a watched log. No means no.
func (b *blooms) mayHold(bloom *types.Bloom, watch sale.Watch) bool {
	holds := func(word []byte) bool {
		for _, one := range b.known[knownAs(word)] {
			if bloom[one.at]&one.value != one.value {
				return false
			}
		}
		return true
	}
	for _, address := range watch.Addresses {
		if !holds(address[:]) {
			continue
		}
		if len(watch.Topics) == 0 {
			return true
		}
		for _, topic := range watch.Topics {
			if holds(topic[:]) {
				return true
			}
		}
	}
	return false
}
