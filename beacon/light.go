package beacon

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"golang.org/x/sync/errgroup"

	"github.com/nodeledger/nodeledger/beacon/message"
	"github.com/nodeledger/nodeledger/consensus"
)

// Options say what is followed, and where it is asked.
type Options struct {
	Endpoints  []string // URLs of beacon nodes, one at least
	ChainID    uint64   // of the execution chain
	Checkpoint common.Hash
	MaxAge     time.Duration // of the checkpoint; 0: that of the network
	File       string        // where it is kept between runs; empty: nowhere
	Now        func() time.Time
	Log        *slog.Logger
}

// Light is a light client that asks beacon nodes. It is safe for concurrent use.
type Light struct {
	options   Options
	endpoints []*endpoint

	mu    sync.Mutex
	rules consensus.Rules
	chain *consensus.Chain // nil: not begun
	kept  consensus.Final  // the final block that the file has
	upTo  uint64           // the period that the file has
}

// New is a light client. It asks nobody before [Light.Follow].
func New(o Options) (*Light, error) {
	if len(o.Endpoints) == 0 {
		return nil, errors.New("name a beacon node with --beacon")
	}
	if o.Checkpoint == (common.Hash{}) {
		return nil, errors.New("name a checkpoint with --checkpoint: the root of a recent finalised beacon block, on which " +
			"several sources agree")
	}
	l := &Light{options: o}
	for _, text := range o.Endpoints {
		e, err := newEndpoint(text)
		if err != nil {
			return nil, err
		}
		l.endpoints = append(l.endpoints, e)
	}
	return l, nil
}

// Follow asks the nodes for what is new, and gives the newest final blocks that are proven, by slot. While no node answers these are the
// ones that were proven before; the error says so, and that there are none yet. It is *[consensus.Equivocation] where a committee signed
// two blocks as final.
func (l *Light) Follow(ctx context.Context) ([]consensus.Final, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := l.begin(ctx); err != nil {
		return nil, err
	}
	late := l.committees(ctx)
	var both *consensus.Equivocation
	if errors.As(late, &both) {
		return nil, late
	}
	err := l.finality(ctx)
	if err != nil && late != nil && !errors.As(err, &both) {
		err = oneLine([]error{late, err})
	}
	if wrong := l.keep(); wrong != nil {
		l.options.Log.Warn("the consensus is followed and not kept", "error", wrong)
	}
	return l.chain.Finals(), err
}

// begin goes on from the file, or begins at the checkpoint.
func (l *Light) begin(ctx context.Context) error {
	if l.chain != nil {
		return nil
	}
	network, err := l.network(ctx)
	if err != nil {
		return err
	}
	l.rules = consensus.Rules{Network: network, MaxAge: l.options.MaxAge}
	raw, err := readFile(l.options.File)
	if err != nil {
		return err
	}
	if raw != nil {
		c, err := consensus.Restore(l.rules, l.options.Checkpoint, raw, l.options.Now())
		if err == nil {
			l.chain, l.kept, l.upTo = c, c.Final(), c.Period()
			return nil
		}
		l.options.Log.Warn("the checkpoint is followed again", "error", err, "file", l.options.File)
	}
	path := "/eth/v1/beacon/light_client/bootstrap/" + l.options.Checkpoint.Hex()
	return l.inTurn(ctx, path, func(raw []byte) error {
		b, err := message.ReadBootstrap(raw)
		if err != nil {
			return err
		}
		l.chain, err = consensus.Start(l.rules, l.options.Checkpoint, b, l.options.Now())
		return err
	})
}

// updatesAtOnce is how many periods are asked for at once; nodes give 128 at most.
const updatesAtOnce = 16

// committees follows the committees up to that of now.
func (l *Light) committees(ctx context.Context) error {
	for l.chain.Wants(l.options.Now()) {
		before := l.chain.Period()
		path := fmt.Sprintf("/eth/v1/beacon/light_client/updates?start_period=%d&count=%d", before, updatesAtOnce)
		err := l.inTurn(ctx, path, func(raw []byte) error {
			list, err := message.ReadUpdates(raw)
			if err != nil {
				return err
			}
			for _, u := range list {
				if err := l.chain.Follow(u, l.options.Now()); err != nil {
					return err
				}
			}
			if l.chain.Period() == before && l.lacks() {
				return fmt.Errorf("it does not have the update of period %d, without which nothing that is signed now can be followed", before)
			}
			return nil
		})
		if err != nil {
			return err
		}
		if l.chain.Period() == before {
			return nil // the committee of now is known, and the next one is not decided
		}
	}
	return nil
}

