package main

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/chain/devnet"
	"github.com/nodeledger/nodeledger/contracts/nodesale"
	"github.com/nodeledger/nodeledger/contracts/payoutdistributor"
	"github.com/nodeledger/nodeledger/contracts/testcontracts"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/payout/merkle"
	"github.com/nodeledger/nodeledger/rewards"
)

// demoStaff is the two people who run the money of the demonstration: ann records, prepares and proposes, bob approves.
type demoStaff struct {
	Ann, Bob engine.By
}

// hire gives both of them a token and a wallet of the chain to sign in with.
func (s *stage) hire(ctx context.Context, seed uint64) (staff demoStaff, err error) {
	var random [32]byte
	copy(random[:], fmt.Sprintf("demonstration, no value: %d", seed))
	dice := rand.NewChaCha8(random)
	by := engine.By{Name: "demo"}
	for i, who := range []struct {
		name   string
		into   *engine.By
		scopes []operator.Scope
	}{
		{"ann", &staff.Ann, []operator.Scope{operator.Admin, operator.Prepare, operator.Record}},
		{"bob", &staff.Bob, []operator.Scope{operator.Approve, operator.Prepare}},
	} {
		secret, hash, err := operator.NewToken(dice)
		if err != nil {
			return staff, err
		}
		wallet, _ := s.devnet.Wallet(s.devnet.Wallets() - 2 + i)
		for _, change := range []operator.Change{
			{Name: who.name, Label: "token", Token: hash, Scopes: who.scopes},
			{Name: who.name, Label: "wallet", Wallet: strings.ToLower(wallet.Hex()), Scopes: who.scopes},
		} {
			if _, err := s.engine.RecordOperator(ctx, by, change.Name+"-"+change.Label, change); err != nil {
				return staff, err
			}
			by = engine.By{Token: secret}
			if staff.Ann.Token != "" {
				by = staff.Ann
			}
		}
		*who.into = engine.By{Name: who.name, Token: secret}
		by = staff.Ann
	}
	return staff, nil
}

// year lets the crowd buy month by month, and after each month the two people do its money: revenue, closing, a payout run
// with what the chain shows of it, a buyback at the end of a quarter.
func (s *stage) year(ctx context.Context, o demoOptions, progress func(done, total int), book func(context.Context) error) error {
	dice := rand.New(rand.NewPCG(o.seed, 12))
	made := 0
	begun := chainClock{s.devnet}.Now()
	for n := range o.months {
		share := o.purchases*(n+1)/o.months - made
		err := s.devnet.RunCrowd(ctx, devnet.CrowdOptions{Months: 1, Purchases: share}, func(done, _ int) { progress(made+done, o.purchases) })
		if err != nil {
			return err
		}
		made += share
		if rest := begun.AddDate(0, n+1, 0).Sub(chainClock{s.devnet}.Now()); rest > 0 {
			if err := s.devnet.Advance(ctx, rest); err != nil {
				return err
			}
		}
		if err := s.withdraw(ctx, dice); err != nil {
			return err
		}
		if err := book(ctx); err != nil {
			return err
		}
		month := rewards.MonthOf(chainClock{s.devnet}.Now()).AddDate(0, -1, 0)
		if err := s.earn(ctx, dice, month); err != nil {
			return fmt.Errorf("month %s: %w", month.Format(rewards.MonthForm), err)
		}
		if o.leaveOpen && n == o.months-1 {
			return nil
		}
		if err := s.money(ctx, dice, month, book); err != nil {
			return fmt.Errorf("month %s: %w", month.Format(rewards.MonthForm), err)
		}
	}
	return nil
}

// withdraw lets some of the referrers collect what the sale owes them; every other one has it sent to the next wallet.
func (s *stage) withdraw(ctx context.Context, dice *rand.Rand) error {
	sale := nodesale.NewNodeSale()
	for i := range 8 {
		if dice.IntN(2) == 0 {
			continue
		}
		data := sale.PackWithdrawReferral()
		if i%2 == 1 {
			next, _ := s.devnet.Wallet(i + 1)
			data = sale.PackWithdrawReferralTo(next)
		}
		_, err := s.devnet.Send(ctx, i, s.devnet.Sale(), nil, data)
		var refusal *devnet.Refusal
		if err != nil && !errors.As(err, &refusal) { // who is owed nothing is refused
			return err
		}
	}
	return nil
}

// earn records what the project earned in a month.
func (s *stage) earn(ctx context.Context, dice *rand.Rand, month time.Time) error {
	name := month.Format(rewards.MonthForm)
	for _, source := range []string{"dapp", "fiat"} {
		row := engine.RevenueRow{
			Source: source, Amount: fmt.Sprintf("%d.%02d", 40_000+dice.IntN(160_000), dice.IntN(100)), At: month.AddDate(0, 0, 14+dice.IntN(10)),
			Note: "invented for the demonstration",
		}
		if _, err := s.engine.RecordRevenue(ctx, s.staff.Ann, name+"-"+source, row); err != nil {
			return err
		}
	}
	return nil
}

