package arch

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the rooms into CONTRIBUTING.md, and entries and reports into docs/accounting.md")

// inside says which packages of its own room a package may import. A package that is not listed imports none of them, so a new
// arrow inside a room is a decision that is written here.
var inside = map[string][]string{
	"beacon":             {"beacon/message"},
	"beacon/beaconchain": {"beacon/message"},
	"chain":              {"chain/stateproof"},
	"cmd/nodeledger": {"cmd/nodeledger/audit", "cmd/nodeledger/build", "cmd/nodeledger/deployment",
		"cmd/nodeledger/follower", "cmd/nodeledger/lasthead",
		"cmd/nodeledger/measure", "cmd/nodeledger/notary", "cmd/nodeledger/notices", "cmd/nodeledger/periodfiles",
		"cmd/nodeledger/progress", "cmd/nodeledger/proving", "cmd/nodeledger/reconciler", "cmd/nodeledger/redact", "cmd/nodeledger/survey",
		"cmd/nodeledger/traces", "cmd/nodeledger/turn", "cmd/nodeledger/usage"},
	"cmd/nodeledger/deployment": {"cmd/nodeledger/survey", "cmd/nodeledger/usage"},
	"cmd/nodeledger/measure":    {"cmd/nodeledger/traces"},
	"cmd/nodeledger/notices":    {"cmd/nodeledger/usage"},
	"contracts/deploy":          {"contracts", "contracts/nodelicense", "contracts/nodesale", "contracts/payoutdistributor"},
	"delivery":                  {"delivery/mail", "delivery/outbox", "delivery/webhook"},
	"engine":                    {"engine/fold"},
	"engine/fold":               {"engine/imprint"},
	"export":                    {"export/hledger"},
	"export/safe":               {"export"},
	"httpapi": {"httpapi/auth", "httpapi/limits", "httpapi/metrics", "httpapi/mirror", "httpapi/operation", "httpapi/operators",
		"httpapi/runfile", "httpapi/stream"},
	"httpapi/metrics":            {"httpapi/operators"},
	"httpapi/operation":          {"httpapi/fair"},
	"httpapi/mirror":             {"httpapi/operation"},
	"httpapi/operators":          {"httpapi/auth", "httpapi/operation", "httpapi/runfile"},
	"httpapi/runfile":            {"httpapi/operation"},
	"httpapi/auth":               {"httpapi/fair", "httpapi/operation"},
	"httpapi/limits":             {"httpapi/fair", "httpapi/operation"},
	"httpapi/stream":             {"httpapi/fair", "httpapi/limits", "httpapi/operation"},
	"intake":                     {"intake/sheet"},
	"internal/recompute/against": {"internal/recompute"},
	"internal/replay":            {"internal/replay/server", "internal/synth"},
	"internal/replay/habit":      {"internal/replay/server"},
	"internal/samplebooks":       {"internal/fakechain", "internal/replay/server"},
	"internal/synth":             {"internal/replay/server"},
	"internal/tamper":            {"internal/pgtest"},
	"ledger/checkpoint":          {"ledger"},
	"ledger/roll":                {"ledger"},
	"program/canonical":          {"program"},
	"program/describe":           {"program", "program/canonical"},
	"rewards/estimate":           {"rewards"},
	"sale/fairness":              {"sale"},
	"sentence/typescript":        {"sentence"},
	"store":                      {"store/cluster", "store/compact", "store/partition"},
	"view/earnings":              {"view", "view/statement"},
	"view/holder":                {"view"},
	"view/payout":                {"view"},
	"view/period":                {"view"},
	"view/quote":                 {"view"},
	"view/report":                {"view"},
	"view/statement":             {"view"},
}

func TestArrowsInsideRooms(t *testing.T) {
	for _, fault := range insideArrows(load(t)) {
		t.Error(fault)
	}
	if circle := circle(below); circle != nil {
		t.Errorf("the rooms stand on each other: %s", strings.Join(circle, " -> "))
	}
	if circle := circle(inside); circle != nil {
		t.Errorf("the packages of a room stand on each other: %s", strings.Join(circle, " -> "))
	}
}

// insideArrows names every import inside a room that is not in inside.
func insideArrows(g graph) (faults []string) {
	for _, p := range g.ours() {
		from := strings.TrimPrefix(p.ImportPath, module+"/")
		for _, imported := range p.Imports {
			to := strings.TrimPrefix(imported, module+"/")
			if room(imported) == room(p.ImportPath) && !slices.Contains(inside[from], to) {
				faults = append(faults, from+" imports "+to+": inside its room it stands on ["+strings.Join(inside[from], " ")+"] only")
			}
		}
	}
	return faults
}

// circle is a way along the arrows that ends where it begins, or nil.
func circle(arrows map[string][]string) []string {
	done := map[string]bool{}
	var walk func(way []string, at string) []string
	walk = func(way []string, at string) []string {
		if start := slices.Index(way, at); start >= 0 {
			return append(slices.Clone(way[start:]), at)
		}
		if done[at] {
			return nil
		}
		for _, next := range arrows[at] {
			if found := walk(append(slices.Clone(way), at), next); found != nil {
				return found
			}
		}
		done[at] = true
		return nil
	}
	for _, from := range slices.Sorted(maps.Keys(arrows)) {
		if found := walk(nil, from); found != nil {
			return found
		}
	}
	return nil
}

// The drawing and the table stand between these lines of CONTRIBUTING.md.
const (
	roomsBegin = "<!-- The rooms: written by `go test ./internal/arch -update` from `go list`. -->\n"
	roomsEnd   = "<!-- The end of the rooms. -->\n"
)

