package imprint

import (
	"crypto/rand"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
)

// Build tells builds of the running program apart: by the commit that it was built from and its module's version, or, where those do not
// say what the sources were, by the size and the time of its file, or else as no other process does.
var Build = sync.OnceValue(func() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		set := map[string]string{}
		for _, s := range info.Settings {
			set[s.Key] = s.Value
		}
		if set["vcs.revision"] != "" && set["vcs.modified"] == "false" {
			return strings.Join([]string{runtime.Version(), runtime.GOARCH, info.Main.Version, set["vcs.revision"], set["-tags"]}, " ")
		}
	}
	if file, err := os.Executable(); err == nil {
		if i, err := os.Stat(file); err == nil {
			return fmt.Sprintf("%d bytes of %s", i.Size(), i.ModTime().UTC())
		}
	}
	return rand.Text()
})
