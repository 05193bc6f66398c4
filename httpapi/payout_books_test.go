package httpapi_test

// Books of a program that shares its revenue and pays it out, and people who do so over the API.

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"math/big"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/httpapi"
	"github.com/nodeledger/nodeledger/internal/fakechain"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/store"
	"github.com/nodeledger/nodeledger/wire"
)

const (
	deskTreasury    = "0x11000000000000000000000000000000000000cc"
	deskTether      = "0x11000000000000000000000000000000000000dd"
	deskDistributor = "0x11000000000000000000000000000000000000ee"

	deskProgram = `program: desk
schema: 1
assets:
  ETH:  { decimals: 18, kind: native }
  USDT: { decimals: 6, kind: erc20, address: "` + deskTether + `" }
  GPU:  { decimals: 18, kind: token, supply: 200000000 }
chain: { id: 31337, start_block: 0 }
sale: { contract: "` + fakechain.Contract + `", adapter: nodesale }
token:
  asset: GPU
  tge: 2024-04-19T12:00:00Z
  allocation: { node_holders: 35%, reserve: 40%, foundation: 15%, funds: 10% }
  drop: { of: node_holders, share: 5%, by: nodes }
  emission: [{ of: node_holders, first: 15%, period: 2y, then: half }]
  lock: 2d
revenue:
  asset: USDT
  close_by: 1
  split: { share: 50%, buyback: 50% }
  share:
    mode: brackets
    brackets: [{ nodes: 5, amount: 250 }, { nodes: 20, amount: 2000 }]
    surplus: carry
payout: { treasury: "` + deskTreasury + `", minimum: { USDT: 60 }, distributor: { USDT: "` + deskDistributor + `" }, batch: 150 }
`
)

// desk is the dashboard of such books, and the keys of two people: ann may do everything, bob approves.
type desk struct {
	*site
	engine   *engine.Engine
	chain    *fakechain.Chain
	ann, bob string
}

// newDesk sells nodes to the wallets from 1 on and finalises the chain past April 2024.
func newDesk(t *testing.T, nodes []int64, edit ...func(*httpapi.Options)) *desk {
	t.Helper()
	return newDeskIn(t, booksAt(t, filepath.Join(t.TempDir(), "books.db")), nodes, edit...)
}

// newDeskIn is newDesk with books that dsn names.
func newDeskIn(t *testing.T, books engine.Store, nodes []int64, edit ...func(*httpapi.Options)) *desk {
	t.Helper()
	c := fakechain.New(0)
	var bought []evm.Log
	for i, n := range nodes {
		if n > 0 {
			bought = append(bought, c.Buy(byte(i+1), 0, n))
		}
	}
	c.Mine(bought...)
	c.Until(time.Date(2024, 5, 2, 0, 0, 0, 0, time.UTC))
	return deskIn(t, books, c, deskProgram, edit...)
}

// deskOf is the desk of a program on a chain, with books that dsn names.
func deskOf(t *testing.T, dsn string, c *fakechain.Chain, text string, edit ...func(*httpapi.Options)) *desk {
	t.Helper()
	return deskIn(t, booksAt(t, dsn), c, text, edit...)
}

// booksAt are books that are closed when the test ends.
func booksAt(t *testing.T, dsn string) engine.Store {
	t.Helper()
	books, err := store.Connect(t.Context(), dsn)
	check(t, err)
	t.Cleanup(func() { _ = books.Close() })
	return books
}

// unverified is books that nobody verifies, so that what a step itself compares is seen.
type unverified struct{ engine.Store }

func (unverified) Verify(context.Context) (engine.Verification, error) {
	return engine.Verification{}, nil
}

