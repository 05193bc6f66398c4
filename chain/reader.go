package chain

import (
	"bytes"
	"fmt"
)

// reader walks over JSON once, without building anything. It is made for what nodes answer: objects whose names are
// plain, and values that are mostly hexadecimal strings. Every JSON text that encoding/json accepts can be walked; a
// name written with escapes counts as unknown, and what is skipped is not checked to the letter. The first mistake stops
// it: every later call does nothing, and err says where it was.
type reader struct {
	text  []byte
	at    int
	depth int
	err   error
}

// maxDepth is how deep values may be nested; what nodes answer is six deep.
const maxDepth = 200

func (r *reader) fail(format string, a ...any) {
	if r.err == nil {
		r.err = fmt.Errorf("byte %d of the answer: %s", r.at, fmt.Sprintf(format, a...))
		r.at = len(r.text)
	}
}

// peek is the next byte that is not white space, 0 at the end.
func (r *reader) peek() byte {
	for r.at < len(r.text) {
		switch c := r.text[r.at]; c {
		case ' ', '\t', '\n', '\r':
			r.at++
		default:
			return c
		}
	}
	return 0
}

// open takes the brace or bracket that a value begins with.
func (r *reader) open(c byte) bool {
	if r.peek() != c || r.err != nil {
		r.fail("there is no %q where one is needed", c)
		return false
	}
	r.at++
	return true
}

// next says whether another member follows the n that were read, and takes the comma before it or the closing
// character.
func (r *reader) next(closing byte, n int) bool {
	if r.err != nil {
		return false
	}
	c := r.peek()
	if c == closing {
		r.at++
		return false
	}
	if n == 0 && c != 0 {
		return true
	}
	if c != ',' {
		r.fail("a list or an object does not end")
		return false
	}
	r.at++
	return true
}

// key takes a member's name and the colon.
func (r *reader) key() []byte {
	name := r.quoted()
	if r.peek() != ':' || r.err != nil {
		r.fail("a name without a value")
		return nil
	}
	r.at++
	return name
}

// quoted takes a string as it is written, escapes and all.
func (r *reader) quoted() []byte {
	if r.peek() != '"' || r.err != nil {
		r.fail("there is no string where one is needed")
		return nil
	}
	start := r.at + 1
	for i := start; ; {
		n := bytes.IndexByte(r.text[i:], '"')
		if n < 0 {
			r.fail("a string does not end")
			return nil
		}
		i += n
		slashes := 0
		for r.text[i-1-slashes] == '\\' {
			slashes++
		}
		if slashes%2 == 0 {
			r.at = i + 1
			return r.text[start:i]
		}
		i++
	}
}

// null takes a null if there is one.
func (r *reader) null() bool {
	if r.peek() != 'n' || r.err != nil {
		return false
	}
	return r.literal("null")
}

// truth takes true or false.
func (r *reader) truth() bool {
	if r.peek() == 't' {
		return r.literal("true")
	}
	r.literal("false")
	return false
}

func (r *reader) literal(word string) bool {
	if !bytes.HasPrefix(r.text[r.at:], []byte(word)) {
		r.fail("there is no %s where one is needed", word)
		return false
	}
	r.at += len(word)
	return true
}

// skip takes any value.
func (r *reader) skip() {
	if r.depth++; r.depth > maxDepth {
		r.fail("values are nested deeper than %d", maxDepth)
	}
	defer func() { r.depth-- }()
	switch c := r.peek(); {
	case r.err != nil:
	case c == '"':
		r.quoted()
	case c == '{':
		r.at++
		for n := 0; r.next('}', n); n++ {
			r.key()
			r.skip()
		}
	case c == '[':
		r.at++
		for n := 0; r.next(']', n); n++ {
			r.skip()
		}
	case c == 'n':
		r.literal("null")
	case c == 't' || c == 'f':
		r.truth()
	case c == '-' || '0' <= c && c <= '9':
		for r.at < len(r.text) && bytes.IndexByte([]byte("+-.0123456789eE"), r.text[r.at]) >= 0 {
			r.at++
		}
	default:
		r.fail("there is no value where one is needed")
	}
}

// end says that nothing but white space follows.
func (r *reader) end() error {
	if r.err == nil && r.peek() != 0 {
		r.fail("something follows the end")
	}
	return r.err
}
