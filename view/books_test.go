package view_test

import (
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/view"
)

func TestTrialBalance(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Days(t)
	state, err := e.Reader().State(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	now, err := view.TrialBalance(t.Context(), e.Reader(), e.History(), state, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	later, err := view.TrialBalance(t.Context(), e.Reader(), e.History(), state, now.AsOf.Time.Add(time.Second))
	if err != nil {
		t.Fatal(err)
	}
	if len(now.Rows) < 6 || len(now.Sums) != 2 || len(later.Rows) != len(now.Rows) {
		t.Fatalf("%d rows now, %d later, %d sums", len(now.Rows), len(later.Rows), len(now.Sums))
	}
	for i, r := range now.Rows {
		if later.Rows[i] != r {
			t.Errorf("%+v now, %+v from the journal", r, later.Rows[i])
		}
		if strings.Contains(r.Kind, "0x") != (r.Class == ledger.Assets) { // the project's own wallets are not anybody's
			t.Errorf("%s names somebody", r.Kind)
		}
		if i > 0 && r.Class < now.Rows[i-1].Class {
			t.Errorf("%s stands after %s", r.Kind, now.Rows[i-1].Kind)
		}
	}
	first, err := view.TrialBalance(t.Context(), e.Reader(), e.History(), state, time.Date(2026, 1, 6, 0, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	for _, trial := range []view.Trial{now, later, first} {
		for _, sum := range trial.Sums {
			if sum.Net().Sign() != 0 {
				t.Errorf("%s does not sum to zero: %s", sum.In.Asset(), sum)
			}
		}
	}
	for i, sum := range first.Sums {
		if sum.In.Cmp(now.Sums[i].In) >= 0 {
			t.Errorf("as much on the first day as in the end: %s", sum.In)
		}
	}
}

func TestAccountAtATime(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Days(t)
	state, err := e.Reader().State(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC)
	trial, err := view.TrialBalance(t.Context(), e.Reader(), e.History(), state, at)
	if err != nil {
		t.Fatal(err)
	}
	var treasury ledger.Wallet
	e.View(func(f *fold.Fold, _ engine.State) { treasury = f.Sale.Treasury })
	account := ledger.WalletFunds(treasury)
	balances, err := view.OfAccount(t.Context(), e.Reader(), account, at)
	if err != nil || len(balances) != 1 {
		t.Fatal(balances, err)
	}
	found := false
	for _, r := range trial.Rows {
		if r.Kind != account.String() {
			continue
		}
		if found = true; r.Balance != balances[0] || balances[0].Negative() || r.Side != ledger.Debit {
			t.Errorf("the treasury has %v by its days, %v by the journal", balances[0], r.Balance)
		}
	}
	if !found {
		t.Error("the treasury is not in the trial balance")
	}
}

// Every posting of the journal has a proof that holds against the tree at once, and against an earlier tree that has it.
func TestProofOfEveryLine(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Days(t)
	head := headOf(e)
	list, more, err := view.Transactions(t.Context(), e.History(), 0, 10_000)
	if err != nil || more {
		t.Fatal(more, err)
	}
	held := 0
	for _, tx := range list {
		for line := range tx.Postings {
			p, err := view.ProveLine(t.Context(), e.History(), tx.Sequence, line, head.Size())
			if err != nil {
				t.Fatal(err)
			}
			if err := p.Verify(head.Size(), head.Root()); err != nil {
				t.Errorf("transaction %d line %d: %v", tx.Sequence, line, err)
			}
			if p.Posting != tx.Postings[line] {
				t.Errorf("transaction %d line %d proves another posting", tx.Sequence, line)
			}
			first := p.Leaf.Index + 1 // the first tree that has it
			if p, err = view.ProveLine(t.Context(), e.History(), tx.Sequence, line, first); err != nil || p.Verify(first, p.Leaf.Root) != nil {
				t.Errorf("transaction %d line %d in the tree of %d: %v", tx.Sequence, line, first, err)
			}
			if _, err = view.ProveLine(t.Context(), e.History(), tx.Sequence, line, first-1); samplebooks.RefusalCode(t, err) != "not-found" {
				t.Errorf("transaction %d line %d in the tree of %d: %v", tx.Sequence, line, first-1, err)
			}
			held++
		}
	}
	if held < 50 || list[len(list)-1].Sequence != head.Sequence {
		t.Errorf("%d proofs", held)
	}
	for _, c := range []struct {
		sequence uint64
		line     int
	}{{0, 0}, {uint64(len(list)) + 1, 0}, {1, 1000}, {1, -1}} {
		_, err := view.ProveLine(t.Context(), e.History(), c.sequence, c.line, head.Size())
		if samplebooks.RefusalCode(t, err) != "not-found" {
			t.Errorf("%v: %v", c, err)
		}
	}
}

// Every input and every transaction is proven, and every tree begins with every smaller one.
func TestProofOfEveryLeaf(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Days(t)
	head := headOf(e)
	seen := map[uint64]bool{}
	for kind, n := range map[engine.LeafKind]uint64{engine.InputLeaf: head.Inputs, engine.TransactionLeaf: head.Sequence} {
		for sequence := uint64(1); sequence <= n; sequence++ {
			p, err := view.ProveLeaf(t.Context(), e.History(), kind, sequence, head.Size())
			if err != nil || p.Verify(head.Size(), head.Root()) != nil || seen[p.Index] {
				t.Fatalf("%d %d: leaf %d, %v", kind, sequence, p.Index, err)
			}
			seen[p.Index] = true
		}
	}
	if uint64(len(seen)) != head.Size() || head.Size() < 90 {
		t.Errorf("%d leaves of %d", len(seen), head.Size())
	}
	roots := map[uint64]ledger.Hash{}
	for _, from := range []uint64{0, 1, 33, 77, head.Size() - 1, head.Size()} {
		p, err := view.ProveConsistency(t.Context(), e.History(), from, head.Size())
		if err != nil || p.Verify(p.FromRoot, head.Root()) != nil {
			t.Errorf("from %d: %v", from, err)
		}
		roots[from] = p.FromRoot
	}
	p, err := view.ProveConsistency(t.Context(), e.History(), 33, 77)
	if err != nil || p.Verify(roots[33], roots[77]) != nil || p.Verify(roots[1], roots[77]) == nil {
		t.Errorf("from 33 to 77: %v", err)
	}
	if _, err := view.ProveConsistency(t.Context(), e.History(), 2, 1); samplebooks.RefusalCode(t, err) != "invalid" {
		t.Errorf("backwards: %v", err)
	}
	if _, err := view.SizeOf(head, head.Size()+1); samplebooks.RefusalCode(t, err) != "not-found" {
		t.Errorf("a tree that is not there: %v", err)
	}
}

func headOf(e *engine.Engine) (head ledger.Head) {
	e.View(func(_ *fold.Fold, s engine.State) { head = s.Ledger })
	return head
}

func TestFreshness(t *testing.T) {
	t.Parallel()
	e, node := samplebooks.Recorded(t)
	fresh, err := view.Now(t.Context(), e)
	if err != nil || fresh != (view.AsOf{}) {
		t.Errorf("empty books are as of %+v, %v", fresh, err)
	}
	node.SetFinalized(40)
	if err := e.Sync(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	fresh, err = view.Now(t.Context(), e)
	want := view.AsOf{Block: 69, Time: time.Date(2024, 4, 16, 0, 13, 48, 0, time.UTC), Final: 40, Proof: engine.ProofFull,
		Finality: engine.FinalityTold, Begun: true}
	if err != nil || fresh != want {
		t.Errorf("as of %+v, want %+v, %v", fresh, want, err)
	}
}
