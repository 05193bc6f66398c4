package engine_test

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/internal/fakechain"
	"github.com/nodeledger/nodeledger/internal/pgtest"
	"github.com/nodeledger/nodeledger/internal/worlds"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/sale"
	"github.com/nodeledger/nodeledger/store"
	"github.com/nodeledger/nodeledger/view/holder"
	viewpayout "github.com/nodeledger/nodeledger/view/payout"
)

const (
	reserve  = "0x00000000000000000000000000000000000000bb" // a second wallet of the project
	ownToken = "0x00000000000000000000000000000000000000d1"
)

// What a sale is like: by our own contract, which holds the rewards, or by any other, whose rewards the treasury owes and which refunds.
const (
	ownSale = `sale: { contract: "` + fakechain.Contract + `", adapter: nodesale }
referral: { discount: 10%, reward: 10%, settlement: on_chain }
`
	otherSale = `sale:
  contract: "` + fakechain.Contract + `"
  adapter: event
  mode: sequential
  tiers: [{ size: 1000000, price: 0.000000000000001 }]
  treasury: [{ address: "` + treasury + `" }]
  codes:
    - { code: CODE1, wallet: "0x0000000000000000000000000000000000000001" }
    - { code: CODE2, wallet: "0x0000000000000000000000000000000000000002" }
    - { code: CODE3, wallet: "0x0000000000000000000000000000000000000003" }
  purchases:
    - event: "Purchased(uint256 indexed, address indexed buyer, address indexed r, uint256 n, uint256, uint256 paid, uint256, string code)"
      buyer: buyer
      quantity: n
      paid: { field: paid }
      code: code
  refunds: [{ event: "Refunded(address indexed account, uint256 amount, uint256 nodes)", buyer: account, amount: amount, nodes: nodes }]
referral: { discount: 10%, reward: 10%, settlement: accrued }
`
)

