package wire

import (
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
	"github.com/nodeledger/nodeledger/program/describe"
)

// Mistake is one in a program file.
type Mistake struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Text   string `json:"text"`
}

// ProgramCheck is what is wrong with a program file.
type ProgramCheck struct {
	OK       bool      `json:"ok"`
	Program  string    `json:"program,omitempty"`
	Digest   string    `json:"digest,omitempty"`
	Mistakes []Mistake `json:"mistakes"`
	Notes    []string  `json:"notes"`
}

// SoundProgramOf is the finding about a program file without mistakes.
func SoundProgramOf(p *program.Program) ProgramCheck {
	return ProgramCheck{OK: true, Program: p.Name, Digest: canonical.Digest(p), Mistakes: []Mistake{},
		Notes: append([]string{}, describe.Notes(p)...)}
}

// MistakesOf is the finding about a program file with mistakes.
func MistakesOf(list program.Errors) ProgramCheck {
	out := ProgramCheck{Mistakes: []Mistake{},
		Notes: []string{}}
	for _, m := range list {
		out.Mistakes = append(out.Mistakes, Mistake{m.File, m.Line, m.Column, m.Text})
	}
	return out
}
