package usage

import (
	"strings"
	"testing"
)

// Tokens do not travel unencrypted without a word, nor is it shown to everybody how often operators work.
func TestListeningForOthersNeedsAWord(t *testing.T) {
	t.Parallel()
	const home, insecure = "https://books.example.org", "--insecure-listen"
	for _, c := range []struct {
		at      Listening
		refused string
	}{
		{Listening{Listen: "127.0.0.1:8080"}, ""},
		{Listening{Listen: "127.8.9.10:8080", Metrics: "[::1]:9090"}, ""},
		{Listening{Listen: "[::1]:0"}, ""},
		{Listening{Listen: "[::ffff:127.0.0.1]:0"}, ""},
		{Listening{Listen: "localhost:8080", Metrics: "localhost:0"}, ""},
		{Listening{Listen: "0.0.0.0:8080", Origin: home}, ""},
		{Listening{Listen: "0.0.0.0:8080", Insecure: true}, ""},
		{Listening{Listen: "0.0.0.0:8080"}, insecure},
		{Listening{Listen: ":8080"}, insecure},
		{Listening{Listen: "[::]:8080"}, insecure},
		{Listening{Listen: "192.0.2.7:8080"}, insecure},
		{Listening{Listen: "books:8080"}, insecure},
		{Listening{Listen: "localhost.example.org:8080"}, insecure},
		{Listening{Listen: "8080"}, "is not a valid address"},
		{Listening{Listen: "127.0.0.1:0", Metrics: "9090"}, "--metrics-listen \"9090\" is not a valid address"},
		{Listening{Listen: "127.0.0.1:0", Metrics: "0.0.0.0:9090"}, insecure},
		{Listening{Listen: "127.0.0.1:0", Metrics: ":9090", Origin: home}, insecure},
		{Listening{Listen: "127.0.0.1:0", Metrics: ":9090", Insecure: true}, ""},
		{Listening{Listen: "127.0.0.1:0", Origin: "https://*"}, "not one exact origin"},
		{Listening{Listen: "127.0.0.1:0", Origin: "http://books.example.org", Insecure: true}, "neither https nor on this machine"},
	} {
		err := c.at.Check()
		if (err == nil) != (c.refused == "") || (err != nil && !strings.Contains(err.Error(), c.refused)) {
			t.Errorf("%+v: %v", c.at, err)
		}
	}
}
