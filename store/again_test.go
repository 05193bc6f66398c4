package store

import (
	"context"
	"errors"
	"math/rand/v2"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/pgtest"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// So many drafts that their keys are not looked up first are left out where they are in the journal, and refused where it has others.
func TestManyDraftsAreBookedOnce(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		s := open(t, dsn)
		const many = 2 * streamed
		first, err := book(s, purchases(0, many, noon(0))...)
		must(t, err)
		if head, err := book(s, purchases(0, many, noon(0))...); err != nil || head.String() != first.String() {
			t.Fatalf("all of them again: %v, %v", head, err)
		}
		head, err := book(s, purchases(many/2, many, noon(0))...)
		if err != nil || head.Sequence != many+many/2 {
			t.Fatalf("half of them again: %v, %v", head, err)
		}
		other := purchases(many, many, noon(0))
		other[7].Postings[0].Amount = money.Units(eth, 1)
		if _, err := book(s, other...); !errors.Is(err, engine.ErrRecorded) {
			t.Fatalf("one with other content: %v", err)
		}
		elsewhere := purchases(2*many, many, noon(0))
		elsewhere[5] = purchase(3, noon(0))
		elsewhere[5].Source.BlockHash = hashOf(99, "other block")
		if _, err := book(s, elsewhere...); !errors.Is(err, ErrComeback) {
			t.Fatalf("a log that stands, in another block: %v", err)
		}
		if v := verified(t, s); v.Head.String() != head.String() {
			t.Fatalf("a refused commit left %v instead of %v", v.Head, head)
		}
	})
}

// The days' sums are right whoever writes next: this process or another one, on the newest day, on a new one or on one before, after
// commits that were refused, and however few rows are remembered.
func TestDaysGoOnFromWhatIsWritten(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		random := rand.New(rand.NewPCG(5, 6))
		writers, day := []*Store{open(t, dsn), open(t, dsn)}, 0
		for n := range 60 {
			s := writers[random.IntN(len(writers))]
			day += random.IntN(4) / 3
			draft := payEverybody(n, max(0, day-random.IntN(6)/5), random.IntN(20), 20+random.IntN(20))
			if random.IntN(5) == 0 {
				draft.Postings = append(draft.Postings, ledger.Posting{From: ledger.Holding(wallet(1), point), To: ledger.Issuance(point),
					Amount: money.Units(point, 1_000_000)})
				if _, err := book(s, draft); !errors.Is(err, ledger.ErrTurned) {
					t.Fatalf("a wallet gives what it has not: %v", err)
				}
				continue
			}
			_, err := book(s, draft)
			must(t, err)
			verified(t, s)
		}
	})
}

// A commit goes on from the newest day's rows that the process wrote itself without reading them, and reads those of others.
func TestRowsOfTheNewestDayAreNotReadAgain(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		here, there := open(t, dsn), open(t, dsn)
		_, err := book(here, payEverybody(1, 0, 0, 30))
		must(t, err)
		unknown := func(s *Store, of int) int {
			head, err := s.State(context.Background())
			must(t, err)
			var wanted []dayRow
			for i := range 31 { // 30 wallets and what gave to them
				wanted = append(wanted, dayRow{int64(i + 1), &day{Balance: money.NewBalance(point), day: int64(ledger.Day(noon(of)))}})
			}
			return len(s.lately.fill(&head.Ledger, wanted))
		}
		if here, there := unknown(here, 0), unknown(there, 0); here != 0 || there != 31 {
			t.Errorf("%d rows are read by who wrote them, %d by another process", here, there)
		}
		_, err = book(there, payEverybody(2, 1, 0, 10))
		must(t, err)
		if before, day, gone := unknown(there, 0), unknown(there, 1), unknown(here, 0); before != 31 || day != 20 || gone != 31 {
			t.Errorf("after a new day of another process %d rows of the day before are read, %d of the new one, and %d by who wrote before",
				before, day, gone)
		}
	})
}

// On PostgreSQL most versions of a day's sum find room beside the one before, though all sums of a page move in each commit, so the table
// does not grow with the number of commits.
func TestTheTableOfDaysDoesNotGrowWithCommits(t *testing.T) {
	s := open(t, pgtest.URL(t))
	size := func(n int) (pages int) {
		_, err := book(s, payEverybody(n, 0, 0, 2_000))
		must(t, err)
		must(t, s.read.Raw("SELECT pg_relation_size('day_delta') / 8192").Scan(&pages).Error)
		return pages
	}
	first := size(0)
	last := first
	for n := range 12 {
		last = size(n + 1)
	}
	if last > 4*first {
		t.Errorf("%d pages, after the first commit %d", last, first)
	}
}
