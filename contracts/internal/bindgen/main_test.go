package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestCommittedBindings generates every binding that generate.sh writes again from the committed ABI and bytecode.
func TestCommittedBindings(t *testing.T) {
	script, err := os.ReadFile(filepath.Join("..", "..", "generate.sh"))
	if err != nil {
		t.Fatal(err)
	}
	binds := regexp.MustCompile(`(?m)^bind .*$`).FindAllString(strings.ReplaceAll(string(script), "\\\n", " "), -1)
	if len(binds) < 4 {
		t.Fatalf("generate.sh binds %q", binds)
	}
	for _, bind := range binds {
		words := strings.Fields(bind)
		pkg, contracts := words[1], words[2:]
		var files []string
		for _, contract := range contracts {
			files = append(files, filepath.Join("..", "..", "build", contract))
		}
		fresh := filepath.Join(t.TempDir(), pkg+".go")
		if err := run(pkg, fresh, files); err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(fresh)
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(filepath.Join("..", "..", pkg, pkg+".go"))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("package %s is not what the committed ABI and bytecode give: run contracts/generate.sh", pkg)
		}
	}
}

func TestRunRefuses(t *testing.T) {
	for name, test := range map[string]struct {
		pkg, out  string
		contracts []string
		says      string
	}{
		"no contract":      {"nodesale", "x.go", nil, "usage"},
		"no package":       {"", "x.go", []string{"NodeSale"}, "usage"},
		"nothing compiled": {"nodesale", "x.go", []string{"Nowhere"}, "compile the contracts first"},
	} {
		err := run(test.pkg, filepath.Join(t.TempDir(), test.out), test.contracts)
		if err == nil || !strings.Contains(err.Error(), test.says) {
			t.Errorf("%s: %v, want %q", name, err, test.says)
		}
	}
}
