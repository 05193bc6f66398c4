// Package build says which build of the program runs.
//
// Guaranteed: the version is a semantic one (https://semver.org), without a leading v. It is the tag that a release was built
// from, or that a module was installed at; any other build is a version before [Next], with the commit it was built from where
// that is known.
// Not guaranteed: that the sources were those of the commit. Who builds can claim what they like; a release can be built again
// and compared.
package build

import (
	"runtime"
	"runtime/debug"
	"strings"

	"golang.org/x/mod/module"
	"golang.org/x/mod/semver"

	"github.com/nodeledger/nodeledger/wire"
)

// Next is the version that the sources become next, as CHANGELOG.md heads it.
const Next = "0.1.0"

// The linker sets these (-X): the version of a release only, the others of every build by the Makefile. All are empty where
// somebody builds with go alone, and what Go itself noted is taken.
var version, revision, modified, date string

// Version is what the running build says about itself.
func Version() wire.Version {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = &debug.BuildInfo{}
	}
	return of(info, wire.Version{Version: version, Revision: revision, Modified: modified == "true", Date: date})
}

// of fills in what the linker left open from what Go noted.
func of(info *debug.BuildInfo, v wire.Version) wire.Version {
	v.Go = runtime.Version()
	if v.Revision == "" {
		for _, s := range info.Settings {
			switch s.Key {
			case "vcs.revision":
				v.Revision = s.Value
			case "vcs.time":
				v.Date = s.Value
			case "vcs.modified":
				v.Modified = s.Value == "true"
			}
		}
	}
	if main := info.Main.Version; v.Version == "" && released(main) {
		v.Version = main
	}
	if v.Version == "" {
		v.Version = Next + "-dev" + suffix(v)
	}
	v.Version = strings.TrimPrefix(v.Version, "v")
	return v
}

// released says whether a module's version is a tag, and not a commit's place between tags or a folder with changes.
func released(version string) bool {
	return semver.IsValid(version) && !module.IsPseudoVersion(version) && semver.Build(version) == ""
}

// suffix names the commit in a version: +3f2a9c1d0b4e, with .modified where files were changed after it.
func suffix(v wire.Version) string {
	if v.Revision == "" {
		return ""
	}
	s := "+" + v.Revision[:min(12, len(v.Revision))]
	if v.Modified {
		s += ".modified"
	}
	return s
}
