package merkle

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"runtime"
	"sync"

	"github.com/ethereum/go-ethereum/crypto/keccak"
)

// Hash is a node of a tree: a Keccak-256.
type Hash [32]byte

// String is the hash in lower-case hexadecimal with 0x, the form in dumps.
func (h Hash) String() string { return "0x" + hex.EncodeToString(h[:]) }

// ParseHash reads 0x and 64 hexadecimal digits.
func ParseHash(text string) (h Hash, err error) {
	if len(text) != 66 || text[:2] != "0x" {
		return Hash{}, fmt.Errorf("%q is not a hash: write 0x and 64 hexadecimal digits", text)
	}
	if _, err := hex.Decode(h[:], []byte(text[2:])); err != nil {
		return Hash{}, fmt.Errorf("%q is not a hash: %w", text, err)
	}
	return h, nil
}

// hasher computes one hash after the other without allocating. It serves one goroutine.
type hasher struct {
	state interface {
		hash.Hash
		io.Reader
	}
	block [64]byte // what is hashed: the words of a leaf, or two nodes
}

func newHasher() *hasher {
	h := new(hasher)
	// The reading side of the sponge takes the sum out without copying the state.
	h.state = keccak.NewLegacyKeccak256().(interface {
		hash.Hash
		io.Reader
	})
	return h
}

// sum writes the Keccak-256 of the first n bytes of the block.
func (h *hasher) sum(to *Hash, n int) {
	h.state.Reset()
	h.state.Write(h.block[:n])
	_, _ = h.state.Read(to[:]) // a sponge gives as much as it is asked for
}

// leaf writes the hash of a leaf: its ABI-encoded words, hashed twice, so that no inner node can be taken for a leaf.
func (h *hasher) leaf(to *Hash, l *Leaf, words int) {
	clear(h.block[:12])
	copy(h.block[12:32], l.Wallet[:])
	if words == 2 {
		l.Amount.PutUint256(h.block[32:])
	}
	h.sum(to, 32*words)
	copy(h.block[:], to[:])
	h.sum(to, 32)
}

// node writes the hash of two nodes, the lesser first. It may write over one of them.
func (h *hasher) node(to, a, b *Hash) {
	if bytes.Compare(a[:], b[:]) > 0 {
		a, b = b, a
	}
	copy(h.block[:32], a[:])
	copy(h.block[32:], b[:])
	h.sum(to, 64)
}

// alone is how many hashes are not worth a second goroutine.
const alone = 512

// each calls do for every i of [from, to), on every core, with a hasher of the goroutine's own.
func each(from, to int, do func(h *hasher, i int)) {
	n := to - from
	workers := min(runtime.GOMAXPROCS(0), (n+alone-1)/alone)
	if workers <= 1 {
		h := newHasher()
		for i := from; i < to; i++ {
			do(h, i)
		}
		return
	}
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			h := newHasher()
			for i := from + n*w/workers; i < from+n*(w+1)/workers; i++ {
				do(h, i)
			}
		})
	}
	wg.Wait()
}
