package beaconchain

import (
	"crypto/sha256"
	"encoding/binary"

	"github.com/ethereum/go-ethereum/common"
)

// tree is a binary tree of which some nodes are known, by generalised index; where nothing is known below a node it is made up.
type tree map[uint64]common.Hash

func (t tree) has(index uint64) bool {
	for i := range t {
		for ; i > index; i /= 2 {
			if i/2 == index {
				return true
			}
		}
	}
	return false
}

func (t tree) node(index uint64) common.Hash {
	if h, known := t[index]; known {
		return h
	}
	if !t.has(index) {
		var number [8]byte
		binary.BigEndian.PutUint64(number[:], index)
		return sha256.Sum256(append([]byte("made up"), number[:]...))
	}
	left, right := t.node(2*index), t.node(2*index+1)
	return sha256.Sum256(append(left[:], right[:]...))
}

// branch leads from a node to the root.
func (t tree) branch(index uint64) (list []common.Hash) {
	for ; index > 1; index /= 2 {
		list = append(list, t.node(index^1))
	}
	return list
}
