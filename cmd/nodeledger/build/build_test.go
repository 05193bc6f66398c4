package build

import (
	"os"
	"runtime/debug"
	"strings"
	"testing"

	"golang.org/x/mod/semver"

	"github.com/nodeledger/nodeledger/wire"
)

const commit = "3f2a9c1d0b4e5f60718293a4b5c6d7e8f9012345"

func TestVersion(t *testing.T) {
	noted := []debug.BuildSetting{{Key: "vcs.revision", Value: commit}, {Key: "vcs.time", Value: "2026-11-30T07:00:00Z"},
		{Key: "vcs.modified", Value: "true"}}
	for name, c := range map[string]struct {
		main     string
		settings []debug.BuildSetting
		linked   wire.Version
		want     wire.Version
	}{
		"nothing is known":      {want: wire.Version{Version: "0.1.0-dev"}},
		"a folder":              {main: "(devel)", want: wire.Version{Version: "0.1.0-dev"}},
		"installed at a tag":    {main: "v0.3.1", want: wire.Version{Version: "0.3.1"}},
		"installed at a commit": {main: "v0.3.2-0.20261130070000-3f2a9c1d0b4e", want: wire.Version{Version: "0.1.0-dev"}},
		"a folder with changes": {main: "v0.3.1+dirty", settings: noted, want: wire.Version{Version: "0.1.0-dev+3f2a9c1d0b4e.modified",
			Revision: commit, Modified: true, Date: "2026-11-30T07:00:00Z"}},
		"a release": {main: "(devel)", settings: noted, linked: wire.Version{Version: "0.2.0", Revision: commit, Date: "2026-12-01T00:00:00Z"},
			want: wire.Version{Version: "0.2.0", Revision: commit, Date: "2026-12-01T00:00:00Z"}},
		"the Makefile's": {linked: wire.Version{Revision: commit, Date: "2026-12-01T00:00:00Z"},
			want: wire.Version{Version: "0.1.0-dev+3f2a9c1d0b4e", Revision: commit, Date: "2026-12-01T00:00:00Z"}},
	} {
		got := of(&debug.BuildInfo{Main: debug.Module{Version: c.main}, Settings: c.settings}, c.linked)
		if !strings.HasPrefix(got.Go, "go1.") {
			t.Errorf("%s: built with %q", name, got.Go)
		}
		got.Go = ""
		if got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
		if !semver.IsValid("v" + got.Version) {
			t.Errorf("%s: %q is no semantic version", name, got.Version)
		}
	}
}

// TestTheChangelogIsOfTheNextVersion: who releases writes the day beside the version, and the constant becomes the one after.
func TestTheChangelogIsOfTheNextVersion(t *testing.T) {
	content, err := os.ReadFile("../../../CHANGELOG.md")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(content)) {
		if heading, found := strings.CutPrefix(line, "## "); found {
			if want := "[" + Next + "] - unreleased\n"; heading != want {
				t.Errorf("CHANGELOG.md begins with %q, want %q", heading, want)
			}
			return
		}
	}
	t.Error("CHANGELOG.md has no version")
}

// TestTheClientIsOfTheNextVersion: the TypeScript client has the version of the API that its types are of.
func TestTheClientIsOfTheNextVersion(t *testing.T) {
	content, err := os.ReadFile("../../../clients/typescript/package.json")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(content), `"version": "`+Next+`"`) {
		t.Errorf("clients/typescript/package.json has another version than %s", Next)
	}
}
