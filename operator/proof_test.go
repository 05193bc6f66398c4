package operator_test

import (
	"crypto/ed25519"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
)

// signer is a wallet of its own.
type signer struct {
	wallet ledger.Wallet
	sign   func(text string) []byte
}

func signerOf(t *testing.T, seed byte) signer {
	t.Helper()
	key, err := crypto.ToECDSA(append(make([]byte, 31), seed))
	if err != nil {
		t.Fatal(err)
	}
	return signer{ledger.Wallet(crypto.PubkeyToAddress(key.PublicKey)), func(text string) []byte {
		hash := operator.SignedHash(text)
		signature, err := crypto.Sign(hash[:], key)
		if err != nil {
			t.Fatal(err)
		}
		return signature
	}}
}

// A text is somebody's when a key of theirs that counts signed it: a token, a wallet, or the key that a wallet signed in with. Nothing else
// is, in any mixture of them.
func TestWhatProvesAText(t *testing.T) {
	t.Parallel()
	const text = "nodeledger gpunet on chain 1\nrecord scores june"
	of := operator.Of{Program: "gpunet", Chain: 1}
	secret, public := token(t, 1)
	other, _ := token(t, 2)
	ann, eve, safe, spare := signerOf(t, 1), signerOf(t, 2), signerOf(t, 3), signerOf(t, 4)
	var r operator.Registry
	apply(t, &r,
		operator.Change{Name: "ann", Label: "nano", Wallet: ann.wallet.String(), Scopes: scopes("admin"), Until: noon.AddDate(0, 0, 2)},
		operator.Change{Name: "ann", Label: "ci", Token: public, Scopes: scopes("record"), Until: noon.AddDate(0, 0, 3)},
		operator.Change{Name: "ann", Label: "spare", Wallet: spare.wallet.String(), Scopes: scopes("record")},
		operator.Change{Name: "board", Label: "safe", Wallet: safe.wallet.String(), Contract: true, Scopes: scopes("approve")})
	wallet, board := "wallet:"+ann.wallet.String(), "wallet:"+safe.wallet.String()
	key := ed25519.NewKeyFromSeed(make([]byte, 32))
	stranger := ed25519.NewKeyFromSeed(append(make([]byte, 31), 1))
	signIn := func(by signer, edit func(*operator.SignIn)) operator.Session {
		m := operator.SignIn{Domain: "a.example", Wallet: by.wallet, Statement: operator.SignInStatement("gpunet"), URI: "https://a.example",
			Chain: 1, Nonce: operator.SessionNonce(key.Public().(ed25519.PublicKey)), IssuedAt: noon}
		edit(&m)
		return operator.Session{Message: m.Text(), Signature: by.sign(m.Text())}
	}
	same := func(*operator.SignIn) {}
	session := func(edit func(*operator.SignIn)) operator.Proof {
		return operator.Proof{Signature: ed25519.Sign(key, []byte(text)), Session: signIn(ann, edit)}
	}
	byContract := signIn(safe, same)
	byContract.Signature = append(make([]byte, 65), byContract.Signature...)
	byContract.Word = operator.Word{Wallet: safe.wallet, Signed: operator.SignedHash(byContract.Message), Block: 7}
	word := operator.Word{Wallet: safe.wallet, Signed: operator.SignedHash(text), Block: 7}
	expired := signIn(ann, same).Message + "\nExpiration Time: " + noon.Format(time.RFC3339)
	later := signIn(ann, same).Message + "\nNot Before: " + noon.Add(time.Second).Format(time.RFC3339)
	for _, c := range []struct {
		name, operator, how string
		proof               operator.Proof
		at                  time.Time
		ok                  bool
	}{
		{"a token", "ann", "token:ci", operator.Proof{Signature: operator.SignWithToken(secret, text)}, noon, true},
		{"another token", "ann", "token:ci", operator.Proof{Signature: operator.SignWithToken(other, text)}, noon, false},
		{"a token over more", "ann", "token:ci", operator.Proof{Signature: operator.SignWithToken(secret, text+".")}, noon, false},
		{"a token as a wallet", "ann", wallet, operator.Proof{Signature: operator.SignWithToken(secret, text)}, noon, false},
		{"a token of another's", "board", "token:ci", operator.Proof{Signature: operator.SignWithToken(secret, text)}, noon, false},
		{"a token that ended", "ann", "token:ci", operator.Proof{Signature: operator.SignWithToken(secret, text)}, noon.AddDate(0, 0, 3), false},
		{"a token's name", "ann", "token:ci", operator.Proof{}, noon, false},
		{"a token that is not there", "ann", "token:x", operator.Proof{Signature: operator.SignWithToken(secret, text)}, noon, false},
		{"a wallet", "ann", wallet, operator.Proof{Signature: ann.sign(text)}, noon, true},
		{"a wallet that ended", "ann", wallet, operator.Proof{Signature: ann.sign(text)}, noon.AddDate(0, 0, 2), false},
		{"another wallet", "ann", wallet, operator.Proof{Signature: eve.sign(text)}, noon, false},
		{"another wallet of theirs", "ann", wallet, operator.Proof{Signature: spare.sign(text)}, noon, false},
		{"a wallet's name", "ann", wallet, operator.Proof{}, noon, false},
		{"a wallet as a token", "ann", "token:ci", operator.Proof{Signature: ann.sign(text)}, noon, false},
		{"nothing known", "ann", "unverified", operator.Proof{Signature: ann.sign(text)}, noon, false},
		{"a contract", "board", board, operator.Proof{Signature: make([]byte, 130), Word: word}, noon, true},
		{"a contract for another", "ann", wallet, operator.Proof{Signature: make([]byte, 130), Word: word}, noon, false},
		{"a contract without its word", "board", board, operator.Proof{Signature: make([]byte, 130)}, noon, false},
		{"a session", "ann", wallet, session(same), noon, true},
		{"a session at its end", "ann", wallet, session(same), noon.Add(operator.SessionLife - time.Second), true},
		{"a session that ended", "ann", wallet, session(same), noon.Add(operator.SessionLife), false},
		{"a session of before the key was given", "ann", wallet,
			session(func(m *operator.SignIn) { m.IssuedAt = noon.Add(-time.Hour) }), noon, false},
		{"a session before it began", "ann", wallet, session(same), noon.Add(-2 * time.Minute), false},
		{"a session of another program", "ann", wallet,
			session(func(m *operator.SignIn) { m.Statement = operator.SignInStatement("moon") }), noon, false},
		{"a session of another chain", "ann", wallet, session(func(m *operator.SignIn) { m.Chain = 2 }), noon, false},
		{"a session of another key", "ann", wallet,
			session(func(m *operator.SignIn) { m.Nonce = operator.SessionNonce(stranger.Public().(ed25519.PublicKey)) }), noon, false},
		{"a session of another wallet", "ann", wallet, session(func(m *operator.SignIn) { m.Wallet = eve.wallet }), noon, false},
		{"a session that a stranger signed", "ann", wallet,
			operator.Proof{Signature: ed25519.Sign(key, []byte(text)), Session: signIn(eve, same)}, noon, false},
		{"a session with the wallet's signature", "ann", wallet,
			operator.Proof{Signature: ann.sign(text), Session: signIn(ann, same)}, noon, false},
		{"a session for another text", "ann", wallet,
			operator.Proof{Signature: ed25519.Sign(key, []byte(text+".")), Session: signIn(ann, same)}, noon, false},
		{"a session that its message ends", "ann", wallet, operator.Proof{Signature: ed25519.Sign(key, []byte(text)),
			Session: operator.Session{Message: expired, Signature: ann.sign(expired)}}, noon, false},
		{"a session that its message begins later", "ann", wallet, operator.Proof{Signature: ed25519.Sign(key, []byte(text)),
			Session: operator.Session{Message: later, Signature: ann.sign(later)}}, noon, false},
		{"a session and a word", "board", board,
			operator.Proof{Signature: ed25519.Sign(key, []byte(text)), Word: word, Session: byContract}, noon, false},
		{"a session of a contract", "board", board, operator.Proof{Signature: ed25519.Sign(key, []byte(text)), Session: byContract}, noon, true},
		{"a session as a token", "ann", "token:ci", session(same), noon, false},
	} {
		actor, err := r.Prove(c.operator, c.how, text, &c.proof, of, c.at)
		if (err == nil) != c.ok || err == nil && (actor.Name() != c.operator || actor.How() != c.how) {
			t.Errorf("%s: %+v, %v", c.name, actor, err)
		}
		var refused error = operator.ErrRefused
		if err != nil && !errors.Is(err, refused) && !strings.Contains(err.Error(), "signature") {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// Signatures by a point of small order can be made by everybody, for every text: no token has one. Nor is a number one that is no point.
func TestWhatIsNoKeyOfAToken(t *testing.T) {
	t.Parallel()
	_, public := token(t, 1)
	for key, ok := range map[string]bool{
		public:                                 true,
		"01" + strings.Repeat("00", 31):        false, // the neutral element
		"ec" + strings.Repeat("ff", 30) + "7f": false, // of order 2
		"26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05": false, // of order 8
		"02" + strings.Repeat("00", 31):                                    false, // on no point
	} {
		err := operator.Change{Name: "ann", Label: "ci", Token: key, Scopes: scopes("record")}.Check()
		if (err == nil) != ok || !ok && !strings.Contains(err.Error(), "public key is none") {
			t.Errorf("%s: %v", key, err)
		}
	}
}
