package engine

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
)

// Verify checks books wholly. First the store looks for what does not fit in its own tables. Then identity, cursor, window and coverage
// are compared with each other, with the text of the program and with the inputs. At last every input is applied anew, in scratch books
// that must be empty, and every transaction that follows is compared with the journal: so an operator's key, a setting or an amount
// that was changed is found although everything was hashed anew. scratch may be nil; then that last step is left out. now is when it is: no
// fact may be dated later, nor later than the newest final block; the zero time leaves that out.
//
// The first difference is a *ledger.Difference. What a writer adds meanwhile is not looked at.
func Verify(ctx context.Context, books Store, scratch Scratch, now time.Time, progress func(done, total uint64)) (Verification, error) {
	verified, err := books.Verify(ctx)
	if err != nil {
		return verified, err
	}
	at, err := books.State(ctx)
	if err != nil || at.Inputs == 0 {
		return verified, err
	}
	err = checkGround(ctx, books)
	if err == nil {
		err = checkSaved(ctx, books)
	}
	if err == nil {
		verified.Unsigned, err = lookAtFacts(ctx, books, now)
	}
	if err != nil {
		return Verification{}, err
	}
	if scratch == nil {
		return verified, nil
	}
	if err := replay(ctx, books, scratch, at, progress); err != nil {
		return Verification{}, err
	}
	verified.Inputs = at.Inputs
	return verified, nil
}

// latest is when it is at least: by a clock, and by the newest final block.
func latest(now time.Time, final Header) time.Time {
	if at := final.When(); at.After(now) {
		return at
	}
	return now
}

// lookAtFacts looks for a fact that is dated later than it is now, and counts those without a signature that need none.
func lookAtFacts(ctx context.Context, books Reader, now time.Time) (unsigned uint64, err error) {
	var most, facts uint64
	var signed bool
	var newest *fold.Fact
	var final Header
	for in, err := range books.Inputs(ctx, 1) {
		if err != nil {
			return 0, err
		}
		most += in.Unsigned() // of the first one
		fact, err := in.Fact()
		if err == nil {
			if h, ok, wrong := in.Final(); ok {
				final = h
			} else {
				err = wrong
			}
		}
		if err != nil {
			return 0, ledger.Differs("input", fmt.Sprintf("sequence %d", in.Sequence), "%v", err)
		}
		if fact == nil {
			continue
		}
		if newest == nil || fact.Time > newest.Time {
			newest = fact
		}
		facts++
		if signed = signed || fact.After > 0; !signed && facts <= most {
			unsigned++
		}
	}
	if now.IsZero() {
		return unsigned, nil
	}
	return unsigned, newest.IsAhead(latest(now, final))
}

// Scratch is empty books that a verification fills and that nobody looks at afterwards.
type Scratch interface {
	Copy
	Writer
}

// replay computes every transaction anew and compares.
func replay(ctx context.Context, books Copy, scratch Scratch, at State, progress func(done, total uint64)) error {
	if err := scratch.Open(ctx, at.Identity); err != nil {
		return err
	}
	empty, err := scratch.State(ctx)
	if err != nil {
		return err
	}
	r := rebuild{to: scratch, progress: progress, total: at.Inputs, commit: Commit{Seen: empty.Position}}
	err = r.all(ctx, nil, books)
	if err == nil {
		err = r.flush(ctx)
	}
	if err != nil {
		return AsDifference(ctx, err)
	}
	return Compare(ctx, books, scratch, at)
}

// AsDifference turns what an input cannot do, an error of [Rebuild], into the place where the books are wrong: a *ledger.Difference.
func AsDifference(ctx context.Context, err error) error {
	var refused *notApplied
	switch {
	case ctx.Err() != nil || !errors.As(err, &refused):
		return err
	case refused.first == refused.last:
		return ledger.Differs("input", fmt.Sprintf("sequence %d", refused.last), "it does not follow from what was before it: %v", refused.err)
	}
	return ledger.Differs("input", fmt.Sprintf("sequences %d to %d", refused.first, refused.last), "what follows cannot be booked: %v",
		refused.err)
}

// checkGround compares what the books say of themselves and of the chain with the text of their program, and with the blocks among
// their inputs.
func checkGround(ctx context.Context, books Copy) error {
	for {
		at, err := books.State(ctx)
		if err != nil {
			return err
		}
		spans, err := books.Coverage(ctx)
		if err != nil {
			return err
		}
		window, err := books.Window(ctx)
		if err != nil {
			return err
		}
		now, err := books.State(ctx)
		if err != nil {
			return err
		}
		if now.Position != at.Position {
			continue // a writer was there
		}
		if err := checkIdentity(ctx, books, at.Identity); err != nil {
			return err
		}
		if err := checkCursor(at, spans, window); err != nil {
			return err
		}
		return checkRecorded(ctx, books, at)
	}
}

