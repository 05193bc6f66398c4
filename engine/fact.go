package engine

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"sort"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
)

// The kinds of facts.
const (
	ThawFact   = "thaw"   // frozen books go on
	TGEFact    = "tge"    // the instant of the token's generation
	ScoresFact = "scores" // what is not on the chain: compute, stakes, checks, drills, ratings

	OperatorFact = "operator" // a key that somebody got or lost
)

// FactKind is the kind of the transaction that a fact is kept as. It moves nothing; its meta has the digest of the
// fact's body, which stands in the inputs.
const FactKind ledger.Kind = "fact"

// Facts as they are recorded; the body is JSON.
type tgeBody struct {
	TGE time.Time `json:"tge"`
}

// ScoreRow is one thing that an operator knows of a wallet and no chain tells, from an instant on.
//
//	compute, stake   Value is the new figure: a score, or whole units of the points
//	queen            Value is 1 or 0: takes part in the queens' pool
//	check, drill     Value is 1 passed, 0 failed
//	rating           Value is the rating, 1 to 10
type ScoreRow struct {
	Wallet string    `json:"wallet"`
	What   string    `json:"what"`
	Value  string    `json:"value"`
	At     time.Time `json:"at"`
}

// ErrRecorded says that a fact of the same operator and reference has another content.
var ErrRecorded = errors.New("this reference was recorded before with other content")

// RecordTGE records when the token is generated. The instant may not be before an epoch that is closed.
func (e *Engine) RecordTGE(ctx context.Context, by By, reference string, tge time.Time) (again bool, err error) {
	if e.program.Token == nil {
		return false, fmt.Errorf("the program %s has no token: add one to the program file", e.program.Name)
	}
	if !e.program.Token.TGE.IsZero() {
		return false, fmt.Errorf("the program file has the token's generation already, %s: there is nothing to record", e.program.Token.TGE.Format(time.RFC3339))
	}
	if tge = tge.UTC(); tge.Nanosecond() != 0 {
		return false, fmt.Errorf("the token's generation %s is not a whole second", tge.Format(time.RFC3339Nano))
	}
	return e.record(ctx, by, reference, TGEFact, "", tgeBody{tge}, func(f *Fold) error {
		if !f.tge.IsZero() && !f.tge.Equal(tge) {
			return state(fmt.Errorf("the token's generation was recorded before as %s", f.tge.Format(time.RFC3339)))
		}
		if last := f.schedule.points; !last.IsZero() && tge.Before(last) {
			return fmt.Errorf("the token's generation %s is before %s, up to which epochs are closed", tge.Format(time.RFC3339), last.Format(time.RFC3339))
		}
		return nil
	})
}

// RecordScores records rows, all or none. Every row that is wrong is in the error, one a line.
func (e *Engine) RecordScores(ctx context.Context, by By, reference string, rows []ScoreRow) (again bool, err error) {
	if e.program.Points == nil {
		return false, fmt.Errorf("the program %s has no points, so it has no use for scores", e.program.Name)
	}
	return e.record(ctx, by, reference, ScoresFact, "", rows, func(f *Fold) error {
		var bad []string
		for i, r := range rows {
			if _, err := r.read(e.program.Points.Asset); err != nil {
				bad = append(bad, fmt.Sprintf("row %d: %v", i+1, err))
			} else if closed := f.schedule.points; r.At.Before(closed) {
				bad = append(bad, fmt.Sprintf("row %d: %s is before %s, up to which epochs are closed: date it from then on", i+1, r.At.Format(time.RFC3339), closed.Format(time.RFC3339)))
			}
		}
		if len(rows) == 0 {
			bad = append(bad, "there are no rows")
		}
		if len(bad) > 0 {
			return errors.New(strings.Join(bad, "\n"))
		}
		return nil
	})
}

// record writes a fact once, when whoever says it may and check finds nothing against it. The same content again is again,
// and nothing is written. step tells apart what needs different keys within one kind.
func (e *Engine) record(ctx context.Context, by By, reference, kind, step string, body any, check func(*Fold) error) (again bool, err error) {
	e.writing.Lock()
	defer e.writing.Unlock()
	if err := e.catchUp(ctx); err != nil {
		return false, err
	}
	return e.recordLocked(ctx, by, reference, kind, step, body, check)
}

// recordLocked is record for whoever holds writing already and has caught up.
func (e *Engine) recordLocked(ctx context.Context, by By, reference, kind, step string, body any, check func(*Fold) error) (again bool, err error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	fact, _, err := e.say(by, reference, kind, step, body)
	if err != nil {
		return false, err
	}
	if again, err := e.said(&fact); again || err != nil {
		return again, err
	}
	if err := check(e.fold); err != nil {
		return false, checked(err)
	}
	c := Commit{After: e.state.Cursor, DropAbove: ^uint64(0)}
	if err := e.take(ctx, &c, factInput(fact)); err != nil {
		return false, e.undo(ctx, err)
	}
	return false, sealed(e.commit(ctx, c))
}

