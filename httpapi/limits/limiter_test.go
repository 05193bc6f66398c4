package limits

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestWhoAsks(t *testing.T) {
	t.Parallel()
	proxies := []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("fd00::/8")}
	for _, c := range []struct {
		remote    string
		forwarded []string
		want      string
	}{
		{"203.0.113.1:5", nil, "203.0.113.1/32"},
		{"[::ffff:203.0.113.1]:5", nil, "203.0.113.1/32"},
		{"[2001:db8:1:2:3:4:5:6]:5", nil, "2001:db8:1:2::/64"},
		{"[fe80::1%eth0]:5", nil, "fe80::/64"},
		{"203.0.113.1:5", []string{"198.51.100.9"}, "203.0.113.1/32"}, // anybody can write the header
		{"10.0.0.1:5", nil, "10.0.0.1/32"},
		{"10.0.0.1:5", []string{"198.51.100.9"}, "198.51.100.9/32"},
		{"10.0.0.1:5", []string{"1.2.3.4, 198.51.100.9"}, "198.51.100.9/32"}, // 1.2.3.4 is what the caller claims
		{"10.0.0.1:5", []string{"1.2.3.4", "198.51.100.9"}, "198.51.100.9/32"},
		{"10.0.0.1:5", []string{"198.51.100.9, 10.9.9.9"}, "198.51.100.9/32"},
		{"10.0.0.1:5", []string{"198.51.100.9 ,fd00::7 , 10.9.9.9"}, "198.51.100.9/32"},
		{"10.0.0.1:5", []string{"10.1.1.1, 10.9.9.9"}, "10.1.1.1/32"},
		{"10.0.0.1:5", []string{"198.51.100.9, nonsense"}, "10.0.0.1/32"},
		{"[fd00::1]:5", []string{"2001:db8::1"}, "2001:db8::/64"},
		{"10.0.0.1:5", []string{"198.51.100.9:4711"}, "198.51.100.9/32"},
		{"10.0.0.1:5", []string{"1.2.3.4, 198.51.100.9:4711, 10.9.9.9:80"}, "198.51.100.9/32"},
		{"10.0.0.1:5", []string{"[2001:db8::1]:443"}, "2001:db8::/64"},
		{"10.0.0.1:5", []string{"[2001:db8::1]"}, "2001:db8::/64"},
		{"10.0.0.1:5", []string{"[::ffff:198.51.100.9]:443"}, "198.51.100.9/32"},
		{"10.0.0.1:5", []string{"198.51.100.9, [2001:db8::1"}, "10.0.0.1/32"},
		{"10.0.0.1:5", []string{"198.51.100.9, 1.2.3.4:port"}, "10.0.0.1/32"},
		{"10.0.0.1:5", []string{"198.51.100.9, "}, "10.0.0.1/32"},
		{"198.51.100.1:5", []string{"203.0.113.9:4711"}, "198.51.100.1/32"}, // anybody can write the header
		{"nonsense", []string{"198.51.100.9"}, "invalid Prefix"},
	} {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil)
		r.RemoteAddr = c.remote
		r.Header["X-Forwarded-For"] = c.forwarded
		if got := NewLimiter(1, proxies).Client(r); got.String() != c.want {
			t.Errorf("%+v: %s", c, got)
		}
	}
}

// However many clients come, as many as are bounded are remembered, and the latest among them.
func TestClientsAreBounded(t *testing.T) {
	t.Parallel()
	l := NewLimiter(1, nil)
	now := time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)
	client := func(i int) netip.Prefix {
		return netip.PrefixFrom(netip.AddrFrom4([4]byte{10, byte(i >> 16), byte(i >> 8), byte(i)}), 32)
	}
	for range burst {
		l.take(client(0), now, 1)
	}
	for i := range maxClients + 100 {
		if i > 0 {
			l.take(client(i), now, 1)
		}
		if l.take(client(0), now, 1) == 0 {
			t.Fatalf("a client that came all the time was forgotten after %d others", i)
		}
	}
	if len(l.clients) != maxClients || l.recent.Len() != maxClients {
		t.Errorf("%d clients are remembered, %d in order", len(l.clients), l.recent.Len())
	}
	if l.clients[client(1)] != nil || l.clients[client(maxClients+99)] == nil {
		t.Error("others than the latest are remembered")
	}
}

// Over any stretch of time nobody gets more than the rate and one burst, and who waits as told is served.
func TestRateIsKept(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		perSecond := rapid.IntRange(1, 20).Draw(t, "rate")
		l := NewLimiter(perSecond, nil)
		begun := time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)
		now, served := begun, 0
		of := netip.MustParsePrefix("10.0.0.1/32")
		for range rapid.IntRange(1, 200).Draw(t, "requests") {
			now = now.Add(time.Duration(rapid.IntRange(0, 300).Draw(t, "pause")) * time.Millisecond)
			wait := l.take(of, now, 1)
			if wait > 0 && rapid.Bool().Draw(t, "waits") {
				now = now.Add(wait + time.Microsecond) // the buckets count in binary fractions
				if l.take(of, now, 1) != 0 {
					t.Fatalf("waiting %s was not enough", wait)
				}
				wait = 0
			}
			if wait == 0 {
				served++
			}
			if most := burst*perSecond + int(now.Sub(begun)*time.Duration(perSecond)/time.Second) + 1; served > most {
				t.Fatalf("%d requests in %s, at most %d may be", served, now.Sub(begun), most)
			}
		}
	})
}
