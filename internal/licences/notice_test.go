package main

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// builders are packages of the contracts that compile them and of which nothing is in what they become.
var builders = map[string]bool{"solc": true}

// TestNoticeNamesWhatThePageAndTheContractsContain: what npm brings into what is shipped is in NOTICE.
func TestNoticeNamesWhatThePageAndTheContractsContain(t *testing.T) {
	notice, err := os.ReadFile("../../NOTICE")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"../../dashboard/web/package.json", "../../contracts/package.json"} {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var p struct{ Dependencies map[string]string }
		if err := json.Unmarshal(content, &p); err != nil {
			t.Fatal(err)
		}
		if len(p.Dependencies) == 0 {
			t.Errorf("%s names nothing", path)
		}
		for name := range p.Dependencies {
			if !builders[name] && !strings.Contains(string(notice), "\n    "+name+" ") {
				t.Errorf("NOTICE does not name %s of %s: write its copyright there", name, path)
			}
		}
	}
}
