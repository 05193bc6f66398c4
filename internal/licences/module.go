package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// module is one that a program is linked with.
type module struct {
	Path, Version, Dir string
	Main               bool
}

// linked are the modules of a program without the demonstration, in order of their paths, this one left out.
func linked(program string) ([]module, error) {
	list := exec.Command("go", "list", "-deps", "-tags", "nodemo", "-json=Module", program)
	list.Stderr = os.Stderr
	out, err := list.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	byPath := map[string]module{}
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p struct{ Module *module }
		switch err := d.Decode(&p); {
		case errors.Is(err, io.EOF):
			all := make([]module, 0, len(byPath))
			for _, m := range byPath {
				all = append(all, m)
			}
			slices.SortFunc(all, func(a, b module) int { return strings.Compare(a.Path, b.Path) })
			return all, nil
		case err != nil:
			return nil, err
		case p.Module != nil && !p.Module.Main:
			byPath[p.Module.Path] = *p.Module
		}
	}
}

// file is a licence or a notice in a module's first folder.
type file struct{ name, text string }

var licenceFile = regexp.MustCompile(`(?i)^(licen[sc]e|copying|notice|unlicense)([-._].*)?$`)

// read gives the files that say a module's licences, in order of their names.
func (m module) read() (files []file, err error) {
	entries, err := os.ReadDir(m.Dir)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		if e.IsDir() || !licenceFile.MatchString(e.Name()) {
			continue
		}
		text, err := os.ReadFile(filepath.Join(m.Dir, e.Name()))
		if err != nil {
			return nil, err
		}
		files = append(files, file{e.Name(), string(text)})
	}
	return files, nil
}
