package engine_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/payout/evidence"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/sale"
)

const (
	treasury    = "0x00000000000000000000000000000000000000cc"
	tether      = "0x00000000000000000000000000000000000000dd"
	distributor = "0x00000000000000000000000000000000000000ee"
)

// paying is the program of a world with a monthly share, a campaign in USDT, a treasury and a distributor.
func paying(t interface{ Fatal(...any) }) *program.Program {
	p, err := program.Read("world.yaml", []byte(`program: world
schema: 1
assets:
  ETH:  { decimals: 18, kind: native }
  USDT: { decimals: 6, kind: erc20, address: "`+tether+`" }
chain: { id: 31337, start_block: 0 }
sale: { contract: "`+contract+`", adapter: nodesale }
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
`))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// worldClock tells the time of the newest block, so that what operators do stands between the blocks.
type worldClock struct{ w *world }

func (c worldClock) Now() time.Time {
	return time.Unix(int64(c.w.branch[len(c.w.branch)-1].Header.Time), 0).UTC()
}

func startPaying(t *testing.T, s engine.Store, w *world) *engine.Engine {
	t.Helper()
	e, err := engine.Open(context.Background(), paying(t), s, w, worldClock{w}, silent())
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
	}{{engine.By{Name: "root"}, "ann", operator.HashToken(ann.Token)}, {ann, "bob", operator.HashToken(bob.Token)}} {
		change := operator.Change{Name: step.name, Label: "laptop", Token: step.hash, Scopes: operator.Scopes()}
		if _, err := e.RecordOperator(context.Background(), step.by, "key-"+step.name, change); err != nil {
			t.Fatal(err)
		}
	}
}

// pay mines the log of USDT leaving the treasury, or of a claim from the distributor.
func (w *world) pay(to ledger.Wallet, amount uint64, claim bool) {
	w.txs++
	value := common.BigToHash(new(big.Int).SetUint64(amount))
	l := sale.Log{TxHash: sha256.Sum256(fmt.Append(nil, "pay", w.txs, len(w.branch), w.salt))}
	if claim {
		l.Address = common.HexToAddress(distributor)
		l.Topics = []common.Hash{evidence.ClaimedTopic, common.BytesToHash(to[:]), {1}}
		l.Data = append(value[:], value[:]...)
	} else {
		l.Address = common.HexToAddress(tether)
		from := common.HexToAddress(treasury)
		l.Topics = []common.Hash{evidence.TransferTopic, common.BytesToHash(from[:]), common.BytesToHash(to[:])}
		l.Data = value[:]
	}
	w.mine([]sale.Log{l})
}

// TestTheWholeLifeOfRunsConserves lets purchases, revenue, months, runs, payments right and wrong, reorganisations, crashes
// and restarts happen in any order. At every moment what was paid is at most what accrued, and that at most what was
// declared, and the books rebuild to the same head.
func TestTheWholeLifeOfRunsConserves(t *testing.T) {
	kinds := map[ledger.Kind]int{}
	problems := map[payout.Problem]int{}
	for seed := range uint64(10) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			ctx := context.Background()
			w := newWorld(seed)
			steps := rand.New(rand.NewPCG(seed, 5))
			books := open(t, "books.db")
			staff(t, startPaying(t, books, w))
			e := startPaying(t, &flaky{books, steps}, w)
			refused := func(err error) {
				t.Helper()
				if errors.Is(err, errCrash) {
					e = startPaying(t, &flaky{books, steps}, w)
				}
			}
			month := time.Date(2024, 4, 1, 0, 0, 0, 0, time.UTC)
			for n := range 170 {
				switch steps.IntN(12) {
				case 0:
					w.grow(1 + steps.IntN(4))
				case 1:
					for range steps.IntN(90) {
						w.mine(nil)
					}
				case 2:
					w.reorganise(1 + steps.IntN(4))
				case 3:
					w.finalise(steps.IntN(6))
				case 4:
					row := engine.RevenueRow{Source: []string{"dapp", "fiat"}[steps.IntN(2)], Amount: fmt.Sprintf("0.%06d", 1+steps.IntN(9000)), At: worldClock{w}.Now()}
					if steps.IntN(5) == 0 {
						row.Amount = "-" + row.Amount
					}
					_, err := e.RecordRevenue(ctx, ann, fmt.Sprintf("revenue-%d", n), row)
					refused(err)
				case 5:
					again, err := e.CloseMonth(ctx, ann, month.Format(rewards.MonthForm))
					if err == nil && !again {
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
			w.finalise(0)
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
			if err := books.Transactions(ctx, 1, func(tx *ledger.Transaction) error {
				kinds[tx.Kind]++
				problems[payout.Problem(tx.Meta["problem"])]++
				return nil
			}); err != nil {
				t.Fatal(err)
			}
		})
	}
	for _, k := range []ledger.Kind{rewards.RevenueKind, rewards.MonthKind, payout.RunKind, payout.SettlementKind, payout.ExceptionKind, payout.FundingKind, ledger.ReversalKind, engine.FactKind} {
		if kinds[k] == 0 {
			t.Errorf("no transaction of kind %s: %v", k, kinds)
		}
	}
	for _, p := range []payout.Problem{payout.PartlyPaid, payout.Overpaid, payout.PaidTwice, payout.TooEarly, payout.Stranger} {
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
		_, err = e.StepPayout(ctx, by, run, payout.Approve, "")
	case 6, 7:
		_, err = e.ExportPayout(ctx, by, run, rootOf(e, run), ledger.Hash{})
	default:
		_, err = e.StepPayout(ctx, by, run, payout.Cancel, "it was gathered too early")
	}
	return err
}

