package e2e_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/internal/pgtest"
)

// BenchmarkSyncBeside lets this program and that of another commit, which the variable BESIDE names, sync the same 100,000 events with full
// proof from the same endpoint, in turns. The ratios are medians of the pairs': above 1 this one takes more. BENCHTIME=10x is ten pairs.
func BenchmarkSyncBeside(b *testing.B) {
	commit := os.Getenv("BESIDE")
	if commit == "" {
		b.Skip("BESIDE=COMMIT names what to compare with")
	}
	other := builtAt(b, commit)
	for adapter, purchases := range map[string]int{"payment-handler": 25, "nodesale": 50} {
		url, program := serveMade(b, adapter, 2_000, purchases)
		for _, kind := range []string{"sqlite", "postgresql"} {
			b.Run(adapter+"/"+kind, func(b *testing.B) {
				var pairs besides
				for n := 0; b.Loop(); n++ {
					turns := []string{binary, other}
					if n%2 == 1 {
						slices.Reverse(turns)
					}
					cpu, wall := map[string]float64{}, map[string]float64{}
					for _, which := range turns {
						dsn := filepath.Join(b.TempDir(), "books.db")
						if kind == "postgresql" {
							dsn = pgtest.URL(b)
						}
						cpu[which], wall[which] = timed(b, which, program, url, dsn)
					}
					pairs.cpu = append(pairs.cpu, cpu[binary]/cpu[other])
					pairs.wall = append(pairs.wall, wall[binary]/wall[other])
					pairs.mine = append(pairs.mine, cpu[binary])
				}
				b.ReportMetric(median(pairs.cpu), "cpu-ratio")
				b.ReportMetric(median(pairs.wall), "time-ratio")
				b.ReportMetric(median(pairs.mine), "cpu-s")
			})
		}
	}
}

type besides struct{ cpu, wall, mine []float64 }

func median(values []float64) float64 {
	slices.Sort(values)
	return (values[(len(values)-1)/2] + values[len(values)/2]) / 2
}

// builtAt is the program of a commit.
func builtAt(b *testing.B, commit string) string {
	b.Helper()
	tree, built := filepath.Join(b.TempDir(), "tree"), filepath.Join(b.TempDir(), "nodeledger")
	do := func(folder, name string, args ...string) {
		cmd := exec.Command(name, args...)
		cmd.Dir, cmd.Env = folder, append(os.Environ(), "CGO_ENABLED=0")
		if out, err := cmd.CombinedOutput(); err != nil {
			b.Fatalf("%s %v: %v\n%s", name, args, err, out)
		}
	}
	do(".", "git", "worktree", "add", "--detach", tree, commit)
	b.Cleanup(func() { do(".", "git", "worktree", "remove", "--force", tree) })
	do(tree, "go", "build", "-o", built, "./cmd/nodeledger")
	return built
}

// timed is how many seconds of the processor and of the clock a sync takes.
func timed(b *testing.B, program, text, url, dsn string, flags ...string) (cpu, wall float64) {
	b.Helper()
	cmd := exec.Command(program, append([]string{"sync", "--db", dsn, "--program", text, "--rpc", url, "--json"}, flags...)...)
	cmd.Env, cmd.Stderr = command().Env, os.Stderr
	begun := time.Now()
	if out, err := cmd.Output(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		b.Fatal(fmt.Errorf("no usage of %s is known", program))
	}
	seconds := func(t syscall.Timeval) float64 { return float64(t.Sec) + float64(t.Usec)/1e6 }
	return seconds(usage.Utime) + seconds(usage.Stime), time.Since(begun).Seconds()
}
