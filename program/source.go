package program

import (
	"bytes"
	"errors"
	"fmt"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// Limits of a program file. The YAML parser recurses over nesting and is slow on very many keys, so both are bounded
// before it runs.
const (
	MaxSize  = 1 << 20 // bytes
	maxDepth = 24
	maxKeys  = 10_000
)

// parse turns a file's bytes into nodes. What YAML offers beyond plain groups, lists and scalars (anchors, aliases,
// tags, merge keys, several documents) is refused.
func parse(src []byte) (root *node, mistakes Errors) {
	if len(src) > MaxSize {
		return nil, Errors{{Line: 1, Column: 1, Text: fmt.Sprintf("the file is larger than %d bytes; keep only the rules in it", MaxSize)}}
	}
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
	if m := unprintable(src); m != nil {
		return nil, Errors{*m}
	}
	// The parser is not ours; should it panic on some input, that input is refused and the process lives.
	defer func() {
		if reason := recover(); reason != nil {
			root, mistakes = nil, Errors{{Line: 1, Column: 1,
				Text: fmt.Sprintf("the file cannot be read as YAML (%v); write it in plain block style", reason)}}
		}
	}()
	tokens := lexer.Tokenize(string(src))
	if mistakes = refused(tokens); len(mistakes) > 0 {
		return nil, mistakes
	}
	file, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		return nil, Errors{syntaxMistake(err)}
	}
	if len(file.Docs) == 0 || file.Docs[0].Body == nil {
		return &node{place: place{1, 1}}, nil
	}
	c := converter{}
	return c.node(file.Docs[0].Body), c.mistakes
}

// unprintable finds the first byte that is not UTF-8 or is a control character other than tab and newline.
func unprintable(src []byte) *Mistake {
	line, column := 1, 1
	for len(src) > 0 {
		r, size := utf8.DecodeRune(src)
		switch {
		case r == utf8.RuneError && size == 1:
			return &Mistake{Line: line, Column: column, Text: "the file is not UTF-8 text; save it as UTF-8"}
		case r == '\n':
			line, column = line+1, 0
		case unicode.IsControl(r) && r != '\t':
			return &Mistake{Line: line, Column: column, Text: fmt.Sprintf("the character %U cannot be printed; remove it", r)}
		}
		src, column = src[size:], column+1
	}
	return nil
}

// refused finds the tokens that a program file may not have.
func refused(tokens token.Tokens) (mistakes Errors) {
	keys, depth, dashes, content := 0, 0, 0, false
	fault := func(t *token.Token, text string) {
		mistakes = append(mistakes, Mistake{Line: t.Position.Line, Column: t.Position.Column, Text: text})
	}
	for _, t := range tokens {
		if t.Type != token.SequenceEntryType && t.Type != token.CommentType {
			dashes = 0
		}
		switch t.Type {
		case token.AnchorType, token.AliasType, token.MergeKeyType:
			fault(t, "anchors, aliases and merge keys are not read; write the value out where it is needed")
		case token.TagType:
			fault(t, "YAML tags are not read; remove it, the key decides what its value is")
		case token.MappingKeyType:
			fault(t, `keys that begin with "? " are not read; write "key: value"`)
		case token.DirectiveType:
			fault(t, "YAML directives are not read; remove the line")
		case token.DocumentHeaderType, token.DocumentEndType:
			if content || t.Type == token.DocumentEndType {
				fault(t, "a program file is one document; remove this line and what belongs to another program")
			}
		case token.LiteralType, token.FoldedType:
			fault(t, "text over several lines is not read; write it on one line in quotes")
		case token.SequenceStartType, token.MappingStartType:
			depth++
		case token.SequenceEndType, token.MappingEndType:
			depth--
		case token.SequenceEntryType:
			dashes++
		case token.MappingValueType:
			keys++
		}
		if content = content || t.Type != token.CommentType; depth > maxDepth || dashes > maxDepth {
			fault(t, fmt.Sprintf("lists are nested more than %d deep; write a flatter file", maxDepth))
			return mistakes
		}
		if keys > maxKeys {
			fault(t, fmt.Sprintf("the file has more than %d keys; keep only the rules in it", maxKeys))
			return mistakes
		}
	}
	return mistakes
}

// syntaxMistake takes the place and the message out of the parser's error.
func syntaxMistake(err error) Mistake {
	var syntax *yaml.SyntaxError
	if errors.As(err, &syntax) && syntax.Token != nil && syntax.Token.Position != nil {
		at := syntax.Token.Position
		return Mistake{Line: at.Line, Column: at.Column,
			Text: "this is not YAML: " + syntax.Message + "; check the indentation, the colons and the quotes"}
	}
	return Mistake{Line: 1, Column: 1, Text: fmt.Sprintf("this is not YAML: %v; check the indentation, the colons and the quotes", err)}
}
