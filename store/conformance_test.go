package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
)

// What engine.Store promises, on both databases.

func TestTheSameContentIsBookedOnce(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		s := open(t, dsn)
		first, err := book(s, purchases(0, 20, noon(0))...)
		must(t, err)
		again := purchases(0, 20, noon(0))
		for i := range again {
			again[i].Booked = noon(3) // when it became known does not count
		}
		if head, err := book(s, again...); err != nil || head.String() != first.String() {
			t.Fatalf("booked again: %v, %v", head, err)
		}
		head, err := book(s, purchase(19, noon(0)), purchase(20, noon(0)), purchase(20, noon(0)))
		if err != nil || head.Sequence != 21 {
			t.Fatalf("a draft twice in one commit: %v, %v", head, err)
		}
		changed := purchase(7, noon(0))
		changed.Postings[0].Amount = money.Units(eth, 1)
		if _, err := book(s, purchase(30, noon(0)), changed); !errors.Is(err, engine.ErrRecorded) {
			t.Fatalf("other content: %v", err)
		}
		if _, err := book(s, purchase(31, noon(0)),
			func() ledger.Draft { d := purchase(31, noon(0)); d.Rule = "2"; return d }()); !errors.Is(err, engine.ErrRecorded) {
			t.Fatalf("other content in one commit: %v", err)
		}
		if v := verified(t, s); v.Head.String() != head.String() {
			t.Fatalf("a refused commit left %v instead of %v", v.Head, head)
		}
	})
}

func TestAReversalOnceAndARemineAfterIt(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		s, ctx := open(t, dsn), context.Background()
		_, err := book(s, purchases(0, 10, noon(0))...)
		must(t, err)
		elsewhere := func(generation uint32) ledger.Draft {
			d := purchase(3, noon(0))
			d.Source.BlockHash, d.Source.Generation = hashOf(99, "other block"), generation
			return d
		}
		for name, d := range map[string]ledger.Draft{"in another block": elsewhere(0), "a generation early": elsewhere(1),
			"two early": elsewhere(2)} {
			if _, err := book(s, d); !errors.Is(err, ErrComeback) {
				t.Fatalf("a log that stands, %s: %v", name, err)
			}
		}
		live, err := s.Live(ctx, 19_000_000, hashOf(0, "block"))
		must(t, err)
		if len(live) != 10 || live[0].Sequence != 10 || live[9].Sequence != 1 {
			t.Fatalf("live: %d", len(live))
		}
		back := ledger.Reverse(&live[6], noon(1), "reorg")
		// The reversal and the event's new place may come in one commit, in this order only.
		if _, err := book(s, elsewhere(1), back); !errors.Is(err, ErrComeback) {
			t.Fatalf("comes back before it is reversed: %v", err)
		}
		head, err := book(s, back, elsewhere(1))
		must(t, err)
		twice := back
		twice.Source = ledger.OperatorSource("support", "ticket-7")
		if _, err := book(s, twice); !errors.Is(err, ledger.ErrInvalid) {
			t.Fatalf("reversed twice: %v", err)
		}
		future := back
		future.Reverses, future.Source = head.Sequence+1, ledger.OperatorSource("support", "ticket-8")
		if _, err := book(s, future); !errors.Is(err, ledger.ErrInvalid) {
			t.Fatalf("reverses what is not there: %v", err)
		}
		if again, err := book(s, back, elsewhere(1)); err != nil || again.Sequence != head.Sequence {
			t.Fatalf("both again: %v, %v", again, err)
		}
		if _, err := book(s, elsewhere(2)); !errors.Is(err, ErrComeback) {
			t.Fatalf("generation 2 while 1 stands: %v", err)
		}
		live, err = s.Live(ctx, 19_000_000, hashOf(0, "block"))
		must(t, err)
		if len(live) != 9 || slices.ContainsFunc(live, func(t ledger.Transaction) bool { return t.Sequence == 4 }) {
			t.Fatalf("live after the reversal: %d", len(live))
		}
		if live, err := s.Live(ctx, 19_000_000, hashOf(99, "other block")); err != nil || len(live) != 1 || live[0].Hash != head.Hash {
			t.Fatalf("live in the other block: %v, %v", live, err)
		}
		verified(t, s)
	})
}

