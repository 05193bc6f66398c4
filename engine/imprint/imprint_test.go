package imprint

import (
	"bytes"
	"errors"
	"math/big"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

type change interface{ of() string }

type price struct {
	tier  int
	Wei   *big.Int
	dated []time.Time
}

func (p price) of() string { return "price" }

type limit uint8

func (limit) of() string { return "limit" }

type key struct {
	wallet [20]byte
	code   string
}

type tree struct {
	name  string
	below []*tree
	above *tree
}

// letters are written as their own bytes.
type letters struct{ of string }

func (l *letters) Bytes() []byte { return []byte(l.of) }

func (l *letters) ReadBytes(b []byte) error {
	if strings.ContainsFunc(string(b), func(c rune) bool { return c < 'a' || c > 'z' }) {
		return errors.New("no letters")
	}
	l.of = string(b)
	return nil
}

type state struct {
	said    letters
	heard   map[string]letters
	twiceBy []letters
	sold    map[key]uint64
	changes []change
	early   map[string]map[[4]byte]bool
	root    *tree
	twice   [2]*price
	small   int8
	on      bool
	none    []byte
	empty   []byte
	bytes   []byte
	nothing map[string]struct{}
	cache   chan int
	at      time.Time
}

func specials() []Special {
	return []Special{
		LeftOut[chan int](),
		SpecialOf(func(at time.Time) ([]byte, error) { return at.MarshalBinary() }, func(b []byte) (at time.Time, err error) {
			err = at.UnmarshalBinary(b)
			return at.UTC(), err
		}),
	}
}

func concrete() []reflect.Type {
	return []reflect.Type{reflect.TypeFor[price](), reflect.TypeFor[limit]()}
}

func codecOf[T any](t *testing.T) *Codec[T] {
	t.Helper()
	c, err := New[T](specials(), concrete())
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func made() *state {
	p := &price{3, big.NewInt(-1 << 40), []time.Time{time.Unix(1, 5).UTC(), {}}}
	root := &tree{name: "root"}
	root.below = []*tree{{name: "a", above: root}, nil, {name: "b", above: root}}
	s := &state{
		said: letters{"whatwalletshave"}, heard: map[string]letters{"x": {"heard"}, "y": {}}, twiceBy: []letters{{"once"}, {"again"}},
		sold: map[key]uint64{}, changes: []change{*p, limit(7), nil}, early: map[string]map[[4]byte]bool{"x": {{1}: true, {2}: false}, "y": nil},
		root: root, twice: [2]*price{p, p}, small: -7, on: true, empty: []byte{}, bytes: []byte("abc"), nothing: map[string]struct{}{"n": {}},
		at: time.Unix(1717200000, 0).UTC(),
	}
	for n := range byte(200) {
		s.sold[key{[20]byte{n, n * 7}, strings.Repeat("c", int(n)%5)}] = uint64(n) << 30
	}
	return s
}

// TestWhatIsReadIsWhatWasWritten, with what is shared shared, and one value has one text of bytes whatever the order of its maps.
func TestWhatIsReadIsWhatWasWritten(t *testing.T) {
	c, s := codecOf[state](t), made()
	b, err := c.Write(s)
	if err != nil {
		t.Fatal(err)
	}
	for range 20 {
		again, err := codecOf[state](t).Write(made())
		if err != nil || !slices.Equal(again, b) {
			t.Fatalf("another text of bytes: %v", err)
		}
	}
	s.cache = make(chan int)
	read, err := c.Read(b)
	if err != nil {
		t.Fatal(err)
	}
	s.cache = nil
	if !reflect.DeepEqual(read, s) {
		t.Errorf("read %+v of %+v", read, s)
	}
	if read.twice[0] != read.twice[1] || read.root.below[2].above != read.root {
		t.Error("what was one is two")
	}
	if read.none != nil || read.empty == nil || read.early["y"] != nil {
		t.Error("nothing and empty are mixed up")
	}
	if i := bytes.Index(b, []byte("wallets")); i < 0 {
		t.Error("its own bytes are not there")
	} else if b[i] = '!'; true {
		if _, err := c.Read(b); err == nil || !strings.Contains(err.Error(), "no letters") {
			t.Errorf("what refuses its bytes: %v", err)
		}
		b[i] = 'w'
	}
	read.sold[key{}]++
	if other, _ := c.Write(read); slices.Equal(other, b) {
		t.Error("a change does not change the bytes")
	}
}

// TestBytesOfNothingAreRefused: bytes that are cut off, changed or made up never end the program, and nothing is left over.
func TestBytesOfNothingAreRefused(t *testing.T) {
	c := codecOf[state](t)
	b, err := c.Write(made())
	if err != nil {
		t.Fatal(err)
	}
	for n := 0; n < len(b); n += 5 {
		if _, err := c.Read(b[:n]); err == nil {
			t.Errorf("%d of %d bytes are read", n, len(b))
		}
	}
	if _, err := c.Read(append(slices.Clone(b), 0)); err == nil || !strings.Contains(err.Error(), "1 bytes are left") {
		t.Errorf("a byte more: %v", err)
	}
	steps := rand.New(rand.NewPCG(1, 1))
	refused := 0
	for range 5_000 {
		other := slices.Clone(b)
		other[steps.IntN(len(b))] = byte(steps.Uint32())
		read, err := c.Read(other)
		if err != nil {
			refused++
			continue
		}
		if _, err := c.Write(read); err != nil {
			t.Fatal(err)
		}
	}
	if refused < 250 {
		t.Errorf("only %d were refused: nothing is shown", refused)
	}
}

// TestTypesThatCannotBeWrittenAreRefused before any value is, with the place where they are.
func TestTypesThatCannotBeWrittenAreRefused(t *testing.T) {
	refuse := func(err error, want string) {
		t.Helper()
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, and not %s", err, want)
		}
	}
	_, err := New[struct{ hidden []func() }](nil, nil)
	refuse(err, "func() in .hidden[]: it cannot be written")
	_, err = New[struct{ share float64 }](nil, nil)
	refuse(err, "float64 in .share")
	_, err = New[map[*int]int](nil, nil)
	refuse(err, "its keys point somewhere")
	_, err = New[struct{ c change }](nil, nil)
	refuse(err, "no type is named that its values may have")
	_, err = New[[]struct{}](nil, nil)
	refuse(err, "their number could be anything")
	_, err = New[struct {
		letters
		more int
	}](nil, nil)
	refuse(err, "a part that is embedded in it")
	_, err = New[struct {
		*letters
		more int
	}](nil, nil)
	refuse(err, "a part that is embedded in it")

	c, err := New[struct{ c change }](specials(), []reflect.Type{reflect.TypeFor[limit]()})
	if err != nil {
		t.Fatal(err)
	}
	_, err = c.Write(&struct{ c change }{price{}})
	refuse(err, "which is not named")
}

// TestShapesDiffer where a field has another name, type or place, anywhere below.
func TestShapesDiffer(t *testing.T) {
	type a struct{ X []struct{ n, m uint64 } }
	type b struct{ X []struct{ m, n uint64 } }
	type d struct{ X []struct{ n, m uint32 } }
	seen := map[[32]byte]bool{}
	for _, shape := range [][32]byte{
		codecOf[struct{ a a }](t).Shape(), codecOf[struct{ a b }](t).Shape(), codecOf[struct{ a d }](t).Shape(),
		codecOf[struct{ b a }](t).Shape(),
	} {
		if seen[shape] {
			t.Error("two types have one shape")
		}
		seen[shape] = true
	}
	if again := codecOf[state](t).Shape(); codecOf[state](t).Shape() != again {
		t.Error("one type has two shapes")
	}
}
