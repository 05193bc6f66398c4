package intake

import (
	"io"
	"strings"

	"github.com/nodeledger/nodeledger/intake/sheet"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// Sanctions reads a list of wallets that are never paid: one address a line, with comments after #, or CSV whose first
// column is address. The addresses come in lower case, each once, in the file's order. A file without any is refused, so that
// an empty file does not lift every sanction by mistake; the line address alone is an empty list on purpose. In a plain list
// the rows are the file's lines. name is the file's, for errors.
func Sanctions(r io.Reader, name string) ([]string, error) {
	text, err := sheet.Read(r, name)
	if err != nil {
		return nil, err
	}
	list := []string{}
	seen := map[string]bool{}
	var bad sheet.Wrong
	take := func(row int, text string) {
		w, err := address(text)
		if err != nil {
			bad.Add(row, "%v", err)
		} else if !seen[w] {
			seen[w] = true
			list = append(list, w)
		}
	}
	first, _, _ := strings.Cut(strings.TrimSpace(string(text)), "\n")
	if cell, _, _ := strings.Cut(first, ","); strings.EqualFold(strings.Trim(cell, "\" \r\t"), "address") {
		t, err := sheet.New(text, name)
		if err != nil {
			return nil, err
		}
		if err := t.Each(&bad, func(row int, cell func(string) string) { take(row, cell("address")) }); err != nil {
			return nil, err
		}
		return list, bad.Err()
	}
	for i, line := range strings.Split(string(text), "\n") {
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line != "" {
			take(i+1, line)
		}
	}
	if err := bad.Err(); err != nil {
		return nil, err
	}
	if len(list) == 0 {
		return nil, problem.Invalidf("%s has no address: to lift every sanction, record a list that is the line address alone", name)
	}
	return list, nil
}

// address is a wallet in lower case. Capitals are a checksum (EIP-55), which must be right when there are any.
func address(text string) (string, error) {
	w, err := ledger.ParseWallet(text)
	if err != nil {
		return "", err
	}
	if w == (ledger.Wallet{}) {
		return "", problem.Invalidf("the zero address belongs to nobody: leave it out")
	}
	return w.String(), nil
}
