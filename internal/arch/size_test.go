package arch

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// The limits of what a reader must take in at once. A function that reads a form of the wire field by field, or a table of
// what an API offers, is one switch or one list: it is below the limit too.
const (
	longestLine     = 140 // columns, a tab counted as one; golangci-lint's lll says the same while typing
	longestFunction = 70  // lines, from func to the closing brace
	longestFile     = 330 // lines
	largestPackage  = 40  // Go files without tests
)

// TestFilesAreShort bounds lines, functions and files of what people wrote; the log says how long they are.
func TestFilesAreShort(t *testing.T) {
	var files, functions []int
	long := 0
	for _, path := range goFiles(t, root) {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.ToSlash(path)
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, content, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		if ast.IsGenerated(file) {
			continue
		}
		faults := longLines(name, string(content))
		long += len(faults)
		for _, fault := range faults {
			t.Error(fault)
		}
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		files = append(files, strings.Count(string(content), "\n"))
		if lines := files[len(files)-1]; lines > longestFile {
			t.Errorf("%s has %d lines: %d at most, one subject a file", name, lines, longestFile)
		}
		for _, decl := range file.Decls {
			if f, ok := decl.(*ast.FuncDecl); ok {
				lines := set.Position(f.End()).Line - set.Position(f.Pos()).Line + 1
				functions = append(functions, lines)
				for _, fault := range longFunction(name, f.Name.Name, lines) {
					t.Error(fault)
				}
			}
		}
	}
	t.Logf("files: %s; functions: %s; lines over %d columns: %d", lengths(files), lengths(functions), longestLine, long)
}

// lengths says how many there are, the median and the longest.
func lengths(all []int) string {
	if len(all) == 0 {
		return "none"
	}
	slices.Sort(all)
	return fmt.Sprintf("%d, median %d lines, longest %d", len(all), all[len(all)/2], all[len(all)-1])
}

// tagged is a field of a struct with a tag.
var tagged = regexp.MustCompile("^\\t+\\w+ .*`\\w+:\".*`")

// longLines names the lines of a file that are too long.
func longLines(path, content string) (faults []string) {
	for i, line := range strings.Split(content, "\n") {
		// A field's tag is one literal that Go does not let anybody break; those of the API hold its documentation.
		if n := utf8.RuneCountInString(line); n > longestLine && !tagged.MatchString(line) {
			faults = append(faults, fmt.Sprintf("%s:%d: %d columns: %d at most, break the line where its meaning does", path, i+1, n, longestLine))
		}
	}
	return faults
}

// longFunction names a function that is too long.
func longFunction(path, name string, lines int) []string {
	if lines <= longestFunction {
		return nil
	}
	return []string{fmt.Sprintf("%s: %s has %d lines: %d at most, give its parts names", path, name, lines, longestFunction)}
}

func TestPackagesAreSmall(t *testing.T) {
	for _, fault := range crowded(load(t)) {
		t.Error(fault)
	}
}

// crowded names the packages with too many files.
func crowded(g graph) (faults []string) {
	for _, p := range g.ours() {
		if n := len(p.GoFiles); n > largestPackage {
			faults = append(faults, fmt.Sprintf("%s has %d Go files: %d at most, it holds two subjects", p.ImportPath, n, largestPackage))
		}
	}
	return faults
}

func TestChecksOfSizesCanFail(t *testing.T) {
	one(t, "a line", longLines("a.go", "ok\n"+strings.Repeat("ä", longestLine)), "")
	one(t, "a long line", longLines("a.go", "ok\n"+strings.Repeat("ä", longestLine+1)), "a.go:2: 141 columns")
	one(t, "a tag", longLines("a.go", "\tName string `doc:\""+strings.Repeat("x", longestLine)+"\"`"), "")
	one(t, "a function", longFunction("a.go", "f", longestFunction), "")
	one(t, "a long function", longFunction("a.go", "f", longestFunction+1), "f has 71 lines")
	g := made("sale imports ledger")
	g[module+"/sale"].GoFiles = make([]string, largestPackage)
	one(t, "a package", crowded(g), "")
	g[module+"/sale"].GoFiles = make([]string, largestPackage+1)
	one(t, "a crowded package", crowded(g), "sale has 41 Go files")
	if got := lengths([]int{5, 1, 9}); got != "3, median 5 lines, longest 9" {
		t.Errorf("lengths are %q", got)
	}
}