// lacks says that what is signed now is signed by a committee that is not known.
func (l *Light) lacks() bool {
	n := l.rules.Network
	return n.Period(n.SlotAt(l.options.Now())) > l.chain.Period()
}

// inTurn asks one endpoint after another, of those that do not rest, until one's answer is taken.
func (l *Light) inTurn(ctx context.Context, path string, take func([]byte) error) error {
	var errs []error
	for _, e := range l.endpoints {
		if why := e.rests(l.options.Now()); why != nil {
			errs = append(errs, why)
			continue
		}
		raw, err := e.get(ctx, path)
		if err == nil {
			if err = take(raw); err != nil {
				err = e.failure(err)
			}
		}
		var both *consensus.Equivocation
		if errors.As(err, &both) || ctx.Err() != nil {
			return err
		}
		l.note(e, err)
		if err == nil {
			return nil
		}
		errs = append(errs, err)
	}
	return oneLine(errs)
}

// oneLine is several errors in one line.
func oneLine(errs []error) error {
	if len(errs) == 1 {
		return errs[0]
	}
	texts := make([]string, len(errs))
	for i, err := range errs {
		texts[i] = err.Error()
	}
	return fmt.Errorf("%s: %w", strings.Join(texts[:len(texts)-1], "; "), errs[len(errs)-1])
}

// finality asks all endpoints what is final; one that says what holds is enough.
func (l *Light) finality(ctx context.Context) error {
	answers, errs := make([][]byte, len(l.endpoints)), make([]error, len(l.endpoints))
	asked := make([]bool, len(l.endpoints))
	var group errgroup.Group
	for i, e := range l.endpoints {
		errs[i] = e.rests(l.options.Now())
		if asked[i] = errs[i] == nil; asked[i] {
			group.Go(func() error {
				answers[i], errs[i] = e.get(ctx, "/eth/v1/beacon/light_client/finality_update")
				return nil
			})
		}
	}
	if err := group.Wait(); err != nil || ctx.Err() != nil {
		return errors.Join(err, context.Cause(ctx))
	}
	held := false
	var failures []error
	for i, e := range l.endpoints {
		if !asked[i] {
			failures = append(failures, errs[i])
			continue
		}
		err := errs[i]
		if err == nil {
			err = l.take(answers[i])
			var both *consensus.Equivocation
			if errors.As(err, &both) {
				return err
			}
			if err != nil {
				err = e.failure(err)
			}
		}
		l.note(e, err)
		if held = held || err == nil; err != nil {
			failures = append(failures, err)
		}
	}
	if held {
		return nil
	}
	return oneLine(failures)
}

func (l *Light) take(raw []byte) error {
	u, err := message.ReadFinality(raw)
	if err != nil {
		return err
	}
	return l.chain.Follow(u, l.options.Now())
}

// note remembers how an endpoint did, and says in the log when it begins to fail.
func (l *Light) note(e *endpoint, err error) {
	if e.note(l.options.Now(), err) {
		l.options.Log.Warn("a beacon node is of no use", "error", err)
	}
}

// keep writes what is new into the file.
func (l *Light) keep() error {
	if l.chain.Final() == l.kept && l.chain.Period() == l.upTo {
		return nil
	}
	raw, err := l.chain.State()
	if err == nil {
		err = writeFile(l.options.File, raw)
	}
	if err == nil {
		l.kept, l.upTo = l.chain.Final(), l.chain.Period()
	}
	return err
}

// Age is how long ago a proven block was proposed.
func (l *Light) Age(f *consensus.Final) time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.options.Now().Sub(l.rules.Network.TimeOf(f.Slot))
}

// Late is the age of the newest final block from which the consensus counts as silent: ten epochs, where two or three are usual.
func (l *Light) Late() time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	n := l.rules.Network
	return time.Duration(10*n.SlotsPerEpoch*n.SecondsPerSlot) * time.Second
}
