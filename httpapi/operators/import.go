package operators

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/httpapi/auth"
	"github.com/nodeledger/nodeledger/intake"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/wire"
)

type importRevenueRequest struct {
	Body struct {
		Format string   `json:"format" enum:"csv,stripe" doc:"csv: reference,source,amount,at,note; stripe: Stripe's report of balance changes, itemised"`
		Name   string   `json:"name" maxLength:"200" doc:"Of the file, for messages"`
		Text   string   `json:"text" doc:"What is in the file"`
		Source string   `json:"source,omitempty" maxLength:"64" doc:"Of stripe: what the revenue is booked as; fiat when empty"`
		Zone   string   `json:"timezone,omitempty" maxLength:"64" example:"America/Chicago" doc:"Of stripe: of times that say no zone"`
		Skip   []string `json:"skip,omitempty" maxItems:"20" doc:"Of stripe: rows to leave out, each a column and its value such as currency=eur"`
	}
}

func (a *handlers) importRevenue(ctx context.Context, in *importRevenueRequest) (out wire.ImportResult, err error) {
	who, err := auth.By(ctx)
	if err != nil {
		return out, err
	}
	b := &in.Body
	out.Skipped = map[string]int{}
	var rows []engine.ReferencedRevenue
	if b.Format == "stripe" {
		var o intake.Options
		if o, err = intake.NewOptions(cmp.Or(b.Source, "fiat"), b.Zone, b.Skip); err == nil {
			rows, out.Skipped, err = intake.Stripe(strings.NewReader(b.Text), named(b.Name), o)
		}
	} else {
		rows, err = intake.Revenue(strings.NewReader(b.Text), named(b.Name))
	}
	if err == nil {
		if out.Already, err = a.Engine.RecordRevenues(ctx, who, rows); err != nil && len(out.Skipped) > 0 {
			err = byReference(err) // the rows that the engine counts are not those of the file
		}
	}
	if err != nil {
		return out, err
	}
	out.Rows, out.Recorded = len(rows), len(rows)-out.Already
	return out, nil
}

// byReference names rows in a refusal by their references alone.
func byReference(err error) error {
	refusal := *problem.Of(err)
	refusal.Rows = slices.Clone(refusal.Rows)
	for i := range refusal.Rows {
		refusal.Rows[i].Number = 0
	}
	return &refusal
}

func named(name string) string { return cmp.Or(name, "the file") }

type importScoresRequest struct {
	Body struct {
		Referenced
		Name string `json:"name" maxLength:"200" doc:"Of the file, for messages"`
		Text string `json:"text" doc:"CSV with the columns wallet,what,value,at, or a JSON list of the same"`
	}
}

func (a *handlers) importScores(ctx context.Context, in *importScoresRequest) (out wire.Receipt, err error) {
	who, err := auth.By(ctx)
	if err != nil {
		return out, err
	}
	b := &in.Body
	var receipt engine.Receipt
	rows, err := intake.Scores(strings.NewReader(b.Text), named(b.Name))
	if err == nil {
		receipt, err = a.Engine.RecordScores(ctx, who, b.Reference, rows)
	}
	if err != nil {
		return out, err
	}
	return wire.ReceiptOf(receipt), nil
}
