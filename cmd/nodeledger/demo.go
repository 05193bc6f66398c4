package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/chain/devnet"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/store"
)

type demoOptions struct {
	once      bool
	seed      uint64
	listen    string
	months    int
	purchases int
	pace      time.Duration
	blockTime time.Duration // between blocks once the crowd is done
	leaveOpen bool
	file      string // of the program
}

func (in *invocation) demoCommand() *cobra.Command {
	var o demoOptions
	c := &cobra.Command{
		Use: "demo", Short: "A whole sale on a chain in memory: a crowd buys, the books follow, the API serves", Args: cobra.NoArgs,
		Long: "Nothing of it is real and nothing is needed for it. The books are in a temporary folder unless --db is given.\nWith --once it runs to the end, checks everything, prints the result and stops.",
		RunE: func(c *cobra.Command, _ []string) error {
			if o.months < 1 || o.months > 60 || o.purchases < 1 || o.purchases > 100_000 || o.pace < 0 || o.blockTime < 10*time.Millisecond {
				return misuse("--months is 1 to 60, --purchases 1 to 100000, --pace not below 0s, --block-time not below 10ms")
			}
			return in.demo(c.Context(), o, given(c.Flags(), "db"))
		},
	}
	c.Flags().BoolVar(&o.once, "once", false, "run to the end, check, print and stop")
	c.Flags().Uint64Var(&o.seed, "seed", 1, "the crowd; the same `number` makes the same books")
	c.Flags().StringVar(&o.listen, "listen", "127.0.0.1:0", "`host:port` to serve at; port 0 takes a free one")
	c.Flags().IntVar(&o.months, "months", 12, "how many `months` the sale takes on its chain; the token is generated in the seventh")
	c.Flags().IntVar(&o.purchases, "purchases", 400, "how many purchases the crowd makes")
	c.Flags().StringVar(&o.file, "program-file", "", "write the sale's program `file` there, to ask the books that --db keeps")
	c.Flags().DurationVar(&o.pace, "pace", 100*time.Millisecond, "pause between blocks, to watch; --once takes none")
	c.Flags().DurationVar(&o.blockTime, "block-time", time.Second, "pause between the blocks that follow the last month; what a wallet sends is final after 64 of them at most")
	c.Flags().BoolVar(&o.leaveOpen, "leave-open", false, "leave the last month to be closed and paid by whoever signs in as an operator")
	return c
}

// stage is a running demonstration: the chain, its program, the books and the way to them.
type stage struct {
	in      *invocation
	devnet  *devnet.Chain
	program *program.Program
	watcher *chain.Watcher
	books   *store.Store
	engine  *engine.Engine
	staff   demoStaff
}

func (in *invocation) demo(ctx context.Context, o demoOptions, kept bool) (err error) {
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
	} else if probe, state, err := in.state(ctx); err == nil {
		probe.Close()
		return fmt.Errorf("%s holds books already (%d transactions): a demonstration needs a new place", shownBooks(in.db), state.Ledger.Sequence)
	} else if !errors.Is(err, errNoBooks) {
		return err
	}
	if o.file == "" && !o.once {
		o.file = in.db + ".yaml"
	}
	s, err := in.raise(ctx, o)
	if err != nil {
		return stopped(ctx, err)
	}
	defer s.close()
	if o.once {
		return stopped(ctx, s.once(ctx, o))
	}
	return s.live(ctx, o)
}

func stopped(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil {
		return errors.New("stopped before the end")
	}
	return err
}

// raise starts the chain, opens the books and joins the two.
func (in *invocation) raise(ctx context.Context, o demoOptions) (s *stage, err error) {
	s = &stage{in: in}
	defer func() {
		if err != nil {
			s.close()
		}
	}()
	if s.devnet, err = devnet.Start(ctx, devnet.Options{Seed: o.seed}); err != nil {
		return s, err
	}
	text := []byte(demoProgram(s.devnet))
	if s.program, err = program.Read("demo", text); err != nil {
		return s, err
	}
	if o.file != "" {
		if err := os.WriteFile(o.file, text, 0o644); err != nil { //nolint:gosec // a program file is for everybody
			return s, err
		}
	}
	in.rpc = []string{s.devnet.URL()}
	if s.watcher, err = in.dial(ctx, s.program, !o.once); err != nil {
		return s, err
	}
	if s.books, err = store.Connect(ctx, in.db); err != nil {
		return s, err
	}
	if s.engine, err = engine.Open(ctx, s.program, s.books, s.watcher, chainClock{s.devnet}, in.logger(!o.once)); err != nil {
		return s, err
	}
	if s.staff, err = s.hire(ctx, o.seed); err != nil {
		return s, err
	}
	_, err = s.engine.RecordScores(ctx, s.staff.Ann, "providers", demoScores(s.devnet))
	return s, err
}

// chainClock tells the chain's time, so that the same seed makes the same books whenever it runs.
type chainClock struct{ *devnet.Chain }

// Now is the time of the head.
func (c chainClock) Now() time.Time { return time.Unix(int64(c.Head().Time), 0) }

// demoScores says that the first wallets provide computers as well, and that one of them fails a drill.
func demoScores(c *devnet.Chain) []engine.ScoreRow {
	begin := time.Date(2026, 1, 6, 0, 0, 0, 0, time.UTC)
	var rows []engine.ScoreRow
	for i := range 8 {
		wallet, _ := c.Wallet(i)
		rows = append(rows, engine.ScoreRow{Wallet: strings.ToLower(wallet.Hex()), What: "compute", Value: strconv.Itoa(5 * (i + 1)), At: begin})
	}
	return append(rows, engine.ScoreRow{Wallet: rows[2].Wallet, What: "drill", Value: "0", At: begin.AddDate(0, 2, 0)})
}

