package wire

import (
	"github.com/nodeledger/nodeledger/view/earnings"
)

// EarnedSum is what was earned of one asset in some time.
type EarnedSum struct {
	Amount   Amount `json:"amount" doc:"The sum; below zero where more was taken back than earned"`
	Value    string `json:"value_usd,omitempty" doc:"Of the lines whose day has a price, in US dollars, exact"`
	Lines    int    `json:"lines" doc:"How many lines of the statement it is made of"`
	Unpriced int    `json:"unpriced" doc:"Of them, whose day has no price"`
}

// EarnedWindows is what was earned of one asset in the last days and in all.
type EarnedWindows struct {
	Asset string    `json:"asset" doc:"Symbol" example:"USDT"`
	Today EarnedSum `json:"today" doc:"Since midnight UTC, up to the newest booked block"`
	Day   EarnedSum `json:"day" doc:"In the last whole day, UTC"`
	Week  EarnedSum `json:"days_7" doc:"In the last 7 whole days"`
	Month EarnedSum `json:"days_30" doc:"In the last 30 whole days"`
	All   EarnedSum `json:"all" doc:"Since the beginning"`
}

// EarnedBar is what was earned in one day, week or month.
type EarnedBar struct {
	From string      `json:"from" format:"date-time" doc:"The first instant"`
	To   string      `json:"to" format:"date-time" doc:"The first instant that is left out; of the last bar it is still to come"`
	Sums []EarnedSum `json:"sums" doc:"By asset; one of which nothing was earned is left out"`
}

// LotTier is how many nodes of a lot are of a tier.
type LotTier struct {
	Tier  int    `json:"tier" doc:"From 1"`
	Nodes uint64 `json:"nodes" doc:"How many"`
}

// NodeLot are the nodes that came to a wallet in one transaction.
type NodeLot struct {
	When     string      `json:"when" format:"date-time" doc:"When they came"`
	Sequence uint64      `json:"sequence" doc:"Of the transaction of the journal"`
	TxHash   string      `json:"tx_hash" doc:"Of the transaction on the chain"`
	Origin   string      `json:"origin" enum:"bought,given,transferred" doc:"bought: by the wallet. given: another wallet bought them for it. transferred: another wallet had them"`
	Nodes    uint64      `json:"nodes" doc:"How many came"`
	Left     uint64      `json:"nodes_left" doc:"Of them, that the wallet still has. What goes is taken of the oldest lot first"`
	Tiers    []LotTier   `json:"tiers" doc:"Which tiers they are of; empty: not known"`
	Paid     []EarnedSum `json:"paid" doc:"By the wallet, by asset; a value is that of the day it was paid"`
	Earned   []EarnedSum `json:"earned" doc:"Their part of what nodes earned, while the wallet had them"`
}

// Earnings is what a wallet earned, at a glance.
type Earnings struct {
	Wallet  string          `json:"wallet" doc:"Address, in lower case"`
	Through string          `json:"through,omitempty" format:"date-time" doc:"The midnight, UTC, up to which days are over; absent: nothing is booked"`
	Priced  bool            `json:"priced" doc:"Prices of some assets are known"`
	Assets  []EarnedWindows `json:"assets" doc:"By asset"`
	By      string          `json:"by" enum:"day,week,month" doc:"How long a bar is"`
	Bars    []EarnedBar     `json:"bars" doc:"The oldest first; the last is the present"`
	Lots    []NodeLot       `json:"lots" doc:"The nodes by the transactions that brought them, the oldest first"`
	Rest    []EarnedSum     `json:"rest" doc:"What nodes earned that the wallet had no longer when it was booked; with the lots' it is all that nodes earned"`
	Fresh
}

// EarningsOf is what a wallet earned as it goes out.
func EarningsOf(e *earnings.Earnings, by earnings.Step) Earnings {
	out := Earnings{
		Wallet: e.Wallet.String(), Priced: e.Priced, By: string(by), Assets: []EarnedWindows{}, Bars: []EarnedBar{}, Lots: []NodeLot{},
		Rest: earnedSums(e.Rest), Fresh: FreshOf(e.AsOf),
	}
	if e.AsOf.Begun {
		out.Through = Instant(e.Through)
	}
	for _, w := range e.Windows {
		sum := func(s earnings.Sum) EarnedSum { return earnedSum(earnings.Part{Asset: w.Asset, Sum: s}) }
		out.Assets = append(out.Assets, EarnedWindows{w.Asset.Symbol(), sum(w.Today), sum(w.Day), sum(w.Week), sum(w.Month), sum(w.All)})
	}
	for _, b := range e.Bars {
		out.Bars = append(out.Bars, EarnedBar{Instant(b.From), Instant(b.To), earnedSums(b.Parts)})
	}
	for i := range e.Lots {
		l := &e.Lots[i]
		lot := NodeLot{Instant(l.When), l.Sequence, l.TxHash.String(), string(l.Origin), l.Nodes, l.Left, []LotTier{}, earnedSums(l.Paid),
			earnedSums(l.Earned)}
		for _, t := range l.Tiers {
			lot.Tiers = append(lot.Tiers, LotTier(t))
		}
		out.Lots = append(out.Lots, lot)
	}
	return out
}

func earnedSum(p earnings.Part) EarnedSum {
	return EarnedSum{SignedAmount(p.Asset, p.Amount), p.Value, p.Lines, p.Unpriced}
}

func earnedSums(list []earnings.Part) []EarnedSum {
	out := []EarnedSum{}
	for _, p := range list {
		out = append(out, earnedSum(p))
	}
	return out
}
