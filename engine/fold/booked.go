package fold

import (
	"fmt"
	"io"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// asBooked refuses a closed period that was computed again and is not what was booked: standing is what is booked of it,
// file writes its file, and draft is its transaction by a file of that hash. nil for standing says that the period is only being closed.
func asBooked(what string, standing *BookedPeriod, file func(io.Writer) (ledger.Hash, error),
	draft func(ledger.Hash) (ledger.Draft, error)) error {
	if standing == nil {
		return nil
	}
	hash, err := file(io.Discard)
	if err != nil {
		return err
	}
	again, err := draft(hash)
	if err != nil {
		return err
	}
	for i := range max(len(standing.Postings), len(again.Postings)) {
		if booked, computed := postingAt(standing.Postings, i), postingAt(again.Postings, i); booked != computed {
			return differs("%s is not what was booked: computed again its line %d is %s, and transaction %d has %s; run `nodeledger ledger verify`",
				what, i+1, inWords(computed), standing.Last().Sequence, inWords(booked))
		}
	}
	if file := standing.File; file != hash.String() {
		return differs("%s is not what was booked: computed again its file has the hash %s, and transaction %d has %s; run `nodeledger ledger "+
			"verify`", what, hash, standing.Last().Sequence, file)
	}
	return nil
}

// postingAt is a posting of a list; the zero one where the list is shorter.
func postingAt(list []ledger.Posting, i int) (p ledger.Posting) {
	if i < len(list) {
		p = list[i]
	}
	return p
}

func inWords(p ledger.Posting) string {
	if p == (ledger.Posting{}) {
		return "nothing"
	}
	return fmt.Sprintf("%s from %s to %s", p.Amount, p.From, p.To)
}

func differs(format string, args ...any) error {
	return problem.New(problem.Conflict, problem.PeriodDiffers, format, args...)
}

// BookedPeriod is what is booked of a closed period: by its own transaction, or by the last of those that corrected it.
type BookedPeriod struct {
	Own         *ledger.Transaction
	Corrections []*ledger.Transaction
	Postings    []ledger.Posting
	File        string // hash of its file
}

// Last is the transaction which booked what stands; one that changed no amount too.
func (s *BookedPeriod) Last() *ledger.Transaction {
	if n := len(s.Corrections); n > 0 {
		return s.Corrections[n-1]
	}
	return s.Own
}

// Corrected are the sequences of the corrections.
func (s *BookedPeriod) Corrected() []uint64 {
	list := make([]uint64, len(s.Corrections))
	for i, t := range s.Corrections {
		list[i] = t.Sequence
	}
	return list
}
