package engine

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
)

// Receipt is what somebody gets for a fact that is in the books.
type Receipt struct {
	Operator, Reference string
	Sequence            uint64 // of the fact's transaction
	// AlreadyRecorded says that the same content had been recorded under the same reference before, by the operator that the receipt
	// names: nothing was written.
	AlreadyRecorded bool
}

// record writes a fact of a kind once, when whoever records it may and nothing is against it. Facts whose references the engine
// makes need none.
func (e *Engine) record(ctx context.Context, by By, kind, reference string, body any) (receipt Receipt, err error) {
	if err := e.mayRecord(ctx, kind, body); err != nil {
		return Receipt{}, err
	}
	return e.recordMade(ctx, by, kind, reference, func() (any, error) { return body, nil })
}

// recordMade is record of a body that depends on the books, as they are when it is its turn to write.
func (e *Engine) recordMade(ctx context.Context, by By, kind, reference string, compose func() (any, error)) (receipt Receipt, err error) {
	err = e.writeBy(ctx, by, func(by By) error {
		body, err := compose()
		if err != nil {
			return err
		}
		fact, err := fold.NewFact(kind, reference, body, e.now())
		if err != nil {
			return err
		}
		receipt, err = e.recordFact(ctx, by, fact)
		return err
	})
	return receipt, err
}

// Clock is what facts are dated by, but for the order of facts: whoever signs in signs by it.
func (e *Engine) Clock() Clock { return e.clock }

// now is the second that it is: facts are dated by the second, and none before the one that came before it, whatever the clock says.
func (e *Engine) now() time.Time {
	now, last := e.clock.Now().UTC().Truncate(time.Second), e.fold.LastSaid()
	if now.Before(last) {
		return last
	}
	return now
}

// farAhead is how far past the newest block in the books a fact may be dated where the chain is followed, and lainAside where it is not.
// Chains stand still for days at worst, and books may lie for years; those that are frozen know no newer block.
const (
	farAhead  = 90 * 24 * time.Hour
	lainAside = 5 * 365 * 24 * time.Hour
)

// clockIsRight refuses a fact that is dated far past the newest block: nothing could be recorded any more until it is that late.
func (e *Engine) clockIsRight(fact *fold.Fact) error {
	newest, now, most := e.state.Cursor.Head, e.clock.Now(), farAhead
	if e.chain == nil {
		most = lainAside
	}
	if last := e.fold.Newest(); last != nil && fact.When().After(latest(now, e.fold.Final()).Add(farAhead)) {
		return problem.Conflictf("nothing is recorded before %s, when the fact %s is dated: restore a backup of before it", fact.When().
			Format(time.RFC3339), last.Key())
	}
	if e.state.Frozen != nil || newest.Hash == (common.Hash{}) || !now.After(newest.When().Add(most)) {
		return nil
	}
	return problem.Conflictf("this machine's clock says %s, and the newest block in the books is of %s: set the clock, or, if it is right, "+
		"run `nodeledger sync` first", now.UTC().Format(time.RFC3339), newest.When().Format(time.RFC3339))
}

// recordFact is record within a step that writes.
func (e *Engine) recordFact(ctx context.Context, by By, fact *fold.Fact) (Receipt, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if err := e.soundFor(fact); err != nil {
		return Receipt{}, err
	}
	if err := e.clockIsRight(fact); err != nil {
		return Receipt{}, err
	}
	if err := fact.AddSalt(e.salts); err != nil {
		return Receipt{}, err
	}
	if err := e.authorise(ctx, by, fact); err != nil {
		return Receipt{}, err
	}
	before, known, err := e.recorded(fact)
	if err != nil {
		return Receipt{}, err
	}
	if known {
		return e.receipt(ctx, before)
	}
	proposal, err := e.fold.Propose(ctx, fact, e.ground())
	if err != nil {
		return Receipt{}, err
	}
	var c Commit
	if err := e.takeFact(ctx, &c, fact, proposal); err != nil {
		return Receipt{}, e.undo(ctx, err)
	}
	if err := e.commit(ctx, c); err != nil {
		return Receipt{}, overdrawn(err)
	}
	after := slices.IndexFunc(c.Drafts, func(d ledger.Draft) bool { return d.Source == fact.Source() })
	return Receipt{fact.Operator, fact.Reference, e.state.Ledger.Sequence - uint64(len(c.Drafts)-1-after), false}, nil
}

