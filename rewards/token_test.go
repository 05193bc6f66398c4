package rewards_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/rewards"
)

func TestTheDropIsByNodesOrByScore(t *testing.T) {
	t.Parallel()
	byNodes := load(t, "gpunet")
	byScore := edited(t, "gpunet", `"drop":{"by":"nodes"`, `"drop":{"by":"score"`)
	in := rewards.DropInput{TGE: at(t, "2025-01-01T12:00:00Z"), Holders: nodes(5, 15, 0)} // scores 6 and 18
	for _, row := range []struct {
		name string
		want string
	}{{"nodes", "2500000"}, {"score", "2500000"}} {
		p := byNodes
		if row.name == "score" {
			p = byScore
		}
		r, err := rewards.CloseDrop(p, in)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := r.Amount(wallet(1)); err != nil || got != amount(t, gpu, row.want) {
			t.Errorf("by %s: %s (%v)", row.name, got, err)
		}
		if why, _ := r.Why(rewards.Drop, wallet(3)); why != rewards.NoNodes {
			t.Errorf("by %s: no nodes, and %s", row.name, why)
		}
	}
	in.Holders = nodes(1, 20) // by nodes 1 of 21, by score 1 of 31
	r, _ := rewards.CloseDrop(byNodes, in)
	s, _ := rewards.CloseDrop(byScore, in)
	a, _ := r.Amount(wallet(1))
	b, _ := s.Amount(wallet(1))
	if a.Digits() != "476190476190476190476190" || b.Digits() != "322580645161290322580645" {
		t.Errorf("one node gets %s by nodes and %s by score", a, b)
	}
	d := draft(t, r)
	const want = `register:gpu:bucket:node_holders -> register:gpu:pool:drop:carry 10000000 GPU
register:gpu:pool:drop:carry -> register:gpu:01:available 476190.47619047619047619 GPU
register:gpu:pool:drop:carry -> register:gpu:02:available 9523809.523809523809523809 GPU`
	if got := postings(d); got != want || d.Source.Key() != "job:tge-drop:2025-01-01T12:00:00Z" || !d.Effective.Equal(in.TGE) {
		t.Errorf("%s\n%s", d.Source.Key(), got)
	}
	books := newBook(t)
	books.allocate(byNodes)
	books.post(d)
}

func TestEmittedRewardsAreLockedAndUnlockToTheBaseUnit(t *testing.T) {
	t.Parallel()
	p, curve := generated(t, "gpunet", "2025-01-01T12:00:00Z")
	b := newBook(t)
	b.allocate(p)
	validators, err := ledger.PoolCarry(gpu, rewards.Validators)
	if err != nil {
		t.Fatal(err)
	}
	var epochs []ledger.Draft
	for day := range 3 {
		epoch := epochOf(epochOf("2025-01-01").Day.AddDate(0, 0, day).Format(time.DateOnly))
		r, err := rewards.CloseToken(p, rewards.TokenInput{Epoch: epoch, Curve: curve, Holders: nodes(1, 5, 49),
			Carry: map[string]money.Amount{rewards.Validators: b.net(validators, gpu)}})
		if err != nil {
			t.Fatal(err)
		}
		if !r.UnlocksAt.Equal(epoch.End().Add(90 * 24 * time.Hour)) {
			t.Errorf("the epoch %s unlocks at %s", r.Slot, r.UnlocksAt)
		}
		d := draft(t, r)
		b.post(d)
		epochs = append(epochs, d)
	}
	three := curve.At(epochOf("2025-01-04").Day)
	if got := b.issued(gpu); got != three {
		t.Errorf("%s were issued in three days, C says %s", got, three)
	}
	locked := ledger.HolderToken(wallet(3), gpu, ledger.Locked)
	var tranches []rewards.Tranche
	for i := range epochs {
		for _, posting := range epochs[i].Postings {
			if posting.To != locked {
				continue
			}
			tranche, ok := rewards.TrancheOf(p, epochs[i].Kind, epochs[i].Effective, posting.Amount)
			if at, locks, err := rewards.UnlocksAt(&epochs[i]); !ok || !locks || err != nil || !at.Equal(tranche.UnlocksAt) {
				t.Fatalf("the transaction unlocks at %s (%v), the tranche at %s", at, err, tranche.UnlocksAt)
			}
			tranches = append(tranches, tranche)
		}
	}
	for i := range epochs {
		when := tranches[i].UnlocksAt
		sums := map[bool]money.Amount{true: money.Zero(gpu), false: money.Zero(gpu)} // by whether it is still locked
		for _, tranche := range tranches {
			still := tranche.UnlocksAt.After(when.Add(-time.Second))
			var err error
			if sums[still], err = sums[still].Add(tranche.Amount); err != nil {
				t.Fatal(err)
			}
		}
		if b.net(locked, gpu) != sums[true] || b.net(ledger.HolderToken(wallet(3), gpu, ledger.Available), gpu) != sums[false] {
			t.Errorf("before %s: the tranches lock %s, the books %s", when, sums[true], b.net(locked, gpu))
		}
		u, err := rewards.Unlock(&epochs[i])
		if err != nil {
			t.Fatal(err)
		}
		if u.Source.Key() != "job:unlock:"+tranches[i].Slot || !u.Effective.Equal(when) || len(u.Postings) != 3 {
			t.Errorf("%s at %s with %d postings", u.Source.Key(), u.Effective, len(u.Postings))
		}
		b.post(u)
	}
	if !b.net(locked, gpu).IsZero() {
		t.Errorf("%s stay locked", b.net(locked, gpu))
	}
}