// say makes a fact of what somebody says who may.
func (e *Engine) say(by By, reference, kind, step string, body any) (fact Fact, who operator.Actor, err error) {
	if err := checkReference(kind, reference); err != nil {
		return fact, who, err
	}
	raw, err := json.Marshal(body)
	if err != nil {
		return fact, who, content(err)
	}
	now := e.clock.Now().UTC().Truncate(time.Second)
	fact = Fact{Reference: reference, Time: uint64(now.Unix()), Kind: kind, Body: raw}
	who, err = e.authorise(by, &fact, step, now)
	return fact, who, err
}

// said says whether a fact was recorded before; with other content it is an error.
func (e *Engine) said(fact *Fact) (again bool, err error) {
	digest, known := e.fold.facts[fact.key()]
	if known && digest != fact.digest() {
		return false, fmt.Errorf("%s of %s: %w", fact.Reference, fact.Operator, ErrRecorded)
	}
	return known, nil
}

func (f *Fact) source() ledger.Source { return ledger.OperatorSource(f.Operator, f.Reference) }
func (f *Fact) key() string           { return f.source().Key() }

// digest is over what was said, not over when it was recorded.
func (f *Fact) digest() [32]byte { return sha256.Sum256(append([]byte(f.Kind+"\x00"), f.Body...)) }

// fact takes a fact into the fold and drafts its trace in the journal. recall says that it was taken before: then what it
// wrote is read from the journal where computing it again would see later books, and nobody wants the drafts.
func (f *Fold) fact(ctx context.Context, fact *Fact, s Store, recall bool) ([]ledger.Draft, error) {
	when := time.Unix(int64(fact.Time), 0).UTC()
	if err := f.signed(fact, when); err != nil {
		return nil, fmt.Errorf("fact %s: %w", fact.key(), err)
	}
	digest := fact.digest()
	f.facts[fact.key()] = digest
	trace := ledger.Meta{"fact": fact.Kind, "sha256": hex.EncodeToString(digest[:])}
	if fact.How != "" {
		trace["proof"] = fact.How
	}
	drafts, err := f.meaning(ctx, fact, rewards.Booking{
		Program: f.program.Name, Rule: f.program.Version(program.Moment{Time: when}), At: when, Source: fact.source(),
	}, s, recall)
	if err != nil {
		return nil, fmt.Errorf("fact %s: %w", fact.key(), err)
	}
	// A fact that moves something under its own key is its transaction; every other one leaves a trace that moves nothing.
	for i := range drafts {
		if d := &drafts[i]; d.Source == fact.source() {
			d.Booked = when
			maps.Copy(d.Meta, trace)
			return drafts, nil
		}
	}
	return append(drafts, ledger.Draft{
		Kind: FactKind, Program: f.program.Name, Rule: "facts-1", Effective: when, Booked: when, Source: fact.source(), Meta: trace,
	}), nil
}

// meaning is what a fact does to the fold, and the transactions that it leads to besides its trace.
func (f *Fold) meaning(ctx context.Context, fact *Fact, b rewards.Booking, s Store, recall bool) ([]ledger.Draft, error) {
	switch fact.Kind {
	case TGEFact:
		var body tgeBody
		if err := json.Unmarshal(fact.Body, &body); err != nil {
			return nil, err
		}
		f.tge = body.TGE.UTC()
		return nil, nil
	case ScoresFact:
		var rows []ScoreRow
		if err := json.Unmarshal(fact.Body, &rows); err != nil {
			return nil, err
		}
		f.scores = append(f.scores, rows...)
		sort.SliceStable(f.scores, func(i, j int) bool { return f.scores[i].At.Before(f.scores[j].At) })
		return nil, nil
	case OperatorFact:
		var change operator.Change
		if err := json.Unmarshal(fact.Body, &change); err != nil {
			return nil, err
		}
		return nil, f.operators.Apply(change, b.At)
	case RevenueFact, BuybackFact:
		return f.incomeFact(fact, b)
	case MonthFact:
		return f.monthFact(ctx, fact, b, s, recall)
	case PayoutFact, StepFact, HoldFact, SanctionsFact, ResolveFact:
		return f.payoutFact(ctx, fact, b, s, recall)
	}
	d, moves, err := f.vestingFact(fact, b)
	if err != nil || !moves {
		return nil, err
	}
	return []ledger.Draft{d}, nil
}

// generation is when the token is generated, as the program file or a fact says; zero when neither does.
func (f *Fold) generation() time.Time {
	if f.program.Token == nil {
		return time.Time{}
	}
	if t, err := rewards.GenerationOf(f.program, f.tge); err == nil {
		return t
	}
	return time.Time{}
}
