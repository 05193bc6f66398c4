package httpapi

import (
	"context"
	"math/big"
	"net/http"
	"reflect"
	"slices"
	"strconv"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/shopspring/decimal"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/view"
)

// reading is what the handlers keep between requests, all of it made of the books and bounded.
type reading struct {
	epochs  *view.Epochs
	sources *view.Sources
	codes   *view.Codes
	roster  *view.Roster
	prices  view.Prices
	files   chan struct{} // a token for each epoch's file that is being sent
}

// maxFiles is how many files of epochs are sent at once: a large epoch stays in memory as long as its file is sent.
const maxFiles = 4

func newReading(o *Options) reading {
	epochs := view.NewEpochs(o.Engine)
	return reading{
		epochs: epochs, sources: view.NewSources(o.Engine, epochs), codes: view.NewCodes(o.Engine), roster: view.NewRoster(o.Engine),
		prices: o.Prices, files: make(chan struct{}, maxFiles),
	}
}

// registerRewards adds the operations about rewards.
func (a *api) registerRewards(h huma.API) {
	get(h, a, "generation", "/api/v1/readiness", "How far the sale and the points are, and when they would be complete", a.generation, http.StatusConflict)
	get(h, a, "epochs", "/api/v1/epochs", "Closed epochs, the newest first", a.listEpochs)
	get(h, a, "epoch", "/api/v1/epochs/{job}/{slot}", "One closed epoch with its pools", a.epoch, http.StatusNotFound)
	get(h, a, "epoch-holder", "/api/v1/epochs/{job}/{slot}/holders/{wallet}", "How one wallet's number in an epoch came about", a.epochHolder, http.StatusNotFound)
	a.registerFile(h)
	for route, answer := range map[string]time.Duration{"": computing, "/holders/:wallet": computing, "/file": sending} {
		a.bounds[http.MethodGet+" /api/v1/epochs/:job/:slot"+route] = bounds{answer: answer}
	}
	get(h, a, "tokens", "/api/v1/holders/{wallet}/tokens", "Points and tokens of a wallet, its grants, and when what is locked unlocks", a.tokens)
	get(h, a, "referrals", "/api/v1/holders/{wallet}/referrals", "The codes of a wallet, and what every purchase with them earned", a.referrals)
	a.registerStatement(h)
}

// raw registers a reading operation that writes its answer itself. ok says what it answers when it has one.
func raw[I any](h huma.API, a *api, id, path, summary string, ok map[string]*huma.Response, handler func(context.Context, *I) (*huma.StreamResponse, error), extra ...int) {
	problem := h.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[Problem](), true, "Problem")
	for _, status := range append(slices.Clone(extra), http.StatusUnprocessableEntity, http.StatusInternalServerError) {
		ok[strconv.Itoa(status)] = &huma.Response{
			Description: http.StatusText(status), Content: map[string]*huma.MediaType{"application/problem+json": {Schema: problem}},
		}
	}
	op := huma.Operation{OperationID: id, Method: http.MethodGet, Path: path, Summary: summary, Responses: ok}
	huma.Register(h, op, func(ctx context.Context, in *I) (*huma.StreamResponse, error) {
		out, err := handler(ctx, in)
		if err != nil {
			return nil, a.problem(ctx, err)
		}
		return out, nil
	})
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
