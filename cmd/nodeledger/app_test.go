package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/internal/pgtest"
	"github.com/nodeledger/nodeledger/internal/replay/server"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/wire"
)

// lines is a stderr that several goroutines may write to.
type lines struct {
	mu sync.Mutex
	b  strings.Builder
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

func shared(path ...string) string {
	return filepath.Join(append([]string{"..", "..", "testdata"}, path...)...)
}

func recordedNode(t *testing.T) (*server.Server, string) {
	t.Helper()
	s, err := server.Load(shared("gpunet-sale"))
	if err != nil {
		t.Fatal(err)
	}
	web := httptest.NewServer(s)
	t.Cleanup(web.Close)
	return s, web.URL
}

// run runs one command line to its end.
func run(t *testing.T, a *App, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, err lines
	a.Stdout, a.Stderr = &out, &err
	if a.Clock == nil {
		a.Clock = newStepClock()
	}
	if a.Env == nil {
		a.Env = func(string) string { return "" }
	}
	a.Limits = impatient
	code = a.Run(t.Context(), args)
	return code, out.String(), err.String()
}

func mustRun(t *testing.T, args ...string) string {
	t.Helper()
	code, stdout, stderr := run(t, &App{}, args...)
	if code != exitDone {
		t.Fatalf("%v: exit code %d: %s", args, code, stderr)
	}
	return stdout
}

// The same run in both kinds of database ends with the same head, and one can be rebuilt from the other.
func TestBothDatabases(t *testing.T) {
	_, url := recordedNode(t)
	program, file, base := shared("programs", "gpunet-recorded.yaml"), filepath.Join(t.TempDir(), "books.db"), pgtest.URL(t)
	var lite, big, again map[string]any
	for dsn, into := range map[string]*map[string]any{file: &lite, base: &big} {
		if err := json.Unmarshal([]byte(mustRun(t, "sync", "--program", program, "--rpc", url, "--db", dsn, "--json")), into); err != nil {
			t.Fatal(err)
		}
		mustRun(t, "ledger", "verify", "--db", dsn)
	}
	for _, key := range []string{"ledger_head", "balances_root", "purchases", "gross"} {
		if !reflect.DeepEqual(lite[key], big[key]) || lite[key] == nil {
			t.Errorf("%s is %v in SQLite and %v in PostgreSQL", key, lite[key], big[key])
		}
	}
	if err := json.Unmarshal([]byte(mustRun(t, "rebuild", "--program", program, "--from", file, "--db", pgtest.URL(t), "--json")),
		&again); err != nil {
		t.Fatal(err)
	}
	if again["equal"] != true || again["ledger_head"] != lite["ledger_head"] {
		t.Errorf("rebuilt: %v", again)
	}
	if got, want := mustRun(t, "ledger", "export", "--format", "csv", "--db", base),
		mustRun(t, "ledger", "export", "--format", "csv", "--db", file); got != want {
		t.Error("the two databases export different journals")
	}
}

func TestProgressOnTerminalsOnly(t *testing.T) {
	_, url := recordedNode(t)
	args := func(db string) []string {
		return []string{"sync", "--json", "--program", shared("programs", "gpunet-recorded.yaml"), "--rpc", url, "--db",
			filepath.Join(t.TempDir(), db)}
	}
	_, plain, quiet := run(t, &App{}, args("a.db")...)
	_, shown, bar := run(t, &App{Terminal: true}, args("b.db")...)
	if quiet != "" {
		t.Errorf("without a terminal stderr has %q", quiet)
	}
	if !strings.Contains(bar, "blocks") {
		t.Errorf("on a terminal stderr has %q", bar)
	}
	if plain != shown {
		t.Errorf("the terminal changes the result: %s %s", plain, shown)
	}
}

// serving is a command that serves, running beside the test.
type serving struct {
	*testing.T
	url    string
	before []string // what it printed before it served
	stderr *lines
	stop   context.CancelFunc
	ended  chan int
}

// start runs a command until it serves.
func start(t *testing.T, a *App, args ...string) *serving {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	t.Cleanup(stop)
	out, in := io.Pipe()
	s := &serving{T: t, stderr: new(lines), stop: stop, ended: make(chan int, 1)}
	a.Stdout, a.Stderr, a.Limits, a.Env = in, s.stderr, impatient, func(string) string { return "" }
	if a.Clock == nil {
		a.Clock = wallClock{}
	}
	go func() {
		s.ended <- a.Run(ctx, args)
		in.Close()
	}()
	printed := bufio.NewScanner(out)
	for printed.Scan() {
		if url, ok := strings.CutPrefix(printed.Text(), "serving at "); ok {
			s.url = url
			go func() { _, _ = io.Copy(io.Discard, out) }()
			return s
		}
		s.before = append(s.before, printed.Text())
	}
	t.Fatalf("%v ended with %d before it served: %s", args, <-s.ended, s.stderr)
	return nil
}

// until asks again and again until an answer fits.
func (s *serving) until(path string, fits func(status int, body string) bool) {
	s.Helper()
	var status int
	var body []byte
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		request, err := http.NewRequestWithContext(s.Context(), http.MethodGet, s.url+path, nil)
		if err != nil {
			s.Fatal(err)
		}
		answer, err := http.DefaultClient.Do(request)
		if err != nil {
			s.Fatal(err)
		}
		body, err = io.ReadAll(answer.Body)
		answer.Body.Close()
		if err != nil {
			s.Fatal(err)
		}
		if status = answer.StatusCode; fits(status, string(body)) {
			return
		}
	}
	s.Fatalf("%s stays at %d %s; %s", path, status, body, s.stderr)
}

