package roll

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"

	"github.com/nodeledger/nodeledger/ledger"
)

// Law is how keys and values are written. It has no fields: what reads a roll has nothing but its type.
type Law[K comparable, V any] interface {
	// Key adds a key's bytes, as many of every key, in whose order entries are.
	Key(to []byte, k K) []byte
	// Value adds a value's bytes.
	Value(to []byte, v V) []byte
	// Read is the value of such bytes; false where they are of none. It keeps none of them.
	Read(b []byte) (V, bool)
}

// OfWallets are the keys of a roll by wallet.
type OfWallets struct{}

// Key is a wallet's own bytes.
func (OfWallets) Key(to []byte, w ledger.Wallet) []byte { return append(to, w[:]...) }

// Roll is a map. The zero Roll is empty and ready. Do not copy one, and change what is behind a value that Get gave by Set alone.
type Roll[K comparable, V any, L Law[K, V]] struct {
	base  []byte        // entries: a key, how many bytes its value has, and these
	marks []mark        // every sixteenth of them
	newer map[K]slot[V] // what was set since
	count int           // entries in all
	wide  int           // bytes of a key
}

// mark is where an entry begins, and the first bytes of its key: most keys are told apart by them.
type mark struct {
	first uint64
	at    int
}

// slot is what was set of a key: nothing where it was deleted.
type slot[V any] struct {
	v    V
	gone bool
	was  bool // base has the key
}

const (
	every = 16
	few   = 4096 // entries that are never brought into the bytes for their number alone
)

// Len is how many entries there are.
func (r *Roll[K, V, L]) Len() int { return r.count }

// Get is what a key has; ok is false where it has nothing.
func (r *Roll[K, V, L]) Get(k K) (v V, ok bool) {
	if s, set := r.newer[k]; set {
		return s.v, !s.gone
	}
	b := r.find(k)
	if b == nil {
		return v, false
	}
	var law L
	return law.Read(b)
}

// Set gives a key another value.
func (r *Roll[K, V, L]) Set(k K, v V) { r.put(k, slot[V]{v: v}) }

// Delete takes a key's value away.
func (r *Roll[K, V, L]) Delete(k K) { r.put(k, slot[V]{gone: true}) }

func (r *Roll[K, V, L]) put(k K, s slot[V]) {
	before, set := r.newer[k]
	had := set && !before.gone
	if s.was = before.was; !set {
		s.was = r.find(k) != nil
		had = s.was
	}
	switch {
	case had && s.gone:
		r.count--
	case !had && !s.gone:
		r.count++
	}
	if s.gone && !s.was {
		delete(r.newer, k)
		return
	}
	if r.newer == nil {
		r.newer = map[K]slot[V]{}
	}
	r.newer[k] = s
	if len(r.newer) > max(few, r.count/4) {
		r.merge()
	}
}

// find is the bytes of a key's value in base; nil where it is not there.
func (r *Roll[K, V, L]) find(k K) []byte {
	if len(r.base) == 0 {
		return nil
	}
	var law L
	var room [64]byte
	key := law.Key(room[:0], k)
	if len(key) != r.wide {
		return nil
	}
	at, above := -1, len(r.marks) // the last mark whose key is not above it, and the first whose key is
	for first := firstOf(key); above-at > 1; {
		middle := int(uint(at+above) / 2)
		m := &r.marks[middle]
		if m.first > first || m.first == first && bytes.Compare(r.base[m.at:][:r.wide], key) > 0 {
			above = middle
		} else {
			at = middle
		}
	}
	if at < 0 {
		return nil
	}
	rest := r.base[r.marks[at].at:]
	for range every {
		if len(rest) == 0 {
			return nil
		}
		has, value, after := cut(rest, r.wide)
		switch bytes.Compare(has, key) {
		case 0:
			return value
		case 1:
			return nil
		}
		rest = after
	}
	return nil
}

// firstOf is the number that the first eight bytes of a key are, as if zeros followed a shorter one.
func firstOf(key []byte) uint64 {
	var eight [8]byte
	copy(eight[:], key)
	return binary.BigEndian.Uint64(eight[:])
}

