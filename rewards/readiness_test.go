package rewards_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
)

func progress(t testing.TB) rewards.Progress {
	now := at(t, "2024-07-01T00:00:00Z")
	return rewards.Progress{
		At: now, Moment: program.Moment{Block: 20_200_000, Time: now},
		Tiers: []rewards.TierProgress{{Size: 1000, Sold: 1000}, {Size: 1000, Sold: 300}, {Size: 1000, Closed: true}, {Size: 1000}},
		Sold7: 70, Sold30: 600, Issued: amount(t, gpoint, "43200"), Issued7: amount(t, gpoint, "10080"), Issued30: amount(t, gpoint, "43200"),
	}
}

func TestReadiness(t *testing.T) {
	t.Parallel()
	r, err := rewards.Ready(load(t, "gpunet"), progress(t))
	if err != nil {
		t.Fatal(err)
	}
	if r.Tiers != 4 || r.TiersSold != 1 || r.TiersClosed != 1 || r.Nodes != 4000 || r.NodesSold != 1300 || r.NodesLeft != 1700 {
		t.Errorf("%+v", r)
	}
	if r.SoldPerDay7 != "10" || r.SoldPerDay30 != "20" || r.IssuedPerDay7.Decimal().String() != "1440" ||
		r.IssuedPerDay30.Decimal().String() != "1440" {
		t.Errorf("a day %s, %s nodes; %s, %s points", r.SoldPerDay7, r.SoldPerDay30, r.IssuedPerDay7, r.IssuedPerDay30)
	}
	if r.SellOut7.String() != "2024-12-18T00:00:00Z" || r.SellOut30.String() != "2024-09-24T00:00:00Z" { // 170 and 85 days
		t.Errorf("sold out %s, %s", r.SellOut7, r.SellOut30)
	}
	// 1,956,800 points at 1,440 a day: 1358 days and 21 h 20 min.
	if r.CapReached7 != r.CapReached30 || r.CapReached7.String() != "2028-03-20T21:20:00Z" || r.Left != amount(t, gpoint, "1956800") {
		t.Errorf("the cap is reached %s, %s left", r.CapReached7, r.Left)
	}
}

// tierDates are the dates of each tier by the rate of 7 days.
func tierDates(r *rewards.Readiness) (list []string) {
	for i := range r.ByTier {
		list = append(list, r.ByTier[i].SellOut7.String())
	}
	return list
}

// All tiers of a parallel ladder are open, so each goes at its own pace; what is closed to the public is said to be, and is not left.
func TestReadinessOfEachTier(t *testing.T) {
	t.Parallel()
	g := progress(t)
	g.Tiers[0].SoldOut = at(t, "2024-05-03T10:00:00Z")
	g.Tiers[1].Sold7, g.Tiers[1].Sold30 = 50, 300
	g.Tiers[3].Sold7, g.Tiers[3].Sold30 = 0, 100
	r, err := rewards.Ready(load(t, "gpunet"), g)
	if err != nil {
		t.Fatal(err)
	}
	if got := tierDates(&r); !slices.Equal(got, []string{"done", "2024-10-07T00:00:00Z", "never", "never"}) { // 700 at 50 in 7 days
		t.Errorf("by 7 days %v", got)
	}
	if got := r.ByTier[3].SellOut30.String(); got != "2025-04-27T00:00:00Z" { // 1000 at 100 in 30 days
		t.Errorf("by 30 days %s", got)
	}
	var left uint64
	for _, tier := range r.ByTier {
		left += tier.Left
	}
	if shut := r.ByTier[2]; left != r.NodesLeft || r.ByTier[0].SoldOut != g.Tiers[0].SoldOut || !shut.Closed || shut.Left != 0 ||
		shut.Size != 1000 {
		t.Errorf("%+v", r.ByTier)
	}
}

// 20 nodes in 7 days, and 11,188 left beside the 1,000 of a closed tier.
func TestAClosedTierDoesNotDelayTheSellOut(t *testing.T) {
	t.Parallel()
	g := rewards.Progress{
		At: at(t, "2027-01-05T00:00:00Z"), Sold7: 20, Sold30: 85,
		Tiers: []rewards.TierProgress{{Size: 14_000, Sold: 2_812}, {Size: 1_000, Closed: true}},
	}
	p := load(t, "gpunet")
	bare := *p
	bare.Points = nil
	r, err := rewards.Ready(&bare, g)
	if err != nil || r.NodesLeft != 11_188 || r.TiersClosed != 1 || r.SellOut7.String() != "2037-09-24T19:12:00Z" ||
		r.SoldPerDay7 != "2.857142857142857142" {
		t.Errorf("%d left, sold out %s at %s a day (%v)", r.NodesLeft, r.SellOut7, r.SoldPerDay7, err)
	}
}

