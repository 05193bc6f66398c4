package main

import (
	"context"
	"database/sql"
	"errors"
	"net/http/httptest"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	_ "modernc.org/sqlite"

	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/demo"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/internal/pgtest"
	"github.com/nodeledger/nodeledger/internal/replay/server"
	"github.com/nodeledger/nodeledger/store"
)

// stepClock is a quarter of a second later each time it is asked, beginning shortly after the recorded run.
type stepClock struct{ at time.Time }

func (c *stepClock) Now() time.Time {
	c.at = c.at.Add(250 * time.Millisecond)
	return c.at
}

func newStepClock() *stepClock { return &stepClock{time.Date(2024, 4, 16, 0, 20, 0, 0, time.UTC)} }

// impatient limits let a node that does not answer fail at once.
var impatient = chain.Limits{Attempts: 1, Timeout: 5 * time.Second}

// tests are run with a PostgreSQL server that ends with them.
type tests struct{ *testing.M }

// afterTests are what tests leave for later ones, to be taken away.
var afterTests []func()

// Run ends the process, as pgtest.Main does. So the folder of commands that testscript put in front of the path, and would
// remove itself, is removed here.
func (t tests) Run() int {
	pgtest.Main(t.M, func() {
		for _, clean := range afterTests {
			clean()
		}
		os.RemoveAll(filepath.Dir(filepath.SplitList(os.Getenv("PATH"))[0]))
	})
	return 0
}

func TestMain(m *testing.M) {
	testscript.Main(tests{m}, map[string]func(){"nodeledger": func() {
		ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
		defer stop()
		app := &App{Stdout: os.Stdout, Stderr: os.Stderr, Env: os.Getenv, Clock: newStepClock(), Limits: impatient}
		os.Exit(app.Run(ctx, os.Args[1:]))
	}})
}

func TestScripts(t *testing.T) {
	testdata, err := filepath.Abs(filepath.Join("..", "..", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(env *testscript.Env) error {
			env.Setenv("RECORDED", filepath.Join(testdata, "programs", "gpunet-recorded.yaml"))
			env.Values["run"] = filepath.Join(testdata, "gpunet-sale")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"node": node, "cut": cut, "tamper": tamper, "freeze": freeze, "exits": exits, "keep": keep, "sale": openSale,
			"edit": edit,
		},
	})
}

// node NAME [fault=value ...] serves the recorded run and puts its URL into the variable NAME.
func node(ts *testscript.TestScript, _ bool, args []string) {
	s, err := server.Load(ts.Value("run").(string))
	ts.Check(err)
	var f server.Faults
	for _, fault := range args[1:] {
		name, value, _ := strings.Cut(fault, "=")
		n := uint64(0)
		if value != "" {
			n, err = strconv.ParseUint(value, 10, 64)
			ts.Check(err)
		}
		switch name {
		case "chain-id":
			f.ChainID = n
		case "no-code":
			f.NoCode = true
		case "not-json":
			f.NotJSON = true
		case "no-finalized":
			f.NoFinalized = true
		case "no-block-receipts":
			f.NoBlockReceipts = true
		case "leave-out": // the log of block n
			f.LeaveOut = &server.At{Block: n}
		case "slow": // milliseconds
			f.Slow = time.Duration(n) * time.Millisecond
		case "head":
			s.SetHead(n)
		case "finalized":
			s.SetFinalized(n)
		default:
			ts.Fatalf("there is no fault %q", name)
		}
	}
	s.SetFaults(f)
	web := httptest.NewServer(s)
	ts.Defer(web.Close)
	ts.Setenv(args[0], web.URL)
}

// cut FILE BYTES shortens a file.
func cut(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	ts.Check(os.Truncate(ts.MkAbs(args[0]), n))
}

