package httpapi_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// description is what of the API's description the checks of answers go by.
type description struct {
	Paths map[string]map[string]struct {
		OperationID string
		Tags        []string
		Summary     string
		Description string
		Responses   map[string]struct {
			Content map[string]struct{ Schema node }
		}
	}
	Components struct{ Schemas map[string]node }
}

// node is a schema.
type node struct {
	Ref        string `json:"$ref"`
	Type       any
	Items      *node
	Enum       []string
	Required   []string
	Properties map[string]node
	AllOf      []node
}

// check serves through h and holds every answer to the description: a refusal has one of the codes that its operation lists, and
// no list is null.
type checked struct {
	*testing.T
	handler http.Handler
	read    sync.Once
	api     description
}

// ServeHTTP answers as the handler does.
func (c *checked) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	method, path := r.Method, r.URL.Path
	c.handler.ServeHTTP(w, r)
	answer, ok := w.(*httptest.ResponseRecorder)
	if !ok {
		return
	}
	c.read.Do(func() {
		seen := httptest.NewRecorder()
		c.handler.ServeHTTP(seen, httptest.NewRequestWithContext(c.Context(), http.MethodGet, "/openapi.json", nil))
		if seen.Code == http.StatusOK {
			check(c.T, json.Unmarshal(seen.Body.Bytes(), &c.api))
		}
	})
	for route, operations := range c.api.Paths {
		o, is := operations[strings.ToLower(method)]
		if !is || !fits(route, path) {
			continue
		}
		media, _, _ := strings.Cut(answer.Header().Get("Content-Type"), ";")
		schema := o.Responses[strconv.Itoa(answer.Code)].Content[media].Schema
		if answer.Code >= 400 {
			var p struct{ Code string }
			if json.Unmarshal(answer.Body.Bytes(), &p) == nil &&
				(len(schema.AllOf) < 2 || !slices.Contains(schema.AllOf[1].Properties["code"].Enum, p.Code)) {
				c.Errorf("%s answers %d %s, which its description does not list", o.OperationID, answer.Code, p.Code)
			}
			return
		}
		var got any
		if media == "application/json" && answer.Header().Get("Content-Encoding") == "" && json.Unmarshal(answer.Body.Bytes(), &got) == nil {
			c.lists(o.OperationID, schema, got)
		}
		return
	}
}

// lists names the lists of an answer that are null or absent.
func (c *checked) lists(at string, s node, got any) {
	if s.Ref != "" {
		s = c.api.Components.Schemas[strings.TrimPrefix(s.Ref, "#/components/schemas/")]
	}
	if list, ok := got.([]any); ok && s.Items != nil {
		for _, one := range list {
			c.lists(at+"[]", *s.Items, one)
		}
	}
	object, ok := got.(map[string]any)
	if !ok {
		return
	}
	for name, p := range s.Properties {
		value, there := object[name]
		if p.Type == "array" && (!slices.Contains(s.Required, name) || !there || value == nil) {
			c.Errorf("%s.%s is a list that may be missing: %v", at, name, value)
		}
		if there {
			c.lists(at+"."+name, p, value)
		}
	}
}

// fits says whether a path is one of a route's.
func fits(route, path string) bool {
	want, got := strings.Split(route, "/"), strings.Split(path, "/")
	if len(want) != len(got) {
		return false
	}
	for i := range want {
		if !strings.HasPrefix(want[i], "{") && want[i] != got[i] {
			return false
		}
	}
	return !(strings.Contains(route, "{run}") && got[len(got)-1] == "exceptions")
}

// Whoever makes a client from the description finds every operation by what it does, in a group, with words, and reads every
// list without asking whether it is there.
func TestEveryOperationIsDescribed(t *testing.T) {
	t.Parallel()
	g := newVisit(t)
	var api description
	check(t, json.Unmarshal(g.send(http.MethodGet, "/openapi.json").Body.Bytes(), &api))
	verbs := []string{
		"get", "list", "explain", "download", "prove", "stream", "request", "sign", "record", "import", "revoke", "release", "resolve",
		"close", "prepare", "preview", "plan",
		"propose", "approve", "export", "cancel", "compare", "thaw", "hold", "replace", "add", "consent", "recover", "resend", "test",
	}
	seen := map[string]bool{}
	for path, operations := range api.Paths {
		for method, o := range operations {
			verb, object, _ := strings.Cut(o.OperationID, "-")
			if !slices.Contains(verbs, verb) || object == "" || seen[o.OperationID] {
				t.Errorf("%s %s: %q does not say what it does, or is there twice", method, path, o.OperationID)
			}
			seen[o.OperationID] = true
			if len(o.Tags) != 1 || o.Tags[0] == "" || o.Summary == "" || o.Description == "" {
				t.Errorf("%s lacks a group or words: %q, %q, %q", o.OperationID, o.Tags, o.Summary, o.Description)
			}
		}
	}
	for name, s := range api.Components.Schemas {
		for field, p := range s.Properties {
			if types, several := p.Type.([]any); several && slices.Contains(types, any("array")) {
				t.Errorf("the list %s.%s may be null", name, field)
			}
			// What is sent may leave a list out; who reads an answer need not ask whether there is one.
			if p.Type == "array" && !slices.Contains(s.Required, field) && !strings.HasSuffix(name, "RequestBody") {
				t.Errorf("the list %s.%s may be missing", name, field)
			}
		}
	}
}

// TestEverythingIsDescribed: no property of an answer or a request and no parameter is without words.
func TestEverythingIsDescribed(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile(filepath.Join("testdata", "openapi.json"))
	check(t, err)
	var api struct {
		Paths map[string]map[string]struct {
			Parameters []struct{ Name, Description string }
		}
		Components struct {
			Schemas map[string]struct {
				Properties map[string]struct{ Description string }
			}
		}
	}
	check(t, json.Unmarshal(content, &api))
	properties := 0
	for name, schema := range api.Components.Schemas {
		for property, is := range schema.Properties {
			if properties++; is.Description == "" && property != "$schema" {
				t.Errorf("%s.%s has no description: give its field a doc tag", name, property)
			}
		}
	}
	for path, operations := range api.Paths {
		for method, o := range operations {
			for _, p := range o.Parameters {
				if p.Description == "" {
					t.Errorf("%s %s: the parameter %s has no description", method, path, p.Name)
				}
			}
		}
	}
	if properties < 500 {
		t.Errorf("%d properties were found only", properties)
	}
}
