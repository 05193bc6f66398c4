package fold

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/program"
)

// emptyFold is of books in which nothing was recorded yet.
func emptyFold(t *testing.T) *Fold {
	t.Helper()
	p, err := program.Load("gpunet")
	if err != nil {
		t.Fatal(err)
	}
	f, err := New(p)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// A fact as everybody may see it is no input of books: whoever can write to a database brings none in without its signature.
func TestBooksTakeWholeFactsOnly(t *testing.T) {
	t.Parallel()
	f := emptyFold(t)
	fact := Fact{Operator: "ann", Reference: "hold-1", Kind: PayoutHold, Body: []byte(`{"wallet":"x","reason":"secret"}`),
		Salt: []byte("salt"), Signature: []byte("signature")}
	in := FactInput(&fact)
	in.Sequence = 2
	shown, err := f.Public(&in)
	if err != nil || shown.Kind != InputWithheld || shown.Sequence != 2 {
		t.Fatalf("%+v, %v", shown, err)
	}
	for _, secret := range []string{"secret", "salt", "signature"} {
		if strings.Contains(string(shown.Payload), secret) {
			t.Errorf("everybody sees the %s", secret)
		}
	}
	got, open, err := shown.Withheld()
	if err != nil || open || got.Key() != fact.Key() {
		t.Errorf("%+v, %v, %v", got, open, err)
	}
	if _, err := f.Apply(t.Context(), shown, Ground{}); err == nil || !strings.Contains(err.Error(), "books have whole ones only") {
		t.Errorf("books take it: %v", err)
	}
}

// What is public of a fact depends on whether its signature names a private one.
func TestSignaturesAreShownBeforeTheFirstPrivateFact(t *testing.T) {
	t.Parallel()
	f := emptyFold(t)
	f.said.add(&Fact{Operator: "ann", Reference: "one"}, false)
	f.said.add(&Fact{Operator: "ann", Reference: "hold-1"}, true)
	for after, whole := range map[uint64]bool{0: true, 1: true, 2: false, 3: false} {
		in := FactInput(&Fact{Operator: "bob", Reference: "x", Kind: TGEPlan, Body: []byte(`{}`), Signature: []byte("signature"), After: after})
		shown, err := f.Public(&in)
		if err != nil || (shown.Kind == InputFact) != whole || strings.Contains(string(shown.Payload), "signature") != whole {
			t.Errorf("signed after %d facts: %s, %v", after, shown.Kind, err)
		}
	}
}

// A fact without a body leads to what its kind can lead to, and to nothing else: not to one posting that does not follow.
func TestPrivateFactsBookWhatTheyCan(t *testing.T) {
	t.Parallel()
	p := emptyFold(t).program
	usdt, err := money.NewAsset("USDT", 6)
	if err != nil {
		t.Fatal(err)
	}
	when := time.Date(2025, 2, 1, 0, 0, 0, 0, time.UTC)
	key := "0x" + strings.Repeat("12", 32) + ":3"
	of := func(kind, reference string) *Proposal {
		f := emptyFold(t)
		f.payouts.Unexplained(payout.Evidence{Key: key, Payer: ledger.WalletFunds(ledger.Wallet{9}), To: ledger.Wallet{8},
			Amount: money.Units(usdt, 700), Method: payout.Transfer, At: when}, false)
		w := withheld{Fact: Fact{Operator: "ann", Reference: reference, Kind: kind, Time: uint64(when.Unix())}}
		made, err := f.withheldProposal(&w, Ground{})
		if err != nil {
			t.Fatal(err)
		}
		return made
	}
	hold, explained, run := of(PayoutHold, "hold-1"), of(PayoutResolve, "resolve-"+key), of(Payout, "payout:january")
	trace := func(p *Proposal) ledger.Draft {
		return ledger.Draft{Kind: FactKind, Program: "gpunet", Rule: "facts-1", Effective: when, Booked: when, Source: p.fact.Source(),
			Meta: ledger.Meta{"fact": p.fact.Kind, "sha256": "00"}}
	}
	booking := explained.booking()
	taken := ledger.Draft{Kind: ClassificationKind, Program: "gpunet", Rule: booking.Rule, Effective: when, Booked: when,
		Source:   booking.Source,
		Meta:     ledger.Meta{"nature": "withdrawal", "exception": key},
		Postings: []ledger.Posting{{From: ledger.Suspense(), To: ledger.Owners(), Amount: money.Units(usdt, 700)}}}
	moment := run.fold.momentAt(when)
	share := ledger.Share(ledger.Wallet{1})
	five := money.Units(usdt, 5)
	prepared, err := (&payout.Run{Program: "gpunet", Name: "january", Asset: usdt, Method: payout.Transfer, At: when,
		Minimum: p.Payout.Minimum(usdt, moment), Total: five,
		Payer: payout.Payer{Treasury: ledger.Wallet(p.Payout.Payer(moment))},
		Lines: []payout.Line{{Wallet: ledger.Wallet{1}, Amount: five, Parts: []payout.Part{{From: share, Amount: five}}}},
	}).Draft(run.booking().Rule, when, run.fact.Source(), ledger.Hash{7})
	if err != nil {
		t.Fatal(err)
	}
	but := func(d ledger.Draft, change func(*ledger.Draft)) ledger.Draft {
		d.Postings, d.Meta = slices.Clone(d.Postings), maps.Clone(d.Meta)
		change(&d)
		return d
	}
	other := ledger.Share(ledger.Wallet{66})
	for name, c := range map[string]struct {
		of     *Proposal
		drafts []ledger.Draft
		fits   bool
	}{
		"nothing":                {hold, nil, false},
		"a trace":                {hold, []ledger.Draft{trace(hold)}, true},
		"two traces":             {hold, []ledger.Draft{trace(hold), trace(hold)}, false},
		"a trace of another":     {hold, []ledger.Draft{trace(run)}, false},
		"a hold that moves":      {hold, []ledger.Draft{taken}, false},
		"an explanation":         {explained, []ledger.Draft{taken}, true},
		"another kind's":         {explained, []ledger.Draft{but(taken, func(d *ledger.Draft) { d.Kind = "purchase" })}, false},
		"another amount":         {explained, []ledger.Draft{but(taken, func(d *ledger.Draft) { d.Postings[0].Amount = five })}, false},
		"to somebody":            {explained, []ledger.Draft{but(taken, func(d *ledger.Draft) { d.Postings[0].To = other })}, false},
		"out of something else":  {explained, []ledger.Draft{but(taken, func(d *ledger.Draft) { d.Postings[0].From = other })}, false},
		"of another day":         {explained, []ledger.Draft{but(taken, func(d *ledger.Draft) { d.Effective = when.Add(-time.Hour) })}, false},
		"and a reversal besides": {explained, []ledger.Draft{{Kind: ledger.ReversalKind, Reverses: 1}, taken}, false},
		"a run":                  {run, []ledger.Draft{prepared}, true},
		"a purchase":             {run, []ledger.Draft{taken}, false},
		"a run out of somebody":  {run, []ledger.Draft{but(prepared, func(d *ledger.Draft) { d.Postings[0].From = other })}, false},
		"a run to somebody":      {run, []ledger.Draft{but(prepared, func(d *ledger.Draft) { d.Postings[0].To = other })}, false},
		"paid by another wallet": {run, []ledger.Draft{but(prepared, func(d *ledger.Draft) { d.Meta["treasury"] = "0x5" })}, false},
		"with another minimum":   {run, []ledger.Draft{but(prepared, func(d *ledger.Draft) { d.Meta["minimum"] = "12345" })}, false},
		"for another total":      {run, []ledger.Draft{but(prepared, func(d *ledger.Draft) { d.Meta["total"] = "6" })}, false},
		"at another time":        {run, []ledger.Draft{but(prepared, func(d *ledger.Draft) { d.Effective = when.Add(time.Hour) })}, false},
	} {
		if err := c.of.leadsTo(t.Context(), c.drafts); (err == nil) != c.fits {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A signature is left out only where it would tell something: nobody leaves one out that is to be compared.
func TestNoSignatureIsLeftOutWithoutReason(t *testing.T) {
	t.Parallel()
	f := emptyFold(t)
	body, err := json.Marshal(TGEBody{TGE: time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	w := withheld{Fact: Fact{Operator: "ann", Reference: "tge", Kind: TGEPlan, Body: body, After: 1}, Open: true}
	for range 2 {
		if _, err := f.withheldProposal(&w, Ground{}); err == nil || !strings.Contains(err.Error(), "it names no private fact") {
			t.Errorf("after %d facts: %v", f.Facts(), err)
		}
		f.said.add(&Fact{Operator: "ann", Reference: "one"}, false)
	}
	f.said.add(&Fact{Operator: "ann", Reference: "hold-1"}, true)
	w.Fact.After = 3
	if _, err := f.withheldProposal(&w, Ground{}); err != nil {
		t.Errorf("after a private fact: %v", err)
	}
}
