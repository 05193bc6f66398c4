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
	link = regexp.MustCompile(`\]\(([^)#\s]+)(#[^)\s]*)?\)`)
	yaml = regexp.MustCompile("(?ms)^```yaml\n(.*?)^```")
)

// TestDocumentsHold follows every link between files of the tree, and reads every program file that a document shows.
func TestDocumentsHold(t *testing.T) {
	shown := 0
	walk(t, root, func(path string, _ fs.DirEntry) {
		if !strings.HasSuffix(path, ".md") {
			return
		}
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range deadLinks(path, string(content)) {
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
	one(t, "a whole file", programs("text\n```yaml\nprogram: x\n```\nand\n```yaml\nsale: {}\n```\n"), "program: x")
}
