package program

import (
	"errors"
	"strings"
	"testing"
)

// FuzzRead: reading never panics, and its errors are mistakes with places inside the file.
func FuzzRead(f *testing.F) {
	for _, src := range goodFiles(f) {
		f.Add(src)
	}
	for _, seed := range []string{
		"", "- 1", "a: &x [*x]", "program: x\n  schema: 1", "\xff", "a: |\n b", "{", "[[[[", "a: b: c", "? a\n: b", "\t", "a: 'x",
		head + "score:\n  - { nodes: 1, factor: 1/3 }\n",
		headEvent + "  purchase: { event: \"B(address a, uint[2][] b)\", buyer: a, quantity: one_per_log, amount: none }\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		p, err := Read("f.yaml", src)
		if err != nil {
			var list Errors
			if !errors.As(err, &list) || len(list) == 0 || p != nil {
				t.Fatalf("Read returned %v, %v", p, err)
			}
			lines := strings.Count(string(src), "\n") + 1
			for i, m := range list {
				if m.File != "f.yaml" || m.Line < 1 || m.Line > lines || m.Column < 1 || m.Text == "" || strings.Contains(m.Text, "\n") {
					t.Fatalf("a mistake without a place or a text: %+v (%d lines)", m, lines)
				}
				if i > 0 && (m.Line < list[i-1].Line || (m.Line == list[i-1].Line && m.Column < list[i-1].Column)) {
					t.Fatalf("mistakes are out of order: %v", list)
				}
			}
		}
	})
}
