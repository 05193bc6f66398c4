package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestTheClientIsGenerated: the committed sources follow from the description of the API that is in the tree.
func TestTheClientIsGenerated(t *testing.T) {
	t.Parallel()
	made, err := files(filepath.Join("..", described))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range made {
		if got, err := os.ReadFile(filepath.Join("..", name)); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not what the description says: run go generate ./clients/go (%v)", name, err)
		}
	}
}

// TestWhatGoHasNoWordForIsRefused: a form that the generator does not know is an error, not a wrong type.
func TestWhatGoHasNoWordForIsRefused(t *testing.T) {
	t.Parallel()
	for name, s := range map[string]schema{
		"a fraction": {Type: "number"}, "two types": {Type: []any{"string", "integer"}}, "no type": {},
		"a list of fractions": {Type: "array", Items: &schema{Type: "number"}},
	} {
		if kind, err := goType(s, true); err == nil {
			t.Errorf("%s became %s", name, kind)
		}
	}
	for want, s := range map[string]schema{
		"*int64": {Type: []any{"integer", "null"}}, "[]Amount": {Type: "array", Items: &schema{Ref: "#/components/schemas/Amount"}},
		"map[string]string": {Type: "object", Additional: map[string]any{"type": "string"}}, "*bool": {Type: "boolean"},
	} {
		if kind, err := goType(s, false); err != nil || kind != want {
			t.Errorf("%s: %v, want %s", kind, err, want)
		}
	}
}
