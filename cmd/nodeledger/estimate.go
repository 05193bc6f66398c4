package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/view/holder"
	"github.com/nodeledger/nodeledger/view/quote"
	"github.com/nodeledger/nodeledger/wire"
)

func (in *invocation) estimateCommand() *cobra.Command {
	var r quote.EstimateRequest
	var explains bool
	var prices string
	c := &cobra.Command{
		Use: "estimate", Short: "Estimate what nodes would earn, with every assumption", Annotations: readsBooks(),
		Long: `An estimate is as good as its assumptions: each is listed with its source. Numbers are decimals such as 1250.50 or percentages,
not base units. 
Without a price paid, the cost is what the ladder asks now: of the books where there are some, otherwise of the program file.
After the TGE the estimate begins at the day of the books.`,
		Example: `  nodeledger estimate --nodes 5 --adoption-of sold
  nodeledger estimate --nodes 5,20 --adoption-of 15000 --adoption 40% --token-price 0.12 --node-price 600 --months 36`,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := in.pricesOfToday(c.Context(), &r, prices); err != nil {
				return err
			}
			switch {
			case explains:
				return in.explainValuations(c.Context(), r)
			case !c.Flags().Changed("nodes"):
				return usage.Errorf("estimate needs --nodes: the nodes of each wallet, such as 5, or 5,20 for two wallets")
			}
			return in.estimate(c.Context(), r)
		},
	}
	for _, f := range []struct {
		to          *string
		name, usage string
	}{
		{&r.Nodes, "nodes", "`numbers` of nodes, one for each wallet: 5, or 5,20 for two wallets"},
		{&r.Months, "months", "`number` of months after the TGE to estimate, 0 to 600; without it, 24"},
		{&r.Adoption, "adoption", "`percentage` of --adoption-of that is active, such as 10%; without it, 100%"},
		{&r.AdoptionOf, "adoption-of", "`number` of nodes, or sold for those in the books; without it, the most there can be"},
		{&r.NodePrice, "node-price", "`price` of one node: 600 in US dollars, or \"0.1 ETH\" in the sale's asset"},
		{&r.Paid, "paid", "`price` of all nodes together, instead of --node-price"},
		{&r.Tier, "tier", "`number` of a tier in the program file whose price was paid, instead of both; without any of the three, " +
			"what the books quote"},
		{&r.Wallet, "wallet", "`address` that would buy, where none of the three is given: what it has counts against its quotas"},
		{&r.Code, "code", "referral `code` that it would buy with"},
		{&r.AssetPrice, "eth-price", "`price` of one unit of the sale's asset in US dollars, e.g. 3000 for 1 ETH"},
		{&r.TokenPrice, "token-price", "`price` of one token in US dollars"},
		{&r.PointPrice, "point-price", "`price` of one point in US dollars; without it, the program's"},
		{&r.AverageFactor, "average-factor", "mean `factor` of all active nodes; without it, 1"},
		{&r.DropBy, "drop-by", "`rule` by which the TGE airdrop is shared, nodes or score; without it, the program's"},
		{&r.Currency, "currency", "`code` of a currency, such as EUR, that values are shown in, too"},
		{&r.Rate, "rate", "`amount` of that currency for 1 USD, such as 0.92"},
		{&r.Coverage, "coverage", "`percentage` of the monthly amounts that the month's fund can pay; without it, 100%"},
		{&r.Fund, "fund", "`amount` of the month's fund in USDT, e.g. 1250.50 (not base units), instead of --coverage"},
		{&r.HolderNodes, "holder-nodes", "`number` of nodes of every holder, for the fund that is needed; without it, the books' holders"},
		{&r.PointDays, "point-days", "`number` of days of points before the TGE; without it, none"},
		{&r.PointsIssued, "points-issued", "`amount` of points issued before those days, for the cap; without it, those in the books with " +
			"--adoption-of sold, else none"},
		{&r.TGE, "tge", "`time` of the TGE; without it, the program's, or today"},
		{&r.At, "at", "`time` whose rules apply; without it, now"},
		{&r.Scenarios, "scenarios", "`percentages` of adoption to compare; without it, 10%,20%,40%"},
	} {
		c.Flags().StringVar(f.to, f.name, "", f.usage)
	}
	c.Flags().StringVar(&prices, "prices", "", "CSV `file` of prices (date,asset,usd): today's are taken where no price is given")
	c.Flags().BoolVar(&explains, "explain-fdv", false, "say what the published valuations of the program file take, instead of an estimate")
	return c
}

func (in *invocation) estimate(ctx context.Context, r quote.EstimateRequest) error {
	e, err := in.projected(ctx, r)
	if err != nil {
		return err
	}
	result := wire.EstimateOf(&e)
	return in.show(result, func(w io.Writer) {
		writeEstimate(w, &result)
		if e.AsOf != nil {
			writeFresh(w, *e.AsOf)
		}
	})
}

