package httpapi

import (
	"context"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humaecho"

	"github.com/nodeledger/nodeledger/ledger"
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
	if known := a.atHand(in.Known, m.File); known != nil {
		return known, nil
	}
	release, err := a.takeTurn(ctx)
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
		a.sendFile(to, "month-"+m.Month+".json", m.File, r.WriteFile)
	}}, nil
}

func fileTag(file ledger.Hash) string { return `"` + hex.EncodeToString(file[:]) + `"` }

// atHand answers that the caller has the file already; nil when not.
func (a *api) atHand(known string, file ledger.Hash) *huma.StreamResponse {
	tag := fileTag(file)
	if !matches(known, tag) {
		return nil
	}
	return &huma.StreamResponse{Body: func(to huma.Context) {
		to.SetHeader("ETag", tag)
		to.SetStatus(http.StatusNotModified)
	}}
}

// takeTurn waits until one file less is sent at once; call release afterwards.
func (a *api) takeTurn(ctx context.Context) (release func(), err error) {
	select {
	case a.reading.files <- struct{}{}:
		return func() { <-a.reading.files }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// sendFile writes a file that the journal has the hash of. One that breaks off, or is another one, ends with its connection,
// so that nobody takes it for whole.
func (a *api) sendFile(to huma.Context, name string, want ledger.Hash, write func(io.Writer) (ledger.Hash, error)) {
	to.SetHeader("Content-Type", "application/json")
	to.SetHeader("ETag", fileTag(want))
	to.SetHeader("Content-Disposition", fmt.Sprintf(`attachment; filename="%s"`, name))
	to.SetStatus(http.StatusOK)
	w := humaecho.UnwrapV4(to).Response()
	_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(sending)) // a connection without deadlines needs none
	hash, err := write(to.BodyWriter())
	if err == nil && hash != want {
		err = fmt.Errorf("its hash is %s, and the journal has %s: run `nodeledger ledger verify`", hash, want)
	}
	if err != nil {
		a.log.ErrorContext(to.Context(), "a file was not sent whole", "file", name, "error", err)
		panic(http.ErrAbortHandler)
	}
}
