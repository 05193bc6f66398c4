package engine_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/internal/fakechain"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
)

// lines is whom a run pays, and how much, in words.
func lines(e *engine.Engine, run string) (out string) {
	e.Payouts(func(b *payout.Book) {
		for _, w := range b.Run(run).Wallets() {
			total, paid, _, _ := b.Run(run).Line(w)
			out += fmt.Sprintf("%d:%s/%s ", w[19], paid.Digits(), total.Digits())
		}
	})
	return out
}

func letOut(t *testing.T, e *engine.Engine, run string) {
	t.Helper()
	done(t)(e.StepPayout(context.Background(), ann, run, payout.Propose, ""))
	done(t)(approve(e, bob, run))
	root, file := claimTree(e, run)
	other := ledger.Hash{1}
	if root != (ledger.Hash{}) {
		refusal(t, problem.Invalid, "names the root")(e.ExportPayout(context.Background(), ann, run, ledger.Hash{}, ledger.Hash{}))
		refusal(t, problem.Invalid, "SHA-256 of the tree's file")(e.ExportPayout(context.Background(), ann, run, root, ledger.Hash{}))
		refusal(t, problem.Conflict, "export this one again")(e.ExportPayout(context.Background(), ann, run, other, file))
		refusal(t, problem.Conflict, "it must name the books of")(e.ExportPayout(context.Background(), ann, run, root, other))
	} else {
		refusal(t, problem.Invalid, "has no tree")(e.ExportPayout(context.Background(), ann, run, other, ledger.Hash{}))
	}
	done(t)(e.ExportPayout(context.Background(), ann, run, root, file))
}

func exceptions(e *engine.Engine) (keys, words []string) {
	e.Payouts(func(b *payout.Book) {
		for _, x := range b.Exceptions() {
			if x.Closed.IsZero() {
				keys, words = append(keys, x.Key), append(words, fmt.Sprintf("%s %d:%s", x.Problem, x.Wallet[19], x.Amount.Digits()))
			}
		}
	})
	return keys, words
}

// Nodes can be held by any address, those of the program's own contracts too. None of them is ever in a run: a Safe's batch with
// the token in it is refused as a whole.
func TestTheProgramsOwnContractsAreNeverPaid(t *testing.T) {
	ctx := context.Background()
	w := newWorld(1)
	var buyers []evm.Log
	for _, a := range []string{treasury, tether, distributor, fakechain.Contract, "0x0000000000000000000000000000000000000000",
		"0x0000000000000000000000000000000000000034"} {
		buyers = append(buyers, w.Buy(common.HexToAddress(a)[19], 0, 20))
	}
	w.Mine(buyers...)
	s := open(t, "books.db")
	e := startPaying(t, s, w)
	w.upTo(t, e, on(5, 1))
	staff(t, e)
	done(t)(earns(e, "april", "1", on(4, 20)))
	done(t)(e.CloseMonth(ctx, ann, "2024-04"))
	for _, method := range []payout.Method{payout.Transfer, payout.Claim} {
		run := "april-" + string(method)
		done(t)(e.PreparePayout(ctx, ann, run, "USDT", method))
		same(t, "lines", lines(e, run), "52:0/2000 ")
		made, _, err := e.Run(ctx, run)
		if err != nil || len(made.Waiting) != 5 {
			t.Fatalf("%v %v", made, err)
		}
		for _, one := range made.Waiting {
			if one.Why != payout.NeverPaid || one.Text == "" {
				t.Errorf("%+v", one)
			}
		}
		done(t)(e.StepPayout(ctx, ann, run, payout.Cancel, "the other way"))
	}
	rebuilt(t, s)
}

