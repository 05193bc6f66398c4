package auth

import (
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/operator"
)

func TestMessagesForThisPlace(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC)
	w := invited{Origin: Origin{"https", "books.example.org"}, Program: "world", Chain: 5, Nonce: "abcdefgh12345678", Now: now}
	good := operator.SignIn{Domain: "books.example.org", URI: "https://books.example.org",
		Statement: operator.SignInStatement("world"), Chain: 5, Nonce: w.Nonce, IssuedAt: now}
	for _, c := range []struct {
		name string
		edit func(*operator.SignIn)
		says string
	}{
		{"as it should be", func(*operator.SignIn) {}, ""},
		{"with its scheme", func(m *operator.SignIn) { m.Scheme = "https" }, ""},
		{"with a path", func(m *operator.SignIn) { m.URI += "/operator" }, ""},
		{"by a clock that is fast", func(m *operator.SignIn) { m.IssuedAt = now.Add(time.Minute) }, ""},
		{"nearly ten minutes ago", func(m *operator.SignIn) { m.IssuedAt = now.Add(time.Second - 10*time.Minute) }, ""},
		{"still valid", func(m *operator.SignIn) { m.Expiration, m.NotBefore = now.Add(time.Second), now }, ""},
		{"another domain", func(m *operator.SignIn) { m.Domain = "books.example.com" }, "not for books.example.org"},
		{"a domain below", func(m *operator.SignIn) { m.Domain = "x.books.example.org" }, "not for books.example.org"},
		{"a name before the host", func(m *operator.SignIn) { m.Domain = "books.example.org@evil.com" }, "not for books.example.org"},
		{"another port", func(m *operator.SignIn) { m.Domain += ":444" }, "not for books.example.org"},
		{"in capitals", func(m *operator.SignIn) { m.Domain = "Books.example.org" }, "not for books.example.org"},
		{"another scheme", func(m *operator.SignIn) { m.Scheme = "http" }, "not for books.example.org"},
		{"another URI", func(m *operator.SignIn) { m.URI = "https://books.example.org.evil.com/" }, "URI"},
		{"a URI with a user", func(m *operator.SignIn) { m.URI = "https://books.example.org@evil.com/" }, "URI"},
		{"another chain", func(m *operator.SignIn) { m.Chain = 1 }, "chain 5"},
		{"another program", func(m *operator.SignIn) { m.Statement = operator.SignInStatement("moon") }, "does not say"},
		{"no statement", func(m *operator.SignIn) { m.Statement = "" }, "does not say"},
		{"another nonce", func(m *operator.SignIn) { m.Nonce = "ABCDEFGH12345678" }, "nonce"},
		{"from the future", func(m *operator.SignIn) { m.IssuedAt = now.Add(time.Minute + 1) }, "future"},
		{"ten minutes ago", func(m *operator.SignIn) { m.IssuedAt = now.Add(-10 * time.Minute) }, "ago"},
		{"expired", func(m *operator.SignIn) { m.Expiration = now }, "expired"},
		{"not yet", func(m *operator.SignIn) { m.NotBefore = now.Add(1) }, "yet"},
	} {
		m := good
		c.edit(&m)
		err := checkMessage(&m, &w)
		if (err == nil) != (c.says == "") || (err != nil && !strings.Contains(err.Error(), c.says)) {
			t.Errorf("%s: %v, want %q", c.name, err, c.says)
		}
	}
}