// anything is the program of a world in which everything can happen that moves money, points or tokens.
func anything(t interface{ Fatal(...any) }, sells string) *program.Program {
	p, err := program.Read("world.yaml", []byte(`program: world
schema: 1
assets:
  ETH:    { decimals: 18, kind: native }
  USDT:   { decimals: 6, kind: erc20, address: "`+tether+`" }
  GPOINT: { decimals: 18, kind: points }
  GPU:    { decimals: 18, kind: token, supply: 200000000, address: "`+ownToken+`" }
chain: { id: 31337, start_block: 0 }
`+sells+`
wallets: { reserve: "`+reserve+`" }
score:
  - brackets: [{ nodes: 1, factor: 1 }, { nodes: 5, factor: 1.2 }]
points:
  asset: GPOINT
  cap: 6000
  emission: [{ from: 2024-04-13, per_day: 1440 }]
  pools: { validators: 1/3, providers: 1/3, queens: 1/3 }
  at_tge: { becomes: GPU, rate: 1, lock: none }
token:
  asset: GPU
  tge: 2024-04-19T12:00:00Z
  allocation: { node_holders: 35%, reserve: 40%, foundation: 15%, funds: 10% }
  drop: { of: node_holders, share: 5%, by: nodes }
  emission: [{ of: node_holders, first: 15%, period: 2y, then: half }]
  lock: 9d
revenue:
  asset: USDT
  split: { share: 50%, buyback: 50% }
  share:
    mode: brackets
    brackets: [{ nodes: 5, amount: 0.000250 }, { nodes: 20, amount: 0.002 }]
    surplus: carry
payout: { treasury: "`+treasury+`", minimum: { USDT: 0.000003 }, distributor: { USDT: "`+distributor+`" } }
campaigns:
  - { name: node, from: 2024-04-14, until: 2024-06-18, wallets: everybody, amount: 0.000007, per: node, asset: USDT, budget: 0.003 }
  - { name: early, from: 2024-04-14, until: 2024-04-18, wallets: everybody, rebate: 5%, asset: ETH, budget: 0.00000000000002 }
`))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// life is one world, its books, and who works on them.
type life struct {
	t *testing.T
	*world
	program *program.Program
	books   engine.Store
	engine  *engine.Engine
	steps   *rand.Rand
	n       int       // steps so far
	month   time.Time // to be closed next
	checked ledger.Hash
	sells   string
	saw     *sights
}

// sights is what was seen in all worlds.
type sights struct {
	kinds           map[ledger.Kind]int
	refusals        map[problem.Code]int
	checks, crashes int
}

func (l *life) restart(s engine.Store) {
	l.t.Helper()
	e, err := engine.Open(l.t.Context(), l.program, s, l, l, silent())
	if err != nil {
		l.t.Fatal(err)
	}
	l.engine = e
}

// Prove gives up to some weeks at a time.
func (l *life) Prove(ctx context.Context, parent engine.Header, to uint64, final bool) (engine.Proven, error) {
	return l.Chain.Prove(ctx, parent, min(to, parent.Number+1+uint64(l.rng.IntN(90))), final)
}

// often tries something that consists of several commits again after a crash, but not for ever.
func (l *life) often(try func(*engine.Engine) error) {
	l.t.Helper()
	for range 4 {
		err := try(l.engine)
		l.outcome(err)
		if !errors.Is(err, errCrash) {
			return
		}
	}
}

// outcome takes what a step came to: a crash is followed by a restart, a refusal is one, and nothing else may go wrong.
func (l *life) outcome(err error) {
	l.t.Helper()
	switch {
	case errors.Is(err, errCrash):
		l.saw.crashes++
		l.restart(&flaky{l.books, l.steps})
	case err == nil:
	case problem.KindOf(err) == problem.Internal:
		l.t.Fatalf("step %d: %v", l.n, err)
	default:
		l.saw.refusals[problem.Of(err).Code]++
	}
}

// buys mines purchases of eight wallets and of the project's own reserve, and some of those that had left the chain.
func (l *life) buys() {
	for range 1 + l.steps.IntN(3) {
		var logs []evm.Log
		for range l.steps.IntN(4) {
			buyer := byte(10 + l.steps.IntN(9))
			if buyer == 18 {
				buyer = common.HexToAddress(reserve)[19]
			}
			bought := l.Buy(buyer, byte(l.steps.IntN(4)), int64(l.steps.IntN(12)))
			if len(l.lost) > 0 && l.steps.IntN(2) == 0 {
				bought, l.lost = l.lost[0], l.lost[1:]
			}
			logs = append(logs, bought)
		}
		l.Mine(logs...)
	}
}

// refund gives a wallet some of its money back, and some of its nodes or none.
func (l *life) refund() {
	held := map[byte]int64{}
	for i := range l.Blocks {
		for k := range l.Blocks[i].Facts.Logs {
			x := &l.Blocks[i].Facts.Logs[k]
			switch {
			case fakechain.IsPurchase(x):
				held[x.Topics[2][31]] += new(big.Int).SetBytes(x.Data[:32]).Int64()
			case len(x.Topics) == 2 && len(x.Data) == 64:
				held[x.Topics[1][31]] -= new(big.Int).SetBytes(x.Data[32:]).Int64()
			}
		}
	}
	wallet := byte(10 + l.steps.IntN(8))
	if held[wallet] == 0 {
		return
	}
	nodes := l.steps.Int64N(held[wallet] + 1)
	wei := nodes*fakechain.Price + l.steps.Int64N(2)
	l.Mine(l.Log("Refunded(address,uint256,uint256)", []common.Hash{{31: wallet}}, big.NewInt(wei), big.NewInt(nodes)))
}

// sell is what only one of the sales can do.
func (l *life) sell() {
	if l.sells == ownSale {
		l.withdraw()
	} else {
		l.refund()
	}
}

// stray moves USDT from anywhere to anywhere, of which at least one is a wallet of the project.
func (l *life) stray() {
	own := []string{treasury, distributor, reserve}
	from, to := common.HexToAddress(own[l.steps.IntN(3)]), common.HexToAddress(own[l.steps.IntN(3)])
	outside := common.Address{19: byte(l.steps.IntN(50))}
	switch l.steps.IntN(3) {
	case 0:
		from = outside
	case 1:
		to = outside
	}
	if l.steps.IntN(5) == 0 {
		l.Mine(l.Claim(common.HexToAddress(distributor), common.HexToAddress(own[l.steps.IntN(3)]), big.NewInt(1+l.steps.Int64N(50))))
	}
	token := []string{tether, tether, ownToken}[l.steps.IntN(3)]
	l.Mine(l.Transfer(common.HexToAddress(token), from, to, big.NewInt(1+l.steps.Int64N(5000))),
		l.Transfer(common.HexToAddress(tether), common.HexToAddress(treasury), to, big.NewInt(1+l.steps.Int64N(50))))
}

// classify says of all exceptions what they were: what they can have been, or anything.
func (l *life) classify(sure bool) error {
	var open []payout.Exception
	l.engine.Payouts(func(b *payout.Book) {
		for _, x := range b.Exceptions() {
			if b.CanResolve(x.Key) == nil {
				open = append(open, *x)
			}
		}
	})
	for _, x := range open {
		body := fold.ResolveBody{Exception: x.Key, Reason: "it was looked into"}
		natures := payout.Natures()
		for range 8 { // most of what is tried at random cannot be
			body.Nature, body.Source = payout.Nature(natures[l.steps.IntN(len(natures))]), ""
			if l.steps.IntN(2) == 0 {
				body.Source = []string{"dapp", "fiat"}[l.steps.IntN(2)]
			}
			if !x.Moved() {
				body.Nature, body.Source = "", ""
			} else if _, err := x.Counterpart(body.Nature, body.Source); sure && err != nil {
				continue
			}
			break
		}
		_, err := l.engine.ResolvePayment(l.t.Context(), ann, body)
		if err != nil && problem.KindOf(err) == problem.Internal {
			return err
		}
	}
	return nil
}

func (l *life) sync() {
	l.t.Helper()
	l.often(func(e *engine.Engine) error { return e.Sync(l.t.Context(), nil) })
}

// pays pays lines of runs, in the token of the run or in another: right, too much, too little, twice, early; or fills the distributor.
func (l *life) pays() {
	type line struct {
		to     ledger.Wallet
		amount *big.Int
		claim  bool
		token  string
	}
	tokens := map[string]string{"USDT": tether, "GPU": ownToken, "ETH": tether}
	var lines []line
	l.engine.Payouts(func(b *payout.Book) {
		for _, r := range b.Runs() {
			for _, wallet := range r.Wallets() {
				if total, _, _, _ := r.Line(wallet); r.State != payout.Cancelled || l.steps.IntN(8) == 0 {
					lines = append(lines, line{wallet, total.Big(), r.Method == payout.Claim, tokens[r.Asset.Symbol()]})
				}
			}
		}
	})
	for range 1 + l.steps.IntN(6) {
		if len(lines) == 0 || l.steps.IntN(10) == 0 {
			l.pay(ledger.Wallet(common.HexToAddress(distributor)), 1000, false)
			continue
		}
		x := lines[l.steps.IntN(len(lines))]
		if l.steps.IntN(4) == 0 {
			x.amount.Add(x.amount, big.NewInt(l.steps.Int64N(5)-2))
		}
		switch {
		case x.amount.Sign() <= 0:
		case x.claim:
			l.Mine(l.Claim(common.HexToAddress(distributor), common.Address(x.to), x.amount))
		default:
			l.Mine(l.Transfer(common.HexToAddress(x.token), common.HexToAddress(treasury), common.Address(x.to), x.amount))
		}
	}
}

// goesOn takes some next steps with one of the newest runs, as those who have the right would.
func (l *life) goesOn() (err error) {
	var run payout.Progress
	l.engine.Payouts(func(b *payout.Book) {
		if n := len(b.Runs()); n > 0 {
			run = *b.Runs()[n-1-l.steps.IntN(min(n, 2))]
		}
	})
	for range 1 + l.steps.IntN(3) {
		switch run.State {
		case payout.Draft:
			_, err = l.engine.StepPayout(l.t.Context(), ann, run.Name, payout.Propose, "")
			run.State = payout.Proposed
		case payout.Proposed:
			if err = l.classify(true); err == nil {
				_, err = approve(l.engine, bob, run.Name)
			}
			run.State = payout.Approved
		case payout.Approved:
			root, file := claimTree(l.engine, run.Name)
			_, err = l.engine.ExportPayout(l.t.Context(), ann, run.Name, root, file)
			run.State = payout.Exported
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// step does anything.
func (l *life) step() {
	ctx, e := l.t.Context(), l.engine
	var err error
	switch l.steps.IntN(24) {
	case 0, 1:
		l.buys()
	case 2:
		for range l.steps.IntN(70) {
			l.Mine()
		}
	case 3:
		l.buys()
		l.sync() // otherwise there is seldom anything that a reorganisation could take back
		l.reorganise(1 + l.steps.IntN(4))
	case 4:
		l.Finalise(l.steps.IntN(9))
	case 5:
		l.sell()
	case 6, 7:
		row := fold.RevenueRow{Source: []string{"dapp", "fiat"}[l.steps.IntN(2)], At: l.Now()}
		row.Amount = fmt.Sprintf("0.%06d", 1+l.steps.IntN(9000))
		if l.steps.IntN(3) == 0 {
			row.Amount = "-" + row.Amount
		}
		_, err = e.RecordRevenue(ctx, ann, fmt.Sprintf("revenue-%d", l.n), row)
	case 8, 17, 18:
		if l.steps.IntN(2) == 0 {
			l.Until(l.month.AddDate(0, 1, 0))
			l.sync()
			e = l.engine
		}
		var closed engine.Receipt
		if closed, err = closeByTwo(e, l.month.Format(rewards.MonthForm)); err == nil && !closed.AlreadyRecorded {
			l.month = l.month.AddDate(0, 1, 0)
		}
	case 9, 19:
		method, asset := []payout.Method{payout.Transfer, payout.Claim}[l.steps.IntN(2)], "USDT"
		if l.steps.IntN(3) == 0 {
			method, asset = payout.Transfer, []string{"ETH", "GPU"}[l.steps.IntN(2)]
		}
		_, err = e.PreparePayout(ctx, ann, fmt.Sprintf("run-%d", l.n), asset, method)
	case 10, 11, 20, 21:
		if l.steps.IntN(4) == 0 {
			err = somestep(ctx, e, l.steps)
		} else {
			err = l.goesOn()
		}
	case 12, 22:
		l.pays()
	case 13:
		l.stray()
	case 14:
		err = l.classify(l.steps.IntN(2) == 0)
	case 15:
		row := fold.BuybackRow{Spent: fmt.Sprintf("0.%06d", 1+l.steps.IntN(2000)), Tokens: "3", At: l.Now()}
		row.Source = "dapp"
		if l.steps.IntN(2) == 0 {
			e.Payouts(func(b *payout.Book) {
				for _, x := range b.Exceptions() {
					if x.Closed.IsZero() && x.Problem == payout.UnexplainedPayment && x.Amount.Asset() == usdt {
						row.Source, row.Payment, row.Spent = "", x.Key, x.Amount.Decimal().String()
					}
				}
			})
		}
		_, err = e.RecordBuyback(ctx, ann, fmt.Sprintf("buyback-%d", l.n), row)
	case 16:
		l.often(func(e *engine.Engine) error {
			_, err := e.RunJobs(ctx)
			return err
		})
	default:
		l.sync()
	}
	l.outcome(err)
	l.n++
}

// balanced checks everything that must hold at every moment, when the books have changed since it was checked.
func (l *life) balanced() {
	l.t.Helper()
	state, err := l.books.State(l.t.Context())
	if err != nil {
		l.t.Fatal(err)
	}
	if state.Ledger.Hash == l.checked {
		return
	}
	l.checked = state.Ledger.Hash
	l.saw.checks++
	conserved(l.t, l.books)
	for _, differs := range []error{l.unlikeThePages(l.liabilities()), l.unlikeTheChain(state.Cursor.Final.Number)} {
		if differs != nil {
			l.t.Fatalf("step %d: %v", l.n, differs)
		}
	}
}

// liabilities are all that is owed in each asset, and to whom.
func (l *life) liabilities() (sums map[money.Asset]*big.Int, wallets map[ledger.Wallet]bool) {
	l.t.Helper()
	sums, wallets = map[money.Asset]*big.Int{}, map[ledger.Wallet]bool{}
	for p, err := range l.books.Balances(l.t.Context(), ledger.Liabilities.Prefix()) {
		if err != nil {
			l.t.Fatal(err)
		}
		if sums[p.Asset] == nil {
			sums[p.Asset] = new(big.Int)
		}
		sums[p.Asset].Add(sums[p.Asset], p.Account.Normal(p.Balance))
		w, ok := p.Account.Wallet()
		if !ok {
			l.t.Fatalf("%s is owed to nobody", p.Account)
		}
		wallets[w] = true
	}
	return sums, wallets
}

// unlikeThePages says where what the pages of these wallets show as owed is not what the books owe.
func (l *life) unlikeThePages(sums map[money.Asset]*big.Int, wallets map[ledger.Wallet]bool) error {
	codes := holder.NewCodes(l.engine)
	for w := range wallets {
		st, err := holder.OfHolder(l.t.Context(), l.engine, codes, w, 1)
		if err != nil {
			return fmt.Errorf("%s: %w", w, err)
		}
		owed := []money.Amount{st.Referral.Pending, st.Referral.Payable, st.Referral.InRuns, st.Share.Payable, st.Share.InRuns}
		for _, x := range st.Rebate {
			owed = append(owed, x.Payable, x.InRuns)
		}
		for _, a := range owed {
			if sums[a.Asset()] == nil && !a.IsZero() {
				return fmt.Errorf("%s is shown %s, and nobody is owed any", w, a)
			}
			if sums[a.Asset()] != nil {
				sums[a.Asset()].Sub(sums[a.Asset()], a.Big())
			}
		}
	}
	for asset, rest := range sums {
		if rest.Sign() != 0 {
			return fmt.Errorf("the books owe %s base units of %s more than the pages show", rest, asset)
		}
	}
	return nil
}

// unlikeTheChain says which wallet of the project holds in the books other than on the chain at the final block of the books.
func (l *life) unlikeTheChain(final uint64) error {
	type place struct {
		of    common.Address
		asset string
	}
	holds := map[place]*big.Int{}
	for _, own := range []string{treasury, distributor, reserve} {
		for _, asset := range []string{"USDT", "GPU"} {
			holds[place{common.HexToAddress(own), asset}] = new(big.Int)
		}
	}
	move := func(w common.Address, asset string, amount *big.Int) {
		if sum := holds[place{w, asset}]; sum != nil {
			sum.Add(sum, amount)
		}
	}
	symbols := map[common.Address]string{common.HexToAddress(tether): "USDT", common.HexToAddress(ownToken): "GPU"}
	for _, b := range l.Blocks[:min(final+1, uint64(len(l.Blocks)))] {
		for i := range b.Facts.Logs {
			x := &b.Facts.Logs[i]
			switch x.Address {
			case common.HexToAddress(tether), common.HexToAddress(ownToken):
				amount := new(big.Int).SetBytes(x.Data)
				move(common.Address(x.Topics[2][12:]), symbols[x.Address], amount)
				move(common.Address(x.Topics[1][12:]), symbols[x.Address], amount.Neg(amount))
			case common.HexToAddress(distributor):
				amount := new(big.Int).SetBytes(x.Data[:32])
				move(common.Address(x.Topics[1][12:]), "USDT", amount)
				move(x.Address, "USDT", amount.Neg(amount))
			}
		}
	}
	for p, err := range l.books.Balances(l.t.Context(), ledger.Assets.Prefix()) {
		if err != nil {
			return err
		}
		w, _ := p.Account.Wallet()
		at := place{common.Address(w), p.Asset.Symbol()}
		if holds[at] == nil {
			continue
		}
		if net := p.Balance.Net(); net.Cmp(holds[at]) != 0 {
			return fmt.Errorf("%s holds %s base units of %s, on the chain %s", p.Account, net, p.Asset, holds[at])
		}
		delete(holds, at)
	}
	for at, sum := range holds {
		if sum.Sign() != 0 {
			return fmt.Errorf("%s holds %s base units of %s on the chain and nothing in the books", at.of, sum, at.asset)
		}
	}
	return nil
}

// born is a world in which nothing has happened.
func born(t *testing.T, seed uint64, s engine.Store, saw *sights) *life {
	t.Helper()
	l := &life{t: t, world: newWorld(seed), books: s, steps: rand.New(rand.NewPCG(seed, 9)), saw: saw, sells: ownSale,
		month: time.Date(2024, 4, 1, 0, 0, 0, 0, time.UTC)}
	if seed%2 == 1 {
		l.sells, l.Uncounted = otherSale, true
	}
	l.program = anything(t, l.sells)
	l.restart(s)
	staff(t, l.engine)
	return l
}

// live is a world of so many steps.
func live(t *testing.T, seed uint64, dsn string, steps int, saw *sights) {
	s, err := store.Connect(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	l := born(t, seed, s, saw)
	l.restart(&flaky{s, l.steps})
	for range steps {
		l.step()
		l.balanced()
	}
	l.Finalise(0)
	l.restart(s)
	if err := l.engine.Sync(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	l.balanced()
	livedOn(t, l.engine, l.program, s)
	state, err := s.State(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	again := open(t, "again.db")
	head, err := engine.Rebuild(t.Context(), l.program, s, again, nil)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "rebuilt head", head.String(), state.Ledger.String())
	same(t, "rebuilt balances", root(t, again), root(t, s))
	for tx, err := range s.Transactions(t.Context(), 1) {
		if err != nil {
			t.Fatal(err)
		}
		saw.kinds[tx.Kind]++
	}
}

// TestWhateverHappensTheBooksBalance lets everything happen in any order: purchases, refunds, revenue and its return, months, runs by all
// their steps, payments right, partial and stray, receipts, classifications, buybacks, epochs, reorganisations and crashes. After every
// step the accounting equation holds in every asset, no account stands on the wrong side, the pages of the holders show together what the
// books owe, and the wallets hold what the chain says; in the end a rebuild gives the same head.
func TestWhateverHappensTheBooksBalance(t *testing.T) {
	saw := &sights{kinds: map[ledger.Kind]int{}, refusals: map[problem.Code]int{}}
	few, all := worlds.Of(15, 60), uint64(60)
	for seed := range few {
		t.Run(fmt.Sprintf("sqlite/%d", seed), func(t *testing.T) { live(t, seed, t.TempDir()+"/books.db", 45, saw) })
	}
	for seed := range worlds.Of(2, 4) {
		t.Run(fmt.Sprintf("postgres/%d", seed), func(t *testing.T) { live(t, 100+seed, pgtest.URL(t), 45, saw) })
	}
	t.Logf("%d checks, %d crashes, refusals %v, transactions %v", saw.checks, saw.crashes, saw.refusals, saw.kinds)
	for _, k := range []ledger.Kind{sale.PurchaseKind, sale.PayableKind, sale.WithdrawalKind, sale.RefundKind, rewards.RevenueKind,
		rewards.MonthKind, payout.RunKind, payout.SettlementKind, payout.ExceptionKind, payout.FundingKind, payout.TransferKind,
		fold.ClassificationKind, rewards.BuybackKind, ledger.ReversalKind} {
		if saw.kinds[k] < worlds.Least(10, few, all) {
			t.Errorf("only %d transactions of kind %s: the worlds are too quiet to show anything", saw.kinds[k], k)
		}
	}
	if saw.crashes < worlds.Least(100, few, all) || saw.checks < worlds.Least(600, few, all) {
		t.Errorf("%d crashes, %d checks", saw.crashes, saw.checks)
	}
}

// TestTheComparisonsOfBalancedBooksCanFail leaves a wallet's page out, and lets money move that the books never saw.
func TestTheComparisonsOfBalancedBooksCanFail(t *testing.T) {
	l := born(t, 1, open(t, "books.db"), &sights{kinds: map[ledger.Kind]int{}, refusals: map[problem.Code]int{}})
	l.Mine(l.Buy(10, 1, 5), l.Buy(11, 2, 7))
	l.Mine(l.Transfer(common.HexToAddress(tether), common.HexToAddress(treasury), common.Address{19: 12}, big.NewInt(3)))
	l.Finalise(0)
	l.sync()
	l.balanced()
	sums, wallets := l.liabilities()
	delete(wallets, ledger.Wallet{19: 2})
	if err := l.unlikeThePages(sums, wallets); err == nil || err.Error() != "the books owe 630 base units of ETH more than the pages show" {
		t.Errorf("with a page left out: %v", err)
	}
	final := uint64(len(l.Blocks) - 1)
	l.Mine(l.Transfer(common.HexToAddress(tether), common.Address{19: 12}, common.HexToAddress(reserve), big.NewInt(9)))
	err := l.unlikeTheChain(final + 1)
	if err == nil || !strings.Contains(err.Error(), "holds 9 base units of USDT on the chain and nothing") {
		t.Errorf("with a receipt that was not seen: %v", err)
	}
	l.Mine(l.Transfer(common.HexToAddress(tether), common.HexToAddress(treasury), common.Address{19: 12}, big.NewInt(1)))
	if err := l.unlikeTheChain(final + 2); err == nil || !strings.Contains(err.Error(), "holds -3 base units of USDT, on the chain -4") {
		t.Errorf("with a payment that was not seen: %v", err)
	}
}

// TestAWalletThatPaysItselfMovesNothing has each wallet of the project send to itself: it costs nothing, and stops no books.
func TestAWalletThatPaysItselfMovesNothing(t *testing.T) {
	l := born(t, 1, open(t, "books.db"), &sights{})
	for _, own := range []string{treasury, distributor, reserve} {
		l.Mine(l.Transfer(common.HexToAddress(tether), common.HexToAddress(own), common.HexToAddress(own), big.NewInt(7)))
	}
	l.Finalise(0)
	if err := l.engine.Sync(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	for p, err := range l.books.Balances(t.Context(), "") {
		if err != nil || p.Asset == usdt && p.Account.Class() == ledger.Assets {
			t.Errorf("%s has %s, %v", p.Account, p.Balance, err)
		}
	}
}

// TestNoRunPaysAWalletOfTheProject has the reserve earn like any holder: what it is owed stays out of runs, and the page says why.
func TestNoRunPaysAWalletOfTheProject(t *testing.T) {
	l := born(t, 0, open(t, "books.db"), &sights{kinds: map[ledger.Kind]int{}, refusals: map[problem.Code]int{}})
	own := common.HexToAddress(reserve)
	l.Until(time.Date(2024, 4, 14, 0, 0, 0, 0, time.UTC))
	l.Mine(l.Buy(own[19], 0, 5), l.Buy(11, 0, 5))
	l.Finalise(0)
	l.sync()
	if _, err := l.engine.PreparePayout(t.Context(), ann, "run", "USDT", payout.Transfer); err != nil {
		t.Fatal(err)
	}
	l.engine.Payouts(func(b *payout.Book) {
		if wallets := b.Run("run").Wallets(); len(wallets) != 1 || wallets[0] != (ledger.Wallet{19: 11}) {
			t.Errorf("the run pays %v", wallets)
		}
	})
	runs := viewpayout.NewRuns(l.engine)
	_, head, err := runs.Detail(t.Context(), "run")
	if err != nil {
		t.Fatal(err)
	}
	waiting, _ := runs.Waiting(head, 0, 10)
	if len(waiting) != 1 || waiting[0].Wallet != ledger.Wallet(own) ||
		waiting[0].Reason.English() != "never paid: it is the project's own wallet reserve" {
		t.Errorf("%+v", waiting)
	}
}