// money does what a treasurer does after a month.
func (s *stage) money(ctx context.Context, dice *rand.Rand, month time.Time, book func(context.Context) error) error {
	name := month.Format(rewards.MonthForm)
	if _, err := s.engine.CloseMonth(ctx, s.staff.Ann, name); err != nil {
		return err
	}
	if month.Month()%3 == 0 {
		if err := s.buyBack(ctx, dice, name); err != nil {
			return err
		}
	}
	method := payout.Transfer
	if month.Month()%2 == 0 {
		method = payout.Claim
	}
	if _, err := s.engine.PreparePayout(ctx, s.staff.Ann, name, "USDT", method); err != nil {
		if strings.Contains(err.Error(), "nothing is to be paid") {
			return nil
		}
		return err
	}
	if _, err := s.engine.StepPayout(ctx, s.staff.Ann, name, payout.Propose, ""); err != nil {
		return err
	}
	if _, err := s.engine.StepPayout(ctx, s.staff.Bob, name, payout.Approve, ""); err != nil {
		return err
	}
	var err error
	if method == payout.Claim {
		err = s.publish(ctx, dice, name)
	} else {
		err = s.transfer(ctx, name)
	}
	if err != nil {
		return err
	}
	return book(ctx)
}

// buyBack spends half of the buyback fund at a price that rises over the year.
func (s *stage) buyBack(ctx context.Context, dice *rand.Rand, name string) error {
	usdt := s.program.Income.Asset
	now := chainClock{s.devnet}.Now()
	fund, err := s.books.BalanceAt(ctx, ledger.Place{Account: ledger.FundAccount(ledger.BuybackFund), Asset: usdt}, now)
	if err != nil {
		return err
	}
	held, err := fund.Held()
	if err != nil {
		return err
	}
	half, err := money.NewRatio(1, 2)
	if err != nil {
		return err
	}
	spent, err := held.Times(half, money.Floor)
	if err != nil {
		return err
	}
	price := money.Units(usdt, uint64(900_000+dice.IntN(400_000))) // of one token
	tokens := new(big.Int).Mul(spent.Big(), new(big.Int).Exp(big.NewInt(10), big.NewInt(18), nil))
	amount, err := money.FromBig(s.program.Token.Asset, tokens.Div(tokens, price.Big()))
	if err != nil {
		return err
	}
	_, err = s.engine.RecordBuyback(ctx, s.staff.Ann, "buyback-"+name, engine.BuybackRow{
		Spent: spent.Decimal().String(), Tokens: amount.Decimal().String(), At: now, Note: "invented for the demonstration",
	})
	return err
}

// lines are what a run pays, in order of wallet.
func (s *stage) lines(run string) (wallets []ledger.Wallet, amounts []money.Amount, total money.Amount) {
	s.engine.Payouts(func(b *payout.Book) {
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

// transfer has the treasury pay every line of a run. In the first month it also pays somebody who is owed nothing, so that
// there is an exception to see.
func (s *stage) transfer(ctx context.Context, run string) error {
	if _, err := s.engine.ExportPayout(ctx, s.staff.Ann, run, ledger.Hash{}, ledger.Hash{}); err != nil {
		return err
	}
	token := testcontracts.NewTetherLike()
	wallets, amounts, total := s.lines(run)
	stray := big.NewInt(12_340_000)
	if err := s.devnet.Mint(ctx, s.devnet.Treasury(), new(big.Int).Add(total.Big(), stray)); err != nil {
		return err
	}
	var calls []devnet.Call
	for i, w := range wallets {
		calls = append(calls, devnet.Call{To: s.devnet.Tether(), Data: token.PackTransfer(common.Address(w), amounts[i].Big())})
	}
	if strings.HasSuffix(run, "-01") {
		calls = append(calls, devnet.Call{To: s.devnet.Tether(), Data: token.PackTransfer(common.HexToAddress("0x00000000000000000000000000000000000000e5"), stray)})
	}
	return s.devnet.SendAll(ctx, devnet.Treasury, calls)
}

// publish fills the distributor, has the tree of a run proposed and activated, and lets most wallets claim. Who does not
// can claim later all the same.
func (s *stage) publish(ctx context.Context, dice *rand.Rand, run string) error {
	var granted map[ledger.Wallet]money.Amount
	var err error
	s.engine.Payouts(func(b *payout.Book) { granted, err = b.Granted(run) })
	if err != nil {
		return err
	}
	tree, all, err := demoTree(granted)
	if err != nil {
		return err
	}
	root := ledger.Hash(tree.Root())
	if _, err := s.engine.ExportPayout(ctx, s.staff.Ann, run, root, ledger.Hash{}); err != nil {
		return err
	}
	_, _, total := s.lines(run)
	if err := s.devnet.Mint(ctx, s.devnet.Treasury(), total.Big()); err != nil {
		return err
	}
	fill := testcontracts.NewTetherLike().PackTransfer(s.devnet.Distributor(), total.Big())
	if _, err := s.devnet.Send(ctx, devnet.Treasury, s.devnet.Tether(), nil, fill); err != nil {
		return err
	}
	if err := s.devnet.Publish(ctx, root, all, root); err != nil {
		return err
	}
	wallets, _, _ := s.lines(run)
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
			To: s.devnet.Distributor(), Data: payoutdistributor.NewPayoutDistributor().PackClaim(common.Address(w), granted[w].Big(), nodes),
		})
	}
	return s.devnet.SendAll(ctx, devnet.Owner, calls)
}

func demoTree(granted map[ledger.Wallet]money.Amount) (*merkle.Tree, *big.Int, error) {
	all := new(big.Int)
	leaves := make([]merkle.Leaf, 0, len(granted))
	for w, a := range granted {
		leaves = append(leaves, merkle.Leaf{Wallet: w, Amount: a.Uint256()})
		all.Add(all, a.Big())
	}
	tree, err := merkle.Build(leaves)
	return tree, all, err
}
