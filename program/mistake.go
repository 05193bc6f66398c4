package program

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/nodeledger/nodeledger/problem"
)

// Mistake is one thing that is wrong in a program file, and what to write instead.
type Mistake struct {
	File   string
	Line   int // from 1; 0 when the mistake has no place, such as a file that cannot be opened
	Column int // from 1, in characters (not bytes)
	Text   string
}

// Error is "file:line:column: what is wrong; what to write instead".
func (m Mistake) Error() string {
	if m.Line == 0 {
		return m.File + ": " + m.Text
	}
	return fmt.Sprintf("%s:%d:%d: %s", m.File, m.Line, m.Column, m.Text)
}

// Errors are all the mistakes of a file in the order of its lines. They are the cause of what [Read] refuses; errors.As finds them.
type Errors []Mistake

// Error is one mistake a line.
func (e Errors) Error() string {
	lines := make([]string, len(e))
	for i, m := range e {
		lines[i] = m.Error()
	}
	return strings.Join(lines, "\n")
}

// refusal is the mistakes as one refusal: the first of them, and where to see the others.
func (e Errors) refusal(file string) error {
	text := e[0].Error()
	if len(e) > 1 {
		text = fmt.Sprintf("%s (and %d more: run `nodeledger program check %s`)", text, len(e)-1, file)
	}
	return &problem.Error{Kind: problem.Invalid, Code: problem.InvalidProgram, Text: text, Cause: e}
}

// inOrder sorts by line and column and leaves out duplicates.
func (e Errors) inOrder() Errors {
	slices.SortStableFunc(e, func(a, b Mistake) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return slices.Compact(e)
}
