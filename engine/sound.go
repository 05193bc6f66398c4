package engine

import (
	"time"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/problem"
)

// Finding is what the last verification of books found.
type Finding struct {
	Time       time.Time
	Difference string // empty: none
}

// Found takes note of what a verification found. While that is a difference, no run is prepared, proposed, approved or exported, and no
// month is closed.
func (e *Engine) Found(f Finding) { e.finding.Store(&f) }

// Finding is what the last verification found; nil when there was none.
func (e *Engine) Finding() *Finding { return e.finding.Load() }

// Sound refuses to pay from books that were found not to be sound.
func (e *Engine) Sound() error {
	f := e.finding.Load()
	if f == nil || f.Difference == "" {
		return nil
	}
	return problem.New(problem.Unavailable, problem.NotSound,
		"the books were not sound on %s: %s; nothing is paid from them: restore a backup, "+
			"or rebuild them, and run `nodeledger ledger verify`", f.Time.UTC().Format("2006-01-02 15:04:05 UTC"), f.Difference)
}

// soundFor is Sound for a fact that decides about money.
func (e *Engine) soundFor(fact *fold.Fact) error {
	if pays, err := fact.Pays(); err != nil || !pays {
		return err
	}
	return e.Sound()
}
