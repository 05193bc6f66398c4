package main

import (
	"strings"
	"testing"
)

// Tokens do not travel in the clear without a word.
func TestListeningForOthersNeedsAnOrigin(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		listen, origin string
		insecure       bool
		refused        string
	}{
		{"127.0.0.1:8080", "", false, ""},
		{"[::1]:0", "", false, ""},
		{"localhost:8080", "", false, ""},
		{"0.0.0.0:8080", "https://books.example.org", false, ""},
		{"0.0.0.0:8080", "", true, ""},
		{"0.0.0.0:8080", "", false, "--insecure-listen"},
		{":8080", "", false, "--insecure-listen"},
		{"[::]:8080", "", false, "--insecure-listen"},
		{"192.0.2.7:8080", "", false, "--insecure-listen"},
		{"books:8080", "", false, "--insecure-listen"},
		{"8080", "", false, "is not a valid address"},
	} {
		err := checkListen(&serveOptions{listen: c.listen, origin: c.origin, insecure: c.insecure})
		if (err == nil) != (c.refused == "") || (err != nil && !strings.Contains(err.Error(), c.refused)) {
			t.Errorf("%+v: %v", c, err)
		}
	}
}
