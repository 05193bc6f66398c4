package engine_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
)

// proposed is books with a run april that ann proposed, and carol, whose wallet may approve it.
func proposed(t *testing.T, s engine.Store) (w *world, e *engine.Engine, carol wallet) {
	t.Helper()
	ctx := context.Background()
	w, e = fundedIn(t, s)
	carol = newWallet(t, "carol", 1)
	hire(t, e, operator.Change{Name: "carol", Label: "nano", Wallet: carol.address(), Scopes: []operator.Scope{operator.Approve}})
	done(t)(e.CloseMonth(ctx, ann, "2024-04"))
	done(t)(e.PreparePayout(ctx, ann, "april", "USDT", payout.Transfer))
	done(t)(e.StepPayout(ctx, ann, "april", payout.Propose, ""))
	return w, e, carol
}

// hire gives somebody a first key, by ann, and bob consents where somebody must.
func hire(t *testing.T, e *engine.Engine, change operator.Change) {
	t.Helper()
	give(t, e, "key-"+change.Name+"-"+change.Label, change)
}

// give changes a key under a reference, by ann, and bob consents where somebody must.
func give(t *testing.T, e *engine.Engine, reference string, change operator.Change) {
	t.Helper()
	done(t)(e.RecordOperator(context.Background(), ann, reference, change))
	registry := e.Operators()
	for _, w := range registry.Waiting() {
		done(t)(e.ConsentToKey(context.Background(), bob, w.Change.Name, w.Grant()))
	}
}

// textFor is what an approval of a file asks a wallet to sign.
func textFor(t *testing.T, e *engine.Engine, name, run string, file ledger.Hash) string {
	t.Helper()
	_, err := e.ApprovePayout(context.Background(), engine.By{Name: name, StatementOnly: true}, run, file)
	var unsigned *engine.Unsigned
	if !errors.As(err, &unsigned) {
		t.Fatalf("no text to sign: %v", err)
	}
	return unsigned.Text
}

// An approval is of a run, its bytes and its total. Whatever else was signed, or sent, approves nothing.
func TestAnApprovalIsOfTheseBytes(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		_, e, carol := proposed(t, s)
		file := fileOf(e, "april")
		text := textFor(t, e, "carol", "april", file)
		want := "nodeledger world on chain 31337\nrecord payout-step april-approve\napprove run april\nfile " + file.String() +
			"\ntotal 0.00225 USDT\nsha256 0x"
		if !strings.HasPrefix(text, want) {
			t.Fatalf("%q is signed, want %q", text, want)
		}
		ask := func(run string, file ledger.Hash) func() (engine.Receipt, error) {
			return func() (engine.Receipt, error) {
				return e.ApprovePayout(ctx, engine.By{Name: "carol", StatementOnly: true}, run, file)
			}
		}
		signed := func(text string) func() (engine.Receipt, error) {
			return func() (engine.Receipt, error) {
				return e.ApprovePayout(ctx, carol.by(text), "april", file)
			}
		}
		as := func(by engine.By, file ledger.Hash) func() (engine.Receipt, error) {
			return func() (engine.Receipt, error) { return e.ApprovePayout(ctx, by, "april", file) }
		}
		lines := strings.Split(text, "\n")
		for _, c := range []struct {
			what string
			why  problem.Kind
			says string
			try  func() (engine.Receipt, error)
		}{
			{"a statement of no run", problem.NotFound, "there is no run may", ask("may", file)},
			{"a statement of other bytes", problem.Changed, "look at the run again", ask("april", ledger.Hash{7})},
			{"a statement without bytes", problem.Unconditional, "it pays 0.00225 USDT to 2 wallets, and its file has the SHA-256 " +
				file.String(), ask("april", ledger.Hash{})},
			{"the text before approvals named the bytes", problem.NotAuthenticated, "not known",
				signed(strings.Join([]string{lines[0], lines[1], lines[5]}, "\n"))},
			{"another chain", problem.NotAuthenticated, "not known", signed(strings.Replace(text, "31337", "31338", 1))},
			{"another program", problem.NotAuthenticated, "not known", signed(strings.Replace(text, "world", "worId", 1))},
			{"letters that look alike", problem.NotAuthenticated, "not known", signed(strings.Replace(text, "run april", "run \u0430pril", 1))},
			{"another total", problem.NotAuthenticated, "not known", signed(strings.Replace(text, "0.00225 USDT", "0.0022 USDT", 1))},
			{"another file", problem.NotAuthenticated, "not known", signed(strings.Replace(text, file.String(), (ledger.Hash{7}).String(), 1))},
			{"a line more", problem.NotAuthenticated, "not known", signed(text + "\n")},
			{"another run", problem.NotAuthenticated, "not known", signed(strings.ReplaceAll(text, "april", "apriI"))},
			{"somebody else's wallet", problem.NotAuthenticated, "not known", func() (engine.Receipt, error) {
				return e.ApprovePayout(ctx, newWallet(t, "carol", 2).by(text), "april", file)
			}},
			{"other bytes by a token", problem.Changed, "not 0x07", as(bob, ledger.Hash{7})},
			{"no bytes by a token", problem.Unconditional, "say what of run april you approve", as(bob, ledger.Hash{})},
			{"the proposer", problem.Conflict, "another operator must approve it", as(ann, file)},
			{"a name alone", problem.NotAuthenticated, "is not authenticated", as(engine.By{Name: "bob"}, file)},
			{"an approval as any other step", problem.Invalid, "with the hash of its file", func() (engine.Receipt, error) {
				return e.StepPayout(ctx, bob, "april", payout.Approve, "")
			}},
		} {
			t.Run(c.what, func(t *testing.T) { refusal(t, c.why, c.says)(c.try()) })
		}
		// What was signed for a run does not approve the same money in another one.
		done(t)(e.StepPayout(ctx, ann, "april", payout.Cancel, "another name"))
		refusal(t, problem.Conflict, "only a run that is proposed")(signed(text)())
		done(t)(e.PreparePayout(ctx, ann, "april-2", "USDT", payout.Transfer))
		refusal(t, problem.Conflict, "only a run that is proposed")(e.ApprovePayout(ctx, engine.By{Name: "carol", StatementOnly: true},
			"april-2", fileOf(e, "april-2")))
		done(t)(e.StepPayout(ctx, ann, "april-2", payout.Propose, ""))
		second := func(by engine.By) (engine.Receipt, error) { return approve(e, by, "april-2") }
		refusal(t, problem.NotAuthenticated, "not known")(second(carol.by(text)))
		done(t)(carol.sign(second))
		e.Payouts(func(b *payout.Book) {
			p := b.Run("april-2")
			if a := p.By(payout.Approved); a.Operator != "carol" || a.File != p.File || a.Key != "wallet:"+carol.address() || a.At.IsZero() {
				t.Errorf("%+v", a)
			}
		})
		livedOn(t, e, paying(t), s)
		verified(t, s)
		rebuilt(t, s)
	})
}