// end stops it as a signal would, and wants a clean exit.
func (s *serving) end() {
	s.Helper()
	s.stop()
	if code := <-s.ended; code != exitDone {
		s.Errorf("exit code %d: %s", code, s.stderr)
	}
}

func sold(t *testing.T, body string) (nodes uint64) {
	t.Helper()
	var sale wire.Sale
	if err := json.Unmarshal([]byte(body), &sale); err != nil {
		t.Fatal(err)
	}
	return sale.Totals.Nodes
}

func TestServeFollowsTheChain(t *testing.T) {
	node, url := recordedNode(t)
	node.SetHead(40)
	node.SetFinalized(30)
	db := filepath.Join(t.TempDir(), "books.db")
	s := start(t, &App{}, "serve", "--listen", "127.0.0.1:0", "--poll", "1s", "--max-lag", "0", "--program",
		shared("programs", "gpunet-recorded.yaml"), "--rpc", url, "--db", db)
	s.until("/readyz", func(status int, body string) bool {
		return status == http.StatusOK && strings.Contains(body, `"block":40`)
	})
	node.SetHead(69)
	node.SetFinalized(69)
	s.until("/api/v1/sale", func(_ int, body string) bool { return sold(t, body) == 978 })

	// Another process serves the same books without a node.
	reader := start(t, &App{}, "serve", "--listen", "127.0.0.1:0", "--program", shared("programs", "gpunet-recorded.yaml"), "--db", db)
	reader.until("/api/v1/sale", func(_ int, body string) bool { return sold(t, body) == 978 })
	reader.end()

	s.end()
	if !strings.Contains(s.stderr.String(), `"msg":"stopped","block":69`) {
		t.Errorf("the log does not say where it stopped: %s", s.stderr)
	}
	mustRun(t, "ledger", "verify", "--db", db)
}

func TestServeOutlastsItsNode(t *testing.T) {
	node, url := recordedNode(t)
	s := start(t, &App{}, "serve", "--listen", "127.0.0.1:0", "--poll", "1s", "--program", shared("programs", "gpunet-recorded.yaml"),
		"--rpc", url, "--db", filepath.Join(t.TempDir(), "books.db"))
	s.until("/api/v1/sale", func(_ int, body string) bool { return sold(t, body) == 978 })
	node.SetFaults(server.Faults{NotJSON: true})
	for deadline := time.Now().Add(20 * time.Second); !strings.Contains(s.stderr.String(),
		"could not be brought up to date"); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("a node that broke is not noticed")
		}
	}
	s.until("/api/v1/quote?quantity=1", func(status int, _ string) bool { return status == http.StatusOK })
	s.until("/readyz", func(status int, body string) bool {
		return status == http.StatusServiceUnavailable && strings.Contains(body, "old")
	})
	s.end()
}

