package webhook

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"strconv"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/problem"
)

// The headers of Standard Webhooks.
const (
	HeaderID        = "Webhook-Id"
	HeaderTimestamp = "Webhook-Timestamp"
	HeaderSignature = "Webhook-Signature"
)

const secretPrefix = "whsec_"

// Secret is what an endpoint's notices are signed with; both sides keep it.
type Secret []byte

// ParseSecret reads a secret as whsec_ and the base64 of 24 to 64 bytes.
func ParseSecret(text string) (Secret, error) {
	encoded, ok := strings.CutPrefix(strings.TrimSpace(text), secretPrefix)
	key, err := base64.StdEncoding.DecodeString(encoded)
	if !ok || err != nil || len(key) < 24 || len(key) > 64 {
		return nil, problem.Invalidf("a webhook's secret must be %s and the base64 of 24 to 64 bytes: `nodeledger notices secret` makes one",
			secretPrefix)
	}
	return key, nil
}

// NewSecret makes a secret of 32 random bytes, and its text.
func NewSecret() string {
	key := make([]byte, 32)
	_, _ = rand.Read(key) // it never fails
	return secretPrefix + base64.StdEncoding.EncodeToString(key)
}

// sign is the header with the signatures of a body by all secrets: v1,<base64 of HMAC-SHA-256 over id.timestamp.body>, separated by blanks.
func sign(secrets []Secret, id string, at time.Time, body string) string {
	var signatures []string
	for _, s := range secrets {
		mac := hmac.New(sha256.New, s)
		mac.Write([]byte(id + "." + strconv.FormatInt(at.Unix(), 10) + "." + body))
		signatures = append(signatures, "v1,"+base64.StdEncoding.EncodeToString(mac.Sum(nil)))
	}
	return strings.Join(signatures, " ")
}
