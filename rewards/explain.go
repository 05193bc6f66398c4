package rewards

import (
	"math/big"
	"slices"
	"strconv"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sentence"
)

// Explain is the whole computation of one wallet's number the way a person would do it on paper, line by line: where the pool
// comes from, the score, the division with what it leaves over, and why an amount is zero.
func Explain(r *Result, wallet ledger.Wallet) ([]sentence.Sentence, error) {
	var l lines
	r.explainWindow(&l)
	i, ok := r.Find(wallet)
	if !ok {
		l.add(sentence.LineWallet, sentence.Params{"wallet": wallet.String()})
		l.add(sentence.LineAmount, sentence.Params{"amount": money.Zero(r.Asset).String()})
		l.say(r.sentenceOf(&Pool{}, NotIncluded, nil))
		return l.list, nil
	}
	h := &r.Holders[i]
	l.add(sentence.LineHolder, sentence.Params{"wallet": wallet.String(), "nodes": number(h.Nodes)})
	r.explainBudget(&l)
	sum := money.Zero(r.Asset)
	for k := range r.Pools {
		p := &r.Pools[k]
		if err := r.explainPool(&l, p, h, i); err != nil {
			return nil, err
		}
		var err error
		if sum, err = sum.Add(p.Share(i)); err != nil {
			return nil, err
		}
	}
	if r.Locked && !sum.IsZero() {
		l.add(sentence.EpochSumLocked, sentence.Params{"amount": sum.String(), "until": r.UnlocksAt.Format(time.RFC3339)})
	} else {
		l.add(sentence.EpochSum, sentence.Params{"amount": sum.String()})
	}
	return l.list, nil
}

// lines are the sentences of an explanation in their order.
type lines struct{ list []sentence.Sentence }

func (l *lines) add(code sentence.Code, params sentence.Params) { l.say(sentence.New(code, params)) }

// say adds a sentence; the zero Sentence adds none.
func (l *lines) say(s sentence.Sentence) {
	if !s.IsZero() {
		l.list = append(l.list, s)
	}
}

// division adds amount x weight / total with what it leaves over.
func (l *lines) division(amount money.Amount, weight, total *big.Int) {
	share, rest := new(big.Int).QuoRem(new(big.Int).Mul(amount.Big(), weight), total, new(big.Int))
	l.add(sentence.LineDivision, sentence.Params{
		"amount": amount.Digits(), "weight": weight.String(), "total": total.String(), "share": share.String(), "rest": rest.String(),
	})
}

func number(n uint64) string { return strconv.FormatUint(n, 10) }

func (r *Result) explainWindow(l *lines) {
	heading := map[ledger.Kind]sentence.Code{TokenKind: sentence.EpochTokens, DropKind: sentence.EpochAirdrop}[r.Kind]
	if heading == "" {
		heading = sentence.EpochPoints
	}
	l.add(heading, sentence.Params{"epoch": r.Start.Format(time.DateOnly), "program": r.Program, "rule": r.Rule})
	start, end := r.Start.Format(time.RFC3339), r.End.Format(time.RFC3339)
	if r.Kind == DropKind {
		l.add(sentence.LineInstant, sentence.Params{"time": start})
	} else {
		l.add(sentence.LineWindow, sentence.Params{"start": start, "end": end})
	}
	l.add(sentence.LineSnapshot, sentence.Params{"block": number(r.Block.Number), "hash": r.Block.Hash.String()})
}

