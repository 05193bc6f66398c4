package httpapi_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/wire"
)

// Somebody who has nothing but one answer and a checkpoint's hash checks a posting: everything that is hashed is in there.
func TestProofFromTheAnswerAlone(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Days(t)
	s := serve(t, e, 0)
	var head wire.Ledger
	s.get("/api/v1/ledger?limit=1000", &head)
	published := map[string]bool{}
	for _, c := range head.Checkpoints {
		published[c.Hash] = true
	}
	if head.Days != len(head.Checkpoints) || head.Days < 10 {
		t.Fatalf("%d of %d days", len(head.Checkpoints), head.Days)
	}
	for sequence := uint64(1); sequence <= head.Sequence/2; sequence++ {
		var got wire.LineProof
		s.get(fmt.Sprintf("/api/v1/ledger/proof/%d/0", sequence), &got)
		p := read(t, got)
		if err := p.Verify(p.Checkpoint.Hash); err != nil || !published[got.Checkpoint.Hash] || got.Transaction.Sequence != sequence {
			t.Fatalf("transaction %d: %v", sequence, err)
		}
		p.Posting.Amount = money.Units(p.Posting.Amount.Asset(), 1)
		if p.Verify(p.Checkpoint.Hash) == nil {
			t.Fatalf("transaction %d: another amount is proven as well", sequence)
		}
	}
	var ready wire.Readiness
	s.get("/readyz", &ready) // no limit on the age of the newest block
	if !ready.Ready {
		t.Error("not ready")
	}
}

// read makes the proof again from its JSON form.
func read(t *testing.T, from wire.LineProof) ledger.LineProof {
	t.Helper()
	hash := func(text string) ledger.Hash {
		h, err := ledger.ParseHash(text)
		check(t, err)
		return h
	}
	hashes := func(texts []string) (list []ledger.Hash) {
		for _, text := range texts {
			list = append(list, hash(text))
		}
		return list
	}
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
	tx, source, posting, day := from.Transaction, from.Transaction.Source, from.Transaction.Postings[0], from.Checkpoint
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
		LinePath: hashes(from.LinePath), DayPath: hashes(from.DayPath), Transactions: from.Transactions,
		Checkpoint: ledger.Checkpoint{
			Day: ledger.Day(when(day.Day)), First: day.First, Last: day.Last, Root: hash(day.Root), Previous: hash(day.Previous),
			Hash: hash(day.Hash),
		},
	}
}
