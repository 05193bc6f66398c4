package payout

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/payout/merkle"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/view"
)

// Run is a payout run and how far it has come: Total = Paid + Open, unless it was cancelled.
type Run struct {
	Number            int // in order of preparation, from 1
	Name              string
	Asset             money.Asset
	Method            payout.Method
	At                time.Time // when what is owed was looked at
	State             payout.State
	Steps             []payout.Step
	Lines, Done       int // how many there are, and how many are settled whole
	Total, Paid, Open money.Amount
	Root, TreeFile    ledger.Hash // of the tree that was exported for claims: its root, and the SHA-256 of its dump
	// Books is the head of the books that it came from; of a run for claims the one that its tree names.
	Books merkle.Books
	// Rejection is what waits for another operator: to cancel the run after its export; nil: nothing does.
	Rejection *payout.Rejection
	// Repeats are the runs that were cancelled after their export and whose money this one contains.
	Repeats []string
}

// runOf is a run of the book.
func (x *Runs) runOf(b *payout.Book, number int, p *payout.Progress) Run {
	books := merkle.Books{Head: p.Books}
	if p.Method == payout.Claim {
		books.Head = b.GrantedFrom(p.Name)
	}
	if books.Head != (ledger.TreeHead{}) {
		books.Origin = view.OriginOf(engine.IdentityOf(x.engine.Program()))
	}
	return Run{
		Number: number, Name: p.Name, Asset: p.Asset, Method: p.Method, At: p.At, State: p.State, Steps: slices.Clone(p.Steps), Lines: p.Lines,
		Done: p.Done, Total: p.Total, Paid: p.Paid, Open: p.Open(), Root: p.Root, TreeFile: p.TreeFile, Books: books,
		Rejection: p.Rejection,
	}
}

// RunHead is what a run's transaction says besides its lines.
type RunHead struct {
	Sequence uint64
	File     ledger.Hash // SHA-256 of the run's file
	Minimum  money.Amount
	Waiting  []payout.Waiting // in rising order of wallet; do not change it
}

// RunLine is what a run pays a wallet.
type RunLine struct {
	Wallet       ledger.Wallet
	Amount, Paid money.Amount
	Parts        []payout.Part
}

// Runs answers about payouts. What a run's transaction says is read once and remembered, of the latest runs as far as
// rememberedWaiting goes. It is safe for concurrent use.
type Runs struct {
	engine *engine.Engine

	mu    sync.Mutex
	heads map[string]*RunHead
	order []string // of heads, the oldest first
	held  int      // wallets that wait in heads
}

// rememberedWaiting is how many wallets that wait are remembered, about 40 MB.
const rememberedWaiting = 400_000

// NewRuns reads nothing yet.
func NewRuns(e *engine.Engine) *Runs { return &Runs{engine: e, heads: map[string]*RunHead{}} }

// Filter is which runs are asked for; its zero values leave nothing out.
type Filter struct {
	State  payout.State
	Wallet ledger.Wallet // that has a line
	Month  string        // in which it was prepared, such as 2024-06, UTC
}

func (f *Filter) takes(p *payout.Progress) bool {
	if f.State != "" && p.State != f.State || f.Month != "" && p.At.UTC().Format("2006-01") != f.Month {
		return false
	}
	if f.Wallet == (ledger.Wallet{}) {
		return true
	}
	_, ok := lineOf(p, f.Wallet)
	return ok
}

// List is the runs that a filter takes, of those prepared before the one with a number (0: all), the newest first, limit at most. more
// says that the list goes on.
func (x *Runs) List(f Filter, before, limit int) (list []Run, more bool) {
	x.engine.Payouts(func(b *payout.Book) {
		runs := b.Runs()
		end := len(runs)
		if before > 0 {
			end = min(end, before-1)
		}
		for n := end; n > 0; n-- {
			if !f.takes(runs[n-1]) {
				continue
			}
			if len(list) == limit {
				more = true
				return
			}
			list = append(list, x.runOf(b, n, runs[n-1]))
		}
	})
	return list, more
}

// Of is one run.
func (x *Runs) Of(name string) (r Run, err error) {
	x.engine.Payouts(func(b *payout.Book) {
		if i := slices.IndexFunc(b.Runs(), func(p *payout.Progress) bool { return p.Name == name }); i >= 0 {
			r = x.runOf(b, i+1, b.Runs()[i])
			r.Repeats = b.Repeats(name)
			return
		}
		err = noRun(name)
	})
	return r, err
}

// Detail is one run with what its transaction says.
func (x *Runs) Detail(ctx context.Context, name string) (r Run, head *RunHead, err error) {
	if r, err = x.Of(name); err == nil {
		head, err = x.Head(ctx, &r)
	}
	return r, head, err
}

