package engine_test

import (
	"context"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/rewards"
)

var (
	gpuToken     = common.Address{0: 0x69, 19: 1}
	incomeWallet = common.Address{0: 0x17, 19: 2}
	marketWallet = common.Address{0: 0x18, 19: 3}
	outside      = common.Address{0: 0x19, 19: 4}
	gpu          = money.MustAsset("GPU", 18)
)

// provenWorld is books whose file says that what comes into one wallet is revenue, and what another swaps is a buyback.
func provenWorld(t *testing.T, s engine.Store) (*world, *engine.Engine) {
	t.Helper()
	w := newWorld(1)
	w.Mine(w.Buy(50, 0, 4))
	p := rewardingBut(t, "kind: token, supply", `kind: token, address: "`+gpuToken.Hex()+`", supply`,
		"  GPU: ", "  USDT: { decimals: 6, kind: erc20, address: \""+tether+"\" }\n  GPU: ",
		"token:\n", `wallets: { income: "`+incomeWallet.Hex()+`", market: "`+marketWallet.Hex()+`" }
revenue:
  asset: USDT
  sources: [dapp, fiat]
  split: { by_source: { dapp: { share: 0%, buyback: 100% }, fiat: { share: 100%, buyback: 0% } } }
  proven: [{ from: 2024-04-15, received: { income: dapp }, buybacks: market }]
token:
`)
	e, err := engine.Open(context.Background(), p, s, w, w, silent())
	fatal(t, err)
	w.upTo(t, e, on(4, 14))
	staff(t, e)
	return w, e
}

// dollars is a transfer of so many base units of USDT, tokens one of so many whole tokens.
func (w *world) dollars(from, to common.Address, units int64) evm.Log {
	return w.Transfer(common.HexToAddress(tether), from, to, big.NewInt(units))
}

func (w *world) tokens(from, to common.Address, whole int64) evm.Log {
	return w.Transfer(gpuToken, from, to, new(big.Int).Mul(big.NewInt(whole), big.NewInt(1e18)))
}

// together are logs of one transaction.
func together(logs ...evm.Log) []evm.Log {
	for i := range logs {
		logs[i].TxHash = logs[0].TxHash
	}
	return logs
}

// standing is what an account holds of an asset.
func standing(t *testing.T, s engine.Store, account ledger.Account, asset money.Asset) string {
	t.Helper()
	b, err := s.BalanceAt(context.Background(), ledger.Place{Account: account, Asset: asset}, time.Unix(1<<40, 0))
	fatal(t, err)
	return b.String()
}

// What comes into the wallet that the file names is revenue of its source from the day on that the file says, and one with what an operator
// recorded under the same transaction, whichever came first.
func TestWhatTheChainShowsIsRevenue(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		w, e := provenWorld(t, s)
		wallet, income := ledger.WalletFunds(ledger.Wallet(incomeWallet)), func() string { return net(t, s, "income:revenue:dapp") }
		w.Mine(w.dollars(outside, incomeWallet, 7_000_000)) // before the rule begins
		w.upTo(t, e, on(4, 15))
		same(t, "revenue before the rule", income(), "0 USDT")
		same(t, "in suspense", net(t, s, "equity:suspense"), "-7 USDT")

		first := w.dollars(outside, incomeWallet, 100_000_001)
		w.Mine(first, w.dollars(marketWallet, incomeWallet, 5_000_000))
		w.upTo(t, e, on(4, 16))
		same(t, "revenue", income(), "-100.000001 USDT")
		same(t, "for buybacks", net(t, s, "equity:fund:buyback"), "-100.000001 USDT")
		same(t, "with the source", net(t, s, "assets:source:dapp"), "0 USDT")
		same(t, "in the wallet", standing(t, s, wallet, usdt), "112.000001 USDT") // what its own market sent is no revenue

		// The chain was first: nobody records it again, and a file counts it as there.
		row := fold.RevenueRow{Source: "dapp", Amount: "100.000001", At: on(4, 15)}
		reference := first.TxHash.Hex()
		refusal(t, problem.Conflict, "the chain shows it, and nobody needs to record it")(e.RecordRevenue(ctx, ann, reference, row))
		file := engine.RevenueFile{Rows: []engine.ReferencedRevenue{{Reference: reference + ":0", RevenueRow: row}}}
		done, err := e.RecordRevenueFile(ctx, ann, file)
		if err != nil || done.Already != 1 || done.Written != 0 {
			t.Errorf("a file with it: %+v, %v", done, err)
		}
		row.Amount = "90"
		refusal(t, problem.Conflict, "is in the books as a revenue of 100.000001 USDT")(e.RecordRevenue(ctx, ann, reference, row))

		// Somebody recorded it before the chain showed it, by the transaction alone; the chain shows a little more.
		later := together(w.dollars(outside, incomeWallet, 40_000_000), w.dollars(outside, incomeWallet, 2_000_000))
		row = fold.RevenueRow{Source: "fiat", Amount: "41", At: on(4, 16)}
		_, err = e.RecordRevenue(ctx, ann, later[0].TxHash.Hex(), row)
		fatal(t, err)
		same(t, "with the source", net(t, s, "assets:source:fiat"), "41 USDT")
		fatal(t, e.Reload(ctx))
		w.Mine(later...)
		w.upTo(t, e, on(4, 17))
		same(t, "with the source once it came", net(t, s, "assets:source:fiat"), "0 USDT")
		same(t, "its revenue", net(t, s, "income:revenue:fiat"), "-42 USDT")
		same(t, "for holders", net(t, s, "equity:fund:share"), "-42 USDT")
		same(t, "in the wallet", standing(t, s, wallet, usdt), "154.000001 USDT")
		same(t, "in suspense", net(t, s, "equity:suspense"), "-7 USDT")
		verifiedWholly(t, s)
	})
}

