package operator

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strconv"
	"time"

	"github.com/nodeledger/nodeledger/problem"
)

// Waiting is a key that somebody was given and that counts once another operator consents.
type Waiting struct {
	Change Change
	Number uint64 // of the change, so that what is given again is another grant
	By     string // who gave it
	At     time.Time
	Facts  uint64 // how many facts the books had when it was given
}

// Grant names the key, what it may do, whose it is and which time it was given: the number, a dash and the SHA-256 of the change in 64
// hexadecimal digits.
func (w *Waiting) Grant() string { return strconv.FormatUint(w.Number, 10) + "-" + w.Change.digest() }

func (c Change) digest() string {
	raw, err := json.Marshal(c)
	if err != nil {
		panic(err) // names, texts and a time always encode
	}
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:])
}

// Stands says whether what a change says is so: the key counts with just these scopes and this end, or waits, or what it takes away is
// away.
func (r *Registry) Stands(c Change) bool {
	given, err := c.key()
	if err != nil {
		return false
	}
	if c.Revoke {
		return !slices.ContainsFunc(r.keys, func(k key) bool {
			return k.operator == c.Name && (c.Label == "" || k.label == c.Label) && !k.revoked
		}) && len(r.without(c)) == len(r.waiting)
	}
	k := r.find(c.Name, given.how())
	if k == nil || k.revoked || k.label != c.Label || !k.until.Equal(given.until) {
		return slices.ContainsFunc(r.waiting, func(w Waiting) bool { return w.Change.digest() == c.digest() })
	}
	return slices.Equal(k.scopes, given.scopes) || k.founding && k.covers(given.scopes)
}

// Waiting are the keys that wait for consent, the oldest first.
func (r *Registry) Waiting() []Waiting { return slices.Clone(r.waiting) }

// guarded are the scopes with which money moves: nobody gives them alone.
var guarded = []Scope{Prepare, Approve, Admin}

// find is the key of an operator by how it proves them.
func (r *Registry) find(name, how string) *key {
	for i := range r.keys {
		if k := &r.keys[i]; k.operator == name && k.how() == how {
			return k
		}
	}
	return nil
}

// labelled is the key of a change where it is there and counts.
func (r *Registry) labelled(given *key, at time.Time) *key {
	for i := range r.keys {
		k := &r.keys[i]
		if k.operator == given.operator && k.wallet == given.wallet && k.token == given.token && k.live(at) {
			return k
		}
	}
	return nil
}

// known says whether a name ever had a key: whatever was recorded under it was that person's.
func (r *Registry) known(name string) bool {
	return slices.ContainsFunc(r.keys, func(k key) bool { return k.operator == name })
}

// isLive says whether a name has a key that counts.
func (r *Registry) isLive(name string, at time.Time) bool {
	return slices.ContainsFunc(r.keys, func(k key) bool { return k.operator == name && k.live(at) })
}

// has says whether a key of a name that counts has a scope.
func (r *Registry) has(name string, scope Scope, at time.Time) bool {
	return slices.ContainsFunc(r.keys, func(k key) bool { return k.operator == name && k.live(at) && slices.Contains(k.scopes, scope) })
}

// Combines says whether somebody may both administer and prepare payouts, by whatever keys that count.
func (r *Registry) Combines(name string, at time.Time) bool {
	return r.has(name, Admin, at) && r.has(name, Prepare, at)
}

// shared says whether two operators among keys may do something with which money moves.
func shared(keys []key) bool {
	first := ""
	for i := range keys {
		if k := &keys[i]; slices.ContainsFunc(k.scopes, func(s Scope) bool { return slices.Contains(guarded, s) }) {
			if first != "" && k.operator != first {
				return true
			}
			first = k.operator
		}
	}
	return false
}

