package operator_test

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/operator"
)

func TestStatementText(t *testing.T) {
	t.Parallel()
	s := operator.Statement{Program: "gpunet", Chain: 1, Kind: "scores", Reference: "june-health", Digest: [32]byte{0: 0xab, 31: 1}}
	text, err := s.Text()
	want := "nodeledger gpunet on chain 1\nrecord scores june-health\nsha256 0xab" + strings.Repeat("00", 30) + "01\nafter 0 facts 0x" +
		strings.Repeat("00", 32)
	if err != nil || text != want {
		t.Errorf("%q, %v", text, err)
	}
	for name, edit := range map[string]func(*operator.Statement){
		"no program":               func(s *operator.Statement) { s.Program = "" },
		"a program with more":      func(s *operator.Statement) { s.Program = "gpunet on chain 2\n" },
		"no chain":                 func(s *operator.Statement) { s.Chain = 0 },
		"a kind with a blank":      func(s *operator.Statement) { s.Kind = "scores june" },
		"no kind":                  func(s *operator.Statement) { s.Kind = "" },
		"a reference with a line":  func(s *operator.Statement) { s.Reference = "x\nsha256 0x00" },
		"a line at its end":        func(s *operator.Statement) { s.Reference = "x\n" },
		"a carriage return":        func(s *operator.Statement) { s.Reference = "x\r" },
		"letters that look alike":  func(s *operator.Statement) { s.Reference = "jun\u0435" },
		"no reference":             func(s *operator.Statement) { s.Reference = "" },
		"a reference without end":  func(s *operator.Statement) { s.Reference = strings.Repeat("x", 129) },
		"an invisible separator":   func(s *operator.Statement) { s.Reference = "x\u2028y" },
		"a kind in capitals":       func(s *operator.Statement) { s.Kind = "Scores" },
		"a program with a newline": func(s *operator.Statement) { s.Program = "gpunet\n" },
	} {
		changed := s
		edit(&changed)
		text, err := changed.Text()
		if err == nil || text != "" || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %q, %v", name, text, err)
		}
	}
}

// Two statements have one text only when they are one statement.
func TestStatementsAreTold(t *testing.T) {
	t.Parallel()
	drawn := rapid.Custom(func(t *rapid.T) operator.Statement {
		return operator.Statement{
			Program:   rapid.StringMatching(`[a-z0-9][a-z0-9_-]{0,3}`).Draw(t, "program"),
			Chain:     rapid.Uint64Range(1, 12).Draw(t, "chain"),
			Kind:      rapid.StringMatching(`[a-z][a-z0-9-]{0,3}`).Draw(t, "kind"),
			Reference: rapid.StringMatching(`[A-Za-z0-9][A-Za-z0-9._:/#@+-]{0,3}`).Draw(t, "reference"),
			Digest:    [32]byte{rapid.Byte().Draw(t, "digest")},
			After:     operator.After{Facts: rapid.Uint64Range(0, 2).Draw(t, "facts"), Digest: [32]byte{rapid.Byte().Draw(t, "after")}},
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawn.Draw(t, "a"), drawn.Draw(t, "b")
		textA, errA := a.Text()
		textB, errB := b.Text()
		if errA != nil || errB != nil {
			t.Fatal(errA, errB)
		}
		if (textA == textB) != reflect.DeepEqual(a, b) || strings.Count(textA, "\n") != 3 {
			t.Fatalf("%+v and %+v are %q and %q", a, b, textA, textB)
		}
	})
}
