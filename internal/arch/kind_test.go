package arch

import (
	"go/ast"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	catalogue "github.com/nodeledger/nodeledger/sentence"
)

// TestEveryKindHasAName compares the names of the kinds of transactions with the kinds that the product declares.
func TestEveryKindHasAName(t *testing.T) {
	var named, declared []string
	for _, n := range catalogue.Kinds() {
		named = append(named, n.Name)
	}
	for _, path := range goFiles(t, root) {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		_, file := parse(t, path, nil)
		declared = append(declared, kindsOf(file, filepath.Base(filepath.Dir(path)) == "ledger")...)
	}
	if len(declared) < 20 {
		t.Fatalf("only %v are declared", declared)
	}
	for _, k := range declared {
		if !slices.Contains(named, k) {
			t.Errorf("the kind %s has no name: give it one in package sentence", k)
		}
	}
	for _, k := range named {
		if !slices.Contains(declared, k) {
			t.Errorf("no transaction has the kind %s that package sentence names", k)
		}
	}
}

// kindsOf are the constants of type ledger.Kind in a file, which package ledger itself calls Kind.
func kindsOf(file *ast.File, own bool) (kinds []string) {
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || spec.Type == nil {
			return true
		}
		of, isSelector := spec.Type.(*ast.SelectorExpr)
		if !(isSelector && isName(of.X, "ledger") && of.Sel.Name == "Kind") && !(own && isName(spec.Type, "Kind")) {
			return true
		}
		for _, v := range spec.Values {
			if l, ok := v.(*ast.BasicLit); ok {
				if text, err := strconv.Unquote(l.Value); err == nil {
					kinds = append(kinds, text)
				}
			}
		}
		return true
	})
	return kinds
}

func TestKindsAreFound(t *testing.T) {
	for source, want := range map[string]string{
		`package a; const ( A ledger.Kind = "a"; B ledger.Kind = "b" )`: "a b",
		`package a; const A other.Kind = "a"`:                           "",
		`package a; const A Kind = "a"`:                                 "",
		`package a; type t struct{ k ledger.Kind }`:                     "",
	} {
		_, file := parse(t, "a.go", source)
		if got := strings.Join(kindsOf(file, false), " "); got != want {
			t.Errorf("%s: %q, not %q", source, got, want)
		}
	}
	_, file := parse(t, "a.go", `package ledger; const A Kind = "a"`)
	if got := kindsOf(file, true); !slices.Equal(got, []string{"a"}) {
		t.Errorf("in package ledger: %q", got)
	}
}