func (s *stage) close() {
	if s.watcher != nil {
		s.watcher.Close()
	}
	if s.books != nil {
		s.books.Close()
	}
	if s.devnet != nil {
		s.devnet.Close()
	}
}

// demoProgram is the program file of the sale on the chain.
func demoProgram(c *devnet.Chain) string {
	return fmt.Sprintf(`program: demo
schema: 1
title: { en: A demonstration sale, zh: 演示销售 }
chain: { id: %d, start_block: %d, finality: finalized, proof: full }
sale:
  contract: "%s"
  adapter: nodesale
  mode: parallel
holdings: purchases
referral: { discount: 10%%, reward: 10%%, settlement: on_chain, self_referral: refuse }
assets:
  ETH:    { decimals: 18, kind: native }
  GPOINT: { decimals: 18, kind: points }
  GPU:    { decimals: 18, kind: token, supply: 200000000 }
  USDT:   { decimals: 6, kind: erc20, address: "%s" }
score:
  - brackets:
      - { nodes: 1,   factor: 1 }
      - { nodes: 5,   factor: 1.2 }
      - { nodes: 20,  factor: 1.5 }
      - { nodes: 50,  factor: 1.6 }
      - { nodes: 100, factor: 2 }
points: # near their cap when the token is generated, after half a year
  asset: GPOINT
  cap: 2000000
  price: [{ usd: 1 }]
  emission: [{ from: 2026-01-06, per_day: 11000 }]
  pools: { validators: 20%%, providers: 80%%, queens: 0%% }
  at_tge: { becomes: GPU, rate: 1, lock: none }
token:
  asset: GPU
  tge: 2026-07-05T12:00:00Z
  allocation: { node_holders: 35%%, reserve: 25%%, foundation: 15%%, team: 10%%, funds: 10%%, liquidity: 5%% }
  drop: { of: node_holders, share: 5%%, by: nodes }
  emission: { of: node_holders, first: 15%%, period: 2y, then: half }
  lock: 90d
revenue:
  asset: USDT
  split: { share: 60%%, buyback: 40%% }
  share:
    mode: brackets
    brackets:
      - { nodes: 5,   amount: 250 }
      - { nodes: 20,  amount: 2000 }
      - { nodes: 50,  amount: 7000 }
      - { nodes: 100, amount: 25000 }
    surplus: carry
payout:
  treasury: "%s"
  minimum: { USDT: 5 }
  distributor: { USDT: "%s" }
campaigns:
  - { name: miners, from: 2026-02-01, until: 2026-04-01, wallets: everybody, amount: 3, per: node, asset: USDT, budget: 600 }
`, c.ChainID(), c.DeployBlock(), c.Sale().Hex(), c.Tether().Hex(), c.Treasury().Hex(), c.Distributor().Hex())
}

// live lets the crowd buy while the books follow and the API serves, until the context ends.
func (s *stage) live(ctx context.Context, o demoOptions) error {
	wallet, _ := s.devnet.Wallet(0)
	fmt.Fprintf(s.in.Stdout, `A sale on a chain in memory, seed %d: %d purchases over %d months pass in a minute or so, while two operators do the sale's money.
The page and the API are at the address in the last line; open it in a browser.
node      %s (chain id 1337)
contract  %s
Try, in another terminal:
  %[6]s holder %[7]s --db %[8]s --program %[9]s
  %[6]s quote --quantity 7 --db %[8]s --program %[9]s
  %[6]s ledger trial --db %[8]s
  %[6]s ledger verify --db %[8]s
  %[6]s payout list --db %[8]s --program %[9]s
Operators sign in on the page Operators with a token, of no value: one of them proposes a payout, the other approves it.
Their tokens: ann %[10]s, bob %[11]s
`, o.seed, o.purchases, o.months, s.devnet.URL(), s.devnet.Sale().Hex(), cmp.Or(s.in.Name, "nodeledger"), wallet.Hex(), s.in.db, o.file, s.staff.Ann.Token, s.staff.Bob.Token)
	log := s.in.logger(true)
	crowd := func(ctx context.Context) error {
		err := s.year(ctx, o, func(int, int) {
			select {
			case <-ctx.Done():
			case <-time.After(o.pace):
			}
		}, s.book)
		if err != nil && ctx.Err() == nil {
			log.Warn("the crowd went home early", "error", err)
		}
		return s.goOn(ctx, o.blockTime)
	}
	f := &follower{step: following(s.engine), poll: time.Second, log: log}
	d, err := s.in.options(offering{})
	if err != nil {
		return err
	}
	d.Engine = s.engine
	working(&d, s.watcher)
	return s.in.offer(ctx, d, o.listen, func(ctx context.Context) error {
		bought := make(chan error, 1)
		go func() { bought <- crowd(ctx) }()
		err := f.run(ctx)
		return errors.Join(err, <-bought)
	})
}

// goOn mines a block now and then, so that what a visitor's wallet sends is mined and becomes final.
func (s *stage) goOn(ctx context.Context, every time.Duration) error {
	fmt.Fprintf(s.in.Stdout, "The crowd has gone home: a block every %s from here on\n", every)
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-tick.C:
			if err := s.devnet.Mine(ctx, 1); err != nil && ctx.Err() == nil {
				return err
			}
		}
	}
}

// finality is how many blocks apart the final blocks of the chain are.
const finality = 32

// settle mines until the head is final.
func (s *stage) settle(ctx context.Context) error {
	rest := finality - s.devnet.Head().Number.Uint64()%finality
	if rest == finality {
		return nil
	}
	return s.devnet.Mine(ctx, int(rest))
}
