package arch

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// writtenRoute finds the API's paths in a document.
var writtenRoute = regexp.MustCompile(`(?:^|[\s"'(\x60]|:8080)` +
	`(/(?:api/v1/|healthz|readyz|metrics|openapi)[A-Za-z0-9_./{}-]*)`)

// strangeRoutes names the paths in a document that no route has. A part in braces stands for anything.
func strangeRoutes(name, text string, routes []string) (faults []string) {
	for _, m := range writtenRoute.FindAllStringSubmatch(text, -1) {
		path := strings.TrimRight(m[1], "./")
		if !slices.ContainsFunc(routes, func(route string) bool { return fits(path, route) }) {
			faults = append(faults, name+" names "+path+", which the API does not have")
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
	var api struct{ Paths map[string]any }
	if err := json.Unmarshal(content, &api); err != nil {
		t.Fatal(err)
	}
	// The metrics and the description itself are served beside the operations.
	routes := []string{"/metrics", "/openapi.json"}
	for route := range api.Paths {
		routes = append(routes, route)
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

func TestChecksOfRoutesCanFail(t *testing.T) {
	routes := []string{"/api/v1/holders/{wallet}", "/readyz"}
	one(t, "a route", strangeRoutes("a.md", "`GET /api/v1/phantom` answers", routes), "/api/v1/phantom")
	one(t, "a part too many", strangeRoutes("a.md", "`/api/v1/holders/0x1/x`", routes), "/api/v1/holders/0x1/x")
	one(t, "a probe", strangeRoutes("a.md", "see /healthz.", routes), "/healthz")
	if faults := strangeRoutes("a.md", "`GET /api/v1/holders/0xe5`, /api/v1/holders/{w} and /readyz.", routes); faults != nil {
		t.Error(faults)
	}
}
