package engine_test

import (
	"context"
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/internal/fakechain"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/sale"
	"github.com/nodeledger/nodeledger/sale/fairness"
)

// dealing mines n blocks in which the wallets 1 to 3, whose codes there are, buy with each other's and their own, and others with any.
func (w *world) dealing(n int) {
	for range n {
		var logs []evm.Log
		for range 1 + w.rng.IntN(3) {
			logs = append(logs, w.Buy(byte(1+w.rng.IntN(8)), byte(w.rng.IntN(4)), int64(w.rng.IntN(9))))
		}
		w.Mine(logs...)
	}
}

// journalled is a purchase as the journal has it.
type journalled struct {
	buyer, referrer    string // no referrer: empty
	nodes              uint64
	when               int64
	list, paid, reward money.Amount
}

// purchasesOf are those of the journal that were not reversed, of at least one node.
func purchasesOf(t *testing.T, s engine.Store) (list []journalled) {
	t.Helper()
	all, reversed := []ledger.Transaction{}, map[uint64]bool{}
	for tx, err := range s.Transactions(context.Background(), 1) {
		fatal(t, err)
		reversed[tx.Reverses] = true
		all = append(all, *tx)
	}
	for _, tx := range all {
		if tx.Kind != sale.PurchaseKind || reversed[tx.Sequence] || tx.Meta["quantity"] == "0" {
			continue
		}
		p := journalled{referrer: tx.Meta["referrer"], when: tx.Effective.Unix()}
		_, err := fmt.Sscan(tx.Meta["quantity"], &p.nodes)
		fatal(t, err)
		for name, into := range map[string]*money.Amount{"list": &p.list, "paid": &p.paid} {
			*into, err = money.ParseUnits(ether(t), tx.Meta[name])
			fatal(t, err)
		}
		p.reward = money.Zero(ether(t))
		for _, posting := range tx.Postings {
			if strings.HasPrefix(posting.From.String(), "income:sale:") {
				w, _ := posting.From.Wallet()
				p.buyer = w.String()
			}
			if strings.HasPrefix(posting.To.String(), "expenses:referral:") {
				p.reward = posting.Amount
			}
		}
		list = append(list, p)
	}
	return list
}

func ether(t *testing.T) money.Asset {
	t.Helper()
	a, err := money.NewAsset("ETH", 18)
	fatal(t, err)
	return a
}

// summed adds purchases up by what a test keeps of them.
func summed(t *testing.T, list []journalled, keep func(journalled) bool) fairness.Sum {
	t.Helper()
	zero := money.Zero(ether(t))
	s := fairness.Sum{List: zero, Discount: zero, Reward: zero}
	for _, p := range list {
		if !keep(p) {
			continue
		}
		s.Purchases++
		s.Nodes += p.nodes
		off, err := p.list.Sub(p.paid)
		fatal(t, err)
		s.List, err = s.List.Add(p.list)
		fatal(t, err)
		s.Discount, err = s.Discount.Add(off)
		fatal(t, err)
		s.Reward, err = s.Reward.Add(p.reward)
		fatal(t, err)
	}
	return s
}

// TestTheReportOfTheSaleIsWhatTheJournalSays: while blocks are booked, leave the chain and become final, the report follows from the
// purchases of the journal that stand, added up in another way.
func TestTheReportOfTheSaleIsWhatTheJournalSays(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		w := newWorld(11)
		e := start(t, s, w)
		pairs := 0
		for range 8 {
			w.dealing(4)
			if w.rng.IntN(2) == 0 {
				w.reorganise(3)
			}
			w.Finalise(4)
			fatal(t, e.Sync(context.Background(), nil))
			var r fairness.Report
			e.View(func(f *fold.Fold, _ engine.State) {
				var err error
				r, err = f.Fairness.Report(f.Sale)
				fatal(t, err)
			})
			pairs += r.MutualPairs
			asTheJournalSays(t, purchasesOf(t, s), &r)
			livedOn(t, e, e.Program(), s)
		}
		if pairs < 8 {
			t.Errorf("wallets dealt with each other %d times: the world is too quiet to show anything", pairs)
		}
	})
}

func asTheJournalSays(t *testing.T, list []journalled, r *fairness.Report) {
	t.Helper()
	nodes, with := map[string]int64{}, map[[2]string]bool{}
	var all, differences int64
	for _, p := range list {
		nodes[p.buyer] += int64(p.nodes)
		all += int64(p.nodes)
		with[[2]string{p.buyer, p.referrer}] = true
	}
	for _, a := range nodes {
		for _, b := range nodes {
			differences += max(a-b, b-a)
		}
	}
	same(t, "wallets", r.Wallets, uint64(len(nodes)))
	same(t, "nodes", r.Nodes, uint64(all))
	same(t, "the Gini", r.Gini.Cmp(big.NewRat(differences, 2*int64(len(nodes))*all)), 0)
	same(t, "the opening", int64(r.Opened), list[0].when)
	mutual := func(p journalled) bool {
		return p.buyer != p.referrer && with[[2]string{p.buyer, p.referrer}] && with[[2]string{p.referrer, p.buyer}]
	}
	same(t, "with a code", r.Coded, summed(t, list, func(p journalled) bool { return p.referrer != "" }))
	same(t, "without a code", r.Plain, summed(t, list, func(p journalled) bool { return p.referrer == "" }))
	same(t, "with the own code", r.Own, summed(t, list, func(p journalled) bool { return p.referrer == p.buyer }))
	same(t, "with each other's", r.Mutual.Sum, summed(t, list, mutual))
	first := summed(t, list, func(p journalled) bool { return p.when < list[0].when+60 })
	same(t, "the first minute", r.Minutes[0].Nodes, first.Nodes)
}

// TestNodesThatCameBackAreNotCounted: a refund takes its nodes from the wallet that bought them, and changes nothing else of the report.
func TestNodesThatCameBackAreNotCounted(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		w := newWorld(1)
		w.Uncounted = true // the contract of this world knows no refunds
		e, err := engine.Open(context.Background(), anything(t, otherSale), s, w, fixedClock{}, silent())
		fatal(t, err)
		w.Mine(w.Buy(10, 0, 5), w.Buy(11, 1, 3), w.Buy(12, 0, 2))
		w.Mine(w.Log("Refunded(address,uint256,uint256)", []common.Hash{{31: 10}}, big.NewInt(4*fakechain.Price), big.NewInt(4)),
			w.Log("Refunded(address,uint256,uint256)", []common.Hash{{31: 12}}, big.NewInt(2*fakechain.Price), big.NewInt(2)))
		fatal(t, e.Sync(context.Background(), nil))
		e.View(func(f *fold.Fold, _ engine.State) {
			r, err := f.Fairness.Report(f.Sale)
			fatal(t, err)
			same(t, "wallets", r.Wallets, 2)
			same(t, "nodes", r.Nodes, 4)
			same(t, "the Gini", r.Gini.Cmp(big.NewRat(1, 4)), 0) // 1 and 3
			same(t, "the first minute", r.Minutes[0], fairness.Minute{Purchases: 3, Nodes: 10, Wallets: 3})
		})
	})
}
