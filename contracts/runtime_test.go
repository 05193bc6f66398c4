package contracts_test

import (
	"slices"
	"testing"

	"github.com/nodeledger/nodeledger/contracts"
)

// The immutables of PayoutDistributor are zero in the code that the compiler gives, and anything in an account's.
func TestCodeIsComparedButForImmutables(t *testing.T) {
	t.Parallel()
	for _, name := range contracts.Deployed() {
		r := contracts.RuntimeOf(name)
		values, ok := r.Match(r.Code)
		if !ok || len(r.Code) < 500 {
			t.Errorf("%s is not its own code", name)
		}
		if named := name == "PayoutDistributor"; named != (len(values) > 0) {
			t.Errorf("%s has the immutables %v", name, values)
		}
		for other := range slices.Values(contracts.Deployed()) {
			if _, ok := r.Match(contracts.RuntimeOf(other).Code); ok != (other == name) {
				t.Errorf("%s is taken for %s: %t", other, name, ok)
			}
		}
		for _, code := range [][]byte{nil, r.Code[:len(r.Code)-1], append(slices.Clone(r.Code), 0)} {
			if _, ok := r.Match(code); ok {
				t.Errorf("%d bytes are taken for the %d of %s", len(code), len(r.Code), name)
			}
		}
	}
}

// TestEveryByteCounts changes each byte of a code by itself: none may match but in an immutable that is there once, whose value it is.
func TestEveryByteCounts(t *testing.T) {
	t.Parallel()
	r := contracts.RuntimeOf("PayoutDistributor")
	read := 0
	for i := range r.Code {
		code := slices.Clone(r.Code)
		code[i] ^= 0xff
		values, ok := r.Match(code)
		if !ok {
			continue
		}
		read++
		changed := 0
		for _, v := range values {
			if v != [32]byte{} {
				changed++
			}
		}
		if changed != 1 {
			t.Errorf("byte %d changes %d immutables", i, changed)
		}
	}
	if read == 0 || read%32 != 0 || read > 10*32 {
		t.Errorf("%d bytes are of immutables that are there once", read)
	}
}
