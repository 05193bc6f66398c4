package audit

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/internal/fakechain"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/store"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/wire"
)

const text = `program: sale
schema: 1
assets:
  ETH: { decimals: 18, kind: native }
chain: { id: 31337, start_block: %d, proof: full }
sale: { contract: "` + fakechain.Contract + `", adapter: nodesale }
payout: { treasury: "0x11000000000000000000000000000000000000cc" }
`

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func sold(t *testing.T, start int) *program.Program {
	t.Helper()
	p, err := program.Read("sale.yaml", fmt.Appendf(nil, text, start))
	check(t, err)
	return p
}

// inputsOf are the inputs of the books of a sale that followed a chain, also after it went on.
func inputsOf(t *testing.T, p *program.Program, c *fakechain.Chain, goesOn ...func()) (list []fold.Input) {
	t.Helper()
	books, err := store.Connect(t.Context(), filepath.Join(t.TempDir(), "books.db"))
	check(t, err)
	defer books.Close()
	e, err := engine.Open(t.Context(), p, books, c, c, slog.New(slog.DiscardHandler))
	check(t, err)
	check(t, e.Sync(t.Context(), nil))
	for _, goOn := range goesOn {
		goOn()
		check(t, e.Sync(t.Context(), nil))
	}
	for in, err := range books.Inputs(t.Context(), 1) {
		check(t, err)
		list = append(list, in)
	}
	return list
}

// given is books that have inputs and nothing else, for a rebuild.
type given struct {
	*store.Scratch

	p    *program.Program
	list []fold.Input
}

func (g *given) State(context.Context) (engine.State, error) {
	n := uint64(len(g.list))
	return engine.State{Identity: engine.IdentityOf(g.p), Ledger: ledger.Head{Inputs: n}, Position: engine.Position{Inputs: n}}, nil
}

func (g *given) Window(context.Context) ([]engine.Header, error) { return nil, nil }

func (g *given) Coverage(context.Context) ([]engine.Span, error) { return nil, nil }

func (g *given) Inputs(_ context.Context, from uint64) iter.Seq2[fold.Input, error] {
	return func(yield func(fold.Input, error) bool) {
		for i := range g.list {
			if in := g.list[i]; uint64(i+1) >= from {
				in.Sequence = uint64(i + 1)
				if !yield(in, nil) {
					return
				}
			}
		}
	}
}

// publish serves the books that inputs lead to, with pages that somebody may change.
func publish(t *testing.T, p *program.Program, list []fold.Input, change func(path string, page any)) *server {
	t.Helper()
	books, err := store.NewScratch(t.Context())
	check(t, err)
	t.Cleanup(func() { _ = books.Close() })
	_, err = engine.Rebuild(t.Context(), p, &given{books, p, list}, books, nil)
	check(t, err)
	e, err := engine.Open(t.Context(), p, books, nil, fakechain.New(0), slog.New(slog.DiscardHandler))
	check(t, err)
	serve := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		after, _ := strconv.ParseUint(r.URL.Query().Get("after"), 10, 64)
		path := r.URL.Path[strings.LastIndex(r.URL.Path, "/")+1:]
		var page any
		switch path {
		case "ledger":
			state, err := books.State(r.Context())
			if err != nil {
				t.Error(err)
			}
			head := wire.LedgerOf(state.Ledger, view.AsOf{})
			page = &head
		case "inputs":
			found, more, err := view.Inputs(r.Context(), e, after, 10, false)
			if err != nil {
				t.Error(err)
			}
			inputs := wire.InputsOf(found, more, view.AsOf{})
			page = &inputs
		case "transactions":
			found, more, err := view.Transactions(r.Context(), e.History(), after, 10)
			if err != nil {
				t.Error(err)
			}
			transactions := wire.TransactionsOf(found, more, view.AsOf{})
			page = &transactions
		}
		if change != nil {
			change(path, page)
		}
		raw, err := json.Marshal(page)
		if err != nil {
			t.Error(err)
		}
		_, _ = w.Write(raw)
	}))
	t.Cleanup(serve.Close)
	s, err := newServer(serve.URL)
	check(t, err)
	return s
}

// audited is what comes of an audit on a chain, which gives four blocks at a time.
func audited(t *testing.T, from *server, p *program.Program, c *fakechain.Chain) (Books, error) {
	t.Helper()
	return run(t.Context(), from, p, &liar{Chain: c}, c.Now, func(string, uint64, uint64) {})
}

// chainOf has a purchase in every third block.
func chainOf(blocks int, changed func(block int, c *fakechain.Chain) bool) *fakechain.Chain {
	c := fakechain.New(1)
	for n := 2; n < blocks; n++ {
		switch {
		case changed != nil && changed(n, c):
		case n%3 == 0:
			c.Mine(c.Buy(byte(10+n), 1, int64(1+n%4)))
		default:
			c.Mine()
		}
	}
	return c
}

// Books that follow from the chain are found to, wherever they begin and however far they and the chain are.
func TestHonestBooksFollow(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		start             int
		final, finalOfNow int // blocks from the newest one that are not final
		grown             int // blocks since the books ended
		compared          bool
	}{
		"to the last block":           {start: 0, compared: true},
		"from a later block on":       {start: 1, compared: true},
		"the chain went on":           {start: 1, grown: 20, compared: true},
		"not final":                   {start: 1, final: 7, finalOfNow: 7},
		"final since":                 {start: 0, final: 9, finalOfNow: 0, grown: 5},
		"a start that is yet to come": {start: 500, compared: true},
		"a start in the middle":       {start: 30, compared: true},
	} {
		p := sold(t, c.start)
		chain := chainOf(60, nil)
		chain.Uncounted = c.start > 1
		chain.Finalise(c.final)
		inputs := inputsOf(t, p, chain)
		for n := range c.grown {
			if n == 3 {
				chain.Mine(chain.Buy(9, 0, 1))
			} else {
				chain.Mine()
			}
		}
		chain.Finalise(c.finalOfNow)
		b, err := audited(t, publish(t, p, inputs, nil), p, chain)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if (b.Compared == b.Transactions) != (c.compared || c.finalOfNow == 0) {
			t.Errorf("%s: %d of %d transactions are compared", name, b.Compared, b.Transactions)
		}
		if missing := map[bool]uint64{true: 1}[c.grown > 3 && c.start < 60]; b.Missing != missing {
			t.Errorf("%s: %d blocks are missing; want %d", name, b.Missing, missing)
		}
	}
}

