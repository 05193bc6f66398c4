package usage

import "testing"

func TestNearestWords(t *testing.T) {
	t.Parallel()
	known := []string{"payout", "program", "quote", "sync"}
	for word, want := range map[string]string{
		"payuot": "; did you mean payout?", "pay": "; did you mean payout?", "sink": "; did you mean sync?", "quote": "; did you mean quote?",
		"zebra": "", "": "", "x": "",
	} {
		if got := didYouMean(word, known, ""); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
}
