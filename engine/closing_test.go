package engine_test

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/internal/pgtest"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/store"
)

// byTwo is the program of paying, whose months two operators close.
func byTwo(t interface{ Fatal(...any) }) *program.Program {
	return payingBut(t, "close_by: 1", "close_by: 2")
}

// monthly is books of a program with these holders, past an instant, and staff. The chain begins in April 2024.
func monthly(t *testing.T, p *program.Program, s engine.Store, past time.Time, nodes ...int64) (*world, *engine.Engine) {
	t.Helper()
	w := newWorld(1)
	for i, n := range nodes {
		w.Mine(w.Buy(byte(50+i), 0, n))
	}
	e, err := engine.Open(context.Background(), p, s, w, w, silent())
	if err != nil {
		t.Fatal(err)
	}
	w.upTo(t, e, past)
	staff(t, e)
	return w, e
}

// closeByTwo has ann propose to close a month and bob approve what she proposed.
func closeByTwo(e *engine.Engine, month string) (engine.Receipt, error) {
	ctx := context.Background()
	receipt, err := e.CloseMonth(ctx, ann, month)
	if err != nil || receipt.Reference == "month:"+month {
		return receipt, err
	}
	return e.ApproveMonth(ctx, bob, month, proposedFile(e))
}

// proposedFile is the file of the month that waits for approval; that of none when none does.
func proposedFile(e *engine.Engine) (file ledger.Hash) {
	e.View(func(f *fold.Fold, _ engine.State) {
		if p := f.ProposedMonth(); p != nil {
			file = p.File
		}
	})
	return file
}

// sums are what a month began with, got, paid and left.
func sums(t *testing.T, e *engine.Engine, month string) string {
	t.Helper()
	m, err := e.Month(context.Background(), month)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint(m.CarryIn, ", ", m.Fund, ", ", m.Paid, ", ", m.CarryOut)
}

// A later month is refused while an earlier one has something and is open, the first one too: nothing is swallowed.
func TestMonthsCloseInOrder(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		p := paying(t)
		_, e := monthly(t, p, s, on(8, 2), 4, 5)
		done(t)(earns(e, "april", "0.000006", on(4, 20)))
		done(t)(earns(e, "may", "0.0004", on(5, 3)))
		done(t)(earns(e, "july", "0.00004", on(7, 3)))
		for _, later := range []string{"2024-07", "2024-06", "2024-05"} {
			refusal(t, problem.Conflict, "months close in order: close 2024-04 first, it has revenue or costs")(e.CloseMonth(ctx, ann, later))
			if _, err := e.PreviewMonth(ctx, later); problem.Of(err) == nil || !strings.Contains(err.Error(), "close 2024-04 first") {
				t.Fatalf("preview of %s: %v", later, err)
			}
		}
		done(t)(e.CloseMonth(ctx, ann, "2024-04"))
		for _, later := range []string{"2024-07", "2024-06"} {
			refusal(t, problem.Conflict, "close 2024-05 first, it has revenue")(e.CloseMonth(ctx, ann, later))
		}
		done(t)(e.CloseMonth(ctx, ann, "2024-05"))
		refusal(t, problem.Conflict, "close 2024-06 first, it has holders")(e.CloseMonth(ctx, ann, "2024-07"))
		done(t)(e.CloseMonth(ctx, ann, "2024-06"))
		done(t)(e.CloseMonth(ctx, ann, "2024-07"))
		// Each month has what came in it, and no other's.
		same(t, "April", sums(t, e, "2024-04"), "0 USDT, 0.000003 USDT, 0.000003 USDT, 0 USDT")
		same(t, "May", sums(t, e, "2024-05"), "0 USDT, 0.0002 USDT, 0.0002 USDT, 0 USDT")
		same(t, "June", sums(t, e, "2024-06"), "0 USDT, 0 USDT, 0 USDT, 0 USDT")
		same(t, "July", sums(t, e, "2024-07"), "0 USDT, 0.00002 USDT, 0.00002 USDT, 0 USDT")
		livedOn(t, e, p, s)
		verified(t, s)
		rebuilt(t, s)
	})
}

