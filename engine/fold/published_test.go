package fold

import (
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/program"
)

// A fact as everybody may see it is no input of books: whoever can write to a database brings none in without its signature.
func TestBooksTakeWholeFactsOnly(t *testing.T) {
	t.Parallel()
	p, err := program.Load("gpunet")
	if err != nil {
		t.Fatal(err)
	}
	f, err := New(p)
	if err != nil {
		t.Fatal(err)
	}
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
	p, err := program.Load("gpunet")
	if err != nil {
		t.Fatal(err)
	}
	f, err := New(p)
	if err != nil {
		t.Fatal(err)
	}
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

// A fact without a body leads to what its kind can lead to, and to nothing else.
func TestPrivateFactsBookWhatTheyCan(t *testing.T) {
	t.Parallel()
	moves := ledger.Draft{Kind: "purchase", Postings: []ledger.Posting{{}}}
	trace := ledger.Draft{Kind: FactKind}
	for name, c := range map[string]struct {
		kind   string
		drafts []ledger.Draft
		fits   bool
	}{
		"nothing":                   {PayoutHold, nil, false},
		"a trace":                   {PayoutHold, []ledger.Draft{trace}, true},
		"a hold that moves":         {PayoutHold, []ledger.Draft{moves}, false},
		"a thaw that moves":         {Thaw, []ledger.Draft{trace, moves}, false},
		"a purchase of a run":       {Payout, []ledger.Draft{moves}, false},
		"an explanation":            {PayoutResolve, []ledger.Draft{trace, {Kind: ClassificationKind, Postings: []ledger.Posting{{}}}}, true},
		"a purchase of a statement": {PayoutResolve, []ledger.Draft{moves}, false},
	} {
		p := Proposal{fact: &Fact{Kind: c.kind}}
		if err := p.leadsTo(c.drafts); (err == nil) != c.fits {
			t.Errorf("%s: %v", name, err)
		}
	}
}
