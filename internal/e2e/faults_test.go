package e2e_test

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/big"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/pgtest"
	"github.com/nodeledger/nodeledger/internal/replay/habit"
	"github.com/nodeledger/nodeledger/internal/replay/server"
	"github.com/nodeledger/nodeledger/internal/synth"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/store"
)

// namedFault is something that goes wrong, while the world goes on, and what the books do meanwhile. What must hold in any case is that
// they are right when it is over: see [faultyWorld.ends].
type namedFault struct {
	name   string
	happen func(w *faultyWorld) error // an error says that the books did what they must not while it lasted
}

// alters makes a habit that makes another result of a method's calls.
func alters(method string, change func(c *habit.Call, result any) any) *habit.Habit {
	return &habit.Habit{Alter: func(c *habit.Call, result any) any {
		if c.Method != method {
			return result
		}
		return change(c, result)
	}}
}

// ofLogs changes the list that eth_getLogs answers, where it has logs.
func ofLogs(change func(list []any) any) *habit.Habit {
	return alters("eth_getLogs", func(_ *habit.Call, result any) any {
		if list, ok := result.([]any); ok && len(list) > 0 {
			return change(list)
		}
		return result
	})
}

// field sets a field of the first log.
func field(name string, value any) *habit.Habit {
	return ofLogs(func(list []any) any { list[0].(map[string]any)[name] = value; return list })
}

// ofReceipts changes the receipts of a block, where there are some.
func ofReceipts(change func(list []any) any) *habit.Habit {
	return alters("eth_getBlockReceipts", func(_ *habit.Call, result any) any {
		if list, ok := result.([]any); ok && len(list) > 0 {
			return change(list)
		}
		return result
	})
}

// everywhere has both endpoints misbehave: nothing of it may be booked.
func everywhere(h *habit.Habit) func(w *faultyWorld) error {
	return func(w *faultyWorld) error {
		w.grow(70)
		for _, n := range w.nodes {
			n.behave(h)
		}
		return w.refuses()
	}
}

// atOne has one endpoint misbehave beside an honest one: the books go on.
func atOne(h *habit.Habit) func(w *faultyWorld) error {
	return func(w *faultyWorld) error {
		w.grow(70)
		w.nodes[w.rng.IntN(2)].behave(h)
		w.restart()
		if err := w.sync(); err != nil {
			if err = w.sync(); err != nil {
				return fmt.Errorf("one bad endpoint of two stops the books: %w", err)
			}
		}
		return nil
	}
}

// both is a fault at one endpoint, and then at both.
func both(h *habit.Habit) func(w *faultyWorld) error {
	return func(w *faultyWorld) error {
		if err := atOne(h)(w); err != nil {
			return err
		}
		return everywhere(h)(w)
	}
}

// whatever is a fault during which syncs may succeed or not.
func whatever(happen func(w *faultyWorld)) func(w *faultyWorld) error {
	return func(w *faultyWorld) error { happen(w); return nil }
}

