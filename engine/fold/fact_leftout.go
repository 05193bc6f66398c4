package fold

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
)

// LeftOutBody is what somebody left out of a file of revenue on request, and why. Nothing of it is booked.
type LeftOutBody struct {
	File   string        `json:"file"` // SHA-256 of its bytes, in hexadecimal digits
	Source string        `json:"source"`
	Reason string        `json:"reason"`
	Rules  []LeftOutRows `json:"rules"`
}

// LeftOutRows are the rows that one rule left out. A sum is a decimal by its currency, such as eur; a row whose currency or amounts
// cannot be read is in none.
type LeftOutRows struct {
	Rule     string            `json:"rule"` // a column and its value, such as currency=eur
	Rows     int               `json:"rows"`
	Gross    map[string]string `json:"gross,omitempty"`
	Fees     map[string]string `json:"fees,omitempty"`
	Unsummed int               `json:"unsummed,omitempty"` // rows that are in no sum
}

// maxReason is the most letters of a reason.
const maxReason = 500

// leftOutEntry: rows of a file were left out on request. Its transaction moves nothing and says what and why.
var leftOutEntry = entry[LeftOutBody]{
	scope: always[LeftOutBody](operator.Record),
	form:  `left-out-[0-9a-f]{64}`,
	reference: func(b *LeftOutBody) string {
		text, _ := json.Marshal(b) // strings, numbers and maps of strings always encode
		digest := sha256.Sum256(text)
		return "left-out-" + hex.EncodeToString(digest[:])
	},
	check: func(_ context.Context, p *Proposal, b *LeftOutBody) error {
		switch {
		case p.fold.program.Revenue == nil:
			return p.fold.program.Lacks("revenue")
		case strings.TrimSpace(b.Reason) == "" || utf8.RuneCountInString(b.Reason) > maxReason:
			return problem.Invalidf("the reason to leave rows out must have 1 to %d letters", maxReason)
		case len(b.Rules) == 0:
			return problem.Invalidf("no rows were left out: there is nothing to record")
		}
		return p.fold.program.Revenue.CheckSource(b.Source)
	},
	draft: func(_ context.Context, p *Proposal, b *LeftOutBody) ([]ledger.Draft, error) {
		when := p.fact.When()
		rules := make([]string, len(b.Rules))
		for i := range b.Rules {
			rules[i] = b.Rules[i].String()
		}
		return []ledger.Draft{{
			Kind: FactKind, Program: p.fold.program.Name, Rule: "facts-1", Effective: when, Source: p.fact.Source(),
			Meta: ledger.Meta{"file": b.File, "source": b.Source, "reason": b.Reason, "left_out": strings.Join(rules, "; ")},
		}}, nil
	},
}

// String is such as "currency=eur: 2 rows, gross 105.00 eur, fees 3.65 eur".
func (r *LeftOutRows) String() string {
	rows := "rows"
	if r.Rows == 1 {
		rows = "row"
	}
	text := fmt.Sprintf("%s: %d %s", r.Rule, r.Rows, rows)
	for _, sum := range []struct {
		name string
		of   map[string]string
	}{{"gross", r.Gross}, {"fees", r.Fees}} {
		for _, currency := range sortedCurrencies(sum.of) {
			text += fmt.Sprintf(", %s %s %s", sum.name, sum.of[currency], currency)
		}
	}
	if r.Unsummed > 0 {
		text += fmt.Sprintf(", %d in no sum", r.Unsummed)
	}
	return text
}

func sortedCurrencies(sums map[string]string) []string {
	list := make([]string, 0, len(sums))
	for currency := range sums {
		list = append(list, currency)
	}
	slices.Sort(list)
	return list
}
