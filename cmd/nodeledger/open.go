package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/redact"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/store"
	"github.com/nodeledger/nodeledger/view"
)

// errNoBooks says that nothing was ever booked there.
var errNoBooks = problem.New(problem.Conflict, problem.NothingBooked, "there are no books yet")

// defaultProgram is the preset that books begin with where no program is named.
const defaultProgram = "gpunet"

// given is the program that is named, to check books against; nil when none is.
func (in *invocation) given() (*program.Program, error) {
	if in.program == "" {
		return nil, nil //nolint:nilnil // the books' own is used
	}
	return program.Load(in.program)
}

// begins is the program that new books begin with.
func (in *invocation) begins() (*program.Program, error) {
	return program.Load(cmp.Or(in.program, defaultProgram))
}

// own is the program in force in the books; nil where there are none.
func (in *invocation) own(ctx context.Context) (*program.Program, error) {
	s, _, err := in.openState(ctx)
	switch {
	case err != nil && problem.Of(err).Code == problem.NothingBooked:
		return nil, nil //nolint:nilnil // they are to begin
	case err != nil && problem.Of(err).Code == store.OldChart:
		return nil, err
	case err != nil: // their tables may be older ones, which whoever writes brings up
		inputs, failed := in.openInputs(ctx, in.db)
		if failed != nil {
			return nil, err
		}
		s = inputs
	}
	defer s.Close()
	return engine.InForce(ctx, s)
}

// rules is the program that a question is about: the one that is named, or else the books', or else what new ones would begin with.
func (in *invocation) rules(ctx context.Context) (*program.Program, error) {
	if in.program == "" {
		if p, err := in.own(ctx); p != nil || err != nil {
			return p, err
		}
	}
	return in.begins()
}

// toOpen is the program that books are opened with: the one that is named, to begin them or to check them against, or else the one that
// is watched.
func (in *invocation) toOpen(watched *program.Program) (*program.Program, error) {
	if in.program == "" {
		return watched, nil
	}
	return in.given()
}

// watched is the program whose events are to be fetched: the books', whatever is named, or what they begin with.
func (in *invocation) watched(ctx context.Context) (*program.Program, error) {
	if p, err := in.own(ctx); p != nil || err != nil {
		return p, err
	}
	return in.begins()
}

// openFile opens a file that a command line names.
func openFile(path string) (*os.File, error) {
	f, err := os.Open(filepath.Clean(path))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, problem.New(problem.NotFound, problem.NoSuchFile, "there is no file %s: check the path", path)
	}
	return f, err
}

// openStore opens the books at a place for reading. errNoBooks is wrapped when there are none.
func (in *invocation) openStore(ctx context.Context, dsn string) (*store.Store, error) {
	return in.openWith(ctx, dsn, store.ConnectReadOnly)
}

// openInputs opens the books at a place for a rebuild: those of an older chart of accounts, too.
func (in *invocation) openInputs(ctx context.Context, dsn string) (*store.Store, error) {
	return in.openWith(ctx, dsn, store.ConnectInputs)
}

func (in *invocation) openWith(ctx context.Context, dsn string, connect func(context.Context, string) (*store.Store, error)) (*store.Store,
	error) {
	if err := in.mayOpen(booksRead); err != nil {
		return nil, err
	}
	if !strings.Contains(dsn, "://") {
		if _, err := os.Stat(dsn); errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("%w at %s: run `nodeledger sync --rpc URL` first, or name others with --db", errNoBooks, dsn)
		}
	}
	s, err := connect(ctx, dsn)
	if errors.Is(err, store.ErrEmpty) || err != nil && problem.Of(err).Code == problem.NothingBooked { // a server has the database before
		err = fmt.Errorf("%w in %s: run `nodeledger sync --rpc URL` first, or name others with --db", errNoBooks, redact.URL(dsn))
	}
	return s, err
}

// openState opens the books for reading without their program, and reads their state.
func (in *invocation) openState(ctx context.Context) (*store.Store, engine.State, error) {
	s, err := in.openStore(ctx, in.db)
	if err != nil {
		return nil, engine.State{}, err
	}
	state, err := s.State(ctx)
	if errors.Is(err, store.ErrEmpty) {
		err = fmt.Errorf("%w in %s: run `nodeledger sync --rpc URL` first", errNoBooks, redact.URL(in.db))
	}
	if err != nil {
		s.Close()
		return nil, engine.State{}, err
	}
	return s, state, nil
}

// openReadOnly opens the books of the program for reading, with their fold. Close their store when done.
func (in *invocation) openReadOnly(ctx context.Context) (*engine.Engine, error) {
	p, err := in.given()
	if err != nil {
		return nil, err
	}
	return in.openReading(ctx, p, nil)
}

// openReading opens books that are there for reading. chain may be nil.
func (in *invocation) openReading(ctx context.Context, p *program.Program, chain engine.Chain) (*engine.Engine, error) {
	s, _, err := in.openState(ctx)
	if err != nil {
		return nil, err
	}
	e, err := engine.Open(ctx, p, s, chain, in.Clock, in.logger(false))
	if err != nil {
		s.Close()
		return nil, err
	}
	return e, nil
}

