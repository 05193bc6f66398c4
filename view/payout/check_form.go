package payout

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// largestFile is the longest file that is read: the dump of a tree of some 2,000,000 wallets.
const largestFile = 512 << 20

// errNoForm says that a file is none that is compared.
var errNoForm = errors.New("it is neither a batch for a Safe's Transaction Builder nor the dump of a Merkle tree: give one as " +
	"`nodeledger payout export` writes it with --format safe or merkle")

// formOf says by its first key which form a file has, and gives a reader of the whole of it. The key stands among the first
// bytes, as everybody writes it.
func formOf(file io.Reader) (form string, whole io.Reader, err error) {
	const first = 4096
	r := bufio.NewReaderSize(file, first)
	head, err := r.Peek(first)
	if err != nil && !errors.Is(err, io.EOF) {
		return "", nil, err
	}
	d := json.NewDecoder(bytes.NewReader(head))
	open, err := d.Token()
	if err != nil || open != json.Delim('{') {
		return "", nil, errNoForm
	}
	switch key, _ := d.Token(); key {
	case "version", "chainId", "createdAt", "meta", "transactions":
		return FormatSafe, r, nil
	case "format", "leafEncoding", "tree", "values":
		return FormatMerkle, r, nil
	}
	return "", nil, errNoForm
}

// bounded reads a file, and fails where it is longer than the most.
type bounded struct {
	io.Reader
	most, read int64
}

// Read reads on.
func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.Reader.Read(p)
	if b.read += int64(n); b.read > b.most {
		return 0, fmt.Errorf("the file is longer than %d bytes, the most that is read", b.most)
	}
	return n, err
}