// takeFact applies a fact to the fold and adds it and its drafts to the commit.
func (e *Engine) takeFact(ctx context.Context, c *Commit, fact *fold.Fact, proposal *fold.Proposal) error {
	fact.Recorded(e.state.Inputs + uint64(len(c.Inputs)) + 1)
	drafts, err := e.fold.Take(ctx, proposal)
	if err != nil {
		return err
	}
	c.Take(fold.FactInput(fact), drafts)
	return nil
}

// overdrawn makes a refusal of a commit that the books have too little for.
func overdrawn(err error) error {
	if errors.Is(err, ledger.ErrTurned) {
		return problem.As(problem.Conflict, problem.Overdrawn, err)
	}
	return err
}

// recorded is the source of a fact like this one that was recorded before; with other content it is refused.
func (e *Engine) recorded(fact *fold.Fact) (source ledger.Source, known bool, err error) {
	source, digest, known := e.fold.Recorded(fact)
	if known && digest != fact.Digest() {
		err := problem.New(problem.Conflict, problem.Recorded,
			"%s of %s was recorded before with other content: give another reference, or send the same again", source.Reference, source.Name)
		err.Cause = ErrRecorded
		return source, false, err
	}
	if !known {
		return source, false, nil
	}
	stands, err := e.fold.Stands(fact)
	if err == nil && !stands {
		err = problem.New(problem.Conflict, problem.Recorded,
			"%s of %s was recorded before, and something else was since: give another reference to say it again", source.Reference, source.Name)
	}
	return source, err == nil, err
}

// receipt is that of a fact that was recorded before, by its source. Whoever recorded it may never have had an answer, because its commit
// was not yet where it has to be.
func (e *Engine) receipt(ctx context.Context, of ledger.Source) (Receipt, error) {
	if err := e.store.Replicated(ctx); err != nil {
		return Receipt{}, err
	}
	tx, err := e.store.Keyed(ctx, of.Key())
	if err != nil {
		return Receipt{}, err
	}
	if tx == nil {
		return Receipt{}, fmt.Errorf("the fact %s is not in the journal: run `nodeledger ledger verify`", of.Key())
	}
	return Receipt{of.Name, of.Reference, tx.Sequence, true}, nil
}

// PlanTGE records for when the token's generation is planned: it counts once two operators recorded the same, and is in the place of the
// plan before it.
func (e *Engine) PlanTGE(ctx context.Context, by By, reference string, tge time.Time) (Receipt, error) {
	return e.record(ctx, by, fold.TGEPlan, reference, fold.TGEBody{TGE: tge.UTC()})
}

// RecordTGE records when the token was generated: it counts once two operators recorded the same, and is permanent. insteadOf is the time
// that it was planned for, where that was another one; otherwise zero.
func (e *Engine) RecordTGE(ctx context.Context, by By, reference string, tge, insteadOf time.Time) (Receipt, error) {
	b := fold.TGEBody{TGE: tge.UTC()}
	if !insteadOf.IsZero() {
		b.InsteadOf = insteadOf.UTC()
	}
	return e.record(ctx, by, fold.TGE, reference, b)
}

// RecordScores records rows, all or none. Every row that is invalid is a reason of the refusal.
func (e *Engine) RecordScores(ctx context.Context, by By, reference string, rows []fold.ScoreRow) (Receipt, error) {
	return e.record(ctx, by, fold.Scores, reference, rows)
}

// RecordRevenue records what a source earned. It may not be dated in a month that is closed, nor in the future, and what is returned must
// be in the funds: in the holders' fund by the revenue of its own month.
func (e *Engine) RecordRevenue(ctx context.Context, by By, reference string, row fold.RevenueRow) (Receipt, error) {
	row.At = row.At.UTC()
	return e.record(ctx, by, fold.Revenue, reference, row)
}

// RecordBuyback records a buyback. What it spends must be in the buyback fund.
func (e *Engine) RecordBuyback(ctx context.Context, by By, reference string, row fold.BuybackRow) (Receipt, error) {
	row.At = row.At.UTC()
	return e.record(ctx, by, fold.Buyback, reference, row)
}

// RecordGrant records a vesting grant.
func (e *Engine) RecordGrant(ctx context.Context, by By, reference string, terms fold.GrantTerms) (Receipt, error) {
	return e.record(ctx, by, fold.Grant, reference, terms)
}

