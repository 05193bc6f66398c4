package wire

import (
	"strconv"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/sentence"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/report"
)

// Ledger is where the books end.
type Ledger struct {
	Sequence uint64 `json:"sequence" doc:"How many transactions there are"`
	Head     string `json:"head" doc:"Hash of the last one; it covers all before it"`
	Inputs   uint64 `json:"inputs" doc:"How many inputs led there: blocks, facts, slots of the schedule, texts of the program"`
	Size     uint64 `json:"size" doc:"How many leaves the tree over everything has: inputs and transactions"`
	Root     string `json:"root" doc:"Of that tree; it covers every input and every transaction"`
	Fresh
}

// Posting moves an amount from one account to another.
type Posting struct {
	From   string `json:"from" doc:"Where it comes from"`
	To     string `json:"to" doc:"Where it goes"`
	Amount Amount `json:"amount" doc:"How much moves"`
}

// Source is the fact that a transaction comes from. Which fields say something depends on the origin; all of them are in the
// transaction's hash.
type Source struct {
	Origin      string `json:"origin" doc:"evm: a log; job: a slot of the schedule; op: a fact that an operator recorded" enum:"evm,job,op"`
	Chain       uint64 `json:"chain" doc:"Id of the chain"`
	BlockNumber uint64 `json:"block_number" doc:"Of the block"`
	BlockHash   string `json:"block_hash" doc:"Of the block"`
	TxHash      string `json:"tx_hash" doc:"Of the transaction on the chain"`
	LogIndex    uint32 `json:"log_index" doc:"Of the log in its block"`
	Leg         string `json:"leg" doc:"Tells apart the transactions of one log"`
	Generation  uint32 `json:"generation" doc:"How often the log had been reversed before"`
	Name        string `json:"name" doc:"Of the job or the operator"`
	Reference   string `json:"reference" doc:"The slot, or what the operator called it"`
	Reversal    bool   `json:"reversal" doc:"This mirrors the transaction that the other fields are the source of"`
}

// SourceOf is the fact that a transaction comes from.
func SourceOf(s *ledger.Source) Source {
	return Source{
		string(s.Origin), s.Chain, s.BlockNumber, s.BlockHash.String(), s.TxHash.String(), s.LogIndex, s.Leg, s.Generation,
		s.Name, s.Reference, s.Reversal,
	}
}

// Transaction is one of the journal.
type Transaction struct {
	Sequence  uint64            `json:"sequence" doc:"Number in the journal"`
	Source    Source            `json:"source" doc:"What it follows from"`
	Key       string            `json:"key" doc:"Where it comes from; never booked twice"`
	Kind      string            `json:"kind" example:"purchase" doc:"What the transaction is"`
	Program   string            `json:"program" doc:"Name of the program"`
	Rule      string            `json:"rule" doc:"The version of the rules that computed it"`
	Effective string            `json:"effective" format:"date-time" doc:"When it holds"`
	Booked    string            `json:"booked" format:"date-time" doc:"When it became known"`
	Reverses  uint64            `json:"reverses,omitempty" doc:"The sequence that it mirrors"`
	Meta      map[string]string `json:"meta" doc:"What else was written down, under the hash"`
	Postings  []Posting         `json:"postings" doc:"What moves"`
	Previous  string            `json:"previous" doc:"Hash of the transaction before"`
	Hash      string            `json:"hash" doc:"SHA-256"`
}

// TransactionOf is a transaction as it goes out.
func TransactionOf(t *ledger.Transaction) Transaction {
	out := Transaction{
		t.Sequence, SourceOf(&t.Source), t.Source.Key(), string(t.Kind), t.Program, t.Rule, Instant(t.Effective), Instant(t.Booked), t.Reverses,
		map[string]string(t.Meta), []Posting{}, t.Previous.String(), t.Hash.String(),
	}
	for _, p := range t.Postings {
		out.Postings = append(out.Postings, Posting{p.From.String(), p.To.String(), AmountOf(p.Amount)})
	}
	return out
}

// Transactions is a page of the journal.
type Transactions struct {
	Transactions []Transaction `json:"transactions" doc:"In the order of the journal"`
	Next         string        `json:"next" doc:"Give it as after for the next page; empty: this was the last for now"`
	Fresh
}

// LedgerOf is where the books end.
func LedgerOf(head ledger.Head, of view.AsOf) Ledger {
	return Ledger{head.Sequence, head.Hash.String(), head.Inputs, head.Size(), head.Root().String(), FreshOf(of)}
}

// TransactionsOf is a page of the journal; more says that it goes on.
func TransactionsOf(list []ledger.Transaction, more bool, of view.AsOf) Transactions {
	out := Transactions{Transactions: []Transaction{}, Fresh: FreshOf(of)}
	for i := range list {
		out.Transactions = append(out.Transactions, TransactionOf(&list[i]))
	}
	if more {
		out.Next = strconv.FormatUint(list[len(list)-1].Sequence, 10)
	}
	return out
}

