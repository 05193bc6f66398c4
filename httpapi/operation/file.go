package operation

import (
	"context"
	"encoding/hex"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humaecho"

	"github.com/nodeledger/nodeledger/ledger"
)

// A large period takes longer to compute than other answers, and its file, of hundreds of megabytes, to be sent.
const (
	Computing = time.Minute
	Sending   = 10 * time.Minute
)

// Files sends files whose hash the journal has, a few at once: a large period stays in memory as long as its file is sent.
type Files struct {
	log   *slog.Logger
	turns chan struct{} // holds a token for each file that is being sent
}

// NewFiles sends as many files at once as most says.
func NewFiles(most int, log *slog.Logger) *Files {
	return &Files{log: log, turns: make(chan struct{}, most)}
}

// Turn waits until one file fewer is sent at once; call release afterwards. Those who compute go on meanwhile.
func (f *Files) Turn(ctx context.Context) (release func(), err error) {
	err = paused(ctx, func() error {
		select {
		case f.turns <- struct{}{}:
			release = func() { <-f.turns }
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	})
	if err != nil && release != nil {
		release()
	}
	return release, err
}

// Send writes a file that the journal has the hash of. One that breaks off, or is another one, ends with its connection, so
// that nobody takes it for whole.
func (f *Files) Send(to huma.Context, name string, want ledger.Hash, write func(io.Writer) (ledger.Hash, error)) {
	Header(to, name, "application/json", want)
	to.SetStatus(http.StatusOK)
	hash, err := write(to.BodyWriter())
	if err == nil && hash != want {
		err = fmt.Errorf("its hash is %s, and the journal has %s: run `nodeledger ledger verify`", hash, want)
	}
	if err != nil {
		f.log.ErrorContext(to.Context(), "a file was not sent whole", "request", RequestID(to.Context()), "file", name, "error", err)
		panic(http.ErrAbortHandler)
	}
}

// Header sets the headers of a file, and gives its sending the time that a long file takes.
func Header(to huma.Context, name, contentType string, file ledger.Hash) {
	to.SetHeader("Content-Type", contentType)
	to.SetHeader("ETag", Tag(file))
	to.SetHeader("Content-Disposition", fmt.Sprintf(`attachment; filename="%s"`, name))
	w := humaecho.UnwrapV4(to).Response()
	_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(Sending)) // a connection without deadlines needs none
}

// Tag is the entity tag of a file.
func Tag(file ledger.Hash) string { return `"` + hex.EncodeToString(file[:]) + `"` }

// NotModified answers that the caller has the file already; nil when not.
func NotModified(known string, file ledger.Hash) *huma.StreamResponse {
	tag := Tag(file)
	if !MatchesTag(known, tag) {
		return nil
	}
	return &huma.StreamResponse{Body: func(to huma.Context) {
		to.SetHeader("ETag", tag)
		to.SetStatus(http.StatusNotModified)
	}}
}

// MatchesTag says whether a list of entity tags has one of them.
func MatchesTag(known, tag string) bool {
	for part := range strings.SplitSeq(known, ",") {
		if part = strings.TrimPrefix(strings.TrimSpace(part), "W/"); part == tag || part == "*" {
			return true
		}
	}
	return false
}

// FileResponses describe a file with an entity tag.
func FileResponses(text string, types ...string) map[string]*huma.Response {
	content := map[string]*huma.MediaType{}
	for _, t := range types {
		schema := &huma.Schema{Type: "string"}
		if t == "application/json" {
			schema = &huma.Schema{Type: "object"}
		}
		content[t] = &huma.MediaType{Schema: schema}
	}
	return map[string]*huma.Response{"200": {Description: text, Content: content},
		"304": {Description: "The file is the one that is at hand already"}}
}

// JournalFile describes a file whose hash the journal has.
func JournalFile() map[string]*huma.Response {
	return FileResponses("The file, byte for byte: its SHA-256 is the one in the journal, and the ETag", "application/json")
}
