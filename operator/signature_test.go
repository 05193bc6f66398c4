package operator_test

import (
	"bytes"
	"crypto/ecdsa"
	"encoding/hex"
	"errors"
	"math/big"
	"strconv"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/crypto"
	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
)

func person(t testing.TB, seed byte) (*ecdsa.PrivateKey, ledger.Wallet) {
	t.Helper()
	private, err := crypto.ToECDSA(bytes.Repeat([]byte{seed}, 32))
	if err != nil {
		t.Fatal(err)
	}
	return private, ledger.Wallet(crypto.PubkeyToAddress(private.PublicKey))
}

// sign signs as a wallet's personal_sign does.
func sign(t testing.TB, private *ecdsa.PrivateKey, text string) []byte {
	t.Helper()
	signature, err := crypto.Sign(crypto.Keccak256([]byte("\x19Ethereum Signed Message:\n"+strconv.Itoa(len(text))+text)), private)
	if err != nil {
		t.Fatal(err)
	}
	signature[64] += 27
	return signature
}

// mirrored is the other signature that the curve's arithmetic allows for the same text.
func mirrored(signature []byte) []byte {
	out := bytes.Clone(signature)
	new(big.Int).Sub(crypto.S256().Params().N, new(big.Int).SetBytes(signature[32:64])).FillBytes(out[32:64])
	out[64] = 55 - out[64]
	return out
}

// The example is web3.js's: eth.accounts.sign("Some data", key), with the key, v and signature of its documentation.
func TestPublishedSignature(t *testing.T) {
	t.Parallel()
	signature, err := operator.ParseSignature("0xb91467e570a6466aa9e9876cbcd013baba02900b8979d43fe208a4a4f339f5fd" +
		"6007e74cd82e037b800186422fc2da167c747ef045e5d18a5f5d4300f8e1a0291c")
	if err != nil {
		t.Fatal(err)
	}
	signer, err := operator.Signer("Some data", signature)
	if err != nil || signer.String() != "0x2c7536e3605d9c16a7a3d7b1898e529396a65c23" {
		t.Errorf("%s, %v", signer, err)
	}
}

func TestSignatures(t *testing.T) {
	t.Parallel()
	private, w := person(t, 7)
	other, _ := person(t, 8)
	var r operator.Registry
	apply(t, &r,
		operator.Change{Name: "alice", Label: "nano", Wallet: w.String(), Scopes: scopes("approve"), Until: later},
		operator.Change{Name: "bob", Label: "nano", Wallet: wallet, Scopes: scopes("approve")},
	)
	text := "approve this"
	good := sign(t, private, text)
	low := bytes.Clone(good)
	low[64] -= 27
	for _, signature := range [][]byte{good, low} {
		actor, err := r.Signature("alice", text, signature, noon)
		if err != nil || actor.Name() != "alice" || actor.How() != "wallet:"+w.String() || !actor.May("approve") {
			t.Errorf("%+v, %v", actor, err)
		}
	}
	edit := func(i int, b byte) []byte {
		out := bytes.Clone(good)
		out[i] = b
		return out
	}
	refused := operator.ErrRefused.Error()
	for _, c := range []struct {
		name, operator, text string
		signature            []byte
		late                 bool
		says                 string
	}{
		{"another text", "alice", text + ".", good, false, refused},
		{"another name", "bob", text, good, false, refused},
		{"nobody's name", "", text, good, false, refused},
		{"somebody else's wallet", "alice", text, sign(t, other, text), false, refused},
		{"too late", "alice", text, good, true, refused},
		{"the mirrored signature", "alice", text, mirrored(good), false, "lower half"},
		{"another v", "alice", text, edit(64, 29), false, "27, 28, 0 or 1"},
		{"v of a transaction", "alice", text, edit(64, 37), false, "27, 28, 0 or 1"},
		{"v that wraps", "alice", text, edit(64, 255), false, "27, 28, 0 or 1"},
		{"r of zero", "alice", text, append(make([]byte, 32), good[32:]...), false, "on the curve"},
		{"s of zero", "alice", text, append(append(bytes.Clone(good[:32]), make([]byte, 32)...), good[64]), false, "on the curve"},
		{"r beyond the curve", "alice", text, append(bytes.Repeat([]byte{255}, 32), good[32:]...), false, "on the curve"},
		{"too short", "alice", text, good[:64], false, "must have 65"},
		{"too long", "alice", text, append(bytes.Clone(good), 0), false, "must have 65"},
		{"none", "alice", text, nil, false, "must have 65"},
	} {
		now := noon
		if c.late {
			now = later
		}
		actor, err := r.Signature(c.operator, c.text, c.signature, now)
		one(t, c.name, err, c.says)
		if actor.Verified() {
			t.Errorf("%s: %+v", c.name, actor)
		}
	}
}

func TestSignersAreWhoSigned(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		private, w := person(t, byte(rapid.IntRange(1, 200).Draw(rt, "person")))
		text := rapid.String().Draw(rt, "text")
		signature := sign(t, private, text)
		if got, err := operator.Signer(text, signature); err != nil || got != w {
			rt.Fatalf("%s, %v, want %s", got, err, w)
		}
		if got, err := operator.Signer(text, mirrored(signature)); err == nil {
			rt.Fatalf("the mirrored signature counts for %s", got)
		}
		changed := bytes.Clone(signature)
		changed[rapid.IntRange(0, 63).Draw(rt, "place")] ^= 1 << rapid.IntRange(0, 7).Draw(rt, "bit")
		if got, err := operator.Signer(text, changed); err == nil && got == w {
			rt.Fatal("a changed signature still counts")
		}
	})
}

func FuzzSignature(f *testing.F) {
	private, w := person(f, 7)
	f.Add("0x"+hex.EncodeToString(sign(f, private, "text")), "text")
	f.Add("0x"+strings.Repeat("00", 65), "")
	f.Add("0X", "\x19Ethereum Signed Message:\n")
	var r operator.Registry
	if err := r.Apply(operator.Change{Name: "alice", Label: "nano", Wallet: w.String(), Scopes: scopes("approve")}, noon); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, signature, text string) {
		raw, err := operator.ParseSignature(signature)
		if err != nil {
			if raw != nil {
				t.Error("an error came with a signature")
			}
			return
		}
		if "0x"+hex.EncodeToString(raw) != strings.ToLower(signature) {
			t.Errorf("%s became %x", signature, raw)
		}
		signer, err := operator.Signer(text, raw)
		actor, refused := r.Signature("alice", text, raw, noon)
		if counts := err == nil && signer == w; counts != (refused == nil) || counts != actor.Verified() {
			t.Errorf("%s signed, %v, and alice is %+v, %v", signer, err, actor, refused)
		}
		if refused != nil && err == nil && !errors.Is(refused, operator.ErrRefused) {
			t.Errorf("%v tells more than it should", refused)
		}
	})
}
