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
	ExceptionKind  ledger.Kind = "payout-exception"  // a payment that no line explains
	FundingKind    ledger.Kind = "payout-funding"    // a wallet of the project filled the distributor
	TransferKind   ledger.Kind = "wallet-transfer"   // between wallets of the project
)

// The names in the meta of a run's transaction that say from which books it was prepared.
const (
	metaBooksSize = "books_size"
	metaBooksRoot = "books_root"
)

// Draft is the run as one transaction: what each payable account holds goes into the wallet's line of the run. The run is read back
// from it with Read. file is the hash of the file that WriteFile wrote.
//
//	liabilities:payout:<run>:<w>       -> liabilities:share:<w> and the like: a liability changes its name
//	register:<token>:<w>:available     -> register:<token>:payout:<run>:<w>
func (r *Run) Draft(rule string, booked time.Time, source ledger.Source, file ledger.Hash) (ledger.Draft, error) {
	d := ledger.Draft{
		Kind: RunKind, Program: r.Program, Rule: rule, Effective: r.At, Booked: booked, Source: source,
		Meta: ledger.Meta{
			"run": r.Name, "asset": r.Asset.Symbol(), "method": string(r.Method), "file": file.String(),
			"lines": strconv.Itoa(len(r.Lines)), "waiting": strconv.Itoa(len(r.Waiting)), "total": r.Total.Digits(), "minimum": r.Minimum.Digits(),
		},
	}
	if r.Books != (ledger.TreeHead{}) {
		d.Meta[metaBooksSize], d.Meta[metaBooksRoot] = strconv.FormatUint(r.Books.Size, 10), r.Books.Root.String()
	}
	for key, w := range map[string]ledger.Wallet{"treasury": r.Payer.Treasury, "distributor": r.Payer.Distributor} {
		if w != (ledger.Wallet{}) {
			d.Meta[key] = w.String()
		}
	}
	for i := range r.Lines {
		for _, p := range r.Lines[i].Parts {
			posting, err := p.gather(r.Name, r.Lines[i].Wallet)
			if err != nil {
				return ledger.Draft{}, err
			}
			d.Postings = append(d.Postings, posting)
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
	if r.File, err = ledger.ParseHash(d.Meta["file"]); err != nil {
		return nil, fmt.Errorf("run %s: its file: %w", r.Name, err)
	}
	if r.Minimum, err = money.ParseUnits(asset, d.Meta["minimum"]); err != nil {
		return nil, fmt.Errorf("run %s: %w", r.Name, err)
	}
	if size := d.Meta[metaBooksSize]; size != "" {
		if r.Books.Size, err = strconv.ParseUint(size, 10, 64); err == nil {
			r.Books.Root, err = ledger.ParseHash(d.Meta[metaBooksRoot])
		}
		if err != nil {
			return nil, fmt.Errorf("run %s: the books that it was prepared from: %w", r.Name, err)
		}
	}
	for key, w := range map[string]*ledger.Wallet{"treasury": &r.Payer.Treasury, "distributor": &r.Payer.Distributor} {
		if text := d.Meta[key]; text != "" {
			if *w, err = ledger.ParseWallet(text); err != nil {
				return nil, fmt.Errorf("run %s: its %s: %w", r.Name, key, err)
			}
		}
	}
	for _, p := range d.Postings {
		from := p.To
		if p.From.Class() == ledger.Register {
			from = p.From
		}
		wallet, ok := from.Payable()
		if !ok {
			return nil, fmt.Errorf("run %s: nothing is paid from %s", r.Name, from)
		}
		if n := len(r.Lines); n == 0 || r.Lines[n-1].Wallet != wallet {
			r.Lines = append(r.Lines, Line{Wallet: wallet, Amount: money.Zero(asset)})
		}
		line := &r.Lines[len(r.Lines)-1]
		line.Parts = append(line.Parts, Part{from, p.Amount})
		if line.Amount, err = line.Amount.Add(p.Amount); err != nil {
			return nil, err
		}
		if r.Total, err = r.Total.Add(p.Amount); err != nil {
			return nil, err
		}
	}
	return r, nil
}
