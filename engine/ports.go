package engine

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/sale"
)

// Clock tells the time. Rules never ask for it; jobs and freshness do.
type Clock interface{ Now() time.Time }

// Header is a block's place in the chain.
type Header struct {
	Number uint64
	Hash   common.Hash
	Parent common.Hash
	Time   uint64 // seconds since 1970 UTC
}

// When is the instant of Time.
func (h Header) When() time.Time { return time.Unix(int64(h.Time), 0).UTC() }

// Proof is how a block or range was proven, strongest first: "receipts" (every header recomputed and linked, every block
// that may hold events rebuilt from its receipts), "events" (only the blocks that returned logs were rebuilt), "none".
type Proof string

// The proof levels.
const (
	ProofReceipts Proof = "receipts"
	ProofEvents   Proof = "events"
	ProofNone     Proof = "none"
)

// Weaker is the weaker of two levels; the empty level is the strongest.
func (p Proof) Weaker(q Proof) Proof {
	rank := map[Proof]int{"": 0, ProofReceipts: 1, ProofEvents: 2, ProofNone: 3}
	if rank[q] > rank[p] {
		return q
	}
	return p
}

// Block is a proven block with facts in it.
type Block struct {
	Header Header
	Facts  sale.Block // same number, hash and time as Header
}

// Proven is a stretch of the chain, proven and linked: From to Last.Number without a gap.
type Proven struct {
	From    uint64
	Last    Header
	Headers []Header // every header from From to Last, only of a stretch that is not final
	Blocks  []Block  // those with facts, in order
	Logs    int      // how many logs are in Blocks
	Level   Proof
}

// Chain is the chain as the engine wants it: proven. It is safe for one caller at a time.
//
// Errors: ErrForked when a stretch does not follow the parent that was given; *Fault when an endpoint's answer does not
// hold and no other endpoint could replace it (nothing of the stretch may be booked); *Contradiction when endpoints, or an
// endpoint and the books, disagree about what is final. Everything else is a passing failure of transport, worth a retry.
type Chain interface {
	// Head is the newest block.
	Head(ctx context.Context) (Header, error)
	// Finalized is the newest final block that the endpoints agree on.
	Finalized(ctx context.Context) (Header, error)
	// HeaderAt is the block at a number of the present chain, hash recomputed. ErrNoBlock above the head.
	HeaderAt(ctx context.Context, number uint64) (Header, error)
	// Prove proves a stretch that begins right after parent (hash and number) and ends at or before to. How much it
	// takes at once is its own choice. final says that the stretch cannot be reorganised any more; when it is not,
	// blocks are fetched by hash only.
	Prove(ctx context.Context, parent Header, to uint64, final bool) (Proven, error)
	// Counter is what the contract itself counts as sold at a block; ok is false when it cannot be asked.
	Counter(ctx context.Context, at Header) (sold uint64, ok bool, err error)
}

// Errors of ports; test with errors.Is.
var (
	ErrForked  = errors.New("the chain no longer follows the block that the books end at")
	ErrNoBlock = errors.New("there is no such block yet")
	// ErrKeyTaken: the idempotency key is in the journal with other content.
	ErrKeyTaken = errors.New("the same source was booked before with other content")
	// ErrMoved: somebody else wrote to the books since they were read.
	ErrMoved = errors.New("the books were changed by another writer in the meantime; run it again")
	// ErrFrozen: the books wait for an operator.
	ErrFrozen = errors.New("the books are frozen")
)

// Fault is an endpoint's answer that does not hold.
type Fault struct {
	Endpoint string // its URL without secrets
	Block    uint64
	Text     string
}

// Error names the block and the endpoint.
func (f *Fault) Error() string {
	return fmt.Sprintf("block %d from %s: %s", f.Block, f.Endpoint, f.Text)
}

// Contradiction is evidence that what was final is not, or that endpoints contradict each other about it.
type Contradiction struct {
	Block    uint64
	Text     string
	Evidence map[string]string // for instance endpoint to hash
}

// Error says what contradicts what.
func (c *Contradiction) Error() string {
	return fmt.Sprintf("contradiction at block %d: %s", c.Block, c.Text)
}

// InputKind says what an input is.
type InputKind string

// The inputs that the books are made of.
const (
	InputBlock   InputKind = "block"   // a final block with facts
	InputPending InputKind = "pending" // a block with facts that is not final yet
	InputFinal   InputKind = "final"   // pending blocks up to a number became final
	InputDrop    InputKind = "drop"    // pending blocks above a number left the chain
	InputFact    InputKind = "fact"    // something an operator recorded
	InputJob     InputKind = "job"     // a slot of the schedule that came due
)

// Input is one recorded input. The journal is a pure function of the program file and the inputs in order.
type Input struct {
	Sequence uint64 // dense from 1; given by the store
	Kind     InputKind
	Payload  []byte // encoded by this package
}

