package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/internal/pgtest"
)

// Books are compared with a checkpoint that was kept elsewhere: as they are, grown, rolled back, forked, of another signer.
func TestBooksAreWhatACheckpointSays(t *testing.T) {
	for name, place := range map[string]func(testing.TB) string{
		"sqlite": func(t testing.TB) string { return filepath.Join(t.TempDir(), "books.db") }, "postgres": pgtest.URL,
	} {
		t.Run(name, func(t *testing.T) { comparedWithCheckpoint(t, place) })
	}
}

func comparedWithCheckpoint(t *testing.T, place func(testing.TB) string) {
	_, node := recordedNode(t)
	program := shared("programs", "gpunet-recorded.yaml")
	folder := t.TempDir()
	key, first, last := filepath.Join(folder, "books.key"), filepath.Join(folder, "first"), filepath.Join(folder, "last")
	app := func() *App { return &App{Env: os.Getenv} }
	done := func(args ...string) string {
		t.Helper()
		code, stdout, stderr := run(t, app(), args...)
		if code != 0 {
			t.Fatalf("%v: exit code %d, %s%s", args, code, stdout, stderr)
		}
		return strings.TrimSpace(stdout)
	}
	synced := func() string {
		db := place(t)
		done("sync", "--rpc", node, "--program", program, "--db", db)
		return db
	}
	hold := func(db, reason string) {
		t.Helper()
		done("payout", "hold", "0x00000000000000000000000000000000000000e5", "--reason", reason, "--reference", reason, "--operator", "ann",
			"--db", db)
	}
	public := done("ledger", "key", "books.example.org", key)
	books := synced()
	done("ledger", "checkpoint", "--key", key, "--out", first, "--db", books)
	hold(books, "review")
	done("ledger", "checkpoint", "--key", key, "--out", last, "--db", books)
	short, fork := synced(), synced()
	hold(fork, "another")
	stranger := done("ledger", "key", "books.example.org", filepath.Join(folder, "stranger.key"))

	for _, c := range []struct{ what, db, file, key, want string }{
		{"as they are", books, last, public, ""},
		{"grown since", books, first, public, ""},
		{"a fork that is the same so far", fork, first, public, ""},
		{"rolled back", short, last, public, "rolled back"},
		{"forked", fork, last, public, "fork"},
		{"signed by somebody else", books, last, stranger, "not signed"},
	} {
		code, stdout, stderr := run(t, app(), "ledger", "verify", "--db", c.db, "--expect", c.file, "--key", c.key)
		if (c.want == "") != (code == 0) || !strings.Contains(stderr, c.want) || strings.Count(stderr, "\n") > 1 ||
			c.want == "" && !strings.Contains(stdout, "begin with the checkpoint") {
			t.Errorf("%s: exit code %d, %s%s", c.what, code, stdout, stderr)
		}
	}
	bare := filepath.Join(folder, "bare") // it says nothing of journal and block
	raw := strings.Split(done("ledger", "checkpoint", "--db", books), "\n")
	if err := os.WriteFile(bare, []byte(strings.Join(raw[:3], "\n")+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if said := done("ledger", "verify", "--quick", "--db", books, "--expect", bare); strings.Contains(said, "not compared") {
		t.Errorf("nothing is left to compare: %s", said)
	}
	for what, line := range map[string]string{"journal": "at that size", "block": "block "} {
		stands := regexp.MustCompile("(?m)^" + what + " [0-9]+ 0x[0-9a-f]{64}$")
		raw := done("ledger", "checkpoint", "--db", books) + "\n"
		was := stands.FindString(raw)
		number, hash := strings.Fields(was)[1], strings.Fields(was)[2]
		for _, other := range []string{strings.Replace(was, number, "1", 1), strings.Replace(was, number, "9"+number, 1),
			strings.Replace(was, hash, "0x"+strings.Repeat("ab", 32), 1)} {
			file := filepath.Join(t.TempDir(), "altered")
			if err := os.WriteFile(file, []byte(strings.Replace(raw, was, other, 1)), 0o600); err != nil {
				t.Fatal(err)
			}
			code, stdout, stderr := run(t, app(), "ledger", "verify", "--quick", "--db", books, "--expect", file)
			if code != 1 || !strings.Contains(stderr, line) {
				t.Errorf("%s in place of %s: exit code %d, %s%s", other, was, code, stdout, stderr)
			}
		}
	}
	if code, _, stderr := run(t, app(), "ledger", "verify", "--db", books, "--key", public); code != 1 ||
		!strings.Contains(stderr, "--expect") {
		t.Errorf("a key without a checkpoint: exit code %d, %s", code, stderr)
	}
	if code, _, stderr := run(t, app(), "ledger", "checkpoint", "--db", books, "--witness", node); code != 1 ||
		!strings.Contains(stderr, "--key") {
		t.Errorf("a witness without a key: exit code %d, %s", code, stderr)
	}
}
