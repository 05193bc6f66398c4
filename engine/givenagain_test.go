package engine_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
)

// A key that was taken away is given again just as it was: somebody consents to it again, and then it counts. The reference of the first
// time stands for the first time.
func TestAKeyIsGivenAgain(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		_, e := fundedIn(t, s)
		carol := newWallet(t, "carol", 1)
		change := operator.Change{Name: "carol", Label: "nano", Wallet: carol.address(), Scopes: []operator.Scope{operator.Prepare}}
		goes := operator.Change{Name: "carol", Label: "nano", Revoke: true}
		record := func(reference string, change operator.Change) (engine.Receipt, error) {
			return e.RecordOperator(ctx, ann, reference, change)
		}
		hire(t, e, keyOf("bert", "D", operator.Admin))
		bert := engine.By{Token: tokenOf("D")}
		done(t)(record("first", change))
		first := grantOf(t, e, "carol")
		done(t)(e.ConsentToKey(ctx, bob, "carol", first))
		done(t)(record("goes", goes))
		refusal(t, problem.Conflict, "first of ann was recorded before, and something else was since")(record("first", change))
		done(t)(record("second", change))
		again := grantOf(t, e, "carol")
		if again == first {
			t.Fatal("the second time has the grant of the first one")
		}
		refusal(t, problem.NotFound, "no key of carol waits")(e.ConsentToKey(ctx, bert, "carol", first))
		done(t)(e.ConsentToKey(ctx, bob, "carol", again))
		done(t)(carol.sign(func(by engine.By) (engine.Receipt, error) { return e.CloseMonth(ctx, by, "2024-04") }))
		refusal(t, problem.Conflict, "goes of ann was recorded before, and something else was since")(record("goes", goes))
		done(t)(record("goes-again", goes))
		refusal(t, problem.NotAuthenticated, "not known")(carol.sign(func(by engine.By) (engine.Receipt, error) {
			return e.PreparePayout(ctx, by, "april", "USDT", payout.Transfer)
		}))
		if known, err := record("goes-again", goes); err != nil || !known.AlreadyRecorded {
			t.Errorf("what still stands: %+v, %v", known, err)
		}
		rebuilt(t, s)
		verified(t, s)
	})
}

// What was said, taken back, and is to hold again takes another reference; the old one would be taken for what was said before.
func TestWhatWasTakenBackIsSaidAgain(t *testing.T) {
	ctx := context.Background()
	_, s, e := funded(t)
	wallet, other := ledger.Wallet{19: 51}.String(), ledger.Wallet{19: 52}.String()
	hold := func(reference, reason string) (engine.Receipt, error) {
		return e.Hold(ctx, ann, reference, wallet, reason)
	}
	done(t)(hold("hold-1", "a question"))
	done(t)(hold("free-1", ""))
	refusal(t, problem.Conflict, "something else was since")(hold("hold-1", "a question"))
	done(t)(hold("hold-2", "a question"))
	refusal(t, problem.Conflict, "something else was since")(hold("free-1", ""))
	list := func(reference string, wallets ...string) (engine.Receipt, error) {
		return e.RecordSanctions(ctx, ann, reference, wallets)
	}
	done(t)(list("list-1", wallet, other))
	if again, err := list("list-1", wallet, other); err != nil || !again.AlreadyRecorded {
		t.Errorf("the list that stands: %+v, %v", again, err)
	}
	done(t)(list("list-2", other))
	refusal(t, problem.Conflict, "something else was since")(list("list-1", wallet, other))
	done(t)(list("list-3", wallet, other))
	rebuilt(t, s)
}

