package engine_test

import (
	"context"
	"iter"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
)

// kept is what a process keeps of its findings.
type kept struct {
	sync.Mutex
	list []engine.Finding
}

func (k *kept) keep(f engine.Finding) error {
	k.Lock()
	defer k.Unlock()
	k.list = append(k.list, f)
	return nil
}

// said is what stands of what was kept.
func (k *kept) said() (books, chain string) {
	k.Lock()
	defer k.Unlock()
	for i := range k.list {
		switch f := &k.list[i]; {
		case f.Difference == "" && !f.Whole:
		case f.OfChain:
			chain = f.Difference
		default:
			books = f.Difference
		}
	}
	return books, chain
}

// A difference of the books alone, and one of them and the chain, stand beside each other, and each is cleared only by a whole verification
// of its own kind.
func TestBothKindsOfDifferenceStand(t *testing.T) {
	_, s, _ := funded(t)
	e, err := engine.Open(t.Context(), nil, s, nil, newWorld(1), silent())
	fatal(t, err)
	for _, x := range []struct {
		found engine.Finding
		want  string
	}{
		{engine.Finding{Difference: "block 7", OfChain: true}, "block 7"},
		{engine.Finding{Difference: "a row"}, "a row"},
		{engine.Finding{}, "a row"},
		{engine.Finding{Whole: true}, "block 7"},
		{engine.Finding{OfChain: true}, "block 7"},
		{engine.Finding{Difference: "another row"}, "another row"},
		{engine.Finding{Whole: true, OfChain: true}, "another row"},
		{engine.Finding{Whole: true}, ""},
	} {
		e.Found(x.found)
		err := e.Sound()
		if (err != nil) != (x.want != "") || err != nil && !strings.Contains(err.Error(), ": "+x.want+";") || e.Finding().Difference != x.want {
			t.Errorf("after %+v: %v, %+v, want %q", x.found, err, e.Finding(), x.want)
		}
	}
}

// What a step with money, a sync's comparison or a server finds to differ from the chain is kept, and so is that everything was compared
// again and nothing differs any more.
func TestWhatDiffersFromTheChainIsKept(t *testing.T) {
	for name, look := range map[string]func(t *testing.T, e *engine.Engine, k *kept){
		"a step with money": func(t *testing.T, e *engine.Engine, _ *kept) {
			_, err := e.PreparePayout(t.Context(), ann, "one", "USDT", payout.Transfer)
			refusal(t, problem.Unavailable, "nothing in block")(engine.Receipt{}, err)
		},
		"a comparison": func(t *testing.T, e *engine.Engine, _ *kept) {
			if err := e.FromChain(t.Context()); !isDifference(err) {
				t.Errorf("%v", err)
			}
		},
		"a server": func(t *testing.T, e *engine.Engine, k *kept) {
			watch(t, e, e.Reader().(engine.Store), time.Hour).until(t, func(*engine.Finding) bool {
				_, chain := k.said()
				return chain != ""
			})
		},
	} {
		t.Run(name, func(t *testing.T) {
			ctx := t.Context()
			w, s, _ := funded(t)
			w.Uncounted = true
			b := blockAfter(w.Blocks[w.Final].Header, w.Buy(60, 0, 3))
			w.Mine()
			w.Finalise(0)
			last := w.Blocks[w.Final].Header
			b.Header.Time, b.Facts.Time, b.Header.Hash, b.Facts.Hash = last.Time, last.Time, last.Hash, last.Hash
			appendUpTo(t, s, &last, fold.BlockInput(fold.InputBlock, b.Header.Parent, &b.Facts))
			k := new(kept)
			e := opened(t, s, w, w)
			e.VerifyFirst(scratched)
			e.KeepFindings(k.keep)
			look(t, e, k)
			if books, chain := k.said(); books != "" || !strings.Contains(chain, "nothing in block") {
				t.Errorf("kept is %q, and of the chain %q", books, chain)
			}
			w.Blocks[w.Final].Facts.Logs = b.Facts.Logs // the chain says so, too
			fatal(t, e.FromChain(ctx))
			if _, chain := k.said(); chain != "" {
				t.Errorf("kept is %q", chain)
			}
			fatal(t, e.Sound())
		})
	}
}

