package httpapi

import (
	"context"
	"strconv"

	"github.com/nodeledger/nodeledger/view"
)

type auditRequest struct {
	After string `query:"after" maxLength:"20" doc:"The next of the page before"`
	Limit int    `query:"limit" minimum:"1" maximum:"500" default:"100"`
}

// AuditEntry is something that an operator recorded.
type AuditEntry struct {
	Kind      string `json:"kind" example:"payout-step"`
	Operator  string `json:"operator"`
	Proof     string `json:"proof,omitempty" doc:"token:<label>, wallet:0x..., unverified; empty in old books"`
	Reference string `json:"reference"`
	Time      string `json:"time" format:"date-time"`
	Sequence  uint64 `json:"sequence" doc:"Of its transaction in the journal"`
}

// Audit is a page of what operators recorded.
type Audit struct {
	Entries []AuditEntry `json:"entries" doc:"Newest first"`
	Next    string       `json:"next" doc:"Give it as after for the next page; empty: this was the last"`
	Fresh
}

func (a *api) operatorAudit(ctx context.Context, in *auditRequest) (out Audit, err error) {
	before, err := view.ParseNumber(in.After)
	if err != nil {
		return out, err
	}
	list, more, err := a.payouts.facts.List(ctx, before, in.Limit)
	if err != nil {
		return out, err
	}
	out.Entries = []AuditEntry{}
	for _, r := range list {
		out.Entries = append(out.Entries, AuditEntry{r.Kind, r.Operator, r.Proof, r.Reference, instant(r.Time), r.Sequence})
	}
	if more {
		out.Next = strconv.Itoa(list[len(list)-1].Number)
	}
	out.Fresh, err = a.now(ctx)
	return out, err
}
