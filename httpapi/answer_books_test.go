package httpapi_test

import (
	"errors"
	"math/big"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/holder"
)

func code(t *testing.T, err error) problem.Code {
	t.Helper()
	var refusal *problem.Error
	if !errors.As(err, &refusal) {
		t.Fatalf("%v is no refusal", err)
	}
	if refusal.Text == "" || strings.Contains(refusal.Text, "\n") {
		t.Errorf("%q is not one line", refusal.Text)
	}
	return refusal.Code
}

// The statements of all buyers of the recorded run are compared with the sums of their purchases.
func TestStatementsOfTheRecordedRun(t *testing.T) {
	e, _ := recordedBooks(t)
	if err := e.Sync(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	nodes, paid := map[string]uint64{}, map[string]*big.Int{}
	for _, p := range purchases(t) {
		buyer := strings.ToLower(p.Buyer)
		nodes[buyer] += p.Quantity
		if paid[buyer] == nil {
			paid[buyer] = new(big.Int)
		}
		paid[buyer].Add(paid[buyer], p.Paid)
	}
	for buyer, want := range nodes {
		wallet, err := view.ParseWallet(buyer)
		if err != nil {
			t.Fatal(err)
		}
		st, err := holder.OfHolder(t.Context(), e, holder.NewCodes(e), wallet, 100)
		if err != nil {
			t.Fatal(err)
		}
		if st.Nodes != want || st.Paid.Big().Cmp(paid[buyer]) != 0 {
			t.Errorf("%s has %d nodes for %s, want %d for %s", buyer, st.Nodes, st.Paid.Digits(), want, paid[buyer])
		}
		for i := 1; i < len(st.Entries); i++ {
			if st.Entries[i].Effective.After(st.Entries[i-1].Effective) {
				t.Errorf("%s: entry %d is newer than the one before", buyer, i)
			}
		}
	}
	// ALPHA's wallet bought nothing and was paid on the chain.
	alpha, _ := view.ParseWallet("0x90f79bf6eb2c4f870365e785982e1f101e93b906")
	st, err := holder.OfHolder(t.Context(), e, holder.NewCodes(e), alpha, 5)
	if err != nil {
		t.Fatal(err)
	}
	if st.Nodes != 0 || st.Referral.Earned != st.Referral.Paid || st.Referral.Paid.IsZero() || len(st.Entries) != 5 {
		t.Errorf("%+v", st)
	}
	if len(st.Codes) != 1 || st.Codes[0].Code != "ALPHA" {
		t.Errorf("codes %+v", st.Codes)
	}
	nobody, err := holder.OfHolder(t.Context(), e, holder.NewCodes(e), ledger.Wallet{1}, 5)
	if err != nil || nobody.Nodes != 0 || !nobody.Paid.IsZero() || len(nobody.Entries) != 0 {
		t.Errorf("nobody has %+v, %v", nobody, err)
	}
}

func TestHoldersInPages(t *testing.T) {
	e, _ := recordedBooks(t)
	if err := e.Sync(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	all, more, _, err := holder.Holders(t.Context(), e, ledger.Wallet{}, 1000)
	if err != nil || more || len(all) == 0 {
		t.Fatal(len(all), more, err)
	}
	rapid.Check(t, func(t *rapid.T) {
		limit := rapid.IntRange(1, 50).Draw(t, "limit")
		var got []holder.Holder
		after := ledger.Wallet{}
		for more := true; more; {
			var page []holder.Holder
			page, more, _, err = holder.Holders(t.Context(), e, after, limit)
			if err != nil || len(page) > limit || len(page) == 0 {
				t.Fatalf("a page of %d, %v", len(page), err)
			}
			got = append(got, page...)
			after = page[len(page)-1].Wallet
		}
		if len(got) != len(all) {
			t.Fatalf("%d holders in pages of %d, %d together", len(got), limit, len(all))
		}
		total := uint64(0)
		for i := range got {
			if got[i] != all[i] {
				t.Fatalf("holder %d is %v, want %v", i, got[i], all[i])
			}
			total += got[i].Nodes
		}
		if total != 978 {
			t.Fatalf("they hold %d nodes", total)
		}
	})
}

func TestTrialBalance(t *testing.T) {
	e, _ := days(t)
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
		if strings.Contains(r.Kind, "0x") {
			t.Errorf("%s names somebody", r.Kind)
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
	e, _ := days(t)
	state, err := e.Reader().State(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC)
	trial, err := view.TrialBalance(t.Context(), e.Reader(), e.History(), state, at)
	if err != nil {
		t.Fatal(err)
	}
	balances, err := view.OfAccount(t.Context(), e.Reader(), ledger.Treasury(), at)
	if err != nil || len(balances) != 1 {
		t.Fatal(balances, err)
	}
	for _, r := range trial.Rows {
		if r.Kind == "sale:treasury" && r.Balance != balances[0] {
			t.Errorf("the treasury has %v by its days, %v by the journal", balances[0], r.Balance)
		}
	}
}

// Every posting of the journal is either in a day that is not sealed, or has a proof that holds against its checkpoint.
func TestProofOfEveryLine(t *testing.T) {
	e, _ := days(t)
	list, more, err := view.Transactions(t.Context(), e.History(), 0, 10_000)
	if err != nil || more {
		t.Fatal(more, err)
	}
	held, open := 0, 0
	for _, tx := range list {
		for line := range tx.Postings {
			p, err := view.Proof(t.Context(), e.History(), tx.Sequence, line)
			var refusal *problem.Error
			if errors.As(err, &refusal) && refusal.Code == problem.OpenDay {
				open++
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			if err := p.Verify(p.Checkpoint.Hash); err != nil {
				t.Errorf("transaction %d line %d: %v", tx.Sequence, line, err)
			}
			if p.Posting != tx.Postings[line] {
				t.Errorf("transaction %d line %d proves another posting", tx.Sequence, line)
			}
			held++
		}
	}
	if held < 50 || open == 0 {
		t.Errorf("%d proofs, %d in the open day", held, open)
	}
	for _, c := range []struct {
		sequence uint64
		line     int
	}{{0, 0}, {uint64(len(list)) + 1, 0}, {1, 1000}, {1, -1}} {
		_, err := view.Proof(t.Context(), e.History(), c.sequence, c.line)
		if code(t, err) != "not-found" {
			t.Errorf("%v: %v", c, err)
		}
	}
}

func TestFreshness(t *testing.T) {
	e, node := recordedBooks(t)
	fresh, err := view.Now(t.Context(), e)
	if err != nil || fresh != (view.AsOf{}) {
		t.Errorf("empty books are as of %+v, %v", fresh, err)
	}
	node.SetFinalized(40)
	if err := e.Sync(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	fresh, err = view.Now(t.Context(), e)
	want := view.AsOf{Block: 69, Time: time.Date(2024, 4, 16, 0, 13, 48, 0, time.UTC), Final: 40, Proof: engine.ProofFull, Begun: true}
	if err != nil || fresh != want {
		t.Errorf("as of %+v, want %+v, %v", fresh, want, err)
	}
}
