package program

import (
	"embed"
	"sort"
	"strings"
)

//go:embed presets/*.yaml
var presetFiles embed.FS

// Presets are the names of the programs that come with this package, in order.
func Presets() []string {
	entries, err := presetFiles.ReadDir("presets")
	if err != nil {
		panic("program: the embedded presets cannot be listed: " + err.Error()) // they are part of the build
	}
	var names []string
	for _, entry := range entries {
		names = append(names, strings.TrimSuffix(entry.Name(), ".yaml"))
	}
	sort.Strings(names)
	return names
}

// preset is a preset's source.
func preset(name string) ([]byte, bool) {
	for _, known := range Presets() {
		if name == known {
			src, err := presetFiles.ReadFile("presets/" + name + ".yaml")
			return src, err == nil
		}
	}
	return nil, false
}
