package e2e_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/nodeledger/nodeledger/internal/replay/habit"
	"github.com/nodeledger/nodeledger/internal/synth"
)

// TestCallsOfAPoll: near the head a poll is a few calls at the levels that chains with many blocks have, and none is made twice. The table
// in docs/endpoints.md has the numbers that are counted here.
func TestCallsOfAPoll(t *testing.T) {
	var rows [4][]string
	for _, level := range []string{"none", "events", "full"} {
		for i, counted := range callsOfPolls(t, level) {
			rows[i] = append(rows[i], counted)
		}
	}
	docs, err := os.ReadFile(filepath.Join("..", "..", "docs", "endpoints.md"))
	if err != nil {
		t.Fatal(err)
	}
	for i, what := range []string{"none", "one, without events", "one, with a purchase", "five, without events"} {
		if row := fmt.Sprintf("| %s | %s |\n", what, strings.Join(rows[i], " | ")); !strings.Contains(string(docs), row) {
			t.Errorf("docs/endpoints.md does not have the row %s", row)
		}
	}
}

// callsOfPolls counts the calls of polls with one endpoint, of a sale whose contract has a counter: with no new block, with one without
// events, with one with a purchase, and with five without events.
func callsOfPolls(t *testing.T, level string) (rows [4]string) {
	t.Helper()
	w := worldAtLevel(t, 3, filepath.Join(t.TempDir(), "books.db"), level, synth.Genesis)
	w.restart(w.nodes[0].url)
	if err := w.sync(); err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	calls := map[string]int{}
	w.nodes[0].behave(&habit.Habit{Ask: func(c *habit.Call) {
		mu.Lock()
		defer mu.Unlock()
		calls[c.Method]++
	}})
	for i, purchases := range [4][]int{{}, {0}, {1}, {0, 0, 0, 0, 0}} {
		for range 2 { // the second one finds what there is to know about the endpoint known
			for _, n := range purchases {
				w.blocks = append(w.blocks, w.block(n))
			}
			w.show()
			clear(calls)
			if err := w.sync(); err != nil {
				t.Fatal(err)
			}
		}
		all := 0
		var each []string
		for _, method := range slices.Sorted(maps.Keys(calls)) {
			all += calls[method]
			each = append(each, fmt.Sprintf("%d `%s`", calls[method], method))
		}
		rows[i] = fmt.Sprintf("%d: %s", all, strings.Join(each, ", "))
	}
	return rows
}
