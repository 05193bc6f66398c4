package httpapi_test

import (
	"fmt"
	"net/http"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/wire"
)

// Somebody who has nothing but one answer and the root of the tree checks a posting: everything that is hashed is in there.
func TestProofFromTheAnswerAlone(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Days(t)
	s := serve(t, e, 0)
	var head wire.Ledger
	s.get("/api/v1/ledger", &head)
	root, err := ledger.ParseHash(head.Root)
	check(t, err)
	if head.Size != head.Sequence+head.Inputs {
		t.Fatalf("%d leaves of %d transactions and %d inputs", head.Size, head.Sequence, head.Inputs)
	}
	for sequence := uint64(1); sequence <= head.Sequence; sequence += 3 {
		var got wire.LineProof
		s.get(fmt.Sprintf("/api/v1/ledger/proof/%d/0", sequence), &got)
		p := read(t, got)
		if err := p.Verify(head.Size, root); err != nil || got.Transaction.Sequence != sequence {
			t.Fatalf("transaction %d: %v", sequence, err)
		}
		p.Posting.Amount = money.Units(p.Posting.Amount.Asset(), 1)
		if p.Verify(head.Size, root) == nil {
			t.Fatalf("transaction %d: another amount is proven as well", sequence)
		}
	}
	var ready wire.Readiness
	s.get("/readyz", &ready) // no limit on the age of the newest block
	if !ready.Ready {
		t.Error("not ready")
	}
}

// The same for transactions, inputs, earlier trees, and that one tree begins with another.
func TestTheTreeFromAnswersAlone(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Days(t)
	s := serve(t, e, 0)
	var head wire.Ledger
	s.get("/api/v1/ledger", &head)
	for _, from := range []uint64{1, 50, head.Size} {
		var grew wire.ConsistencyProof
		s.get(fmt.Sprintf("/api/v1/ledger/consistency?from=%d", from), &grew)
		p := readConsistency(t, grew)
		if err := p.Verify(p.FromRoot, readHash(t, head.Root)); err != nil || p.From != from || p.To != head.Size {
			t.Errorf("from %d: %v", from, err)
		}
		for _, path := range []string{"proof/1", "inputs/1/proof"} {
			var got wire.LeafProof
			size := max(from, 20)
			s.get(fmt.Sprintf("/api/v1/ledger/%s?size=%d", path, size), &got)
			leaf := readLeaf(t, got.Leaf)
			if err := leaf.Verify(size, readHash(t, got.Root)); err != nil || from > 20 && got.Root != grew.FromRoot {
				t.Errorf("%s in the tree of %d: %v", path, size, err)
			}
		}
	}
	for _, path := range []string{"proof/1?size=1000000", "inputs/0/proof?size=1", "inputs/1000000/proof", "consistency?from=1000000",
		"consistency?from=5&to=4", "consistency"} {
		if w := s.ask(http.MethodGet, "/api/v1/ledger/"+path); w.Code < 400 || w.Code > 499 {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
		}
	}
}

func readHash(t *testing.T, text string) ledger.Hash {
	t.Helper()
	h, err := ledger.ParseHash(text)
	check(t, err)
	return h
}

func readHashes(t *testing.T, texts []string) (list []ledger.Hash) {
	t.Helper()
	for _, text := range texts {
		list = append(list, readHash(t, text))
	}
	return list
}

func readLeaf(t *testing.T, from wire.Leaf) ledger.LeafProof {
	t.Helper()
	return ledger.LeafProof{Entry: []byte(from.Entry), Index: from.Index, Size: from.Size, Path: readHashes(t, from.Path),
		Root: readHash(t, from.Root)}
}

func readConsistency(t *testing.T, from wire.ConsistencyProof) ledger.ConsistencyProof {
	t.Helper()
	return ledger.ConsistencyProof{From: from.From, To: from.To, FromRoot: readHash(t, from.FromRoot), ToRoot: readHash(t, from.ToRoot),
		Path: readHashes(t, from.Path)}
}

// read makes the proof again from its JSON form.
func read(t *testing.T, from wire.LineProof) ledger.LineProof {
	t.Helper()
	hash := func(text string) ledger.Hash { return readHash(t, text) }
	when := func(text string) time.Time {
		at, err := view.ParseTime(text)
		check(t, err)
		return at
	}
	account := func(path string) ledger.Account {
		a, err := ledger.ParseAccount(path)
		check(t, err)
		return a
	}
	tx, source, posting := from.Transaction, from.Transaction.Source, from.Transaction.Postings[0]
	asset, err := money.NewAsset(posting.Amount.Asset, uint8(posting.Amount.Decimals))
	check(t, err)
	amount, err := money.ParseUnits(asset, posting.Amount.Amount)
	check(t, err)
	return ledger.LineProof{
		Transaction: ledger.Transaction{
			Draft: ledger.Draft{
				Kind: ledger.Kind(tx.Kind), Program: tx.Program, Rule: tx.Rule, Effective: when(tx.Effective), Booked: when(tx.Booked),
				Source: ledger.Source{
					Origin: ledger.Origin(source.Origin), Chain: source.Chain, BlockNumber: source.BlockNumber, BlockHash: hash(source.BlockHash),
					TxHash: hash(source.TxHash), LogIndex: source.LogIndex, Leg: source.Leg, Generation: source.Generation,
					Name: source.Name, Reference: source.Reference, Reversal: source.Reversal,
				},
				Reverses: tx.Reverses, Meta: tx.Meta,
			},
			Sequence: tx.Sequence, Previous: hash(tx.Previous), Hash: hash(tx.Hash),
		},
		Postings: from.Postings, Line: from.Line, Posting: ledger.Posting{From: account(posting.From), To: account(posting.To), Amount: amount},
		LinePath: readHashes(t, from.LinePath), Leaf: readLeaf(t, from.Leaf),
	}
}
