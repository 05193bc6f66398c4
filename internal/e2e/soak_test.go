package e2e_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/replay/habit"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/store"
)

// What a long run is made of.
const (
	lifeTime  = time.Minute      // of a server, before it is killed
	beat      = time.Second      // between two blocks, and two looks at the memory
	warmUp    = 15 * time.Second // of a life, before its memory is looked at
	steepest  = 8.0              // MB that a server's memory may grow in a minute of a life, in the median of all lives
	shortSoak = 25 * time.Second // where nobody asks for a longer one
)

// soak is a server that is run for long, the world around it, and what came of it.
type soak struct {
	*faultyWorld
	server *alarmed

	dsn, program, token string
	recorded            []string // references of facts that were answered
	asked               int
	reads, failed       atomic.Int64
	events              atomic.Int64
	forks, kills        int
	slopes              []float64 // MB a minute, of each life
	peaks               []float64 // MB, of each life
}

// TestALongRun runs a server on a chain that grows every second, with reorganisations, an endpoint that misbehaves, readers, a stream, and
// operators who record facts, and kills it once a minute. In the end the books verify, have every fact that was answered once, have the
// balances of books that saw nothing but the chain as it ended, and memory is flat. SOAK is how long; without it, less than a minute.
func TestALongRun(t *testing.T) {
	long := shortSoak
	if text := os.Getenv("SOAK"); text != "" {
		var err error
		if long, err = time.ParseDuration(text); err != nil || long <= 0 {
			t.Fatalf("SOAK=%s is not a duration: write it as 10m", text)
		}
	}
	s := newSoak(t)
	life := min(lifeTime, max(long/2, 10*time.Second))
	for end := time.Now().Add(long); time.Now().Before(end); {
		s.live(life)
	}
	s.ends()
	t.Logf("%d lives, %d reorganisations, %d blocks, %d facts of %d asked for, %d reads (%d not answered), %d events; memory in MB a "+
		"minute: %.1f, peaks in MB: %.0f", s.kills, s.forks, len(s.blocks), len(s.recorded), s.asked, s.reads.Load(), s.failed.Load(),
		s.events.Load(), s.slopes, s.peaks)
}

func newSoak(t *testing.T) *soak {
	t.Helper()
	dir := t.TempDir()
	// A server refuses facts where its clock is months past the chain.
	genesis := time.Now().Add(-10 * 24 * time.Hour)
	s := &soak{faultyWorld: worldAtLevel(t, 16, filepath.Join(dir, "beside.db"), "full", uint64(genesis.Unix())),
		dsn:     filepath.Join(dir, "books.db"),
		program: filepath.Join(dir, "soak.yaml")}
	if err := os.WriteFile(s.program, []byte(s.text), 0o600); err != nil {
		t.Fatal(err)
	}
	flags := []string{"--db", s.dsn, "--program", s.program}
	made := succeed(t, "operator", "token", "--json")
	s.token = fmt.Sprint(made["token"])
	succeed(t, append([]string{"sync", "--json", "--rpc", s.nodes[0].url}, flags...)...)
	succeed(t, append([]string{"operator", "add", "ann", "--label", "soak", "--token-key", fmt.Sprint(made["key"]),
		"--scope", "admin,record,private", "--reference", "ann", "--operator", "ann", "--json"}, flags...)...)
	s.server = &alarmed{T: t, flags: append(flags, "--rpc", s.nodes[0].url, "--rpc", s.nodes[1].url, "--max-lag", "0")}
	return s
}

// troubles are what the second endpoint does for a while.
func troubles() []*habit.Habit {
	refuse := func(status int) *habit.Habit {
		return &habit.Habit{Web: func(*habit.Request) *habit.Reply { return &habit.Reply{Status: status, Body: "not now"} }}
	}
	return []*habit.Habit{nil, refuse(http.StatusBadGateway), nil, refuse(http.StatusTooManyRequests), field("data", "0x"), nil,
		ofLogs(func([]any) any { return []any{} })}
}

