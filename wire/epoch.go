package wire

import (
	"strconv"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/period"
)

// Epoch is one that was closed: a day of points, a day of the token's emission, or the drop at its generation.
type Epoch struct {
	Job       string   `json:"job" doc:"That closed it: epoch, token-epoch or tge-drop" example:"epoch"`
	Slot      string   `json:"slot" doc:"The day, or the instant of the drop" example:"2024-06-01"`
	Kind      string   `json:"kind" example:"points-epoch" doc:"Of points, of tokens, or the TGE airdrop"`
	Start     string   `json:"start" format:"date-time" doc:"The first instant of the epoch"`
	End       string   `json:"end" format:"date-time" doc:"The first instant that is not in it"`
	Block     uint64   `json:"block" doc:"After which holders were looked at"`
	BlockHash string   `json:"block_hash" doc:"Of the last final block that counts"`
	Asset     string   `json:"asset" doc:"Symbol of the asset"`
	Issued    Amount   `json:"issued" doc:"What was given out"`
	File      string   `json:"file" doc:"SHA-256 of its file, as the journal has it"`
	Sequence  uint64   `json:"sequence" doc:"Of its transaction in the journal"`
	Corrected []uint64 `json:"corrected" doc:"Sequences of the transactions by which amendments of the program corrected it: the figures are as corrected"`
	UnlocksAt string   `json:"unlocks_at,omitempty" doc:"Until then what it gave is locked; absent: nothing is"`
}

// EpochOf is a closed epoch as it goes out.
func EpochOf(c *period.ClosedEpoch) Epoch {
	return Epoch{
		c.Job.Name, c.Job.Slot, string(c.Kind), Instant(c.Start), Instant(c.End), c.Job.Block, c.Job.Hash.Hex(), c.Asset.Symbol(),
		AmountOf(c.Issued),
		c.File.String(), c.Sequence, append([]uint64{}, c.Corrected...), Instant(c.UnlocksAt),
	}
}

// Epochs is a page of the list.
type Epochs struct {
	Epochs []Epoch `json:"epochs" doc:"Newest first"`
	Next   string  `json:"next" doc:"Give it as after for the next page; empty: this was the last"`
	Fresh
}

// EpochPool is a pool of an epoch: amount + carried_in = paid + carried_out.
type EpochPool struct {
	Pool        string `json:"pool" example:"validators" doc:"Name of the pool"`
	Part        string `json:"part" doc:"Of what the epoch issues; exact. Empty where several series of emissions give something, each by parts of its own"`
	Amount      Amount `json:"amount" doc:"What the epoch puts in"`
	Idle        Amount `json:"idle" doc:"What of its part is not issued, because nobody takes part"`
	CarriedIn   Amount `json:"carried_in" doc:"What rounding left before"`
	Paid        Amount `json:"paid" doc:"What was paid"`
	CarriedOut  Amount `json:"carried_out" doc:"What rounding leaves now"`
	TotalScore  string `json:"total_score" doc:"Exact"`
	HoldersPaid int    `json:"holders_paid" doc:"How many wallets get something"`
}

// EpochDetail is one epoch, computed again.
type EpochDetail struct {
	Epoch
	Rule       string        `json:"rule" doc:"Version of the rules that computed it"`
	Holders    int           `json:"holders" doc:"That took part"`
	ZeroReason *Sentence     `json:"zero_reason,omitempty" doc:"Why nothing is issued"`
	Series     []EpochSeries `json:"series" doc:"What comes out of which part of the allocation; empty of points"`
	Pools      []EpochPool   `json:"pools" doc:"Pool by pool"`
	Fresh
}

// EpochSeries is what one series of emissions gives.
type EpochSeries struct {
	Of     string `json:"of" doc:"The part of the allocation" example:"node_holders"`
	Issued Amount `json:"issued" doc:"Without what nobody takes part in"`
}

// EpochSeriesOf is what the series of emissions give as it goes out.
func EpochSeriesOf(r *rewards.Result) []EpochSeries {
	out := []EpochSeries{}
	for _, s := range r.Series {
		if s.Of != "" {
			out = append(out, EpochSeries{s.Of, AmountOf(s.Issued)})
		}
	}
	return out
}

// EpochPoolsOf are the pools of a computed epoch as they go out.
func EpochPoolsOf(r *rewards.Result) []EpochPool {
	out := []EpochPool{}
	for i := range r.Pools {
		p, part := &r.Pools[i], ""
		if len(r.Series) < 2 {
			part = r.Pools[i].Part.String()
		}
		out = append(out, EpochPool{
			p.Name, part, AmountOf(p.Amount), AmountOf(p.Idle), AmountOf(p.CarryIn), AmountOf(p.Paid), AmountOf(p.CarryOut),
			p.TotalScore(),
			period.Paid(r, p),
		})
	}
	return out
}

// EpochShare is what one pool gives a wallet.
type EpochShare struct {
	Pool       string    `json:"pool" doc:"Name of the pool"`
	Amount     Amount    `json:"amount" doc:"How much"`
	Score      string    `json:"score" doc:"Exact; empty for a wallet that takes no part"`
	ZeroReason *Sentence `json:"zero_reason,omitempty" doc:"Why the amount is zero"`
	InWords    *Sentence `json:"in_words,omitempty" doc:"How the amount came about; absent when it is zero"`
}

// EpochExplanation is how a wallet's number came about.
type EpochExplanation struct {
	Wallet      string       `json:"wallet" doc:"Address, in lower case"`
	Amount      Amount       `json:"amount" doc:"What the wallet gets"`
	ZeroReasons []Sentence   `json:"zero_reasons" doc:"Why the amount is zero, each reason once; empty when it is not"`
	Pools       []EpochShare `json:"pools" doc:"Pool by pool"`
	Lines       []Sentence   `json:"lines" doc:"The whole computation as on paper"`
	Fresh
}

// EpochExplanationOf is how a wallet's number came about as it goes out.
func EpochExplanationOf(w ledger.Wallet, found *period.Explanation, of view.AsOf) EpochExplanation {
	out := EpochExplanation{Fresh: FreshOf(of), Wallet: w.String(), Amount: AmountOf(found.Amount),
		ZeroReasons: SentencesOf(found.ZeroReasons), Pools: []EpochShare{}, Lines: SentencesOf(found.Lines)}
	for _, s := range found.Pools {
		out.Pools = append(out.Pools, EpochShare{
			s.Pool, AmountOf(s.Amount), s.Score, OptionalSentence(s.ZeroReason), OptionalSentence(s.InWords),
		})
	}
	return out
}

// EpochsOf is a page of closed epochs; more says that it goes on.
func EpochsOf(list []period.ClosedEpoch, more bool, of view.AsOf) Epochs {
	out := Epochs{Epochs: []Epoch{}, Fresh: FreshOf(of)}
	for i := range list {
		out.Epochs = append(out.Epochs, EpochOf(&list[i]))
	}
	if more {
		out.Next = strconv.Itoa(list[len(list)-1].Number)
	}
	return out
}

// EpochDetailOf is a closed epoch and what it is when it is computed again.
func EpochDetailOf(c *period.ClosedEpoch, r *rewards.Result, of view.AsOf) EpochDetail {
	return EpochDetail{
		Epoch: EpochOf(c), Rule: r.Rule, Holders: len(r.Holders), ZeroReason: OptionalSentence(r.WhyNobody()),
		Series: EpochSeriesOf(r), Pools: EpochPoolsOf(r), Fresh: FreshOf(of),
	}
}
