// Package checkpoint reads and writes checkpoints of the tree over everything: the text that C2SP's tlog-checkpoint describes, as a
// signed note.
//
// Whoever keeps one elsewhere can tell later whether books still are those that it was made of. It stands on nothing but the tree's size
// and root; what else it says is for people.
package checkpoint

import (
	"encoding/base64"
	"errors"
	"fmt"
	"strconv"
	"strings"

	fnote "github.com/transparency-dev/formats/note"
	"golang.org/x/mod/sumdb/note"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// Checkpoint is where books were at a moment.
type Checkpoint struct {
	Origin    string // names the books
	Size      uint64 // of the tree, in leaves
	Root      ledger.Hash
	Sequence  uint64      // of the last transaction
	Journal   ledger.Hash // of the last transaction
	Final     uint64      // the last final block
	FinalHash ledger.Hash
}

// Origin names books: the program's name, the chain's id, and the sale's contract in lower case.
func Origin(program string, chain uint64, contract string) string {
	return fmt.Sprintf("nodeledger/%s/%d/%s", program, chain, strings.ToLower(contract))
}

// Text is the checkpoint without signatures: origin, size and root, and two lines more, the end of the journal and the last final block.
func (c *Checkpoint) Text() string {
	return fmt.Sprintf("%s\n%d\n%s\njournal %d %s\nblock %d %s\n", c.Origin, c.Size, base64.StdEncoding.EncodeToString(c.Root[:]),
		c.Sequence, c.Journal, c.Final, c.FinalHash)
}

// Sign makes the note. Without signers it is the text alone.
func (c *Checkpoint) Sign(signers ...note.Signer) ([]byte, error) {
	if len(signers) == 0 {
		return []byte(c.Text()), nil
	}
	return note.Sign(&note.Note{Text: c.Text()}, signers...)
}

// Read reads a checkpoint, a note or its text alone, that everybody in by must have signed.
func Read(raw []byte, by ...note.Verifier) (*Checkpoint, error) {
	text := string(raw)
	if signed, err := note.Open(raw, note.VerifierList(by...)); err == nil {
		text = signed.Text
		for _, v := range by {
			if !has(signed.Sigs, v) {
				return nil, problem.Invalidf("the checkpoint is not signed by %s", v.Name())
			}
		}
	} else if unverified := (*note.UnverifiedNoteError)(nil); errors.As(err, &unverified) && len(by) == 0 {
		text = unverified.Note.Text
	} else if len(by) > 0 {
		return nil, problem.Invalidf("the checkpoint is not signed by %s: %w", by[0].Name(), err)
	}
	return parse(text)
}

func has(signatures []note.Signature, v note.Verifier) bool {
	for _, s := range signatures {
		if s.Name == v.Name() && s.Hash == v.KeyHash() {
			return true
		}
	}
	return false
}

// parse reads what Text writes. Lines after the third are for people, and may be others.
func parse(text string) (*Checkpoint, error) {
	bad := problem.Invalidf("this is not a checkpoint: it begins with the line of its origin, its size and its root in base64")
	lines := strings.Split(text, "\n")
	if len(lines) < 4 || lines[0] == "" {
		return nil, bad
	}
	c := &Checkpoint{Origin: lines[0]}
	root, err := base64.StdEncoding.DecodeString(lines[2])
	if err != nil || len(root) != len(c.Root) {
		return nil, bad
	}
	c.Root = ledger.Hash(root)
	if c.Size, err = strconv.ParseUint(lines[1], 10, 63); err != nil || strconv.FormatUint(c.Size, 10) != lines[1] {
		return nil, bad
	}
	return c, nil
}

// Verifier reads the public key of whoever signs checkpoints.
func Verifier(key string) (note.Verifier, error) {
	v, err := note.NewVerifier(strings.TrimSpace(key))
	if err != nil {
		return nil, problem.Invalidf("%.80q is not the public key of a signer of checkpoints: write it as `nodeledger ledger key` printed "+
			"it", key)
	}
	return v, nil
}

// Witness reads the public key of a witness, which signs the time as well.
func Witness(key string) (note.Verifier, error) {
	v, err := fnote.NewVerifierForCosignatureV1(strings.TrimSpace(key))
	if err != nil {
		return nil, problem.Invalidf("%.80q is not the public key of a witness: write it as the witness gives it", key)
	}
	return v, nil
}

// Check compares a checkpoint with the books as they are: books of the same origin must be as long and have its root at its size. The
// difference is a *ledger.Difference.
func (c *Checkpoint) Check(origin string, size uint64, rootAt func(size uint64) (ledger.Hash, error)) error {
	row := fmt.Sprintf("size %d", c.Size)
	if c.Origin != origin {
		return ledger.Differs("checkpoint", row, "it is of other books, %.200q; these are %q", c.Origin, origin)
	}
	if c.Size > size {
		return ledger.Differs("checkpoint", row, "the books have only %d leaves: they were rolled back to an earlier state", size)
	}
	root, err := rootAt(c.Size)
	if err != nil {
		return err
	}
	if root != c.Root {
		return ledger.Differs("checkpoint", row,
			"the books had the root %s at that size, the checkpoint says %s: they are a fork, or were changed",
			root, c.Root)
	}
	return nil
}