// pricesOfToday fills in the prices of the sale's asset and of the token that a price list has of today, where none are given.
func (in *invocation) pricesOfToday(ctx context.Context, r *quote.EstimateRequest, path string) error {
	list, err := in.readPrices(ctx, path)
	if err != nil || list == nil {
		return err
	}
	p, err := in.rules(ctx)
	if err != nil {
		return err
	}
	day := rewards.DayOf(in.Clock.Now())
	take := func(to *string, asset, flag string) error {
		usd, known := list(asset, day)
		switch {
		case *to != "":
		case known:
			*to = usd
		case flag != "":
			return usage.Errorf("%s has no price of %s of %s: add the row, or give %s", path, asset, day.Format(time.DateOnly), flag)
		}
		return nil
	}
	if p.Token != nil {
		if err := take(&r.TokenPrice, p.Token.Asset.Symbol(), ""); err != nil {
			return err
		}
	}
	return take(&r.AssetPrice, p.Sale.Asset.Symbol(), "--eth-price")
}

// projected asks the books, or the program file when nothing is booked.
func (in *invocation) projected(ctx context.Context, r quote.EstimateRequest) (quote.Estimate, error) {
	return fromBooksOrProgram(ctx, in, r, quote.EstimateFromProgram, quote.EstimateFromBooks)
}

// fromBooksOrProgram asks the books, or the program file when nothing is booked.
func fromBooksOrProgram[T any](ctx context.Context, in *invocation, r quote.EstimateRequest,
	fromProgram func(*program.Program, time.Time, quote.EstimateRequest) (T, error),
	fromBooks func(context.Context, *engine.Engine, time.Time, quote.Holders, quote.EstimateRequest) (T, error),
) (T, error) {
	var none T
	p, err := in.rules(ctx)
	if err != nil {
		return none, err
	}
	e, err := in.openReadOnly(ctx)
	if errors.Is(err, errNoBooks) && r.AdoptionOf != quote.Sold {
		return fromProgram(p, in.Clock.Now(), r)
	}
	if err != nil {
		return none, err
	}
	defer e.Close()
	return fromBooks(ctx, e, in.Clock.Now(), holder.NewRoster(e).Sizes, r)
}

// explainValuations says what the published valuations take.
func (in *invocation) explainValuations(ctx context.Context, r quote.EstimateRequest) error {
	v, err := fromBooksOrProgram(ctx, in, r, quote.ValuationFromProgram, quote.ValuationFromBooks)
	if err != nil {
		return err
	}
	result := wire.ExplanationOf(&v)
	return in.show(result, func(w io.Writer) {
		for _, one := range result.Valuations {
			fmt.Fprintln(w, one.Text.Text+".")
		}
		fmt.Fprintln(w)
		table(w, func(row func(cells ...any)) {
			head := []any{"tier", "price"}
			for _, one := range result.Valuations {
				head = append(head, "USD at "+one.Adoption, "needs the coin at USD")
			}
			row(head...)
			for i, t := range result.Valuations[0].Tiers {
				line := []any{t.Tier, t.Price.Display}
				for _, one := range result.Valuations {
					line = append(line, cmp.Or(short(one.Tiers[i].FDV), "-"), cmp.Or(short(one.Tiers[i].AssetPrice), "-"))
				}
				row(line...)
			}
		})
		fmt.Fprintln(w)
		for _, u := range result.Unknown {
			fmt.Fprintln(w, u.Text+".")
		}
		writeAssumed(w, result.Assumptions)
		if v.AsOf != nil {
			writeFresh(w, *v.AsOf)
		}
	})
}

// writeEstimate is an estimate for people: each result with the assumptions that it follows from, the scenarios beside
// each other, the curve, and every assumption with its source.
func writeEstimate(w io.Writer, p *wire.Estimate) {
	assumed := map[string]string{}
	for _, a := range p.Assumptions {
		value := a.Value.Text
		if len(value) > 40 {
			value = value[:40] + "..." // the list below has all of it
		}
		assumed[a.Name] = fmt.Sprintf("%s %s (%s)", strings.ReplaceAll(a.Name, "_", " "), value, a.Source)
	}
	table(w, func(row func(cells ...any)) {
		names := []string{"", "as assumed"}
		list := []*wire.Outcome{&p.Outcome}
		for i := range p.Scenarios {
			names, list = append(names, p.Scenarios[i].Name), append(list, &p.Scenarios[i].Outcome)
		}
		row(append(cells(names), "because")...)
		for _, line := range resultLines(&p.Units) {
			texts := []string{line.name}
			for _, o := range list {
				texts = append(texts, cmp.Or(line.of(o), "-"))
			}
			var because []string
			for _, name := range line.because {
				if text, ok := assumed[name]; ok {
					because = append(because, text)
				}
			}
			row(append(cells(texts), strings.Join(because, ", "))...)
		}
	})
	fmt.Fprintln(w)
	table(w, func(row func(cells ...any)) {
		row("month", "day", "locked", "available", p.Units.USDT, "value USD")
		for i, m := range p.Series {
			if last := len(p.Series) - 1; i == last || i%max(1, last/12) == 0 {
				row(m.Month, m.At[:len("2006-01-02")], short(m.Locked), short(m.Available), short(m.USDT), cmp.Or(short(m.Value), "-"))
			}
		}
	})
	fmt.Fprintln(w)
	writeAssumed(w, p.Assumptions)
	for _, s := range p.Sources {
		if strings.HasPrefix(s.Setting, "revenue.") {
			fmt.Fprintf(w, "%s (%s): %s\n", s.Setting, s.Origin, s.EN)
		}
	}
	for _, n := range p.Notes {
		fmt.Fprintln(w, n.Text+".")
	}
	fmt.Fprintln(w, "An estimate, not a promise: it comes true if every assumption does. Numbers are cut off after 6 places; --json "+
		"has them in full.")
}

