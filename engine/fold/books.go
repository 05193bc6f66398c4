package fold

import (
	"context"
	"errors"
	"io"
	"iter"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
)

// Balances is what the computation of a closed period reads of the books: sums that follow from the postings of their accounts. A sum
// that the store keeps and that is not what the postings add up to is refused with the code projection-differs. Other errors are
// failures of the store.
type Balances interface {
	// Balances are of every place that ever moved, in order of account path and asset; prefix "" for all. A failure ends them.
	Balances(ctx context.Context, prefix ledger.Prefix) iter.Seq2[ledger.PlaceBalance, error]
	// BalanceAt is a place's balance at an instant: every posting with an effective time before it.
	BalanceAt(ctx context.Context, place ledger.Place, before time.Time) (money.Balance, error)
	// Snapshot yields what every account whose path begins with prefix held of an asset when a UTC day (in days since
	// 1970-01-01) began; each account once, in no order that means anything.
	Snapshot(ctx context.Context, prefix ledger.Prefix, asset money.Asset, day uint64, yield func(ledger.Account, money.Balance) error) error
}

// BalanceNow is what a place holds now.
func BalanceNow(ctx context.Context, books Balances, place ledger.Place) (money.Balance, error) {
	for p, err := range books.Balances(ctx, place.Account.Prefix()) {
		if err != nil || p.Place == place {
			return p.Balance, err
		}
	}
	return money.NewBalance(place.Asset), nil
}

// Books is what the fold reads of the books that were committed before an input. Errors are failures of the store.
type Books interface {
	Balances
	// Inputs are the inputs from a sequence on, in order. A failure ends them.
	Inputs(ctx context.Context, from uint64) iter.Seq2[Input, error]
	// Live is the transactions of a block's logs that are neither reversals nor reversed, newest first.
	Live(ctx context.Context, number uint64, block ledger.Hash) ([]ledger.Transaction, error)
	// Keyed is the transaction with an idempotency key, or nil.
	Keyed(ctx context.Context, key string) (*ledger.Transaction, error)
	// Agreed is what accounts have of every asset that they ever moved, in no order that means anything, after every sum that the
	// store keeps of them, now and day by day, was compared with their postings; each account once.
	Agreed(ctx context.Context, accounts []ledger.Account) ([]ledger.PlaceBalance, error)
}

// Unread is an error of the books that an input was to be computed from. It says nothing of the input.
type Unread struct{ error }

func (u *Unread) Unwrap() error { return u.error }

// unread is an error of books that could not be read; one that says what is wrong with them stays what it is.
func unread(err error) error {
	var differs *ledger.Difference
	if of := problem.Of(err); err == nil || errors.As(err, &differs) || of != nil && of.Code == problem.ProjectionDiffers {
		return err
	}
	return &Unread{err}
}

// booksRead is the books that an input is applied on: books whose failures are told apart from what is wrong with an input, see [Unread].
type booksRead struct{ Books }

func (r booksRead) Balances(ctx context.Context, prefix ledger.Prefix) iter.Seq2[ledger.PlaceBalance, error] {
	return readable(r.Books.Balances(ctx, prefix))
}

func (r booksRead) BalanceAt(ctx context.Context, place ledger.Place, before time.Time) (money.Balance, error) {
	b, err := r.Books.BalanceAt(ctx, place, before)
	return b, unread(err)
}

func (r booksRead) Snapshot(ctx context.Context, prefix ledger.Prefix, asset money.Asset, day uint64,
	yield func(ledger.Account, money.Balance) error) error {
	var refused error
	err := r.Books.Snapshot(ctx, prefix, asset, day, func(a ledger.Account, b money.Balance) error {
		refused = yield(a, b)
		return refused
	})
	if refused != nil {
		return err
	}
	return unread(err)
}

func (r booksRead) Inputs(ctx context.Context, from uint64) iter.Seq2[Input, error] {
	return readable(r.Books.Inputs(ctx, from))
}

func (r booksRead) Live(ctx context.Context, number uint64, block ledger.Hash) ([]ledger.Transaction, error) {
	list, err := r.Books.Live(ctx, number, block)
	return list, unread(err)
}

func (r booksRead) Keyed(ctx context.Context, key string) (*ledger.Transaction, error) {
	t, err := r.Books.Keyed(ctx, key)
	return t, unread(err)
}

func (r booksRead) Agreed(ctx context.Context, accounts []ledger.Account) ([]ledger.PlaceBalance, error) {
	list, err := r.Books.Agreed(ctx, accounts)
	return list, unread(err)
}

func readable[T any](rows iter.Seq2[T, error]) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for row, err := range rows {
			if !yield(row, unread(err)) {
				return
			}
		}
	}
}

// Ground is what a fold stands on while it takes an input: the books before it, and where files are kept.
type Ground struct {
	Books
	Head ledger.Head // of the books before the input
	// CreateFile makes a file by its name, in the place of one that is there; nil: only the files' hashes are kept.
	CreateFile func(name string) (io.WriteCloser, error)
}

// writeFile writes a file where files are kept, and gives its hash.
func (g *Ground) writeFile(name string, write func(io.Writer) (ledger.Hash, error)) (hash ledger.Hash, err error) {
	if g.CreateFile == nil {
		return write(io.Discard)
	}
	file, err := g.CreateFile(name)
	if err != nil {
		return hash, err
	}
	hash, err = write(file)
	return hash, errors.Join(err, file.Close())
}
