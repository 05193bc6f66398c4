package estimate

import (
	"fmt"
	"time"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/rewards"
)

// Scenario is a name and what it assumes otherwise; what is not given stays.
type Scenario struct {
	Name          string
	Adoption      Input
	AverageFactor Input
	TokenPrice    Input
	AssetPrice    Input
}

// ScenarioOutcome is the outcome of a scenario.
type ScenarioOutcome struct {
	Scenario Scenario
	Outcome  Outcome
}

// Sensitivity is how the outcome depends on adoption. An adoption at which fewer nodes would be active than the holder
// has is left out.
type Sensitivity struct {
	Adoption, ActiveNodes, Share, TokensPerNode, Value, FDV, BreakEvenDay string
}

// DefaultScenarios are three: 10%, 20% and 40% of the nodes active.
func DefaultScenarios() []Scenario {
	list := make([]Scenario, 0, 3)
	for _, percent := range []uint64{10, 20, 40} {
		list = append(list, Scenario{Name: fmt.Sprintf("adoption %d%%", percent), Adoption: Input{percentage(percent), ByDefault}})
	}
	return list
}

// DefaultSensitivity are adoptions from 5% to everybody.
func DefaultSensitivity() []money.Ratio {
	var list []money.Ratio
	for _, percent := range []uint64{5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100} {
		list = append(list, percentage(percent))
	}
	return list
}

func percentage(n uint64) money.Ratio {
	r, err := money.NewRatio(n, 100)
	if err != nil {
		panic(err) // a hundredth is a ratio
	}
	return r
}

// with is the assumptions under a scenario.
func (a Assumptions) with(s Scenario) Assumptions {
	for _, change := range []struct {
		to *Input
		of Input
	}{{&a.Adoption, s.Adoption}, {&a.AverageFactor, s.AverageFactor}, {&a.TokenPrice, s.TokenPrice}, {&a.AssetPrice, s.AssetPrice}} {
		if change.of.Origin != "" {
			*change.to = change.of
		}
	}
	return a
}

func (a Assumptions) scenarios(run func(Assumptions) (Outcome, error)) ([]ScenarioOutcome, error) {
	named, own := a.Scenarios, true
	if named == nil {
		named, own = DefaultScenarios(), false
	}
	var list []ScenarioOutcome
	for _, s := range named {
		with, err := a.with(s).resolved()
		if err != nil {
			return nil, fmt.Errorf("scenario %s: %w", s.Name, err)
		}
		o, err := run(with)
		switch {
		case err == nil:
			list = append(list, ScenarioOutcome{s, o})
		case own:
			return nil, fmt.Errorf("scenario %s: %w", s.Name, err)
		}
	}
	return list, nil
}

func (a Assumptions) sensitivity(tge time.Time, curve *rewards.Curve) ([]Sensitivity, error) {
	adoptions := a.Sensitivity
	if adoptions == nil {
		adoptions = DefaultSensitivity()
	}
	var list []Sensitivity
	for _, adoption := range adoptions {
		with, err := a.with(Scenario{Adoption: Input{adoption, ByDefault}}).resolved()
		if err != nil {
			return nil, fmt.Errorf("sensitivity: %w", err)
		}
		h, err := newHorizon(&with, tge, curve)
		if err != nil {
			continue
		}
		o, err := h.outcome()
		if err != nil {
			return nil, err
		}
		list = append(list, Sensitivity{adoption.String(), o.ActiveNodes, o.Share, o.TokensPerNode, o.Value, o.FDV, o.BreakEvenDay})
	}
	return list, nil
}