// named are faults by the numbers of an audit of 38. See [drawn] and [elsewhere] for those that are not here.
var named = []namedFault{
	{"1 no logs for a range that has some", both(ofLogs(func([]any) any { return []any{} }))},
	{"2 one log missing", both(ofLogs(func(list []any) any { return list[1:] }))},
	{"3 a log twice", both(ofLogs(func(list []any) any { return append(list, list[len(list)-1]) }))},
	{"4 a log of another contract", both(field("address", "0x00000000000000000000000000000000000000ab"))},
	{"5 an altered amount", both(field("data", "0x"+strings.Repeat("0", 63)+"7"+strings.Repeat("0", 63)+"7"))},
	{"6 a wrong block hash", both(field("blockHash", common.Hash{1}.Hex()))},
	{"6 a wrong index", both(field("logIndex", "0x77"))},
	{"6 a wrong transaction", both(field("transactionHash", common.Hash{1}.Hex()))},
	{"7 a removed log", both(field("removed", true))},
	{"8 logs out of order", atOne(ofLogs(func(list []any) any { slices.Reverse(list); return list }))},
	{"8 a log that is null", both(ofLogs(func(list []any) any { list[0] = nil; return list }))},
	{"8 five topics", both(field("topics", []any{"0x1", "0x2", "0x3", "0x4", "0x5"}))},
	{"8 data that is not hexadecimal", both(field("data", "0xzz"))},
	{"9 a receipt that is null", atOne(ofReceipts(func(list []any) any { list[0] = nil; return list }))},
	{"9 a receipt missing", both(ofReceipts(func(list []any) any { return list[1:] }))},
	{"9 another status", both(ofReceipts(func(list []any) any { list[0].(map[string]any)["status"] = "0x0"; return list }))},
	{"9 other gas", both(ofReceipts(func(list []any) any { list[0].(map[string]any)["cumulativeGasUsed"] = "0x1"; return list }))},
	{"10 a forged bloom", both(alters("eth_getBlockByNumber", header("logsBloom", "0x"+strings.Repeat("0", 512))))},
	{"10 a forged time", both(alters("eth_getBlockByNumber", header("timestamp", "0x1")))},
	{"10 a forged parent", both(alters("eth_getBlockByNumber", header("parentHash", common.Hash{7}.Hex())))},
	{"11 old blocks are gone", atOne(&habit.Habit{Refuse: func(c *habit.Call) *habit.Refusal {
		if c.Method != "eth_getLogs" {
			return nil
		}
		return &habit.Refusal{Code: 4444, Text: "pruned history unavailable"}
	}})},
	{"12 another chain in the middle", func(w *faultyWorld) error {
		w.grow(70)
		w.nodes[0].SetFaults(server.Faults{ChainID: 5})
		return atOne(nil)(w)
	}},
	{"13 every endpoint leaves out a log, and receipts have it", everywhere(ofLogs(func(list []any) any { return list[:len(list)-1] }))},
	{"14 a wrong counter at one of two", func(w *faultyWorld) error {
		w.grow(70)
		w.nodes[0].SetCounter(func(block uint64) (*big.Int, bool) {
			n, _ := w.counts(block)
			return n.Add(n, big.NewInt(1)), true
		})
		return w.sync()
	}},
	{"15 the head goes back", func(w *faultyWorld) error {
		if err := w.sync(); err != nil {
			return err
		}
		for _, back := range []uint64{10, 60, 1} {
			for _, n := range w.nodes {
				n.SetHead(uint64(len(w.blocks)-1) - back)
			}
			if err := w.sync(); err != nil && !errors.Is(err, engine.ErrNoBlock) {
				return err
			}
		}
		return nil
	}},
	{"16 what is final goes back, and is unknown", func(w *faultyWorld) error {
		if err := w.sync(); err != nil {
			return err
		}
		for _, n := range w.nodes {
			n.SetFinalized(3)
		}
		if err := w.sync(); err != nil {
			return err
		}
		for _, n := range w.nodes {
			n.SetFaults(server.Faults{NoFinalized: true})
		}
		w.grow(3)
		return w.sync()
	}},
	{"17 logs from a node that is behind", atOne(alters("eth_getLogs", func(c *habit.Call, result any) any {
		if list, ok := result.([]any); ok && c.Tick("behind")%2 == 0 {
			return list[:len(list)/2]
		}
		return result
	}))},
	{"18 two branches in turn", whatever(func(w *faultyWorld) {
		w.grow(10)
		old := slices.Clone(w.blocks)
		w.fork(6, 1, 3)
		w.showAt(0, old[:len(w.blocks)-1])
		_ = w.sync() // one endpoint has the other branch: it may lead or not
		w.showAt(0, w.blocks)
	})},
	{"19 an endpoint dies in the middle", atOne(&habit.Habit{Web: func(r *habit.Request) *habit.Reply {
		if r.N < 6 {
			return nil
		}
		return &habit.Reply{Status: 500, Body: "gone"}
	}})},
	{"20 reorganisations of depth 1 to 63, longer and shorter", func(w *faultyWorld) error {
		for _, depth := range []int{1, 5, 20, 63} {
			if err := w.sync(); err != nil {
				return err
			}
			w.fork(depth, w.rng.IntN(3), 3)
		}
		return w.sync()
	}},
	{"22 a branch of empty blocks", func(w *faultyWorld) error {
		if err := w.sync(); err != nil {
			return err
		}
		w.fork(30, 2, 0)
		return w.sync()
	}},
	{"23 a reorganisation at some call of a backfill", whatever(func(w *faultyWorld) {
		at := 2 + w.rng.IntN(30)
		turned := false
		turn := &habit.Habit{Ask: func(c *habit.Call) {
			if !turned && c.Tick("all") == at {
				turned = true
				w.fork(1+at, 2, 3)
			}
		}}
		w.grow(80)
		w.restart(w.nodes[0].url)
		w.nodes[0].behave(turn)
		_ = w.sync() // it may notice or not, see ends
	})},
	{"24 a reorganisation while nothing ran", func(w *faultyWorld) error {
		if err := w.sync(); err != nil {
			return err
		}
		w.fork(40, 3, 3)
		w.restart()
		return w.sync()
	}},
	{"25 five reorganisations in a row", func(w *faultyWorld) error {
		for range 5 {
			w.fork(1+w.rng.IntN(50), 1, 3)
			if err := w.sync(); err != nil {
				return err
			}
		}
		return nil
	}},
	{"26 back to the first branch", func(w *faultyWorld) error {
		if err := w.sync(); err != nil {
			return err
		}
		first := slices.Clone(w.blocks)
		w.fork(20, 1, 3)
		if err := w.sync(); err != nil {
			return err
		}
		w.blocks = first
		w.salt++
		w.chain = w.chain.Fork(first[len(first)-1], w.salt)
		w.show()
		w.grow(4)
		return w.sync()
	}},
	{"28 an endpoint dies after it led to another branch", whatever(func(w *faultyWorld) {
		_ = w.sync()
		w.fork(30, 1, 3)
		w.nodes[0].behave(&habit.Habit{Web: func(r *habit.Request) *habit.Reply {
			if r.N < 3 {
				return nil
			}
			return &habit.Reply{Status: 500, Body: ""}
		}})
		w.nodes[1].behave(&habit.Habit{Web: func(*habit.Request) *habit.Reply { return &habit.Reply{Status: 503, Body: ""} }})
		_ = w.sync() // nobody is there any more, see ends
	})},
	{"30 a block over the cap", atOne(&habit.Habit{Refuse: func(c *habit.Call) *habit.Refusal {
		if c.Method != "eth_getLogs" || c.Found < 2 {
			return nil
		}
		return &habit.Refusal{Code: -32005, Text: "query returned more than 20000 results"}
	}})},
	{"33 a commit that fails, before or after it took effect", whatever(func(w *faultyWorld) {
		w.grow(70)
		commits := 0
		fail := func(commit func() (ledger.Head, error)) (ledger.Head, error) {
			commits++
			if commits%2 == 0 {
				if head, err := commit(); err != nil {
					return head, err
				}
			}
			return ledger.Head{}, errors.New("the power went")
		}
		w.failing.fail.Store(&fail)
		for range 4 {
			_ = w.sync() // it fails, see ends
			w.restart()
			w.failing.fail.Store(&fail)
		}
	})},
	{"34 two processes on the same books", func(w *faultyWorld) error {
		other, watcher := w.open(w.store, w.nodes[1].url)
		defer watcher.Close()
		for range 4 {
			w.grow(5)
			done := make(chan error, 1)
			go func() { done <- other.Sync(w.t.Context(), nil) }()
			err := w.sync()
			if err = errors.Join(err, <-done); err != nil && !errors.Is(err, engine.ErrMoved) {
				return err
			}
		}
		return nil
	}},
	{"37 other settings under the same books", func(w *faultyWorld) error {
		text := strings.Replace(faultyProgram, "0x00000000000000000000000000000000000000aa", "0x00000000000000000000000000000000000000bb", 1)
		return otherSettings(w, text)
	}},
	{"38 what is covered is read again", func(w *faultyWorld) error {
		return errors.Join(w.sync(), w.sync(), w.sync())
	}},
}

