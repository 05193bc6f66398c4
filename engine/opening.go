package engine

import (
	"bytes"
	"context"
	"maps"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
)

// Holding is an asset that the chain keeps for one of the project's wallets or distributors.
type Holding struct {
	Account ledger.Account
	Wallet  ledger.Wallet
	Asset   money.Asset
	Token   common.Address // zero: the chain's own coin
}

// Holdings are all of them in order of account and asset. Distributors hold no coin of the chain's own.
func (e *Engine) Holdings() (list []Holding) {
	e.View(func(f *fold.Fold, _ State) {
		own, assets := f.OwnFunds()
		for _, w := range slices.SortedFunc(maps.Keys(own), ledger.Wallet.Compare) {
			for _, token := range slices.SortedFunc(maps.Keys(assets), func(a, b common.Address) int { return bytes.Compare(a[:], b[:]) }) {
				if token != (common.Address{}) || own[w].Role() == ledger.WalletRole {
					list = append(list, Holding{own[w], w, assets[token], token})
				}
			}
		}
	})
	slices.SortStableFunc(list, func(a, b Holding) int { return bytes.Compare([]byte(a.Account.String()), []byte(b.Account.String())) })
	return list
}

// figure is what the chain says of a holding at a block.
func (e *Engine) figure(ctx context.Context, chain Chain, at Header, h Holding) (Figure, error) {
	return heldAt(ctx, chain, e.Program(), at, h.Token, common.Address(h.Wallet))
}

// heldAt is what the chain says that a wallet holds of a token of a program at a block; the zero token is the chain's own coin.
func heldAt(ctx context.Context, chain Chain, p *program.Program, at Header, token, wallet common.Address) (Figure, error) {
	if token == (common.Address{}) {
		return chain.Balance(ctx, at, wallet)
	}
	var balances program.Mapping
	for _, use := range p.Assets {
		if use.Address == token {
			balances = use.Balances
		}
	}
	return chain.TokenBalance(ctx, at, token, wallet, balances)
}

// adopt goes on by the text in force. What else it asks the chain for is fetched from the block on that comes after the last final one:
// blocks above that are taken back, and booked again. Wallets that it added are taken in with what they hold at the last final block: what
// moved up to that block is in there. Where nobody keeps the state of that block any more, the books go on to the newest final block
// without them.
func (e *Engine) adopt(ctx context.Context, final Header, progress func(Progress)) error {
	at := e.state.Cursor.Final
	if e.fold.Refetches() && at.Hash != (common.Hash{}) {
		if err := e.takeBack(ctx, at); err != nil {
			return err
		}
	}
	added := e.unopened()
	if len(added) == 0 {
		return nil
	}
	err := e.chain.Watch(e.fold.Fetching())
	if err != nil || at.Hash == (common.Hash{}) { // there is no block yet at which they could be asked for
		return err
	}
	if final.Number < at.Number {
		return problem.New(problem.Unavailable, problem.NoNode, "the node is final to block %d, and the books to block %d: what the "+
			"wallets hold that the program's text added is asked for when it has caught up", final.Number, at.Number)
	}
	opening, known, err := e.openingAt(ctx, at, added)
	if err == nil && !known && final.Number > at.Number {
		if err = e.settleWindow(ctx, final); err == nil {
			err = e.backfill(ctx, final, progress)
		}
		if at = e.state.Cursor.Final; err == nil {
			opening, _, err = e.openingAt(ctx, at, added)
		}
	}
	if err == nil {
		err = e.takeBack(ctx, at)
	}
	if err != nil {
		return err
	}
	if opening == nil {
		opening = &fold.Opening{Number: at.Number, Hash: at.Hash, Time: at.Time}
	}
	if err := e.step(ctx, func(c *Commit) error { return e.take(ctx, c, fold.OpeningInput(opening)) }); err != nil {
		return err
	}
	return e.chain.Watch(e.Program())
}

// takeBack takes back the blocks that are not final.
func (e *Engine) takeBack(ctx context.Context, final Header) error {
	if e.state.Cursor.Head.Number <= final.Number {
		return nil
	}
	e.log.Info("another text is in force, by which more is fetched: blocks that are not final are booked again", "above", final.Number)
	return e.replaceAbove(ctx, final, &Proven{From: final.Number + 1, Last: final, Level: ProofFull})
}

// unopened are the holdings that a later text added, and of which nobody has asked yet what they are.
func (e *Engine) unopened() (added []Holding) {
	for _, h := range e.Holdings() {
		e.View(func(f *fold.Fold, _ State) {
			if f.Unopened(h.Wallet, h.Token) {
				added = append(added, h)
			}
		})
	}
	return added
}

// openingAt is the input of what the project's wallets held at a block; nil when they held nothing. known is false where something is not
// known, as where no endpoint keeps the state of that block.
func (e *Engine) openingAt(ctx context.Context, ground Header, holdings []Holding) (opening *fold.Opening, known bool, err error) {
	known = true
	o := &fold.Opening{Number: ground.Number, Hash: ground.Hash, Time: ground.Time}
	for _, h := range holdings {
		f, err := e.figure(ctx, e.away(), ground, h)
		if err != nil {
			return nil, false, err
		}
		if f.Absent != "" {
			continue
		}
		if !f.Known() {
			known = false
			e.log.Warn("what a wallet held before the first block is not known, so the books begin with nothing there", "wallet", h.Wallet.String(),
				"asset", h.Asset.Symbol(), "why", f.Why)
			o.Rows = append(o.Rows, fold.Held{Wallet: common.Address(h.Wallet), Token: h.Token, Amount: new(big.Int),
				Assurance: string(AssuranceUnknown)})
			continue
		}
		if !f.Value.IsZero() || f.Assurance == AssuranceProven { // that it was proven is said of nothing as well
			o.Rows = append(o.Rows, fold.Held{
				Wallet: common.Address(h.Wallet), Token: h.Token, Amount: f.Value.ToBig(), Assurance: string(f.Assurance),
			})
		}
	}
	if len(o.Rows) == 0 || ground.Time == 0 {
		return nil, known, nil
	}
	return o, known, nil
}
