package operator

import (
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

// NewToken makes the secret of a token and its hash. random must be a source fit for keys, such as crypto/rand.Reader. The
// secret is "nlo_" and 43 letters, digits, - and _; show it once and keep the hash.
func NewToken(random io.Reader) (secret, hash string, err error) {
	var raw [secretBytes]byte
	if _, err := io.ReadFull(random, raw[:]); err != nil {
		return "", "", fmt.Errorf("random bytes for a token: %w", err)
	}
	secret = secretPrefix + base64.RawURLEncoding.EncodeToString(raw[:])
	return secret, HashToken(secret), nil
}

// HashToken is the SHA-256 of a secret in 64 hexadecimal digits, as Change.Token wants it.
func HashToken(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}

// isSecret says whether a text has the form of a secret, so that the hash of an empty or short text never counts as one.
func isSecret(text string) bool {
	rest, found := strings.CutPrefix(text, secretPrefix)
	raw, err := base64.RawURLEncoding.Strict().DecodeString(rest)
	return found && err == nil && len(raw) == secretBytes && !strings.ContainsAny(rest, "\r\n")
}
