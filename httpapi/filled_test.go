package httpapi_test

// Books with something in them: the recorded run of a public sale contract, and a made-up sale over several days. Both are in
// SQLite and were filled through the watcher and the engine, as real books are.

import (
	"context"
	"encoding/csv"
	"log/slog"
	"math/big"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/chain/devnet"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/replay/server"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/store"
)

// clock stands still.
type clock struct{ At time.Time }

// Now is always the same.
func (c clock) Now() time.Time { return c.At }

// soon is a minute after the last block of the recorded run.
var soon = clock{time.Date(2024, 4, 16, 0, 14, 48, 0, time.UTC)}

// testdata is the path of a file that packages share.
func testdata(path ...string) string {
	return filepath.Join(append([]string{"..", "testdata"}, path...)...)
}

// recordedBooks serves the recorded run and opens empty books for it; Sync fills them.
func recordedBooks(t testing.TB) (*engine.Engine, *server.Server) {
	t.Helper()
	node, err := server.Load(testdata("gpunet-sale"))
	check(t, err)
	web := httptest.NewServer(node)
	t.Cleanup(web.Close)
	p, err := program.Load(testdata("programs", "gpunet-recorded.yaml"))
	check(t, err)
	return openBooks(t, p, web.URL), node
}

// purchase is one line of what the right books of the recorded run are. Amounts are base units.
type purchase struct {
	Block                                          uint64
	Buyer, Code, Tiers                             string
	Quantity                                       uint64
	Live                                           bool // the code was, so the buyer had a discount
	List, Discount, Paid, Referral, Treasury, Dust *big.Int
}

// purchases are all of them in order.
func purchases(t testing.TB) (list []purchase) {
	t.Helper()
	file, err := os.Open(testdata("gpunet-sale", "expected.csv"))
	check(t, err)
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	check(t, err)
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	for _, row := range rows[1:] {
		number := func(name string) *big.Int {
			n, ok := new(big.Int).SetString(row[column[name]], 10)
			if !ok {
				t.Fatalf("%s is %q", name, row[column[name]])
			}
			return n
		}
		list = append(list, purchase{
			Block: number("block").Uint64(), Buyer: row[column["buyer"]], Code: row[column["ref_code"]], Tiers: row[column["tier_split"]],
			Quantity: number("quantity").Uint64(), Live: row[column["code_active"]] == "true",
			List: number("list_price_wei"), Discount: number("discount_wei"), Paid: number("gross_value_sent_wei"),
			Referral: number("referral_wei"), Treasury: number("treasury_wei"), Dust: number("dust_wei"),
		})
	}
	return list
}

// days are the books of a crowd that bought on a chain of its own over two months, everything final.
func days(t testing.TB) (*engine.Engine, *devnet.Chain) {
	t.Helper()
	c, err := devnet.Start(t.Context(), devnet.Options{Seed: 5})
	check(t, err)
	t.Cleanup(func() { _ = c.Close() })
	check(t, c.RunCrowd(t.Context(), devnet.CrowdOptions{Months: 2, Purchases: 60}, nil))
	check(t, c.Mine(t.Context(), int(32-c.Head().Number.Uint64()%32)))
	p, err := program.Read("days", []byte(`program: days
schema: 1
title: { en: Days }
chain: { id: `+strconv.FormatUint(c.ChainID(), 10)+`, start_block: `+strconv.FormatUint(c.DeployBlock(), 10)+` }
sale: { contract: "`+c.Sale().Hex()+`", adapter: nodesale, mode: parallel }
`))
	check(t, err)
	e := openBooks(t, p, c.URL())
	check(t, e.Sync(t.Context(), nil))
	return e, c
}

func openBooks(t testing.TB, p *program.Program, url string) *engine.Engine {
	t.Helper()
	options, err := chain.OptionsOf(p, []string{url}, nil)
	check(t, err)
	watcher, err := chain.Dial(t.Context(), options)
	check(t, err)
	t.Cleanup(watcher.Close)
	books, err := store.Connect(t.Context(), filepath.Join(t.TempDir(), "books.db"))
	check(t, err)
	t.Cleanup(func() { _ = books.Close() })
	e, err := engine.Open(t.Context(), p, books, watcher, soon, slog.New(slog.DiscardHandler))
	check(t, err)
	return e
}

// writerOf writes to the books of an engine behind its back.
func writerOf(e *engine.Engine) engine.Writer { return e.Reader().(engine.Writer) }

// freeze freezes books, as a contradiction would.
func freeze(t testing.TB, e *engine.Engine, why string) {
	t.Helper()
	state, err := e.Reader().State(t.Context())
	check(t, err)
	_, err = writerOf(e).Commit(t.Context(), engine.Commit{
		Seen:     state.Position,
		Incident: &engine.Incident{Time: soon.At, Text: why, Evidence: map[string]string{"books": "0x01", "chain": "0x02"}},
	})
	check(t, err)
	check(t, e.Reload(context.Background()))
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
