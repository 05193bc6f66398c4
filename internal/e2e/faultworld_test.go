package e2e_test

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"math/big"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/internal/replay/habit"
	"github.com/nodeledger/nodeledger/internal/replay/server"
	"github.com/nodeledger/nodeledger/internal/synth"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/store"
)

// finalLag is how many blocks of the faulty world are not final.
const finalLag = 64

const faultyProgram = `program: faulty
schema: 1
chain: { id: 31337, start_block: 1, proof: full }
sale:
  contract: "0x00000000000000000000000000000000000000aa"
  adapter: event
  purchases:
    - { event: "Sold(address indexed by, uint256 n, uint256 paid)", buyer: by, quantity: n, paid: { field: paid } }
  counters: [{ view: "totalMinted() returns (uint256)" }]
`

// faultyWorld is a sale on a chain that two endpoints serve, each of which may misbehave, and the books that follow it. Everything in it
// comes from a seed.
type faultyWorld struct {
	t        *testing.T
	rng      *rand.Rand
	program  *program.Program
	text     string // of the program
	genesis  uint64
	chain    *synth.Chain
	blocks   []*server.Block           // of the present branch, from block 0
	sold     map[common.Hash][2]uint64 // purchases and nodes by block, of every branch
	sums     atomic.Pointer[[]uint64]  // nodes sold up to each block of the present branch
	salt     uint64
	nodes    [2]*faultyNode
	database *database
	store    *store.Store
	failing  *failing // between the engine and the store
	engine   *engine.Engine
	watcher  *chain.Watcher

	newest atomic.Int64 // the time of the newest block
	off    atomic.Int64 // how far the clock is from that
	held   []bool       // facts that were asked for, and whether that was answered
}

// faultyNode is an endpoint. Its handler may be replaced while it serves.
type faultyNode struct {
	*server.Server

	handler atomic.Pointer[http.Handler]
	url     string
}

func (n *faultyNode) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	(*n.handler.Load()).ServeHTTP(w, r)
}

// behave serves with a habit from now on; nil is an honest node.
func (n *faultyNode) behave(h *habit.Habit) {
	var handler http.Handler = n.Server
	if h != nil {
		handler = habit.Serve(h, n.Server)
	}
	n.handler.Store(&handler)
}

func newFaultyWorld(t *testing.T, seed uint64, dsn string) *faultyWorld {
	t.Helper()
	return worldAtLevel(t, seed, dsn, "full", synth.Genesis)
}

// worldAtLevel is a world whose blocks are proven to a level, and whose chain begins at a time, in seconds since 1970.
func worldAtLevel(t *testing.T, seed uint64, dsn, level string, genesis uint64) *faultyWorld {
	t.Helper()
	text := strings.Replace(faultyProgram, "proof: full", "proof: "+level, 1)
	p, err := program.Read("faulty.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	w := &faultyWorld{
		t: t, rng: rand.New(rand.NewPCG(seed, 38)), program: p, text: text,
		genesis: genesis, chain: synth.From(31337, genesis), sold: map[common.Hash][2]uint64{},
		database: newDatabase(t, dsn),
	}
	w.blocks = append(w.blocks, w.chain.Add())
	for i := range w.nodes {
		s, err := server.New(31337, common.HexToAddress("0xaa"), w.blocks[:1])
		if err != nil {
			t.Fatal(err)
		}
		s.SetCounter(w.counts)
		n := &faultyNode{Server: s}
		n.behave(nil)
		web := httptest.NewServer(n)
		t.Cleanup(web.Close)
		n.url = web.URL
		w.nodes[i] = n
	}
	w.grow(90)
	if w.store, err = store.Connect(t.Context(), w.database.dsn); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.store.Close() })
	w.restart()
	return w
}

// restart opens the books anew, as a process that begins would.
func (w *faultyWorld) restart(urls ...string) {
	w.t.Helper()
	if w.watcher != nil {
		w.watcher.Close()
	}
	if len(urls) == 0 {
		urls = []string{w.nodes[0].url, w.nodes[1].url}
	}
	w.failing = &failing{Store: w.store}
	w.engine, w.watcher = w.open(w.failing, urls...)
}

func (w *faultyWorld) open(s engine.Store, urls ...string) (*engine.Engine, *chain.Watcher) {
	w.t.Helper()
	log := slog.New(slog.NewTextHandler(io.Discard, nil))
	o, err := chain.OptionsOf(w.program, urls, log)
	if err != nil {
		w.t.Fatal(err)
	}
	o.Limits = chain.Limits{
		Timeout: 2 * time.Second, Attempts: 3, Pause: time.Millisecond, Wait: 20 * time.Millisecond, Rest: 2 * time.Millisecond,
		Survey: 100 * time.Millisecond,
	}
	watcher, err := chain.Dial(context.Background(), o)
	if err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(watcher.Close)
	e, err := engine.Open(context.Background(), w.program, s, watcher, worldClock{w}, log)
	if err != nil {
		w.t.Fatal(err)
	}
	return e, watcher
}

// counts is what the contract has sold up to a block of the present branch.
func (w *faultyWorld) counts(block uint64) (n *big.Int, known bool) {
	sums := *w.sums.Load()
	return new(big.Int).SetUint64(sums[min(int(block), len(sums)-1)]), true
}

// next makes one block of the present branch, with up to so many purchases.
func (w *faultyWorld) next(most int) *server.Block { return w.block(w.rng.IntN(most + 1)) }

