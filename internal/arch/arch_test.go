// Package arch holds the tests of the module's own shape: which package may import which, what the rules may not use,
// and what may not stand in the tree at all. It has no code of its own.
//
// Guaranteed, as long as the tests pass:
//   - An arrow between two rooms (first-level folders) is one of those in below.
//   - What the rules import, directly or through others, holds no database, no network and no web server.
//   - The rules have no binary floating point, and ask no clock.
//
// Not guaranteed: anything about what only test files import.
package arch

import (
	"slices"
	"strings"
	"testing"
)

// below says which rooms a room may import, besides itself. The list goes from the ground up.
var below = map[string][]string{
	"problem":   {},
	"money":     {"problem"},
	"evm":       {"money", "problem"},
	"ledger":    {"money", "problem"},
	"program":   {"money", "problem"},
	"sentence":  {"money", "problem"},
	"sale":      rules, // the rules never import each other
	"referral":  rules,
	"rewards":   rules,
	"payout":    rules,
	"operator":  {"ledger", "problem"},
	"consensus": {}, // a light client's rules know nothing of books
	"engine":    over(rules, "sale", "referral", "rewards", "payout", "operator"),
	"contracts": {"money", "program"}, // the settings that a deployment is planned from
	// The two that fulfil the engine's ports, and the types that the ports speak in.
	"chain":    over(rules, "sale", "payout", "engine", "contracts"),
	"store":    over(rules, "sale", "engine", "postgres"),
	"postgres": {}, // connections, for whoever keeps something in that database
	// What beacon nodes say, for the rules of the consensus, and what those prove, for the engine.
	"beacon": over(rules, "consensus", "engine"),
	// What is shown and what goes in and out reads through the engine.
	"view":   over(reading, "export", "intake"),
	"notice": reading,
	"wire":   over(reading, "view", "export", "notice"),
	"intake": reading,
	"export": reading,
	// The page is files.
	"dashboard": {},
	"httpapi":   over(reading, "view", "wire", "intake", "export", "dashboard", "notice"),
	"demo":      over(reading, "view", "wire", "intake", "export", "httpapi", "chain", "store", "consensus", "beacon"),
	"delivery":  over(reading, "wire", "notice", "postgres"),
	"cmd": over(reading, "view", "wire", "intake", "export", "httpapi", "demo", "chain", "store", "notice", "delivery",
		"consensus", "beacon"),
	// For programs of others: it knows the API by its description alone.
	"clients": {},
	// Support of tests: nothing that is shipped imports it.
	"internal": over(reading, "chain", "store", "consensus", "beacon"),
}

// What the rules stand on, and what everything that reads the books may know besides.
var (
	rules   = []string{"problem", "money", "evm", "ledger", "sentence", "program"}
	reading = over(rules, "sale", "referral", "rewards", "payout", "operator", "engine", "contracts")
)

func over(ground []string, more ...string) []string { return append(slices.Clone(ground), more...) }

// pure are the rooms that only compute.
var pure = []string{"problem", "money", "evm", "ledger", "sentence", "program", "sale", "referral", "rewards", "payout", "operator",
	"notice", "consensus"}

// outside is what no pure room may reach, not through any other package either. The engine, which joins them by ports,
// may not either.
var outside = []string{
	"gorm.io",
	"github.com/jackc/pgx",
	"modernc.org/sqlite",
	"github.com/labstack/echo",
	"github.com/danielgtaylor/huma",
	"github.com/ethereum/go-ethereum/ethclient",
	"github.com/ethereum/go-ethereum/rpc",
	"net/http",
}

// outsideDirectly may not be imported by a pure room itself. Types of numbers that can be stored (uint256) import it for
// their own reasons.
var outsideDirectly = []string{"database/sql", "net", "os/exec", "log", "log/slog", "math/rand", "math/rand/v2"}

func TestArrowsPointDown(t *testing.T) {
	g := load(t)
	for _, room := range []string{"money", "ledger", "program", "sale", "referral", "engine", "chain", "store", "contracts"} {
		if len(g.of(room)) == 0 {
			t.Errorf("there is no package in %s: was the room renamed? then rename it here", room)
		}
	}
	for _, fault := range arrows(g) {
		t.Error(fault)
	}
}

func TestRulesReachNothingOutside(t *testing.T) {
	g := load(t)
	for _, fault := range reaching(g, append([]string{"engine"}, pure...), outside) {
		t.Error(fault)
	}
	for _, fault := range importing(g, pure, outsideDirectly) {
		t.Error(fault)
	}
}

// arrows names every import between rooms that is not in below.
func arrows(g graph) (faults []string) {
	for _, p := range g.ours() {
		from := room(p.ImportPath)
		allowed, known := below[from]
		if !known {
			faults = append(faults, p.ImportPath+" is in a room that below does not list: say there what it may import")
			continue
		}
		for _, imported := range p.Imports {
			to := room(imported)
			if to == "" || to == from || slices.Contains(allowed, to) {
				continue
			}
			faults = append(faults, p.ImportPath+" imports "+imported+": "+from+" stands on ["+strings.Join(allowed, " ")+"] only")
		}
	}
	return faults
}

// reaching names every way from a package of the rooms to a forbidden one.
func reaching(g graph, rooms, forbidden []string) (faults []string) {
	for _, name := range rooms {
		for _, p := range g.of(name) {
			for _, f := range forbidden {
				if way := g.way(p.ImportPath, f); way != nil {
					faults = append(faults, p.ImportPath+" may not know "+f+": "+strings.Join(way, " -> "))
				}
			}
		}
	}
	return faults
}

// importing names every direct import of a forbidden package by a package of the rooms.
func importing(g graph, rooms, forbidden []string) (faults []string) {
	for _, name := range rooms {
		for _, p := range g.of(name) {
			for _, imported := range p.Imports {
				if slices.Contains(forbidden, imported) {
					faults = append(faults, p.ImportPath+" imports "+imported+": rules only compute, hand them values")
				}
			}
		}
	}
	return faults
}

// alone is the package that says a second time what the rules say: it may stand on nothing of this module, and on nobody else's code.
const alone = "internal/recompute"

func TestTheSecondImplementationStandsAlone(t *testing.T) {
	g := load(t)
	if g[module+"/"+alone] == nil {
		t.Fatalf("there is no package %s: was it renamed? then rename it here", alone)
	}
	for _, fault := range borrowed(g) {
		t.Error(fault)
	}
}

// borrowed names what the package that stands alone imports beside the standard library.
func borrowed(g graph) (faults []string) {
	for _, imported := range g[module+"/"+alone].Imports {
		if first, _, _ := strings.Cut(imported, "/"); strings.Contains(first, ".") {
			faults = append(faults, alone+" imports "+imported+": what it says is worth something as long as it is written without it")
		}
	}
	return faults
}