func TestOverdrawnInOrder(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		s := open(t, dsn)
		give := func(n int, from, to ledger.Account, amount uint64) ledger.Draft {
			return ledger.Draft{Kind: "transfer", Program: "gpunet", Rule: "1", Effective: noon(0), Booked: noon(0),
				Source:   ledger.OperatorSource("ops", fmt.Sprintf("n-%d", n)),
				Postings: []ledger.Posting{{From: from, To: to, Amount: money.Units(point, amount)}}}
		}
		a, b := ledger.Holding(wallet(1), point), ledger.Holding(wallet(2), point)
		in, pass := give(1, ledger.Issuance(point), a, 5), give(2, a, b, 5)
		if _, err := book(s, pass, in); !errors.Is(err, ledger.ErrTurned) {
			t.Fatalf("gave before it had: %v", err)
		}
		if state, err := s.State(context.Background()); err != nil || state.Ledger.Sequence != 0 {
			t.Fatalf("something stayed: %v, %v", state, err)
		}
		_, err := book(s, in, pass)
		must(t, err)
		if _, err := book(s, give(3, a, b, 1)); !errors.Is(err, ledger.ErrTurned) {
			t.Fatalf("gave what it had given: %v", err)
		}
		verified(t, s)
	})
}

func TestAppendOnly(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		s := open(t, dsn)
		fillBooks(t, s)
		for _, table := range []string{"journal", "posting", "tile", "input", "account"} {
			column := map[string]string{"journal": "kind", "posting": "asset", "tile": "root", "input": "kind", "account": "path"}[table]
			statements := []string{"UPDATE " + table + " SET " + column + " = " + column, "DELETE FROM " + table}
			if s.read.Name() == "postgres" {
				statements = append(statements, "TRUNCATE "+table)
			}
			for _, statement := range statements {
				err := s.dialect.transact(context.Background(), func(tx *transaction) error { return tx.Exec(statement).Error })
				if err == nil || !strings.Contains(err.Error(), table+" is append-only") {
					t.Errorf("%s: %v", statement, err)
				}
			}
		}
		verified(t, s)
	})
}

func TestIdentityNeverChanges(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		ctx := context.Background()
		s, err := Connect(ctx, dsn)
		must(t, err)
		defer s.Close()
		if _, err := s.State(ctx); !errors.Is(err, ErrEmpty) {
			t.Fatalf("state of empty books: %v", err)
		}
		if _, err := s.Commit(ctx, engine.Commit{}); !errors.Is(err, ErrEmpty) {
			t.Fatalf("commit to empty books: %v", err)
		}
		verified(t, s)
		must(t, s.Open(ctx, identity))
		must(t, s.Open(ctx, identity))
		other := identity
		other.Chain = 42161
		if err := s.Open(ctx, other); err == nil || !strings.Contains(err.Error(), "belong to program gpunet, chain 1") ||
			strings.Contains(err.Error(), "\n") {
			t.Fatalf("another chain: %v", err)
		}
		state, err := s.State(ctx)
		if err != nil || state.Identity != identity || state.Ledger.Sequence != 0 || state.Frozen != nil {
			t.Fatalf("%+v, %v", state, err)
		}
	})
}

// thaw is the input after which frozen books go on.
func thaw() []engine.Taken {
	return []engine.Taken{{Input: fold.FactInput(&fold.Fact{Kind: fold.Thaw})}}
}

