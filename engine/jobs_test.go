package engine_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/internal/fakechain"
	"github.com/nodeledger/nodeledger/internal/worlds"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
)

// rewarding is the program of the worlds with points that reach their cap, a generation at noon of a day in the middle,
// and locks that end within the world. A block of the worlds is two hours, and they begin on 13 April 2024.
func rewarding(t interface{ Fatal(...any) }) *program.Program { return rewardingBut(t) }

// rewardingBut is the same with parts of its text replaced.
func rewardingBut(t interface{ Fatal(...any) }, oldNew ...string) *program.Program {
	p, err := program.Read("world.yaml", []byte(strings.NewReplacer(oldNew...).Replace(`program: world
schema: 1
assets:
  ETH:    { decimals: 18, kind: native }
  GPOINT: { decimals: 18, kind: points }
  GPU:    { decimals: 18, kind: token, supply: 200000000 }
chain: { id: 31337, start_block: 0 }
sale: { contract: "`+fakechain.Contract+`", adapter: nodesale }
score:
  - brackets:
      - { nodes: 1, factor: 1 }
      - { nodes: 5, factor: 1.2 }
      - { nodes: 20, factor: 1.5 }
  - from: 2024-04-16
    brackets:
      - { nodes: 1, factor: 1 }
      - { nodes: 5, factor: 1.25 }
points:
  asset: GPOINT
  cap: 6000
  emission: [{ from: 2024-04-13, per_day: 1440 }]
  pools: { validators: 1/3, providers: 1/3, queens: 1/3 }
  health: { drill: { failed: 0.3, passed: 0.1 }, check: { failed: 0.1, passed: 0.1, in_a_row: 3 }, ratings: [{ at_least: 1, loses: 0.1 }] }
  at_tge: { becomes: GPU, rate: 1, lock: none }
token:
  asset: GPU
  tge: 2024-04-19T12:00:00Z
  allocation: { node_holders: 35%, reserve: 40%, foundation: 15%, funds: 10% }
  drop: { of: node_holders, share: 5%, by: nodes }
  emission: [{ of: node_holders, first: 15%, period: 2y, then: half }]
  lock: 2d
campaigns:
  - { name: early, from: 2024-04-14, until: 2024-04-18, wallets: everybody, rebate: 5%, asset: ETH, budget: 0.00000000000002 }
`)))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func startRewarding(t *testing.T, s engine.Store, w *world) *engine.Engine {
	t.Helper()
	e, err := engine.Open(context.Background(), rewarding(t), s, w, w, silent())
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// scores is a file of two providers, one of whom is no holder and one of whom fails its checks.
func scores() []fold.ScoreRow {
	at := func(day, hour int) time.Time { return time.Date(2024, 4, day, hour, 0, 0, 0, time.UTC) }
	provider := func(n byte) string { return ledger.Wallet{19: n}.String() }
	rows := []fold.ScoreRow{
		{Wallet: provider(11), What: "compute", Value: "5", At: at(13, 1)},
		{Wallet: provider(200), What: "compute", Value: "45", At: at(13, 1)},
		{Wallet: provider(12), What: "queen", Value: "1", At: at(14, 0)},
	}
	for hour := range 10 {
		rows = append(rows, fold.ScoreRow{Wallet: provider(200), What: "drill", Value: "0", At: at(15, hour)})
	}
	return rows
}

func record(t *testing.T, e *engine.Engine) {
	t.Helper()
	if _, err := e.RecordScores(context.Background(), engine.By{Name: "alice"}, "scores-2024-04", scores()); err != nil {
		t.Fatal(err)
	}
	buyer := ledger.Wallet{19: 12}.String()
	if _, err := e.RecordPointsSold(context.Background(), engine.By{Name: "alice"}, "sale", fold.PointsSoldBody{Wallet: buyer, Points: "1000",
		Received: "0.1", Asset: "ETH", Price: "0.0001", Source: "shop", At: on(4, 13)}); err != nil {
		t.Fatal(err)
	}
	if _, err := e.RecordStake(context.Background(), engine.By{Name: "alice"}, "stake", fold.StakeBody{Wallet: buyer, Amount: "1000",
		Asset: "GPOINT", At: on(4, 13)}); err != nil {
		t.Fatal(err)
	}
	for _, g := range investors() {
		if _, err := e.RecordGrant(context.Background(), engine.By{Name: "alice"}, "grant-"+g.Name, g); err != nil {
			t.Fatal(err)
		}
	}
}

// investors have one grant that vests within the world and one that does not.
func investors() []fold.GrantTerms {
	start := time.Date(2024, 4, 14, 12, 0, 0, 0, time.UTC)
	return []fold.GrantTerms{
		{Name: "seed", Wallet: ledger.Wallet{19: 250}.String(), Total: "1000.000000000000000001", Bucket: "funds", Start: start,
			AtStart: "100", Duration: "4d"},
		{Name: "late", Wallet: ledger.Wallet{19: 251}.String(), Total: "700", Bucket: "funds", Start: start, Cliff: "1d", Duration: "100d"},
	}
}

// held is what a holder of tokens has at one stage, in whole tokens.
func held(t *testing.T, s engine.Store, n byte, stage ledger.TokenStage) string {
	t.Helper()
	asset := rewarding(t).Token.Asset
	b, err := s.BalanceAt(context.Background(),
		ledger.Place{Account: ledger.HolderToken(ledger.Wallet{19: n}, asset, stage), Asset: asset}, time.Now().AddDate(100, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSuffix(b.String(), " GPU")
}

// TestEpochsCloseTheSameWhateverHappens closes epochs between reorganisations, crashes and restarts, and compares with
// books that saw the chain at its end only and ran every job at once.
func TestEpochsCloseTheSameWhateverHappens(t *testing.T) {
	kinds := map[ledger.Kind]int{}
	for seed := range worlds.Of(4, 8) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			ctx := context.Background()
			w := newWorld(seed)
			steps := rand.New(rand.NewPCG(seed, 3))
			books := open(t, "books.db")
			record(t, startRewarding(t, books, w))
			e := startRewarding(t, &flaky{books, steps}, w)
			try := func(err error) {
				t.Helper()
				if errors.Is(err, errCrash) {
					e = startRewarding(t, &flaky{books, steps}, w)
				} else if err != nil {
					t.Fatal(err)
				}
			}
			for range 90 {
				switch steps.IntN(8) {
				case 0, 1:
					w.grow(1 + steps.IntN(5))
				case 2:
					w.reorganise(1 + steps.IntN(6))
				case 3:
					w.Finalise(steps.IntN(12))
				case 4, 5:
					_, err := e.RunJobs(ctx)
					try(err)
				default:
					try(e.Sync(ctx, nil))
				}
			}
			for len(w.Blocks) < 12*10 {
				w.grow(5)
			}
			w.Finalise(0)
			finish := func(e *engine.Engine) {
				t.Helper()
				if err := e.Sync(ctx, nil); err != nil {
					t.Fatal(err)
				}
				if _, err := e.RunJobs(ctx); err != nil {
					t.Fatal(err)
				}
			}
			e = startRewarding(t, books, w)
			finish(e)
			if again, err := e.RunJobs(ctx); again != 0 || err != nil {
				t.Fatalf("%d jobs ran twice (%v)", again, err)
			}
			clean := open(t, "clean.db")
			straight := startRewarding(t, clean, w)
			record(t, straight)
			finish(straight)
			same(t, "balances", root(t, books), root(t, clean))
			verified(t, books)
			again := open(t, "again.db")
			head, err := engine.Rebuild(ctx, rewarding(t), books, again, nil)
			if err != nil {
				t.Fatal(err)
			}
			state, _ := books.State(ctx)
			same(t, "rebuilt head", head.String(), state.Ledger.String())
			for tx, err := range books.Transactions(ctx, 1) {
				if err != nil {
					t.Fatal(err)
				}
				kinds[tx.Kind]++
			}
			capped(t, books)
			if all, none := held(t, books, 250, ledger.Available), held(t, books, 250, ledger.Locked); all != "1000.000000000000000001" ||
				none != "0" {
				t.Errorf("a grant that vested whole has %s available and %s locked", all, none)
			}
		})
	}
	for _, k := range []ledger.Kind{rewards.PointsKind, rewards.TokenKind, rewards.UnlockKind, rewards.DropKind, rewards.ConversionKind,
		rewards.RebateKind, rewards.GrantKind, rewards.VestKind, fold.FactKind} {
		if kinds[k] == 0 {
			t.Errorf("no transaction of kind %s: %v", k, kinds)
		}
	}
	t.Logf("transactions: %v", kinds)
}

// capped checks that exactly the cap was issued, which six days of 1,440 would pass, and that after the conversion only
// pools carry points.
func capped(t *testing.T, s engine.Store) {
	t.Helper()
	points := rewarding(t).Points.Asset
	limit, err := money.Parse(points, "6000")
	if err != nil {
		t.Fatal(err)
	}
	for p, err := range s.Balances(context.Background(), "") {
		if err != nil {
			t.Fatal(err)
		}
		b := p.Balance
		switch {
		case p.Account == ledger.Issuance(points) && b.Out != limit:
			t.Errorf("%s were issued, the cap is %s", b.Out, limit)
		case p.Asset == points && p.Account.Role() == ledger.HoldingRole && b.In != b.Out:
			t.Errorf("%s has %s after the conversion", p.Account, b)
		}
	}
}

func TestAnEpochIsExplainedAsItWasClosed(t *testing.T) {
	ctx := context.Background()
	w := newWorld(4)
	for len(w.Blocks) < 12*9 {
		w.grow(5)
	}
	w.Finalise(0)
	s := open(t, "books.db")
	e := startRewarding(t, s, w)
	record(t, e)
	files := map[string]*bytes.Buffer{}
	e.Keep(func(name string) (io.WriteCloser, error) {
		files[name] = new(bytes.Buffer)
		return nopCloser{files[name]}, nil
	})
	if err := e.Sync(ctx, nil); err != nil {
		t.Fatal(err)
	}
	ran, err := e.RunJobs(ctx)
	if err != nil || ran < 10 {
		t.Fatalf("%d jobs ran (%v)", ran, err)
	}
	for _, c := range [][2]string{{rewards.PointsJob, "2024-04-16"}, {rewards.TokenJob, "2024-04-20"},
		{rewards.DropJob, "2024-04-19T12:00:00Z"}} {
		r, err := e.Epoch(ctx, c[0], c[1])
		if err != nil {
			t.Fatal(err)
		}
		var file bytes.Buffer
		hash, err := r.WriteFile(&file)
		if err != nil {
			t.Fatal(err)
		}
		kept := files[string(r.Kind)+"-"+strings.ReplaceAll(c[1], ":", "")+".json"]
		if kept == nil || !bytes.Equal(kept.Bytes(), file.Bytes()) || sha256.Sum256(kept.Bytes()) != hash {
			t.Fatalf("%s of %s: computed again it has another file", c[0], c[1])
		}
		tx, err := s.Keyed(ctx, ledger.JobSource(c[0], c[1]).Key())
		if err != nil || tx == nil || tx.Meta["file"] != hash.String() {
			t.Fatalf("%s of %s: the journal has another hash (%v)", c[0], c[1], err)
		}
		if lines, err := rewards.Explain(r, r.Holders[0].Wallet); err != nil || len(lines) == 0 {
			t.Fatalf("%s of %s is not explained: %v", c[0], c[1], err)
		}
	}
	if _, err := e.Epoch(ctx, rewards.PointsJob, "2031-01-01"); err == nil {
		t.Fatal("an epoch that is not closed was computed")
	}
}

type nopCloser struct{ io.Writer }

func (nopCloser) Close() error { return nil }

func TestFactsAreRecordedOnceAndWhole(t *testing.T) {
	ctx := context.Background()
	w := newWorld(2)
	w.grow(40)
	w.Finalise(0)
	s := open(t, "books.db")
	e := startRewarding(t, s, w)
	record(t, e)
	if again, err := e.RecordScores(ctx, engine.By{Name: "alice"}, "scores-2024-04", scores()); err != nil || !again.AlreadyRecorded {
		t.Fatalf("the same again: %v %v", again, err)
	}
	other := scores()
	other[0].Value = "6"
	if _, err := e.RecordScores(ctx, engine.By{Name: "alice"}, "scores-2024-04", other); !errors.Is(err, engine.ErrRecorded) {
		t.Fatalf("other content under the same reference: %v", err)
	}
	other[0].Value, other[2].Wallet, other[5].What, other[6].Value = "6.5.5", "0x12", "mood", "2"
	before, _ := s.State(ctx)
	_, err := e.RecordScores(ctx, engine.By{Name: "alice"}, "scores-2", other)
	if err == nil || len(problem.Of(err).Rows) != 4 || !strings.Contains(reasons(err), "row 3") || !strings.Contains(reasons(err), "row 7") {
		t.Fatalf("four bad rows: %v", err)
	}
	after, _ := s.State(ctx)
	same(t, "head", after.Ledger.String(), before.Ledger.String())
	if err := e.Sync(ctx, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := e.RunJobs(ctx); err != nil {
		t.Fatal(err)
	}
	if _, err := e.RecordScores(ctx, engine.By{Name: "alice"}, "scores-3", scores()); err == nil ||
		!strings.Contains(reasons(err), "epochs are closed") {
		t.Fatalf("rows of closed epochs: %v", err)
	}
	_, err = e.RecordTGE(ctx, engine.By{Name: "alice"}, "tge", time.Now(), time.Time{})
	if err == nil || !strings.Contains(err.Error(), "program file") {
		t.Fatalf("a generation that the program file has: %v", err)
	}
	verified(t, s)
}

// TestWhatIsLockedIsTheSumOfItsTranches compares the balance of each holder with the tranches of a statement.
func TestWhatIsLockedIsTheSumOfItsTranches(t *testing.T) {
	ctx := context.Background()
	w := newWorld(9)
	for len(w.Blocks) < 12*11 {
		w.grow(5)
	}
	w.Finalise(0)
	s := open(t, "books.db")
	e := startRewarding(t, s, w)
	if err := e.Sync(ctx, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := e.RunJobs(ctx); err != nil {
		t.Fatal(err)
	}
	tranches := 0
	for n := byte(10); n < 30; n++ {
		got, err := e.TokensOf(ctx, ledger.Wallet{19: n})
		if err != nil {
			t.Fatal(err)
		}
		sum, last := got.Locked, time.Time{}
		for _, tranche := range got.Tranches {
			if sum, err = sum.Sub(tranche.Amount); err != nil {
				t.Fatal(err)
			}
			if !tranche.UnlocksAt.After(last) {
				t.Errorf("wallet %d: the tranche of %s is not in order", n, tranche.Slot)
			}
			last = tranche.UnlocksAt
			tranches++
		}
		if !sum.IsZero() || got.Available.IsZero() != got.Locked.IsZero() {
			t.Errorf("wallet %d: %s locked, %d tranches, %s beyond them, %s available", n, got.Locked, len(got.Tranches), sum, got.Available)
		}
	}
	if tranches < 20 {
		t.Errorf("only %d tranches", tranches)
	}
	if r, err := e.Readiness(ctx); err != nil || r.NodesSold == 0 || r.Issued.IsZero() || !r.Capped {
		t.Errorf("readiness %+v (%v)", r, err)
	}
}

// TestLockedPointsAreUnlocked has the program lock what points become: it is a tranche until then, and available afterwards.
func TestLockedPointsAreUnlocked(t *testing.T) {
	ctx := context.Background()
	p := rewardingBut(t, "rate: 1, lock: none", "rate: 1, lock: 3d")
	w := newWorld(9)
	for len(w.Blocks) < 12*8 { // past the generation, not yet three days
		w.grow(5)
	}
	w.Finalise(0)
	s := open(t, "books.db")
	e, err := engine.Open(ctx, p, s, w, w, silent())
	if err != nil {
		t.Fatal(err)
	}
	run := func() (locked, available money.Amount, tranches int) {
		t.Helper()
		if err := e.Sync(ctx, nil); err != nil {
			t.Fatal(err)
		}
		if _, err := e.RunJobs(ctx); err != nil {
			t.Fatal(err)
		}
		locked, available = money.Zero(p.Token.Asset), money.Zero(p.Token.Asset)
		for n := byte(10); n < 30; n++ {
			got, err := e.TokensOf(ctx, ledger.Wallet{19: n})
			if err != nil {
				t.Fatal(err)
			}
			for _, tranche := range got.Tranches {
				if tranche.Slot == "2024-04-19T12:00:00Z" {
					tranches++
					locked, _ = locked.Add(tranche.Amount)
				}
			}
			available, _ = available.Add(got.Available)
		}
		return locked, available, tranches
	}
	locked, before, tranches := run()
	if tranches == 0 || locked.IsZero() {
		t.Fatalf("%d tranches of %s are locked after the generation", tranches, locked)
	}
	for len(w.Blocks) < 12*12 {
		w.Mine()
	}
	w.Finalise(0)
	left, after, tranches := run()
	if gained, err := after.Sub(before); tranches != 0 || !left.IsZero() || err != nil || gained.Cmp(locked) < 0 {
		t.Errorf("%d tranches of %s are left, and %s became available of %s", tranches, left, after, locked)
	}
	tx, err := s.Keyed(ctx, ledger.JobSource(rewards.UnlockJob, "2024-04-19T12:00:00Z").Key())
	if err != nil || tx == nil || !tx.Effective.Equal(time.Date(2024, 4, 22, 12, 0, 0, 0, time.UTC)) {
		t.Errorf("the unlocking is %+v (%v)", tx, err)
	}
	again := open(t, "again.db")
	head, err := engine.Rebuild(ctx, p, s, again, nil)
	if err != nil {
		t.Fatal(err)
	}
	state, _ := s.State(ctx)
	same(t, "rebuilt head", head.String(), state.Ledger.String())
}

func TestAGrantIsVestedRevokedAndReleased(t *testing.T) {
	ctx := context.Background()
	w := newWorld(6)
	for len(w.Blocks) < 12*8 {
		w.grow(5)
	}
	w.Finalise(0)
	s := open(t, "books.db")
	e := startRewarding(t, s, w)
	record(t, e)
	grant := investors()[0]
	if again, err := e.RecordGrant(ctx, engine.By{Name: "alice"}, "grant-seed", grant); !again.AlreadyRecorded || err != nil {
		t.Fatalf("the same again: %v %v", again, err)
	}
	if _, err := e.RecordGrant(ctx, engine.By{Name: "bob"}, "another", grant); err == nil || !strings.Contains(err.Error(), "another name") {
		t.Fatalf("a second grant of one name: %v", err)
	}
	if err := e.Sync(ctx, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := e.RunJobs(ctx); err != nil {
		t.Fatal(err)
	}
	// 700 over 100 days after a day's cliff: 7 a day from 15 April noon to 21 April midnight is 5.5 days.
	same(t, "available", held(t, s, 251, ledger.Available), "38.5")
	same(t, "locked", held(t, s, 251, ledger.Locked), "661.5")
	early, revoked := time.Date(2024, 4, 18, 0, 0, 0, 0, time.UTC), time.Date(2024, 4, 22, 0, 0, 0, 0, time.UTC)
	if _, err := e.RecordRevocation(ctx, engine.By{Name: "alice"}, "revoke-late", "late", early); err == nil {
		t.Fatal("what had vested was taken back")
	}
	if _, err := e.RecordRevocation(ctx, engine.By{Name: "alice"}, "revoke-late", "late", revoked); err != nil {
		t.Fatal(err)
	}
	same(t, "locked after the revocation", held(t, s, 251, ledger.Locked), "7")
	if _, err := e.RecordRelease(ctx, engine.By{Name: "alice"}, "release-1", "late", "30", revoked); err != nil {
		t.Fatal(err)
	}
	if _, err := e.RecordRelease(ctx, engine.By{Name: "alice"}, "release-2", "late", "30", revoked); !errors.Is(err, ledger.ErrTurned) {
		t.Fatalf("more was released than is available: %v", err)
	}
	for len(w.Blocks) < 12*11 {
		w.grow(5)
	}
	w.Finalise(0)
	if err := e.Sync(ctx, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := e.RunJobs(ctx); err != nil {
		t.Fatal(err)
	}
	same(t, "locked at the end", held(t, s, 251, ledger.Locked), "0")
	same(t, "available at the end", held(t, s, 251, ledger.Available), "15.5")
	same(t, "released", held(t, s, 251, ledger.Released), "30")
	verified(t, s)
	again := open(t, "again.db")
	head, err := engine.Rebuild(ctx, rewarding(t), s, again, nil)
	if err != nil {
		t.Fatal(err)
	}
	state, _ := s.State(ctx)
	same(t, "rebuilt head", head.String(), state.Ledger.String())
}
