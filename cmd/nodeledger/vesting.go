package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/wire"
)

// vestingFlags are a vesting as it was written.
type vestingFlags struct {
	schedule, total, asset, start, cliff, duration, begins, step, atStart, at string
}

func (in *invocation) vestingCommand() *cobra.Command {
	var f vestingFlags
	c := &cobra.Command{
		Use: "vesting", Short: "Show what of a vesting is available at a time; record grants", Annotations: readsBooks(),
		Long: "By the terms in the flags, or by those of a --schedule of the program file. The books are asked for the time of the TGE alone.",
		Example: `  nodeledger vesting --total 5000000 --cliff 6mo --duration 24mo --start 2026-09-01 --at 2027-06-01
  nodeledger vesting --program gpunet --schedule early_investors --start 2026-09-01 --total 5000000`,
		RunE: func(c *cobra.Command, _ []string) error { return in.vesting(c.Context(), c.Flags(), &f) },
	}
	c.Flags().StringVar(&f.schedule, "schedule", "", "`name` of a schedule under token.vesting of the program file, such as early_investors")
	c.Flags().StringVar(&f.total, "total", "", "`amount` granted, e.g. 1250.50 (not base units)")
	c.Flags().StringVar(&f.asset, "asset", "", "`symbol` of its asset; without it, the program's token")
	c.Flags().StringVar(&f.start, "start", "", "`time` that everything counts from; without it, the schedule's own, or the TGE's")
	c.Flags().StringVar(&f.cliff, "cliff", "none", "`length` of time before which nothing vests, such as 6mo")
	c.Flags().StringVar(&f.duration, "duration", "", "`length` of time that it vests over, such as 24mo")
	usage.AddChoice(c, &f.begins, "begins", string(program.AfterCliff), "`rule` for the time before the cliff",
		string(program.AfterCliff), string(program.AccrueTo))
	usage.AddChoice(c, &f.step, "step", string(program.Linear), "`rule` by which it grows", string(program.Linear), string(program.Monthly))
	c.Flags().StringVar(&f.atStart, "at-start", "", "`amount` that is available at the start")
	c.Flags().StringVar(&f.at, "at", "", "`time` that is asked about; without it, now")
	c.AddCommand(in.grantCommands()...)
	return c
}

func (in *invocation) vesting(ctx context.Context, flags *pflag.FlagSet, f *vestingFlags) error {
	at, err := timeFlag(f.at)
	if err != nil {
		return err
	}
	if at.IsZero() {
		at = in.Clock.Now().UTC().Truncate(time.Second)
	}
	p, err := in.rules(ctx)
	if err != nil {
		return err
	}
	var s rewards.Schedule
	if f.schedule != "" {
		s, err = in.scheduleOf(ctx, p, flags, f)
	} else {
		s, err = in.scheduleOfTerms(ctx, p, f)
	}
	if err != nil {
		return err
	}
	terms, vested, locked := s.Terms(), s.Vested(at), s.Locked(at)
	result := wire.VestingOf(&s, at)
	return in.show(result, func(w io.Writer) {
		table(w, func(row func(cells ...any)) {
			row("total", terms.Total)
			row("start", result.Start)
			row("cliff", terms.Cliff)
			row("end", result.End)
			row("at", result.At)
			row("vested", vested, vested.Digits()+" base units")
			row("locked", locked, locked.Digits()+" base units")
		})
	})
}

