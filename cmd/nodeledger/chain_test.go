package main

import (
	"encoding/json"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/lasthead"
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
