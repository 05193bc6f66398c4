package program

import (
	"fmt"
	"unicode"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// place is where something stands in the file, from 1, in lines and characters.
type place struct{ line, column int }

// nodeKind is what a node of the file is.
type nodeKind int

const (
	emptyNode nodeKind = iota
	scalarNode
	listNode
	groupNode
)

// node is a part of the file as it is written: scalars keep their source text, so that no number ever passes through
// a floating-point one.
type node struct {
	place
	kind   nodeKind
	text   string // of a scalar; without quotes
	quoted bool
	fields []field // of a group, in the file's order, duplicates included
	items  []*node // of a list
}

// field is one key of a group.
type field struct {
	place
	key   string
	value *node
}

// converter turns the parser's tree into nodes.
type converter struct{ mistakes Errors }

func (c *converter) node(from ast.Node) *node {
	t := from.GetToken()
	n := &node{place: place{t.Position.Line, t.Position.Column}}
	switch from := from.(type) {
	case *ast.MappingNode:
		n.kind = groupNode
		for _, pair := range from.Values {
			c.field(n, pair)
		}
		if len(n.fields) > 0 && t.Type != token.MappingStartType {
			n.place = n.fields[0].place
		}
	case *ast.MappingValueNode:
		n.kind = groupNode
		c.field(n, from)
		n.place = n.fields[0].place
	case *ast.SequenceNode:
		n.kind = listNode
		for _, item := range from.Values {
			n.items = append(n.items, c.node(item))
		}
	case *ast.NullNode:
		n.kind = emptyNode
	case *ast.StringNode:
		n.kind, n.text = scalarNode, t.Value
		n.quoted = t.Type == token.SingleQuoteType || t.Type == token.DoubleQuoteType
	default: // integers, floats, infinities, booleans: what they are is decided by the key, from their source text
		n.kind, n.text = scalarNode, t.Value
	}
	return n
}

func (c *converter) field(n *node, pair *ast.MappingValueNode) {
	t := pair.Key.GetToken()
	n.fields = append(n.fields, field{place{t.Position.Line, t.Position.Column}, t.Value, c.node(pair.Value)})
}

// what is a node in words, for messages.
func (n *node) what() string {
	switch {
	case n.kind == listNode:
		return "a list"
	case n.kind == groupNode:
		return "a group of keys"
	case n.kind == emptyNode:
		return "nothing"
	default:
		return fmt.Sprintf("%q", clip(n.text))
	}
}

// clip keeps a text of the file short enough for a message, and on one line.
func clip(text string) string {
	runes := []rune(text)
	if len(runes) > 60 {
		runes = append(runes[:57:57], []rune("...")...)
	}
	for i, r := range runes {
		if unicode.IsControl(r) {
			runes[i] = ' '
		}
	}
	return string(runes)
}
