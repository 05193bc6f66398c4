package main

import (
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/view"
)

// mostDays is a hundred years.
const mostDays = 36525

func (in *invocation) emissionCommand() *cobra.Command {
	var tge, from, days string
	c := &cobra.Command{
		Use: "emission", Short: "What the token emits on each UTC day", Args: cobra.NoArgs,
		Long: "From the token's generation on, or from --from. The days of a period sum to the period exactly.",
		RunE: func(*cobra.Command, []string) error {
			n, err := view.ParseCount("days", days, 1, mostDays)
			if err != nil {
				return asUsage(err)
			}
			generated, err := timeFlag(tge)
			if err != nil {
				return err
			}
			begin, err := timeFlag(from)
			if err != nil {
				return err
			}
			return in.emission(generated, begin, n)
		},
	}
	c.Flags().StringVar(&tge, "tge", "", "the `time` of the token's generation; without it, the program file's")
	c.Flags().StringVar(&from, "from", "", "the first `day`; without it, the day of the generation")
	c.Flags().StringVar(&days, "days", "", "how many `days`")
	_ = c.MarkFlagRequired("days") // it is defined above
	return c
}

type emissionDay struct {
	Day    string `json:"day"`
	Amount string `json:"amount"`
}

func (in *invocation) emission(tge, from time.Time, n int) error {
	p, err := in.loadProgram()
	if err != nil {
		return err
	}
	if tge, err = generation(p, tge); err != nil {
		return err
	}
	if from.IsZero() {
		from = tge
	}
	days, err := rewards.EmissionDays(p.Token, tge, from, n)
	if err != nil {
		return err
	}
	list, sum := make([]emissionDay, len(days)), money.Zero(p.Token.Asset)
	for i, d := range days {
		list[i] = emissionDay{d.Day.Format(time.DateOnly), d.Amount.Digits()}
		if sum, err = sum.Add(d.Amount); err != nil {
			return err
		}
	}
	return in.show(list, func(w io.Writer) {
		table(w, func(row func(cells ...any)) {
			for i, d := range days {
				row(list[i].Day, d.Amount)
			}
			row("sum", sum, fmt.Sprintf("%d days of %s, generated %s", n, p.Name, tge.Format(time.RFC3339)))
		})
	})
}

// generation is the instant of the token's generation: the given one, or the program file's.
func generation(p *program.Program, given time.Time) (time.Time, error) {
	switch {
	case p.Token == nil:
		return given, fmt.Errorf("the program %s has no token: add token to the program file", p.Name)
	case !given.IsZero():
		return given, nil
	case p.Token.TGE.IsZero():
		return given, usagef("the token's generation is not known: give --tge, such as 2024-09-01T00:00:00Z, or write token.tge in the program file")
	}
	return p.Token.TGE, nil
}