// Where nobody reaches a bracket a month is held open by revenue, or by a cost, and one of nothing closes itself.
func TestAMonthOfNothingClosesItself(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		p := paying(t)
		w, e := monthly(t, p, s, on(8, 2), 4)
		done(t)(earns(e, "before-the-books", "0.000002", on(1, 5))) // nobody could hold anything: it is carried into the first month
		done(t)(earns(e, "june", "0.0004", on(6, 30)))
		done(t)(e.RecordRevenue(ctx, ann, "fee", fold.RevenueRow{Source: "dapp", Amount: "0.00001", At: on(5, 31), Cost: true}))
		refusal(t, problem.Conflict, "close 2024-05 first, it has revenue or costs")(e.CloseMonth(ctx, ann, "2024-07"))
		refusal(t, problem.Conflict, "close 2024-05 first, it has revenue or costs")(e.CloseMonth(ctx, ann, "2024-06"))
		refusal(t, problem.Invalid, "before the books begin")(e.CloseMonth(ctx, ann, "2024-01"))
		done(t)(e.CloseMonth(ctx, ann, "2024-05")) // April had nothing
		refusal(t, problem.Conflict, "month 2024-04 had neither revenue, costs nor holders of a bracket")(e.CloseMonth(ctx, ann, "2024-04"))
		refusal(t, problem.Invalid, "up to which months are closed")(earns(e, "late", "1", on(4, 20)))
		refusal(t, problem.Invalid, "up to which months are closed")(earns(e, "later", "1", on(5, 20)))
		refusal(t, problem.Conflict, "close 2024-06 first, it has revenue or costs")(e.CloseMonth(ctx, ann, "2024-07"))
		done(t)(e.CloseMonth(ctx, ann, "2024-06"))
		same(t, "May", sums(t, e, "2024-05"), "0.000001 USDT, -0.000005 USDT, 0 USDT, -0.000004 USDT")
		same(t, "June", sums(t, e, "2024-06"), "-0.000004 USDT, 0.0002 USDT, 0 USDT, 0.000196 USDT")
		w.Mine(w.Buy(60, 0, 5)) // in August
		w.upTo(t, e, on(11, 2))
		refusal(t, problem.Conflict, "close 2024-08 first, it has holders")(e.CloseMonth(ctx, ann, "2024-10"))
		done(t)(e.CloseMonth(ctx, ann, "2024-08"))
		same(t, "August", sums(t, e, "2024-08"), "0.000196 USDT, 0 USDT, 0.000196 USDT, 0 USDT")
		livedOn(t, e, p, s)
		rebuilt(t, s)
	})
}

// approves asks for the approval of a month.
func approves(e *engine.Engine, by engine.By, month string, file ledger.Hash) (engine.Receipt, error) {
	return e.ApproveMonth(context.Background(), by, month, file)
}