// What somebody learns of a wallet between two steps of a run stops the run, and the wallet's money waits for it to be let go.
func TestARunStopsForWhatWasLearntSince(t *testing.T) {
	ctx := context.Background()
	_, s, e := funded(t)
	wallet := ledger.Wallet{19: 51}.String()
	done(t)(e.CloseMonth(ctx, ann, "2024-04"))
	stopped := refusal(t, problem.Conflict, "cancel the run and prepare it again")
	done(t)(e.PreparePayout(ctx, ann, "one", "USDT", payout.Transfer))
	done(t)(e.StepPayout(ctx, ann, "one", payout.Propose, ""))
	done(t)(e.Hold(ctx, ann, "hold", wallet, "a question"))
	stopped(approve(e, bob, "one"))
	done(t)(e.Hold(ctx, ann, "release", wallet, ""))
	done(t)(approve(e, bob, "one"))
	done(t)(e.RecordSanctions(ctx, ann, "list-1", []string{wallet}))
	stopped(e.ExportPayout(ctx, ann, "one", ledger.Hash{}, ledger.Hash{}))
	done(t)(e.StepPayout(ctx, ann, "one", payout.Cancel, "a wallet is on the list"))
	done(t)(e.PreparePayout(ctx, ann, "two", "USDT", payout.Transfer))
	same(t, "with the list", lines(e, "two"), "52:0/2000 ")
	letOut(t, e, "two")
	done(t)(e.RecordSanctions(ctx, ann, "list-2", []string{ledger.Wallet{1}.String()})) // it replaces the first
	done(t)(e.PreparePayout(ctx, ann, "three", "USDT", payout.Transfer))
	same(t, "with another list", lines(e, "three"), "51:0/250 ")
	letOut(t, e, "three")
	done(t)(e.RecordSanctions(ctx, ann, "list-3", []string{wallet}))
	done(t)(e.ExportPayout(ctx, bob, "three", ledger.Hash{}, ledger.Hash{})) // its files are out already
	livedOn(t, e, paying(t), s)
	rebuilt(t, s)
	conserved(t, s)
}

// A Safe executes a run that was cancelled after its export. The money is owed by the next run again, which does not go out
// before somebody has looked at what was paid.
func TestACancelledRunThatIsExecutedIsNotPaidTwice(t *testing.T) {
	ctx := context.Background()
	w, s, e := funded(t)
	sync := func() {
		t.Helper()
		w.Finalise(0)
		if err := e.Sync(ctx, nil); err != nil {
			t.Fatal(err)
		}
	}
	done(t)(e.CloseMonth(ctx, ann, "2024-04"))
	done(t)(e.PreparePayout(ctx, ann, "one", "USDT", payout.Transfer))
	letOut(t, e, "one")
	void(t, w, e, "one")
	refusal(t, problem.Conflict, "give this one another name")(e.PreparePayout(ctx, bob, "one", "USDT", payout.Transfer))
	if again, err := e.PreparePayout(ctx, ann, "one", "USDT", payout.Transfer); !again.AlreadyRecorded || err != nil {
		t.Fatalf("what was said before: again %v, %v", again, err)
	}
	done(t)(e.PreparePayout(ctx, bob, "two", "USDT", payout.Transfer))
	done(t)(e.StepPayout(ctx, ann, "two", payout.Propose, ""))
	w.pay(ledger.Wallet{19: 51}, 250, false) // the Safe executes "one"
	sync()
	_, words := exceptions(e)
	same(t, "exceptions", fmt.Sprint(words), "[before_approval 51:250]")
	refusal(t, problem.Conflict, "would be paid by run two again")(approve(e, bob, "two"))
	// Its wallet is kept out of the next run; the other one is paid.
	done(t)(e.Hold(ctx, ann, "paid", ledger.Wallet{19: 51}.String(), "was paid by the cancelled run"))
	done(t)(e.StepPayout(ctx, ann, "two", payout.Cancel, "51 was paid"))
	done(t)(e.PreparePayout(ctx, ann, "three", "USDT", payout.Transfer))
	letOut(t, e, "three")
	same(t, "lines", lines(e, "three"), "52:0/2000 ")
	// The rest of "one" is executed while "three" is open: it is the very payment that three is for, and is not repeated.
	w.pay(ledger.Wallet{19: 52}, 2000, false)
	sync()
	same(t, "lines", lines(e, "three"), "52:2000/2000 ")
	w.pay(ledger.Wallet{19: 52}, 2000, false)
	sync()
	keys, words := exceptions(e)
	same(t, "exceptions", fmt.Sprint(words), "[before_approval 51:250 paid_twice 52:2000]")
	for _, key := range keys {
		done(t)(e.ResolvePayment(ctx, ann, fold.ResolveBody{Exception: key, Reason: "asked back", Nature: payout.Withdrawal}))
		if again, err := e.ResolvePayment(ctx, ann,
			fold.ResolveBody{Exception: key, Reason: "asked back", Nature: payout.Withdrawal}); !again.AlreadyRecorded || err != nil {
			t.Fatalf("what was said before: again %v, %v", again, err)
		}
	}
	refusal(t, problem.Conflict, "already closed")(e.ResolvePayment(ctx, bob,
		fold.ResolveBody{Exception: keys[0], Reason: "asked back", Nature: payout.Withdrawal}))
	livedOn(t, e, paying(t), s)
	rebuilt(t, s)
	conserved(t, s)
	verified(t, s)
}