// NeedsConsent says whether a change by somebody counts only once another operator consents: it gives a scope with which money
// moves, to a key that had it not or not for so long, or gives somebody else's name a key again. Nobody consents before two operators had
// such a scope, nor to another key of one's own that may do no more than one's other keys.
func (r *Registry) NeedsConsent(c Change, by string, at time.Time) bool {
	given, err := c.key()
	if err != nil || c.Revoke || !r.shared {
		return false
	}
	if by == c.Name && !slices.ContainsFunc(given.scopes, func(s Scope) bool { return !r.has(by, s, at) }) {
		return false
	}
	had := r.labelled(&given, at)
	if by != c.Name && had == nil && r.known(c.Name) {
		return true
	}
	return slices.ContainsFunc(given.scopes, func(s Scope) bool {
		return slices.Contains(guarded, s) && (had == nil || !slices.Contains(had.scopes, s) || given.outlives(had.until))
	})
}

// outlives says whether a key counts longer than to an end; the zero time is none.
func (k *key) outlives(end time.Time) bool {
	return !end.IsZero() && (k.until.IsZero() || k.until.After(end))
}

// CheckBy says in one line why somebody with a key may not make a change; nil when they may. It is [Registry.Check] with who
// makes it.
func (r *Registry) CheckBy(c Change, by, how string, at time.Time) error {
	if err := c.Check(); err != nil {
		return err
	}
	if err := r.Check(c, at); err != nil {
		return err
	}
	given, _ := c.key() // checked above
	own := r.find(by, how)
	switch {
	case r.Empty() && !slices.Contains(given.scopes, Admin):
		return problem.Invalidf("the first operator needs the scope %s, or nobody could add another", Admin)
	case r.Empty():
		return r.checkLastAdmin(c, at)
	case by != c.Name && !c.Revoke && r.labelled(&given, at) == nil && r.isLive(c.Name, at):
		return problem.New(problem.Forbidden, "", "%s has a key: only %s can add another one, with a key that they have (nodeledger operator "+
			"add %s, or the page)", c.Name, c.Name, c.Name)
	case own != nil && !slices.Contains(own.scopes, Admin) && !own.covers(given.scopes):
		return problem.New(problem.Forbidden, "", "the key %s of %s may %s and can add keys that may do that at most: ask an operator with the "+
			"scope %s", own.label, by, list(own.scopes), Admin)
	}
	needs := r.NeedsConsent(c, by, at)
	if own != nil && !needs && !c.Revoke && given.outlives(own.until) {
		return problem.New(problem.Forbidden, "", "the key %s of %s ends at %s, and what it gives alone ends by then, too: give --until",
			own.label, by, own.until.Format(time.RFC3339))
	}
	if end, ok := r.endsAlone(&given, by, at); r.shared && !needs && !c.Revoke && by == c.Name && !ok {
		return problem.New(problem.Forbidden, "", "%s may do that until %s only, and another key of theirs ends by then, too: give --until", by,
			end.Format(time.RFC3339))
	}
	if needs != c.Pending {
		return problem.Conflictf("whether the key %s of %s needs consent has changed: record it again", c.Label, c.Name)
	}
	if needs {
		if err := r.checkWaiting(&c, by, at); err != nil {
			return err
		}
	}
	return r.checkLastAdmin(c, at)
}

// endsAlone says whether a key that somebody gives themselves ends no later than they may do, by the longest of their other keys, what
// nobody gives alone; end is until when they may.
func (r *Registry) endsAlone(given *key, by string, at time.Time) (end time.Time, ok bool) {
	for _, s := range given.scopes {
		if !slices.Contains(guarded, s) {
			continue
		}
		end = time.Time{}
		for i := range r.keys {
			k := &r.keys[i]
			if k.operator != by || !k.live(at) || !slices.Contains(k.scopes, s) {
				continue
			}
			if k.until.IsZero() {
				end = k.until
				break
			}
			if k.until.After(end) {
				end = k.until
			}
		}
		if given.outlives(end) {
			return end, false
		}
	}
	return end, true
}

// checkWaiting refuses a key that would wait in vain.
func (r *Registry) checkWaiting(c *Change, by string, at time.Time) error {
	for i := range r.waiting {
		if w := &r.waiting[i]; w.Change.Name == c.Name && w.Change.Label == c.Label {
			return problem.Conflictf("the key %s of %s already waits for consent: consent to it (nodeledger operator consent), or revoke it first",
				c.Label, c.Name)
		}
	}
	if _, ok := r.consenter(*c, by, at); !ok {
		return problem.Conflictf("no other operator is there to consent to the key %s of %s: prepare, approve and admin are given by two people",
			c.Label, c.Name)
	}
	return nil
}

