package engine_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
)

// tokenOf is a token that a letter makes.
func tokenOf(letter string) string { return "nlo_" + strings.Repeat(letter, 42) + "A" }

// keyOf is a change that gives somebody a token.
func keyOf(name, letter string, scopes ...operator.Scope) operator.Change {
	return operator.Change{Name: name, Label: "laptop-" + strings.ToLower(letter), Token: operator.TokenKey(tokenOf(letter)), Scopes: scopes}
}

// grantOf is what names the key of somebody that waits.
func grantOf(t *testing.T, e *engine.Engine, name string) string {
	t.Helper()
	registry := e.Operators()
	for _, w := range registry.Waiting() {
		if w.Change.Name == name {
			return w.Grant()
		}
	}
	t.Fatalf("no key of %s waits", name)
	return ""
}

// Ann has every scope. Without bob she pays nobody, whatever keys she makes, for whatever names.
func TestOnePersonWithEveryScopeCannotPay(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		_, e, _ := proposed(t, s)
		run := func(name string) {
			t.Helper()
			done(t)(e.StepPayout(ctx, ann, "april", payout.Cancel, "another try"))
			done(t)(e.PreparePayout(ctx, ann, name, "USDT", payout.Transfer))
		}
		by := func(letter string) engine.By { return engine.By{Token: tokenOf(letter)} }
		add := func(reference string, change operator.Change) (engine.Receipt, error) {
			return e.RecordOperator(ctx, ann, reference, change)
		}
		refusal(t, problem.Conflict, "another operator must approve")(approve(e, ann, "april"))
		done(t)(add("erin", keyOf("erin", "E", operator.Approve)))
		refusal(t, problem.NotAuthenticated, "not known")(approve(e, by("E"), "april"))
		refusal(t, problem.Forbidden, "ann gave this key")(e.ConsentToKey(ctx, ann, "erin", grantOf(t, e, "erin")))
		refusal(t, problem.NotAuthenticated, "not known")(e.ConsentToKey(ctx, by("E"), "erin", grantOf(t, e, "erin")))
		refusal(t, problem.NotAuthenticated, "not authenticated")(e.ConsentToKey(ctx, engine.By{Name: "bob"}, "erin", grantOf(t, e, "erin")))
		refusal(t, problem.Forbidden, "only bob can add another one")(add("bob-2", keyOf("bob", "F", operator.Approve)))
		refusal(t, problem.Forbidden, "only bob can add another one")(add("bob-3", keyOf("bob", "F", operator.Record)))
		refusal(t, problem.Conflict, "belongs permanently to the operator bob")(add("bob-4",
			operator.Change{Name: "robert", Label: "x", Token: operator.TokenKey(bob.Token), Scopes: operator.Scopes()}))

		// A second name of hers that records is hers to make; it consents to nothing and gets no further.
		done(t)(add("sock", keyOf("sock", "S", operator.Record)))
		refusal(t, problem.Forbidden, "cannot consent")(e.ConsentToKey(ctx, by("S"), "erin", grantOf(t, e, "erin")))
		refusal(t, problem.Forbidden, "lacks the scope admin")(e.RecordOperator(ctx, by("S"), "own", keyOf("bob", "G", operator.Record)))
		refusal(t, problem.Forbidden, "can add keys that may do that at most")(e.RecordOperator(ctx, by("S"), "own",
			keyOf("sock", "T", operator.Record, operator.Prepare)))
		done(t)(add("sock-more", keyOf("sock", "S", operator.Record, operator.Prepare)))
		refusal(t, problem.Forbidden, "lacks the scope prepare")(e.PreparePayout(ctx, by("S"), "sock", "USDT", payout.Transfer))

		// Bob is taken out of the way: nobody is left to consent, so his name stays his.
		run("april-2")
		done(t)(add("carol-goes", operatorGoes("carol")))
		done(t)(add("bob-goes", operatorGoes("bob")))
		refusal(t, problem.Conflict, "no other operator is there to consent")(add("bob-5", keyOf("bob", "F", operator.Approve)))
		refusal(t, problem.Conflict, "no other operator is there to consent")(add("carl", keyOf("carl", "H", operator.Prepare)))
		refusal(t, problem.Forbidden, "cannot consent")(e.ConsentToKey(ctx, by("S"), "erin", grantOf(t, e, "erin")))
		done(t)(e.StepPayout(ctx, ann, "april-2", payout.Propose, ""))
		refusal(t, problem.Conflict, "another operator must approve")(approve(e, ann, "april-2"))
		livedOn(t, e, paying(t), s)
		verified(t, s)
		rebuilt(t, s)
	})
}