// What the wallet that buys back gives and gets within a transaction is a buyback at that price, and one with what an operator recorded.
func TestWhatTheChainShowsIsABuyback(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		w, e := provenWorld(t, s)
		early := together(w.dollars(marketWallet, outside, 1_000_000), w.tokens(outside, marketWallet, 1))
		w.upTo(t, e, on(4, 15))
		w.Mine(w.dollars(outside, incomeWallet, 100_000_000), w.dollars(outside, marketWallet, 500_000_000))
		w.Mine(early...) // before the TGE there is nothing to buy back
		w.upTo(t, e, on(4, 20))
		_, err := e.RunJobs(ctx)
		fatal(t, err)
		same(t, "own tokens", net(t, s, "equity:treasury-tokens"), "0 USDT")

		bought, bucket := together(w.dollars(marketWallet, outside, 60_000_000), w.dollars(outside, marketWallet, 500_000), // change
			w.tokens(outside, marketWallet, 119)), func() string { b, _ := ledger.Bucket(gpu, rewards.BoughtBack); return standing(t, s, b, gpu) }
		w.Mine(bought...)
		w.Mine(w.dollars(marketWallet, outside, 3_000_000), w.tokens(outside, marketWallet, 2)) // two transactions are no swap
		w.upTo(t, e, on(4, 21))
		same(t, "own tokens at cost", net(t, s, "equity:treasury-tokens"), "59.5 USDT")
		same(t, "bought back", bucket(), "119 GPU")
		same(t, "left for buybacks", net(t, s, "equity:fund:buyback"), "-40.5 USDT")
		same(t, "tokens in the wallet", standing(t, s, ledger.WalletFunds(ledger.Wallet(marketWallet)), gpu), "122 GPU")

		row := fold.BuybackRow{Spent: "59.5", Tokens: "119", Source: "dapp", At: on(4, 20)}
		refusal(t, problem.Conflict, "the chain shows it, and nobody needs to record it")(e.RecordBuyback(ctx, ann, bought[0].TxHash.Hex(), row))

		// Recorded first, and shown then: it is one. Recorded with other amounts, the movements wait for an explanation.
		next := together(w.dollars(marketWallet, outside, 10_000_000), w.tokens(outside, marketWallet, 20))
		other := together(w.dollars(marketWallet, outside, 4_000_000), w.tokens(outside, marketWallet, 8))
		for i, spent := range []string{"10", "5"} {
			row := fold.BuybackRow{Spent: spent, Tokens: []string{"20", "8"}[i], Source: "dapp", At: on(4, 20)}
			_, err := e.RecordBuyback(ctx, ann, [][]evm.Log{next, other}[i][0].TxHash.Hex(), row)
			fatal(t, err)
		}
		suspense := net(t, s, "equity:suspense")
		w.Mine(next...)
		w.upTo(t, e, on(4, 22))
		same(t, "bought back", bucket(), "147 GPU")
		same(t, "own tokens at cost", net(t, s, "equity:treasury-tokens"), "74.5 USDT")
		same(t, "in suspense", net(t, s, "equity:suspense"), suspense)
		same(t, "with the source", net(t, s, "assets:source:dapp"), "-5 USDT")
		w.Mine(other...)
		w.upTo(t, e, on(4, 23))
		same(t, "bought back", bucket(), "147 GPU")
		if net(t, s, "equity:suspense") == suspense {
			t.Error("a buyback that was recorded with other amounts is taken as shown")
		}
		verifiedWholly(t, s)
	})
}
