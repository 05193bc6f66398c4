package chain

import (
	"fmt"
	"log/slog"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/problem"
)

// EndpointHealth is what is known about an endpoint, as [Watcher.Endpoints] shows it.
type EndpointHealth struct {
	State         State
	URL           string        // without user, query and the parts of the path that may be keys
	Score         int           // 100: healthy, 0: unusable; at most 50 after a faulty answer
	LastError     string        // empty when the last request went well
	Latency       time.Duration // of a request, smoothed
	Lag           uint64        // blocks behind the foremost endpoint, when heads were last compared
	Ready         bool          // it was asked for its chain and contract, and they are right
	BlockReceipts bool          // it knows eth_getBlockReceipts
	Batch         int           // calls that it takes in one batch; 1 when it takes none
	Range         uint64        // blocks of its next eth_getLogs
	Head          uint64        // its newest block, when heads were last compared
	Counts        Counts
}

// Counts are how often an endpoint was asked and what came of it, since the watcher began.
type Counts struct {
	Requests uint64 // batches and single calls
	Failed   uint64 // of them: no answer, or a refusal that is about the endpoint
	Limited  uint64 // times that it said it is asked too often
	Faulty   uint64 // answers that failed a proof
}

// endpoint is one way to the chain.
type endpoint struct {
	name    string // its URL without secrets
	limits  Limits
	carrier carrier
	logger  *slog.Logger
	others  func() []*endpoint // of the same watcher

	mu              sync.Mutex
	ready           bool
	wrong           bool // it is on another chain, or lacks the contract
	blockReceipts   bool
	raw             int // whether it serves the bytes of transactions
	score           int
	faulty          bool // an answer of it failed a proof
	apart           bool // it has another block than one that is proven to be final
	last            error
	latency         time.Duration
	head            uint64
	counts          Counts
	lag             uint64
	batch, maxBatch int    // calls in a batch now and at most
	span, maxSpan   uint64 // blocks in an eth_getLogs now and at most
	ceiling         uint64 // blocks that did not work not long ago; 0: none
	below, patience int    // answers below the ceiling since, and how many are wanted before it is tried again

	rests      int       // in a row
	restsUntil time.Time // it is left alone until then
	restState  State     // why; empty after an answer
	noted      State     // that was logged last

	doubts       int // in a row
	doubtedUntil time.Time
}

func newEndpoint(raw string, limits Limits) (*endpoint, error) {
	at, err := url.Parse(raw)
	if err != nil {
		// the text may hold a key
		return nil, problem.New(problem.Invalid, "bad-endpoint", "an endpoint is not a URL; write it such as https://host/path")
	}
	e := &endpoint{
		name: redact(at), limits: limits, score: 100, batch: limits.Batch, maxBatch: limits.Batch,
		span: min(limits.Range, limits.MaxRange), maxSpan: limits.MaxRange,
	}
	switch {
	case at.Host == "":
		return nil, problem.New(problem.Invalid, "bad-endpoint", "the endpoint %s names no host; write it such as https://host/path", e.name)
	case at.Scheme == "http" || at.Scheme == "https":
		e.carrier = newPost(at, limits)
	case at.Scheme == "ws" || at.Scheme == "wss":
		e.carrier = &socket{url: at.String(), limits: limits, connecting: make(chan struct{}, 1)}
	default:
		return nil, problem.New(problem.Invalid, "bad-endpoint", "the endpoint %s has the scheme %q; use http, https, ws or wss", e.name,
			at.Scheme)
	}
	return e, nil
}

// redact keeps the scheme, the host and the short plain parts of the path: keys live in all others.
func redact(at *url.URL) string {
	out := at.Scheme + "://" + at.Host
	for _, part := range strings.Split(strings.Trim(at.Path, "/"), "/") {
		switch {
		case part == "":
		case len(part) <= 8 && strings.Trim(part, "abcdefghijklmnopqrstuvwxyz0123456789-") == "":
			out += "/" + part
		default:
			out += "/***"
		}
	}
	return out
}

// recordSuccess records a request that was answered.
func (e *endpoint) recordSuccess(took time.Duration, size int) {
	e.mu.Lock()
	defer e.noteState("")
	defer e.mu.Unlock()
	e.counts.Requests++
	e.wakes()
	e.latency = (3*e.latency + took) / 4
	if size == e.batch && e.batch < e.maxBatch {
		e.batch = min(e.maxBatch, e.batch+max(1, e.batch/4))
	}
	e.last = nil
	best := 100
	if e.faulty {
		best = 50
	}
	e.score = min(best, e.score+2)
}

// recordFailure records a request that was not answered, or not with what was asked for.
func (e *endpoint) recordFailure(err error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.last = err
	e.counts.Requests++
	e.counts.Failed++
	e.score = max(0, e.score-20)
}

// recordLimit records that it said it is asked too often.
func (e *endpoint) recordLimit() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.counts.Limited++
}

// recordFault records a faulty answer.
func (e *endpoint) recordFault(f *engine.Fault) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.counts.Faulty++
	e.last, e.faulty, e.score = f, true, 0
	e.noted = StateFaulty
}

// fault is an answer of this endpoint about a block that does not hold.
func (e *endpoint) fault(block uint64, format string, a ...any) *engine.Fault {
	return &engine.Fault{Endpoint: e.name, Block: block, Text: fmt.Sprintf(format, a...)}
}

// rank is lower for an endpoint that should be asked first.
func (e *endpoint) rank() int {
	e.mu.Lock()
	defer e.mu.Unlock()
	// Differences that come and go must not: one step is 10 points of score, 5 blocks of lag or 100 ms.
	rests := 0
	if time.Now().Before(e.restsUntil) {
		rests = 1000
	}
	return rests + (100-e.score)/10*4 + int(min(e.lag/5, 40)) + int(min(e.latency/(100*time.Millisecond), 20))
}

func (e *endpoint) health() EndpointHealth {
	e.mu.Lock()
	defer e.mu.Unlock()
	h := EndpointHealth{
		State: e.state(), URL: e.name, Score: e.score, Latency: e.latency, Lag: e.lag, Ready: e.ready, BlockReceipts: e.blockReceipts,
		Batch: e.batch, Range: e.span, Head: e.head, Counts: e.counts,
	}
	if e.last != nil {
		h.LastError = e.last.Error()
	}
	return h
}
