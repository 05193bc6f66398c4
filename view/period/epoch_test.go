package period_test

import (
	"io"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/view/period"
)

// Pages of one epoch each show what one long page shows, and each epoch computed again gives the file whose hash is booked.
func TestEpochsComputedAgainGiveTheirFiles(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Rewarded(t)
	epochs := period.NewEpochs(e)
	all, more, err := epochs.List(t.Context(), "", 0, 1000)
	if err != nil || more || len(all) < 10 {
		t.Fatalf("%d epochs, more %t: %v", len(all), more, err)
	}
	before := 0
	for i := range all {
		page, more, err := epochs.List(t.Context(), "", before, 1)
		if err != nil || len(page) != 1 || more != (i < len(all)-1) || page[0].Sequence != all[i].Sequence {
			t.Fatalf("page %d: %+v, more %t: %v", i, page, more, err)
		}
		before = page[0].Number
	}
	for i := range all {
		r, err := epochs.Compute(t.Context(), &all[i])
		if err != nil {
			t.Fatal(err)
		}
		hash, err := r.WriteFile(io.Discard)
		if err != nil || hash != all[i].File {
			t.Errorf("%s of %s: file %s, booked %s: %v", all[i].Job.Name, all[i].Job.Slot, hash, all[i].File, err)
		}
	}
}

func TestEpochRefusals(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Rewarded(t)
	epochs := period.NewEpochs(e)
	if c, err := epochs.Of(t.Context(), rewards.PointsJob, "2024-04-15"); err != nil || c.Job.Slot != "2024-04-15" || c.Issued.IsZero() {
		t.Errorf("%+v: %v", c, err)
	}
	for _, slot := range []string{"2023-01-01", "2024-04-30"} {
		if _, err := epochs.Of(t.Context(), rewards.PointsJob, slot); err == nil || problem.Of(err).Kind != problem.NotFound {
			t.Errorf("%s: %v", slot, err)
		}
	}
}

// Tokens of the 19th, whose lock is two days, unlock two days after its end and at no other instant.
func TestUnlockedAt(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Rewarded(t)
	epochs := period.NewEpochs(e)
	if slot, ok, err := epochs.UnlockedAt(t.Context(), samplebooks.Day(22)); err != nil || !ok || slot != "2024-04-19" {
		t.Errorf("%q, %t: %v", slot, ok, err)
	}
	if slot, ok, err := epochs.UnlockedAt(t.Context(), samplebooks.Day(22).Add(time.Second)); err != nil || ok {
		t.Errorf("a second later: %q, %t: %v", slot, ok, err)
	}
}

func TestQuarterRefusals(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Made(t) // no revenue
	for name, want := range map[string]problem.Kind{
		"2024-Q2": problem.NotFound, "2024-Q5": problem.Invalid, "2024-Q0": problem.Invalid, "24-Q1": problem.Invalid, "2024-q1": problem.Invalid,
		"": problem.Invalid,
	} {
		if _, err := period.OfQuarter(t.Context(), e, name); err == nil || problem.Of(err).Kind != want {
			t.Errorf("%q: %v", name, err)
		}
	}
}
