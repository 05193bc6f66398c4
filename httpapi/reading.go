package httpapi

import (
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/httpapi/limits"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/holder"
	"github.com/nodeledger/nodeledger/view/period"
	"github.com/nodeledger/nodeledger/view/statement"
)

// reading is what the handlers keep between requests, all of it made of the books and bounded.
type reading struct {
	epochs   *period.Epochs
	sources  *view.Sources
	codes    *holder.Codes
	roster   *holder.Roster
	fairness *view.Fairnesses
	prices   statement.Prices
}

// books is the present state of the books.
func (a *api) books() (v limits.Version) {
	a.engine.View(func(_ *fold.Fold, s engine.State) {
		v = limits.Version{Position: s.Position, Ledger: s.Ledger.Hash, Frozen: s.Frozen != nil}
	})
	return v
}

// maxFiles is how many files are sent at once: a large epoch stays in memory as long as its file is sent.
const maxFiles = 4

func newReading(o *Options) reading {
	epochs := period.NewEpochs(o.Engine)
	return reading{
		epochs: epochs, sources: view.NewSources(o.Engine, epochs.UnlockedAt), codes: holder.NewCodes(o.Engine),
		roster: holder.NewRoster(o.Engine), fairness: view.NewFairnesses(o.Engine), prices: o.Prices,
	}
}