func noRun(name string) error {
	return problem.NotFoundf("there is no run %s: /api/v1/payouts lists those that are", view.Truncate(name))
}

// Lines are those of a run after a wallet, in rising order of wallet, limit at most. more says that there are others.
func (x *Runs) Lines(name string, after ledger.Wallet, limit int) (list []RunLine, more bool, err error) {
	x.engine.Payouts(func(b *payout.Book) {
		p := b.Run(name)
		if p == nil {
			err = noRun(name)
			return
		}
		wallets := p.Wallets()
		from, found := slices.BinarySearchFunc(wallets, after, ledger.Wallet.Compare)
		if found {
			from++
		}
		to := min(from+limit, len(wallets))
		more = to < len(wallets)
		for _, w := range wallets[from:to] {
			line, _ := lineOf(p, w)
			list = append(list, line)
		}
	})
	return list, more, err
}

func lineOf(p *payout.Progress, w ledger.Wallet) (RunLine, bool) {
	total, paid, parts, ok := p.Line(w)
	return RunLine{w, total, paid, slices.Clone(parts)}, ok
}

// Head is what a run's transaction says.
func (x *Runs) Head(ctx context.Context, r *Run) (*RunHead, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if h := x.heads[r.Name]; h != nil {
		return h, nil
	}
	run, t, err := x.engine.Run(ctx, r.Name)
	if err != nil {
		return nil, err
	}
	h := &RunHead{Sequence: t.Sequence}
	if h.File, err = view.FileOf(t); err != nil {
		return nil, err
	}
	if h.Minimum, err = money.ParseUnits(r.Asset, t.Meta["minimum"]); err != nil {
		return nil, fmt.Errorf("transaction %d: %w", t.Sequence, err)
	}
	h.Waiting = run.Waiting
	for x.held += len(h.Waiting); x.held > rememberedWaiting && len(x.order) > 0; x.order = x.order[1:] {
		x.held -= len(x.heads[x.order[0]].Waiting)
		delete(x.heads, x.order[0])
	}
	x.heads[r.Name], x.order = h, append(x.order, r.Name)
	return h, nil
}

// Waits is what a run leaves out of a wallet; ok is false when it leaves out nothing.
func (h *RunHead) Waits(w ledger.Wallet) (payout.Waiting, bool) {
	i, ok := slices.BinarySearchFunc(h.Waiting, w, func(a payout.Waiting, w ledger.Wallet) int { return a.Wallet.Compare(w) })
	if !ok {
		return payout.Waiting{}, false
	}
	return h.Waiting[i], true
}

// WalletRun is what a run means for one wallet: a line or, when it has none, what waits.
type WalletRun struct {
	Run     Run
	Line    *RunLine
	Waiting *payout.Waiting
}

// OfWallet is every run that pays a wallet or leaves it waiting, the newest first, limit at most.
func (x *Runs) OfWallet(ctx context.Context, w ledger.Wallet, limit int) (list []WalletRun, err error) {
	var all []WalletRun
	x.engine.Payouts(func(b *payout.Book) {
		for i, p := range slices.Backward(b.Runs()) {
			out := WalletRun{Run: x.runOf(b, i+1, p)}
			if line, ok := lineOf(p, w); ok {
				out.Line = &line
			}
			all = append(all, out)
		}
	})
	for _, out := range all {
		if len(list) == limit {
			break
		}
		if out.Line == nil {
			h, err := x.Head(ctx, &out.Run)
			if err != nil {
				return nil, err
			}
			waiting, ok := h.Waits(w)
			if !ok {
				continue
			}
			out.Waiting = &waiting
		}
		list = append(list, out)
	}
	return list, nil
}

// Exceptions are payments that no line explains, in the order of the chain, after the first from of all, limit at most; those
// that are closed only when all is set. next is the from of those that follow, 0 when none do.
func (x *Runs) Exceptions(all bool, from, limit int) (list []payout.Exception, next int) {
	x.engine.Payouts(func(b *payout.Book) {
		every := b.Exceptions()
		for i := min(from, len(every)); i < len(every); i++ {
			if e := every[i]; all || e.Closed.IsZero() {
				if len(list) == limit {
					next = i
					return
				}
				list = append(list, *e)
			}
		}
	})
	return list, next
}

// Open is how many exceptions nobody has explained, and how many of them are payments rather than receipts.
func (x *Runs) Open() (all, payments int) {
	x.engine.Payouts(func(b *payout.Book) {
		for _, e := range b.Exceptions() {
			if !e.Closed.IsZero() {
				continue
			}
			all++
			if e.Problem != payout.UnexplainedReceipt {
				payments++
			}
		}
	})
	return all, payments
}
