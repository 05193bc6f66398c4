package httpapi

import (
	"context"
	"fmt"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/nodeledger/nodeledger/httpapi/operation"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/statement"
	"github.com/nodeledger/nodeledger/wire"
)

type statementRequest struct {
	Wallet string `path:"wallet" maxLength:"64" doc:"0x and 40 hexadecimal digits"`
	From   string `query:"from" maxLength:"40" doc:"The first day or instant: 2024-05-01 or 2024-05-01T12:00:00Z; empty: from the beginning"`
	To     string `query:"to" maxLength:"40" doc:"The first day or instant that is left out; empty: up to now"`
	Format string `query:"format" enum:"json,csv" default:"json" doc:"json, or csv for a file"`
}

// statementResponses describe a statement in its two forms.
func statementResponses(h *operation.API) map[string]*huma.Response {
	ok := h.JSON(wire.Statement{}, "The statement")
	ok.Content["text/csv"] = &huma.MediaType{Schema: &huma.Schema{Type: "string"}}
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
	st, err := statement.OfPeriod(ctx, a.engine, a.reading.sources, wallet, from, to, a.reading.prices)
	if err != nil {
		return nil, err
	}
	return &huma.StreamResponse{Body: func(out huma.Context) {
		var err error
		if in.Format == "csv" {
			out.SetHeader("Content-Type", "text/csv; charset=utf-8")
			out.SetHeader("Content-Disposition", fmt.Sprintf(`attachment; filename="statement-%s.csv"`, wallet))
			out.SetStatus(http.StatusOK)
			err = st.WriteCSV(out.BodyWriter())
		} else {
			out.SetHeader("Content-Type", "application/json")
			out.SetStatus(http.StatusOK)
			err = wire.Encode(out.BodyWriter(), wire.StatementOf(&st))
		}
		if err != nil { // whoever asked is gone
			a.log.DebugContext(ctx, "a statement was not sent whole", "error", err)
		}
	}}, nil
}
