package main

import (
	"math/rand/v2"
	"net/http"
	"net/url"
	"testing"
)

// assumptions are flags of estimate with values that go together, and values that are refused, by themselves or beside others. Empty
// leaves the flag out.
var assumptions = []struct {
	name       string
	good, poor []string
}{
	{"nodes", []string{"1", "5", "7", "20,5", "100", "1,2,3,4"}, []string{"116", "0", "five", "999999999999"}},
	{"months", []string{"", "0", "1", "24", "36", "600"}, []string{"601", "1e3"}},
	{"adoption", []string{"", "50%", "62.5%", "0.4", "100%"}, []string{"1.5", "0", "150%", "-1", "0.01%"}},
	{"adoption-of", []string{"", "15000", "12345"}, []string{"0", "10"}},
	{"node-price", []string{"", "", "600", "0.1 ETH"}, []string{"99999999999999999999", "-5", "ETH"}},
	{"paid", []string{""}, []string{"2ETH", "6500"}},
	{"wallet", []string{""}, []string{"WALLET", "NOBODY", "0x12"}},
	{"code", []string{"", "MOONSHOT"}, []string{"MOONSHO"}},
	{"eth-price", []string{"3000", "3250.5"}, []string{"", "1e300"}},
	{"token-price", []string{"", "0", "0.25", "1"}, []string{"NaN"}},
	{"average-factor", []string{"", "1.25", "2"}, []string{"0"}},
	{"drop-by", []string{"", "nodes", "score"}, []string{"luck"}},
	{"coverage", []string{"", "50%", "0"}, []string{"2"}},
	{"fund", []string{""}, []string{"100000"}},
	{"holder-nodes", []string{"", "7"}, []string{"0", "1.5"}},
	{"currency", []string{""}, []string{"EUR", "euro"}},
	{"rate", []string{""}, []string{"0.92"}},
	{"tge", []string{"", "2026-07-05T12:00:00Z"}, []string{"2027-01-01", "soon"}},
	{"scenarios", []string{"", "25%,30%", "10%,20%,40%,60%"}, []string{"0%"}},
}

// Two hundred times somebody assumes something, sense or nonsense, and the command line and the API say the same: the same bytes of an
// estimate, or the same refusal.
func TestTwoHundredEstimatesAgree(t *testing.T) {
	s := demonstration(t)
	s.enter(t, "demo.db")
	api := start(t, &App{Clock: fixedClock{afterwards().at}}, "serve", "--listen", "127.0.0.1:0", "--rate", "0", "--db", "books.db",
		"--program", "my-sale.yaml", "--rpc", s.names.Replace("https://one.example"))
	defer api.end()
	env := map[string]string{"NODELEDGER_DB": "books.db", "NODELEDGER_PROGRAM": "my-sale.yaml"}
	dice := rand.New(rand.NewPCG(8, 200)) // the same assumptions every time
	estimated, refused := 0, 0
	for estimated+refused < 200 {
		args, query := []string{"estimate", "--json"}, url.Values{}
		poor := dice.IntN(2 * len(assumptions)) // every other time nothing is wrong
		for i, a := range assumptions {
			values := a.good
			if i == poor {
				values = a.poor
			}
			if value := s.names.Replace(values[dice.IntN(len(values))]); value != "" {
				args = append(args, "--"+a.name+"="+value)
				query.Set(a.name, value)
			}
		}
		stdout, stderr := new(lines), new(lines)
		a := &App{Stdout: stdout, Stderr: stderr, Env: func(name string) string { return env[name] }, Clock: fixedClock{afterwards().at}}
		code := a.Run(t.Context(), args)
		status, answered := s.fetched(t, api.url+"/api/v1/estimate?"+query.Encode(), "")
		printed := stdout.String()
		if code == exitDone {
			estimated++
		} else {
			refused, printed = refused+1, stderr.String()
		}
		if p, q := freshness.ReplaceAllString(printed, ""), freshness.ReplaceAllString(answered, ""); p != q ||
			(code == exitDone) != (status == http.StatusOK) {
			t.Errorf("%v:\nprinted  %.400s\nanswered %.400s", args, p, q)
		}
	}
	t.Logf("%d estimates, %d refusals", estimated, refused)
	if estimated < 60 || refused < 60 {
		t.Errorf("%d estimates and %d refusals are not enough of each", estimated, refused)
	}
}
