package arch

import (
	"fmt"
	"go/ast"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Texts for people are made out of codes and parameters in one direction: nobody takes one apart again. An expression that looks
// for characters, such as that of an address or a number, reads a form; one that looks for words, or takes whatever stands there,
// takes a sentence apart. These files do so, and read what others wrote or a form that is no sentence.
var readers = map[string]string{
	"chain/getlogs.go":      "the errors of nodes",
	"operator/signin.go":    "the message of ERC-4361",
	"program/signature.go":  "signatures of Solidity",
	"sentence/parameter.go": "values of parameters",
	"store/sqlite.go":       "the errors of SQLite",
	"store/store.go":        "the errors of databases",

	"dashboard/web/src/page/operator/proof.tsx":   "wallet:0x..., the form in the journal",
	"dashboard/web/src/page/operator/signing.ts":  "the message of ERC-4361",
	"dashboard/web/src/page/reference/openapi.ts": "types of JSON Schema",
	"dashboard/web/src/api/live.ts":               "paths of the API",
	"dashboard/web/src/page/reference/group.ts":   "paths of the API",
	"dashboard/web/src/wallet/failure.ts":         "the errors of wallets",
	"dashboard/web/src/ui/sentence.tsx":           "templates of the catalogue",
}

var (
	// literal is a regular expression in TypeScript; search is a search for words in a text.
	literal = regexp.MustCompile(`(?:[=(,:!&|?{\[]\s*|return )` +
		`/((?:[^/\\\n\[*]|\\.|\[(?:[^\]\\]|\\.)*\])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\]|\\.)*\])*)/[dgimsuvy]*[\s,;.)\]]`)
	dynamic = regexp.MustCompile(`RegExp\(`)
	search  = regexp.MustCompile("\\.(?:startsWith|endsWith|includes|indexOf|split|replace|replaceAll)\\(" +
		"\\s*['\"`][^'\"`]*[A-Za-z]{2,} [A-Za-z]{2,}")
	// What is left when classes and escapes are gone is what an expression looks for by itself.
	classes = regexp.MustCompile(`\[(?:[^\]\\]|\\.)*\]|\\[dDsbBnrtfu.*+?^$(){}|/\[\]\\-]|0x|\(\?[A-Za-z:=!<]+`)
	worded  = regexp.MustCompile(`[A-Za-z]{3,}|\.[*+]|\\[SwW][*+]`)
)

// takesApart says whether an expression looks for words, or takes whatever stands there.
func takesApart(expression string) bool {
	return worded.MatchString(classes.ReplaceAllString(expression, ""))
}

// TestNobodyTakesOurTextsApart looks at the page and at all Go that is not for tests.
func TestNobodyTakesOurTextsApart(t *testing.T) {
	used := map[string]bool{}
	check := func(path string, faults []string) {
		name := filepath.ToSlash(strings.TrimPrefix(path, root+string(filepath.Separator)))
		used[name] = used[name] || len(faults) > 0
		if readers[name] != "" {
			return
		}
		for _, fault := range faults {
			t.Error(fault)
		}
	}
	walk(t, filepath.Join(root, "dashboard/web/src"), func(path string, _ fs.DirEntry) {
		if !slices.Contains([]string{".ts", ".tsx"}, filepath.Ext(path)) || strings.Contains(path, ".test.") || strings.Contains(path, ".gen.") {
			return
		}
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		check(path, parsedByPage(filepath.ToSlash(path), string(content)))
	})
	for _, path := range goFiles(t, root) {
		if !strings.HasSuffix(path, "_test.go") && !strings.Contains(path, "internal/") {
			set, file := parse(t, path, nil)
			check(path, parsedByGo(set, file))
		}
	}
	for name := range readers {
		if !used[name] {
			t.Errorf("%s takes nothing apart: it need not be listed", name)
		}
	}
}

// parsedByPage names every expression of a file of the page that takes a text apart.
func parsedByPage(path, content string) (faults []string) {
	for i, line := range strings.Split(content, "\n") {
		bad := search.MatchString(line) || dynamic.MatchString(line)
		for _, found := range literal.FindAllStringSubmatch(line, -1) {
			bad = bad || takesApart(found[1])
		}
		if bad {
			faults = append(faults, fmt.Sprintf("%s:%d: show a code with its parameters, do not take a text apart", path, i+1))
		}
	}
	return faults
}

// parsedByGo names every expression and every search in the text of an error of a Go file that takes a text apart.
func parsedByGo(set *token.FileSet, file *ast.File) (faults []string) {
	ast.Inspect(file, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		of, name := selector(call.Fun)
		if of == "regexp" && takesApart(literals(call)) || of == "strings" && slices.ContainsFunc(call.Args, isErrorText) {
			faults = append(faults, fmt.Sprintf("%s: %s.%s: give the error a code or a cause, do not take a text apart",
				set.Position(n.Pos()), of, name))
		}
		return true
	})
	return faults
}

// selector is the package and the name of a function, such as strings and Contains.
func selector(e ast.Expr) (of, name string) {
	s, ok := e.(*ast.SelectorExpr)
	if !ok {
		return "", ""
	}
	if x, ok := s.X.(*ast.Ident); ok {
		of = x.Name
	}
	return of, s.Sel.Name
}

// literals are the strings in a call, joined.
func literals(call *ast.CallExpr) (text string) {
	ast.Inspect(call, func(n ast.Node) bool {
		if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING {
			if s, err := strconv.Unquote(l.Value); err == nil {
				text += s
			}
		}
		return true
	})
	return text
}

func isErrorText(e ast.Expr) bool {
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return false
	}
	_, name := selector(call.Fun)
	return name == "Error" && len(call.Args) == 0
}

func TestChecksOfTextsCanFail(t *testing.T) {
	page := func(line string) []string { return parsedByPage("a.ts", "\n"+line+"\n") }
	for _, form := range []string{
		"const a = b / c; // one/two", "import x from '../y';", "const u = 'https://a/b';", "/^0x[0-9a-fA-F]{40}$/.test(of)",
		"text.split(/[\\s,;]+/)", "p.code.startsWith('zero-')", "if (/^[0-9]+$/.test(text)) return",
	} {
		one(t, form, page(form), "")
	}
	for _, prose := range []string{
		"const form = /^of (.*)$/;", "text.match(/did you mean/)", "new RegExp('a')", "p.detail.startsWith('there is nothing here')",
		"  [/^(.+) bought$/, (n) => n],", "return /nodes? left/.test(text);", "const m = /^row ([0-9]{1,9}): (.+)$/s.exec(line);",
	} {
		one(t, prose, page(prose), "a.ts:2")
	}
	of := func(body string) []string {
		set, file := parse(t, "a.go", "package a\nimport (\"regexp\"; \"strings\")\nvar x = "+body+"\n")
		return parsedByGo(set, file)
	}
	one(t, "a form", of("regexp.MustCompile(`^0x[0-9a-f]{40}$`)"), "")
	one(t, "a word", of("regexp.MustCompile(`(?m)^row ([0-9]+):`)"), "regexp.MustCompile")
	one(t, "a text", of("strings.Contains(text, `a`)"), "")
	one(t, "an error", of("strings.Contains(err.Error(), `nothing is to be paid`)"), "strings.Contains")
}
