package main

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/export/safe"
	"github.com/nodeledger/nodeledger/payout/merkle"
	"github.com/nodeledger/nodeledger/wire"
)

// check runs "payout check" over a file with a content, and gives what it prints.
func (s *shop) check(t *testing.T, run, content string) (code int, result wire.PayoutCheck, stderr string) {
	t.Helper()
	s.write(t, ".", "given.json", content)
	env := map[string]string{"NODELEDGER_DB": "books.db", "NODELEDGER_PROGRAM": "my-sale.yaml"}
	out, err := new(lines), new(lines)
	a := &App{Stdout: out, Stderr: err, Env: func(name string) string { return env[name] }, Clock: afterwards()}
	code = a.Run(t.Context(), []string{"payout", "check", run, "given.json", "--json"})
	if text := out.String(); text != "" {
		if err := json.Unmarshal([]byte(text), &result); err != nil {
			t.Fatal(err)
		}
	}
	return code, result, err.String()
}

// exported is the content of a run's file.
func (s *shop) exported(t *testing.T, run, name string) string {
	t.Helper()
	s.run(t, "nodeledger payout export "+run+" --out files --operator ann")
	text, err := os.ReadFile("files/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// resealed gives a batch that was changed the checksum that fits: a checksum says nothing about who wrote a file.
func resealed(t *testing.T, batch map[string]any) string {
	t.Helper()
	meta := batch["meta"].(map[string]any)
	text, err := json.Marshal(batch)
	if err == nil {
		meta["checksum"], err = safe.Checksum(bytes.NewReader(text))
	}
	if err == nil {
		text, err = json.Marshal(batch)
	}
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestABatchThatSomebodyWroteAnewIsFound(t *testing.T) {
	s := demonstration(t)
	s.enter(t, "demo.db")
	whole := s.exported(t, "2026-01", "2026-01-1-of-1.json")
	code, good, stderr := s.check(t, "2026-01", whole)
	if code != 0 || !good.Same || good.Lines < 3 || good.Total.Display != "29789 USDT" || good.Difference != nil {
		t.Fatalf("%d %+v %s", code, good, stderr)
	}
	type list = []any
	stranger := strings.Repeat("0", 24) + strings.Repeat("5a", 20)
	call := func(l list, i int) map[string]any { return l[i].(map[string]any) }
	for _, c := range []struct {
		name   string
		change func(batch map[string]any, l list) list
		what   string
		line   int
	}{
		{"an amount", func(_ map[string]any, l list) list {
			data := call(l, 1)["data"].(string)
			call(l, 1)["data"] = data[:len(data)-64] + strings.Repeat("0", 63) + "7"
			return l
		}, "amount", 2},
		{"a wallet", func(_ map[string]any, l list) list {
			data := call(l, 0)["data"].(string)
			call(l, 0)["data"] = data[:10] + stranger + data[74:]
			return l
		}, "extra", 1},
		{"a token", func(_ map[string]any, l list) list {
			call(l, 2)["to"] = "0x" + strings.Repeat("5a", 20)
			return l
		}, "token", 3},
		{"a line twice", func(_ map[string]any, l list) list { return append(l, l[0]) }, "extra", good.Lines + 1},
		{"no first line", func(_ map[string]any, l list) list { return l[1:] }, "missing", 0},
		{"nothing", func(map[string]any, list) list { return list{} }, "missing", 0},
		{"another chain", func(batch map[string]any, l list) list { batch["chainId"] = "1"; return l }, "chain", 0},
		{"another treasury", func(batch map[string]any, l list) list {
			batch["meta"].(map[string]any)["createdFromSafeAddress"] = "0x" + strings.Repeat("5a", 20)
			return l
		}, "treasury", 0},
		{"another order", func(_ map[string]any, l list) list { l[0], l[1] = l[1], l[0]; return l }, "", 0},
	} {
		var batch map[string]any
		if err := json.Unmarshal([]byte(whole), &batch); err != nil {
			t.Fatal(err)
		}
		transactions := batch["transactions"].(list)
		for i := range transactions { // so that only the data says what is paid
			call(transactions, i)["contractMethod"], call(transactions, i)["contractInputsValues"] = nil, nil
		}
		batch["transactions"] = c.change(batch, transactions)
		code, got, stderr := s.check(t, "2026-01", resealed(t, batch))
		if c.what == "" {
			if code != 0 || !got.Same || got.Difference != nil {
				t.Errorf("%s: %d %+v %s", c.name, code, got.Difference, stderr)
			}
			continue
		}
		if d := got.Difference; code != 1 || got.Same || d == nil || d.What != c.what || d.Line != c.line ||
			!strings.Contains(stderr, `"file-differs"`) {
			t.Errorf("%s: %d %+v %s", c.name, code, d, stderr)
		}
	}
}

func TestATreeThatSomebodyWroteAnewIsFound(t *testing.T) {
	s := demonstration(t)
	s.enter(t, "demo.db")
	whole := s.exported(t, "2026-02", "2026-02-tree.json")
	code, good, stderr := s.check(t, "2026-02", whole)
	if code != 0 || !good.Same || good.Lines < 3 || len(good.Root) != 66 {
		t.Fatalf("%d %+v %s", code, good, stderr)
	}
	tree, err := merkle.Load(strings.NewReader(whole))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		change func(l []merkle.Leaf) []merkle.Leaf
		what   string
		line   int
	}{
		{"an amount", func(l []merkle.Leaf) []merkle.Leaf { l[2].Amount.AddUint64(&l[2].Amount, 1); return l }, "amount", 3},
		{"a wallet", func(l []merkle.Leaf) []merkle.Leaf { l[1].Wallet[5] ^= 1; return l }, "extra", 2},
		{"a leaf less", func(l []merkle.Leaf) []merkle.Leaf { return l[:len(l)-1] }, "missing", 0},
		{"another order", func(l []merkle.Leaf) []merkle.Leaf { l[0], l[1] = l[1], l[0]; return l }, "", 0},
	} {
		var leaves []merkle.Leaf
		for i := range tree.Len() {
			leaves = append(leaves, tree.Leaf(i))
		}
		again, err := merkle.Build(c.change(leaves))
		if err != nil {
			t.Fatal(err)
		}
		var dump strings.Builder
		if err := again.From(tree.Books()).Dump(&dump); err != nil {
			t.Fatal(err)
		}
		code, got, stderr := s.check(t, "2026-02", dump.String())
		switch d := got.Difference; {
		case c.what == "" && (code != 0 || !got.Same || d != nil),
			c.what != "" && (code != 1 || got.Same || d == nil || d.What != c.what || d.Line != c.line):
			t.Errorf("%s: %d %+v %s", c.name, code, d, stderr)
		}
	}
}

// A tree of the same leaves that stand in other places has another root: the distributor pays none of its proofs.
func TestATreeOfAnotherRootIsFound(t *testing.T) {
	s := demonstration(t)
	s.enter(t, "demo.db")
	var dump struct {
		Format       string           `json:"format"`
		LeafEncoding []string         `json:"leafEncoding"`
		Tree         []string         `json:"tree"`
		Values       []map[string]any `json:"values"`
	}
	if err := json.Unmarshal([]byte(s.exported(t, "2026-02", "2026-02-tree.json")), &dump); err != nil {
		t.Fatal(err)
	}
	first, last := len(dump.Values)-1, len(dump.Tree)-1
	dump.Tree[first], dump.Tree[last] = dump.Tree[last], dump.Tree[first]
	for _, v := range dump.Values {
		switch v["treeIndex"] {
		case float64(first):
			v["treeIndex"] = last
		case float64(last):
			v["treeIndex"] = first
		}
	}
	for i := first - 1; i >= 0; i-- {
		pair := []string{dump.Tree[2*i+1], dump.Tree[2*i+2]}
		slices.Sort(pair)
		dump.Tree[i] = crypto.Keccak256Hash(hexutil.MustDecode(pair[0]), hexutil.MustDecode(pair[1])).Hex()
	}
	text, err := json.Marshal(dump)
	if err != nil {
		t.Fatal(err)
	}
	code, got, stderr := s.check(t, "2026-02", string(text))
	if d := got.Difference; code != 1 || d == nil || d.What != "root" || d.File != dump.Tree[0] || d.File != got.Root || d.Books == d.File {
		t.Errorf("%d %+v %s", code, d, stderr)
	}
}

// A tree that names other books than it came from has another file, whose hash is not the one on chain.
func TestATreeOfOtherBooksIsFound(t *testing.T) {
	s := demonstration(t)
	s.enter(t, "demo.db")
	tree := s.exported(t, "2026-02", "2026-02-tree.json")
	whole, books, found := strings.Cut(tree, `,"books":{`)
	root := strings.Index(books, `"root":"0x`) + len(`"root":"0x`)
	if !found {
		t.Fatal("the tree names no books")
	}
	for name, text := range map[string]string{
		"none":           whole + "}",
		"another size":   whole + `,"books":{` + strings.Replace(books, `"size":`, `"size":1`, 1),
		"another origin": whole + `,"books":{` + strings.Replace(books, `nodeledger/`, `nodeledger/x`, 1),
		"another root":   whole + `,"books":{` + books[:root] + strings.Repeat("5a", 32) + books[root+64:],
	} {
		code, got, stderr := s.check(t, "2026-02", text)
		if d := got.Difference; code != 1 || d == nil || d.What != "books" || d.File == d.Books {
			t.Errorf("%s: %d %+v %s", name, code, d, stderr)
		}
	}
}

// What is no file of a run, or a damaged one, is refused before it is compared.
func TestADamagedFileIsRefused(t *testing.T) {
	s := demonstration(t)
	s.enter(t, "demo.db")
	batch := s.exported(t, "2026-01", "2026-01-1-of-1.json")
	tree := s.exported(t, "2026-02", "2026-02-tree.json")
	propose := s.exported(t, "2026-02", "2026-02-propose.json")
	for _, c := range []struct{ name, run, content, want string }{
		{"a changed byte of a transfer", "2026-01", strings.Replace(batch, `"data": "0xa`, `"data": "0xb`, 1),
			"was modified since it was written"},
		{"half a batch", "2026-01", batch[:len(batch)/2], "given.json: reading a batch: the file is not a JSON object: unexpected EOF"},
		{"half a tree", "2026-02", tree[:len(tree)/2], "given.json: reading a Merkle tree: at byte"},
		{"a changed amount of a leaf", "2026-02", strings.Replace(tree, `","`, `","1`, len(tree)), "reading a Merkle tree"},
		{"a proposal", "2026-02", propose, "its contractMethod is propose: it is not a transfer"},
		{"nothing", "2026-01", "", "given.json: it is neither a batch for a Safe's Transaction Builder nor the dump of a Merkle tree"},
		{"an empty object", "2026-01", "{}", "it is neither a batch"},
		{"another object", "2026-01", `{"sail":1}`, "it is neither a batch"},
		{"a batch without end", "2026-01", batch + strings.Repeat(" ", 16<<20), "it is longer than 16777216 bytes"},
	} {
		code, got, stderr := s.check(t, c.run, c.content)
		if code != 1 || got.Run != "" || !strings.Contains(stderr, c.want) || !strings.Contains(stderr, `"status":422`) {
			t.Errorf("%s: %d %+v %s", c.name, code, got, stderr)
		}
	}
}
