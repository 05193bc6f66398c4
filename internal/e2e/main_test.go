package e2e_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/internal/pgtest"
	"github.com/nodeledger/nodeledger/internal/replay/server"
)

var binary string

func TestMain(m *testing.M) {
	if file := os.Getenv(lockVariable); file != "" {
		if err := keepLocked(file); err != nil {
			panic(err)
		}
		return
	}
	dir, err := os.MkdirTemp("", "nodeledger-e2e-")
	if err != nil {
		panic(err)
	}
	binary = filepath.Join(dir, "nodeledger")
	build := exec.Command("go", "build", "-tags", "nodemo", "-o", binary, "github.com/nodeledger/nodeledger/cmd/nodeledger")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "go build: %v\n%s", err, out)
		os.Exit(1)
	}
	pgtest.Main(m, func() { os.RemoveAll(dir) })
}

// outcome is how a run of the program ended.
type outcome struct {
	code           int
	stdout, stderr string
}

// command prepares a run that does not inherit settings from the environment.
func command(args ...string) *exec.Cmd {
	cmd := exec.Command(binary, args...)
	for _, v := range os.Environ() {
		if !strings.HasPrefix(v, "NODELEDGER_") {
			cmd.Env = append(cmd.Env, v)
		}
	}
	return cmd
}

func run(t testing.TB, args ...string) outcome {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	var stdout, stderr bytes.Buffer
	cmd := command(args...)
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	var err error
	select {
	case err = <-done:
	case <-ctx.Done():
		_ = cmd.Process.Kill()
		t.Fatalf("nodeledger %s did not end in two minutes: %s", strings.Join(args, " "), stderr.String())
	}
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return outcome{cmd.ProcessState.ExitCode(), stdout.String(), stderr.String()}
}

// succeed runs the program and reads the one JSON object that it prints.
func succeed(t testing.TB, args ...string) map[string]any {
	t.Helper()
	o := run(t, args...)
	if o.code != 0 {
		t.Fatalf("nodeledger %s: exit %d: %s", strings.Join(args, " "), o.code, o.stderr)
	}
	d := json.NewDecoder(strings.NewReader(o.stdout))
	d.UseNumber()
	object := map[string]any{}
	if err := d.Decode(&object); err != nil {
		t.Fatalf("nodeledger %s printed %q: %v", strings.Join(args, " "), o.stdout, err)
	}
	return object
}

// expect compares fields of a JSON object; numbers and strings are compared by their text, amounts by their base units.
func expect(t *testing.T, object map[string]any, want map[string]string) {
	t.Helper()
	for field, w := range want {
		if got := shown(object[field]); got != w {
			t.Errorf("%s is %s, expected %s", field, got, w)
		}
	}
}

// shown is a value of a JSON object as text; of an amount, its base units.
func shown(value any) string {
	if amount, ok := value.(map[string]any); ok {
		return fmt.Sprint(amount["amount"])
	}
	return fmt.Sprint(value)
}

// databases gives a new and empty database of each kind.
func databases(t *testing.T) map[string]func() string {
	return map[string]func() string{
		"sqlite":     func() string { return filepath.Join(t.TempDir(), "books.db") },
		"postgresql": func() string { return pgtest.URL(t) },
	}
}

func recordedServer(t *testing.T) (*server.Server, string) {
	t.Helper()
	s, err := server.Load(filepath.Join("..", "..", "testdata", "gpunet-sale"))
	if err != nil {
		t.Fatal(err)
	}
	return s, serve(t, s)
}

func serve(t *testing.T, s *server.Server) string {
	t.Helper()
	h := httptest.NewServer(s)
	t.Cleanup(h.Close)
	return h.URL
}

func recordedProgram() string {
	return filepath.Join("..", "..", "testdata", "programs", "gpunet-recorded.yaml")
}
