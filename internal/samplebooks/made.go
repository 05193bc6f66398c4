package samplebooks

import (
	"context"
	"encoding/binary"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/internal/fakechain"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/store"
)

// madeProgram has points up to a cap, a generation at noon of 19 April, locks of two days, and a campaign.
const madeProgram = `program: made
schema: 1
assets:
  ETH:    { decimals: 18, kind: native }
  GPOINT: { decimals: 18, kind: points }
  GPU:    { decimals: 18, kind: token, supply: 200000000 }
chain: { id: 31337, start_block: 0 }
sale: { contract: "` + fakechain.Contract + `", adapter: nodesale }
score:
  - brackets:
      - { nodes: 1, factor: 1 }
      - { nodes: 5, factor: 1.2 }
      - { nodes: 20, factor: 1.5 }
points:
  asset: GPOINT
  cap: 6000
  emission: [{ from: 2024-04-13, per_day: 1440 }]
  pools: { validators: 1/3, providers: 1/3, queens: 1/3, idle: carry }
  health: { drill: { failed: 0.3, passed: 0.1 }, check: { failed: 0.1, passed: 0.1, in_a_row: 3 }, ratings: [{ at_least: 1, loses: 0.1 }] }
  at_tge: { becomes: GPU, rate: 1, lock: none }
stakes: { unbonding: 2d }
token:
  asset: GPU
  tge: 2024-04-19T12:00:00Z
  allocation: { node_holders: 35%, reserve: 40%, foundation: 15%, funds: 10% }
  drop: { of: node_holders, share: 5%, by: nodes }
  emission: [{ of: node_holders, first: 15%, period: 2y, then: half }]
  lock: 2d
campaigns:
  - { name: early, from: 2024-04-14, until: 2024-04-18, wallets: everybody, rebate: 5%, asset: ETH, budget: 0.00000000000002 }
`

// Made are empty books of the program over a chain that sells nodes at 1,000 wei, with codes of the wallets 1 to 3.
func Made(t testing.TB) (*engine.Engine, *fakechain.Chain) {
	t.Helper()
	c := fakechain.New(3)
	p, err := program.Read("made.yaml", []byte(madeProgram))
	check(t, err)
	books, err := store.Connect(t.Context(), filepath.Join(t.TempDir(), "books.db"))
	check(t, err)
	t.Cleanup(func() { _ = books.Close() })
	e, err := engine.Open(t.Context(), p, books, c, Soon, slog.New(slog.DiscardHandler))
	check(t, err)
	e.Salts(rand.NewChaCha8([32]byte{})) // so that the books are the same every time
	return e, c
}

// Person is a wallet by a small number.
func Person(n byte) ledger.Wallet { return ledger.Wallet{19: n} }

// Day is a day of April or May 2024.
func Day(n int) time.Time { return time.Date(2024, 4, n, 0, 0, 0, 0, time.UTC) }

// Settle books everything and runs every job that is due.
func Settle(t testing.TB, e *engine.Engine) {
	t.Helper()
	check(t, e.Sync(context.Background(), nil))
	_, err := e.RunJobs(context.Background())
	check(t, err)
}

// Rewarded are books of nine days of a sale: points up to their cap, the generation, token epochs of which two are
// unlocked, three grants, a provider, a campaign, referrals in each stage but pending. Wallets 10 to 29 hold nodes.
func Rewarded(t testing.TB) (*engine.Engine, *fakechain.Chain) {
	t.Helper()
	e, c := Made(t)
	start := Day(14).Add(12 * time.Hour)
	for _, g := range []fold.GrantTerms{
		{Name: "seed", Wallet: Person(250).String(), Total: "1000.000000000000000001", Bucket: "funds", Start: start, AtStart: "100",
			Duration: "4d"},
		{Name: "late", Wallet: Person(250).String(), Total: "700", Bucket: "funds", Start: start, Cliff: "1mo", Duration: "6mo", Step: "monthly"},
		{Name: "own", Wallet: Person(10).String(), Total: "365", Bucket: "funds", Start: start, Cliff: "20d", Duration: "100d"},
	} {
		_, err := e.RecordGrant(t.Context(), engine.By{Name: "alice"}, "grant-"+g.Name, g)
		check(t, err)
	}
	_, err := e.RecordScores(t.Context(), engine.By{Name: "alice"}, "scores",
		[]fold.ScoreRow{{Wallet: Person(11).String(), What: "compute", Value: "5", At: Day(13).Add(time.Hour)}})
	check(t, err)
	for i := range byte(60) {
		c.Mine(c.Buy(10+i%20, i%4, int64(1+i%7)), c.Buy(10+i*3%20, (i+1)%4, int64(1+i%3)))
	}
	c.Mine(c.Withdraw(1, 500), c.Withdraw(2, 90))
	moves(t, e)
	c.Until(Day(22).Add(6 * time.Hour))
	Settle(t, e)
	for i, amount := range []string{"10", "5.5"} {
		_, err := e.RecordRelease(t.Context(), engine.By{Name: "alice"}, fmt.Sprintf("release-%d", i), "seed", amount,
			Day(20).Add(time.Duration(i)*time.Hour))
		check(t, err)
	}
	return e, c
}

// moves are points that were sold, one of them by mistake, and spent, a stake, and what is unstaked of it and unbonding over the TGE.
func moves(t testing.TB, e *engine.Engine) {
	t.Helper()
	alice, buyer, at := engine.By{Name: "alice"}, Person(12).String(), Day(15).Add(12*time.Hour)
	for _, sale := range []string{"sale", "slip"} {
		_, err := e.RecordPointsSold(t.Context(), alice, sale, fold.PointsSoldBody{Wallet: buyer, Points: "100", Received: "0.000000000000005",
			Asset: "ETH", Price: "0.00000000000000005", Source: "shop", At: at})
		check(t, err)
	}
	_, err := e.RecordPointsSpent(t.Context(), alice, "spent", fold.PointsSpentBody{Wallet: buyer, Points: "12.5", For: "compute", At: at})
	check(t, err)
	_, err = e.RecordStake(t.Context(), alice, "stake", fold.StakeBody{Wallet: buyer, Amount: "60", Asset: "GPOINT", At: at})
	check(t, err)
	_, err = e.RecordUnstake(t.Context(), alice, "unstake", fold.StakeBody{Wallet: buyer, Amount: "20", Asset: "GPOINT", At: at})
	check(t, err)
	_, err = e.ReverseMove(t.Context(), alice, "slip", "recorded twice")
	check(t, err)
}

// Book books drafts as they are, in the name of the program.
func Book(t testing.TB, e *engine.Engine, drafts ...ledger.Draft) {
	t.Helper()
	state, err := e.Reader().State(t.Context())
	check(t, err)
	for i := range drafts {
		drafts[i].Program, drafts[i].Rule = e.Program().Name, "1"
	}
	_, err = e.Reader().(engine.Writer).Commit(t.Context(), engine.Commit{Seen: state.Position, Drafts: drafts})
	check(t, err)
	check(t, e.Reload(t.Context()))
}

// Numbered is a holder by number; the wallets are spread, as addresses are.
func Numbered(n int) (w ledger.Wallet) {
	binary.BigEndian.PutUint64(w[:], uint64(n)*0x9e3779b97f4a7c15)
	binary.BigEndian.PutUint64(w[12:], uint64(n)+1)
	return w
}
