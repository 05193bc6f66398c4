package fold

import (
	"context"
	"maps"
	"math/big"
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

// credited is what a balance comes to on the side on which the account of a place stands, in base units.
func credited(at ledger.Place, b money.Balance) *big.Int {
	net := b.Net()
	if at.Account.Side() == ledger.Credit {
		net.Neg(net)
	}
	return net
}

// lower takes note of how far the change of a place goes down.
func (x *Amending) lower(at ledger.Place) {
	now, some := x.change[at]
	if !some {
		return
	}
	low, some := x.lowest[at]
	if !some {
		low = money.NewBalance(at.Asset)
	}
	if credited(at, now).Cmp(credited(at, low)) < 0 {
		x.lowest[at] = now
	}
}

// keep finds what holders would have to give back that is not there any more: of a share that was gathered they keep it, and points that
// are spent are a refusal. What they kept before is set off as far as they get more now. What is lacking only until a later period is
// corrected is kept and set off at once.
func (x *Amending) keep(ctx context.Context) error {
	places := slices.SortedFunc(maps.Keys(x.change), func(a, b ledger.Place) int {
		return strings.Compare(a.Account.String(), b.Account.String())
	})
	accounts := make([]ledger.Account, len(places))
	for i := range places {
		accounts[i] = places[i].Account
	}
	agreed, err := x.ground.Agreed(ctx, accounts)
	if err != nil {
		return err
	}
	has := changes{}
	for _, p := range agreed {
		has[p.Place] = p.Balance
	}
	before, err := x.keptBefore(ctx)
	if err != nil {
		return err
	}
	for _, at := range places {
		if err := x.settle(at, has, before); err != nil {
			return err
		}
	}
	return x.draftKept()
}

// settle takes note of what the holder of a place keeps of what they have, and of what is set off of that and of what they kept before.
func (x *Amending) settle(at ledger.Place, has, before changes) error {
	of := func(c changes) *big.Int {
		if b, some := c[at]; some {
			return credited(at, b)
		}
		return new(big.Int)
	}
	w, _ := at.Account.Wallet()
	change := of(x.change)
	left := new(big.Int).Add(of(has), change) // in the end
	lacks := new(big.Int).Neg(new(big.Int).Add(of(has), of(x.lowest)))
	switch {
	case lacks.Sign() < 0:
		lacks.SetInt64(0)
	case lacks.Sign() > 0 && at.Account.Role() == ledger.HoldingRole:
		spent, err := money.FromBig(at.Asset, lacks)
		if err != nil {
			return err
		}
		return problem.Conflictf("%s spent %s that the amended text would not have given: nothing is amended", w, spent)
	}
	if at.Account.Role() == ledger.HoldingRole {
		return nil
	}
	back := new(big.Int)
	if left.Sign() >= 0 { // all of what is lacking on the way, and what they kept before as far as they get more
		back.Set(lacks)
		if change.Sign() > 0 {
			raise := of(before)
			if raise.Cmp(change) > 0 {
				raise = change
			}
			back.Add(back, raise)
		}
	} else if back.Add(lacks, left); back.Sign() < 0 {
		back.SetInt64(0)
	}
	net := new(big.Int).Sub(lacks, back)
	for _, part := range []struct {
		list   *[]KeptShare
		amount *big.Int
	}{{&x.kept, lacks}, {&x.back, back}, {&x.Kept, net}, {&x.SetOff, new(big.Int).Neg(net)}} {
		if part.amount.Sign() <= 0 {
			continue
		}
		amount, err := money.FromBig(at.Asset, part.amount)
		if err != nil {
			return err
		}
		*part.list = append(*part.list, KeptShare{w, amount})
	}
	return nil
}

// keptBefore is what holders kept by earlier amendments, less what was set off.
func (x *Amending) keptBefore(ctx context.Context) (changes, error) {
	kept := changes{}
	for _, consent := range x.earlier {
		for _, source := range []ledger.Source{consent, setOffSource(consent)} {
			t, err := x.ground.Keyed(ctx, source.Key())
			if err == nil && t != nil {
				err = kept.add(t.Postings, func(a ledger.Account) bool { return a.Role() == ledger.ShareRole })
			}
			if err != nil {
				return nil, err
			}
		}
	}
	return kept, nil
}

// setOffSource is the source of what is set off by an amendment that a fact agreed to.
func setOffSource(consent ledger.Source) ledger.Source {
	return ledger.JobSource("amendment-set-off", consent.Name+":"+consent.Reference)
}

// draftKept books what holders keep before the corrections take it, and what is set off after they gave it: the fund bears the one and gets
// back the other.
func (x *Amending) draftKept() error {
	for _, kept := range []bool{true, false} {
		list, source := x.kept, x.Source
		if !kept {
			list, source = x.back, setOffSource(x.Source)
		}
		if len(list) == 0 {
			continue
		}
		d := ledger.Draft{Kind: AmendmentKind, Effective: x.effective, Booked: x.At, Source: source, Meta: ledger.Meta{"text": x.text.Digest,
			"text_before": x.old}, Program: x.text.Program.Name, Rule: x.Rule}
		sum := money.Zero(list[0].Amount.Asset())
		for _, k := range list {
			d.Postings = append(d.Postings, ledger.Posting{From: ledger.Share(k.Wallet), To: ledger.ShareExpense(k.Wallet), Amount: k.Amount})
			var err error
			if sum, err = sum.Add(k.Amount); err != nil {
				return err
			}
		}
		d.Postings = append(d.Postings, ledger.Posting{From: ledger.Earnings(), To: ledger.FundAccount(ledger.ShareFund), Amount: sum})
		if kept {
			x.drafts = slices.Insert(x.drafts, 0, d)
			continue
		}
		for i := range d.Postings {
			p := &d.Postings[i]
			p.From, p.To = p.To, p.From
		}
		x.drafts = append(x.drafts, d)
	}
	return nil
}
