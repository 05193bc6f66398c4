package program

import (
	"fmt"
	"strings"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
)

// reader collects the mistakes of one file while its settings are read. A setting that cannot be read is left at its
// zero value and reading goes on, so that all mistakes are found at once.
type reader struct {
	file     string
	mistakes Errors
	assets   []AssetUse
	digits   map[string]uint8 // decimals of assets whose other settings were wrong
}

// fault records a mistake at a place. The text says what is wrong; after a semicolon, what to write instead.
func (r *reader) fault(at place, format string, args ...any) {
	r.mistakes = append(r.mistakes, Mistake{r.file, at.line, at.column, fmt.Sprintf(format, args...)})
}

// section is a group of keys while it is read.
type section struct {
	*reader
	place
	shape  shape
	name   string // for messages: "sale", "sale.tiers[2]"
	fields map[string]*node
	order  []string         // keys with a usable value, in the file's order
	keyAt  map[string]place // where each key stands
	broken bool             // not a group at all: said once, so missing keys are not reported
}

// open reads a node as a group of the shape. Keys of a group with free keys are checked by the caller.
func (r *reader) open(n *node, s shape, name string) section {
	sec := r.group(n, name)
	sec.shape = s
	known := map[string]bool{}
	for _, key := range keysOf(s) {
		known[key] = true
	}
	if n == nil {
		return sec
	}
	for _, f := range n.fields {
		if known[f.key] {
			continue
		}
		delete(sec.fields, f.key)
		guess := formerly[s][f.key]
		if guess == "" {
			guess = problem.Nearest(f.key, keysOf(s))
		}
		if guess != "" {
			r.fault(f.place, "%s has no key %q; did you mean %q?", name, clip(f.key), guess)
		} else {
			r.fault(f.place, "%s has no key %q; its keys are %s", name, clip(f.key), strings.Join(keysOf(s), ", "))
		}
	}
	return sec
}

// group reads a node as a group with free keys.
func (r *reader) group(n *node, name string) section {
	sec := section{reader: r, name: name, fields: map[string]*node{}, keyAt: map[string]place{}}
	if n == nil {
		sec.broken = true
		return sec
	}
	sec.place = n.place
	if n.kind != groupNode {
		sec.broken = true
		r.fault(n.place, "%s is %s where a group of keys belongs; write keys with values", name, n.what())
		return sec
	}
	for _, f := range n.fields {
		if at, twice := sec.keyAt[f.key]; twice {
			r.fault(f.place, "%s has the key %q twice, first in line %d; keep one of them", name, clip(f.key), at.line)
			continue
		}
		sec.keyAt[f.key] = f.place
		if f.value.kind == emptyNode {
			sec.fields[f.key] = nil
			r.fault(f.place, "%s has the key %q without a value; write one or remove the key", name, clip(f.key))
			continue
		}
		sec.fields[f.key] = f.value
		sec.order = append(sec.order, f.key)
	}
	return sec
}

// get is the value of a key, nil when it is absent.
func (s section) get(key string) *node { return s.fields[key] }

// placeOf is where a key's value stands, or the group itself when there is none.
func (s section) placeOf(key string) place {
	if n := s.get(key); n != nil {
		return n.place
	}
	return s.place
}

// has says that a key is there, with or without a usable value.
func (s section) has(key string) bool { _, there := s.fields[key]; return there }

// need is get for a key that must be there; the advice completes "write ...".
func (s section) need(key, advice string) *node {
	if !s.has(key) && !s.broken {
		s.fault(s.place, "%s lacks the key %q; write %s", s.name, key, advice)
	}
	return s.fields[key]
}

// path is a key's full name for messages.
func (s section) path(key string) string {
	if s.shape == root || s.shape == deploymentRoot {
		return key
	}
	return s.name + "." + key
}

// needless reports a key that another setting makes meaningless.
func (s section) needless(key, why string) {
	if n := s.get(key); n != nil {
		s.fault(n.place, "%s %s; remove it", s.path(key), why)
	}
}

// choice reads a word out of a list; an absent key is the fallback.
func choice[T ~string](s section, key string, fallback T, words ...T) T {
	n := s.get(key)
	if n == nil {
		return fallback
	}
	return chosen(s.reader, n, s.path(key), fallback, words...)
}

// chosen reads a node as a word out of a list.
func chosen[T ~string](r *reader, n *node, name string, fallback T, words ...T) T {
	list := make([]string, len(words))
	for i, w := range words {
		if list[i] = string(w); n.kind == scalarNode && n.text == list[i] {
			return w
		}
	}
	if n.kind == scalarNode {
		if guess := problem.Nearest(n.text, list); guess != "" {
			r.fault(n.place, "%s cannot be %s; did you mean %q?", name, n.what(), guess)
			return fallback
		}
	}
	r.fault(n.place, "%s cannot be %s; write %s", name, n.what(), strings.Join(list, " or "))
	return fallback
}

// sum checks that shares make the whole of something.
func (r *reader) sum(at place, name string, shares ...money.Ratio) {
	total := new(wholeSum)
	for _, share := range shares {
		total.add(share)
	}
	if !total.isOne() {
		r.fault(at, "%s sum to %s; write shares that sum to 100%% (a third is 1/3)", name, total)
	}
}
