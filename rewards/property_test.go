package rewards_test

import (
	"io"
	"math/big"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
)

// someHolders are up to 12 wallets with nodes, compute scores, health and stakes of every kind.
func someHolders(t *rapid.T) []rewards.Holder {
	var list []rewards.Holder
	for i := range rapid.IntRange(0, 12).Draw(t, "holders") {
		h := rewards.Holder{Wallet: wallet(byte(i + 1)), Nodes: rapid.Uint64Range(0, 130).Draw(t, "nodes"), Queen: rapid.Bool().Draw(t, "queen")}
		h.Compute, _ = money.NewRatio(rapid.Uint64Range(0, 5000).Draw(t, "compute"),
			rapid.SampledFrom([]uint64{1, 3, 7, 100, 1000000}).Draw(t, "of"))
		if rapid.Bool().Draw(t, "measured") {
			value, _ := money.NewRatio(rapid.Uint64Range(0, 10).Draw(t, "health"), 10)
			h.Health, _ = rewards.NewHealth(value, 0)
		}
		if rapid.Bool().Draw(t, "stakes") {
			h.Stake = money.Units(gpoint, rapid.Uint64().Draw(t, "stake"))
		}
		list = append(list, h)
	}
	return list
}

// Many days, each closed on what the books hold after the last, with caps, splits and emissions that change on the way.
func TestEveryEpochConservesAndNoCapIsPassed(t *testing.T) {
	t.Parallel()
	base := load(t, "gpunet")
	rapid.Check(t, func(rt *rapid.T) {
		p := *base
		points := *base.Points
		p.Points = &points
		points.Cap, points.Emission, points.Pools = nil, nil, nil
		for i := range rapid.IntRange(1, 4).Draw(rt, "settings") {
			from := program.From{Time: epochOf("2024-06-01").Day.AddDate(0, 0, 4*i)}
			points.Cap = append(points.Cap, program.Entry[money.Amount]{From: from,
				Value: money.Units(gpoint, rapid.Uint64Range(0, 4000).Draw(rt, "cap"))})
			points.Emission = append(points.Emission,
				program.Entry[money.Amount]{From: from, Value: money.Units(gpoint, rapid.Uint64Range(0, 700).Draw(rt, "emission"))})
			cut := rapid.Uint64Range(0, 6).Draw(rt, "validators")
			rest := rapid.Uint64Range(0, 6-cut).Draw(rt, "providers")
			var parts [3]money.Ratio
			for i, n := range []uint64{cut, rest, 6 - cut - rest} {
				parts[i], _ = money.NewRatio(n, 6)
			}
			points.Pools = append(points.Pools, program.Entry[program.Pools]{From: from,
				Value: program.Pools{Validators: parts[0], Providers: parts[1], Queens: parts[2],
					Idle: rapid.SampledFrom([]program.Idle{program.IdleSkip, program.IdleCarry}).Draw(rt, "idle")}})
		}
		b := newBook(t)
		for day := range rapid.IntRange(1, 16).Draw(rt, "days") {
			epoch := epochOf(epochOf("2024-06-01").Day.AddDate(0, 0, day).Format(time.DateOnly))
			before, carries := b.issued(gpoint), b.carries()
			r, err := rewards.ClosePoints(&p, rewards.PointsInput{Epoch: epoch, Holders: someHolders(rt), Issued: before, Carry: carries})
			if err != nil {
				rt.Fatal(err)
			}
			checkEpoch(rt, r)
			checkIdle(rt, &p, r)
			b.post(draft(t, r))
			limit, _ := points.Cap.At(epoch.Moment())
			if after := b.issued(gpoint); after.Cmp(limit) > 0 && after != before {
				rt.Fatalf("%s were issued, the cap is %s", after.Digits(), limit.Digits())
			}
			for name, carry := range b.carries() {
				want := r.Budget.CarryOut
				if pool, ok := r.Pool(name); ok {
					want = pool.CarryOut
				}
				if carry != want {
					rt.Fatalf("the books carry %s in %s, the epoch says %s", carry.Digits(), name, want.Digits())
				}
			}
		}
	})
}

// checkIdle checks that a part that nobody is there for is not issued, and nothing else is left out; or that it waits, where it is to.
func checkIdle(t *rapid.T, p *program.Program, r *rewards.Result) {
	parts, _ := p.Points.Pools.At(r.Moment)
	idle := new(big.Int)
	for i := range r.Pools {
		pool := &r.Pools[i]
		nobody := pool.TotalScore() == "0"
		idle.Add(idle, pool.Idle.Big())
		if !pool.Idle.IsZero() && (!nobody || parts.Idle == program.IdleCarry || !pool.Amount.IsZero()) {
			t.Fatalf("pool %s: %s of it are not issued, total score %s, %s", pool.Name, pool.Idle.Digits(), pool.TotalScore(), parts.Idle)
		}
		if nobody && parts.Idle == program.IdleSkip && !pool.Amount.IsZero() {
			t.Fatalf("pool %s gets %s, and nobody is there", pool.Name, pool.Amount.Digits())
		}
	}
	if idle.Cmp(r.Budget.Idle.Big()) != 0 || r.Budget.ZeroReason != 0 && idle.Sign() != 0 {
		t.Fatalf("%s are not issued in the pools, and %s in all", idle, r.Budget.Idle.Digits())
	}
}

