package engine_test

import (
	"context"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/internal/worlds"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
)

// TestWhatHoldersHaveIsWhatTheyGot lets holders buy, spend, stake, unstake and release in any order and at any instant, through the TGE.
// At every instant no stage of a holder and no bucket is below zero, a holder's stages sum to what came from outside of them less what
// went out, every point and token that was issued is somewhere, and the allocation is what was taken out of it and what is left.
func TestWhatHoldersHaveIsWhatTheyGot(t *testing.T) {
	saw := map[ledger.Kind]int{}
	few, all := worlds.Of(6, 16), uint64(16)
	for seed := range int(few) {
		lives := func(t *testing.T, s engine.Store) {
			p := staking(t, s, rapid.SliceOfN(rapid.Custom(drawMove), 120, 120).Example(seed))
			lawHolds(t, s, p, saw)
		}
		if seed < 2 {
			onBoth(t, lives)
			continue
		}
		t.Run(fmt.Sprint(seed), func(t *testing.T) { lives(t, open(t, "books.db")) })
	}
	t.Log(saw)
	for _, kind := range []ledger.Kind{rewards.PointsSoldKind, rewards.PointsSpentKind, rewards.StakeKind, rewards.UnstakeKind,
		rewards.UnbondKind, rewards.ConversionKind, rewards.ReleaseKind, ledger.ReversalKind} {
		if saw[kind] < worlds.Least(10, few, all) {
			t.Errorf("only %d transactions of kind %s show anything", saw[kind], kind)
		}
	}
}

// move is one thing that somebody records, or a number of hours that go by.
type move struct {
	what   string
	who    byte
	amount string
	asset  string
	back   time.Duration // before now
	hours  int
}

func drawMove(t *rapid.T) move {
	return move{
		what: rapid.SampledFrom([]string{"sold", "spent", "stake", "stake", "unstake", "unstake", "release", "reverse", "wait"}).
			Draw(t, "what"),
		who:    rapid.Byte().Draw(t, "who")%3 + 50,
		amount: rapid.SampledFrom([]string{"1", "7.5", "20", "100.000000000000000001", "600"}).Draw(t, "amount"),
		asset:  rapid.SampledFrom([]string{"GPOINT", "GPU"}).Draw(t, "asset"),
		back:   time.Duration(rapid.IntRange(0, 9).Draw(t, "back")) * time.Hour,
		hours:  rapid.IntRange(2, 12).Draw(t, "hours"),
	}
}

// staking lets moves happen, and every slot that comes due. What is refused changes nothing.
func staking(t *testing.T, s engine.Store, acts []move) *program.Program {
	t.Helper()
	ctx := context.Background()
	w := newWorld(1)
	w.Mine(w.Buy(50, 0, 4), w.Buy(51, 0, 1))
	p := rewardingBut(t, selling("rate: 1, lock: none", "rate: 0.7, lock: none", "cap: 6000", "cap: 9000",
		"2024-04-19T12:00:00Z", "2024-04-18T12:00:00Z")...)
	e, err := engine.Open(ctx, p, s, w, w, silent())
	fatal(t, err)
	w.upTo(t, e, on(4, 14).Add(6*time.Hour))
	staff(t, e)
	for n := range byte(3) {
		done(t)(e.RecordGrant(ctx, ann, fmt.Sprintf("grant-%d", n), fold.GrantTerms{Name: fmt.Sprintf("g%d", n),
			Wallet: ledger.Wallet{19: 50 + n}.String(), Total: "900", Bucket: "funds", Start: on(4, 15), Duration: "7d"}))
	}
	var moved []string
	for i, a := range acts {
		of, at, reference := ledger.Wallet{19: a.who}.String(), w.Now().Add(-a.back).Truncate(time.Second), fmt.Sprintf("m-%d", i)
		switch a.what {
		case "sold":
			_, err = e.RecordPointsSold(ctx, ann, reference, fold.PointsSoldBody{Wallet: of, Points: a.amount, Received: whole(a.amount), Price: "1",
				Source: "fiat", At: at})
		case "spent":
			_, err = e.RecordPointsSpent(ctx, ann, reference, fold.PointsSpentBody{Wallet: of, Points: a.amount, For: "compute", At: at})
		case "stake":
			_, err = e.RecordStake(ctx, ann, reference, fold.StakeBody{Wallet: of, Amount: a.amount, Asset: a.asset, At: at})
		case "unstake":
			_, err = e.RecordUnstake(ctx, ann, reference, fold.StakeBody{Wallet: of, Amount: a.amount, Asset: a.asset, At: at})
		case "release":
			_, err = e.RecordRelease(ctx, ann, reference, fmt.Sprintf("g%d", a.who-50), a.amount, at)
		case "reverse":
			if len(moved) > 0 {
				_, err = e.ReverseMove(ctx, ann, moved[len(moved)-1], "a slip")
			}
		default:
			w.upTo(t, e, w.Now().Add(time.Duration(a.hours)*time.Hour))
			_, err = e.RunJobs(ctx)
			fatal(t, err)
		}
		if err == nil && (a.what == "sold" || a.what == "spent" || a.what == "stake") {
			moved = append(moved, reference)
		}
		if kind := problem.KindOf(err); err != nil && kind != problem.Conflict && kind != problem.Invalid {
			t.Fatalf("%+v: %v", a, err)
		}
	}
	w.upTo(t, e, on(4, 23))
	_, err = e.RunJobs(ctx)
	fatal(t, err)
	livedOn(t, e, p, s)
	rebuiltBy(t, s, p)
	return p
}

