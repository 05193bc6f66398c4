// Command bindgen writes the Go bindings of compiled contracts, with the generator of the go-ethereum version that
// go.mod names:
//
//	bindgen -pkg nodesale -out nodesale/nodesale.go build/NodeSale
//
// Each argument names a pair of files, <argument>.abi and <argument>.bin; the last part of it names the Go type.
// The output depends on these files and on nothing else.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi/abigen"
)

func main() {
	pkg := flag.String("pkg", "", "name of the Go package")
	out := flag.String("out", "", "file to write")
	flag.Parse()
	if err := run(*pkg, *out, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "bindgen:", err)
		os.Exit(1)
	}
}

func run(pkg, out string, contracts []string) error {
	if pkg == "" || out == "" || len(contracts) == 0 {
		return errors.New("usage: bindgen -pkg name -out file.go build/Contract, one or more contracts")
	}
	var names, abis, bins []string
	for _, contract := range contracts {
		definition, err := os.ReadFile(contract + ".abi")
		if err != nil {
			return fmt.Errorf("%w; compile the contracts first", err)
		}
		code, err := os.ReadFile(contract + ".bin")
		if err != nil {
			return fmt.Errorf("%w; compile the contracts first", err)
		}
		names = append(names, filepath.Base(contract))
		abis = append(abis, string(definition))
		bins = append(bins, strings.TrimSpace(string(code)))
	}
	source, err := abigen.BindV2(names, abis, bins, pkg, nil, nil)
	if err != nil {
		return fmt.Errorf("binding %v: %w", names, err)
	}
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		return err
	}
	return os.WriteFile(out, []byte(source), 0o644)
}