// A difference from the chain that another process found is cleared by a process that compared everything itself, and by none that takes
// the word of somebody else for a part.
func TestADifferenceOfAnotherProcessIsLookedForAgain(t *testing.T) {
	w, s, _ := funded(t)
	k := new(kept)
	e := opened(t, s, w, w)
	e.KeepFindings(k.keep)
	e.Found(engine.Finding{Difference: "block 7", OfChain: true})
	_, err := e.PreparePayout(t.Context(), ann, "one", "USDT", payout.Transfer)
	refusal(t, problem.Unavailable, "block 7")(engine.Receipt{}, err)
	fatal(t, e.FromChain(t.Context()))
	if books, chain := k.said(); books != "" || chain != "" {
		t.Errorf("kept is %q, and of the chain %q", books, chain)
	}
	fatal(t, e.MayPay(t.Context()))
}

// Books that do not go on from what a server keeps outside of them, such as what another process kept meanwhile, are not sound.
func TestBooksThatDoNotGoOnFromTheirHeadAreNotSound(t *testing.T) {
	_, s, e := funded(t)
	ctx, stop := context.WithCancel(t.Context())
	w := &engine.Watch{Engine: e, Books: s, Every: time.Hour, Poll: time.Millisecond, Log: silent(), Scratch: scratched,
		Keep: func(context.Context, *engine.State, engine.Fetched) error {
			return problem.New(problem.Conflict, engine.Rewritten, "the past of the books was changed")
		}}
	ended := make(chan error)
	go func() { ended <- w.Run(ctx) }()
	f := (&watched{Engine: e}).until(t, func(*engine.Finding) bool { return true })
	stop()
	fatal(t, <-ended)
	if !strings.Contains(f.Difference, "the past of the books was changed") || e.Sound() == nil {
		t.Errorf("%+v", f)
	}
}

// slipped are books to which an input was added since they were looked at, or whose first one is away.
type slipped struct {
	engine.Store
	more  *fold.Input
	first bool
}

func (s *slipped) State(ctx context.Context) (engine.State, error) {
	at, err := s.Store.State(ctx)
	if s.more != nil {
		at.Inputs++
	}
	return at, err
}

func (s *slipped) Inputs(ctx context.Context, from uint64) iter.Seq2[fold.Input, error] {
	return func(yield func(fold.Input, error) bool) {
		n := from
		for in, err := range s.Store.Inputs(ctx, from) {
			n = in.Sequence + 1
			if s.first && in.Sequence == 1 {
				continue
			}
			if !yield(in, err) {
				return
			}
		}
		if s.more != nil {
			s.more.Sequence = n
			yield(*s.more, nil)
		}
	}
}

// An input that the fold would refuse, and that is put there between the fold and the comparison, is a difference: a consent to a text that
// nobody proposed, or books that do not begin with a text.
func TestInputsThatNoFoldTakesDiffer(t *testing.T) {
	w, s, _ := funded(t)
	digest := strings.Repeat("ab", 32)
	fact, err := fold.NewFact(fold.TextConsent, "program-1-"+digest, fold.TextConsentBody{SHA256: digest}, w.Now())
	fatal(t, err)
	consent := fold.FactInput(fact)
	for name, books := range map[string]*slipped{"a consent": {s, &consent, false}, "no text": {s, nil, true}} {
		t.Run(name, func(t *testing.T) {
			_, err := engine.ProveAgain(t.Context(), w, books, engine.Fetched{}, nil)
			if !isDifference(err) || !strings.Contains(err.Error(), "no text of the program is in force") {
				t.Error(err)
			}
		})
	}
	if _, err := engine.ProveAgain(t.Context(), w, s, engine.Fetched{}, nil); err != nil {
		t.Error(err)
	}
}

func opened(t *testing.T, s engine.Store, c engine.Chain, clock engine.Clock) *engine.Engine {
	t.Helper()
	e, err := engine.Open(t.Context(), nil, s, c, clock, silent())
	fatal(t, err)
	return e
}
