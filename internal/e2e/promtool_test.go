package e2e_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"github.com/nodeledger/nodeledger/httpapi/metrics"
)

// rulesFile has the alarms.
func rulesFile(t *testing.T) string {
	t.Helper()
	path, err := filepath.Abs(filepath.Join("..", "..", "deploy", "prometheus", "rules.yml"))
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// promtool runs Prometheus' own tool; scripts/setup.sh installs it.
func promtool(t *testing.T, args ...string) (string, error) {
	t.Helper()
	tool, err := exec.LookPath("promtool")
	if err != nil {
		t.Fatal("promtool is not installed: run scripts/setup.sh, or on Debian apt-get install --no-install-recommends prometheus")
	}
	out, err := exec.CommandContext(t.Context(), tool, args...).CombinedOutput()
	return string(out), err
}

// alarm is a rule of the file.
type alarm struct {
	Alert       string
	Expr        string
	Annotations map[string]string
}

func alarms(t *testing.T) []alarm {
	t.Helper()
	text, err := os.ReadFile(rulesFile(t))
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Groups []struct{ Rules []alarm } }
	if err := yaml.Unmarshal(text, &file); err != nil || len(file.Groups) != 1 {
		t.Fatalf("%d groups: %v", len(file.Groups), err)
	}
	return file.Groups[0].Rules
}

// TestRulesAreRight: promtool reads the rules, and says of each that it fires on the series that it is for and not on those of a server
// that is well.
func TestRulesAreRight(t *testing.T) {
	t.Parallel()
	if out, err := promtool(t, "check", "rules", rulesFile(t)); err != nil {
		t.Error(out)
	}
	tests := filepath.Join(filepath.Dir(rulesFile(t)), "rules_test.yml")
	if out, err := promtool(t, "test", "rules", tests); err != nil {
		t.Error(out)
	}
	text, err := os.ReadFile(tests)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range alarms(t) {
		if !strings.Contains(string(text), "  - name: "+a.Alert+"\n") ||
			!strings.Contains(string(text), "alertname: "+a.Alert+", exp_alerts: []") {
			t.Errorf("rules_test.yml does not have %s fire, and be silent", a.Alert)
		}
	}
}

// TestRulesNameWhatThereIs: each alarm has its row in the documentation, and is about metrics that the program has, or that every Go
// program and Prometheus itself have.
func TestRulesNameWhatThereIs(t *testing.T) {
	t.Parallel()
	manual, err := os.ReadFile(filepath.Join("..", "..", "docs", "operations.md"))
	if err != nil {
		t.Fatal(err)
	}
	named, list := regexp.MustCompile(`\b(?:nodeledger|process|go|up)(?:_\w+|\b)`), alarms(t)
	for _, a := range list {
		if !strings.Contains(string(manual), "\n| `"+a.Alert+"` | ") {
			t.Errorf("docs/operations.md does not say what to do about %s", a.Alert)
		}
		if a.Annotations["summary"] == "" || a.Annotations["action"] == "" || !strings.HasSuffix(a.Annotations["runbook_url"], "#alarms") {
			t.Errorf("%s does not say what it is and what to do: %v", a.Alert, a.Annotations)
		}
		found := named.FindAllString(strings.ReplaceAll(a.Expr, `job="nodeledger"`, ""), -1)
		for _, name := range found {
			if !measured(name) {
				t.Errorf("%s asks for %s, which there is not", a.Alert, name)
			}
		}
		if len(found) == 0 {
			t.Errorf("%s asks for nothing", a.Alert)
		}
	}
	if rows := strings.Count(string(manual), "\n| `Nodeledger"); rows != len(list) {
		t.Errorf("docs/operations.md has %d alarms, and there are %d", rows, len(list))
	}
	if measured("nodeledger_phantom") || measured("nodeledger_streams_count") {
		t.Error("metrics are found that there are not")
	}
}

// measured says whether a metric is one of the program's.
func measured(name string) bool {
	switch name {
	case "up", "process_start_time_seconds", "process_open_fds", "process_max_fds", "process_resident_memory_bytes",
		"process_cpu_seconds_total", "go_gc_gomemlimit_bytes", "go_goroutines", "go_memstats_heap_inuse_bytes":
		return true
	}
	for _, f := range metrics.Families() {
		if name == f.Name && f.Kind != "histogram" {
			return true
		}
		for _, end := range []string{"_bucket", "_count", "_sum"} {
			if f.Kind == "histogram" && name == f.Name+end {
				return true
			}
		}
	}
	return false
}

// sampled is a line of what a server is measured by: name, labels, value.
var sampled = regexp.MustCompile(`(?m)^((?:nodeledger|process)_\w+|go_gc_gomemlimit_bytes|up)(?:\{(.*)\})? (\S+)$`)

// series are the samples of scrapes, a minute between two, the last one again and again, as promtool takes them.
func series(t *testing.T, scrapes []string, repeated int) (list []map[string]string) {
	t.Helper()
	values, order := map[string][]string{}, []string{}
	for i, text := range scrapes {
		for _, found := range sampled.FindAllStringSubmatch(text, -1) {
			value, err := strconv.ParseFloat(found[3], 64)
			if err != nil {
				t.Fatal(err)
			}
			if strings.HasSuffix(found[1], "_bucket") || math.IsNaN(value) || math.IsInf(value, 0) {
				continue
			}
			name := found[1] + `{job="nodeledger", instance="real"`
			if found[2] != "" {
				name += ", " + found[2]
			}
			name += "}"
			if values[name] == nil {
				order = append(order, name)
			}
			for len(values[name]) < i {
				values[name] = append(values[name], "_")
			}
			values[name] = append(values[name], strconv.FormatFloat(value, 'f', -1, 64))
		}
	}
	for _, name := range order {
		v := values[name]
		if len(v) == len(scrapes) && repeated > 0 {
			v = append(v, fmt.Sprintf("%sx%d", v[len(v)-1], repeated))
		}
		list = append(list, map[string]string{"series": name, "values": strings.Join(v, " ")})
	}
	return list
}

// firing says which alarms fire where a server was measured so, a minute between two scrapes, and the last one holds for some minutes.
func firing(t *testing.T, holds int, scrapes ...string) map[string]bool {
	t.Helper()
	at := fmt.Sprintf("%dm", len(scrapes)-1+holds)
	fire, asks := map[string]bool{}, []map[string]any{}
	for _, a := range alarms(t) {
		fire[a.Alert] = true
		asks = append(asks, map[string]any{
			"expr": fmt.Sprintf(`count(ALERTS{alertstate="firing", alertname=%q}) > bool 0`, a.Alert), "eval_time": at,
			"exp_samples": []map[string]any{{"labels": "{}", "value": 1}},
		})
	}
	text, err := json.Marshal(map[string]any{"rule_files": []string{rulesFile(t)}, "evaluation_interval": "1m", "tests": []map[string]any{
		{"interval": "1m", "input_series": series(t, scrapes, holds), "promql_expr_test": asks}}}) // every JSON is YAML
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "real.yml")
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := promtool(t, "test", "rules", path)
	silent := regexp.MustCompile(`alertname=\\"(\w+)\\"[^\n]*\n[^\n]*exp:[^\n]*\n\s*got: nil`).FindAllStringSubmatch(out, -1)
	for _, found := range silent {
		delete(fire, found[1])
	}
	if (err == nil) != (len(silent) == 0) || strings.Count(out, "exp:") != len(silent) {
		t.Fatalf("promtool: %v: %s", err, out)
	}
	return fire
}