func TestReadinessOfALadderInOrder(t *testing.T) {
	t.Parallel()
	p := edited(t, "gpunet", `"mode":"parallel"`, `"mode":"sequential"`)
	r, err := rewards.Ready(p, progress(t))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"done", "2024-09-09T00:00:00Z", "never", "2024-12-18T00:00:00Z"} { // 700 and 1700 at 10 a day
		if got := r.ByTier[i].SellOut7.String(); got != want {
			t.Errorf("tier %d sells out %s, want %s", i+1, got, want)
		}
	}
}

func TestProjectionsAtTheirEdges(t *testing.T) {
	t.Parallel()
	p := load(t, "gpunet")
	g := progress(t)
	g.Sold7, g.Issued7 = 0, money.Zero(gpoint)
	r, err := rewards.Ready(p, g)
	if err != nil || !r.SellOut7.Never || !r.CapReached7.Never || r.SellOut30.Never {
		t.Errorf("a rate of zero: %s, %s (%v)", r.SellOut7, r.CapReached7, err)
	}
	g.Tiers, g.Issued = []rewards.TierProgress{{Size: 5, Sold: 5}}, amount(t, gpoint, "2000000")
	if r, err = rewards.Ready(p, g); err != nil || !r.SellOut7.Done || !r.CapReached7.Done || !r.Left.IsZero() {
		t.Errorf("all is reached: %s, %s (%v)", r.SellOut7, r.CapReached7, err)
	}
	g = progress(t)
	g.Issued7, g.Issued30 = money.Units(gpoint, 1), money.Units(gpoint, 1)
	if r, err = rewards.Ready(p, g); err != nil || !r.CapReached7.Never {
		t.Errorf("one base unit a week reaches the cap %s (%v)", r.CapReached7, err)
	}
	bare := *p
	bare.Points = nil
	if r, err = rewards.Ready(&bare, g); err != nil || r.Capped {
		t.Errorf("without points: %+v (%v)", r, err)
	}
	uncapped, points := *p, *p.Points
	uncapped.Points, points.Cap = &points, nil
	if r, err = rewards.Ready(&uncapped, g); err != nil || r.Capped || !r.CapReached7.Never {
		t.Errorf("without a cap: %+v (%v)", r, err)
	}
	for name, spoil := range map[string]func(*rewards.Progress){
		"a tier sold twice":    func(g *rewards.Progress) { g.Tiers[3].Sold = 1001 },
		"windows":              func(g *rewards.Progress) { g.Sold30 = 69 },
		"windows of points":    func(g *rewards.Progress) { g.Issued7 = amount(t, gpoint, "43201") },
		"tokens for points":    func(g *rewards.Progress) { g.Issued = amount(t, gpu, "1") },
		"an instant in a zone": func(g *rewards.Progress) { g.At = g.At.In(time.FixedZone("x", 3600)) },
	} {
		g := progress(t)
		spoil(&g)
		if _, err := rewards.Ready(p, g); err == nil {
			t.Errorf("%s: taken", name)
		}
	}
}

// At the projected second the rate has brought at least what was left, and a second earlier not yet.
func TestProjectionIsTheFirstSecond(t *testing.T) {
	t.Parallel()
	p := load(t, "gpunet")
	rapid.Check(t, func(rt *rapid.T) {
		g := progress(t)
		size := rapid.Uint64Range(1, 15000).Draw(rt, "size")
		g.Tiers = []rewards.TierProgress{{Size: size, Sold: rapid.Uint64Range(0, size-1).Draw(rt, "sold")}}
		g.Sold7 = rapid.Uint64Range(1, 15000).Draw(rt, "rate")
		g.Sold30 = g.Sold7
		r, err := rewards.Ready(p, g)
		if err != nil {
			rt.Fatal(err)
		}
		seconds := uint64(r.SellOut7.At.Sub(g.At) / time.Second)
		if left := r.NodesLeft * 7 * 86400; seconds*g.Sold7 < left || (seconds-1)*g.Sold7 >= left {
			rt.Fatalf("%d nodes at %d a week take %d seconds", r.NodesLeft, g.Sold7, seconds)
		}
	})
}
