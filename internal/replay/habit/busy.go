package habit

import "net/http"

// limited refuses two of three eth_getLogs.
func limited(code int, text string, status ...int) func(*Call) *Refusal {
	return func(c *Call) *Refusal {
		if c.Method != "eth_getLogs" || c.Tick("limited")%3 == 0 {
			return nil
		}
		r := &Refusal{Code: code, Text: text}
		if len(status) > 0 {
			r.Status = status[0]
		}
		return r
	}
}

// someOf refuses every fifth call of batches.
func someOf(code int, text string) func(*Call) *Refusal {
	return func(c *Call) *Refusal {
		if !c.Batch || c.Tick("calls")%5 != 0 {
			return nil
		}
		return &Refusal{Code: code, Text: text}
	}
}

// third answers every third request in another way.
func third(status int, body string, header ...string) func(*Request) *Reply {
	return func(r *Request) *Reply {
		if r.N%3 != 0 {
			return nil
		}
		return always(status, body, header...)(r)
	}
}

// always answers every request in another way.
func always(status int, body string, header ...string) func(*Request) *Reply {
	return func(*Request) *Reply {
		reply := &Reply{Status: status, Body: body, Header: map[string]string{}}
		for i := 0; i+1 < len(header); i += 2 {
			reply.Header[header[i]] = header[i+1]
		}
		return reply
	}
}

const perSecond = "50/second request limit reached - reduce calls per second or upgrade your account at quicknode.com"

var busy = []Habit{
	{Name: "rl-32007", Says: "too many calls a second", Refuse: limited(-32007, perSecond)},
	{Name: "rl-32007-429", Says: "the same, with HTTP 429", Refuse: limited(-32007, perSecond, http.StatusTooManyRequests)},
	{Name: "rl-infura", Says: "too many calls, with the code of a limit",
		Refuse: limited(-32005, "daily request count exceeded, request rate limited")},
	{Name: "rl-15", Says: "too many calls, with a code of its own", Refuse: limited(15, "Too many request, try again later")},
	{Name: "rl-capacity", Says: "too much work a second", Refuse: limited(-32005,
		"Your app has exceeded its compute units per second capacity. If you have retries enabled, you can safely ignore this message.")},
	{Name: "rl-1rpc", Says: "a limit, and when to come again",
		Refuse: limited(-32001, "You've hit the public limit. Please retry after 1 second")},
	{Name: "rl-some", Says: "some calls of a batch are too many", Refuse: someOf(-32005,
		"You've exceeded the RPS limit available on the current plan.")},
	{Name: "rl-some15", Says: "some calls of a batch are too many, with a code of its own",
		Refuse: someOf(15, "Too many request, try again later")},
	{Name: "internal", Says: "an error now and then", Refuse: limited(-32603, "Internal error")},
	{Name: "h500-3", Says: "HTTP 500 now and then", Web: third(500, "Internal Server Error")},
	{Name: "h522-3", Says: "HTTP 522 now and then", Web: third(522, "<html>cloudflare 522</html>")},
	{Name: "h503-3", Says: "HTTP 503 now and then", Web: third(503, "no available server")},
	{Name: "h429-3", Says: "HTTP 429 now and then, and when to come again", Web: third(429, `{"error":"slow"}`, "Retry-After", "0")},
	{Name: "h429-long", Says: "HTTP 429, and come again in an hour", Web: third(429, `{"error":"slow"}`, "Retry-After", "3600")},
	{Name: "h408-3", Says: "HTTP 408 now and then", Web: third(408, "")},
	{Name: "html200-3", Says: "a page instead of an answer now and then", Web: third(200, "<!DOCTYPE html><html>Just a moment...</html>")},
	{Name: "empty200-3", Says: "nothing instead of an answer now and then", Web: third(200, "")},
	{Name: "cut-3", Says: "half an answer now and then", Web: third(200, `{"jsonrpc":"2.0","id":0,"resu`)},
	{Name: "h401", Says: "the key is wrong",
		Web: always(401, `{"jsonrpc":"2.0","error":{"code":-32600,"message":"Must be authenticated!"},"id":null}`)},
	{Name: "h403", Says: "nobody may ask", Web: always(403, `{"message":"Forbidden"}`)},
	{Name: "redirect", Says: "another URL", Web: always(301, "", "Location", "https://elsewhere.example/")},
}