// rootOf is the root of a run's tree; zero for a run by transfers.
func rootOf(e *engine.Engine, run string) (root ledger.Hash) {
	e.Payouts(func(b *payout.Book) {
		if b.Run(run).Method == payout.Claim {
			root, _ = engine.ClaimRoot(b, run)
		}
	})
	return root
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
		if _, err := e.ResolvePayment(ctx, ann, key, "it was looked into"); err != nil {
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
			if steps.IntN(4) == 0 {
				l.amount += uint64(steps.IntN(5)) - 2
			}
			if l.amount > 0 && l.amount < 1<<40 {
				w.pay(l.to, l.amount, l.claim)
			}
		}
	}
}

// conserved checks that paid <= accrued <= declared for USDT, and that runs hold exactly what they have open.
func conserved(t *testing.T, s engine.Store) {
	t.Helper()
	var paid, accrued, declared, open big.Int
	err := s.Balances(context.Background(), "", func(p ledger.Place, b money.Balance) error {
		if p.Asset != usdt {
			return nil
		}
		net := b.Net()
		switch path := p.Account.String(); {
		case strings.HasSuffix(path, ":paid"):
			paid.Add(&paid, net)
			accrued.Add(&accrued, net)
		case strings.HasSuffix(path, ":payable"), strings.HasPrefix(path, "payout:"):
			if net.Sign() < 0 {
				t.Fatalf("%s holds %s", path, b)
			}
			accrued.Add(&accrued, net)
			open.Add(&open, net)
		case strings.HasPrefix(path, "revenue:"), strings.HasPrefix(path, "campaign:"):
			declared.Sub(&declared, net)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if paid.Cmp(&accrued) > 0 || accrued.Cmp(&declared) > 0 {
		t.Fatalf("%s paid, %s accrued, %s declared", &paid, &accrued, &declared)
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

// TestAMonthIsClosedOnceAndPaid follows one month from its revenue to the last payment.
func TestAMonthIsClosedOnceAndPaid(t *testing.T) {
	ctx := context.Background()
	w := newWorld(1)
	buyers := []action{{tx: 101, buyer: 50, quantity: 4}, {tx: 102, buyer: 51, quantity: 5}, {tx: 103, buyer: 52, quantity: 20}}
	w.txs = 200
	w.mine(w.act(buyers))
	for len(w.branch) < 12*20 {
		w.mine(nil)
	}
	w.finalise(0)
	s := open(t, "books.db")
	e := startPaying(t, s, w)
	files := map[string]*bytes.Buffer{}
	e.Keep(func(name string) (io.WriteCloser, error) {
		files[name] = new(bytes.Buffer)
		return nopCloser{files[name]}, nil
	})
	must := func(again bool, err error) {
		t.Helper()
		if err != nil || again {
			t.Fatalf("again %v: %v", again, err)
		}
	}
	fails := func(want string, again bool, err error) {
		t.Helper()
		if err == nil || again || !strings.Contains(err.Error(), want) {
			t.Fatalf("%v, want %q", err, want)
		}
	}
	if err := e.Sync(ctx, nil); err != nil {
		t.Fatal(err)
	}
	row := engine.RevenueRow{Source: "dapp", Amount: "0.001001", At: time.Date(2024, 4, 20, 0, 0, 0, 0, time.UTC)}
	must(e.RecordRevenue(ctx, engine.By{Name: "ann"}, "april", row))
	staff(t, e)
	fails("only a name", false, func() error { _, err := e.RecordRevenue(ctx, engine.By{Name: "ann"}, "april-2", row); return err }())
	if again, err := e.RecordRevenue(ctx, ann, "april", row); !again || err != nil {
		t.Fatalf("the same revenue: %v %v", again, err)
	}
	row.Amount = "5"
	again, err := e.RecordRevenue(ctx, ann, "april", row)
	fails("recorded before", again, err)
	again, err = e.CloseMonth(ctx, ann, "2024-05")
	fails("final up to", again, err)
	must(e.CloseMonth(ctx, ann, "2024-04"))
	head := func() string { st, _ := s.State(ctx); return st.Ledger.String() }
	before := head()
	for _, by := range []engine.By{ann, bob} {
		if again, err := e.CloseMonth(ctx, by, "2024-04"); !again || err != nil {
			t.Fatalf("closing twice: %v %v", again, err)
		}
	}
	same(t, "head after closing twice", head(), before)
	again, err = e.RecordRevenue(ctx, ann, "late", engine.RevenueRow{Source: "dapp", Amount: "1", At: time.Date(2024, 4, 29, 0, 0, 0, 0, time.UTC)})
	fails("up to which months are closed", again, err)
	// 500 units of 2,250: 51 gets floor(250 x 500 / 2250) = 55, 52 gets floor(2000 x 500 / 2250) = 444, one is carried.
	m, err := e.Month(ctx, "2024-04")
	if err != nil {
		t.Fatal(err)
	}
	for n, want := range map[byte]string{50: "0", 51: "55", 52: "444"} {
		if i, ok := m.Find(ledger.Wallet{19: n}); !ok || m.Share(i).Digits() != want {
			t.Errorf("wallet %d gets %s, want %s", n, m.Share(i).Digits(), want)
		}
	}
	same(t, "carry", m.CarryOut.Digits(), "1")
	var file bytes.Buffer
	if _, err := m.WriteFile(&file); err != nil || !bytes.Equal(file.Bytes(), files["month-2024-04.json"].Bytes()) {
		t.Errorf("the month's file is another when it is computed again (%v)", err)
	}

	must(e.PreparePayout(ctx, ann, "april", "USDT", payout.Transfer))
	if again, err := e.PreparePayout(ctx, ann, "april", "USDT", payout.Transfer); !again || err != nil {
		t.Fatalf("preparing twice: %v %v", again, err)
	}
	again, err = e.PreparePayout(ctx, ann, "april-2", "USDT", payout.Transfer)
	fails("nothing is to be paid", again, err)
	must(e.StepPayout(ctx, ann, "april", payout.Propose, ""))
	again, err = e.StepPayout(ctx, ann, "april", payout.Approve, "")
	fails("somebody else", again, err)
	again, err = e.StepPayout(ctx, engine.By{Name: "bob"}, "april", payout.Approve, "")
	fails("only a name", again, err)
	again, err = e.StepPayout(ctx, engine.By{Name: "bob", Token: ann.Token}, "april", payout.Approve, "")
	fails("belongs to ann", again, err)
	must(e.StepPayout(ctx, bob, "april", payout.Approve, ""))
	must(e.ExportPayout(ctx, ann, "april", ledger.Hash{}, ledger.Hash{}))
	var lines []ledger.Wallet
	e.Payouts(func(b *payout.Book) { lines = b.Run("april").Wallets() })
	var again2 bytes.Buffer
	if _, err := e.RunFile(ctx, "april", &again2); err != nil || !bytes.Equal(again2.Bytes(), files["payout-april.json"].Bytes()) {
		t.Errorf("the run's file is another when it is written again (%v)", err)
	}
	for _, wallet := range lines {
		var amount money.Amount
		e.Payouts(func(b *payout.Book) { amount, _, _, _ = b.Run("april").Line(wallet) })
		units := amount.Uint256()
		w.pay(wallet, units.Uint64(), false)
	}
	if err := e.Sync(ctx, nil); err != nil {
		t.Fatal(err)
	}
	state := func() (state payout.State) {
		e.Payouts(func(b *payout.Book) { state = b.Run("april").State })
		return state
	}
	same(t, "before finality", state(), payout.Exported)
	w.finalise(0)
	if err := e.Sync(ctx, nil); err != nil {
		t.Fatal(err)
	}
	same(t, "after finality", state(), payout.Settled)
	conserved(t, s)
	verified(t, s)
	again, err = e.StepPayout(ctx, ann, "april", payout.Cancel, "too late")
	fails("cannot be cancelled", again, err)
}

// A file of income is taken whole, or not at all, and once.
func TestAFileOfIncomeIsOneThing(t *testing.T) {
	ctx := context.Background()
	w := newWorld(3)
	for range 30 {
		w.grow(1)
	}
	w.finalise(0)
	s := open(t, "books.db")
	e := startPaying(t, s, w)
	if err := e.Sync(ctx, nil); err != nil {
		t.Fatal(err)
	}
	staff(t, e)
	at := worldClock{w}.Now()
	row := func(reference, amount string) engine.ReferencedRevenue {
		return engine.ReferencedRevenue{Reference: reference, RevenueRow: engine.RevenueRow{Source: "fiat", Amount: amount, At: at}}
	}
	head := func() string { st, _ := s.State(ctx); return st.Ledger.String() }
	before := head()
	for name, rows := range map[string][]engine.ReferencedRevenue{
		"none":  nil,
		"bad":   {row("a", "1"), row("b", "one"), row("c", "2"), row("d", "0")},
		"twice": {row("a", "1"), row("a", "1")},
		"short": {row("a", "1"), row("b", "-5")}, // more is returned than the funds have
	} {
		if again, err := e.RecordRevenues(ctx, ann, rows); err == nil || again != 0 {
			t.Errorf("%s: %d again, %v", name, again, err)
		} else if name == "bad" && (!strings.Contains(err.Error(), "row 2") || !strings.Contains(err.Error(), "row 4")) {
			t.Errorf("not every bad row is named: %v", err)
		}
		same(t, name+": head", head(), before)
	}
	if again, err := e.RecordRevenues(ctx, ann, []engine.ReferencedRevenue{row("a", "1"), row("b", "-0.5")}); again != 0 || err != nil {
		t.Fatalf("%d again, %v", again, err)
	}
	if again, err := e.RecordRevenues(ctx, ann, []engine.ReferencedRevenue{row("a", "1"), row("c", "3"), row("b", "-0.5")}); again != 2 || err != nil {
		t.Fatalf("%d again, %v", again, err)
	}
	if _, err := e.RecordRevenues(ctx, ann, []engine.ReferencedRevenue{row("d", "1"), row("a", "2")}); err == nil || !strings.Contains(err.Error(), "row 2: a of ann") {
		t.Errorf("another content under the same reference: %v", err)
	}
	if _, err := e.RecordRevenues(ctx, engine.By{Name: "ann"}, []engine.ReferencedRevenue{row("d", "1")}); !errors.Is(err, engine.ErrNotAllowed) {
		t.Errorf("a name alone: %v", err)
	}
	verified(t, s)
}

// What a sale's contract holds for its referrers is not the treasury's to pay: a run gathers rewards only where they accrue.
func TestRewardsAreGatheredWhereTheTreasuryOwesThem(t *testing.T) {
	ctx := context.Background()
	for settlement, gathers := range map[string]bool{"on_chain": false, "accrued": true} {
		w := newWorld(2)
		for range 30 {
			w.grow(1)
		}
		w.finalise(0)
		p, err := program.Read("world.yaml", []byte(`program: world
schema: 1
chain: { id: 31337, start_block: 0 }
sale: { contract: "`+contract+`", adapter: nodesale }
referral: { settlement: `+settlement+` }
payout: { treasury: "`+treasury+`" }
`))
		if err != nil {
			t.Fatal(err)
		}
		s := open(t, settlement+".db")
		e, err := engine.Open(ctx, p, s, w, worldClock{w}, silent())
		if err != nil {
			t.Fatal(err)
		}
		if err := e.Sync(ctx, nil); err != nil {
			t.Fatal(err)
		}
		owed := new(big.Int)
		if err := s.Balances(ctx, "referrers:", func(p ledger.Place, b money.Balance) error {
			if strings.HasSuffix(p.Account.String(), ":payable") {
				owed.Add(owed, b.Net())
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		if owed.Sign() == 0 {
			t.Fatal("nobody is owed anything")
		}
		_, err = e.PreparePayout(ctx, engine.By{Name: "ann"}, "rewards", "ETH", payout.Transfer)
		if !gathers {
			if err == nil || !strings.Contains(err.Error(), "nothing is to be paid") {
				t.Errorf("%s: %v", settlement, err)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		e.Payouts(func(b *payout.Book) {
			if got := b.Run("rewards").Total.Digits(); got != owed.String() {
				t.Errorf("%s were gathered, %s are owed", got, owed)
			}
		})
	}
}
