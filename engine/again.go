package engine

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"golang.org/x/sync/errgroup"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/program"
)

// ProveAgain proves the chain's final blocks again, from the first one of the books or the one after from, and compares them with the
// inputs: each block with something of the sale is among them as it is, and nothing else; each final header is on the chain, and so is
// what wallets held when they were taken in. So nobody added something to the books that did not happen, nor moved them past something
// that did. It takes as long as a sync of these blocks. reached is called as it goes on, and may be nil.
//
// A difference is a *ledger.Difference. Blocks past the chain's last final one are not compared; later says that there are some. Any other
// error is one of a chain that does not answer.
func ProveAgain(ctx context.Context, chain Chain, books Reader, from Fetched, reached func(Fetched)) (later string, err error) {
	return new(again).goOn(ctx, chain, books, from, reached)
}

// goOn is ProveAgain from where the run before ended, if that found nothing and left nothing for later: what it knows of the inputs up to
// there it knows.
func (a *again) goOn(ctx context.Context, chain Chain, books Reader, from Fetched, reached func(Fetched)) (later string, err error) {
	a.chain, a.from, a.reached, a.later = chain, from, reached, ""
	if a.to, err = books.State(ctx); err != nil {
		return "", err
	}
	if a.read > 0 && a.read == from.Inputs && a.digest != from.Digest {
		return ProveAgain(ctx, chain, books, Fetched{}, reached)
	}
	if final, err := chain.Finalized(ctx); err != nil {
		return "", err
	} else if a.most = final.Number; a.to.Cursor.Final.Number > a.most {
		later = fmt.Sprintf("the books are final to block %d, and the last final block of the node is %d", a.to.Cursor.Final.Number, a.most)
	}
	if a.read > 0 {
		a.pending = slices.DeleteFunc(a.pending, func(b toProve) bool { return from.has(b.number) })
		if err := a.ground(ctx); err != nil {
			return "", err
		}
	}
	for in, err := range books.Inputs(ctx, a.read+1) {
		if err == nil && (in.Sequence > a.to.Inputs || a.beyond) {
			break
		}
		if err == nil {
			err = a.take(ctx, &in)
		}
		if err != nil {
			return "", err
		}
		if a.read == from.Inputs && a.digest != from.Digest {
			return ProveAgain(ctx, chain, books, Fetched{}, reached) // other inputs were compared then
		}
	}
	if err := a.upTo(ctx, a.to.Cursor.Final); err != nil {
		return "", err
	}
	for i := range a.pending {
		if b := &a.pending[i]; !a.beyond && (b.number <= a.to.Cursor.Final.Number || b.number > a.to.Cursor.Head.Number) {
			return "", ledger.Differs("input", b.input, "block %d is not final, and the books are final to block %d and go to block %d", b.number,
				a.to.Cursor.Final.Number, a.to.Cursor.Head.Number)
		}
	}
	later = cmp.Or(later, a.later)
	if a.reached != nil && later == "" {
		a.reached(Fetched{a.to.Inputs, a.to.Cursor.Final.Number, a.to.Cursor.Final.Hash, a.digest})
	}
	return later, nil
}

// farApart is after how many blocks it is kept that they were compared.
const farApart = 10_000

// again is one run of ProveAgain, or several.
type again struct {
	chain   Chain
	from    Fetched
	to      State
	most    uint64 // the last final block of the chain
	later   string // what of contracts' words cannot be asked yet
	reached func(Fetched)

	texts    fold.Trail
	digest   ledger.Hash        // of what was read that is said to come from the chain
	watched  *program.Program   // the text by which the next blocks were fetched, see [fold.Fetching]
	final    Header             // the last one that was recorded
	at       Header             // everything up to here agrees
	read     uint64             // the input that was read last
	beyond   bool               // what comes next is past the last final block of the chain
	first    map[fold.Pair]bool // of the first text, before the first block
	unopened map[fold.Pair]bool // that later texts added, until it is said what they hold
	known    map[fold.Pair]bool // of which it is said
	begun    bool               // there was a block
	pending  []toProve          // that were not final
	wanted   []toProve          // that the chain must have, in order
	weight   int                // of what waits to be compared
	headers  []RecordedHeader   // that the chain must have
	places   []instantPlace     // that jobs and months name
}

