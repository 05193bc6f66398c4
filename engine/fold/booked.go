package fold

import (
	"fmt"
	"io"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// asBooked refuses a closed period that was computed again and is not what was booked: own is its transaction, file writes its file,
// and draft is its transaction by a file of that hash. nil for own says that the period is only being closed.
func asBooked(what string, own *ledger.Transaction, file func(io.Writer) (ledger.Hash, error),
	draft func(ledger.Hash) (ledger.Draft, error)) error {
	if own == nil {
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
	for i := range max(len(own.Postings), len(again.Postings)) {
		if booked, computed := postingAt(own.Postings, i), postingAt(again.Postings, i); booked != computed {
			return differs("%s is not what was booked: computed again its line %d is %s, and transaction %d has %s; run `nodeledger ledger verify`",
				what, i+1, inWords(computed), own.Sequence, inWords(booked))
		}
	}
	if file := own.Meta["file"]; file != hash.String() {
		return differs("%s is not what was booked: computed again its file has the hash %s, and transaction %d has %s; run `nodeledger ledger "+
			"verify`", what, hash, own.Sequence, file)
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
