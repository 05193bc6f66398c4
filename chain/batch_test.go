package chain

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"testing"
	"time"
)

// provider answers calls under rules of its own, and records how many came at once.
type provider struct {
	most    int // calls at once
	work    int // calls of a batch that are carried out, the others are refused one by one
	limited int // this many requests come too soon
	inside  int // this many calls come too soon, each refused by itself
	sizes   []int
}

func (p *provider) close() {}

func (p *provider) carry(_ context.Context, calls []*call, alone bool) error {
	p.sizes = append(p.sizes, len(calls))
	if alone != (len(calls) == 1) {
		return errors.New("a batch of one")
	}
	if p.limited > 0 {
		p.limited--
		return &rpcError{code: -32005, text: "daily request count is fine, request rate limited"}
	}
	if p.most > 0 && len(calls) > p.most {
		return &rpcError{code: -32600, text: "batch too large"}
	}
	for i, c := range calls {
		c.err, c.done = nil, true
		switch {
		case p.inside > 0:
			p.inside--
			c.err = &rpcError{code: 429, text: "your app has exceeded its capacity"}
		case p.work > 0 && i >= p.work:
			c.err = &rpcError{code: -32000, text: "batch work exhausted"}
		default:
			c.read(&reader{text: []byte("null")})
		}
	}
	return nil
}

// TestBatches: whatever a provider refuses, every call is answered, in the end in batches that it takes.
func TestBatches(t *testing.T) {
	for name, one := range map[string]struct {
		provider provider
		sizes    []int
		pauses   int
	}{
		"takes all":         {provider{}, []int{16, 4}, 0},
		"takes five":        {provider{most: 5}, []int{16, 8, 4, 4, 4, 4, 4}, 0},
		"takes none":        {provider{most: 1}, append([]int{16, 8, 4, 2}, slices.Repeat([]int{1}, 20)...), 0},
		"works on five":     {provider{work: 5}, []int{16, 8, 4, 5, 1}, 0},
		"is busy":           {provider{limited: 2}, []int{16, 16, 16, 4}, 2},
		"is busy, by calls": {provider{inside: 3}, []int{16, 7}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			e := &endpoint{carrier: &one.provider, limits: Limits{Batch: 16}.orDefault(), batch: 16, maxBatch: 16, score: 100}
			answers := map[string]int{}
			var calls []*call
			for i := range 20 {
				calls = append(calls, &call{method: strconv.Itoa(i), read: func(*reader) { answers[strconv.Itoa(i)]++ }})
			}
			began := time.Now()
			if err := e.send(t.Context(), calls...); err != nil {
				t.Fatal(err)
			}
			if len(answers) != 20 {
				t.Fatalf("%d calls are answered", len(answers))
			}
			if one.pauses > 0 && time.Since(began) < 100*time.Millisecond/2 {
				t.Errorf("it paused for %s", time.Since(began))
			}
			if !slices.Equal(one.provider.sizes, one.sizes) {
				t.Errorf("the batches are %v", one.provider.sizes)
			}
		})
	}
	permanent := &provider{limited: 1000}
	e := &endpoint{carrier: permanent, limits: Limits{Attempts: 3}.orDefault(), batch: 1, maxBatch: 1}
	if err := e.send(t.Context(), &call{read: func(*reader) {}}); !slowed(err) || len(permanent.sizes) != 3 {
		t.Errorf("after %d requests: %v", len(permanent.sizes), err)
	}
}
