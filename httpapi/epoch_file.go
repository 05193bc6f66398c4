package httpapi

import (
	"context"
	"encoding/hex"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/view"
)

type fileRequest struct {
	Job   string `path:"job" maxLength:"40" doc:"epoch, token-epoch or tge-drop"`
	Slot  string `path:"slot" maxLength:"40" doc:"The day, or the instant of the drop"`
	Known string `header:"If-None-Match" maxLength:"1000" doc:"The ETag of the file that is at hand already"`
}

// A large epoch takes longer to compute than other answers, and its file, of hundreds of megabytes, to be sent.
const (
	computing = time.Minute
	sending   = 10 * time.Minute
)

// registerFile adds the file of an epoch, which is written as it is computed.
func (a *api) registerFile(h huma.API) {
	ok := map[string]*huma.Response{
		"200": {Description: "The file, byte for byte: its SHA-256 is the one in the journal, and the ETag", Content: map[string]*huma.MediaType{"application/json": {Schema: &huma.Schema{Type: "object"}}}},
		"304": {Description: "The file is the one that is at hand already"},
	}
	raw(h, a, "epoch-file", "/api/v1/epochs/{job}/{slot}/file", "The file of an epoch, from which everybody can compute every number again", ok, a.epochFile, http.StatusNotFound)
}

func (a *api) epochFile(ctx context.Context, in *fileRequest) (*huma.StreamResponse, error) {
	c, err := a.reading.epochs.Of(ctx, in.Job, in.Slot)
	if err != nil {
		return nil, err
	}
	tag := `"` + hex.EncodeToString(c.File[:]) + `"`
	if matches(in.Known, tag) {
		return &huma.StreamResponse{Body: func(to huma.Context) {
			to.SetHeader("ETag", tag)
			to.SetStatus(http.StatusNotModified)
		}}, nil
	}
	select {
	case a.reading.files <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	r, err := a.reading.epochs.Compute(ctx, &c)
	if err != nil {
		<-a.reading.files
		return nil, err
	}
	return &huma.StreamResponse{Body: func(to huma.Context) {
		defer func() { <-a.reading.files }()
		to.SetHeader("Content-Type", "application/json")
		to.SetHeader("ETag", tag)
		to.SetHeader("Content-Disposition", fmt.Sprintf(`attachment; filename="%s-%s.json"`, c.Kind, strings.ReplaceAll(c.Job.Slot, ":", "")))
		to.SetStatus(http.StatusOK)
		a.send(to, &c, r)
	}}, nil
}

// send writes the file. One that breaks off, or is not the one in the journal, ends with its connection, so that nobody
// takes it for whole.
func (a *api) send(to huma.Context, c *view.Closed, r *rewards.Result) {
	hash, err := r.WriteFile(to.BodyWriter())
	if err == nil && hash != c.File {
		err = fmt.Errorf("its hash is %s, and the journal has %s: run `nodeledger ledger verify`", hash, c.File)
	}
	if err != nil {
		a.log.ErrorContext(to.Context(), "the file of an epoch was not sent whole", "job", c.Job.Name, "slot", c.Job.Slot, "error", err)
		panic(http.ErrAbortHandler)
	}
}

// matches says whether a list of entity tags has one of them.
func matches(known, tag string) bool {
	for part := range strings.SplitSeq(known, ",") {
		if part = strings.TrimPrefix(strings.TrimSpace(part), "W/"); part == tag || part == "*" {
			return true
		}
	}
	return false
}
