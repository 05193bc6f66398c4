package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/wire"
)

// demonstrated is a demonstration that goes on, and how it says that somebody audits it from outside.
type demonstrated struct {
	db   string
	args []string // of the audit
}

var (
	servedAt = regexp.MustCompile(`serving at (http://\S+)`)
	auditBy  = regexp.MustCompile(`(?m)^  \S+ (audit ADDRESS .*)$`)
)

// demonstrate runs a demonstration until its purchases are made and its beacon chain calls a block final.
func demonstrate(t *testing.T) demonstrated {
	t.Helper()
	d := demonstrated{db: filepath.Join(t.TempDir(), "demo.db")}
	out, stderr, ended := new(lines), new(lines), make(chan int, 1)
	ctx, stop := context.WithCancel(t.Context())
	app := &App{Stdout: out, Stderr: stderr, Limits: impatient, Env: func(string) string { return "" }, Clock: wallClock{}}
	go func() {
		ended <- app.Run(ctx, []string{"demo", "--months", "3", "--purchases", "25", "--pace", "1ms", "--db", d.db})
	}()
	t.Cleanup(func() {
		stop()
		if code := <-ended; code != exitDone {
			t.Errorf("the demonstration ended with %d: %s", code, stderr)
		}
	})
	for {
		at, by := servedAt.FindStringSubmatch(out.String()), auditBy.FindStringSubmatch(out.String())
		if at != nil && by != nil {
			d.args = strings.Fields(strings.Replace(by[1], "ADDRESS", at[1], 1))
			return d
		}
		select {
		case code := <-ended:
			ended <- code
			t.Fatalf("the demonstration ended with %d: %s%s", code, out, stderr)
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// audit runs the audit, with some flags in place of those of the consensus where they are given.
func (d *demonstrated) audit(t *testing.T, consensus bool) (code int, result wire.Audited, stderr string) {
	t.Helper()
	args := append([]string{}, d.args...)
	if !consensus {
		for i, arg := range args {
			if arg == "--beacon" {
				args = args[:i]
				break
			}
		}
	}
	code, out, stderr := run(t, &App{Clock: wallClock{}}, append(args, "--json")...)
	if err := json.Unmarshal([]byte(out), &result); err != nil {
		t.Fatalf("%d: %v: %s%s", code, err, out, stderr)
	}
	return code, result, stderr
}

// TestAuditFromOutside: with the program file, endpoints and a checkpoint, and without any of the books, the served books are made again:
// they follow from the consensus, root and all. Once one posting in their database is another one, they part there.
func TestAuditFromOutside(t *testing.T) {
	t.Parallel()
	d := demonstrate(t)
	code, r, stderr := d.audit(t, true)
	for code == 0 && r.Later != "" { // the last purchases are not proven final yet
		time.Sleep(time.Second)
		code, r, stderr = d.audit(t, true)
	}
	if want := fmt.Sprintf("these books follow from the consensus of chain 1337 up to block %d", r.Block); code != 0 || !r.Follow ||
		r.Sentence != want || r.Finality != "consensus" || r.Block < 32 {
		t.Fatalf("%d: %+v %s; want %s", code, r, stderr, want)
	}
	if r.Compared != r.Transactions || len(r.Rules) != 1 {
		t.Errorf("of %d transactions %d are compared; the rules are %q", r.Transactions, r.Compared, r.Rules)
	}
	if f := r.Facts; f.Unchecked > 0 || f.Signed == 0 || f.Withheld == 0 || f.Open == 0 {
		t.Errorf("of operators' facts: %+v", f)
	}
	code, told, stderr := d.audit(t, false)
	if code != 0 || told.Finality != "told" || !strings.Contains(told.Sentence, "one endpoint says") || told.Root != r.Root {
		t.Errorf("without a beacon node, %d: %+v %s", code, told, stderr)
	}

	sequence := d.alter(t)
	code, r, stderr = d.audit(t, true)
	if want := fmt.Sprintf("they part at transaction %d: ", sequence); code != 1 || r.Follow || r.Parts != sequence ||
		!strings.HasPrefix(r.Sentence, want) || !strings.Contains(stderr, want) {
		t.Errorf("with another posting, %d: %+v %s; want %s", code, r, stderr, want)
	}
	d.refusals(t)
}

// refusals are audits that nothing can be said after: of other rules than the published ones, and on somebody else's word.
func (d *demonstrated) refusals(t *testing.T) {
	t.Helper()
	file := slices.Index(d.args, "--program") + 1
	text, err := os.ReadFile(d.args[file])
	if err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(t.TempDir(), "other.yaml")
	changed := regexp.MustCompile(`discount: *[0-9.]+%`).ReplaceAllString(string(text), "discount: 7%")
	if err := os.WriteFile(other, []byte(changed), 0o600); err != nil {
		t.Fatal(err)
	}
	rules := slices.Clone(d.args)
	rules[file] = other
	checkpoint := slices.Index(d.args, "--checkpoint")
	for says, args := range map[string][]string{
		"the program file is the text ": rules,
		"a checkpoint that you chose":   append(slices.Clone(d.args[:checkpoint]), d.args[checkpoint+2:]...),
		"no --beacon-optional":          append(slices.Clone(d.args), "--beacon-optional"),
	} {
		if code, out, stderr := run(t, &App{Clock: wallClock{}}, args...); code == 0 || !strings.Contains(stderr, says) {
			t.Errorf("%d: %s%s; want %q", code, out, stderr, says)
		}
	}
}

// alter makes a posting of a purchase ten times as large, as whoever can write to the database can.
func (d *demonstrated) alter(t *testing.T) (sequence uint64) {
	t.Helper()
	db, err := sql.Open("sqlite", d.db+"?_pragma=busy_timeout(10000)")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.QueryRowContext(t.Context(), `SELECT max(sequence) FROM journal WHERE kind = 'purchase'`).Scan(&sequence); err != nil {
		t.Fatal(err)
	}
	for _, statement := range []string{`DROP TRIGGER posting_no_update`,
		fmt.Sprintf(`UPDATE posting SET amount = amount || '0' WHERE sequence = %d AND line = 0`, sequence)} {
		if _, err := db.ExecContext(t.Context(), statement); err != nil {
			t.Fatal(err)
		}
	}
	return sequence
}
