package sentence

import (
	"fmt"
	"maps"
)

// Code names what a sentence says, such as points-of-epoch: lower-case words joined by dashes. It is stable.
type Code string

// Params are the values of a sentence by name, each in the form of its [Type].
type Params map[string]string

// Sentence is something said by a code with its parameters. The zero Sentence says nothing.
type Sentence struct {
	Code   Code
	Params Params
}

// New makes a sentence. Give it the parameters that the code's [Form] lists, and no others; [Sentence.Check] says whether they
// are these.
func New(code Code, params Params) Sentence { return Sentence{Code: code, Params: params} }

// IsZero says that there is no sentence.
func (s Sentence) IsZero() bool { return s.Code == "" }

// Equal says that two sentences say the same.
func (s Sentence) Equal(other Sentence) bool {
	return s.Code == other.Code && maps.Equal(s.Params, other.Params)
}

// English is the sentence in English; empty for the zero Sentence. A code that is not in the catalogue is returned as it is.
func (s Sentence) English() string { return s.in(English) }

// Chinese is the sentence in Chinese; empty for the zero Sentence. A code that is not in the catalogue is returned as it is.
func (s Sentence) Chinese() string { return s.in(Chinese) }

// String is the English text.
func (s Sentence) String() string { return s.English() }

func (s Sentence) in(l Language) string {
	form, ok := Find(s.Code)
	if !ok {
		return string(s.Code)
	}
	return form.render(l, s.Params)
}

// Check says what is wrong with a sentence: a code that is not in the catalogue, a parameter that is missing, unknown, or not a
// value of its type.
func (s Sentence) Check() error {
	form, ok := Find(s.Code)
	if !ok {
		return fmt.Errorf("the sentence %q is not in the catalogue", s.Code)
	}
	for name, t := range form.Params {
		value, given := s.Params[name]
		if !given {
			return fmt.Errorf("the sentence %s lacks its parameter %s", s.Code, name)
		}
		if err := t.check(value); err != nil {
			return fmt.Errorf("the sentence %s, parameter %s: %w", s.Code, name, err)
		}
	}
	for name := range s.Params {
		if _, known := form.Params[name]; !known {
			return fmt.Errorf("the sentence %s has no parameter %s", s.Code, name)
		}
	}
	return nil
}