// block makes one block of the present branch, with so many purchases.
func (w *faultyWorld) block(purchases int) *server.Block {
	var txs []synth.Tx
	var sold [2]uint64
	for range purchases {
		n := uint64(1 + w.rng.IntN(9))
		buyer := common.Address{18: 1, 19: byte(w.rng.IntN(200))}
		count, paid := uint256.NewInt(n).Bytes32(), uint256.NewInt(n*1_000_000_007).Bytes32()
		txs = append(txs, synth.Tx{
			From: buyer, To: common.HexToAddress("0xaa"), Value: *uint256.NewInt(n * 1_000_000_007), Input: []byte{1, 2, 3, 4},
			Logs: []synth.Log{{
				Address: common.HexToAddress("0xaa"),
				Topics:  []common.Hash{evm.Topic("Sold(address,uint256,uint256)"), evm.Padded(buyer)},
				Data:    append(count[:], paid[:]...),
			}},
		})
		sold[0]++
		sold[1] += n
	}
	b := w.chain.Add(txs...)
	w.sold[b.Hash] = sold
	return b
}

// grow adds blocks to the present branch, and shows them at both endpoints.
func (w *faultyWorld) grow(n int) {
	for range n {
		w.blocks = append(w.blocks, w.next(3))
	}
	w.show()
}

// fork replaces the newest blocks by others, and by some more.
func (w *faultyWorld) fork(depth, more, purchases int) {
	w.salt++
	kept := w.blocks[:len(w.blocks)-depth]
	w.chain = w.chain.Fork(kept[len(kept)-1], w.salt)
	w.blocks = slices.Clone(kept)
	for range depth + more {
		w.blocks = append(w.blocks, w.next(purchases))
	}
	w.show()
}

// show makes both endpoints serve the present branch.
func (w *faultyWorld) show() {
	sums, nodes := make([]uint64, len(w.blocks)), uint64(0)
	for i, b := range w.blocks {
		nodes += w.sold[b.Hash][1]
		sums[i] = nodes
	}
	w.sums.Store(&sums)
	w.newest.Store(int64(w.genesis) + int64(synth.Interval*(len(w.blocks)-1)))
	for i := range w.nodes {
		w.showAt(i, w.blocks)
	}
}

func (w *faultyWorld) showAt(node int, blocks []*server.Block) {
	w.t.Helper()
	n := w.nodes[node]
	if err := n.Swap(blocks[1:]); err != nil {
		w.t.Fatal(err)
	}
	n.SetFinalized(uint64(max(len(blocks)-1-finalLag, 0)))
}

// sync tries to follow the chain; what goes wrong while a fault lasts is expected, and a panic is not.
func (w *faultyWorld) sync() error { return w.engine.Sync(w.t.Context(), nil) }

// heal ends every fault.
func (w *faultyWorld) heal() {
	for _, n := range w.nodes {
		n.behave(nil)
		n.SetFaults(server.Faults{})
		n.SetCounter(w.counts)
	}
	w.show()
	w.failing.fail.Store(nil)
	w.off.Store(0)
	if w.database.line != nil {
		w.database.line.mend()
	}
}

// ends says whether the books are those of the chain as it stands: the faults are healed, some blocks are added, and a sync or two lead to
// the balances of books that saw nothing but the chain as it ended.
func (w *faultyWorld) ends(name string) {
	w.t.Helper()
	w.heal()
	w.grow(2)
	w.restart()
	var err error
	for range 3 {
		if err = w.sync(); err == nil {
			break
		}
		time.Sleep(10 * time.Millisecond) // an endpoint may rest
	}
	if err != nil {
		w.t.Fatalf("%s: the books do not go on: %v", name, err)
	}
	clean, err := store.Connect(w.t.Context(), filepath.Join(w.t.TempDir(), "clean.db"))
	if err != nil {
		w.t.Fatal(err)
	}
	defer clean.Close()
	straight, watcher := w.open(clean, w.nodes[1].url)
	defer watcher.Close()
	if err := straight.Sync(w.t.Context(), nil); err != nil {
		w.t.Fatalf("%s: clean books: %v", name, err)
	}
	if got, want := w.rootOf(w.store), w.rootOf(clean); got != want {
		w.t.Errorf("%s: balances %s, want %s", name, got, want)
	}
	var purchases, nodes uint64
	for _, b := range w.blocks {
		purchases += w.sold[b.Hash][0]
		nodes += w.sold[b.Hash][1]
	}
	report, err := w.engine.Report(w.t.Context())
	if err != nil || report.Totals.Purchases != purchases || report.Totals.Nodes != nodes {
		w.t.Errorf("%s: %d purchases of %d nodes (%v), want %d of %d", name, report.Totals.Purchases, report.Totals.Nodes, err, purchases, nodes)
	}
	w.factsKept(name)
	later := worldClock{w}.Now().Add(24 * time.Hour) // later than the clock ever said
	if _, err := engine.Verify(w.t.Context(), w.store, nil, later, nil); err != nil {
		w.t.Errorf("%s: %v", name, err)
	}
}

func (w *faultyWorld) rootOf(s *store.Store) ledger.Hash {
	w.t.Helper()
	root, err := engine.BalancesRoot(w.t.Context(), s)
	if err != nil {
		w.t.Fatal(err)
	}
	return root
}

// failing is a store that may refuse to commit, before or after it did.
type failing struct {
	engine.Store

	fail atomic.Pointer[func(commit func() (ledger.Head, error)) (ledger.Head, error)]
}

func (f *failing) Commit(ctx context.Context, c engine.Commit) (ledger.Head, error) {
	commit := func() (ledger.Head, error) { return f.Store.Commit(ctx, c) }
	if fail := f.fail.Load(); fail != nil {
		return (*fail)(commit)
	}
	return commit()
}

// refuses says that a sync does not succeed while the fault lasts.
func (w *faultyWorld) refuses() error {
	if err := w.sync(); err == nil {
		return fmt.Errorf("the sync took it")
	}
	return nil
}
