package arch

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
)

// machine is a path that exists on somebody's machine only. What stands before it may not be part of a longer path or
// name, so that a URL such as example.org/home/news is none.
var machine = regexp.MustCompile(`(?m)(^|[^0-9A-Za-z_./~$}+-])(/(root|work)(/|\b)|/(home|Users)/[a-z]|[A-Z]:\\Users\\)`)

// registry is the address of a package in an npm lock file: whoever installs uses their own registry.
var registry = regexp.MustCompile(`"resolved": *"http`)

// executables are how a built program begins on Linux, macOS and Windows.
var executables = [][]byte{[]byte("\x7fELF"), {0xcf, 0xfa, 0xed, 0xfe}, []byte("MZ\x90\x00")}

// TestTreeHoldsNoPrograms: what is built stays in bin, which git does not keep.
func TestTreeHoldsNoPrograms(t *testing.T) {
	walk(t, root, func(path string, _ fs.DirEntry) {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		begin := make([]byte, 4)
		n, _ := io.ReadFull(f, begin) // a file of less than four bytes is no program
		for _, fault := range built(filepath.ToSlash(path), begin[:n]) {
			t.Error(fault)
		}
	})
}

// built names a file that begins as a built program does.
func built(path string, begin []byte) []string {
	for _, magic := range executables {
		if bytes.HasPrefix(begin, magic) {
			return []string{path + " is a built program: build it into bin"}
		}
	}
	return nil
}

// largest is the size from which on a file is not read: recordings of a chain.
const largest = 1 << 20

func TestTreeNamesNobodysMachine(t *testing.T) {
	walk(t, root, func(path string, entry fs.DirEntry) {
		info, err := entry.Info()
		if err != nil {
			t.Fatal(err)
		}
		if info.Size() > largest {
			return
		}
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range places(filepath.ToSlash(path), content) {
			t.Error(fault)
		}
	})
}

// places names every line of a text file that holds a path of a machine or the address of a registry.
func places(path string, content []byte) (faults []string) {
	if bytes.IndexByte(content, 0) >= 0 {
		return nil
	}
	for i, line := range bytes.Split(content, []byte("\n")) {
		for _, form := range []*regexp.Regexp{machine, registry} {
			if found := form.Find(line); found != nil {
				faults = append(faults, path+":"+strconv.Itoa(i+1)+": "+strconv.Quote(string(found))+" holds on one machine only")
			}
		}
	}
	return faults
}

func TestChecksOfTheTreeCanFail(t *testing.T) {
	// The bad examples are put together here, so that this file is not one.
	slash := "/"
	for text, want := range map[string]string{
		"see docs/security.md": "", "https://example.org/home/news": "", "./work/plan": "", "a/root/b": "", "~/work": "",
		"the " + slash + "rooted tree": "", slash + "homepage": "", "${DIR}" + slash + "work/x": "", "\x00" + slash + "root/x": "",
		"cd " + slash + "root/x":                         "root/",
		"\"" + slash + "work/main\"":                     "work/",
		slash + "work":                                   "work",
		"first\nsecond " + slash + "home/ann/x":          "file:2:",
		"(" + slash + "Users/ann)":                       "Users/a",
		`C:` + `\Users\ann`:                              "Users",
		`"resolved"` + `: "https://example.org/a-1.tgz"`: "resolved",
	} {
		one(t, text, places("file", []byte(text)), want)
	}
	one(t, "a script", built("a", []byte("#!/b")), "")
	one(t, "a program", built("a", []byte("\x7fELF\x02")), "a is a built program")
}
