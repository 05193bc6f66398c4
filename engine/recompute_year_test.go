package engine_test

import (
	"context"
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/internal/fakechain"
	"github.com/nodeledger/nodeledger/internal/recompute"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
)

// year is a world as it lives, with a plain account of what happened in it.
type year struct {
	*testing.T
	*variety
	dice     *rand.Rand
	world    *world
	engine   *engine.Engine
	market   *recompute.Market
	sold     []mined
	lost     []recompute.Purchase
	happened recompute.Happened
	moved    map[string]int // of what can be taken back, by its reference
	facts    int
	tries    map[string][2]int // what was recorded, and what was refused
	closed   time.Time         // the first month that is open
}

// mined is a purchase in a block.
type mined struct {
	block int
	recompute.Purchase
}

const bought = "Purchased(uint256,address,address,uint256,uint256,uint256,uint256,string)"

func newYear(t *testing.T, v *variety, p *program.Program, s engine.Store, seed uint64) *year {
	t.Helper()
	w := newWorld(seed)
	w.Chain = &fakechain.Chain{Uncounted: v.means != ""}
	y := &year{T: t, variety: v, dice: rand.New(rand.NewPCG(seed, 43)), world: w, moved: map[string]int{}, tries: map[string][2]int{},
		closed: on(4, 1)}
	y.market = recompute.NewMarket(&v.rules.Sale)
	w.Mine()
	var setup []evm.Log
	if v.means == "" {
		for i, tier := range v.rules.Sale.Tiers {
			quota := new(big.Int).SetUint64(program.NoQuota)
			if tier.PerWallet >= 0 {
				quota = big.NewInt(tier.PerWallet)
			}
			setup = append(setup, w.Log("TierSet(uint256,uint256,uint256,uint256)", []common.Hash{{31: byte(i)}}, tier.Price, big.NewInt(tier.Size),
				quota))
		}
		for r := range byte(3) {
			owner := common.HexToAddress(v.rules.Sale.Codes[fakechain.Code(r+1)])
			setup = append(setup, w.Log("CodeSet(string,address,bool)", []common.Hash{evm.Padded(owner)}, fakechain.Code(r+1), true))
		}
	}
	w.Mine(setup...)
	e, err := engine.Open(t.Context(), p, s, w, w, silent())
	fatal(t, err)
	y.engine = e
	w.Finalise(0)
	fatal(t, e.Sync(t.Context(), nil))
	staff(t, e)
	if v.planned {
		for _, by := range []engine.By{ann, bob} {
			done(t)(e.PlanTGE(t.Context(), by, "plan", v.rules.Token.TGE))
		}
	}
	return y
}

// live lets days go by.
func (y *year) live() {
	y.Helper()
	ctx := context.Background()
	end := y.date(y.days)
	recorded := !y.planned
	for next := y.early.AddDate(0, 0, 1); next.Before(end); next = next.AddDate(0, 0, 1) {
		for y.world.Now().Before(next) {
			y.mine()
			if y.dice.IntN(24) == 0 {
				y.reorganise(1 + y.dice.IntN(6))
			}
		}
		y.world.Finalise(y.dice.IntN(6))
		if y.dice.IntN(3) == 0 {
			continue // nobody looks today
		}
		fatal(y.T, y.engine.Sync(ctx, nil))
		for range y.dice.IntN(5) {
			y.fact()
		}
		if final := y.world.Blocks[y.world.Final].Header.When(); !recorded && !final.Before(y.rules.Token.TGE.Add(24*time.Hour)) {
			recorded = true
			for _, by := range []engine.By{ann, bob} {
				done(y.T)(y.engine.RecordTGE(ctx, by, "tge", y.rules.Token.TGE, time.Time{}))
			}
		}
		if y.dice.IntN(2) == 0 {
			_, err := y.engine.RunJobs(ctx)
			fatal(y.T, err)
		}
		if y.dice.IntN(4) == 0 {
			y.closeMonth()
		}
	}
	for len(y.sold) == 0 || y.sold[len(y.sold)-1].block != len(y.world.Blocks)-1 || y.world.Now().Before(end) {
		y.mine() // up to a purchase: what is due of campaigns is booked with it
	}
	y.world.Finalise(0)
	fatal(y.T, y.engine.Sync(ctx, nil))
	for y.closeMonth() {
	}
	_, err := y.engine.RunJobs(ctx)
	fatal(y.T, err)
	for _, m := range y.sold {
		y.happened.Purchases = append(y.happened.Purchases, m.Purchase)
	}
}

