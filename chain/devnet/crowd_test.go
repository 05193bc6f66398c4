package devnet_test

import (
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/nodeledger/nodeledger/chain/devnet"
	"github.com/nodeledger/nodeledger/contracts/nodelicense"
	"github.com/nodeledger/nodeledger/contracts/nodesale"
)

func TestSameSeedSameChain(t *testing.T) {
	run := func(seed uint64) (head common.Hash, purchases []types.Log) {
		c := start(t, devnet.Options{Seed: seed})
		must(t, c.RunCrowd(t.Context(), devnet.CrowdOptions{Months: 2, Purchases: 60}, nil))
		logs, err := c.Client().FilterLogs(t.Context(), ethereum.FilterQuery{FromBlock: new(big.Int), Addresses: []common.Address{c.Sale()}})
		must(t, err)
		return c.Head().Hash(), logs
	}
	head, purchases := run(7)
	again, repeated := run(7)
	if head != again {
		t.Errorf("heads %s and %s of the same seed", head, again)
	}
	if len(purchases) != len(repeated) {
		t.Fatalf("%d and %d logs of the same seed", len(purchases), len(repeated))
	}
	for i := range purchases {
		if purchases[i].TxHash != repeated[i].TxHash || string(purchases[i].Data) != string(repeated[i].Data) {
			t.Fatalf("log %d differs", i)
		}
	}
	if other, _ := run(8); other == head {
		t.Error("another seed made the same chain")
	}
}

// TestCrowdIsLifelike checks that what the crowd promises is in the chain, and that the contract's books hold.
func TestCrowdIsLifelike(t *testing.T) {
	for name, sequential := range map[string]bool{"sequential": true, "parallel": false} {
		t.Run(name, func(t *testing.T) {
			ctx := t.Context()
			began := time.Date(2026, time.January, 5, 0, 0, 0, 0, time.UTC)
			c := start(t, devnet.Options{Seed: 3, Start: began, Sequential: sequential})
			var last int
			must(t, c.RunCrowd(ctx, devnet.CrowdOptions{Months: 6, Purchases: 300}, func(done, total int) {
				if done < last || total != 300 {
					t.Errorf("progress from %d to %d of %d", last, done, total)
				}
				last = done
			}))
			if last != 300 {
				t.Errorf("progress ended at %d of 300", last)
			}
			seen := readLogs(t, c)
			if len(seen.purchases) != 300 {
				t.Errorf("%d purchases, want 300", len(seen.purchases))
			}
			if with := seen.withCode(); with < 100 || with > 200 {
				t.Errorf("%d of 300 purchases with a code, want about half", with)
			}
			if len(seen.codes) != 9 || seen.codes[8].Active {
				t.Errorf("%d changes of codes, want 8 registrations and a disabling", len(seen.codes))
			}
			if len(seen.tiers) != 16 || seen.tiers[15].Price.Cmp(seen.tiers[14].Price) <= 0 {
				t.Errorf("%d changes of tiers, want 15 and a re-pricing", len(seen.tiers))
			}
			if len(seen.withdrawals) < 5 {
				t.Errorf("%d withdrawals", len(seen.withdrawals))
			}
			if seen.failed == 0 {
				t.Error("no purchase failed")
			}
			if seen.shared == 0 {
				t.Error("no two purchases share a block")
			}
			end := time.Unix(int64(c.Head().Time), 0).UTC()
			if months := began.AddDate(0, 6, 0); end.Before(months.AddDate(0, 0, -7)) || end.After(months.AddDate(0, 0, 7)) {
				t.Errorf("the crowd ended at %s, want about %s", end, months)
			}
			checkBooks(t, c, seen)
		})
	}
}

