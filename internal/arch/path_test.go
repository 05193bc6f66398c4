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

	"github.com/nodeledger/nodeledger/ledger"
)

// heads are the first words of all accounts: the names of their classes.
func heads() (all []string) {
	for _, c := range ledger.Classes() {
		head, _, _ := strings.Cut(string(c.Prefix()), ":")
		all = append(all, head)
	}
	return all
}

// TestAccountsAreMadeAndReadByTheLedger keeps paths of accounts in one room: nobody else writes one down, or takes one apart.
func TestAccountsAreMadeAndReadByTheLedger(t *testing.T) {
	if all := heads(); !slices.Contains(all, "liabilities") || !slices.Contains(all, "register") || len(all) < 6 {
		t.Fatalf("the chart begins its paths with %v only", all)
	}
	for _, path := range goFiles(t, root) {
		name, _ := filepath.Rel(root, path)
		name = filepath.ToSlash(name)
		if strings.HasSuffix(name, "_test.go") || strings.HasPrefix(name, "ledger/") {
			continue
		}
		set, file := parse(t, path, nil)
		for _, fault := range accountPaths(set, file) {
			t.Error(fault)
		}
	}
}

// TestThePageWritesNoAccountPaths keeps them out of the page as well: the API says what an account is for and names the accounts
// that the page asks for.
func TestThePageWritesNoAccountPaths(t *testing.T) {
	walk(t, filepath.Join(root, "dashboard/web/src"), func(path string, _ fs.DirEntry) {
		name := filepath.ToSlash(path)
		if !slices.Contains([]string{".ts", ".tsx"}, filepath.Ext(path)) || strings.Contains(name, ".test.") ||
			strings.Contains(name, ".gen.") || strings.Contains(name, "/testing/") {
			return
		}
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range pagePaths(name, string(content)) {
			t.Error(fault)
		}
	})
}

var (
	// pageHead is a text that begins as an account's path, by itself or after the address of accounts.
	pageHead = regexp.MustCompile("['\"`/](" + strings.Join(heads(), "|") + "):[^ ]")
	pageOnly = regexp.MustCompile("['\"`](" + strings.Join(heads(), "|") + "):['\"`]")
	// pageStage is a path's last word, in a text or in a regular expression.
	pageStage = regexp.MustCompile("['\"`/]:(" + strings.Join(stages(), "|") + ")\\b")
)

// stages are the last words of the accounts that have a stage.
func stages() (all []string) {
	for _, stage := range []string{
		string(ledger.ReferralPending), string(ledger.ReferralPayable), string(ledger.Locked), string(ledger.Available),
		string(ledger.Staked), string(ledger.Released), string(ledger.Unbonding),
	} {
		all = append(all, regexp.QuoteMeta(stage))
	}
	return all
}

// pagePaths names every line of a file of the page that writes the path of an account, or its stage.
func pagePaths(name, content string) (faults []string) {
	for i, line := range strings.Split(content, "\n") {
		if comment := strings.TrimSpace(line); strings.HasPrefix(comment, "//") || strings.HasPrefix(comment, "*") {
			continue
		}
		if pageHead.MatchString(line) || pageOnly.MatchString(line) || pageStage.MatchString(line) {
			faults = append(faults, fmt.Sprintf("%s:%d: writes the path of an account: the API gives it, its class and its role", name, i+1))
		}
	}
	return faults
}

func TestChecksOfThePagesPathsCanFail(t *testing.T) {
	page := func(line string) []string { return pagePaths("a.ts", "\n"+line+"\n") }
	for _, bad := range []string{
		"account.replace(/x:pending$/, ':payable')", "e.from === `liabilities:payout:${run}`", "e.from.startsWith('income:')",
		"a.account.startsWith('expenses:')", "address(`/ledger/accounts/register:node:${a}`)", "address('/ledger/accounts/equity:fund:share')",
		"e.from.slice('assets:'.length)", "a.endsWith(':released')",
	} {
		one(t, bad, page(bad), "a.ts:2")
	}
	for _, good := range []string{
		"const of = { assets: 'x', equity: 1 };", "e.from_role === 'payout'", "// 'register:' is a path", "income: 'income: all of it',",
		"address(`/ledger/accounts/${a}`)", "x ? a : paid",
	} {
		one(t, good, page(good), "")
	}
}

// accountPaths names every text of a file that is the beginning of an account's path, and every String() that is taken apart
// at a colon.
func accountPaths(set *token.FileSet, file *ast.File) (faults []string) {
	all := heads()
	bad := func(n ast.Node, text, why string) {
		faults = append(faults, fmt.Sprintf("%s: %q %s: package ledger makes and reads accounts", set.Position(n.Pos()), text, why))
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Field:
			n.Tag = nil // it tells readers of an API what to expect
		case *ast.BasicLit:
			text, err := strconv.Unquote(n.Value)
			head, rest, found := strings.Cut(text, ":")
			if err == nil && found && slices.Contains(all, head) && !strings.Contains(rest, " ") {
				bad(n, text, "is the path of an account")
			}
		case *ast.CallExpr:
			if called, ok := n.Fun.(*ast.SelectorExpr); !ok || !isName(called.X, "strings") || len(n.Args) != 2 || !isString(n.Args[0]) {
				break
			}
			if mark, ok := n.Args[1].(*ast.BasicLit); ok && strings.Contains(mark.Value, ":") {
				bad(n, mark.Value, "takes a path apart")
			}
		}
		return true
	})
	return faults
}

func isName(x ast.Expr, name string) bool {
	id, ok := x.(*ast.Ident)
	return ok && id.Name == name
}

// isString says whether an expression is x.String().
func isString(x ast.Expr) bool {
	call, ok := x.(*ast.CallExpr)
	if !ok || len(call.Args) != 0 {
		return false
	}
	called, ok := call.Fun.(*ast.SelectorExpr)
	return ok && called.Sel.Name == "String"
}

func TestChecksOfAccountPathsCanFail(t *testing.T) {
	for source, want := range map[string]string{
		`package a; var x = "register:"`:                                            `a.go:1:20: "register:"`,
		`package a; var x = "expenses:share:" + w`:                                  "expenses:share:",
		"package a; var x = `equity:suspense`":                                      "equity:suspense",
		`package a; var x = "income: {source}"`:                                     "",
		`package a; var x = "payout:"`:                                              "",
		"package a; type t struct{ K string `example:\"register:*\"` }":             "",
		`package a; // "register:"`:                                                 "",
		`package a; var x = strings.Split(a.String(), ":")`:                         "takes a path apart",
		`package a; var x = strings.HasSuffix(p.From.String(), ":locked")`:          "takes a path apart",
		`package a; var x, y, z = strings.Cut(text, ":")`:                           "",
		`package a; var x = strings.HasPrefix(account.String(), other.String()+"")`: "",
	} {
		set, file := parse(t, "a.go", source)
		one(t, source, accountPaths(set, file), want)
	}
}
