package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/wire"
)

// mostDays is a hundred years.
const mostDays = 36525

func (in *invocation) emissionCommand() *cobra.Command {
	var tge, from, days string
	c := &cobra.Command{
		Use: "emission", Short: "Show what the token emits on each UTC day", Annotations: readsBooks(),
		Long:    "From the TGE on, or from --from. The days of a period sum to the period exactly.",
		Example: "  nodeledger rewards emission --days 7 --tge 2026-09-01T00:00:00Z",
		RunE: func(c *cobra.Command, _ []string) error {
			n, err := view.ParseCount("days", days, 1, mostDays)
			if err != nil {
				return err
			}
			tgeTime, err := timeFlag(tge)
			if err != nil {
				return err
			}
			begin, err := timeFlag(from)
			if err != nil {
				return err
			}
			return in.emission(c.Context(), tgeTime, begin, n)
		},
	}
	c.Flags().StringVar(&tge, "tge", "", "`time` of the TGE; without it, that of the program file, or the recorded or planned one")
	c.Flags().StringVar(&from, "from", "", "first `day`; without it, the day of the TGE")
	c.Flags().StringVar(&days, "days", "", "`number` of days")
	_ = c.MarkFlagRequired("days") // it is defined above
	return c
}

func (in *invocation) emission(ctx context.Context, tge, from time.Time, n int) error {
	p, err := in.rules(ctx)
	if err != nil {
		return err
	}
	if tge, err = in.timeOfTGE(ctx, p, tge); err != nil {
		return err
	}
	if from.IsZero() {
		from = tge
	}
	days, err := rewards.EmissionDays(p.Token, tge, from, n)
	if err != nil {
		return err
	}
	sum := money.Zero(p.Token.Asset)
	for _, d := range days {
		if sum, err = sum.Add(d.Amount); err != nil {
			return err
		}
	}
	return in.show(wire.EmissionOf(tge, days, sum), func(w io.Writer) {
		table(w, func(row func(cells ...any)) {
			for _, d := range days {
				row(d.Day.Format(time.DateOnly), d.Amount)
			}
			row("sum", sum, fmt.Sprintf("%d days of %s, TGE %s", n, p.Name, tge.Format(time.RFC3339)))
		})
	})
}

// timeOfTGE is the given time, or that which is known.
func (in *invocation) timeOfTGE(ctx context.Context, p *program.Program, given time.Time) (time.Time, error) {
	switch {
	case p.Token == nil:
		return given, p.Lacks("token")
	case !given.IsZero():
		return given, nil
	}
	known, err := in.knownTGE(ctx, p)
	if err == nil && known.IsZero() {
		err = usage.Errorf("the time of the TGE is not known: give --tge, such as 2026-09-01T00:00:00Z, write token.tge in the program " +
			"file, or plan it (nodeledger rewards plan-tge)")
	}
	return known, err
}

// knownTGE is the program file's time of the TGE, or that which operators recorded or planned in the books; zero when there is none.
func (in *invocation) knownTGE(ctx context.Context, p *program.Program) (at time.Time, err error) {
	switch {
	case p.Token == nil:
		return at, nil
	case !p.Token.TGE.IsZero():
		return p.Token.TGE, nil
	}
	e, err := in.openReadOnly(ctx)
	switch {
	case errors.Is(err, errNoBooks):
		return at, nil
	case err != nil:
		return at, err
	}
	defer e.Close()
	e.View(func(f *fold.Fold, _ engine.State) {
		if at = f.Generation(); at.IsZero() {
			at = f.PlannedTGE()
		}
	})
	return at, nil
}
