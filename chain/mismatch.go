package chain

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/problem"
)

// mismatch is an answer that does not rebuild a hash or a root, by no encoding that this version knows. The endpoint may have altered it,
// or the chain encodes it in another way.
type mismatch struct {
	*engine.Fault
	named string // the types and fields that it has and this version does not know
	hint  string // what to do if the chain encodes it in another way

	bodies bool // it is about transactions, whose bytes may show what they are
}

// mismatch is one of an answer about a block. Unknown is what it has that may be the cause.
func (e *endpoint) mismatch(block uint64, unknown []string, hint, format string, a ...any) *mismatch {
	slices.Sort(unknown)
	m := &mismatch{Fault: e.fault(block, format, a...), named: strings.Join(slices.Compact(unknown), ", "), hint: hint}
	if m.named != "" {
		m.Text += fmt.Sprintf("; it has what this version does not know (%s) and cannot be proven: %s, or use a newer version", m.named, hint)
	}
	return m
}

// shapes is what is known of how a chain encodes its blocks, from answers that held.
type shapes struct {
	mu     sync.Mutex
	hashed bool            // a header hashed to its hash
	beside map[string]bool // fields and types that answers had that held: they are no cause of a mismatch
}

// mostNames is how many names are remembered, whatever endpoints make up.
const mostNames = 200

// held remembers an answer that held, with what was unknown in it.
func (s *shapes) held(unknown []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.hashed = true
	for _, name := range unknown {
		if s.beside == nil {
			s.beside = map[string]bool{}
		}
		if len(s.beside) < mostNames {
			s.beside[name] = true
		}
	}
}

// learnShape finds out whether the chain's hashes are of headers at all, from an endpoint's newest block or the one before it.
func (w *Watcher) learnShape(ctx context.Context, e *endpoint, head *block) {
	if head.verify(head.number()) == "" {
		w.shapes.held(head.unknownFields())
		return
	}
	var parent block
	if err := e.callOne(ctx, askHash(head.header.ParentHash, false, &parent)); err == nil && !parent.missing &&
		parent.verify(parent.number()) == "" {
		w.shapes.held(parent.unknownFields())
	}
}

// causes are those of the unknown that no answer had that held.
func (s *shapes) causes(unknown []string) []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.DeleteFunc(unknown, func(name string) bool { return s.beside[name] })
}

// settle puts an error that says whose fault it is in the place of each mismatch among what went wrong at the endpoints that were asked;
// nil is an answer that held. A fault is recorded. It is nobody's when what is unknown is named, when no header of the chain has held yet,
// and when several endpoints give the very same.
func (w *Watcher) settle(wrong []error) {
	var all []*mismatch
	held := false
	for _, err := range wrong {
		var m *mismatch
		if errors.As(err, &m) {
			all = append(all, m)
		}
		held = held || err == nil
	}
	w.shapes.mu.Lock()
	hashed := w.shapes.hashed
	w.shapes.mu.Unlock()
	agree := len(all) > 1 && !slices.ContainsFunc(all, func(m *mismatch) bool { return m.Block != all[0].Block || m.Text != all[0].Text })
	for i, err := range wrong {
		var m *mismatch
		switch {
		case !errors.As(err, &m):
		case m.named != "":
			w.unproven(fmt.Sprintf("blocks cannot be proven by %s: they have what this version does not know (%s)", m.Endpoint, m.named), m.Block)
			wrong[i] = problem.Conflictf("%s", m)
		case held || hashed && !agree:
			w.recordFault(m.Fault)
			wrong[i] = m.Fault
		case !hashed:
			wrong[i] = problem.Conflictf("%s, as no header of the chain did so far: this chain's hashes are not of Ethereum headers; %s", m, m.hint)
		default:
			wrong[i] = problem.Conflictf("%s; the %d endpoints that were asked agree on it, so none of them altered it: %s", m, len(all), m.hint)
		}
	}
}
