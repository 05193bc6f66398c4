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
	"github.com/nodeledger/nodeledger/internal/fakechain"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
)

const (
	treasury    = "0x00000000000000000000000000000000000000cc"
	tether      = "0x00000000000000000000000000000000000000dd"
	distributor = "0x00000000000000000000000000000000000000ee"
)

// paying is the program of a world with a monthly share, a campaign in USDT, a treasury and a distributor.
func paying(t interface{ Fatal(...any) }) *program.Program { return payingBut(t) }

// payingBut is paying with parts of its text replaced.
func payingBut(t interface{ Fatal(...any) }, oldNew ...string) *program.Program {
	p, err := program.Read("world.yaml", []byte(strings.NewReplacer(oldNew...).Replace(`program: world
schema: 1
assets:
  ETH:  { decimals: 18, kind: native }
  USDT: { decimals: 6, kind: erc20, address: "`+tether+`" }
chain: { id: 31337, start_block: 0 }
sale: { contract: "`+fakechain.Contract+`", adapter: nodesale }
revenue:
  asset: USDT
  close_by: 1
  split: { share: 50%, buyback: 50% }
  share:
    mode: brackets
    brackets: [{ nodes: 5, amount: 0.000250 }, { nodes: 20, amount: 0.002 }]
    surplus: carry
payout: { treasury: "`+treasury+`", minimum: { USDT: 0.000003 }, distributor: { USDT: "`+distributor+`" } }
campaigns:
  - { name: node, from: 2024-04-14, until: 2024-06-18, wallets: everybody, amount: 0.000007, per: node, asset: USDT, budget: 0.003 }
`)))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func startPaying(t *testing.T, s engine.Store, w *world) *engine.Engine {
	t.Helper()
	e, err := engine.Open(context.Background(), paying(t), s, w, w, silent())
	if err != nil {
		t.Fatal(err)
	}
	return e
}

var (
	ann  = engine.By{Token: "nlo_" + strings.Repeat("A", 43)}
	bob  = engine.By{Token: "nlo_" + strings.Repeat("B", 42) + "A"}
	usdt = money.MustAsset("USDT", 6)
)

// staff gives ann and bob their keys: anybody may make the first operator, and she makes the second.
func staff(t *testing.T, e *engine.Engine) {
	t.Helper()
	for _, step := range []struct {
		by         engine.By
		name, hash string
	}{{engine.By{Name: "root"}, "ann", operator.TokenKey(ann.Token)}, {ann, "bob", operator.TokenKey(bob.Token)}} {
		change := operator.Change{Name: step.name, Label: "laptop", Token: step.hash, Scopes: operator.Scopes()}
		if _, err := e.RecordOperator(context.Background(), step.by, "key-"+step.name, change); err != nil {
			t.Fatal(err)
		}
	}
}

// approve approves a run as it is.
func approve(e *engine.Engine, by engine.By, run string) (engine.Receipt, error) {
	return e.ApprovePayout(context.Background(), by, run, fileOf(e, run))
}

// fileOf is the hash of a run's file; that of none when there is no such run.
func fileOf(e *engine.Engine, run string) (file ledger.Hash) {
	file = ledger.Hash{1}
	e.Payouts(func(b *payout.Book) {
		if p := b.Run(run); p != nil {
			file = p.File
		}
	})
	return file
}

// pay mines the log of USDT leaving the treasury, or of a claim from the distributor.
func (w *world) pay(to ledger.Wallet, amount uint64, claim bool) {
	value := new(big.Int).SetUint64(amount)
	if claim {
		w.Mine(w.Claim(common.HexToAddress(distributor), common.Address(to), value))
	} else {
		w.Mine(w.Transfer(common.HexToAddress(tether), common.HexToAddress(treasury), common.Address(to), value))
	}
}

// TestTheWholeLifeOfRunsConserves lets purchases, revenue, months, runs, payments right and wrong, reorganisations, crashes
// and restarts happen in any order. At every moment what was paid is at most what accrued, and that at most what was
// declared, and the books rebuild to the same head.
func TestTheWholeLifeOfRunsConserves(t *testing.T) {
	kinds := map[ledger.Kind]int{}
	problems := map[payout.Problem]int{}
	for seed := range uint64(13) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			ctx := context.Background()
			w := newWorld(seed)
			w.Use(common.HexToAddress(treasury), 1)
			steps := rand.New(rand.NewPCG(seed, 5))
			books := open(t, "books.db")
			staff(t, startPaying(t, books, w))
			under := seldomVerified(seed, books)
			e := startPaying(t, &flaky{under, steps}, w)
			refused := func(err error) {
				t.Helper()
				if errors.Is(err, errCrash) {
					e = startPaying(t, &flaky{under, steps}, w)
				}
			}
			month := time.Date(2024, 4, 1, 0, 0, 0, 0, time.UTC)
			for n := range 170 {
				switch steps.IntN(12) {
				case 0:
					w.grow(1 + steps.IntN(4))
				case 1:
					for range steps.IntN(90) {
						w.Mine()
					}
				case 2:
					w.reorganise(1 + steps.IntN(4))
				case 3:
					w.Finalise(steps.IntN(6))
				case 4:
					row := fold.RevenueRow{Source: []string{"dapp", "fiat"}[steps.IntN(2)], Amount: fmt.Sprintf("0.%06d", 1+steps.IntN(9000)), At: w.Now()}
					if steps.IntN(5) == 0 {
						row.Amount = "-" + row.Amount
					}
					_, err := e.RecordRevenue(ctx, ann, fmt.Sprintf("revenue-%d", n), row)
					refused(err)
				case 5:
					again, err := e.CloseMonth(ctx, ann, month.Format(rewards.MonthForm))
					if err == nil && !again.AlreadyRecorded {
						month = month.AddDate(0, 1, 0)
					}
					refused(err)
				case 6:
					method := []payout.Method{payout.Transfer, payout.Claim}[steps.IntN(2)]
					_, err := e.PreparePayout(ctx, ann, fmt.Sprintf("run-%d", n), "USDT", method)
					refused(err)
				case 7, 8:
					refused(somestep(ctx, e, steps))
				case 9:
					pays(e, w, steps)
				default:
					if err := e.Sync(ctx, nil); err != nil {
						if !errors.Is(err, errCrash) {
							t.Fatal(err)
						}
						refused(err)
					}
				}
				conserved(t, books)
				if n%2 == 0 {
					livedOn(t, e, paying(t), books)
				}
			}
			w.Finalise(0)
			e = startPaying(t, books, w)
			if err := e.Sync(ctx, nil); err != nil {
				t.Fatal(err)
			}
			conserved(t, books)
			verified(t, books)
			again := open(t, "again.db")
			head, err := engine.Rebuild(ctx, paying(t), books, again, nil)
			if err != nil {
				t.Fatal(err)
			}
			state, _ := books.State(ctx)
			same(t, "rebuilt head", head.String(), state.Ledger.String())
			// The book of payouts is the same after a restart, from the journal's runs, as the one that lived through it.
			lived := shown(startPaying(t, again, w))
			same(t, "payouts after a rebuild", lived, shown(e))
			same(t, "payouts after a restart", shown(startPaying(t, books, w)), lived)
			for tx, err := range books.Transactions(ctx, 1) {
				if err != nil {
					t.Fatal(err)
				}
				kinds[tx.Kind]++
				problems[payout.Problem(tx.Meta["problem"])]++
			}
		})
	}
	for _, k := range []ledger.Kind{rewards.RevenueKind, rewards.MonthKind, payout.RunKind, payout.SettlementKind, payout.ExceptionKind,
		payout.FundingKind, ledger.ReversalKind, fold.FactKind} {
		if kinds[k] == 0 {
			t.Errorf("no transaction of kind %s: %v", k, kinds)
		}
	}
	for _, p := range []payout.Problem{payout.PartlyPaid, payout.Overpaid, payout.PaidTwice, payout.TooEarly, payout.UnknownRecipient} {
		if problems[p] == 0 {
			t.Errorf("no payment was %s: %v", p, problems)
		}
	}
	t.Logf("transactions %v, problems %v", kinds, problems)
}

