package sentence

import (
	"maps"
	"slices"
	"strings"
	"sync"
)

// Form is one entry of the catalogue.
type Form struct {
	Code   Code
	Params map[string]Type
	// The templates. {name} is a parameter's value; {name:node|nodes} is a count with its noun: "1 node", "2 nodes".
	English, Chinese string
}

// Language is one that the catalogue speaks.
type Language uint8

// The languages.
const (
	English Language = iota
	Chinese
)

// Catalogue is every form, grouped by subject.
func Catalogue() []Form { return slices.Clone(catalogue().list) }

// Find is the form of a code.
func Find(code Code) (Form, bool) {
	all := catalogue()
	i, ok := all.at[code]
	if !ok {
		return Form{}, false
	}
	return all.list[i], true
}

type book struct {
	list []Form
	at   map[Code]int
}

// catalogue is made once: a statement renders thousands of sentences.
var catalogue = sync.OnceValue(func() book {
	list := slices.Concat(natures(), accounts(), reportLines(), entries(), undone(), zeroReasons(), epochLines(), monthLines(),
		payouts(), operators(), notices(), warnings(), reconciliations(), values(), valuations(), fairness())
	b := book{list: list, at: map[Code]int{}}
	for i := range b.list {
		b.at[b.list[i].Code] = i
	}
	return b
})

// Names are the parameters' names in order.
func (f *Form) Names() []string { return slices.Sorted(maps.Keys(f.Params)) }

// Template is the form's text in a language.
func (f *Form) Template(l Language) string {
	if l == Chinese {
		return f.Chinese
	}
	return f.English
}

// render fills in the parameters. A parameter that is missing stays as a hole, so that it is seen.
func (f *Form) render(l Language, params Params) string {
	var b strings.Builder
	rest := f.Template(l)
	for {
		before, hole, after, found := nextHole(rest)
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, nouns, counted := strings.Cut(hole, ":")
		value, given := params[name]
		switch {
		case !given:
			b.WriteString("{" + hole + "}")
		case counted:
			b.WriteString(value + " " + noun(nouns, value))
		case f.Params[name] == Pool:
			b.WriteString(poolName(l, value))
		default:
			b.WriteString(value)
		}
		rest = after
	}
}

// nextHole cuts a template at its first {hole}.
func nextHole(template string) (before, hole, after string, found bool) {
	before, rest, found := strings.Cut(template, "{")
	if !found {
		return template, "", "", false
	}
	hole, after, found = strings.Cut(rest, "}")
	return before, hole, after, found
}

// noun picks the form for a count from "node|nodes".
func noun(nouns, count string) string {
	one, many, _ := strings.Cut(nouns, "|")
	if count == "1" {
		return one
	}
	return many
}
