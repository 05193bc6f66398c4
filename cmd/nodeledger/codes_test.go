package main

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// commandCodes are the codes that the command line has and the API has not, and when.
var commandCodes = map[string]string{
	"usage":                "a command, flag or argument is unknown, missing or too much; the only one with exit code 2",
	"stopped":              "the command was interrupted: run it again",
	"invalid-program":      "the program file has mistakes",
	"no-such-file":         "a file that is to be read is not there",
	"file-exists":          "a file that is to be written is there already",
	"file-differs":         "a file of a payout run is not what the books say",
	"books-exist":          "books are where new ones were asked for",
	"books-differ":         "the books are not sound, or not what a rebuild gives",
	"unhealthy":            "a check of the doctor is red",
	"unexplained-payments": "payments that no line of a run explains wait for an operator",
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

// TestEveryCodeIsDocumented looks for the codes in all sources: each is in docs/api.md or in docs/commands.md, and no other is.
func TestEveryCodeIsDocumented(t *testing.T) {
	t.Parallel()
	root := filepath.Join("..", "..")
	api, err := os.ReadFile(filepath.Join(root, "docs", "api.md"))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
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
