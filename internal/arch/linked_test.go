package arch

import (
	"os/exec"
	"strings"
	"testing"
)

// node are the packages of go-ethereum that run a node, and the databases that one keeps: the demonstration needs them, and nothing
// that keeps books does. Each would bring dozens of modules, and their faults, to every server.
var node = []string{
	"github.com/ethereum/go-ethereum/core", "github.com/ethereum/go-ethereum/core/vm", "github.com/ethereum/go-ethereum/eth",
	"github.com/ethereum/go-ethereum/node", "github.com/ethereum/go-ethereum/p2p", "github.com/ethereum/go-ethereum/miner",
	"github.com/ethereum/go-ethereum/ethdb/pebble", "github.com/ethereum/go-ethereum/ethdb/leveldb",
	module + "/demo", module + "/chain/devnet",
}

// TestTheServerCarriesNoNode lists what is linked into the program as it is packaged.
func TestTheServerCarriesNoNode(t *testing.T) {
	for _, fault := range carried(linked(t, "-tags", "nodemo"), node) {
		t.Error(fault)
	}
	// With the demonstration all of them are there, so that a package that was renamed is not looked for in vain.
	if got := carried(linked(t), node); len(got) != len(node) {
		t.Errorf("the demonstration links %d of %d packages of a node: %v", len(got), len(node), got)
	}
}

// linked are the import paths of everything in the program.
func linked(t *testing.T, flags ...string) []string {
	t.Helper()
	list := exec.Command("go", append(append([]string{"list", "-deps"}, flags...), "./cmd/nodeledger")...)
	list.Dir = root
	out, err := list.Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Fields(string(out))
}

// carried names the packages of a list that a program links.
func carried(linked, list []string) (faults []string) {
	there := map[string]bool{}
	for _, path := range linked {
		there[path] = true
	}
	for _, path := range list {
		if there[path] {
			faults = append(faults, "cmd/nodeledger without the demonstration links "+path)
		}
	}
	return faults
}
