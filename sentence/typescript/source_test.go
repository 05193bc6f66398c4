package main

import (
	"os"
	"testing"
)

func TestThePageHasTheCatalogue(t *testing.T) {
	const file = "../../dashboard/web/src/i18n/sentence.gen.ts"
	committed, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(committed) != source() {
		t.Errorf("%s differs from the catalogue: run `go generate ./sentence` and commit the file", file)
	}
}

func TestStringsAreQuoted(t *testing.T) {
	for text, want := range map[string]string{
		"plain":       "'plain'",
		"the sale's":  `"the sale's"`,
		`a\b`:         `'a\\b'`,
		`he's "here"`: `'he\'s "here"'`,
	} {
		if got := quoted(text); got != want {
			t.Errorf("quoted(%s) = %s, not %s", text, got, want)
		}
	}
}
