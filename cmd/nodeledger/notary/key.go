// Package notary keeps the keys that sign checkpoints, and asks witnesses to sign them as well.
package notary

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"

	"github.com/nodeledger/nodeledger/problem"
)

// MakeKey makes a pair of keys for a name. The private one goes into a file that only its owner may read, and that must not be there
// yet; the public one is given back.
func MakeKey(name, file string) (public string, err error) {
	private, public, err := note.GenerateKey(rand.Reader, name)
	if err == nil {
		_, err = note.NewSigner(private)
	}
	if err != nil {
		return "", problem.Invalidf("a key cannot be called %.80q: no white space and no +, such as books.example.org", name)
	}
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return "", problem.Conflictf("%s is there already: name another file, so that no key is lost", file)
	}
	if err != nil {
		return "", err
	}
	_, err = fmt.Fprintln(f, private)
	return public, errors.Join(err, f.Sync(), f.Close())
}

// ReadKey reads a private key from a file that only its owner may read.
func ReadKey(file string) (note.Signer, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, problem.Invalidf("the key of checkpoints cannot be read: %w", err)
	}
	defer f.Close()
	about, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if mode := about.Mode().Perm(); mode&0o077 != 0 {
		return nil, problem.Invalidf("%s may be read by others (%04o): chmod 600 it, or make another key if somebody may have seen it",
			file, mode)
	}
	raw, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	signer, err := note.NewSigner(strings.TrimSpace(string(raw)))
	if err != nil {
		return nil, problem.Invalidf("%s is not a key of checkpoints: make one with `nodeledger ledger key NAME FILE`", file)
	}
	return signer, nil
}
