package e2e_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// edits are the lines of each draft that a person has to change, so that the sale is booked as it happened: old line, new line. There may
// be three of each sale, and there are fewer.
var edits = map[string][][2]string{
	"aethir": {}, "carv": {}, "erc721ref": {}, "iftiered": {}, "kip": {}, "kol": {}, "playfi": {}, "xai": {},
}

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

// TestADraftBooksTheSale: what init drafts from a recorded sale passes program check and, with the edits, books all of its purchases.
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
			edit(t, draft, edits[sale])
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
			t.Log(report["flags"], report["faults"])
		})
	}
}

// edit changes lines of a draft, at most three.
func edit(t *testing.T, path string, changes [][2]string) {
	t.Helper()
	if len(changes) > 3 {
		t.Errorf("%d lines have to be edited, at most three may", len(changes))
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(text), "\n")
	for _, change := range changes {
		at := slices.IndexFunc(lines, func(line string) bool { before, _, _ := strings.Cut(line, " # "); return before == change[0] })
		if at < 0 {
			t.Fatalf("the draft has no line %q", change[0])
		}
		lines[at] = change[1]
	}
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
}
