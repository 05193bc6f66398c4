package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/spf13/cobra"
)

// deployed are the files that packages, images and charts are made of, by their paths, with what is in them.
func deployed(t *testing.T) map[string]string {
	t.Helper()
	root := filepath.Join("..", "..")
	files := map[string]string{}
	read := func(path string) {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		name, _ := filepath.Rel(root, path)
		files[filepath.ToSlash(name)] = string(content)
	}
	read(filepath.Join(root, ".goreleaser.yaml"))
	err := filepath.WalkDir(filepath.Join(root, "deploy"), func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			read(path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

var (
	deployedSetting = regexp.MustCompile(`\bNODELEDGER_[A-Z_]+`)
	deployedFlag    = regexp.MustCompile(`(?m)(?:^\s*- |serve, )--([a-z-]+)(?:=|\]|$)`)
)

// foreignSettings are read by compose alone.
var foreignSettings = "NODELEDGER_VERSION"

// TestWhatIsDeployedSetsWhatServeReads: a setting or a flag that serve does not have would be ignored, or keep it from starting.
func TestWhatIsDeployedSetsWhatServeReads(t *testing.T) {
	t.Parallel()
	serve, _, err := (&invocation{App: &App{}}).root().Find([]string{"serve"})
	if err != nil {
		t.Fatal(err)
	}
	settings, flags := 0, 0
	for path, content := range deployed(t) {
		for _, name := range deployedSetting.FindAllString(content, -1) {
			settings++
			if name != foreignSettings && !reads(serve, name) {
				t.Errorf("%s sets %s, which serve does not read", path, name)
			}
		}
		if !strings.HasPrefix(path, "deploy/") {
			continue
		}
		for _, found := range deployedFlag.FindAllStringSubmatch(content, -1) {
			if strings.Contains(path, "compose") && strings.Contains(found[0], "config") {
				continue // of Prometheus
			}
			flags++
			if serve.Flags().Lookup(found[1]) == nil {
				t.Errorf("%s gives serve --%s, which it does not have", path, found[1])
			}
		}
	}
	if settings < 15 || flags < 3 {
		t.Errorf("only %d settings and %d flags were found", settings, flags)
	}
	if reads(serve, "NODELEDGER_PHANTOM") || reads(serve, "NODELEDGER_RATE") {
		t.Error("settings are found that there are not")
	}
}

// reads says whether a command takes a setting from the environment: help says it of each.
func reads(c *cobra.Command, name string) bool {
	flag := strings.ToLower(strings.ReplaceAll(strings.TrimPrefix(name, "NODELEDGER_"), "_", "-"))
	found := c.Flag(flag)
	return found != nil && strings.Contains(found.Usage, "("+name+")")
}

// TestDeployedFilesAreWhole: what is YAML reads as it, and what packages are made of is there.
func TestDeployedFilesAreWhole(t *testing.T) {
	t.Parallel()
	files := deployed(t)
	for path, content := range files {
		if filepath.Ext(path) != ".yaml" && filepath.Ext(path) != ".yml" || strings.Contains(path, "/templates/") {
			continue
		}
		var tree map[string]any
		least := 2
		if strings.HasSuffix(path, "/rules.yml") {
			least = 1 // Prometheus' form: groups alone
		}
		if err := yaml.Unmarshal([]byte(content), &tree); err != nil || len(tree) < least {
			t.Errorf("%s: %d keys: %v", path, len(tree), err)
		}
	}
	parts := regexp.MustCompile(`(?m)(?:src|preinstall|postinstall|preremove): ([A-Za-z][A-Za-z0-9/._-]*)`)
	found := parts.FindAllStringSubmatch(files[".goreleaser.yaml"], -1)
	for _, part := range found {
		if strings.HasPrefix(part[1], "bin/release/") {
			continue // made by scripts/release-files.sh
		}
		if _, err := os.Stat(filepath.Join("..", "..", part[1])); err != nil {
			t.Errorf(".goreleaser.yaml: %v", err)
		}
	}
	if len(found) < 12 {
		t.Errorf("packages are made of %d parts", len(found))
	}
}

// TestTheUnitIsConfined: systemd-analyze weighs the unit where there is a systemd (make package-test); these must be in it.
func TestTheUnitIsConfined(t *testing.T) {
	t.Parallel()
	unit := deployed(t)["deploy/systemd/nodeledger.service"]
	set := map[string]string{}
	for line := range strings.Lines(unit) {
		if key, value, found := strings.Cut(strings.TrimSpace(line), "="); found && !strings.HasPrefix(key, "#") {
			set[key] = strings.TrimSpace(set[key] + " " + value)
		}
	}
	for key, want := range map[string]string{
		"ExecStart": "/usr/bin/nodeledger serve", "EnvironmentFile": "/etc/nodeledger/nodeledger.env", "User": "nodeledger",
		"StateDirectory": "nodeledger", "CapabilityBoundingSet": "", "NoNewPrivileges": "true", "PrivateDevices": "true", "PrivateTmp": "true",
		"PrivateUsers": "true", "ProtectHome": "true", "ProtectSystem": "strict", "MemoryDenyWriteExecute": "true",
		"RestrictAddressFamilies": "AF_INET AF_INET6 AF_UNIX", "SystemCallFilter": "@system-service ~@privileged @resources",
		"Restart": "on-failure", "WantedBy": "multi-user.target",
	} {
		if got, found := set[key]; !found || got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
}