// One operator proposes to close a month, another approves it: the very file that was previewed, and nothing else.
func TestTwoCloseAMonth(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		p := byTwo(t)
		_, e := monthly(t, p, s, on(6, 2), 4, 5, 20)
		carol, dave := newWallet(t, "carol", 1), newWallet(t, "dave", 2)
		hire(t, e, operator.Change{Name: "carol", Label: "nano", Wallet: carol.address(), Scopes: []operator.Scope{operator.Approve}})
		done(t)(earns(e, "april", "0.002", on(4, 20)))
		refusal(t, problem.Conflict, "nobody proposed to close month 2024-04")(approves(e, bob, "2024-04", ledger.Hash{7}))
		before, err := s.State(ctx)
		if err != nil {
			t.Fatal(err)
		}
		preview, err := e.PreviewMonth(ctx, "2024-04")
		if err != nil {
			t.Fatal(err)
		}
		if after, err := s.State(ctx); err != nil || after.Inputs != before.Inputs || after.Ledger.String() != before.Ledger.String() {
			t.Fatalf("the preview booked something: %+v, %v", after, err)
		}
		refusal(t, problem.NotAuthenticated, "is not authenticated")(e.CloseMonth(ctx, engine.By{Name: "ann"}, "2024-04"))
		refusal(t, problem.Forbidden, "lacks the scope prepare")(carol.sign(func(by engine.By) (engine.Receipt, error) {
			return e.CloseMonth(ctx, by, "2024-04")
		}))
		done(t)(e.CloseMonth(ctx, ann, "2024-04"))
		file := proposedFile(e)
		same(t, "what is proposed", file, preview.Body.File)
		if again, err := e.CloseMonth(ctx, bob, "2024-04"); err != nil || !again.AlreadyRecorded || again.Operator != "ann" {
			t.Fatalf("proposed again: %+v, %v", again, err)
		}
		same(t, "what is payable", net(t, s, "liabilities:share:"+(ledger.Wallet{19: 52}).String()), "0 USDT")

		refusal(t, problem.Conflict, "ann proposed to close month 2024-04: another operator must approve it")(approves(e, ann, "2024-04", file))
		refusal(t, problem.Unconditional, "it pays 0.000999 USDT, and its file has the SHA-256 "+file.String())(
			approves(e, bob, "2024-04", ledger.Hash{}))
		refusal(t, problem.Changed, "look at the month again")(approves(e, bob, "2024-04", ledger.Hash{7}))
		refusal(t, problem.NotAuthenticated, "is not authenticated")(approves(e, engine.By{Name: "bob"}, "2024-04", file))
		give(t, e, "key-dave", operator.Change{Name: "dave", Label: "nano", Wallet: dave.address(), Scopes: []operator.Scope{operator.Approve}})
		byDave := func(by engine.By) (engine.Receipt, error) { return approves(e, by, "2024-04", proposedFile(e)) }
		refusal(t, problem.Forbidden, "the key nano of dave was made at")(dave.sign(byDave))

		// Revenue comes in between: what was proposed is not what would be booked.
		done(t)(earns(e, "more", "0.000002", on(4, 21)))
		refusal(t, problem.Changed, "and ann proposed it when it paid 0.000999 USDT")(approves(e, bob, "2024-04", file))
		done(t)(e.CloseMonth(ctx, ann, "2024-04"))
		refusal(t, problem.Changed, "that was proposed has the SHA-256")(approves(e, bob, "2024-04", file))
		text := statement(t, func(by engine.By) (engine.Receipt, error) { return approves(e, by, "2024-04", proposedFile(e)) }, "carol")
		if want := "nodeledger world on chain 31337\nrecord month month:2024-04\napprove month 2024-04\nfile " + proposedFile(e).String() +
			"\ntotal 0.001 USDT\nsha256 0x"; !strings.HasPrefix(text, want) {
			t.Fatalf("%q is signed, want %q", text, want)
		}
		for what, other := range map[string]string{
			"another total": strings.Replace(text, "0.001 USDT", "0.0001 USDT", 1),
			"another file":  strings.Replace(text, proposedFile(e).String(), file.String(), 1),
			"another month": strings.Replace(text, "month 2024-04", "month 2024-05", 1),
			"a run":         strings.Replace(text, "approve month", "approve run", 1),
		} {
			if _, err := approves(e, carol.by(other), "2024-04",
				proposedFile(e)); problem.Of(err) == nil ||
				problem.Of(err).Kind != problem.NotAuthenticated {
				t.Fatalf("%s was signed: %v", what, err)
			}
		}
		done(t)(dave.sign(byDave)) // it was proposed again after the key was made
		file = closedFile(t, s, "2024-04")
		if again, err := approves(e, bob, "2024-04", file); err != nil || !again.AlreadyRecorded {
			t.Fatalf("approved again: %+v, %v", again, err)
		}
		refusal(t, problem.Conflict, "is closed by the file "+file.String())(approves(e, bob, "2024-04", ledger.Hash{7}))
		same(t, "April", sums(t, e, "2024-04"), "0 USDT, 0.001001 USDT, 0.001 USDT, 0.000001 USDT")
		done(t)(closeByTwo(e, "2024-05"))
		livedOn(t, e, p, s)
		verified(t, s)
		sameAgain(t, p, s)
	})
}

// statement is the text that an operator's wallet is to sign.
func statement(t *testing.T, say func(engine.By) (engine.Receipt, error), name string) string {
	t.Helper()
	_, err := say(engine.By{Name: name, StatementOnly: true})
	unsigned, ok := err.(*engine.Unsigned) //nolint:errorlint // it is what the engine gives
	if !ok {
		t.Fatalf("no text to sign: %v", err)
	}
	return unsigned.Text
}