// deskIn is the desk of a program on a chain.
func deskIn(t *testing.T, books engine.Store, c *fakechain.Chain, text string, edit ...func(*httpapi.Options)) *desk {
	t.Helper()
	p, err := program.Read("desk.yaml", []byte(text))
	check(t, err)
	e, err := engine.Open(t.Context(), p, books, c, c, slog.New(slog.DiscardHandler))
	check(t, err)
	e.Salts(rand.NewChaCha8([32]byte{})) // so that the books are the same every time
	samplebooks.Settle(t, e)
	d := &desk{engine: e, chain: c, ann: "nlo_" + strings.Repeat("A", 43), bob: "nlo_" + strings.Repeat("B", 42) + "A"}
	_, err = e.RecordOperator(t.Context(), engine.By{Name: "root"}, "key-ann",
		operator.Change{Name: "ann", Label: "laptop", Token: operator.TokenKey(d.ann), Scopes: operator.Scopes()})
	check(t, err)
	log := new(strings.Builder)
	o := httpapi.Options{Engine: e, Clock: c, Logger: slog.New(slog.NewTextHandler(log, nil)), Operators: e.Operators}
	for _, change := range edit {
		change(&o)
	}
	h, err := httpapi.New(o)
	check(t, err)
	d.site = &site{t, h, log}
	d.did(d.ann, "/operators", map[string]any{
		"reference": "key-bob", "name": "bob", "label": "phone", "token": operator.TokenKey(d.bob),
		"scopes": []string{"approve", "prepare", "private"},
	}, &wire.Receipt{})
	return d
}

// send makes a request of an operator.
func (d *desk) send(token, method, path string, body any) *httptest.ResponseRecorder {
	d.Helper()
	file := ""
	if run, ok := strings.CutSuffix(strings.TrimPrefix(path, "/payouts/"), "/approve"); ok {
		d.engine.Payouts(func(b *payout.Book) {
			if p := b.Run(run); p != nil {
				file = `"` + p.File.String() + `"`
			}
		})
	}
	return d.sendFor(token, method, path, file, body)
}

// sendFor makes a request of an operator, for a version of a thing where file is not empty.
func (d *desk) sendFor(token, method, path, file string, body any) *httptest.ResponseRecorder {
	d.Helper()
	raw, err := json.Marshal(body)
	check(d.T, err)
	r := httptest.NewRequestWithContext(d.Context(), method, "/api/v1/operator"+path, bytes.NewReader(raw))
	if method == http.MethodGet {
		r = httptest.NewRequestWithContext(d.Context(), method, "/api/v1/operator"+path, nil)
	}
	r.Header.Set("Content-Type", "application/json")
	if token != "" {
		r.Header.Set("Authorization", "Bearer "+token)
	}
	if file != "" {
		r.Header.Set("If-Match", file)
	}
	w := httptest.NewRecorder()
	d.handler.ServeHTTP(w, r)
	return w
}

func (d *desk) decode(w *httptest.ResponseRecorder, path string, into any) {
	d.Helper()
	if w.Code != http.StatusOK {
		d.Fatalf("%s: %d %s", path, w.Code, w.Body)
	}
	decoder := json.NewDecoder(w.Body)
	decoder.DisallowUnknownFields()
	check(d.T, decoder.Decode(into))
}

// did posts what must go well.
func (d *desk) did(token, path string, body, into any) {
	d.Helper()
	d.decode(d.send(token, http.MethodPost, path, body), path, into)
}

// withdraw cancels a run that was exported: ann says with which transaction the Safe rejected it, and bob consents.
func (d *desk) withdraw(run, reason string) {
	d.Helper()
	var asked wire.PayoutReceipt
	d.chain.Use(common.HexToAddress(deskTreasury), 1)
	d.did(d.ann, "/payouts/"+run+"/cancel", map[string]any{"reason": reason, "transaction": "0x" + strings.Repeat("ab", 32), "nonce": 0},
		&asked)
	d.did(d.bob, "/payouts/"+run+"/cancel/consent", map[string]any{"sha256": asked.Payout.Rejection.SHA256}, &wire.PayoutReceipt{})
}

