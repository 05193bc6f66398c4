package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/google/licensecheck"
)

// allowed are the licences (SPDX) that a module may be under. None asks for more than its text beside the program, but for the
// Mozilla Public License, which asks for the source of the files that are under it: they are not changed here.
var allowed = []string{"0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "CC0-1.0", "ISC", "MIT", "MIT-0", "MPL-2.0",
	"Unlicense", "Zlib"}

// exempt are files that say something else, and why that is right. The key is the module and the file.
var exempt = map[string]string{
	"github.com/ethereum/go-ethereum COPYING": "the GPL, which the Lesser GPL is written on top of; by itself it is for go-ethereum's " +
		"own programs (its folder cmd), of which nothing is linked",
	"github.com/ethereum/go-ethereum COPYING.LESSER": "LGPL-3.0: NOTICE says how the program is linked with another version of the library",
	"modernc.org/memory LICENSE-LOGO":                "a picture, which is not linked",
	"modernc.org/sqlite LICENSE-SQLITE":              "SQLite's blessing: it is in the public domain",
}

// judge names the licences of a module by their SPDX identifiers, and says what is wrong with them. Notices only add names of people.
func judge(module string, files []file) (names, faults []string) {
	texts := 0
	for _, f := range files {
		if strings.HasPrefix(strings.ToUpper(f.name), "NOTICE") {
			continue
		}
		texts++
		if why, known := exempt[module+" "+f.name]; known {
			names = append(names, f.name+" ("+why+")")
			continue
		}
		found := licensecheck.Scan([]byte(f.text))
		if len(found.Match) == 0 || found.Percent < least(f) {
			faults = append(faults, fmt.Sprintf("%s: %s is not known as a licence (%.0f%% of it is): read it, and write into exempt what it is",
				module, f.name, found.Percent))
		}
		for _, m := range found.Match {
			if !slices.Contains(names, m.ID) {
				names = append(names, m.ID)
			}
			if !slices.Contains(allowed, m.ID) {
				faults = append(faults, fmt.Sprintf("%s: %s is under %s, which is not allowed: do without the module", module, f.name, m.ID))
			}
		}
	}
	if texts == 0 {
		faults = append(faults, module+" has no licence in its first folder: do without it")
	}
	return names, faults
}

// least is how much of a file a known licence must be, in percent. A file of somebody's own parts has their names between the texts.
func least(f file) float64 {
	if strings.Contains(strings.ToUpper(f.name), "3RD-PARTY") {
		return 25
	}
	return 60
}