// A statement of a copy of the books, where another run has the name, approves nothing here.
func TestAnApprovalOfACopyOfTheBooksCountsThereOnly(t *testing.T) {
	ctx := context.Background()
	_, here, carol := proposed(t, open(t, "books.db"))
	_, there := fundedIn(t, open(t, "copy.db"))
	hire(t, there, operator.Change{Name: "carol", Label: "nano", Wallet: carol.address(), Scopes: []operator.Scope{operator.Approve}})
	done(t)(there.Hold(ctx, ann, "hold", ledger.Wallet{19: 51}.String(), "a question"))
	done(t)(there.CloseMonth(ctx, ann, "2024-04"))
	done(t)(there.PreparePayout(ctx, ann, "april", "USDT", payout.Transfer))
	done(t)(there.StepPayout(ctx, ann, "april", payout.Propose, ""))
	if fileOf(here, "april") == fileOf(there, "april") {
		t.Fatal("the copy's run is the same")
	}
	text := textFor(t, there, "carol", "april", fileOf(there, "april"))
	refusal(t, problem.NotAuthenticated, "8 facts, and not 9")(approve(here, carol.by(text), "april"))
	done(t)(here.Hold(ctx, ann, "other", ledger.Wallet{19: 99}.String(), "a question"))
	refusal(t, problem.NotAuthenticated, "not known")(approve(here, carol.by(text), "april"))
	refusal(t, problem.Changed, "look at the run again")(here.ApprovePayout(ctx, bob, "april", fileOf(there, "april")))
}

// Two people approve one run at the same time, in two processes: one of them did.
func TestOneOfTwoApprovalsCounts(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		w, here, carol := proposed(t, s)
		there := startPaying(t, s, w)
		text := textFor(t, there, "carol", "april", fileOf(there, "april"))
		signature := carol.signature(text)
		var wait sync.WaitGroup
		errs := make([]error, 2)
		wait.Go(func() { _, errs[0] = approve(here, bob, "april") })
		wait.Go(func() {
			_, errs[1] = approve(there, engine.By{Name: "carol", Signature: signature, After: afterOf(text)}, "april")
		})
		wait.Wait()
		if (errs[0] == nil) == (errs[1] == nil) {
			t.Fatalf("%v and %v", errs[0], errs[1])
		}
		for _, err := range errs {
			if err != nil && (problem.KindOf(err) != problem.Conflict || !strings.Contains(err.Error(), "only a run that is proposed")) {
				t.Errorf("%v", err)
			}
		}
		rebuilt(t, s)
	})
}

// A key that came, or got the scope, after a run was prepared approves later runs only.
func TestAYoungerKeyApprovesNothingOlder(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		_, e, _ := proposed(t, s)
		dave := newWallet(t, "dave", 4)
		hire(t, e, operator.Change{Name: "dave", Label: "nano", Wallet: dave.address(), Scopes: []operator.Scope{operator.Approve}})
		byDave := func(run string) func(engine.By) (engine.Receipt, error) {
			return func(by engine.By) (engine.Receipt, error) { return approve(e, by, run) }
		}
		refusal(t, problem.Forbidden, "the key nano of dave was made at")(dave.sign(byDave("april")))
		done(t)(approve(e, bob, "april"))
		livedOn(t, e, paying(t), s)
		rebuilt(t, s)
	})
}
