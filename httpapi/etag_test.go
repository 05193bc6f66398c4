package httpapi_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/operator"
)

func unzipped(t *testing.T, w *httptest.ResponseRecorder) []byte {
	t.Helper()
	if w.Header().Get("Content-Encoding") != "gzip" {
		return w.Body.Bytes()
	}
	r, err := gzip.NewReader(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestAnswersThatAreKnown(t *testing.T) {
	t.Parallel()
	g := newVisit(t)
	ask := func(path string, edit ...func(*http.Request)) *httptest.ResponseRecorder {
		return g.send(http.MethodGet, path, edit...)
	}
	plain, small := ask("/api/v1/sale"), ask("/api/v1/holders")
	packed := ask("/api/v1/sale", header("Accept-Encoding", "br, gzip"))
	tag, packedTag := plain.Header().Get("Etag"), packed.Header().Get("Etag")
	if packed.Header().Get("Content-Encoding") != "gzip" || packed.Body.Len() >= plain.Body.Len() ||
		!bytes.Equal(unzipped(t, packed), plain.Body.Bytes()) {
		t.Errorf("%d bytes became %d: %v", plain.Body.Len(), packed.Body.Len(), packed.Header())
	}
	if tag == packedTag || tag == small.Header().Get("Etag") || !strings.HasPrefix(tag, `"`) ||
		plain.Header().Get("Cache-Control") != "no-cache" {
		t.Errorf("tags %s, %s, %s", tag, packedTag, small.Header().Get("Etag"))
	}
	if got := strings.Join(plain.Header().Values("Vary"), ","); got != "" && got != "Accept-Encoding" {
		t.Errorf("Vary: %s", got)
	}
	for _, known := range []string{tag, "W/" + tag, `"other", ` + tag, "*"} {
		w := ask("/api/v1/sale", header("If-None-Match", known))
		if w.Code != http.StatusNotModified || w.Body.Len() != 0 || w.Header().Get("Etag") != tag || w.Header().Get("Content-Type") != "" {
			t.Errorf("%s: %d %s %v", known, w.Code, w.Body, w.Header())
		}
	}
	if w := ask("/api/v1/sale", header("If-None-Match", packedTag),
		header("Accept-Encoding", "gzip")); w.Code != http.StatusNotModified || w.Body.Len() != 0 {
		t.Errorf("%d, %d bytes", w.Code, w.Body.Len())
	}
	for _, unknown := range []string{`"other"`, packedTag, tag[:10], "", strings.Trim(tag, `"`)} {
		if w := ask("/api/v1/sale", header("If-None-Match", unknown)); w.Code != http.StatusOK || w.Body.String() != plain.Body.String() {
			t.Errorf("%s: %d", unknown, w.Code)
		}
	}
	for _, encoding := range []string{"", "br", "gzip;q=0", "gzip; q=0.000", "identity", "x-gzip2"} {
		if w := ask("/api/v1/sale", header("Accept-Encoding", encoding)); w.Header().Get("Content-Encoding") != "" ||
			w.Header().Get("Etag") != tag {
			t.Errorf("%q: %v", encoding, w.Header())
		}
	}
	if w := ask("/api/v1/sale", header("Accept-Encoding", "gzip;q=0.5")); w.Header().Get("Content-Encoding") != "gzip" {
		t.Error("a weight above zero is no refusal")
	}
	if w := ask("/api/v1/sale", header("Accept-Encoding", "gzip"), header("Range", "bytes=0-9")); w.Header().Get("Content-Encoding") != "" {
		t.Error("a part was asked for and compressed")
	}
}

func TestAnswersThatAreNotKept(t *testing.T) {
	t.Parallel()
	g := newVisit(t)
	token := header("Authorization", "Bearer "+g.token("bot", "ci", time.Time{}, operator.Record))
	for _, path := range []string{"/api/v1/operator/holds", "/api/v1/session", "/metrics", "/healthz", "/nothing", "/api/v1/holders/alice"} {
		if h := g.send(http.MethodGet, path, token, header("If-None-Match", "*")).Header(); h.Get("Etag") != "" ||
			h.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %v", path, h)
		}
	}
	if w := g.send(http.MethodGet, "/api/v1/holders/alice", header("If-None-Match", "*")); w.Code != http.StatusUnprocessableEntity ||
		w.Body.Len() == 0 {
		t.Errorf("a refusal became %d %s", w.Code, w.Body)
	}
}
