package main

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/intake"
	"github.com/nodeledger/nodeledger/problem"
)

// recordCommands write down what operators know and no chain tells.
func (in *invocation) recordCommands() []*cobra.Command {
	s := &signer{in: in}
	scores := &cobra.Command{
		Use: "record-scores FILE", Short: "Record a file of scores (CSV or JSON): compute, queens, checks, drills, ratings",
		Annotations: writesBooks(),
		Long: `Columns of CSV, or keys of a list of JSON:

  wallet   whose score it is
  what     compute: the provider's compute score, from then on (0 ends it); queen: 1 takes part as a queen validator, 0 no longer;
           check, drill: 1 passed, 0 failed; rating: 1 to 10, from a customer
  value    the number
  at       from when on it holds, such as 2026-08-01T00:00:00Z; not before a day that is closed

An example file:

  wallet,what,value,at
  0x70997970c51812dc3a010c7d01b50e0d17dc79c8,compute,12.5,2026-08-01T00:00:00Z
  0x70997970c51812dc3a010c7d01b50e0d17dc79c8,drill,0,2026-08-02T09:30:00Z
  0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc,queen,1,2026-08-01T00:00:00Z

What a wallet stakes is recorded with "nodeledger stake add". When a row is wrong, all wrong rows are listed and nothing is recorded.`,
		Example: "  nodeledger rewards record-scores scores.csv --reference providers-2026-08 --operator ann",
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
		Example: "  nodeledger vesting revoke ann-seed --at 2026-09-05T12:00:00Z --reference end-of-ann-seed --operator ann",
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

// pointsCommand records points that were sold and spent.
func (in *invocation) pointsCommand() *cobra.Command {
	s := &signer{in: in}
	var sale fold.PointsSoldBody
	var spent fold.PointsSpentBody
	var at string
	sold := &cobra.Command{
		Use: "sold WALLET POINTS", Short: "Record points that somebody bought", Annotations: writesBooks(),
		Long: `At the program's price in force, in the asset of the revenue; where they were sold at another price or for another asset, --price
says it. What was received is where --source has its money. The points count against the cap. A sale by mistake: "points reverse".`,
		Example: "  nodeledger points sold WALLET 100 --received 100 --source fiat --at 2026-09-02T12:00:00Z --reference invoice --operator ann",
		RunE: func(c *cobra.Command, args []string) (err error) {
			sale.Wallet, sale.Points = args[0], args[1]
			if sale.At, err = instantOf("--at", at); err != nil {
				return err
			}
			return s.record(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				return e.RecordPointsSold(c.Context(), by, s.reference, sale)
			})
		},
	}
	f := sold.Flags()
	f.StringVar(&sale.Received, "received", "", "`amount` that was paid, e.g. 1250.50 (not base units); required")
	f.StringVar(&sale.Asset, "asset", "", "`symbol` of what was paid; without it, the asset of the revenue")
	f.StringVar(&sale.Price, "price", "", "`price` of one point in what was paid; without it, the program's price in force")
	f.StringVar(&sale.Source, "source", "", "`name` of the source of revenue that has the money, such as fiat; required")
	f.StringVar(&sale.Note, "note", "", "`text` to remember it by")
	spend := &cobra.Command{
		Use: "spent WALLET POINTS", Short: "Record points that somebody spent: they are burnt", Annotations: writesBooks(),
		Aliases: []string{"burnt"},
		Long:    "At most what the wallet has and has not staked.",
		Example: "  nodeledger points spent WALLET 40 --for \"3 hours\" --at 2026-09-02T12:00:00Z --reference job-12 --operator ann",
		RunE: func(c *cobra.Command, args []string) (err error) {
			spent.Wallet, spent.Points = args[0], args[1]
			if spent.At, err = instantOf("--at", at); err != nil {
				return err
			}
			return s.record(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				return e.RecordPointsSpent(c.Context(), by, s.reference, spent)
			})
		},
	}
	spend.Flags().StringVar(&spent.For, "for", "", "`text`: what they were spent for; required")
	for _, c := range []*cobra.Command{sold, spend} {
		c.Flags().StringVar(&at, "at", "", "`time` of it, such as 2024-06-02T12:00:00Z; required")
	}
	s.addFlags(true, sold, spend)
	return usage.Group("points", "Record points that were sold and spent", sold, spend,
		in.reverseCommand("points", "points sold or spent", "points-sold-1"))
}

// stakeCommand records stakes and their ends.
func (in *invocation) stakeCommand() *cobra.Command {
	s := &signer{in: in}
	var at string
	record := func(name, short, long, example string,
		say func(*engine.Engine, *cobra.Command, engine.By, fold.StakeBody) (engine.Receipt, error)) *cobra.Command {
		c := &cobra.Command{
			Use: name + " WALLET AMOUNT ASSET", Short: short, Long: long, Annotations: writesBooks(),
			Example: "  nodeledger stake " + name + " WALLET 1 GPU --at 2026-09-05T00:00:00Z --reference " + example + " --operator ann",
			RunE: func(c *cobra.Command, args []string) error {
				when, err := instantOf("--at", at)
				if err != nil {
					return err
				}
				return s.record(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
					return say(e, c, by, fold.StakeBody{Wallet: args[0], Amount: args[1], Asset: args[2], At: when})
				})
			},
		}
		c.Flags().StringVar(&at, "at", "", "`time` of it, such as 2024-06-02T12:00:00Z; required")
		return c
	}
	add := record("add", "Record that a holder stakes points or tokens", "At most what the holder can have; what is locked cannot be staked. "+
		"AMOUNT is e.g. 1250.50 (not base units).", "stake-7",
		func(e *engine.Engine, c *cobra.Command, by engine.By, b fold.StakeBody) (engine.Receipt, error) {
			return e.RecordStake(c.Context(), by, s.reference, b)
		})
	end := record("end", "Record that a holder stakes points or tokens no longer", "They count no longer from then on, and are available "+
		"when stakes.unbonding of the program file is over.", "stake-7-end",
		func(e *engine.Engine, c *cobra.Command, by engine.By, b fold.StakeBody) (engine.Receipt, error) {
			return e.RecordUnstake(c.Context(), by, s.reference, b)
		})
	s.addFlags(true, add, end)
	return usage.Group("stake", "Record what holders stake", add, end, in.reverseCommand("stake", "a stake", "stake-7"))
}

// reverseCommand takes back what was recorded by mistake.
func (in *invocation) reverseCommand(group, what, example string) *cobra.Command {
	s := &signer{in: in}
	var reason string
	c := &cobra.Command{
		Use: "reverse REFERENCE", Short: "Take back " + what + " that was recorded by mistake", Annotations: writesBooks(),
		Long:    "It is booked the other way round, in effect when this is recorded; both stay in the journal.",
		Example: "  nodeledger " + group + " reverse " + example + " --reason \"a zero too many\" --operator ann",
		RunE: func(c *cobra.Command, args []string) error {
			return s.record(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				return e.ReverseMove(c.Context(), by, args[0], reason)
			})
		},
	}
	c.Flags().StringVar(&reason, "reason", "", "`text` that the books keep: why it is taken back; required")
	s.addFlags(false, c)
	return c
}
