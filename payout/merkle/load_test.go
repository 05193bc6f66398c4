package merkle_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/crypto"
	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/payout/merkle"
)

// text is the dump of a tree of 5 leaves.
func text(t rapid.TB) string {
	var b bytes.Buffer
	if err := build(t, grid(5)).Dump(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// No change of a byte of a dump goes unnoticed, except one that leaves what is said the same: another case of a digit or
// of a key, which encoding/json reads in any case.
func TestLoadFindsEveryChangedByte(t *testing.T) {
	dump := text(t)
	want := build(t, grid(5))
	for i := range dump {
		for _, flip := range []byte{1, 2, 4, 8, 16, 64} {
			changed := []byte(dump)
			changed[i] ^= flip
			tree, err := merkle.Load(bytes.NewReader(changed))
			if err != nil {
				continue
			}
			for k := range tree.Len() {
				if tree.Len() != 5 || tree.Leaf(k) != want.Leaf(k) || tree.Root() != want.Root() {
					t.Fatalf("byte %d: %q is read as another tree", i, changed[max(0, i-10):min(len(changed), i+10)])
				}
			}
		}
	}
}

func TestLoadRefuses(t *testing.T) {
	dump := text(t)
	tree := build(t, grid(5))
	first := tree.Leaf(0).Wallet.String()
	for _, c := range []struct {
		name    string
		text    string
		want    string
		changed bool
	}{
		{"nothing", "", "unexpected EOF", false},
		{"half of it", dump[:len(dump)/2], "unexpected EOF", false},
		{"a list", "[]", "[ stands where { should", false},
		{"something after it", dump + "{}", "something after the dump", false},
		{"another format", strings.Replace(dump, "standard-v1", "simple-v1", 1), "only standard-v1 is read", false},
		{"no format", strings.Replace(dump, `"format"`, `"form"`, 1), "only standard-v1 is read", false},
		{"another leaf", strings.Replace(dump, `"uint256"`, `"uint128"`, 1), "leafEncoding", false},
		{"a short node", strings.Replace(dump, tree.Root().String(), "0x12", 1), "tree: item 0", false},
		{"a number as a node", strings.Replace(dump, `"`+tree.Root().String()+`"`, "12", 1), "tree: item 0", false},
		{"no tree", strings.Replace(dump, `"tree"`, `"trees"`, 1), "5 values need 9 nodes, the tree has 0", true},
		{"no values", strings.Replace(dump, `"values"`, `"value"`, 1), merkle.ErrNoLeaves.Error(), false},
		{"another root", strings.Replace(dump, tree.Root().String(), "0x"+strings.Repeat("0", 64), 1),
			"node 0 is not the hash of nodes 1 and 2", true},
		{"another amount", strings.Replace(dump, `"250000001"`, `"250000002"`, 1), "value 0, of " + first, true},
		{"another wallet", strings.Replace(dump, first, "0x"+strings.Repeat("ab", 20), 1), "value 0, of 0xabab", true},
		{"a wallet twice", strings.Replace(dump, first, tree.Leaf(1).Wallet.String(), 1), "leaves 0 and 1 are both of", false},
		{"a short wallet", strings.Replace(dump, first, "0x01", 1), "is not an address", false},
		{"a wallet without 0x", strings.Replace(dump, first, "00"+first[2:], 1), "is not an address", false},
		{"a wallet of other letters", strings.Replace(dump, first, "0x"+strings.Repeat("xy", 20), 1), "is not an address", false},
		{"an amount of zero", strings.Replace(dump, `"250000001"`, `"0"`, 1), "the amount is zero", false},
		{"a negative amount", strings.Replace(dump, `"250000001"`, `"-1"`, 1), "is not an amount", false},
		{"a broken amount", strings.Replace(dump, `"250000001"`, `2.5`, 1), "is not an amount", false},
		{"an amount above 2^256-1", strings.Replace(dump, `"250000001"`, `"1`+strings.Repeat("0", 78)+`"`, 1), "is not an amount", false},
		{"no amount", strings.Replace(dump, `,"250000001"`, ``, 1), "the amount is zero", false},
		{"an empty value", strings.Replace(dump, `"`+first+`","250000001"`, ``, 1), "needs a value", false},
		{"no index", strings.Replace(dump, `"treeIndex"`, `"index"`, 1), "and a treeIndex", false},
		{"an inner node as leaf", strings.Replace(dump, `"treeIndex":4`, `"treeIndex":3`, 1), "treeIndex 3 is not a leaf", true},
		{"a leaf that is not there", strings.Replace(dump, `"treeIndex":4`, `"treeIndex":9`, 1), "treeIndex 9 is not a leaf", true},
		{"a leaf of another value", strings.Replace(dump, `"treeIndex":4`, `"treeIndex":5`, 1), "treeIndex 5 is not a leaf, or is another",
			true},
	} {
		_, err := merkle.Load(strings.NewReader(c.text))
		if err == nil || !strings.Contains(err.Error(), c.want) || errors.Is(err, merkle.ErrChanged) != c.changed {
			t.Errorf("%s: got %v, expected %q", c.name, err, c.want)
		}
	}
}

// What others publish: keys in another order and unknown ones, addresses with capitals, small amounts as numbers, leaves
// that are not sorted, addresses alone.
func TestLoadReadsWhatOthersPublish(t *testing.T) {
	tree := build(t, scattered(5))
	var b bytes.Buffer
	if err := tree.Dump(&b); err != nil {
		t.Fatal(err)
	}
	dump := b.String()
	head, values, _ := strings.Cut(strings.TrimSuffix(dump, "}"), `,"values":`)
	leaf := tree.Leaf(2)
	wallet, amount := leaf.Wallet.String(), leaf.Amount.Dec()
	for name, text := range map[string]string{
		"values first":     `{"values":` + values + `,"note":{"by":["someone"]},` + strings.TrimPrefix(head, "{") + "}",
		"an amount bare":   strings.Replace(dump, `"`+amount+`"`, amount, 1),
		"capital digits":   strings.Replace(dump, wallet, "0x"+strings.ToUpper(wallet[2:]), 1),
		"spaces":           strings.ReplaceAll(dump, ",", ",\n  "),
		"a key said twice": strings.Replace(dump, `"values":`, `"values":[],"values":`, 1),
	} {
		if text == dump {
			t.Errorf("%s: the text is the dump itself", name)
		}
		back, err := merkle.Load(strings.NewReader(text))
		if err != nil || back.Root() != tree.Root() || back.Leaf(2) != tree.Leaf(2) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestLoadReadsLeavesThatAreNotSorted(t *testing.T) {
	tree := build(t, grid(2))
	left, right := tree.Proof(1)[0].String(), tree.Proof(0)[0].String()
	var b bytes.Buffer
	if err := tree.Dump(&b); err != nil {
		t.Fatal(err)
	}
	// The two leaves change places: a pair is hashed the lesser first, so the root stays.
	swapped := strings.NewReplacer(left, right, right, left, `"treeIndex":1`, `"treeIndex":2`, `"treeIndex":2`,
		`"treeIndex":1`).Replace(b.String())
	back, err := merkle.Load(strings.NewReader(swapped))
	if err != nil {
		t.Fatal(err)
	}
	reload(t, "leaves that are not sorted", back)
	if back.Root() != tree.Root() || !merkle.Verify(back.Root(), back.Leaf(1), back.Proof(1)) {
		t.Errorf("root %s, expected %s", back.Root(), tree.Root())
	}
}

func TestLoadReadsAddressesAlone(t *testing.T) {
	wallet := scattered(1)[0].Wallet
	root := merkle.Hash(crypto.Keccak256(crypto.Keccak256(make([]byte, 12), wallet[:])))
	dump := `{"format":"standard-v1","leafEncoding":["address"],"tree":["` + root.String() + `"],"values":[{"value":["` +
		wallet.String() + `"],"treeIndex":0}]}`
	tree, err := merkle.Load(strings.NewReader(dump))
	if err != nil {
		t.Fatal(err)
	}
	if l := tree.Leaf(0); tree.Len() != 1 || l.Wallet != wallet || !l.Amount.IsZero() {
		t.Errorf("the leaf is %v", l)
	}
	var b bytes.Buffer
	if err := tree.Dump(&b); err != nil || b.String() != dump {
		t.Errorf("written again it is %s: %v", b.String(), err)
	}
}

// Whatever Load accepts is a tree: it is written and read again as the same one, and its proofs verify.
func FuzzLoad(f *testing.F) {
	for _, n := range []int{1, 2, 5} {
		var b bytes.Buffer
		if err := build(f, grid(n)).Dump(&b); err != nil {
			f.Fatal(err)
		}
		f.Add(b.Bytes())
	}
	f.Add([]byte(`{"format":"standard-v1","leafEncoding":["address"],"tree":[],"values":[{}]}`))
	f.Fuzz(func(t *testing.T, dump []byte) {
		tree, err := merkle.Load(bytes.NewReader(dump))
		if err != nil {
			return
		}
		reload(t, "what was read", tree)
		for i := range tree.Len() {
			if l := tree.Leaf(i); !l.Amount.IsZero() && !merkle.Verify(tree.Root(), l, tree.Proof(i)) {
				t.Fatalf("the proof of leaf %d does not verify", i)
			}
		}
	})
}
