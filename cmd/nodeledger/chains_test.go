package main

import (
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/internal/replay/server"
)

// smallSale writes the program of a recorded small sale, and serves it whole and final.
func smallSale(t *testing.T, kind, level string, f server.Faults) (program, url string) {
	t.Helper()
	dir := shared("chains", kind)
	node, err := server.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	node.SetFaults(f)
	node.SetFinalized(79)
	web := httptest.NewServer(node)
	t.Cleanup(web.Close)
	text, err := os.ReadFile(filepath.Join(dir, "meta.json"))
	if err != nil {
		t.Fatal(err)
	}
	var meta struct{ ChainID, StartBlock uint64 }
	if err := json.Unmarshal(text, &meta); err != nil {
		t.Fatal(err)
	}
	finality := "finalized"
	if kind == "nofinal" {
		finality = "1"
		node.SetHead(79)
	}
	program = filepath.Join(t.TempDir(), "sale.yaml")
	text = fmt.Appendf(nil, `program: small-sale
schema: 1
assets: { ETH: { decimals: 18, kind: native } }
chain: { id: %d, start_block: %d, finality: %s, proof: %s }
sale:
  contract: "0x5FbDB2315678afecb367f032d93F642f64180aa3"
  adapter: event
  asset: ETH
  purchases:
    - event: "Bought(address indexed account, uint256 count, uint256 paid, string code)"
      buyer: account
      quantity: count
      paid: { field: paid }
      code: code
  counters: [{ view: "totalMinted() returns (uint256)" }]
`, meta.ChainID, meta.StartBlock, finality, level)
	if err := os.WriteFile(program, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return program, web.URL
}

// unprovable are the chains of which no block can be proven, and what sync and doctor say of them.
var unprovable = map[string]string{
	"cosmos": "this chain's hashes are not of Ethereum headers; set chain.proof to none",
	"opera":  "this version does not know (epoch, timestampNano) and cannot be proven: set chain.proof to none",
	"zksync": "this version does not know (l1BatchNumber, l1BatchTimestamp) and cannot be proven: set chain.proof to none",
}

// syncSmallSale syncs a small sale, checks what is booked, and gives the level that it was proven to.
func syncSmallSale(t *testing.T, kind, level string, f server.Faults) string {
	t.Helper()
	program, url := smallSale(t, kind, level, f)
	var got struct {
		Nodes, Purchases uint64
		Gross            struct{ Amount string }
		Proof            string
		Faults           []string
	}
	text := mustRun(t, "sync", "--program", program, "--rpc", url, "--db", filepath.Join(t.TempDir(), "books.db"), "--json")
	if err := json.Unmarshal([]byte(text), &got); err != nil {
		t.Fatal(err)
	}
	if got.Nodes != 820 || got.Purchases != 20 || got.Gross.Amount != "82000000000000000000" || len(got.Faults) != 0 {
		t.Errorf("%s at level %s: %s", kind, level, text)
	}
	return got.Proof
}

// The small sale is booked alike on every kind of chain, the doctor says which level its node can be held to, and so does the table of
// chains in the documents.
func TestTheSameSaleOnEveryKindOfChain(t *testing.T) {
	kinds, err := os.ReadDir(shared("chains"))
	if err != nil || len(kinds) < 20 {
		t.Fatal(kinds, err)
	}
	table := "| chain | proven | without `eth_getRawTransactionByHash` |\n|---|---|---|\n"
	for _, kind := range kinds {
		level, why := "full", unprovable[kind.Name()]
		if why != "" {
			level = "none"
			refusesSmallSale(t, kind.Name(), why)
		}
		program, url := smallSale(t, kind.Name(), level, server.Faults{})
		stdout := mustRun(t, "doctor", "--program", program, "--rpc", url)
		if !strings.Contains(stdout, "the highest level that holds is "+level+", which is `chain.proof: "+level+"`") {
			t.Errorf("%s: %s", kind.Name(), stdout)
		}
		proven := syncSmallSale(t, kind.Name(), level, server.Faults{})
		if proven != level {
			t.Errorf("%s is proven to %s", kind.Name(), proven)
		}
		text, err := os.ReadFile(shared("chains", kind.Name(), "README.md"))
		if err != nil {
			t.Fatal(err)
		}
		title, _, _ := strings.Cut(string(text), "\n")
		table += fmt.Sprintf("| %s | %s | %s |\n", strings.TrimLeft(strings.TrimPrefix(title, "# The small sale on "), ", "), proven,
			syncSmallSale(t, kind.Name(), level, server.Faults{NoRaw: true}))
	}
	compareChains(t, table)
}

// refusesSmallSale checks that nothing is booked at level full, and why.
func refusesSmallSale(t *testing.T, kind, why string) {
	t.Helper()
	program, url := smallSale(t, kind, "full", server.Faults{})
	code, _, stderr := run(t, &App{}, "sync", "--program", program, "--rpc", url, "--db", filepath.Join(t.TempDir(), "none.db"))
	if code != 1 || !strings.Contains(stderr, why) || strings.Count(stderr, "\n") != 1 {
		t.Errorf("%s: exit code %d: %s", kind, code, stderr)
	}
	code, stdout, _ := run(t, &App{}, "doctor", "--program", program, "--rpc", url)
	if code != 1 || !strings.Contains(stdout, why) || !strings.Contains(stdout, "`chain.proof: none`") {
		t.Errorf("%s: exit code %d: %s", kind, code, stdout)
	}
}

// compareChains compares a table with the one of the documents.
func compareChains(t *testing.T, table string) {
	t.Helper()
	const begins, ends = "<!-- chains: written by go test ./cmd/nodeledger -run TestTheSameSale -update -->\n", "<!-- end of chains -->\n"
	path := filepath.Join("..", "..", "docs", "program-file.md")
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(content), begins)
	written, after, closed := strings.Cut(rest, ends)
	switch {
	case !ok || !closed:
		t.Fatalf("%s has no table of chains", path)
	case written == table:
	case *update:
		if err := os.WriteFile(path, []byte(before+begins+table+ends+after), 0o600); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("%s has another table of chains: go test ./cmd/nodeledger -run TestTheSameSale -update writes this:\n%s", path, table)
	}
}

// A node that does not serve the bytes of transactions is worth less, which doctor says beforehand, and afterwards for how many blocks.
func TestANodeWithoutRawTransactions(t *testing.T) {
	program, url := smallSale(t, "arbitrum", "full", server.Faults{NoRaw: true})
	books := filepath.Join(t.TempDir(), "books.db")
	mustRun(t, "sync", "--program", program, "--rpc", url, "--db", books)
	stdout := mustRun(t, "doctor", "--program", program, "--rpc", url, "--db", books)
	for _, want := range []string{"does not serve the bytes of transactions of type 0x6a", "blocks by how they were proven: 79 events"} {
		if !strings.Contains(stdout, want) {
			t.Errorf("%q is not in\n%s", want, stdout)
		}
	}
}
