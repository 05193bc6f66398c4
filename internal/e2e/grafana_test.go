package e2e_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/httpapi/metrics"
)

// TestTheDashboardAsksForWhatThereIs: the dashboard is JSON, every expression of it is one that Prometheus reads and names metrics that the
// program has, and everything that is measured of the program is in one of them, but what a single number says better.
func TestTheDashboardAsksForWhatThereIs(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile(filepath.Join("..", "..", "deploy", "grafana", "nodeledger.json"))
	if err != nil {
		t.Fatal(err)
	}
	var board struct {
		UID    string
		Panels []struct {
			ID      int
			Title   string
			Type    string
			Targets []struct{ Expr string }
		}
	}
	if err := json.Unmarshal(text, &board); err != nil || board.UID != "nodeledger" {
		t.Fatal(board.UID, err)
	}
	named, seen, ids := regexp.MustCompile(`\b(?:nodeledger|process|go)_\w+`), map[string]bool{}, map[int]bool{}
	var rules strings.Builder
	rules.WriteString("groups:\n  - name: dashboard\n    rules:\n")
	for _, p := range board.Panels {
		if ids[p.ID] || p.Type != "row" && len(p.Targets) == 0 {
			t.Errorf("panel %d, %s, is there twice or asks for nothing", p.ID, p.Title)
		}
		ids[p.ID] = true
		for _, target := range p.Targets {
			found := named.FindAllString(target.Expr, -1)
			for _, name := range found {
				seen[name] = true
				if !measured(name) {
					t.Errorf("panel %s asks for %s, which there is not", p.Title, name)
				}
			}
			if len(found) == 0 || !strings.Contains(target.Expr, `job="$job", instance=~"$instance"`) {
				t.Errorf("panel %s asks for nothing of the servers that are chosen: %s", p.Title, target.Expr)
			}
			expr, _ := json.Marshal(target.Expr)
			rules.WriteString("      - { record: asked, expr: " + string(expr) + " }\n")
		}
	}
	beside := map[string]bool{"nodeledger_updated_seconds": true, "nodeledger_verified_seconds": true, "nodeledger_build_info": true,
		"nodeledger_events": true, "nodeledger_transactions": true, "nodeledger_covered_blocks": true, "nodeledger_proof_level": true,
		"nodeledger_database_up": true, "nodeledger_notices_oldest_waiting_seconds": true, "nodeledger_endpoint_up": true}
	for _, f := range metrics.Families() {
		if !seen[f.Name] && !seen[f.Name+"_bucket"] && !beside[f.Name] {
			t.Errorf("no panel shows %s", f.Name)
		}
	}
	path := filepath.Join(t.TempDir(), "dashboard.yml")
	if err := os.WriteFile(path, []byte(rules.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	// Rules of one name are a finding of the linter alone.
	if out, err := promtool(t, "check", "rules", "--lint=none", path); err != nil {
		t.Error(out)
	}
}
