package fold

import (
	"crypto/sha256"
	"fmt"
	"io"
)

// saltSize is how many random bytes a private fact gets.
const saltSize = 32

// AddSalt gives a fact of a private kind its salt, from a source of random bytes; every other fact needs none.
func (f *Fact) AddSalt(random io.Reader) error {
	k, err := kindOf(f.Kind)
	if err != nil || !k.private {
		return err
	}
	salt := make([]byte, saltSize)
	if _, err := io.ReadFull(random, salt); err != nil {
		return fmt.Errorf("the salt of %s cannot be made: %w", f.Reference, err)
	}
	f.Salt = salt
	return nil
}

// Recorded tells a fact which input it becomes.
func (f *Fact) Recorded(input uint64) { f.input = input }

// Commitment is what everybody sees of the fact's body: of a private fact nobody can guess the body from it, since the salt is not
// public. Facts that were recorded before there were salts have their [Fact.Digest] here.
func (f *Fact) Commitment() [32]byte {
	if len(f.Salt) == 0 {
		return f.Digest()
	}
	digest := f.Digest()
	return commitment("fact", f.Salt, digest[:])
}

// commitment is over what it is of, the salt and the content. The salt has one length in one use, so no two of these are one text.
func commitment(what string, salt, content []byte) [32]byte {
	text := append([]byte("nodeledger/private/"+what+"\x00"), salt...)
	return sha256.Sum256(append(text, content...))
}
