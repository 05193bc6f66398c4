package merkle

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/nodeledger/nodeledger/ledger"
)

// Books is the head of the books that a tree came from: the tree of RFC 6962 over everything in them, as a checkpoint names it. It
// stands in the dump, and the dump's hash goes on chain, so a claim is bound to the books.
type Books struct {
	Origin string // names the books: printable ASCII
	Head   ledger.TreeHead
}

// String is origin, size and root in a line.
func (b Books) String() string {
	if b == (Books{}) {
		return "not named"
	}
	return fmt.Sprintf("%s, %d leaves with the root %s", b.Origin, b.Head.Size, b.Head.Root)
}

// booksField is a head in a dump. StandardMerkleTree.load leaves keys that it does not know alone.
type booksField struct {
	Origin string `json:"origin"`
	Size   uint64 `json:"size"`
	Root   string `json:"root"`
}

// From is the same tree with the head of the books that it came from. The root does not depend on it, the dump does.
func (t *Tree) From(books Books) *Tree {
	from := *t
	from.books = books
	return &from
}

// Books is the head of the books that the tree came from; zero where the tree names none.
func (t *Tree) Books() Books { return t.books }

// appendBooks writes the head as the last key of a dump; nothing for a tree that has none.
func (t *Tree) appendBooks(text []byte) []byte {
	b := &t.books
	if *b == (Books{}) {
		return text
	}
	text = strconv.AppendQuote(append(text, `,"books":{"origin":`...), b.Origin)
	text = strconv.AppendUint(append(text, `,"size":`...), b.Head.Size, 10)
	text = append(text, `,"root":"0x`...)
	return append(hex.AppendEncode(text, b.Head.Root[:]), `"}`...)
}

// readBooks takes the head out of a dump.
func (t *Tree) readBooks(d *json.Decoder) error {
	var field booksField
	if err := d.Decode(&field); err != nil {
		return err
	}
	root, err := ledger.ParseHash(field.Root)
	if err != nil {
		return fmt.Errorf("root: %w", err)
	}
	t.books = Books{field.Origin, ledger.TreeHead{Size: field.Size, Root: root}}
	return nil
}
