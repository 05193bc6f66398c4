package demo_test

import (
	"context"
	"encoding/json"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/nodeledger/nodeledger/contracts/nodesale"
	"github.com/nodeledger/nodeledger/contracts/testcontracts"
	"github.com/nodeledger/nodeledger/demo"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/internal/recompute"
	"github.com/nodeledger/nodeledger/payout"
)

// account is a plain account of a demonstration: what its chain says, read from the contracts' logs, and what its operators recorded.
type account struct {
	*testing.T
	sale     *demo.Sale
	happened recompute.Happened
	codes    map[string]string // to their owners
	receipts map[string]string // sources of receipts, by transaction
}

// accountOf reads it.
func accountOf(t *testing.T, s *demo.Sale) *account {
	t.Helper()
	a := &account{T: t, sale: s, codes: map[string]string{}, receipts: map[string]string{}}
	for in, err := range s.Books().Inputs(t.Context(), 1) {
		a.sure(err)
		fact, err := in.Fact()
		a.sure(err)
		if fact != nil {
			a.fact(fact)
		}
	}
	times := map[uint64]time.Time{}
	for _, log := range a.logs(s.Chain.Sale(), s.Chain.Tether()) {
		at, known := times[log.BlockNumber]
		if !known {
			header, err := s.Chain.Client().HeaderByNumber(t.Context(), new(big.Int).SetUint64(log.BlockNumber))
			a.sure(err)
			at = time.Unix(int64(header.Time), 0).UTC()
			times[log.BlockNumber] = at
		}
		a.log(&log, at)
	}
	return a
}

func (a *account) sure(err error) {
	a.Helper()
	if err != nil {
		a.Fatal(err)
	}
}

func (a *account) logs(of ...common.Address) []types.Log {
	a.Helper()
	list, err := a.sale.Chain.Client().FilterLogs(context.Background(), ethereum.FilterQuery{FromBlock: new(big.Int), Addresses: of})
	a.sure(err)
	return list
}

func address(w common.Address) string { return strings.ToLower(w.Hex()) }

// log reads a log of the sale's contract or of the dollar's.
func (a *account) log(log *types.Log, at time.Time) {
	sale, h, c := nodesale.NewNodeSale(), &a.happened, a.sale.Chain
	if p, err := sale.UnpackPurchasedEvent(log); err == nil {
		h.Purchases = append(h.Purchases, recompute.Purchase{At: at, Buyer: address(p.Buyer), Nodes: p.Quantity.Int64(), Code: p.Code})
	}
	if code, err := sale.UnpackCodeSetEvent(log); err == nil {
		a.codes[code.Code] = address(code.Wallet)
	}
	if tier, err := sale.UnpackTierSetEvent(log); err == nil && log.BlockNumber > c.DeployBlock() {
		h.Prices = append(h.Prices, recompute.Price{At: at, Tier: int(tier.Tier.Int64()) + 1, Is: tier.Price})
	}
	if w, err := sale.UnpackReferralWithdrawnEvent(log); err == nil {
		h.Withdrawals = append(h.Withdrawals, recompute.Withdrawal{At: at, Referrer: address(w.Wallet), Amount: w.Amount})
	}
	if t, err := testcontracts.NewTetherLike().UnpackTransferEvent(log); err == nil && log.Address == c.Tether() {
		h.Transfers = append(h.Transfers, recompute.Transfer{At: at, Asset: "USDT", From: address(t.From), To: address(t.To), Amount: t.Value,
			Source: a.receipts[log.TxHash.Hex()]})
	}
}

// fact reads what an operator recorded.
func (a *account) fact(f *fold.Fact) {
	a.Helper()
	h, recorded := &a.happened, time.Unix(int64(f.Time), 0).UTC()
	switch f.Kind {
	case fold.Operator, fold.Consent, fold.MonthProposal, fold.PayoutStep:
	case fold.Scores:
		for _, row := range *body[[]fold.ScoreRow](a, f) {
			h.Scores = append(h.Scores, recompute.Score{At: row.At, Wallet: row.Wallet, What: row.What, Value: ratio(row.Value)})
		}
	case fold.PointsSold:
		b := body[fold.PointsSoldBody](a, f)
		h.Moves = append(h.Moves, recompute.Move{At: b.At, What: "sold", Wallet: b.Wallet, Asset: "GPOINT", Amount: units(b.Points, 18),
			Received: units(b.Received, 6), Paid: "USDT", Source: b.Source})
	case fold.PointsSpent:
		b := body[fold.PointsSpentBody](a, f)
		h.Moves = append(h.Moves, recompute.Move{At: b.At, What: "spent", Wallet: b.Wallet, Asset: "GPOINT", Amount: units(b.Points, 18)})
	case fold.Stake, fold.Unstake:
		b := body[fold.StakeBody](a, f)
		h.Moves = append(h.Moves, recompute.Move{At: b.At, What: f.Kind, Wallet: b.Wallet, Asset: b.Asset, Amount: units(b.Amount, 18)})
	case fold.Revenue:
		b := body[fold.RevenueRow](a, f)
		h.Incomes = append(h.Incomes, recompute.Income{At: b.At, Source: b.Source, Amount: units(b.Amount, 6), Cost: b.Cost})
	case fold.Buyback:
		b := body[fold.BuybackRow](a, f)
		h.Buybacks = append(h.Buybacks, recompute.Buyback{At: b.At, Source: b.Source, Spent: units(b.Spent, 6), Tokens: units(b.Tokens, 18)})
	case fold.Month:
		month, err := time.Parse("2006-01", body[fold.MonthBody](a, f).Month)
		a.sure(err)
		h.Closed = append(h.Closed, month)
	case fold.Payout:
		b := body[fold.PayoutBody](a, f)
		h.Runs = append(h.Runs, recompute.PayoutRun{At: recorded, Name: b.Run, Asset: b.Asset, Claims: b.Method == payout.Claim})
	case fold.PayoutResolve:
		b := body[fold.ResolveBody](a, f)
		tx, _, _ := strings.Cut(b.Exception, ":")
		a.receipts[tx] = b.Source
	default:
		a.Fatalf("a fact of kind %s: what does it say?", f.Kind)
	}
}

func body[B any](a *account, f *fold.Fact) *B {
	a.Helper()
	var b B
	a.sure(json.Unmarshal(f.Body, &b))
	return &b
}

func ratio(text string) *big.Rat {
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		panic(text)
	}
	return r
}

// units are the base units of a decimal number.
func units(decimal string, decimals int) *big.Int {
	r := ratio(decimal)
	r.Mul(r, new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)))
	if !r.IsInt() {
		panic(decimal)
	}
	return r.Num()
}
