package arch

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"sort"
	"strings"
	"sync"
	"testing"
)

const module = "github.com/nodeledger/nodeledger"

// root is the folder of the module, seen from this package.
const root = "../.."

// listed is a package as `go list` tells it.
type listed struct {
	ImportPath string
	Name       string
	Doc        string // the first sentence of the package comment
	GoFiles    []string
	Imports    []string
}

// graph is every package that the module consists of or needs, by import path.
type graph map[string]*listed

var once = sync.OnceValues(func() (graph, error) {
	list := exec.Command("go", "list", "-deps", "-json=ImportPath,Name,Doc,GoFiles,Imports", "./...")
	list.Dir = root
	out, err := list.Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return nil, errors.New("go list -deps ./...: " + string(exit.Stderr))
	}
	if err != nil {
		return nil, err
	}
	g := graph{}
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		p := new(listed)
		switch err := d.Decode(p); {
		case errors.Is(err, io.EOF):
			return g, nil
		case err != nil:
			return nil, err
		}
		g[p.ImportPath] = p
	}
})

func load(t *testing.T) graph {
	t.Helper()
	g, err := once()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// room is the first folder of a package of ours, or nothing for a package of somebody else.
func room(importPath string) string {
	rest, ours := strings.CutPrefix(importPath, module+"/")
	if !ours {
		return ""
	}
	first, _, _ := strings.Cut(rest, "/")
	return first
}

// ours are the packages of this module in order.
func (g graph) ours() (list []*listed) {
	for path, p := range g {
		if room(path) != "" {
			list = append(list, p)
		}
	}
	sort.Slice(list, func(i, j int) bool { return list[i].ImportPath < list[j].ImportPath })
	return list
}

// of are the packages of a room in order.
func (g graph) of(name string) (list []*listed) {
	for _, p := range g.ours() {
		if room(p.ImportPath) == name {
			list = append(list, p)
		}
	}
	return list
}

// way is the shortest chain of imports from a package to one that is target or lies below it; nil when there is none.
func (g graph) way(from, target string) []string {
	cameFrom := map[string]string{from: ""}
	for queue := []string{from}; len(queue) > 0; queue = queue[1:] {
		at := queue[0]
		if at == target || strings.HasPrefix(at, target+"/") {
			var way []string
			for ; at != ""; at = cameFrom[at] {
				way = append(way, at)
			}
			slices.Reverse(way)
			return way
		}
		if g[at] == nil {
			continue
		}
		for _, next := range g[at].Imports {
			if _, seen := cameFrom[next]; !seen {
				cameFrom[next] = at
				queue = append(queue, next)
			}
		}
	}
	return nil
}

// made is a graph from lines like "sale imports ledger net/http", for the tests of the checks. The names of rooms stand
// for packages of ours.
func made(lines ...string) graph {
	g := graph{}
	full := func(name string) string {
		if first, _, _ := strings.Cut(name, "/"); below[first] != nil || first == "elsewhere" {
			return module + "/" + name
		}
		return name
	}
	for _, line := range lines {
		words := strings.Fields(line)
		p := &listed{ImportPath: full(words[0])}
		for _, imported := range words[2:] {
			p.Imports = append(p.Imports, full(imported))
		}
		g[p.ImportPath] = p
	}
	return g
}

func TestChecksOfArrowsCanFail(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines []string
		want  string // in the only fault; empty: none
	}{
		{"downwards", []string{"sale imports ledger money program strings", "engine imports sale referral"}, ""},
		{"inside a room", []string{"chain/devnet imports contracts/nodesale", "chain imports chain/devnet"}, ""},
		{"upwards", []string{"ledger imports sale"}, "stands on [money problem] only"},
		{"a rule on another", []string{"referral imports money sale"}, "referral imports"},
		{"the engine on an adapter", []string{"engine imports store"}, "engine imports"},
		{"the API on an adapter", []string{"httpapi imports chain"}, "httpapi imports"},
		{"one adapter on the other", []string{"store imports chain"}, "store imports"},
		{"the product on support of tests", []string{"cmd/nodeledger imports internal/pgtest"}, "cmd/nodeledger imports"},
		{"a room that nobody knows", []string{"elsewhere imports money"}, "does not list"},
	} {
		one(t, c.name, arrows(made(c.lines...)), c.want)
	}
	for _, c := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"nothing", []string{"sale imports ledger strings", "ledger imports crypto/sha256"}, ""},
		{"a name that only begins alike", []string{"sale imports net/httpx gorm.iox"}, ""},
		{"directly", []string{"sale imports net/http"}, "sale -> net/http"},
		{"a package below it", []string{"sale imports gorm.io/gorm/clause"}, "sale -> gorm.io/gorm/clause"},
		{"through others", []string{"sale imports example.org/a", "example.org/a imports example.org/b", "example.org/b imports net/http"},
			"sale -> example.org/a -> example.org/b -> net/http"},
	} {
		one(t, c.name, reaching(made(c.lines...), []string{"sale"}, outside), c.want)
	}
	one(t, "directly", importing(made("ledger imports database/sql"), pure, outsideDirectly), "ledger imports database/sql")
	one(t, "the standard library alone", borrowed(made("internal/recompute imports math/big time")), "")
	one(t, "a rule", borrowed(made("internal/recompute imports rewards time")), "imports github.com/nodeledger/nodeledger/rewards")
	one(t, "somebody else's code", borrowed(made("internal/recompute imports github.com/holiman/uint256")), "imports github.com/holiman")
	one(t, "not directly", importing(made("ledger imports database/sql/driver"), pure, outsideDirectly), "")
}

// one expects exactly one fault with a text in it, or none when the text is empty.
func one(t *testing.T, name string, faults []string, want string) {
	t.Helper()
	switch {
	case want == "" && len(faults) > 0:
		t.Errorf("%s: unexpected %q", name, faults)
	case want != "" && (len(faults) != 1 || !strings.Contains(faults[0], want)):
		t.Errorf("%s: got %q, expected one fault with %q", name, faults, want)
	}
}
