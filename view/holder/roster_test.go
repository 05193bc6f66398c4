package holder_test

import (
	"slices"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/sale"
	"github.com/nodeledger/nodeledger/view/holder"
)

// moving drafts nodes that are sold, given back, or change hands.
func moving(number int, postings ...ledger.Posting) ledger.Draft {
	at := samplebooks.Day(13).Add(time.Duration(number) * time.Minute)
	return ledger.Draft{Kind: "move", Effective: at, Booked: at, Source: ledger.OperatorSource("test", "move-"+at.Format("150405")),
		Postings: postings}
}

// Whatever is booked, the roster has what the books have, in order and in pages of any size.
func TestTheRosterFollowsTheBooks(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		e, _ := samplebooks.Made(t)
		roster := holder.NewRoster(e)
		holds := map[ledger.Wallet]uint64{}
		for step := range rapid.IntRange(1, 8).Draw(r, "commits") {
			var postings []ledger.Posting
			for range rapid.IntRange(0, 12).Draw(r, "postings") {
				w := ledger.Wallet{0: rapid.Byte().Draw(r, "first"), 19: rapid.ByteRange(1, 3).Draw(r, "last")}
				if n := holds[w]; n > 0 && rapid.Bool().Draw(r, "leaves") {
					to := ledger.Issuance(sale.Node)
					if heir := samplebooks.Person(7); rapid.Bool().Draw(r, "to somebody") && w != heir {
						to, holds[heir] = ledger.Holding(heir, sale.Node), holds[heir]+n
					}
					postings = append(postings, ledger.Posting{From: ledger.Holding(w, sale.Node), To: to, Amount: money.Units(sale.Node, n)})
					delete(holds, w)
					continue
				}
				postings = append(postings, ledger.Posting{From: ledger.Issuance(sale.Node), To: ledger.Holding(w, sale.Node),
					Amount: money.Units(sale.Node, 3)})
				holds[w] += 3
			}
			samplebooks.Book(t, e, moving(step, postings...))
			if rapid.Bool().Draw(r, "nobody looks") {
				continue
			}
			limit := rapid.IntRange(1, 5).Draw(r, "limit")
			var got []holder.Holder
			for more, after := true, (ledger.Wallet{}); more; {
				var page []holder.Holder
				var err error
				if page, more, _, err = roster.Holders(t.Context(), after, limit); err != nil || len(page) > limit || more && len(page) == 0 {
					r.Fatalf("a page of %d, %v", len(page), err)
				}
				if got = append(got, page...); more {
					after = page[len(page)-1].Wallet
				}
			}
			want, _, _, err := holder.Holders(t.Context(), e, ledger.Wallet{}, 1000)
			if err != nil || !slices.Equal(got, want) || len(got) != len(holds) {
				r.Fatalf("%v, the books have %v and should have %v (%v)", got, want, holds, err)
			}
			if !slices.IsSortedFunc(got, func(a, b holder.Holder) int { return a.Wallet.Compare(b.Wallet) }) {
				r.Fatalf("%v is in no order", got)
			}
		}
	})
}

// Thousands come, hold more, and leave again, and those who look at a page in between are not disturbed.
func TestTheRosterGrowsAndShrinks(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Made(t)
	roster := holder.NewRoster(e)
	const many = 1900 // in one commit, so that each is read again by itself
	look := func(want int) []holder.Holder {
		t.Helper()
		got, more, _, err := roster.Holders(t.Context(), ledger.Wallet{}, 10_000)
		check(t, err)
		books, _, _, err := holder.Holders(t.Context(), e, ledger.Wallet{}, 10_000)
		check(t, err)
		if more || len(got) != want || !slices.Equal(got, books) {
			t.Fatalf("%d holders (%t), the books have %d, want %d", len(got), more, len(books), want)
		}
		for _, after := range []int{0, want / 3, want - 1} {
			if want == 0 {
				break
			}
			page, more, _, err := roster.Holders(t.Context(), got[after].Wallet, 700)
			end := min(after+701, want)
			if err != nil || !slices.Equal(page, got[after+1:end]) || more != (end < want) {
				t.Fatalf("after holder %d of %d: %d holders, %t, %v", after, want, len(page), more, err)
			}
		}
		return got
	}
	look(0)
	step := 0
	move := func(first, last int, leave bool) {
		t.Helper()
		var postings []ledger.Posting
		for n := first; n < last; n++ {
			p := ledger.Posting{From: ledger.Issuance(sale.Node), To: ledger.Holding(samplebooks.Numbered(n), sale.Node),
				Amount: money.Units(sale.Node, 2)}
			if leave {
				p.From, p.To = p.To, p.From
			}
			postings = append(postings, p)
		}
		step++
		samplebooks.Book(t, e, moving(step, postings...))
	}
	for round := range 3 {
		move(round*many, (round+1)*many, false)
		look((round + 1) * many)
	}
	before := look(3 * many)
	held := slices.Clone(before)
	move(0, many, true)
	look(2 * many)
	move(2*many-10, 2*many+10, false)
	look(2 * many)
	if !slices.Equal(before, held) {
		t.Error("a page changed after it was handed out")
	}
	move(2*many-10, 2*many+10, true)
	move(many, 2*many, true)
	look(many)
	move(2*many, 3*many, true)
	look(0)
	move(5, 6, false)
	look(1)
}

// Many ask while somebody books: each answer is of one state, and none is of a state before one that was seen already.
func TestTheRosterUnderLoad(t *testing.T) {
	t.Parallel()
	e, c := samplebooks.Made(t)
	roster := holder.NewRoster(e)
	const blocks = 30
	var asking sync.WaitGroup
	stop := make(chan struct{})
	for range 4 {
		asking.Go(func() {
			last := uint64(0)
			for {
				select {
				case <-stop:
					return
				default:
				}
				list, _, of, err := roster.Holders(t.Context(), ledger.Wallet{}, 1000)
				if err != nil {
					t.Error(err)
					return
				}
				total := uint64(0)
				for _, h := range list {
					total += h.Nodes
				}
				// A block sells two nodes, from block 2 on.
				if want := 2 * (max(of.Block, 1) - 1); total != want || of.Block < last {
					t.Errorf("%d nodes at block %d after %d, want %d", total, of.Block, last, want)
					return
				}
				last = of.Block
				top, at, err := roster.Leaderboard(t.Context(), "", 10)
				if err != nil || at.Block > 2 && (len(top) != 1 || top[0].Nodes != at.Block-1) {
					t.Errorf("%+v at block %d, %v", top, at.Block, err)
					return
				}
			}
		})
	}
	for n := range byte(blocks) {
		c.Mine(c.Buy(10+n, 1, 1), c.Buy(50+n%3, 0, 1))
		c.Finalise(0)
		check(t, e.Sync(t.Context(), nil))
	}
	close(stop)
	asking.Wait()
	e.View(func(_ *fold.Fold, s engine.State) {
		if s.Cursor.Head.Number != blocks+1 {
			t.Errorf("the books end at block %d", s.Cursor.Head.Number)
		}
	})
}
