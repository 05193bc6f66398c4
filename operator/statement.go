package operator

import (
	"encoding/hex"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/problem"
)

// Statement is what a person puts their name under when they record a fact: of which program, what kind of fact, what they call it, the
// SHA-256 of what it says, and how far the books' facts are.
type Statement struct {
	Program   string
	Chain     uint64
	Kind      string // lower-case letters, digits and -
	Reference string // letters, digits and ._:/#@+-, 128 at most
	Digest    [32]byte
	// About says what the fact does, in lines of its own, where somebody agrees to what another one prepared, or a key is given.
	About []string
	// At is when it is recorded, where a token or a session signs it at that moment. A wallet's text is signed before, and has none.
	At    time.Time
	After After
}

// After is how far the facts of books are: how many there are, and the digest over all of them.
type After struct {
	Facts  uint64
	Digest [32]byte
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

// Lines are those of a statement. It is an error when it could not be told from another one.
func (a *Approval) Lines() ([]string, error) {
	if a.Of != "run" && a.Of != "month" || !totalForm.MatchString(a.Total) || slices.ContainsFunc(append([]string{a.Name}, a.Repeats...),
		isNoName) {
		return nil, problem.Invalidf("%s %q of %q cannot be approved: it needs a valid name and a total", a.Of, a.Name, a.Total)
	}
	lines := []string{"approve " + a.Of + " " + a.Name, "file 0x" + hex.EncodeToString(a.File[:]), "total " + a.Total}
	if len(a.Repeats) > 0 {
		lines = append(lines, "with money of the cancelled runs "+strings.Join(a.Repeats, ", "))
	}
	return lines, nil
}

// Lines are those of a statement about a key: what it is, what it may do and until when. It is an error when the change is not valid.
func (c Change) Lines() ([]string, error) {
	k, err := c.key()
	if err != nil {
		return nil, err
	}
	if c.Revoke {
		if k.label == "" {
			return []string{"all keys of " + k.operator}, nil
		}
		return []string{"key " + k.label + " of " + k.operator}, nil
	}
	proof, end := "wallet "+k.wallet.String(), "none"
	if k.contract {
		proof = "contract " + k.wallet.String()
	}
	if k.isToken() {
		proof = "token 0x" + hex.EncodeToString(k.token[:])
	}
	if !k.until.IsZero() {
		end = k.until.Format(time.RFC3339)
	}
	return []string{"key " + k.label + " of " + k.operator + " " + proof, "scopes " + list(k.scopes), "end " + end}, nil
}

var (
	kindForm      = regexp.MustCompile(`^[a-z][a-z0-9-]{0,31}$`)
	lineForm      = regexp.MustCompile(`^[!-~](?:[ -~]*[!-~])?$`)
	totalForm     = regexp.MustCompile(`^[0-9]+(?:\.[0-9]+)? [A-Za-z0-9._-]{1,16}$`)
	referenceForm = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._:/#@+-]{0,127}$`)
)

// CheckReference says in one line why a fact cannot have a reference.
func CheckReference(reference string) error {
	if referenceForm.MatchString(reference) {
		return nil
	}
	return problem.Invalidf("the reference %q is not valid: use letters, digits and ._:/#@+-, 128 at most, a letter or digit first", reference)
}

// Check says in one line which part is not in its form. None of the forms has room for a new line, so no two statements have one text:
// what stands between the second line and the last ones follows from the fact's kind and its content.
func (s Statement) Check() error {
	switch {
	case !nameForm.MatchString(s.Program):
		return problem.Invalidf("the program %q is not a valid name: use lower-case letters, digits, _ and -, 64 at most", s.Program)
	case s.Chain == 0:
		return problem.Invalidf("the statement has no chain: give the chain's id")
	case !kindForm.MatchString(s.Kind):
		return problem.Invalidf("%q is not a kind of fact: use lower-case letters, digits and -, 32 at most", s.Kind)
	}
	if err := CheckReference(s.Reference); err != nil {
		return err
	}
	if i := slices.IndexFunc(s.About, func(line string) bool { return !lineForm.MatchString(line) }); i >= 0 {
		return problem.Invalidf("%q cannot stand in a statement: use plain characters", s.About[i])
	}
	return nil
}

func isNoName(text string) bool { return !nameForm.MatchString(text) }

// Text is what is signed:
//
//	nodeledger gpunet on chain 1
//	record scores june-health
//	sha256 0x…
//	after 17 facts 0x…
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
//	after 17 facts 0x…
//
// where the line with other runs is only there when the run has such money, without a new line at the end. What a token or a session signs
// says "at 2026-11-29T12:00:00Z" before the last line. It is an error when Check finds one, so that nobody signs an ambiguous text.
func (s Statement) Text() (string, error) {
	if err := s.Check(); err != nil {
		return "", err
	}
	lines := append([]string{fmt.Sprintf("nodeledger %s on chain %d", s.Program, s.Chain), "record " + s.Kind + " " + s.Reference}, s.About...)
	lines = append(lines, "sha256 0x"+hex.EncodeToString(s.Digest[:]))
	if !s.At.IsZero() {
		lines = append(lines, "at "+s.At.UTC().Format(time.RFC3339))
	}
	lines = append(lines, s.After.line())
	return strings.Join(lines, "\n"), nil
}

func (a After) line() string {
	return fmt.Sprintf("after %d facts 0x%s", a.Facts, hex.EncodeToString(a.Digest[:]))
}
