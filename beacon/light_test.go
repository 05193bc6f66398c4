package beacon_test

import (
	"errors"
	"log/slog"
	"math/big"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/nodeledger/nodeledger/beacon"
	"github.com/nodeledger/nodeledger/beacon/beaconchain"
	"github.com/nodeledger/nodeledger/consensus"
)

// world is a beacon chain over made-up headers, and the time that it is.
type world struct {
	*testing.T
	*beaconchain.Chain

	last  *types.Header
	shift time.Duration // of the clock
	log   strings.Builder
}

func newWorld(t *testing.T, blocks int) *world {
	t.Helper()
	w := &world{T: t, Chain: beaconchain.New(beaconchain.Options{ChainID: 1337, Genesis: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)})}
	w.grow(blocks)
	return w
}

func (w *world) grow(blocks int) {
	for range blocks {
		h := &types.Header{Number: new(big.Int), Difficulty: new(big.Int)}
		if w.last != nil {
			h.Number.Add(w.last.Number, big.NewInt(1))
			h.ParentHash = w.last.Hash()
		}
		w.last = h
		w.Add(h)
	}
}

// now is the slot after the head, by a clock that may be wrong.
func (w *world) now() time.Time { return w.Network.TimeOf(w.Head().Slot + 1).Add(w.shift) }

func (w *world) serve(handler http.Handler) string {
	w.Helper()
	server := httptest.NewServer(handler)
	w.Cleanup(server.Close)
	return server.URL
}

func (w *world) light(file string, urls ...string) *beacon.Light {
	w.Helper()
	l, err := beacon.New(beacon.Options{Endpoints: urls, ChainID: 1337, Checkpoint: w.BlockOf(16).Root(), File: file, Now: w.now,
		Log: slog.New(slog.NewTextHandler(&w.log, nil))})
	if err != nil {
		w.Fatal(err)
	}
	return l
}

// newest wants the last of the proven blocks to be the one that the head calls final.
func (w *world) newest(finals []consensus.Final, err error) {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
	if f, want := finals[len(finals)-1], w.Attest(w.Head(), 512).Finalised.Execution; f.Hash != want.Hash {
		w.Errorf("block %d is final, want %d", f.Number, want.Number)
	}
}

func (w *world) says(err error, text string) {
	w.Helper()
	if err == nil || !strings.Contains(err.Error(), text) {
		w.Errorf("%v; want %q", err, text)
	}
}

func TestLightFollowsThreePeriodsAndGoesOnFromItsFile(t *testing.T) {
	t.Parallel()
	w := newWorld(t, 60)
	url, file := w.serve(w.Chain), filepath.Join(t.TempDir(), "consensus.json")
	l := w.light(file, url)
	for range 13 {
		w.newest(l.Follow(t.Context()))
		w.grow(8)
	}
	w.SetFaults(beaconchain.Faults{Silent: true})
	again := w.light(file, w.serve(onlyParameters(w.Chain)))
	finals, err := again.Follow(t.Context())
	w.says(err, "it answers with status 503")
	if len(finals) == 0 || finals[len(finals)-1].Number < 120 {
		t.Errorf("kept are %v", finals)
	}
	entries, err := os.ReadDir(filepath.Dir(file))
	if err != nil || len(entries) != 1 {
		t.Errorf("%d files are left, %v", len(entries), err)
	}
}

// onlyParameters is a node that says what its network is, and nothing else.
func onlyParameters(c *beaconchain.Chain) http.Handler {
	return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		if strings.Contains(r.URL.Path, "light_client") {
			http.Error(rw, "", http.StatusServiceUnavailable)
			return
		}
		c.SetFaults(beaconchain.Faults{})
		c.ServeHTTP(rw, r)
	})
}

