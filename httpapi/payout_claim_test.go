package httpapi_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"math/big"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/contracts/payoutdistributor"
	"github.com/nodeledger/nodeledger/export/safe"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout/merkle"
	"github.com/nodeledger/nodeledger/wire"
)

func walletOf(t *testing.T, text string) (w ledger.Wallet) {
	t.Helper()
	if _, err := hex.Decode(w[:], []byte(strings.TrimPrefix(text, "0x"))); err != nil {
		t.Fatal(err)
	}
	return w
}

func mustTime(t *testing.T, text string) time.Time {
	t.Helper()
	at, err := time.Parse(time.RFC3339, text)
	check(t, err)
	return at
}

// conditional asks for what may be at hand already.
func (s *site) conditional(path, tag string) *httptest.ResponseRecorder {
	s.Helper()
	r := httptest.NewRequestWithContext(s.Context(), http.MethodGet, path, nil)
	r.Header.Set("If-None-Match", tag)
	w := httptest.NewRecorder()
	s.handler.ServeHTTP(w, r)
	return w
}

// claims are what a wallet can claim of USDT.
func (d *desk) claim(w ledger.Wallet) wire.Claimable {
	d.Helper()
	var got wire.HolderPayouts
	d.get("/api/v1/holders/"+w.String()+"/payouts", &got)
	if len(got.Claims) != 1 {
		d.Fatalf("%+v", got)
	}
	return got.Claims[0]
}

// Two months of claims: the tree is cumulative, every proof leads to its root, what is claimed is no longer claimable, and
// the calls are those of the contract.
func TestClaims(t *testing.T) {
	t.Parallel()
	d := newDesk(t, fives(9))
	d.earned("8000")
	contract := payoutdistributor.NewPayoutDistributor()
	cumulative := map[ledger.Wallet]*big.Int{}
	var first wire.PayoutReceipt
	for round, run := range []string{"april", "may"} {
		if round == 1 {
			d.chain.Until(time.Date(2024, 6, 2, 0, 0, 0, 0, time.UTC))
			samplebooks.Settle(t, d.engine)
			d.did(d.ann, "/revenue", map[string]any{"reference": "may", "source": "fiat", "amount": "7000", "at": "2024-05-20T00:00:00Z"},
				&wire.Receipt{})
			d.did(d.ann, "/months/2024-05/close", nil, &wire.MonthClosed{})
		}
		out := d.letOut(run, "claim")
		if round == 0 {
			first = out
		}
		lines := d.lines(run, 100)
		total := new(big.Int)
		for _, l := range lines {
			w := walletOf(t, l.Wallet)
			if cumulative[w] == nil {
				cumulative[w] = new(big.Int)
			}
			cumulative[w].Add(cumulative[w], units(t, l.Amount))
		}
		text, h := d.export(run, "merkle", 1)
		tree, err := merkle.Load(strings.NewReader(text))
		check(t, err)
		if tree.Len() != len(cumulative) || tree.Root().String() != out.Payout.Root || h.Get("Content-Type") != "application/json" {
			t.Errorf("%d leaves with the root %s, the run was exported with %s", tree.Len(), tree.Root(), out.Payout.Root)
		}
		for w, granted := range cumulative {
			total.Add(total, granted)
			c := d.claim(w)
			claimed := new(big.Int)
			if round == 1 && w == samplebooks.Person(1) {
				claimed = units(t, d.lines("april", 100)[0].Amount)
			}
			leaf := merkle.Leaf{Wallet: w, Amount: *uint256.MustFromBig(granted)}
			var proof [][32]byte
			var path []merkle.Hash
			for _, text := range c.Proof {
				p, err := merkle.ParseHash(text)
				check(t, err)
				proof, path = append(proof, p), append(path, p)
			}
			left := new(big.Int).Sub(granted, claimed)
			if c.Cumulative.Amount != granted.String() || c.Claimed.Amount != claimed.String() || c.Claimable.Amount != left.String() ||
				c.Run != run || !merkle.Verify(tree.Root(), leaf, path) {
				t.Errorf("%s: %+v, want %s of which %s are claimed", w, c, granted, claimed)
			}
			if want := contract.PackClaim(common.Address(w), granted, proof); c.Transaction.Data != fmt.Sprintf("0x%x", want) ||
				!strings.EqualFold(c.Transaction.To, deskDistributor) || c.Transaction.ChainID != 31337 || c.Transaction.Value != "0" {
				t.Errorf("%s: %+v, want the data 0x%x", w, c.Transaction, want)
			}
		}
		d.treeCalls(run, tree, total, text)
		d.funding(run, out)
		d.sameAgain(run, "merkle", "propose", "activate", "safe", "csv")
		if round == 0 {
			d.sees(true, map[ledger.Wallet]*big.Int{samplebooks.Person(1): cumulative[samplebooks.Person(1)]})
		}
	}
	// The first run's tree is what it was.
	text, _ := d.export("april", "merkle", 1)
	tree, err := merkle.Load(strings.NewReader(text))
	check(t, err)
	if tree.Root().String() != first.Payout.Root {
		t.Errorf("the tree of the first run is another one after the second: %s, it was %s", tree.Root(), first.Payout.Root)
	}
	if p := d.problem(d.ask(http.MethodGet, "/api/v1/payouts/april/export/airdrop")); p.Status != http.StatusNotFound ||
		!strings.Contains(p.Detail, "claimed") {
		t.Errorf("%+v", p)
	}
	var stranger wire.HolderPayouts
	d.get("/api/v1/holders/"+samplebooks.Person(200).String()+"/payouts", &stranger)
	if len(stranger.Claims) != 0 || len(stranger.Payouts) != 0 {
		t.Errorf("%+v", stranger)
	}
	d.unfixed()
	d.refuses(d.ann, "/payouts/april/cancel", map[string]any{"reason": "never mind"}, 409, "conflict", "cannot be")
}

