package metrics

import (
	"context"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/view"
)

// collectBooks says what the process knows of the books by heart.
func (m *Metrics) collectBooks(s *sample) {
	m.Engine.View(func(f *fold.Fold, state engine.State) {
		head, final := state.Cursor.Head, state.Cursor.Final
		s.put("block_height", float64(head.Number))
		s.put("final_block_height", float64(final.Number))
		s.put("not_final_seconds", max(state.NotFinal().Seconds(), 0))
		s.put("purchases", float64(f.Sale.Totals.Purchases))
		s.put("nodes", float64(f.Sale.Totals.Nodes))
		s.put("events", float64(f.Events))
		s.put("transactions", float64(state.Ledger.Sequence))
		s.put("pending_blocks", float64(f.Pending()))
		s.put("frozen", one(state.Frozen != nil))
		waits := 0.0
		if head.Time > 0 {
			s.put("lag_seconds", m.Clock.Now().Sub(head.When()).Seconds())
			if due, ok := f.Next(); ok {
				waits = max(head.When().Sub(due.At).Seconds(), 0)
			}
		}
		s.put("job_due_seconds", waits)
	})
	if found := m.Engine.Finding(); found != nil {
		s.put("not_sound", one(found.Difference != ""))
		if found.Difference == "" {
			s.put("verified_seconds", float64(found.Time.Unix()))
		}
	}
	counts := m.Engine.Counts()
	s.put("reorganisations_total", float64(counts.Reorganisations))
	s.put("reorganised_blocks_total", float64(counts.Replaced))
	s.put("reorganisation_deepest_blocks", float64(counts.Deepest))
	s.put("jobs_run_total", float64(counts.JobsRun))
	s.put("jobs_failed_total", float64(counts.JobsFailed))
}

// collectPayouts says how payout runs stand. Every state is there, so that what is zero is known to be.
func (m *Metrics) collectPayouts(s *sample) {
	states := map[payout.State]int{payout.Draft: 0, payout.Proposed: 0, payout.Approved: 0, payout.Exported: 0, payout.Settled: 0,
		payout.Cancelled: 0}
	exceptions := map[payout.Problem]int{}
	for _, kind := range payout.Problems() {
		exceptions[kind] = 0
	}
	m.Engine.Payouts(func(b *payout.Book) {
		for _, run := range b.Runs() {
			states[run.State]++
		}
		for _, e := range b.Exceptions() {
			if e.Closed.IsZero() {
				exceptions[e.Problem]++
			}
		}
	})
	for state, n := range states {
		s.put("payout_runs", float64(n), string(state))
	}
	for kind, n := range exceptions {
		s.put("payout_exceptions", float64(n), string(kind))
	}
}

// collectProven says how the books were proven, which the database knows.
func (m *Metrics) collectProven(ctx context.Context, s *sample) {
	of, err := view.Now(ctx, m.Engine)
	var covered view.Covered
	if err == nil {
		covered, err = view.CoveredBy(ctx, m.Engine.Reader())
	}
	s.put("database_up", one(err == nil))
	if err != nil {
		m.Log.Warn("the proof level could not be read", "error", err)
		return
	}
	for level, blocks := range covered {
		s.put("covered_blocks", float64(blocks), string(level))
	}
	if of.Begun {
		s.put("proof_level", 1, string(of.Proof))
	}
	if of.Finality != "" {
		s.put("finality_level", 1, string(of.Finality))
	}
}
