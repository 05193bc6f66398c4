package rewards

import (
	"fmt"

	"github.com/nodeledger/nodeledger/sentence"
)

// Reason says why a holder gets nothing from a pool. The zero Reason is for a holder who gets something.
type Reason uint8

// The reasons of a zero.
const (
	NoNodes     Reason = iota + 1 // holds no nodes at the snapshot
	NoCompute                     // has no compute score
	NotQueen                      // is not a queen validator
	StakeBelow                    // stakes less than the minimum
	StakeAsset                    // stakes another asset than the rule counts
	HealthLow                     // health is not above the least
	ScoreZero                     // the factor or the stake makes the score zero
	NoEmission                    // the program emits nothing in this epoch
	CapReached                    // everything under the cap was issued before
	AfterTGE                      // points end at the TGE
	PoolEmpty                     // the pool had nothing to give
	BelowUnit                     // the share is below one base unit
	NotIncluded                   // the wallet is neither a holder nor in the score file
)

var reasonNames = [...]string{
	"", "no_nodes", "no_compute_score", "not_queen", "stake_below_minimum", "stake_in_other_asset", "health_too_low",
	"score_zero", "no_emission", "cap_reached", "after_tge", "pool_empty", "below_one_base_unit", "not_included",
}

// String is the reason as the epoch's file and the journal have it, such as "stake_below_minimum"; empty for the zero Reason.
func (r Reason) String() string {
	if int(r) < len(reasonNames) {
		return reasonNames[r]
	}
	return fmt.Sprintf("reason_%d", uint8(r))
}

// WhyNobody says why the epoch issues nothing; the zero Sentence when it issues something.
func (r *Result) WhyNobody() sentence.Sentence {
	return r.sentenceOf(&Pool{}, r.Budget.ZeroReason, nil)
}

// sentenceOf is a reason for a person, with what was compared. pool and h may be empty where the reason is about the whole epoch.
func (r *Result) sentenceOf(pool *Pool, why Reason, h *Holder) sentence.Sentence {
	switch why {
	case 0:
		return sentence.Sentence{}
	case NoNodes:
		return sentence.New(sentence.ZeroNoNodes, nil)
	case NoCompute:
		return sentence.New(sentence.ZeroNoCompute, nil)
	case NotQueen:
		return sentence.New(sentence.ZeroNotQueen, nil)
	case StakeBelow, StakeAsset:
		return r.sentenceOfStake(pool, why, h)
	case HealthLow:
		least := "0"
		if pool.Name != Providers {
			least = r.rules.eligible.HealthAbove.String()
		}
		return sentence.New(sentence.ZeroHealthLow, sentence.Params{"health": h.Health.Value(r.rules.health).String(), "least": least})
	case ScoreZero:
		return sentence.New(sentence.ZeroScore, nil)
	case NoEmission:
		return sentence.New(sentence.ZeroNoEmission, nil)
	case CapReached:
		return sentence.New(sentence.ZeroCapReached, sentence.Params{"issued": r.Budget.Before.String(), "cap": r.Budget.Cap.String()})
	case AfterTGE:
		return sentence.New(sentence.ZeroAfterTGE, nil)
	case PoolEmpty:
		return sentence.New(sentence.ZeroPoolEmpty, sentence.Params{"pool": pool.Name})
	case BelowUnit:
		return sentence.New(sentence.ZeroBelowUnit, nil)
	default:
		return sentence.New(sentence.ZeroNotInEpoch, nil)
	}
}

// sentenceOfStake says what a holder stakes and what the rule asks for.
func (r *Result) sentenceOfStake(pool *Pool, why Reason, h *Holder) sentence.Sentence {
	minimum := r.rules.least
	switch {
	case why == StakeBelow && h.Stake.Asset().IsZero():
		return sentence.New(sentence.ZeroNoStake, sentence.Params{"minimum": minimum.String()})
	case why == StakeBelow:
		return sentence.New(sentence.ZeroStakeBelow, sentence.Params{"stake": h.Stake.String(), "minimum": minimum.String()})
	}
	counted := minimum.Asset()
	if pool.Name == Queens && len(r.rules.stake) > 0 {
		counted = r.rules.stake[0].Stake.Asset()
	}
	return sentence.New(sentence.ZeroStakeAsset, sentence.Params{"stake": h.Stake.String(), "asset": counted.String()})
}