// live is one life of the server: it starts, everything goes on around it, and it is killed.
func (s *soak) live(life time.Duration) {
	s.t.Helper()
	s.server.start()
	begun := time.Now()
	ctx, stop := context.WithCancel(s.t.Context())
	var beside sync.WaitGroup
	beside.Go(func() { s.read(ctx, s.server.api) })
	beside.Go(func() { s.follow(ctx, s.server.api) })
	var at, memory []float64
	bad := troubles()
	for n := 0; time.Since(begun) < life; n++ {
		switch s.rng.IntN(8) {
		case 0:
			s.fork(1+s.rng.IntN(20), 1, 3)
			s.forks++
		default:
			s.grow(1)
		}
		if n%10 == 0 {
			s.nodes[1].behave(bad[s.rng.IntN(len(bad))])
		}
		if n%3 == 0 {
			s.record(ctx)
		}
		if mb := s.resident(); time.Since(begun) > min(warmUp, life/3) {
			at, memory = append(at, time.Since(begun).Minutes()), append(memory, mb)
		}
		time.Sleep(beat)
	}
	s.server.kill()
	s.kills++
	stop()
	beside.Wait()
	s.slopes, s.peaks = append(s.slopes, slope(at, memory)), append(s.peaks, slices.Max(memory))
}

// resident is the memory of the server in MB.
func (s *soak) resident() float64 {
	s.t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.server.cmd.Process.Pid))
	if err != nil {
		s.t.Fatal(err)
	}
	for line := range strings.Lines(string(status)) {
		if text, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kb, err := strconv.ParseFloat(strings.Fields(text)[0], 64)
			if err != nil {
				s.t.Fatal(err)
			}
			return kb / 1000
		}
	}
	s.t.Fatal("the server has ended by itself")
	return 0
}

// slope is how fast values rise: that of the straight line nearest to them.
func slope(at, values []float64) float64 {
	var x, y, xx, xy float64
	n := float64(len(at))
	for i := range at {
		x, y, xx, xy = x+at[i], y+values[i], xx+at[i]*at[i], xy+at[i]*values[i]
	}
	if n < 2 || n*xx == x*x {
		return 0
	}
	return (n*xy - x*y) / (n*xx - x*x)
}

// record holds back a wallet that nothing was recorded about. What was answered is to be in the books for good.
func (s *soak) record(ctx context.Context) {
	s.asked++
	reference := fmt.Sprintf("soak-%d", s.asked)
	body := fmt.Sprintf(`{"reference":%q,"wallet":"0x%040x","reason":"a long run"}`, reference, s.asked)
	ask, err := http.NewRequestWithContext(ctx, http.MethodPost, s.server.api+"/api/v1/operator/holds", strings.NewReader(body))
	if err != nil {
		s.t.Fatal(err)
	}
	ask.Header.Set("Authorization", "Bearer "+s.token)
	ask.Header.Set("Content-Type", "application/json")
	answer, err := http.DefaultClient.Do(ask)
	if err != nil {
		s.t.Errorf("a fact was not answered: %v", err)
		return
	}
	defer answer.Body.Close()
	switch text, _ := io.ReadAll(answer.Body); {
	case answer.StatusCode/100 == 2:
		s.recorded = append(s.recorded, reference)
	case answer.StatusCode != http.StatusServiceUnavailable:
		s.t.Errorf("a fact was refused with %d: %s", answer.StatusCode, text)
	}
}

