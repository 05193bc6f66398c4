package chain_test

import (
	"bufio"
	"context"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/synth"
	"github.com/nodeledger/nodeledger/sale"
)

// replay serves a made sale from a process of its own, so that its work is not counted as the prover's.
func replay(b *testing.B, made string) string {
	b.Helper()
	binary := filepath.Join(b.TempDir(), "replay")
	if out, err := exec.Command("go", "build", "-o", binary, "../internal/replay").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	server := exec.Command(binary, "--made", made)
	out, err := server.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := server.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = server.Process.Kill(); _ = server.Wait() })
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		b.Fatal(err)
	}
	return strings.TrimSpace(line)
}

// BenchmarkProve proves 100,000 logs in 2,000 blocks of 25 transactions, at level full, over loopback HTTP.
func BenchmarkProve(b *testing.B) {
	model := synth.PaymentHandler(1, 1)
	url := replay(b, "payment-handler:2000:25")
	for _, scan := range []bool{false, true} {
		name := "bodies"
		if scan {
			name = "scan"
		}
		b.Run(name, func(b *testing.B) {
			w, err := chain.Dial(b.Context(), chain.Options{
				Endpoints: []string{url}, ChainID: synth.ChainID, Contract: model.Contract,
				Watch: sale.Watch{Addresses: []common.Address{model.Contract}, Topics: model.Topics, Bodies: true, Scan: scan},
			})
			if err != nil {
				b.Fatal(err)
			}
			defer w.Close()
			head, err := w.Finalized(b.Context())
			if err != nil {
				b.Fatal(err)
			}
			var logs int
			before, began := processor(b), time.Now()
			for b.Loop() {
				logs += proveAll(b.Context(), b, w, head.Number)
			}
			took, worked := time.Since(began), processor(b)-before
			b.ReportMetric(float64(logs)/took.Seconds(), "logs/s")
			b.ReportMetric(float64(logs)/worked.Seconds(), "logs/cpu-s")
			b.ReportMetric(worked.Seconds()/float64(b.N), "cpu-s/op")
			var memory runtime.MemStats
			runtime.ReadMemStats(&memory)
			b.ReportMetric(float64(memory.HeapSys)/(1<<20), "heap-MiB")
		})
	}
}

func proveAll(ctx context.Context, t testing.TB, w *chain.Watcher, to uint64) (logs int) {
	t.Helper()
	for at := (engine.Header{}); at.Number < to; {
		proven, err := w.Prove(ctx, at, to, true)
		if err != nil {
			t.Fatal(err)
		}
		logs += proven.Logs
		at = proven.Last
	}
	return logs
}

// processor is the time that this process worked, in user mode and in the kernel.
func processor(t testing.TB) time.Duration {
	t.Helper()
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		t.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
