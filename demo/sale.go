package demo

import (
	"context"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"time"

	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/chain/devnet"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/store"
)

// Options say what sale to make and where its books are kept.
type Options struct {
	Seed      uint64    // of the chain, the crowd and the operators
	Months    int       // from 1; the token is generated in the seventh
	Until     time.Time // when they end; zero: they begin on 5 January 2026
	Purchases int       // that the crowd makes, from 1
	LeaveOpen bool      // the last month is not closed and paid
	Database  string    // where the books are made, as [store.Connect] takes it
	Limits    chain.Limits
	Logger    *slog.Logger
	Update    func(context.Context, *engine.Engine) error // brings the books up to date with the chain
}

// Sale is a running demonstration: the chain, its program, the books and the way to them. Make it with [Start].
type Sale struct {
	Chain     *devnet.Chain
	Program   *program.Program
	Watcher   *chain.Watcher
	Engine    *engine.Engine
	Operators Operators

	books    *store.Store
	options  Options
	calendar calendar
	text     string                      // of the program
	mistaken bool                        // a wallet was paid that is owed nothing
	done     map[string]int              // what holders did with points and tokens, by its kind
	unsettle func(context.Context) error // of tests: before everything on the chain becomes final; nil: nothing
}

// Start starts the chain, makes the books and joins the two. Close it when done.
func Start(ctx context.Context, o Options) (s *Sale, err error) {
	s = &Sale{options: o, calendar: usual(o.Months), done: map[string]int{}}
	if !o.Until.IsZero() {
		s.calendar = ending(o.Until, o.Months)
	}
	defer func() {
		if err != nil {
			s.Close()
		}
	}()
	if s.Chain, err = devnet.Start(ctx, devnet.Options{Seed: o.Seed, Start: s.calendar.begin}); err != nil {
		return s, err
	}
	s.text = programText(s.Chain, s.calendar)
	if s.Program, err = program.Read("demo", []byte(s.text)); err != nil {
		return s, err
	}
	dial, err := chain.OptionsOf(s.Program, []string{s.Chain.URL()}, o.Logger)
	if err != nil {
		return s, err
	}
	dial.Limits = o.Limits
	if s.Watcher, err = chain.Dial(ctx, dial); err != nil {
		return s, err
	}
	if s.books, err = store.Connect(ctx, o.Database); err != nil {
		return s, err
	}
	if s.Engine, err = engine.Open(ctx, s.Program, s.books, s.Watcher, headClock{s.Chain}, o.Logger); err != nil {
		return s, err
	}
	var salts [32]byte
	copy(salts[:], fmt.Sprintf("salts, no value: %d", o.Seed))
	s.Engine.Salts(rand.NewChaCha8(salts)) // so that the same seed gives the same books
	if s.Operators, err = s.addOperators(ctx, o.Seed); err != nil {
		return s, err
	}
	return s, s.recordScores(ctx, "providers", s.firstScores())
}

// Close ends the chain and the way to it, and closes the books.
func (s *Sale) Close() {
	if s.Watcher != nil {
		s.Watcher.Close()
	}
	if s.books != nil {
		s.books.Close()
	}
	if s.Chain != nil {
		s.Chain.Close()
	}
}

// ProgramText is the sale's program file.
func (s *Sale) ProgramText() string { return s.text }

// Book makes everything on the chain final and books it.
func (s *Sale) Book(ctx context.Context) error {
	if s.unsettle != nil {
		if err := s.unsettle(ctx); err != nil {
			return err
		}
	}
	if err := s.Chain.SealUntilFinal(ctx); err != nil {
		return err
	}
	return s.options.Update(ctx, s.Engine)
}

// MineForever seals a block now and then, so that what a visitor's wallet sends is mined and becomes final. On the chain it is now the
// given time, or that of its head when none is given or the head is later; from then on its blocks are as far apart as they are sealed,
// in whole seconds and at least one. It ends with the context, without an error.
func (s *Sale) MineForever(ctx context.Context, every time.Duration, now time.Time) error {
	if head := (headClock{s.Chain}).Now(); now.Before(head) {
		now = head
	}
	begun := time.Now()
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-tick.C:
			passed := now.Add(time.Since(begun)).Sub(headClock{s.Chain}.Now())
			if err := s.Chain.Advance(ctx, max(passed, time.Second)); err != nil && ctx.Err() == nil {
				return err
			}
		}
	}
}

// headClock is the chain's time, so that the same seed makes the same books whenever it runs.
type headClock struct{ *devnet.Chain }

// Now is the time of the head.
func (c headClock) Now() time.Time { return time.Unix(int64(c.Head().Time), 0) }