// somestep takes any step with any run, by anybody.
func somestep(ctx context.Context, e *engine.Engine, steps *rand.Rand) (err error) {
	var run string
	e.Payouts(func(b *payout.Book) {
		if n := len(b.Runs()); n > 0 {
			run = b.Runs()[n-1-steps.IntN(min(n, 3))].Name
		}
	})
	if run == "" {
		return nil
	}
	by := []engine.By{ann, bob}[steps.IntN(2)]
	switch steps.IntN(9) {
	case 0, 1, 2:
		_, err = e.StepPayout(ctx, by, run, payout.Propose, "")
	case 3, 4, 5:
		if steps.IntN(4) > 0 { // otherwise payments that nobody explained may be in the way
			if err := explain(ctx, e); err != nil {
				return err
			}
		}
		_, err = approve(e, by, run)
	case 6, 7:
		root, file := claimTree(e, run)
		_, err = e.ExportPayout(ctx, by, run, root, file)
	default:
		err = cancelSomehow(ctx, e, by, run)
	}
	return err
}

// cancelSomehow cancels a run, or takes the next step to that where it was exported.
func cancelSomehow(ctx context.Context, e *engine.Engine, by engine.By, run string) (err error) {
	var state payout.State
	var asked *payout.Rejection
	e.Payouts(func(b *payout.Book) { state, asked = b.Run(run).State, b.Run(run).Rejection })
	switch {
	case state != payout.Exported:
		_, err = e.StepPayout(ctx, by, run, payout.Cancel, "it was gathered too early")
	case asked == nil:
		_, err = e.RejectPayout(ctx, by, run, "it was gathered too early", payout.RejectionEvidence{Nonce: new(uint64)})
	default:
		_, err = e.ConsentToCancel(ctx, by, run, asked.Digest())
	}
	return err
}