func writeAssumed(w io.Writer, list []wire.Assumption) {
	table(w, func(row func(cells ...any)) {
		row("assumption", "value", "source")
		for _, a := range list {
			row(strings.ReplaceAll(a.Name, "_", " "), a.Value.Text, a.Source)
		}
	})
}

// resultLine is one result and the names of the assumptions that are shown beside it.
type resultLine struct {
	name    string
	of      func(*wire.Outcome) string
	because []string
}

func resultLines(u *wire.Units) []resultLine {
	points, tokens := cmp.Or(u.Points, "points"), cmp.Or(u.Tokens, "tokens")
	lines := []resultLine{
		{"active nodes", func(o *wire.Outcome) string { return short(o.ActiveNodes) }, []string{"adoption", "adoption_of"}},
		{"score", func(o *wire.Outcome) string { return short(o.Score) }, []string{"wallets"}},
		{"share", func(o *wire.Outcome) string { return o.Share }, []string{"average_factor"}},
		{points + " a month", func(o *wire.Outcome) string { return short(o.PointsPerMonth) }, []string{"points_per_day", "validators_part"}},
		{points + " in all", func(o *wire.Outcome) string { return short(o.Points) }, []string{"point_days", "points_issued"}},
		{tokens + " from the drop", func(o *wire.Outcome) string { return short(o.Drop) }, []string{"drop", "drop_by"}},
		{tokens + " a day", func(o *wire.Outcome) string { return short(o.TokensPerDay) }, []string{"emission"}},
		{tokens + " a month", func(o *wire.Outcome) string { return short(o.TokensPerMonth) }, []string{"lock"}},
		{tokens + " a year", func(o *wire.Outcome) string { return short(o.TokensPerYear) }, nil},
		{tokens + " in all", func(o *wire.Outcome) string { return short(o.Tokens) }, []string{"tge", "months"}},
		{cmp.Or(u.USDT, "revenue") + " a month", func(o *wire.Outcome) string { return short(o.USDTPerMonth) }, []string{"coverage", "fund"}},
		{"fund needed a month", func(o *wire.Outcome) string { return short(o.FundNeeded) }, []string{"holder_nodes"}},
		{"fund assumed a month", func(o *wire.Outcome) string { return short(o.Fund) }, []string{"coverage", "fund"}},
		{"cost USD", func(o *wire.Outcome) string { return short(o.Cost) }, []string{"paid", "asset_price"}},
		{"value USD", func(o *wire.Outcome) string { return short(o.Value) }, []string{"token_price", "point_price"}},
		{"value / cost", func(o *wire.Outcome) string { return short(o.Multiple) }, nil},
		{"APR (1 is 100%)", func(o *wire.Outcome) string { return short(o.APR) }, []string{"months"}},
		{"implied valuation USD", func(o *wire.Outcome) string { return short(o.FDV) }, []string{"supply", "paid"}},
		{"break-even month", func(o *wire.Outcome) string {
			if o.BreakEvenMonth != nil {
				return strconv.FormatUint(*o.BreakEvenMonth, 10)
			}
			return o.BreakEven
		}, []string{"token_price", "paid"}},
	}
	if u.Local == "" {
		return lines
	}
	return append(lines,
		resultLine{"cost " + u.Local, func(o *wire.Outcome) string { return short(o.Local.Cost) }, []string{"rate"}},
		resultLine{"value " + u.Local, func(o *wire.Outcome) string { return short(o.Local.Value) }, []string{"rate"}},
		resultLine{"implied valuation " + u.Local, func(o *wire.Outcome) string { return short(o.Local.FDV) }, []string{"rate"}})
}

// short is a decimal cut off after 6 places.
func short(decimal string) string {
	whole, places, _ := strings.Cut(decimal, ".")
	places = strings.TrimRight(places[:min(6, len(places))], "0")
	if places == "" {
		return whole
	}
	return whole + "." + places
}

func cells(texts []string) []any {
	list := make([]any, len(texts))
	for i, t := range texts {
		list[i] = t
	}
	return list
}
