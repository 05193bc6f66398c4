package main

import (
	"context"
	"errors"
	"io"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/view/quote"
	"github.com/nodeledger/nodeledger/wire"
)

func (in *invocation) estimateCommand() *cobra.Command {
	var r quote.EstimateRequest
	c := &cobra.Command{
		Use: "estimate", Short: "Estimate what nodes would earn, with every assumption", Annotations: readsBooks(),
		Long: `An estimate is as good as its assumptions: each is listed with its source. Numbers are decimals such as 1250.50 or percentages,
not base units. The books are read only with --adoption-of sold.`,
		Example: `  nodeledger estimate --nodes 5 --adoption-of sold
  nodeledger estimate --nodes 5,20 --adoption-of 15000 --adoption 40% --token-price 0.12 --node-price 600 --months 36`,
		RunE: func(c *cobra.Command, _ []string) error { return in.estimate(c.Context(), r) },
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
		{&r.Tier, "tier", "`number` of a tier in the program file whose price was paid, instead of both"},
		{&r.AssetPrice, "eth-price", "`price` of one unit of the sale's asset in US dollars, e.g. 3000 for 1 ETH"},
		{&r.TokenPrice, "token-price", "`price` of one token in US dollars"},
		{&r.PointPrice, "point-price", "`price` of one point in US dollars; without it, the program's"},
		{&r.AverageFactor, "average-factor", "mean `factor` of all active nodes; without it, 1"},
		{&r.DropBy, "drop-by", "`rule` by which the TGE airdrop is shared, nodes or score; without it, the program's"},
		{&r.Coverage, "coverage", "`percentage` of the monthly amounts that the month's fund can pay; without it, 100%"},
		{&r.Fund, "fund", "`amount` of the month's fund in USDT, e.g. 1250.50 (not base units), where it is shared by score"},
		{&r.PointDays, "point-days", "`number` of days of points before the TGE; without it, none"},
		{&r.PointsIssued, "points-issued", "`amount` of points issued before those days, for the cap; without it, those in the books with " +
			"--adoption-of sold, else none"},
		{&r.TGE, "tge", "`time` of the TGE; without it, the program's, or today"},
		{&r.At, "at", "`time` whose rules apply; without it, now"},
		{&r.Scenarios, "scenarios", "`percentages` of adoption to compare; without it, 10%,20%,40%"},
	} {
		c.Flags().StringVar(f.to, f.name, "", f.usage)
	}
	_ = c.MarkFlagRequired("nodes") // it is defined above
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

// projected asks the books, or the program file when nothing is booked.
func (in *invocation) projected(ctx context.Context, r quote.EstimateRequest) (quote.Estimate, error) {
	p, err := in.rules(ctx)
	if err != nil {
		return quote.Estimate{}, err
	}
	e, err := in.openReadOnly(ctx)
	if errors.Is(err, errNoBooks) && r.AdoptionOf != quote.Sold {
		return quote.EstimateFromProgram(p, in.Clock.Now(), r)
	}
	if err != nil {
		return quote.Estimate{}, err
	}
	defer e.Close()
	return quote.EstimateFromBooks(ctx, e, in.Clock.Now(), r)
}
