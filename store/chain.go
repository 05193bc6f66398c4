package store

import (
	"bytes"
	"fmt"
	"math"
	"regexp"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/store/compact"
)

var inputTable = table{"input", 1, []column{
	{"sequence", whole}, {"kind", text}, {"payload", blob}, {"digest", blob}, {"transactions", whole}}, nil}

var inputKind = regexp.MustCompile(`^[a-z]{1,32}$`)

// checkChain refuses what the tables cannot hold, before anything is read or written.
func checkChain(c *engine.Commit) error {
	headers := c.Headers
	if c.Cursor != nil {
		headers = append([]engine.Header{c.Cursor.Final, c.Cursor.Head}, headers...)
	}
	for _, h := range headers {
		if h.Number > math.MaxInt64 || h.Time > math.MaxInt64 {
			return fmt.Errorf("block %d of second %d is out of range: the endpoint's answer cannot be right", h.Number, h.Time)
		}
	}
	for _, s := range c.Covered {
		if s.From > s.To || s.To > math.MaxInt64 {
			return fmt.Errorf("blocks %d to %d are not a stretch that can be covered", s.From, s.To)
		}
		if !s.Level.Valid() {
			return fmt.Errorf("blocks %d to %d are covered at the level %q, which is unknown", s.From, s.To, s.Level)
		}
	}
	after := 0
	for _, in := range c.Inputs {
		if in.After < after || in.After > len(c.Drafts) {
			return fmt.Errorf("an input comes after %d of %d drafts, and the one before it after %d", in.After, len(c.Drafts), after)
		}
		after = in.After
		if !inputKind.MatchString(string(in.Kind)) {
			return fmt.Errorf("an input is of the kind %q, which is not a lower-case word", in.Kind)
		}
	}
	return nil
}

// writeChain writes everything of a commit but its inputs and drafts, and puts it into the head's row.
func writeChain(tx *transaction, row *headRow, c *engine.Commit) error {
	if err := writeCoverage(tx.DB, row, c); err != nil {
		return err
	}
	if c.Cursor != nil {
		row.setCursor(*c.Cursor)
	}
	if err := writeWindow(tx.DB, row, c); err != nil {
		return err
	}
	for i := range c.Inputs {
		if err := row.follow(&c.Inputs[i].Input); err != nil {
			return err
		}
	}
	return nil
}

// follow keeps in the head's row whether the books are frozen after an input, for whoever reads no inputs.
func (r *headRow) follow(in *fold.Input) error {
	if in.Kind != fold.InputIncident && r.Frozen == "" {
		return nil
	}
	_, frozen, err := r.chain()
	if err == nil {
		frozen, err = in.Freezes(frozen)
	}
	if err != nil {
		return err
	}
	r.Frozen = ""
	if frozen != nil {
		r.Frozen, err = storeIncident(frozen)
	}
	return err
}

// writeInputs appends the inputs of a batch.
func writeInputs(tx *transaction, b *batch) error {
	packed := make([][]byte, len(b.inputs))
	for i := range packed {
		var err error
		if packed[i], err = compact.Pack(b.inputs[i].Payload); err != nil {
			return err
		}
	}
	return tx.insert(inputTable, rowsOf(len(b.inputs), func(i int, into []any) {
		r := &b.inputs[i]
		into[0], into[1], into[2], into[3], into[4] = r.Sequence, r.Kind, packed[i], r.Digest, r.Transactions
	}))
}

// unpack puts what was packed in the place of what is stored. The error is a *ledger.Difference.
func (r *inputRow) unpack() (err error) {
	if r.Payload, err = compact.Unpack(r.Payload); err != nil {
		err = ledger.Differs("input", fmt.Sprintf("sequence %d", r.Sequence), "%v", err)
	}
	return err
}

// check unpacks the input that comes after some others and recomputes its leaf. The error is a *ledger.Difference.
func (r *inputRow) check(before int64) error {
	name := fmt.Sprintf("sequence %d", before+1)
	if r.Sequence != before+1 {
		return ledger.Differs("input", name, "it is missing, the next one stored is %d", r.Sequence)
	}
	if err := r.unpack(); err != nil {
		return err
	}
	leaf := ledger.InputLeaf(uint64(r.Sequence), uint64(r.Transactions), r.Kind, r.Payload)
	if !bytes.Equal(r.Digest, leaf[:]) {
		return ledger.Differs("input", name, "its content is not what its digest was made of")
	}
	return nil
}
