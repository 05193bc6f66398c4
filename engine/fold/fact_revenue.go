package fold

import (
	"context"
	"math"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
)

// RevenueRow is what a source earned as an operator writes it, in the currency of the program's revenue, at an instant. An amount
// that begins with a minus is revenue that was returned, such as a refund.
type RevenueRow struct {
	Source string    `json:"source"` // "dapp", "fiat"
	Amount string    `json:"amount"`
	At     time.Time `json:"at"`
	Note   string    `json:"note,omitempty"`
	// Cost says that it is no earning but what the source cost, such as a fee; with a minus it was given back.
	Cost bool `json:"cost,omitempty"`
	// Late says that its instant is in a month that was closed, so that it is booked when it is recorded, with a note of its own date.
	Late bool `json:"late,omitempty"`
}

// revenueEntry: what a source earned, or what was returned of it. It may not be dated in the future, nor in a month that is closed unless
// it is late. What is
// returned is never refused because too little came: the funds go below zero, and the next months pay it off first.
var revenueEntry = entry[RevenueRow]{
	scope: always[RevenueRow](operator.Record), once: true,
	check: func(_ context.Context, p *Proposal, row *RevenueRow) error {
		if p.fold.program.Revenue == nil {
			return p.fold.program.Lacks("revenue")
		}
		if err := p.fold.program.Revenue.CheckSource(row.Source); err != nil {
			return err
		}
		if amount, returned, err := revenueAmount(p.fold.program, row); err == nil && !returned && !row.Cost {
			if err := p.fold.checkUnproven(Revenue, p.fact.Reference, amount, money.Amount{}); err != nil {
				return err
			}
		}
		return p.fold.checkRevenueInstant(row, p.fact.When())
	},
	draft: func(_ context.Context, p *Proposal, row *RevenueRow) ([]ledger.Draft, error) {
		program, b := p.fold.program, p.booking()
		if program.Revenue == nil {
			return nil, program.Lacks("revenue")
		}
		amount, returned, err := revenueAmount(program, row)
		if err != nil {
			return nil, err
		}
		at, note := row.At.UTC(), row.Note
		if row.Late {
			at, note = p.fact.When(), strings.TrimPrefix(note+"; dated "+at.Format(time.RFC3339)+", in a month that was closed", "; ")
		}
		moment := revenueMoment(at)
		b.At, b.Rule = at, p.fold.versions.At(moment)
		d, err := rewards.BookRevenue(program, moment, b,
			rewards.Revenue{Source: row.Source, Amount: amount, Cost: row.Cost, Returned: returned, Note: note})
		return []ledger.Draft{d}, problem.As(problem.Invalid, "", err)
	},
	apply: func(p *Proposal, row *RevenueRow, _ *ledger.Draft) error {
		amount, returned, err := revenueAmount(p.fold.program, row)
		if err == nil && !row.Cost && !returned {
			p.fold.onChain.record(p.fact.Reference, recordedMoney{kind: Revenue, source: row.Source, money: amount})
		}
		return err
	},
}

// revenueAmount is what a row says, and whether it was returned.
func revenueAmount(p *program.Program, row *RevenueRow) (amount money.Amount, returned bool, err error) {
	if p.Revenue == nil {
		return amount, false, p.Lacks("revenue")
	}
	digits, returned := strings.CutPrefix(row.Amount, "-")
	amount, err = money.Parse(p.Revenue.Asset, digits)
	return amount, returned, problem.As(problem.Invalid, "", err)
}

// BuybackRow is a buyback as an operator writes it, in the currencies of the revenue and of the token.
type BuybackRow struct {
	Spent  string `json:"spent"`
	Tokens string `json:"tokens"`
	// One of both: the source of revenue whose money was spent, or the key of the payment out of one of the project's wallets that
	// nothing explained before.
	Source  string    `json:"source,omitempty"`
	Payment string    `json:"payment,omitempty"`
	At      time.Time `json:"at"`
	Note    string    `json:"note,omitempty"`
}

