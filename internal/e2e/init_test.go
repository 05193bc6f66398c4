package e2e_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// initArgs are the contracts of a recorded sale that sell.
func initArgs(t *testing.T, sale string) (args []string) {
	t.Helper()
	var meta struct {
		Contract  string
		Contracts map[string]string
	}
	text, err := os.ReadFile(saleFile(t, sale, "meta.json"))
	if err == nil {
		err = json.Unmarshal(text, &meta)
	}
	if err != nil {
		t.Fatal(err)
	}
	args = []string{"--contract", meta.Contract}
	for _, other := range []string{"tier2", "tier3"} {
		if address := meta.Contracts[other]; address != "" {
			args = append(args, "--contract", address)
		}
	}
	return args
}

// TestADraftForAKnownContractNamesItsAdapter: the events of GPU.net's contract are those of an adapter, which books them to the wei.
func TestADraftForAKnownContractNamesItsAdapter(t *testing.T) {
	_, url := recordedServer(t)
	draft := filepath.Join(t.TempDir(), "draft.yaml")
	found := succeed(t, "init", "--rpc", url, "--contract", "0x5FbDB2315678afecb367f032d93F642f64180aa3", "--out", draft, "--json")
	if asks := found["asks"].([]any); len(asks) != 1 {
		t.Errorf("asks %v", asks)
	}
	report := succeed(t, "sync", "--db", filepath.Join(t.TempDir(), "books.db"), "--program", draft, "--rpc", url, "--json")
	expect(t, report, recordedTotals)
}

// TestADraftBooksTheSale: what init drafts from a recorded sale passes program check and, as it is, without a line that a person edited,
// books all of its purchases, nodes and payments, proven in full.
func TestADraftBooksTheSale(t *testing.T) {
	for _, sale := range sales {
		t.Run(sale, func(t *testing.T) {
			t.Parallel()
			_, url := saleServer(t, sale)
			draft := filepath.Join(t.TempDir(), sale+".yaml")
			args := append([]string{"init", "--rpc", url, "--program-name", sale, "--out", draft, "--json"}, initArgs(t, sale)...)
			found := succeed(t, args...)
			if mistakes := found["mistakes"].([]any); len(mistakes) > 0 {
				t.Errorf("mistakes in the draft: %v", mistakes)
			}
			succeed(t, "program", "check", draft, "--json")
			report := succeed(t, "sync", "--db", filepath.Join(t.TempDir(), "books.db"), "--program", draft, "--rpc", url, "--json")
			right := rightTotals(t, sale)
			expect(t, report, map[string]string{
				"purchases": fmt.Sprint(right.Purchases), "nodes": fmt.Sprint(right.Nodes), "proof": "full",
			})
			paid := map[string]string{}
			for _, one := range report["assets"].([]any) {
				a := one.(map[string]any)
				paid[a["asset"].(string)] = fmt.Sprint(a["paid"])
			}
			for asset, want := range right.Paid {
				if paid[asset] != want {
					t.Errorf("paid in %s is %s, want %s", asset, paid[asset], want)
				}
			}
			if err := os.WriteFile(draft, []byte("# edited"), 0o600); err != nil {
				t.Fatal(err)
			}
			if again := run(t, args...); again.code != 1 || !strings.Contains(again.stderr, "is there") {
				t.Errorf("a draft that somebody edited is written over: exit %d, %s", again.code, again.stderr)
			}
		})
	}
}
