// Package checkpoint reads and writes checkpoints of the tree over everything: the text that C2SP's tlog-checkpoint describes, as a
// signed note.
//
// Whoever keeps one elsewhere can tell later whether books still are those that it was made of. It stands on the tree's size and root. Of
// the two lines after them, the end of the journal is compared as well, and the last final block as far as books know it.
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
	Bare      bool // it says nothing of journal and block
}

// Origin names books: the program's name, the chain's id, and the sale's contract in lower case.
func Origin(program string, chain uint64, contract string) string {
	return fmt.Sprintf("nodeledger/%s/%d/%s", program, chain, strings.ToLower(contract))
}

// Text is the checkpoint without signatures: origin, size and root, and two lines more, the end of the journal and the last final block.
func (c *Checkpoint) Text() string {
	text := fmt.Sprintf("%s\n%d\n%s\n", c.Origin, c.Size, base64.StdEncoding.EncodeToString(c.Root[:]))
	if !c.Bare {
		text += fmt.Sprintf("journal %d %s\nblock %d %s\n", c.Sequence, c.Journal, c.Final, c.FinalHash)
	}
	return text
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

// parse reads what Text writes, and nothing else: what is not understood could not be compared.
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
	if rest := lines[3:]; len(rest) == 1 && rest[0] == "" {
		c.Bare = true
	} else if c.extensions(rest); c.Text() != text {
		return nil, problem.Invalidf("the checkpoint goes on after its root with %.200q, which is not understood and could not be compared: "+
			"after a root come the lines journal and block, or nothing", strings.Join(rest, "\n"))
	}
	return c, nil
}

// extensions reads the lines after the root as far as they can be read.
func (c *Checkpoint) extensions(lines []string) {
	read := func(line, name string) (n uint64, h ledger.Hash) {
		if fields := strings.Fields(line); len(fields) == 3 && fields[0] == name {
			n, _ = strconv.ParseUint(fields[1], 10, 64)
			h, _ = ledger.ParseHash(fields[2])
		}
		return n, h
	}
	c.Sequence, c.Journal = read(lines[0], "journal")
	if len(lines) > 1 {
		c.Final, c.FinalHash = read(lines[1], "block")
	}
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

// Check compares a checkpoint with the books as they are: books of the same origin must be as long, have its root at its size, and their
// journal must have ended there as it says. The difference is a *ledger.Difference. at gives the root and the end of the journal at a size.
func (c *Checkpoint) Check(origin string, size uint64, at func(size uint64) (Checkpoint, error)) error {
	if c.Origin != origin {
		return c.differs("it is of other books, %.200q; these are %q", c.Origin, origin)
	}
	if c.Size > size {
		return c.differs("the books have only %d leaves: they were rolled back to an earlier state", size)
	}
	was, err := at(c.Size)
	if err != nil {
		return err
	}
	if was.Root != c.Root {
		return c.differs("the books had the root %s at that size, the checkpoint says %s: they are a fork, or were changed", was.Root, c.Root)
	}
	if !c.Bare && (was.Sequence != c.Sequence || was.Journal != c.Journal) {
		return c.differs("the journal ended at transaction %d with the hash %s at that size, the checkpoint says %d and %s", was.Sequence,
			was.Journal, c.Sequence, c.Journal)
	}
	return nil
}

// CheckBlock compares the last final block with one that is among the first inputs of the books, or that they end at now: no block above
// it was final yet, and one of its number has its hash.
func (c *Checkpoint) CheckBlock(number uint64, hash ledger.Hash) error {
	switch {
	case number > c.Final:
		return c.differs("block %d was final at that size, the checkpoint says that block %d was the last", number, c.Final)
	case number == c.Final && hash != c.FinalHash:
		return c.differs("block %d has the hash %s, the checkpoint says %s", number, hash, c.FinalHash)
	}
	return nil
}

func (c *Checkpoint) differs(format string, values ...any) error {
	return ledger.Differs("checkpoint", fmt.Sprintf("size %d", c.Size), format, values...)
}
