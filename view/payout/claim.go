package payout

import (
	"cmp"
	"context"
	"fmt"
	"math/big"
	"slices"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/payout/merkle"
)

// Claim is what a wallet can take from the distributor of an asset.
type Claim struct {
	Asset       money.Asset
	Run         string // whose tree it is
	Distributor common.Address
	Cumulative  money.Amount // granted since the beginning
	Claimed     money.Amount // of it, as far as the books have seen claims that are final
	Claimable   money.Amount
	Root        ledger.Hash
	TreeFile    ledger.Hash  // SHA-256 of the tree's dump, which goes on chain with the root; zero where it was not recorded
	Books       merkle.Books // that the tree came from
	Proof       []merkle.Hash
	Data        []byte // the call of the distributor that takes it
}

// place is where an asset is claimed.
type place struct {
	asset       money.Asset
	distributor ledger.Wallet
}

// Claims finds what wallets can take. It keeps the latest tree of every distributor, some 170 bytes a wallet, and is safe for
// concurrent use.
type Claims struct {
	engine *engine.Engine

	mu    sync.Mutex
	trees map[place]*Tree
}

// NewClaims makes no tree yet.
func NewClaims(e *engine.Engine) *Claims { return &Claims{engine: e, trees: map[place]*Tree{}} }

// Of is what a wallet can take, for every distributor whose latest tree has it, in order of asset and of distributors' first runs. A
// distributor that another one took the place of is there as long as it has a tree: what it granted is claimed there and nowhere else.
func (x *Claims) Of(ctx context.Context, w ledger.Wallet) (list []Claim, err error) {
	for _, d := range x.places() {
		t, err := x.latest(ctx, d)
		if err != nil {
			return nil, err
		}
		if t == nil {
			continue
		}
		i, ok := t.merkle.Find(w)
		if !ok {
			continue
		}
		leaf, proof := t.merkle.Leaf(i), t.merkle.Proof(i)
		c := Claim{
			Asset: d.asset, Run: t.Run, Distributor: common.Address(d.distributor), Cumulative: money.FromUint256(d.asset, &leaf.Amount),
			Root: t.Root(), TreeFile: t.recorded, Books: t.Books(), Proof: proof,
			Data: claimData(w, leaf.Amount, proof),
		}
		if c.Claimed, err = x.claimed(d, w); err != nil {
			return nil, err
		}
		if c.Claimable, err = c.Cumulative.Sub(c.Claimed); err != nil {
			return nil, fmt.Errorf("%s claimed more of %s than was granted: %w", w, d.asset, err)
		}
		list = append(list, c)
	}
	slices.SortStableFunc(list, func(a, b Claim) int { return cmp.Compare(a.Asset.Symbol(), b.Asset.Symbol()) })
	return list, nil
}

// claimed is what the books saw a wallet claim of runs that are in a tree.
func (x *Claims) claimed(at place, w ledger.Wallet) (sum money.Amount, err error) {
	sum = money.Zero(at.asset)
	x.engine.Payouts(func(b *payout.Book) {
		for _, p := range b.Runs() {
			if claimedAt(p) != at || err != nil {
				continue
			}
			_, paid, _, _ := p.Line(w)
			sum, err = sum.Add(paid)
		}
	})
	return sum, err
}

// claimedAt is where a run is claimed that was exported; the zero place for every other run.
func claimedAt(p *payout.Progress) place {
	if p.Method != payout.Claim || p.By(payout.Exported) == nil {
		return place{}
	}
	return place{p.Asset, p.Payer.Distributor}
}

// places are where runs that were exported are claimed, in the order of their first runs.
func (x *Claims) places() (list []place) {
	x.engine.Payouts(func(b *payout.Book) {
		for _, p := range b.Runs() {
			if at := claimedAt(p); at != (place{}) && !slices.Contains(list, at) {
				list = append(list, at)
			}
		}
	})
	return list
}

// latest is the tree of the run of a distributor that was exported last; nil when none was.
func (x *Claims) latest(ctx context.Context, at place) (*Tree, error) {
	run, err := x.lastExported(at)
	if err != nil || run == "" {
		return nil, err
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	if t := x.trees[at]; t != nil && t.Run == run {
		return t, nil
	}
	if ctx.Err() != nil {
		return nil, ctx.Err() // it waited for another one's tree
	}
	if err := x.engine.CheckRun(ctx, run); err != nil {
		return nil, err
	}
	t, err := treeOf(x.engine, run)
	if err != nil {
		return nil, err
	}
	x.trees[at] = t
	return t, nil
}

// lastExported is the run whose tree replaced all others. Of runs exported in the same second it is the one that grants
// most: a tree contains those before it.
func (x *Claims) lastExported(of place) (name string, err error) {
	x.engine.Payouts(func(b *payout.Book) {
		var at time.Time
		var tied []string
		for _, p := range b.Runs() {
			step := p.By(payout.Exported)
			if claimedAt(p) != of {
				continue
			}
			switch step.At.Compare(at) {
			case 1:
				at, tied = step.At, []string{p.Name}
			case 0:
				tied = append(tied, p.Name)
			}
		}
		if len(tied) == 1 {
			name = tied[0]
			return
		}
		most := new(big.Int)
		for _, run := range tied {
			granted, failed := b.Granted(run)
			if failed != nil {
				err = failed
				return
			}
			sum := new(big.Int)
			for _, amount := range granted {
				sum.Add(sum, amount.Big())
			}
			if sum.Cmp(most) > 0 {
				most, name = sum, run
			}
		}
	})
	return name, err
}
