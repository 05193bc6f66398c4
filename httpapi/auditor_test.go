package httpapi_test

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/mod/sumdb/note"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/httpapi"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/view"
)

// published are books that are served, and everything of them through whoever stands between.
func published(t *testing.T, e *engine.Engine, key note.Signer, between func(path string, content []byte) []byte) string {
	t.Helper()
	h, err := httpapi.New(httpapi.Options{Engine: e, Clock: samplebooks.Soon, Signer: key})
	check(t, err)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Header.Del("Accept-Encoding")
		answer := httptest.NewRecorder()
		h.ServeHTTP(answer, r)
		content, _ := io.ReadAll(answer.Body)
		if between != nil {
			content = between(r.URL.Path, content)
		}
		w.WriteHeader(answer.Code)
		_, _ = w.Write(content)
	}))
	t.Cleanup(s.Close)
	return s.URL
}

// builtAuditor is the program of internal/auditor.
func builtAuditor(t *testing.T) string {
	t.Helper()
	sources, err := filepath.Glob("../internal/auditor/*")
	check(t, err)
	for _, source := range sources { // so that a result that is kept is not one of other sources
		_, err := os.ReadFile(source)
		check(t, err)
	}
	auditor := filepath.Join(t.TempDir(), "auditor")
	build := exec.CommandContext(t.Context(), "go", "build", "-C", "../internal/auditor", "-o", auditor, ".")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return auditor
}

// An auditor that has none of our code, and the tree from transparency-dev's client, accepts honest books as they grow, and refuses a
// fork, a rollback, and whatever was changed.
func TestAnAuditorFromOutside(t *testing.T) {
	t.Parallel()
	auditor := builtAuditor(t)
	private, public, err := note.GenerateKey(rand.Reader, "books.example.org")
	check(t, err)
	key, err := note.NewSigner(private)
	check(t, err)
	stranger, _, err := note.GenerateKey(rand.Reader, "books.example.org")
	check(t, err)
	strange, err := note.NewSigner(stranger)
	check(t, err)

	honest, _ := samplebooks.Days(t)
	forked, _ := samplebooks.Days(t)
	old, _ := samplebooks.Days(t)
	state, err := honest.Reader().State(t.Context())
	check(t, err)
	line := fmt.Sprintf("%d/0", lastWithPostings(t, honest))
	kept := filepath.Join(t.TempDir(), "checkpoint")
	audit := func(url string) (string, error) {
		c := exec.CommandContext(t.Context(), auditor, "-url", url, "-key", public, "-origin", view.OriginOf(state.Identity), "-kept", kept,
			"-line", line)
		out, err := c.CombinedOutput()
		return string(out), err
	}
	grow := func(e *engine.Engine, reason string, n int) {
		for i := range n {
			_, err := e.Hold(t.Context(), engine.By{Name: "alice"}, fmt.Sprintf("%s-%d", reason, i), samplebooks.Person(11).String(),
				fmt.Sprintf("%s %d", reason, i%2))
			check(t, err)
		}
	}
	url := published(t, honest, key, nil)
	for _, more := range []int{0, 1, 120, 0} { // past a whole tile
		grow(honest, fmt.Sprintf("honest-%d", more), more)
		if out, err := audit(url); err != nil || !strings.HasPrefix(out, "accepted ") {
			t.Fatalf("honest books that grew by %d: %v, %s", more, err, out)
		}
	}
	grow(forked, "forked", 130)
	change := func(where, from, to string) func(string, []byte) []byte {
		return func(path string, content []byte) []byte {
			if !strings.HasPrefix(path, where) {
				return content
			}
			changed := bytes.Replace(content, []byte(from), []byte(to), 1)
			if bytes.Equal(changed, content) {
				t.Errorf("nothing in %s was changed", path)
			}
			return changed
		}
	}
	for name, c := range map[string]struct{ url, want string }{
		"a fork":                 {published(t, forked, key, nil), "a fork"},
		"a rollback":             {published(t, old, key, nil), "rolled back"},
		"another key":            {published(t, honest, strange, nil), "refused"},
		"a changed entry":        {published(t, honest, key, change("/tile/entries/000", "input\n2\n", "input\n3\n")), "changed"},
		"a changed line":         {published(t, honest, key, change("/api/v1/ledger/proof/", `"amount":"`, `"amount":"1`)), "changed"},
		"a line of other books":  {published(t, honest, key, change("/api/v1/ledger/proof/", `"kind":"`, `"kind":"x`)), "changed"},
		"a checkpoint that grew": {published(t, honest, key, change("/checkpoint", "\njournal ", "\njournal 1")), "refused"},
		"entries that are cut":   {published(t, honest, key, change("/tile/entries/000", "input\n", "")), "refused"},
	} {
		if out, err := audit(c.url); err == nil || !strings.HasPrefix(out, "refused") || !strings.Contains(out, c.want) {
			t.Errorf("%s: %v, %s", name, err, out)
		}
	}
	if out, err := audit(url); err != nil {
		t.Errorf("the honest books after all of that: %v, %s", err, out)
	}
}

// lastWithPostings is the last transaction that moves something.
func lastWithPostings(t *testing.T, e *engine.Engine) (sequence uint64) {
	t.Helper()
	for tx, err := range e.History().Transactions(t.Context(), 1) {
		check(t, err)
		if len(tx.Postings) > 0 {
			sequence = tx.Sequence
		}
	}
	return sequence
}
