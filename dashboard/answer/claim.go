package answer

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"math/big"
	"slices"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/payout/merkle"
)

// Tree is the tree of a run for claims: what every wallet was granted since the first one.
type Tree struct {
	Run    string
	Total  money.Amount // of all leaves
	merkle *merkle.Tree
}

// Root is what the distributor is given.
func (t *Tree) Root() ledger.Hash { return ledger.Hash(t.merkle.Root()) }

// Len is how many wallets are in it.
func (t *Tree) Len() int { return t.merkle.Len() }

// treeOf makes the tree of a run, leaves in rising order of wallet.
func treeOf(e *engine.Engine, run string) (*Tree, error) {
	var granted map[ledger.Wallet]money.Amount
	var exported ledger.Hash
	var total money.Amount
	var err error
	e.Payouts(func(b *payout.Book) {
		if granted, err = b.Granted(run); err == nil {
			exported, total = b.Run(run).Root, money.Zero(b.Run(run).Asset)
		}
	})
	if err != nil {
		return nil, err
	}
	leaves := make([]merkle.Leaf, 0, len(granted))
	for w, amount := range granted {
		leaves = append(leaves, merkle.Leaf{Wallet: w, Amount: amount.Uint256()})
		if total, err = total.Add(amount); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(leaves, func(a, b merkle.Leaf) int { return bytes.Compare(a.Wallet[:], b.Wallet[:]) })
	t := &Tree{Run: run, Total: total}
	if t.merkle, err = merkle.Build(leaves); err != nil {
		return nil, fmt.Errorf("the tree of run %s: %w", run, err)
	}
	if exported != (ledger.Hash{}) && exported != t.Root() {
		return nil, fmt.Errorf("the tree of run %s has the root %s, and it was exported with %s: do not use it, run `nodeledger ledger verify`", run, t.Root(), exported)
	}
	return t, nil
}

// TreeOf makes the tree of a run for claims, as FormatMerkle writes it.
func TreeOf(e *engine.Engine, run string) (*Tree, error) {
	s, err := snapshotOf(e, run)
	if err == nil {
		err = s.may(FormatMerkle)
	}
	if err != nil {
		return nil, err
	}
	return treeOf(e, run)
}

// File is the SHA-256 of the tree's dump, as it is published.
func (t *Tree) File() (ledger.Hash, error) {
	sum := sha256.New()
	err := t.merkle.Dump(sum)
	return ledger.Hash(sum.Sum(nil)), err
}

// Claim is what a wallet can take from the distributor of an asset.
type Claim struct {
	Asset       money.Asset
	Run         string // whose tree it is
	Distributor common.Address
	Cumulative  money.Amount // granted since the beginning
	Claimed     money.Amount // of it, as far as the books have seen claims that are final
	Claimable   money.Amount
	Root        ledger.Hash
	Proof       []merkle.Hash
	Data        []byte // the call of the distributor that takes it
}

// Claims finds what wallets can take. It keeps the latest tree of every asset, some 170 bytes a wallet, and is safe for
// concurrent use.
type Claims struct {
	engine *engine.Engine

	mu    sync.Mutex
	trees map[money.Asset]*Tree
}

// NewClaims makes no tree yet.
func NewClaims(e *engine.Engine) *Claims { return &Claims{engine: e, trees: map[money.Asset]*Tree{}} }

// Of is what a wallet can take, for every asset whose latest tree has it, in order of asset.
func (x *Claims) Of(ctx context.Context, w ledger.Wallet) (list []Claim, err error) {
	for _, d := range x.engine.Program().Payout.Distributors {
		t, err := x.latest(ctx, d.Asset)
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
			Asset: d.Asset, Run: t.Run, Distributor: d.Address, Cumulative: money.FromUint256(d.Asset, &leaf.Amount), Root: t.Root(), Proof: proof,
			Data: claimData(w, leaf.Amount, proof),
		}
		if c.Claimed, err = x.claimed(d.Asset, w); err != nil {
			return nil, err
		}
		if c.Claimable, err = c.Cumulative.Sub(c.Claimed); err != nil {
			return nil, fmt.Errorf("%s claimed more of %s than was granted: %w", w, d.Asset, err)
		}
		list = append(list, c)
	}
	slices.SortFunc(list, func(a, b Claim) int { return bytes.Compare([]byte(a.Asset.Symbol()), []byte(b.Asset.Symbol())) })
	return list, nil
}

// claimed is what the books saw a wallet claim of runs that are in a tree.
func (x *Claims) claimed(asset money.Asset, w ledger.Wallet) (sum money.Amount, err error) {
	sum = money.Zero(asset)
	x.engine.Payouts(func(b *payout.Book) {
		for _, p := range b.Runs() {
			if p.Asset != asset || p.Method != payout.Claim || p.By(payout.Exported) == nil || err != nil {
				continue
			}
			_, paid, _, _ := p.Line(w)
			sum, err = sum.Add(paid)
		}
	})
	return sum, err
}

// latest is the tree of the run of an asset that was exported last; nil when none was.
func (x *Claims) latest(ctx context.Context, asset money.Asset) (*Tree, error) {
	run, err := x.lastExported(asset)
	if err != nil || run == "" {
		return nil, err
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	if t := x.trees[asset]; t != nil && t.Run == run {
		return t, nil
	}
	if ctx.Err() != nil {
		return nil, ctx.Err() // it waited for another one's tree
	}
	t, err := treeOf(x.engine, run)
	if err != nil {
		return nil, err
	}
	x.trees[asset] = t
	return t, nil
}

// lastExported is the run whose tree replaced all others. Of runs exported in the same second it is the one that grants
// most: a tree contains those before it.
func (x *Claims) lastExported(asset money.Asset) (name string, err error) {
	x.engine.Payouts(func(b *payout.Book) {
		var at time.Time
		var tied []string
		for _, p := range b.Runs() {
			step := p.By(payout.Exported)
			if p.Asset != asset || p.Method != payout.Claim || step == nil {
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

// The calls of the distributor, by the first four bytes of the Keccak-256 of their signatures.
const (
	claimSignature   = "claim(address,uint256,bytes32[])"
	proposeSignature = "propose(bytes32,uint256,bytes32)"
)

// claimData is claim(account, cumulative, proof): the selector, three words of which the last says where the proof begins,
// its length, and its hashes.
func claimData(w ledger.Wallet, cumulative uint256.Int, proof []merkle.Hash) []byte {
	data := crypto.Keccak256([]byte(claimSignature))[:4]
	amount := cumulative.Bytes32()
	data = append(data, common.LeftPadBytes(w[:], 32)...)
	data = append(data, amount[:]...)
	data = append(data, common.LeftPadBytes([]byte{3 * 32}, 32)...)
	data = append(data, common.LeftPadBytes(big.NewInt(int64(len(proof))).Bytes(), 32)...)
	for _, h := range proof {
		data = append(data, h[:]...)
	}
	return data
}

// proposeData is propose(root, total, file).
func proposeData(root ledger.Hash, total uint256.Int, file ledger.Hash) []byte {
	data := crypto.Keccak256([]byte(proposeSignature))[:4]
	amount := total.Bytes32()
	return append(append(append(data, root[:]...), amount[:]...), file[:]...)
}
