package recompute

import (
	"math/big"
	"time"
)

// Happened is what happened in a sale.
type Happened struct {
	Purchases   []Purchase // in the order of the chain
	Prices      []Price
	Scores      []Score // in the order in which they were recorded
	Moves       []Move
	Incomes     []Income
	Buybacks    []Buyback
	Closed      []time.Time // months, by their first instant
	Grants      []Grant
	Runs        []PayoutRun
	Transfers   []Transfer // in the order of the chain
	Withdrawals []Withdrawal
}

// Purchase is nodes that were bought.
type Purchase struct {
	At    time.Time
	Buyer string
	Nodes int64
	Code  string
}

// Price is a tier that costs something else from an instant on.
type Price struct {
	At   time.Time
	Tier int // from 1
	Is   *big.Int
}

// Score is one row of a file of scores.
type Score struct {
	At     time.Time
	Wallet string
	What   string // compute, queen, check, drill, rating
	Value  *big.Rat
}

// Move is points or tokens that moved by a fact.
type Move struct {
	At     time.Time
	What   string // sold, spent, stake, unstake, release
	Wallet string
	Asset  string
	Amount *big.Int
	// Of what was sold: what was received for it, its asset and the source that holds it.
	Received *big.Int
	Paid     string
	Source   string
	Undone   time.Time // when it was taken back; zero: never
}

// Income is what a source earned, or what it cost.
type Income struct {
	At     time.Time
	Source string
	Amount *big.Int // below zero: returned
	Cost   bool
}

// Buyback is tokens that were bought back.
type Buyback struct {
	At            time.Time
	Source        string
	Spent, Tokens *big.Int
}

// Grant is tokens that vest.
type Grant struct {
	Recorded time.Time
	Wallet   string
	Of       string
	Total    *big.Int
	Start    time.Time
	AtStart  *big.Int
	Cliff    Span
	Length   Span
	Monthly  bool
	Accrues  bool // from the start on, and not from the end of the cliff
	Revoked  time.Time
}

// PayoutRun is a payout run, approved and exported when it was prepared.
type PayoutRun struct {
	At     time.Time
	Name   string
	Asset  string
	Claims bool // is paid by the distributor
}

// Transfer is what moved on the chain into a wallet of the project or out of it.
type Transfer struct {
	At       time.Time
	Asset    string
	From, To string
	Amount   *big.Int
	Source   string // of revenue that a receipt came from, as an operator said; empty: nobody said
}

// Withdrawal is credits that a referrer got out of the sale's contract.
type Withdrawal struct {
	At       time.Time
	Referrer string
	Amount   *big.Int
}
