package view

import (
	"context"
	"sync"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
)

// Version tells one state of the fold from another: what was taken in, and what was booked from it.
type Version struct {
	Inputs uint64
	Ledger ledger.Hash
	Head   ledger.Hash
}

// VersionOf is the version of a state of the books.
func VersionOf(s engine.State) Version {
	return Version{s.Inputs, s.Ledger.Hash, ledger.Hash(s.Cursor.Head.Hash)}
}

// Cache holds what was made of one state of the books until there is another state. Making it anew runs once however many
// ask. Where it is large, and making it takes long, those who ask meanwhile get what was made before, which says itself
// what it is as of.
type Cache[T any] struct {
	Make  func(ctx context.Context, before *T) (*T, Version, error)
	Large func(*T) bool // nil: never

	mu     sync.Mutex
	value  *T // nil before the first
	of     Version
	making chan struct{} // closed when it is made; nil: nobody makes it
	err    error         // of the last try
}

const maxMaking = 5 * time.Minute

// Present is what was made of the present state, or of the one before.
func (l *Cache[T]) Present(ctx context.Context, e *engine.Engine) (*T, error) {
	l.mu.Lock()
	before := l.value
	l.mu.Unlock()
	var now Version
	see := func(_ *fold.Fold, s engine.State) { now = VersionOf(s) }
	if before == nil || !l.isLarge(before) {
		e.View(see)
	} else if !e.TryView(see) {
		return before, nil
	}
	return l.Get(ctx, now)
}

func (l *Cache[T]) isLarge(value *T) bool { return l.Large != nil && l.Large(value) }

// Get is what was made of a state or of a later one or, where it is large, of the one before.
func (l *Cache[T]) Get(ctx context.Context, now Version) (*T, error) {
	for {
		l.mu.Lock()
		if l.value != nil && l.of == now {
			defer l.mu.Unlock()
			return l.value, nil
		}
		begins := l.making == nil
		if begins {
			l.making = make(chan struct{})
			go l.renew(context.WithoutCancel(ctx), l.value)
		}
		making, before := l.making, l.value
		l.mu.Unlock()
		if before != nil && l.isLarge(before) {
			return before, nil
		}
		select {
		case <-making:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
		if begins { // what another one began may be of a state before this one
			l.mu.Lock()
			defer l.mu.Unlock()
			return l.value, l.err
		}
	}
}

func (l *Cache[T]) renew(ctx context.Context, before *T) {
	ctx, cancel := context.WithTimeout(ctx, maxMaking)
	defer cancel()
	value, of, err := l.Make(ctx, before)
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.err = err; err == nil {
		l.value, l.of = value, of
	}
	close(l.making)
	l.making = nil
}
