package webhook

import (
	"cmp"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/problem"
)

// Timeout is how long an attempt takes at the longest.
const Timeout = 10 * time.Second

// longestWish is the longest pause that an endpoint can wish for with Retry-After.
const longestWish = time.Hour

// maxAnswer is how much of an answer is read, so that the connection can be used again; none of it is kept.
const maxAnswer = 64 << 10

var errPrivate = errors.New("the address is not of the public Internet; an endpoint that may be there says `private: true`")

// Hook is one endpoint.
type Hook struct {
	url     string
	secrets []Secret
	agent   string
	client  *http.Client
}

// Answer is what an endpoint answered.
type Answer struct {
	Status int           // HTTP's; 0: there was no answer
	After  time.Duration // it wishes that nobody asks before
	Gone   bool          // it says that it is no more
}

// Options say how an endpoint is reached.
type Options struct {
	URL     string
	Secrets []Secret
	Private bool           // it may be in a private network, and without TLS
	Roots   *x509.CertPool // that its certificate is verified by; nil: the system's
	Version string         // of this program
	Timeout time.Duration  // zero: the usual one
}

// New is the endpoint that options say.
func New(o Options) (*Hook, error) {
	u, err := url.Parse(o.URL)
	switch {
	case err != nil || u.Host == "" || u.User != nil || u.Scheme != "https" && u.Scheme != "http":
		return nil, problem.Invalidf("the URL of a webhook must be https://host/path, without a name and password in it")
	case u.Scheme == "http" && !o.Private:
		return nil, problem.Invalidf("the webhook at %s is without TLS: use https://, or say `private: true` where it is in your own network",
			u.Host)
	case len(o.Secrets) == 0:
		return nil, problem.Invalidf("the webhook at %s has no secret: `nodeledger notices secret` makes one", u.Host)
	}
	timeout := cmp.Or(o.Timeout, Timeout)
	dialer := &net.Dialer{Timeout: timeout}
	if !o.Private {
		dialer.Control = refusePrivate
	}
	transport := &http.Transport{
		DialContext: dialer.DialContext, ForceAttemptHTTP2: true,
		TLSClientConfig:     &tls.Config{MinVersion: tls.VersionTLS12, RootCAs: o.Roots},
		MaxIdleConnsPerHost: 1, IdleConnTimeout: time.Minute, MaxResponseHeaderBytes: 16 << 10, DisableCompression: true,
	}
	return &Hook{
		url: o.URL, secrets: o.Secrets, agent: "nodeledger/" + o.Version,
		client: &http.Client{
			Transport: transport, Timeout: timeout,
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
	}, nil
}

// Where is the endpoint without what may be secret in its URL.
func (h *Hook) Where() string {
	u, err := url.Parse(h.url)
	if err != nil {
		return ""
	}
	return u.Scheme + "://" + u.Host
}

// Send sends a body once. The error says in a few words why it was not taken.
func (h *Hook) Send(ctx context.Context, id, body string, now time.Time) (a Answer, err error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, h.url, strings.NewReader(body))
	if err != nil {
		return a, errors.New("the request cannot be made")
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("User-Agent", h.agent)
	request.Header.Set(HeaderID, id)
	request.Header.Set(HeaderTimestamp, strconv.FormatInt(now.Unix(), 10))
	request.Header.Set(HeaderSignature, sign(h.secrets, id, now, body))
	response, err := h.client.Do(request)
	if err != nil {
		return a, h.plain(err)
	}
	defer response.Body.Close()
	_, _ = io.CopyN(io.Discard, response.Body, maxAnswer) // the status says enough
	a.Status, a.Gone = response.StatusCode, response.StatusCode == http.StatusGone
	if a.Status >= 200 && a.Status < 300 {
		return a, nil
	}
	if seconds, err := strconv.Atoi(response.Header.Get("Retry-After")); err == nil && seconds > 0 {
		a.After = min(longestWish, time.Duration(min(seconds, 1<<20))*time.Second)
	}
	text := ""
	if a.Status >= 300 && a.Status < 400 {
		text = ": redirects are not followed"
	}
	return a, fmt.Errorf("it answered %d%s", a.Status, text)
}

// plain is an error of transport without the URL, which may hold a secret.
func (h *Hook) plain(err error) error {
	var wrapped *url.Error
	if errors.As(err, &wrapped) {
		if wrapped.Timeout() {
			return fmt.Errorf("no answer within %s", h.client.Timeout)
		}
		err = wrapped.Err
	}
	return err
}
