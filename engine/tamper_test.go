package engine_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/internal/worlds"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/store"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// tampering is one way of changing books behind the back of the program.
type tampering struct {
	what string
	do   func(c *crime)
	// What is said by `ledger verify`, by `rebuild --from`, and at the start of whatever writes, where the last head is kept outside:
	// some words of it, or nothing where it is not found.
	verify, rebuild, start string
}

// Every way of tampering is found where the tables in docs/security.md say, and with the words that stand there; and no step pays
// anything else than it would by books that nobody touched, see [crime.pays].
func TestTampering(t *testing.T) {
	scene := newScene(t)
	for n, row := range tamperings {
		cells := make([]string, len(moneySteps))
		for _, server := range []bool{false, true} {
			t.Run(row.what+"/"+map[bool]string{false: "sqlite", true: "postgres"}[server], func(t *testing.T) {
				c := scene.crime(t, server, len(moneySteps)-1)
				if row.do(c); c.dsn == "" {
					t.Fatal("nothing was changed")
				}
				said := [3]string{c.verified(), c.rebuiltFrom(), c.started()}
				for i, want := range [3]string{row.verify, row.rebuild, row.start} {
					where := [3]string{"verify", "rebuild", "start"}[i]
					if (want == "") != (said[i] == "") || !strings.Contains(said[i], want) {
						t.Errorf("%s says %q, want %q", where, said[i], want)
					}
				}
				if !server {
					scene.documents(t, row.what, cell(said[0], ""), cell(said[1], said[0]), cell(said[2], ""))
				}
				for i := range moneySteps {
					if server && !worlds.All() && i != n%len(moneySteps) {
						continue // what is said does not depend on the database, so one step each is tried on both
					}
					c := scene.crime(t, server, i)
					if row.do(c); c.dsn == "" {
						cells[i] = "–"
						continue
					}
					cells[i] = c.pays(i, scene.honest[i])
				}
				scene.documents(t, row.what, cells...)
			})
		}
	}
	t.Run("every table", scene.everyTable)
	t.Run("words", scene.wordsAskedAgain)
	t.Run("trust", scene.trusted)
	t.Run("time", scene.timeSetAhead)
	t.Run("frozen", scene.stillFrozen)
	t.Run("the chain", scene.comparedWithTheChain) // it goes on with the chain, and so does the next one
	t.Run("the next sync", scene.cursorSetAhead)
}

