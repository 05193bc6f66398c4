package problem_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/nodeledger/nodeledger/problem"
)

func TestRowsAndWhatWasMeantAreKeptHoweverTheyAreWrapped(t *testing.T) {
	t.Parallel()
	err := problem.Invalidf("2 rows are invalid")
	err.Reasons, err.DidYouMean = []string{"it is late"}, "ALPHA"
	err.Rows = []problem.Row{{Number: 3, Text: "it has 4 cells"}, {Reference: "txn_4", Text: "it is too late"}}
	got := problem.Of(fmt.Errorf("june.csv: %w", err))
	if got.Text != "june.csv: 2 rows are invalid" || got.DidYouMean != "ALPHA" || !slices.Equal(got.Rows, err.Rows) {
		t.Errorf("%+v", got)
	}
	if want := []string{"it is late", "row 3: it has 4 cells", "txn_4: it is too late"}; !slices.Equal(got.Details(), want) {
		t.Errorf("%q, not %q", got.Details(), want)
	}
}
