package main

import (
	"io"
	"net/url"
	"strings"
)

// redact takes out of a text what only the owner of the database and of the nodes may know: whatever a driver or the network
// put into an error, this is the last gate before it is shown.
func (in *invocation) redact(text string) string {
	for _, raw := range append([]string{in.db}, in.rpc...) {
		if !strings.Contains(raw, "://") {
			continue
		}
		text = strings.ReplaceAll(text, raw, redactedURL(raw))
		for _, secret := range secrets(raw) {
			text = strings.ReplaceAll(text, secret, "***")
		}
	}
	return text
}

// redactedURL is a URL by its scheme and host, and a mark where there is more.
func redactedURL(raw string) string {
	scheme, rest, _ := strings.Cut(raw, "://")
	rest = rest[strings.LastIndex(rest, "@")+1:] // a password may hold a slash that was not escaped
	if end := strings.IndexAny(rest, "/?#"); end >= 0 && end < len(rest)-1 {
		return scheme + "://" + rest[:end] + "/***"
	}
	return scheme + "://" + rest
}

// secrets are the parts of a URL that open doors: the password, long parts of the path of a node, values of its query.
func secrets(raw string) (list []string) {
	scheme, rest, _ := strings.Cut(raw, "://")
	database := strings.HasPrefix(scheme, "postgres")
	add := func(s string, least int) {
		if len(s) >= least {
			list = append(list, s)
		}
		if plain, err := url.PathUnescape(s); err == nil && plain != s && len(plain) >= least {
			list = append(list, plain)
		}
	}
	if at := strings.LastIndex(rest, "@"); at >= 0 {
		if _, password, ok := strings.Cut(rest[:at], ":"); ok {
			add(password, 3)
		}
		if !database {
			add(rest[:at], 3)
		}
		rest = rest[at+1:]
	}
	path, query, _ := strings.Cut(rest, "?")
	if !database {
		for _, part := range strings.Split(path, "/")[1:] {
			add(part, 12)
		}
	}
	for _, pair := range strings.Split(query, "&") {
		name, value, _ := strings.Cut(pair, "=")
		if !database || strings.Contains(name, "password") {
			add(value, 3)
		}
	}
	return list
}

// redactingWriter is a writer whose lines go through redact.
type redactingWriter struct {
	to     io.Writer
	redact func(string) string
}

// Write takes whole lines, as loggers write them.
func (c redactingWriter) Write(line []byte) (int, error) {
	if _, err := io.WriteString(c.to, c.redact(string(line))); err != nil {
		return 0, err
	}
	return len(line), nil
}
