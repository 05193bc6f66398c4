package main

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/intake"
	"github.com/nodeledger/nodeledger/problem"
)

// recordCommands write down what operators know and no chain tells.
func (in *invocation) recordCommands() []*cobra.Command {
	s := &signer{in: in}
	scores := &cobra.Command{
		Use: "record-scores FILE", Short: "Record a file of scores (CSV or JSON): compute, stakes, checks, drills, ratings",
		Annotations: writesBooks(),
		Long:        "Columns, or keys: wallet, what, value, at. When a row is wrong, all wrong rows are listed and nothing is recorded.",
		Example:     "  nodeledger rewards record-scores scores.csv --reference providers-2026-08 --operator ann",
		RunE: func(c *cobra.Command, args []string) error {
			f, err := openFile(args[0])
			if err != nil {
				return err
			}
			defer f.Close()
			rows, err := intake.Scores(f, args[0])
			if err != nil {
				return oneLineOfRows(args[0], err)
			}
			return s.record(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				again, err := e.RecordScores(c.Context(), by, s.reference, rows)
				return again, oneLineOfRows(args[0], err)
			})
		},
	}
	plan, tge := s.tgeCommands()
	s.addFlags(true, scores, plan, tge)
	return []*cobra.Command{scores, plan, tge}
}

// tgeCommands plan the TGE, and record it.
func (s *signer) tgeCommands() (plan, record *cobra.Command) {
	timestamp := func(text string) (time.Time, error) {
		at, err := time.Parse(time.RFC3339, text)
		if err != nil {
			err = problem.Invalidf("%q is not a timestamp (RFC 3339): write it as 2026-09-01T00:00:00Z", text)
		}
		return at, err
	}
	plan = &cobra.Command{
		Use: "plan-tge TIME", Short: "Plan the TGE (token generation event), or move the plan", Annotations: writesBooks(),
		Long: `Only for a program file without token.tge. The plan counts once two operators recorded the same time; two plan another time as
often as they like. When the time has come, epochs of points wait until the TGE is recorded, or planned for later.`,
		Example: "  nodeledger rewards plan-tge 2026-09-01T00:00:00Z --reference tge-plan --operator bob",
		RunE: func(c *cobra.Command, args []string) error {
			at, err := timestamp(args[0])
			if err != nil {
				return err
			}
			return s.record(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				return e.PlanTGE(c.Context(), by, s.reference, at)
			})
		},
	}
	var insteadOf string
	record = &cobra.Command{
		Use: "record-tge TIME", Short: "Record the time of the TGE (token generation event)", Annotations: writesBooks(),
		Long: `Only for a program file without token.tge, and for a time up to which the chain is final. The time counts once two operators
recorded the same, and is permanent.`,
		Example: "  nodeledger rewards record-tge 2026-09-01T00:00:00Z --reference tge --operator bob",
		RunE: func(c *cobra.Command, args []string) error {
			at, err := timestamp(args[0])
			if err != nil {
				return err
			}
			var planned time.Time
			if insteadOf != "" {
				if planned, err = timestamp(insteadOf); err != nil {
					return err
				}
			}
			return s.record(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				return e.RecordTGE(c.Context(), by, s.reference, at, planned)
			})
		},
	}
	record.Flags().StringVar(&insteadOf, "instead-of", "", "planned `time`, where the TGE was at another one")
	return plan, record
}

// oneLineOfRows names the file in a refusal of its rows.
func oneLineOfRows(file string, err error) error {
	if err == nil {
		return nil
	}
	if len(problem.Of(err).Rows) > 0 {
		return fmt.Errorf("%s: %w", file, err)
	}
	return err
}

// grantCommands record grants of tokens that vest, their ends, and what holders took.
func (in *invocation) grantCommands() []*cobra.Command {
	s := &signer{in: in}
	var at string
	instant := func() (time.Time, error) {
		t, err := time.Parse(time.RFC3339, at)
		if err != nil {
			return t, problem.Invalidf("--at %q is not a timestamp (RFC 3339): write it as 2026-09-01T00:00:00Z", at)
		}
		return t, nil
	}
	grant := &cobra.Command{
		Use: "grant FILE", Short: "Record a token grant", Annotations: writesBooks(),
		Long: `The file is a JSON object with name, wallet, total, bucket, and either schedule, a name under token.vesting of the program file,
or the terms: start, at_start, cliff, duration, step, begins. bucket is the part under token.allocation that the tokens come from; a
schedule names one. Amounts are in the token, e.g. "1250.50" (not base units).`,
		Example: "  nodeledger vesting grant ann.json --reference grant-ann --operator ann",
		RunE: func(c *cobra.Command, args []string) error {
			f, err := openFile(args[0])
			if err != nil {
				return err
			}
			defer f.Close()
			var terms fold.GrantTerms
			d := json.NewDecoder(f)
			d.DisallowUnknownFields()
			if err := d.Decode(&terms); err != nil {
				return problem.Invalidf("%s is not a valid grant {name, wallet, total, bucket, schedule | start, at_start, cliff, duration, "+
					"step, begins}: %w", args[0], err)
			}
			return s.record(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				return e.RecordGrant(c.Context(), by, s.reference, terms)
			})
		},
	}
	revoke := &cobra.Command{
		Use: "revoke GRANT", Short: "End a grant: what is not vested by then goes back", Annotations: writesBooks(),
		Example: "  nodeledger vesting revoke ann-seed --at 2026-09-01T00:00:00Z --reference end-of-ann-seed --operator ann",
		RunE: func(c *cobra.Command, args []string) error {
			t, err := instant()
			if err != nil {
				return err
			}
			return s.record(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				return e.RecordRevocation(c.Context(), by, s.reference, args[0], t)
			})
		},
	}
	release := &cobra.Command{
		Use: "release GRANT AMOUNT", Short: "Record that a holder withdrew vested tokens", Annotations: writesBooks(),
		Long:    "AMOUNT is in the token, e.g. 1250.50 (not base units).",
		Example: "  nodeledger vesting release ann-seed 100.5 --at 2026-09-01T00:00:00Z --reference ann-seed-1 --operator ann",
		RunE: func(c *cobra.Command, args []string) error {
			t, err := instant()
			if err != nil {
				return err
			}
			return s.record(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				return e.RecordRelease(c.Context(), by, s.reference, args[0], args[1], t)
			})
		},
	}
	for _, c := range []*cobra.Command{revoke, release} {
		c.Flags().StringVar(&at, "at", "", "`time` it took effect, such as 2026-09-01T00:00:00Z; required")
	}
	s.addFlags(true, grant, revoke, release)
	return []*cobra.Command{grant, revoke, release}
}
