package httpapi

import (
	"context"
	"fmt"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/nodeledger/nodeledger/httpapi/operation"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/earnings"
	"github.com/nodeledger/nodeledger/view/statement"
	"github.com/nodeledger/nodeledger/wire"
)

type earningsRequest struct {
	Wallet string `path:"wallet" maxLength:"64" doc:"0x and 40 hexadecimal digits"`
	By     string `query:"by" enum:"day,week,month" default:"day" doc:"How long a bar is; weeks begin on Monday"`
	Last   int    `query:"last" minimum:"1" maximum:"400" default:"30" doc:"How many bars, up to the present one"`
	Format string `query:"format" enum:"json,csv" default:"json" doc:"csv: a file with a row for each entry"`
	From   string `query:"from" maxLength:"40" doc:"Of the file: the first day or instant, such as 2024-05-01; empty: from the beginning"`
	To     string `query:"to" maxLength:"40" doc:"Of the file: the first day or instant that is left out; empty: up to now"`
}

// earningsResponses describe what was earned in its forms.
func earningsResponses(h *operation.API) map[string]*huma.Response {
	ok := h.JSON(wire.Earnings{}, "What the wallet earned")
	ok.Content["text/csv"] = &huma.MediaType{Schema: &huma.Schema{Type: "string"}}
	return map[string]*huma.Response{"200": ok}
}

func (a *api) earnings(ctx context.Context, in *earningsRequest) (*huma.StreamResponse, error) {
	wallet, err := view.ParseWallet(in.Wallet)
	if err != nil {
		return nil, err
	}
	if in.Format == "csv" {
		from, to, err := statement.ParsePeriod(in.From, in.To)
		if err != nil {
			return nil, err
		}
		lines, err := earnings.LinesOf(ctx, a.engine, a.reading.sources, wallet, from, to, a.reading.prices)
		if err != nil {
			return nil, err
		}
		return a.stream("text/csv; charset=utf-8", fmt.Sprintf("rewards-%s.csv", wallet), lines.WriteCSV), nil
	}
	step := earnings.Step(in.By)
	e, err := earnings.Of(ctx, a.engine, a.reading.sources, earnings.Request{
		Wallet: wallet, Prices: a.reading.prices, Step: step, Last: in.Last,
	})
	if err != nil {
		return nil, err
	}
	return &huma.StreamResponse{Body: func(out huma.Context) {
		out.SetHeader("Content-Type", "application/json")
		out.SetStatus(http.StatusOK)
		if err := wire.Encode(out.BodyWriter(), wire.EarningsOf(&e, step)); err != nil { // whoever asked is gone
			a.log.DebugContext(ctx, "an answer was not sent whole", "error", err)
		}
	}}, nil
}