// checkEpoch checks conservation, the formula of every share, and that equal scores get equal amounts.
func checkEpoch(t *rapid.T, r *rewards.Result) {
	big := func(a money.Amount) *big.Int { return a.Big() }
	split := big(r.Budget.CarryIn)
	split.Add(split, big(r.Budget.Issued)).Sub(split, big(r.Budget.CarryOut))
	for i := range r.Pools {
		p := &r.Pools[i]
		split.Sub(split, big(p.Amount))
		all := big(p.CarryIn)
		all.Add(all, big(p.Amount))
		out := big(p.Paid)
		if out.Add(out, big(p.CarryOut)).Cmp(all) != 0 {
			t.Fatalf("pool %s: %s + %s in, %s + %s out", p.Name, p.CarryIn.Digits(), p.Amount.Digits(), p.Paid.Digits(), p.CarryOut.Digits())
		}
		total, paid, byScore := big(money.Zero(r.Asset)), big(money.Zero(r.Asset)), map[string]money.Amount{}
		for k := range r.Holders {
			weight := p.Weight(k)
			total.Add(total, weight.ToBig())
		}
		for k := range r.Holders {
			share, weight := p.Share(k), p.Weight(k)
			paid.Add(paid, big(share))
			want := big(money.Zero(r.Asset))
			if total.Sign() != 0 && r.Budget.ZeroReason == 0 {
				want.Mul(all, weight.ToBig()).Quo(want, total)
			}
			if big(share).Cmp(want) != 0 {
				t.Fatalf("pool %s: %s for weight %s of %s of %s, want %s", p.Name, share.Digits(), weight.Dec(), total, all, want)
			}
			if other, ok := byScore[p.Score(k)]; ok && other != share {
				t.Fatalf("pool %s: the score %s gets %s and %s", p.Name, p.Score(k), other.Digits(), share.Digits())
			}
			byScore[p.Score(k)] = share
			if share.IsZero() != (p.Reason(k) != 0) {
				t.Fatalf("pool %s: %s with reason %q", p.Name, share.Digits(), p.Reason(k))
			}
		}
		if paid.Cmp(big(p.Paid)) != 0 {
			t.Fatalf("pool %s: the shares sum to %s, %s are paid", p.Name, paid, p.Paid.Digits())
		}
	}
	if split.Sign() != 0 {
		t.Fatalf("the split between pools is off by %s base units", split)
	}
}

// One holder becomes two, in any way: nobody else gets less, up to the one base unit that floors move.
func TestSplittingAHolderNeverPays(t *testing.T) {
	t.Parallel()
	p := load(t, "gpunet")
	rapid.Check(t, func(t *rapid.T) {
		others := rapid.SliceOfN(rapid.Uint64Range(1, 120), 1, 5).Draw(t, "others")
		n := rapid.Uint64Range(2, 200).Draw(t, "nodes")
		part := rapid.Uint64Range(1, n-1).Draw(t, "part")
		pay := func(own ...uint64) *big.Int {
			holders := nodes(append(own, others...)...)
			r, err := rewards.ClosePoints(p, rewards.PointsInput{Epoch: epochOf("2024-06-01"), Holders: holders})
			if err != nil {
				t.Fatal(err)
			}
			sum := new(big.Int)
			for i := range own {
				pool, _ := r.Pool(rewards.Validators)
				sum.Add(sum, pool.Share(i).Big())
			}
			return sum
		}
		if whole, apart := pay(n), pay(part, n-part); apart.Cmp(whole) > 0 {
			t.Fatalf("%d nodes get %s, %d and %d get %s", n, whole, part, n-part, apart)
		}
	})
}

func TestOrderOfHoldersDoesNotMatter(t *testing.T) {
	t.Parallel()
	p := load(t, "gpunet-docs")
	rapid.Check(t, func(t *rapid.T) {
		holders := someHolders(t)
		books := func(list []rewards.Holder) string {
			r, err := rewards.ClosePoints(p, rewards.PointsInput{Epoch: epochOf("2025-06-01"), Holders: list})
			if err != nil {
				t.Fatal(err)
			}
			file, err := r.WriteFile(io.Discard)
			if err != nil {
				t.Fatal(err)
			}
			d, err := r.Draft(file)
			if err != nil {
				t.Fatal(err)
			}
			return d.Meta["file"] + "\n" + postings(d)
		}
		a, b := books(holders), books(rapid.Permutation(holders).Draw(t, "order"))
		if a != b {
			t.Fatal("the same holders in another order make another epoch")
		}
	})
}
