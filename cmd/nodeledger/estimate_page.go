package main

import (
	"cmp"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/nodeledger/nodeledger/wire"
)

// writeEstimate is an estimate for people: each result with the assumptions that it follows from, the scenarios beside
// each other, the curve, and every assumption with its source.
func writeEstimate(w io.Writer, p *wire.Estimate) {
	assumed := map[string]string{}
	for _, a := range p.Assumptions {
		value := a.Value.Text
		if len(value) > 40 {
			value = value[:40] + "..." // the list below has all of it
		}
		assumed[a.Name] = fmt.Sprintf("%s %s (%s)", strings.ReplaceAll(a.Name, "_", " "), value, a.Source)
	}
	table(w, func(row func(cells ...any)) {
		names := []string{"", "as assumed"}
		list := []*wire.Outcome{&p.Outcome}
		for i := range p.Scenarios {
			names, list = append(names, p.Scenarios[i].Name), append(list, &p.Scenarios[i].Outcome)
		}
		row(append(cells(names), "because")...)
		for _, line := range resultLines(&p.Units) {
			texts := []string{line.name}
			for _, o := range list {
				texts = append(texts, cmp.Or(line.of(o), "-"))
			}
			var because []string
			for _, name := range line.because {
				if text, ok := assumed[name]; ok {
					because = append(because, text)
				}
			}
			row(append(cells(texts), strings.Join(because, ", "))...)
		}
	})
	fmt.Fprintln(w)
	table(w, func(row func(cells ...any)) {
		row("month", "day", "locked", "available", p.Units.USDT, "value USD")
		for i, m := range p.Series {
			if last := len(p.Series) - 1; i == last || i%max(1, last/12) == 0 {
				row(m.Month, m.At[:len("2006-01-02")], short(m.Locked), short(m.Available), short(m.USDT), cmp.Or(short(m.Value), "-"))
			}
		}
	})
	fmt.Fprintln(w)
	table(w, func(row func(cells ...any)) {
		row("assumption", "value", "source")
		for _, a := range p.Assumptions {
			row(strings.ReplaceAll(a.Name, "_", " "), a.Value.Text, a.Source)
		}
	})
	fmt.Fprintln(w, "An estimate, not a promise: it comes true if every assumption does. Numbers are cut off after 6 places; --json "+
		"has them in full.")
}

// resultLine is one result and the names of the assumptions that are shown beside it.
type resultLine struct {
	name    string
	of      func(*wire.Outcome) string
	because []string
}

func resultLines(u *wire.Units) []resultLine {
	points, tokens := cmp.Or(u.Points, "points"), cmp.Or(u.Tokens, "tokens")
	return []resultLine{
		{"active nodes", func(o *wire.Outcome) string { return short(o.ActiveNodes) }, []string{"adoption", "adoption_of"}},
		{"score", func(o *wire.Outcome) string { return short(o.Score) }, []string{"wallets"}},
		{"share", func(o *wire.Outcome) string { return o.Share }, []string{"average_factor"}},
		{points + " a month", func(o *wire.Outcome) string { return short(o.PointsPerMonth) }, []string{"points_per_day", "validators_part"}},
		{points + " in all", func(o *wire.Outcome) string { return short(o.Points) }, []string{"point_days", "points_issued"}},
		{tokens + " from the drop", func(o *wire.Outcome) string { return short(o.Drop) }, []string{"drop", "drop_by"}},
		{tokens + " a day", func(o *wire.Outcome) string { return short(o.TokensPerDay) }, []string{"emission"}},
		{tokens + " a month", func(o *wire.Outcome) string { return short(o.TokensPerMonth) }, []string{"lock"}},
		{tokens + " a year", func(o *wire.Outcome) string { return short(o.TokensPerYear) }, nil},
		{tokens + " in all", func(o *wire.Outcome) string { return short(o.Tokens) }, []string{"tge", "months"}},
		{cmp.Or(u.USDT, "revenue") + " a month", func(o *wire.Outcome) string { return short(o.USDTPerMonth) }, []string{"coverage", "fund"}},
		{"cost USD", func(o *wire.Outcome) string { return short(o.Cost) }, []string{"paid", "asset_price"}},
		{"value USD", func(o *wire.Outcome) string { return short(o.Value) }, []string{"token_price", "point_price"}},
		{"value / cost", func(o *wire.Outcome) string { return short(o.Return) }, nil},
		{"APR (1 is 100%)", func(o *wire.Outcome) string { return short(o.APR) }, []string{"months"}},
		{"implied valuation USD", func(o *wire.Outcome) string { return short(o.FDV) }, []string{"supply", "paid"}},
		{"break-even month", func(o *wire.Outcome) string {
			if o.BreakEvenMonth != nil {
				return strconv.FormatUint(*o.BreakEvenMonth, 10)
			}
			return o.BreakEven
		}, []string{"token_price", "paid"}},
	}
}

// short is a decimal cut off after 6 places.
func short(decimal string) string {
	whole, places, _ := strings.Cut(decimal, ".")
	places = strings.TrimRight(places[:min(6, len(places))], "0")
	if places == "" {
		return whole
	}
	return whole + "." + places
}

func cells(texts []string) []any {
	list := make([]any, len(texts))
	for i, t := range texts {
		list[i] = t
	}
	return list
}
