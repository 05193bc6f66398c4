package period

import (
	"slices"
	"strings"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/rewards"
)

// Reckoning is how one wallet's number in an epoch came about.
type Reckoning struct {
	Amount money.Amount
	Reason string // why the amount is zero; empty when it is not
	Pools  []PoolShare
	Lines  []string // the whole computation as on paper
}

// PoolShare is what one pool gives.
type PoolShare struct {
	Pool   string
	Amount money.Amount
	Score  string // exact; empty for a wallet that takes no part
	Code   string // of the reason of a zero, such as stake_below_minimum; empty when something is given
	Reason string // the same for a person
}

// Reckon explains a wallet's number.
func Reckon(r *rewards.Result, w ledger.Wallet) (out Reckoning, err error) {
	if out.Amount, err = r.Amount(w); err != nil {
		return out, err
	}
	var words strings.Builder
	if err := rewards.Explain(&words, r, w); err != nil {
		return out, err
	}
	out.Lines = strings.Split(strings.TrimRight(words.String(), "\n"), "\n")
	i, takesPart := r.Find(w)
	var reasons []string
	for k := range r.Pools {
		pool := &r.Pools[k]
		s := PoolShare{Pool: pool.Name, Amount: money.Zero(r.Asset)}
		if takesPart {
			s.Amount, s.Score = pool.Share(i), pool.Score(i)
		}
		why, text := r.Why(pool.Name, w)
		if why != 0 {
			s.Code, s.Reason = why.String(), text
			if !slices.Contains(reasons, text) {
				reasons = append(reasons, text)
			}
		}
		out.Pools = append(out.Pools, s)
	}
	if out.Amount.IsZero() {
		out.Reason = strings.Join(reasons, "; ")
	}
	return out, nil
}

// Paid is how many holders a pool of an epoch gives something.
func Paid(r *rewards.Result, pool *rewards.Pool) (holders int) {
	for i := range r.Holders {
		if share := pool.Share(i); !share.IsZero() {
			holders++
		}
	}
	return holders
}