// cut is the first entry of bytes that are known to be entries.
func cut(b []byte, wide int) (key, value, rest []byte) {
	size, n := binary.Uvarint(b[wide:])
	value = b[wide+n:]
	return b[:wide], value[:size:size], value[size:]
}

// merge brings what was set into the bytes.
func (r *Roll[K, V, L]) merge() {
	r.base = r.Bytes()
	r.newer = nil
	r.mark()
}

// mark notes where entries begin, of bytes that are known to be entries.
func (r *Roll[K, V, L]) mark() {
	var law L
	var zero K
	r.wide, r.marks = len(law.Key(nil, zero)), make([]mark, 0, r.count/every+1)
	rest := r.base
	for n := 0; len(rest) > 0; n++ {
		if n%every == 0 {
			r.marks = append(r.marks, mark{firstOf(rest[:r.wide]), len(r.base) - len(rest)})
		}
		_, _, rest = cut(rest, r.wide)
	}
}

// Bytes is all of it, so that [Roll.ReadBytes] makes it anew. Nobody may change them.
func (r *Roll[K, V, L]) Bytes() []byte {
	if len(r.newer) == 0 {
		return r.base
	}
	var law L
	type change struct {
		key, value []byte
		gone       bool
	}
	var zero K
	wide := len(law.Key(nil, zero))
	changes, written := make([]change, 0, len(r.newer)), make([]byte, 0, len(r.newer)*(wide+16))
	for k, s := range r.newer {
		from := len(written)
		written = law.Key(written, k)
		if !s.gone {
			written = law.Value(written, s.v)
		}
		all := written[from:] // what grows later leaves it where it is
		changes = append(changes, change{all[:wide:wide], all[wide:], s.gone})
	}
	slices.SortFunc(changes, func(a, b change) int { return bytes.Compare(a.key, b.key) })
	out := make([]byte, 0, len(r.base)+len(written)+2*len(changes))
	rest := r.base
	for i := range changes {
		c := &changes[i]
		begun := rest
		over := 0
		for len(rest) > 0 {
			key, _, after := cut(rest, wide)
			if over = bytes.Compare(key, c.key); over >= 0 {
				break
			}
			rest = after
		}
		out = append(out, begun[:len(begun)-len(rest)]...)
		if len(rest) > 0 && over == 0 {
			_, _, rest = cut(rest, wide)
		}
		if !c.gone {
			out = append(out, c.key...)
			out = binary.AppendUvarint(out, uint64(len(c.value)))
			out = append(out, c.value...)
		}
	}
	return append(out, rest...)
}

// ReadBytes makes it what has these bytes, which it keeps. It refuses those that Bytes cannot have given, and is empty then.
func (r *Roll[K, V, L]) ReadBytes(b []byte) error {
	var law L
	var zero K
	var before, again []byte
	var marks []mark
	if *r = (Roll[K, V, L]{}); len(b) == 0 {
		return nil
	}
	wide, count := len(law.Key(nil, zero)), 0
	for rest := b; len(rest) > 0; count++ {
		if len(rest) <= wide {
			return fmt.Errorf("entry %d is cut off", count)
		}
		size, n := binary.Uvarint(rest[wide:])
		if n <= 0 || size > uint64(len(rest)-wide-n) || n != len(binary.AppendUvarint(again[:0], size)) {
			return fmt.Errorf("entry %d is cut off", count)
		}
		key, value, after := cut(rest, wide)
		if count > 0 && bytes.Compare(before, key) >= 0 {
			return fmt.Errorf("entry %d is not in order", count)
		}
		v, ok := law.Read(value)
		if again = law.Value(again[:0], v); !ok || !bytes.Equal(again, value) {
			return fmt.Errorf("entry %d has another value than can be written", count)
		}
		if count%every == 0 {
			marks = append(marks, mark{firstOf(key), len(b) - len(rest)})
		}
		before, rest = key, after
	}
	r.base, r.marks, r.wide, r.count = b[:len(b):len(b)], marks, wide, count
	return nil
}