// A text of the program comes into force, another one takes its place, and then it comes into force again.
func TestATextComesIntoForceAgain(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		_, e := twoMonths(t, s, paying(t), func(*engine.Engine, string) {})
		wrong, right := paying(t), amended(t)
		for i, next := range []*program.Program{right, wrong, right, wrong} {
			reference := "amend-" + string(rune('a'+i))
			done(t)(e.ProposeProgram(ctx, ann, reference, next, "a typo in a bracket", true))
			_, a, err := e.Amendment(ctx)
			if err != nil {
				t.Fatal(err)
			}
			receipt, err := e.ConsentToProgram(ctx, bob, canonical.Digest(next), a.Hash)
			done(t)(receipt, err)
			if again, err := e.ConsentToProgram(ctx, bob, canonical.Digest(next), a.Hash); err != nil || !again.AlreadyRecorded {
				t.Errorf("the same again, as when an answer was lost: %+v, %v", again, err)
			}
			if canonical.Digest(e.Program()) != canonical.Digest(next) {
				t.Fatalf("after %d texts that of before is in force", i+1)
			}
			if i > 1 {
				refusal(t, problem.Conflict, "something else was since")(e.ProposeProgram(ctx, ann, "amend-"+string(rune('a'+i-1)),
					map[bool]*program.Program{true: right, false: wrong}[i == 3], "a typo in a bracket", true))
			}
		}
		rebuilt(t, s)
		verified(t, s)
	})
}

// What somebody signs for a copy of the books counts there, and in no other books in which something was said since.
func TestAConsentOfACopyCountsThereOnly(t *testing.T) {
	ctx := context.Background()
	_, e := fundedIn(t, open(t, "books.db"))
	carol := newWallet(t, "carol", 1)
	hire(t, e, operator.Change{Name: "carol", Label: "nano", Wallet: carol.address(), Scopes: []operator.Scope{operator.Admin}})
	erin := keyOf("erin", "E", operator.Approve)
	done(t)(e.RecordOperator(ctx, ann, "erin", erin))
	grant := grantOf(t, e, "erin")
	text := statement(t, func(by engine.By) (engine.Receipt, error) { return e.ConsentToKey(ctx, by, "erin", grant) }, "carol")
	public := operator.TokenKey(tokenOf("E"))
	for _, line := range []string{"\nrecord consent consent:" + grant, "\nkey laptop-e of erin token 0x" + public,
		"\nscopes approve\nend none", "\ngiven by ann\n", "\nafter 6 facts 0x"} {
		if !strings.Contains(text, line) {
			t.Errorf("the text lacks %q:\n%s", line, text)
		}
	}
	by := carol.by(text)

	_, there := fundedIn(t, open(t, "copy.db"))
	hire(t, there, operator.Change{Name: "carol", Label: "nano", Wallet: carol.address(), Scopes: []operator.Scope{operator.Admin}})
	done(t)(there.Hold(ctx, ann, "hold", ledger.Wallet{19: 51}.String(), "a question"))
	done(t)(there.RecordOperator(ctx, ann, "erin", erin))
	if grantOf(t, there, "erin") != grant {
		t.Fatal("the copy's grant is another one")
	}
	refusal(t, problem.NotAuthenticated, "was recorded after them")(there.ConsentToKey(ctx, by, "erin", grant))
	by.After++
	refusal(t, problem.NotAuthenticated, "not known")(there.ConsentToKey(ctx, by, "erin", grant))
	by.After--
	done(t)(e.ConsentToKey(ctx, by, "erin", grant))
}

// clocked is books with revenue, by a clock that the test turns.
func clocked(t *testing.T) (*world, engine.Store, *turned, *engine.Engine) {
	t.Helper()
	s := open(t, "books.db")
	w, _ := fundedIn(t, s)
	clock := &turned{now: w.Now()}
	e, err := engine.Open(t.Context(), nil, s, w, clock, silent())
	fatal(t, err)
	return w, s, clock, e
}

// A text that was signed may be used for a week after somebody said something else; then it is signed again.
func TestASignedTextIsNotKept(t *testing.T) {
	ctx := context.Background()
	w, s, clock, e := clocked(t)
	carol := newWallet(t, "carol", 1)
	hire(t, e, operator.Change{Name: "carol", Label: "nano", Wallet: carol.address(), Scopes: []operator.Scope{operator.Record}})
	record := func(by engine.By, reference string) (engine.Receipt, error) {
		return e.RecordRevenue(ctx, by, reference, fold.RevenueRow{Source: "dapp", Amount: "1", At: w.Now()})
	}
	signed := func(reference string) engine.By {
		text := statement(t, func(by engine.By) (engine.Receipt, error) { return record(by, reference) }, "carol")
		return carol.by(text)
	}
	one, two := signed("one"), signed("two")
	clock.now = clock.now.AddDate(0, 0, 30)
	done(t)(record(one, "one")) // nobody said anything meanwhile
	clock.now = clock.now.AddDate(0, 0, 7)
	three := signed("three")
	done(t)(record(two, "two"))
	clock.now = clock.now.AddDate(0, 0, 7).Add(1e9)
	refusal(t, problem.NotAuthenticated, "more than seven days ago")(record(three, "three"))
	rebuilt(t, s)
}

