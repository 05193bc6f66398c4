package httpapi_test

import (
	"context"
	"errors"
	"math/big"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/httpapi"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/wire"
)

func TestOperatorsAreRefused(t *testing.T) {
	t.Parallel()
	d := newDesk(t, []int64{20, 5})
	april := map[string]any{"reference": "april", "source": "dapp", "amount": "1000", "at": "2024-04-20T00:00:00Z"}
	d.did(d.ann, "/revenue", april, &wire.Receipt{})
	with := func(body map[string]any, key string, value any) map[string]any {
		out := map[string]any{}
		for k, v := range body {
			out[k] = v
		}
		out[key] = value
		return out
	}
	for _, c := range []struct {
		token, path string
		body        any
		status      int
		code, says  string
	}{
		{"", "/revenue", april, 401, "not-authenticated", "for operators"},
		{"nlo_" + strings.Repeat("C", 42) + "A", "/revenue", april, 401, "not-authenticated", "not known"},
		{d.bob, "/revenue", april, 403, "forbidden", "scope record"},
		{d.bob, "/holds", map[string]any{"reference": "h", "wallet": samplebooks.Person(1).String(), "reason": "x"}, 403, "forbidden",
			"scope admin"},
		{d.ann, "/revenue", with(april, "amount", "2000"), 409, "recorded", "another reference"},
		{d.ann, "/revenue", with(april, "reference", "a b"), 422, "invalid", "reference"},
		{d.ann, "/revenue", with(april, "extra", "x"), 422, "invalid", "is not known in the body: remove it"},
		{d.ann, "/revenue", with(with(april, "reference", "x"), "source", "Dapp"), 422, "invalid", "Dapp"},
		{d.ann, "/revenue", with(with(april, "reference", "x"), "amount", "1e3"), 422, "invalid", "not an amount"},
		{d.ann, "/revenue", with(with(april, "reference", "x"), "at", "2031-01-01T00:00:00Z"), 422, "invalid", "in the future"},
		{d.ann, "/months/2024-05/close", nil, 409, "conflict", "final up to"},
		{d.ann, "/months/May/close", nil, 422, "invalid", "is not a month"},
		{d.ann, "/payouts", map[string]any{"run": "april", "asset": "USDT"}, 409, "conflict", "nothing is to be paid"},
		{d.ann, "/payouts", map[string]any{"run": "april", "asset": "USDX"}, 409, "not-in-program", "no asset"},
		{d.ann, "/payouts", map[string]any{"run": "april", "asset": "USDT", "method": "cheque"}, 422, "invalid", "method"},
		{d.ann, "/payouts/nothing/propose", nil, 404, "not-found", "there is no run nothing"},
		{d.ann, "/payouts/nothing/export", nil, 404, "not-found", "there is no run nothing"},
		{d.ann, "/payouts/nothing/cancel", map[string]any{"reason": ""}, 422, "invalid", "reason"},
		{d.ann, "/holds", map[string]any{"reference": "h", "wallet": "0x12", "reason": "x"}, 422, "invalid", "not a wallet"},
		{d.ann, "/sanctions", map[string]any{"reference": "s", "name": "list.txt", "text": "0x12\n0x13\n"}, 422, "invalid", "row 2"},
		{d.ann, "/operators", map[string]any{"reference": "o", "name": "eve", "label": "x", "scopes": []string{"record"}}, 422, "invalid",
			"a wallet or a token"},
		{d.ann, "/operators/revoke", map[string]any{"reference": "o", "name": "eve"}, 404, "not-found", "there is no eve"},
		{d.ann, "/scores/import", map[string]any{"reference": "s", "name": "s.csv", "text": "wallet,what,value,at\n"}, 409,
			"not-in-program", "no points"},
	} {
		d.refuses(c.token, c.path, c.body, c.status, c.code, c.says)
	}
	p := d.refuses(d.ann, "/revenue/import",
		map[string]any{"format": "csv", "name": "june.csv",
			"text": "reference,source,amount,at\na,dapp,x,2024-04-20T00:00:00Z\nb,dapp,1,June\n"}, 422, "invalid", "row 2")
	if len(p.Rows) != 2 || p.Rows[0].Number != 1 || p.Rows[1].Number != 2 || p.Rows[1].Text == "" || len(p.Reasons) != 0 {
		t.Errorf("%+v", p)
	}
	freeze(t, d.engine, "two final blocks")
	d.refuses(d.ann, "/months/2024-04/close", nil, 503, "frozen", "two final blocks")
	why := map[string]any{"reason": "the node was on another branch"}
	d.refuses(d.bob, "/thaw", why, 403, "forbidden", "scope admin")
	d.did(d.ann, "/thaw", why, &wire.FreezeState{})
	d.refuses(d.ann, "/thaw", why, 409, "conflict", "not frozen")
	d.did(d.ann, "/months/2024-04/close", nil, &wire.MonthClosed{})
}

