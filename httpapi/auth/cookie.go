package auth

import (
	"net/http"
	"time"
)

// The cookies: who is signed in, and who was invited to sign in. The prefix __Host- makes browsers take them from this very
// host over TLS only; on this machine there may be no TLS, and the names go without it.
const (
	sessionCookie    = "nodeledger"
	invitationCookie = "nodeledger-invitation"
	hostPrefix       = "__Host-"
)

func cookieName(o Origin, name string) string {
	if o.Secure() {
		return hostPrefix + name
	}
	return name
}

// cookie is what a browser is told to keep for a while, or to forget when age is not above zero.
func cookie(o Origin, name, value string, age time.Duration) http.Cookie {
	c := http.Cookie{ //nolint:gosec // Secure is left out on this machine only, where there is no TLS
		Name: cookieName(o, name), Value: value, Path: "/", HttpOnly: true, Secure: o.Secure(), SameSite: http.SameSiteStrictMode,
		MaxAge: int(age / time.Second),
	}
	if age <= 0 {
		c.MaxAge = -1
	}
	return c
}

// cookieOf is the value of a cookie; empty when it is not there. Two of one name are taken for none: somebody who could only
// add a cookie beside the right one gains nothing.
func cookieOf(r *http.Request, o Origin, name string) string {
	list := r.CookiesNamed(cookieName(o, name))
	if len(list) != 1 {
		return ""
	}
	return list[0].Value
}
