package httpapi

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"github.com/nodeledger/nodeledger/httpapi/operation"
)

type monthFileRequest struct {
	Month string `path:"month" maxLength:"20" doc:"Such as 2024-06"`
	Known string `header:"If-None-Match" maxLength:"1000" doc:"The ETag of the file that is at hand already"`
}

func (a *api) monthFile(ctx context.Context, in *monthFileRequest) (*huma.StreamResponse, error) {
	m, err := a.payouts.months.Of(ctx, in.Month)
	if err != nil {
		return nil, err
	}
	if known := operation.NotModified(in.Known, m.File); known != nil {
		return known, nil
	}
	release, err := a.files.Turn(ctx)
	if err != nil {
		return nil, err
	}
	_, r, err := a.payouts.months.Compute(ctx, in.Month)
	if err != nil {
		release()
		return nil, err
	}
	return &huma.StreamResponse{Body: func(to huma.Context) {
		defer release()
		a.files.Send(to, "month-"+m.Month+".json", m.File, r.WriteFile)
	}}, nil
}
