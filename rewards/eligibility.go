package rewards

import (
	"slices"

	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

// ruleset is the rules of scoring in force at a moment.
type ruleset struct {
	brackets []program.Bracket
	eligible program.Eligibility
	least    money.Amount // that is staked; zero: no stake is asked for
	stake    []program.StakeFactor
	health   program.Health
}

// rulesAt are the rules for epochs of an asset: what is staked in it counts. Brackets of points count for the tokens that points become.
func rulesAt(p *program.Program, m program.Moment, asset money.Asset) ruleset {
	var r ruleset
	r.brackets, _ = p.Score.At(m)
	r.eligible.AllHolders = true
	if p.Points != nil {
		if el, ok := p.Points.Eligible.At(m); ok {
			r.eligible = el
		}
		r.least, _ = r.eligible.Least(asset)
		r.stake, _ = p.Points.Stake.At(m)
		if to := p.Points.AtTGE; to != nil && to.Becomes == asset {
			r.stake = bracketsOf(r.stake, p.Points)
		}
		r.health, _ = p.Points.Health.At(m)
	}
	return r
}

// bracketsOf are brackets of points in what points become; those of another asset stay.
func bracketsOf(list []program.StakeFactor, points *program.Points) []program.StakeFactor {
	out := slices.Clone(list)
	for i := range out {
		if tokens, err := Becomes(points, out[i].Stake); err == nil {
			out[i].Stake = tokens
		}
	}
	return out
}

// ineligible says why a holder takes no part in the rewards of validators; zero when it does.
func (r *ruleset) ineligible(h *Holder) Reason {
	el := &r.eligible
	if el.AllHolders {
		return 0
	}
	if least := r.least; !least.IsZero() {
		switch {
		case h.Stake.Asset() == least.Asset() && h.Stake.Cmp(least) >= 0:
		case h.Stake.IsZero() || h.Stake.Asset() == least.Asset():
			return StakeBelow
		default:
			return StakeAsset
		}
	}
	if el.MinHealth && h.Health.Value(r.health).Cmp(el.HealthAbove) <= 0 {
		return HealthLow
	}
	return 0
}

// scorer gives the exact score of a holder in one pool, or why it is zero.
type scorer func(h *Holder) (num, den uint256.Int, why Reason)

func (r *ruleset) validator(h *Holder) (num, den uint256.Int, why Reason) {
	if why = r.ineligible(h); h.Nodes == 0 || why != 0 {
		if h.Nodes == 0 {
			why = NoNodes
		}
		return num, den, why
	}
	factor := nodeFactor(r.brackets, h.Nodes)
	num.Mul(uint256.NewInt(h.Nodes), uint256.NewInt(factor.Num()))
	den.SetUint64(factor.Den())
	return num, den, 0
}

func (r *ruleset) provider(h *Holder) (num, den uint256.Int, why Reason) {
	health := h.Health.Value(r.health)
	switch {
	case h.Compute.IsZero():
		return num, den, NoCompute
	case health.IsZero():
		return num, den, HealthLow
	}
	num, den = product(h.Compute, health)
	return num, den, 0
}

func (r *ruleset) queen(h *Holder) (num, den uint256.Int, why Reason) {
	if !h.Queen {
		return num, den, NotQueen
	}
	if h.Stake.IsZero() {
		return num, den, ScoreZero
	}
	factor, ok := stakeFactor(r.stake, h.Stake)
	if !ok {
		return num, den, StakeAsset
	}
	units := h.Stake.Uint256() // at most 160 bits, see inOrder
	num.Mul(&units, uint256.NewInt(factor.Num()))
	den = tenTo(h.Stake.Asset().Decimals())
	den.Mul(&den, uint256.NewInt(factor.Den()))
	return num, den, 0
}

func tenTo(n uint8) (u uint256.Int) {
	u.SetOne()
	for ten := uint256.NewInt(10); n > 0; n-- {
		u.Mul(&u, ten)
	}
	return u
}

// byNodes counts nodes as they are, for a drop.
func byNodes(h *Holder) (num, den uint256.Int, why Reason) {
	num.SetUint64(h.Nodes)
	den.SetUint64(1)
	if h.Nodes == 0 {
		why = NoNodes
	}
	return num, den, why
}

// everybody is the same rules without conditions, for a drop by score.
func (r ruleset) everybody() *ruleset {
	r.eligible = program.Eligibility{AllHolders: true}
	return &r
}