func TestServeWhereSomebodyListens(t *testing.T) {
	_, url := recordedNode(t)
	taken := strings.TrimPrefix(url, "http://")
	code, _, stderr := run(t, &App{}, "serve", "--listen", taken, "--program", shared("programs", "gpunet-recorded.yaml"), "--rpc", url,
		"--db", filepath.Join(t.TempDir(), "books.db"))
	if code != 1 || !strings.Contains(stderr, "cannot listen at "+taken) || !strings.Contains(stderr, "--listen") {
		t.Errorf("exit code %d: %s", code, stderr)
	}
}

func TestDemoToWatch(t *testing.T) {
	begun := time.Now().UTC()
	s := start(t, &App{}, "demo", "--months", "1", "--purchases", "25", "--pace", "1ms")
	s.until("/api/v1/sale", func(_ int, body string) bool {
		var sale wire.Sale
		return json.Unmarshal([]byte(body), &sale) == nil && sale.Totals.Purchases == 25 && sale.Pending == 0
	})
	s.until("/readyz", func(status int, _ string) bool { return status == http.StatusOK })
	s.until("/api/v1/sale", func(_ int, body string) bool { // its month ends today, and its chain keeps the time from then on
		var sale wire.Sale
		return json.Unmarshal([]byte(body), &sale) == nil && sale.AsOf.Time >= begun.Format(time.RFC3339) &&
			sale.AsOf.Time <= time.Now().UTC().Add(time.Hour).Format(time.RFC3339)
	})
	// What it tells to try can be tried while it runs.
	tried := 0
	for _, line := range s.before {
		if command, ok := strings.CutPrefix(line, "  nodeledger "); ok {
			mustRun(t, strings.Fields(command)...)
			tried++
		}
	}
	if tried != 5 {
		t.Errorf("%d commands to try in %q", tried, s.before)
	}
	s.end()
	for _, line := range s.before {
		if words := strings.Fields(line); len(words) > 3 && words[len(words)-2] == "--db" {
			if _, err := os.Stat(filepath.Dir(words[len(words)-1])); !os.IsNotExist(err) {
				t.Errorf("its folder stays: %s", line)
			}
		}
	}
}

func TestBrokenPipe(t *testing.T) {
	a := &App{Stdout: failing{}, Stderr: new(lines), Clock: newStepClock(), Env: func(string) string { return "" }}
	if code := a.Run(t.Context(), []string{"version"}); code != 1 {
		t.Errorf("exit code %d", code)
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, fmt.Errorf("nobody reads") }

// TestLogsAreForPeople: a line of the log has a wallet, an account, an asset and an amount as people read them.
func TestLogsAreForPeople(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	eth := money.MustAsset("ETH", 18)
	w := ledger.Wallet{19: 7}
	log := (&invocation{App: &App{Stderr: &out}}).logger(true)
	log.Warn("it differs", "wallet", w, "account", ledger.WalletFunds(w), "asset", eth, "amount", money.Units(eth, 5),
		"at", time.Unix(0, 0).UTC(), "error", errors.New("why"), "n", 3)
	const address = "0x0000000000000000000000000000000000000007"
	const want = `"wallet":"` + address + `","account":"assets:wallet:` + address + `","asset":"ETH",` +
		`"amount":"0.000000000000000005 ETH","at":"1970-01-01T00:00:00Z","error":"why","n":3}`
	if !strings.HasSuffix(strings.TrimSpace(out.String()), want) {
		t.Errorf("%s, want %s", out.String(), want)
	}
}
