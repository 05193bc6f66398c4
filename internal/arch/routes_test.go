package arch

import (
	"encoding/json"
	"io/fs"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/danielgtaylor/huma/v2"
	"github.com/labstack/echo/v4"
	"github.com/nodeledger/nodeledger/httpapi/limits"
	"github.com/nodeledger/nodeledger/httpapi/operation"
)

// writtenRoute finds the API's paths in a document, with the method where one stands before it.
var writtenRoute = regexp.MustCompile(`(?:\b(GET|HEAD|POST|PUT|PATCH|DELETE)\x60? \x60?|^|[\s"'(\x60]|:8080)` +
	`(/(?:api/v1/|healthz|readyz|metrics|openapi)[A-Za-z0-9_./{}-]*)`)

// strangeRoutes names the paths in a document that no route has, and those that it has with other methods only. A part in braces
// stands for anything.
func strangeRoutes(name, text string, routes map[string][]string) (faults []string) {
	for _, m := range writtenRoute.FindAllStringSubmatch(text, -1) {
		method, path := m[1], strings.TrimRight(m[2], "./")
		known, allowed := false, false
		for route, methods := range routes {
			if fits(path, route) {
				known, allowed = true, allowed || method == "" || slices.Contains(methods, method)
			}
		}
		switch {
		case !known:
			faults = append(faults, name+" names "+path+", which the API does not have")
		case !allowed:
			faults = append(faults, name+" names "+method+" "+path+", and the API has the path with other methods only")
		}
	}
	return faults
}

// fits tells whether a path is a route's: each part the same, or anything where the route has a name in braces.
func fits(path, route string) bool {
	parts, names := strings.Split(path, "/"), strings.Split(route, "/")
	return slices.EqualFunc(parts, names, func(part, name string) bool { return part == name || strings.HasPrefix(name, "{") && part != "" })
}

func TestDocumentsNameOnlyRoutesThatExist(t *testing.T) {
	content, err := os.ReadFile(filepath.Join(root, "httpapi/testdata/openapi.json"))
	if err != nil {
		t.Fatal(err)
	}
	var api struct{ Paths map[string]map[string]any }
	if err := json.Unmarshal(content, &api); err != nil {
		t.Fatal(err)
	}
	// The metrics and the description itself are served beside the operations.
	routes := map[string][]string{"/metrics": {"GET"}}
	maps.Copy(routes, descriptions())
	for route, methods := range api.Paths {
		for method := range methods {
			routes[route] = append(routes[route], strings.ToUpper(method))
		}
	}
	read := 0
	walk(t, root, func(path string, _ fs.DirEntry) {
		if !strings.HasSuffix(path, ".md") {
			return
		}
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		read++
		for _, fault := range strangeRoutes(filepath.ToSlash(strings.TrimPrefix(path, root+"/")), string(content), routes) {
			t.Error(fault)
		}
	})
	if read < 30 || len(routes) < 50 {
		t.Errorf("%d documents and %d routes only", read, len(routes))
	}
}

// descriptions are the routes that an API has before it has any operation: its description, in every form that is served.
func descriptions() map[string][]string {
	router, routes := echo.New(), map[string][]string{}
	limits.ServeDescription(router, operation.New(router, huma.DefaultConfig("nodeledger", "test"), slog.New(slog.DiscardHandler)))
	for _, route := range router.Routes() {
		routes[route.Path] = append(routes[route.Path], route.Method)
	}
	return routes
}

// TestWhatIsServedBesideOperationsIsDocumented looks for the routes that the description does not list in docs/api.md; the operations
// there are compared by package httpapi.
func TestWhatIsServedBesideOperationsIsDocumented(t *testing.T) {
	content, err := os.ReadFile(filepath.Join(root, "docs/api.md"))
	if err != nil {
		t.Fatal(err)
	}
	routes := slices.Collect(maps.Keys(descriptions()))
	if !slices.Contains(routes, "/openapi.json") {
		t.Errorf("the description is served at %q only", routes)
	}
	for _, fault := range undocumented(string(content), append(routes, "/metrics")) {
		t.Error(fault)
	}
	one(t, "a form that is not documented", undocumented("`/openapi.json`", []string{"/openapi.json", "/openapi.phantom"}), "/openapi.phantom")
}

// undocumented names the routes that a document does not.
func undocumented(text string, routes []string) (faults []string) {
	for _, route := range routes {
		if !strings.Contains(text, "`"+route+"`") {
			faults = append(faults, "docs/api.md does not name "+route)
		}
	}
	return faults
}

func TestChecksOfRoutesCanFail(t *testing.T) {
	routes := map[string][]string{"/api/v1/holders/{wallet}": {"GET"}, "/readyz": {"GET"}, "/openapi.json": {"GET"},
		"/api/v1/session": {"GET", "POST"}, "/api/v1/payouts/{run}": {"GET"}, "/api/v1/payouts/exceptions": {"POST"}}
	one(t, "a route", strangeRoutes("a.md", "`GET /api/v1/phantom` answers", routes), "/api/v1/phantom")
	one(t, "a part too many", strangeRoutes("a.md", "`/api/v1/holders/0x1/x`", routes), "/api/v1/holders/0x1/x")
	one(t, "a probe", strangeRoutes("a.md", "see /healthz.", routes), "/healthz")
	one(t, "another form", strangeRoutes("a.md", "`/openapi.yaml`", routes), "/openapi.yaml")
	one(t, "another method", strangeRoutes("a.md", "`DELETE /api/v1/session` ends it", routes), "DELETE /api/v1/session")
	one(t, "a method beside", strangeRoutes("a.md", "`PUT` `/api/v1/session`", routes), "PUT /api/v1/session")
	one(t, "a method without a mark", strangeRoutes("a.md", "POST /readyz", routes), "POST /readyz")
	if faults := strangeRoutes("a.md", "`GET /api/v1/holders/0xe5`, /api/v1/holders/{w}, `POST /api/v1/session`, "+
		"`POST /api/v1/payouts/exceptions` and /readyz.", routes); faults != nil {
		t.Error(faults)
	}
}
