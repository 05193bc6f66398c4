package redact

import (
	"testing"
)

func TestText(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		why, db, rpc, text, want string
	}{
		{"a whole URL", "", "https://node.example/v3/0123456789abcdef", `Post "https://node.example/v3/0123456789abcdef": refused`,
			`Post "https://node.example/***": refused`},
		{"a key by itself", "", "https://node.example/v3/0123456789abcdef", "the key 0123456789abcdef is spent", "the key *** is spent"},
		{"a key in the query", "", "https://node.example/?key=topsecret", "topsecret", "***"},
		{"a user as key", "", "wss://abcdefgh@node.example", "abcdefgh", "***"},
		{"a password", "postgres://carol:hunter2@db.example/books", "", "password=hunter2 user=carol", "password=*** user=carol"},
		{"an escaped password", "postgres://carol:p%40ss%2Fword@db.example/books", "", "p@ss/word and p%40ss%2Fword", "*** and ***"},
		{"a password that was not escaped", "postgres://carol:p@ss/wd@db.example/books", "", "postgres://carol:p@ss/wd@db.example/books",
			"postgres://db.example/***"},
		{"a password in the query", "postgres://db.example/books?password=hunter2&sslmode=disable", "", "hunter2 disable", "*** disable"},
		{"a plain node", "", "http://127.0.0.1:8545", "http://127.0.0.1:8545 is down", "http://127.0.0.1:8545 is down"},
		{"short parts of a path", "", "https://node.example/eth/mainnet", "mainnet eth", "mainnet eth"},
		{"a file", "books.db", "", "books.db", "books.db"},
		{"the name of a database", "postgres://carol:hunter2@db.example/books_of_the_sale", "", "books_of_the_sale", "books_of_the_sale"},
	} {
		if got := Text(c.text, c.db, c.rpc); got != c.want {
			t.Errorf("%s: %q, want %q", c.why, got, c.want)
		}
	}
}
