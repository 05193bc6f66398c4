package httpapi

import (
	"context"
	"fmt"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/nodeledger/nodeledger/httpapi/operation"
)

type fileRequest struct {
	Job   string `path:"job" maxLength:"40" doc:"epoch, token-epoch or tge-drop"`
	Slot  string `path:"slot" maxLength:"40" doc:"The day, or the instant of the drop"`
	Known string `header:"If-None-Match" maxLength:"1000" doc:"The ETag of the file that is at hand already"`
}

// registerFile adds the file of an epoch, which is written as it is computed.
func (a *api) registerFile(h *operation.API) {
	ok := map[string]*huma.Response{
		"200": {
			Description: "The file, byte for byte: its SHA-256 is the one in the journal, and the ETag",
			Content:     map[string]*huma.MediaType{"application/json": {Schema: &huma.Schema{Type: "object"}}},
		},
		"304": {Description: "The file is the one that is at hand already"},
	}
	operation.RegisterRaw(h, operation.Operation{
		ID: "epoch-file", Path: "/api/v1/epochs/{job}/{slot}/file", Summary: "The file of an epoch, from which everybody can compute every number again",
		Statuses: []int{http.StatusNotFound}, Bounds: operation.Bounds{Answer: operation.Sending}, Responses: ok,
	}, a.epochFile)
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
