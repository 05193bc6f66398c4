// Package redact takes secrets out of texts before they are shown: passwords of databases, and keys in the URLs of endpoints.
package redact

import (
	"io"
	"net/url"
	"strings"
)

// Text takes out of a text what only the owner of some URLs may know, whatever a driver or the network put into it. What is no URL,
// such as the path of a file, opens nothing and stays.
func Text(text string, urls ...string) string {
	for _, raw := range urls {
		if !strings.Contains(raw, "://") {
			continue
		}
		text = strings.ReplaceAll(text, raw, URL(raw))
		for _, secret := range secrets(raw) {
			text = strings.ReplaceAll(text, secret, "***")
		}
	}
	return text
}

// URL is a URL by its scheme and host, and a mark where there is more. A path of a file stays as it is.
func URL(raw string) string {
	scheme, rest, found := strings.Cut(raw, "://")
	if !found {
		return raw
	}
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

// Writer is a writer whose lines go through Redact.
type Writer struct {
	To     io.Writer
	Redact func(string) string
}

// Write takes whole lines, as loggers write them.
func (w Writer) Write(line []byte) (int, error) {
	if _, err := io.WriteString(w.To, w.Redact(string(line))); err != nil {
		return 0, err
	}
	return len(line), nil
}
