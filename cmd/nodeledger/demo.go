//go:build !nodemo

package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/follower"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/progress"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/redact"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/demo"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/wire"
)

// demoExample is how the demonstration is begun, for the program's help.
const demoExample = "  nodeledger demo\n"

type demoOptions struct {
	demo.Options
	usage.Listening
	once      bool
	pace      time.Duration
	blockTime time.Duration // between blocks once all purchases are made
	until     string        // when the sale's months end
	file      string        // of the program
	prices    string        // the file of a price list
	pairing   usage.Pairing
	registry  string // of names
}

func (in *invocation) demoCommand() *cobra.Command {
	var o demoOptions
	c := &cobra.Command{
		Use: "demo", Short: "Run a whole sale on a chain in memory", Annotations: writesBooks(),
		Long: `Starts a chain in memory with the sale's contracts, lets simulated buyers buy for a year, keeps the books, and serves the page and
the API. Nothing in it is real and it needs nothing. The books are in a temporary folder unless --db is given, which must be
new. With --once it runs to the end, checks everything, prints the result and stops.`,
		Example: `  nodeledger demo
  nodeledger demo --once --json --seed 1 --months 2 --purchases 40`,
		RunE: func(c *cobra.Command, _ []string) error {
			if o.pace < 0 || o.blockTime < 10*time.Millisecond {
				return problem.Invalidf("--pace must be at least 0s, --block-time at least 10ms")
			}
			if err := o.Check(); err != nil {
				return err
			}
			var err error
			if o.Until, err = in.demoEnd(o.until); err != nil {
				return err
			}
			return in.demo(c.Context(), o, usage.IsSet(c.Flags(), "db"))
		},
	}
	c.Flags().BoolVar(&o.once, "once", false, "run to the end, check, print the result and stop")
	c.Flags().Uint64Var(&o.Seed, "seed", 1, "`number` that the buyers follow from; the same one until the same day makes the same books")
	o.AddFlags(c.Flags(), "127.0.0.1:0")
	usage.AddNumber(c, &o.Months, "months", 12, "`number` of months that the sale takes on its chain; the TGE is in the seventh", 1, 60)
	usage.AddNumber(c, &o.Purchases, "purchases", 400, "`number` of purchases", 1, 100_000)
	c.Flags().StringVar(&o.until, "until", "", "`time` or date (UTC) at which these months end; today unless it is given")
	c.Flags().StringVar(&o.file, "program-file", "", "write the sale's program into this `file`, to use with the books that --db keeps")
	c.Flags().StringVar(&o.prices, "prices", "", "CSV `file` of prices (date,asset,usd), as serve takes it")
	o.pairing.AddFlags(c.Flags())
	c.Flags().StringVar(&o.registry, "ens-registry", "", "`address` of a registry of names (ENS) on the chain")
	c.Flags().DurationVar(&o.pace, "pace", 100*time.Millisecond, "`pause` between blocks, to watch; --once takes none")
	c.Flags().DurationVar(&o.blockTime, "block-time", time.Second,
		"`pause` between the blocks after the last month; a transaction is final after at most 64 of them")
	c.Flags().BoolVar(&o.LeaveOpen, "leave-open", false, "leave the last month to be closed and paid by an operator who signs in")
	return c
}

// demoEnd is when the months of a demonstration end: at the midnight that today began with unless a time is given.
func (in *invocation) demoEnd(text string) (time.Time, error) {
	if text == "" {
		return in.Clock.Now().UTC().Truncate(24 * time.Hour), nil
	}
	return view.ParseTime(text)
}

