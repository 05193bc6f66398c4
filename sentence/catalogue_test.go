package sentence

import (
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

var (
	codeForm = regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	nameForm = regexp.MustCompile(`^[a-z]+$`)
)

// holes are the names in a template, in order, each once, with whether each is a count with its noun.
func holes(t *testing.T, template string) (names []string, counted map[string]bool) {
	t.Helper()
	counted = map[string]bool{}
	for rest := template; ; {
		before, hole, after, found := nextHole(rest)
		if strings.ContainsAny(before, "{}") {
			t.Errorf("%q has a brace that opens or closes nothing", template)
		}
		if !found {
			break
		}
		name, nouns, count := strings.Cut(hole, ":")
		if count {
			if one, many, both := strings.Cut(nouns, "|"); !both || one == "" || many == "" {
				t.Errorf("%q: write {%s:one|many}", template, name)
			}
			counted[name] = true
		}
		names, rest = append(names, name), after
	}
	slices.Sort(names)
	return slices.Compact(names), counted
}

func hasHan(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) }) >= 0
}

// hasWords says whether a template has letters besides its holes: one that has none is the same in every language.
func hasWords(template string) bool {
	for {
		before, _, after, found := nextHole(template)
		if strings.IndexFunc(before, unicode.IsLetter) >= 0 || !found {
			return strings.IndexFunc(before, unicode.IsLetter) >= 0
		}
		template = after
	}
}

func TestEveryFormSaysTheSameInBothLanguages(t *testing.T) {
	t.Parallel()
	seen := map[Code]bool{}
	for _, f := range Catalogue() {
		if seen[f.Code] {
			t.Errorf("%s is there twice", f.Code)
		}
		seen[f.Code] = true
		if !codeForm.MatchString(string(f.Code)) {
			t.Errorf("%s: write lower-case words joined by dashes", f.Code)
		}
		if f.English == "" || hasHan(f.English) || hasWords(f.English) && !hasHan(f.Chinese) {
			t.Errorf("%s needs a text in each language: %q, %q", f.Code, f.English, f.Chinese)
		}
		for _, template := range []string{f.English, f.Chinese} {
			names, counted := holes(t, template)
			if !slices.Equal(names, f.Names()) {
				t.Errorf("%s uses %v and has the parameters %v: %q", f.Code, names, f.Names(), template)
			}
			for name := range counted {
				if f.Params[name] != Count {
					t.Errorf("%s counts %s, which is a %s", f.Code, name, f.Params[name])
				}
			}
		}
		for name, kind := range f.Params {
			if !nameForm.MatchString(name) {
				t.Errorf("%s: the parameter %q: write lower-case letters", f.Code, name)
			}
			if err := kind.check(examples[kind]); err != nil {
				t.Errorf("%s: the parameter %s: %v", f.Code, name, err)
			}
		}
	}
	if len(seen) < 80 {
		t.Errorf("the catalogue has %d forms only: are all subjects in it?", len(seen))
	}
}

// examples is a value of each type.
var examples = map[Type]string{
	Text: "team", Count: "5", Wallet: "0x" + strings.Repeat("ab", 20), Day: "2026-01-06", Month: "2026-01", Instant: "2026-01-06T00:00:00Z",
	Amount: "12.5 USDT", Ratio: "28/3", Pool: "providers", Part: "0.2",
	Span: "90d",
}

func TestEverySentenceIsRenderedWhole(t *testing.T) {
	t.Parallel()
	for _, f := range Catalogue() {
		given := Params{}
		for name, kind := range f.Params {
			given[name] = examples[kind]
		}
		s := New(f.Code, given)
		if err := s.Check(); err != nil {
			t.Error(err)
		}
		for _, text := range []string{s.English(), s.Chinese()} {
			if strings.ContainsAny(text, "{}|") || strings.TrimSpace(text) != text || strings.Contains(text, "  ") {
				t.Errorf("%s: %q", f.Code, text)
			}
		}
	}
}

// TestEveryConstantHasAForm reads the package's own source: a code without a form would be shown as its code.
func TestEveryConstantHasAForm(t *testing.T) {
	t.Parallel()
	packages, err := parser.ParseDir(token.NewFileSet(), ".", nil, 0) //nolint:staticcheck // one package, no build tags
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	ast.Inspect(packages["sentence"], func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 {
			return true
		}
		kind, ok := spec.Type.(*ast.Ident)
		if !ok || kind.Name != "Code" {
			return true
		}
		code, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := Find(Code(code)); !ok {
			t.Errorf("%s = %q has no form", spec.Names[0].Name, code)
		}
		found++
		return true
	})
	if all := len(Catalogue()); found != all {
		t.Errorf("%d constants and %d forms", found, all)
	}
}

func TestNamesAreCompleteAndDistinct(t *testing.T) {
	for table, list := range map[string][]Name{"pools": Pools(), "kinds": Kinds(), "facts": Facts()} {
		seen := map[string]bool{}
		for _, n := range list {
			if n.Name == "" || n.English == "" || n.Chinese == "" || seen[n.Name] || seen["en "+n.English] || seen["zh "+n.Chinese] {
				t.Errorf("%s: %+v: every name stands once and has both languages", table, n)
			}
			seen[n.Name], seen["en "+n.English], seen["zh "+n.Chinese] = true, true, true
		}
	}
}
