package notices

import (
	"context"
	"log/slog"
	"time"

	"github.com/nodeledger/nodeledger/delivery"
	"github.com/nodeledger/nodeledger/delivery/outbox"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/problem"
)

// Service is the outbox of a server, and whoever sends from it. The nil Service does nothing.
type Service struct {
	outbox *outbox.Outbox
	sender *delivery.Sender // nil: this process only shows them
}

// Options say what a server does with notices.
type Options struct {
	File    string              // the configuration; empty: there are no notices
	Env     func(string) string // variables of the environment
	Books   string              // their place
	Engine  *engine.Engine
	Clock   engine.Clock
	Log     *slog.Logger
	MaxLag  time.Duration // from which age of the newest block on the books are behind
	Version string        // of this program
	Sends   bool          // the process follows the chain
}

// Open opens the outbox. A process that does not send shows one that is there. The Service is nil where there is nothing to do.
func Open(ctx context.Context, o Options) (*Service, error) {
	if o.File == "" {
		return nil, nil //nolint:nilnil // the nil Service does nothing
	}
	config, err := delivery.ReadConfig(o.File, o.Env, o.Version)
	if err != nil {
		return nil, err
	}
	if !o.Sends {
		box, err := outbox.OpenExisting(ctx, o.Books)
		if problem.KindOf(err) == problem.NotFound {
			o.Log.Warn("there is no log of notices to show", "error", err)
			return nil, nil //nolint:nilnil // the nil Service does nothing
		}
		if err != nil {
			return nil, err
		}
		return &Service{outbox: box}, nil
	}
	box, err := outbox.Open(ctx, o.Books, o.Clock.Now())
	if err != nil {
		return nil, err
	}
	return &Service{box, delivery.NewSender(delivery.Options{
		Engine: o.Engine, Outbox: box, Config: config, Clock: o.Clock, Log: o.Log, MaxLag: o.MaxLag, Poll: time.Second,
	})}, nil
}

// Desk is what operators look at.
func (s *Service) Desk(e *engine.Engine, c engine.Clock) *delivery.Desk {
	return &delivery.Desk{Outbox: s.outbox, Books: engine.IdentityOf(e.Program()), Clock: c}
}

// Run sends until the context ends.
func (s *Service) Run(ctx context.Context) error {
	if s == nil || s.sender == nil {
		return nil
	}
	return s.sender.Run(ctx)
}

// Close closes the outbox.
func (s *Service) Close() {
	if s != nil {
		_ = s.outbox.Close() // what was to be kept is kept
	}
}
