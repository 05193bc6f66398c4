package limits

import (
	"container/list"
	"fmt"
	"math"
	"net/http"
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/labstack/echo/v4"
	"golang.org/x/time/rate"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/httpapi/fair"
	"github.com/nodeledger/nodeledger/problem"
)

// maxClients is how many clients are remembered. One more makes the one that was seen longest ago a new one.
const maxClients = 16_384

// burst is how many seconds' worth of requests a client may make at once.
const burst = 2

// Limiter gives every client its own bucket of requests.
type Limiter struct {
	// Servers is how many servers a proxy shares a client's requests out to; nil: there is one. Each of them gives its part of the rate.
	Servers func() int

	perSecond int
	trusted   Proxies

	mu      sync.Mutex
	clients map[netip.Prefix]*list.Element
	recent  list.List // of *client, the latest in front
}

type client struct {
	of     netip.Prefix
	bucket *rate.Limiter
}

// Proxies are those whose word about who asks is taken.
type Proxies []netip.Prefix

func (p Proxies) has(at netip.Addr) bool {
	return slices.ContainsFunc(p, func(network netip.Prefix) bool { return network.Contains(at) })
}

// NewLimiter allows every client some requests a second, and twice as many at once; any number when perSecond is zero. The
// trusted proxies are those whose header X-Forwarded-For says who asks.
func NewLimiter(perSecond int, trusted Proxies) *Limiter {
	return &Limiter{perSecond: perSecond, trusted: trusted, clients: map[netip.Prefix]*list.Element{}}
}

// take takes requests out of a client's bucket, a whole bucket at most. When it has too few, wait is how long until it has them.
func (l *Limiter) take(of netip.Prefix, now time.Time, n int) (wait time.Duration) {
	if l.perSecond <= 0 || n == 0 {
		return 0
	}
	if l.Servers != nil {
		n *= max(l.Servers(), 1)
	}
	n = min(n, burst*l.perSecond)
	l.mu.Lock()
	defer l.mu.Unlock()
	e := l.clients[of]
	if e == nil {
		if len(l.clients) >= maxClients {
			last := l.recent.Back()
			delete(l.clients, last.Value.(*client).of)
			l.recent.Remove(last)
		}
		e = l.recent.PushFront(&client{of, rate.NewLimiter(rate.Limit(l.perSecond), burst*l.perSecond)})
		l.clients[of] = e
	}
	l.recent.MoveToFront(e)
	bucket := e.Value.(*client).bucket
	if bucket.AllowN(now, n) {
		return 0
	}
	r := bucket.ReserveN(now, n)
	defer r.CancelAt(now)
	return max(r.DelayFrom(now), time.Nanosecond)
}

// Client is who asks: the other end of the connection or, when that is a trusted proxy, the last one in X-Forwarded-For that
// is none. What stands before that in the header anybody could have written.
func (l *Limiter) Client(r *http.Request) netip.Prefix {
	remote, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.Prefix{}
	}
	at := remote.Addr().Unmap()
	way := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for i := len(way) - 1; i >= 0 && l.trusted.has(at); i-- {
		before, ok := forwarded(strings.TrimSpace(way[i]))
		if !ok {
			break
		}
		at = before.Unmap()
	}
	return fair.Client(at)
}

// forwarded is an address as proxies write it: bare, or with a port, one of IPv6 in brackets then and sometimes without a port.
func forwarded(text string) (at netip.Addr, ok bool) {
	if with, err := netip.ParseAddrPort(text); err == nil {
		return with.Addr(), true
	}
	if inner, found := strings.CutPrefix(text, "["); found {
		if text, found = strings.CutSuffix(inner, "]"); !found || !strings.Contains(text, ":") {
			return at, false
		}
	}
	at, err := netip.ParseAddr(text)
	return at, err == nil
}

// Limit refuses a client that asks too often. Whoever is told that it was too often, here or later, loses the connection, so that
// asking on costs a new one; that of a proxy serves others as well, and stays.
func (l *Limiter) Limit(clock engine.Clock) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			if remote, err := netip.ParseAddrPort(c.Request().RemoteAddr); err != nil || !l.trusted.has(remote.Addr().Unmap()) {
				c.Response().Before(func() {
					if c.Response().Status == http.StatusTooManyRequests {
						c.Response().Header().Set(echo.HeaderConnection, "close")
					}
				})
			}
			wait := l.take(l.Client(c.Request()), clock.Now(), 1)
			if wait > 0 {
				return TooMany(c.Response().Header(), wait, fmt.Sprintf("more than %d requests a second: wait and ask again", l.perSecond))
			}
			return next(c)
		}
	}
}

// TooMany is the refusal with the whole seconds after which asking again makes sense.
func TooMany(h http.Header, wait time.Duration, text string) *problem.Error {
	h.Set(echo.HeaderRetryAfter, strconv.Itoa(int(math.Ceil(wait.Seconds()))))
	return problem.New(problem.Busy, "too-many-requests", "%s", text)
}