func (in *invocation) demo(ctx context.Context, o demoOptions, kept bool) (err error) {
	if err := in.mayOpen(booksWrite); err != nil {
		return err
	}
	if !kept {
		folder, err := os.MkdirTemp("", "nodeledger-demo-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(folder)
		in.db = filepath.Join(folder, "demo.db")
		if o.file == "" {
			o.file = filepath.Join(folder, "demo.yaml")
		}
	} else if probe, state, err := in.openState(ctx); err == nil {
		probe.Close()
		return problem.New(problem.Conflict, "books-exist", "%s holds books already (%d transactions): a demonstration needs a new place",
			redact.URL(in.db), state.Ledger.Sequence)
	} else if !errors.Is(err, errNoBooks) {
		return err
	}
	if err := in.lastHead().Try(); err != nil {
		return err
	}
	switch seen, err := in.lastHead().Read(); {
	case err != nil:
		return err
	case seen != nil:
		return in.booksAreGone()
	}
	if o.file == "" && !o.once {
		o.file = in.db + ".yaml"
	}
	o.Database, o.Limits, o.Logger = in.db, in.Limits, in.logger(!o.once)
	o.Update = func(ctx context.Context, e *engine.Engine) error { return updateBooks(e)(ctx) }
	s, err := demo.Start(ctx, o.Options)
	if err != nil {
		return stopped(ctx, err)
	}
	defer s.Close()
	if o.file != "" {
		if err := os.WriteFile(o.file, []byte(s.ProgramText()), 0o644); err != nil { //nolint:gosec // a program file is for everybody
			return err
		}
	}
	in.rpc = []string{s.Chain.URL()}
	defer func() { err = errors.Join(err, in.keepHead(context.WithoutCancel(ctx), s.Engine)) }()
	if o.once {
		return stopped(ctx, in.demoOnce(ctx, s, o))
	}
	return in.demoLive(ctx, s, o)
}

// demoRate is how many requests a second one client may make: more than a page with all its parts asks for, however fast somebody turns.
const demoRate = 200

func stopped(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil {
		return errors.New("stopped before the end")
	}
	return err
}

// demoLive lets the crowd buy while the books follow and the API serves, until the context ends.
func (in *invocation) demoLive(ctx context.Context, s *demo.Sale, o demoOptions) error {
	wallet, _ := s.Chain.Wallet(0)
	fmt.Fprintf(in.Stdout, `A sale on a chain in memory, seed %d: %d purchases over %d months pass in a minute or so.
Two operators do the sale's money meanwhile. The page and the API are at the address after "serving at"; open it in a browser.
node      %s (chain id 1337)
contract  %s
Try, in another terminal:
  %[6]s holder %[7]s --db %[8]s --program %[9]s
  %[6]s quote --quantity 7 --db %[8]s --program %[9]s
  %[6]s ledger trial --db %[8]s
  %[6]s ledger verify --db %[8]s
  %[6]s payout list --db %[8]s --program %[9]s
Operators sign in on the page Operators with a throw-away demo token: one of them proposes a payout, the other approves it.
Their tokens: ann %[10]s, bob %[11]s
`, o.Seed, o.Purchases, o.Months, s.Chain.URL(), s.Chain.Sale().Hex(), cmp.Or(in.Name, "nodeledger"), wallet.Hex(), in.db, o.file,
		s.Operators.Ann.Token, s.Operators.Bob.Token)
	log := in.logger(true)
	beacon, err := s.ServeBeacon(ctx)
	if err != nil {
		return err
	}
	over := make(chan struct{}) // all purchases are made: nobody but the follower asks the chain from then on
	crowd := func(ctx context.Context) error {
		err := s.RunMonths(ctx, func(int, int) {
			select {
			case <-ctx.Done():
			case <-time.After(o.pace):
			}
		})
		if err != nil && ctx.Err() == nil {
			log.Warn("the simulated buyers stopped early", "error", err)
		}
		close(over)
		fmt.Fprintf(in.Stdout, "All purchases made; mining a block every %s\n", o.blockTime)
		go in.sayAudit(ctx, s, beacon, o.file)
		var now time.Time // of the chain: it goes on where it ended, or keeps our time when it ended today
		if o.until == "" {
			now = in.Clock.Now()
		}
		return s.MineForever(ctx, o.blockTime, now)
	}
	update := func(ctx context.Context) error {
		if err := updateBooks(s.Engine)(ctx); err != nil {
			return err
		}
		return in.keepHead(ctx, s.Engine)
	}
	o.pairing.Nodes = in.rpc
	d, err := in.options(ctx, serveOptions{Listening: o.Listening, rate: demoRate, prices: o.prices, pairing: o.pairing,
		nameRegistry: o.registry})
	if err != nil {
		return err
	}
	d.Engine = s.Engine
	compares := enableOperators(&d, s.Watcher, log)
	compare := compares.After(update)
	f := &follower.Follower{Poll: time.Second, Log: log, Between: compares.Asked(), Step: func(ctx context.Context) error {
		select {
		case <-over:
			return compare(ctx)
		default:
			return update(ctx)
		}
	}}
	return in.listenAndServe(ctx, d, o.Listening, beside(f.Run, crowd))
}

// sayAudit prints how somebody from outside makes the books again, once the beacon chain calls a block final.
func (in *invocation) sayAudit(ctx context.Context, s *demo.Sale, beacon *demo.Beacon, file string) {
	for {
		if root, ok := beacon.Checkpoint(); ok {
			fmt.Fprintf(in.Stdout, "Make these books again from outside, against the chain and its consensus, with the address after \"serving "+
				"at\":\n  %s audit ADDRESS --program %s --rpc %s --beacon %s --checkpoint %s\n", cmp.Or(in.Name, "nodeledger"), file,
				s.Chain.URL(), beacon.URL, root)
			return
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(time.Second):
		}
	}
}

// demoOnce runs the sale to its end, checks the books against the chain and prints the result.
func (in *invocation) demoOnce(ctx context.Context, s *demo.Sale, o demoOptions) error {
	begun := in.Clock.Now()
	progress := progress.New(in.barTo(), "purchases", 0)
	err := s.RunMonths(ctx, func(done, total int) { progress.Show(uint64(done), uint64(total), "purchases") })
	progress.End()
	if err != nil {
		return err
	}
	if err := s.Check(ctx); err != nil {
		return err
	}
	books, err := in.outcome(ctx, s.Engine, begun)
	if err != nil {
		return err
	}
	r, err := s.Result(ctx)
	if err != nil {
		return err
	}
	r.BookSummary = books.BookSummary
	return in.show(r, func(w io.Writer) {
		books.write(w)
		writeDemo(w, &r)
	})
}

// writeDemo is the rest of the result for people.
func writeDemo(w io.Writer, r *wire.Demonstration) {
	table(w, func(row func(cells ...any)) {
		row("holders", r.Holders)
		row("codes", r.Codes)
		row("contract", fmt.Sprintf("%s on chain %d", r.Contract, r.ChainID))
		row("seed", r.Seed)
		row("epochs", r.Rewards.Epochs)
		for _, line := range []struct {
			what   string
			amount wire.Amount
		}{
			{"points issued", r.Rewards.Points}, {"points converted", r.Rewards.Converted}, {"tokens issued", r.Rewards.Tokens},
			{"  locked", r.Rewards.Locked}, {"  available", r.Rewards.Available}, {"  carried", r.Rewards.Carried},
			{"gathered by runs", r.Payouts.Gathered}, {"  paid", r.Payouts.Paid}, {"  open", r.Payouts.Open},
		} {
			row(line.what, line.amount.Display)
		}
	})
	fmt.Fprintln(w, "verified: the ledger is sound, a quote was charged to the wei, the contract counts as many nodes as the books")
}
