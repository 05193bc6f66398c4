package auth

import (
	"crypto/subtle"
	"errors"
	"fmt"
	"time"

	"github.com/nodeledger/nodeledger/operator"
)

// How far a message's time may be off. Ten minutes are the life of a nonce.
const (
	signInAge   = 10 * time.Minute
	signInAhead = time.Minute // clocks of visitors that are fast
)

// invited is what a message must say to be taken.
type invited struct {
	Origin  Origin
	Program string
	Chain   uint64
	Nonce   string
	Now     time.Time
}

// checkMessage says in one line why a message is not the one that this place asked for now.
func checkMessage(m *operator.SignIn, w *invited) error {
	switch {
	case m.Domain != w.Origin.host || (m.Scheme != "" && m.Scheme != w.Origin.scheme):
		return fmt.Errorf("the message is for %.80s, not for %s: sign in on the page of %s only", m.Domain, w.Origin.host, w.Origin)
	case !w.Origin.holds(m.URI):
		return fmt.Errorf("the message's URI is not one of %s", w.Origin)
	case m.Statement != operator.SignInStatement(w.Program):
		return fmt.Errorf("the message does not say %q: sign in on the page, or take the message that this server gives",
			operator.SignInStatement(w.Program))
	case m.Chain != w.Chain:
		return fmt.Errorf("the message is for chain %d, the program is on chain %d: change the network in the wallet", m.Chain, w.Chain)
	case subtle.ConstantTimeCompare([]byte(m.Nonce), []byte(w.Nonce)) != 1:
		return errors.New("the message has not the nonce that was handed out last: ask for a new one and sign again")
	case m.IssuedAt.After(w.Now.Add(signInAhead)):
		return errors.New("the message was issued in the future: set the clock of this machine")
	case !m.IssuedAt.After(w.Now.Add(-signInAge)):
		return fmt.Errorf("the message was issued more than %s ago: sign a new one", signInAge)
	case !m.Expiration.IsZero() && !m.Expiration.After(w.Now):
		return errors.New("the message has expired: sign a new one")
	case m.NotBefore.After(w.Now):
		return errors.New("the message does not hold yet: its Not Before is in the future")
	}
	return nil
}
