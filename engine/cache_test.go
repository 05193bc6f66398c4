package engine_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/internal/tamper"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/sale"
)

// sum is a row of sums that a step reads or goes on from: the first of an account that begins with prefix.
type sum struct {
	table, prefix, asset string
}

// projectionDiffers fails the test unless a step was refused because a sum does not say what the postings of path say.
func projectionDiffers(t *testing.T, what, path string, err error) {
	t.Helper()
	of := problem.Of(err)
	if of == nil || of.Code != problem.ProjectionDiffers || !strings.Contains(of.Text, path) ||
		!strings.Contains(of.Text, "its postings say") ||
		!strings.Contains(of.Text, "nodeledger ledger verify") {
		t.Fatalf("%s: %v", what, err)
	}
}

// bent tries a step with each of the sums changed in every way: it is refused, and the journal ends where it did. It says how many
// rows of each table there were.
func bent(t *testing.T, dsn string, s engine.Store, what string, sums []sum, step func() error) map[string]int {
	t.Helper()
	tried := map[string]int{}
	for _, of := range sums {
		row := tamper.First(t, dsn, of.table, of.prefix, of.asset)
		if row == nil {
			continue
		}
		tried[of.table]++
		for _, way := range tamper.Ways() {
			before, err := s.State(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			restore := row.Bend(t, way)
			projectionDiffers(t, what+": "+of.table+" of "+row.Path+" "+way, row.Path, step())
			restore()
			if after, err := s.State(context.Background()); err != nil || after.Ledger.Hash != before.Ledger.Hash || after.Inputs != before.Inputs {
				t.Fatalf("%s: something was booked: %s, %s, %v", what, before.Ledger, after.Ledger, err)
			}
		}
	}
	return tried
}

// unverified is books that nobody verifies, so that what a step itself compares is seen.
type unverified struct{ engine.Store }

func (unverified) Verify(context.Context) (engine.Verification, error) {
	return engine.Verification{}, nil
}

// seldomVerified is books of a seeded world, of which every tenth is verified before each step with money.
func seldomVerified(seed uint64, books engine.Store) engine.Store {
	if seed%10 == 0 {
		return books
	}
	return unverified{books}
}

// stepwise is a store that takes a number of commits.
type stepwise struct {
	engine.Store
	left int
}

var errEnough = errors.New("enough")

func (s *stepwise) Commit(ctx context.Context, c engine.Commit) (ledger.Head, error) {
	if s.left == 0 {
		return ledger.Head{}, errEnough
	}
	head, err := s.Store.Commit(ctx, c)
	if err == nil {
		s.left--
	}
	return head, err
}

// sumsOf are the sums that a job computes from and those that its transaction goes on from.
func sumsOf(job string, points, token money.Asset) []sum {
	register := func(a money.Asset) string { return string(ledger.RegisterOf(a)) }
	locked := func(n byte) string { return ledger.HolderToken(ledger.Wallet{19: n}, token, ledger.Locked).String() }
	nodes := sum{"day_delta", register(sale.Node), "NODE"}
	carry, _ := ledger.PoolCarry(token, rewards.Validators)
	bucket, _ := ledger.Bucket(token, "node_holders")
	switch job {
	case rewards.PointsJob:
		issued := ledger.Issuance(points).String()
		return []sum{nodes, {"day_delta", issued, "GPOINT"}, {"balance", issued, "GPOINT"}, {"balance", register(points), "GPOINT"}}
	case rewards.TokenJob:
		return []sum{nodes, {"day_delta", carry.String(), "GPU"}, {"balance", locked(10), "GPU"}}
	case rewards.DropJob:
		return []sum{nodes, {"balance", bucket.String(), "GPU"}}
	case rewards.ConversionJob:
		return []sum{{"balance", register(points), "GPOINT"}}
	case rewards.UnlockJob:
		return []sum{{"balance", register(token), "GPU"}}
	case rewards.VestJob:
		return []sum{{"balance", locked(250), "GPU"}}
	}
	return nil
}

// Every job that books points or tokens is refused while a sum that it reads, or goes on from, is not what the postings say, on both
// databases; put back, it goes through.
func TestNoJobComputesFromATableOfSums(t *testing.T) {
	onBothAt(t, func(t *testing.T, db engine.Store, dsn string) {
		ctx := context.Background()
		w := newWorld(4)
		s := &stepwise{Store: db, left: 1 << 30}
		e := startRewarding(t, s, w)
		record(t, e)
		p := e.Program()
		seen, tried := map[string]int{}, map[string]map[string]int{}
		for len(w.Blocks) < 12*10 {
			w.grow(1)
			w.Finalise(0)
			s.left = 1 << 30
			if err := e.Sync(ctx, nil); err != nil {
				t.Fatal(err)
			}
			for due, ok := e.Due(); ok && !due.At.After(w.Blocks[len(w.Blocks)-1].Header.When()); due, ok = e.Due() {
				run := func() error {
					s.left = 1
					_, err := e.RunJobs(ctx)
					return err
				}
				if seen[due.Name]++; seen[due.Name] <= 3 {
					for table, n := range bent(t, dsn, db, due.Name+" of "+due.Slot, sumsOf(due.Name, p.Points.Asset, p.Token.Asset), run) {
						if tried[due.Name] == nil {
							tried[due.Name] = map[string]int{}
						}
						tried[due.Name][table] += n
					}
				}
				if err := run(); err != nil && !errors.Is(err, errEnough) {
					t.Fatal(err)
				}
			}
		}
		for job, tables := range map[string][]string{
			rewards.PointsJob: tamper.Tables(), rewards.TokenJob: tamper.Tables(), rewards.DropJob: tamper.Tables(),
			rewards.ConversionJob: {"balance"}, rewards.UnlockJob: {"balance"}, rewards.VestJob: {"balance"},
		} {
			for _, table := range tables {
				if tried[job][table] == 0 {
					t.Errorf("%s was tried without a row of %s: %v, %v", job, table, seen, tried)
				}
			}
		}
		verified(t, db)
	})
}

// A month is not closed, and no run of it is prepared, proposed, approved or exported, while a sum of its accounts is not what the
// postings say; put back, every step goes through. The share of a wallet raised by one UPDATE of balance is the first of them.
func TestNoMonthAndNoRunFollowsFromATableOfSums(t *testing.T) {
	onBothAt(t, func(t *testing.T, s engine.Store, dsn string) {
		ctx := context.Background()
		_, e := fundedIn(t, unverified{s})
		fund := ledger.FundAccount(ledger.ShareFund).String()
		share := ledger.Share(ledger.Wallet{19: 52}).String()
		line, err := ledger.RunLine("april", ledger.Wallet{19: 52}, ledger.Share(ledger.Wallet{19: 52}))
		if err != nil {
			t.Fatal(err)
		}
		owed := []sum{{"balance", share, "USDT"}, {"day_delta", share, "USDT"}}
		lines := append(owed[:2:2], sum{"balance", line.String(), "USDT"}, sum{"day_delta", line.String(), "USDT"})
		file := ledger.Hash{}
		for _, step := range []struct {
			name string
			sums []sum
			take func() (engine.Receipt, error)
		}{
			{"close", []sum{{"day_delta", string(ledger.RegisterOf(sale.Node)), "NODE"}, {"day_delta", fund, "USDT"}, {"balance", fund, "USDT"}},
				func() (engine.Receipt, error) { return e.CloseMonth(ctx, ann, "2024-04") }},
			{"prepare", owed, func() (engine.Receipt, error) { return e.PreparePayout(ctx, ann, "april", "USDT", payout.Transfer) }},
			{"propose", lines, func() (engine.Receipt, error) { return e.StepPayout(ctx, ann, "april", payout.Propose, "") }},
			{"approve", lines, func() (engine.Receipt, error) { return approve(e, bob, "april") }},
			{"export", lines, func() (engine.Receipt, error) { return e.ExportPayout(ctx, ann, "april", file, file) }},
		} {
			tried := bent(t, dsn, s, step.name, step.sums, func() error { _, err := step.take(); return err })
			if tried["balance"]+tried["day_delta"] != len(step.sums) {
				t.Errorf("%s was tried with %v of %d rows", step.name, tried, len(step.sums))
			}
			done(t)(step.take())
		}
		verified(t, s)
	})
}

// Nodes that are raised while a month closes and put back afterwards are found at the close itself: the month is not closed by them.
// What is closed is shown as it was booked, and refused when it computes to anything else.
func TestNodesRaisedDuringACloseAreFound(t *testing.T) {
	onBothAt(t, func(t *testing.T, s engine.Store, dsn string) {
		ctx := context.Background()
		_, e := fundedIn(t, unverified{s})
		var back []func()
		node := ledger.Holding(ledger.Wallet{19: 52}, sale.Node).String()
		for _, table := range tamper.Tables() {
			back = append(back, tamper.First(t, dsn, table, node, "NODE").Bend(t, "up"))
		}
		_, err := e.CloseMonth(ctx, ann, "2024-04")
		projectionDiffers(t, "close", node, err)
		for _, restore := range back {
			restore()
		}
		done(t)(e.CloseMonth(ctx, ann, "2024-04"))
		m, err := e.Month(ctx, "2024-04")
		if err != nil || len(m.Holders) != 3 {
			t.Fatalf("%+v: %v", m, err)
		}
		restore := tamper.First(t, dsn, "day_delta", node, "NODE").Bend(t, "up")
		_, err = e.Month(ctx, "2024-04")
		projectionDiffers(t, "shown", node, err)
		restore()
		if _, err := e.Month(ctx, "2024-04"); err != nil {
			t.Fatal(err)
		}
		// The same month by another transaction than the one that it computes to.
		tx, err := s.Keyed(ctx, ledger.JobSource(rewards.MonthJob, "2024-04").Key())
		if err != nil {
			t.Fatal(err)
		}
		for name, change := range map[string]func(*ledger.Transaction){
			"its file has the hash": func(tx *ledger.Transaction) { tx.Meta["file"] = ledger.Hash{9}.String() },
			"its line 1 is":         func(tx *ledger.Transaction) { tx.Postings[0].Amount = money.Units(usdt, 1) },
			"its line 4 is nothing": func(tx *ledger.Transaction) { tx.Postings = append(tx.Postings, tx.Postings[0]) },
		} {
			other := *tx
			other.Meta = ledger.Meta{"file": tx.Meta["file"]}
			other.Postings = append([]ledger.Posting(nil), tx.Postings...)
			change(&other)
			err := monthOf(ctx, e, s, &other)
			if of := problem.Of(err); of == nil || of.Code != problem.PeriodDiffers || !strings.Contains(of.Text, name) {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}

// monthOf computes the closed month with another transaction in the journal than it has.
func monthOf(ctx context.Context, e *engine.Engine, s engine.Store, tx *ledger.Transaction) error {
	for in, err := range s.Inputs(ctx, 1) {
		if err != nil {
			return err
		}
		fact, err := in.Fact()
		if err != nil {
			return err
		}
		if fact == nil || fact.Kind != fold.Month {
			continue
		}
		_, err = e.Closing().Month(ctx, fact, booked{s, tx})
		return err
	}
	return errEnough
}

// booked is books in whose journal a transaction stands with other content.
type booked struct {
	engine.Store
	tx *ledger.Transaction
}

func (b booked) Keyed(context.Context, string) (*ledger.Transaction, error) { return b.tx, nil }

// What is shown as owed or held is refused while a sum of it differs, now and at an instant.
func TestWhatIsShownFollowsFromPostings(t *testing.T) {
	onBothAt(t, func(t *testing.T, s engine.Store, dsn string) {
		ctx := context.Background()
		_, e := fundedIn(t, s)
		done(t)(e.CloseMonth(ctx, ann, "2024-04"))
		place := ledger.Place{Account: ledger.Share(ledger.Wallet{19: 52}), Asset: usdt}
		now := func() error { _, err := fold.BalanceNow(ctx, s, place); return err }
		at := func() error {
			_, err := s.BalanceAt(ctx, place, time.Date(2024, 5, 3, 4, 0, 0, 0, time.UTC))
			return err
		}
		for table, look := range map[string]func() error{"balance": now, "day_delta": at} {
			if tried := bent(t, dsn, s, "look", []sum{{table, place.Account.String(), "USDT"}}, look); tried[table] != 1 {
				t.Errorf("%s: %v", table, tried)
			}
			if err := look(); err != nil {
				t.Error(err)
			}
		}
	})
}

// covering is books that say of a run's accounts what a test wants.
type covering struct {
	engine.Store
	held []ledger.PlaceBalance
}

func (c covering) Agreed(context.Context, []ledger.Account) ([]ledger.PlaceBalance, error) {
	return c.held, nil
}

// A run that gathered more than the postings of an account say, or whose lines stand as anything else than what it has yet to pay, is
// refused even where every table agrees with the postings.
func TestARunIsCoveredByItsPostings(t *testing.T) {
	ctx := context.Background()
	_, s, e := funded(t)
	done(t)(e.CloseMonth(ctx, ann, "2024-04"))
	done(t)(e.PreparePayout(ctx, ann, "april", "USDT", payout.Transfer))
	var check *fold.RunCheck
	e.View(func(f *fold.Fold, _ engine.State) {
		var err error
		if check, err = f.RunCheck("april"); err != nil {
			t.Fatal(err)
		}
	})
	var accounts []ledger.Account
	for _, n := range []byte{51, 52} {
		share := ledger.Share(ledger.Wallet{19: n})
		line, err := ledger.RunLine("april", ledger.Wallet{19: n}, share)
		if err != nil {
			t.Fatal(err)
		}
		accounts = append(accounts, share, line)
	}
	held, err := s.Agreed(ctx, accounts)
	if err != nil || len(held) != 4 {
		t.Fatalf("%v: %v", held, err)
	}
	if err := check.Agree(ctx, covering{s, held}); err != nil {
		t.Fatal(err)
	}
	for i := range held {
		for words, change := range map[string]func(*money.Balance) error{
			"gathered more from": func(b *money.Balance) (err error) { b.In, err = b.Out.Add(money.Units(usdt, 1)); return err },
			"to pay by its lines": func(b *money.Balance) (err error) {
				b.Out, err = b.Out.Add(money.Units(usdt, 1))
				return err
			},
		} {
			other := append([]ledger.PlaceBalance(nil), held...)
			if err := change(&other[i].Balance); err != nil {
				t.Fatal(err)
			}
			err := check.Agree(ctx, covering{s, other})
			if line := other[i].Account.Role() == ledger.PayoutRole; !line && words == "to pay by its lines" {
				continue // it is owed more and pays less, which is nobody's loss
			}
			if of := problem.Of(err); of == nil || of.Code != problem.ProjectionDiffers || !strings.Contains(of.Text, words) ||
				!strings.Contains(of.Text, other[i].Account.String()) {
				t.Errorf("%s %s: %v", other[i].Account, words, err)
			}
		}
		missing := append(append([]ledger.PlaceBalance(nil), held[:i]...), held[i+1:]...)
		if err := check.Agree(ctx, covering{s, missing}); (err == nil) == (held[i].Account.Role() == ledger.PayoutRole) {
			t.Errorf("without %s: %v", held[i].Account, err)
		}
	}
}
