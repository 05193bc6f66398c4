package e2e_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/internal/pgtest"
	"github.com/nodeledger/nodeledger/internal/synth"
)

// BenchmarkSync lets the built program sync a sale of 50 logs a block with full proof: every header recomputed and linked,
// every block's transactions and receipts rebuilt. The endpoint is another process on the same cores. peak-MiB is the
// largest memory of the syncing process; it should not grow with the number of events.
func BenchmarkSync(b *testing.B) {
	for _, made := range []struct {
		adapter   string
		purchases int // a block: Refer and paymentReceived each, or one Purchased each
	}{{"payment-handler", 25}, {"nodesale", 50}} {
		for _, blocks := range []int{2_000, 6_000} {
			url, program := serveMade(b, made.adapter, blocks, made.purchases)
			for _, kind := range []string{"sqlite", "postgresql"} {
				b.Run(fmt.Sprintf("%s/%s/%dk-events", made.adapter, kind, blocks*50/1000), func(b *testing.B) {
					for b.Loop() {
						dsn := filepath.Join(b.TempDir(), "books.db")
						if kind == "postgresql" {
							dsn = pgtest.URL(b)
						}
						benchSync(b, program, url, dsn)
					}
				})
			}
		}
	}
}

// serveMade starts an endpoint with a made sale and writes its program file.
func serveMade(b *testing.B, adapter string, blocks, purchases int) (url, program string) {
	b.Helper()
	server := filepath.Join(b.TempDir(), "replay")
	build := exec.Command("go", "build", "-o", server, "github.com/nodeledger/nodeledger/internal/replay")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	cmd := exec.Command(server, "--made", fmt.Sprintf("%s:%d:%d", adapter, blocks, purchases))
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	if url, err = bufio.NewReader(out).ReadString('\n'); err != nil {
		b.Fatal(err)
	}
	contract, admin := synth.NodeSale(1, 1).Contract, ""
	adapter = strings.TrimPrefix(strings.TrimPrefix(adapter, "lean-"), "sparse-")
	if adapter == "payment-handler" {
		contract, admin = synth.PaymentHandler(1, 1).Contract, ", amount: net, admin: scan"
	}
	program = filepath.Join(b.TempDir(), "made.yaml")
	text := fmt.Sprintf("program: made\nschema: 1\n"+
		"chain: { id: %d, start_block: 0, proof: full }\nsale: { contract: %q, adapter: %s%s }\n", synth.ChainID, contract.Hex(), adapter, admin)
	if err := os.WriteFile(program, []byte(text), 0o600); err != nil {
		b.Fatal(err)
	}
	return strings.TrimSpace(url), program
}

func benchSync(b *testing.B, program, url, dsn string) {
	cmd := command("sync", "--db", dsn, "--program", program, "--rpc", url, "--json")
	cmd.Stderr = os.Stderr
	begun := time.Now()
	out, err := cmd.Output()
	if err != nil {
		b.Fatal(err)
	}
	wall := time.Since(begun)
	var report struct {
		Events uint64 `json:"events"`
		Proof  string `json:"proof"`
	}
	if err := json.Unmarshal(out, &report); err != nil || report.Proof != "full" {
		b.Fatalf("%s (%v)", out, err)
	}
	usage := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	b.ReportMetric(float64(report.Events)/wall.Seconds(), "events/s")
	b.ReportMetric((cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds(), "cpu-s")
	b.ReportMetric(float64(usage.Maxrss)/1024, "peak-MiB")
}