func (r *Result) explainBudget(l *lines) {
	g := &r.Budget
	amount := sentence.Params{"amount": g.Setting.String()}
	switch r.Kind {
	case TokenKind:
		l.add(sentence.EmissionCurve, sentence.Params{"amount": g.Setting.String(), "before": g.Before.String()})
		for i := range r.Series {
			if s := &r.Series[i]; r.several {
				l.add(sentence.EmissionSeries, sentence.Params{"amount": s.Issued.String(), "bucket": s.Of})
			}
		}
	case DropKind:
		l.add(sentence.EmissionAirdrop, amount)
	default:
		if g.PerDay == (money.Amount{}) {
			l.add(sentence.EmissionDay, amount)
			break
		}
		l.add(sentence.EmissionDay, sentence.Params{"amount": g.PerDay.String()})
		l.add(sentence.EmissionPart, sentence.Params{"seconds": number(uint64(r.End.Unix() - r.Start.Unix())), "amount": g.Setting.String()})
	}
	if g.Capped {
		l.add(sentence.EmissionCap, sentence.Params{"cap": g.Cap.String(), "before": g.Before.String()})
	}
	switch {
	case g.ZeroReason != 0:
		l.add(sentence.EmissionIssued, sentence.Params{"amount": g.Issued.String()})
		l.say(r.WhyNobody())
	case g.capped():
		l.add(sentence.EmissionUnderCap, sentence.Params{"amount": g.offered().String()})
	}
	if !g.CarryIn.IsZero() || !g.CarryOut.IsZero() {
		l.add(sentence.EmissionRounding, sentence.Params{"in": g.CarryIn.String(), "out": g.CarryOut.String()})
	}
}

func (r *Result) explainPool(l *lines, p *Pool, h *Holder, i int) error {
	all, err := p.Amount.Add(p.CarryIn)
	if err != nil {
		return err
	}
	l.add(sentence.PoolHeading, sentence.Params{"pool": p.Name})
	if len(r.Pools) > 1 {
		if err := r.explainPart(l, p); err != nil {
			return err
		}
	}
	l.add(sentence.PoolFund, sentence.Params{"amount": p.Amount.String(), "carried": p.CarryIn.String(), "total": all.String()})
	weight := &p.column.weights[i]
	if !weight.IsZero() {
		l.say(r.sentenceOfScore(p, h, i))
		l.add(sentence.LineTotal, sentence.Params{"total": p.TotalScore()})
	}
	if p.shares != nil && !weight.IsZero() && !all.IsZero() {
		if scale := p.Scale(); scale.Dec() != "1" {
			l.add(sentence.PoolWeight, sentence.Params{"weight": weight.Dec(), "total": p.column.total.Dec(), "scale": scale.Dec()})
		}
		l.division(all, weight.ToBig(), p.column.total.ToBig())
	}
	l.add(sentence.LineAmount, sentence.Params{"amount": p.Share(i).String()})
	l.say(r.sentenceOf(p, p.Reason(i), h))
	return nil
}

// explainPart says what a pool's part of the day is, and when nobody is there for it.
func (r *Result) explainPart(l *lines, p *Pool) error {
	part, err := p.Amount.Add(p.Idle)
	if err != nil {
		return err
	}
	if len(r.Series) > 1 {
		k := slices.IndexFunc(r.Pools, func(other Pool) bool { return other.Name == p.Name })
		for i := range r.Series {
			s := &r.Series[i]
			l.add(sentence.PoolPartOf, sentence.Params{"part": s.parts()[k].String(), "bucket": s.Of, "amount": s.amounts[k].String()})
		}
	} else {
		l.add(sentence.PoolPart, sentence.Params{"part": p.Part.String(), "issued": r.Budget.offered().String(), "amount": part.String()})
	}
	if !p.Idle.IsZero() {
		l.add(sentence.PoolIdle, sentence.Params{"amount": p.Idle.String()})
	}
	return nil
}

// sentenceOfScore says how a holder's score in a pool comes about.
func (r *Result) sentenceOfScore(p *Pool, h *Holder, i int) sentence.Sentence {
	score := p.Score(i)
	switch {
	case p.by == program.ByNodes:
		return sentence.New(sentence.ScoreNodes, sentence.Params{"nodes": number(h.Nodes)})
	case p.by == program.ByScore:
		return sentence.New(sentence.LineFactor, sentence.Params{
			"nodes": number(h.Nodes), "factor": nodeFactor(r.rules.brackets, h.Nodes).String(), "score": score,
		})
	case p.Name == Providers:
		return sentence.New(sentence.ScoreCompute, sentence.Params{
			"compute": h.Compute.String(), "health": h.Health.Value(r.rules.health).String(), "score": score,
		})
	default:
		factor, _ := stakeFactor(r.rules.stake, h.Stake)
		return sentence.New(sentence.ScoreStake, sentence.Params{"stake": h.Stake.Decimal().String(), "factor": factor.String(), "score": score})
	}
}
