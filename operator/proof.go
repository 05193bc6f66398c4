package operator

import (
	"crypto/ed25519"
	"time"
)

// Of is the books that something is signed for.
type Of struct {
	Program string
	Chain   uint64
}

// Proof is how somebody shows that they record a fact: by a signature over its statement. It is that of a token (Ed25519), of a wallet,
// of a contract with its Word, or of a session's key with the Session.
type Proof struct {
	Signature []byte
	Word      Word
	Session   Session
}

// Prove is the operator of that name by a key that counts now, known as how says, when it signed the text. Every refusal is ErrRefused or a
// signature that has not its one form.
func (r *Registry) Prove(name, how, text string, p *Proof, of Of, now time.Time) (actor Actor, err error) {
	own := r.find(name, how)
	switch {
	case own == nil || !p.Word.IsZero() && !p.Session.IsZero():
		return Actor{}, ErrRefused
	case own.isToken():
		if p.Word.IsZero() && p.Session.IsZero() && own.live(now) && ed25519.Verify(own.token[:], []byte(text), p.Signature) {
			return own.actor(), nil
		}
		return Actor{}, ErrRefused
	case !p.Session.IsZero():
		actor, err = r.session(name, text, p, of, now)
	case !p.Word.IsZero():
		actor, err = r.Vouched(name, text, p.Signature, &p.Word, now)
	default:
		actor, err = r.Signature(name, text, p.Signature, now)
	}
	if err == nil && actor.how != how {
		return Actor{}, ErrRefused
	}
	return actor, err
}
