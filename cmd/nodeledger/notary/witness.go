package notary

import (
	"bytes"
	"context"
	"encoding/base64"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// Witness is a server that signs checkpoints of trees that only ever grew, see C2SP's tlog-witness.
type Witness struct {
	URL     string        // without /add-checkpoint
	Timeout time.Duration // 15 seconds when zero
}

// conflict is how a witness says that it knows another size than it was told.
const conflict = "text/x.tlog.size"

// Cosign asks the witness to sign a checkpoint of a tree of a size, and gives back the note with its signatures added. The witness is
// shown that the tree begins with the one that it saw last; prove makes that proof.
func (w *Witness) Cosign(ctx context.Context, signed []byte, size uint64, prove func(from uint64) ([]ledger.Hash, error)) ([]byte, error) {
	seen, path := uint64(0), []ledger.Hash(nil)
	fork := problem.Conflictf("the witness at %s has seen another tree: these books are a fork, or were changed", w.URL)
	for asked := range 3 { // somebody else may ask it at the same time
		status, media, answer, err := w.ask(ctx, seen, path, signed)
		switch {
		case err != nil:
			return nil, problem.New(problem.Unavailable, "", "the witness at %s does not answer: %w", w.URL, err)
		case status == http.StatusOK:
			return add(signed, answer)
		case status == http.StatusUnprocessableEntity:
			return nil, fork
		case status != http.StatusConflict || media != conflict:
			return nil, problem.New(problem.Unavailable, "", "the witness at %s refuses with status %d: %.200q", w.URL, status,
				strings.TrimSpace(string(answer)))
		}
		before := seen
		if seen, err = strconv.ParseUint(strings.TrimSpace(string(answer)), 10, 63); err != nil {
			return nil, problem.New(problem.Unavailable, "", "the witness at %s says a size that is none: %.80q", w.URL, answer)
		}
		if asked > 0 && seen == before {
			return nil, fork
		}
		if seen > size {
			return nil, problem.Conflictf("the witness at %s has seen a tree of %d leaves, these books have %d: they were rolled back", w.URL, seen,
				size)
		}
		if path, err = prove(seen); err != nil {
			return nil, err
		}
	}
	return nil, problem.New(problem.Busy, "", "the witness at %s is asked by others at the same time: try again", w.URL)
}

// ask sends one request.
func (w *Witness) ask(ctx context.Context, seen uint64, path []ledger.Hash, signed []byte) (status int, media string, answer []byte,
	err error) {
	timeout := w.Timeout
	if timeout == 0 {
		timeout = 15 * time.Second
	}
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	body := fmt.Appendf(nil, "old %d\n", seen)
	for i := range path {
		body = fmt.Appendf(body, "%s\n", base64.StdEncoding.EncodeToString(path[i][:]))
	}
	body = append(append(body, '\n'), signed...)
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, strings.TrimSuffix(w.URL, "/")+"/add-checkpoint", bytes.NewReader(body))
	if err != nil {
		return 0, "", nil, err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return 0, "", nil, err
	}
	defer response.Body.Close()
	const most = 64 << 10
	answer, err = io.ReadAll(io.LimitReader(response.Body, most))
	return response.StatusCode, response.Header.Get("Content-Type"), answer, err
}

// add puts signature lines at the end of a note.
func add(signed, lines []byte) ([]byte, error) {
	for line := range strings.SplitSeq(strings.TrimSuffix(string(lines), "\n"), "\n") {
		if !strings.HasPrefix(line, "\u2014 ") {
			return nil, problem.New(problem.Unavailable, "", "the witness answers with %.80q, not with a signature of a note", line)
		}
	}
	return append(append([]byte(nil), signed...), lines...), nil
}