// consenter is the scope that whoever consents to a change by somebody needs: admin where an operator other than the two has it, otherwise
// approve, and prepare for a key that may neither. ok is false when no other operator has one of them: a key that only records, which
// one person gives, consents to nothing.
func (r *Registry) consenter(c Change, by string, at time.Time) (scope Scope, ok bool) {
	enough := []Scope{Admin, Approve}
	if !slices.Contains(c.Scopes, Admin) && !slices.Contains(c.Scopes, Approve) {
		enough = append(enough, Prepare)
	}
	for _, scope := range enough {
		if slices.ContainsFunc(r.keys, func(k key) bool {
			return k.operator != by && k.operator != c.Name && k.live(at) && slices.Contains(k.scopes, scope)
		}) {
			return scope, true
		}
	}
	return "", false
}

// Wait takes in a change that counts once another operator consents. facts is how many facts the books have.
func (r *Registry) Wait(c Change, by string, facts uint64, at time.Time) error {
	if _, err := r.after(c, at); err != nil {
		return err
	}
	r.changes++
	r.waiting = append(slices.Clone(r.waiting), Waiting{Change: c, Number: r.changes, By: by, At: at, Facts: facts})
	return nil
}

// CheckConsent says in one line why somebody with a key cannot consent to a grant; nil when they can.
func (r *Registry) CheckConsent(name, grant, by, how string, at time.Time) error {
	w, err := r.WaitingKey(name, grant)
	if err != nil {
		return err
	}
	needed, ok := r.consenter(w.Change, w.By, at)
	own := r.find(by, how)
	switch {
	case by == w.By:
		return problem.New(problem.Forbidden, "", "%s gave this key: another operator must consent to it", by)
	case !r.isLive(w.By, at):
		return problem.Conflictf("%s, who gave this key, has none any more: revoke it, and somebody else gives it", w.By)
	case by == w.Change.Name:
		return problem.New(problem.Forbidden, "", "the key is for %s: another operator must consent to it", by)
	case !ok || own == nil || !slices.Contains(own.scopes, needed):
		return problem.New(problem.Forbidden, "", "this key of %s cannot consent to the key %s of %s: it needs the scope %s", by, w.Change.Label,
			name, needed)
	}
	return r.Check(w.Change, at)
}

// WaitingKey is the key of an operator that waits under a grant.
func (r *Registry) WaitingKey(name, grant string) (*Waiting, error) {
	for i := range r.waiting {
		if w := &r.waiting[i]; w.Change.Name == name && w.Grant() == grant {
			return w, nil
		}
	}
	return nil, problem.NotFoundf("no key of %s waits under the grant %.90s; `nodeledger operator list` shows those that wait", name, grant)
}

// Consent lets a key count from now on.
func (r *Registry) Consent(name, grant string, at time.Time) error {
	w, err := r.WaitingKey(name, grant)
	if err != nil {
		return err
	}
	if err := r.Apply(w.Change, at); err != nil {
		return err
	}
	r.waiting = slices.DeleteFunc(slices.Clone(r.waiting), func(x Waiting) bool { return x.Change.Name == name && x.Grant() == grant })
	return nil
}

// checkLastAdmin refuses a change after which no administrator is left whose key has no end.
func (r *Registry) checkLastAdmin(c Change, at time.Time) error {
	stays := func(k key) bool { return k.live(at) && k.until.IsZero() && slices.Contains(k.scopes, Admin) }
	if c.Pending || (!r.Empty() && !slices.ContainsFunc(r.keys, stays)) {
		return nil
	}
	keys, err := r.after(c, at)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(keys, stays) {
		return problem.Conflictf("nobody with the scope %s would be left whose key has no end, and nobody could ever be added again: give "+
			"somebody else such a key first", Admin)
	}
	return nil
}
