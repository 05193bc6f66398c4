package engine_test

import (
	"bytes"
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/internal/fakechain"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
)

func on(month time.Month, day int) time.Time {
	return time.Date(2024, month, day, 0, 0, 0, 0, time.UTC)
}

// earns records revenue of a day, with a minus what was returned; half of it is the holders'.
func earns(e *engine.Engine, reference, amount string, at time.Time) (engine.Receipt, error) {
	return e.RecordRevenue(context.Background(), ann, reference, fold.RevenueRow{Source: "dapp", Amount: amount, At: at})
}

// upTo mines until the chain is final past an instant.
func (w *world) upTo(t *testing.T, e *engine.Engine, at time.Time) {
	t.Helper()
	for w.Now().Before(at.Add(time.Hour)) {
		w.Mine()
	}
	w.Finalise(0)
	if err := e.Sync(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
}

// What is returned is never refused: it goes against what earlier months left, below zero, and the next months pay it off before
// anybody gets something.
func TestWhatIsReturnedIsPaidOffByTheNextMonths(t *testing.T) {
	ctx := context.Background()
	w, s, e := funded(t) // 0.01 on 20 April, half of it the holders'
	w.upTo(t, e, on(8, 2))
	done(t)(earns(e, "may-returns", "-0.02", on(5, 3)))
	done(t)(earns(e, "june", "0.005", on(6, 3)))
	done(t)(earns(e, "july", "0.02", on(7, 2)))
	for _, month := range []struct{ name, carried, fund, paid, left string }{
		{"2024-04", "0 USDT", "0.005 USDT", "0.00225 USDT", "0.00275 USDT"},
		{"2024-05", "0.00275 USDT", "-0.01 USDT", "0 USDT", "-0.00725 USDT"},
		{"2024-06", "-0.00725 USDT", "0.0025 USDT", "0 USDT", "-0.00475 USDT"},
		{"2024-07", "-0.00475 USDT", "0.01 USDT", "0.00225 USDT", "0.003 USDT"},
	} {
		done(t)(e.CloseMonth(ctx, ann, month.name))
		m, err := e.Month(ctx, month.name)
		if err != nil {
			t.Fatal(err)
		}
		same(t, month.name, fmt.Sprint(m.CarryIn, ", ", m.Fund, ", ", m.Paid, ", ", m.CarryOut),
			month.carried+", "+month.fund+", "+month.paid+", "+month.left)
	}
	// The cost stands where it arose, and the source owes its provider nothing.
	same(t, "earned", net(t, s, "income:revenue:dapp"), "-0.035 USDT")
	same(t, "cost", net(t, s, "expenses:cost:dapp"), "0.02 USDT")
	same(t, "at the source", net(t, s, "assets:source:dapp"), "0.015 USDT")
	same(t, "the fund", net(t, s, "equity:fund:share"), "-0.003 USDT")
	livedOn(t, e, paying(t), s)
	rebuilt(t, s)
	verified(t, s)
}

// net is what an account holds of USDT: above zero in debit.
func net(t *testing.T, s engine.Store, path string) string {
	t.Helper()
	account, err := ledger.ParseAccount(path)
	if err != nil {
		t.Fatal(err)
	}
	b, err := s.BalanceAt(context.Background(), ledger.Place{Account: account, Asset: usdt}, time.Unix(1<<40, 0))
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A slip of the year does not make a first month from which every later one would have to be closed.
func TestTheFirstMonthIsOneOfTheBooks(t *testing.T) {
	ctx := context.Background()
	_, _, e := funded(t)
	for _, month := range []string{"2014-04", "2024-03", "1970-01", "1969-12", "0001-01"} {
		refusal(t, problem.Invalid, "")(e.CloseMonth(ctx, ann, month))
	}
	done(t)(e.CloseMonth(ctx, ann, "2024-04"))
}

// TestAMonthsFileStays closes months of every kind and computes each file again after everything that came later: revenue at
// the very instants of the ends, another rule from the middle of a month, a month without revenue, runs and payments.
func TestAMonthsFileStays(t *testing.T) {
	ctx := context.Background()
	p := ruled(t)
	w := newWorld(1)
	w.Mine(w.Buy(50, 0, 4), w.Buy(51, 0, 5), w.Buy(52, 0, 20))
	s := open(t, "books.db")
	e, err := engine.Open(ctx, p, s, w, w, silent())
	if err != nil {
		t.Fatal(err)
	}
	w.upTo(t, e, on(9, 2))
	staff(t, e)
	want := map[string][2]string{}
	close := func(month, fund, paid string) {
		t.Helper()
		done(t)(e.CloseMonth(ctx, ann, month))
		want[month] = [2]string{fund, paid}
	}
	done(t)(earns(e, "r1", "0.01", on(4, 20)))
	done(t)(earns(e, "r2", "0.002", on(5, 1).Add(-time.Second))) // April's last second
	done(t)(earns(e, "r3", "0.004", on(5, 1)))                   // May's first
	close("2024-04", "0.006 USDT", "0.00225 USDT")               // 250 and 2,000 units, the rest is carried
	done(t)(earns(e, "r4", "0.006", on(5, 20)))
	close("2024-05", "0.005 USDT", "0.00225 USDT") // the rule that begins on 15 May is June's
	close("2024-06", "0 USDT", "0.0065 USDT")      // only what was carried, 6,500 units of the 9,000 due: two brackets of one amount
	done(t)(e.PreparePayout(ctx, ann, "june", "USDT", payout.Transfer))
	done(t)(earns(e, "r5", "0.000001", on(7, 31)))
	close("2024-07", "0 USDT", "0 USDT") // floor(half a millionth) is nothing
	check := func() {
		t.Helper()
		for month, sums := range want {
			m, err := e.Month(ctx, month)
			if err != nil {
				t.Fatal(err)
			}
			same(t, month, fmt.Sprint(m.Fund, " ", m.Paid), sums[0]+" "+sums[1])
			var file bytes.Buffer
			hash, err := m.WriteFile(&file)
			if err != nil {
				t.Fatal(err)
			}
			tx, err := s.Keyed(ctx, ledger.JobSource(rewards.MonthJob, month).Key())
			if err != nil {
				t.Fatal(err)
			}
			same(t, "the hash of "+month, hash.String(), tx.Meta["file"])
			total, err := m.CarryOut.Receive(m.Paid)
			if err != nil {
				t.Fatal(err)
			}
			in, err := m.CarryIn.Plus(m.Fund)
			if err != nil {
				t.Fatal(err)
			}
			same(t, "conserved in "+month, total.String(), in.String())
		}
	}
	check()
	done(t)(earns(e, "r6", "0.01", on(8, 3)))
	done(t)(e.StepPayout(ctx, ann, "june", payout.Propose, ""))
	done(t)(approve(e, bob, "june"))
	var amounts []uint64
	e.Payouts(func(b *payout.Book) {
		for _, wallet := range b.Run("june").Wallets() {
			amount, _, _, _ := b.Run("june").Line(wallet)
			units := amount.Uint256()
			amounts = append(amounts, units.Uint64())
		}
	})
	// 51: 250 + 250 + 3,250; 52: 2,000 + 2,000 + 3,250. Equal amounts stay equal when they are scaled.
	same(t, "what the run pays", fmt.Sprint(amounts), "[3750 7250]")
	w.pay(ledger.Wallet{19: 51}, 3750, false)
	w.pay(ledger.Wallet{19: 52}, 7250, false)
	w.upTo(t, e, on(10, 2))
	done(t)(e.CloseMonth(ctx, ann, "2024-08"))
	check()
	livedOn(t, e, p, s)
	verified(t, s)
	head, err := engine.Rebuild(ctx, p, s, open(t, "again.db"), nil)
	if err != nil {
		t.Fatal(err)
	}
	state, _ := s.State(ctx)
	same(t, "rebuilt head", head.String(), state.Ledger.String())
	same(t, "held by the run", heldBy(t, s, "june"), "0 USDT")
}

// heldBy is what a run has gathered and not settled.
func heldBy(t *testing.T, s engine.Store, run string) string {
	t.Helper()
	sum := money.NewBalance(usdt)
	for p, err := range s.Balances(context.Background(), ledger.PayoutRole.Prefix()) {
		if err == nil && p.Account.Name() == run {
			sum, err = sum.Plus(money.Balance{In: p.Balance.Out, Out: p.Balance.In})
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return sum.String()
}

// ruled is the program of paying with other brackets from the middle of May on.
func ruled(t *testing.T) *program.Program {
	t.Helper()
	p, err := program.Read("world.yaml", []byte(`program: world
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
    - { from: 2024-01-01, mode: brackets, brackets: [{ nodes: 5, amount: 0.000250 }, { nodes: 20, amount: 0.002 }], surplus: carry }
    - { from: 2024-05-15, mode: brackets, brackets: [{ nodes: 5, amount: 0.0045 }, { nodes: 20, amount: 0.0045 }], surplus: carry }
payout: { treasury: "`+treasury+`" }
`))
	if err != nil {
		t.Fatal(err)
	}
	return p
}