// Every table of books has a way of tampering with it among those above.
func (s *scene) everyTable(t *testing.T) {
	file, err := sql.Open("sqlite", s.stages[0].copy(t))
	fatal(t, err)
	defer file.Close()
	lite := namesOf(t, file, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'")
	for _, table := range append(lite, s.server.tables...) {
		if !slices.ContainsFunc(tamperings, func(row tampering) bool { return row.what == ofTable[table] }) {
			t.Errorf("nobody tampers with the table %s", table)
		}
	}
}

// documents fails the test unless a line of docs/security.md says this.
func (s *scene) documents(t *testing.T, what string, cells ...string) {
	t.Helper()
	if line := fmt.Sprintf("| %s | %s |", what, strings.Join(cells, " | ")); !slices.Contains(s.document, line) {
		t.Errorf("docs/security.md lacks the line\n%s", line)
	}
}

// with opens the books anew and says what is said of them.
func (c *crime) with(do func(s *store.Store) error) string {
	c.t.Helper()
	s, err := store.Connect(context.Background(), c.dsn)
	if err == nil {
		defer s.Close()
		err = do(s)
	}
	if err == nil {
		return ""
	}
	return err.Error()
}

// scratch is books for a whole verification.
func (c *crime) scratch(ctx context.Context) (engine.Scratch, func() error, error) {
	s, err := store.Connect(ctx, c.scene.empty.copy(c.t))
	if err != nil {
		return nil, nil, err
	}
	return s, s.Close, nil
}

// verified is what `ledger verify` says; a difference is told from a failure, wherever it is found.
func (c *crime) verified() string {
	return c.with(func(s *store.Store) error {
		ctx := context.Background()
		_, err := engine.Verify(ctx, s, nil, c.scene.now, nil)
		if err == nil {
			scratch, remove, failed := c.scratch(ctx)
			fatal(c.t, failed)
			_, err = engine.Verify(ctx, s, scratch, c.scene.now, nil)
			fatal(c.t, remove())
		}
		var d *ledger.Difference
		if err != nil && !errors.As(err, &d) {
			c.t.Errorf("a difference that is told as a failure: %v", err)
		}
		return err
	})
}

func (c *crime) rebuiltFrom() string {
	return c.with(func(s *store.Store) error {
		ctx := context.Background()
		if _, err := engine.Verify(ctx, s, nil, time.Time{}, nil); err != nil {
			return err
		}
		at, err := s.State(ctx)
		fatal(c.t, err)
		again, remove, err := c.scratch(ctx)
		fatal(c.t, err)
		defer func() { fatal(c.t, remove()) }()
		if _, err = engine.Rebuild(ctx, nil, s, again, nil); err != nil {
			return err
		}
		return engine.Compare(ctx, s, again, at)
	})
}

func (c *crime) started() string {
	return c.with(func(s *store.Store) error {
		err := c.stage.mark.Follows(context.Background(), s, time.Unix(1_700_000_000, 0), "restore the newer copy")
		if err == nil {
			_, err = engine.Open(context.Background(), nil, s, nil, c.scene.world, silent())
		}
		return err
	})
}

var (
	hexadecimal = regexp.MustCompile(`0x[0-9a-fA-F]{9,}`)
	remedy      = regexp.MustCompile(`(: the past of the books was changed)?; restore the newer copy$`)
	place       = regexp.MustCompile(`(in )?/\S+/`)
)

// cell is what is said as it stands in the document.
func cell(said, before string) string {
	if said == "" {
		return "not found"
	}
	if said == before {
		return "the same"
	}
	said = hexadecimal.ReplaceAllStringFunc(said, func(h string) string {
		if len(h) == 42 {
			return "0x…" + h[len(h)-2:] // an address
		}
		return "0x…"
	})
	said = strings.ReplaceAll(said, " on 2023-11-14 22:13:20 UTC", "")
	said = strings.ReplaceAll(said, " of 2023-11-14 22:13:20 UTC", " that there were")
	return strings.ReplaceAll(place.ReplaceAllString(remedy.ReplaceAllString(said, ""), ""), "|", "/")
}

// find is the place of a draft of a kind.
func (c *copied) find(kind ledger.Kind, nth int) int {
	for i := range c.commit.Drafts {
		if d := &c.commit.Drafts[i]; d.Kind == kind {
			if nth == 0 {
				return i
			}
			nth--
		}
	}
	panic(errAbsent)
}

// posting makes an amount of a draft another one.
func (c *copied) posting(draft, line int, change func(*ledger.Posting)) {
	d := &c.commit.Drafts[draft]
	d.Postings = slices.Clone(d.Postings)
	change(&d.Postings[line])
}

// more is an amount and some units.
func more(a money.Amount, units uint64) money.Amount {
	sum, err := a.Add(money.Units(a.Asset(), units))
	if err != nil {
		panic(err)
	}
	return sum
}

// fact changes the body of the fact with a reference.
func (c *copied) fact(t *testing.T, reference, old, changed string) {
	t.Helper()
	c.recorded(t, reference, func(f *fold.Fact) {
		if !bytes.Contains(f.Body, []byte(old)) {
			t.Fatalf("%s is %s", reference, f.Body)
		}
		f.Body = bytes.ReplaceAll(f.Body, []byte(old), []byte(changed))
	})
}

// recorded changes the fact with a reference.
func (c *copied) recorded(t *testing.T, reference string, change func(*fold.Fact)) {
	t.Helper()
	for i := range c.commit.Inputs {
		in := &c.commit.Inputs[i]
		f, err := in.Fact()
		fatal(t, err)
		if f == nil || f.Reference != reference {
			continue
		}
		change(f)
		in.Input = fold.FactInput(f)
		return
	}
	panic(errAbsent)
}

// factOf is the fact with a reference.
func (c *copied) factOf(t *testing.T, reference string) (found fold.Fact) {
	t.Helper()
	c.recorded(t, reference, func(f *fold.Fact) { found = *f })
	return found
}

// madeUp is revenue that nobody recorded.
func (c *crime) madeUp() fold.RevenueRow {
	return fold.RevenueRow{Source: "dapp", Amount: "7", At: c.scene.world.Now()}
}

// appends adds a fact of an operator, with whatever sign makes of its statement.
func (c *copied) appends(of *crime, name, how, kind string, body any, sign func(f *fold.Fact, text string)) {
	of.t.Helper()
	c.appendsAt(of, of.scene.world.Now(), name, how, kind, body, sign)
}

// appendsAt is appends of a fact that is dated.
func (c *copied) appendsAt(of *crime, at time.Time, name, how, kind string, body any, sign func(f *fold.Fact, text string)) {
	t, ctx := of.t, context.Background()
	t.Helper()
	books, err := store.Connect(ctx, of.stage.copy(t))
	fatal(t, err)
	defer books.Close()
	now, err := fold.Restore(ctx, nil, books)
	fatal(t, err)
	f, err := fold.NewFact(kind, "made-up", body, at)
	fatal(t, err)
	f.Operator, f.How, f.After = name, how, now.Facts()
	statement, err := now.Statement(f)
	fatal(t, err)
	text, err := statement.Text()
	fatal(t, err)
	sign(f, text)
	c.commit.Inputs = append(c.commit.Inputs, engine.Taken{Input: fold.FactInput(f), After: len(c.commit.Drafts)})
}

// text replaces words of the program's text.
func (c *copied) text(t *testing.T, old, changed string) {
	t.Helper()
	p, err := c.commit.Inputs[0].Program()
	fatal(t, err)
	written := string(textOf(p))
	if !strings.Contains(written, old) {
		t.Fatalf("the text lacks %q:\n%s", old, written)
	}
	p, err = program.Read("forged", []byte(strings.ReplaceAll(written, old, changed)))
	fatal(t, err)
	c.commit.Inputs[0].Input = fold.TextInput(p, 0)
}

var mallory = operator.TokenKey("nlo_" + strings.Repeat("M", 42) + "A")

// A cursor that was set ahead together with its coverage, which nothing in the books tells, is found by the next sync: the block is not
// on the chain, or what was sold up to it is not in the books.
func (s *scene) cursorSetAhead(t *testing.T) {
	w := s.world
	w.Mine(w.Buy(52, 0, 5))
	w.Mine()
	w.Finalise(0)
	there := w.Blocks[w.Final].Header
	made := there
	made.Hash[0] ^= 1
	w.Mine()
	w.Finalise(0)
	for says, at := range map[string]engine.Header{"is no longer on the chain": made, "the contract": there} {
		c := s.crime(t, false, 0)
		c.forge(func(b *copied) {
			b.commit.Cursor.Final, b.commit.Cursor.Head, b.commit.Headers = at, at, nil
			b.commit.Covered[len(b.commit.Covered)-1].To = at.Number
		})
		same(t, "verified", c.verified(), "")
		books, err := store.Connect(t.Context(), c.dsn)
		fatal(t, err)
		e, err := engine.Open(t.Context(), nil, books, w, w, silent())
		fatal(t, err)
		if err := e.Sync(t.Context(), nil); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%v, want %q", err, says)
		}
		fatal(t, books.Close())
	}
}
