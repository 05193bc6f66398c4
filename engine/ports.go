package engine

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strconv"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

// Clock tells the time. Rules never ask for it; jobs and freshness do.
type Clock interface{ Now() time.Time }

// Header is a block's place in the chain.
type Header = fold.Header

// Proof is how a block or range was proven, strongest first: "full" (every header recomputed and linked, every block
// that may hold events rebuilt from its receipts), "events" (only the blocks that returned logs were rebuilt), "agreed 2" (see
// [ProofAgreed]), "none".
type Proof string

// The proof levels.
const (
	ProofFull   Proof = "full"
	ProofEvents Proof = "events"
	ProofNone   Proof = "none"
)

// ProofAgreed is the level of logs that n endpoints list alike, at the levels events and none: "agreed 2".
func ProofAgreed(n int) Proof { return Proof(fmt.Sprintf("%s%d", agreed, n)) }

const agreed = "agreed "

// Valid says whether a level is one that blocks can be covered at.
func (p Proof) Valid() bool { return p.rank() > 0 }

// rank is higher for a weaker level; 0 of one that is none. Of two agreements the one of fewer endpoints is weaker.
func (p Proof) rank() int {
	if text, ok := strings.CutPrefix(string(p), agreed); ok {
		if n, err := strconv.Atoi(text); err == nil && 1 < n && n <= 100 {
			return 200 - n
		}
		return 0
	}
	return map[Proof]int{ProofFull: 1, ProofEvents: 2, ProofNone: 300}[p]
}

