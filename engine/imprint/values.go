package imprint

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"unsafe"
)

func boolean() plan {
	return plan{least: 1, write: func(w *writer, v unsafe.Pointer) {
		if *(*bool)(v) {
			w.number(1)
			return
		}
		w.number(0)
	}, read: func(r *reader, v unsafe.Pointer) {
		switch r.number() {
		case 0:
		case 1:
			*(*bool)(v) = true
		default:
			r.fail("neither true nor false")
		}
	}}
}

func signed(t reflect.Type) plan {
	return plan{least: 1, write: func(w *writer, v unsafe.Pointer) {
		w.signed(reflect.NewAt(t, v).Elem().Int())
	}, read: func(r *reader, v unsafe.Pointer) {
		n := r.signed()
		if to := reflect.NewAt(t, v).Elem(); to.OverflowInt(n) {
			r.fail("%d does not fit into %s", n, t)
		} else {
			to.SetInt(n)
		}
	}}
}

func unsigned(t reflect.Type) plan {
	return plan{least: 1, write: func(w *writer, v unsafe.Pointer) {
		w.number(reflect.NewAt(t, v).Elem().Uint())
	}, read: func(r *reader, v unsafe.Pointer) {
		n := r.number()
		if to := reflect.NewAt(t, v).Elem(); to.OverflowUint(n) {
			r.fail("%d does not fit into %s", n, t)
		} else {
			to.SetUint(n)
		}
	}}
}

func text() plan {
	return plan{least: 1, write: func(w *writer, v unsafe.Pointer) {
		s := *(*string)(v)
		w.number(uint64(len(s)))
		w.out = append(w.out, s...)
	}, read: func(r *reader, v unsafe.Pointer) { *(*string)(v) = string(r.take(r.some())) }}
}

func isBytes(t reflect.Type) bool { return t.Kind() == reflect.Uint8 }

func bytesAt(v unsafe.Pointer, n int) []byte { return unsafe.Slice((*byte)(v), n) } //nolint:gosec // an array of n bytes is there

func array(t reflect.Type, of *plan) plan {
	n, size := t.Len(), t.Elem().Size()
	if isBytes(t.Elem()) {
		return plan{least: min(n, 1), write: func(w *writer, v unsafe.Pointer) {
			w.out = append(w.out, bytesAt(v, n)...)
		}, read: func(r *reader, v unsafe.Pointer) { copy(bytesAt(v, n), r.take(n)) }}
	}
	return plan{least: min(n, of.least), write: func(w *writer, v unsafe.Pointer) {
		for i := range n {
			of.write(w, unsafe.Add(v, uintptr(i)*size))
		}
	}, read: func(r *reader, v unsafe.Pointer) {
		for i := range n {
			of.read(r, unsafe.Add(v, uintptr(i)*size))
		}
	}}
}

// slice is the plan of slices: 0 for nil, or one more than how many follow.
func slice(t reflect.Type, of *plan) plan {
	size := t.Elem().Size()
	made := plan{least: 1, write: func(w *writer, v unsafe.Pointer) {
		s := reflect.NewAt(t, v).Elem()
		if s.IsNil() {
			w.number(0)
			return
		}
		w.number(uint64(s.Len()) + 1)
		for i, first := 0, s.UnsafePointer(); i < s.Len(); i++ {
			of.write(w, unsafe.Add(first, uintptr(i)*size))
		}
	}}
	made.read = func(r *reader, v unsafe.Pointer) {
		n := r.number()
		if n == 0 {
			return
		}
		if n--; n > uint64(len(r.in)) {
			r.fail("%d things do not fit into %d bytes", n, len(r.in))
			return
		}
		s := reflect.NewAt(t, v).Elem()
		s.Set(reflect.MakeSlice(t, int(n), int(n)))
		for i, first := 0, s.UnsafePointer(); i < s.Len() && r.err == nil; i++ {
			of.read(r, unsafe.Add(first, uintptr(i)*size))
		}
	}
	return made
}

// pointer is the plan of pointers: 0 for nil, or the number from 1 of what is pointed to, and, the first time, what that is.
func pointer(t reflect.Type, of *plan) plan {
	return plan{least: 1, write: func(w *writer, v unsafe.Pointer) {
		to := *(*unsafe.Pointer)(v)
		if to == nil {
			w.number(0)
			return
		}
		number, known := w.known[at{to, of}]
		if !known {
			number = uint64(len(w.known)) + 1
			w.known[at{to, of}] = number
		}
		if w.number(number); !known {
			of.write(w, to)
		}
	}, read: func(r *reader, v unsafe.Pointer) {
		n := r.number()
		switch {
		case n == 0:
		case n <= uint64(len(r.known)) && r.known[n-1].of == of:
			*(*unsafe.Pointer)(v) = r.known[n-1].place
		case n == uint64(len(r.known))+1:
			to := reflect.New(t.Elem()).UnsafePointer()
			r.known = append(r.known, at{to, of})
			*(*unsafe.Pointer)(v) = to
			of.read(r, to)
		default:
			r.fail("nothing has the number %d", n)
		}
	}}
}

