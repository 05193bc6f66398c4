// Package problem is the one vocabulary of refusals: what kind of refusal it is, a stable code for programs, and one line for
// a person that says which value, what is allowed, and what to do.
//
// Guarantees:
//   - A kind has one HTTP status and one exit code, given by one table here; the API and the command line take both from it.
//   - An error made here keeps its kind, code and text however often it is wrapped with %w or joined; [Of] finds it.
//   - What is not a *Error is a failure of the program or of what it stands on: kind [Internal], and its text is not for callers
//     of the API.
//
// Not guaranteed: that a text stays as it is. Programs look at the code.
package problem

import (
	"errors"
	"fmt"
)

// Kind says what sort of refusal it is, and so what the caller can do about it.
type Kind uint8

// The kinds. The zero Kind is Internal: an error that nobody classified is ours.
const (
	Internal         Kind = iota // a failure of the program, its database or a node: nothing the caller can mend
	Invalid                      // the request is wrong by itself: change it
	NotFound                     // there is no such thing in the books
	Conflict                     // well formed, and not possible in the current state of the books
	NotAuthenticated             // nobody proved who they are: sign in, use a token or a signature
	Forbidden                    // somebody proved who they are, and lacks the scope or came from elsewhere
	Busy                         // too much at once, or another writer was first: try again
	Unavailable                  // the books are frozen, not ready, or a node does not answer: try again later
	Changed                      // the request was made for another version of the thing than there is: look again
	Unconditional                // the request must name the version of the thing that it is for
)

// kinds is the one table: the name, the HTTP status, and the exit code of the command line.
var kinds = [...]struct {
	name         string
	status, exit int
}{
	Internal:         {"internal", 500, 1},
	Invalid:          {"invalid", 422, 1},
	NotFound:         {"not-found", 404, 1},
	Conflict:         {"conflict", 409, 1},
	NotAuthenticated: {"not-authenticated", 401, 1},
	Forbidden:        {"forbidden", 403, 1},
	Busy:             {"busy", 429, 1},
	Unavailable:      {"unavailable", 503, 1},
	Changed:          {"precondition-failed", 412, 1},
	Unconditional:    {"precondition-required", 428, 1},
}

// String is the kind's name, and the code of errors that have no finer one.
func (k Kind) String() string { return kinds[k].name }

// Status is the HTTP status (RFC 9110).
func (k Kind) Status() int { return kinds[k].status }

// Exit is the exit code of the command line: 1, refused or failed. A command, flag or argument that is unknown, missing or
// too much exits with 2 and is not a kind: only a command line has that.
func (k Kind) Exit() int { return kinds[k].exit }

// Kinds are all kinds, Internal first.
func Kinds() []Kind {
	all := make([]Kind, len(kinds))
	for i := range all {
		all[i] = Kind(i)
	}
	return all
}

// Code names a refusal for programs, such as unknown-code; lower-case words joined by dashes. It is stable.
type Code string

// Error is a refusal.
type Error struct {
	Kind    Kind
	Code    Code
	Text    string   // one line: which value, what is allowed, what to do
	Reasons []string // when several things are wrong at once, a line each
	Rows    []Row    // of a file or list: those that are wrong
	// DidYouMean is what was probably meant, where something is known that is written much like it.
	DidYouMean string
	Cause      error // what it came from, for errors.Is; not shown
}

// Error is the text.
func (e *Error) Error() string { return e.Text }

// Unwrap is the cause.
func (e *Error) Unwrap() error { return e.Cause }

// New makes a refusal of a kind. An empty code is the kind's name. A %w in the format becomes the cause.
func New(kind Kind, code Code, format string, args ...any) *Error {
	if code == "" {
		code = Code(kind.String())
	}
	err := fmt.Errorf(format, args...) //nolint:err113 // the text is the refusal's
	return &Error{Kind: kind, Code: code, Text: err.Error(), Cause: cause(err)}
}

// cause is what a formatted error wraps: nothing when it wraps nothing.
func cause(err error) error {
	switch err.(type) { //nolint:errorlint // the outermost one was made just now
	case interface{ Unwrap() error }, interface{ Unwrap() []error }:
		return err
	}
	return nil
}

// Invalidf refuses a request that is wrong by itself.
func Invalidf(format string, args ...any) *Error { return New(Invalid, "", format, args...) }

// NotFoundf says that the books have no such thing.
func NotFoundf(format string, args ...any) *Error { return New(NotFound, "", format, args...) }

// Conflictf refuses what the present state of the books does not allow.
func Conflictf(format string, args ...any) *Error { return New(Conflict, "", format, args...) }

// As gives an error a kind and code and keeps its text. An error that has a kind keeps it; nil stays nil.
func As(kind Kind, code Code, err error) error {
	var known *Error
	if err == nil || errors.As(err, &known) {
		return err
	}
	if code == "" {
		code = Code(kind.String())
	}
	return &Error{Kind: kind, Code: code, Text: err.Error(), Cause: err}
}

// Of is the refusal in an error, the outermost one with the text of the whole error; nil for nil. An error without a refusal is
// Internal.
func Of(err error) *Error {
	if err == nil {
		return nil
	}
	var known *Error
	if !errors.As(err, &known) {
		return &Error{Kind: Internal, Code: Code(Internal.String()), Text: err.Error(), Cause: err}
	}
	if known == err { //nolint:errorlint // the very same: nothing is wrapped around it
		return known
	}
	out := *known
	out.Text, out.Cause = err.Error(), err
	return &out
}

// KindOf is the kind of an error.
func KindOf(err error) Kind { return Of(err).kind() }

func (e *Error) kind() Kind {
	if e == nil {
		return Internal
	}
	return e.Kind
}
