package rewards

import (
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
)

// The kinds of the transactions of revenue and buybacks.
const (
	RevenueKind ledger.Kind = "revenue"
	BuybackKind ledger.Kind = "buyback"
)

// Revenue is what a source earned.
type Revenue struct {
	// Into is where the money is; the zero Account: with the source, see [ledger.SourceFunds].
	Into   ledger.Account
	Source string // "dapp", "fiat": lower-case letters, digits, _ and -
	Amount money.Amount
	// Cost says that it is no earning but a cost of the source, such as a fee; Returned then that it was given back.
	Cost bool
	// Returned says that the source took revenue back, such as a refund to a customer: the funds give what they got.
	Returned bool
	Note     string // what the operator says of it, may be empty
}

// SplitRevenue divides a source's revenue between the fund of the holders' share and the fund for buybacks by the setting in force at
// a moment: the share is floored once, and the buyback fund gets the rest, so that the two are the revenue exactly.
func SplitRevenue(p *program.Program, m program.Moment, source string, revenue money.Amount) (share, buyback money.Amount, err error) {
	if p.Revenue == nil {
		return share, buyback, p.Lacks("revenue")
	}
	if revenue.Asset() != p.Revenue.Asset {
		return share, buyback, problem.Invalidf("revenue is counted in %s, not in %s", p.Revenue.Asset, revenue.Asset())
	}
	split, ok := p.Revenue.Split.At(m)
	if !ok {
		return share, buyback, problem.Conflictf("no split of revenue is in force at %s: date the first one of revenue.split earlier",
			m.Time.Format("2006-01-02"))
	}
	parts, ok := split.Of(source)
	if !ok {
		return share, buyback, problem.Conflictf("no split of the revenue of %s is in force at %s: write it into revenue.split", source,
			m.Time.Format("2006-01-02"))
	}
	if share, err = revenue.Times(parts.Share, money.Floor); err != nil {
		return share, buyback, err
	}
	buyback, err = revenue.Sub(share)
	return share, buyback, err
}

// BookRevenue drafts recorded revenue:
//
//	income:revenue:<source> -> assets:source:<source>             what was earned
//	equity:fund:share, equity:fund:buyback -> equity:earnings     set aside by the split in force
//
// and what the source took back, which is a cost and takes back what was set aside, below zero too:
//
//	assets:source:<source> -> expenses:cost:<source>
//	equity:earnings -> equity:fund:share, equity:fund:buyback
func BookRevenue(p *program.Program, m program.Moment, b Booking, in Revenue) (ledger.Draft, error) {
	funds, err := ledger.SourceFunds(in.Source)
	if err != nil {
		return ledger.Draft{}, err
	}
	if in.Into != (ledger.Account{}) {
		funds = in.Into
	}
	if in.Amount.IsZero() {
		return ledger.Draft{}, problem.Invalidf("the revenue is zero: give an amount above zero")
	}
	share, buyback, err := SplitRevenue(p, m, in.Source, in.Amount)
	if err != nil {
		return ledger.Draft{}, err
	}
	d := b.draft(RevenueKind, ledger.Meta{"source": in.Source})
	if in.Note != "" {
		d.Meta["note"] = in.Note
	}
	other, err := ledger.RevenueIncome(in.Source)
	if in.Cost || in.Returned {
		other, err = ledger.Cost(in.Source)
	}
	if err != nil {
		return ledger.Draft{}, err
	}
	d.Postings = moves(
		ledger.Posting{From: other, To: funds, Amount: in.Amount},
		ledger.Posting{From: ledger.FundAccount(ledger.ShareFund), To: ledger.Earnings(), Amount: share},
		ledger.Posting{From: ledger.FundAccount(ledger.BuybackFund), To: ledger.Earnings(), Amount: buyback},
	)
	if in.Cost {
		d.Meta["cost"] = "yes"
	}
	if in.Returned {
		d.Meta["returned"] = "yes"
	}
	if in.Cost != in.Returned { // it goes out
		for i, p := range d.Postings {
			d.Postings[i].From, d.Postings[i].To = p.To, p.From
		}
	}
	return d, nil
}

