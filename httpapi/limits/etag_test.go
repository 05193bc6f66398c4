package httpapi

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/labstack/echo/v4"

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
	g := newGate(t)
	b := g.browser()
	ask := func(path string, edit ...func(*http.Request)) *httptest.ResponseRecorder {
		return b.send(http.MethodGet, path, "", edit...)
	}
	plain, small := ask("/api/v1/sale"), ask("/api/v1/holders")
	packed := ask("/api/v1/sale", header("Accept-Encoding", "br, gzip"))
	tag, packedTag := plain.Header().Get("Etag"), packed.Header().Get("Etag")
	if packed.Header().Get("Content-Encoding") != "gzip" || packed.Body.Len() >= plain.Body.Len() || !bytes.Equal(unzipped(t, packed), plain.Body.Bytes()) {
		t.Errorf("%d bytes became %d: %v", plain.Body.Len(), packed.Body.Len(), packed.Header())
	}
	if tag == packedTag || tag == small.Header().Get("Etag") || !strings.HasPrefix(tag, `"`) || plain.Header().Get("Cache-Control") != "no-cache" {
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
	if w := ask("/api/v1/sale", header("If-None-Match", packedTag), header("Accept-Encoding", "gzip")); w.Code != http.StatusNotModified || w.Body.Len() != 0 {
		t.Errorf("%d, %d bytes", w.Code, w.Body.Len())
	}
	for _, unknown := range []string{`"other"`, packedTag, tag[:10], "", strings.Trim(tag, `"`)} {
		if w := ask("/api/v1/sale", header("If-None-Match", unknown)); w.Code != http.StatusOK || w.Body.String() != plain.Body.String() {
			t.Errorf("%s: %d", unknown, w.Code)
		}
	}
	for _, encoding := range []string{"", "br", "gzip;q=0", "gzip; q=0.000", "identity", "x-gzip2"} {
		if w := ask("/api/v1/sale", header("Accept-Encoding", encoding)); w.Header().Get("Content-Encoding") != "" || w.Header().Get("Etag") != tag {
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
	g := newGate(t)
	token := header("Authorization", "Bearer "+g.token("bot", "ci", time.Time{}, operator.Record))
	b := g.browser()
	for _, path := range []string{"/api/v1/operator/test-look", "/api/v1/session", "/metrics", "/healthz", "/nothing", "/api/v1/holders/alice"} {
		if h := b.send(http.MethodGet, path, "", token, header("If-None-Match", "*")).Header(); h.Get("Etag") != "" || h.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %v", path, h)
		}
	}
	if w := b.send(http.MethodGet, "/api/v1/holders/alice", "", header("If-None-Match", "*")); w.Code != http.StatusUnprocessableEntity || w.Body.Len() == 0 {
		t.Errorf("a refusal became %d %s", w.Code, w.Body)
	}
}

// An answer that is too long to keep, or that is sent piece by piece, arrives whole.
func TestLongAnswersPass(t *testing.T) {
	piece := strings.Repeat("x", 1000)
	for _, c := range []struct {
		name           string
		pieces         int
		flush, ownTag  bool
		wantTag        string
		wantFlush      bool
		contentType    string
		wantUncachable bool
	}{
		{"long", 2000, false, false, "", false, "application/json", true},
		{"in pieces", 3, true, false, "", true, "application/json", true},
		{"with a tag of its own", 3, false, true, `"own"`, false, "application/json", false},
		{"text", 3, false, false, "", false, "text/csv", true},
		{"nothing", 0, false, false, "", false, "", true},
	} {
		e := echo.New()
		a := &api{}
		e.Use(a.secured, tagged)
		e.GET("/api/v1/thing", func(c2 echo.Context) error {
			w := c2.Response()
			if c.ownTag {
				w.Header().Set("ETag", `"own"`)
			}
			w.Header().Set("Content-Type", c.contentType)
			w.WriteHeader(http.StatusOK)
			for range c.pieces {
				if _, err := w.Write([]byte(piece)); err != nil {
					return err
				}
				if c.flush {
					w.Flush()
				}
			}
			return nil
		})
		w := httptest.NewRecorder()
		e.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/api/v1/thing", nil))
		if w.Code != http.StatusOK || w.Body.Len() != c.pieces*len(piece) || w.Header().Get("Etag") != c.wantTag || w.Flushed != c.wantFlush {
			t.Errorf("%s: %d, %d bytes, tag %q, flushed %t", c.name, w.Code, w.Body.Len(), w.Header().Get("Etag"), w.Flushed)
		}
		if (w.Header().Get("Cache-Control") == "no-store") != c.wantUncachable {
			t.Errorf("%s: %s", c.name, w.Header().Get("Cache-Control"))
		}
	}
}
