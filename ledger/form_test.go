package ledger

import (
	"regexp"
	"testing"

	"pgregory.net/rapid"
)

func TestFormsAreWhatTheyAreWrittenAs(t *testing.T) {
	t.Parallel()
	for pattern, is := range map[string]func(string) bool{
		`^[a-z][a-z0-9-]{0,31}$`:                  isWord,
		`^[a-z0-9][a-z0-9_-]{0,63}$`:              isName,
		`^[0-9a-zA-Z][0-9a-zA-Z._-]{0,63}$`:       isRule,
		`^[0-9A-Za-z][0-9A-Za-z._:/#@+-]{0,127}$`: isReference,
		`^[a-z][a-z0-9]{0,15}$`:                   isSymbol,
	} {
		form := regexp.MustCompile(pattern)
		rapid.Check(t, func(t *rapid.T) {
			text := rapid.OneOf(
				rapid.StringMatching(`[a-zA-Z0-9._:/#@+ -]{0,4}`), rapid.StringMatching(`[a-z0-9-]{30,33}`),
				rapid.StringMatching(`[a-z0-9_-]{63,66}`), rapid.StringMatching(`[a-z0-9:-]{126,130}`), rapid.String(),
				rapid.StringMatching(`[a-z0-9]{14,18}`),
			).Draw(t, "text")
			if is(text) != form.MatchString(text) {
				t.Fatalf("%q against %s: %v", text, pattern, is(text))
			}
		})
	}
}
