package rewards_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
)

func healthRule(t testing.TB) program.Health {
	rule, ok := load(t, "gpunet").Points.Health.At(june)
	if !ok {
		t.Fatal("the preset has no rule of health")
	}
	return rule
}

func TestHealthMovesAsTheRulesSay(t *testing.T) {
	t.Parallel()
	rule := healthRule(t)
	passed, failed := rewards.CheckPassed(), rewards.CheckFailed()
	for _, row := range []struct {
		name   string
		start  string
		events []rewards.HealthEvent
		want   string
	}{
		{"starts at 1", "", nil, "1"},
		{"failed drill", "", []rewards.HealthEvent{rewards.DrillFailed()}, "0.7"},
		{"passed drill", "0.5", []rewards.HealthEvent{rewards.DrillPassed()}, "0.6"},
		{"not above 1", "0.95", []rewards.HealthEvent{rewards.DrillPassed()}, "1"},
		{"not below 0", "0.2", []rewards.HealthEvent{rewards.DrillFailed()}, "0"},
		{"failed check", "", []rewards.HealthEvent{failed}, "0.9"},
		{"two passed are not enough", "0.5", []rewards.HealthEvent{passed, passed}, "0.5"},
		{"three in a row", "0.5", []rewards.HealthEvent{passed, passed, passed}, "0.6"},
		{"five in a row gain once", "0.5", []rewards.HealthEvent{passed, passed, passed, passed, passed}, "0.6"},
		{"six in a row gain twice", "0.5", []rewards.HealthEvent{passed, passed, passed, passed, passed, passed}, "0.7"},
		{"a failure ends the row", "0.5", []rewards.HealthEvent{passed, passed, failed, passed, passed}, "0.4"},
		{"a drill does not", "0.5", []rewards.HealthEvent{passed, passed, rewards.DrillFailed(), passed}, "0.3"},
		{"rating 10", "0.5", []rewards.HealthEvent{rewards.Rated(10)}, "0.6"},
		{"rating 9", "0.5", []rewards.HealthEvent{rewards.Rated(9)}, "0.5"},
		{"rating 7", "0.5", []rewards.HealthEvent{rewards.Rated(7)}, "0.5"},
		{"rating 6", "0.5", []rewards.HealthEvent{rewards.Rated(6)}, "0.4"},
		{"rating 4", "0.5", []rewards.HealthEvent{rewards.Rated(4)}, "0.4"},
		{"rating 3", "0.5", []rewards.HealthEvent{rewards.Rated(3)}, "0.3"},
		{"rating 1", "0.5", []rewards.HealthEvent{rewards.Rated(1)}, "0.3"},
		{"no rating", "0.5", []rewards.HealthEvent{rewards.Rated(0)}, "0.5"},
	} {
		var h rewards.Health
		var err error
		if row.start != "" {
			if h, err = rewards.NewHealth(ratio(t, row.start), 0); err != nil {
				t.Fatal(err)
			}
		}
		for _, e := range row.events {
			if h, err = h.After(rule, e); err != nil {
				t.Fatal(err)
			}
		}
		if got := h.Value(rule).String(); got != row.want {
			t.Errorf("%s: %s, want %s", row.name, got, row.want)
		}
	}
}

func TestHealthStaysWithinItsRange(t *testing.T) {
	t.Parallel()
	rule := healthRule(t)
	events := []rewards.HealthEvent{rewards.DrillFailed(), rewards.DrillPassed(), rewards.CheckFailed(), rewards.CheckPassed(),
		rewards.Rated(1), rewards.Rated(5), rewards.Rated(10)}
	rapid.Check(t, func(t *rapid.T) {
		var h rewards.Health
		for _, i := range rapid.SliceOfN(rapid.IntRange(0, len(events)-1), 0, 60).Draw(t, "events") {
			var err error
			if h, err = h.After(rule, events[i]); err != nil {
				t.Fatal(err)
			}
			if v := h.Value(rule); v.Num() > v.Den() || h.Row() >= rule.CheckRow {
				t.Fatalf("health %s, %d in a row", v, h.Row())
			}
		}
	})
}

func TestHealthWithoutARuleIsWhole(t *testing.T) {
	t.Parallel()
	var h rewards.Health
	if got := h.Value(program.Health{}).String(); got != "1" || h.Measured() {
		t.Errorf("health %s", got)
	}
	if _, err := rewards.NewHealth(ratio(t, "1.1"), 0); err == nil {
		t.Error("a health above 1 was taken")
	}
	if _, err := h.After(healthRule(t), rewards.HealthEvent{}); err == nil {
		t.Error("an event that is none was taken")
	}
}