// BoughtBack is the bucket of tokens that were bought back.
const BoughtBack = "buyback"

// Buyback is tokens that were bought with money of the buyback fund.
type Buyback struct {
	// Source is the source of revenue whose money was spent; empty: money of the project's wallets, which stands in suspense since it
	// left them.
	Source string
	From   ledger.Account // of the project's wallets, when the chain shows what left it; the zero Account: as Source says
	Spent  money.Amount   // of the revenue's asset
	Tokens money.Amount
	Note   string // where the evidence is, such as a transaction's hash
}

// Price is what one whole token cost, in whole units of what was spent, as an exact decimal or fraction; empty when no
// token came.
func (b Buyback) Price() string {
	if b.Tokens.IsZero() {
		return ""
	}
	rat := b.Spent.Rat()
	return money.Truncated(rat.Quo(rat, b.Tokens.Rat()))
}

// BookBuyback drafts a recorded buyback:
//
//	assets:source:<source> -> equity:treasury-tokens                what was spent; out of equity:suspense without a source,
//	                                                                or out of the wallet that spent it
//	equity:earnings -> equity:fund:buyback                          what was set aside for it is used
//	register:<token>:market -> register:<token>:bucket:buyback      what came
func BookBuyback(p *program.Program, b Booking, in Buyback) (ledger.Draft, error) {
	switch {
	case p.Revenue == nil:
		return ledger.Draft{}, p.Lacks("revenue")
	case p.Token == nil:
		return ledger.Draft{}, p.Lacks("token")
	case in.Spent.Asset() != p.Revenue.Asset || in.Tokens.Asset() != p.Token.Asset:
		return ledger.Draft{}, problem.Invalidf("a buyback spends %s and brings %s, not %s and %s", p.Revenue.Asset, p.Token.Asset,
			in.Spent.Asset(), in.Tokens.Asset())
	case in.Spent.IsZero() || in.Tokens.IsZero():
		return ledger.Draft{}, problem.Invalidf("a buyback spends money and brings tokens: give both amounts above zero")
	}
	d := b.draft(BuybackKind, ledger.Meta{"price": in.Price()})
	if in.Note != "" {
		d.Meta["note"] = in.Note
	}
	from, err := ledger.Suspense(), error(nil)
	if in.Source != "" {
		d.Meta["source"] = in.Source
		from, err = ledger.SourceFunds(in.Source)
	}
	if in.From != (ledger.Account{}) {
		from = in.From
	}
	if err != nil {
		return ledger.Draft{}, err
	}
	held, err := ledger.Bucket(in.Tokens.Asset(), BoughtBack)
	if err != nil {
		return ledger.Draft{}, err
	}
	d.Postings = moves(
		ledger.Posting{From: from, To: ledger.OwnTokens(), Amount: in.Spent},
		ledger.Posting{From: ledger.Earnings(), To: ledger.FundAccount(ledger.BuybackFund), Amount: in.Spent},
		ledger.Posting{From: ledger.Market(in.Tokens.Asset()), To: held, Amount: in.Tokens},
	)
	return d, nil
}

// draft is a transaction of a booking without its postings.
func (b Booking) draft(kind ledger.Kind, meta ledger.Meta) ledger.Draft {
	return ledger.Draft{Kind: kind, Program: b.Program, Rule: b.Rule, Effective: b.At, Booked: b.At, Source: b.Source, Meta: meta}
}

// moves leaves out the postings that move nothing.
func moves(postings ...ledger.Posting) []ledger.Posting {
	out := postings[:0]
	for _, p := range postings {
		if !p.Amount.IsZero() {
			out = append(out, p)
		}
	}
	return out
}
