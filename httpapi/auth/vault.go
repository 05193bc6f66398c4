package auth

import (
	"bytes"
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"encoding/gob"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
)

// Vault keeps sessions for servers that share a database. Errors are failures of the database.
type Vault interface {
	// NonceKey is the key that makes nonces out of invitations, the same at every server.
	NonceKey() [secretLength]byte
	// StartSession keeps a session by the hash of its secret. It says false when the nonce opened one before. most is how many sessions a
	// wallet has at most: one more ends the oldest.
	StartSession(ctx context.Context, s VaultedSession, nonce string, ends time.Time, most int) (ok bool, err error)
	// Session is what was sealed of a session that has not ended by now; nil: there is none.
	Session(ctx context.Context, id [sha256.Size]byte, now time.Time) (sealed []byte, err error)
	// EndSession ends a session, where there is one.
	EndSession(ctx context.Context, id [sha256.Size]byte) error
}

// VaultedSession is a session as a vault keeps it.
type VaultedSession = struct {
	ID              [sha256.Size]byte // the hash of its secret
	Wallet          string
	Issued, Expires time.Time
	Sealed          []byte
}

// contents is what is sealed of a session.
type contents struct {
	Wallet          ledger.Wallet
	CSRF            string
	Issued, Expires time.Time
	Proof           operator.Session
	Seed            [32]byte
}

// box seals what a vault keeps with the secret that the caller has. A secret seals one text only, so the nonce may be fixed.
func box(secret string) (cipher.AEAD, []byte, error) {
	key := sha256.Sum256([]byte("session\x00" + secret))
	block, err := aes.NewCipher(key[:])
	if err != nil {
		return nil, nil, err
	}
	sealer, err := cipher.NewGCM(block)
	if err != nil {
		return nil, nil, err
	}
	return sealer, make([]byte, sealer.NonceSize()), nil
}

// start opens a session, see [sessions.start].
func (a *Auth) start(ctx context.Context, seed [32]byte, ends time.Time, wanted session, now time.Time) (secret string, opened session,
	ok bool, err error) {
	if a.vault == nil {
		secret, opened, ok = a.sessions.start(seed, ends, wanted, now)
		return secret, opened, ok, nil
	}
	secret, opened = newSecret(), wanted
	opened.csrf, opened.seed = newSecret(), seal(seed, secret)
	var text bytes.Buffer
	if err := gob.NewEncoder(&text).Encode(contents{opened.wallet, opened.csrf, opened.issued, opened.expires, opened.proof,
		opened.seed}); err != nil {
		return "", opened, false, err
	}
	sealer, nonce, err := box(secret)
	if err != nil {
		return "", opened, false, err
	}
	id := sha256.Sum256([]byte(secret))
	ok, err = a.vault.StartSession(ctx, VaultedSession{ID: id, Wallet: opened.wallet.String(), Issued: now, Expires: opened.expires,
		Sealed: sealer.Seal(nil, nonce, text.Bytes(), id[:])}, nonceOf(seed), ends, maxOfWallet)
	return secret, opened, ok, err
}

// find is the session that a secret opens.
func (a *Auth) find(ctx context.Context, secret string, now time.Time) (s session, ok bool, err error) {
	if a.vault == nil || secret == "" {
		s, ok = a.sessions.of(secret, now)
		return s, ok, nil
	}
	id := sha256.Sum256([]byte(secret))
	sealed, err := a.vault.Session(ctx, id, now)
	if err != nil || sealed == nil {
		return s, false, err
	}
	sealer, nonce, err := box(secret)
	if err != nil {
		return s, false, err
	}
	text, err := sealer.Open(nil, nonce, sealed, id[:])
	if err != nil {
		return s, false, nil //nolint:nilerr // somebody else wrote it: it is no session
	}
	var c contents
	if err := gob.NewDecoder(bytes.NewReader(text)).Decode(&c); err != nil {
		return s, false, nil //nolint:nilerr // a newer version wrote it: whoever has it signs in again
	}
	return session{wallet: c.Wallet, csrf: c.CSRF, issued: c.Issued, expires: c.Expires, proof: c.Proof, seed: c.Seed},
		now.Before(c.Expires), nil
}

// end ends the session that a secret opens.
func (a *Auth) end(ctx context.Context, secret string) error {
	if a.vault == nil {
		a.sessions.end(secret)
		return nil
	}
	return a.vault.EndSession(ctx, sha256.Sum256([]byte(secret)))
}