// header sets a field of headers.
func header(name, value string) func(*habit.Call, any) any {
	return func(_ *habit.Call, result any) any {
		if b, ok := result.(map[string]any); ok {
			b[name] = value
		}
		return result
	}
}

func otherSettings(w *faultyWorld, text string) error {
	if err := w.sync(); err != nil {
		return err
	}
	p, err := program.Read("other.yaml", []byte(text))
	if err != nil {
		return err
	}
	if _, err := engine.Open(w.t.Context(), p, w.store, w.watcher, worldClock{w}, slog.New(slog.NewTextHandler(io.Discard, nil))); err == nil {
		return errors.New("books of one contract were opened for another")
	}
	return nil
}

// habits are those faults of providers that have to be coped with alone, as faults beside an honest endpoint.
func habits() (list []namedFault) {
	for _, h := range habit.All() {
		list = append(list, namedFault{"29, 31 " + h.Name, atOne(&h)})
	}
	return list
}

// seeds are which worlds are played: FAULTS=from:to plays others, one at a time; make faults plays many.
func seeds(t *testing.T) (from, to uint64) {
	t.Helper()
	text := os.Getenv("FAULTS")
	if text == "" {
		return 0, 3
	}
	first, last, ok := strings.Cut(text, ":")
	from, err := strconv.ParseUint(first, 10, 64)
	to, wrong := strconv.ParseUint(last, 10, 64)
	if !ok || err != nil || wrong != nil || to <= from {
		t.Fatalf("FAULTS is %q: write from:to, such as 100:200", text)
	}
	return from, to
}

