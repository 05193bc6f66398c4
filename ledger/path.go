package ledger

import "strings"

// hole is what a word in angle brackets of a row's path stands for.
type hole uint8

const (
	walletHole hole = iota + 1
	assetHole
	nameHole
)

// holesMost is how many holes a path has at most.
const holesMost = 3

// pattern is a row's path, cut at its holes: text[0], a value, text[1], a value, and so on.
type pattern struct {
	text  [holesMost + 1]string
	holes [holesMost]hole
	count int // of holes
}

// patterns are the rows' paths; they follow from the chart alone.
var patterns = cutPaths()

func cutPaths() (all [rows]pattern) {
	for r := row(1); r < rows; r++ {
		p, rest := &all[r], r.full()
		for {
			before, word, more := strings.Cut(rest, "<")
			p.text[p.count] = before
			if !more {
				break
			}
			word, rest, _ = strings.Cut(word, ">")
			switch word {
			case "wallet":
				p.holes[p.count] = walletHole
			case "asset":
				p.holes[p.count] = assetHole
			default:
				p.holes[p.count] = nameHole
			}
			p.count++
		}
	}
	return all
}

// path puts values into the holes.
func (r row) path(values [holesMost]string) string {
	p := &patterns[r]
	return p.text[0] + values[0] + p.text[1] + values[1] + p.text[2] + values[2] + p.text[3]
}

// readPath is the row that a path belongs to, with the values in its holes; zero when there is none. Books have more holdings
// than all other accounts together, so they are looked for first.
func readPath(path string) (row, [holesMost]string) {
	if values, ok := patterns[holding].read(path, true); ok {
		return holding, values
	}
	for r := row(1); r < rows; r++ {
		if values, ok := patterns[r].read(path, true); ok {
			return r, values
		}
	}
	return 0, [holesMost]string{}
}

// read is readPath of a path that was read before, and so is not checked again.
func (a Account) read() (row, [holesMost]string) {
	if a.path == "" {
		return 0, [holesMost]string{}
	}
	if values, ok := patterns[holding].read(a.path, false); ok {
		return holding, values
	}
	for r := row(1); r < rows; r++ {
		if values, ok := patterns[r].read(a.path, false); ok {
			return r, values
		}
	}
	return 0, [holesMost]string{}
}

// read is what stands in the pattern's holes, and whether the path is of the pattern. Unchecked values are only as long as
// they should be, and begin as they should.
func (p *pattern) read(path string, check bool) (values [holesMost]string, ok bool) {
	begin, last := p.text[0], p.text[p.count]
	if len(path) < len(begin) || path[:len(begin)] != begin {
		return values, false
	}
	if p.count == 0 {
		return values, len(path) == len(begin)
	}
	rest := path[len(begin):]
	if !strings.HasSuffix(rest, last) {
		return values, false
	}
	for i := range p.count {
		end := p.holes[i].end(rest, check)
		if end < 0 || !strings.HasPrefix(rest[end:], p.text[i+1]) {
			return values, false
		}
		values[i], rest = rest[:end], rest[end+len(p.text[i+1]):]
	}
	return values, rest == ""
}

// end is where the value at the beginning of a text ends; below zero when there is none.
func (h hole) end(text string, check bool) int {
	const length = 2 + 2*len(Wallet{})
	if h == walletHole {
		if len(text) < length || text[1] != 'x' || check && !isWallet(text[:length]) {
			return -1
		}
		return length
	}
	end := strings.IndexByte(text, ':')
	if end < 0 {
		end = len(text)
	}
	if !check || h == assetHole && isSymbol(text[:end]) || h == nameHole && isName(text[:end]) {
		return end
	}
	return -1
}