// buybackEntry: a buyback. The token must have come into being, and what it spends must be in the buyback fund.
var buybackEntry = entry[BuybackRow]{
	scope: always[BuybackRow](operator.Record), once: true,
	check: func(ctx context.Context, p *Proposal, row *BuybackRow) error {
		f := p.fold
		if err := f.checkBuybacks(); err != nil {
			return err
		}
		if err := f.checkInstant(row.At, p.fact.When()); err != nil {
			return err
		}
		switch tge := f.Generation(); {
		case tge.IsZero():
			return problem.Conflictf("no TGE is known yet, and before it there is no %s to buy back: record the TGE first",
				f.program.Token.Asset)
		case row.At.Before(tge):
			return problem.Invalidf("%s comes into being at %s: a buyback cannot be earlier, at %s", f.program.Token.Asset,
				tge.Format(time.RFC3339), row.At.Format(time.RFC3339))
		}
		drafts, err := p.Drafts(ctx)
		if err != nil {
			return err
		}
		spent := drafts[0].Postings[0].Amount
		if err := f.checkUnproven(Buyback, p.fact.Reference, spent, drafts[0].Postings[2].Amount); err != nil {
			return err
		}
		if err := f.checkSpent(row, spent); err != nil {
			return err
		}
		held, err := p.ground.BalanceAt(ctx, ledger.Place{Account: ledger.FundAccount(ledger.BuybackFund), Asset: spent.Asset()},
			row.At.Add(time.Second))
		if err != nil {
			return err
		}
		if has, err := held.Owed(); err != nil || has.Cmp(spent) < 0 {
			return problem.Invalidf("the buyback fund held %s at %s, less than %s: record the revenue first, or date the buyback later",
				money.Balance{In: held.Out, Out: held.In}, row.At.Format(time.RFC3339), spent)
		}
		return p.checkMarket(ctx, drafts[0].Postings[2].Amount)
	},
	draft: func(_ context.Context, p *Proposal, row *BuybackRow) ([]ledger.Draft, error) {
		program, b := p.fold.program, p.booking()
		if err := p.fold.checkBuybacks(); err != nil {
			return nil, err
		}
		spent, err := money.Parse(program.Revenue.Asset, row.Spent)
		if err != nil {
			return nil, problem.As(problem.Invalid, "", err)
		}
		tokens, err := money.Parse(program.Token.Asset, row.Tokens)
		if err != nil {
			return nil, problem.As(problem.Invalid, "", err)
		}
		b.At, b.Rule = row.At.UTC(), p.fold.versions.At(revenueMoment(row.At))
		d, err := rewards.BookBuyback(program, b, rewards.Buyback{Source: row.Source, Spent: spent, Tokens: tokens, Note: row.Note})
		return []ledger.Draft{d}, problem.As(problem.Invalid, "", err)
	},
	apply: func(p *Proposal, row *BuybackRow, _ *ledger.Draft) error {
		if row.Payment == "" {
			return p.fold.recordedBuyback(p.fact.Reference, row)
		}
		return p.fold.payouts.Resolve(row.Payment, p.fact.Operator, strings.TrimSpace("buyback "+p.fact.Reference+" "+row.Note),
			ledger.Source{})
	},
}

// recordedBuyback takes note of a buyback out of a source's money, which the chain may show later.
func (f *Fold) recordedBuyback(reference string, row *BuybackRow) error {
	spent, err := money.Parse(f.program.Revenue.Asset, row.Spent)
	if err != nil {
		return err
	}
	tokens, err := money.Parse(f.program.Token.Asset, row.Tokens)
	if err == nil {
		f.onChain.record(reference, recordedMoney{Buyback, row.Source, spent, tokens})
	}
	return err
}

