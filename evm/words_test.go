package evm_test

import (
	"bytes"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/evm"
)

// arguments are the types that the decoder knows, as go-ethereum's.
func arguments(t testing.TB) (out abi.Arguments) {
	t.Helper()
	for name := range strings.SplitSeq("uint256 uint64 address bytes string string[] address[]", " ") {
		kind, err := abi.NewType(name, "", nil)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, abi.Argument{Type: kind})
	}
	return out
}

// ours decodes the same types: the values that go-ethereum would give.
func ours(w evm.Words) (values []any, err error) {
	keep := func(value any, failed error) {
		values = append(values, value)
		if err == nil {
			err = failed
		}
	}
	number, failed := w.Uint256(0)
	keep(number.ToBig(), failed)
	count, failed := w.Uint64(1)
	keep(count, failed)
	address, failed := w.Address(2)
	keep(address, failed)
	content, failed := w.Bytes(3)
	keep(bytes.Clone(content), failed)
	text, failed := w.Bytes(4)
	keep(string(text), failed)
	texts, n, failed := w.Array(5)
	keep(make([]string, n), failed)
	for i := range n {
		one, failed := texts.Bytes(i)
		values[5].([]string)[i] = string(one)
		if err == nil {
			err = failed
		}
	}
	addresses, n, failed := w.Array(6)
	keep(make([]common.Address, n), failed)
	for i := range n {
		values[6].([]common.Address)[i], failed = addresses.Address(i)
		if err == nil {
			err = failed
		}
	}
	return values, err
}

func encoded(t testing.TB) []byte {
	t.Helper()
	data, err := arguments(t).Pack(big.NewInt(7), uint64(8), common.Address{19: 9}, []byte("content"), strings.Repeat("long ", 20),
		[]string{"", "one", strings.Repeat("x", 33)}, []common.Address{{}, {19: 1}})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// FuzzWords: what the decoder answers, go-ethereum answers; what go-ethereum answers and the decoder does not has an
// address with upper bytes.
func FuzzWords(f *testing.F) {
	args := arguments(f)
	f.Add(encoded(f))
	f.Add(encoded(f)[:7*32])
	f.Add(bytes.Repeat([]byte{0xff}, 8*32))
	f.Add([]byte(nil))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := ours(data)
		want, theirs := args.UnpackValues(data)
		if err != nil {
			if theirs == nil && !strings.Contains(err.Error(), "is not an address: ") {
				t.Fatalf("go-ethereum reads it: %v", err)
			}
			return
		}
		if theirs != nil {
			t.Fatalf("go-ethereum does not read it: %v", theirs)
		}
		again, err := args.Pack(got...)
		if err != nil {
			t.Fatal(err)
		}
		if same, err := args.Pack(want...); err != nil || !bytes.Equal(again, same) {
			t.Fatalf("got %v, go-ethereum has %v (%v)", got, want, err)
		}
	})
}

// TestWordsOfAnyLength: data that is cut anywhere gives an error or the same values, and never a panic.
func TestWordsOfAnyLength(t *testing.T) {
	t.Parallel()
	whole := encoded(t)
	if _, err := ours(whole); err != nil {
		t.Fatal(err)
	}
	for n := range whole[:len(whole)-32] {
		if _, err := ours(whole[:n]); err == nil {
			t.Errorf("its first %d bytes are read", n)
		}
	}
}

// TestMalformedWords: every way in which an argument can be wrong has its text.
func TestMalformedWords(t *testing.T) {
	t.Parallel()
	word := func(n uint64) []byte { b := uint256.NewInt(n).Bytes32(); return b[:] }
	huge := bytes.Repeat([]byte{0xff}, 32)
	array := func(w evm.Words, n int) error { _, _, err := w.Array(n); return err }
	text := func(w evm.Words, n int) error { _, err := w.Bytes(n); return err }
	count := func(w evm.Words, n int) error { _, err := w.Uint64(n); return err }
	address := func(w evm.Words, n int) error { _, err := w.Address(n); return err }
	for name, one := range map[string]struct {
		read func(evm.Words, int) error
		data [][]byte
		want string
	}{
		"no word":             {count, nil, "argument 1 is missing"},
		"half a word":         {count, [][]byte{huge[:31]}, "argument 1 is missing"},
		"a huge count":        {count, [][]byte{append([]byte{1}, huge[:31]...)}, "too large to be a count"},
		"a number, no wallet": {address, [][]byte{append([]byte{1}, huge[:31]...)}, "argument 1 is not an address: 0x01ffff"},
		"an offset too far":   {text, [][]byte{word(33), word(0)}, "argument 1 lies outside"},
		"a huge offset":       {text, [][]byte{huge, word(0)}, "argument 1 lies outside"},
		"no length":           {text, [][]byte{word(32)}, "argument 1 lies outside"},
		"a length too far":    {text, [][]byte{word(32), word(1)}, "argument 1 is cut off"},
		"a huge length":       {text, [][]byte{word(32), huge}, "argument 1 is cut off"},
		"a cut array":         {array, [][]byte{word(32), word(2), word(0)}, "argument 1 is cut off"},
		"a huge array":        {array, [][]byte{word(32), huge}, "argument 1 is cut off"},
	} {
		err := one.read(bytes.Join(one.data, nil), 0)
		if err == nil || !strings.Contains(err.Error(), one.want) {
			t.Errorf("%s: %v, want %q", name, err, one.want)
		}
	}
}
