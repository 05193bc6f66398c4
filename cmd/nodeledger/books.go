package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/store"
)

// errNoBooks says that nothing was ever booked there.
var errNoBooks = errors.New("there are no books yet")

// load reads the program file. Of several mistakes the first is told.
func (in *invocation) load() (*program.Program, error) {
	p, err := program.Load(in.program)
	var mistakes program.Errors
	if errors.As(err, &mistakes) && len(mistakes) > 1 {
		return nil, fmt.Errorf("%w (and %d more: run `nodeledger program check %s`)", mistakes[0], len(mistakes)-1, in.program)
	}
	return p, err
}

// reading opens the books at a place for reading. errNoBooks is wrapped when there are none.
func (in *invocation) reading(ctx context.Context, dsn string) (*store.Store, error) {
	if !strings.Contains(dsn, "://") {
		if _, err := os.Stat(dsn); errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("%w at %s: run `nodeledger sync --rpc URL` first, or name others with --db", errNoBooks, dsn)
		}
	}
	s, err := store.ConnectReadOnly(ctx, dsn)
	if errors.Is(err, store.ErrEmpty) {
		err = fmt.Errorf("%w: run `nodeledger sync --rpc URL` first", errNoBooks)
	}
	return s, err
}

// state opens the books for reading without their program, and reads their state.
func (in *invocation) state(ctx context.Context) (*store.Store, engine.State, error) {
	s, err := in.reading(ctx, in.db)
	if err != nil {
		return nil, engine.State{}, err
	}
	state, err := s.State(ctx)
	if errors.Is(err, store.ErrEmpty) {
		err = fmt.Errorf("%w in %s: run `nodeledger sync --rpc URL` first", errNoBooks, shownBooks(in.db))
	}
	if err != nil {
		s.Close()
		return nil, engine.State{}, err
	}
	return s, state, nil
}

// answering opens the books for reading and makes their fold.
func (in *invocation) answering(ctx context.Context, p *program.Program) (*engine.Engine, error) {
	s, _, err := in.state(ctx)
	if err != nil {
		return nil, err
	}
	e, err := engine.Open(ctx, p, s, nil, in.Clock, in.logger(false))
	if err != nil {
		s.Close()
		return nil, err
	}
	return e, nil
}

// writing opens books that are there, for an operator who says something; no node is asked.
func (in *invocation) writing(ctx context.Context, say func(*engine.Engine) error) error {
	p, err := in.load()
	if err != nil {
		return err
	}
	return in.existing(ctx, p, nil, say)
}

// connected opens books that are there, with a node to ask.
func (in *invocation) connected(ctx context.Context, do func(*engine.Engine) error) error {
	p, err := in.load()
	if err != nil {
		return err
	}
	watcher, err := in.dial(ctx, p, false)
	if err != nil {
		return err
	}
	defer watcher.Close()
	return in.existing(ctx, p, watcher, do)
}

// existing opens books for writing. Where there are none, none are made. chain may be nil.
func (in *invocation) existing(ctx context.Context, p *program.Program, chain engine.Chain, do func(*engine.Engine) error) error {
	look, _, err := in.state(ctx)
	if err != nil {
		return err
	}
	look.Close()
	books, err := store.Connect(ctx, in.db)
	if err != nil {
		return err
	}
	defer books.Close()
	e, err := engine.Open(ctx, p, books, chain, in.Clock, in.logger(false))
	if err != nil {
		return err
	}
	return do(e)
}

// dial connects to the nodes for a program. It is done before books are opened for writing, so that a wrong URL makes none.
func (in *invocation) dial(ctx context.Context, p *program.Program, lasting bool) (*chain.Watcher, error) {
	if len(in.rpc) == 0 {
		return nil, misuse("name a node to ask: --rpc URL, or NODELEDGER_RPC")
	}
	if p.Sale.Contract == (common.Address{}) {
		return nil, fmt.Errorf("program %s has no sale contract yet: write its address into sale.contract of a program file and name that with --program", p.Name)
	}
	options, err := chain.OptionsOf(p, in.rpc, in.logger(lasting))
	if err != nil {
		return nil, err
	}
	options.Limits = in.Limits
	return chain.Dial(ctx, options)
}

// shownBooks is where books are, without a password.
func shownBooks(dsn string) string {
	if strings.Contains(dsn, "://") {
		return shown(dsn)
	}
	return dsn
}