func (a *again) take(ctx context.Context, in *fold.Input) error {
	a.read, a.digest = in.Sequence, fold.NextDigest(a.digest, in)
	where := fmt.Sprintf("sequence %d", in.Sequence)
	added := in.Sequence > a.from.Inputs
	changed, err := a.texts.Take(in)
	switch {
	case err != nil:
		return ledger.Differs("input", where, "%v", err)
	case a.texts.InForce == nil: // the fold takes no such input, so somebody put it there since
		return ledger.Differs("input", where, "no text of the program is in force after it")
	case changed && a.watched == nil:
		a.watched, a.first = a.texts.InForce, fold.PairsOf(a.texts.InForce)
		a.unopened, a.known = map[fold.Pair]bool{}, map[fold.Pair]bool{}
		return a.ground(ctx)
	case changed:
		if err := a.changed(ctx); err != nil {
			return err
		}
	}
	if added && in.Kind == fold.InputFact {
		if err := a.words(ctx, in); err != nil {
			return err
		}
	}
	b, err := in.Block()
	if err != nil {
		return ledger.Differs("input", where, "%v", err)
	}
	if b != nil {
		if err := a.begin(ctx); err != nil {
			return err
		}
		if a.from.has(b.Header.Number) {
			if added {
				return ledger.Differs("input", where, "block %d was added to the books after all up to block %d was fetched", b.Header.Number,
					a.from.Block)
			}
		} else {
			a.pending = append(a.pending, toProve{where, b.Header.Number, *in})
			a.weight += 1 + len(b.Facts.Logs)
		}
	}
	return a.takeRest(ctx, in, where, added)
}

// takeRest is take of what is no block alone.
func (a *again) takeRest(ctx context.Context, in *fold.Input, where string, added bool) error {
	if number, ok, err := in.Dropped(); err != nil {
		return ledger.Differs("input", where, "%v", err)
	} else if ok {
		for len(a.pending) > 0 && a.pending[len(a.pending)-1].number > number {
			a.pending = a.pending[:len(a.pending)-1]
		}
		return nil
	}
	o, err := in.Opening()
	if err != nil {
		return ledger.Differs("input", where, "%v", err)
	}
	if o != nil {
		return a.opening(ctx, o, where, added)
	}
	w, err := in.Window()
	if err != nil {
		return ledger.Differs("input", where, "%v", err)
	}
	if w != nil && added {
		a.window(w, where)
	}
	h, ok, err := in.Final()
	if err != nil {
		return ledger.Differs("input", where, "%v", err)
	}
	if !ok {
		return nil
	}
	if err := a.begin(ctx); err != nil {
		return err
	}
	if final := a.to.Cursor.Final.Number; h.Number > final {
		return ledger.Differs("input", where, "block %d is said to be final, and the books are final to block %d", h.Number, final)
	}
	if added && a.from.has(h.Number+1) {
		return ledger.Differs("input", where, "block %d was said to be final after all up to block %d was fetched", h.Number, a.from.Block)
	}
	a.final = h
	n := 0
	for ; n < len(a.pending) && a.pending[n].number <= h.Number; n++ {
		a.wanted = append(a.wanted, a.pending[n])
	}
	a.pending = append([]toProve(nil), a.pending[n:]...)
	if in.Kind == fold.InputFinal && added {
		a.headers = append(a.headers, RecordedHeader{"input " + fmt.Sprint(in.Sequence), h})
	}
	if a.weight+len(a.headers)+len(a.places) < commitEvents && h.Number-min(h.Number, a.at.Number) < farApart {
		return nil
	}
	err = a.upTo(ctx, h)
	if err == nil && !a.beyond && a.reached != nil && a.later == "" && a.at.Number == h.Number {
		a.reached(Fetched{a.read, h.Number, h.Hash, a.digest})
	}
	return err
}

// ground is where the first block to prove follows.
func (a *again) ground(ctx context.Context) (err error) {
	start := a.watched.Chain.StartBlock
	switch {
	case a.from.Hash != (common.Hash{}):
		a.at = Header{Number: a.from.Block, Hash: a.from.Hash}
	case start == 0:
		a.at = Header{Number: ^uint64(0)}
	case a.to.Cursor.Final.Hash == (common.Hash{}) || start-1 > a.most: // nothing is booked, or nothing can be compared
		a.at = Header{Number: start - 1}
	default:
		a.at, err = a.chain.FinalAt(ctx, start-1)
	}
	return err
}

