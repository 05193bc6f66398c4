package e2e_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/internal/replay/server"
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

// TestWhatSellsNothingHasNoDraft: a payment token is no sale. Init refuses it and writes nothing; probe shows what was found.
func TestWhatSellsNothingHasNoDraft(t *testing.T) {
	_, url := saleServer(t, "kol")
	draft := filepath.Join(t.TempDir(), "draft.yaml")
	args := []string{"--rpc", url, "--contract", "0x5FbDB2315678afecb367f032d93F642f64180aa3", "--json"}
	if o := run(t, append([]string{"init", "--out", draft}, args...)...); o.code != 1 || !strings.Contains(o.stderr, `"no-sale-found"`) {
		t.Errorf("exit %d: %s", o.code, o.stderr)
	}
	if _, err := os.Stat(draft); err == nil {
		t.Error("a file was written")
	}
	found := succeed(t, append([]string{"program", "probe"}, args...)...)
	if found["draft"] != "" || len(found["events"].([]any)) != 2 {
		t.Errorf("found %v", found)
	}
}

// TestADraftOnEveryKindOfChain: chain, proof level and finality of a draft are right where sales are, and the sale is booked.
func TestADraftOnEveryKindOfChain(t *testing.T) {
	folders, err := filepath.Glob(filepath.Join("..", "..", "testdata", "chains", "*", "meta.json"))
	if err != nil || len(folders) < 20 {
		t.Fatalf("%d chains: %v", len(folders), err)
	}
	levels := map[string]string{"cosmos": "none", "opera": "none", "zksync": "none"}
	for _, path := range folders {
		name := filepath.Base(filepath.Dir(path))
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, err := server.Load(filepath.Dir(path))
			if err != nil {
				t.Fatal(err)
			}
			web := httptest.NewServer(s)
			defer web.Close()
			draft := filepath.Join(t.TempDir(), "draft.yaml")
			succeed(t, "init", "--rpc", web.URL, "--contract", "0x5FbDB2315678afecb367f032d93F642f64180aa3", "--out", draft, "--json")
			text, err := os.ReadFile(draft)
			if err != nil {
				t.Fatal(err)
			}
			if level := "proof: " + cmp.Or(levels[name], "full") + " # sure"; !strings.Contains(string(text), level) {
				t.Errorf("the draft has no %q:\n%s", level, text)
			}
			if strings.Contains(string(text), "finality:") != (name == "nofinal") || strings.Contains(string(text), web.URL) {
				t.Errorf("the draft says:\n%s", text)
			}
			report := succeed(t, "sync", "--db", filepath.Join(t.TempDir(), "books.db"), "--program", draft, "--rpc", web.URL, "--json")
			expect(t, report, map[string]string{"purchases": "20", "nodes": "820", "gross": "82000000000000000000"})
		})
	}
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
