package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	_ "github.com/jackc/pgx/v5/stdlib"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/internal/pgtest"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/store"
	"github.com/nodeledger/nodeledger/wire"
)

// oldBooks unpacks the books of the first chart of accounts.
func oldBooks(t *testing.T) string {
	t.Helper()
	packed, err := os.Open(shared("old-chart", "old.db.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	content, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := io.ReadAll(content)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "old.db")
	if err := os.WriteFile(file, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// oldBooksOnPostgres has the same rows in tables as they were.
func oldBooksOnPostgres(t *testing.T, file string) string {
	t.Helper()
	ctx, url := t.Context(), pgtest.URL(t)
	made, err := store.Connect(ctx, url)
	if err != nil {
		t.Fatal(err)
	}
	_ = made.Close()
	old, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	defer old.Close()
	pg, err := sql.Open("pgx", url)
	if err != nil {
		t.Fatal(err)
	}
	defer pg.Close()
	tx, err := pg.BeginTx(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, undo := range []string{"DELETE FROM goose_db_version WHERE version_id > 1", "ALTER TABLE identity DROP COLUMN chart",
		"ALTER TABLE posting DROP COLUMN wide", "ALTER TABLE day_delta DROP COLUMN wide",
		"ALTER TABLE input DROP COLUMN transactions, ADD COLUMN previous bytea NOT NULL", "DROP TABLE tile",
		"CREATE TABLE checkpoint (day bigint PRIMARY KEY, first bigint, last bigint, root bytea, previous bytea, hash bytea)",
		`ALTER TABLE head ADD COLUMN checkpoint bytea NOT NULL, ADD COLUMN day bigint NOT NULL, ADD COLUMN first bigint NOT NULL,
			ADD COLUMN open_count bigint NOT NULL, ADD COLUMN input_digest bytea NOT NULL`,
		"ALTER TABLE head RENAME COLUMN roots TO open_roots",
		"ALTER TABLE journal ADD COLUMN key text NOT NULL"} {
		if _, err := tx.ExecContext(ctx, undo); err != nil {
			t.Fatal(err)
		}
	}
	for _, table := range []string{"account", "journal", "posting", "balance", "day_delta", "checkpoint", "input", "identity", "coverage",
		"window", "head"} {
		copyTable(ctx, t, old, tx, table)
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	return url
}

// copyTable copies all rows of a table.
func copyTable(ctx context.Context, t *testing.T, from *sql.DB, to *sql.Tx, table string) {
	t.Helper()
	rows, err := from.QueryContext(ctx, fmt.Sprintf(`SELECT * FROM "%s" ORDER BY 1`, table))
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	places := make([]string, len(columns))
	for i := range columns {
		places[i] = fmt.Sprintf("$%d", i+1)
	}
	insert, err := to.PrepareContext(ctx, fmt.Sprintf(`INSERT INTO "%s" ("%s") VALUES (%s)`, table, strings.Join(columns, `", "`),
		strings.Join(places, ", ")))
	if err != nil {
		t.Fatal(err)
	}
	defer insert.Close()
	for rows.Next() {
		values, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		if _, err := insert.ExecContext(ctx, values...); err != nil {
			t.Fatalf("%s: %v", table, err)
		}
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
}

// TestBooksOfAnOlderChartAreRefusedAndRebuilt takes books of the first chart of accounts: every command refuses them with the line that
// makes new ones, that line works, and the new books have all that the old ones were told.
func TestBooksOfAnOlderChartAreRefusedAndRebuilt(t *testing.T) {
	file := oldBooks(t)
	t.Run("sqlite", func(t *testing.T) { refusedAndRebuilt(t, file, filepath.Join(t.TempDir(), "new.db"), file) })
	t.Run("postgres", func(t *testing.T) { refusedAndRebuilt(t, oldBooksOnPostgres(t, file), pgtest.URL(t), "OLD") })
}

func refusedAndRebuilt(t *testing.T, old, fresh, named string) {
	t.Setenv("NODELEDGER_PROGRAM", shared("old-chart", "demo.yaml"))
	app := func() *App { return &App{Env: os.Getenv} }
	_, node := recordedNode(t)
	for _, command := range []string{
		"holder list", "holder 0x26fd08b84b99866671186d7ac2025a44c62c27e6", "ledger trial", "ledger verify", "sale", "payout list",
		"operator list", "serve --listen 127.0.0.1:0", "serve --listen 127.0.0.1:0 --rpc " + node,
		"payout hold 0x26fd08b84b99866671186d7ac2025a44c62c27e6 --reason review --reference hold-1 --operator ann",
	} {
		code, stdout, stderr := run(t, app(), append(strings.Fields(command), "--db", old, "--json")...)
		var p wire.Problem
		if err := json.Unmarshal([]byte(stderr), &p); err != nil {
			t.Fatalf("%s: %v: %s", command, err, stderr)
		}
		if strings.Contains(command, "--rpc") { // the node is asked first, and it is of another chain
			if code == 0 {
				t.Errorf("%s was done", command)
			}
			continue
		}
		if code != problem.Conflict.Exit() || stdout != "" || p.Code != "old-chart" ||
			!strings.Contains(p.Detail, "`nodeledger rebuild --from "+named+" --db NEW`") {
			t.Errorf("%s: exit code %d, %s%s", command, code, stdout, stderr)
		}
	}
	code, stdout, stderr := run(t, app(), "rebuild", "--from", old, "--db", fresh, "--json")
	var rebuilt wire.Rebuilt
	if err := json.Unmarshal([]byte(stdout), &rebuilt); err != nil || code != 0 {
		t.Fatalf("exit code %d, %v: %s%s", code, err, stdout, stderr)
	}
	if rebuilt.Equal != nil || rebuilt.Older == nil || rebuilt.Older.Chart != 1 ||
		rebuilt.Older.LedgerHead != "0x00d77ccb291c90f81c7306967d3f10f47aaa9afb582c6d8f56ef2117528d5b12" {
		t.Fatalf("the old books are told as %s", stdout)
	}
	compared := map[string]int{}
	for _, c := range rebuilt.Older.Compared {
		compared[c.What] = c.Balances
		if len(c.Different) != 0 {
			t.Errorf("%s: %v", c.What, c.Different)
		}
	}
	if compared["nodes of a holder"] != rebuiltHolders || len(compared) != 5 || compared["tokens of a holder by stage"] == 0 ||
		compared["owed to a wallet and in no payout run"] == 0 || compared["gathered by a payout run and not settled"] == 0 {
		t.Errorf("compared is %v", compared)
	}
	if below := rebuilt.Older.BelowZero; len(below) != 1 || !strings.HasPrefix(below[0].Account, "assets:wallet:0x") ||
		below[0].Balance.Display != "-65087.34 USDT" { // what the old books saw leave, and never come
		t.Errorf("below zero are %+v", below)
	}
	sameInputs(t, old, fresh)
	for list, command := range map[string]string{"operators": "operator list", "payouts": "payout list", "holders": "holder list"} {
		want, err := os.ReadFile(shared("old-chart", list+".json"))
		if err != nil {
			t.Fatal(err)
		}
		code, stdout, stderr := run(t, app(), append(strings.Fields(command), "--db", fresh, "--json")...)
		if code != 0 || booksOfRun.ReplaceAllString(unknownThen.Replace(stdout), "") != string(want) {
			t.Errorf("%s: exit code %d, %s\n%s\nthe old version said\n%s", command, code, stderr, stdout, want)
		}
	}
	if code, stdout, stderr := run(t, app(), "ledger", "verify", "--db", fresh); code != 0 || !regexp.MustCompile(
		`(?m)^nobody signed the first [1-9]\d* facts: they were taken over`).MatchString(stdout) {
		t.Errorf("the new books are not sound, or do not say who signed nothing: %s%s", stdout, stderr)
	}
	code, stdout, stderr = run(t, app(), "rebuild", "--from", fresh, "--db", filepath.Join(t.TempDir(), "again.db"), "--json")
	if code != 0 || !strings.Contains(stdout, `"equal":true`) || !strings.Contains(stdout, rebuilt.LedgerHead) {
		t.Errorf("the new books rebuilt from themselves: exit code %d, %s%s", code, stdout, stderr)
	}
}

// unknownThen takes out what the old version had no word for: the keys of steps, keys that wait, and warnings.
var unknownThen = strings.NewReplacer(`,"key":"token:token"`, "", `"prepare","private","record"`, `"prepare","record"`,
	`],"waiting":[]}`, "]}",
	`],"waiting":[],"warning":{"code":"only-administrator","params":{"operator":"ann"},"text":"ann is the only administrator: when that `+
		`key is lost nobody can be added, so give the scope admin to a second person"}}`, "]}",
	`,"warning":{"code":"may-prepare-and-administer","params":{"operator":"ann"},`+
		`"text":"ann may administer and prepare payouts: give the two to two people"}`, "")

// booksOfRun is the head of the books that a run came from, which the old version did not name.
var booksOfRun = regexp.MustCompile(`,"books":\{"origin":"nodeledger/[^"]+","size":[0-9]+,"root":"0x[0-9a-f]{64}"\}`)

// rebuiltHolders is how many wallets hold nodes in the old books.
const rebuiltHolders = 31

// sameInputs checks that every block, fact and job of the old books is in the new ones, byte for byte.
func sameInputs(t *testing.T, old, fresh string) {
	t.Helper()
	read := func(dsn string) (all [][]byte) {
		s, err := store.ConnectInputs(t.Context(), dsn)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		for in, err := range s.Inputs(t.Context(), 1) {
			if err != nil {
				t.Fatal(err)
			}
			if in.Kind != fold.InputFinal { // old books have none: the new ones take them from the blocks that those have
				all = append(all, append([]byte(string(in.Kind)+" "), in.Payload...))
			}
		}
		return all
	}
	had, has := read(old), read(fresh)
	if len(has) == 0 || !bytes.HasPrefix(has[0], []byte(fold.InputText)) {
		t.Fatal("the new books do not begin with the text of the program")
	}
	if has = has[1:]; len(had) == 0 || !bytes.Equal(bytes.Join(had, []byte("\n")), bytes.Join(has, []byte("\n"))) {
		t.Errorf("the old books have %d inputs and the new ones %d, or others", len(had), len(has))
	}
}

// TestAnOlderBalanceThatDiffersIsNamed shows that the comparison with older books can fail.
func TestAnOlderBalanceThatDiffersIsNamed(t *testing.T) {
	t.Setenv("NODELEDGER_PROGRAM", shared("old-chart", "demo.yaml"))
	file := oldBooks(t)
	db, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.ExecContext(t.Context(), `UPDATE balance SET incoming = '1000' WHERE account = (SELECT id FROM account
		WHERE path LIKE 'holders:%:node' ORDER BY path LIMIT 1)`)
	if err != nil {
		t.Fatal(err)
	}
	_ = db.Close()
	code, stdout, stderr := run(t, &App{Env: os.Getenv}, "rebuild", "--from", file, "--db", filepath.Join(t.TempDir(), "new.db"))
	if code != 1 || !strings.Contains(stderr, "1 balances differ") || !strings.Contains(stderr, "NODE nodes of a holder, 0x") ||
		!strings.Contains(stderr, "1000 in the old books") || strings.Contains(stdout, "nodes of a holder") {
		t.Errorf("exit code %d, %s%s", code, stdout, stderr)
	}
}
