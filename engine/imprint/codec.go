package imprint

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"reflect"
	"runtime"
	"unsafe"

	"golang.org/x/sync/errgroup"
)

// Codec writes and reads values of one type. It is safe for concurrent use.
type Codec[T any] struct {
	plan  *plan
	shape [32]byte
}

// Special is how the values of a type are written that cannot be read back field by field. Write gives bytes, and Read the value that
// they are of.
type Special struct {
	Type  reflect.Type
	Write func(v any) ([]byte, error)
	Read  func([]byte) (any, error)
}

// SpecialOf is the special of a type by functions of it.
func SpecialOf[V any](write func(V) ([]byte, error), read func([]byte) (V, error)) Special {
	return Special{
		Type: reflect.TypeFor[V](),
		Write: func(v any) ([]byte, error) {
			of, ok := v.(V)
			if !ok {
				return nil, errors.New("it is of another type")
			}
			return write(of)
		},
		Read: func(b []byte) (any, error) { return read(b) },
	}
}

// LeftOut is the special of a type whose values are not written, and are zero when they are read.
func LeftOut[V any]() Special { return Special{Type: reflect.TypeFor[V]()} }

// New makes the codec of a type. A type with the methods Bytes and ReadBytes, as a roll.Roll has, is written by these. In places of an
// interface there may be values of the types in concrete, and nil. It refuses a type that holds what cannot be written: functions,
// channels, floating point, interfaces that none of concrete has, keys of maps that point somewhere.
func New[T any](specials []Special, concrete []reflect.Type) (*Codec[T], error) {
	p := planner{specials: map[reflect.Type]Special{}, concrete: concrete, plans: map[reflect.Type]*plan{}}
	for _, s := range specials {
		p.specials[s.Type] = s
	}
	root := p.of(reflect.TypeFor[T]())
	if len(p.faults) > 0 {
		return nil, errors.Join(p.faults...)
	}
	return &Codec[T]{root, sha256.Sum256(p.text)}, nil
}

// Shape is a digest over the names and types of everything that a value holds, but for what types that write themselves hold. Bytes are
// read by codecs of the shape that wrote them.
func (c *Codec[T]) Shape() [32]byte { return c.shape }

// Write is the bytes of a value. It fails where a special does, and where an interface has a value of a type that is not in concrete.
func (c *Codec[T]) Write(v *T) ([]byte, error) {
	w := writer{known: map[at]uint64{}}
	c.plan.write(&w, unsafe.Pointer(v)) //nolint:gosec // what it points to is T, which the plan is of
	return w.out, w.err
}

// Read is the value of bytes, of which it may keep parts: nobody may change them afterwards. It refuses bytes that are none of a value, or
// of more than one.
func (c *Codec[T]) Read(b []byte) (*T, error) {
	r := reader{in: b}
	v := new(T)
	c.plan.read(&r, unsafe.Pointer(v)) //nolint:gosec // as in Write
	if r.err == nil && len(r.in) > 0 {
		r.fail("%d bytes are left", len(r.in))
	}
	if r.err != nil {
		return nil, r.err
	}
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, own := range r.later {
		group.Go(own)
	}
	if err := group.Wait(); err != nil {
		r.fail("%v", err)
		return nil, r.err
	}
	return v, nil
}

// at is a place in memory, as a value of a type.
type at struct {
	place unsafe.Pointer
	of    *plan
}

// plan is how values of a type are written and read, each where it is in memory.
type plan struct {
	write func(*writer, unsafe.Pointer)
	read  func(*reader, unsafe.Pointer)
	least int // bytes that a value has at least: 0 or 1
}

type writer struct {
	out   []byte
	known map[at]uint64 // by what is pointed to: its number from 1
	err   error
}

func (w *writer) fail(err error) {
	if w.err == nil {
		w.err = err
	}
}

type reader struct {
	in    []byte
	known []at           // what is pointed to, in the order of numbers
	later []func() error // what reads its own bytes
	moves int            // how many things around what is read are copied to another place when they are whole
	err   error
}

// copied reads something that is copied to another place afterwards.
func (r *reader) copied(read func()) {
	r.moves++
	read()
	r.moves--
}

func (r *reader) fail(text string, with ...any) {
	if r.err == nil {
		r.err = fmt.Errorf("these bytes are of no such value: "+text, with...)
	}
	r.in = nil
}
