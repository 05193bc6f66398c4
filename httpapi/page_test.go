package httpapi_test

import (
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
)

func TestPageAtItsAddresses(t *testing.T) {
	t.Parallel()
	s, _ := recorded(t)
	first := s.ask(http.MethodGet, "/")
	for _, path := range []string{"/", "/buy", "/nodes", "/rewards", "/referrals", "/estimator", "/payouts", "/verify", "/operator",
		"/books", "/statement", "/reference", "/fairness", "/buy?ref=ALPHA&lang=zh"} {
		w := s.ask(http.MethodGet, path)
		if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "text/html; charset=utf-8" || w.Body.String() != first.Body.String() {
			t.Errorf("%s: %d %s, %d bytes", path, w.Code, w.Header().Get("Content-Type"), w.Body.Len())
		}
	}
	for _, path := range []string{"/sale", "/buy/", "/buy/now", "/index.html", "/assets/", "/assets/nothing.js",
		"/assets/..%2findex.html", "/%2e%2e/page.go"} {
		if w := s.ask(http.MethodGet, path); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
}

func TestPageLoadsWhatItNames(t *testing.T) {
	t.Parallel()
	s, _ := recorded(t)
	media := map[string]string{".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}
	files := regexp.MustCompile(`(?:src|href)="(/[^"]+\.(?:js|css|svg))"`).FindAllStringSubmatch(s.ask(http.MethodGet, "/").Body.String(), -1)
	if len(files) < 3 {
		t.Fatalf("the document names %v", files)
	}
	for _, f := range files {
		w := s.ask(http.MethodGet, f[1])
		if want := media[f[1][strings.LastIndex(f[1], "."):]]; w.Code != http.StatusOK || w.Header().Get("Content-Type") != want {
			t.Errorf("%s: %d %s, want %s", f[1], w.Code, w.Header().Get("Content-Type"), want)
		}
		lasting := strings.Contains(w.Header().Get("Cache-Control"), "immutable")
		if lasting != strings.HasPrefix(f[1], "/assets/") {
			t.Errorf("%s: Cache-Control %s", f[1], w.Header().Get("Cache-Control"))
		}
	}
}

// What the document may do is written out: scripts and styles of this server, and nothing else.
func TestPagePolicy(t *testing.T) {
	t.Parallel()
	s, _ := recorded(t)
	for _, path := range []string{"/", "/verify", "/favicon.svg", "/theme.js"} {
		h := s.ask(http.MethodGet, path).Header()
		got := h.Get("Content-Security-Policy")
		if strings.Contains(got, "unsafe") || strings.Contains(got, "http") || strings.Contains(got, "*") {
			t.Errorf("%s: %s", path, got)
		}
		for _, part := range []string{
			"default-src 'none'", "script-src 'self';", "style-src 'self';", "img-src 'self' data:;", "connect-src 'self';", "font-src 'self';",
			"base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
		} {
			if !strings.Contains(got, part) {
				t.Errorf("%s: the policy lacks %s", path, part)
			}
		}
		if len(h.Values("Content-Security-Policy")) != 1 || h.Get("X-Content-Type-Options") != "nosniff" ||
			h.Get("Referrer-Policy") != "no-referrer" {
			t.Errorf("%s: %v", path, h)
		}
	}
}

func TestPageIsAskedForOnlyOnce(t *testing.T) {
	t.Parallel()
	s, _ := recorded(t)
	w := s.ask(http.MethodGet, "/")
	if w.Header().Get("Cache-Control") != "no-cache" {
		t.Errorf("Cache-Control %q", w.Header().Get("Cache-Control"))
	}
	again := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/nodes", nil)
	again.Header.Set("If-None-Match", w.Header().Get("ETag"))
	second := httptest.NewRecorder()
	s.handler.ServeHTTP(second, again)
	if second.Code != http.StatusNotModified || second.Body.Len() != 0 {
		t.Errorf("%d with %d bytes", second.Code, second.Body.Len())
	}
	if head := s.ask(http.MethodHead, "/nodes"); head.Code != http.StatusOK || head.Body.Len() != 0 {
		t.Errorf("HEAD: %d with %d bytes", head.Code, head.Body.Len())
	}
}

// An address that is none gives a browser the page, which says so in its reader's language, and a program the problem.
func TestPageNotFound(t *testing.T) {
	t.Parallel()
	s, _ := recorded(t)
	first := s.ask(http.MethodGet, "/").Body.String()
	ask := func(method, path, accept string) *httptest.ResponseRecorder {
		r := httptest.NewRequestWithContext(t.Context(), method, path, nil)
		r.Header.Set("Accept", accept)
		w := httptest.NewRecorder()
		s.handler.ServeHTTP(w, r)
		return w
	}
	const browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
	for _, path := range []string{"/nope", "/docs", "/api", "/holder/0x00000000000000000000000000000000000000aa", "/%2e%2e/page.go"} {
		w := ask(http.MethodGet, path, browser)
		h := w.Header()
		if w.Code != http.StatusNotFound || h.Get("Content-Type") != "text/html; charset=utf-8" || w.Body.String() != first {
			t.Errorf("%s in a browser: %d %s, %d bytes", path, w.Code, h.Get("Content-Type"), w.Body.Len())
		}
		if !strings.Contains(h.Get("Content-Security-Policy"), "script-src 'self'") || h.Get("Cache-Control") != "no-store" ||
			!strings.Contains(strings.Join(h.Values("Vary"), ","), "Accept") || h.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s in a browser: %v", path, h)
		}
		if w := ask(http.MethodHead, path, browser); w.Code != http.StatusNotFound || w.Body.Len() != 0 {
			t.Errorf("HEAD %s: %d, %d bytes", path, w.Code, w.Body.Len())
		}
	}
	for path, accept := range map[string]string{"/nope": "application/json", "/docs": "*/*", "/holder": "", "/api/v1/nope": browser} {
		if w := ask(http.MethodGet, path, accept); w.Code != http.StatusNotFound || w.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s for %q: %d %s", path, accept, w.Code, w.Header().Get("Content-Type"))
		}
	}
	if w := ask(http.MethodPost, "/nope", browser); w.Header().Get("Content-Type") != "application/problem+json" {
		t.Errorf("POST: %d %s", w.Code, w.Header().Get("Content-Type"))
	}
}
