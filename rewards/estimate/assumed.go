package estimate

import (
	"strconv"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sentence"
)

// list gathers assumptions in the order in which they are shown.
type list []AssumedValue

func (l *list) add(name string, from Origin, code sentence.Code, params sentence.Params) {
	*l = append(*l, AssumedValue{name, sentence.New(code, params), from})
}

func (l *list) number(name, value string, from Origin) {
	l.add(name, from, sentence.ValueNumber, sentence.Params{"value": value})
}

func (l *list) amount(name, amount string, from Origin) {
	l.add(name, from, sentence.ValueAmount, sentence.Params{"amount": amount})
}

func (l *list) part(name, part string, from Origin) {
	l.add(name, from, sentence.ValuePart, sentence.Params{"part": part})
}

func (l *list) instant(name string, at time.Time, from Origin) {
	l.add(name, from, sentence.ValueInstant, sentence.Params{"time": at.UTC().Format(time.RFC3339)})
}

// given adds a number that may be absent, in a unit or, when that is empty, as it is.
func (l *list) given(name string, g Input, unit string) {
	switch {
	case g.Origin == "":
	case unit == "":
		l.number(name, g.Value.String(), g.Origin)
	default:
		l.amount(name, g.Value.String()+" "+unit, g.Origin)
	}
}

// listed is every assumption as it is used. a is resolved.
func (a *Assumptions) listed(tge time.Time, tgeFrom Origin) []AssumedValue {
	var l list
	p := a.Program
	wallets := make([]string, len(a.Wallets))
	for i, n := range a.Wallets {
		wallets[i] = strconv.FormatUint(n, 10)
	}
	l.add("wallets", FromUser, sentence.ValueNodes, sentence.Params{"list": strings.Join(wallets, ", ")})
	a.listPaid(&l)
	l.given("asset_price", a.AssetPrice, "USD")
	l.given("token_price", a.TokenPrice, "USD")
	l.given("point_price", a.PointPrice, "USD")
	l.given("rate", a.Rate, a.Currency)
	if a.Adoption.Origin != "" {
		l.part("adoption", a.Adoption.Value.String(), a.Adoption.Origin)
	}
	l.given("adoption_of", a.AdoptionOf, "")
	l.given("average_factor", a.AverageFactor, "")
	brackets, _ := p.Score.At(a.At)
	for _, b := range brackets {
		l.add("factor", FromProgram, sentence.ValueFactor, sentence.Params{
			"nodes": strconv.FormatUint(b.Nodes, 10), "factor": b.Factor.String(),
		})
	}
	if p.Points != nil {
		a.listPoints(&l)
	}
	if p.Token != nil {
		a.listToken(&l)
	}
	if p.Revenue != nil {
		a.listRevenue(&l)
	}
	l.add("eligible", ByDefault, sentence.ValueEligible, nil)
	l.instant("tge", tge, tgeFrom)
	if start := a.starts(tge); start.After(tge) {
		l.instant("start", start, FromChain)
	}
	l.number("months", strconv.Itoa(a.Months), FromUser)
	return l
}

func (a *Assumptions) listPaid(l *list) {
	if a.Paid.Origin == "" {
		return
	}
	unit, code := a.Program.Sale.Asset.Symbol(), sentence.ValuePriceOfAll
	if a.Paid.USD {
		unit = "USD"
	}
	params := sentence.Params{"price": a.Paid.Value.String() + " " + unit}
	switch {
	case a.Paid.Quoted > 0:
		code = sentence.ValueQuoteOfProgram
		if a.Paid.Origin == FromQuote {
			code = sentence.ValueQuoteOfBooks
		}
		params["price"], params["nodes"] = a.Paid.Quote.String(), strconv.FormatUint(a.Paid.Quoted, 10)
	case a.Paid.PerNode:
		code = sentence.ValuePricePerNode
	}
	l.add("paid", a.Paid.Origin, code, params)
}

// listRevenue lists the monthly amounts, who else is paid out of the month's fund, and what there is in it.
func (a *Assumptions) listRevenue(l *list) {
	if !a.hasBrackets() {
		l.given("fund", a.Fund, a.Program.Revenue.Asset.Symbol())
		return
	}
	rule, _ := a.Program.Revenue.Share.At(a.At)
	for _, b := range rule.Brackets {
		l.add("monthly_amount", FromProgram, sentence.ValueMonthlyAmount, sentence.Params{
			"nodes": strconv.FormatUint(b.Nodes, 10), "amount": b.Amount.String(),
		})
	}
	var wallets uint64
	for _, n := range a.Holders {
		wallets += n
	}
	switch {
	case a.HolderNodes.Origin != "":
		l.add("holder_nodes", a.HolderNodes.Origin, sentence.ValueHoldersEach, sentence.Params{"nodes": a.HolderNodes.Value.String()})
	case wallets > 0:
		l.add("holder_nodes", FromChain, sentence.ValueHoldersOfBooks, sentence.Params{"wallets": strconv.FormatUint(wallets, 10)})
	default:
		l.add("holder_nodes", ByDefault, sentence.ValueHoldersAlike, nil)
	}
	if a.Fund.Origin == FromUser {
		l.given("fund", a.Fund, a.Program.Revenue.Asset.Symbol())
	} else {
		l.part("coverage", a.Coverage.Value.String(), a.Coverage.Origin)
	}
}

func (a *Assumptions) listPoints(l *list) {
	points := a.Program.Points
	if e, ok := points.Emission.At(a.At); ok {
		l.amount("points_per_day", e.String(), FromProgram)
	}
	if parts, ok := points.Pools.At(a.At); ok {
		l.part("validators_part", parts.Validators.String(), FromProgram)
	}
	if limit, ok := points.Cap.At(a.At); ok {
		l.amount("points_cap", limit.String(), FromProgram)
	}
	if points.AtTGE != nil {
		l.amount("points_become", points.AtTGE.Rate.String()+" "+points.AtTGE.Becomes.Symbol(), FromProgram)
	}
	l.given("point_days", a.PointDays, "")
	l.given("points_issued", a.PointsIssued, points.Asset.Symbol())
}

func (a *Assumptions) listToken(l *list) {
	token := a.Program.Token
	l.amount("supply", token.Supply.String(), FromProgram)
	if d := token.Drop; d != nil {
		l.add("drop", FromProgram, sentence.ValueOfSupply, sentence.Params{"part": d.Share.String()})
		by, from := d.By, FromProgram
		if a.DropBy != "" {
			by, from = a.DropBy, FromUser
		}
		code := sentence.ValueByNodes
		if by == program.ByScore {
			code = sentence.ValueByScore
		}
		l.add("drop_by", from, code, nil)
	}
	for i := range token.Emission {
		e, code := &token.Emission[i], sentence.ValueEmission
		params := sentence.Params{"first": e.First.String(), "period": e.Period.String(), "then": e.Then.String()}
		if len(token.Emission) > 1 {
			code, params["bucket"] = sentence.ValueEmissionOf, e.Of
		}
		if start := e.Start(); start != "" {
			code, params["bucket"], params["from"] = sentence.ValueEmissionAfter, e.Of, start
			if !e.From.IsZero() {
				code, params["from"] = sentence.ValueEmissionFrom, e.From.Format(time.RFC3339)
			}
		}
		l.add("emission", FromProgram, code, params)
	}
	if token.Lock.IsZero() {
		l.add("lock", FromProgram, sentence.ValueNoSpan, nil)
	} else {
		l.add("lock", FromProgram, sentence.ValueSpan, sentence.Params{"span": token.Lock.String()})
	}
}
