package store

import (
	"maps"
	"slices"
)

// compareSchemas finds the first name, in order, whose definition differs; the text is empty when none does.
func compareSchemas(have, want map[string]string) (name, text string) {
	names := maps.Clone(want)
	maps.Copy(names, have)
	for _, name := range slices.Sorted(maps.Keys(names)) {
		h, present := have[name]
		w, wanted := want[name]
		switch {
		case !present:
			return name, "it is missing"
		case !wanted:
			return name, "it does not belong to the books"
		case h != w:
			return name, "it is not what the migrations made"
		}
	}
	return "", ""
}
