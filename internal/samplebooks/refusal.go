package samplebooks

import (
	"errors"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/problem"
)

// RefusalCode is the code of a refusal, whose text must be one line.
func RefusalCode(t testing.TB, err error) problem.Code {
	t.Helper()
	var refusal *problem.Error
	if !errors.As(err, &refusal) {
		t.Fatalf("%v has no code", err)
	}
	if refusal.Text == "" || strings.Contains(refusal.Text, "\n") {
		t.Errorf("%q is not one line", refusal.Text)
	}
	return refusal.Code
}
