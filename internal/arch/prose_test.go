package arch

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// promises are words about a time other than now. A document that says what will be, or what was not there when it was written,
// is false as soon as somebody builds it.
var promises = regexp.MustCompile(`(?i)\b(not yet|coming soon|to be done|TODO|FIXME|work in progress)\b`)

// TestDocumentsSpeakOfNow bans promises from documents.
func TestDocumentsSpeakOfNow(t *testing.T) {
	walk(t, root, func(path string, _ fs.DirEntry) {
		if !strings.HasSuffix(path, ".md") {
			return
		}
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range promised(filepath.ToSlash(path), string(content)) {
			t.Error(fault)
		}
	})
}

// promised names every promise in a document.
func promised(path, content string) (faults []string) {
	for i, line := range strings.Split(content, "\n") {
		if found := promises.FindString(line); found != "" {
			faults = append(faults, fmt.Sprintf("%s:%d says %q: say what is so now", path, i+1, found))
		}
	}
	return faults
}

func TestChecksOfProseCanFail(t *testing.T) {
	one(t, "now", promised("a.md", "It is there.\nIt is not so.\n"), "")
	one(t, "later", promised("a.md", "It is there.\nThis is not "+"yet computed.\n"), "a.md:2")
}
