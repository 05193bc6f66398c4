package delivery

import (
	"context"
	"crypto/rand"
	"errors"
	"log/slog"
	"math/big"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/nodeledger/nodeledger/delivery/outbox"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/notice"
)

const (
	turn   = 30 * time.Second    // how long the turn to send lasts, unless it is prolonged
	memory = 90 * 24 * time.Hour // how long the log keeps what does not wait
)

// Sender sends what the books say. Make it with [NewSender].
type Sender struct {
	Options
	holder  string
	mine    atomic.Bool     // this process has the turn
	told    map[string]bool // by ID: what steps gave already
	inputs  uint64          // how many the books had when steps were last looked at
	forgets time.Time       // when old notices are forgotten next
	month   closed          // the last one that was told of
}

// Options say what is sent, and how. All but MaxLag are required.
type Options struct {
	Engine *engine.Engine
	Outbox *outbox.Outbox
	Config *Config
	Clock  engine.Clock
	Log    *slog.Logger
	MaxLag time.Duration // from which age of the newest block on the books are behind; zero: never
	Poll   time.Duration // between two looks at the books and the outbox
}

// NewSender sends nothing yet.
func NewSender(o Options) *Sender {
	return &Sender{Options: o, holder: rand.Text(), told: map[string]bool{}}
}

// Run sends until the context ends, without an error. A failure of a database is logged, and it goes on.
func (s *Sender) Run(ctx context.Context) error {
	var senders sync.WaitGroup
	for i := range s.Config.Targets {
		name := s.Config.Targets[i].Name
		senders.Go(func() { s.repeat(ctx, "notices cannot be sent", func() error { return s.sendAll(ctx, name) }) })
	}
	s.repeat(ctx, "notices cannot be taken out of the books", func() error { return s.step(ctx) })
	senders.Wait()
	if err := s.Outbox.EndTurn(context.WithoutCancel(ctx), s.holder); err != nil {
		s.Log.Warn("the turn to send notices could not be given back", "error", err)
	}
	return nil
}

// repeat does something again and again until the context ends. What fails is logged when it begins to.
func (s *Sender) repeat(ctx context.Context, failure string, do func() error) {
	failed := false
	for {
		err := do()
		if err != nil && !errors.Is(err, outbox.ErrNoTurn) && ctx.Err() == nil && !failed {
			s.Log.Warn(failure, "error", err)
		}
		failed = err != nil
		select {
		case <-ctx.Done():
			return
		case <-time.After(s.Poll):
		}
	}
}

// step takes the turn, or prolongs it, and gathers.
func (s *Sender) step(ctx context.Context) error {
	before := s.mine.Load()
	mine, err := s.turn(ctx)
	if err != nil || !mine {
		return err
	}
	if !before {
		s.told, s.inputs = map[string]bool{}, 0
		if err := s.Outbox.Configure(ctx, s.Config.Targets); err != nil {
			return err
		}
		s.mine.Store(true)
		s.Log.Info("this process sends the notices", "endpoints", len(s.Config.Targets))
	}
	if err := s.gather(ctx); err != nil {
		s.told, s.inputs = map[string]bool{}, 0
		return err
	}
	now := s.Clock.Now()
	if err := s.Outbox.GiveUp(ctx, now.Add(-s.Config.GiveUp)); err != nil || now.Before(s.forgets) {
		return err
	}
	s.forgets = now.Add(time.Hour)
	return s.Outbox.Forget(ctx, s.holder, now.Add(-memory))
}

// turn takes the turn to send, or prolongs it. A context that ends does not break it off: a database might do it all the same, and later
// than the turn is given back.
func (s *Sender) turn(ctx context.Context) (bool, error) {
	ctx, end := context.WithTimeout(context.WithoutCancel(ctx), turn/2)
	defer end()
	now := s.Clock.Now()
	mine, err := s.Outbox.Turn(ctx, s.holder, now, now.Add(turn))
	if err != nil {
		mine = false
	}
	if !mine {
		s.mine.Store(false)
	}
	return mine, err
}

// sendAll sends what waits for an endpoint, one after the other.
func (s *Sender) sendAll(ctx context.Context, endpoint string) error {
	for s.mine.Load() && ctx.Err() == nil {
		d, err := s.Outbox.Next(ctx, endpoint, s.Clock.Now())
		if err != nil || d == nil {
			return err
		}
		if err := s.send(ctx, d); err != nil {
			return err
		}
	}
	return nil
}

// longestError is how many characters of an error the log keeps.
const longestError = 200

// send sends once, and marks what it came to. When the context ends meanwhile nobody knows, and it is sent again.
func (s *Sender) send(ctx context.Context, d *notice.Delivery) error {
	begun := s.Clock.Now()
	answer, failed := s.Config.channels[d.Endpoint].send(ctx, d, begun)
	now := s.Clock.Now()
	r := outbox.Result{State: notice.Delivered, Attempt: notice.Attempt{At: begun, Status: answer.Status, Latency: now.Sub(begun)}}
	if failed != nil {
		if ctx.Err() != nil {
			return nil //nolint:nilerr // see above
		}
		failures, err := s.Outbox.Failures(ctx, d.Endpoint)
		if err != nil {
			return err
		}
		random, err := rand.Int(rand.Reader, big.NewInt(1<<62))
		if err != nil {
			return err
		}
		r.State, r.Gone, r.Error = notice.Waiting, answer.Gone, short(failed.Error())
		r.Next = now.Add(max(answer.After, notice.Pause(failures+1, random.Uint64())))
		if now.Sub(d.Queued) >= s.Config.GiveUp {
			r.State = notice.Dead
		}
		s.Log.Warn("a notice was not taken", "endpoint", d.Endpoint, "id", d.Notice, "error", r.Error, "state", r.State)
	}
	return s.Outbox.Mark(context.WithoutCancel(ctx), d, &r)
}

func short(text string) string {
	line := []rune(strings.Join(strings.Fields(text), " "))
	if len(line) > longestError {
		line = append(line[:longestError-1], '…')
	}
	return string(line)
}
