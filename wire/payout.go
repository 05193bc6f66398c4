package wire

import (
	"cmp"
	"strconv"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/sentence"
	"github.com/nodeledger/nodeledger/view"
	payoutview "github.com/nodeledger/nodeledger/view/payout"
)

// PayoutStep is who brought a run into a state.
type PayoutStep struct {
	State    string `json:"state" enum:"draft,proposed,approved,exported,settled,cancelled" doc:"What the run was afterwards"`
	Operator string `json:"operator,omitempty" doc:"Absent where the chain did it"`
	At       string `json:"at" format:"date-time" doc:"When"`
	Reason   string `json:"reason,omitempty" doc:"Of a cancellation"`
	Key      string `json:"key,omitempty" doc:"With which key: token:<label> or wallet:<address>"`
	File     string `json:"file,omitempty" doc:"Of an approval: SHA-256 of the run's file that was approved"`
	// Rejection is whose request it was.
	Rejection *PayoutRejection `json:"rejection,omitempty" doc:"Of a cancellation after the export: who asked for it, and the evidence; the step's operator consented"`
}

// PayoutRejection is the request to cancel a run that was exported.
type PayoutRejection struct {
	Operator    string  `json:"operator" doc:"Who asked; another operator must consent"`
	Key         string  `json:"key,omitempty" doc:"With which key: token:<label> or wallet:<address>"`
	At          string  `json:"at" format:"date-time" doc:"When"`
	Reason      string  `json:"reason" doc:"Why"`
	Transaction string  `json:"transaction,omitempty" doc:"Hash of the Safe's rejecting transaction, as the operator said it"`
	Nonce       *uint64 `json:"nonce,omitempty" doc:"The highest one that a batch of the run got in the Safe"`
	Used        uint64  `json:"used,omitempty" doc:"How many nonces the Safe had used"`
	Block       uint64  `json:"block,omitempty" doc:"The final block at which that was so"`
	How         string  `json:"how" enum:"said,reported,proven" doc:"How it is known: proven by the state root, reported by every endpoint, or said by the operator"`
	SHA256      string  `json:"sha256" doc:"Names run, reason and evidence for whoever consents"`
}

// PayoutRejectionOf is a request as it goes out; nil: nobody asked.
func PayoutRejectionOf(r *payout.Rejection) *PayoutRejection {
	if r == nil {
		return nil
	}
	e := &r.Evidence
	out := &PayoutRejection{Operator: r.By, Key: r.Key, At: Instant(r.At), Reason: r.Reason, Nonce: e.Nonce, Used: e.Used, Block: e.Block,
		How: cmp.Or(e.How, "said"), SHA256: r.Digest().String()}
	if e.Transaction != (ledger.Hash{}) {
		out.Transaction = e.Transaction.String()
	}
	return out
}

// payoutStepOf is a step as it goes out.
func payoutStepOf(s *payout.Step) PayoutStep {
	out := PayoutStep{State: string(s.State), Operator: s.Operator, At: Instant(s.At), Reason: s.Reason, Key: s.Key,
		Rejection: PayoutRejectionOf(s.Rejected)}
	if s.File != (ledger.Hash{}) {
		out.File = s.File.String()
	}
	return out
}

// Payout is a run: total = paid + open, unless it was cancelled.
type Payout struct {
	Run      string       `json:"run" doc:"Its name" example:"2024-06-usdt"`
	Asset    string       `json:"asset" doc:"Symbol of the asset"`
	Method   string       `json:"method" enum:"transfer,claim" doc:"transfer: the treasury sends; claim: holders take it"`
	State    string       `json:"state" enum:"draft,proposed,approved,exported,settled,cancelled" doc:"How far it is"`
	At       string       `json:"prepared_at" format:"date-time" doc:"When what is owed was looked at"`
	Lines    int          `json:"lines" doc:"How many wallets it pays"`
	Settled  int          `json:"settled_lines" doc:"How many of them are paid whole"`
	Total    Amount       `json:"total" doc:"Of all lines"`
	Paid     Amount       `json:"paid" doc:"As far as final blocks show it"`
	Open     Amount       `json:"open" doc:"What is still to be paid"`
	Root     string       `json:"root,omitempty" doc:"Of the tree that was exported for claims"`
	TreeFile string       `json:"tree_file,omitempty" doc:"SHA-256 of that tree's file, which RootProposed of the distributor names"`
	Books    *BooksHead   `json:"books,omitempty" doc:"Head of the books that it came from; of a run for claims the one in its tree's file, whose root RootProposed names too"`
	Steps    []PayoutStep `json:"steps" doc:"Who did what to the run, in order"`
}

