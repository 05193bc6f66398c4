package program

import (
	"slices"
	"strings"

	"github.com/nodeledger/nodeledger/money"
)

// Source says where a setting of the file is from. It decides no number.
type Source struct {
	Setting string // its path in the file, such as "token.emission.first"
	Origin  Origin
	Items   []uint64          // of the seed, rising; none: not one of its numbered items
	Text    map[string]string // by language, en and zh: what was read, and which reading was taken where there are two
}

// Origin is where a number was published.
type Origin string

// The origins.
const (
	FromSeed          Origin = "seed"          // the numbered words with which the project began
	FromContract      Origin = "contract"      // the deployed contract's code or state
	FromDocumentation Origin = "documentation" // the project's later documentation
	Placeholder       Origin = "placeholder"   // nobody published it: it stands here so that the file can be used
)

// Valuation is an implied valuation that somebody published for an adoption.
type Valuation struct {
	Adoption money.Ratio // active nodes as a part of all, above 0 and at most 1
	USD      money.Ratio // above 0
}

// SourceOf finds where a setting is from: its own entry, or that of the group that it stands in.
func (p *Program) SourceOf(setting string) (Source, bool) {
	for {
		if i := slices.IndexFunc(p.Sources, func(s Source) bool { return s.Setting == setting }); i >= 0 {
			return p.Sources[i], true
		}
		i := strings.LastIndexByte(setting, '.')
		if i < 0 {
			return Source{}, false
		}
		setting = setting[:i]
	}
}

// published reads where the file's numbers are from: by the path of a setting.
func (r *reader) published(n *node, file section) (list []Source) {
	if n == nil {
		return nil
	}
	s := r.group(n, "sources")
	for _, setting := range s.order {
		if !known(setting, file) {
			r.fault(s.keyAt[setting], "sources has %q, which is not a setting of this file; write the path of one, such as token.emission.first",
				clip(setting))
		}
		e := r.open(s.get(setting), "source", "sources."+clip(setting))
		e.need("origin", "seed, contract, documentation or placeholder")
		for _, language := range []string{"en", "zh"} {
			e.need(language, "what was read, in both languages")
		}
		from := Source{Setting: setting, Text: map[string]string{}}
		from.Origin = choice(e, "origin", FromSeed, FromSeed, FromContract, FromDocumentation, Placeholder)
		for _, language := range []string{"en", "zh"} {
			from.Text[language] = r.text(e.get(language), e.path(language))
		}
		from.Items = e.items(from.Origin)
		list = append(list, from)
	}
	return list
}

// items reads the numbers of the seed's items.
func (s section) items(origin Origin) (list []uint64) {
	n := s.get("items")
	switch {
	case n == nil:
		return nil
	case origin != FromSeed:
		s.needless("items", "are of the seed alone")
	case n.kind != listNode || len(n.items) == 0:
		s.fault(n.place, "%s is %s; write a list of numbers such as [4, 6]", s.path("items"), n.what())
	default:
		for _, item := range n.items {
			one := section{reader: s.reader, place: item.place, name: s.name, fields: map[string]*node{"items": item}}
			number := one.count("items", 0, 1, 1000)
			if number > 0 && len(list) > 0 && number <= list[len(list)-1] {
				s.fault(item.place, "%s do not rise; write each number once, in order", s.path("items"))
			}
			list = append(list, number)
		}
	}
	return list
}

// known says that a path leads to a setting: each word is a key of the group before it, or one of the names that the file gave there.
func known(path string, file section) bool {
	words := strings.Split(path, ".")
	at := ""
	for i, word := range words {
		name := strings.TrimPrefix(at+"."+word, ".")
		switch at {
		case "assets", "token.allocation", "token.vesting", "payout.minimum", "payout.distributor", "wallets":
			if !named(file, words[:i+1]) {
				return false
			}
			name = map[string]string{"assets": "asset"}[at]
			if name == "" {
				name = at
			}
		case "token.emission.pools":
			if !slices.Contains(keysOf("points.pools"), word) {
				return false
			}
		default:
			if !slices.Contains(keysAt(at), word) {
				return false
			}
		}
		at = name
	}
	return words[0] != "sources" && words[0] != "valuations"
}

// keysAt are the keys of the group at a path, and those of the things that it lists.
func keysAt(path string) []string {
	if path == "" {
		return keysOf(root)
	}
	return slices.Concat(keysOf(shape(path)), keysOf(shape(strings.TrimSuffix(path, "s"))))
}

// named says that the file has a key at a path.
func named(file section, words []string) bool {
	n := file.get(words[0])
	for _, word := range words[1:] {
		if n == nil {
			return false
		}
		i := slices.IndexFunc(n.fields, func(f field) bool { return f.key == word })
		if i < 0 {
			return false
		}
		n = n.fields[i].value
	}
	return true
}

// valuations reads the implied valuations that somebody published.
func (r *reader) valuations(n *node) (list []Valuation) {
	switch {
	case n == nil:
		return nil
	case n.kind != listNode || len(n.items) == 0:
		r.fault(n.place, "valuations is %s; write a list such as [{ adoption: 10%%, usd: 26000000 }]", n.what())
		return nil
	}
	for _, item := range n.items {
		s := r.open(item, "valuation", "valuations")
		v := Valuation{
			Adoption: r.ratio(s.need("adoption", "the active part of all nodes, such as 10%"), s.path("adoption"), true),
			USD:      r.ratio(s.need("usd", "the valuation in US dollars"), s.path("usd"), false),
		}
		for _, part := range []struct {
			key   string
			value money.Ratio
		}{{"adoption", v.Adoption}, {"usd", v.USD}} {
			if n := s.get(part.key); n != nil && n.text != "" && part.value.IsZero() && len(r.mistakes) == 0 {
				r.fault(n.place, "%s is 0; write a number above it", s.path(part.key))
			}
		}
		list = append(list, v)
	}
	return list
}
