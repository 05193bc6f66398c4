package estimate_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

func ratio(t testing.TB, text string) money.Ratio {
	t.Helper()
	r, err := money.ParseRatio(text)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func at(t testing.TB, text string) time.Time {
	t.Helper()
	when, err := time.Parse(time.RFC3339, text)
	if err != nil {
		t.Fatal(err)
	}
	return when.UTC()
}

func load(t testing.TB, name string) *program.Program {
	t.Helper()
	p, err := program.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func ratioOf(t *rapid.T, num, den uint64) money.Ratio {
	r, err := money.NewRatio(num, den)
	if err != nil {
		t.Fatal(err)
	}
	return r
}