// checkIdentity compares the identity with the text that the books begin with.
func checkIdentity(ctx context.Context, books fold.Books, have Identity) error {
	first, _, _, err := textsOf(ctx, books)
	if err != nil || first == nil {
		return err
	}
	want := IdentityOf(first)
	say := func(i Identity) string {
		return fmt.Sprintf("program %s, chain %d, contract %s, from block %d", i.Program, i.Chain, i.Contract.Hex(), i.Start)
	}
	if have != want {
		return ledger.Differs("identity", "its only row", "stored is %s, the books' own program says %s", say(have), say(want))
	}
	return nil
}

// checkCursor says where cursor, coverage and window do not go together.
func checkCursor(at State, spans []Span, window []Header) error {
	cursor := at.Cursor
	if cursor.Final.Number > cursor.Head.Number {
		return ledger.Differs("head", "its only row", "block %d is final, and the books end at block %d", cursor.Final.Number, cursor.Head.Number)
	}
	next := at.Identity.Start
	for _, s := range spans {
		if s.From != next {
			return ledger.Differs("coverage", fmt.Sprintf("first %d", s.From), "blocks are covered from %d on, and from %d on they should be",
				s.From, next)
		}
		next = s.To + 1
	}
	if cursor.Head.Hash != (common.Hash{}) && cursor.Head.Number+1 > next {
		return ledger.Differs("head", "its only row", "the books end at block %d, and blocks are covered to %d only", cursor.Head.Number, next-1)
	}
	before := cursor.Final
	for _, h := range window {
		if h.Number != before.Number+1 || h.Parent != before.Hash {
			return ledger.Differs("window", fmt.Sprintf("number %d", h.Number), "it does not follow block %d %s", before.Number, before.Hash)
		}
		if h.Time < before.Time {
			return ledger.Differs("head", "its only row", "%s is final, and %s comes after it", before, h)
		}
		before = h
	}
	if before != cursor.Head {
		return ledger.Differs("head", "its only row", "the books end at %s after %s, and the blocks that are not final at %s after %s",
			cursor.Head, cursor.Head.Parent, before, before.Parent)
	}
	return nil
}

// checkRecorded compares the head's row with what the inputs say: up to where the chain is final, and whether the books are frozen.
func checkRecorded(ctx context.Context, books fold.Books, at State) error {
	last, frozen, err := recordedBy(ctx, books, at.Inputs)
	if err != nil {
		return err
	}
	final := at.Cursor.Final
	switch {
	case last != (Header{}) && (final.Number < last.Number || final.Time < last.Time || final.Number == last.Number && final != last):
		return ledger.Differs("head", "its only row", "the last final block is %s, and the inputs say that %s is final", final, last)
	case !sameIncident(at.Frozen, frozen):
		return ledger.Differs("head", "its only row", "the books are %s, and the inputs say that they are %s", orNot(at.Frozen), orNot(frozen))
	}
	return nil
}

// recordedBy is the newest final header among the first inputs of books, zero where there is none, and why the books are frozen after them.
func recordedBy(ctx context.Context, books fold.Books, inputs uint64) (last Header, frozen *Incident, err error) {
	for in, err := range books.Inputs(ctx, 1) {
		if err != nil {
			return last, nil, err
		}
		if in.Sequence > inputs {
			break
		}
		h, ok, err := in.Final()
		if err == nil {
			frozen, err = in.Freezes(frozen)
		}
		if err != nil {
			return last, nil, ledger.Differs("input", fmt.Sprintf("sequence %d", in.Sequence), "%v", err)
		}
		if ok {
			last = h
		}
	}
	return last, frozen, nil
}

// WhyFrozen is why books are frozen, by their inputs; nil when they are not.
func WhyFrozen(ctx context.Context, books Reader) (*Incident, error) {
	at, err := books.State(ctx)
	if err != nil {
		return nil, err
	}
	_, frozen, err := recordedBy(ctx, books, at.Inputs)
	return frozen, err
}

func sameIncident(a, b *Incident) bool {
	if a == nil || b == nil {
		return a == b
	}
	return bytes.Equal(fold.IncidentInput(a).Payload, fold.IncidentInput(b).Payload)
}

func orNot(i *Incident) string {
	if i == nil {
		return "not frozen"
	}
	return "frozen for " + i.Text
}
