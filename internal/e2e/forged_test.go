package e2e_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"math/big"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/chain/devnet"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/store"
)

// forge is an endpoint before an honest one. It answers some methods with results of its own, and does not know others.
func forge(t *testing.T, honest string, results map[string]string, unknown ...string) string {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		for _, method := range unknown {
			body = bytes.ReplaceAll(body, []byte(`"`+method+`"`), []byte(`"eth_none"`))
		}
		var asked struct {
			ID     json.RawMessage
			Method string
		}
		_ = json.Unmarshal(body, &asked) // a batch asks for none of the methods
		if result, forged := results[asked.Method]; forged {
			out.Header().Set("Content-Type", "application/json")
			_, _ = io.WriteString(out, `{"jsonrpc":"2.0","id":`+string(asked.ID)+`,"result":"`+result+`"}`)
			return
		}
		ask, err := http.NewRequestWithContext(r.Context(), http.MethodPost, honest, bytes.NewReader(body))
		if err != nil {
			t.Error(err)
			return
		}
		ask.Header.Set("Content-Type", "application/json")
		answer, err := http.DefaultClient.Do(ask)
		if err != nil {
			out.WriteHeader(http.StatusBadGateway)
			return
		}
		defer answer.Body.Close()
		out.Header().Set("Content-Type", "application/json")
		_, _ = io.Copy(out, answer.Body)
	}))
	t.Cleanup(s.Close)
	return s.URL
}

// watch is a watcher over a program's sale through some endpoints.
func watch(t *testing.T, p *program.Program, urls ...string) *chain.Watcher {
	t.Helper()
	w, err := chain.Dial(t.Context(), must[chain.Options](t)(chain.OptionsOf(p, urls, nil)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.Close)
	return w
}

// TestForgedCounterAndBalanceOfOneOfTwo: one endpoint of two forges the contract's counter and the treasury's balance. It is
// named, and the books go on with the honest one: they end as those that were made through the honest one alone.
func TestForgedCounterAndBalanceOfOneOfTwo(t *testing.T) {
	ctx := context.Background()
	c, err := devnet.Start(ctx, devnet.Options{Seed: 11})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	for wallet := range 5 {
		if _, err := c.Buy(ctx, wallet, 3, ""); err != nil {
			t.Fatal(err)
		}
	}
	if err := c.RegisterCode(ctx, 0, "ALPHA"); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Buy(ctx, 1, 2, "ALPHA"); err != nil { // the contract holds a reward
		t.Fatal(err)
	}
	if err := c.SealUntilFinal(ctx); err != nil {
		t.Fatal(err)
	}
	p := devnetProgram(t, c)
	forged := map[string]string{"eth_call": common.BigToHash(big.NewInt(14)).Hex(), "eth_getBalance": "0x5"}
	forging := forge(t, c.URL(), forged)
	proofs := true
	book := func(urls ...string) (ledger.Hash, *chain.Watcher, error) {
		s, err := store.Connect(ctx, databases(t)["sqlite"]())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		w := watch(t, p, urls...)
		e, err := engine.Open(ctx, p, s, w, utc{}, slog.New(slog.DiscardHandler))
		if err != nil {
			t.Fatal(err)
		}
		if err := e.Sync(ctx, nil); err != nil {
			return ledger.Hash{}, w, err
		}
		if proofs {
			reconciled(t, e, w, urls, forging)
		}
		return must[engine.Report](t)(e.Report(ctx)).State.Ledger.Hash, w, nil
	}
	honest, _, err := book(c.URL())
	if err != nil {
		t.Fatal(err)
	}
	for name, urls := range map[string][]string{"first": {forging, c.URL()}, "second": {c.URL(), forging}, "alone": {forging}} {
		head, w, err := book(urls...)
		if err != nil || head != honest {
			t.Fatalf("%s: the books end at %s, error %v; the honest ones at %s", name, head, err, honest)
		}
		at, err := w.Finalized(ctx)
		if err != nil {
			t.Fatal(err)
		}
		want := must[*big.Int](t)(c.Client().BalanceAt(ctx, c.Treasury(), new(big.Int).SetUint64(at.Number)))
		f, err := w.Balance(ctx, at, c.Treasury())
		if err != nil || f.Assurance != engine.AssuranceProven || f.Value.ToBig().Cmp(want) != 0 {
			t.Errorf("%s: the treasury holds %s, %s, %v; want %s", name, &f.Value, f.Assurance, err, want)
		}
		var about []string
		for _, fault := range w.FaultyAnswers() {
			if fault.Endpoint != forging {
				t.Errorf("%s: %v", name, fault)
			}
			about = append(about, fault.Text)
		}
		if text := strings.Join(about, "\n"); !strings.Contains(text, "counter is 14, and the proof says 17") ||
			!strings.Contains(text, "the balance of "+c.Treasury().Hex()+" is 5, and the proof says") {
			t.Errorf("%s: the faults are %s", name, text)
		}
	}
	// Where no figure is proven, but all logs are, the counter is right that says what the books have; of a balance on which two differ
	// nobody knows which is, and both are named.
	proofs = false
	head, w, err := book(forge(t, c.URL(), forged, "eth_getProof"), forge(t, c.URL(), nil, "eth_getProof"))
	if err != nil || head != honest {
		t.Errorf("without proofs: the books end at %s, error %v; the honest ones at %s", head, err, honest)
	}
	at, err := w.Finalized(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var apart *engine.Disagreement
	if _, err = w.Balance(ctx, at, c.Treasury()); !errors.As(err, &apart) || len(apart.Answers) != 2 {
		t.Errorf("without proofs: %v", err)
	}
	// One endpoint alone that forges it, and proves nothing: the books do not believe its purchases either.
	_, _, err = book(forge(t, c.URL(), forged, "eth_getProof"))
	var off *engine.NotConserved
	if !errors.As(err, &off) || off.Contract != "14" || off.Books != "17" || off.Assurance != engine.AssuranceReported {
		t.Errorf("alone, without proofs: %v", err)
	}
}

// reconciled compares the books with the chain: all that the balance sheet has is compared, proven and equal but for fees that a wallet
// paid, and who gave a false figure is named.
func reconciled(t *testing.T, e *engine.Engine, w *chain.Watcher, urls []string, forging string) {
	t.Helper()
	r, err := e.Reconcile(context.Background(), w)
	if err != nil {
		t.Fatal(err)
	}
	contract := false
	for _, row := range r.Rows {
		if row.Chain.Assurance != engine.AssuranceProven {
			t.Errorf("%s of %s is %s", row.Asset, row.Account, row.Chain.Assurance)
		}
		if row.Account.Role() == ledger.ContractRole {
			if contract = true; row.Difference.Sign() != 0 {
				t.Errorf("the sale contract's books differ by %s", row.Difference)
			}
		}
	}
	if !contract || r.Compared() != len(r.Rows) {
		t.Errorf("%d of %d compared, the sale contract among them: %v", r.Compared(), len(r.Rows), contract)
	}
	if named := len(r.Faults) > 0; named != slices.Contains(urls, forging) {
		t.Errorf("through %v, faults %v", urls, r.Faults)
	}
	for _, fault := range r.Faults {
		if fault.Endpoint != forging {
			t.Errorf("%s is named", fault.Endpoint)
		}
	}
}
