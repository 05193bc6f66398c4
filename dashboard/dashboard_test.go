package dashboard_test

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/dashboard"
)

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := fs.ReadFile(dashboard.Files(), name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestDocumentNamesWhatIsThere(t *testing.T) {
	html := read(t, "index.html")
	named := 0
	for _, m := range regexp.MustCompile(`<(?:script|link|img)[^>]*(?:src|href)="([^"]+)"`).FindAllStringSubmatch(html, -1) {
		path, ok := strings.CutPrefix(m[1], "/")
		if !ok || strings.HasPrefix(path, "/") {
			t.Errorf("the document loads %s, which is not a path of this site", m[1])
			continue
		}
		if len(read(t, path)) == 0 {
			t.Errorf("%s is empty", path)
		}
		named++
	}
	if named < 3 {
		t.Errorf("the document names %d files: its script, its style sheet and its icon are three", named)
	}
}

func TestDocumentNeedsNoInlineCode(t *testing.T) {
	html := read(t, "index.html")
	for _, inline := range []string{`<script>`, `<style`, ` style=`, ` onload=`, ` onclick=`, `javascript:`} {
		if strings.Contains(html, inline) {
			t.Errorf("the document has %s, which the policy of its server forbids", inline)
		}
	}
}

func TestAssetsCarryTheirHash(t *testing.T) {
	form := regexp.MustCompile(`^[A-Za-z_-]+[A-Za-z0-9_.-]*-[A-Za-z0-9_-]{8}\.(js|css)$`)
	entries, err := fs.ReadDir(dashboard.Files(), "assets")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !form.MatchString(e.Name()) {
			t.Errorf("assets/%s carries no hash of its content", e.Name())
		}
	}
	if len(entries) < 10 {
		t.Errorf("there are %d assets: every page is one of its own", len(entries))
	}
}

// A style sheet loads no font and no image from elsewhere, and no script builds code out of text.
func TestNothingIsLoadedFromElsewhere(t *testing.T) {
	err := fs.WalkDir(dashboard.Files(), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text := read(t, path)
		forbidden := []string{"sourceMappingURL"}
		switch {
		case strings.HasSuffix(path, ".css"):
			forbidden = append(forbidden, "url(http", "@import", "@font-face")
		case strings.HasSuffix(path, ".js"):
			forbidden = append(forbidden, "new Function(", "eval(", `createElement("style")`, `import("http`)
		}
		for _, f := range forbidden {
			if strings.Contains(text, f) {
				t.Errorf("%s has %s", path, f)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
