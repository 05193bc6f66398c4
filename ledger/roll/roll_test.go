package roll

import (
	"bytes"
	"encoding/binary"
	"maps"
	"testing"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/ledger"
)

type numbers struct{ OfWallets }

func (numbers) Value(to []byte, v uint64) []byte { return binary.AppendUvarint(to, v) }

func (numbers) Read(b []byte) (uint64, bool) {
	v, size := binary.Uvarint(b)
	return v, size > 0 && size == len(b)
}

type counts = Roll[ledger.Wallet, uint64, numbers]

func walletOf(n int) (w ledger.Wallet) {
	w[n%20] = byte(n * 37)
	binary.BigEndian.PutUint16(w[3:], uint16(n))
	return w
}

// TestARollAnswersAsAMapDoes: whatever is set, deleted, merged, written and read on the way, and its bytes say what it holds alone.
func TestARollAnswersAsAMapDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		wallets := rapid.IntRange(1, 200).Draw(t, "wallets")
		var r counts
		want := map[ledger.Wallet]uint64{}
		for range rapid.IntRange(0, 300).Draw(t, "steps") {
			w := walletOf(rapid.IntRange(0, wallets).Draw(t, "wallet"))
			switch rapid.IntRange(0, 20).Draw(t, "what") {
			case 0:
				r.merge()
			case 1:
				b := bytes.Clone(r.Bytes())
				if err := r.ReadBytes(b); err != nil {
					t.Fatal(err)
				}
			case 2, 3, 4:
				r.Delete(w)
				delete(want, w)
			default:
				v := rapid.Uint64().Draw(t, "v")
				r.Set(w, v)
				want[w] = v
			}
			v, ok := r.Get(w)
			if wanted, has := want[w]; v != wanted || ok != has {
				t.Fatalf("%v: %d, %v; want %d, %v", w, v, ok, wanted, has)
			}
		}
		if r.Len() != len(want) {
			t.Fatalf("%d entries, want %d", r.Len(), len(want))
		}
		for n := range wallets + 5 {
			v, ok := r.Get(walletOf(n))
			if wanted, has := want[walletOf(n)]; v != wanted || ok != has {
				t.Fatalf("%d: %d, %v; want %d, %v", n, v, ok, wanted, has)
			}
		}
		var other counts
		for w, v := range maps.All(want) {
			other.Set(w, v)
		}
		if !bytes.Equal(r.Bytes(), other.Bytes()) {
			t.Fatal("the same has other bytes")
		}
	})
}

// TestARollOfVeryMany brings what is set into bytes by itself.
func TestARollOfVeryMany(t *testing.T) {
	var r counts
	const wallets = 20_000
	for n := range uint64(3 * wallets) {
		w := walletOf(int(n % wallets))
		had, _ := r.Get(w)
		r.Set(w, had+n)
		if len(r.newer) > max(few, r.count/4) {
			t.Fatalf("%d of %d entries lie beside the bytes", len(r.newer), r.count)
		}
	}
	if len(r.base) == 0 || r.Len() != wallets {
		t.Fatalf("%d bytes, %d entries", len(r.base), r.Len())
	}
	for n := range uint64(wallets) {
		if v, _ := r.Get(walletOf(int(n))); v != 3*n+3*wallets {
			t.Fatalf("%d has %d", n, v)
		}
	}
}

// TestWhatIsNoRollIsRefused: bytes of which any is another, or is missing, are refused, or are those of the roll that they make.
func TestWhatIsNoRollIsRefused(t *testing.T) {
	var r counts
	for n := range 40 {
		r.Set(walletOf(n), uint64(n)*1000)
	}
	good := r.Bytes()
	refused := 0
	check := func(b []byte) {
		var other counts
		if err := other.ReadBytes(b); err != nil {
			refused++
			if other.Len() != 0 {
				t.Fatal("it is refused, and not empty")
			}
			return
		}
		var again counts
		for n := range 300 {
			if v, ok := other.Get(walletOf(n)); ok {
				again.Set(walletOf(n), v)
			}
		}
		if again.Len() == other.Len() && !bytes.Equal(again.Bytes(), b) {
			t.Fatalf("%x is read as %x", b, again.Bytes())
		}
	}
	for i := range good {
		check(good[:i])
		for _, by := range []byte{1, 0x80, 0xff} {
			b := bytes.Clone(good)
			b[i] ^= by
			check(b)
		}
	}
	for name, b := range map[string][]byte{
		"twice the same":        append(bytes.Clone(good), good[len(good)-23:]...),
		"another order":         append(bytes.Clone(good[len(good)-23:]), good...),
		"a number written long": append(bytes.Clone(good), append(bytes.Repeat([]byte{0xff}, 20), 2, 0x80, 0)...),
		"a size written long":   append(bytes.Clone(good), append(bytes.Repeat([]byte{0xff}, 20), 0x81, 0, 5)...),
		"a size without end":    append(bytes.Clone(good), bytes.Repeat([]byte{0xff}, 60)...),
	} {
		var other counts
		if err := other.ReadBytes(b); err == nil {
			t.Errorf("%s is read", name)
		}
	}
	if refused < len(good) {
		t.Errorf("%d of %d are refused", refused, 4*len(good))
	}
}

func BenchmarkGet(b *testing.B) {
	var r counts
	for n := range 60_000 {
		r.Set(walletOf(n), uint64(n))
	}
	r.merge()
	n := 0
	for b.Loop() {
		n += 7919
		if _, ok := r.Get(walletOf(n % 60_000)); !ok {
			b.Fatal(n)
		}
	}
}
