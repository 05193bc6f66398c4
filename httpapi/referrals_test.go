package httpapi_test

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/wire"
)

// credited is every credit of a referrer, read in pages.
func (s *site) credited(w ledger.Wallet, limit int) (list []wire.ReferralCredit, first wire.Referrals) {
	s.Helper()
	for next, more := "", true; more; more = next != "" {
		var page wire.Referrals
		s.get(fmt.Sprintf("/api/v1/holders/%s/referrals?limit=%d&after=%s", w, limit, next), &page)
		if first.Wallet == "" {
			first = page
		}
		list, next = append(list, page.Credits...), page.Next
	}
	return list, first
}

// Every credit comes from one purchase of the chain, and the stages add up to what the books hold at each.
func TestReferralsThroughTheirStages(t *testing.T) {
	t.Parallel()
	e, c := samplebooks.Rewarded(t)
	s := serve(t, e, 0)
	seen := map[string]int{}
	look := func() {
		t.Helper()
		for r := byte(1); r <= 3; r++ {
			list, first := s.credited(samplebooks.Person(r), 7)
			if first.Count != len(list) || len(first.Codes) != 1 ||
				first.Codes[0] != (wire.ReferralCode{Code: fmt.Sprintf("CODE%d", r), Live: true}) {
				t.Errorf("%d credits, %+v", len(list), first)
			}
			want := map[string]evm.Log{}
			for _, b := range c.Blocks {
				for _, l := range b.Facts.Logs {
					if len(l.Topics) == 4 && l.Topics[3][31] == r {
						want[ledger.Hash(l.TxHash).String()] = l
					}
				}
			}
			stages := map[string]*big.Int{"pending": new(big.Int), "payable": new(big.Int), "paid": new(big.Int)}
			last := ""
			for i, got := range list {
				l, ok := want[got.Tx]
				delete(want, got.Tx)
				nodes := new(big.Int).SetBytes(l.Data[:32])
				if !ok || got.Buyer != ledger.Wallet(l.Topics[2][12:]).String() || got.Nodes != nodes.Uint64() ||
					got.Paid.Amount != fmt.Sprint(nodes.Int64()*900) || got.Reward.Amount != fmt.Sprint(nodes.Int64()*90) {
					t.Errorf("%+v is not in the chain", got)
				}
				if i > 0 && (got.When > list[i-1].When || got.Stage < last && last == "paid") {
					t.Errorf("%+v comes after %+v", got, list[i-1])
				}
				last = got.Stage
				stages[got.Stage].Add(stages[got.Stage], sum(t, got.Reward))
				seen[got.Stage]++
			}
			if len(want) > 0 {
				t.Errorf("%d purchases have no credit", len(want))
			}
			held := func(a ledger.Account) *big.Int {
				b, err := e.Reader().BalanceAt(t.Context(), ledger.Place{Account: a, Asset: e.Program().Sale.Asset}, samplebooks.Day(400))
				check(t, err)
				return a.Normal(b)
			}
			w := samplebooks.Person(r)
			booked := map[string]*big.Int{"paid": held(ledger.ReferralExpense(w))}
			for _, stage := range []ledger.ReferralStage{ledger.ReferralPending, ledger.ReferralPayable} {
				booked[string(stage)] = held(ledger.Referral(w, stage))
				booked["paid"].Sub(booked["paid"], booked[string(stage)]) // what was earned and is not owed was paid
			}
			for stage, shown := range stages {
				has := booked[stage]
				// A credit that is paid in part is payable still: the difference is less than one credit.
				if d := new(big.Int).Sub(shown, has); d.CmpAbs(big.NewInt(7*90)) >= 0 || stage == "pending" && d.Sign() != 0 {
					t.Errorf("referrer %d: %s are shown as %s, the books have %s", r, shown, stage, has)
				}
			}
		}
	}
	look()
	// Five purchases in two blocks that are not final; then another branch on which one of them never happened.
	kept := c.Buy(12, 1, 3)
	c.Mine(c.Buy(10, 1, 4), c.Buy(11, 2, 2))
	c.Mine(kept, c.Buy(13, 3, 5), c.Buy(14, 1, 6))
	samplebooks.Settle(t, e)
	look()
	if seen["pending"] == 0 || seen["payable"] == 0 || seen["paid"] == 0 {
		t.Errorf("stages %v", seen)
	}
	c.Cut(2)
	c.Mine(kept)
	c.Mine()
	samplebooks.Settle(t, e)
	look()
	c.Finalise(0)
	clear(seen)
	samplebooks.Settle(t, e)
	look()
	if seen["pending"] != 0 {
		t.Errorf("everything is final, and stages are %v", seen)
	}
}
