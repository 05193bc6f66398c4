package payout

import (
	"fmt"
	"strconv"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// The kinds of a run's transactions.
const (
	RunKind        ledger.Kind = "payout-run"        // what it gathered
	SettlementKind ledger.Kind = "payout-settlement" // a payment that the chain shows
	ExceptionKind  ledger.Kind = "payout-exception"  // a payment that no line explains; it moves nothing
	FundingKind    ledger.Kind = "payout-funding"    // the treasury filled the distributor; it moves nothing
)

// Draft is the run as one transaction: each payable account -> payout:<run>. The lines are read back from it with Lines.
// file is the hash of the file that WriteFile wrote.
func (r *Run) Draft(rule string, booked time.Time, source ledger.Source, file ledger.Hash) (ledger.Draft, error) {
	account, err := ledger.PayoutRun(r.Name)
	if err != nil {
		return ledger.Draft{}, err
	}
	d := ledger.Draft{
		Kind: RunKind, Program: r.Program, Rule: rule, Effective: r.At, Booked: booked, Source: source,
		Meta: ledger.Meta{
			"run": r.Name, "asset": r.Asset.Symbol(), "method": string(r.Method), "file": file.String(),
			"lines": strconv.Itoa(len(r.Lines)), "waiting": strconv.Itoa(len(r.Waiting)), "total": r.Total.Digits(), "minimum": r.Minimum.Digits(),
		},
	}
	for i := range r.Lines {
		for _, p := range r.Lines[i].Parts {
			d.Postings = append(d.Postings, ledger.Posting{From: p.From, To: account, Amount: p.Amount})
		}
	}
	return d, nil
}

// Read is the run that a transaction of Draft is of, without those who wait: they stand in the run's file.
func Read(d *ledger.Draft) (*Run, error) {
	if d.Kind != RunKind || len(d.Postings) == 0 {
		return nil, fmt.Errorf("the transaction %s is not a payout run", d.Source.Key())
	}
	asset := d.Postings[0].Amount.Asset()
	r := &Run{Program: d.Program, Name: d.Meta["run"], Asset: asset, Method: Method(d.Meta["method"]), At: d.Effective,
		Total: money.Zero(asset)}
	var err error
	if r.Minimum, err = money.ParseUnits(asset, d.Meta["minimum"]); err != nil {
		return nil, fmt.Errorf("run %s: %w", r.Name, err)
	}
	for _, p := range d.Postings {
		wallet, to, ok := p.From.Payable()
		if !ok {
			return nil, fmt.Errorf("run %s: nothing is paid from %s", r.Name, p.From)
		}
		if n := len(r.Lines); n == 0 || r.Lines[n-1].Wallet != wallet {
			r.Lines = append(r.Lines, Line{Wallet: wallet, Amount: money.Zero(asset)})
		}
		line := &r.Lines[len(r.Lines)-1]
		line.Parts = append(line.Parts, Part{p.From, to, p.Amount})
		if line.Amount, err = line.Amount.Add(p.Amount); err != nil {
			return nil, err
		}
		if r.Total, err = r.Total.Add(p.Amount); err != nil {
			return nil, err
		}
	}
	return r, nil
}