func TestFreezeAndThaw(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		s, ctx := open(t, dsn), context.Background()
		incident := engine.Incident{Time: time.Date(2024, 5, 1, 1, 2, 3, 0, time.UTC), Text: "two final blocks 7\x00",
			Evidence: map[string]string{"a": "0x01", "b": "0x02"}}
		_, err := commit(s, engine.Commit{Inputs: []engine.Taken{{Input: fold.IncidentInput(&incident)}}})
		must(t, err)
		state, err := s.State(ctx)
		must(t, err)
		if f := state.Frozen; f == nil || !f.Time.Equal(incident.Time) || f.Text != incident.Text || len(f.Evidence) != 2 ||
			f.Evidence["b"] != "0x02" {
			t.Fatalf("frozen: %+v", f)
		}
		if _, err := book(s, purchase(1, noon(0))); !errors.Is(err, engine.ErrFrozen) {
			t.Fatalf("booked while frozen: %v", err)
		}
		verified(t, s)
		_, err = commit(s, engine.Commit{Inputs: thaw(), Drafts: purchases(1, 1, noon(0))})
		must(t, err)
		if state, err := s.State(ctx); err != nil || state.Frozen != nil || state.Ledger.Sequence != 1 {
			t.Fatalf("thawed: %+v, %v", state, err)
		}
	})
}

// A commit that fails at its last step, after everything else was written, leaves every table as it was.
func TestACommitIsAllOrNothing(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		s, ctx := open(t, dsn), context.Background()
		fillBooks(t, s)
		before := dump(t, s.read)
		state, err := s.State(ctx)
		must(t, err)
		broken := errors.New("broken")
		c := engine.Commit{Seen: state.Position, Cursor: to(header(500, 500)), Drafts: purchases(500, 100, noon(9)),
			Inputs: thaw(), Headers: []engine.Header{header(501, 501).Head},
			Covered: []engine.Span{{From: 400, To: 500, Level: engine.ProofNone}}}
		err = s.write(ctx, func(tx *transaction) error {
			if _, _, err := s.commit(tx, &c, true); err != nil {
				return err
			}
			return broken
		})
		if !errors.Is(err, broken) || dump(t, s.read) != before {
			t.Fatalf("%v left something behind", err)
		}
		ended, cancel := context.WithCancel(ctx)
		err = s.write(ended, func(tx *transaction) error {
			_, _, err := s.commit(tx, &c, true)
			cancel()
			return err
		})
		if err == nil || dump(t, s.read) != before {
			t.Fatalf("the context ended before the commit: %v", err)
		}
		_, err = s.Commit(ctx, c)
		must(t, err)
		if dump(t, s.read) == before {
			t.Fatal("the commit changed nothing")
		}
		verified(t, s)
	})
}

// Two programs with their own connections write at once: they queue, whoever was overtaken is told so, and nothing is lost.
func TestWritersQueue(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		const writers, each = 4, 15
		var wg sync.WaitGroup
		first := open(t, dsn)
		failed := make(chan error, writers)
		for w := range writers {
			s := first
			if w%2 == 1 {
				s = open(t, dsn)
			}
			wg.Go(func() {
				for i := range each {
					_, err := book(s, purchases((w*each+i)*3, 3, noon(i/5))...)
					for errors.Is(err, engine.ErrMoved) {
						_, err = book(s, purchases((w*each+i)*3, 3, noon(i/5))...)
					}
					if err != nil {
						failed <- err
						return
					}
				}
			})
		}
		wg.Wait()
		close(failed)
		for err := range failed {
			t.Error(err)
		}
		if v := verified(t, first); v.Transactions != writers*each*3 {
			t.Fatalf("%d transactions", v.Transactions)
		}
	})
}

func TestWhoeverMovedTheCursorFirstWins(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		s, ctx := open(t, dsn), context.Background()
		step := engine.Commit{Cursor: to(header(5, 7)), Drafts: purchases(0, 3, noon(0))}
		_, err := s.Commit(ctx, step)
		must(t, err)
		if _, err := s.Commit(ctx, step); !errors.Is(err, engine.ErrMoved) {
			t.Fatalf("from the old cursor: %v", err)
		}
		if state, err := s.State(ctx); err != nil || state.Cursor != *step.Cursor {
			t.Fatalf("%+v, %v", state.Cursor, err)
		}
		if head, err := commit(s, engine.Commit{}); err != nil || head.Sequence != 3 {
			t.Fatalf("an empty commit: %v, %v", head, err)
		}
		verified(t, s)
	})
}