// What is sent twice is recorded once, and a file is recorded whole or not at all.
func TestImportsAreRecordedOnce(t *testing.T) {
	t.Parallel()
	d := newDesk(t, []int64{20, 5})
	file := map[string]any{"format": "csv", "name": "april.csv",
		"text": "reference,source,amount,at,note\na,dapp,10,2024-04-20T00:00:00Z,\nb,fiat,-1.5,2024-04-21T00:00:00Z,refund\n"}
	var first, second wire.ImportResult
	d.did(d.ann, "/revenue/import", file, &first)
	d.did(d.ann, "/revenue/import", file, &second)
	if first.Recorded != 2 || first.Already != 0 || second.Recorded != 0 || second.Already != 2 {
		t.Errorf("%+v, then %+v", first, second)
	}
	head := func() (n uint64) {
		var l wire.Ledger
		d.get("/api/v1/ledger", &l)
		return l.Sequence
	}
	before := head()
	d.refuses(d.ann, "/revenue/import", map[string]any{"format": "csv", "name": "x.csv",
		"text": "reference,source,amount,at\nc,dapp,10,2024-04-20T00:00:00Z\nd,dapp,10,2034-04-20T00:00:00Z\n"}, 422, "invalid", "in the future")
	if head() != before {
		t.Error("a part of a wrong file was recorded")
	}
	var stripe wire.ImportResult
	d.did(d.ann, "/revenue/import", map[string]any{"format": "stripe", "name": "s.csv",
		"text": "balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category\n" +
			"txn_1,2024-04-22 10:00:00,usd,100.00,3.20,96.80,charge\ntxn_2,2024-04-23 10:00:00,usd,-96.80,0.00,-96.80,payout\n"}, &stripe)
	if stripe.Rows != 2 || stripe.Recorded != 2 || // the charge before its fee, and the fee
		stripe.Skipped["payout"] != 1 {
		t.Errorf("%+v", stripe)
	}
	late := d.refuses(d.ann, "/revenue/import",
		map[string]any{"format": "stripe", "name": "s.csv",
			"text": "balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category\n" +
				"txn_3,2024-04-23 10:00:00,usd,-96.80,0.00,-96.80,payout\ntxn_4,2034-04-22 10:00:00,usd,100.00,3.20,96.80,charge\n"}, 422,
		"invalid", "row 2: the instant")
	if len(late.Rows) != 1 || late.Rows[0].Number != 2 || late.Rows[0].Reference != "txn_4" {
		t.Errorf("the row is not named once, by its number in the file: %+v", late)
	}
	for _, c := range []struct {
		says string
		body map[string]any
	}{
		{"skip, reason belong to format stripe", map[string]any{"format": "csv", "skip": []string{"source=dapp"}, "reason": "why"}},
		{"timezone belongs to format stripe", map[string]any{"format": "csv", "timezone": "UTC"}},
		{"skip needs reason", map[string]any{"format": "stripe", "skip": []string{"currency=eur"}}},
		{"out with skip currency=eur", map[string]any{"format": "stripe"}},
	} {
		c.body["name"], c.body["text"] = "e.csv", "id,created_utc,currency,gross,fee,type\ntxn_9,2024-04-23 10:00:00,eur,9,0,charge\n"
		d.refuses(d.ann, "/revenue/import", c.body, 422, "invalid", c.says)
	}
	var left wire.ImportResult
	d.did(d.ann, "/revenue/import", map[string]any{"format": "stripe", "name": "e.csv", "skip": []string{"currency=eur"}, "reason": "by hand",
		"text": "id,created_utc,currency,gross,fee,type\ntxn_9,2024-04-23 10:00:00,eur,9,0,charge\n"}, &left)
	if left.Rows != 0 || left.LeftOut["currency=eur"] != 1 || len(left.Skipped) != 0 {
		t.Errorf("%+v", left)
	}
	var q wire.Quarter
	if d.get("/api/v1/quarters/2024-Q2", &q); q.Revenue.Display != "110 USDT" || q.Costs.Display != "4.7 USDT" {
		t.Errorf("%+v", q)
	}
	var again wire.MonthClosed
	if first := d.earned("500"); first.Already {
		t.Errorf("%+v", first)
	}
	d.did(d.bob, "/months/2024-04/close", nil, &again)
	closed := map[string]any{"format": "csv", "name": "late.csv", "text": "reference,source,amount,at\nlate,dapp,2,2024-04-24T00:00:00Z\n"}
	d.refuses(d.ann, "/revenue/import", closed, 422, "invalid", "with late: now it is booked now")
	closed["late"] = "now"
	for i, want := range []int{1, 0} {
		var done wire.ImportResult
		if d.did(d.ann, "/revenue/import", closed, &done); done.Recorded != want || done.Already != 1-want {
			t.Errorf("time %d: %+v", i, done)
		}
	}
	if !again.Already || again.Month.ClosedBy != "ann" {
		t.Errorf("%+v", again)
	}
	d.did(d.ann, "/sanctions", map[string]any{"reference": "s", "name": "list", "text": samplebooks.Person(2).String() + "\n"},
		&wire.Receipt{})
	var out wire.PayoutReceipt
	d.did(d.ann, "/payouts", map[string]any{"run": "april", "asset": "USDT"}, &out)
	var waiting wire.PayoutWaitings
	d.look("/payouts/april/waiting", &waiting)
	if out.Payout.Lines != 1 || len(waiting.Waiting) != 1 || waiting.Waiting[0].Reason.Code != "waiting-on-sanctions-list" {
		t.Errorf("%+v, %+v", out, waiting)
	}
	d.did(d.ann, "/payouts/april/cancel", map[string]any{"reason": "gathered too early"}, &out)
	if out.Payout.State != "cancelled" || len(out.Payout.Exports) != 0 || d.lines("april", 10)[0].State != "cancelled" {
		t.Errorf("%+v", out)
	}
	why := ""
	var st wire.Statement
	d.get("/api/v1/holders/"+d.lines("april", 10)[0].Wallet+"/statement", &st)
	for _, a := range st.Accounts {
		for _, line := range a.Entries {
			if line.Reason.Code == "gathered-by-run" && line.Undone != nil {
				why = line.Undone.Text
			}
		}
	}
	if why != "reversed: the payout run april was cancelled: gathered too early" {
		t.Errorf("the statement says %q", why)
	}
	if w := d.ask(http.MethodGet, "/api/v1/payouts/april/export/csv"); d.problem(w).Status != http.StatusConflict {
		t.Errorf("a cancelled run is exported: %d", w.Code)
	}
}