// tamper FILE SQL changes a database as somebody would who knows how: with its triggers out of the way, and back again.
func tamper(ts *testscript.TestScript, _ bool, args []string) {
	db, err := sql.Open("sqlite", ts.MkAbs(args[0]))
	ts.Check(err)
	defer db.Close()
	rows, err := db.QueryContext(context.Background(), "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
	ts.Check(err)
	defer rows.Close()
	var drop, restore []string
	for rows.Next() {
		var name, text string
		ts.Check(rows.Scan(&name, &text))
		drop, restore = append(drop, "DROP TRIGGER "+name), append(restore, text)
	}
	ts.Check(rows.Err())
	if len(drop) == 0 {
		ts.Fatalf("the books have no triggers")
	}
	for _, statement := range append(append(drop, args[1]), restore...) {
		if _, err := db.ExecContext(context.Background(), statement); err != nil {
			ts.Fatalf("%s: %v", statement, err)
		}
	}
}

// freeze FILE WHY freezes books as a contradiction between nodes would.
func freeze(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(freezeBooks(context.Background(), ts.MkAbs(args[0]), args[1]))
}

// freezeBooks freezes the books in a file.
func freezeBooks(ctx context.Context, file, why string) error {
	books, err := store.Connect(ctx, file)
	if err != nil {
		return err
	}
	defer books.Close()
	state, err := books.State(ctx)
	if err != nil {
		return err
	}
	_, err = books.Commit(ctx, engine.Commit{
		Seen: state.Position,
		Inputs: []engine.Taken{{Input: fold.IncidentInput(&engine.Incident{Time: newStepClock().at, Text: why,
			Evidence: map[string]string{"one node": "0xaaaa", "another": "0xbbbb"}})}},
	})
	return err
}

// openSale makes a demonstration whose last month is open, in demo.db and demo.yaml. Its chain goes on at NODELEDGER_RPC, and ANN and BOB
// are its operators' tokens.
func openSale(ts *testscript.TestScript, _ bool, _ []string) {
	ctx := context.Background()
	o := demo.Options{Seed: 3, Months: 2, Purchases: 60, LeaveOpen: true, Database: ts.MkAbs("demo.db"),
		Logger: (&invocation{App: &App{}}).logger(false)}
	o.Update = func(ctx context.Context, e *engine.Engine) error { return updateBooks(e)(ctx) }
	d, err := demo.Start(ctx, o)
	ts.Check(err)
	ts.Defer(d.Close)
	ts.Check(d.RunMonths(ctx, func(int, int) {}))
	ts.Check(d.Book(ctx))
	d.Engine.Close() // so that its file is whole
	ts.Check(os.WriteFile(ts.MkAbs("demo.yaml"), []byte(d.ProgramText()), 0o600))
	ts.Setenv("NODELEDGER_RPC", d.Chain.URL())
	ts.Setenv("ANN", d.Operators.Ann.Token)
	ts.Setenv("BOB", d.Operators.Bob.Token)
}

// keep NAME EXPRESSION puts what its parentheses match in the last command's output into a variable, such as the hash of a file.
func keep(ts *testscript.TestScript, _ bool, args []string) {
	found := regexp.MustCompile(args[1]).FindStringSubmatch(ts.ReadFile("stdout"))
	if len(found) != 2 {
		ts.Fatalf("the output has no %s", args[1])
	}
	ts.Setenv(args[0], found[1])
}

// exits CODE COMMAND... runs nodeledger and wants this exit code and, when it is not 0, nothing more than one line on stderr.
func exits(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec("nodeledger", args[1:]...)
	got := 0
	if err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Check(err)
		}
		got = exit.ExitCode()
	}
	stderr := ts.ReadFile("stderr")
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
	begins := "nodeledger: "
	if slices.Contains(args, "--json") {
		begins = `{"type":"about:blank",` // the problem document
	}
	if lines := strings.Count(stderr, "\n"); want != 0 && (lines != 1 || !strings.HasPrefix(stderr, begins)) ||
		want == 0 && lines != strings.Count("\n"+stderr, "\nwarning: ") {
		ts.Fatalf("%d lines on stderr", lines)
	}
}

// edit FILE OLD NEW replaces a part of a file, which must be there once.
func edit(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: edit FILE OLD NEW")
	}
	path := ts.MkAbs(args[0])
	content := ts.ReadFile(args[0])
	if n := strings.Count(content, args[1]); n != 1 {
		ts.Fatalf("%s has %q %d times", args[0], args[1], n)
	}
	ts.Check(os.WriteFile(path, []byte(strings.Replace(content, args[1], args[2], 1)), 0o600))
}
