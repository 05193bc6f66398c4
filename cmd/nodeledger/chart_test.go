package main

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"text/template"

	"github.com/goccy/go-yaml"
)

// chartFiles are the files of the chart that are no templates.
type chartFiles struct{ folder string }

// Get is a file by its path in the chart, as Helm gives it.
func (c chartFiles) Get(name string) (string, error) {
	content, err := os.ReadFile(filepath.Join(c.folder, name))
	return string(content), err
}

// rendered is a template of the chart with values, made with those functions of Helm that the templates of the monitor and the alarms call.
// make deploy-check has Helm itself render the whole chart.
func rendered(t *testing.T, name string, values map[string]any) (object map[string]any) {
	t.Helper()
	folder := filepath.Join("..", "..", "deploy", "helm", "nodeledger")
	made := template.New("chart")
	made.Funcs(template.FuncMap{
		"contains": func(part, whole string) bool { return strings.Contains(whole, part) },
		"quote":    func(text string) string { return `"` + text + `"` },
		"nindent": func(n int, text string) string {
			margin := "\n" + strings.Repeat(" ", n)
			return margin + strings.ReplaceAll(text, "\n", margin)
		},
		"toYaml": func(v any) (string, error) {
			text, err := yaml.Marshal(v)
			return strings.TrimSuffix(string(text), "\n"), err
		},
		"include": func(name string, data any) (string, error) {
			var out strings.Builder
			err := made.ExecuteTemplate(&out, name, data)
			return strings.TrimSpace(out.String()), err
		},
	})
	if _, err := made.ParseFiles(filepath.Join(folder, "templates", "_names.tpl"), filepath.Join(folder, "templates", name)); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := made.ExecuteTemplate(&out, name, map[string]any{
		"Values": values, "Files": chartFiles{folder},
		"Chart":   map[string]any{"Name": "nodeledger", "Version": "1.0.0", "AppVersion": "1.0.0"},
		"Release": map[string]any{"Name": "books", "Service": "Helm"},
	}); err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal([]byte(out.String()), &object); err != nil {
		t.Fatalf("%s: %v:\n%s", name, err, out.String())
	}
	return object
}

// TestTheChartHasTheAlarms: where they are asked for, the chart has the alarms that Prometheus' tool and the tests of the program have seen
// fire, and the service is scraped under the name that they ask for. Where they are not, there is nothing.
func TestTheChartHasTheAlarms(t *testing.T) {
	t.Parallel()
	values := func(enabled bool) map[string]any {
		on := map[string]any{"enabled": enabled, "labels": map[string]any{"release": "prometheus"}, "interval": "15s"}
		return map[string]any{"metrics": map[string]any{"enabled": true, "port": 9090, "monitor": on, "rules": on}}
	}
	var want map[string]any
	if err := yaml.Unmarshal([]byte(deployed(t)["deploy/prometheus/rules.yml"]), &want); err != nil {
		t.Fatal(err)
	}
	rules := rendered(t, "rules.yaml", values(true))
	if !reflect.DeepEqual(rules["spec"], want) || rules["kind"] != "PrometheusRule" {
		t.Errorf("the chart has other alarms: %v", rules)
	}
	monitor := rendered(t, "monitor.yaml", values(true))
	spec, _ := monitor["spec"].(map[string]any)
	labels, _ := monitor["metadata"].(map[string]any)["labels"].(map[string]any)
	ends, _ := spec["endpoints"].([]any)
	if spec["jobLabel"] != "app.kubernetes.io/name" || labels["app.kubernetes.io/name"] != "nodeledger" || labels["release"] != "prometheus" ||
		len(ends) != 1 || ends[0].(map[string]any)["port"] != "metrics" {
		t.Errorf("the monitor is %v", monitor)
	}
	for _, name := range []string{"rules.yaml", "monitor.yaml"} {
		if object := rendered(t, name, values(false)); object != nil {
			t.Errorf("nobody asked for %s, and there is %v", name, object)
		}
	}
}