// treeCalls checks the batches that propose a tree and activate it: both say all four things of it.
func (d *desk) treeCalls(run string, tree *merkle.Tree, total *big.Int, dump string) {
	d.Helper()
	contract, file, books := payoutdistributor.NewPayoutDistributor(), sha256.Sum256([]byte(dump)), tree.Books().Head.Root
	inputs := map[string]string{
		"root_": tree.Root().String(), "total_": total.String(), "file_": "0x" + hex.EncodeToString(file[:]), "checkpoint_": books.String(),
	}
	var shown wire.PayoutDetail
	d.get("/api/v1/payouts/"+run, &shown)
	if shown.Books == nil || shown.Books.Root != inputs["checkpoint_"] || shown.Books.Size == 0 {
		d.Errorf("%s shows the books %+v, and its calls name %s", run, shown.Books, books)
	}
	d.treeCall(run, "propose", contract.PackPropose(tree.Root(), total, file, books), inputs)
	d.treeCall(run, "activate", contract.PackActivate(tree.Root(), total, file, books), inputs)
}

// treeCall checks a batch of one call of the distributor.
func (d *desk) treeCall(run, name string, data []byte, inputs map[string]string) {
	d.Helper()
	text, _ := d.export(run, name, 1)
	var batch struct {
		Meta         struct{ Checksum string }
		Transactions []struct {
			To, Value, Data string
			Method          struct{ Name string } `json:"contractMethod"`
			Inputs          map[string]string     `json:"contractInputsValues"`
		}
	}
	check(d.T, json.Unmarshal([]byte(text), &batch))
	want, err := safe.Checksum(strings.NewReader(text))
	check(d.T, err)
	if len(batch.Transactions) != 1 {
		d.Fatalf("%s", text)
	}
	call := batch.Transactions[0]
	if batch.Meta.Checksum != want || call.Data != fmt.Sprintf("0x%x", data) || !strings.EqualFold(call.To, deskDistributor) ||
		call.Value != "0" || call.Method.Name != name || !maps.Equal(call.Inputs, inputs) {
		d.Errorf("%s", text)
	}
}

// funding checks that the treasury's batch fills the distributor with what the run grants.
func (d *desk) funding(run string, out wire.PayoutReceipt) {
	d.Helper()
	text, _ := d.export(run, "safe", 1)
	batch, err := safe.Read(bytes.NewReader([]byte(text)))
	check(d.T, err)
	if len(batch.Payments) != 1 || !strings.EqualFold(batch.Payments[0].Wallet.String(), deskDistributor) ||
		batch.Payments[0].Units.Dec() != out.Payout.Total.Amount {
		d.Errorf("%+v", batch)
	}
}

// unfixed checks that nobody gets the tree of a run that is only approved, which the next export would change, nor the batch that fills
// the distributor.
func (d *desk) unfixed() {
	d.Helper()
	d.chain.Until(time.Date(2024, 7, 2, 0, 0, 0, 0, time.UTC))
	samplebooks.Settle(d.T, d.engine)
	d.did(d.ann, "/revenue", map[string]any{"reference": "june", "source": "fiat", "amount": "9000", "at": "2024-06-20T00:00:00Z"},
		&wire.Receipt{})
	d.did(d.ann, "/months/2024-06/close", nil, &wire.MonthClosed{})
	var run wire.PayoutReceipt
	d.did(d.ann, "/payouts", map[string]any{"run": "june", "asset": "USDT", "method": "claim"}, &run)
	d.did(d.ann, "/payouts/june/propose", nil, &wire.PayoutReceipt{})
	run = wire.PayoutReceipt{}
	d.did(d.bob, "/payouts/june/approve", nil, &run)
	if !slices.Equal(run.Payout.Exports, []string{"csv", "hledger"}) {
		d.Errorf("%+v", run)
	}
	for _, format := range []string{"merkle", "propose", "activate", "safe"} {
		if p := d.problem(d.ask(http.MethodGet, "/api/v1/payouts/june/export/"+format)); p.Status != http.StatusConflict ||
			p.Code != "not-approved" || !strings.Contains(p.Detail, "public from its export on") {
			d.Errorf("%s: %+v", format, p)
		}
	}
	var runs []string
	for next, more := "", true; more; more = next != "" {
		var page wire.Payouts
		d.get("/api/v1/payouts?limit=2&after="+next, &page)
		for _, p := range page.Payouts {
			runs = append(runs, p.Run)
		}
		next = page.Next
	}
	if !slices.Equal(runs, []string{"june", "may", "april"}) {
		d.Errorf("%q", runs)
	}
	if c := d.claim(samplebooks.Person(1)); c.Run != "may" {
		d.Errorf("%+v", c)
	}
}
