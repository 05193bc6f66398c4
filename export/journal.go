package export

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/export/hledger"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// WriteJournal writes a journal that hledger reads: an entry for each line, pending (!), which pays each part: out of the treasury or
// the distributor to what is owed. It stands by itself: the journal of the whole books holds the same payments, by way of the run's
// own accounts, as far as the chain has shown them. Every line must have its parts.
func WriteJournal(w io.Writer, run Run, lines []Line) error {
	total, err := check(run, lines)
	if err != nil {
		return err
	}
	accounts, err := accountsOf(run, lines)
	if err != nil {
		return err
	}
	at := run.CreatedAt.UTC()
	title := fmt.Sprintf("Payout run %s of %s on chain %d, prepared %s: %d payments, %s", run.Name, run.Program, run.ChainID,
		at.Format(time.RFC3339), len(lines), total)
	b := bufio.NewWriter(w)
	err = hledger.Write(b, &hledger.Journal{
		Title: run.Describe(title), Assets: []money.Asset{total.Asset()}, Accounts: accounts, Entries: entriesOf(run, lines),
	})
	if err == nil {
		err = b.Flush()
	}
	if err != nil {
		return fmt.Errorf("writing the journal of run %s: %w", run.Name, err)
	}
	return nil
}

// entriesOf are the payments of a run.
func entriesOf(run Run, lines []Line) iter.Seq2[*hledger.Entry, error] {
	return func(yield func(*hledger.Entry, error) bool) {
		for _, l := range lines {
			e := &hledger.Entry{Date: run.CreatedAt.UTC(), Pending: true, Code: run.Name, Text: "payout to " + l.Wallet.String()}
			for _, p := range l.Parts {
				if p.Why != "" {
					e.Tags = append(e.Tags, hledger.Tag{Name: "part", Value: p.Amount.String() + " " + p.Why})
				}
				e.Postings = append(e.Postings, ledger.Posting{From: p.From, To: p.To, Amount: p.Amount})
			}
			if !yield(e, nil) {
				return
			}
		}
	}
}

// accountsOf are the accounts that occur in lines, in order of path, each once.
func accountsOf(run Run, lines []Line) (accounts []ledger.Account, err error) {
	for _, l := range lines {
		if len(l.Parts) == 0 {
			return nil, fmt.Errorf("run %s: the line of %s does not say what it is made of, and a journal needs the accounts: prepare the run "+
				"again", run.Name, l.Wallet)
		}
		for _, p := range l.Parts {
			if p.From == (ledger.Account{}) || p.To == (ledger.Account{}) {
				return nil, fmt.Errorf("run %s: a part of %s does not name its accounts: prepare the run again", run.Name, l.Wallet)
			}
			accounts = append(accounts, p.From, p.To)
		}
	}
	slices.SortFunc(accounts, func(a, b ledger.Account) int { return strings.Compare(a.String(), b.String()) })
	return slices.Compact(accounts), nil
}