// closedFile is the hash of a closed month's file.
func closedFile(t *testing.T, s engine.Store, month string) ledger.Hash {
	t.Helper()
	tx, err := s.Keyed(context.Background(), ledger.JobSource(rewards.MonthJob, month).Key())
	if err != nil || tx == nil {
		t.Fatalf("%s is not closed: %v", month, err)
	}
	file, err := ledger.ParseHash(tx.Meta["file"])
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// sameAgain makes the books anew in both databases, and gives their head.
func sameAgain(t *testing.T, p *program.Program, s engine.Store) string {
	t.Helper()
	ctx := context.Background()
	state, err := s.State(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, dsn := range []string{filepath.Join(t.TempDir(), "again.db"), pgtest.URL(t)} {
		to, err := store.Connect(ctx, dsn)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { to.Close() })
		head, err := engine.Rebuild(ctx, p, s, to, nil)
		if err != nil {
			t.Fatal(err)
		}
		same(t, "the rebuilt head", head.String(), state.Ledger.String())
	}
	return state.Ledger.String()
}

// Whatever happens between a preview, a proposal and an approval: what is closed is what both saw, both databases have one head, and
// so have the books that are made of them anew.
func TestWhatTwoCloseIsWhatBothSaw(t *testing.T) {
	for seed := range uint64(2) {
		heads := map[string]bool{}
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			onBoth(t, func(t *testing.T, s engine.Store) { heads[closedByTwo(t, s, seed)] = true })
		})
		if len(heads) != 1 {
			t.Errorf("seed %d has the heads %v", seed, heads)
		}
	}
}

func closedByTwo(t *testing.T, s engine.Store, seed uint64) (head string) {
	ctx := context.Background()
	dice := rand.New(rand.NewPCG(seed, 7))
	p := byTwo(t)
	w, e := monthly(t, p, s, on(5, 2), 4, 5, 20)
	month, seen, closed := on(4, 1), ledger.Hash{}, 0
	for n := 0; closed < 4; n++ {
		name := month.Format(rewards.MonthForm)
		switch dice.IntN(6) {
		case 0, 1:
			row := fold.RevenueRow{Source: "dapp", Amount: fmt.Sprintf("0.%06d", 1+dice.IntN(5000)), At: month.AddDate(0, 0, dice.IntN(20)),
				Cost: dice.IntN(3) == 0}
			done(t)(e.RecordRevenue(ctx, ann, fmt.Sprint("r", n), row))
		case 2:
			w.Mine(w.Buy(byte(50+dice.IntN(9)), 0, int64(1+dice.IntN(8))))
		case 3, 4:
			preview, err := e.PreviewMonth(ctx, name)
			if err != nil {
				t.Fatal(err)
			}
			receipt, err := e.CloseMonth(ctx, ann, name)
			if err != nil || receipt.AlreadyRecorded != (preview.Stands()) {
				t.Fatalf("%+v, %v", receipt, err)
			}
			seen = preview.Body.File
			same(t, "the proposal", proposedFile(e), seen)
		case 5:
			preview, err := e.PreviewMonth(ctx, name)
			if err != nil {
				t.Fatal(err)
			}
			receipt, err := approves(e, bob, name, seen)
			if (err == nil) != preview.Stands() {
				t.Fatalf("%+v, %v where the proposal stands: %t", receipt, err, preview.Stands())
			}
			if err != nil {
				break
			}
			var file bytes.Buffer
			if _, err := preview.Month.WriteFile(&file); err != nil || closedFile(t, s, name) != seen {
				t.Fatalf("%s is closed by another file (%v)", name, err)
			}
			m, err := e.Month(ctx, name)
			if err != nil {
				t.Fatal(err)
			}
			var again bytes.Buffer
			if _, err := m.WriteFile(&again); err != nil || !bytes.Equal(file.Bytes(), again.Bytes()) {
				t.Fatalf("%s was previewed as another (%v)", name, err)
			}
			month, closed = month.AddDate(0, 1, 0), closed+1
			w.upTo(t, e, month.AddDate(0, 1, 1))
		}
	}
	livedOn(t, e, p, s)
	verified(t, s)
	return sameAgain(t, p, s)
}
