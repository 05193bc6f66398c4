package auth

import (
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"regexp"
	"strconv"
	"strings"
)

// Origin is where browsers find the page: a scheme and a host with its port, as the header Origin has them.
type Origin struct{ scheme, host string }

// ParseOrigin reads https://books.example.org or, on this machine, http://127.0.0.1:8080.
func ParseOrigin(text string) (Origin, error) {
	u, err := url.Parse(text)
	if err != nil || text != u.Scheme+"://"+u.Host || text != strings.ToLower(text) || !isHost(u.Hostname()) {
		return Origin{}, fmt.Errorf("%q is not one exact origin: write scheme, host and port in small letters, without a wildcard and "+
			"without a path, such as https://books.example.org", text)
	}
	o := Origin{u.Scheme, u.Host}
	switch {
	case u.Scheme == "https" && u.Port() == "443", u.Scheme == "http" && u.Port() == "80", strings.HasSuffix(u.Host, ":"):
		return Origin{}, fmt.Errorf("%q names the port that is understood: leave it out, as browsers do", text)
	case u.Scheme == "https", u.Scheme == "http" && isLoopback(u.Hostname()):
		return o, nil
	}
	return Origin{}, fmt.Errorf("%q is neither https nor on this machine: operators would sign in for everybody on the way to hear", text)
}

// String is the origin as the header has it.
func (o Origin) String() string { return o.scheme + "://" + o.host }

// Secure says whether cookies may be marked as such.
func (o Origin) Secure() bool { return o.scheme == "https" }

// holds says whether a URI is the origin or lies below it.
func (o Origin) holds(uri string) bool {
	return uri == o.String() || strings.HasPrefix(uri, o.String()+"/")
}

// hostForm is a name as DNS has them.
var hostForm = regexp.MustCompile(`^[a-z0-9_]([a-z0-9_-]*[a-z0-9])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9])?)*$`)

func isHost(host string) bool {
	ip, err := netip.ParseAddr(host)
	return (err == nil && ip.Zone() == "") || hostForm.MatchString(host)
}

func isLoopback(host string) bool {
	ip, err := netip.ParseAddr(host)
	return host == "localhost" || (err == nil && ip.IsLoopback())
}

// originOf is the origin that requests have to come from: the one that was configured. Without one it is the listener that the
// request came to, by the name that the caller calls this machine, when both ends of the connection are on it and no proxy stands
// between; ok is false otherwise. The header Host does not decide: one that names another port is that of another server.
func (a *Auth) originOf(r *http.Request) (o Origin, ok bool) {
	if a.origin != (Origin{}) {
		return a.origin, true
	}
	remote, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil || !remote.Addr().Unmap().IsLoopback() || r.Header.Get("X-Forwarded-For") != "" || r.Header.Get("Forwarded") != "" {
		return o, false
	}
	local, ok := r.Context().Value(http.LocalAddrContextKey).(net.Addr)
	if !ok {
		return o, false
	}
	listener, err := netip.ParseAddrPort(local.String())
	if err != nil || !listener.Addr().Unmap().IsLoopback() || portOf(r.Host) != listener.Port() {
		return o, false
	}
	o, err = ParseOrigin("http://" + r.Host) // which is refused unless the host is this machine
	return o, err == nil
}

// portOf is the port of a header Host: 80, which http understands, when it names none; 0 when it is not valid.
func portOf(host string) uint16 {
	u, err := url.Parse("http://" + host)
	if err != nil {
		return 0
	}
	if u.Port() == "" {
		return 80
	}
	port, err := strconv.ParseUint(u.Port(), 10, 16)
	if err != nil {
		return 0
	}
	return uint16(port)
}
