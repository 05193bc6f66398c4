package referral

import (
	"strings"
	"unicode/utf8"

	"github.com/nodeledger/nodeledger/ledger"
)

// Registry is the referral codes at a moment: whose each is, and whether it is live. The zero Registry is empty and ready.
type Registry struct {
	codes map[string]entry
	folds map[string][]string // folded form to the codes that have it
}

type entry struct {
	wallet ledger.Wallet
	active bool
}

// Code is a registered code.
type Code struct {
	Code   string
	Wallet ledger.Wallet
	Active bool
}

// Set registers a code, points it to another wallet, or ends it.
func (r *Registry) Set(code string, wallet ledger.Wallet, active bool) {
	if r.codes == nil {
		r.codes, r.folds = map[string]entry{}, map[string][]string{}
	}
	if _, known := r.codes[code]; !known {
		f := fold(code)
		r.folds[f] = append(r.folds[f], code)
	}
	r.codes[code] = entry{wallet, active}
}

// Live is the wallet behind a live code.
func (r *Registry) Live(code string) (ledger.Wallet, bool) {
	e := r.codes[code]
	return e.wallet, e.active
}

// All yields every code that was ever registered, in no order.
func (r *Registry) All(yield func(Code) bool) {
	for code, e := range r.codes {
		if !yield(Code{code, e.wallet, e.active}) {
			return
		}
	}
}

// fold is what a person would take for the same code: letters in one case, no spaces, dashes or underscores.
func fold(code string) string {
	return strings.Map(func(c rune) rune {
		switch c {
		case ' ', '\t', '\n', '\r', '-', '_', '\u00a0', '\u200b':
			return -1
		}
		return c
	}, strings.ToLower(code))
}

// NearMiss is the live code that a code which is not live was probably meant to be: the same but for case, spaces and
// dashes; or, for codes of four characters and more, one character added, left out, changed, or two neighbours swapped.
// Of several the first in byte order is given. A live code is no miss.
func (r *Registry) NearMiss(code string) (string, bool) {
	if code == "" || len(code) > 256 || !utf8.ValidString(code) || r.codes[code].active {
		return "", false
	}
	best, found := "", false
	take := func(candidate string) {
		if r.codes[candidate].active && (!found || candidate < best) {
			best, found = candidate, true
		}
	}
	for _, c := range r.folds[fold(code)] {
		take(c)
	}
	if found {
		return best, true
	}
	typed := []rune(fold(code))
	if len(typed) < 4 {
		return "", false
	}
	for folded, codes := range r.folds {
		if d := utf8.RuneCountInString(folded) - len(typed); d < -1 || d > 1 || !oneSlip(typed, []rune(folded)) {
			continue
		}
		for _, c := range codes {
			take(c)
		}
	}
	return best, found
}

// oneSlip says that b comes from a by one slip of the finger.
func oneSlip(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return equal(a[i:], b[i+1:])
	}
	if i >= len(a) || equal(a[i+1:], b[i+1:]) {
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && equal(a[i+2:], b[i+2:])
}

func equal(a, b []rune) bool { return string(a) == string(b) }
