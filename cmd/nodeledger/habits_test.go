package main

import (
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/internal/replay/habit"
	"github.com/nodeledger/nodeledger/internal/replay/server"
	"github.com/nodeledger/nodeledger/wire"
)

// refusesService are the habits of endpoints that do not serve, or that say what is not so; all others have to be coped with.
var refusesService = map[string]string{
	"pruned":    "pruned history unavailable",
	"h429-long": "asks to wait 1h0m0s; wait, or give another endpoint",
	"h401":      "Must be authenticated! (code -32600), with HTTP 401; check the path of the URL and the key in it",
	"h403":      "HTTP 403 (\"{\\\"message\\\":\\\"Forbidden\\\"}\"); check the path of the URL and the key in it",
	"redirect":  "HTTP 301 and points to https://elsewhere.example; give that URL",

	"dec-chainstr":  "eth_chainId: byte",
	"no-status":     "they are altered or not complete",
	"dup":           "its eth_getLogs invented log",
	"removed":       "its eth_getLogs calls log",
	"logindex-plus": "its eth_getLogs left out log",
	"code-empty":    "check sale.contract in the program file and that the node has synced",
}

// TestHabits syncs with one endpoint of every habit alone: the books are those of an honest node, or the refusal says why. The table in
// docs/endpoints.md is what comes of it.
func TestHabits(t *testing.T) {
	_, url := recordedNode(t)
	want := synced(t, chain.Limits{}, url)
	rows := make([]string, len(habit.All()))
	t.Run("each", func(t *testing.T) {
		for i, h := range habit.All() {
			t.Run(h.Name, func(t *testing.T) {
				t.Parallel()
				rows[i] = fmt.Sprintf("| %s | %s | %s |", h.Name, h.Says, comesOf(t, &h, want))
			})
		}
	})
	if !t.Failed() {
		compareTable(t, strings.Join(rows, "\n")+"\n")
	}
}

// synced is what a sync prints that goes well.
func synced(t *testing.T, limits chain.Limits, urls ...string) (s wire.BookSummary) {
	t.Helper()
	code, out, stderr := syncFrom(t, limits, urls...)
	if code != exitDone {
		t.Fatalf("exit code %d: %s", code, stderr)
	}
	if err := json.Unmarshal([]byte(out), &s); err != nil {
		t.Fatal(err)
	}
	return s
}

func syncFrom(t *testing.T, limits chain.Limits, urls ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, log lines
	a := &App{Stdout: &out, Stderr: &log, Clock: newStepClock(), Env: func(string) string { return "" }, Limits: limits}
	args := []string{"sync", "--json", "--program", shared("programs", "gpunet-recorded.yaml"), "--db", filepath.Join(t.TempDir(), "books.db")}
	for _, url := range urls {
		args = append(args, "--rpc", url)
	}
	code = a.Run(t.Context(), args)
	return code, out.String(), log.String()
}

// comesOf says in a word or a sentence what came of a habit, and wants that to be right.
func comesOf(t *testing.T, h *habit.Habit, want wire.BookSummary) string {
	t.Helper()
	node, err := server.Load(shared("gpunet-sale"))
	if err != nil {
		t.Fatal(err)
	}
	if h.Near {
		node.SetFinalized(node.Head().Number - 20)
	}
	web := httptest.NewServer(habit.Serve(h, node))
	defer web.Close()
	limits := chain.Limits{Pause: time.Millisecond, Rest: time.Millisecond}
	if h.Name == "hang" {
		limits.Timeout = 300 * time.Millisecond
	}
	code, out, stderr := syncFrom(t, limits, web.URL)
	said := strings.TrimSpace(strings.ReplaceAll(stderr, web.URL, "URL"))
	var refusal struct{ Detail string }
	if code != exitDone && json.Unmarshal([]byte(said[strings.LastIndex(said, "\n")+1:]), &refusal) == nil {
		said = refusal.Detail
	}
	if words, refuses := refusesService[h.Name]; refuses {
		if code != 1 || !strings.Contains(said, words) {
			t.Errorf("exit code %d, %q is not in: %s", code, words, said)
		}
		return "refused: " + wordsOf(said)
	}
	var s wire.BookSummary
	if code != exitDone {
		t.Fatalf("exit code %d: %s", code, said)
	}
	if err := json.Unmarshal([]byte(out), &s); err != nil {
		t.Fatal(err)
	}
	if s.LedgerHead != want.LedgerHead || s.Purchases != 41 || s.Nodes != 978 {
		t.Errorf("%d purchases, %d nodes, head %s, not %s", s.Purchases, s.Nodes, s.LedgerHead, want.LedgerHead)
	}
	if strings.Contains(said, "finality") {
		return "booked, and nothing is final: a warning says so"
	}
	return "booked"
}

// wordsOf makes a message fit for a cell of a table.
func wordsOf(said string) string {
	said = strings.TrimPrefix(said, "nodeledger: ")
	said = regexp.MustCompile(`0x[0-9a-f]{40,}`).ReplaceAllString(said, "0x…")
	return strings.NewReplacer("|", "\\|", "<", "&lt;", ">", "&gt;").Replace(said)
}

const (
	habitsBegin = "<!-- The habits: written by `go test ./cmd/nodeledger -run TestHabits -update`. -->\n"
	habitsEnd   = "<!-- End of the habits. -->\n"
)

func compareTable(t *testing.T, rows string) {
	t.Helper()
	path := filepath.Join("..", "..", "docs", "endpoints.md")
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(raw), habitsBegin)
	shown, after, closed := strings.Cut(rest, habitsEnd)
	if !ok || !closed {
		t.Fatalf("%s has no place for the table", path)
	}
	table := "\n| habit | what it does | what comes of it, with this endpoint alone |\n|---|---|---|\n" + rows + "\n"
	if shown == table {
		return
	}
	if !*update {
		t.Fatalf("%s does not show the table as it is: run go test ./cmd/nodeledger -run TestHabits -update", path)
	}
	if err := os.WriteFile(path, []byte(before+habitsBegin+table+habitsEnd+after), 0o600); err != nil {
		t.Fatal(err)
	}
}
