package operator

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
)

// secretPrefix lets scanners of source code find a token that was committed by mistake.
const secretPrefix = "nlo_"

// secretBytes is how many random bytes a secret has.
const secretBytes = 32

// NewToken makes the secret of a token and its public key. random must be a source fit for keys, such as crypto/rand.Reader. The
// secret is "nlo_" and 43 letters, digits, - and _; show it once and keep the public key.
func NewToken(random io.Reader) (secret, public string, err error) {
	var raw [secretBytes]byte
	if _, err := io.ReadFull(random, raw[:]); err != nil {
		return "", "", fmt.Errorf("random bytes for a token: %w", err)
	}
	secret = secretPrefix + base64.RawURLEncoding.EncodeToString(raw[:])
	return secret, TokenKey(secret), nil
}

// TokenKey is the public key of a token in 64 hexadecimal digits, as Change.Token wants it. Whoever has it can check what the token
// signed, and neither sign nor sign in.
func TokenKey(secret string) string {
	public := publicOf(secret)
	return hex.EncodeToString(public[:])
}

// signingKey is the key with which a token signs: Ed25519, with the SHA-256 of "nodeledger token", a zero and the secret as its seed.
func signingKey(secret string) ed25519.PrivateKey {
	seed := sha256.Sum256([]byte("nodeledger token\x00" + secret))
	return ed25519.NewKeyFromSeed(seed[:])
}

func publicOf(secret string) (public [ed25519.PublicKeySize]byte) {
	copy(public[:], signingKey(secret).Public().(ed25519.PublicKey))
	return public
}

// SignWithToken is a token's signature over a text, 64 bytes.
func SignWithToken(secret, text string) []byte { return ed25519.Sign(signingKey(secret), []byte(text)) }

// isSecret says whether a text has the form of a secret, so that the key of an empty or short text never counts as one.
func isSecret(text string) bool {
	rest, found := strings.CutPrefix(text, secretPrefix)
	raw, err := base64.RawURLEncoding.Strict().DecodeString(rest)
	return found && err == nil && len(raw) == secretBytes && !strings.ContainsAny(rest, "\r\n")
}
