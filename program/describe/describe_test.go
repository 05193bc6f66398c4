package describe_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/describe"
)

var update = flag.Bool("update", false, "write the golden files anew")

// The sentences of the presets and of a file with everything in it, as golden files; write them anew with -update.
func TestRulesInWords(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"gpunet", "../testdata/everything.yaml", "../testdata/event.yaml"} {
		p, err := program.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, lang := range []string{"en", "zh"} {
			var out strings.Builder
			if err := describe.Write(&out, p, lang); err != nil {
				t.Fatal(err)
			}
			golden := fmt.Sprintf("testdata/%s.%s.txt", p.Name, lang)
			if *update {
				if err := os.WriteFile(golden, []byte(out.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if out.String() != string(want) {
				t.Errorf("%s differs:\n%s", golden, out.String())
			}
			if strings.Contains(out.String(), "%!") || !utf8.ValidString(out.String()) {
				t.Errorf("%s has a broken sentence", golden)
			}
		}
	}
}

func TestPresetsHaveNotes(t *testing.T) {
	t.Parallel()
	for _, name := range program.Presets() {
		p, err := program.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		if notes := describe.Notes(p); len(notes) != 3 {
			t.Errorf("%s: notes %q", name, notes)
		}
	}
}