// mapping is the plan of maps: 0 for nil, or one more than how many follow, in the order of the keys' bytes. While a map is written there
// are only its keys in memory a second time: it may have millions.
func mapping(t reflect.Type, key, of *plan) plan {
	return plan{least: 1, write: func(w *writer, v unsafe.Pointer) {
		m := reflect.NewAt(t, v).Elem()
		if m.IsNil() {
			w.number(0)
			return
		}
		w.number(uint64(m.Len()) + 1)
		here, value, keys := reflect.New(t.Key()).Elem(), reflect.New(t.Elem()).Elem(), writer{}
		at := make([]span, 0, m.Len())
		for each := m.MapRange(); each.Next(); {
			here.SetIterKey(each)
			begun := len(keys.out)
			key.write(&keys, here.Addr().UnsafePointer())
			at = append(at, span{begun, len(keys.out)})
			if begun == 0 {
				keys.out = slices.Grow(keys.out, len(keys.out)*m.Len())
			}
		}
		if keys.err != nil {
			w.fail(keys.err)
			return
		}
		slices.SortFunc(at, func(a, b span) int { return bytes.Compare(a.of(keys.out), b.of(keys.out)) })
		for _, a := range at {
			w.out = append(w.out, a.of(keys.out)...)
			key.read(&reader{in: a.of(keys.out)}, here.Addr().UnsafePointer())
			value.Set(m.MapIndex(here))
			of.write(w, value.Addr().UnsafePointer())
		}
	}, read: func(r *reader, v unsafe.Pointer) {
		n := r.number()
		if n == 0 {
			return
		}
		if n--; n > uint64(len(r.in)) {
			r.fail("%d things do not fit into %d bytes", n, len(r.in))
			return
		}
		m := reflect.MakeMapWithSize(t, int(n))
		for i := uint64(0); i < n && r.err == nil; i++ {
			k, value := reflect.New(t.Key()), reflect.New(t.Elem())
			key.read(r, k.UnsafePointer())
			r.copied(func() { of.read(r, value.UnsafePointer()) })
			m.SetMapIndex(k.Elem(), value.Elem())
		}
		if r.err == nil && uint64(m.Len()) != n {
			r.fail("a key is there twice")
		}
		reflect.NewAt(t, v).Elem().Set(m)
	}}
}

// span is where a part of bytes is.
type span struct{ begun, end int }

func (s span) of(b []byte) []byte { return b[s.begun:s.end] }

func special(t reflect.Type, s Special) plan {
	if s.Write == nil {
		return plan{write: func(*writer, unsafe.Pointer) {}, read: func(*reader, unsafe.Pointer) {}}
	}
	return plan{least: 1, write: func(w *writer, v unsafe.Pointer) {
		b, err := s.Write(reflect.NewAt(t, v).Elem().Interface())
		if err != nil {
			w.fail(fmt.Errorf("%s: %w", t, err))
		}
		w.bytes(b)
	}, read: func(r *reader, v unsafe.Pointer) {
		b := r.take(r.some())
		if r.err != nil {
			return
		}
		value, err := s.Read(b)
		if err != nil {
			r.fail("%s: %v", t, err)
			return
		}
		reflect.NewAt(t, v).Elem().Set(reflect.ValueOf(value))
	}}
}

// written is a type that is written as its own bytes, of which it keeps those that it reads. Where it stays where it is, it is read after
// all else was, several at once.
type written interface {
	Bytes() []byte
	ReadBytes(b []byte) error
}

func ofItself(t reflect.Type) plan {
	return plan{least: 1, write: func(w *writer, v unsafe.Pointer) {
		w.bytes(reflect.NewAt(t, v).Interface().(written).Bytes())
	}, read: func(r *reader, v unsafe.Pointer) {
		b := r.take(r.some())
		if r.err != nil {
			return
		}
		read := func() error {
			if err := reflect.NewAt(t, v).Interface().(written).ReadBytes(b); err != nil {
				return fmt.Errorf("%s: %w", t, err)
			}
			return nil
		}
		if r.moves == 0 {
			r.later = append(r.later, read)
		} else if err := read(); err != nil {
			r.fail("%v", err)
		}
	}}
}
