package pgtest

import (
	"bufio"
	"context"
	"errors"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

func TestMain(m *testing.M) { Main(m) }

func TestEveryDatabaseIsNewAndEmpty(t *testing.T) {
	ctx := context.Background()
	a, b := URL(t), URL(t)
	if a == b {
		t.Fatalf("two tests share %s", a)
	}
	for _, url := range []string{a, b} {
		c, err := pgx.Connect(ctx, url)
		if err != nil {
			t.Fatal(err)
		}
		var tables int
		if err := c.QueryRow(ctx, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").Scan(&tables); err != nil || tables != 0 {
			t.Errorf("%d tables, %v", tables, err)
		}
		if _, err := c.Exec(ctx, "CREATE TABLE mine (n int)"); err != nil {
			t.Error(err)
		}
		c.Close(ctx)
	}
}

func TestACopyIsAnotherDatabase(t *testing.T) {
	ctx := context.Background()
	first := URL(t)
	count := func(url, statement string) (n int) {
		t.Helper()
		c, err := pgx.Connect(ctx, url)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close(ctx)
		if _, err := c.Exec(ctx, statement); err != nil {
			t.Fatal(err)
		}
		if err := c.QueryRow(ctx, "SELECT count(*) FROM mine").Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	count(first, "CREATE TABLE mine (n int)")
	if n := count(Copy(t, first), "INSERT INTO mine VALUES (1)"); n != 1 {
		t.Errorf("%d rows in the copy", n)
	}
	if n := count(first, "SELECT 1"); n != 0 {
		t.Errorf("%d rows in the first one", n)
	}
}

// Tests do not wait for the disk, and benchmarks do.
func TestTheServerSyncsForBenchmarks(t *testing.T) {
	if os.Getenv(Variable) != "" {
		return // nothing of ours was started
	}
	if is := fsync(t); is != synced() {
		t.Errorf("fsync is %q", is)
	}
	out, err := exec.Command(os.Args[0], "-test.run=^$", "-test.bench=^BenchmarkFsync$", "-test.benchtime=1x").CombinedOutput()
	if err != nil || !strings.Contains(string(out), "fsync is on") {
		t.Errorf("%v\n%s", err, out)
	}
}

func BenchmarkFsync(b *testing.B) {
	for b.Loop() {
		b.Log("fsync is", fsync(b))
	}
}

func fsync(t testing.TB) (is string) {
	c, err := pgx.Connect(t.Context(), URL(t))
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close(context.Background())
	if err := c.QueryRow(t.Context(), "SHOW fsync").Scan(&is); err != nil {
		t.Fatal(err)
	}
	return is
}

// A second process of this test binary starts a server, says its id and is killed without a chance to clean up.
func TestAKilledTestLeavesNoServer(t *testing.T) {
	if os.Getenv(Variable) != "" {
		return // nothing of ours was started
	}
	c := exec.Command(os.Args[0], "-test.run=^TestWaitToBeKilled$")
	c.Env = append(os.Environ(), "PGTEST_WAIT=1")
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	pid, folder := 0, ""
	for lines.Scan() {
		if rest, ok := strings.CutPrefix(lines.Text(), "server "); ok {
			id, where, _ := strings.Cut(rest, " ")
			pid, _ = strconv.Atoi(id)
			folder = where
			break
		}
	}
	if err := c.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = c.Wait() // it was killed
	if pid == 0 {
		t.Fatal("the second process started no server")
	}
	defer os.RemoveAll(folder)
	for end := time.Now().Add(10 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		if err := syscall.Kill(pid, 0); errors.Is(err, syscall.ESRCH) {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("the server %d is still running", pid)
		}
	}
}

// TestWaitToBeKilled is the second process of TestAKilledTestLeavesNoServer; by itself it only uses a database.
func TestWaitToBeKilled(t *testing.T) {
	URL(t)
	if os.Getenv("PGTEST_WAIT") != "" {
		os.Stdout.WriteString("server " + strconv.Itoa(shared.server.process.Pid) + " " + shared.server.folder + "\n")
		time.Sleep(time.Minute)
	}
}
