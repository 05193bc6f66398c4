package engine

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"golang.org/x/sync/errgroup"

	"github.com/nodeledger/nodeledger/ledger"
)

// Finality is on whose word the books' final blocks are final, best first.
type Finality string

// The levels of finality. A chain that does not say is at the empty one.
const (
	// FinalityConsensus: two thirds of a sync committee signed the block or one above it, to which parent hashes lead.
	FinalityConsensus Finality = "consensus"
	// FinalityAgreed: several endpoints have it where they call the chain final.
	FinalityAgreed Finality = "agreed"
	// FinalityTold: one endpoint says so.
	FinalityTold Finality = "told"
)

// Assuring is a [Chain] that says on whose word a block is final that it called final.
type Assuring interface{ FinalityOf(h Header) Finality }

// levels are all levels, the best first.
var levels = []Finality{FinalityConsensus, FinalityAgreed, FinalityTold}

// Assured is, by level, the newest final block of books of which anybody's word at that level was had. Blocks before it follow from its
// parent hashes, where they are linked: they are at that level, too.
type Assured map[Finality]AssuredBlock

// AssuredBlock is a final block.
type AssuredBlock struct {
	Block uint64      `json:"block"`
	Hash  common.Hash `json:"hash"`
}

// Stretch is blocks whose finality is on one word.
type Stretch struct {
	From, To uint64
	Level    Finality
}

// Stretches are the blocks from one to a last one by the best word that was had of them, in order. Those of which none was are left out.
func (a Assured) Stretches(from, last uint64) (list []Stretch) {
	for _, level := range levels {
		if to := min(a[level].Block, last); a[level] != (AssuredBlock{}) && to >= from {
			list, from = append(list, Stretch{from, to, level}), to+1
		}
	}
	return list
}

// take takes over words that are of later blocks.
func (a Assured) take(other Assured) {
	for level, to := range other {
		if to.Block >= a[level].Block {
			a[level] = to
		}
	}
}

// KnowsAssured says what words were had before this process, as it was kept outside of the books.
func (e *Engine) KnowsAssured(before Assured) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.assured.take(before)
}

// Assured is what words were had of the books' final blocks, by this process or as it was kept.
func (e *Engine) Assured() Assured {
	e.mu.Lock()
	defer e.mu.Unlock()
	if level, final := e.finality(), e.state.Cursor.Final; level != "" {
		e.assured.take(Assured{level: {final.Number, final.Hash}})
	}
	return maps.Clone(e.assured)
}

// finality is on whose word the last final block of the books is final: the best that was had of it. Whoever calls it holds mu.
func (e *Engine) finality() Finality {
	final := e.state.Cursor.Final
	by, ok := e.chain.(Assuring)
	if !ok || final.Hash == (common.Hash{}) {
		return ""
	}
	now := by.FinalityOf(final)
	for _, level := range levels {
		if level == now || e.assured[level] == (AssuredBlock{final.Number, final.Hash}) {
			return level
		}
	}
	return now
}

// RecordedHeader is a final block that books stand on, and where in them it is.
type RecordedHeader struct {
	Where string
	Header
}

// FinalHeaders are the headers of final blocks among the inputs of books, in order, and the one of the head's row.
func FinalHeaders(ctx context.Context, books Reader) (headers []RecordedHeader, err error) {
	at, err := books.State(ctx)
	if err != nil {
		return nil, err
	}
	for in, err := range books.Inputs(ctx, 1) {
		if err != nil {
			return nil, err
		}
		h, ok, err := in.Final()
		if err != nil {
			return nil, ledger.Differs("input", fmt.Sprintf("sequence %d", in.Sequence), "%v", err)
		}
		if ok {
			headers = append(headers, RecordedHeader{fmt.Sprintf("input %d", in.Sequence), h})
		}
	}
	if h := at.Cursor.Final; h.Hash != (common.Hash{}) { // otherwise nothing is booked yet
		headers = append(headers, RecordedHeader{"the last final block", h})
	}
	return headers, nil
}

// headersAsked is how many headers a chain is asked for at once.
const headersAsked = 8

// AskFinals asks a chain for final blocks that books stand on, and says which is the first that it has not; empty: it has them all. What is
// past the last final block of the chain, whose nodes may lag, is not asked for; later says so. The error is one of a chain that does not
// answer.
func AskFinals(ctx context.Context, chain Chain, headers []RecordedHeader) (differs, later string, err error) {
	final, err := chain.Finalized(ctx)
	if err != nil {
		return "", "", err
	}
	said := make([]string, len(headers))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(headersAsked)
	for i := range headers {
		h := &headers[i]
		if h.Number > final.Number {
			if later == "" {
				later = fmt.Sprintf("%s: %s is past the last final block of the node, %d", h.Where, h.Header, final.Number)
			}
			continue
		}
		group.Go(func() error {
			now, err := chain.FinalAt(ctx, h.Number)
			if err != nil {
				return err
			}
			if now != h.Header {
				said[i] = fmt.Sprintf("%s: %s after %s is not on the chain, where it is %s after %s", h.Where, h.Header, h.Parent, now, now.Parent)
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return "", "", err
	}
	for _, text := range said {
		if text != "" {
			return text, later, nil
		}
	}
	return "", later, nil
}

// endsIn compares the end of what was proven with a final block of the books: the block must be the one that all endpoints have there, and
// what one of them proved must lead to it.
func (a *again) endsIn(ctx context.Context, to Header) error {
	now, err := a.chain.FinalAt(ctx, to.Number)
	switch {
	case err != nil:
		return err
	case now.Hash != to.Hash:
		return ledger.Differs("input", fmt.Sprintf("final block %d", to.Number), "%s is not on the chain, where it is %s", to, now)
	case a.at.Hash != now.Hash:
		return fmt.Errorf("block %d was said to be another one than all nodes say now, %s: try again later", to.Number, now)
	}
	return nil
}

// unless is a difference that stands on a block being on the chain, or gone from it, once every endpoint says so. Otherwise the one that
// was asked erred.
func (a *again) unless(ctx context.Context, h Header, gone bool, difference error) error {
	now, err := a.chain.FinalAt(ctx, h.Number)
	if err == nil && (now.Hash == h.Hash) == gone {
		err = fmt.Errorf("block %d was said to be another one than all nodes say now, %s: try again later", h.Number, now)
	}
	return cmp.Or(err, difference)
}

// NotFinal is how much older the last final block of the books is than their newest one.
func (s *State) NotFinal() time.Duration {
	if s.Cursor.Final.Time == 0 {
		return 0
	}
	return s.Cursor.Head.When().Sub(s.Cursor.Final.When())
}