// What a signature is of names how many facts there were: with another number it is of another text.
func TestASignatureNamesWhatWasBefore(t *testing.T) {
	_, e, carol := proposed(t, open(t, "books.db"))
	text := textFor(t, e, "carol", "april", fileOf(e, "april"))
	by := carol.by(text)
	for _, after := range []uint64{0, by.After - 1, by.After + 1} {
		other := by
		other.After = after
		refusal(t, problem.NotAuthenticated, "")(approve(e, other, "april"))
	}
	done(t)(approve(e, by, "april"))
}

// Whoever may do something for a while gives themselves no key that may do it longer, and a session of before a key was given again is
// over.
func TestNothingOutlivesWhatWasGiven(t *testing.T) {
	ctx := context.Background()
	w, s, clock, e := clocked(t)
	hire(t, e, keyOf("carol", "C", operator.Admin))
	carol := engine.By{Token: tokenOf("C")}
	day := keyOf("carol", "D", operator.Approve)
	day.Until = clock.now.Add(24 * time.Hour)
	done(t)(e.RecordOperator(ctx, carol, "day", day))
	done(t)(e.ConsentToKey(ctx, bob, "carol", grantOf(t, e, "carol")))
	own := keyOf("carol", "E", operator.Approve)
	refusal(t, problem.Forbidden, "carol may do that until ")(e.RecordOperator(ctx, carol, "own", own))
	own.Until = day.Until
	done(t)(e.RecordOperator(ctx, carol, "own", own))

	frank := keyOf("frank", "F", operator.Approve)
	frank.Until = day.Until
	done(t)(e.RecordOperator(ctx, ann, "frank", frank))
	done(t)(e.ConsentToKey(ctx, bob, "frank", grantOf(t, e, "frank")))
	frank.Until = frank.Until.Add(-time.Hour)
	done(t)(e.RecordOperator(ctx, ann, "frank-shorter", frank)) // nobody needs to agree to less
	frank.Until = day.Until
	done(t)(e.RecordOperator(ctx, ann, "frank-longer", frank))
	refusal(t, problem.Forbidden, "ann")(e.ConsentToKey(ctx, ann, "frank", grantOf(t, e, "frank")))
	done(t)(e.ConsentToKey(ctx, bob, "frank", grantOf(t, e, "frank")))

	dave := newWallet(t, "dave", 4)
	nano := operator.Change{Name: "dave", Label: "nano", Wallet: dave.address(), Scopes: []operator.Scope{operator.Record}}
	give(t, e, "dave", nano)
	session := dave.session(e, clock.now)
	record := func(reference string) (engine.Receipt, error) {
		return e.RecordRevenue(ctx, session, reference, fold.RevenueRow{Source: "dapp", Amount: "1", At: w.Now()})
	}
	done(t)(record("one"))
	done(t)(e.RecordOperator(ctx, ann, "dave-goes", operatorGoes("dave")))
	refusal(t, problem.NotAuthenticated, "revoked")(record("two"))
	clock.now = clock.now.Add(time.Hour)
	give(t, e, "dave-again", nano)
	refusal(t, problem.NotAuthenticated, "revoked")(record("three"))
	session = dave.session(e, clock.now)
	done(t)(record("three"))
	// A clock that was set back dates nothing back.
	clock.now = clock.now.Add(-30 * time.Minute)
	done(t)(e.RecordRevenue(ctx, ann, "four", fold.RevenueRow{Source: "dapp", Amount: "1", At: w.Now()}))
	rebuilt(t, s)
	verified(t, s)
}
