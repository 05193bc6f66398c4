package e2e_test

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/internal/replay/habit"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
)

// drawn are faults of the process, of its clock and of its database, at moments that are drawn.
var drawn = []namedFault{
	{"33 the program is killed", killed},
	{"35 the database is away", away},
	{"36 the clock jumps hours and a day", jumps},
}

// elsewhere are faults of the audit that have tests of their own.
var elsewhere = map[int]string{
	21: "reorg_test.go TestAReorganisationDropsMovesAndAdds",
	27: "../../engine/newbranch_test.go TestNewBooksFollowANewBranch",
	32: "../../chain/socket_test.go TestLostConnections",
}

// TestEveryNamedFaultHasATest: each of the 38 faults of the audit is among those that are played, or has a test of its own.
func TestEveryNamedFaultHasATest(t *testing.T) {
	played := map[int]bool{}
	numbers := regexp.MustCompile(`^(\d+)(?:, (\d+))*`)
	for _, f := range allFaults() {
		for _, text := range strings.Split(numbers.FindString(f.name), ", ") {
			n, err := strconv.Atoi(text)
			if err != nil || n < 1 || n > 38 {
				t.Errorf("%q begins with no number of the audit", f.name)
			}
			played[n] = true
		}
	}
	for n, where := range elsewhere {
		file, name, _ := strings.Cut(where, " ")
		text, err := os.ReadFile(filepath.FromSlash(file))
		if err != nil || !bytes.Contains(text, []byte("func "+name+"(t *testing.T)")) {
			t.Errorf("fault %d: %s is not there (%v)", n, where, err)
		}
		played[n] = true
	}
	for n := 1; n <= 38; n++ {
		if !played[n] {
			t.Errorf("no test names fault %d", n)
		}
	}
}

func allFaults() []namedFault { return slices.Concat(named, drawn, habits()) }

// worldClock shows the time of the world's newest block, and another one while a fault lasts.
type worldClock struct{ w *faultyWorld }

func (c worldClock) Now() time.Time {
	return time.Unix(c.w.newest.Load(), 0).UTC().Add(time.Duration(c.w.off.Load()))
}

// keeper is the operator of a faulty world.
var keeper = engine.By{Token: "nlo_" + strings.Repeat("A", 43)}

// hold has the operator record a fact that was asked for before and not answered, or another one.
func (w *faultyWorld) hold() error {
	if w.unstaffed() {
		_, err := w.engine.RecordOperator(w.t.Context(), engine.By{Name: "root"}, "key", operator.Change{
			Name: "ann", Label: "laptop", Token: operator.TokenKey(keeper.Token), Scopes: operator.Scopes()})
		if err != nil && w.unstaffed() {
			return err
		}
	}
	n := slices.Index(w.held, false)
	if n < 0 {
		n = len(w.held)
		w.held = append(w.held, false)
	}
	_, err := w.engine.Hold(w.t.Context(), keeper, fmt.Sprintf("hold-%d", n), common.Address{18: 9, 19: byte(n)}.Hex(), "to be looked at")
	if err == nil {
		w.held[n] = true
	}
	return err
}

func (w *faultyWorld) unstaffed() (yes bool) {
	w.engine.View(func(f *fold.Fold, _ engine.State) { yes = f.Operators().Empty() })
	return yes
}

// factsKept says whether each fact that was ever asked for is in the books, once.
func (w *faultyWorld) factsKept(name string) {
	w.t.Helper()
	for slices.Contains(w.held, false) {
		if err := w.hold(); err != nil {
			w.t.Fatalf("%s: a fact that was not answered: %v", name, err)
		}
	}
	recorded := map[string]int{}
	for tx, err := range w.store.Transactions(w.t.Context(), 1) {
		if err != nil {
			w.t.Fatal(err)
		}
		if tx.Source.Origin == ledger.FromOperator {
			recorded[tx.Source.Reference]++
		}
	}
	for n := range w.held {
		if at := fmt.Sprintf("hold-%d", n); recorded[at] != 1 {
			w.t.Errorf("%s: %s is in the books %d times", name, at, recorded[at])
		}
	}
}