func TestTokenEpochsConserve(t *testing.T) {
	t.Parallel()
	p, curve := generated(t, "gpunet", "2025-01-01T12:00:00Z")
	rapid.Check(t, func(rt *rapid.T) {
		carry := money.Units(gpu, rapid.Uint64().Draw(rt, "carry"))
		day := epochOf("2024-12-31").Day.AddDate(0, 0, rapid.IntRange(0, 70_000).Draw(rt, "day"))
		r, err := rewards.CloseToken(p, rewards.TokenInput{Epoch: epochOf(day.Format(time.DateOnly)), Curve: curve,
			Holders: someHolders(rt), Carry: map[string]money.Amount{rewards.Validators: carry}})
		if err != nil {
			rt.Fatal(err)
		}
		checkEpoch(rt, r)
		if r.Budget.Issued.IsZero() && r.Pools[0].CarryOut != carry {
			rt.Fatalf("a day that emits nothing leaves %s of %s", r.Pools[0].CarryOut, carry)
		}
	})
}

func TestOnlyTheEligibleShareTheEmission(t *testing.T) {
	t.Parallel()
	p := edited(t, "gpunet", `"eligible":[{"from":"2024-06-01","validators":"all_holders"}]`,
		`"eligible":[{"from":"2024-06-01","validators":"all_holders"},{"from":"2025-01-01","validators":{"stake":"1000 GPU",`+
			`"health":"above 0"}}]`)
	_, curve := generated(t, "gpunet", "2025-01-01T00:00:00Z")
	holders := nodes(10, 10)
	holders[1].Stake = amount(t, gpu, "1000")
	r, err := rewards.CloseToken(p, rewards.TokenInput{Epoch: epochOf("2025-02-01"), Curve: curve, Holders: holders})
	if err != nil {
		t.Fatal(err)
	}
	if got, err := r.Amount(wallet(2)); err != nil || got != r.Budget.Issued {
		t.Errorf("the only eligible holder gets %s of %s (%v)", got, r.Budget.Issued, err)
	}
	if why, _ := r.Why(rewards.Validators, wallet(1)); why != rewards.StakeBelow {
		t.Errorf("the other one: %s", why)
	}
	if _, err := rewards.CloseToken(edited(t, "gpunet", `"GPU"`, `"GPX"`),
		rewards.TokenInput{Epoch: epochOf("2025-02-01"), Curve: curve}); err == nil {
		t.Error("a curve of another token was taken")
	}
}

