package problem

import (
	"slices"
	"strings"
)

// CheckWord refuses a word that is not one of those that are allowed.
func CheckWord(word string, allowed ...string) error {
	if slices.Contains(allowed, word) {
		return nil
	}
	return Invalidf("%q is not one of %s", word, strings.Join(allowed, ", "))
}
