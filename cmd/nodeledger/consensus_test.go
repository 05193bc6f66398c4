package main

import (
	"fmt"
	"math/big"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/beacon/beaconchain"
	"github.com/nodeledger/nodeledger/chain/devnet"
)

// consensusWorld is a sale on a development chain, its beacon chain, and the words of a command line that follows both.
type consensusWorld struct {
	sale    *devnet.Chain
	beacons *beaconchain.Chain
	program string
	flags   []string
}

// newConsensusWorld mines blocks on one chain, and lets a beacon chain say what of it is final now.
func newConsensusWorld(t *testing.T, blocks int) *consensusWorld {
	t.Helper()
	c, err := devnet.Start(t.Context(), devnet.Options{Seed: 17})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	if _, err := c.Buy(t.Context(), 1, 3, ""); err != nil {
		t.Fatal(err)
	}
	if err := c.Mine(t.Context(), blocks); err != nil {
		t.Fatal(err)
	}
	head := c.Head().Number.Uint64()
	w := &consensusWorld{sale: c, beacons: beaconchain.New(beaconchain.Options{ChainID: c.ChainID(),
		Genesis: time.Now().Add(-12 * time.Second * time.Duration(beaconchain.Offset+head+1))})}
	for n := range head + 1 {
		h, err := c.Client().HeaderByNumber(t.Context(), new(big.Int).SetUint64(n))
		if err != nil {
			t.Fatal(err)
		}
		w.beacons.Add(h)
	}
	node := httptest.NewServer(w.beacons)
	t.Cleanup(node.Close)
	w.program = filepath.Join(t.TempDir(), "devnet.yaml")
	text := fmt.Sprintf("program: devnet\nschema: 1\nchain: { id: %d, start_block: 1 }\nsale: { contract: \"%s\", adapter: nodesale }\n",
		c.ChainID(), c.Sale().Hex())
	if err := os.WriteFile(w.program, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	w.flags = []string{"--program", w.program, "--beacon", node.URL, "--checkpoint", w.beacons.BlockOf(16).Root().Hex()}
	return w
}

func (w *consensusWorld) proven() uint64 {
	return w.beacons.Attest(w.beacons.Head(), 512).Finalised.Execution.Number
}

// TestServeFollowsTheConsensus: sync brings the books to the block that the consensus proves, and keeps what it followed beside them; a
// server goes on from there, and says in its answers on whose word blocks are final.
func TestServeFollowsTheConsensus(t *testing.T) {
	t.Parallel()
	w := newConsensusWorld(t, 60)
	db := filepath.Join(t.TempDir(), "books.db")
	args := append([]string{"--rpc", w.sale.URL(), "--db", db}, w.flags...)
	if code, out, stderr := run(t, &App{Clock: wallClock{}}, append([]string{"sync", "--to-finalized", "--json"}, args...)...); code != 0 ||
		!strings.Contains(out, fmt.Sprintf(`"blocks":%d,`, w.proven())) {
		t.Fatalf("%d: %s%s; block %d is proven", code, out, stderr, w.proven())
	}
	code, out, _ := run(t, &App{Clock: wallClock{}}, append([]string{"sync", "--to-finalized"}, args...)...)
	if want := fmt.Sprintf("consensus from block 1 to %d\n", w.proven()); code != 0 || !strings.Contains(out, want) {
		t.Errorf("sync, %d: %s; want %s", code, out, want)
	}
	if info, err := os.Stat(db + ".consensus"); err != nil || info.Size() < 48*512 {
		t.Errorf("what was followed is not kept: %v", err)
	}
	code, out, _ = run(t, &App{Clock: wallClock{}}, append([]string{"doctor"}, args...)...)
	if want := fmt.Sprintf("consensus from block 1 to %d\n", w.proven()); !strings.Contains(out, want) {
		t.Errorf("doctor, %d: %s; want %s", code, out, want)
	}
	if want := fmt.Sprintf("block %d, %s, is proven to be final", w.proven(), w.beacons.BlockOf(w.proven()).Execution.Hash); !strings.Contains(
		out, want) {
		t.Errorf("doctor, %d: %s; want %s", code, out, want)
	}
	s := start(t, &App{}, append([]string{"serve", "--listen", "127.0.0.1:0", "--max-lag", "0s"}, args...)...)
	s.until("/api/v1/sale", func(status int, body string) bool {
		return status == http.StatusOK && strings.Contains(body, fmt.Sprintf(`"final":%d`, w.proven())) &&
			strings.Contains(body, `"finality":"consensus"`)
	})
	s.end()
	// Books whose beacon node is silent stay at the level that was kept.
	w.beacons.SetFaults(beaconchain.Faults{Silent: true})
	s = start(t, &App{}, append([]string{"serve", "--listen", "127.0.0.1:0", "--max-lag", "0s"}, args...)...)
	s.until("/api/v1/sale", func(status int, body string) bool {
		return status == http.StatusOK && strings.Contains(body, `"finality":"consensus"`)
	})
	s.end()
}

// TestServeRefusesAMadeUpBranch: the only endpoint tells another branch than the beacon node's: the command says so, and the books are
// frozen with nothing in them.
func TestServeRefusesAMadeUpBranch(t *testing.T) {
	t.Parallel()
	w := newConsensusWorld(t, 60)
	lie, err := devnet.Start(t.Context(), devnet.Options{Seed: 17})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { lie.Close() })
	if _, err := lie.Buy(t.Context(), 1, 99, ""); err != nil {
		t.Fatal(err)
	}
	if err := lie.Mine(t.Context(), 60); err != nil {
		t.Fatal(err)
	}
	db := filepath.Join(t.TempDir(), "books.db")
	args := append([]string{"--rpc", lie.URL(), "--db", db}, w.flags...)
	code, _, stderr := run(t, &App{Clock: wallClock{}}, append([]string{"sync"}, args...)...)
	if code != 1 || !strings.Contains(stderr, "the consensus proves another block final than http://127.0.0.1:") {
		t.Errorf("%d: %s", code, stderr)
	}
	code, out, stderr := run(t, &App{Clock: wallClock{}}, "sale", "--db", db, "--json")
	if code == 0 && !strings.Contains(out, `"nodes":"0"`) && !strings.Contains(out, `"nodes":0`) {
		t.Errorf("%d: %s%s", code, out, stderr)
	}
}
