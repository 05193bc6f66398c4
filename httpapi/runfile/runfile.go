// Package runfile sends the files of payout runs.
//
// Guarantees:
//   - The hash of a file is known before its first byte is sent, and is its ETag. A file that breaks off or turns out to be another
//     one ends with its connection, so that nobody takes it for whole.
//   - Long files are made a second time as they are sent and never kept in memory.
package runfile

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"strconv"

	"github.com/danielgtaylor/huma/v2"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/httpapi/operation"
	"github.com/nodeledger/nodeledger/view/payout"
)

// PartsHeader says how many batches a run has in a format.
const PartsHeader = "Nodeledger-Parts"

// Buffer is the longest file that is kept in memory, in bytes, unless a [Sender] says otherwise.
const Buffer = 8 << 20

// Sender sends files of runs. Engine, Files and Log are required.
type Sender struct {
	Engine *engine.Engine
	Files  *operation.Files // whose turns limit how many files are sent at once
	Log    *slog.Logger
	Buffer int // bytes of a file that are kept in memory
}

// Send answers with a file of a run in a format. part is which of its batches, from 1; known is the request's If-None-Match. Errors
// are those of [payout.Export].
func (s *Sender) Send(ctx context.Context, run, format string, part int, known string) (*huma.StreamResponse, error) {
	release, err := s.Files.Turn(ctx)
	if err != nil {
		return nil, err
	}
	file := buffer{most: s.Buffer}
	out, err := payout.Export(ctx, s.Engine, run, format, part, &file)
	if err != nil {
		release()
		return nil, err
	}
	if same := operation.NotModified(known, out.File); same != nil {
		release()
		return same, nil
	}
	return &huma.StreamResponse{Body: func(to huma.Context) {
		defer release()
		operation.Header(to, out.Name, out.ContentType, out.File)
		to.SetHeader(PartsHeader, strconv.Itoa(out.Parts))
		to.SetStatus(http.StatusOK)
		if !file.over {
			_, err = to.BodyWriter().Write(file.content)
		} else {
			var again payout.ExportResult
			again, err = payout.Export(to.Context(), s.Engine, run, format, part, to.BodyWriter())
			if err == nil && again.File != out.File {
				err = fmt.Errorf("it changed from %s to %s while it was sent", out.File, again.File)
			}
		}
		if err != nil {
			s.Log.WarnContext(to.Context(), "a file of a run was not sent whole", "run", run, "format", format, "error", err)
			panic(http.ErrAbortHandler)
		}
	}}, nil
}
