package engine_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/pgtest"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/store"
)

// moneySteps are what brings money closer to somebody, in the order in which they come.
var moneySteps = []struct {
	name string
	do   func(e *engine.Engine) (engine.Receipt, error)
}{
	{"month close", func(e *engine.Engine) (engine.Receipt, error) {
		return e.CloseMonth(context.Background(), ann, "2024-04")
	}},
	{"prepare", func(e *engine.Engine) (engine.Receipt, error) {
		return e.PreparePayout(context.Background(), ann, "april", "USDT", payout.Transfer)
	}},
	{"propose", func(e *engine.Engine) (engine.Receipt, error) {
		return e.StepPayout(context.Background(), ann, "april", payout.Propose, "")
	}},
	{"approve", func(e *engine.Engine) (engine.Receipt, error) { return approve(e, bob, "april") }},
	{"export", func(e *engine.Engine) (engine.Receipt, error) {
		return e.ExportPayout(context.Background(), ann, "april", ledger.Hash{}, ledger.Hash{})
	}},
}

// beforeVerifying is what is done to every row that counts, and whether each step of moneySteps is refused although nothing was verified
// yet.
var beforeVerifying = []struct {
	what    string
	do      func(c *crime)
	refused [5]bool
}{
	{"balances", func(c *crime) { c.unseen("UPDATE balance SET " + c.plus("incoming")) }, [5]bool{true, true, true, true, true}},
	{"days' sums", func(c *crime) { c.unseen("UPDATE day_delta SET " + c.plus("incoming")) }, [5]bool{true, true, true, true, true}},
	{"amounts of postings", func(c *crime) { c.unseen("UPDATE posting SET " + c.plus("amount")) }, [5]bool{true, true, true, true, true}},
	{"the balance of an account that they do not rest on", func(c *crime) {
		c.unseen("UPDATE balance SET " + c.plus("incoming") + " WHERE account = (SELECT id FROM account WHERE path = 'equity:fund:buyback')")
	}, [5]bool{}},
}

// A step with money is refused where a table of sums that it rests on is not what postings say, without any verification; and whatever
// a verification finds, elsewhere too, stops all of them.
func TestTamperingAndMoney(t *testing.T) {
	stages := stagesOf(t)
	table := documented(t)
	for _, row := range beforeVerifying {
		for _, database := range []string{"sqlite", "postgres"} {
			t.Run(row.what+"/"+database, func(t *testing.T) {
				cells := make([]string, len(moneySteps))
				for i := range moneySteps {
					dsn := t.TempDir() + "/books.db"
					if database == "postgres" {
						dsn = pgtest.URL(t)
					}
					stages[i].books.write(t, dsn)
					c := &crime{t: t, dsn: dsn}
					row.do(c)
					cells[i] = tryMoney(t, c, stages[i].world, i, row.refused[i])
				}
				if line := fmt.Sprintf("| %s | %s |", row.what, strings.Join(cells, " | ")); !slices.Contains(table, line) {
					t.Errorf("docs/security.md lacks the line\n%s", line)
				}
			})
		}
	}
}

// tryMoney takes a step with tampered books, and once more after they were verified.
func tryMoney(t *testing.T, c *crime, w *world, step int, refused bool) string {
	t.Helper()
	s, err := store.Connect(t.Context(), c.dsn)
	fatal(t, err)
	defer s.Close()
	scratch, err := store.NewScratch(t.Context())
	fatal(t, err)
	defer scratch.Close()
	e := startPaying(t, s, w)
	_, difference := engine.Verify(t.Context(), s, scratch, nil)
	if difference == nil {
		t.Fatalf("%s: nothing was found", moneySteps[step].name)
	}
	e.Found(engine.Finding{Time: w.Now(), Difference: difference.Error()})
	if _, err := moneySteps[step].do(e); err == nil || !strings.Contains(err.Error(), "the books were not sound") {
		t.Errorf("%s after a verification: %v", moneySteps[step].name, err)
	}
	e.Found(engine.Finding{})
	_, err = moneySteps[step].do(e)
	if (err != nil) != refused {
		t.Errorf("%s before a verification: %v", moneySteps[step].name, err)
	}
	if err == nil {
		return "goes on"
	}
	return "refused"
}

// stage is books before a step, and their chain.
type stage struct {
	books *copied
	world *world
}

// stagesOf are books before each of the steps.
func stagesOf(t *testing.T) (stages []stage) {
	t.Helper()
	s := open(t, "stages.db")
	w, e := fundedIn(t, s)
	for _, step := range moneySteps {
		stages = append(stages, stage{copyOf(t, s), w})
		done(t)(step.do(e))
	}
	return stages
}
