package view

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
)

// AsOf is how fresh an answer is and how well it is proven.
type AsOf struct {
	Block uint64    // the last block that is booked
	Time  time.Time // when that block was made, UTC
	Final uint64    // the last block that is booked as final
	Proof engine.Proof
	// Finality is on whose word the final blocks are final; empty where no chain is asked.
	Finality engine.Finality
	Begun    bool // false: nothing is booked yet, and the other fields are empty
}

// Now is the freshness of the books after their last commit. Nobody is kept from writing while the database is asked for it.
func Now(ctx context.Context, e *engine.Engine) (AsOf, error) {
	var now engine.State
	e.View(func(_ *fold.Fold, s engine.State) { now = s })
	return Of(ctx, e.Reader(), now)
}

// Of is the freshness of a state of the books.
func Of(ctx context.Context, from engine.Reader, s engine.State) (AsOf, error) {
	a := At(s)
	return a, a.Prove(ctx, from)
}

// At is Of without the level of proof, for which the database is asked: whoever holds the books up does that later, with Prove.
func At(s engine.State) AsOf {
	if s.Cursor.Head.Hash == (common.Hash{}) {
		return AsOf{}
	}
	return AsOf{Block: s.Cursor.Head.Number, Time: s.Cursor.Head.When(), Final: s.Cursor.Final.Number, Finality: s.Finality, Begun: true}
}

// Prove adds the level of proof, where something is booked.
func (a *AsOf) Prove(ctx context.Context, from engine.Reader) error {
	if !a.Begun {
		return nil
	}
	spans, err := from.Coverage(ctx)
	for _, span := range spans {
		a.Proof = a.Proof.Weaker(span.Level)
	}
	return err
}

// Covered is how many blocks were proven to each level.
type Covered map[engine.Proof]uint64

// CoveredBy counts the blocks of the books.
func CoveredBy(ctx context.Context, from engine.Reader) (Covered, error) {
	spans, err := from.Coverage(ctx)
	blocks := Covered{}
	for _, span := range spans {
		blocks[span.Level] += span.To - span.From + 1
	}
	return blocks, err
}

// String lists the levels, such as "6 events, 70 full".
func (c Covered) String() string {
	var parts []string
	for _, level := range slices.Sorted(maps.Keys(c)) {
		parts = append(parts, fmt.Sprintf("%d %s", c[level], level))
	}
	return strings.Join(parts, ", ")
}
