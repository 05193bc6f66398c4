package engine

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"math/big"
	"slices"
	"strings"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/sale"
)

// OlderBalance is a balance of books of an older chart of accounts, with the account's path as it stands there.
type OlderBalance struct {
	Path    string
	Balance money.Balance
}

// ComparedOlder is a sort of balances that must be the same by every chart of accounts, and where they are not.
type ComparedOlder struct {
	What      string
	Balances  int
	Different []string // in words; empty: all are the same
}

// What is the same by every chart.
const (
	sameNodes  = "nodes of a holder"
	samePoints = "points of a holder"
	sameTokens = "tokens of a holder by stage"
	sameOwed   = "owed to a wallet and in no payout run"
	sameRuns   = "gathered by a payout run and not settled"
)

// samePlace names a balance that must be the same by every chart; the zero samePlace names none.
type samePlace struct{ what, of, stage, asset string }

func (p samePlace) String() string {
	return strings.Join(strings.Fields(p.asset+" "+p.what+", "+p.of+" "+p.stage), " ")
}

// CompareOlder compares what must be the same by every chart of accounts: books that were rebuilt, and the older ones.
func CompareOlder(ctx context.Context, older iter.Seq2[OlderBalance, error], books fold.Balances) ([]ComparedOlder, error) {
	before, after := map[samePlace]*big.Int{}, map[samePlace]*big.Int{}
	for b, err := range older {
		if err != nil {
			return nil, err
		}
		addTo(before, firstChart(b.Path, b.Balance.In.Asset()), b.Balance.Net())
	}
	for b, err := range books.Balances(ctx, "") {
		if err != nil {
			return nil, err
		}
		addTo(after, presentChart(b.Place), b.Account.Normal(b.Balance))
	}
	var all []ComparedOlder
	for _, what := range []string{sameNodes, samePoints, sameTokens, sameOwed, sameRuns} {
		all = append(all, compareOlder(what, before, after))
	}
	return all, nil
}

func compareOlder(what string, before, after map[samePlace]*big.Int) ComparedOlder {
	c := ComparedOlder{What: what}
	places := maps.Clone(before)
	maps.Copy(places, after)
	for _, p := range slices.SortedFunc(maps.Keys(places), func(a, b samePlace) int { return strings.Compare(a.String(), b.String()) }) {
		if p.what != what {
			continue
		}
		old, now := before[p], after[p]
		if old == nil {
			old = new(big.Int)
		}
		if now == nil {
			now = new(big.Int)
		}
		if old.Sign() != 0 || now.Sign() != 0 {
			c.Balances++
		}
		if old.Cmp(now) != 0 {
			c.Different = append(c.Different, fmt.Sprintf("%s: %s in the old books, %s in these, in base units", p, old, now))
		}
	}
	return c
}

func addTo(sums map[samePlace]*big.Int, p samePlace, units *big.Int) {
	if p == (samePlace{}) {
		return
	}
	if sums[p] == nil {
		sums[p] = new(big.Int)
	}
	sums[p].Add(sums[p], units)
}

// firstChart reads a path of the first chart: holders:<wallet>:<asset>[:stage], holders:<wallet>:share|rebate:payable,
// referrers:<wallet>:pending|payable and payout:<run>. Every other account has no one successor.
func firstChart(path string, asset money.Asset) samePlace {
	words, symbol := strings.Split(path, ":"), asset.Symbol()
	switch {
	case words[0] == "payout" && len(words) == 2:
		return samePlace{sameRuns, words[1], "", symbol}
	case words[0] == "referrers" && len(words) == 3 && words[2] != "paid":
		return samePlace{sameOwed, words[1], "referral " + words[2], symbol}
	case words[0] == "holders" && len(words) == 3 && asset == sale.Node:
		return samePlace{sameNodes, words[1], "", symbol}
	case words[0] == "holders" && len(words) == 3:
		return samePlace{samePoints, words[1], "", symbol}
	case words[0] == "holders" && len(words) == 4 && (words[2] == "share" || words[2] == "rebate"):
		if words[3] == "payable" {
			return samePlace{sameOwed, words[1], words[2], symbol}
		}
	case words[0] == "holders" && len(words) == 4:
		return samePlace{sameTokens, words[1], words[3], symbol}
	}
	return samePlace{}
}

// presentChart is where the same stands by the present chart.
func presentChart(p ledger.Place) samePlace {
	wallet, _ := p.Account.Wallet()
	symbol, of := p.Asset.Symbol(), wallet.String()
	switch p.Account.Role() {
	case ledger.PayoutRole, ledger.TokenPayoutRole:
		return samePlace{sameRuns, p.Account.Name(), "", symbol}
	case ledger.ReferralRole:
		return samePlace{sameOwed, of, "referral " + p.Account.Stage(), symbol}
	case ledger.ShareRole:
		return samePlace{sameOwed, of, "share", symbol}
	case ledger.RebateRole:
		return samePlace{sameOwed, of, "rebate", symbol}
	case ledger.TokenRole:
		return samePlace{sameTokens, of, p.Account.Stage(), symbol}
	case ledger.HoldingRole:
		if p.Asset == sale.Node {
			return samePlace{sameNodes, of, "", symbol}
		}
		return samePlace{samePoints, of, "", symbol}
	}
	return samePlace{}
}
