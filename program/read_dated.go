package program

import (
	"fmt"
	"strings"
)

// dated reads a setting that may change over time. It is written as
//   - a list of groups, each with "from" and the value's keys; the first may leave "from" out (since ever),
//   - one such group, or
//   - where bare is given, the value itself, in force since ever.
func dated[T any](s section, key string, entry shape, value func(section) T, bare func(*node, string) T) Dated[T] {
	n := s.get(key)
	switch {
	case n == nil:
		return nil
	case n.kind == groupNode:
		item := s.open(n, entry, s.path(key))
		return Dated[T]{{item.from("from"), value(item)}}
	case n.kind == scalarNode && bare != nil:
		return Always(bare(n, s.path(key)))
	case n.kind != listNode:
		s.fault(n.place, "%s is %s; write a list of entries, each with from and its value", s.path(key), n.what())
		return nil
	case len(n.items) == 0:
		s.fault(n.place, "%s is an empty list; write an entry or remove the key", s.path(key))
		return nil
	}
	list := make(Dated[T], 0, len(n.items))
	var order positions
	for i, itemNode := range n.items {
		item := s.open(itemNode, entry, fmt.Sprintf("%s[%d]", s.path(key), i+1))
		from := item.from("from")
		if !item.broken {
			order.check(item, from, i)
		}
		list = append(list, Entry[T]{from, value(item)})
	}
	return list
}

// noBlocks refuses entries dated by a block where what the rule is applied to has a time and is in no block.
func (s section) noBlocks(key, applied string) {
	n := s.get(key)
	if n == nil {
		return
	}
	for _, group := range append([]*node{n}, n.items...) {
		for _, f := range group.fields {
			if f.key == "from" && strings.HasPrefix(f.value.text, "block ") {
				s.fault(f.value.place, "%s cannot begin at a block, because %s is in none; write a date or an instant in UTC such as "+
					"2024-04-01T12:00:00Z", s.path(key), applied)
			}
		}
	}
}

// datedList reads a list that may change over time: a plain list of groups is in force since ever, a list whose
// groups have "from" or the inner key is dated.
func datedList[T any](s section, key string, entry shape, inner string, read func(*node, string) []T) Dated[[]T] {
	n := s.get(key)
	if n != nil && n.kind == listNode && len(n.items) > 0 && !isDatedList(n, inner) {
		return Always(read(n, s.path(key)))
	}
	return dated(s, key, entry, func(item section) []T {
		return read(item.need(inner, "the list that is in force from then on"), item.path(inner))
	}, nil)
}

func isDatedList(n *node, inner string) bool {
	for _, item := range n.items {
		for _, f := range item.fields {
			if f.key == "from" || f.key == inner {
				return true
			}
		}
	}
	return false
}

// positions checks that the entries of a dated list stand in order of their beginning.
type positions struct{ block, time From }

func (p *positions) check(item section, from From, index int) {
	n := item.get("from")
	switch {
	case n == nil && index > 0 && !item.has("from"):
		item.fault(item.place, "%s lacks the key \"from\"; only the first entry may leave it out", item.name)
	case from.IsZero():
	case from.Block != 0:
		if p.block.Block >= from.Block {
			item.fault(n.place, "%s is not after the %s above it; write the entries in order of time, each once", item.path("from"), p.block)
		}
		p.block = from
	default:
		if !p.time.IsZero() && !p.time.Time.Before(from.Time) {
			item.fault(n.place, "%s is not after %s above it; write the entries in order of time, each once", item.path("from"), p.time)
		}
		p.time = from
	}
}

// each opens those items of a list that are groups; an empty list, or one above the limit, is a mistake.
func (r *reader) each(n *node, name string, item shape, most int, read func(i int, s section)) {
	switch {
	case n == nil:
	case n.kind != listNode:
		r.fault(n.place, "%s is %s where a list belongs; write one entry a line, each after a dash", name, n.what())
	case len(n.items) == 0:
		r.fault(n.place, "%s is an empty list; write an entry or remove the key", name)
	case len(n.items) > most:
		r.fault(n.place, "%s has %d entries; the most is %d", name, len(n.items), most)
	default:
		for i, itemNode := range n.items {
			if s := r.open(itemNode, item, fmt.Sprintf("%s[%d]", name, i+1)); !s.broken {
				read(i, s)
			}
		}
	}
}
