package auth

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
)

func TestOrigins(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"https://books.example.org", "https://books.example.org:8443", "http://127.0.0.1:8080",
		"http://localhost", "http://[::1]:8080"} {
		if o, err := ParseOrigin(text); err != nil || o.String() != text || o.Secure() != strings.HasPrefix(text, "https") {
			t.Errorf("%s: %+v, %v", text, o, err)
		}
	}
	for _, text := range []string{
		"", "books.example.org", "https://", "https://books.example.org/", "https://books.example.org/x", "https://Books.example.org",
		"HTTPS://books.example.org",
		"http://books.example.org", "http://10.0.0.1", "http://localhost.example.org", "https://u@books.example.org",
		"https://books.example.org?x",
		"https://books.example.org#x", "https://books.example.org:443", "http://localhost:80", "https://books.example.org:",
		"ftp://127.0.0.1", "null", "*", "https://*", "https://*.example.org", "https://books.*", "http://*:8080", "https://a.org,https://b.org",
		"https://a.org https://b.org", "https://.example.org", "https://books..org", "https://books.example.org.", "https://[fe80::1%25eth0]",
		"https://%62ooks.org", "https://bücher.example",
		"https://books.example.org\n",
	} {
		if o, err := ParseOrigin(text); err == nil || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: %+v, %v", text, o, err)
		}
	}
}

func TestWhatLiesBelowAnOrigin(t *testing.T) {
	t.Parallel()
	o := Origin{"https", "a.org"}
	for uri, want := range map[string]bool{
		"https://a.org": true, "https://a.org/": true, "https://a.org/x?y": true, "https://a.org.evil.com": false, "https://a.org:1/": false,
		"https://a.org@evil.com/": false, "http://a.org/": false, "https://a.org?x": false,
	} {
		if o.holds(uri) != want {
			t.Errorf("%s: %t", uri, !want)
		}
	}
}

// at is a request that came to a listener.
func at(r *http.Request, listener string) *http.Request {
	address := net.TCPAddrFromAddrPort(netip.MustParseAddrPort(listener))
	return r.WithContext(context.WithValue(r.Context(), http.LocalAddrContextKey, address))
}

// The header Host is believed only between two ends on this machine, and never against what was configured.
func TestOriginOfARequest(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ configured, host, remote, forwarded, want, listener string }{
		{"https://a.org", "evil.com", "203.0.113.1:1", "", "https://a.org", ""},
		{"https://a.org", "127.0.0.1:80", "127.0.0.1:1", "", "https://a.org", "127.0.0.1:8080"},
		{"", "127.0.0.1:8080", "127.0.0.1:1", "", "http://127.0.0.1:8080", "127.0.0.1:8080"},
		{"", "localhost:8080", "[::1]:1", "", "http://localhost:8080", "127.0.0.1:8080"},
		{"", "localhost", "127.0.0.1:1", "", "http://localhost", "127.0.0.1:80"},
		{"", "[::1]:8080", "[::1]:1", "", "http://[::1]:8080", "[::1]:8080"},
		{"", "127.0.0.1:8080", "203.0.113.1:1", "", "", "127.0.0.1:8080"},
		{"", "127.0.0.1:8080", "127.0.0.1:1", "203.0.113.1", "", "127.0.0.1:8080"},
		{"", "rebound.evil.com:8080", "127.0.0.1:1", "", "", "127.0.0.1:8080"},
		{"", "127.0.0.1.evil.com", "127.0.0.1:1", "", "", "127.0.0.1:8080"},
		{"", "", "127.0.0.1:1", "", "", "127.0.0.1:8080"},
		{"", "127.0.0.1:8080", "", "", "", "127.0.0.1:8080"},
		{"", "localhost:9999", "127.0.0.1:1", "", "", "127.0.0.1:8080"},
		{"", "127.0.0.1", "127.0.0.1:1", "", "", "127.0.0.1:8080"},
		{"", "127.0.0.1:8080", "127.0.0.1:1", "", "", "192.0.2.1:8080"},
		{"", "127.0.0.1:8080", "127.0.0.1:1", "", "", ""},
	} {
		a := &Auth{}
		if c.configured != "" {
			a.origin, _ = ParseOrigin(c.configured)
		}
		r := httptest.NewRequestWithContext(t.Context(), "GET", "/", nil)
		r.Host, r.RemoteAddr = c.host, c.remote
		if c.listener != "" {
			r = at(r, c.listener)
		}
		if c.forwarded != "" {
			r.Header.Set("X-Forwarded-For", c.forwarded)
		}
		o, ok := a.originOf(r)
		if ok != (c.want != "") || (ok && o.String() != c.want) {
			t.Errorf("%+v: %s, %t", c, o, ok)
		}
	}
}