func TestGrantsAndKeys(t *testing.T) {
	t.Parallel()
	d := newDesk(t, []int64{5})
	var done wire.Receipt
	d.did(d.ann, "/grants", map[string]any{"reference": "g1", "name": "seed", "wallet": samplebooks.Person(9).String(), "total": "100",
		"bucket": "funds",
		"start":  "2024-05-01T00:00:00Z", "duration": "1y"}, &done)
	var tokens wire.Tokens
	d.get("/api/v1/holders/"+samplebooks.Person(9).String()+"/tokens", &tokens)
	if done.Sequence == 0 || len(tokens.Grants) != 1 || tokens.Grants[0].Total.Display != "100 GPU" {
		t.Errorf("%+v, %+v", done, tokens)
	}
	d.did(d.ann, "/grants/seed/revoke", map[string]any{"reference": "g1-end", "at": "2024-05-11T00:00:00Z"}, &wire.Receipt{})
	d.refuses(d.ann, "/grants/sown/release", map[string]any{"reference": "g2", "amount": "1", "at": "2024-05-11T00:00:00Z"}, 404,
		"not-found", "no grant sown")
	d.chain.Until(time.Date(2024, 5, 14, 0, 0, 0, 0, time.UTC))
	samplebooks.Settle(t, d.engine)
	d.did(d.ann, "/grants/seed/release", map[string]any{"reference": "g1-take", "amount": "1", "at": "2024-05-13T00:00:00Z"}, &wire.Receipt{})
	after := wire.Tokens{}
	d.get("/api/v1/holders/"+samplebooks.Person(9).String()+"/tokens", &after)
	if after.Grants[0].Total.Display != "2.739726027397260273 GPU" || after.Grants[0].Released.Display != "1 GPU" {
		t.Errorf("%+v", after.Grants)
	}
	d.refuses(d.ann, "/generation", map[string]any{"reference": "tge", "at": "2024-06-01T00:00:00Z"}, 409, "conflict",
		"the program file has the TGE already")
	d.did(d.ann, "/operators/revoke", map[string]any{"reference": "bye", "name": "bob", "label": "phone"}, &wire.Receipt{})
	if p := d.problem(d.send(d.bob, http.MethodGet, "/health", nil)); p.Status != http.StatusUnauthorized {
		t.Errorf("bob is still let in: %+v", p)
	}
	var list wire.Operators
	d.look("/operators", &list)
	if len(list.Operators) != 2 || list.Operators[0].Name != "ann" || !list.Operators[1].Keys[0].Revoked ||
		!slices.Equal(list.Operators[0].Keys[0].Scopes, []operator.Scope{"admin", "approve", "prepare", "private", "record"}) {
		t.Errorf("%+v", list)
	}
}