// A key with which money moves counts once somebody else consents, to this key and these scopes.
func TestAnotherOperatorConsents(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		w, e := fundedIn(t, s)
		erin := keyOf("erin", "E", operator.Admin)
		done(t)(e.RecordOperator(ctx, ann, "erin", erin))
		if again, err := e.RecordOperator(ctx, ann, "erin", erin); !again.AlreadyRecorded || err != nil {
			t.Errorf("the same again: %+v, %v", again, err)
		}
		refusal(t, problem.Conflict, "already waits for consent")(e.RecordOperator(ctx, ann, "erin-2", erin))
		grant := grantOf(t, e, "erin")
		refusal(t, problem.NotFound, "no key of erin waits")(e.ConsentToKey(ctx, bob, "erin", strings.Repeat("ab", 32)))
		refusal(t, problem.NotFound, "no key of dave waits")(e.ConsentToKey(ctx, bob, "dave", grant))
		there := startPaying(t, s, w) // as a process that begins
		done(t)(there.ConsentToKey(ctx, bob, "erin", grant))
		if again, err := e.ConsentToKey(ctx, bob, "erin", grant); !again.AlreadyRecorded || err != nil {
			t.Errorf("consent again: %+v, %v", again, err)
		}
		if again, err := e.RecordOperator(ctx, ann, "erin", erin); !again.AlreadyRecorded || err != nil {
			t.Errorf("the same after consent: %+v, %v", again, err)
		}
		byErin := engine.By{Token: tokenOf("E")}
		done(t)(e.RecordOperator(ctx, byErin, "frank", keyOf("frank", "F", operator.Record)))
		done(t)(e.RecordOperator(ctx, byErin, "own", keyOf("erin", "G", operator.Admin))) // no more than she has
		done(t)(e.RecordOperator(ctx, byErin, "own-more", keyOf("erin", "H", operator.Approve)))
		done(t)(e.RecordOperator(ctx, byErin, "withdrawn", operator.Change{Name: "erin", Label: "laptop-h", Revoke: true}))
		registry := e.Operators()
		if left := registry.Waiting(); len(left) != 0 {
			t.Errorf("%+v waits still", left)
		}
		livedOn(t, e, paying(t), s)
		rebuilt(t, s)
	})
}

// Books whose last administrator went would be frozen in their staff for ever: no holds, no sanctions, no thaw.
func TestTheLastAdministratorStays(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		w := newWorld(1)
		e := startPaying(t, s, w)
		until := time.Now().AddDate(10, 0, 0).Truncate(time.Second)
		first := keyOf("ann", "A", operator.Scopes()...)
		first.Token = operator.TokenKey(ann.Token)
		short := first
		short.Until = until
		refusal(t, problem.Conflict, "whose key has no end")(e.RecordOperator(ctx, engine.By{Name: "root"}, "ann", short))
		done(t)(e.RecordOperator(ctx, engine.By{Name: "root"}, "ann", first))
		done(t)(e.RecordOperator(ctx, ann, "bob",
			operator.Change{Name: "bob", Label: "laptop", Token: operator.TokenKey(bob.Token), Scopes: []operator.Scope{operator.Approve}}))
		less := first
		less.Scopes = []operator.Scope{operator.Record}
		for what, change := range map[string]operator.Change{
			"revoked": operatorGoes("ann"), "the key revoked": {Name: "ann", Label: first.Label, Revoke: true}, "ends": short, "may less": less,
		} {
			t.Run(what, func(t *testing.T) {
				refusal(t, problem.Conflict, "give somebody else such a key first")(e.RecordOperator(ctx, ann, "away", change))
			})
		}
		ending := keyOf("carol", "C", operator.Admin)
		ending.Until = until
		give(t, e, "carol", ending)
		refusal(t, problem.Conflict, "whose key has no end")(e.RecordOperator(ctx, ann, "away", operatorGoes("ann")))
		done(t)(e.RecordOperator(ctx, ann, "dave", keyOf("dave", "D", operator.Admin)))
		refusal(t, problem.Forbidden, "it needs the scope admin")(e.ConsentToKey(ctx, bob, "dave", grantOf(t, e, "dave")))
		done(t)(e.ConsentToKey(ctx, engine.By{Token: tokenOf("C")}, "dave", grantOf(t, e, "dave")))
		done(t)(e.RecordOperator(ctx, ann, "away", operatorGoes("ann")))
		livedOn(t, e, paying(t), s)
	})
}

