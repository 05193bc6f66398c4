package nodeledger

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// tolerance is how far the clock of the sender may be off.
const tolerance = 5 * time.Minute

// ErrSignature is why a request is not taken for a notice: answer it with 401.
var ErrSignature = errors.New("the request is not a notice that was signed with this secret, within five minutes of now")

// Verify checks the signature of a notice over the bytes of its body, in constant time, and that it was sent within five minutes of now.
// A notice may come twice: keep Data.ID. The secret is as `nodeledger notices secret` makes it; there may be several, while you change
// from one to the other.
func Verify(header http.Header, body []byte, now time.Time, secrets ...string) (*NoticeBody, error) {
	id, timestamp := header.Get("Webhook-Id"), header.Get("Webhook-Timestamp")
	seconds, err := strconv.ParseInt(timestamp, 10, 64)
	if err != nil || id == "" || now.Sub(time.Unix(seconds, 0)).Abs() > tolerance {
		return nil, ErrSignature
	}
	for _, secret := range secrets {
		encoded, ok := strings.CutPrefix(strings.TrimSpace(secret), "whsec_")
		key, err := base64.StdEncoding.DecodeString(encoded)
		if !ok || err != nil || len(key) < 24 {
			return nil, errors.New("a secret must be whsec_ and the base64 of at least 24 bytes")
		}
		mac := hmac.New(sha256.New, key)
		mac.Write([]byte(id + "." + timestamp + "."))
		mac.Write(body)
		want := mac.Sum(nil)
		for given := range strings.SplitSeq(header.Get("Webhook-Signature"), " ") {
			encoded, v1 := strings.CutPrefix(given, "v1,")
			if got, err := base64.StdEncoding.DecodeString(encoded); err != nil || !v1 || !hmac.Equal(got, want) {
				continue
			}
			var n NoticeBody
			if err := json.Unmarshal(body, &n); err != nil {
				return nil, fmt.Errorf("the body of a notice: %w", err)
			}
			return &n, nil
		}
	}
	return nil, ErrSignature
}
