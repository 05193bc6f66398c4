package operator

import (
	"crypto/ed25519"
	"encoding/hex"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// SessionLife is how long a key may sign for a wallet that signed in with it, from the message's own time on.
const SessionLife = 12 * time.Hour

// Session is a sign-in by which a wallet lets a key sign for it: the message (ERC-4361) has the public key as its nonce. It is part of the
// books: its fields never change. The zero Session is none.
type Session struct {
	Message   string
	Signature []byte // of the wallet over the message
	Word      Word   // of a contract that signed it
}

// IsZero says that there is no session.
func (s *Session) IsZero() bool { return s.Message == "" }

// SignedIn is somebody who signed in, with the key that signs for their wallet while the session lasts.
type SignedIn struct {
	Session

	Wallet ledger.Wallet
	Issued time.Time // the message's
	Key    ed25519.PrivateKey
}

// SignInStatement is what a sign-in to the books of a program says for people.
func SignInStatement(program string) string {
	return "Sign in to keep the books of " + program + " for twelve hours. This sends no transaction and costs nothing."
}

// SessionNonce is the nonce of a sign-in with a key: its public part in 64 hexadecimal digits.
func SessionNonce(public ed25519.PublicKey) string { return hex.EncodeToString(public) }

// session is the operator of that name whose session's key signed a text within books of a program.
func (r *Registry) session(name, text string, p *Proof, of Of, now time.Time) (Actor, error) {
	m, err := ParseSignIn(p.Session.Message)
	if err != nil {
		return Actor{}, problem.As(problem.NotAuthenticated, "", err)
	}
	public, err := hex.DecodeString(m.Nonce)
	switch {
	case m.Statement != SignInStatement(of.Program) || m.Chain != of.Chain || err != nil || len(public) != ed25519.PublicKeySize,
		!ed25519.Verify(public, []byte(text), p.Signature):
		return Actor{}, ErrRefused
	case now.Before(m.IssuedAt.Add(-time.Minute)), now.Before(m.NotBefore), !now.Before(m.Ends()):
		return Actor{}, ErrRefused
	}
	var actor Actor
	if p.Session.Word.IsZero() {
		actor, err = r.Signature(name, p.Session.Message, p.Session.Signature, now)
	} else {
		actor, err = r.Vouched(name, p.Session.Message, p.Session.Signature, &p.Session.Word, now)
	}
	if err == nil && (actor.how != howOfWallet(m.Wallet) || r.since(actor, m.IssuedAt)) {
		return Actor{}, ErrRefused
	}
	return actor, err
}

// SignedIn is who signed in with a wallet at an instant, as far as the key counts now. A key that was given, or got what it may do, after
// that is another one: they sign in again.
func (r *Registry) SignedIn(wallet ledger.Wallet, issued, now time.Time) (Actor, error) {
	actor, err := r.Wallet(wallet, now)
	if err == nil && r.since(actor, issued) {
		return Actor{}, ErrRefused
	}
	return actor, err
}

// since says that the key of an actor was made after an instant.
func (r *Registry) since(actor Actor, issued time.Time) bool {
	_, made, ok := r.Made(actor.name, actor.how)
	return ok && issued.Truncate(time.Second).Before(made.At)
}

// Ends is the first instant at which a session of the message is over.
func (m *SignIn) Ends() time.Time {
	ends := m.IssuedAt.Add(SessionLife)
	if !m.Expiration.IsZero() && m.Expiration.Before(ends) {
		return m.Expiration
	}
	return ends
}
