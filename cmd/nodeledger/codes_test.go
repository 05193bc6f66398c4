package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
	"github.com/nodeledger/nodeledger/sentence"
)

// commandCodes are the codes that the command line has and the API has not, and when.
var commandCodes = map[string]string{
	"usage":                "a command, flag or argument is unknown, missing or too much; the only one with exit code 2",
	"stopped":              "the command was interrupted: run it again",
	"no-such-file":         "a file that is to be read is not there",
	"file-exists":          "a file that is to be written is there already",
	"contracts-differ":     "contracts on a chain are not this build's, or not as the program file or the settings say",
	"file-differs":         "a file of a payout run is not what the books say",
	"books-exist":          "books are where new ones were asked for",
	"old-chart":            "the books have an older chart of accounts, and are rebuilt from what they recorded",
	"books-differ":         "the books are not sound, or not what a rebuild gives",
	"not-the-text":         "the program file that is named is none of the books' texts",
	"books-went-back":      "the books are shorter than when they were seen last: this is an older copy",
	"books-rewritten":      "the past of the books is not what it was when they were seen last",
	"no-sale-found":        "no event of the contracts that init looked at was found to sell nodes",
	"unhealthy":            "a check of the doctor is red",
	"wallets-differ":       "wallets of the project hold something else on the chain than in the books",
	"unexplained-payments": "payments that no line of a run explains wait for an operator",
	"no-demo":              "the build is the server alone: the demonstration is another program, nodeledger-demo",
	"no-endpoint":          "no endpoint is given",
	"bad-endpoint":         "an endpoint is not a URL that can be asked",
	"wrong-chain":          "an endpoint is on another chain than the program",
	"no-contract":          "there is no contract at the program's address",
	"unknown-account":      "a path is not an account of the chart",
}

// codeReference is the table of them in docs/commands.md.
func codeReference() string {
	out := "\n## Codes that only the command line has\n\nThe others are in [api.md](api.md). All but `usage` are exit code 1.\n\n" +
		"| code | when |\n|---|---|\n"
	for _, code := range slices.Sorted(maps.Keys(commandCodes)) {
		out += fmt.Sprintf("| `%s` | %s |\n", code, commandCodes[code])
	}
	return out
}

// madeCode finds where a code is written in a source.
var madeCode = regexp.MustCompile(`(?:problem\.New\([^,()]+, |reported\(| Code += |problem\.Code += )"([a-z]+(?:-[a-z]+)*)"`)

// madeCodes are the codes that the sources make, without those of the kinds of refusals.
func madeCodes(t *testing.T) map[string]bool {
	t.Helper()
	found := map[string]bool{}
	err := filepath.WalkDir(filepath.Join("..", ".."), func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "node_modules" || d.Name() == ".git" || d.Name() == "sentence"):
			return fs.SkipDir
		case filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, m := range madeCode.FindAllStringSubmatch(string(source), -1) {
			found[m[1]] = true
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(found) < 30 {
		t.Errorf("%d codes were found only", len(found))
	}
	return found
}

// TestEveryCodeIsDocumented looks for the codes in all sources: each is in docs/api.md or in docs/commands.md, and no other is.
func TestEveryCodeIsDocumented(t *testing.T) {
	t.Parallel()
	api, err := os.ReadFile(filepath.Join("..", "..", "docs", "api.md"))
	if err != nil {
		t.Fatal(err)
	}
	found := madeCodes(t)
	for code := range found {
		inAPI := strings.Contains(string(api), "| `"+code+"` |")
		if _, here := commandCodes[code]; here == inAPI {
			t.Errorf("the code %s must stand in docs/api.md or in commandCodes, and in one of them", code)
		}
	}
	for code := range commandCodes {
		if !found[code] {
			t.Errorf("no source makes the code %s", code)
		}
	}
}

// writtenCode finds what is written like a code in a document: small words with dashes in backticks. A code of one word is told
// from other words by "code" before it.
var writtenCode = regexp.MustCompile("`([a-z]+(?:-[a-z]+)+)`|\\b[Cc]ode:? (?:is )?`([a-z-]+)`")

// strangeCodes are those in a document that are neither codes nor other names of the product.
func strangeCodes(text string, codes, names map[string]bool) (strange []string) {
	for _, m := range writtenCode.FindAllStringSubmatch(text, -1) {
		if m[1] != "" && !codes[m[1]] && !names[m[1]] || m[2] != "" && !codes[m[2]] {
			strange = append(strange, m[1]+m[2])
		}
	}
	return strange
}

// codeLikeNames are the names of other things that are written like codes: kinds of entries and facts, flags of purchases, adapters,
// and operations of the API.
func codeLikeNames(t *testing.T) map[string]bool {
	t.Helper()
	names := map[string]bool{string(program.PaymentHandler): true}
	for _, flag := range []sale.Flag{sale.SelfReferral, sale.ZeroNodes, sale.OffLadder, sale.NoFit, sale.ValueDiffers, sale.UnknownCode,
		sale.NearMiss, sale.Unjoined, sale.UnsoldLicence, sale.PaidIndirectly, sale.PaidTogether} {
		names[string(flag)] = true
	}
	for _, name := range append(sentence.Kinds(), sentence.Facts()...) {
		names[name.Name] = true
	}
	content, err := os.ReadFile(filepath.Join("..", "..", "httpapi", "testdata", "openapi.json"))
	if err != nil {
		t.Fatal(err)
	}
	var api struct {
		Paths map[string]map[string]struct {
			ID string `json:"operationId"`
		}
	}
	if err := json.Unmarshal(content, &api); err != nil {
		t.Fatal(err)
	}
	for _, methods := range api.Paths {
		for _, operation := range methods {
			names[operation.ID] = true
		}
	}
	return names
}

func TestDocumentsNameOnlyCodesThatExist(t *testing.T) {
	t.Parallel()
	codes, names := madeCodes(t), codeLikeNames(t)
	for _, kind := range problem.Kinds() {
		codes[kind.String()] = true
	}
	for _, path := range everyDocument(t) {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, code := range strangeCodes(string(content), codes, names) {
			t.Errorf("%s names the code %s, which does not exist", path, code)
		}
	}
	text := "`no-phantom`, the code `phantom`, `not-found`, code `usage`, `get-sale`, `off-ladder`, `payout-step`, a code: `get-sale`"
	if got := strangeCodes(text, codes, names); !slices.Equal(got, []string{"no-phantom", "phantom", "get-sale"}) {
		t.Errorf("strange codes are found as %q", got)
	}
}