// killed has the built program sync the same books, and kills it a drawn moment after a drawn call of an endpoint.
func killed(w *faultyWorld) error {
	file := filepath.Join(w.t.TempDir(), "faulty.yaml")
	if err := os.WriteFile(file, []byte(w.text), 0o600); err != nil {
		return err
	}
	for range 3 {
		w.grow(30)
		if w.rng.IntN(2) == 0 {
			w.fork(1+w.rng.IntN(20), 1, 3)
		}
		c := command("sync", "--db", w.database.dsn, "--program", file, "--rpc", w.nodes[0].url, "--rpc", w.nodes[1].url)
		var said bytes.Buffer
		c.Stderr = &said
		at, after := 1+w.rng.IntN(40), time.Duration(w.rng.IntN(20))*time.Millisecond
		begun := make(chan struct{})
		for _, n := range w.nodes {
			n.behave(&habit.Habit{Ask: func(call *habit.Call) {
				if <-begun; call.Tick("all") == at {
					time.Sleep(after)
					_ = c.Process.Kill() // it may have ended
				}
			}})
		}
		if err := c.Start(); err != nil {
			return err
		}
		close(begun)
		err := c.Wait()
		var exit *exec.ExitError
		if err != nil && (!errors.As(err, &exit) || exit.Exited()) {
			return fmt.Errorf("it ended by itself: %w: %s", err, said.String())
		}
		w.heal()
	}
	return nil
}

// away takes the database away in the middle of a sync and of a fact, for a drawn while. A file that another process locks is waited for.
// A server that is away is told of, and nothing of the process has to begin anew when it is back.
func away(w *faultyWorld) error {
	w.grow(20)
	d := w.database
	if d.file != "" {
		release := d.lock(w.t)
		done := make(chan error, 2)
		go func() { done <- w.sync() }()
		go func() { done <- w.hold() }()
		time.Sleep(time.Duration(w.rng.IntN(400)) * time.Millisecond)
		return errors.Join(release(), <-done, <-done)
	}
	for range 4 {
		w.grow(5)
		if w.rng.IntN(3) == 0 {
			done := make(chan error, 1)
			go func() { done <- d.endBackends(w.t.Context()) }()
			_ = w.sync() // it may meet it or not
			if err := <-done; err != nil {
				return err
			}
			continue
		}
		d.line.cutAfter(w.rng.IntN(60))
		_, _ = w.sync(), w.hold() // they may be over by then
		d.line.cut()
		w.grow(1)
		if w.sync() == nil || w.hold() == nil {
			return errors.New("something was booked while the database was away")
		}
		d.line.mend()
		if err := w.sync(); err != nil {
			return fmt.Errorf("the database is back: %w", err)
		}
		if err := w.hold(); err != nil {
			return fmt.Errorf("the database is back: %w", err)
		}
	}
	return nil
}

// jumps has the clock show other times while the chain is followed and facts are recorded. A clock that is late is told of.
func jumps(w *faultyWorld) error {
	offs := []time.Duration{-24 * time.Hour, -5 * time.Hour, 5 * time.Hour, 24 * time.Hour, 0}
	w.rng.Shuffle(len(offs), func(i, k int) { offs[i], offs[k] = offs[k], offs[i] })
	for _, off := range offs {
		w.off.Store(int64(off))
		w.grow(3)
		if err := w.sync(); err != nil {
			return err
		}
		if err := w.hold(); err != nil {
			if late := problem.Of(err); off >= 0 || late.Kind != problem.Conflict || !strings.Contains(late.Text, "set the clock") {
				return fmt.Errorf("the clock is off by %s: %w", off, err)
			}
		}
		if w.rng.IntN(2) == 0 {
			w.restart()
		}
	}
	return nil
}

// TestFaultsAreDrawn: the seeds that are played by default draw every one of the faults above; otherwise they are played by nobody.
func TestFaultsAreDrawn(t *testing.T) {
	counted := map[string]int{}
	for seed := range uint64(200) {
		for _, f := range draws(seed) {
			counted[f.name]++
		}
	}
	for _, f := range allFaults() {
		if counted[f.name] == 0 {
			t.Errorf("200 seeds never draw %q; they draw %v", f.name, slices.Sorted(maps.Keys(counted)))
		}
	}
}