// RecordRevocation ends a grant at an instant: what is not vested by then goes back.
func (e *Engine) RecordRevocation(ctx context.Context, by By, reference, grant string, at time.Time) (Receipt, error) {
	return e.record(ctx, by, fold.Revoke, reference, fold.RevokeBody{Grant: grant, At: at.UTC()})
}

// RecordRelease records that a holder withdrew vested tokens.
func (e *Engine) RecordRelease(ctx context.Context, by By, reference, grant, amount string, at time.Time) (Receipt, error) {
	return e.record(ctx, by, fold.Release, reference, fold.ReleaseBody{Grant: grant, Amount: amount, At: at.UTC()})
}

// Hold keeps a wallet out of the next runs for a reason; an empty reason pays it again.
func (e *Engine) Hold(ctx context.Context, by By, reference, wallet, reason string) (Receipt, error) {
	return e.record(ctx, by, fold.PayoutHold, reference, fold.HoldBody{Wallet: wallet, Reason: reason})
}

// RecordSanctions replaces the list of wallets that are never paid. Every one that is invalid is a reason of the refusal.
func (e *Engine) RecordSanctions(ctx context.Context, by By, reference string, wallets []string) (Receipt, error) {
	return e.record(ctx, by, fold.PayoutSanction, reference, fold.SanctionsBody{Wallets: wallets})
}

// ProposeProgram records a text of the program that is to come into force when another operator agrees, and why. amends says that it
// corrects a mistake: it may change the rules of periods that are closed, which are corrected then.
func (e *Engine) ProposeProgram(ctx context.Context, by By, reference string, next *program.Program, why string, amends bool) (Receipt,
	error) {
	if id := IdentityOf(next); id != IdentityOf(e.Program()) {
		return Receipt{}, problem.Conflictf("this is a program of other books: %s on chain %d, contract %s, block %d", id.Program, id.Chain,
			id.Contract, id.Start)
	}
	return e.record(ctx, by, fold.NewText, reference, fold.TextBody{Text: string(canonical.Text(next)), Why: why, Amends: amends})
}

// Amendment computes what the text that waits for consent, of which it gives the digest, would correct if it came into force now, and
// books nothing. Nobody is kept from writing meanwhile. It is refused when no text waits, or one that corrects nothing.
func (e *Engine) Amendment(ctx context.Context) (text string, a *fold.Amendment, err error) {
	var amending *fold.Amending
	e.View(func(f *fold.Fold, _ State) {
		if next := f.Proposed(); next != nil && next.Amends {
			text, amending = next.Digest, f.Amending(next, e.now())
		}
	})
	if amending == nil {
		return "", nil, problem.Conflictf("no text of the program waits that amends what is booked")
	}
	a, err = amending.Compute(ctx, e.store)
	return text, a, err
}

// ConsentToProgram agrees to the text that somebody else proposed, by its digest: it comes into force. Where it amends, amendment is the
// hash of what it corrects, as [Engine.Amendment] gives it; the zero Hash of every other text.
func (e *Engine) ConsentToProgram(ctx context.Context, by By, digest string, amendment ledger.Hash) (Receipt, error) {
	if amendment != (ledger.Hash{}) {
		if err := e.MayPay(ctx); err != nil {
			return Receipt{}, err
		}
	}
	return e.recordMade(ctx, by, fold.TextConsent, "", func() (any, error) {
		if err := e.noteKnownFinal(ctx); err != nil {
			return nil, err
		}
		body := fold.TextConsentBody{SHA256: digest, Proposal: e.fold.ProposalOf(digest)}
		last := &e.fold.Texts()[len(e.fold.Texts())-1]
		if amendment == (ledger.Hash{}) {
			return body, nil
		}
		body.Amendment = amendment.String()
		if next := e.fold.Proposed(); next != nil && next.Amends && next.Digest == digest {
			a, err := e.fold.Amending(next, e.now()).Compute(ctx, e.store)
			if err != nil {
				return nil, err
			}
			body.Periods = a.Names()
		} else if last.Digest == digest && last.Number == body.Proposal { // it was agreed to before, as when an answer was lost
			for _, p := range last.Periods {
				body.Periods = append(body.Periods, p.Job+":"+p.Slot)
			}
		}
		return body, nil
	})
}
