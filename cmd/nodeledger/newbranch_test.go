package main

import (
	"bytes"
	"encoding/json"
	"math/big"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/internal/pgtest"
	"github.com/nodeledger/nodeledger/internal/replay/server"
	"github.com/nodeledger/nodeledger/internal/synth"
	"github.com/nodeledger/nodeledger/wire"
)

// After a reorganisation below finality `doctor` prints a command. It makes books of the new branch with what operators recorded, which
// a sync goes on with, and leaves the old ones as they are.
func TestDoctorSaysHowToFollowANewBranch(t *testing.T) {
	for name, place := range map[string]func() string{
		"sqlite": func() string { return filepath.Join(t.TempDir(), "books.db") }, "postgres": func() string { return pgtest.URL(t) },
	} {
		t.Run(name, func(t *testing.T) {
			for _, depth := range []int{65, 80} {
				newBranch(t, depth, place())
			}
		})
	}
}

func newBranch(t *testing.T, depth int, db string) {
	t.Helper()
	const blocks = 100
	made := synth.NodeSale(blocks, 1)
	node := made.Serve()
	web := httptest.NewServer(node)
	t.Cleanup(web.Close)
	rules := filepath.Join(t.TempDir(), "made.yaml")
	err := os.WriteFile(rules, []byte("program: made\nschema: 1\nchain: { id: 31337, start_block: 0, finality: 64 }\n"+
		"sale: { contract: \""+made.Contract.Hex()+"\", adapter: nodesale }\n"), 0o600)
	if err != nil {
		t.Fatal(err)
	}
	mustRun(t, "sync", "--program", rules, "--rpc", web.URL, "--db", db)
	mustRun(t, "operator", "add", "ann", "--operator", "setup", "--reference", "ann-1", "--wallet",
		"0x00000000000000000000000000000000000000a1", "--label", "laptop", "--scope", "admin", "--db", db)

	all := made.Blocks
	stays := all[len(all)-1-depth]
	fork := made.Chain.Fork(stays, 1)
	var branch []*server.Block
	for range depth + 5 {
		branch = append(branch, fork.Add())
	}
	if err := node.Swap(branch); err != nil {
		t.Fatal(err)
	}
	node.SetCounter(func(block uint64) (*big.Int, bool) {
		return new(big.Int).SetUint64(made.Sold(min(block, stays.Number))), true
	})
	if code, _, stderr := run(t, &App{}, "sync", "--rpc", web.URL, "--db", db); code == exitDone || !strings.Contains(stderr, "frozen") {
		t.Fatalf("exit code %d: %s", code, stderr)
	}
	_, says, _ := run(t, &App{}, "doctor", "--rpc", web.URL, "--db", db)
	_, command, found := strings.Cut(says, "run `nodeledger rebuild ")
	command, _, _ = strings.Cut(command, "`")
	if !found {
		t.Fatalf("doctor says\n%s", says)
	}
	args := strings.Fields(command)
	fresh := args[4]
	if strings.Contains(db, "://") {
		fresh = pgtest.URL(t)
		args[2], args[4] = db, fresh // shown without its password, and to be named
	}
	unfinished(t, node, web.URL, db)
	before, _ := os.ReadFile(db)
	var got wire.Rebuilt
	if err := json.Unmarshal([]byte(mustRun(t, append([]string{"rebuild", "--json"}, args...)...)), &got); err != nil {
		t.Fatal(err)
	}
	if n := got.NewBranch; n == nil || n.Facts != 1 || len(n.LeftOut) != 0 || n.LedgerHead == "" || n.Shared > stays.Number {
		t.Errorf("%+v", n)
	}
	if after, _ := os.ReadFile(db); !bytes.Equal(before, after) {
		t.Error("the old books changed")
	}
	if got.Nodes != made.Sold(stays.Number) || got.Blocks != stays.Number+uint64(len(branch))+1 {
		t.Errorf("%d nodes in %d blocks", got.Nodes, got.Blocks)
	}
	mustRun(t, "sync", "--rpc", web.URL, "--db", fresh)
	mustRun(t, "ledger", "verify", "--rpc", web.URL, "--db", fresh)
	if list := mustRun(t, "operator", "list", "--db", fresh); !strings.Contains(list, "ann") {
		t.Errorf("operators: %s", list)
	}
}

// unfinished fails in the middle of making books of the new branch. They lack what operators recorded: no command takes them for whole.
func unfinished(t *testing.T, node *server.Server, rpc, from string) {
	t.Helper()
	into := filepath.Join(t.TempDir(), "into.db")
	if strings.Contains(from, "://") {
		into = pgtest.URL(t)
	}
	node.SetFaults(server.Faults{WrongHeader: 60})
	defer node.SetFaults(server.Faults{})
	again := []string{"rebuild", "--new-branch", "--from", from, "--db", into, "--rpc", rpc}
	if code, _, stderr := run(t, &App{}, again...); code == exitDone {
		t.Fatalf("it went on: %s", stderr)
	}
	node.SetFaults(server.Faults{})
	for _, command := range [][]string{{"sync", "--rpc", rpc, "--db", into}, {"operator", "list", "--db", into}, again} {
		if code, _, stderr := run(t, &App{}, command...); code == exitDone || !strings.Contains(stderr, "not finished") {
			t.Errorf("%v: exit code %d: %s", command, code, stderr)
		}
	}
}
