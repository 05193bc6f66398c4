package auth

import (
	"bytes"
	"context"
	"crypto/sha256"
	"net/http"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/operator"
)

// shelf is a vault in memory.
type shelf struct {
	open map[[sha256.Size]byte]VaultedSession
	used map[string]bool
}

func (v *shelf) NonceKey() [secretLength]byte { return [secretLength]byte{7} }

func (v *shelf) StartSession(_ context.Context, s VaultedSession, nonce string, _ time.Time, _ int) (bool, error) {
	if v.used[nonce] {
		return false, nil
	}
	v.used[nonce], v.open[s.ID] = true, s
	return true, nil
}

func (v *shelf) Session(_ context.Context, id [sha256.Size]byte, now time.Time) ([]byte, error) {
	if s, ok := v.open[id]; ok && now.Before(s.Expires) {
		return s.Sealed, nil
	}
	return nil, nil
}

func (v *shelf) EndSession(_ context.Context, id [sha256.Size]byte) error {
	delete(v.open, id)
	return nil
}

// Who signed in at one of two servers is signed in at both, and signed out of both.
func TestASessionHoldsAtEveryServer(t *testing.T) {
	t.Parallel()
	v := &shelf{map[[sha256.Size]byte]VaultedSession{}, map[string]bool{}}
	g := newGate(t, home)
	alice := g.operator("alice", 1, operator.Record)
	here, there := g.auth, *g.auth
	for _, a := range []*Auth{here, &there} {
		a.vault, a.sessions = v, newSessions()
		a.sessions.key = v.NonceKey()
	}
	b := g.browser()
	b.signIn(alice)
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, home+"/api/v1/session", nil)
	g.must(err)
	for name, value := range b.cookies {
		r.AddCookie(&http.Cookie{Name: name, Value: value})
	}
	one, secret, err := here.sessionOf(r, g.clock.at)
	g.must(err)
	other, _, err := there.sessionOf(r, g.clock.at)
	g.must(err)
	if one.wallet != alice.wallet || other.wallet != one.wallet || other.csrf != one.csrf ||
		!other.signedIn(secret).Key.Equal(one.signedIn(secret).Key) {
		t.Errorf("the session is another one at the other server: %+v, %+v", one, other)
	}
	for id, s := range v.open {
		if bytes.Contains(s.Sealed, []byte(one.csrf)) || bytes.Contains(s.Sealed, []byte(secret)) || bytes.Contains(id[:], []byte(secret)) {
			t.Error("the vault has a secret")
		}
	}
	g.must(there.end(t.Context(), secret))
	if _, _, err := here.sessionOf(r, g.clock.at); err == nil {
		t.Error("a session that ended at one server goes on at the other")
	}
}
