package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/httpapi"
	"github.com/nodeledger/nodeledger/view/quote"
)

func (in *invocation) estimateCommand() *cobra.Command {
	var r quote.EstimateRequest
	c := &cobra.Command{
		Use: "estimate", Short: "What nodes would earn, and everything that this assumes", Args: cobra.NoArgs,
		Long: "An estimate is as good as its assumptions: each is listed with who says so. Numbers are exact decimals or percentages.",
		RunE: func(c *cobra.Command, _ []string) error { return in.estimate(c.Context(), r) },
	}
	for _, f := range []struct {
		to          *string
		name, usage string
	}{
		{&r.Nodes, "nodes", "the `nodes` of each wallet: 5, or 5,20 for two wallets"},
		{&r.Months, "months", "the horizon in `months` after the token's generation, 0 to 600; without it, 24"},
		{&r.Adoption, "adoption", "active nodes as a `part` of --adoption-of, such as 10%; without it, everybody"},
		{&r.AdoptionOf, "adoption-of", "a `number` of nodes, or sold for those in the books; without it, the most there can be"},
		{&r.NodePrice, "node-price", "the `price` paid for one node: 600 in US dollars, or \"0.1 ETH\" in the sale's asset"},
		{&r.Paid, "paid", "the `price` paid for all nodes together, instead of --node-price"},
		{&r.Tier, "tier", "instead of both: the price of this `tier` of the program file"},
		{&r.AssetPrice, "eth-price", "US `dollars` for one whole unit of the sale's asset"},
		{&r.TokenPrice, "token-price", "US `dollars` for one token"},
		{&r.PointPrice, "point-price", "US `dollars` for one point; without it, the program's"},
		{&r.AverageFactor, "average-factor", "the mean `factor` of all active nodes; without it, 1"},
		{&r.DropBy, "drop-by", "what the drop is shared by, `nodes or score`; without it, the program's"},
		{&r.Coverage, "coverage", "the `part` of the monthly amounts that the month's fund can pay; without it, all"},
		{&r.Fund, "fund", "the month's fund in whole `units`, where it is shared by score"},
		{&r.PointDays, "point-days", "`days` of points before the generation; without it, none"},
		{&r.PointsIssued, "points-issued", "whole `points` issued before those days, for the cap; without it, those in the books with --adoption-of sold, otherwise none"},
		{&r.TGE, "tge", "the `time` of the token's generation; without it, the program's, or today"},
		{&r.At, "at", "the rules in force at this `time`; without it, now"},
		{&r.Scenarios, "scenarios", "`adoptions` to compare; without it, 10%,20%,40%"},
	} {
		c.Flags().StringVar(f.to, f.name, "", f.usage)
	}
	_ = c.MarkFlagRequired("nodes") // it is defined above
	return c
}

type estimateResult struct {
	httpapi.Projection
	AsOf *freshness `json:"as_of,omitempty"`
}

func (in *invocation) estimate(ctx context.Context, r quote.EstimateRequest) error {
	e, err := in.projected(ctx, r)
	if err != nil {
		return asUsage(err)
	}
	result := estimateResult{Projection: httpapi.ProjectionOf(&e)}
	if e.AsOf != nil {
		fresh := freshOf(*e.AsOf)
		result.AsOf = &fresh
	}
	return in.show(result, func(w io.Writer) {
		writeProjection(w, &result.Projection)
		if e.AsOf != nil {
			writeFresh(w, *e.AsOf)
		}
	})
}

// projected asks the books only when the estimate is about what they hold, so that otherwise the same question has the
// same answer wherever it is asked.
func (in *invocation) projected(ctx context.Context, r quote.EstimateRequest) (quote.Estimate, error) {
	p, err := in.loadProgram()
	if err != nil {
		return quote.Estimate{}, err
	}
	if r.AdoptionOf != quote.Sold {
		return quote.EstimateFromProgram(p, in.Clock.Now(), r)
	}
	e, err := in.openReadOnly(ctx)
	if err != nil {
		return quote.Estimate{}, err
	}
	defer e.Store().Close()
	return quote.EstimateFromBooks(ctx, e, in.Clock.Now(), r)
}