// A fact moves no cursor, so the number of inputs is compared as well.
func TestWhoeverAddedAnInputFirstWins(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		s, ctx := open(t, dsn), context.Background()
		state, err := s.State(ctx)
		must(t, err)
		fact := engine.Commit{Seen: state.Position, Inputs: []engine.Taken{taken(fold.InputFact, "x")}}
		_, err = s.Commit(ctx, fact)
		must(t, err)
		if _, err := s.Commit(ctx, fact); !errors.Is(err, engine.ErrMoved) || problem.KindOf(err) != problem.Busy {
			t.Fatalf("from the old number of inputs: %v", err)
		}
		if state, err := s.State(ctx); err != nil || state.Inputs != 1 {
			t.Fatalf("%d inputs, %v", state.Inputs, err)
		}
	})
}

// Nothing that was there goes for want of a setting in a commit.
func TestTheZeroCommitDropsNothing(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		s := open(t, dsn)
		fillBooks(t, s)
		before := dump(t, s.read)
		_, err := commit(s, engine.Commit{})
		must(t, err)
		if dump(t, s.read) != before {
			t.Fatal("a commit of nothing changed the books")
		}
	})
}

func TestNothingIsWrittenThatCannotBeRead(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		s, ctx := open(t, dsn), context.Background()
		far := purchase(0, noon(0))
		far.Source.BlockNumber = 1 << 63
		unnamed := purchase(0, noon(0))
		unnamed.Kind = "no kind"
		for _, d := range []ledger.Draft{far, unnamed} {
			if _, err := book(s, d); !errors.Is(err, ledger.ErrInvalid) {
				t.Errorf("%v", err)
			}
		}
		for _, c := range []engine.Commit{
			{Cursor: to(header(1<<63, 1<<63))},
			{Covered: []engine.Span{{From: 5, To: 4, Level: engine.ProofNone}}},
			{Covered: []engine.Span{{From: 4, To: 5, Level: "sure"}}},
			{Inputs: []engine.Taken{taken("A", "")}},
			{Inputs: []engine.Taken{{Input: fold.Input{Kind: fold.InputFact}, After: 1}}},
			{Inputs: []engine.Taken{{Input: fold.Input{Kind: fold.InputFact}, After: -1}}},
		} {
			if _, err := s.Commit(ctx, c); err == nil {
				t.Errorf("%+v was committed", c)
			}
		}
		if v := verified(t, s); v.Transactions != 0 {
			t.Fatalf("%d transactions", v.Transactions)
		}
	})
}

func TestTheJournalReadsBackAsItWasBooked(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		s, ctx := open(t, dsn), context.Background()
		drafts := purchases(0, 1200, noon(0))
		for i := range drafts {
			drafts[i].Booked = noon(i / 400)
		}
		large := purchase(5000, noon(2))
		for i := range 25_000 {
			large.Postings = append(large.Postings,
				ledger.Posting{From: ledger.Issuance(point), To: ledger.Holding(wallet(i), point), Amount: money.Units(point, uint64(i)+1)})
		}
		drafts = append(drafts, large)
		head, err := book(s, drafts...)
		must(t, err)
		var check ledger.Verifier
		for tx, err := range s.Transactions(ctx, 1) {
			must(t, err)
			if !tx.SameContent(&drafts[tx.Sequence-1]) {
				t.Fatalf("transaction %d reads otherwise", tx.Sequence)
			}
			must(t, check.Transaction(tx))
		}
		if check.Head().String() != head.String() {
			t.Fatalf("it ends at %v", check.Head())
		}
		tiles, err := s.Tiles(ctx, 0, 4)
		if err != nil || !slices.Equal(tiles, check.Tiles()) || check.Head().Root() != head.Root() || head.Size() != 1201 {
			t.Fatalf("%v, %v", tiles, err)
		}
		if again, err := book(s, large); err != nil || again.Sequence != head.Sequence {
			t.Fatalf("the large one again: %v, %v", again, err)
		}
		for tx, err := range s.Transactions(ctx, 1100) { // a reader may stop
			must(t, err)
			if tx.Sequence != 1100 {
				t.Fatalf("they go on with %d", tx.Sequence)
			}
			break
		}
	})
}
