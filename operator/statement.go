package operator

import (
	"encoding/hex"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/nodeledger/nodeledger/problem"
)

// Statement is what a person puts their name under when they record a fact with a wallet: of which program, what kind of
// fact, what they call it, and the SHA-256 of what it says.
type Statement struct {
	Program   string
	Chain     uint64
	Kind      string // lower-case letters, digits and -
	Reference string // letters, digits and ._:/#@+-, 128 at most
	Digest    [32]byte
	// Approves is the payout run, or the month, that the fact approves; nil: it approves none.
	Approves *Approval
}

// Approval is what an approval is for: these bytes and this sum of this payout run, or of this month, and nothing else.
type Approval struct {
	Of    string   // "run" or "month"
	Name  string   // letters, digits, - and _ in lower case
	File  [32]byte // SHA-256 of its file
	Total string   // amount and symbol, such as "206000 USDT"
	// Repeats are the runs that were cancelled after their export and whose money this one contains.
	Repeats []string
}

var (
	kindForm      = regexp.MustCompile(`^[a-z][a-z0-9-]{0,31}$`)
	totalForm     = regexp.MustCompile(`^[0-9]+(?:\.[0-9]+)? [A-Za-z0-9._-]{1,16}$`)
	referenceForm = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._:/#@+-]{0,127}$`)
)

// Check says in one line which part is not in its form. None of the forms has room for a blank or a new line, so no two
// statements have one text.
func (s Statement) Check() error {
	switch {
	case !nameForm.MatchString(s.Program):
		return problem.Invalidf("the program %q is not a valid name: use lower-case letters, digits, _ and -, 64 at most", s.Program)
	case s.Chain == 0:
		return problem.Invalidf("the statement has no chain: give the chain's id")
	case !kindForm.MatchString(s.Kind):
		return problem.Invalidf("%q is not a kind of fact: use lower-case letters, digits and -, 32 at most", s.Kind)
	case !referenceForm.MatchString(s.Reference):
		return problem.Invalidf("the reference %q is not valid: use letters, digits and ._:/#@+-, 128 at most, a letter or digit first",
			s.Reference)
	}
	if a := s.Approves; a != nil && (a.Of != "run" && a.Of != "month" || !totalForm.MatchString(a.Total) ||
		slices.ContainsFunc(append([]string{a.Name}, a.Repeats...), isNoName)) {
		return problem.Invalidf("%s %q of %q cannot be approved: it needs a valid name and a total", a.Of, a.Name, a.Total)
	}
	return nil
}

func isNoName(text string) bool { return !nameForm.MatchString(text) }

// Text is what is signed:
//
//	nodeledger gpunet on chain 1
//	record scores june-health
//	sha256 0x…
//
// and, of the approval of a payout run (or of a month, "approve month 2026-08"),
//
//	nodeledger gpunet on chain 1
//	record payout-step 2026-08-approve
//	approve run 2026-08
//	file 0x…
//	total 206000 USDT
//	with money of the cancelled runs 2026-07
//	sha256 0x…
//
// where the last but one line is only there when the run has such money,
// without a new line at the end. It is an error when Check finds one, so that nobody signs an ambiguous text.
func (s Statement) Text() (string, error) {
	if err := s.Check(); err != nil {
		return "", err
	}
	approves := ""
	if a := s.Approves; a != nil {
		approves = fmt.Sprintf("approve %s %s\nfile 0x%s\ntotal %s\n", a.Of, a.Name, hex.EncodeToString(a.File[:]), a.Total)
		if len(a.Repeats) > 0 {
			approves += "with money of the cancelled runs " + strings.Join(a.Repeats, ", ") + "\n"
		}
	}
	return fmt.Sprintf("nodeledger %s on chain %d\nrecord %s %s\n%ssha256 0x%s", s.Program, s.Chain, s.Kind, s.Reference, approves,
		hex.EncodeToString(s.Digest[:])), nil
}