// PayoutOf is a run as it goes out.
func PayoutOf(r *payoutview.Run) Payout {
	out := Payout{
		Run: r.Name, Asset: r.Asset.Symbol(), Method: string(r.Method), State: string(r.State), At: Instant(r.At), Lines: r.Lines,
		Settled: r.Done,
		Total:   AmountOf(r.Total), Paid: AmountOf(r.Paid), Open: AmountOf(r.Open), Steps: []PayoutStep{},
		Books: BooksHeadOf(r.Books),
	}
	if r.Root != (ledger.Hash{}) {
		out.Root = r.Root.String()
	}
	if r.TreeFile != (ledger.Hash{}) {
		out.TreeFile = r.TreeFile.String()
	}
	for i := range r.Steps {
		out.Steps = append(out.Steps, payoutStepOf(&r.Steps[i]))
	}
	return out
}

// Payouts is a page of the list.
type Payouts struct {
	Payouts []Payout `json:"payouts" doc:"Newest first"`
	Next    string   `json:"next" doc:"Give it as after for the next page; empty: this was the last"`
	Fresh
}

// PayoutDetail is one run.
type PayoutDetail struct {
	Payout
	Minimum  Amount   `json:"minimum" doc:"Smaller sums wait for a later run"`
	Waiting  int      `json:"waiting" doc:"How many wallets are owed something and wait"`
	File     string   `json:"file" doc:"SHA-256 of its file, as the journal has it"`
	Sequence uint64   `json:"sequence" doc:"Of its transaction in the journal"`
	Exports  []string `json:"exports" doc:"The forms that it can be had in now"`
	// Rejection is what waits.
	Rejection *PayoutRejection `json:"rejection,omitempty" doc:"The request to cancel it after its export, which waits for another operator"`
	Warnings  []Sentence       `json:"warnings" doc:"What whoever approves it should look at first"`
	Fresh
}

// PayoutReceipt is a run after a step.
type PayoutReceipt struct {
	Receipt
	Payout PayoutDetail `json:"payout" doc:"The run after it"`
}

// PayoutsOf is a page of runs; more says that it goes on.
func PayoutsOf(list []payoutview.Run, more bool, of view.AsOf) Payouts {
	out := Payouts{Payouts: []Payout{}, Fresh: FreshOf(of)}
	for i := range list {
		out.Payouts = append(out.Payouts, PayoutOf(&list[i]))
	}
	if more {
		out.Next = strconv.Itoa(list[len(list)-1].Number)
	}
	return out
}

// PayoutDetailOf is a run with what its transaction says.
func PayoutDetailOf(r *payoutview.Run, head *payoutview.RunHead, of view.AsOf) PayoutDetail {
	out := PayoutDetail{
		Payout: PayoutOf(r), Minimum: AmountOf(head.Minimum), Waiting: len(head.Waiting), File: head.File.String(), Sequence: head.Sequence,
		Exports: r.Published(), Rejection: PayoutRejectionOf(r.Rejection), Warnings: []Sentence{}, Fresh: FreshOf(of),
	}
	for _, run := range r.Repeats {
		out.Warnings = append(out.Warnings, SentenceOf(sentence.New(sentence.RunRepeats, sentence.Params{"run": run})))
	}
	return out
}

// ExportedFile is a file that was written.
type ExportedFile struct {
	Name   string `json:"name" doc:"Name"`
	SHA256 string `json:"sha256"`
}

// ExportResult is the files of a run that were written.
type ExportResult struct {
	Run   string         `json:"run" doc:"Name of the payout run"`
	Root  string         `json:"root,omitempty"` // of the tree for claims
	Files []ExportedFile `json:"files"`
}
