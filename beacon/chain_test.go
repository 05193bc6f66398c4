package beacon_test

import (
	"context"
	"errors"
	"log/slog"
	"math/big"
	"net/http"
	"net/http/httputil"
	"net/url"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/beacon"
	"github.com/nodeledger/nodeledger/beacon/beaconchain"
	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/chain/devnet"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/store"
)

// sold is a sale on a development chain, with a beacon chain that says what of it is final.
type sold struct {
	*testing.T
	*devnet.Chain

	program *program.Program
	beacons *beaconchain.Chain
	url     string // of the beacon node
	shift   time.Duration
	log     strings.Builder
}

func newSold(t *testing.T, blocks int) *sold {
	t.Helper()
	s := &sold{T: t, Chain: startChain(t)}
	s.program = programOf(t, s.Chain)
	s.beacons = beaconchain.New(beaconchain.Options{ChainID: s.ChainID(), Genesis: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)})
	s.mine(blocks)
	w := &world{T: t}
	s.url = w.serve(s.beacons)
	return s
}

func startChain(t *testing.T) *devnet.Chain {
	t.Helper()
	c, err := devnet.Start(t.Context(), devnet.Options{Seed: 17})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

func programOf(t testing.TB, c *devnet.Chain) *program.Program {
	t.Helper()
	text := "program: devnet\nschema: 1\nchain: { id: " + new(big.Int).SetUint64(c.ChainID()).String() + ", start_block: 1 }\n" +
		"sale: { contract: \"" + c.Sale().Hex() + "\", adapter: nodesale }\n"
	p, err := program.Read("devnet.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// mine buys a node and makes blocks, all of which the beacon chain has.
func (s *sold) mine(blocks int) {
	s.Helper()
	buy(s.T, s.Chain, 1, blocks)
	for n := uint64(0); n <= s.Head().Number.Uint64(); n++ {
		if s.beacons.BlockOf(n) != nil {
			continue
		}
		h, err := s.Client().HeaderByNumber(s.Context(), new(big.Int).SetUint64(n))
		if err != nil {
			s.Fatal(err)
		}
		s.beacons.Add(h)
	}
}

func buy(t *testing.T, c *devnet.Chain, nodes uint64, blocks int) {
	t.Helper()
	if _, err := c.Buy(t.Context(), 1, nodes, ""); err != nil {
		t.Fatal(err)
	}
	if err := c.Mine(t.Context(), blocks); err != nil {
		t.Fatal(err)
	}
}

func (s *sold) now() time.Time {
	return s.beacons.Network.TimeOf(s.beacons.Head().Slot + 1).Add(s.shift)
}

type fixed struct{ now func() time.Time }

func (f fixed) Now() time.Time { return f.now() }

// books are new books over execution endpoints and the beacon node.
func (s *sold) books(optional bool, urls ...string) (*engine.Engine, *chain.Watcher) {
	s.Helper()
	source, watcher := s.under(optional, urls...)
	return s.open(source), watcher
}

// under is execution endpoints under the consensus.
func (s *sold) under(optional bool, urls ...string) (*beacon.Chain, *chain.Watcher) {
	s.Helper()
	options, err := chain.OptionsOf(s.program, urls, nil)
	if err != nil {
		s.Fatal(err)
	}
	watcher, err := chain.Dial(s.Context(), options)
	if err != nil {
		s.Fatal(err)
	}
	s.Cleanup(watcher.Close)
	log := slog.New(slog.NewTextHandler(&s.log, nil))
	light, err := beacon.New(beacon.Options{Endpoints: []string{s.url}, ChainID: s.ChainID(), Checkpoint: s.beacons.BlockOf(16).Root(),
		Now: s.now, Log: log})
	if err != nil {
		s.Fatal(err)
	}
	return beacon.Over(watcher, light, optional, log), watcher
}

func (s *sold) open(source engine.Chain) *engine.Engine {
	s.Helper()
	return s.openAt(filepath.Join(s.TempDir(), "books.db"), source)
}

func (s *sold) openAt(path string, source engine.Chain) *engine.Engine {
	s.Helper()
	books, err := store.Connect(s.Context(), path)
	if err != nil {
		s.Fatal(err)
	}
	s.Cleanup(func() { books.Close() })
	e, err := engine.Open(s.Context(), s.program, books, source, fixed{s.now}, slog.New(slog.DiscardHandler))
	if err != nil {
		s.Fatal(err)
	}
	return e
}

// stands is where books are, how many nodes are sold in them, and on whose word.
func stands(e *engine.Engine) (final uint64, nodes uint64, finality engine.Finality) {
	e.View(func(f *fold.Fold, s engine.State) {
		final, nodes, finality = s.Cursor.Final.Number, f.Sale.Totals.Nodes, s.Finality
	})
	return final, nodes, finality
}

func (s *sold) want(e *engine.Engine, final, nodes uint64, finality engine.Finality) {
	s.Helper()
	if f, n, by := stands(e); f != final || n != nodes || by != finality {
		s.Errorf("block %d is final by %q with %d nodes; want %d by %q with %d", f, by, n, final, finality, nodes)
	}
}

// proven is the block that the newest beacon block calls final.
func (s *sold) proven() uint64 {
	return s.beacons.Attest(s.beacons.Head(), 512).Finalised.Execution.Number
}

// Books follow the consensus over three periods: what is final in them is what it proves, whatever the endpoint calls final.
func TestBooksFollowTheConsensus(t *testing.T) {
	t.Parallel()
	s := newSold(t, 40)
	e, _ := s.books(false, s.URL())
	for n := uint64(1); n <= 5; n++ {
		if err := e.Sync(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
		s.want(e, s.proven(), n, engine.FinalityConsensus)
		s.mine(25)
	}
	if n := s.beacons.Network.Period(s.beacons.Head().Slot) - s.beacons.Network.Period(beaconchain.Offset); n < 3 {
		t.Errorf("%d periods", n)
	}
}

// All execution endpoints tell one consistent branch that somebody made up, from the first purchase on: nothing of it is booked, the books
// are frozen, and the evidence has both blocks and who told the other one. Without the consensus it is booked.
func TestAllEndpointsLieTogether(t *testing.T) {
	t.Parallel()
	s := newSold(t, 60)
	lie := startChain(t)
	buy(t, lie, 77, 60)
	if lie.Sale() != s.Sale() || lie.Head().Hash() == s.Head().Hash() {
		t.Fatal("the made-up branch is not one of the same chain")
	}
	e, watcher := s.books(false, lie.URL(), lie.URL()+"/")
	err := e.Sync(t.Context(), nil)
	var c *engine.Contradiction
	if !errors.Is(err, engine.ErrFrozen) || !errors.As(err, &c) {
		t.Fatalf("%v", err)
	}
	s.want(e, 0, 0, "")
	proven := s.beacons.BlockOf(c.Block)
	named := false
	for _, endpoint := range watcher.Endpoints() {
		at := c.Evidence[endpoint.URL]
		named = named || at != "" && at != proven.Execution.Hash.Hex() && strings.Contains(c.Text, endpoint.URL)
	}
	if !named || proven == nil || !contains(c.Evidence, proven.Execution.Hash.Hex()) {
		t.Errorf("the evidence is %s: %v", c.Text, c.Evidence)
	}
	without := s.open(watcher)
	if err := without.Sync(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if _, nodes, by := stands(without); nodes != 77 || by == engine.FinalityConsensus {
		t.Errorf("without the consensus %d nodes are booked, by %q", nodes, by)
	}
}

// One of two endpoints tells a made-up branch: the consensus says which, that one is named and left alone, and the books go on with the
// other one. Once it has the proven branch it is asked again.
func TestTheEndpointThatLiesIsLeftAlone(t *testing.T) {
	t.Parallel()
	s := newSold(t, 70)
	lie := startChain(t)
	buy(t, lie, 77, 70)
	at := lie.URL()
	turns := &turning{at: at}
	e, watcher := s.books(false, (&world{T: t}).serve(turns), s.URL())
	if err := e.Sync(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	s.want(e, s.proven(), 1, engine.FinalityConsensus)
	liar, honest := watcher.Endpoints()[0], watcher.Endpoints()[1]
	if liar.State != chain.StateFaulty || honest.State != chain.StateUp {
		t.Errorf("the endpoints are %s and %s", liar.State, honest.State)
	}
	if faults := watcher.FaultyAnswers(); len(faults) == 0 || faults[0].Endpoint != liar.URL ||
		!strings.Contains(faults[0].Text, "the consensus proves the block "+s.beacons.BlockOf(faults[0].Block).Execution.Hash.Hex()) {
		t.Errorf("the faults are %v", faults)
	}
	turns.to(s.URL())
	s.mine(40)
	s.shift += time.Minute
	if err := e.Sync(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	s.want(e, s.proven(), 2, engine.FinalityConsensus)
	s.mine(40)
	if err := e.Sync(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	s.want(e, s.proven(), 3, engine.FinalityConsensus)
	if state := watcher.Endpoints()[0].State; state == chain.StateFaulty && watcher.Endpoints()[0].Score > 20 {
		t.Errorf("the endpoint that is honest now is still %s", state)
	}
}

// turning passes requests on to a node, and to another one from some moment on.
type turning struct {
	mu sync.Mutex
	at string
}

func (p *turning) to(url string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.at = url
}

func (p *turning) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	at, err := url.Parse(p.at)
	p.mu.Unlock()
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	httputil.NewSingleHostReverseProxy(at).ServeHTTP(w, r)
}

// A clock that is an hour ahead or behind: what is signed then is too old to be news, or of the future. Nothing is booked as final by it;
// with the right time again the books go on.
func TestClockThatIsAnHourOff(t *testing.T) {
	t.Parallel()
	for shift, want := range map[time.Duration]string{time.Hour: "the consensus is silent", -time.Hour: "set this machine's clock"} {
		s := newSold(t, 340) // more than an hour of slots
		e, _ := s.books(false, s.URL())
		if err := e.Sync(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
		before := s.proven()
		s.mine(40)
		s.shift = shift
		err := e.Sync(t.Context(), nil)
		final, _, by := stands(e)
		said := s.log.String()
		if err != nil {
			said += err.Error()
		}
		if !strings.Contains(said, want) || by != engine.FinalityConsensus || shift < 0 && final != before {
			t.Errorf("%s: block %d by %q: %s", shift, final, by, said)
		}
		s.shift = time.Minute
		if err := e.Sync(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
		s.want(e, s.proven(), 2, engine.FinalityConsensus)
	}
}

func contains(evidence map[string]string, hash string) bool {
	for _, h := range evidence {
		if h == hash {
			return true
		}
	}
	return false
}

// Books that are at a proven block are frozen when their endpoint goes over to another branch.
func TestEndpointGoesOverToAnotherBranch(t *testing.T) {
	t.Parallel()
	s := newSold(t, 60)
	e, _ := s.books(false, s.URL())
	if err := e.Sync(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	final, nodes, _ := stands(e)
	parent, err := s.Client().HeaderByNumber(t.Context(), new(big.Int).SetUint64(final+3))
	if err != nil {
		t.Fatal(err)
	}
	s.mine(40) // the beacon chain knows this branch
	if _, err := s.Fork(t.Context(), parent.Hash()); err != nil {
		t.Fatal(err)
	}
	buy(t, s.Chain, 50, 80)
	err = e.Sync(t.Context(), nil)
	var c *engine.Contradiction
	if !errors.Is(err, engine.ErrFrozen) || !errors.As(err, &c) ||
		!strings.Contains(c.Text, "the consensus proves another block final than http://127.0.0.1:") {
		t.Fatalf("%v", err)
	}
	s.want(e, final, nodes, engine.FinalityConsensus)
}

// A committee that signs two final blocks freezes the books with both.
func TestEquivocationFreezesTheBooks(t *testing.T) {
	t.Parallel()
	s := newSold(t, 60)
	e, _ := s.books(false, s.URL())
	if err := e.Sync(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	other, err := s.Client().HeaderByNumber(t.Context(), new(big.Int).SetUint64(s.proven()))
	if err != nil {
		t.Fatal(err)
	}
	other.Extra = []byte("other")
	final := s.beacons.Extend(nil, nil, other)
	s.beacons.SetFaults(beaconchain.Faults{Finality: s.beacons.Attest(s.beacons.Extend(s.beacons.Head(), final, s.Head()), 512)})
	err = e.Sync(t.Context(), nil)
	var c *engine.Contradiction
	if !errors.Is(err, engine.ErrFrozen) || !errors.As(err, &c) || len(c.Evidence) != 2 || !contains(c.Evidence, other.Hash().Hex()) {
		t.Errorf("%v", err)
	}
}

// While the consensus is silent, or only a minority signs, nothing becomes final; or, by setting, the books go on at the endpoints' word
// and say so. When it is heard again what was booked meanwhile is proven.
func TestConsensusIsSilent(t *testing.T) {
	t.Parallel()
	for name, faults := range map[string]beaconchain.Faults{"silent": {Silent: true}, "a minority": {Members: 341}} {
		for _, optional := range []bool{false, true} {
			s := newSold(t, 60)
			e, _ := s.books(optional, s.URL())
			if err := e.Sync(t.Context(), nil); err != nil {
				t.Fatal(err)
			}
			before := s.proven()
			s.beacons.SetFaults(faults)
			s.mine(100)
			if err := e.Sync(t.Context(), nil); err != nil {
				t.Fatal(name, err)
			}
			if optional {
				s.want(e, s.Head().Number.Uint64()/32*32, 2, engine.FinalityTold)
			} else {
				s.want(e, before, 2, engine.FinalityConsensus) // the second one is pending
			}
			if !strings.Contains(s.log.String(), "the consensus is silent") {
				t.Errorf("%s: the log: %s", name, s.log.String())
			}
			s.beacons.SetFaults(beaconchain.Faults{})
			s.mine(60)
			s.shift += time.Minute // the node is asked again
			if err := e.Sync(context.WithoutCancel(t.Context()), nil); err != nil {
				t.Fatal(name, err)
			}
			s.want(e, s.proven(), 3, engine.FinalityConsensus)
		}
	}
}

// Books that never heard the consensus wait for it, and say what to do.
func TestConsensusIsSilentFromTheBeginning(t *testing.T) {
	t.Parallel()
	s := newSold(t, 60)
	s.beacons.SetFaults(beaconchain.Faults{Silent: true})
	e, _ := s.books(false, s.URL())
	if err := e.Sync(t.Context(), nil); err == nil ||
		!strings.Contains(err.Error(), "the consensus is not known: beacon node http://127.0.0.1:") ||
		!strings.Contains(err.Error(), "name another beacon node with --beacon") {
		t.Errorf("%v", err)
	}
	s.want(e, 0, 0, "")
}

// Books that were at the endpoint's word, further than the consensus proves, go on under it: what they have stays as it is, and is proven
// as soon as the proven block is above it. Those of a made-up branch are frozen then.
func TestBooksComeUnderTheConsensus(t *testing.T) {
	t.Parallel()
	s := newSold(t, 64)
	path := filepath.Join(t.TempDir(), "books.db")
	source, watcher := s.under(false, s.URL())
	if err := s.openAt(path, watcher).Sync(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	e := s.openAt(path, source)
	told, _, _ := stands(e)
	if told <= s.proven() {
		t.Fatalf("block %d is told to be final and %d is proven", told, s.proven())
	}
	if err := e.Sync(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	s.want(e, told, 1, engine.FinalityTold)
	s.mine(60)
	if err := e.Sync(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	s.want(e, s.proven(), 2, engine.FinalityConsensus)

	lie := startChain(t)
	buy(t, lie, 77, 64)
	path = filepath.Join(t.TempDir(), "made-up.db")
	_, watcher = s.under(false, lie.URL())
	if err := s.openAt(path, watcher).Sync(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	source, _ = s.under(false, s.URL())
	var c *engine.Contradiction
	if err := s.openAt(path, source).Sync(t.Context(), nil); !errors.Is(err, engine.ErrFrozen) || !errors.As(err, &c) {
		t.Errorf("books of a made-up branch: %v", err)
	}
}