// read reads what everybody may, ten times a second, as long as a life goes on.
func (s *soak) read(ctx context.Context, api string) {
	rng := rand.New(rand.NewPCG(16, uint64(s.kills)))
	paths := []string{"/api/v1/sale", "/api/v1/holders", "/api/v1/ledger/transactions", "/readyz",
		"/api/v1/holders/0x0000000000000000000000000000000000000101", "/metrics-of-nobody"}
	for ctx.Err() == nil {
		ask, err := http.NewRequestWithContext(ctx, http.MethodGet, api+paths[rng.IntN(len(paths))], nil)
		if err != nil {
			s.t.Error(err)
			return
		}
		answer, err := http.DefaultClient.Do(ask)
		s.reads.Add(1)
		switch {
		case err != nil:
			s.failed.Add(1) // it was killed meanwhile
		default:
			_, _ = io.Copy(io.Discard, answer.Body)
			answer.Body.Close()
			if answer.StatusCode >= 500 && answer.StatusCode != http.StatusServiceUnavailable {
				s.t.Errorf("%s is answered with %d", ask.URL.Path, answer.StatusCode)
			}
		}
		time.Sleep(100 * time.Millisecond)
	}
}

// follow follows the stream of events of a life: their numbers rise.
func (s *soak) follow(ctx context.Context, api string) {
	ask, err := http.NewRequestWithContext(ctx, http.MethodGet, api+"/api/v1/events", nil)
	if err != nil {
		s.t.Error(err)
		return
	}
	answer, err := http.DefaultClient.Do(ask)
	if err != nil {
		return
	}
	defer answer.Body.Close()
	last := uint64(0)
	for lines := bufio.NewScanner(answer.Body); lines.Scan(); {
		text, ok := strings.CutPrefix(lines.Text(), "id: ")
		if !ok {
			continue
		}
		id, err := strconv.ParseUint(text, 10, 64)
		if err != nil || id <= last {
			s.t.Errorf("event %q comes after %d", text, last)
		}
		last = id
		s.events.Add(1)
	}
}

// ends says whether all is well in the end.
func (s *soak) ends() {
	t := s.t
	t.Helper()
	s.heal()
	s.grow(2)
	flags := []string{"--db", s.dsn, "--program", s.program}
	succeed(t, append([]string{"sync", "--json", "--rpc", s.nodes[0].url}, flags...)...)
	if ok := succeed(t, append([]string{"ledger", "verify", "--json"}, flags...)...); ok["ok"] != true {
		t.Errorf("verify: %v", ok)
	}
	books, err := store.ConnectReadOnly(t.Context(), s.dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer books.Close()
	clean, err := store.Connect(t.Context(), filepath.Join(t.TempDir(), "clean.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer clean.Close()
	straight, watcher := s.open(clean, s.nodes[0].url)
	defer watcher.Close()
	if err := straight.Sync(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if got, want := s.rootOf(books), s.rootOf(clean); got != want {
		t.Errorf("balances %s, those of a clean sync are %s", got, want)
	}
	s.hasFacts(books)
	if median := slices.Sorted(slices.Values(s.slopes))[len(s.slopes)/2]; median > steepest && s.kills > 2 {
		t.Errorf("memory grows by %.1f MB a minute in the median of lives, %.0f at most", median, steepest)
	}
	third := max(len(s.peaks)/3, 1)
	if before, after := slices.Max(s.peaks[:third]), slices.Max(s.peaks[len(s.peaks)-third:]); after > 1.25*before+16 {
		t.Errorf("the last lives have %.0f MB at most, the first ones had %.0f", after, before)
	}
}

// hasFacts says whether each fact that was answered is in the books, once.
func (s *soak) hasFacts(books engine.Reader) {
	times := map[string]int{}
	for tx, err := range books.(engine.History).Transactions(s.t.Context(), 1) {
		if err != nil {
			s.t.Fatal(err)
		}
		if tx.Source.Origin == ledger.FromOperator {
			times[tx.Source.Reference]++
		}
	}
	for _, reference := range s.recorded {
		if times[reference] != 1 {
			s.t.Errorf("%s was answered, and is in the books %d times", reference, times[reference])
		}
	}
	if len(s.recorded) == 0 {
		s.t.Error("no fact was recorded")
	}
}
