package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"sync"
	"time"
)

// load reads and records facts through the proxy, and notes when something went well.
type load struct {
	api, token string
	client     *http.Client

	mu           sync.Mutex
	reads        uint64
	acknowledged []string // references of facts
	read, wrote  gap
	failed       string // how the last request that failed did
}

// gap is the longest time between two successes since it was last reset.
type gap struct {
	last    time.Time
	longest time.Duration
}

func (g *gap) succeeded(now time.Time) {
	g.longest = max(g.longest, now.Sub(g.last))
	g.last = now
}

func newLoad(api, token string) *load {
	return &load{api: api, token: token, client: &http.Client{Timeout: 4 * time.Second,
		Transport: &http.Transport{DisableKeepAlives: true}}} // each goes to whichever server the proxy chooses
}

// run reads and writes until the context ends.
func (l *load) run(ctx context.Context) {
	l.reset()
	all(4, func(i int) {
		for n := 0; ctx.Err() == nil; n++ {
			if i < 2 {
				l.readOnce(ctx)
				pause(ctx, 200*time.Millisecond)
				continue
			}
			l.writeOnce(ctx, fmt.Sprintf("load-%d-%d", i, n))
			pause(ctx, 500*time.Millisecond)
		}
	})
}

func pause(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}

func (l *load) readOnce(ctx context.Context) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, l.api+"/api/v1/ledger/transactions?limit=3", nil)
	if err != nil || !l.ok(r) {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.reads++
	l.read.succeeded(time.Now())
}

// writeOnce records one fact, again and again until it is acknowledged.
func (l *load) writeOnce(ctx context.Context, reference string) {
	body := fmt.Sprintf(`{"reference":%q,"wallet":"0x00000000000000000000000000000000000000a1","reason":%q}`, reference, reference)
	for ctx.Err() == nil {
		r, err := http.NewRequestWithContext(ctx, http.MethodPost, l.api+"/api/v1/operator/holds", bytes.NewBufferString(body))
		if err != nil {
			return
		}
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Authorization", "Bearer "+l.token)
		if l.ok(r) {
			l.mu.Lock()
			l.acknowledged = append(l.acknowledged, reference)
			l.wrote.succeeded(time.Now())
			l.mu.Unlock()
			return
		}
		pause(ctx, 250*time.Millisecond)
	}
}

func (l *load) ok(r *http.Request) bool {
	answer, err := l.client.Do(r)
	if err != nil {
		l.fails(r, err.Error())
		return false
	}
	text, err := io.ReadAll(answer.Body)
	answer.Body.Close()
	if err != nil || answer.StatusCode >= 300 {
		l.fails(r, fmt.Sprintf("%d %s", answer.StatusCode, text))
		return false
	}
	return true
}

func (l *load) fails(r *http.Request, how string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.failed = r.Method + " " + how
}

// how is how the last request that failed did.
func (l *load) how() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.failed
}

// reset begins to measure anew.
func (l *load) reset() {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := time.Now()
	l.read, l.wrote = gap{last: now}, gap{last: now}
}

// longest is how long nobody could read, and nobody write, since the last reset.
func (l *load) longest() (read, wrote time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return max(l.read.longest, time.Since(l.read.last)), max(l.wrote.longest, time.Since(l.wrote.last))
}

// since says that something was read and something written after a moment.
func (l *load) since(at time.Time) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.read.last.After(at) && l.wrote.last.After(at)
}
