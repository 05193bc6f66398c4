package contracts_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// TestDocumentedTestsExist keeps docs/contracts.md honest: a guarantee names the test that holds it.
func TestDocumentedTestsExist(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("*_test.go")
	must(t, err)
	known := map[string]bool{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		must(t, err)
		for _, found := range regexp.MustCompile(`func (Test\w+)\(`).FindAllStringSubmatch(string(text), -1) {
			known[found[1]] = true
		}
	}
	text, err := os.ReadFile("../docs/contracts.md")
	must(t, err)
	named := regexp.MustCompile("`(Test\\w+)`").FindAllStringSubmatch(string(text), -1)
	if len(named) < 30 {
		t.Errorf("only %d tests are named", len(named))
	}
	for _, name := range named {
		if !known[name[1]] {
			t.Errorf("there is no %s", name[1])
		}
	}
}
