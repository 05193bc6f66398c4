package wire

import (
	"strconv"

	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/period"
)

// AuditEntry is something that an operator recorded.
type AuditEntry struct {
	Kind      string `json:"kind" example:"payout-step" doc:"What was booked"`
	Operator  string `json:"operator" doc:"Name of the operator"`
	Proof     string `json:"proof,omitempty" doc:"token:<label>, wallet:0x..., unverified; empty in old books"`
	Reference string `json:"reference" doc:"What the operator called it"`
	Time      string `json:"time" format:"date-time" doc:"When it was recorded"`
	Sequence  uint64 `json:"sequence" doc:"Of its transaction in the journal"`
}

func auditEntry(r *period.FactRecord) AuditEntry {
	return AuditEntry{r.Kind, r.Operator, r.Proof, r.Reference, Instant(r.Time), r.Sequence}
}

// RevenueCheck is what is known before revenue is recorded.
type RevenueCheck struct {
	Sources []string     `json:"sources" doc:"Of revenue, that the program file lists; empty: it lists none, and any name is one"`
	Similar []AuditEntry `json:"similar" doc:"Revenue whose reference differs in case, spaces, hyphens and other signs alone, or not at all; the newest five"`
}

// RevenueCheckOf is what is known of a reference of revenue.
func RevenueCheckOf(sources []string, similar []period.FactRecord) RevenueCheck {
	out := RevenueCheck{Sources: append([]string{}, sources...), Similar: []AuditEntry{}}
	for i := range similar {
		out.Similar = append(out.Similar, auditEntry(&similar[i]))
	}
	return out
}

// Audit is a page of what operators recorded.
type Audit struct {
	Entries []AuditEntry `json:"entries" doc:"Newest first"`
	Next    string       `json:"next" doc:"Give it as after for the next page; empty: this was the last"`
	Fresh
}

// AuditOf is a page of what operators recorded; more says that it goes on.
func AuditOf(list []period.FactRecord, more bool, of view.AsOf) Audit {
	out := Audit{Entries: []AuditEntry{}, Fresh: FreshOf(of)}
	for i := range list {
		out.Entries = append(out.Entries, auditEntry(&list[i]))
	}
	if more {
		out.Next = strconv.Itoa(list[len(list)-1].Number)
	}
	return out
}

// Audited is what came of making served books again from outside.
type Audited struct {
	Follow       bool         `json:"follow"`   // they follow from the chain and from what operators said
	Sentence     string       `json:"sentence"` // the same in words
	Parts        uint64       `json:"parts_at,omitempty"`
	Finality     string       `json:"finality"` // on whose word the block is final: consensus, agreed, told
	Block        uint64       `json:"block"`
	BlockHash    string       `json:"block_hash"`
	BlockTime    string       `json:"block_time"`
	Final        uint64       `json:"final"`           // up to which the books say that they are final
	Later        string       `json:"later,omitempty"` // why they are not compared up to there
	Transactions uint64       `json:"transactions"`
	Compared     uint64       `json:"compared"` // those before the first block that is not final on the chain yet
	Missing      uint64       `json:"missing"`  // final blocks after it with something of the sale that the books do not have yet
	Inputs       uint64       `json:"inputs"`
	Root         string       `json:"root"`
	Unproven     uint64       `json:"unproven"` // amounts that wallets held when they were taken in, at the books' word
	Rules        []string     `json:"rules"`    // digests of the program's texts in their order; the last one was given
	Facts        AuditedFacts `json:"facts"`
}

// AuditedFacts is how many facts were taken of operators' word, and how they are known.
type AuditedFacts struct {
	Signed    uint64 `json:"signed"`
	Unsigned  uint64 `json:"unsigned"`
	Unchecked uint64 `json:"unchecked"` // of books of before there were signatures
	Open      uint64 `json:"signature_not_public"`
	Withheld  uint64 `json:"private"`
	Contracts uint64 `json:"signed_by_contracts"`
}