// Whoever leaves takes nobody's place: what one person may give alone, to whom, and until when.
func TestOnePersonMakesNoSecond(t *testing.T) {
	ctx := context.Background()
	_, e := fundedIn(t, open(t, "books.db"))
	hire(t, e, keyOf("ci", "C", operator.Prepare))
	gus := keyOf("gus", "G", operator.Record)
	gus.Until = on(9, 1)
	hire(t, e, gus)
	byGus := engine.By{Token: tokenOf("G")}
	own := operator.Change{Name: "gus", Label: "second", Token: operator.TokenKey(tokenOf("H")), Scopes: []operator.Scope{operator.Record}}
	refusal(t, problem.Forbidden, "what it gives alone ends by then, too")(e.RecordOperator(ctx, byGus, "second", own))
	own.Until = on(9, 2)
	refusal(t, problem.Forbidden, "what it gives alone ends by then, too")(e.RecordOperator(ctx, byGus, "second", own))
	own.Until = on(9, 1)
	done(t)(e.RecordOperator(ctx, byGus, "second", own))

	// The name of somebody who had a key is theirs.
	done(t)(e.RecordOperator(ctx, ann, "gus-goes", operatorGoes("gus")))
	again := operator.Change{Name: "gus", Label: "third", Token: operator.TokenKey(tokenOf("I")), Scopes: []operator.Scope{operator.Record}}
	done(t)(e.RecordOperator(ctx, ann, "gus-again", again))
	refusal(t, problem.NotAuthenticated, "")(e.RecordRevenue(ctx, engine.By{Token: tokenOf("I")}, "as-gus",
		fold.RevenueRow{Source: "dapp", Amount: "1", At: on(4, 21)}))
	done(t)(e.ConsentToKey(ctx, bob, "gus", grantOf(t, e, "gus")))

	// Whoever prepares lets nobody approve, even when nobody else is left.
	done(t)(e.RecordOperator(ctx, ann, "erin", keyOf("erin", "E", operator.Approve)))
	grant := grantOf(t, e, "erin")
	done(t)(e.RecordOperator(ctx, ann, "bob-goes", operatorGoes("bob")))
	refusal(t, problem.Forbidden, "cannot consent to the key")(e.ConsentToKey(ctx, engine.By{Token: tokenOf("C")}, "erin", grant))
	refusal(t, problem.Conflict, "no other operator is there to consent")(e.RecordOperator(ctx, ann, "evil",
		keyOf("evil", "F", operator.Approve)))
}

// A key that somebody gave who is gone waits in vain.
func TestWhatSomebodyGaveGoesWithThem(t *testing.T) {
	ctx := context.Background()
	_, e := fundedIn(t, open(t, "books.db"))
	hire(t, e, keyOf("carol", "C", operator.Admin))
	done(t)(e.RecordOperator(ctx, engine.By{Token: tokenOf("C")}, "erin", keyOf("erin", "E", operator.Approve)))
	grant := grantOf(t, e, "erin")
	done(t)(e.RecordOperator(ctx, ann, "carol-goes", operatorGoes("carol")))
	refusal(t, problem.Conflict, "carol, who gave this key, has none any more")(e.ConsentToKey(ctx, bob, "erin", grant))
}
