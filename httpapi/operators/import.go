package operators

import (
	"cmp"
	"context"
	"strings"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/httpapi/auth"
	"github.com/nodeledger/nodeledger/intake"
	"github.com/nodeledger/nodeledger/wire"
)

type importRevenueRequest struct {
	Body struct {
		Format string   `json:"format" enum:"csv,stripe" doc:"csv: reference,source,amount,at,note,cost; stripe: Stripe's report of balance changes, itemised"`
		Name   string   `json:"name" maxLength:"200" doc:"Of the file, for messages"`
		Text   string   `json:"text" doc:"What is in the file"`
		Source string   `json:"source,omitempty" maxLength:"64" doc:"Of stripe: what the revenue is booked as; fiat when empty"`
		Zone   string   `json:"timezone,omitempty" maxLength:"64" example:"America/Chicago" doc:"Of stripe: of times that say no zone"`
		Skip   []string `json:"skip,omitempty" maxItems:"20" doc:"Of stripe: rows to leave out, each a column and its value such as currency=eur"`
		Reason string   `json:"reason,omitempty" maxLength:"500" doc:"Of stripe: why rows are left out; the books keep it"`
		Late   string   `json:"late,omitempty" enum:"now" doc:"now: rows of closed months are booked now, with a note of their own date"`
	}
}

func (a *handlers) importRevenue(ctx context.Context, in *importRevenueRequest) (out wire.ImportResult, err error) {
	who, err := auth.By(ctx)
	if err != nil {
		return out, err
	}
	report, err := in.read()
	if err != nil {
		return out, err
	}
	done, err := a.Engine.RecordRevenueFile(ctx, who, report.File(in.Body.Late == "now", "late: now"))
	if err != nil {
		return out, err
	}
	return wire.ImportOf(len(report.Rows), report.Skipped, report.LeftOutRows(), done), nil
}

func (in *importRevenueRequest) read() (out intake.Report, err error) {
	b := &in.Body
	asked := intake.Asked{Source: b.Source, Zone: b.Zone, Skip: b.Skip, Reason: b.Reason}
	if b.Format != "stripe" {
		if err := asked.CheckCSV(); err != nil {
			return out, err
		}
		return intake.Revenue(strings.NewReader(b.Text), named(b.Name))
	}
	o, err := intake.NewOptions(asked)
	if err != nil {
		return out, err
	}
	return intake.Stripe(strings.NewReader(b.Text), named(b.Name), o)
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
