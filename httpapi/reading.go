package httpapi

import (
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/holder"
	"github.com/nodeledger/nodeledger/view/period"
	"github.com/nodeledger/nodeledger/view/statement"
)

// reading is what the handlers keep between requests, all of it made of the books and bounded.
type reading struct {
	epochs  *period.Epochs
	sources *view.Sources
	codes   *holder.Codes
	roster  *holder.Roster
	prices  statement.Prices
}

// maxFiles is how many files are sent at once: a large epoch stays in memory as long as its file is sent.
const maxFiles = 4

func newReading(o *Options) reading {
	epochs := period.NewEpochs(o.Engine)
	return reading{
		epochs: epochs, sources: view.NewSources(o.Engine, epochs.UnlockedAt), codes: holder.NewCodes(o.Engine), roster: holder.NewRoster(o.Engine),
		prices: o.Prices,
	}
}

// signed is a number of base units that may be below zero.
func signed(asset money.Asset, units *big.Int) Amount {
	whole := decimal.NewFromBigInt(units, -int32(asset.Decimals()))
	return Amount{asset.Symbol(), units.String(), int(asset.Decimals()), whole.String() + " " + asset.Symbol()}
}

// some is an amount, or nothing where the program has no such asset.
func some(a money.Amount) *Amount {
	if a.Asset().IsZero() {
		return nil
	}
	out := amount(a)
	return &out
}

// Link is the fact that an entry comes from: a log, a slot of a job, or what an operator recorded.
type Link struct {
	Origin    string  `json:"origin" doc:"evm: a log; job: a slot of the schedule; op: a fact that an operator recorded" enum:"evm,job,op"`
	Chain     uint64  `json:"chain,omitempty"`
	Block     uint64  `json:"block,omitempty"`
	TxHash    string  `json:"tx_hash,omitempty"`
	LogIndex  *uint32 `json:"log_index,omitempty"`
	Job       string  `json:"job,omitempty"`
	Slot      string  `json:"slot,omitempty"`
	Operator  string  `json:"operator,omitempty"`
	Reference string  `json:"reference,omitempty" doc:"What the operator called it"`
}

func link(s *ledger.Source) Link {
	out := Link{Origin: string(s.Origin)}
	switch s.Origin {
	case ledger.FromChain:
		index := s.LogIndex
		out.Chain, out.Block, out.TxHash, out.LogIndex = s.Chain, s.BlockNumber, s.TxHash.String(), &index
	case ledger.FromJob:
		out.Job, out.Slot = s.Name, s.Reference
	default:
		out.Operator, out.Reference = s.Name, s.Reference
	}
	return out
}