// One node that answers is enough: the others are slow, silent, of another chain's data, or send more than anybody wants.
func TestOneNodeIsEnough(t *testing.T) {
	t.Parallel()
	w := newWorld(t, 100)
	good := w.serve(w.Chain)
	broken := w.serve(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		switch {
		case !strings.Contains(r.URL.Path, "light_client"):
			w.ServeHTTP(rw, r)
		case strings.Contains(r.URL.Path, "finality"):
			_, _ = rw.Write([]byte(strings.Repeat(" ", 9<<20)))
		default:
			_, _ = rw.Write([]byte(`{"data":{"header":{}}}`))
		}
	}))
	l := w.light("", broken, good)
	w.newest(l.Follow(t.Context()))
	if !strings.Contains(w.log.String(), "a beacon node is of no use") {
		t.Errorf("the log: %s", w.log.String())
	}
	_, err := w.light("", broken).Follow(t.Context())
	w.says(err, "beacon node http://127.0.0.1:")
}

func TestWhatLightRefuses(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		faults beaconchain.Faults
		shift  time.Duration
		text   string
	}{
		"a minority":          {beaconchain.Faults{Members: consensus.Quorum - 1}, 0, "341 of 512 members of the committee"},
		"a withheld period":   {beaconchain.Faults{Withheld: map[uint64]bool{11: true}}, 0, "it does not have the update of period 11"},
		"an old checkpoint":   {beaconchain.Faults{}, 15 * 24 * time.Hour, "must not be older than 14 days: name a newer one with --checkpoint"},
		"a clock an hour off": {beaconchain.Faults{}, -time.Hour, "set this machine's clock"},
		"silence":             {beaconchain.Faults{Silent: true}, 0, "it answers with status 503"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, 100)
			w.SetFaults(c.faults)
			w.shift = c.shift
			_, err := w.light("", w.serve(w.Chain)).Follow(t.Context())
			w.says(err, c.text)
		})
	}
}

// A node that failed is left alone for longer each time; what was wrong with it is said meanwhile.
func TestFailedNodeIsLeftAlone(t *testing.T) {
	t.Parallel()
	w := newWorld(t, 60)
	asked := 0
	url := w.serve(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		asked++
		w.ServeHTTP(rw, r)
	}))
	l := w.light("", url)
	w.newest(l.Follow(t.Context()))
	w.SetFaults(beaconchain.Faults{Silent: true})
	asked = 0
	for range 100 {
		_, err := l.Follow(t.Context())
		w.says(err, "status 503")
		w.shift += time.Second
	}
	if asked > 7 { // after 2, 4, 8, 16, 32, 64 seconds
		t.Errorf("it was asked %d times in 100 seconds", asked)
	}
	w.SetFaults(beaconchain.Faults{})
	w.shift += 5 * time.Minute
	w.newest(l.Follow(t.Context()))
}

func TestTwoFinalBlocksAreAnEquivocation(t *testing.T) {
	t.Parallel()
	w := newWorld(t, 60)
	l := w.light("", w.serve(w.Chain))
	finals, err := l.Follow(t.Context())
	w.newest(finals, err)
	f := finals[len(finals)-1]
	other := w.Extend(nil, nil, &types.Header{Number: new(big.Int).SetUint64(f.Number), Difficulty: new(big.Int), Extra: []byte("other")})
	w.SetFaults(beaconchain.Faults{Finality: w.Attest(w.Extend(w.Head(), other, w.last), consensus.Members)})
	var both *consensus.Equivocation
	if _, err := l.Follow(t.Context()); !errors.As(err, &both) || both.One.Hash == both.Other.Hash {
		t.Errorf("%v", err)
	}
}

func TestSettingsOfLight(t *testing.T) {
	t.Parallel()
	for text, o := range map[string]beacon.Options{
		"name a beacon node with --beacon": {Checkpoint: common.Hash{1}},
		"name a checkpoint":                {Endpoints: []string{"http://localhost"}},
		"must be the http or https URL":    {Endpoints: []string{"ftp://localhost"}, Checkpoint: common.Hash{1}},
	} {
		if _, err := beacon.New(o); err == nil || !strings.Contains(err.Error(), text) {
			t.Errorf("%v; want %q", err, text)
		}
	}
}