// Span is a stretch of blocks that was covered, and how it was proven. Neighbours of one level are merged.
type Span struct {
	From, To uint64
	Level    Proof
}

// Cursor is how far the books have come.
type Cursor struct {
	Final Header // the last block that is booked as final; zero Number and Hash before the first
	Head  Header // the last block that is booked at all, at or above Final
}

// Commit is everything that one step writes, all or nothing.
type Commit struct {
	Before  Cursor // what the writer believes; ErrMoved when the books say otherwise
	After   Cursor
	Known   *uint64 // how many inputs the writer has seen; ErrMoved when the books have others; nil: not compared
	Inputs  []Input // without sequence
	Drafts  []ledger.Draft
	Covered []Span
	// Window: headers above DropAbove are forgotten, then Headers are added, then those at or below After.Final.Number
	// are forgotten.
	DropAbove uint64 // ^0 drops none
	Headers   []Header
	Incident  *Incident // the books freeze with this commit
	Thaw      bool      // the books are no longer frozen
}

// Incident is why the books are frozen.
type Incident struct {
	Time     time.Time
	Text     string
	Evidence map[string]string
}

// Identity is what books were opened for; it never changes.
type Identity struct {
	Program  string // name
	Chain    uint64
	Contract common.Address
	Start    uint64 // block
}

// State is what a writer needs to go on.
type State struct {
	Identity Identity
	Ledger   ledger.Head
	Cursor   Cursor
	Inputs   uint64 // how many
	Frozen   *Incident
}

// Store keeps the books. Every method is safe for concurrent use. A context that ends leaves the books as they were or
// as they are after the whole commit, never between.
type Store interface {
	// Open makes the books for an identity, or refuses with one line when they belong to another.
	Open(ctx context.Context, id Identity) error
	// State reads the state at this moment.
	State(ctx context.Context) (State, error)
	// Commit seals the drafts in order and writes everything of c in one database transaction. A draft whose key is in
	// the journal with the same content is left out; with other content: ErrKeyTaken. A draft that would overdraw an
	// account: ledger.ErrOverdrawn. It returns the new ledger head.
	Commit(ctx context.Context, c Commit) (ledger.Head, error)
	// Inputs yields the inputs from a sequence on, in order.
	Inputs(ctx context.Context, from uint64, yield func(Input) error) error
	// Window is the headers above Cursor.Final, in order.
	Window(ctx context.Context) ([]Header, error)
	// Live yields the transactions of a block's logs that are neither reversals nor reversed, newest first.
	Live(ctx context.Context, block ledger.Hash) ([]ledger.Transaction, error)

	// Coverage is every span in order.
	Coverage(ctx context.Context) ([]Span, error)
	// Transactions yields the journal from a sequence on, in order, with postings.
	Transactions(ctx context.Context, from uint64, yield func(*ledger.Transaction) error) error
	// Balances yields every place that ever moved, in order of account path and asset; prefix "" for all.
	Balances(ctx context.Context, prefix string, yield func(ledger.Place, money.Balance) error) error
	// BalanceAt is a place's balance at an instant: every posting with an effective time before it.
	BalanceAt(ctx context.Context, place ledger.Place, before time.Time) (money.Balance, error)
	// Snapshot yields what every account whose path begins with prefix held of an asset when a UTC day (in days since
	// 1970-01-01) began; each account once, in no order that means anything.
	Snapshot(ctx context.Context, prefix string, asset money.Asset, day uint64, yield func(ledger.Account, money.Balance) error) error
	// Keyed is the transaction with an idempotency key, or nil.
	Keyed(ctx context.Context, key string) (*ledger.Transaction, error)
	// Entries are an account's postings by effective time and sequence, newest first, at most limit, after the cursor
	// that the entry before returned ("" at first).
	Entries(ctx context.Context, account ledger.Account, after string, limit int) ([]Entry, string, error)
	// Checkpoints are the sealed days in order.
	Checkpoints(ctx context.Context) ([]ledger.Checkpoint, error)
	// Hashes are the hashes of the transactions first to last.
	Hashes(ctx context.Context, first, last uint64) ([]ledger.Hash, error)
	// Verify recomputes every table and reports the first place that differs as *ledger.Difference.
	Verify(ctx context.Context) (Verified, error)
	Close() error
}

// Entry is one posting as seen from an account.
type Entry struct {
	Sequence  uint64
	Line      int
	Kind      ledger.Kind
	Effective time.Time
	Posting   ledger.Posting
}

// Verified is what a verification has gone through.
type Verified struct {
	Transactions, Postings uint64
	Head                   ledger.Head
	Balances               ledger.Hash // ledger.BalancesRoot
}
