package limits

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/danielgtaylor/huma/v2"
	"github.com/labstack/echo/v4"

	"github.com/nodeledger/nodeledger/httpapi/operation"
)

// An answer that is too long to keep, or that is sent piece by piece, arrives whole.
func TestLongAnswersPass(t *testing.T) {
	t.Parallel()
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
		e.Use(Secure(false), Tag(operation.New(e, huma.DefaultConfig("long", "test"), slog.New(slog.DiscardHandler))))
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