// A transfer never settles what is to be claimed, nor the other way round; and a run for claims that was cancelled before its
// tree was published is in no tree.
func TestClaimsAndTransfersOfOneWallet(t *testing.T) {
	ctx := context.Background()
	w, s, e := funded(t)
	done(t)(e.CloseMonth(ctx, ann, "2024-04"))
	done(t)(e.PreparePayout(ctx, ann, "dropped", "USDT", payout.Claim))
	done(t)(e.StepPayout(ctx, ann, "dropped", payout.Propose, ""))
	done(t)(approve(e, bob, "dropped"))
	done(t)(e.StepPayout(ctx, ann, "dropped", payout.Cancel, "before its tree was out"))
	done(t)(e.PreparePayout(ctx, ann, "claims", "USDT", payout.Claim))
	letOut(t, e, "claims")
	refusal(t, problem.Conflict, "cannot be taken back")(e.StepPayout(ctx, ann, "claims", payout.Cancel, "why"))
	w.upTo(t, e, on(6, 1))
	done(t)(earns(e, "may", "0.02", on(5, 20)))
	done(t)(e.CloseMonth(ctx, ann, "2024-05"))
	done(t)(e.PreparePayout(ctx, ann, "transfers", "USDT", payout.Transfer))
	letOut(t, e, "transfers")
	w.upTo(t, e, on(7, 1))
	done(t)(earns(e, "june", "0.02", on(6, 20)))
	done(t)(e.CloseMonth(ctx, ann, "2024-06"))
	done(t)(e.PreparePayout(ctx, ann, "claims-2", "USDT", payout.Claim))
	letOut(t, e, "claims-2")
	e.Payouts(func(b *payout.Book) {
		granted, err := b.Granted("claims-2")
		if err != nil || granted[ledger.Wallet{19: 52}].Digits() != "4000" || granted[ledger.Wallet{19: 51}].Digits() != "500" {
			t.Errorf("%v %v", granted, err)
		}
	})
	w.pay(ledger.Wallet{19: 52}, 2100, false) // more than is to be sent
	w.pay(ledger.Wallet{19: 52}, 4000, true)  // both trees at once
	w.pay(ledger.Wallet{19: 51}, 250, true)   // one of two equal lines: the older
	w.Finalise(0)
	if err := e.Sync(ctx, nil); err != nil {
		t.Fatal(err)
	}
	same(t, "claims", lines(e, "claims"), "51:250/250 52:2000/2000 ")
	same(t, "claims-2", lines(e, "claims-2"), "51:0/250 52:2000/2000 ")
	same(t, "transfers", lines(e, "transfers"), "51:0/250 52:2000/2000 ")
	_, words := exceptions(e)
	same(t, "exceptions", fmt.Sprint(words), "[overpaid 52:100]")
	livedOn(t, e, paying(t), s)
	rebuilt(t, s)
	conserved(t, s)
}