// claimTree is the root of a run's tree and the SHA-256 of its dump; zero for a run by transfers.
func claimTree(e *engine.Engine, run string) (root, file ledger.Hash) {
	e.View(func(f *fold.Fold, _ engine.State) {
		if f.Payouts().Run(run).Method != payout.Claim {
			return
		}
		claims, err := f.Claims(run)
		if err != nil {
			panic(err)
		}
		tree, err := claims.Tree()
		if err != nil {
			panic(err)
		}
		root = ledger.Hash(tree.Root())
		if file, err = fold.TreeFile(tree); err != nil {
			panic(err)
		}
	})
	return root, file
}

// explain closes every exception that an operator can close.
func explain(ctx context.Context, e *engine.Engine) error {
	var open []string
	e.Payouts(func(b *payout.Book) {
		for _, x := range b.Exceptions() {
			if b.CanResolve(x.Key) == nil {
				open = append(open, x.Key)
			}
		}
	})
	for _, key := range open {
		if _, err := e.ResolvePayment(ctx, ann,
			fold.ResolveBody{Exception: key, Reason: "it was looked into", Nature: payout.Withdrawal}); err != nil {
			return err
		}
	}
	return nil
}

// pays pays some lines of some runs: right, too much, too little, twice, early, to somebody else; or fills the distributor.
func pays(e *engine.Engine, w *world, steps *rand.Rand) {
	type line struct {
		to     ledger.Wallet
		amount uint64
		claim  bool
	}
	var lines []line
	e.Payouts(func(b *payout.Book) {
		for _, r := range b.Runs() {
			for _, wallet := range r.Wallets() {
				total, _, _, _ := r.Line(wallet)
				units := total.Uint256()
				lines = append(lines, line{wallet, units.Uint64(), r.Method == payout.Claim})
			}
		}
	})
	for range 1 + steps.IntN(8) {
		switch {
		case len(lines) == 0 || steps.IntN(12) == 0:
			w.pay(ledger.Wallet{19: byte(steps.IntN(50))}, uint64(1+steps.IntN(300)), false)
		case steps.IntN(12) == 0:
			w.pay(ledger.Wallet(common.HexToAddress(distributor)), 1000, false)
		default:
			l := lines[steps.IntN(len(lines))]
			if steps.IntN(2) == 0 {
				l.amount += uint64(steps.IntN(5)) - 2
			}
			if l.amount > 0 && l.amount < 1<<40 {
				w.pay(l.to, l.amount, l.claim)
				if steps.IntN(6) == 0 {
					w.pay(l.to, l.amount, l.claim)
				}
			}
		}
	}
}

// conserved checks the books as an accountant does: for every asset assets + expenses = liabilities + equity + income, and the
// register by itself comes to nothing; no account stands on a side on which it must not; and nobody is owed more than they earned.
func conserved(t *testing.T, s engine.Store) {
	t.Helper()
	sums := map[string]*big.Int{} // of an asset's register, and of all its other accounts
	type place struct {
		asset money.Asset
		what  ledger.Role
	}
	earned, owed := map[place]*big.Int{}, map[place]*big.Int{}
	add := func(to map[place]*big.Int, asset money.Asset, what ledger.Role, units *big.Int) {
		if to[place{asset, what}] == nil {
			to[place{asset, what}] = new(big.Int)
		}
		to[place{asset, what}].Add(to[place{asset, what}], units)
	}
	for p, err := range s.Balances(context.Background(), "") {
		if err != nil {
			t.Fatal(err)
		}
		key := fmt.Sprint(p.Asset, " in the register: ", p.Account.Class() == ledger.Register)
		if sums[key] == nil {
			sums[key] = new(big.Int)
		}
		sums[key].Add(sums[key], p.Balance.Net())
		normal := p.Account.Normal(p.Balance)
		if normal.Sign() < 0 && !p.Account.MayTurn() {
			t.Fatalf("%s stands at %s on the wrong side", p.Account, p.Balance)
		}
		switch role := p.Account.Role(); role {
		case ledger.ReferralExpenseRole:
			add(earned, p.Asset, ledger.ReferralRole, normal)
		case ledger.ShareExpenseRole:
			add(earned, p.Asset, ledger.ShareRole, normal)
		case ledger.RebateExpenseRole:
			add(earned, p.Asset, ledger.RebateRole, normal)
		case ledger.ReferralRole, ledger.ShareRole, ledger.RebateRole:
			add(owed, p.Asset, role, normal)
		}
	}
	for key, sum := range sums {
		if sum.Sign() != 0 {
			t.Fatalf("%s: the sum is %s", key, sum)
		}
	}
	for of, units := range owed {
		if all := earned[of]; all == nil || units.Cmp(all) > 0 {
			t.Fatalf("%s %s are owed, %s were earned", units, of.what, all)
		}
	}
}

// shown is the book of payouts in words.
func shown(e *engine.Engine) string {
	var out strings.Builder
	e.Payouts(func(b *payout.Book) {
		for _, r := range b.Runs() {
			fmt.Fprintf(&out, "%s %s %s paid %s of %s, %d of %d lines, %v\n", r.Name, r.Method, r.State, r.Paid, r.Total, r.Done, r.Lines, r.Steps)
		}
		for _, x := range b.Exceptions() {
			fmt.Fprintf(&out, "%+v\n", *x)
		}
	})
	return out.String()
}
