package main

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/wire"
)

// refusal is something that is refused: on the command line, through the API, or through both.
type refusal struct {
	what string
	line string // the command line after "nodeledger"; empty: none has this request
	call string // "GET /path" or "POST /path {body}"; empty: none has it
	by   string // whose token goes with it; empty: nobody's
	at   string // the server that is called: that of the frozen books, the one that is busy; empty: the usual one

	exit   int
	status int
	code   string
	text   string // is in both texts; what names a flag on one side and a field on the other is left out
}

// problemOf is the problem document that a refused command line prints, with its exit code.
func (s *shop) problemOf(t *testing.T, r refusal) (int, wire.Problem) {
	t.Helper()
	env := map[string]string{"NODELEDGER_DB": "books.db", "NODELEDGER_PROGRAM": "my-sale.yaml", "NODELEDGER_TOKEN": s.tokens[r.by]}
	stdout, stderr := new(lines), new(lines)
	a := &App{Stdout: stdout, Stderr: stderr, Env: func(name string) string { return env[name] }, Clock: afterwards(), Limits: impatient}
	code := a.Run(t.Context(), append(split(s.names.Replace(r.line)), "--json"))
	if stdout.String() != "" {
		t.Errorf("%s\nprints %s", r.line, stdout)
	}
	return code, document(t, r.line, strings.NewReader(stderr.String()))
}

// answerOf is the problem document that the API answers, with its status.
func (s *shop) answerOf(t *testing.T, url string, r refusal) (int, wire.Problem) {
	t.Helper()
	method, rest, _ := strings.Cut(s.names.Replace(r.call), " ")
	path, body, _ := strings.Cut(rest, " ")
	request, err := http.NewRequestWithContext(t.Context(), method, url+path, bytes.NewReader([]byte(body)))
	if err != nil {
		t.Fatal(err)
	}
	if body != "" {
		request.Header.Set("Content-Type", "application/json")
	}
	if r.by != "" {
		request.Header.Set("Authorization", "Bearer "+s.tokens[r.by])
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	return answer.StatusCode, document(t, r.call, answer.Body)
}

// document reads a problem document, and nothing beside it.
func document(t *testing.T, what string, from io.Reader) (p wire.Problem) {
	t.Helper()
	text, err := io.ReadAll(from)
	if err == nil {
		err = json.Unmarshal(text, &p)
	}
	if err != nil {
		t.Errorf("%s: %q is not a problem document: %v", what, text, err)
	}
	return p
}

func TestRefusals(t *testing.T) {
	s := demonstration(t)
	s.enter(t, "demo.db")
	content, err := os.ReadFile("books.db")
	if err != nil {
		t.Fatal(err)
	}
	s.write(t, ".", "frozen.db", string(content))
	if err := freezeBooks(t.Context(), "frozen.db", "two nodes name two final blocks"); err != nil {
		t.Fatal(err)
	}
	servers := map[string]*serving{}
	for name, of := range map[string]struct{ rate, db string }{
		"": {"0", "books.db"}, "frozen": {"0", "frozen.db"}, "busy": {"1", "books.db"},
	} {
		servers[name] = start(t, &App{Clock: fixedClock{afterwards().at}}, "serve", "--listen", "127.0.0.1:0", "--rate", of.rate,
			"--db", of.db, "--program", "my-sale.yaml", "--rpc", s.names.Replace("https://one.example"))
		defer servers[name].end()
	}
	for range 2 { // as many requests as it takes at once; its clock stands still
		servers["busy"].until("/healthz", func(status int, _ string) bool { return status == http.StatusOK })
	}
	for _, r := range refusals {
		t.Run(r.what, func(t *testing.T) {
			check := func(where string, p wire.Problem) {
				if p.Status != r.status || p.Code != r.code || !strings.Contains(p.Detail, r.text) {
					t.Errorf("%s: %d %s %q, want %d %s %q", where, p.Status, p.Code, p.Detail, r.status, r.code, r.text)
				}
			}
			if r.line != "" {
				exit, p := s.problemOf(t, r)
				if exit != r.exit {
					t.Errorf("exit code %d, want %d", exit, r.exit)
				}
				check(r.line, p)
			}
			if r.call != "" {
				status, p := s.answerOf(t, servers[r.at].url, r)
				if status != p.Status {
					t.Errorf("status %d, and %d in the document", status, p.Status)
				}
				check(r.call, p)
			}
		})
	}
	if len(refusals) < 60 {
		t.Errorf("%d refusals, want at least 60", len(refusals))
	}
}

// fixedClock stands still: the server asks it from many goroutines.
type fixedClock struct{ at time.Time }

// Now is always the same.
func (c fixedClock) Now() time.Time { return c.at }

func TestAnErrorIsOneLine(t *testing.T) {
	var err strings.Builder
	in := &invocation{App: &App{Stderr: &err}}
	in.printProblem(&problem.Error{Text: "one\ntwo\r\n\x1b[2Jthree\n"})
	if err.String() != "nodeledger: one; two; [2Jthree\n" {
		t.Errorf("%q", err.String())
	}
}
