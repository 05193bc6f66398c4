package period

import (
	"slices"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/sentence"
)

// Explanation is how one wallet's number in an epoch came about.
type Explanation struct {
	Amount      money.Amount
	ZeroReasons []sentence.Sentence // why the amount is zero, each reason once; empty when it is not
	Pools       []PoolShare
	Lines       []sentence.Sentence // the whole computation as on paper
}

// PoolShare is what one pool gives.
type PoolShare struct {
	Pool       string
	Amount     money.Amount
	Score      string            // exact; empty for a wallet that takes no part
	ZeroReason sentence.Sentence // why the amount is zero; the zero Sentence when it is not
	InWords    sentence.Sentence // how the amount came about; the zero Sentence when it is zero
}

// Explain explains a wallet's number.
func Explain(r *rewards.Result, w ledger.Wallet) (out Explanation, err error) {
	if out.Amount, err = r.Amount(w); err != nil {
		return out, err
	}
	if out.Lines, err = rewards.Explain(r, w); err != nil {
		return out, err
	}
	i, takesPart := r.Find(w)
	for k := range r.Pools {
		pool := &r.Pools[k]
		s := PoolShare{Pool: pool.Name, Amount: money.Zero(r.Asset)}
		if takesPart {
			s.Amount, s.Score = pool.Share(i), pool.Score(i)
		}
		_, s.ZeroReason = r.Why(pool.Name, w)
		if !s.Amount.IsZero() {
			s.InWords = sentence.New(sentence.PoolInWords, sentence.Params{
				"pool": pool.Name, "paid": pool.Paid.String(), "score": s.Score, "total": pool.TotalScore(), "amount": s.Amount.String(),
			})
		}
		out.Pools = append(out.Pools, s)
		if out.Amount.IsZero() && !slices.ContainsFunc(out.ZeroReasons, s.ZeroReason.Equal) {
			out.ZeroReasons = append(out.ZeroReasons, s.ZeroReason)
		}
	}
	return out, nil
}

// MonthExplanation is how one wallet's number of a month came about.
type MonthExplanation struct {
	Amount     money.Amount
	Nodes      uint64
	ZeroReason sentence.Sentence   // why the amount is zero; the zero Sentence when it is not
	Lines      []sentence.Sentence // the whole computation as on paper
}

// ExplainMonth explains a wallet's number.
func ExplainMonth(m *rewards.ClosedMonth, w ledger.Wallet) (out MonthExplanation, err error) {
	out = MonthExplanation{Amount: money.Zero(m.Asset), ZeroReason: m.Why(w)}
	if i, ok := m.Find(w); ok {
		out.Amount, out.Nodes = m.Share(i), m.Holders[i].Nodes
	}
	out.Lines, err = m.Explain(w)
	return out, err
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
