package chain

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"syscall"
	"time"
)

// verdict is what a refusal asks for.
type verdict string

const (
	giveUp   verdict = "give up"      // the same once more would end the same: another endpoint is asked
	again    verdict = "ask again"    // the same after a pause
	slower   verdict = "slower"       // the same when it may be asked again
	smaller  verdict = "smaller"      // fewer calls in a batch
	narrower verdict = "narrower"     // fewer blocks in an eth_getLogs
	oneBlock verdict = "by receipts"  // the logs of a block are more than it gives: its receipts have them
	thinner  verdict = "fewer blocks" // narrower for the logs that are there, which are fewer elsewhere
)

// asked is what was refused.
type asked struct {
	calls  int    // in the batch
	blocks uint64 // of an eth_getLogs; 0: another call
}

// habit is how providers word a refusal.
type habit struct {
	words   []string // in the text, in lower case; any of them
	codes   []int64  // of JSON-RPC
	verdict verdict
	logs    bool // of eth_getLogs only
}

// habits are what providers say, the first that fits counts. What none of them fits is judged by [judge].
var habits = []habit{
	{verdict: slower, codes: []int64{429, -32007, 15}, words: []string{
		"rate limit", "too many request", "request rate", "per second", "/second", "request limit", "rps limit", "public limit",
		"retry after", "try again later"}},
	{verdict: thinner, logs: true, words: []string{"results", "too many logs", "response size", "narrow your filter", "limit exceeded"}},
	{verdict: narrower, logs: true, words: []string{"range", "too many blocks", "timeout", "deadline", "timed out"}},
	{verdict: giveUp, codes: []int64{-32601, 4444}, words: []string{
		"pruned", "missing trie node", "historical state", "state is not available", "not whitelisted", "not allowed", "not supported",
		"paid plan", "must be authenticated"}},
	{verdict: again, codes: []int64{-32603}, words: []string{
		"internal error", "not found", "unknown block", "cannot be found", "timeout", "deadline", "timed out", "temporarily"}},
}

// statusError is an answer that is no JSON-RPC, with a status of HTTP.
type statusError struct {
	status   int
	body     string
	location string        // of a redirect
	after    time.Duration // that it asks to wait; 0: it does not say
}

// Error says what to do about it: the URL is wrong only where the status says so.
func (s *statusError) Error() string {
	text := fmt.Sprintf("it answers with HTTP %d (%.60q)", s.status, s.body)
	switch {
	case s.location != "":
		return fmt.Sprintf("it answers with HTTP %d and points to %s; give that URL", s.status, s.location)
	case s.after > 0:
		return fmt.Sprintf("%s and asks to wait %s; wait, or give another endpoint", text, s.after)
	case s.status == http.StatusTooManyRequests:
		return text + "; it is asked too often: wait, or give another endpoint"
	case passing(s.status):
		return text + "; the node or what stands before it fails: try again later, or give another endpoint"
	}
	return text + "; check the path of the URL and the key in it"
}

// passing says whether a status may be another one the next time.
func passing(status int) bool {
	return status >= 500 && status != http.StatusNotImplemented || status == http.StatusRequestTimeout || status == http.StatusTooEarly
}

// judge says what to do about an error, and how long to wait where the endpoint says so. What no provider is known to say: a batch that
// is refused in whatever way may be too large; eth_getLogs of many blocks may ask for too many, and of one block it is not about the
// range, so that it is asked again, and then the block's receipts are taken; any other call that is understood and refused is refused.
func judge(err error, of asked) (verdict, time.Duration) {
	var large *tooLarge
	var refused *rpcError
	var status *statusError
	var garbled *unreadable
	var web *notRPC
	switch {
	case errors.As(err, &refused):
		return judgeWords(refused, of), refused.after
	case errors.As(err, &status):
		return judgeStatus(status, of), status.after
	case errors.As(err, &large):
		return whole(of, giveUp, oneBlock), 0
	case errors.As(err, &garbled):
		return whole(of, again, again), 0
	case errors.As(err, &web):
		if of.calls > 1 {
			return smaller, 0
		}
		return again, 0
	case errors.Is(err, errTimeout):
		if of.calls > 1 {
			return giveUp, 0 // another endpoint is faster than a smaller batch
		}
		return whole(of, giveUp, oneBlock), 0
	case permanent(err):
		return giveUp, 0
	}
	return again, 0
}

// whole is the verdict on what is about all of a request: less is asked for, where it can be.
func whole(of asked, otherwise, block verdict) verdict {
	switch {
	case of.calls > 1:
		return smaller
	case of.blocks > 1:
		return narrower
	case of.blocks == 1:
		return block
	}
	return otherwise
}

func judgeStatus(s *statusError, of asked) verdict {
	switch {
	case s.status == http.StatusTooManyRequests:
		return slower
	case s.status == http.StatusRequestEntityTooLarge:
		return whole(of, giveUp, oneBlock)
	case of.calls > 1:
		return smaller
	case passing(s.status) && of.blocks > 1:
		return narrower
	case passing(s.status):
		return again
	}
	return giveUp
}

func judgeWords(r *rpcError, of asked) verdict {
	if r.status == http.StatusTooManyRequests {
		return slower
	}
	text := strings.ToLower(r.text)
	for i := range habits {
		h := &habits[i]
		if h.logs && (of.blocks == 0 || of.calls > 1) || !h.fits(r.code, text) {
			continue
		}
		switch {
		case of.calls > 1 && h.verdict != slower:
			return smaller
		case of.blocks == 1 && (h.verdict == narrower || h.verdict == thinner):
			return oneBlock
		}
		return h.verdict
	}
	switch {
	case passing(r.status) && of.calls == 1 && of.blocks == 0:
		return again
	case r.status == http.StatusUnauthorized || r.status == http.StatusForbidden:
		return whole(asked{calls: of.calls}, giveUp, giveUp)
	}
	return whole(of, giveUp, again)
}

func (h *habit) fits(code int64, text string) bool {
	for _, known := range h.codes {
		if code == known {
			return true
		}
	}
	for _, words := range h.words {
		if strings.Contains(text, words) {
			return true
		}
	}
	return false
}

// permanent says that the same once more would end the same.
func permanent(err error) bool {
	var dns *net.DNSError
	return errors.Is(err, context.Canceled) || errors.Is(err, syscall.ECONNREFUSED) || errors.As(err, &dns) && dns.IsNotFound
}
