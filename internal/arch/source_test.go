package arch

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// floating are the types, and the functions and methods by any name before the dot, that make or take binary fractions.
var floating = []string{
	"float32", "float64", "complex64", "complex128",
	"Float", "Float32", "Float64", "InexactFloat64", "NewFloat", "SetFloat64",
	"ParseFloat", "FormatFloat", "AppendFloat", "NewFromFloat", "NewFromFloat32",
}

// ticking are the functions of package time that look at the wall clock or wait for it.
var ticking = []string{"Now", "Since", "Until", "Sleep", "After", "AfterFunc", "Tick", "NewTicker", "NewTimer"}

// forbiddenNames say nothing about what is inside.
var forbiddenNames = []string{"util", "utils", "common", "helper", "helpers", "misc", "shared", "base", "types", "manager"}

func TestRulesHaveNoFloatingPointAndNoClock(t *testing.T) {
	for _, name := range pure {
		for _, path := range goFiles(t, filepath.Join(root, name)) {
			set, file := parse(t, path, nil)
			for _, fault := range floats(set, file) {
				t.Error(fault)
			}
			// How long a test took is read from the clock.
			if !strings.HasSuffix(path, "_test.go") {
				for _, fault := range clocks(set, file) {
					t.Error(fault)
				}
			}
		}
	}
}

func TestNamesSayWhatIsInside(t *testing.T) {
	for _, path := range goFiles(t, root) {
		_, file := parse(t, path, nil)
		for _, fault := range names(path, file) {
			t.Error(fault)
		}
	}
}

// floats names every use of binary floating point in a file: types, conversions and constants.
func floats(set *token.FileSet, file *ast.File) (faults []string) {
	bad := func(n ast.Node, text string) {
		faults = append(faults, fmt.Sprintf("%s: %s: amounts, shares and factors are whole numbers or ratios of them",
			set.Position(n.Pos()), text))
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if slices.Contains(floating, n.Sel.Name) {
				bad(n, n.Sel.Name)
				return false
			}
		case *ast.Ident:
			if slices.Contains(floating[:4], n.Name) {
				bad(n, n.Name)
			}
		case *ast.BasicLit:
			if n.Kind == token.FLOAT || n.Kind == token.IMAG {
				bad(n, n.Value)
			}
		}
		return true
	})
	return faults
}

// clocks names every look at the wall clock in a file, whatever name the file gives to package time.
func clocks(set *token.FileSet, file *ast.File) (faults []string) {
	name := ""
	for _, spec := range file.Imports {
		if path, _ := strconv.Unquote(spec.Path.Value); path != "time" {
			continue
		}
		if name = "time"; spec.Name != nil {
			name = spec.Name.Name
		}
		if name == "." {
			return []string{fmt.Sprintf("%s: package time is imported without a name", set.Position(spec.Pos()))}
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok && name != "" && slices.Contains(ticking, s.Sel.Name) {
			if x, ok := s.X.(*ast.Ident); ok && x.Name == name {
				faults = append(faults, fmt.Sprintf("%s: time.%s: rules take the time as an argument", set.Position(n.Pos()), s.Sel.Name))
			}
		}
		return true
	})
	return faults
}

// names finds a package, folder or file whose name says nothing.
func names(path string, file *ast.File) (faults []string) {
	slashed := filepath.ToSlash(path)
	parts := strings.Split(strings.TrimSuffix(slashed, ".go"), "/")
	parts[len(parts)-1] = strings.TrimSuffix(parts[len(parts)-1], "_test")
	for _, part := range append(parts, strings.TrimSuffix(file.Name.Name, "_test")) {
		if slices.Contains(forbiddenNames, part) {
			return []string{slashed + ": the name " + part + " does not say what is inside"}
		}
	}
	return nil
}

func parse(t *testing.T, path string, source any) (*token.FileSet, *ast.File) {
	t.Helper()
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, source, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	return set, file
}

// goFiles are the Go files in a folder and below it; none when the folder does not exist yet.
func goFiles(t *testing.T, folder string) (paths []string) {
	t.Helper()
	walk(t, folder, func(path string, _ fs.DirEntry) {
		if strings.HasSuffix(path, ".go") {
			paths = append(paths, path)
		}
	})
	return paths
}

// walk sees every file of ours in a folder and below it: not what git keeps, npm installs or a build leaves.
func walk(t *testing.T, folder string, see func(path string, entry fs.DirEntry)) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case os.IsNotExist(err) && path == folder:
			return nil
		case err != nil:
			return err
		case entry.IsDir() && slices.Contains([]string{".git", "node_modules", "bin", ".tools"}, entry.Name()):
			return fs.SkipDir
		case entry.Type().IsRegular() && entry.Name() != ".git": // in a worktree it is a file
			see(path, entry)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestChecksOfSourcesCanFail(t *testing.T) {
	for source, want := range map[string]string{
		`package a; var x uint64 = 3 * 1_000`:                                     "",
		`package a; import "math"; const most = math.MaxUint32`:                   "",
		`package a; var x float64`:                                                "a.go:1:18: float64",
		`package a; func f(x float32) {}`:                                         "float32",
		`package a; type t struct{ a []map[string]float64 }`:                      "float64",
		`package a; var x = 0.9`:                                                  "a.go:1:20: 0.9",
		`package a; var x = 1e18`:                                                 "1e18",
		`package a; import "strconv"; var x, _ = strconv.ParseFloat("1", 64)`:     "ParseFloat",
		`package a; import "math/big"; var x big.Float`:                           "Float",
		`package a; import "x/decimal"; var y, _ = decimal.D{}.Float64()`:         "Float64",
		`package a; // float64` + "\n" + `var text = "float64 0.5"`:               "",
		`package a; import "x/decimal"; var y = decimal.NewFromInt(1).Div(two())`: "",
	} {
		set, file := parse(t, "a.go", source)
		one(t, source, floats(set, file), want)
	}
	for source, want := range map[string]string{
		`package a; import "time"; var day = 24 * time.Hour`:         "",
		`package a; import "time"; var x = time.Now()`:               "a.go:1:35: time.Now",
		`package a; import clock "time"; var x = clock.Since(start)`: "time.Since",
		`package a; import . "time"; var x = Now()`:                  "without a name",
		`package a; func f() { time.Now() }`:                         "",
		`package a; import "time"; func f(c Clock) { c.Now() }`:      "",
		`package a; import "time"; var now = time.Now`:               "time.Now",
	} {
		set, file := parse(t, "a.go", source)
		one(t, source, clocks(set, file), want)
	}
	for path, want := range map[string]string{
		"../../sale/quote.go": "", "../../sale/quote_test.go": "",
		"../../util/quote.go": "util", "../../sale/helpers.go": "helpers", "../../sale/types_test.go": "types",
	} {
		_, file := parse(t, path, `package quote`)
		one(t, path, names(path, file), want)
	}
	_, file := parse(t, "quote.go", `package common_test`)
	one(t, "a package's name", names("quote.go", file), "common")
}
