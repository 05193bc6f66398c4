package intake

import (
	"encoding/hex"
	"math/big"
	"strings"

	"github.com/nodeledger/nodeledger/engine/fold"
)

// leftOut counts and sums the rows that rules leave out, in the order of the rules.
type leftOut struct {
	rules []skip
	rows  []fold.LeftOutRows
	gross []map[string]*decimal
	fees  []map[string]*decimal
}

func newLeftOut(rules []skip) *leftOut {
	l := &leftOut{rules: rules, rows: make([]fold.LeftOutRows, len(rules))}
	for i := range rules {
		l.rows[i].Rule = rules[i].String()
		l.gross, l.fees = append(l.gross, map[string]*decimal{}), append(l.fees, map[string]*decimal{})
	}
	return l
}

// takes says that a rule leaves a row out, and counts it.
func (l *leftOut) takes(of stripeReport, cell func(string) string) bool {
	for i, rule := range l.rules {
		if !strings.EqualFold(cell(rule.column), rule.value) {
			continue
		}
		l.rows[i].Rows++
		currency := strings.Clone(strings.ToLower(cell(of.currency)))
		gross, fee := cell(of.amount), cell(of.fee)
		if currency == "" || !amountForm.MatchString(gross) || !amountForm.MatchString(fee) {
			l.rows[i].Unsummed++
		} else {
			add(l.gross[i], currency, gross)
			add(l.fees[i], currency, fee)
		}
		return true
	}
	return false
}

// body is what the books keep of it, of a file with a SHA-256 digest; nil when no row was left out.
func (l *leftOut) body(digest []byte, source, reason string) *fold.LeftOutBody {
	var rows []fold.LeftOutRows
	for i, r := range l.rows {
		if r.Rows > 0 {
			r.Gross, r.Fees = written(l.gross[i]), written(l.fees[i])
			rows = append(rows, r)
		}
	}
	if len(rows) == 0 {
		return nil
	}
	return &fold.LeftOutBody{File: hex.EncodeToString(digest), Source: source, Reason: reason, Rules: rows}
}

// decimal is a sum with as many places as what has most of them.
type decimal struct {
	sum    big.Rat
	places int
}

func add(sums map[string]*decimal, currency, amount string) {
	d := sums[currency]
	if d == nil {
		d = new(decimal)
		sums[currency] = d
	}
	one, _ := new(big.Rat).SetString(amount) // amountForm is one of its forms
	d.sum.Add(&d.sum, one)
	_, fraction, _ := strings.Cut(amount, ".")
	d.places = max(d.places, len(fraction))
}

func written(sums map[string]*decimal) map[string]string {
	out := map[string]string{}
	for currency, d := range sums {
		out[currency] = d.sum.FloatString(d.places)
	}
	return out
}
