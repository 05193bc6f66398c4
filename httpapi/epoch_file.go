package httpapi

import (
	"context"
	"fmt"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/nodeledger/nodeledger/httpapi/operation"
)

type fileRequest struct {
	Job   string `path:"job" maxLength:"40" doc:"epoch, token-epoch or tge-drop"`
	Slot  string `path:"slot" maxLength:"40" doc:"The day, or the instant of the drop"`
	Known string `header:"If-None-Match" maxLength:"1000" doc:"The ETag of the file that is at hand already"`
}

func (a *api) epochFile(ctx context.Context, in *fileRequest) (*huma.StreamResponse, error) {
	c, err := a.reading.epochs.Of(ctx, in.Job, in.Slot)
	if err != nil {
		return nil, err
	}
	if known := operation.NotModified(in.Known, c.File); known != nil {
		return known, nil
	}
	release, err := a.files.Turn(ctx)
	if err != nil {
		return nil, err
	}
	r, err := a.reading.epochs.Compute(ctx, &c)
	if err != nil {
		release()
		return nil, err
	}
	return &huma.StreamResponse{Body: func(to huma.Context) {
		defer release()
		a.files.Send(to, fmt.Sprintf("%s-%s.json", c.Kind, strings.ReplaceAll(c.Job.Slot, ":", "")), c.File, r.WriteFile)
	}}, nil
}
