package webhook

import (
	"crypto/x509"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/problem"
)

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// sent sends once with options, and gives what came of it.
func sent(t *testing.T, o Options) (Answer, error) {
	t.Helper()
	s, err := ParseSecret(NewSecret())
	must(t, err)
	o.Secrets, o.Version, o.Timeout = []Secret{s}, "test", time.Second
	h, err := New(o)
	must(t, err)
	return h.Send(t.Context(), "msg_1", "{}", time.Unix(1, 0))
}

func TestOnlyPublicAddresses(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "::",
		"::1", "fe80::1", "fc00::1", "fd00:ec2::254", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001::1",
		"224.0.0.1", "ff02::1", "255.255.255.255", "192.0.0.8", "198.18.0.1", "240.0.0.1", "192.0.2.1", "2001:db8::1"} {
		if public(netip.MustParseAddr(text)) {
			t.Errorf("%s counts as public", text)
		}
	}
	for _, text := range []string{"1.1.1.1", "8.8.8.8", "2606:4700:4700::1111", "::ffff:1.1.1.1"} {
		if !public(netip.MustParseAddr(text)) {
			t.Errorf("%s counts as private", text)
		}
	}
}

// A name or address that leads into a private network is refused when it is dialled; nothing reaches the server.
func TestPrivateAddressesAreNotDialled(t *testing.T) {
	t.Parallel()
	reached := false
	server := httptest.NewTLSServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { reached = true }))
	defer server.Close()
	port := server.URL[strings.LastIndex(server.URL, ":"):]
	roots := x509.NewCertPool()
	roots.AddCert(server.Certificate())
	for _, host := range []string{"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]"} {
		_, err := sent(t, Options{URL: "https://" + host + port + "/secret-path", Roots: roots})
		if err == nil || strings.Contains(err.Error(), "secret-path") ||
			!strings.Contains(err.Error(), "not of the public Internet") && !strings.Contains(err.Error(), "cannot assign") {
			t.Errorf("%s: %v", host, err)
		}
	}
	if reached {
		t.Error("the server was reached")
	}
	if a, err := sent(t, Options{URL: server.URL, Roots: roots, Private: true}); err != nil || a.Status != http.StatusOK {
		t.Errorf("a private endpoint that may be one: %+v %v", a, err)
	}
}

func TestCertificatesAreVerified(t *testing.T) {
	t.Parallel()
	server := httptest.NewTLSServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("it was reached") }))
	defer server.Close()
	if _, err := sent(t, Options{URL: server.URL + "/secret-path", Private: true}); err == nil ||
		!strings.Contains(err.Error(), "certificate") || strings.Contains(err.Error(), "secret-path") {
		t.Error(err)
	}
}

// A redirect is not followed, the proxy of the environment is not asked, and an endless answer is not read to its end.
func TestNothingElseIsReached(t *testing.T) {
	other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("the other server was reached") }))
	defer other.Close()
	t.Setenv("HTTP_PROXY", other.URL)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/endless" {
			for block := make([]byte, 1<<16); r.Context().Err() == nil; {
				if _, err := w.Write(block); err != nil {
					return
				}
			}
		}
		http.Redirect(w, r, other.URL, http.StatusMovedPermanently)
	}))
	defer server.Close()
	if a, err := sent(t, Options{URL: server.URL, Private: true}); err == nil || a.Status != http.StatusMovedPermanently {
		t.Error(a, err)
	}
	if a, err := sent(t, Options{URL: server.URL + "/endless", Private: true}); err != nil || a.Status != http.StatusOK {
		t.Error(a, err)
	}
}

func TestWhatAnEndpointWishes(t *testing.T) {
	t.Parallel()
	answers := map[string]string{"/busy": "120", "/long": "99999999", "/date": "Wed, 21 Oct 2015 07:28:00 GMT"}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Retry-After", answers[r.URL.Path])
		w.WriteHeader(http.StatusTooManyRequests)
	}))
	defer server.Close()
	for path, want := range map[string]time.Duration{"/busy": 2 * time.Minute, "/long": longestWish, "/date": 0} {
		if a, err := sent(t, Options{URL: server.URL + path, Private: true}); err == nil || a.After != want {
			t.Errorf("%s: %+v %v", path, a, err)
		}
	}
}

func TestEndpointsThatAreRefused(t *testing.T) {
	t.Parallel()
	s, err := ParseSecret(NewSecret())
	must(t, err)
	for address, says := range map[string]string{
		"http://hooks.example.org/x":       "without TLS",
		"https://ann:pw@hooks.example.org": "without a name and password",
		"ftp://hooks.example.org":          "must be https://",
		"https://":                         "must be https://",
		"://":                              "must be https://",
	} {
		_, err := New(Options{URL: address, Secrets: []Secret{s}})
		if problem.KindOf(err) != problem.Invalid || !strings.Contains(err.Error(), says) || strings.Contains(err.Error(), "pw") {
			t.Errorf("%s: %v", address, err)
		}
	}
	if _, err := New(Options{URL: "https://hooks.example.org"}); err == nil || !strings.Contains(err.Error(), "no secret") {
		t.Error(err)
	}
	for _, text := range []string{"", "whsec_", "whsec_AAAA", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_" + strings.Repeat("A", 100)} {
		if _, err := ParseSecret(text); err == nil {
			t.Errorf("%q is taken for a secret", text)
		}
	}
	h, err := New(Options{URL: "https://hooks.example.org/services/T000/secret", Secrets: []Secret{s}})
	must(t, err)
	if u, err := url.Parse(h.Where()); err != nil || u.String() != "https://hooks.example.org" {
		t.Errorf("it is shown as %s", h.Where())
	}
}

// The example of the standard: its specification and its libraries have this signature.
func TestTheStandardsExample(t *testing.T) {
	t.Parallel()
	s, err := ParseSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
	must(t, err)
	got := sign([]Secret{s, s}, "msg_p5jXN8AQM9LWM0D4loKWxJek", time.Unix(1614265330, 0), `{"test": 2432232314}`)
	const want = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
	if got != want+" "+want {
		t.Errorf("the signature is %s", got)
	}
}
