package imprint

import (
	"encoding/binary"
	"slices"
)

func (w *writer) number(n uint64) { w.out = binary.AppendUvarint(w.out, n) }
func (w *writer) signed(n int64)  { w.out = binary.AppendVarint(w.out, n) }

func (w *writer) bytes(b []byte) {
	w.number(uint64(len(b)))
	if more := len(b); more > len(w.out)/4 && more > cap(w.out)-len(w.out) {
		w.out = slices.Grow(w.out, more+len(w.out)/2) // append grows what is large by little, and copies it that often
	}
	w.out = append(w.out, b...)
}

func (r *reader) number() uint64 {
	n, size := binary.Uvarint(r.in)
	if size <= 0 {
		r.fail("a number is cut off")
		return 0
	}
	r.in = r.in[size:]
	return n
}

func (r *reader) signed() int64 {
	n, size := binary.Varint(r.in)
	if size <= 0 {
		r.fail("a number is cut off")
		return 0
	}
	r.in = r.in[size:]
	return n
}

// some is a number of things that follow, each of a byte at least.
func (r *reader) some() int {
	n := r.number()
	if n > uint64(len(r.in)) {
		r.fail("%d things do not fit into %d bytes", n, len(r.in))
		return 0
	}
	return int(n)
}

// take is the next bytes, a part of those that are read.
func (r *reader) take(n int) []byte {
	if n > len(r.in) {
		r.fail("%d bytes of %d", n, len(r.in))
		return nil
	}
	b := r.in[:n]
	r.in = r.in[n:]
	return b
}