// look asks as ann.
func (d *desk) look(path string, into any) {
	d.Helper()
	d.decode(d.send(d.ann, http.MethodGet, path, nil), path, into)
}

// details is everything that a problem says.
func details(p wire.Problem) []string {
	said := &problem.Error{Reasons: append([]string{p.Detail}, p.Reasons...)}
	for _, r := range p.Rows {
		said.Rows = append(said.Rows, problem.Row(r))
	}
	return said.Details()
}

// refuses posts what must be refused.
func (d *desk) refuses(token, path string, body any, status int, code, says string) wire.Problem {
	d.Helper()
	p := d.problem(d.send(token, http.MethodPost, path, body))
	if p.Status != status || p.Code != code || !strings.Contains(strings.Join(details(p), "\n"), says) {
		d.Errorf("%s: %+v, want %d %s %q", path, p, status, code, says)
	}
	return p
}

// earned records revenue of April and closes the month.
func (d *desk) earned(amount string) wire.MonthClosed {
	d.Helper()
	d.did(d.ann, "/revenue", map[string]any{"reference": "april", "source": "dapp", "amount": amount, "at": "2024-04-20T00:00:00Z"},
		&wire.Receipt{})
	var closed wire.MonthClosed
	d.did(d.ann, "/months/2024-04/close", nil, &closed)
	return closed
}

// letOut prepares, proposes, approves and exports a run.
func (d *desk) letOut(run, method string) (last wire.PayoutReceipt) {
	d.Helper()
	d.did(d.ann, "/payouts", map[string]any{"run": run, "asset": "USDT", "method": method}, &last)
	for _, step := range []struct{ who, step string }{{d.ann, "propose"}, {d.bob, "approve"}, {d.ann, "export"}} {
		last = wire.PayoutReceipt{}
		d.did(step.who, "/payouts/"+run+"/"+step.step, nil, &last)
	}
	return last
}

// lines are all of a run, read in pages.
func (d *desk) lines(run string, limit int) (list []wire.PayoutLine) {
	d.Helper()
	for next, more := "", true; more; more = next != "" {
		var page wire.PayoutLines
		d.get(fmt.Sprintf("/api/v1/payouts/%s/lines?limit=%d&after=%s", run, limit, next), &page)
		if len(page.Lines) > limit || page.AsOf.Block == 0 {
			d.Fatalf("%+v", page)
		}
		list, next = append(list, page.Lines...), page.Next
	}
	return list
}

// export is a file of a run; the header says how many parts there are.
func (d *desk) export(run, format string, part int) (string, http.Header) {
	d.Helper()
	w := d.ask(http.MethodGet, fmt.Sprintf("/api/v1/payouts/%s/export/%s?part=%d", run, format, part))
	if w.Code != http.StatusOK {
		d.Fatalf("%s as %s: %d %s", run, format, w.Code, w.Body)
	}
	return w.Body.String(), w.Header()
}

// sees mines payments of the treasury or, when claim is set, of the distributor, makes them final and books them.
func (d *desk) sees(claim bool, pays map[ledger.Wallet]*big.Int) {
	d.Helper()
	for to, amount := range pays {
		l := d.chain.Transfer(common.HexToAddress(deskTether), common.HexToAddress(deskTreasury), common.Address(to), amount)
		if claim {
			l = d.chain.Claim(common.HexToAddress(deskDistributor), common.Address(to), amount)
		}
		d.chain.Mine(l)
	}
	d.chain.Finalise(0)
	samplebooks.Settle(d.T, d.engine)
}

// fives is a number of wallets with 5 nodes each, but the first three have 20 and the last two too few.
func fives(n int) []int64 {
	nodes := make([]int64, n)
	for i := range nodes {
		nodes[i] = 5
	}
	nodes[0], nodes[1], nodes[2], nodes[n-2], nodes[n-1] = 20, 21, 25, 4, 1
	return nodes
}
