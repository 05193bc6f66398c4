package httpapi

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strconv"

	"github.com/danielgtaylor/huma/v2"

	"github.com/nodeledger/nodeledger/httpapi/operation"
	"github.com/nodeledger/nodeledger/problem"
	payoutview "github.com/nodeledger/nodeledger/view/payout"
)

type exportRequest struct {
	Run    string `path:"run" maxLength:"64" doc:"Its name"`
	Format string `path:"format" maxLength:"20" doc:"safe, propose, airdrop, csv, hledger or merkle"`
	Part   int    `query:"part" minimum:"1" maximum:"100000" default:"1" doc:"Which batch, where the header Nodeledger-Parts says that there are several"`
	Known  string `header:"If-None-Match" maxLength:"1000" doc:"The ETag of the file that is at hand already"`
}

// partsHeader says how many batches a run has in a form.
const partsHeader = "Nodeledger-Parts"

// exportResponses describe the files of a run.
func exportResponses() map[string]*huma.Response {
	ok := operation.FileResponses("The file. The same run gives the same bytes; the ETag is their SHA-256", "application/json", "text/csv", "text/plain")
	parts := &huma.Param{Description: "How many batches there are; give part for each", Schema: &huma.Schema{Type: "integer"}}
	ok["200"].Headers = map[string]*huma.Param{partsHeader: parts}
	return ok
}

func (a *api) payoutExport(ctx context.Context, in *exportRequest) (*huma.StreamResponse, error) {
	if in.Format == payoutview.FormatFile {
		return nil, problem.NotFoundf("the run's own file names wallets that are held back: operators have it at /api/v1/operator/payouts/%s/file", in.Run)
	}
	r, err := a.payouts.runs.Of(in.Run)
	if err != nil {
		return nil, err
	}
	if slices.Contains(r.Formats(), in.Format) && !slices.Contains(r.Published(), in.Format) {
		return nil, problem.New(problem.Conflict, problem.NotApproved, "the tree of run %s is not fixed before the run is exported: an operator has to export it first", in.Run)
	}
	return a.exported(ctx, in.Run, in.Format, in.Part, in.Known)
}

// maxExport is the longest file of a run that is kept in memory, in bytes; a longer one is made a second time as it is sent.
const maxExport = 8 << 20

// exported writes a file of a run. Its hash is known before the first byte is sent.
func (a *api) exported(ctx context.Context, run, format string, part int, known string) (*huma.StreamResponse, error) {
	release, err := a.files.Turn(ctx)
	if err != nil {
		return nil, err
	}
	file := short{most: a.payouts.maxExport}
	out, err := payoutview.Export(ctx, a.engine, run, format, part, &file)
	if err != nil {
		release()
		return nil, err
	}
	if held := operation.NotModified(known, out.File); held != nil {
		release()
		return held, nil
	}
	return &huma.StreamResponse{Body: func(to huma.Context) {
		defer release()
		operation.Header(to, out.Name, out.ContentType, out.File)
		to.SetHeader(partsHeader, strconv.Itoa(out.Parts))
		to.SetStatus(http.StatusOK)
		if !file.over {
			_, err = to.BodyWriter().Write(file.kept)
		} else {
			var again payoutview.Exported
			again, err = payoutview.Export(to.Context(), a.engine, run, format, part, to.BodyWriter())
			if err == nil && again.File != out.File {
				err = fmt.Errorf("it changed from %s to %s while it was sent", out.File, again.File)
			}
		}
		if err != nil {
			a.log.WarnContext(to.Context(), "a file of a run was not sent whole", "run", run, "format", format, "error", err)
			panic(http.ErrAbortHandler) // nobody takes it for whole
		}
	}}, nil
}

// short keeps what is written as long as there is little of it.
type short struct {
	most int // bytes
	kept []byte
	over bool
}

func (s *short) Write(b []byte) (int, error) {
	if s.over = s.over || len(s.kept)+len(b) > s.most; s.over {
		s.kept = nil
	} else {
		s.kept = append(s.kept, b...)
	}
	return len(b), nil
}
