package problem_test

import (
	"errors"
	"fmt"
	"io"
	"testing"

	"github.com/nodeledger/nodeledger/problem"
)

func TestARefusalKeepsItsKindAndCodeHoweverItIsWrapped(t *testing.T) {
	t.Parallel()
	few := problem.New(problem.Conflict, "not-enough", "%d nodes are left: ask for fewer", 3)
	for name, err := range map[string]error{
		"bare":    few,
		"wrapped": fmt.Errorf("quote: %w", few),
		"joined":  errors.Join(io.EOF, few),
		"as":      problem.As(problem.Invalid, "other", fmt.Errorf("quote: %w", few)),
	} {
		got := problem.Of(err)
		if got.Kind != problem.Conflict || got.Code != "not-enough" || got.Text != err.Error() {
			t.Errorf("%s: %v %s %q", name, got.Kind, got.Code, got.Text)
		}
	}
}

func TestAnErrorThatNobodyClassifiedIsOurs(t *testing.T) {
	t.Parallel()
	if got := problem.Of(io.EOF); got.Kind != problem.Internal || got.Kind.Status() != 500 || !errors.Is(got, io.EOF) {
		t.Errorf("%+v", got)
	}
	if problem.Of(nil) != nil || problem.As(problem.Invalid, "", nil) != nil {
		t.Error("nothing is wrong, and it is a refusal")
	}
	if got := problem.Of(problem.As(problem.Invalid, "", io.EOF)); got.Kind != problem.Invalid || got.Code != "invalid" ||
		!errors.Is(got, io.EOF) {
		t.Errorf("%+v", got)
	}
}

func TestEveryKindHasOneStatusAndName(t *testing.T) {
	t.Parallel()
	seen := map[any]bool{}
	for _, k := range problem.Kinds() {
		if k.String() == "" || k.Status() < 400 || k.Exit() != 1 || seen[k.String()] || seen[k.Status()] {
			t.Errorf("kind %d: %q %d %d", k, k, k.Status(), k.Exit())
		}
		seen[k.String()], seen[k.Status()] = true, true
	}
}

func TestTheCauseOfATextIsFound(t *testing.T) {
	t.Parallel()
	err := problem.Conflictf("the run: %w", io.EOF)
	if !errors.Is(err, io.EOF) || err.Error() != "the run: EOF" {
		t.Errorf("%v", err)
	}
	if problem.Conflictf("nothing behind it").Unwrap() != nil {
		t.Error("a cause out of nothing")
	}
}
