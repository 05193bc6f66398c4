package canonical_test

import (
	"bytes"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
)

// The canonical content of what is read is a legal program file by the schema as well.
func TestSchemaAdmitsCanonicalContent(t *testing.T) {
	t.Parallel()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(program.Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	if err := c.AddResource("program.json", doc); err != nil {
		t.Fatal(err)
	}
	schema := c.MustCompile("program.json")
	for name, src := range goodFiles(t) {
		text, err := jsonschema.UnmarshalJSON(bytes.NewReader(canonical.Text(mustRead(t, string(src)))))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(text); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzText: an accepted program's canonical content is a file of the same digest and the same versions.
func FuzzText(f *testing.F) {
	for _, src := range goodFiles(f) {
		f.Add(src)
	}
	f.Add([]byte(head + "score:\n  - { nodes: 1, factor: 1/3 }\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		p, err := program.Read("f.yaml", src)
		if err != nil {
			return
		}
		again, err := program.Read("again.yaml", canonical.Text(p))
		if err != nil {
			t.Fatalf("the canonical content is refused: %v\n%s", err, canonical.Text(p))
		}
		if canonical.Digest(again) != canonical.Digest(p) {
			t.Fatalf("the digest changed\n%s\n%s", canonical.Text(p), canonical.Text(again))
		}
		for _, m := range moments {
			if canonical.Version(again, m) != canonical.Version(p, m) {
				t.Fatalf("the version at %v changed\n%s\n%s", m, canonical.RulesAt(p, m), canonical.RulesAt(again, m))
			}
		}
	})
}
