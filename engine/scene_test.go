package engine_test

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/internal/pgtest"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/store"
)

// scene is the same books before each step with money, and their chain. Each is made once; crimes are done to copies.
type scene struct {
	world    *world
	server   *server
	empty    *stage
	stages   []*stage // before each of moneySteps, and one from before the last input
	honest   []string // what each step pays by books that nobody touched
	document []string // the lines of docs/security.md
	now      time.Time
}

// stage is books at a moment.
type stage struct {
	name  string
	file  []byte  // of SQLite
	books *copied // nil: they are empty
	mark  engine.Mark
}

// copy is the place of new books in SQLite.
func (s *stage) copy(t *testing.T) string {
	t.Helper()
	dsn := filepath.Join(t.TempDir(), "books.db")
	fatal(t, os.WriteFile(dsn, s.file, 0o600))
	return dsn
}

// server is a database in PostgreSQL that holds the books of every stage, in schemas of its own, and those that a crime is done to.
type server struct {
	dsn    string
	tables []string
	undo   []string // what a crime changed besides rows
	db     *sql.DB
}

// keep keeps the books as they are as a stage.
func (s *server) keep(t *testing.T, stage string) {
	t.Helper()
	statements := []string{"CREATE SCHEMA " + stage}
	for _, table := range s.tables {
		statements = append(statements, fmt.Sprintf("CREATE TABLE %s.%q AS TABLE public.%q", stage, table, table))
	}
	_, err := run(s.db, statements...)
	fatal(t, err)
}

// take makes the books those of a stage, and gives their place.
func (s *server) take(t *testing.T, stage string) string {
	t.Helper()
	statements := append(s.undo, "SET LOCAL session_replication_role = replica")
	s.undo = nil
	for _, table := range s.tables {
		statements = append(statements, fmt.Sprintf("DELETE FROM public.%q", table),
			fmt.Sprintf("INSERT INTO public.%q SELECT * FROM %s.%q", table, stage, table))
	}
	tx, err := s.db.Begin()
	fatal(t, err)
	_, err = run(tx, statements...)
	fatal(t, err)
	fatal(t, tx.Commit())
	return s.dsn
}

func (s *server) open(t *testing.T) {
	t.Helper()
	var err error
	s.db, err = sql.Open("pgx", s.dsn)
	fatal(t, err)
	s.db.SetMaxOpenConns(1)
}

// everyRule is a program with every kind of rule, whose months two operators close, and whose token is generated at the end of April.
func everyRule(t *testing.T) *program.Program {
	t.Helper()
	return rewardingBut(t, "token:\n", strings.NewReplacer("mode: brackets", "mode: brackets", "  asset: USDT\n",
		"  asset: USDT\n  close_by: 2\n").Replace(worldRevenue), "  GPU:    {", worldUSDT,
		"from: 2024-04-13, per_day", "from: 2024-05-01, per_day", "2024-04-19T12:00:00Z", "2024-05-02T12:00:00Z")
}

// newScene makes the books, with jobs that ran, revenue of April that a Safe signed and of May, and blocks that are not final.
func newScene(t *testing.T) *scene {
	t.Helper()
	ctx := t.Context()
	raw, err := os.ReadFile("../docs/security.md")
	fatal(t, err)
	c := &scene{world: newWorld(1), document: strings.Split(string(raw), "\n")}
	c.prepare(t)
	w := c.world
	w.Mine(w.Buy(50, 0, 4), w.Buy(51, 50, 5), w.Buy(52, 0, 20))
	s := open(t, "scene.db")
	e, err := engine.Open(ctx, everyRule(t), s, w, w, silent())
	fatal(t, err)
	w.upTo(t, e, on(5, 3))
	_, err = e.RunJobs(ctx)
	fatal(t, err)
	staff(t, e)
	b := newSafe(t, w, 31337)
	hire(t, e, operator.Change{Name: "board", Label: "safe", Wallet: strings.ToLower(b.at.Hex()), Contract: true,
		Scopes: []operator.Scope{operator.Record}})
	done(t)(b.sign("board", func(by engine.By) (engine.Receipt, error) {
		return e.RecordRevenue(ctx, by, "april", fold.RevenueRow{Source: "dapp", Amount: "1000", At: on(4, 20)})
	}))
	w.Mine(w.Buy(53, 0, 1))
	w.Mine(w.Buy(53, 0, 2), w.Buy(50, 0, 2))
	fatal(t, e.Sync(ctx, nil))
	c.keep(t, s)
	done(t)(e.RecordRevenue(ctx, ann, "may", fold.RevenueRow{Source: "dapp", Amount: "20", At: w.Now().Add(-time.Hour)}))
	for i, step := range moneySteps {
		c.keep(t, s)
		if i < len(moneySteps)-1 {
			done(t)(step.do(e))
		}
	}
	c.now = w.Now()
	for i := range moneySteps {
		for _, server := range []bool{false, true} {
			x := c.crime(t, server, i)
			x.lay(x.stage)
			pays, err := x.paid(i)
			fatal(t, err)
			if !server {
				c.honest = append(c.honest, pays)
			}
			same(t, moneySteps[i].name, pays, c.honest[i])
		}
	}
	return c
}

// prepare makes databases without books.
func (s *scene) prepare(t *testing.T) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "empty.db")
	s.server = &server{dsn: pgtest.URL(t)}
	for _, dsn := range []string{file, s.server.dsn} {
		made, err := store.Connect(t.Context(), dsn)
		fatal(t, err)
		fatal(t, made.Close())
	}
	s.empty = &stage{name: "nothing"}
	var err error
	s.empty.file, err = os.ReadFile(file)
	fatal(t, err)
	s.server.open(t)
	t.Cleanup(func() { s.server.db.Close() })
	s.server.tables = namesOf(t, s.server.db, `SELECT relname FROM pg_class
		WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition`)
	s.server.keep(t, s.empty.name)
}

// keep keeps the books as they are.
func (s *scene) keep(t *testing.T, books *store.Store) {
	t.Helper()
	at, err := books.State(t.Context())
	fatal(t, err)
	made := &stage{name: fmt.Sprint("stage", len(s.stages)), books: copyOf(t, books)}
	made.mark, err = engine.MarkOf(t.Context(), books, at)
	fatal(t, err)
	file := s.empty.copy(t)
	made.books.write(t, file)
	made.file, err = os.ReadFile(file)
	fatal(t, err)
	made.books.write(t, s.server.take(t, s.empty.name))
	s.server.keep(t, made.name)
	s.stages = append(s.stages, made)
}

// saveAt saves what the inputs of books add up to.
func saveAt(t *testing.T, dsn string) {
	t.Helper()
	books, err := store.Connect(t.Context(), dsn)
	fatal(t, err)
	defer books.Close()
	_, err = engine.SaveFold(t.Context(), books)
	fatal(t, err)
}

// crime is one that nobody did yet, to the books before a step with money.
func (s *scene) crime(t *testing.T, server bool, step int) *crime {
	return &crime{t: t, server: server, scene: s, before: s.stages[step], stage: s.stages[step+1]}
}

// namesOf are the names that a question is answered with.
func namesOf(t *testing.T, db *sql.DB, question string) (names []string) {
	t.Helper()
	rows, err := db.Query(question)
	fatal(t, err)
	defer rows.Close()
	for rows.Next() {
		var name string
		fatal(t, rows.Scan(&name))
		names = append(names, name)
	}
	fatal(t, rows.Err())
	return names
}
