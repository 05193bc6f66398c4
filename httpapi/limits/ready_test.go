package limits

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/nodeledger/nodeledger/httpapi/operation"
)

// What is ready is made once, whoever asks for it at the same moment, and has a tag in each of its forms.
func TestReadyIsMadeOnce(t *testing.T) {
	t.Parallel()
	x := newHeavyAPI(t, 0, operation.Scan)
	var made atomic.Int64
	text := strings.Repeat("described ", 1000)
	file := Ready{Media: "application/openapi+json", Cache: "no-cache", Make: func() ([]byte, error) {
		made.Add(1)
		return []byte(text), nil
	}}
	file.Serve(x.router, x.api, "/openapi.json")
	ask := func(method string, edit ...func(*http.Request)) *httptest.ResponseRecorder {
		w, r := httptest.NewRecorder(), httptest.NewRequestWithContext(t.Context(), method, "/openapi.json", nil)
		for _, change := range edit {
			change(r)
		}
		x.router.ServeHTTP(w, r)
		return w
	}
	answers := make(chan *httptest.ResponseRecorder)
	for range 8 {
		go func() { answers <- ask(http.MethodGet) }()
	}
	for range 8 {
		if w := <-answers; w.Code != http.StatusOK || w.Body.String() != text {
			t.Errorf("%d, %d bytes", w.Code, w.Body.Len())
		}
	}
	zip := with("Accept-Encoding", "gzip")
	plain, zipped := ask(http.MethodGet), ask(http.MethodGet, zip)
	unzipped, err := gzip.NewReader(zipped.Body)
	if err != nil {
		t.Fatal(err)
	}
	if content, err := io.ReadAll(unzipped); err != nil || string(content) != text || zipped.Header().Get("Content-Encoding") != "gzip" {
		t.Errorf("compressed: %d bytes, %v, %v", len(content), err, zipped.Header())
	}
	one, two := plain.Header().Get("Etag"), zipped.Header().Get("Etag")
	if one == "" || two == "" || one == two || plain.Header().Get("Vary") == "" || zipped.Header().Get("Vary") == "" {
		t.Errorf("%v, %v", plain.Header(), zipped.Header())
	}
	for _, w := range []*httptest.ResponseRecorder{
		ask(http.MethodGet, with("If-None-Match", one)), ask(http.MethodGet, zip, with("If-None-Match", two)),
	} {
		if w.Code != http.StatusNotModified || w.Body.Len() != 0 {
			t.Errorf("%d, %d bytes", w.Code, w.Body.Len())
		}
	}
	if w := ask(http.MethodGet, zip, with("Range", "bytes=0-8")); w.Code != http.StatusPartialContent || w.Body.String() != text[:9] {
		t.Errorf("a part: %d %s", w.Code, w.Body)
	}
	if w := ask(http.MethodHead); w.Code != http.StatusOK || w.Body.Len() != 0 || w.Header().Get("Etag") != one {
		t.Errorf("%d %v", w.Code, w.Header())
	}
	if made.Load() != 1 {
		t.Errorf("made %d times", made.Load())
	}
}
