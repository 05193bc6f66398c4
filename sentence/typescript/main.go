// Command typescript writes the catalogue of sentences for the page: `go generate ./sentence` runs it.
package main

import (
	"fmt"
	"os"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: typescript FILE")
		os.Exit(2)
	}
	if err := os.WriteFile(os.Args[1], []byte(source()), 0o644); err != nil { //nolint:gosec // a source file, for everybody to read
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
