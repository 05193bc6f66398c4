package main

import (
	"encoding/json"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/lasthead"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/wire"
)

// With a node a verification compares everything with the chain, and says and keeps up to where; a quick one, and one without a node, does
// not.
func TestVerifyComparesWithTheChain(t *testing.T) {
	_, url := recordedNode(t)
	books := filepath.Join(t.TempDir(), "books.db")
	mustRun(t, "sync", "--program", shared("programs", "gpunet-recorded.yaml"), "--rpc", url, "--db", books)
	kept := lasthead.File(filepath.Join(t.TempDir(), "kept.head"))
	verify := func(args ...string) string {
		return mustRun(t, append([]string{"ledger", "verify", "--db", books, "--head-file", string(kept)}, args...)...)
	}
	for _, args := range [][]string{{}, {"--rpc", url, "--quick"}} {
		if said := verify(args...); strings.Contains(said, "what the chain says") {
			t.Errorf("%v: %s", args, said)
		}
	}
	if said := verify("--rpc", url); !regexp.MustCompile(`\neverything up to block [0-9]+ is what the chain says\n`).MatchString(said) {
		t.Error(said)
	}
	var v wire.Verification
	if err := json.Unmarshal([]byte(verify("--rpc", url, "--json")), &v); err != nil {
		t.Fatal(err)
	}
	s, err := kept.Read()
	if err != nil || v.Compared == 0 || s.Fetched.Block != v.Compared || s.Fetched.Inputs != v.Inputs {
		t.Errorf("compared to %d and input %d, kept is %+v, %v", v.Compared, v.Inputs, s, err)
	}
}

// A comparison that came part of the way, since the node's last final block is an older one, clears no difference that was found beyond it.
func TestAComparisonOfAPartClearsNothing(t *testing.T) {
	in := &invocation{App: &App{Clock: afterwards()}, head: filepath.Join(t.TempDir(), "books.head")}
	now := in.Clock.Now()
	if err := in.lastHead().Keep(engine.Finding{Time: now, Difference: "block 20000 is another one", OfChain: true}); err != nil {
		t.Fatal(err)
	}
	said := asked{later: "the books are final to block 20100, and the last final block of the node is 15000",
		proven: engine.Fetched{Inputs: 40, Block: 10000}}
	for _, want := range []string{"block 20000 is another one", ""} {
		if err := in.noteChain(&said, nil); err != nil {
			t.Fatal(err)
		}
		if s, err := in.lastHead().Read(); err != nil || s.ChainDifference != want {
			t.Errorf("%q: %+v, %v", said.later, s, err)
		}
		said.later = ""
	}
}

// A difference from the chain stays in the head file until everything is compared with the chain, by whoever does that: one
// without a node clears it not.
func TestADifferenceFromTheChainStaysUntilAllIsCompared(t *testing.T) {
	_, url := recordedNode(t)
	books := filepath.Join(t.TempDir(), "books.db")
	mustRun(t, "sync", "--program", shared("programs", "gpunet-recorded.yaml"), "--rpc", url, "--db", books)
	kept := lasthead.File(books + ".head")
	for _, clears := range [][]string{{"ledger", "verify", "--rpc", url, "--db", books}, {"sync", "--rpc", url, "--db", books}} {
		if err := kept.Keep(engine.Finding{Time: afterwards().Now(), Difference: "block 7 is another one", OfChain: true}); err != nil {
			t.Fatal(err)
		}
		mustRun(t, "ledger", "verify", "--db", books)
		for _, command := range [][]string{{"month", "close", "2024-03", "--rpc", url}, {"payout", "prepare", "one", "--asset", "ETH"}} {
			code, _, stderr := run(t, &App{}, append(command, "--operator", "setup", "--db", books, "--json")...)
			if code != 1 || !strings.Contains(stderr, "block 7 is another one") {
				t.Errorf("%v: exit code %d: %s", command, code, stderr)
			}
		}
		mustRun(t, clears...)
		if s, err := kept.Read(); err != nil || s.ChainDifference != "" || s.ChainCompared.IsZero() {
			t.Errorf("after %v: %+v, %v", clears, s, err)
		}
	}
}
