package engine_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/internal/pgtest"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/store"
)

// tampering is one way of changing books behind the back of the program.
type tampering struct {
	what string
	do   func(c *crime)
	// What is said by `ledger verify`, by `rebuild --from`, and at the start of whatever writes, where the last head is kept outside:
	// some words of it, or nothing where it is not found.
	verify, rebuild, start string
}

// Every way of tampering is found where the table in docs/security.md says, and with the words that stand there.
func TestTampering(t *testing.T) {
	early, late, w := scene(t)
	table := documented(t)
	for _, row := range tamperings {
		for _, database := range []string{"sqlite", "postgres"} {
			t.Run(row.what+"/"+database, func(t *testing.T) {
				c := &crime{t: t, dsn: t.TempDir() + "/books.db", early: early, late: late, seen: late, world: w}
				if database == "postgres" {
					c.dsn = pgtest.URL(t)
				}
				row.do(c)
				said := [3]string{c.verified(), c.rebuiltFrom(), c.started(markOf(t, c.seen))}
				for i, want := range [3]string{row.verify, row.rebuild, row.start} {
					where := [3]string{"verify", "rebuild", "start"}[i]
					if (want == "") != (said[i] == "") || !strings.Contains(said[i], want) {
						t.Errorf("%s says %q, want %q", where, said[i], want)
					}
				}
				if database == "sqlite" {
					line := fmt.Sprintf("| %s | %s | %s | %s |", row.what, cell(said[0], ""), cell(said[1], said[0]), cell(said[2], ""))
					if !slices.Contains(table, line) {
						t.Errorf("docs/security.md lacks the line\n%s", line)
					}
				}
			})
		}
	}
}

// scene is books before a month was closed and after a run was approved, with blocks that are not final, and their chain.
func scene(t *testing.T) (early, late *copied, w *world) {
	s := open(t, "scene.db")
	w, e := fundedIn(t, s)
	early = copyOf(t, s)
	done(t)(e.CloseMonth(t.Context(), ann, "2024-04"))
	done(t)(e.PreparePayout(t.Context(), ann, "april", "USDT", payout.Transfer))
	done(t)(e.StepPayout(t.Context(), ann, "april", payout.Propose, ""))
	done(t)(approve(e, bob, "april"))
	done(t)(e.RecordRevenue(t.Context(), ann, "may", fold.RevenueRow{Source: "dapp", Amount: "0.02", At: w.Now().Add(-time.Hour)}))
	w.Mine(w.Buy(53, 0, 1))
	w.Mine(w.Buy(53, 0, 2), w.Buy(50, 0, 2))
	fatal(t, e.Sync(t.Context(), nil))
	return early, copyOf(t, s), w
}

// markOf is the mark that was kept of books.
func markOf(t *testing.T, books *copied) engine.Mark {
	t.Helper()
	file := t.TempDir() + "/marked.db"
	books.write(t, file)
	s, err := store.Connect(t.Context(), file)
	fatal(t, err)
	defer s.Close()
	at, err := s.State(t.Context())
	fatal(t, err)
	m, err := engine.MarkOf(t.Context(), s, at)
	fatal(t, err)
	return m
}

// with opens the books anew and says what is said of them.
func (c *crime) with(do func(s *store.Store, scratch *store.Scratch) error) string {
	c.t.Helper()
	scratch, err := store.NewScratch(context.Background())
	fatal(c.t, err)
	defer scratch.Close()
	s, err := store.Connect(context.Background(), c.dsn)
	if err == nil {
		defer s.Close()
		err = do(s, scratch)
	}
	if err == nil {
		return ""
	}
	return err.Error()
}

func (c *crime) verified() string {
	return c.with(func(s *store.Store, scratch *store.Scratch) error {
		_, err := engine.Verify(context.Background(), s, scratch, nil)
		return err
	})
}

func (c *crime) rebuiltFrom() string {
	return c.with(func(s *store.Store, scratch *store.Scratch) error {
		ctx := context.Background()
		if _, err := engine.Verify(ctx, s, nil, nil); err != nil {
			return err
		}
		at, err := s.State(ctx)
		if err == nil {
			_, err = engine.Rebuild(ctx, nil, s, scratch, nil)
		}
		if err == nil {
			err = engine.Compare(ctx, s, scratch, at)
		}
		return err
	})
}

func (c *crime) started(mark engine.Mark) string {
	return c.with(func(s *store.Store, _ *store.Scratch) error {
		err := mark.Follows(context.Background(), s, time.Unix(1_700_000_000, 0), "restore the newer copy")
		if err == nil {
			_, err = engine.Open(context.Background(), nil, s, nil, c.world, silent())
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

// documented are the lines of docs/security.md.
func documented(t *testing.T) []string {
	t.Helper()
	raw, err := os.ReadFile("../docs/security.md")
	fatal(t, err)
	return strings.Split(string(raw), "\n")
}

// sequenceOf is the place of a draft of a kind.
func (c *copied) find(t *testing.T, kind ledger.Kind, nth int) int {
	t.Helper()
	for i := range c.commit.Drafts {
		if d := &c.commit.Drafts[i]; d.Kind == kind {
			if nth == 0 {
				return i
			}
			nth--
		}
	}
	t.Fatalf("there is no %s", kind)
	return 0
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
	for i := range c.commit.Inputs {
		in := &c.commit.Inputs[i]
		f, err := in.Fact()
		fatal(t, err)
		if f == nil || f.Reference != reference {
			continue
		}
		if !bytes.Contains(f.Body, []byte(old)) {
			t.Fatalf("%s is %s", reference, f.Body)
		}
		f.Body = bytes.ReplaceAll(f.Body, []byte(old), []byte(changed))
		in.Input = fold.FactInput(f)
		return
	}
	t.Fatalf("there is no fact %s", reference)
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
	c.commit.Inputs[0].Input = fold.TextInput(p)
}

var mallory = operator.HashToken("nlo_" + strings.Repeat("M", 42) + "A")

// A difference is a difference wherever it is found, so that it is told from a failure.
func TestADifferenceIsOne(t *testing.T) {
	_, late, w := scene(t)
	c := &crime{t: t, dsn: t.TempDir() + "/books.db", late: late, world: w}
	c.forge(func(b *copied) { b.commit.Inputs = b.commit.Inputs[:len(b.commit.Inputs)-1] })
	c.with(func(s *store.Store, scratch *store.Scratch) error {
		_, err := engine.Verify(context.Background(), s, scratch, nil)
		var d *ledger.Difference
		if !errors.As(err, &d) {
			t.Errorf("%v", err)
		}
		return nil
	})
}