// checkBooks compares the sums of the events with what the contracts say and hold.
func checkBooks(t *testing.T, c *devnet.Chain, seen *chainLogs) {
	t.Helper()
	nodes, owed, treasury := new(big.Int), new(big.Int), new(big.Int)
	for _, p := range seen.purchases {
		nodes.Add(nodes, p.Quantity)
		owed.Add(owed, p.Referral)
		treasury.Add(treasury, p.Paid).Sub(treasury, p.Referral)
	}
	for _, w := range seen.withdrawals {
		owed.Sub(owed, w.Amount)
	}
	if sold := totalSold(t, c, c.Client(), nil); nodes.Int64() != sold {
		t.Errorf("events say %s nodes, the contract %d", nodes, sold)
	}
	license := nodelicense.NewNodeLicense()
	if minted := call(t, c.Client(), c.License(), license.PackTotalSupply(), nil, license.UnpackTotalSupply); minted.Cmp(nodes) != 0 {
		t.Errorf("%s licences for %s nodes", minted, nodes)
	}
	for address, want := range map[common.Address]*big.Int{c.Sale(): owed, c.Treasury(): treasury} {
		if has, err := c.Client().BalanceAt(t.Context(), address, nil); err != nil || has.Cmp(want) != 0 {
			t.Errorf("%s has %s wei (%v), events say %s", address, has, err, want)
		}
	}
}

type chainLogs struct {
	purchases   []*nodesale.NodeSalePurchased
	withdrawals []*nodesale.NodeSaleReferralWithdrawn
	codes       []*nodesale.NodeSaleCodeSet
	tiers       []*nodesale.NodeSaleTierSet
	failed      int // transactions
	shared      int // blocks with more than one purchase
}

func (l *chainLogs) withCode() (n int) {
	for _, p := range l.purchases {
		if p.Code != "" {
			n++
		}
	}
	return n
}

func readLogs(t *testing.T, c *devnet.Chain) *chainLogs {
	t.Helper()
	sale, seen := nodesale.NewNodeSale(), &chainLogs{}
	for n := c.DeployBlock(); n <= c.Head().Number.Uint64(); n++ {
		block, err := c.Client().BlockByNumber(t.Context(), new(big.Int).SetUint64(n))
		must(t, err)
		before := len(seen.purchases)
		for _, tx := range block.Transactions() {
			receipt, err := c.Client().TransactionReceipt(t.Context(), tx.Hash())
			must(t, err)
			if receipt.Status != types.ReceiptStatusSuccessful {
				seen.failed++
			}
			for _, log := range receipt.Logs {
				if log.Address != c.Sale() {
					continue
				}
				if e, err := sale.UnpackPurchasedEvent(log); err == nil {
					seen.purchases = append(seen.purchases, e)
				} else if e, err := sale.UnpackReferralWithdrawnEvent(log); err == nil {
					seen.withdrawals = append(seen.withdrawals, e)
				} else if e, err := sale.UnpackCodeSetEvent(log); err == nil {
					seen.codes = append(seen.codes, e)
				} else if e, err := sale.UnpackTierSetEvent(log); err == nil {
					seen.tiers = append(seen.tiers, e)
				}
			}
		}
		if len(seen.purchases) > before+1 {
			seen.shared++
		}
	}
	return seen
}

func TestCrowdRunsAgain(t *testing.T) {
	c := start(t, devnet.Options{Wallets: 5})
	for range 2 {
		must(t, c.RunCrowd(t.Context(), devnet.CrowdOptions{Months: 1, Purchases: 10}, nil))
	}
	if seen := readLogs(t, c); len(seen.purchases) != 20 {
		t.Fatalf("%d purchases of two runs, want 20", len(seen.purchases))
	}
}

func TestCrowdSaysWhenAllIsSold(t *testing.T) {
	c := start(t, devnet.Options{Tiers: []devnet.Tier{{Price: big.NewInt(1000), Size: 9, PerWallet: 2}}})
	err := c.RunCrowd(t.Context(), devnet.CrowdOptions{Months: 1, Purchases: 10}, nil)
	if err == nil || !strings.Contains(err.Error(), "no wallet can buy") {
		t.Fatalf("got %v", err)
	}
	if sold := totalSold(t, c, c.Client(), nil); sold != 9 {
		t.Fatalf("%d nodes sold, want all 9", sold)
	}
}