// begin is where the first block is, or the first final header.
func (a *again) begin(ctx context.Context) error {
	if a.begun {
		return nil
	}
	a.begun = true
	return a.heldNothing(ctx)
}

// upTo proves the chain up to a header and compares it with what is wanted.
func (a *again) upTo(ctx context.Context, to Header) error {
	if to.Hash == (common.Hash{}) {
		return nil // nothing is booked
	}
	if err := a.chain.Watch(a.watched); err != nil {
		return err
	}
	known := a.at // which the books name; what a stretch ends at, in between, is the word of one endpoint
	for end := min(to.Number, a.most); a.at.Number+1 <= end; {
		stretch, err := a.chain.Prove(ctx, a.at, end, true)
		if errors.Is(err, ErrForked) {
			difference := ledger.Differs("input", fmt.Sprintf("final block %d", a.at.Number), "it is not on the chain: %v", err)
			if a.at != known {
				difference = fmt.Errorf("after what was proven up to %s: %w: try again later", a.at, err)
			}
			return a.unless(ctx, a.at, true, difference)
		}
		if err != nil {
			return err
		}
		if err := a.compare(&stretch); err != nil {
			return a.unless(ctx, stretch.Last, false, err)
		}
		a.at = stretch.Last
	}
	if a.at.Number == to.Number && to.Number <= a.most {
		if err := a.endsIn(ctx, to); err != nil {
			return err
		}
	}
	if len(a.wanted) > 0 && a.wanted[0].number+1 <= a.at.Number+1 { // of a chain from block 0 on nothing may be proven yet
		return ledger.Differs("input", a.wanted[0].input, "block %d comes after all up to block %d", a.wanted[0].number, a.at.Number)
	}
	if to.Number > a.most {
		a.beyond = true
		a.places = slices.DeleteFunc(a.places, func(p instantPlace) bool { return p.number >= a.most })
		_, err := a.named(ctx)
		return err
	}
	later, err := a.named(ctx)
	if err == nil && later != "" { // the last final block of the chain is an older one than before
		err = fmt.Errorf("%s, which had more before: try again later", later)
	}
	return err
}

// named compares the blocks that inputs name with those of the chain; later says that there are some that it has not yet.
func (a *again) named(ctx context.Context) (later string, err error) {
	headers, places := a.headers, a.places
	a.headers, a.places, a.weight = nil, nil, 0
	differs, later, err := AskFinals(ctx, a.chain, headers)
	if err == nil && differs != "" {
		err = ledger.Differs("input", "final blocks", "%s", differs)
	}
	if err != nil {
		return "", err
	}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(headersAsked)
	for i := range places {
		group.Go(func() error { return a.isLastBefore(ctx, &places[i]) })
	}
	return later, group.Wait()
}

// compare compares blocks of the chain with those that are wanted of the same stretch.
func (a *again) compare(stretch *Proven) error {
	for i := range stretch.Blocks {
		b := &stretch.Blocks[i]
		if len(a.wanted) == 0 || a.wanted[0].number > b.Header.Number {
			return ledger.Differs("input", fmt.Sprintf("block %d", b.Header.Number), "the books, which are final to block %d, have nothing "+
				"of it; logs on the chain that concern them: %d", a.to.Cursor.Final.Number, len(b.Facts.Logs))
		}
		want := &a.wanted[0]
		if want.number < b.Header.Number {
			break
		}
		if again := fold.BlockInput(want.Kind, b.Header.Parent, &b.Facts); !bytes.Equal(again.Payload, want.Payload) {
			return ledger.Differs("input", want.input, "block %d is not what it is on the chain, where it is %s; logs there that concern the "+
				"books: %d", want.number, b.Header.Hash, len(b.Facts.Logs))
		}
		a.wanted = a.wanted[1:]
	}
	if len(a.wanted) > 0 && a.wanted[0].number <= stretch.Last.Number {
		return ledger.Differs("input", a.wanted[0].input, "on the chain nothing in block %d concerns the books", a.wanted[0].number)
	}
	return nil
}