// TestDrawingOfRooms compares the rooms that CONTRIBUTING.md shows with the packages that there are; -update writes them.
func TestDrawingOfRooms(t *testing.T) {
	const path = root + "/CONTRIBUTING.md"
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := strings.Cut(string(content), roomsBegin)
	shown, after, closed := strings.Cut(rest, roomsEnd)
	if !found || !closed {
		t.Fatalf("%s lacks the lines between which the rooms are drawn", path)
	}
	g := load(t)
	for _, fault := range unexplained(g) {
		t.Error(fault)
	}
	drawn := drawing(g) + "\n" + table(g)
	if *update && shown != drawn {
		if err := os.WriteFile(path, []byte(before+roomsBegin+drawn+roomsEnd+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if shown != drawn {
		t.Error("CONTRIBUTING.md does not show the rooms as they are: run go test ./internal/arch -update")
	}
}

// unexplained names the packages without a package comment; generated bindings have none.
func unexplained(g graph) (faults []string) {
	for _, p := range g.ours() {
		bindings := strings.HasPrefix(p.ImportPath, module+"/contracts/")
		if p.Doc == "" && len(p.GoFiles) > 0 && !bindings {
			faults = append(faults, p.ImportPath+" has no package comment: say what it holds, and what it guarantees")
		}
	}
	return faults
}

// standsOn are the rooms that each room imports, the support of tests left out.
func standsOn(g graph) map[string][]string {
	on := map[string][]string{}
	for _, p := range g.ours() {
		from := room(p.ImportPath)
		if from == "internal" {
			continue
		}
		on[from] = append(on[from], []string{}...)
		for _, imported := range p.Imports {
			if to := room(imported); to != "" && to != from && !slices.Contains(on[from], to) {
				on[from] = append(on[from], to)
			}
		}
	}
	for from := range on {
		slices.Sort(on[from])
	}
	return on
}

// drawing is the graph of the rooms for mermaid. An arrow that others imply is left out.
func drawing(g graph) string {
	on := standsOn(g)
	var reaches func(from, to string) bool
	reaches = func(from, to string) bool {
		return from == to || slices.ContainsFunc(on[from], func(next string) bool { return reaches(next, to) })
	}
	var out strings.Builder
	out.WriteString("```mermaid\nflowchart TD\n")
	for _, from := range slices.Sorted(maps.Keys(on)) {
		for _, to := range on[from] {
			implied := slices.ContainsFunc(on[from], func(other string) bool { return other != to && reaches(other, to) })
			if !implied {
				fmt.Fprintf(&out, "    %s --> %s\n", from, to)
			}
		}
	}
	out.WriteString("```\n")
	return out.String()
}

// table says of every package what it is, in the first sentence of its comment, and which rooms it imports directly.
func table(g graph) string {
	var out strings.Builder
	out.WriteString("| package | what it is | rooms that it imports |\n|---|---|---|\n")
	for _, p := range g.ours() {
		if p.Doc == "" {
			continue
		}
		var imports []string
		for _, imported := range p.Imports {
			if to := room(imported); to != "" && to != room(p.ImportPath) && !slices.Contains(imports, to) {
				imports = append(imports, to)
			}
		}
		slices.Sort(imports)
		path := strings.TrimPrefix(p.ImportPath, module+"/")
		fmt.Fprintf(&out, "| `%s` | %s | %s |\n", path, sentence(p.Doc), strings.Join(imports, ", "))
	}
	return out.String()
}

// sentence is a package's first sentence without its name.
func sentence(doc string) string {
	for _, kind := range []string{"Package ", "Command "} {
		if rest, ok := strings.CutPrefix(doc, kind); ok {
			_, doc, _ = strings.Cut(rest, " ")
		}
	}
	return strings.ReplaceAll(strings.TrimSuffix(doc, ":"), "|", "\\|")
}

func TestChecksOfRoomsCanFail(t *testing.T) {
	one(t, "listed", insideArrows(made("view/holder imports view", "httpapi imports httpapi/auth ledger")), "")
	one(t, "up", insideArrows(made("view imports view/holder")), "view imports view/holder")
	one(t, "aside", insideArrows(made("view/holder imports view/quote")), "stands on [view] only")
	if got := circle(map[string][]string{"a": {"b"}, "b": {"c"}, "c": {"d", "b"}}); strings.Join(got, " ") != "b c b" {
		t.Errorf("the circle is %q", got)
	}
	if got := circle(map[string][]string{"a": {"b", "c"}, "b": {"c"}}); got != nil {
		t.Errorf("there is no circle, and it is %q", got)
	}
	g := made("sale imports ledger money strings", "ledger imports money", "money imports strings", "internal/x imports sale")
	g[module+"/sale"].Doc, g[module+"/ledger"].Doc = "Package sale sells.", "Package ledger is a|b."
	want := "```mermaid\nflowchart TD\n    ledger --> money\n    sale --> ledger\n```\n"
	if got := drawing(g); got != want {
		t.Errorf("the drawing is %s", got)
	}
	if got := table(g); !strings.HasSuffix(got, "| `ledger` | is a\\|b. | money |\n| `sale` | sells. | ledger, money |\n") {
		t.Errorf("the table is %s", got)
	}
	g[module+"/money"].GoFiles, g[module+"/ledger"].GoFiles = []string{"a.go"}, []string{"a.go"}
	one(t, "no comment", unexplained(g), "money has no package comment")
}
