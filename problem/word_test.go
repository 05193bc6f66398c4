package problem_test

import (
	"testing"

	"github.com/nodeledger/nodeledger/problem"
)

func TestAWordIsOneOfThoseThatAreAllowed(t *testing.T) {
	t.Parallel()
	if err := problem.CheckWord("csv", "csv", "stripe"); err != nil {
		t.Error(err)
	}
	p := problem.Of(problem.CheckWord("own", "csv", "stripe"))
	if p.Kind != problem.Invalid || p.Code != "invalid" || p.Text != `"own" is not one of csv, stripe` {
		t.Errorf("%+v", p)
	}
}