// mine mines a block, with purchases that are new or that had left the chain.
func (y *year) mine() {
	at := y.world.Now().Add(2 * time.Hour)
	var logs []evm.Log
	often := 3 + y.days/12
	for range 2 {
		if y.dice.IntN(often) > 0 {
			continue
		}
		p := recompute.Purchase{Buyer: walletOf(10 + byte(y.dice.IntN(8))), Nodes: oneOf(y.dice, int64(1), 1, 2, 3, 4, 7, 12, 31),
			Code: oneOf(y.dice, "", "", fakechain.Code(1), fakechain.Code(2), fakechain.Code(3), "CODE9X")}
		if len(y.lost) > 0 && y.dice.IntN(2) == 0 {
			p, y.lost = y.lost[0], y.lost[1:]
		}
		p.At = at
		own := y.rules.Sale.Codes[p.Code]
		if own == p.Buyer && (y.means == "" || y.levels(at) > 1) || y.means == "" && own == "" {
			p.Code = "" // the contract refuses the buyer's own code, and one that it does not know
		}
		charge, err := y.market.Charge(&p)
		for err != nil && p.Nodes > 1 {
			p.Nodes /= 2
			charge, err = y.market.Charge(&p)
		}
		if err != nil {
			continue
		}
		fatal(y.T, y.market.Buy(&p))
		y.sold = append(y.sold, mined{len(y.world.Blocks), p})
		logs = append(logs, y.purchase(&p, &charge))
	}
	y.world.Mine(logs...)
}

func (y *year) levels(at time.Time) int {
	reward, _ := y.rules.Sale.Reward.At(at)
	return len(reward.Levels)
}

// purchase is the log of a purchase, as the sale's contract writes it.
func (y *year) purchase(p *recompute.Purchase, c *recompute.Charge) evm.Log {
	buyer, nodes := common.HexToAddress(p.Buyer), big.NewInt(p.Nodes)
	if y.means != "" {
		paid := map[string]*big.Int{"ladder": new(big.Int), "gross": c.Paid, "list": c.List}[y.means]
		return y.world.Log("Bought(address,uint256,uint256,string)", []common.Hash{evm.Padded(buyer)}, nodes, paid, p.Code)
	}
	referrer, reward := common.Address{}, new(big.Int)
	if len(c.Earns) > 0 {
		referrer, reward = common.HexToAddress(c.Earns[0].Wallet), c.Earns[0].Amount
	}
	id := common.BigToHash(big.NewInt(int64(len(y.sold))))
	return y.world.Log(bought, []common.Hash{id, evm.Padded(buyer), evm.Padded(referrer)}, nodes, c.List, c.Paid, reward, p.Code)
}

// reorganise replaces blocks above the final one.
func (y *year) reorganise(depth int) {
	w := y.world
	if depth = min(depth, len(w.Blocks)-1-int(w.Final)); depth <= 0 {
		return
	}
	w.Cut(depth)
	kept := y.sold[:0:0]
	y.market = recompute.NewMarket(&y.rules.Sale)
	for _, m := range y.sold {
		if m.block >= len(w.Blocks) {
			y.lost = append(y.lost, m.Purchase)
			continue
		}
		fatal(y.T, y.market.Buy(&m.Purchase))
		kept = append(kept, m)
	}
	y.sold = kept
	for range depth + y.dice.IntN(3) {
		y.mine()
	}
}

func walletOf(n byte) string { return ledger.Wallet{19: n}.String() }

// closeMonth closes the first month that is open, or a later one where that had nothing.
func (y *year) closeMonth() bool {
	final := y.world.Blocks[y.world.Final].Header.When()
	for month := y.closed; !month.AddDate(0, 1, 0).After(final); month = month.AddDate(0, 1, 0) {
		if y.recorded("month")(y.engine.CloseMonth(context.Background(), ann, month.Format("2006-01"))) {
			y.happened.Closed = append(y.happened.Closed, month)
			y.closed = month.AddDate(0, 1, 0)
			return true
		}
	}
	return false
}

// recorded says whether something was recorded; what the books refuse did not happen.
func (y *year) recorded(what string) func(engine.Receipt, error) bool {
	return func(_ engine.Receipt, err error) bool {
		y.Helper()
		if kind := problem.KindOf(err); err != nil && kind != problem.Conflict && kind != problem.Invalid {
			y.Fatalf("%s: %v", what, err)
		}
		n := y.tries[what]
		if err == nil {
			n[0]++
		} else {
			n[1]++
			if n[1] == 1 {
				y.Logf("%s: %v %s", what, err, reasons(err))
			}
		}
		y.tries[what] = n
		return err == nil
	}
}

func (y *year) reference() string {
	y.facts++
	return fmt.Sprint("fact-", y.facts)
}
