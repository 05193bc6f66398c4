package problem_test

import (
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/problem"
)

func TestNearest(t *testing.T) {
	t.Parallel()
	list := []string{"payout", "program", "quote", "sync"}
	for word, want := range map[string]string{
		"payuot": "payout", "PAYOUT": "payout", "sink": "sync", "quote": "quote", "quot": "quote",
		"zebra": "", "": "", "x": "", strings.Repeat("quote", 13): "",
	} {
		if got := problem.Nearest(word, list); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
}
