package engine

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"time"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// Mark is how far books were, in few enough words to be kept outside of them: whoever has it sees later whether they are still the same
// books. The zero Mark is of empty books.
type Mark struct {
	Sequence uint64      `json:"sequence"` // of the last transaction
	Hash     ledger.Hash `json:"hash"`     // of the last transaction
	Inputs   uint64      `json:"inputs"`
	Digest   ledger.Hash `json:"digest"` // over those inputs
	Final    uint64      `json:"final"`  // the last final block
	Covered  []Span      `json:"covered"`
}

// MarkOf is the mark of books at a state that they have or had.
func MarkOf(ctx context.Context, books Copy, at State) (Mark, error) {
	m := Mark{Sequence: at.Ledger.Sequence, Hash: at.Ledger.Hash, Inputs: at.Inputs, Final: at.Cursor.Final.Number}
	var err error
	if m.Digest, err = inputsDigest(ctx, books, at.Inputs); err != nil {
		return m, err
	}
	spans, err := books.Coverage(ctx)
	for _, s := range spans {
		if s.From <= m.Final {
			m.Covered = append(m.Covered, Span{s.From, min(s.To, m.Final), s.Level})
		}
	}
	return m, err
}

// inputsDigest is one hash over the first inputs.
func inputsDigest(ctx context.Context, books fold.Books, until uint64) (digest ledger.Hash, err error) {
	if until == 0 {
		return digest, nil
	}
	h := sha256.New()
	for in, err := range books.Inputs(ctx, 1) {
		if err != nil {
			return digest, err
		}
		payload := sha256.Sum256(in.Payload)
		h.Write(binary.BigEndian.AppendUint64(nil, uint64(len(in.Kind))))
		h.Write([]byte(in.Kind))
		h.Write(payload[:])
		if in.Sequence == until {
			break
		}
	}
	return ledger.Hash(h.Sum(nil)), nil
}

// Codes of books that are not those of a mark.
const (
	WentBack  problem.Code = "books-went-back" // they are shorter than they were
	Rewritten problem.Code = "books-rewritten" // something that was in them is not as it was
)

// Follows refuses books that are not those of the mark, or those with something added. since is when the mark was made, and remedy says
// what to do.
func (m *Mark) Follows(ctx context.Context, books Copy, since time.Time, remedy string) error {
	at, err := books.State(ctx)
	if err != nil {
		return err
	}
	when := since.UTC().Format("2006-01-02 15:04:05 UTC")
	switch {
	case at.Ledger.Sequence < m.Sequence:
		return problem.New(problem.Conflict, WentBack, "the books end at transaction %d, and on %s they ended at %d: this is an older copy; %s",
			at.Ledger.Sequence, when, m.Sequence, remedy)
	case at.Inputs < m.Inputs:
		return problem.New(problem.Conflict, WentBack, "the books have %d inputs, and on %s they had %d: this is an older copy; %s", at.Inputs,
			when, m.Inputs, remedy)
	case at.Cursor.Final.Number < m.Final:
		return problem.New(problem.Conflict, WentBack, "the books are final to block %d, and on %s they were to %d: this is an older copy; %s",
			at.Cursor.Final.Number, when, m.Final, remedy)
	}
	now, err := MarkOf(ctx, books, State{Ledger: ledger.Head{Sequence: m.Sequence}, Position: Position{Inputs: m.Inputs,
		Cursor: Cursor{Final: Header{Number: m.Final}}}})
	if err != nil {
		return err
	}
	hash := ledger.Hash{}
	if m.Sequence > 0 {
		for t, err := range books.Transactions(ctx, m.Sequence) {
			if err != nil {
				return err
			}
			hash = t.Hash
			break
		}
	}
	what := ""
	switch {
	case m.Sequence > 0 && hash == (ledger.Hash{}):
		what = fmt.Sprintf("transaction %d is not there, and on %s it was", m.Sequence, when)
	case hash != m.Hash:
		what = fmt.Sprintf("transaction %d has the hash %s, and on %s it had %s", m.Sequence, hash, when, m.Hash)
	case now.Digest != m.Digest:
		what = fmt.Sprintf("the first %d inputs are not those of %s", m.Inputs, when)
	case !sameSpans(now.Covered, m.Covered):
		what = fmt.Sprintf("how blocks up to %d were proven is not what it was on %s", m.Final, when)
	default:
		return nil
	}
	return problem.New(problem.Conflict, Rewritten, "%s: the past of the books was changed; %s", what, remedy)
}

func sameSpans(a, b []Span) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