// checkSpent refuses a buyback whose money neither a source nor a payment of the same amount shows.
func (f *Fold) checkSpent(row *BuybackRow, spent money.Amount) error {
	switch {
	case (row.Source == "") == (row.Payment == ""):
		return problem.Invalidf("say where the money came from: a source of revenue, or the payment out of a wallet, which " +
			"`nodeledger payout exceptions` lists")
	case row.Source != "":
		return f.program.Revenue.CheckSource(row.Source)
	}
	if err := f.payouts.CanResolve(row.Payment); err != nil {
		return err
	}
	if x := f.payouts.Exception(row.Payment); !x.Moved() || x.Problem == payout.UnexplainedReceipt || x.Amount != spent {
		return problem.Invalidf("%s does not name a payment of %s out of a wallet, but %s of %s", row.Payment, spent, x.Problem, x.Amount)
	}
	return nil
}

// checkMarket refuses to buy back more tokens than there are outside of the project's own buckets.
func (p *Proposal) checkMarket(ctx context.Context, tokens money.Amount) error {
	token := p.fold.program.Token
	outside := money.NewBalance(token.Asset)
	outside.In = token.Supply
	for own, err := range p.ground.Balances(ctx, ledger.BucketRole.Prefix()) {
		if err != nil {
			return err
		}
		if own.Account.Role() == ledger.BucketRole && own.Asset == token.Asset {
			if outside, err = outside.Minus(own.Balance); err != nil {
				return err
			}
		}
	}
	if has, err := outside.Held(); err != nil || has.Cmp(tokens) < 0 {
		return problem.Invalidf("there are %s outside of the project's buckets: %s cannot have been bought back", outside, tokens)
	}
	return nil
}

// revenueMoment is when revenue came. It is in no block; a split that begins at a block counts as begun.
func revenueMoment(at time.Time) program.Moment {
	return program.Moment{Block: math.MaxUint64, Time: at.UTC()}
}

// checkBuybacks refuses buybacks in a program that has nothing to buy with, or nothing to buy.
func (f *Fold) checkBuybacks() error { return CheckBuybacks(f.program) }

// CheckBuybacks refuses what is about buybacks in a program without revenue or without a token.
func CheckBuybacks(p *program.Program) error {
	switch {
	case p.Revenue == nil:
		return p.Lacks("revenue")
	case p.Token == nil:
		return p.Lacks("token")
	}
	return nil
}

// checkRevenueInstant is checkInstant, where what is late is of a closed month, and what is not late is of an open one.
func (f *Fold) checkRevenueInstant(row *RevenueRow, now time.Time) error {
	if !row.Late {
		return f.checkInstant(row.At, now)
	}
	if !row.At.Before(f.monthsClosedUntil) {
		return problem.Invalidf("%s is in no month that is closed: record it at its own instant, not as late", row.At.Format(time.RFC3339))
	}
	return checkSecond(row.At)
}

// checkInstant refuses what cannot be the instant of money that came or went: in a closed month, in the future, or not a whole
// second.
func (f *Fold) checkInstant(at, now time.Time) error {
	if err := checkSecond(at); err != nil {
		return err
	}
	switch {
	case at.After(now):
		return problem.Invalidf("the instant %s is in the future", at.Format(time.RFC3339))
	case at.Before(f.monthsClosedUntil):
		return problem.Invalidf("%s is before %s, up to which months are closed: date it from then on, with a note",
			at.Format(time.RFC3339), f.monthsClosedUntil.Format(time.RFC3339))
	}
	return nil
}

// checkSecond refuses what is no instant, or not a whole second.
func checkSecond(at time.Time) error {
	switch {
	case at.IsZero() || at.Unix() <= 0:
		return problem.Invalidf("it has no instant: write at, such as 2024-06-30T12:00:00Z")
	case at.Nanosecond() != 0:
		return problem.Invalidf("the instant %s is not a whole second", at.Format(time.RFC3339Nano))
	}
	return nil
}