// whole is an amount up to the digits that a dollar has.
func whole(amount string) string { return strings.TrimSuffix(amount, ".000000000000000001") }

// lawHolds goes through everything in the order in which it is in effect.
func lawHolds(t *testing.T, s engine.Store, p *program.Program, saw map[ledger.Kind]int) {
	t.Helper()
	var all []*ledger.Transaction
	for tx, err := range s.Transactions(t.Context(), 1) {
		fatal(t, err)
		all = append(all, tx)
		saw[tx.Kind]++
	}
	slices.SortStableFunc(all, func(a, b *ledger.Transaction) int { return a.Effective.Compare(b.Effective) })
	type owned struct {
		of    ledger.Wallet
		asset money.Asset
	}
	balances, got := map[ledger.Place]*big.Int{}, map[owned]*big.Int{}
	for i, tx := range all {
		for _, posting := range tx.Postings {
			if posting.From.Class() != ledger.Register {
				continue
			}
			for account, sign := range map[ledger.Account]int64{posting.From: -1, posting.To: 1} {
				change := new(big.Int).Mul(posting.Amount.Big(), big.NewInt(sign))
				at := ledger.Place{Account: account, Asset: posting.Amount.Asset()}
				if balances[at] == nil {
					balances[at] = new(big.Int)
				}
				balances[at].Add(balances[at], change)
				from, isFrom := posting.From.Owner()
				to, isTo := posting.To.Owner()
				if w, has := account.Owner(); has && !(isFrom && isTo && from == to) {
					if got[owned{w, at.Asset}] == nil {
						got[owned{w, at.Asset}] = new(big.Int)
					}
					got[owned{w, at.Asset}].Add(got[owned{w, at.Asset}], change)
				}
			}
		}
		if i+1 < len(all) && all[i+1].Effective.Equal(tx.Effective) {
			continue // an instant is over when everything of it has happened
		}
		stages, issued := map[owned]*big.Int{}, map[money.Asset]*big.Int{}
		for at, b := range balances {
			if b.Sign() < 0 && at.Account.Role() != ledger.IssuanceRole && at.Account.Role() != ledger.MarketRole {
				t.Fatalf("at %s %s has %s", tx.Effective, at.Account, b)
			}
			if w, has := at.Account.Owner(); has {
				key := owned{w, at.Asset}
				if stages[key] == nil {
					stages[key] = new(big.Int)
				}
				stages[key].Add(stages[key], b)
			}
			if issued[at.Asset] == nil {
				issued[at.Asset] = new(big.Int)
			}
			issued[at.Asset].Add(issued[at.Asset], b)
		}
		for key, sum := range stages {
			if sum.Cmp(got[key]) != 0 {
				t.Fatalf("at %s %s has %s of %s, and got %s", tx.Effective, key.of, sum, key.asset, got[key])
			}
		}
		for asset, sum := range issued {
			if sum.Sign() != 0 {
				t.Fatalf("at %s %s of %s are nowhere", tx.Effective, sum, asset)
			}
		}
	}
	supply := new(big.Int).Neg(balances[ledger.Place{Account: ledger.Issuance(p.Token.Asset), Asset: p.Token.Asset}])
	if supply.Cmp(p.Token.Supply.Big()) != 0 {
		t.Errorf("%s were allocated of %s", supply, p.Token.Supply)
	}
}