// Input is one of the inputs that the journal follows from, in its place.
type Input struct {
	Sequence     uint64 `json:"sequence" doc:"Number among the inputs, from 1"`
	Transactions uint64 `json:"transactions" doc:"How many transactions come before it; its own follow, up to the next input's"`
	Kind         string `json:"kind" enum:"text,opening,block,pending,final,drop,fact,withheld,job,incident" doc:"What it is. withheld is a fact that is not for everybody as a whole, see docs/security.md"`
	Digest       string `json:"digest" doc:"SHA-256 of its payload as the tree has it; of a withheld fact that is the payload of the whole fact"`
	Payload      string `json:"payload" doc:"Its content in RLP, as 0x and hexadecimal digits; the program's engine/fold reads it"`
}

// Inputs is a page of inputs.
type Inputs struct {
	Inputs []Input `json:"inputs" doc:"In order"`
	Next   string  `json:"next" doc:"Give it as after for the next page; empty: this was the last for now"`
	Fresh
}

// InputsOf is a page of inputs as it goes out; more says that it goes on.
func InputsOf(list []view.PublishedInput, more bool, of view.AsOf) Inputs {
	out := Inputs{Inputs: []Input{}, Fresh: FreshOf(of)}
	for i := range list {
		in := &list[i]
		out.Inputs = append(out.Inputs, Input{in.Sequence, in.Transactions, string(in.Kind), in.Digest.String(), hexutil.Encode(in.Payload)})
	}
	if more {
		out.Next = strconv.FormatUint(list[len(list)-1].Sequence, 10)
	}
	return out
}

// ReconciliationRow is one asset of one of the project's wallets, in the books and on the chain.
type ReconciliationRow struct {
	Account    string   `json:"account" doc:"Path of the account"`
	Name       Sentence `json:"name" doc:"What it is called"`
	Wallet     string   `json:"wallet" doc:"Address, in lower case"`
	Books      Amount   `json:"books" doc:"What the books have"`
	Chain      *Amount  `json:"chain,omitempty" doc:"What the chain has at the same block; absent when it is not known"`
	Difference *Amount  `json:"difference,omitempty" doc:"Chain less books"`
	Assurance  string   `json:"assurance" enum:"proven,reported,unknown" doc:"How the chain's figure is known: proven against the block's state root, or the endpoints' word"`
	Unproven   string   `json:"unproven,omitempty" doc:"Why it is not proven"`
	Note       Sentence `json:"note" doc:"What explains the difference"`
	Suspense   []string `json:"exceptions" doc:"Keys of the movements of the wallet that nothing explains yet; they are in the books"`
}

// Reconciliation compares the project's wallets with the chain.
type Reconciliation struct {
	Block       uint64              `json:"block" doc:"The final block at which they were compared"`
	BlockHash   string              `json:"block_hash" doc:"Its hash"`
	At          string              `json:"at" format:"date-time" doc:"When they were compared"`
	Compared    int                 `json:"compared" doc:"How many rows have a figure of the chain"`
	Differences int                 `json:"differences" doc:"How many of them differ"`
	Rows        []ReconciliationRow `json:"rows" doc:"In order of account and asset: every account of the balance sheet whose asset the chain keeps"`
	Faults      []string            `json:"faults" doc:"For operators: answers that did not hold, with the endpoint that gave them"`
}

// ReconciliationOf is a comparison as it goes out. open are the exceptions that nobody explained.
func ReconciliationOf(r *engine.Reconciliation, open []*payout.Exception) Reconciliation {
	out := Reconciliation{
		Block: r.At.Number, BlockHash: r.At.Hash.Hex(), At: Instant(r.When), Compared: r.Compared(),
		Differences: r.Differences(), Rows: []ReconciliationRow{}, Faults: []string{},
	}
	for i := range r.Rows {
		row := &r.Rows[i]
		one := ReconciliationRow{
			Account: row.Account.String(), Name: SentenceOf(report.NameOf(row.Account)), Wallet: row.Wallet.String(),
			Books:     SignedAmount(row.Asset, row.Books),
			Assurance: string(row.Chain.Assurance), Unproven: row.Chain.Why, Note: SentenceOf(noteOf(row)), Suspense: []string{},
		}
		if row.Chain.Known() {
			has, differs := SignedAmount(row.Asset, row.Chain.Value.ToBig()), SignedAmount(row.Asset, row.Difference)
			one.Chain, one.Difference = &has, &differs
		}
		for _, x := range open {
			if x.Own == row.Account && x.Amount.Asset() == row.Asset {
				one.Suspense = append(one.Suspense, x.Key)
			}
		}
		out.Rows = append(out.Rows, one)
	}
	return out
}

func noteOf(row *engine.Reconciled) sentence.Sentence {
	switch {
	case !row.Chain.Known():
		return sentence.New(sentence.ReconciledUnknown, sentence.Params{"why": row.Chain.Why})
	case row.Difference.Sign() == 0:
		return sentence.New(sentence.ReconciledEqual, nil)
	case row.Unwatched:
		return sentence.New(sentence.ReconciledUnwatched, nil)
	case row.Token == common.Address{}:
		return sentence.New(sentence.ReconciledCoin, nil)
	}
	return sentence.New(sentence.ReconciledDiffers, nil)
}