// TestNamedFaults: each of the named faults by itself, on both databases: the books are right when it is over, and while it lasts they do
// what the fault's row says.
func TestNamedFaults(t *testing.T) {
	for kind, fresh := range databases(t) {
		t.Run(kind, func(t *testing.T) {
			for i, f := range slices.Concat(named, drawn) {
				t.Run(f.name, func(t *testing.T) {
					t.Parallel()
					w := newFaultyWorld(t, uint64(i), fresh())
					if err := w.sync(); err != nil {
						t.Fatal(err)
					}
					if err := f.happen(w); err != nil {
						t.Error(err)
					}
					w.ends(f.name)
				})
			}
		})
	}
}

// draws are the faults of a seed's world, in order: one of six and more is of the process, its clock or its database.
func draws(seed uint64) (list []namedFault) {
	draw := rand.New(rand.NewPCG(seed, 7))
	all := allFaults()
	for range 8 {
		if draw.IntN(6) == 0 {
			list = append(list, drawn[draw.IntN(len(drawn))])
			continue
		}
		list = append(list, all[draw.IntN(len(all))])
	}
	return list
}

// TestManyFaults plays worlds in which faults follow one another, drawn by a seed: those above and habits of providers. The books are right
// after each. A seed that fails plays the same again: FAULTS=7:8 go test ./internal/e2e -run TestManyFaults.
func TestManyFaults(t *testing.T) {
	from, to := seeds(t)
	for seed := from; seed < to; seed++ {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			dsn := filepath.Join(t.TempDir(), "books.db")
			if seed%2 == 1 {
				dsn = pgtest.URL(t)
			}
			w := newFaultyWorld(t, seed, dsn)
			for _, f := range draws(seed) {
				if err := f.happen(w); err != nil {
					t.Errorf("seed %d, %s: %v", seed, f.name, err)
				}
				w.ends(fmt.Sprintf("seed %d, %s", seed, f.name))
				if t.Failed() {
					return
				}
			}
			rebuiltAlike(t, w)
		})
	}
}

// rebuiltAlike rebuilds the books of a world from their inputs.
func rebuiltAlike(t *testing.T, w *faultyWorld) {
	t.Helper()
	again, err := store.Connect(t.Context(), filepath.Join(t.TempDir(), "again.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	head, err := engine.Rebuild(t.Context(), w.program, w.store, again, nil)
	if err != nil {
		t.Fatal(err)
	}
	state, err := w.store.State(t.Context())
	if err != nil || state.Ledger.Hash != head.Hash {
		t.Errorf("rebuilt head %v, want %v (%v)", head, state.Ledger, err)
	}
}

// TestTheCounterGuardsTheHead: where logs that are left out cannot be proven, the contract's own counter shows them near the head as well.
func TestTheCounterGuardsTheHead(t *testing.T) {
	for kind, fresh := range databases(t) {
		for _, level := range []string{"events", "none"} {
			t.Run(kind+"/"+level, func(t *testing.T) {
				t.Parallel()
				w := worldAtLevel(t, 3, fresh(), level, synth.Genesis)
				if err := w.sync(); err != nil {
					t.Fatal(err)
				}
				for _, n := range w.nodes {
					n.behave(ofLogs(func([]any) any { return []any{} }))
				}
				w.grow(4)
				var off *engine.NotConserved
				if err := w.sync(); !errors.As(err, &off) {
					t.Errorf("the sync says %v", err)
				}
				w.ends("the counter")
			})
		}
	}
}
