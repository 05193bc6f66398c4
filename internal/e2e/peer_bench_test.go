package e2e_test

import (
	"bytes"
	"encoding/json"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/internal/pgtest"
	"github.com/nodeledger/nodeledger/internal/synth"
)

// BenchmarkSyncPeer lets this program and SQD's evm-processor, which scripts/peers has, index the same 100,000 events in 2,000 blocks from
// one endpoint into PostgreSQL, in turns. This program proves each block and books every posting; the other one asks for the logs and
// writes a row for each. ratio is the median of the pairs' rates: above 1 this one is faster. BENCHTIME=5x is five pairs.
func BenchmarkSyncPeer(b *testing.B) {
	peer, err := filepath.Abs(filepath.Join("..", "..", "scripts", "peers"))
	if err != nil {
		b.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(peer, "node_modules", "@subsquid", "evm-processor")); err != nil {
		b.Fatal("SQD's evm-processor is not installed: run npm --prefix scripts/peers ci")
	}
	const blocks, purchases, events = 2_000, 40, 100_000
	endpoint, program := serveMade(b, "sparse-payment-handler", blocks, purchases)
	contract := synth.PaymentHandler(1, 1).Contract.Hex()
	var ours, theirs, ratios []float64
	for n := 0; b.Loop(); n++ {
		var rate [2]float64
		turns := []int{0, 1}
		if n%2 == 1 {
			slices.Reverse(turns)
		}
		for _, turn := range turns {
			if turn == 0 {
				_, wall := timed(b, binary, program, endpoint, pgtest.URL(b))
				rate[0] = events / wall
			} else {
				rate[1] = peerRate(b, peer, endpoint, contract, events)
			}
		}
		ours, theirs, ratios = append(ours, rate[0]), append(theirs, rate[1]), append(ratios, rate[0]/rate[1])
	}
	b.ReportMetric(median(ours), "events/s")
	b.ReportMetric(median(theirs), "peer-events/s")
	b.ReportMetric(median(ratios), "ratio")
}

// peerRate is how many events a second the other indexer writes, its start included.
func peerRate(b *testing.B, peer, endpoint, contract string, want int) float64 {
	b.Helper()
	base, err := url.Parse(pgtest.URL(b))
	if err != nil {
		b.Fatal(err)
	}
	cmd := exec.Command("node", "sqd.js", endpoint, contract)
	cmd.Dir = peer
	cmd.Env = append(os.Environ(), "DB_HOST="+base.Query().Get("host"), "DB_PORT="+base.Query().Get("port"), "DB_NAME="+base.Path[1:],
		"DB_USER="+base.User.Username(), "SQD_LOG_LEVEL=WARN")
	cmd.Stderr = os.Stderr
	begun := time.Now()
	out, err := cmd.Output()
	if err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	wall := time.Since(begun)
	var report struct{ Events int }
	at := bytes.LastIndex(out, []byte(`{"events"`))
	if at < 0 || json.Unmarshal(out[at:], &report) != nil || report.Events != want {
		b.Fatalf("the other indexer wrote %d events of %d:\n%s", report.Events, want, out)
	}
	return float64(want) / wall.Seconds()
}
