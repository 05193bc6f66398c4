package httpapi

import (
	"context"
	"fmt"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/nodeledger/nodeledger/export/taxfile"
	"github.com/nodeledger/nodeledger/httpapi/operation"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/statement"
	"github.com/nodeledger/nodeledger/wire"
)

type statementRequest struct {
	Wallet    string `path:"wallet" maxLength:"64" doc:"0x and 40 hexadecimal digits"`
	From      string `query:"from" maxLength:"40" doc:"The first day or instant: 2024-05-01 or 2024-05-01T12:00:00Z; empty: from the beginning"`
	To        string `query:"to" maxLength:"40" doc:"The first day or instant that is left out; empty: up to now"`
	Format    string `query:"format" enum:"json,csv,koinly,cointracking" default:"json" doc:"json; csv for a file; koinly or cointracking for a file that this tax program imports"`
	Recognise string `query:"recognise" enum:"accrual,unlock" default:"accrual" doc:"When rewards in tokens are income: accrual, in the epoch that earned them; unlock, when they can be claimed"`
}

// leftOutHeader says how many lines of a statement are not in a tax program's file.
const leftOutHeader = "Nodeledger-Left-Out"

// statementResponses describe a statement in its forms.
func statementResponses(h *operation.API) map[string]*huma.Response {
	ok := h.JSON(wire.Statement{}, "The statement")
	ok.Content["text/csv"] = &huma.MediaType{Schema: &huma.Schema{Type: "string"}}
	ok.Headers = map[string]*huma.Param{leftOutHeader: {
		Description: "With format=koinly and cointracking: how many lines are not in the file, such as points=12, nodes=0, grants=3, locked=0",
		Schema:      &huma.Schema{Type: "string"},
	}}
	return map[string]*huma.Response{"200": ok}
}

func (a *api) statement(ctx context.Context, in *statementRequest) (*huma.StreamResponse, error) {
	wallet, err := view.ParseWallet(in.Wallet)
	if err != nil {
		return nil, err
	}
	from, to, err := statement.ParsePeriod(in.From, in.To)
	if err != nil {
		return nil, err
	}
	counts, err := statement.ParseRecognition(in.Recognise)
	if err != nil {
		return nil, err
	}
	st, err := statement.OfPeriod(ctx, a.engine, a.reading.sources, statement.Request{
		Wallet: wallet, From: from, To: to, Prices: a.reading.prices, Recognise: counts,
	})
	if err != nil {
		return nil, err
	}
	send, err := statementAs(&st, in.Format)
	if err != nil {
		return nil, err
	}
	return &huma.StreamResponse{Body: func(out huma.Context) {
		if err := send(out); err != nil { // whoever asked is gone
			a.log.DebugContext(ctx, "a statement was not sent whole", "error", err)
		}
	}}, nil
}

// statementAs sends a statement in a format.
func statementAs(st *statement.Period, format string) (send func(huma.Context) error, err error) {
	file := func(out huma.Context, name string) {
		out.SetHeader("Content-Type", "text/csv; charset=utf-8")
		out.SetHeader("Content-Disposition", fmt.Sprintf(`attachment; filename="statement-%s%s.csv"`, st.Wallet, name))
		out.SetStatus(http.StatusOK)
	}
	layout, tax := taxfile.Find(format)
	switch {
	case tax:
		entries, left, err := st.TaxEntries()
		return func(out huma.Context) error {
			out.SetHeader(leftOutHeader, left.String())
			file(out, "-"+layout.Name)
			return layout.Write(out.BodyWriter(), entries)
		}, err
	case format == "csv":
		return func(out huma.Context) error {
			file(out, "")
			return st.WriteCSV(out.BodyWriter())
		}, nil
	}
	return func(out huma.Context) error {
		out.SetHeader("Content-Type", "application/json")
		out.SetStatus(http.StatusOK)
		return wire.Encode(out.BodyWriter(), wire.StatementOf(st))
	}, nil
}