// Weaker is the weaker of two levels; the empty level is the strongest.
func (p Proof) Weaker(q Proof) Proof {
	if q.rank() > p.rank() {
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
	Headers []Header // every header from From to Last, each linked to the one before it; none where not every one was fetched
	Blocks  []Block  // those with facts, in order
	Logs    int      // how many logs are in Blocks
	Level   Proof
}

// Chain is the chain as the engine wants it: proven. It is safe for one caller at a time, but for Finalized, HeaderAt, FinalAt, and what
// Figures and Contracts have.
//
// Errors: ErrForked when a stretch does not follow the parent that was given; *Fault when an endpoint's answer does not
// hold and no other endpoint could replace it (nothing of the stretch may be booked); *Contradiction when endpoints, or an
// endpoint and the books, disagree about what is final. Everything else is a passing failure of transport, worth a retry.
type Chain interface {
	// Watch says which program's events are fetched from now on. It is called before anything else, and again when another
	// text of the program is in force.
	Watch(p *program.Program) error
	// Head is the newest block.
	Head(ctx context.Context) (Header, error)
	// Finalized is the newest final block that the endpoints agree on.
	Finalized(ctx context.Context) (Header, error)
	// HeaderAt is the block at a number of the present chain, hash recomputed. ErrNoBlock above the head.
	HeaderAt(ctx context.Context, number uint64) (Header, error)
	// FinalAt is the block at the number of a final one, which every endpoint that answers must have: *Contradiction where they do not.
	FinalAt(ctx context.Context, number uint64) (Header, error)
	// Prove proves a stretch that begins right after parent (hash and number) and ends at or before to. How much it
	// takes at once is its own choice. final says that the stretch cannot be reorganised any more: it ends in a block that every
	// endpoint has that answers; when it is not, blocks are fetched by hash only.
	Prove(ctx context.Context, parent Header, to uint64, final bool) (Proven, error)
	Figures
	Contracts
}

// Contracts are wallets that are contracts, at a block that Chain gave. What they say is the word of the endpoints, which must agree; that
// they are there is proven where state can be.
//
// Errors: *Disagreement when they do not. Everything else is a passing failure of transport, worth a retry.
type Contracts interface {
	// IsContract says whether there is code at an address.
	IsContract(ctx context.Context, at Header, address common.Address) (bool, error)
	// ContractSigned says whether a contract takes a signature of a hash as its own (ERC-1271). One that reverts, or answers anything
	// else than the one yes of the standard, does not.
	ContractSigned(ctx context.Context, at Header, contract common.Address, hash common.Hash, signature []byte) (bool, error)
}

// Figures are numbers of the chain's state at a block that was proven: a header that Chain gave. What an endpoint says about them
// counts as proven only when it proves it.
//
// Errors: *Disagreement when nothing is proven and endpoints report different values. Whatever cannot be asked is a Figure
// that is unknown, and no error. Everything else is a passing failure of transport, worth a retry.
type Figures interface {
	// Counters are what the sale's contracts count themselves, in the order of the program's.
	Counters(ctx context.Context, at Header) ([]Count, error)
	// Balance is what an address holds of the chain's own coin, in wei.
	Balance(ctx context.Context, at Header, of common.Address) (Figure, error)
	// SafeNonce is how many nonces a Safe has used: transactions with smaller ones can never be executed any more.
	SafeNonce(ctx context.Context, at Header, safe common.Address) (Figure, error)
	// TokenBalance is what an address holds of an ERC-20 token, in base units. balances is where the token's contract
	// keeps them; zero when that is not known.
	TokenBalance(ctx context.Context, at Header, token, of common.Address, balances program.Mapping) (Figure, error)
}

// Count is what contracts count themselves, added up: known only when all of theirs are, and proven only when all are.
type Count struct {
	sale.Counter
	Figure

	Apart *Disagreement // where endpoints differ about one contract's, and nothing is proven
}

// Errors of ports; test with errors.Is. What they wrap is a refusal with a kind and a code, see package problem.
var (
	ErrForked  = errors.New("the chain no longer follows the block that the books end at")
	ErrNoBlock = errors.New("there is no such block yet")
	// ErrRecorded: the idempotency key is in the journal with other content.
	ErrRecorded error = problem.New(problem.Conflict, problem.Recorded, "the same source was booked before with other content")
	// ErrMoved: another writer committed since the books were read. The engine catches up and tries again by itself.
	ErrMoved error = problem.New(problem.Busy, "", "another writer was faster, many times in a row; try again in a moment")
	// ErrFrozen: the books wait for an operator.
	ErrFrozen = fold.ErrFrozen
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

// Position is how far books are: what a writer has seen of them when it decides.
type Position struct {
	Cursor Cursor
	Inputs uint64      // how many there are
	Root   ledger.Hash // of the tree over everything; zero of empty books
}

// Commit is everything that one step writes, all or nothing. The zero Commit writes nothing, and is taken by empty books only.
type Commit struct {
	Seen    Position // what the writer has seen; ErrMoved when the books are at another one
	Cursor  *Cursor  // where the books come to; nil: the cursor stays
	Inputs  []Taken
	Drafts  []ledger.Draft
	Covered []Span
	// The window: headers above Fork are forgotten, then Headers are added, then those at or below the final block.
	Fork    *uint64 // the last block that stays when a branch left the chain; nil: no block left
	Headers []Header
}

// Taken is an input in its place among the drafts of a commit: the drafts that it led to come after it.
type Taken struct {
	fold.Input     // without sequence
	After      int // how many of the commit's drafts come before it
}

// Take adds an input and the drafts that it led to.
func (c *Commit) Take(in fold.Input, drafts []ledger.Draft) {
	c.Inputs = append(c.Inputs, Taken{in, len(c.Drafts)})
	c.Drafts = append(c.Drafts, drafts...)
}

// Incident is why the books are frozen.
type Incident = fold.Incident

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
	Position
	Frozen   *Incident // as the inputs say; a store tells what it keeps of them
	Finality Finality  // as the chain says; a store does not know it
}

// Writer changes books. A context that ends leaves them as they were or as they are after the whole commit, never between.
type Writer interface {
	// Open makes the books for an identity, or refuses with one line when they belong to another.
	Open(ctx context.Context, id Identity) error
	// Commit seals the drafts in order and writes everything of c in one database transaction, in which it first compares c.Seen
	// with the books: ErrMoved when another writer was there. A draft whose key is in the journal with the same content is left
	// out; with other content: ErrRecorded. A draft that would turn an account that must not: ledger.ErrTurned. Books that are frozen,
	// when the first input is not what thaws them: ErrFrozen. It returns the new ledger head.
	Commit(ctx context.Context, c Commit) (ledger.Head, error)
	// Replicated waits until every commit that can be read is where Commit would have waited for it to be.
	Replicated(ctx context.Context) error
}

// Reader is what the fold and a writer read of books. Errors are failures of the store.
type Reader interface {
	fold.Books
	// State reads the state at this moment.
	State(ctx context.Context) (State, error)
	// Window is the headers above Cursor.Final, in order.
	Window(ctx context.Context) ([]Header, error)
	// Coverage is every span in order.
	Coverage(ctx context.Context) ([]Span, error)
}

// History is what people want to see of books besides balances. Errors are failures of the store, but for those named.
type History interface {
	// Transactions are the journal from a sequence on, in order, with postings. A failure ends them.
	Transactions(ctx context.Context, from uint64) iter.Seq2[*ledger.Transaction, error]
	// Entries are an account's postings by effective time and sequence, newest first, at most limit, after the cursor
	// that the entry before returned ("" at first). A cursor that is none is refused.
	Entries(ctx context.Context, account ledger.Account, after string, limit int) ([]Entry, string, error)
	// Leaves are the leaves' hashes of the tree over everything from a number, counted from 0, up to before another, which are refused
	// when the books do not have them all.
	Leaves(ctx context.Context, from, to uint64) ([]ledger.Hash, error)
	// LeafEntries are the entries that Leaves are the hashes of, see ledger.InputEntry and ledger.TransactionEntry.
	LeafEntries(ctx context.Context, from, to uint64) ([][]byte, error)
	// LeafOf is the number of a transaction's leaf, or of an input's, counted from 0; false when the books do not have it.
	LeafOf(ctx context.Context, kind LeafKind, sequence uint64) (index uint64, found bool, err error)
	// Tiles are the roots of whole tiles, ledger.TileWidth leaves each, from one on up to before another; both are refused when the
	// books do not have them all.
	Tiles(ctx context.Context, from, to uint64) ([]ledger.Hash, error)
}

// Auditor checks books.
type Auditor interface {
	// Verify recomputes every table and reports the first place that differs as *ledger.Difference.
	Verify(ctx context.Context) (Verification, error)
}

// Books are what is read and written of books. Every method is safe for concurrent use.
type Books interface {
	Reader
	History
	Writer
	Close() error
}

// Store is what an engine keeps: all of the ports in one. Every method is safe for concurrent use.
type Store interface {
	Books
	Keeper
	Auditor
}

// Entry is one posting as seen from an account.
type Entry struct {
	Sequence  uint64
	Line      int
	Kind      ledger.Kind
	Effective time.Time
	Posting   ledger.Posting
}

// Verification is what a verification has gone through.
type Verification struct {
	Transactions, Postings uint64
	Head                   ledger.Head
	Balances               ledger.Hash // ledger.BalancesRoot
	Inputs                 uint64      // that were applied anew; 0 when that was left out
	Unsigned               uint64      // facts that were taken over without signatures, from books of before there were any
}
