package fold

import (
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
)

// KeptShare is what a holder keeps.
type KeptShare struct {
	Wallet ledger.Wallet
	Amount money.Amount
}

// keep finds what holders would have to give back that is not there any more: of a share that was gathered they keep it, and points that
// are spent are a refusal.
func (x *Amending) keep(ctx context.Context) error {
	places := slices.SortedFunc(maps.Keys(x.change), func(a, b ledger.Place) int {
		return strings.Compare(a.Account.String(), b.Account.String())
	})
	accounts := make([]ledger.Account, len(places))
	for i := range places {
		accounts[i] = places[i].Account
	}
	has, err := x.ground.Agreed(ctx, accounts)
	if err != nil {
		return err
	}
	left := maps.Clone(x.change)
	for _, p := range has {
		if change, some := left[p.Place]; some {
			if left[p.Place], err = change.Plus(p.Balance); err != nil {
				return err
			}
		}
	}
	for _, at := range places {
		if err := x.lacking(ledger.PlaceBalance{Place: at, Balance: left[at]}); err != nil {
			return err
		}
	}
	return x.draftKept()
}

// lacking takes note of an account that the corrections alone would leave below zero.
func (x *Amending) lacking(p ledger.PlaceBalance) error {
	if _, err := Standing(p); err == nil {
		return nil
	}
	w, _ := p.Account.Wallet()
	if p.Account.Role() == ledger.HoldingRole {
		return problem.Conflictf("%s spent %s that the amended text would not have given: nothing is amended", w, p.Asset)
	}
	lacks, err := p.Balance.Held() // a share stands in credit
	if err != nil {
		return err
	}
	x.Kept = append(x.Kept, KeptShare{w, lacks})
	return nil
}

// draftKept books what holders keep, before the corrections take it.
func (x *Amending) draftKept() error {
	if len(x.Kept) == 0 {
		return nil
	}
	d := ledger.Draft{Kind: AmendmentKind, Effective: x.effective, Booked: x.At, Source: x.Source, Meta: ledger.Meta{"text": x.text.Digest,
		"text_before": x.old}, Program: x.text.Program.Name, Rule: x.Rule}
	sum := money.Zero(x.Kept[0].Amount.Asset())
	for _, k := range x.Kept {
		d.Postings = append(d.Postings, ledger.Posting{From: ledger.Share(k.Wallet), To: ledger.ShareExpense(k.Wallet), Amount: k.Amount})
		var err error
		if sum, err = sum.Add(k.Amount); err != nil {
			return err
		}
	}
	d.Postings = append(d.Postings, ledger.Posting{From: ledger.Earnings(), To: ledger.FundAccount(ledger.ShareFund), Amount: sum})
	x.drafts = slices.Insert(x.drafts, 0, d)
	return nil
}
