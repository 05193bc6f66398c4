package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/nodeledger/nodeledger/internal/pgtest"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/wire"
)

func TestABackupHasTheBooks(t *testing.T) {
	t.Setenv("NODELEDGER_PROGRAM", shared("programs", "gpunet-recorded.yaml"))
	_, url := recordedNode(t)
	folder := t.TempDir()
	db, to := filepath.Join(folder, "books.db"), filepath.Join(folder, "copy.db")
	app := func() *App { return &App{Env: os.Getenv} }
	if code, _, stderr := run(t, app(), "sync", "--db", db, "--rpc", url, "--json"); code != 0 {
		t.Fatal(stderr)
	}
	code, stdout, stderr := run(t, app(), "backup", to, "--db", db, "--json")
	var made wire.Backup
	if err := json.Unmarshal([]byte(stdout), &made); code != 0 || err != nil || made.Transactions == 0 || made.File != to {
		t.Fatalf("%d, %s %s, %v", code, stdout, stderr, err)
	}
	var v wire.Verification
	code, stdout, stderr = run(t, app(), "ledger", "verify", "--db", to, "--json")
	if err := json.Unmarshal([]byte(stdout), &v); code != 0 || err != nil || v.Head != made.Head || v.Transactions != made.Transactions {
		t.Fatalf("%d, %s %s, %v", code, stdout, stderr, err)
	}
	refused(t, problem.Conflict, "backup", to, "--db", db)
	refused(t, problem.Conflict, "backup", filepath.Join(folder, "other.db"), "--db", filepath.Join(folder, "none.db"))
}

// refused runs a command that is refused with a kind, and says no more of the books.
func refused(t *testing.T, kind problem.Kind, args ...string) (p wire.Problem) {
	t.Helper()
	code, stdout, stderr := run(t, &App{Env: os.Getenv}, append(args, "--json")...)
	if err := json.Unmarshal([]byte(stderr), &p); err != nil || code == 0 || stdout != "" || p.Status != kind.Status() {
		t.Fatalf("%v: %d, %s%s, %v", args, code, stdout, stderr, err)
	}
	return p
}

// That books cannot be asked is not said as if they were not sound.
func TestWhatCannotBeVerifiedIsNotCalledWrong(t *testing.T) {
	p := refused(t, problem.Unavailable, "ledger", "verify", "--db", "postgres://postgres@127.0.0.1:1/x")
	if p.Code != string(problem.NoDatabase) {
		t.Errorf("%+v", p)
	}
	if p := refused(t, problem.Conflict, "ledger", "verify", "--db", pgtest.URL(t)); p.Code != string(problem.NothingBooked) {
		t.Errorf("%+v", p)
	}
}