// Blocks that left the chain before they were final are not compared with it, and those below them that stayed are.
func TestBlocksThatLeftAreNotCompared(t *testing.T) {
	t.Parallel()
	p := sold(t, 1)
	chain := chainOf(60, nil)
	chain.Finalise(20)
	inputs := inputsOf(t, p, chain, func() {
		chain.Cut(2) // block 57 stays, in which somebody buys
		chain.Mine(chain.Buy(50, 0, 3))
		chain.Mine()
		chain.Mine()
	})
	if !slices.ContainsFunc(inputs, func(in fold.Input) bool { return in.Kind == fold.InputDrop }) {
		t.Fatal("no block left")
	}
	chain.Finalise(0)
	from := publish(t, p, inputs, nil)
	if b, err := audited(t, from, p, chain); err != nil || b.Missing > 0 {
		t.Errorf("%v; %d blocks are missing", err, b.Missing)
	}
	other := chainOf(57, nil) // where block 57 is another one
	other.Mine(other.Buy(51, 0, 7))
	for range 3 {
		other.Mine()
	}
	other.Finalise(0)
	var parts *Parting
	if b, err := audited(t, from, p, other); !errors.As(err, &parts) {
		t.Errorf("%+v %v", b, err)
	}
}

// Books that do not follow part, and the place is that of the first transaction that does not: a purchase that was made larger, one that
// never was, one that was left out, in whichever stretch of blocks.
func TestBooksThatDoNotFollowPart(t *testing.T) {
	t.Parallel()
	p := sold(t, 1)
	honest := chainOf(60, nil)
	honest.Finalise(0)
	for name, changed := range map[string]func(int, *fakechain.Chain) bool{
		"larger":              func(n int, c *fakechain.Chain) bool { return at(n == 27, c, c.Buy(37, 1, 50)) },
		"that never was":      func(n int, c *fakechain.Chain) bool { return at(n == 28, c, c.Buy(11, 1, 5)) },
		"left out":            func(n int, c *fakechain.Chain) bool { return at(n == 30, c) },
		"in the last block":   func(n int, c *fakechain.Chain) bool { return at(n == 59, c, c.Buy(11, 1, 5)) },
		"in one of the first": func(n int, c *fakechain.Chain) bool { return at(n == 2, c, c.Buy(11, 1, 5)) },
	} {
		other := chainOf(60, changed)
		other.Finalise(0)
		_, err := audited(t, publish(t, p, inputsOf(t, p, other), nil), p, honest)
		var parts *Parting
		if !errors.As(err, &parts) || parts.Transaction == 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func at(here bool, c *fakechain.Chain, logs ...evm.Log) bool {
	if here {
		c.Mine(logs...)
	}
	return here
}

// What a server says besides the rows makes nothing sound: how many transactions come before an input, and blocks that are dated so that
// nobody could look for them.
func TestForgedBooksPart(t *testing.T) {
	t.Parallel()
	p := sold(t, 1)
	chain := chainOf(60, nil)
	chain.Finalise(10)
	honest := inputsOf(t, p, chain)
	for range 10 {
		chain.Mine()
	}
	chain.Finalise(0)
	final := chain.Blocks[chain.Final].Header
	far := func(number uint64, seconds int64) fold.Input {
		return fold.FinalInput(engine.Header{Number: number, Hash: [32]byte{1}, Time: uint64(int64(final.Time) + seconds)})
	}
	for name, c := range map[string]struct {
		inputs []fold.Input
		change func(path string, page any)
		says   string
	}{
		"as it is": {inputs: honest},
		"before an input there are all": {honest, func(path string, page any) {
			if list, ok := page.(*wire.Inputs); ok {
				for i := range list.Inputs {
					if list.Inputs[i].Kind == string(fold.InputPending) {
						list.Inputs[i].Transactions = 1 << 40
					}
				}
			}
		}, "transactions come before it"},
		"there are none": {honest, func(path string, page any) {
			if list, ok := page.(*wire.Inputs); ok {
				for i := range list.Inputs {
					list.Inputs[i].Transactions = 0
				}
			}
		}, "transactions come before it"},
		"a far block of long ago": {slices.Concat(honest, []fold.Input{far(1_000_000, -3600)}), nil, "cannot be on the chain"},
		"a far block of then":     {slices.Concat(honest, []fold.Input{far(1_000_000, 0)}), nil, "cannot be on the chain"},
		"a block of next year":    {slices.Concat(honest, []fold.Input{far(1_000_000, 400*86400)}), nil, "and it is"},
	} {
		b, err := audited(t, publish(t, p, c.inputs, c.change), p, chain)
		var parts *Parting
		if c.says == "" {
			if err != nil || b.Compared != b.Transactions {
				t.Errorf("%s: %v; %d of %d", name, err, b.Compared, b.Transactions)
			}
			continue
		}
		if !errors.As(err, &parts) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %+v %v; want %q", name, b, err, c.says)
		}
	}
}
