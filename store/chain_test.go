package store

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
)

// Block by block, the newest level that covered a block holds; spans are apart, in order, and no two neighbours of one
// level are left unmerged.
func TestCoverageIsThatOfEveryBlock(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var spans []engine.Span
		blocks := map[uint64]engine.Proof{}
		for range rapid.IntRange(1, 12).Draw(t, "spans") {
			from := rapid.Uint64Range(0, 40).Draw(t, "from")
			s := engine.Span{From: from, To: from + rapid.Uint64Range(0, 10).Draw(t, "more"),
				Level: rapid.SampledFrom([]engine.Proof{engine.ProofFull, engine.ProofEvents, engine.ProofNone}).Draw(t, "level")}
			spans = addSpan(spans, s)
			for n := s.From; n <= s.To; n++ {
				blocks[n] = s.Level
			}
		}
		n := 0
		for i, s := range spans {
			if i > 0 && (s.From <= spans[i-1].To || s.From == spans[i-1].To+1 && s.Level == spans[i-1].Level) {
				t.Fatalf("%v and %v", spans[i-1], s)
			}
			for b := s.From; b <= s.To; b++ {
				if n++; blocks[b] != s.Level {
					t.Fatalf("block %d is covered by %s instead of %s", b, s.Level, blocks[b])
				}
			}
		}
		if n != len(blocks) {
			t.Fatalf("%d blocks instead of %d", n, len(blocks))
		}
	})
}

func TestCoverageIsKept(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		s, ctx := open(t, dsn), context.Background()
		for _, step := range []struct{ add, want []engine.Span }{
			{[]engine.Span{{From: 1, To: 10, Level: engine.ProofFull}, {From: 11, To: 20, Level: engine.ProofFull}},
				[]engine.Span{{From: 1, To: 20, Level: engine.ProofFull}}},
			{[]engine.Span{{From: 21, To: 30, Level: engine.ProofNone}},
				[]engine.Span{{From: 1, To: 20, Level: engine.ProofFull}, {From: 21, To: 30, Level: engine.ProofNone}}},
			{[]engine.Span{{From: 18, To: 25, Level: engine.ProofEvents}},
				[]engine.Span{{From: 1, To: 17, Level: engine.ProofFull}, {From: 18, To: 25, Level: engine.ProofEvents},
					{From: 26, To: 30, Level: engine.ProofNone}}},
			{[]engine.Span{{From: 0, To: 40, Level: engine.ProofFull}}, []engine.Span{{From: 0, To: 40, Level: engine.ProofFull}}},
			{nil, []engine.Span{{From: 0, To: 40, Level: engine.ProofFull}}},
			{[]engine.Span{{From: 0, To: 1, Level: engine.ProofNone}},
				[]engine.Span{{From: 0, To: 1, Level: engine.ProofNone}, {From: 2, To: 40, Level: engine.ProofFull}}},
		} {
			_, err := commit(s, engine.Commit{Covered: step.add})
			must(t, err)
			if have, err := s.Coverage(ctx); err != nil || !slices.Equal(have, step.want) {
				t.Fatalf("%v, %v; want %v", have, err, step.want)
			}
			verified(t, s)
		}
	})
}

func TestTheWindowIsWhatIsNotFinal(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		s, ctx := open(t, dsn), context.Background()
		block := func(n uint64, branch byte) engine.Header {
			return engine.Header{Number: n, Time: 1_700_000_000 + 12*n, Hash: [32]byte{branch, 31: byte(n)},
				Parent: [32]byte{branch, 31: byte(n - 1)}}
		}
		above := func(n uint64) *uint64 { return &n }
		for i, step := range []struct {
			final uint64
			fork  *uint64
			add   []engine.Header
			want  []engine.Header
		}{
			{10, nil, []engine.Header{block(11, 'a'), block(12, 'a'), block(13, 'a')},
				[]engine.Header{block(11, 'a'), block(12, 'a'), block(13, 'a')}},
			{10, above(11), []engine.Header{block(12, 'b'), block(13, 'b'), block(14, 'b')},
				[]engine.Header{block(11, 'a'), block(12, 'b'), block(13, 'b'), block(14, 'b')}},
			{12, nil, nil, []engine.Header{block(13, 'b'), block(14, 'b')}},
			{12, above(13), nil, []engine.Header{block(13, 'b')}},
			{20, nil, []engine.Header{block(20, 'b'), block(21, 'b')}, []engine.Header{block(21, 'b')}},
			{21, above(20), nil, nil},
		} {
			after := engine.Cursor{Final: block(step.final, 'b'), Head: block(30, 'b')}
			_, err := commit(s, engine.Commit{Cursor: &after, Fork: step.fork, Headers: step.add})
			must(t, err)
			if have, err := s.Window(ctx); err != nil || !slices.Equal(have, step.want) {
				t.Fatalf("step %d: %v, %v; want %v", i, have, err, step.want)
			}
			verified(t, s)
		}
	})
}

func TestInputsComeBackInOrder(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		s, ctx := open(t, dsn), context.Background()
		for c := range 3 {
			var inputs []engine.Taken
			for i := range 90 {
				inputs = append(inputs, taken(fold.InputFact, fmt.Sprintf("\x00\xff fact %d", c*90+i)))
			}
			inputs[5].Payload = nil
			_, err := commit(s, engine.Commit{Inputs: inputs})
			must(t, err)
		}
		if state, err := s.State(ctx); err != nil || state.Inputs != 270 {
			t.Fatalf("%d inputs, %v", state.Inputs, err)
		}
		next := uint64(50)
		for in, err := range s.Inputs(ctx, next) {
			must(t, err)
			want := fmt.Sprintf("\x00\xff fact %d", next-1)
			if (next-1)%90 == 5 {
				want = ""
			}
			if in.Sequence != next || in.Kind != fold.InputFact || string(in.Payload) != want {
				t.Fatalf("input %d is %d %s %q", next, in.Sequence, in.Kind, in.Payload)
			}
			if next == 60 { // whoever reads may write
				if _, err := book(s, purchase(1, noon(0))); err != nil {
					must(t, err)
					continue
				}
			}
			next++
		}
		if next != 271 {
			t.Fatalf("they end at %d", next-1)
		}
		for in, err := range s.Inputs(ctx, 0) { // a reader may stop
			must(t, err)
			if in.Sequence == 2 {
				break
			}
		}
		verified(t, s)
	})
}