// The audit has every fact once, the newest first, with the transaction of the journal that is its trace.
func TestAuditIsTheJournals(t *testing.T) {
	t.Parallel()
	d := newDesk(t, []int64{20, 5})
	d.earned("1000")
	d.letOut("april", "transfer")
	want := map[string]uint64{}
	for tx, err := range d.engine.History().Transactions(t.Context(), 1) {
		check(t, err)
		if tx.Source.Origin == ledger.FromOperator {
			want[tx.Source.Name+" "+tx.Source.Reference] = tx.Sequence
		}
	}
	var entries []wire.AuditEntry
	for next, more := "", true; more; more = next != "" {
		var page wire.Audit
		d.look("/audit?limit=3&after="+next, &page)
		entries, next = append(entries, page.Entries...), page.Next
	}
	if len(entries) != len(want) || len(entries) != 8 {
		t.Fatalf("%d entries, the journal has %d", len(entries), len(want))
	}
	for i, e := range entries {
		if want[e.Operator+" "+e.Reference] != e.Sequence || (i > 0 && e.Sequence >= entries[i-1].Sequence) || e.Proof == "" || e.Time == "" {
			t.Errorf("%+v", e)
		}
	}
	if last := entries[0]; last.Kind != "payout-step" || last.Operator != "ann" || last.Proof != "token:laptop" ||
		last.Reference != "april-export" {
		t.Errorf("%+v", last)
	}
}

// What is owed is what the month gave, wherever it stands, and what the treasury lacks shows.
func TestHealthOfTheDesk(t *testing.T) {
	t.Parallel()
	held := money.Units(deskUSDT, 200_000_000)
	d := newDesk(t, []int64{20, 5, 5}, func(o *httpapi.Options) {
		o.Treasury = func(_ context.Context, asset money.Asset) (money.Amount, error) {
			if asset == deskUSDT {
				return held, nil
			}
			return money.Amount{}, errors.New("the node does not answer")
		}
		o.Endpoints = func() []wire.Endpoint {
			return []wire.Endpoint{{URL: "https://node.example.org", Ready: true, Score: 90}}
		}
	})
	if p := d.problem(d.ask(http.MethodGet, "/api/v1/operator/health")); p.Status != http.StatusUnauthorized {
		t.Errorf("%+v", p)
	}
	owed := func() (usdt wire.Obligation, all wire.OperatorHealth) {
		d.look("/health", &all)
		for _, o := range all.Liabilities {
			if o.Asset == "USDT" {
				usdt = o
			}
		}
		return usdt, all
	}
	if usdt, all := owed(); usdt.Asset != "" || all.Frozen != nil || len(all.Endpoints) != 1 || all.AsOf.Proof != "full" ||
		len(all.Coverage) != 1 || all.NextJob == nil || all.Reorganisations != 0 {
		t.Errorf("%+v", all)
	}
	d.earned("10000")
	if usdt, _ := owed(); usdt.Payable.Display != "2500 USDT" || usdt.InRuns.Amount != "0" || usdt.Owed != usdt.Payable ||
		usdt.Treasury.Amount != held.Digits() || usdt.Short.Display != "2300 USDT" {
		t.Errorf("%+v", usdt)
	}
	d.letOut("april", "transfer")
	if usdt, _ := owed(); usdt.Payable.Amount != "0" || usdt.InRuns.Display != "2500 USDT" {
		t.Errorf("%+v", usdt)
	}
	d.sees(false, map[ledger.Wallet]*big.Int{samplebooks.Person(1): big.NewInt(2_000_000_000), samplebooks.Person(2): big.NewInt(250_000_000),
		samplebooks.Person(50): big.NewInt(1)})
	usdt, all := owed()
	if usdt.InRuns.Display != "250 USDT" || usdt.Short.Display != "50 USDT" || all.Exceptions != 1 {
		t.Errorf("%+v", all)
	}
	for _, o := range all.Liabilities {
		if o.Asset == "GPU" && (o.Error == "" || o.Treasury != nil) {
			t.Errorf("%+v", o)
		}
	}
	freeze(t, d.engine, "two final blocks")
	if _, all := owed(); all.Frozen == nil || all.Frozen.Text != "two final blocks" || len(all.Frozen.Evidence) != 2 {
		t.Errorf("%+v", all)
	}
}
