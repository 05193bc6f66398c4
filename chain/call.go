package chain

import (
	"bytes"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"time"
)

// call is one JSON-RPC call and where its result goes.
type call struct {
	method   string
	params   []byte        // a JSON list
	read     func(*reader) // takes exactly one value, possibly null, and may be called again for a repeated call
	blocks   uint64        // of an eth_getLogs
	optional bool          // a refusal is an answer, and says nothing about the endpoint
	err      error         // what went wrong with this call alone
	done     bool
	null     bool // the result was null
}

// take reads the result.
func (c *call) take(r *reader) {
	c.null = r.peek() == 'n'
	before := r.err == nil
	if c.read(r); before && r.err != nil {
		r.err = fmt.Errorf("%s: %w", c.method, r.err)
	}
}

// rpcError is a JSON-RPC error: the endpoint understood and said no.
type rpcError struct {
	code   int64
	text   string
	status int           // of HTTP, where it is not 200
	after  time.Duration // that it asks to wait; 0: it does not say
}

func (r *rpcError) Error() string {
	text := fmt.Sprintf("it refuses: %s (code %d)", r.text, r.code)
	switch {
	case r.after > 0:
		return fmt.Sprintf("%s and asks to wait %s; wait, or give another endpoint", text, r.after)
	case r.status == http.StatusUnauthorized || r.status == http.StatusForbidden:
		return fmt.Sprintf("%s, with HTTP %d; check the path of the URL and the key in it", text, r.status)
	}
	return text
}

// tooLarge is an answer that is larger than the limits allow, or a request that the endpoint finds too large.
type tooLarge struct {
	bytes int64 // of the answer; 0 when it is not known
	text  string
}

func (t *tooLarge) Error() string { return t.text }

// request appends the calls as one JSON-RPC request: a batch, or a single call when alone is set.
func request(out []byte, calls []*call, alone bool) []byte {
	if !alone {
		out = append(out, '[')
	}
	for i, c := range calls {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(out, `{"jsonrpc":"2.0","id":`...)
		out = strconv.AppendInt(out, int64(i), 10)
		out = append(out, `,"method":"`...)
		out = append(out, c.method...)
		out = append(out, `","params":`...)
		out = append(out, c.params...)
		out = append(out, '}')
	}
	if !alone {
		out = append(out, ']')
	}
	return out
}

// respond reads the answer to a request. The error is about the whole request; what is wrong with one call is in it.
func respond(text []byte, calls []*call) error {
	for _, c := range calls {
		c.done, c.err = false, nil
	}
	text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	r := &reader{text: text}
	switch r.peek() {
	case '[':
		r.at++
		for n := 0; r.next(']', n); n++ {
			if whole := respondOne(r, calls, false); whole != nil {
				return whole
			}
		}
	case '{':
		if whole := respondOne(r, calls, len(calls) == 1); whole != nil {
			return whole
		}
	default:
		return notJSONRPC(text)
	}
	if err := r.end(); err != nil {
		return &unreadable{err}
	}
	for _, c := range calls {
		if !c.done {
			return &unreadable{fmt.Errorf("%s was not answered", c.method)}
		}
	}
	return nil
}

// respondOne reads one response object. An error without an id is about the whole request.
func respondOne(r *reader, calls []*call, alone bool) error {
	id, result := -1, -1
	var wrong *rpcError
	seen := false
	r.open('{')
	for n := 0; r.next('}', n); n++ {
		switch string(r.key()) {
		case "id":
			if r.null() {
				continue
			}
			start := r.at
			r.skip()
			text := bytes.Trim(r.text[min(start, r.at):r.at], `"`) // some send a number back as a string
			if n, err := strconv.Atoi(string(text)); err == nil && 0 <= n && n < len(calls) && !calls[n].done {
				id = n
			}
		case "result":
			seen = true
			if id < 0 {
				r.peek()
				result = r.at
				r.skip()
				continue
			}
			calls[id].take(r)
		case "error":
			if !r.null() {
				wrong = readRPCError(r)
			}
		default:
			r.skip()
		}
	}
	if r.err != nil {
		return &unreadable{r.err}
	}
	if id < 0 && alone {
		id = 0
	}
	switch {
	case wrong != nil && id < 0:
		return wrong
	case wrong != nil:
		calls[id].err, calls[id].done = wrong, true
	case !seen || id < 0:
		return &unreadable{errors.New("an answer without a result or without the id of a request")}
	default:
		if result >= 0 {
			late := &reader{text: r.text, at: result}
			calls[id].take(late)
			if late.err != nil {
				return &unreadable{late.err}
			}
		}
		calls[id].done = true
	}
	return nil
}

func readRPCError(r *reader) *rpcError {
	out := &rpcError{}
	if r.peek() != '{' {
		start := r.at
		r.skip()
		out.text = string(r.text[min(start, r.at):r.at])
		return out
	}
	r.open('{')
	for n := 0; r.next('}', n); n++ {
		switch string(r.key()) {
		case "code":
			r.peek()
			start := r.at
			r.skip()
			out.code, _ = strconv.ParseInt(string(r.text[min(start, r.at):r.at]), 10, 64) // 0 when it is not a number
		case "message":
			if r.peek() != '"' {
				r.skip()
				continue
			}
			text := r.quoted()
			if plain, err := strconv.Unquote(`"` + string(text) + `"`); err == nil {
				out.text = plain
			} else {
				out.text = string(text)
			}
		default:
			r.skip()
		}
	}
	return out
}

// notRPC is an answer of some other server, such as the page of a proxy.
type notRPC struct{ begins string }

// Error says how it begins.
func (n *notRPC) Error() string {
	return fmt.Sprintf("the answer is not JSON-RPC (it begins %q); check the path of the URL and the key in it", n.begins)
}

func notJSONRPC(text []byte) error {
	const enough = 60
	return &notRPC{string(text[:min(len(text), enough)])}
}
