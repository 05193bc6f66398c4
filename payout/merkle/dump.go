package merkle

import (
	"encoding/hex"
	"fmt"
	"io"
	"strconv"
)

// format is the name of the dump's form.
const format = "standard-v1"

// Dump writes the whole tree as JSON, the same text as JSON.stringify(tree.dump()) in OpenZeppelin's library, without a line feed at its
// end; of a tree that came from books, with their head as a last key. It is written as it is made: the text of 1,000,000 leaves, some
// 230 MB, is never in memory.
func (t *Tree) Dump(w io.Writer) error {
	p := page{w: w}
	p.text = append(p.text, `{"format":"`+format+`","leafEncoding":["address"`...)
	if t.words == 2 {
		p.text = append(p.text, `,"uint256"`...)
	}
	p.text = append(p.text, `],"tree":[`...)
	for i := range t.nodes {
		p.item(i)
		p.text = append(p.text, `"0x`...)
		p.text = append(hex.AppendEncode(p.text, t.nodes[i][:]), '"')
	}
	p.text = append(p.text, `],"values":[`...)
	for i := range t.leaves {
		l := &t.leaves[i]
		p.item(i)
		p.text = append(p.text, `{"value":["0x`...)
		p.text = append(hex.AppendEncode(p.text, l.Wallet[:]), '"')
		if t.words == 2 {
			p.text = append(append(append(p.text, `,"`...), l.Amount.Dec()...), '"')
		}
		p.text = append(strconv.AppendUint(append(p.text, `],"treeIndex":`...), uint64(t.at[i]), 10), '}')
	}
	p.text = append(t.appendBooks(append(p.text, ']')), '}')
	p.turn()
	if p.err != nil {
		return fmt.Errorf("writing the Merkle tree: %w", p.err)
	}
	return nil
}

// page gathers text for a writer and keeps its first error.
type page struct {
	w    io.Writer
	text []byte
	err  error
}

// full is the length from which on a page is written.
const full = 1 << 16

// item begins item i of a list.
func (p *page) item(i int) {
	if i > 0 {
		p.text = append(p.text, ',')
	}
	if len(p.text) >= full {
		p.turn()
	}
}

// turn writes the page and begins an empty one.
func (p *page) turn() {
	if p.err == nil {
		_, p.err = p.w.Write(p.text)
	}
	p.text = p.text[:0]
}
