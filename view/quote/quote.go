package quote

import (
	"context"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/referral"
	"github.com/nodeledger/nodeledger/sale"
	"github.com/nodeledger/nodeledger/view"
)

// Request is what somebody would like to buy.
type Request struct {
	Quantity uint64
	Wallet   ledger.Wallet // the zero wallet is somebody who has bought nothing yet
	Code     string        // empty: none
}

// Quote is a price and the transaction that pays it.
type Quote struct {
	sale.Quote
	Code        string
	Transaction *Transaction // nil when the contract's purchase call is not known
	AsOf        *view.AsOf   // nil: the prices are those of the program file, nothing sold
	Unchecked   bool         // there was nothing to check the code against
}

// maxCode is the longest referral code that is looked at, in bytes.
const maxCode = 128

// ParseQuantity reads a number of nodes in plain digits.
func ParseQuantity(text string) (uint64, error) {
	if text == "" || len(text) > 78 || strings.Trim(text, "0123456789") != "" {
		if len(text) > 40 {
			text = text[:40] + "..."
		}
		return 0, problem.Invalidf("quantity %q is not a whole number: write plain digits, such as 5", text)
	}
	n, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		return 0, problem.New(problem.Conflict, problem.NotEnough, "%s nodes are more than any sale has: ask for fewer", text)
	}
	if n == 0 {
		return 0, sale.ErrZeroNodes
	}
	return n, nil
}

// FromBooks quotes at the present state of the books.
func FromBooks(ctx context.Context, e *engine.Engine, r Request) (q Quote, err error) {
	var fresh view.AsOf
	e.View(func(f *fold.Fold, s engine.State) {
		fresh = view.At(s)
		q, err = price(e.Program(), f.Sale, &f.Codes, true, r)
	})
	if err == nil {
		q.AsOf, err = &fresh, fresh.Prove(ctx, e.Reader())
	}
	return q, err
}

// FromProgram quotes from the program file alone, as if nothing were sold. now chooses among its dated settings.
func FromProgram(p *program.Program, now time.Time, r Request) (Quote, error) {
	moment := program.Moment{Block: math.MaxUint64, Time: now}
	state := sale.NewState(p)
	state.At(moment)
	codes := programCodes(p, moment)
	return price(p, state, &codes, len(p.Sale.Codes) > 0, r)
}

// programCodes are the referral codes that the program file has at a moment.
func programCodes(p *program.Program, m program.Moment) (codes referral.Registry) {
	for _, c := range p.Sale.Codes {
		if c.From.Begun(m) {
			codes.Set(c.Code, ledger.Wallet(c.Wallet), c.Active)
		}
	}
	return codes
}

func price(p *program.Program, state *sale.State, codes *referral.Registry, known bool, r Request) (q Quote, err error) {
	if len(state.Ladder.Rungs) == 0 {
		return q, problem.New(problem.Conflict, problem.NoLadder,
			"no tiers are known: they come from the chain, so run `nodeledger sync` first, or write them into the program file (sale.tiers)")
	}
	q.Code = r.Code
	switch {
	case r.Code == "":
	case !known:
		q.Unchecked = true
	default:
		if err := checkCode(p, codes, r); err != nil {
			return q, err
		}
	}
	if q.Quote, err = state.Quote(r.Wallet, r.Quantity, r.Code); err != nil {
		return q, err
	}
	if p.Sale.Adapter == program.NodeSale && !state.First && r.Quantity > mostAtOnce {
		return q, problem.New(problem.Conflict, problem.NotEnough,
			"%d nodes are asked for, and one purchase is of at most %d nodes: ask for that many, and buy the others in further purchases",
			r.Quantity, uint64(mostAtOnce))
	}
	if !state.Vouchers && !state.Paused { // no transaction that would not go through
		q.Transaction, err = purchase(p, state.First, q.Quantity, r.Code, q.Paid)
	}
	return q, err
}

func checkCode(p *program.Program, codes *referral.Registry, r Request) error {
	if len(r.Code) > maxCode {
		return problem.New(problem.Conflict, problem.UnknownCode, "the referral code has %d bytes, none is longer than %d: leave it out",
			len(r.Code), maxCode)
	}
	owner, live := codes.Live(r.Code)
	if !live {
		if meant, ok := codes.NearMiss(r.Code); ok {
			unknown := problem.New(problem.Conflict, problem.UnknownCode, "the referral code %q is not registered: did you mean %q?", r.Code,
				meant)
			unknown.DidYouMean = meant
			return unknown
		}
		return problem.New(problem.Conflict, problem.UnknownCode,
			"the referral code %q is not registered: check the spelling, or leave the code out", r.Code)
	}
	refuses := p.Sale.Adapter == program.NodeSale || p.Referral.SelfRefuse
	if refuses && owner == r.Wallet && r.Wallet != (ledger.Wallet{}) {
		return problem.New(problem.Conflict, problem.SelfReferral, "the referral code %q is the buyer's own: use another one, or none", r.Code)
	}
	return nil
}
