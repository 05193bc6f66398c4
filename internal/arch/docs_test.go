package arch

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/program"
)

var (
	target = regexp.MustCompile("(?m)(?:`|^ {4,})make ([a-z-]+)")

	link = regexp.MustCompile(`\]\(([^)#\s]+)(#[^)\s]*)?\)`)
	yaml = regexp.MustCompile("(?ms)^```yaml\n(.*?)^```")
)

// TestDocumentsHold follows every link between files of the tree, reads every program file that a document shows, and looks for every
// target of make that one names.
func TestDocumentsHold(t *testing.T) {
	makefile, err := os.ReadFile(filepath.Join(root, "Makefile"))
	if err != nil {
		t.Fatal(err)
	}
	shown := 0
	walk(t, root, func(path string, _ fs.DirEntry) {
		if !strings.HasSuffix(path, ".md") {
			return
		}
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range append(deadLinks(path, string(content)), strangeTargets(path, string(content), string(makefile))...) {
			t.Error(fault)
		}
		sources := programs(string(content))
		shown += len(sources)
		for _, source := range sources {
			if _, err := program.Read(path, []byte(source)); err != nil {
				t.Errorf("%s shows a program file that is refused:\n%s\n%v", path, source, err)
			}
		}
	})
	if shown == 0 {
		t.Error("no document shows a program file: are they still found?")
	}
}

// deadLinks names every relative link that leads nowhere.
func deadLinks(path, content string) (faults []string) {
	for _, m := range link.FindAllStringSubmatch(content, -1) {
		if strings.Contains(m[1], ":") {
			continue // another site
		}
		if _, err := os.Stat(filepath.Join(filepath.Dir(path), filepath.FromSlash(m[1]))); err != nil {
			faults = append(faults, path+" links to "+m[1]+", which is not there")
		}
	}
	return faults
}

// strangeTargets names every target of make in a document, in backticks or at the begin of an indented line, that the Makefile lacks.
func strangeTargets(path, content, makefile string) (faults []string) {
	for _, m := range target.FindAllStringSubmatch(content, -1) {
		if !strings.Contains("\n"+makefile, "\n"+m[1]+":") {
			faults = append(faults, path+" names make "+m[1]+", which the Makefile does not have")
		}
	}
	return faults
}

// programs are the whole program files among a document's YAML blocks.
func programs(content string) (sources []string) {
	for _, m := range yaml.FindAllStringSubmatch(content, -1) {
		if strings.HasPrefix(m[1], "program:") {
			sources = append(sources, m[1])
		}
	}
	return sources
}

func TestChecksOfDocumentsCanFail(t *testing.T) {
	one(t, "another site", deadLinks("a.md", "[x](https://example.org/nothing)"), "")
	one(t, "a file", deadLinks("a.md", "[x](arch_test.go#L1)"), "")
	one(t, "no file", deadLinks("a.md", "[x](nowhere.md)"), "nowhere.md")
	one(t, "a target", strangeTargets("a.md", "`make web`, and\n\n    make unit PKG=x\n\nmake sure", "unit: ## x\nweb: y\n"), "")
	one(t, "no target", strangeTargets("a.md", "so `make phantom`", "unit: phantom\n"), "make phantom")
	one(t, "no target on a line", strangeTargets("a.md", "x\n\n    make phantom BENCH=y\n", "unit: phantom\n"), "make phantom")
	one(t, "a whole file", programs("text\n```yaml\nprogram: x\n```\nand\n```yaml\nsale: {}\n```\n"), "program: x")
}
