package program

import (
	"os"
	"regexp"
	"slices"
	"sort"
	"strings"
	"testing"
)

var (
	keyRow  = regexp.MustCompile("(?m)^\\| (the file|`[a-z_.]+`) \\| (`[a-z_`, ]+`) \\|$")
	keyName = regexp.MustCompile("`([a-z_]+)`")
)

// TestEveryKeyIsDocumented compares the table of docs/program-file.md with the keys that the reader knows. That its examples
// are legal files is tested with those of all documents.
func TestEveryKeyIsDocumented(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile("../docs/program-file.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, found := strings.Cut(string(page), "\n## Every key\n")
	if !found {
		t.Fatal("docs/program-file.md has no section Every key")
	}
	documented := map[shape][]string{}
	for _, row := range keyRow.FindAllStringSubmatch(table, -1) {
		group := shape(strings.Trim(row[1], "`"))
		if row[1] == "the file" {
			group = root
		}
		for _, key := range keyName.FindAllStringSubmatch(row[2], -1) {
			documented[group] = append(documented[group], key[1])
		}
	}
	for _, s := range shapes() {
		if got, want := documented[s], keysOf(s); !slices.Equal(got, want) {
			t.Errorf("docs/program-file.md: the group %s has the keys %v, and the page says %v", s, want, got)
		}
		delete(documented, s)
	}
	for s := range documented {
		t.Errorf("docs/program-file.md documents the group %s, which a program file does not have", s)
	}
	for _, key := range keysOf(root) {
		if !strings.Contains(string(page), "\n"+key+":") && !strings.Contains(string(page), "`"+key+":") {
			t.Errorf("docs/program-file.md has no example of the section %s", key)
		}
	}
}

// shapes lists every shape in order of name.
func shapes() []shape {
	var list []shape
	for s := range knownKeys {
		list = append(list, s)
	}
	sort.Slice(list, func(i, j int) bool { return list[i] < list[j] })
	return list
}
