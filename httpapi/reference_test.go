package httpapi_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// reference is what docs/api.md takes from the API's description.
type reference struct {
	Tags []struct {
		Name, Description string
	}
	Paths map[string]map[string]struct {
		OperationID string
		Tags        []string
		Summary     string
		Security    []any
		Responses   map[string]struct{ Description string }
	}
}

// What the generated part of docs/api.md stands between.
const referenceBegins, referenceEnds = "<!-- operations: written by go test ./httpapi -run TestReference -update -->\n",
	"<!-- end of operations -->\n"

// TestReferenceHasEveryOperation holds docs/api.md to the API's description: every route and every code, and no other.
func TestReferenceHasEveryOperation(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile(filepath.Join("testdata", "openapi.json"))
	check(t, err)
	var api reference
	check(t, json.Unmarshal(content, &api))
	path := filepath.Join("..", "docs", "api.md")
	document, err := os.ReadFile(path)
	check(t, err)
	before, rest, begins := strings.Cut(string(document), referenceBegins)
	tables, after, ends := strings.Cut(rest, referenceEnds)
	if !begins || !ends {
		t.Fatalf("%s has no place between %q and %q", path, referenceBegins, referenceEnds)
	}
	want := operationTables(&api) + codeTable(&api, routeCodes(t))
	if tables == want {
		return
	}
	if *update {
		check(t, os.WriteFile(path, []byte(before+referenceBegins+want+referenceEnds+after), 0o600))
		return
	}
	t.Errorf("%s does not say what the API has: go test ./httpapi -run TestReference -update writes this:\n%s", path, want)
}

// operationTables is a table for each group of operations.
func operationTables(api *reference) string {
	var out strings.Builder
	for _, tag := range api.Tags {
		fmt.Fprintf(&out, "\n## %s\n\n%s\n\n| operation | request | what it is | for |\n|---|---|---|---|\n",
			strings.ToUpper(tag.Name[:1])+tag.Name[1:], tag.Description)
		for _, path := range slices.Sorted(maps.Keys(api.Paths)) {
			for _, method := range slices.Sorted(maps.Keys(api.Paths[path])) {
				o := api.Paths[path][method]
				if !slices.Contains(o.Tags, tag.Name) {
					continue
				}
				who := "everybody"
				if len(o.Security) > 0 {
					who = "operators"
				}
				fmt.Fprintf(&out, "| `%s` | `%s %s` | %s | %s |\n", o.OperationID, strings.ToUpper(method), path, o.Summary, who)
			}
		}
	}
	return out.String()
}

// code is a code that a refusal may have.
type code struct{ status, name, text string }

// routeCodes are those of requests that reach no operation, as the server answers them.
func routeCodes(t *testing.T) (list []code) {
	t.Helper()
	s, _ := recorded(t)
	for _, c := range []struct{ method, path, text string }{
		{http.MethodGet, "/api/v1/nothing", "no operation has this path"},
		{http.MethodPut, "/api/v1/sale", "the operation is called with another method"},
	} {
		w := s.ask(c.method, c.path)
		list = append(list, code{strconv.Itoa(w.Code), s.problem(w).Code, c.text})
	}
	return list
}

// codeTable is every code that a refusal may have. The description of an answer lists its codes as "code: text; code: text".
func codeTable(api *reference, codes []code) string {
	for _, path := range api.Paths {
		for _, o := range path {
			for status, r := range o.Responses {
				if status[0] != '4' && status[0] != '5' {
					continue
				}
				for part := range strings.SplitSeq(r.Description, "; ") {
					if name, text, ok := strings.Cut(part, ": "); ok {
						codes = append(codes, code{status, name, text})
					}
				}
			}
		}
	}
	slices.SortFunc(codes, func(a, b code) int {
		return cmp.Or(strings.Compare(a.status, b.status), strings.Compare(a.name, b.name), strings.Compare(a.text, b.text))
	})
	out := "\n## Codes\n\nA program decides by the code; the text is for people and may change.\n\n| code | status | when |\n|---|---|---|\n"
	for _, c := range slices.Compact(codes) {
		out += fmt.Sprintf("| `%s` | %s | %s |\n", c.name, c.status, c.text)
	}
	return out
}
