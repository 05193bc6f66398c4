package recompute

import (
	"math/big"
	"strings"
)

const suspense = "equity/suspense"

// Payout are the rules of paying what is owed.
type Payout struct {
	Treasury    string              // the wallet that gets what the sale earns, and pays; empty: what was earned stays in the contract
	Distributor string              // the contract that pays claims
	Minimum     map[string]*big.Int // what a wallet gets at least, by asset
}

// wallet is the account of a wallet of the project.
func (r *run) wallet(address string) string {
	if address == r.rules.Payout.Distributor {
		return "assets/distributor/" + address
	}
	return "assets/wallet/" + address
}

// gather makes a payout run: everything that wallets are owed of an asset, and no less than the minimum, is the run's.
func (r *run) gather(p *PayoutRun) {
	owed := map[string]map[string]*big.Int{} // by wallet and account
	for at, balance := range r.books {
		parts := strings.Split(at.Account, "/")
		due := parts[0] == "liabilities" && (parts[1] == "share" || parts[1] == "rebate" ||
			parts[1] == "referral" && r.rules.Sale.Settlement == Accrues)
		if !due || at.Asset != p.Asset || balance.Sign() == 0 {
			continue
		}
		if owed[parts[2]] == nil {
			owed[parts[2]] = map[string]*big.Int{}
		}
		owed[parts[2]][at.Account] = new(big.Int).Neg(balance)
	}
	for wallet, accounts := range owed {
		sum := new(big.Int)
		for _, amount := range accounts {
			sum.Add(sum, amount)
		}
		if least := r.rules.Payout.Minimum[p.Asset]; least != nil && sum.Cmp(least) < 0 {
			continue
		}
		for account, amount := range accounts {
			r.books.Move("liabilities/payout/"+p.Name+"/"+wallet, account, p.Asset, amount)
		}
	}
	r.runs = append(r.runs, p)
}

// transfer books what moved on the chain into a wallet of the project or out of it.
func (r *run) transfer(t *Transfer) {
	rule := &r.rules.Payout
	ours := func(address string) bool { return address == rule.Treasury || address == rule.Distributor }
	switch {
	case ours(t.From) && ours(t.To):
		r.books.Move(r.wallet(t.From), r.wallet(t.To), t.Asset, t.Amount)
	case ours(t.To):
		r.books.Move(suspense, r.wallet(t.To), t.Asset, t.Amount)
		if t.Source != "" {
			r.books.Move("assets/source/"+t.Source, suspense, t.Asset, t.Amount)
		}
	case ours(t.From):
		r.pay(t)
	}
}

// pay settles the lines of whoever was paid, the oldest run first. What no line explains stays in suspense.
func (r *run) pay(t *Transfer) {
	left := new(big.Int).Set(t.Amount)
	for _, p := range r.runs {
		line := "liabilities/payout/" + p.Name + "/" + t.To
		open := new(big.Int).Neg(r.books.Get(line, t.Asset))
		if p.Asset != t.Asset || p.Claims != (t.From == r.rules.Payout.Distributor) || open.Sign() == 0 {
			continue
		}
		if open.Cmp(left) > 0 {
			open.Set(left)
		}
		r.books.Move(r.wallet(t.From), line, t.Asset, open)
		left.Sub(left, open)
	}
	r.books.Move(r.wallet(t.From), suspense, t.Asset, left)
}

// withdraw books that a referrer got credits out of the sale's contract.
func (r *run) withdraw(w *Withdrawal) {
	r.books.Move("assets/sale/"+r.rules.Sale.Contract, "liabilities/referral/"+w.Referrer+"/payable", r.rules.Coin, w.Amount)
}
