// Command licences writes the licences of everything that is linked into the server: of each module its name, its version, which
// licences its files are, and their whole text. Releases carry what it writes.
//
// Guarantees:
//   - It reads the files of the modules that the build uses, and tells licences by their text (google/licensecheck).
//   - It fails, and names the module, when a module has no licence, when a text is not known, and when a licence asks for more than
//     those in allowed: of copyleft that is the Mozilla Public License and, for go-ethereum, the Lesser GPL.
//
// Not guaranteed: what stands in single source files. Licences of the page and of the contracts are in NOTICE.
package main

import (
	"fmt"
	"os"
	"strings"
)

func main() {
	modules, err := linked("./cmd/nodeledger")
	if err != nil {
		fmt.Fprintln(os.Stderr, "licences:", err)
		os.Exit(1)
	}
	text, faults := report(modules)
	for _, fault := range faults {
		fmt.Fprintln(os.Stderr, "licences:", fault)
	}
	if len(faults) > 0 {
		os.Exit(1)
	}
	fmt.Print(text)
}

// report is the text for people, and what is wrong.
func report(modules []module) (text string, faults []string) {
	var out strings.Builder
	out.WriteString("nodeledger is linked with the modules below. Each is under the licences that stand beside it; their texts follow it.\n")
	for _, m := range modules {
		files, err := m.read()
		if err != nil {
			faults = append(faults, fmt.Sprintf("%s: %v", m.Path, err))
			continue
		}
		names, found := judge(m.Path, files)
		faults = append(faults, found...)
		fmt.Fprintf(&out, "\n%s\n%s %s: %s\n", strings.Repeat("=", 100), m.Path, m.Version, strings.Join(names, ", "))
		for _, f := range files {
			fmt.Fprintf(&out, "\n--- %s\n\n%s\n", f.name, strings.TrimSpace(f.text))
		}
	}
	return out.String(), faults
}
