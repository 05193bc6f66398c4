package demo

import (
	"context"
	"errors"
	"math/big"
	"math/rand/v2"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/chain/devnet"
	"github.com/nodeledger/nodeledger/contracts/payoutdistributor"
	"github.com/nodeledger/nodeledger/contracts/testcontracts"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
)

// lines are what a run pays, in order of wallet.
func (s *Sale) lines(run string) (wallets []ledger.Wallet, amounts []money.Amount, total money.Amount) {
	s.Engine.Payouts(func(b *payout.Book) {
		r := b.Run(run)
		total = r.Total
		wallets = slices.Clone(r.Wallets())
		for _, w := range wallets {
			amount, _, _, _ := r.Line(w)
			amounts = append(amounts, amount)
		}
	})
	return wallets, amounts, total
}

// payTransfers has the treasury pay every line of a run. The first time it also pays a wallet that is owed nothing, so that there is an
// exception to see.
func (s *Sale) payTransfers(ctx context.Context, run string) error {
	if _, err := s.Engine.ExportPayout(ctx, s.Operators.Ann, run, ledger.Hash{}, ledger.Hash{}); err != nil {
		return err
	}
	token := testcontracts.NewTetherLike()
	wallets, amounts, total := s.lines(run)
	stray := new(big.Int)
	if !s.mistaken {
		stray.SetInt64(12_340_000)
	}
	if err := s.Chain.Mint(ctx, s.Chain.Treasury(), new(big.Int).Add(total.Big(), stray)); err != nil {
		return err
	}
	var calls []devnet.Call
	for i, w := range wallets {
		calls = append(calls, devnet.Call{To: s.Chain.Tether(), Data: token.PackTransfer(common.Address(w), amounts[i].Big())})
	}
	if !s.mistaken {
		s.mistaken = true
		calls = append(calls, devnet.Call{To: s.Chain.Tether(),
			Data: token.PackTransfer(common.HexToAddress("0x00000000000000000000000000000000000000e5"), stray)})
	}
	return s.Chain.SendAll(ctx, devnet.Treasury, calls)
}

// explainReceipts says of every receipt of the treasury where it came from: the source of revenue that holds the most.
func (s *Sale) explainReceipts(ctx context.Context) error {
	var keys []string
	s.Engine.Payouts(func(b *payout.Book) {
		for _, x := range b.Exceptions() {
			if x.Problem == payout.UnexplainedReceipt && x.Closed.IsZero() {
				keys = append(keys, x.Key)
			}
		}
	})
	for _, key := range keys {
		source, err := s.richest(ctx)
		if err != nil {
			return err
		}
		if _, err := s.Engine.ResolvePayment(ctx, s.Operators.Ann, fold.ResolveBody{
			Exception: key, Nature: payout.FromSource, Source: source, Reason: "sent to the treasury for the month's payout",
		}); err != nil {
			return err
		}
	}
	return nil
}

// richest is the source of revenue that holds the most.
func (s *Sale) richest(ctx context.Context) (name string, err error) {
	var most *big.Int
	for p, err := range s.Engine.Reader().Balances(ctx, ledger.SourceRole.Prefix()) {
		if err != nil {
			return "", err
		}
		if net := p.Balance.Net(); most == nil || net.Cmp(most) > 0 {
			name, most = p.Account.Name(), net
		}
	}
	return name, nil
}

// payClaims fills the distributor, has the tree of a run proposed and activated, and has most wallets claim. The others
// can claim later.
func (s *Sale) payClaims(ctx context.Context, dice *rand.Rand, run string) error {
	var claims fold.Claims
	var err error
	s.Engine.View(func(f *fold.Fold, _ engine.State) { claims, err = f.Claims(run) })
	if err != nil {
		return err
	}
	tree, err := claims.Tree()
	if err != nil {
		return err
	}
	file, err := fold.TreeFile(tree)
	if err != nil {
		return err
	}
	root := ledger.Hash(tree.Root())
	if _, err := s.Engine.ExportPayout(ctx, s.Operators.Ann, run, root, file); err != nil {
		return err
	}
	wallets, _, total := s.lines(run)
	if err := s.Chain.Mint(ctx, s.Chain.Treasury(), total.Big()); err != nil {
		return err
	}
	fill := testcontracts.NewTetherLike().PackTransfer(s.Chain.Distributor(), total.Big())
	if _, err := s.Chain.Send(ctx, devnet.Treasury, s.Chain.Tether(), nil, fill); err != nil {
		return err
	}
	if err := s.Chain.Publish(ctx, root, sumOf(claims.Granted), file, claims.Books.Head.Root); err != nil {
		return err
	}
	var calls []devnet.Call
	for _, w := range wallets {
		if dice.IntN(3) == 0 {
			continue
		}
		proof, ok := tree.ProofOf(w)
		if !ok {
			return errors.New("a line is not in the tree")
		}
		nodes := make([][32]byte, len(proof))
		for i := range proof {
			nodes[i] = proof[i]
		}
		calls = append(calls, devnet.Call{
			To: s.Chain.Distributor(), Data: payoutdistributor.NewPayoutDistributor().PackClaim(common.Address(w), claims.Granted[w].Big(), nodes),
		})
	}
	return s.Chain.SendAll(ctx, devnet.Owner, calls)
}

// sumOf is all that was granted.
func sumOf(granted map[ledger.Wallet]money.Amount) *big.Int {
	all := new(big.Int)
	for _, a := range granted {
		all.Add(all, a.Big())
	}
	return all
}
