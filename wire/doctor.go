package wire

import (
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
)

// Finding is what a check of the doctor found: green, yellow (worth knowing) or red (something does not work).
type Finding struct {
	Check  string `json:"check"`
	Colour string `json:"colour"`
	Text   string `json:"text"`
}

// Diagnosis is what the doctor found.
type Diagnosis struct {
	OK     bool      `json:"ok"`
	Checks []Finding `json:"checks"`
	Frozen *Freeze   `json:"frozen,omitempty"`
}

// Difference is the first place at which books are not what they should be.
type Difference struct {
	Table string `json:"table"`
	Row   string `json:"row"`
	Text  string `json:"text"`
}

// DifferenceOf is a difference; nil of none.
func DifferenceOf(d *ledger.Difference) *Difference {
	if d == nil {
		return nil
	}
	return &Difference{Table: d.Table, Row: d.Row, Text: d.Text}
}

// Verification says whether books are sound.
type Verification struct {
	OK           bool   `json:"ok"`
	Transactions uint64 `json:"transactions"`
	Postings     uint64 `json:"postings"`
	Head         string `json:"head"`
	BalancesRoot string `json:"balances_root"`
	Inputs       uint64 `json:"inputs"` // from which every transaction was computed again; 0: that was left out
	// Unsigned is how many facts have no signature and need none, since they were taken over from books of before there were any.
	Unsigned uint64 `json:"unsigned_facts,omitempty"`
	// Words are statements that stand on what a contract said of its signature, and Asked whether the contracts were asked again.
	Words      []ContractWord `json:"contract_words"`
	Asked      bool           `json:"asked_again"`
	Difference *Difference    `json:"first_difference"` // null: there is none
	// NotCompared is the last final block of a checkpoint whose hash the books do not have.
	NotCompared string `json:"not_compared,omitempty"`
	// NotAsked is the first final block that the books stand on and that is past the last final block of the node.
	NotAsked string `json:"not_asked,omitempty"`
	// Compared is the block up to which the books were compared with the chain; 0 when they were not.
	Compared uint64 `json:"compared_to_block,omitempty"`
}

// ContractWord is what a contract said of a signature, as of a block.
type ContractWord struct {
	Input     uint64 `json:"input"` // the sequence of the fact's input
	Fact      string `json:"fact"`  // its key in the journal
	Contract  string `json:"contract"`
	Block     uint64 `json:"block"`
	BlockHash string `json:"block_hash"`
}

// ContractWordsOf are words of contracts as they go out.
func ContractWordsOf(words []engine.ContractWord) []ContractWord {
	out := []ContractWord{}
	for i := range words {
		w := &words[i]
		out = append(out, ContractWord{w.Input, w.Fact, w.Word.Wallet.String(), w.Word.Block, w.Word.Hash.String()})
	}
	return out
}

// LastHead is what a head file holds: how far books were when they were last seen.
type LastHead struct {
	Time       time.Time   `json:"time"` // when the mark was made
	Mark       engine.Mark `json:"mark"`
	Difference string      `json:"difference,omitempty"` // that a verification found, and no whole one cleared
	Verified   time.Time   `json:"verified,omitzero"`    // when it found that, or none
	// ChainDifference is between the books and the chain; only a comparison of everything with the chain clears it.
	ChainDifference string    `json:"chain_difference,omitempty"`
	ChainCompared   time.Time `json:"chain_compared,omitzero"`
	Whole           time.Time `json:"whole,omitzero"` // when books were last verified wholly, and nothing was found since
	// Fetched is what of the books was fetched from the chain or proven again by whoever keeps the head.
	Fetched engine.Fetched `json:"fetched,omitzero"`
	// Finality is up to which block there was whose word that it is final.
	Finality engine.Assured `json:"finality,omitempty"`
}

// VerifiedOf is the finding about sound books.
func VerifiedOf(v *engine.Verification) Verification {
	return Verification{
		OK: true, Transactions: v.Transactions, Postings: v.Postings, Head: v.Head.Hash.String(), BalancesRoot: v.Balances.String(),
		Inputs: v.Inputs, Unsigned: v.Unsigned, Words: []ContractWord{},
	}
}
