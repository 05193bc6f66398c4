package rewards

import "fmt"

// Reason says why a holder gets nothing from a pool. The zero Reason is for a holder who gets something.
type Reason uint8

// The reasons of a zero.
const (
	NoNodes     Reason = iota + 1 // holds no nodes at the snapshot
	NoCompute                     // has no compute score
	NotQueen                      // is not a queen
	StakeBelow                    // stakes less than the minimum
	StakeAsset                    // stakes another asset than the rule counts
	HealthLow                     // health is not above the least
	ScoreZero                     // the factor or the stake makes the score zero
	NoEmission                    // the program emits nothing in this epoch
	CapReached                    // everything under the cap was issued before
	AfterTGE                      // points end with the token's generation
	PoolEmpty                     // the pool had nothing to give
	BelowUnit                     // the share is below one base unit
	NotIncluded                   // the wallet is neither a holder nor in the score file
)

var reasonNames = [...]string{
	"", "no_nodes", "no_compute_score", "not_queen", "stake_below_minimum", "stake_in_other_asset", "health_too_low",
	"score_zero", "no_emission", "cap_reached", "after_tge", "pool_empty", "below_one_base_unit", "not_included",
}

// String is the reason for a machine, such as "stake_below_minimum"; empty for the zero Reason.
func (r Reason) String() string {
	if int(r) < len(reasonNames) {
		return reasonNames[r]
	}
	return fmt.Sprintf("reason_%d", uint8(r))
}

// because is the reason for a person.
func (r *Result) because(pool *Pool, why Reason, h *Holder) string {
	el := &r.rules.eligible
	switch why {
	case 0:
		return ""
	case NoNodes:
		return "holds no nodes at the snapshot"
	case NoCompute:
		return "has no compute score, so is not a provider"
	case NotQueen:
		return "is not a queen"
	case StakeBelow:
		stake := "nothing"
		if !h.Stake.Asset().IsZero() {
			stake = h.Stake.String()
		}
		return fmt.Sprintf("not eligible: stakes %s, the minimum is %s", stake, el.Stake)
	case StakeAsset:
		counted := el.Stake.Asset()
		if pool.Name == Queens && len(r.rules.stake) > 0 {
			counted = r.rules.stake[0].Stake.Asset()
		}
		return fmt.Sprintf("stakes %s, and the rule counts %s", h.Stake, counted)
	case HealthLow:
		least := "0"
		if pool.Name != Providers {
			least = el.HealthAbove.String()
		}
		return fmt.Sprintf("health is %s, and it must be above %s", h.Health.Value(r.rules.health), least)
	case ScoreZero:
		return "the score is zero"
	case NoEmission:
		return "the program emits nothing in this epoch"
	case CapReached:
		return fmt.Sprintf("%s were issued before this epoch, and the cap is %s", r.Budget.Before, r.Budget.Cap)
	case AfterTGE:
		return "points end with the token's generation"
	case PoolEmpty:
		return fmt.Sprintf("the pool %s had nothing to give", pool.Name)
	case BelowUnit:
		return "the share is below one base unit and is carried"
	case NotIncluded:
		return "is neither a holder of nodes nor in the score file at the snapshot"
	default:
		return why.String()
	}
}
