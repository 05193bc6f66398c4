package fold

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/sentence"
)

// TestEveryFactHasAName compares the names of facts in both languages with the table of kinds.
func TestEveryFactHasAName(t *testing.T) {
	t.Parallel()
	named := map[string]bool{}
	for _, n := range sentence.Facts() {
		named[n.Name] = true
		if _, ok := kinds[n.Name]; !ok {
			t.Errorf("no fact has the kind %s that package sentence names", n.Name)
		}
	}
	for name := range kinds {
		if !named[name] {
			t.Errorf("the kind of facts %s has no name: give it one in package sentence", name)
		}
	}
}

// Every kind has all its parts, and is in the documents' list.
func TestEveryKindIsWhole(t *testing.T) {
	t.Parallel()
	docs, err := os.ReadFile("../../docs/facts.md")
	if err != nil {
		t.Fatal(err)
	}
	for name, k := range kinds {
		if k.decode == nil || k.needs == nil || k.check == nil || k.draft == nil || k.apply == nil {
			t.Errorf("%s lacks a part", name)
			continue
		}
		raw := []byte("{}")
		if name == Scores {
			raw = []byte("[]")
		}
		body, err := k.decode(raw)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if scope, proof := k.needs(body); !slices.Contains(operator.Scopes(), scope) && (scope != anyScope || !proof) {
			t.Errorf("%s needs the scope %q", name, scope)
		}
		if k.reference != nil && k.form == "" {
			t.Errorf("%s makes its references, and people may choose the same", name)
		}
		if !strings.Contains(string(docs), "| `"+name+"` |") {
			t.Errorf("docs/facts.md has no row of %s", name)
		}
	}
}

// What the engine makes is of the form that is kept from people.
func TestMadeReferencesAreReserved(t *testing.T) {
	t.Parallel()
	at := time.Unix(1_700_000_000, 0)
	for name, body := range map[string]any{
		Month: MonthBody{Month: "2024-04"}, MonthProposal: MonthBody{Month: "2024-04", Proposal: 1}, Payout: PayoutBody{Run: "april"},
		PayoutStep: StepBody{Run: "april", Step: "propose"}, PayoutResolve: ResolveBody{Exception: "0x12:3"},
		MoveReversal: MoveReversalBody{Reverses: "sale-1"},
	} {
		fact, err := NewFact(name, "chosen", body, at)
		if err != nil {
			t.Fatal(err)
		}
		if fact.Reference == "chosen" || !reserved().MatchString(fact.Reference) {
			t.Errorf("%s: the reference %s", name, fact.Reference)
		}
		if _, err := NewFact(PayoutHold, fact.Reference, HoldBody{}, at); err == nil {
			t.Errorf("a person may choose %s", fact.Reference)
		}
	}
	thaw, err := NewThaw(7, "why", at)
	if err != nil || !reserved().MatchString(thaw.Reference) || string(thaw.Body) != "why" {
		t.Errorf("%+v, %v", thaw, err)
	}
	if _, err := NewFact(PayoutHold, "thaw:7", HoldBody{}, at); err == nil {
		t.Error("a person may choose the reference of a thaw")
	}
}
