package auth

import (
	"crypto/ed25519"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/binary"
	"sync"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
)

// Bounds of sessions.
const (
	maxOfWallet  = 16     // sessions of one wallet; one more ends the oldest
	maxUsed      = 10_000 // nonces that opened a session and have not ended; only operators can add to them
	secretLength = 32     // bytes
)

// session is somebody who signed in.
type session struct {
	wallet  ledger.Wallet
	csrf    string
	expires time.Time
	issued  time.Time
	proof   operator.Session
	seed    [32]byte // of the key that signs for the wallet, sealed with the caller's secret
}

// seal hides a seed by a secret, and shows it again by the same one.
func seal(seed [32]byte, secret string) [32]byte {
	mask := sha256.Sum256([]byte("seal\x00" + secret))
	subtle.XORBytes(seed[:], seed[:], mask[:])
	return seed
}

// signedIn is who the session is of, with the key that signs for them; secret is the one that opened it.
func (s *session) signedIn(secret string) *operator.SignedIn {
	seed := seal(s.seed, secret)
	return &operator.SignedIn{Session: s.proof, Wallet: s.wallet, Issued: s.issued, Key: ed25519.NewKeyFromSeed(seed[:])}
}

// sessions are those who signed in. They live in memory: a restart ends them all. Of the secrets that callers hold only
// hashes are kept, and what signs for them is sealed with those secrets, so that a copy of the memory opens no session.
type sessions struct {
	key [secretLength]byte // makes nonces out of invitations

	mu   sync.Mutex
	open map[[32]byte]session // by the hash of the secret
	used map[string]time.Time // nonces that opened a session, and when they end
}

func newSessions() *sessions {
	s := &sessions{open: map[[32]byte]session{}, used: map[string]time.Time{}}
	fill(s.key[:])
	return s
}

// fill never fails: the Go runtime ends the process when the system has no randomness.
func fill(b []byte) {
	if _, err := rand.Read(b); err != nil {
		panic(err)
	}
}

func newSecret() string {
	var b [secretLength]byte
	fill(b[:])
	return base64.RawURLEncoding.EncodeToString(b[:])
}

// invite makes an invitation, which the caller keeps in a cookie, and the nonce that belongs to it. Nothing is stored: the
// nonce follows from the invitation by a key that only this process has, so that no number of callers fills the memory.
func (s *sessions) invite(now time.Time) (invitation, nonce string) {
	var b [secretLength + 8]byte
	fill(b[:secretLength])
	binary.BigEndian.PutUint64(b[secretLength:], uint64(now.Add(signInAge).Unix()))
	return base64.RawURLEncoding.EncodeToString(b[:]), nonceOf(s.seedOf(b[:]))
}

// seedOf is the seed of the key that an invitation leads to.
func (s *sessions) seedOf(invitation []byte) (seed [32]byte) {
	mac := hmac.New(sha256.New, s.key[:])
	mac.Write(invitation)
	copy(seed[:], mac.Sum(nil))
	return seed
}

// nonceOf is the nonce of a seed: the public key that it leads to. Whoever signs it lets that key sign for them.
func nonceOf(seed [32]byte) string {
	return operator.SessionNonce(ed25519.NewKeyFromSeed(seed[:]).Public().(ed25519.PublicKey))
}

// invited is the seed of an invitation that has not ended.
func (s *sessions) invited(invitation string, now time.Time) (seed [32]byte, ends time.Time, ok bool) {
	b, err := base64.RawURLEncoding.Strict().DecodeString(invitation)
	if err != nil || len(b) != secretLength+8 {
		return seed, ends, false
	}
	ends = time.Unix(int64(binary.BigEndian.Uint64(b[secretLength:])), 0)
	// A made-up end leads to another nonce, which nobody was given and nobody can compute; it is refused all the same.
	return s.seedOf(b), ends, now.Before(ends) && !ends.After(now.Add(signInAge))
}

// start opens a session that somebody proved with the nonce of a seed, which ends with its invitation. ok is false when the nonce opened
// one before.
func (s *sessions) start(seed [32]byte, ends time.Time, wanted session, now time.Time) (secret string, opened session, ok bool) {
	nonce := nonceOf(seed)
	s.mu.Lock()
	defer s.mu.Unlock()
	for n, end := range s.used {
		if !now.Before(end) {
			delete(s.used, n)
		}
	}
	if _, again := s.used[nonce]; again || len(s.used) >= maxUsed {
		return "", opened, false
	}
	s.used[nonce] = ends
	s.makeRoom(wanted.wallet, now)
	secret, opened = newSecret(), wanted
	opened.csrf, opened.seed = newSecret(), seal(seed, secret)
	s.open[sha256.Sum256([]byte(secret))] = opened
	return secret, opened, true
}

// makeRoom drops sessions that have ended, and the oldest of a wallet that has as many as it may.
func (s *sessions) makeRoom(wallet ledger.Wallet, now time.Time) {
	var oldest [32]byte
	count := 0
	for id, o := range s.open {
		if !now.Before(o.expires) {
			delete(s.open, id)
			continue
		}
		if o.wallet != wallet {
			continue
		}
		if count++; count == 1 || o.expires.Before(s.open[oldest].expires) {
			oldest = id
		}
	}
	if count >= maxOfWallet {
		delete(s.open, oldest)
	}
}

// of is the session that a secret opens.
func (s *sessions) of(secret string, now time.Time) (session, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	found, ok := s.open[sha256.Sum256([]byte(secret))]
	return found, ok && now.Before(found.expires)
}

// end ends the session that a secret opens.
func (s *sessions) end(secret string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.open, sha256.Sum256([]byte(secret)))
}

// csrfMatches says whether the caller knows the session's token against forged requests.
func (s *session) csrfMatches(token string) bool {
	return subtle.ConstantTimeCompare([]byte(token), []byte(s.csrf)) == 1
}
