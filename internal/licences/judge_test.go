package main

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// TestEverythingLinkedMayBe reads the licences of the modules that this build is linked with.
func TestEverythingLinkedMayBe(t *testing.T) {
	modules, err := linked("../../cmd/nodeledger")
	if err != nil {
		t.Fatal(err)
	}
	text, faults := report(modules)
	for _, fault := range faults {
		t.Error(fault)
	}
	if len(modules) < 50 {
		t.Errorf("only %d modules are linked", len(modules))
	}
	for _, want := range []string{"github.com/ethereum/go-ethereum v", "GNU LESSER GENERAL PUBLIC LICENSE", "gorm.io/gorm v"} {
		if !strings.Contains(text, want) {
			t.Errorf("the text has no %q", want)
		}
	}
	for key := range exempt {
		path, name, _ := strings.Cut(key, " ")
		i := slices.IndexFunc(modules, func(m module) bool { return m.Path == path })
		if i < 0 {
			t.Errorf("%s is exempt and not linked", path)
			continue
		}
		files, err := modules[i].read()
		if err != nil || !slices.ContainsFunc(files, func(f file) bool { return f.name == name }) {
			t.Errorf("%s is exempt and not there: %v", key, err)
		}
	}
}

func TestJudge(t *testing.T) {
	gpl, err := os.ReadFile(goEthereum(t) + "/COPYING")
	if err != nil {
		t.Fatal(err)
	}
	const isc = "Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, " +
		"provided that the above copyright notice and this permission notice appear in all copies.\n\nTHE SOFTWARE IS PROVIDED \"AS IS\" AND " +
		"THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. " +
		"IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER " +
		"RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT " +
		"OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.\n"
	for name, c := range map[string]struct {
		module string
		files  []file
		fault  string
	}{
		"a known one":          {"example.org/a", []file{{"LICENSE", isc}}, ""},
		"none":                 {"example.org/a", nil, "has no licence"},
		"a notice alone":       {"example.org/a", []file{{"NOTICE", "Ann wrote it."}}, "has no licence"},
		"somebody's own words": {"example.org/a", []file{{"LICENSE", "Ask Ann."}}, "is not known"},
		"copyleft":             {"example.org/a", []file{{"COPYING", string(gpl)}}, "GPL-3.0, which is not allowed"},
		"copyleft beside":      {"example.org/a", []file{{"LICENSE", isc}, {"LICENSE-2", string(gpl)}}, "GPL-3.0, which is not allowed"},
		"the exempt one":       {"github.com/ethereum/go-ethereum", []file{{"COPYING", string(gpl)}}, ""},
	} {
		names, faults := judge(c.module, c.files)
		if all := strings.Join(faults, "; "); c.fault == "" && all != "" || !strings.Contains(all, c.fault) {
			t.Errorf("%s: %q, want %q", name, all, c.fault)
		}
		if c.fault == "" && len(names) == 0 {
			t.Errorf("%s: the licence has no name", name)
		}
	}
}

func goEthereum(t *testing.T) string {
	t.Helper()
	modules, err := linked("../../cmd/nodeledger")
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(modules, func(m module) bool { return m.Path == "github.com/ethereum/go-ethereum" })
	return modules[i].Dir
}