// scheduleOf is a schedule of the program file, with what the file leaves open.
func (in *invocation) scheduleOf(ctx context.Context, p *program.Program, flags *pflag.FlagSet, f *vestingFlags) (rewards.Schedule, error) {
	for _, name := range []string{"asset", "cliff", "duration", "begins", "step", "at-start"} {
		if usage.IsSet(flags, name) {
			return rewards.Schedule{}, usage.Errorf("--%s and --schedule exclude each other: the terms are those of the program file", name)
		}
	}
	if p.Token == nil {
		return rewards.Schedule{}, fmt.Errorf("the program %s has no token, so no vesting: give the terms without --schedule", p.Name)
	}
	var names []string
	for _, v := range p.Token.Vesting {
		if names = append(names, v.Name); v.Name != f.schedule {
			continue
		}
		total := money.Zero(p.Token.Asset)
		if f.total != "" || v.Total.IsZero() {
			var err error
			if total, err = amountFlag("total", f.total, p.Token.Asset); err != nil {
				return rewards.Schedule{}, err
			}
		}
		start, err := timeFlag(f.start)
		if err != nil {
			return rewards.Schedule{}, err
		}
		if !v.Start.IsZero() && !start.IsZero() && !v.Start.Equal(start) {
			return rewards.Schedule{}, problem.Invalidf("--start: %s starts at %s by the program file: leave --start out", v.Name,
				v.Start.Format(time.RFC3339))
		}
		if start, err = in.vestingStart(ctx, p, start, v.Start); err != nil {
			return rewards.Schedule{}, err
		}
		s, err := rewards.ScheduleOf(v, total, start)
		if err != nil {
			return s, problem.As(problem.Invalid, "", err)
		}
		return s, nil
	}
	return rewards.Schedule{}, problem.New(problem.Conflict, problem.NotInProgram,
		"--schedule: the program %s has no vesting %q: it has %s", p.Name, f.schedule,
		cmp.Or(strings.Join(names, ", "), "none"))
}

// vestingStart is when a vesting starts: the given instant, the schedule's own, or the TGE.
func (in *invocation) vestingStart(ctx context.Context, p *program.Program, given, own time.Time) (time.Time, error) {
	for _, t := range []time.Time{given, own} {
		if !t.IsZero() {
			return t, nil
		}
	}
	tge, err := in.knownTGE(ctx, p)
	if err == nil && tge.IsZero() {
		err = usage.Errorf("--start is missing, and no TGE is known to count from: write one such as 2024-09-01T00:00:00Z")
	}
	return tge, err
}

// scheduleOfTerms is a schedule by the terms in the flags.
func (in *invocation) scheduleOfTerms(ctx context.Context, p *program.Program, f *vestingFlags) (s rewards.Schedule, err error) {
	var asset money.Asset
	if f.asset != "" {
		use, ok := p.AssetUse(f.asset)
		if !ok {
			return s, problem.New(problem.Conflict, problem.NotInProgram,
				"--asset: the program %s has no asset %q: write one of its assets, such as %s", p.Name, f.asset, p.Sale.Asset)
		}
		asset = use.Asset
	} else if p.Token == nil {
		return s, usage.Errorf("--asset is missing, and the program %s has no token: write one of its assets, such as %s", p.Name, p.Sale.Asset)
	} else {
		asset = p.Token.Asset
	}
	t := rewards.Terms{Step: program.Step(f.step), Begins: program.VestingStart(f.begins)}
	if t.Total, err = amountFlag("total", f.total, asset); err != nil {
		return s, err
	}
	if f.atStart != "" {
		if t.AtStart, err = amountFlag("at-start", f.atStart, asset); err != nil {
			return s, err
		}
	}
	if t.Cliff, err = program.ParseDuration(f.cliff); err != nil {
		return s, problem.Invalidf("--cliff: %w", err)
	}
	if f.duration == "" {
		return s, usage.Errorf("--duration is missing: write a length such as 24mo, or name a --schedule")
	}
	if t.Duration, err = program.ParseDuration(f.duration); err != nil {
		return s, problem.Invalidf("--duration: %w", err)
	}
	start, err := timeFlag(f.start)
	if err != nil {
		return s, err
	}
	if t.Start, err = in.vestingStart(ctx, p, start, time.Time{}); err != nil {
		return s, err
	}
	if s, err = rewards.NewSchedule(t); err != nil {
		return s, problem.As(problem.Invalid, "", err)
	}
	return s, nil
}

func amountFlag(name, text string, asset money.Asset) (money.Amount, error) {
	if text == "" {
		return money.Amount{}, usage.Errorf("--%s is missing: write an amount in %s, e.g. 5000000 (not base units)", name, asset)
	}
	a, err := money.Parse(asset, text)
	if err != nil {
		return a, problem.Invalidf("--%s: %w", name, err)
	}
	return a, nil
}