// A payment in a block that leaves the chain settles nothing, and one that comes back with another block settles once.
func TestAPaymentThatLeavesTheChainSettlesNothing(t *testing.T) {
	ctx := context.Background()
	w, s, e := letOutOf(t)
	sync := func() {
		t.Helper()
		if err := e.Sync(ctx, nil); err != nil {
			t.Fatal(err)
		}
		livedOn(t, e, paying(t), s)
	}
	w.pay(ledger.Wallet{19: 51}, 250, false)
	paid := w.Blocks[len(w.Blocks)-1].Facts.Logs
	sync()
	same(t, "pending", lines(e, "one"), "51:0/250 52:0/2000 ")
	w.Cut(1)
	w.Mine()
	w.Mine()
	// Between the two, while nothing is final, an operator records something.
	sync()
	done(t)(e.Hold(ctx, ann, "hold", ledger.Wallet{19: 52}.String(), "a question"))
	same(t, "gone", lines(e, "one"), "51:0/250 52:0/2000 ")
	w.Mine(paid...)
	sync()
	sync()
	w.Finalise(0)
	sync()
	sync()
	same(t, "back", lines(e, "one"), "51:250/250 52:0/2000 ")
	if _, words := exceptions(e); len(words) != 0 {
		t.Errorf("%v", words)
	}
	rebuilt(t, s)
}

// Tokens that a holder took by hand are not paid by a run, and those that a run gathered are not taken by hand.
func TestTokensAreReleasedOnce(t *testing.T) {
	ctx := context.Background()
	w := newWorld(1)
	p := vesting(t)
	s := open(t, "books.db")
	e, err := engine.Open(ctx, p, s, w, w, silent())
	if err != nil {
		t.Fatal(err)
	}
	w.upTo(t, e, on(4, 20))
	staff(t, e)
	grant := fold.GrantTerms{Name: "seed", Wallet: ledger.Wallet{19: 51}.String(), Total: "100", Bucket: "funds", Start: on(4, 14),
		Duration: "4d"}
	for _, name := range []string{"", "seed round", "Ä", string(slices.Repeat([]byte("a"), 65))} {
		bad := grant
		bad.Name = name
		refusal(t, problem.Invalid, "name")(e.RecordGrant(ctx, ann, "bad", bad))
	}
	done(t)(e.RecordGrant(ctx, ann, "grant", grant))
	w.upTo(t, e, on(4, 22)) // a grant gives from the end of the day on in which it was recorded
	if _, err := e.RunJobs(ctx); err != nil {
		t.Fatal(err)
	}
	release := func(reference, amount string) (engine.Receipt, error) {
		return e.RecordRelease(ctx, ann, reference, "seed", amount, w.Now().Add(-time.Minute))
	}
	done(t)(release("by-hand", "30"))
	done(t)(e.PreparePayout(ctx, ann, "tokens", "GPU", payout.Transfer))
	same(t, "lines", lines(e, "tokens"), "51:0/70000000000000000000 ")
	refusal(t, problem.Conflict, "below zero")(release("too-late", "1"))
	done(t)(e.StepPayout(ctx, ann, "tokens", payout.Cancel, "they take it themselves"))
	done(t)(release("now", "1"))
	done(t)(e.PreparePayout(ctx, ann, "tokens-2", "GPU", payout.Transfer))
	same(t, "lines", lines(e, "tokens-2"), "51:0/69000000000000000000 ")
	livedOn(t, e, p, s)
	verified(t, s)
}

func vesting(t *testing.T) *program.Program {
	t.Helper()
	p, err := program.Read("world.yaml", []byte(`program: world
schema: 1
assets:
  ETH: { decimals: 18, kind: native }
  GPU: { decimals: 18, kind: token, supply: 200000000, address: "`+tether+`" }
chain: { id: 31337, start_block: 0 }
sale: { contract: "`+fakechain.Contract+`", adapter: nodesale }
token:
  asset: GPU
  allocation: { node_holders: 35%, reserve: 40%, foundation: 15%, funds: 10% }
payout: { treasury: "`+treasury+`" }
`))
	if err != nil {
		t.Fatal(err)
	}
	return p
}