// readWithChain opens books that are there for reading, with a node to ask.
func (in *invocation) readWithChain(ctx context.Context, do func(*engine.Engine) error) error {
	p, err := in.watched(ctx)
	if err != nil {
		return err
	}
	watcher, err := in.dial(ctx, p, false)
	if err != nil {
		return err
	}
	defer watcher.Close()
	if p, err = in.given(); err != nil {
		return err
	}
	e, err := in.openReading(ctx, p, watcher)
	if err != nil {
		return err
	}
	defer e.Close()
	return do(e)
}

// openForWriting opens books that are there, for an operator who records something. A node is asked where the command says so, and
// where only a contract can say whether it signed.
func (in *invocation) openForWriting(ctx context.Context, do func(*engine.Engine) error) error {
	if in.asksNode && len(in.rpc) > 0 {
		return in.openWithChain(ctx, do)
	}
	err := in.openExisting(ctx, nil, do)
	if len(in.rpc) > 0 && errors.Is(err, engine.ErrAsksNode) { // a contract may have signed it, and nothing is recorded yet
		return in.openWithChain(ctx, do)
	}
	return err
}

// openWithChain opens books that are there for writing, with a node to ask.
func (in *invocation) openWithChain(ctx context.Context, do func(*engine.Engine) error) error {
	p, err := in.watched(ctx)
	if err != nil {
		return err
	}
	watcher, err := in.dial(ctx, p, false)
	if err != nil {
		return err
	}
	defer watcher.Close()
	return in.openExisting(ctx, watcher, do)
}

// openExisting opens books for writing. Where there are none, none are made. chain may be nil.
func (in *invocation) openExisting(ctx context.Context, chain engine.Chain, do func(*engine.Engine) error) error {
	p, err := in.given()
	if err != nil {
		return err
	}
	probe, _, err := in.openState(ctx)
	if err != nil {
		return err
	}
	probe.Close()
	books, err := in.connect(ctx)
	if err != nil {
		return err
	}
	defer books.Close()
	found, err := in.notRolledBack(ctx, books)
	if err != nil {
		return err
	}
	e, err := engine.Open(ctx, p, books, chain, in.Clock, in.logger(false))
	if err != nil {
		return err
	}
	if err := in.knowHead(e, found); err != nil {
		return err
	}
	if chain == nil && len(in.rpc) > 0 {
		e.CanAsk()
	}
	if err := in.verifyFirst(ctx, e, books); err != nil {
		return err
	}
	err = do(e)
	if err == nil || !slices.Contains([]problem.Code{problem.NotSound, engine.Rewritten, engine.WentBack}, problem.Of(err).Code) {
		err = errors.Join(err, in.keepHead(ctx, e)) // what was compared with the chain counts, whatever became of the step
	}
	return err
}

// connect opens books for writing, and makes them where there are none. Where their head could not be kept, nothing is written.
func (in *invocation) connect(ctx context.Context) (*store.Store, error) {
	if err := in.mayOpen(booksWrite); err != nil {
		return nil, err
	}
	if err := in.lastHead().Try(); err != nil {
		return nil, err
	}
	return store.Connect(ctx, in.db)
}

// dial connects to the nodes for a program. It is done before books are opened for writing, so that a wrong URL makes none.
func (in *invocation) dial(ctx context.Context, p *program.Program, lasting bool) (*chain.Watcher, error) {
	options, err := in.chainOptions(p, lasting)
	if err != nil {
		return nil, err
	}
	return chain.Dial(ctx, options)
}

// dialLasting is dial for a server. Where there are books to serve it does not matter whether a node can be asked now.
func (in *invocation) dialLasting(ctx context.Context, p *program.Program) (*chain.Watcher, error) {
	options, err := in.chainOptions(p, true)
	if err != nil {
		return nil, err
	}
	if books, _, err := in.openState(ctx); err == nil {
		books.Close()
		options.Patient = true
	}
	return chain.Dial(ctx, options)
}

// chainOptions are how the nodes are asked for a program.
func (in *invocation) chainOptions(p *program.Program, lasting bool) (options chain.Options, err error) {
	if len(in.rpc) == 0 {
		return options, usage.Errorf("%s needs an endpoint: --rpc URL, or NODELEDGER_RPC", usage.Name(in.command))
	}
	if p.Sale.Contract == (common.Address{}) {
		return options, problem.New(problem.Conflict, problem.NotInProgram,
			"program %s has no sale contract yet: write its address into sale.contract of a program file and name that with --program", p.Name)
	}
	options, err = chain.OptionsOf(p, in.rpc, in.logger(lasting))
	options.Limits = in.Limits
	return options, err
}

// read makes a command that opens the books of the program for reading.
func (in *invocation) read(c *cobra.Command,
	do func(c *cobra.Command, args []string, e *engine.Engine, of view.AsOf) error) *cobra.Command {
	c.Annotations = readsBooks()
	c.RunE = func(c *cobra.Command, args []string) error {
		e, err := in.openReadOnly(c.Context())
		if err != nil {
			return err
		}
		defer e.Close()
		of, err := view.Now(c.Context(), e)
		if err != nil {
			return err
		}
		return do(c, args, e, of)
	}
	return c
}
