package recompute

import (
	"maps"
	"math/big"
	"slices"
	"time"
)

const (
	shareFund   = "equity/fund/share"
	buybackFund = "equity/fund/buyback"
	earnings    = "equity/earnings"
)

// income books what a source earned or cost, and what the funds get of it or give back.
func (r *run) income(in *Income) {
	split, _ := r.rules.Revenue.Split.At(in.At)
	part, own := split[in.Source]
	if !own {
		part = split[""]
	}
	amount, asset := new(big.Int).Abs(in.Amount), r.rules.Dollar
	share := floor(amount, part)
	buyback := new(big.Int).Sub(amount, share)
	returned := in.Amount.Sign() < 0
	other := "income/revenue/" + in.Source
	if in.Cost || returned {
		other = "expenses/cost/" + in.Source
	}
	comes := in.Cost == returned // a cost that is given back comes as well
	both := func(from, to string, amount *big.Int) {
		if !comes {
			from, to = to, from
		}
		r.books.Move(from, to, asset, amount)
	}
	both(other, "assets/source/"+in.Source, amount)
	both(shareFund, earnings, share)
	both(buybackFund, earnings, buyback)
}

// buyback books tokens that were bought back.
func (r *run) buyback(b *Buyback) {
	t := r.rules.Token.Asset
	r.books.Move("assets/source/"+b.Source, "equity/treasury-tokens", r.rules.Dollar, b.Spent)
	r.books.Move(earnings, buybackFund, r.rules.Dollar, b.Spent)
	r.books.Move(register(t, "market"), bucket(t, "buyback"), t, b.Tokens)
}

// month closes a month: what is in the fund is the holders', as far as it is due to them.
func (r *run) month(start time.Time) {
	asset, rule := r.rules.Dollar, &r.rules.Revenue
	fund := new(big.Int).Neg(r.books.Get(shareFund, asset))
	if fund.Sign() < 0 {
		fund.SetInt64(0)
	}
	wallets := slices.Sorted(maps.Keys(r.nodes))
	var due []*big.Int
	if rule.ProRata {
		var weights []*big.Rat
		for _, w := range wallets {
			weights = append(weights, r.scoreOf(big.NewRat(r.nodes[w], 1), start))
		}
		due, _ = split(fund, weights)
	} else {
		sum := new(big.Int)
		for _, w := range wallets {
			amount := new(big.Int)
			if step := reached(rule.Shares, big.NewRat(r.nodes[w], 1)); step != nil {
				amount.Set(step.Num())
			}
			due = append(due, amount)
			sum.Add(sum, amount)
		}
		if fund.Cmp(sum) < 0 {
			for i := range due {
				due[i] = floor(due[i], new(big.Rat).SetFrac(fund, sum))
			}
		} else if rule.Surplus {
			r.books.Move(buybackFund, shareFund, asset, new(big.Int).Sub(fund, sum))
		}
	}
	for i, w := range wallets {
		r.books.Move("liabilities/share/"+w, "expenses/share/"+w, asset, due[i])
		r.books.Move(earnings, shareFund, asset, due[i])
	}
}