func TestConversionOfPoints(t *testing.T) {
	t.Parallel()
	tge := at(t, "2025-01-01T12:00:00Z")
	held := []rewards.PointsHeld{{Wallet: wallet(2), Amount: amount(t, gpoint, "7.5")},
		{Wallet: wallet(1), Amount: amount(t, gpoint, "0.000000000000000001")}, {Wallet: wallet(3), Amount: money.Zero(gpoint)}}
	d, err := rewards.Convert(load(t, "gpunet"), tge, rewards.Block{Number: 5}, held)
	if err != nil {
		t.Fatal(err)
	}
	const want = `register:gpoint:01 -> register:gpoint:issuance 0.000000000000000001 GPOINT
register:gpu:bucket:foundation -> register:gpu:01:available 0.000000000000000001 GPU
register:gpoint:02 -> register:gpoint:issuance 7.5 GPOINT
register:gpu:bucket:foundation -> register:gpu:02:available 7.5 GPU`
	if got := postings(d); got != want || d.Source.Key() != "job:tge-conversion:2025-01-01T12:00:00Z" {
		t.Errorf("%s\n%s", d.Source.Key(), got)
	}
	if _, err := rewards.Unlock(&d); err == nil {
		t.Error("what is not locked was unlocked")
	}
	// Two points and a half become one token and a quarter of it, locked for a year; what is below a base unit is nothing.
	half := edited(t, "gpunet", `"lock":"none","of":"foundation","rate":"1"`, `"lock":"1y","of":"foundation","rate":"0.5"`)
	if d, err = rewards.Convert(half, tge, rewards.Block{}, held); err != nil {
		t.Fatal(err)
	}
	const locked = `register:gpoint:01 -> register:gpoint:issuance 0.000000000000000001 GPOINT
register:gpoint:02 -> register:gpoint:issuance 7.5 GPOINT
register:gpu:bucket:foundation -> register:gpu:02:locked 3.75 GPU`
	if got := postings(d); got != locked {
		t.Errorf("locked:\n%s", got)
	}
	u, err := rewards.Unlock(&d)
	if err != nil || postings(u) != "register:gpu:02:locked -> register:gpu:02:available 3.75 GPU" ||
		!u.Effective.Equal(at(t, "2026-01-01T12:00:00Z")) {
		t.Errorf("%s at %s (%v)", postings(u), u.Effective, err)
	}
	if _, err := rewards.Convert(half, tge, rewards.Block{}, append(held, held[0])); err == nil {
		t.Error("a wallet was converted twice")
	}
	if _, err := rewards.Convert(half, tge, rewards.Block{}, []rewards.PointsHeld{{Amount: amount(t, gpu, "1")}}); err == nil {
		t.Error("tokens were converted")
	}
}

func TestAllPointsBecomeTokens(t *testing.T) {
	t.Parallel()
	p := load(t, "gpunet")
	b := newBook(t)
	b.allocate(p)
	for day := range 4 {
		epoch := epochOf(epochOf("2024-06-01").Day.AddDate(0, 0, day).Format(time.DateOnly))
		b.post(draft(t, closePoints(t, p, rewards.PointsInput{Epoch: epoch, Holders: everybody(t), Issued: b.issued(gpoint),
			Carry: b.carries()})))
	}
	var held []rewards.PointsHeld
	for n := byte(1); n < 7; n++ {
		held = append(held, rewards.PointsHeld{Wallet: wallet(n), Amount: b.net(ledger.Holding(wallet(n), gpoint), gpoint)})
	}
	d, err := rewards.Convert(p, at(t, "2024-06-05T00:00:00Z"), rewards.Block{}, held)
	if err != nil {
		t.Fatal(err)
	}
	b.post(d)
	for _, h := range held {
		if got := b.net(ledger.HolderToken(h.Wallet, gpu, ledger.Available), gpu); got.Digits() != h.Amount.Digits() ||
			!b.net(ledger.Holding(h.Wallet, gpoint), gpoint).IsZero() {
			t.Errorf("%s became %s", h.Amount, got)
		}
	}
	// What is left of the points is in the carries.
	left := money.Zero(gpoint)
	for _, c := range b.carries() {
		left, _ = left.Add(c)
	}
	if left != b.issued(gpoint) {
		t.Errorf("%s are issued, %s carried", b.issued(gpoint), left)
	}
}

func TestDropsThatCannotBe(t *testing.T) {
	t.Parallel()
	p := load(t, "gpunet")
	tge := at(t, "2025-01-01T12:00:00Z")
	none := *p
	token := *p.Token
	token.Drop = nil
	none.Token = &token
	if _, err := rewards.CloseDrop(&none, rewards.DropInput{TGE: tge}); err == nil {
		t.Error("a program without a drop dropped something")
	}
	if _, err := rewards.CloseDrop(p, rewards.DropInput{TGE: tge.Add(time.Millisecond)}); err == nil {
		t.Error("a generation within a second was taken")
	}
	if _, err := rewards.CloseDrop(p, rewards.DropInput{TGE: tge, Holders: append(nodes(1), nodes(1)...)}); err == nil {
		t.Error("a wallet was taken twice")
	}
	r, err := rewards.CloseDrop(p, rewards.DropInput{TGE: tge})
	if err != nil {
		t.Fatal(err)
	}
	if got := postings(draft(t, r)); got != "register:gpu:bucket:node_holders -> register:gpu:pool:drop:carry 10000000 GPU" {
		t.Errorf("with no holders: %s", got)
	}
}
