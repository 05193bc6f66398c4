package httpapi_test

import (
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"fmt"
	"math/big"
	"math/rand/v2"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/export/safe"
	"github.com/nodeledger/nodeledger/httpapi"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/operator"
	payoutview "github.com/nodeledger/nodeledger/view/payout"
	"github.com/nodeledger/nodeledger/wire"
)

var deskUSDT = money.MustAsset("USDT", 6)

func units(t *testing.T, a wire.Amount) *big.Int {
	t.Helper()
	return sum(t, a)
}

// A run by transfers from the revenue to the last payment: the files that a Safe reads pay exactly the lines, and paying
// them settles the run.
func TestARunByTransfers(t *testing.T) {
	t.Parallel()
	d := newDesk(t, fives(230))
	if closed := d.earned("80000"); closed.Already || closed.Month.HoldersPaid != 228 {
		t.Fatalf("%+v", closed)
	}
	held := samplebooks.Person(9)
	d.did(d.ann, "/holds", map[string]any{"reference": "hold-9", "wallet": held.String(), "reason": "a secret of theirs"}, &wire.Receipt{})
	var prepared wire.PayoutReceipt
	d.did(d.ann, "/payouts", map[string]any{"run": "april", "asset": "USDT"}, &prepared)
	if p := prepared.Payout; p.State != "draft" || p.Lines != 226 || p.Waiting != 2 || p.Method != "transfer" ||
		p.Minimum.Amount != "60000000" || !slices.Equal(p.Exports, []string{"csv", "hledger"}) {
		t.Fatalf("%+v", p)
	}
	for _, format := range []string{"safe", "airdrop"} {
		if p := d.problem(d.ask(http.MethodGet, "/api/v1/payouts/april/export/"+format)); p.Status != http.StatusConflict ||
			!strings.Contains(p.Detail, "propose") {
			t.Errorf("a draft as %s: %+v", format, p)
		}
	}
	d.refuses(d.bob, "/payouts/april/approve", nil, 409, "conflict", "only a run that is proposed")
	d.did(d.ann, "/payouts/april/propose", nil, &wire.PayoutReceipt{})
	d.refuses(d.ann, "/payouts/april/approve", nil, 409, "conflict", "another operator must approve")
	other := "nlo_" + strings.Repeat("D", 42) + "A" // another key makes nobody another person
	d.did(d.ann, "/operators", map[string]any{"reference": "key-ann-2", "name": "ann", "label": "tablet",
		"token": operator.TokenKey(other), "scopes": []string{"approve"}}, &wire.Receipt{})
	d.refuses(other, "/payouts/april/approve", nil, 409, "conflict", "another operator must approve")
	d.refuses(other, "/payouts/april/cancel", map[string]any{"reason": "x"}, 403, "forbidden", "scope prepare")
	d.refuses(d.ann, "/payouts/april/export", nil, 409, "not-approved", "another person than the proposer")
	for _, c := range []struct {
		file, code, says string
		status           int
	}{
		{"", "precondition-required", "say what of run april you approve: it pays", http.StatusPreconditionRequired},
		{`"0x` + strings.Repeat("ab", 32) + `"`, "precondition-failed", "look at the run again", http.StatusPreconditionFailed},
		{"*", "invalid", "If-Match must be the SHA-256", http.StatusUnprocessableEntity},
	} {
		p := d.problem(d.sendFor(d.bob, http.MethodPost, "/payouts/april/approve", c.file, nil))
		if p.Status != c.status || p.Code != c.code || !strings.Contains(p.Detail, c.says) {
			t.Errorf("If-Match %q: %+v", c.file, p)
		}
	}
	var approved wire.PayoutReceipt
	d.did(d.bob, "/payouts/april/approve", nil, &approved)
	if s := approved.Payout.Steps[2]; s.File != approved.Payout.File || s.Key != "token:phone" || s.Operator != "bob" {
		t.Errorf("%+v", s)
	}
	d.unreleased("april")
	var out wire.PayoutReceipt
	d.did(d.ann, "/payouts/april/export", nil, &out)
	if out.Payout.State != "exported" || out.Payout.Root != "" ||
		!slices.Equal(out.Payout.Exports, []string{"safe", "airdrop", "csv", "hledger"}) {
		t.Fatalf("%+v", out)
	}

	lines := d.lines("april", 100)
	pays := map[ledger.Wallet]*big.Int{}
	for part := 1; part <= 2; part++ {
		text, h := d.export("april", "safe", part)
		if h.Get("Nodeledger-Parts") != "2" || !strings.Contains(h.Get("Content-Disposition"), fmt.Sprintf(`"april-%d-of-2.json"`, part)) {
			t.Errorf("%v", h)
		}
		batch, err := safe.Read(strings.NewReader(text))
		check(t, err)
		if !strings.EqualFold(batch.Safe.Hex(), deskTreasury) || batch.ChainID != 31337 || !batch.CreatedAt.Equal(mustTime(t, out.Payout.At)) {
			t.Errorf("%+v", batch)
		}
		for _, p := range batch.Payments {
			if !strings.EqualFold(p.Token.Hex(), deskTether) || pays[p.Wallet] != nil {
				t.Errorf("%+v", p)
			}
			pays[p.Wallet] = p.Units.ToBig()
		}
		checked, err := payoutview.CheckFile(d.engine, "april", "april.json", strings.NewReader(text))
		check(t, err)
		if checked.Difference != nil || checked.Part != part || checked.Parts != 2 || checked.Lines != len(batch.Payments) {
			t.Errorf("part %d: %+v", part, checked)
		}
	}
	if len(pays) != len(lines) {
		t.Fatalf("%d payments of %d lines", len(pays), len(lines))
	}
	total := new(big.Int)
	for _, l := range lines {
		w := walletOf(t, l.Wallet)
		if pays[w] == nil || pays[w].Cmp(units(t, l.Amount)) != 0 || l.State != "open" || len(l.Parts) != 1 || l.Parts[0].Why != "share" {
			t.Errorf("%+v is paid %s", l, pays[w])
		}
		total.Add(total, units(t, l.Amount))
	}
	if total.Cmp(units(t, out.Payout.Total)) != 0 {
		t.Errorf("the lines are %s, the run is %s", total, out.Payout.Total.Amount)
	}
	d.tables("april", lines)
	d.sameAgain("april", "safe", "airdrop", "csv", "hledger")
	for _, format := range []string{"merkle", "propose", "activate", "file"} {
		if p := d.problem(d.ask(http.MethodGet, "/api/v1/payouts/april/export/"+format)); p.Status != http.StatusNotFound {
			t.Errorf("as %s: %+v", format, p)
		}
	}
	if p := d.problem(d.ask(http.MethodGet, "/api/v1/payouts/april/export/pdf")); p.Status != http.StatusUnprocessableEntity {
		t.Errorf("as pdf: %+v", p)
	}
	if p := d.problem(d.ask(http.MethodGet, "/api/v1/payouts/april/export/safe?part=3")); p.Status != http.StatusNotFound ||
		!strings.Contains(p.Detail, "2 parts") {
		t.Errorf("%+v", p)
	}

	d.sees(false, pays)
	var settled wire.PayoutDetail
	d.get("/api/v1/payouts/april", &settled)
	if settled.State != "settled" || settled.Settled != 226 || settled.Open.Amount != "0" || settled.Paid != settled.Total {
		t.Errorf("%+v", settled)
	}
	var mine wire.HolderPayouts
	d.get("/api/v1/holders/"+samplebooks.Person(4).String()+"/payouts", &mine)
	if len(mine.Payouts) != 1 || mine.Payouts[0].State != "paid" || mine.Payouts[0].Paid != mine.Payouts[0].Amount || len(mine.Claims) != 0 {
		t.Errorf("%+v", mine)
	}
	d.waits(held)
}

// unreleased checks that nobody gets what money is moved with before a run that is approved is exported: until then one person can
// cancel it. Its lines and totals, and what only people read, are public all the same.
func (d *desk) unreleased(run string) {
	d.Helper()
	var detail wire.PayoutDetail
	d.get("/api/v1/payouts/"+run, &detail)
	if detail.State != "approved" || !slices.Equal(detail.Exports, []string{"csv", "hledger"}) || len(d.lines(run, 200)) != detail.Lines {
		d.Errorf("%+v", detail)
	}
	for _, format := range []string{"safe", "airdrop", "safe?part=2"} {
		if p := d.problem(d.ask(http.MethodGet, "/api/v1/payouts/"+run+"/export/"+format)); p.Status != http.StatusConflict ||
			p.Code != "not-approved" || !strings.Contains(p.Detail, "public from its export on") {
			d.Errorf("%s of a run that is not exported: %+v", format, p)
		}
	}
	for _, format := range detail.Exports {
		if text, _ := d.export(run, format, 1); len(text) == 0 {
			d.Errorf("%s is empty", format)
		}
	}
}

// waits checks that the public sees that a wallet waits, and only operators why.
func (d *desk) waits(held ledger.Wallet) {
	d.Helper()
	path := "/api/v1/holders/" + held.String() + "/payouts"
	for _, public := range []string{path, "/api/v1/ledger/transactions?limit=500", "/api/v1/payouts",
		"/api/v1/payouts/april/lines?limit=500"} {
		if strings.Contains(d.ask(http.MethodGet, public).Body.String(), "secret") {
			d.Errorf("%s tells everybody why a wallet is held back", public)
		}
	}
	var theirs wire.HolderPayouts
	d.get(path, &theirs)
	if len(theirs.Payouts) != 1 || theirs.Payouts[0].State != "waiting" || theirs.Payouts[0].Reason.Code != "waiting-for-operators" ||
		theirs.Payouts[0].Amount.Amount == "0" {
		d.Errorf("%+v", theirs)
	}
	var waiting wire.PayoutWaitings
	d.look("/payouts/april/waiting", &waiting)
	// The other one is a buyer whose address is the sale contract's.
	if len(waiting.Waiting) != 2 || waiting.Waiting[1].Reason.Code != "never-paid-sale-contract" ||
		waiting.Waiting[0].Wallet != held.String() ||
		waiting.Waiting[0].Reason.Text != "held back: a secret of theirs" || !whole(waiting.Waiting[0].Reason) {
		d.Errorf("%+v", waiting)
	}
	var holds wire.Holds
	d.look("/holds", &holds)
	if len(holds.Holds) != 1 || holds.Holds[0].Reason != "a secret of theirs" {
		d.Errorf("%+v", holds)
	}
	w := d.send(d.bob, http.MethodGet, "/payouts/april/file", nil)
	digest := sha256.Sum256(w.Body.Bytes())
	var one wire.PayoutDetail
	d.get("/api/v1/payouts/april", &one)
	if one.File != "0x"+hex.EncodeToString(digest[:]) || !strings.Contains(w.Body.String(), held.String()) ||
		strings.Contains(w.Body.String(), "secret") {
		d.Errorf("the run's file has the hash %x, the journal says %s: %s", digest, one.File, w.Body)
	}
}

// tables checks the CSV for a spreadsheet, the CSV for a Safe and the journal against the lines.
func (d *desk) tables(run string, lines []wire.PayoutLine) {
	d.Helper()
	want := map[string]string{}
	for _, l := range lines {
		want[l.Wallet] = l.Amount.Amount
	}
	text, _ := d.export(run, "csv", 1)
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	check(d.T, err)
	if len(rows) != len(lines)+1 {
		d.Errorf("%d rows of %d lines", len(rows)-1, len(lines))
	}
	for _, row := range rows[1:] {
		if want[row[0]] != row[2] || row[6] != run {
			d.Errorf("%q", row)
		}
	}
	paid := 0
	for part := 1; part <= (len(lines)+149)/150; part++ {
		text, _ := d.export(run, "airdrop", part)
		rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		check(d.T, err)
		for _, row := range rows[1:] {
			paid++
			if a, err := money.Parse(deskUSDT, row[3]); err != nil || row[0] != "erc20" || want[strings.ToLower(row[2])] != a.Digits() {
				d.Errorf("%q (%v)", row, err)
			}
		}
	}
	journal, h := d.export(run, "hledger", 1)
	if paid != len(lines) || strings.Count(journal, " payout to 0x") != len(lines) || !strings.HasPrefix(h.Get("Content-Type"), "text/plain") {
		d.Errorf("%d payments, %d entries of %d lines", paid, strings.Count(journal, " payout to 0x"), len(lines))
	}
}

// sameAgain checks that files are the same when they are asked for again, also when they are too long to be kept, and need
// not be sent to who has them.
func (d *desk) sameAgain(run string, formats ...string) {
	d.Helper()
	for _, format := range formats {
		first, h := d.export(run, format, 1)
		digest := sha256.Sum256([]byte(first))
		httpapi.KeepExports(d.handler, 10)
		second, _ := d.export(run, format, 1)
		httpapi.KeepExports(d.handler, 1<<20)
		if first != second || h.Get("ETag") != `"`+hex.EncodeToString(digest[:])+`"` {
			d.Errorf("%s is another file the second time, or has the tag %s", format, h.Get("ETag"))
		}
		w := d.conditional("/api/v1/payouts/"+run+"/export/"+format, h.Get("ETag"))
		if w.Code != http.StatusNotModified || w.Body.Len() != 0 {
			d.Errorf("%s: %d with %d bytes", format, w.Code, w.Body.Len())
		}
	}
}

// Whatever was earned and whoever holds what, a month is conserved, the lines of its run are the run, and nobody is paid less
// than the minimum or more than the month gave them.
func TestLinesSumToTheRun(t *testing.T) {
	t.Parallel()
	for seed := range uint64(4) {
		steps := rand.New(rand.NewPCG(seed, 7))
		nodes := make([]int64, 12)
		for i := range nodes {
			nodes[i] = steps.Int64N(30)
		}
		nodes[0] = 22
		d := newDesk(t, nodes)
		d.earned(fmt.Sprintf("%d.%06d", 300+steps.IntN(20_000), steps.IntN(1_000_000)))
		var m wire.MonthDetail
		d.get("/api/v1/months/2024-04", &m)
		if sum(t, m.CarriedIn, m.Revenue).Cmp(sum(t, m.Paid, m.CarriedOut, m.ToBuyback)) != 0 {
			t.Errorf("month %+v is not conserved", m)
		}
		out := d.letOut("april", []string{"transfer", "claim"}[seed%2])
		lines := d.lines("april", 1+steps.IntN(5))
		total := new(big.Int)
		for _, l := range lines {
			var share wire.MonthExplanation
			d.get("/api/v1/months/2024-04/holders/"+l.Wallet, &share)
			if l.Amount != share.Amount || units(t, l.Amount).Cmp(big.NewInt(60_000_000)) < 0 {
				t.Errorf("seed %d: %+v, the month gave %+v", seed, l, share.Amount)
			}
			total.Add(total, units(t, l.Amount))
		}
		if len(lines) != out.Payout.Lines || len(lines) == 0 || total.Cmp(units(t, out.Payout.Total)) != 0 ||
			!slices.IsSortedFunc(lines, func(a, b wire.PayoutLine) int { return strings.Compare(a.Wallet, b.Wallet) }) {
			t.Errorf("seed %d: %d lines of %s, the run has %d of %s", seed, len(lines), total, out.Payout.Lines, out.Payout.Total.Amount)
		}
		var waiting wire.PayoutWaitings
		d.look("/payouts/april/waiting?limit=1000", &waiting)
		for _, w := range waiting.Waiting {
			total.Add(total, units(t, w.Amount))
		}
		if total.Cmp(units(t, m.Paid)) != 0 || len(waiting.Waiting) != out.Payout.Waiting {
			t.Errorf("seed %d: %s are in lines or wait, the month gave %s", seed, total, m.Paid.Amount)
		}
	}
}

// Payments that no line explains are exceptions until somebody says why.
func TestExceptions(t *testing.T) {
	t.Parallel()
	d := newDesk(t, []int64{5, 5})
	d.earned("400")
	d.letOut("april", "transfer")
	d.sees(false, map[ledger.Wallet]*big.Int{samplebooks.Person(77): big.NewInt(5)})
	d.sees(false, map[ledger.Wallet]*big.Int{samplebooks.Person(1): big.NewInt(40_000_000)})
	var list wire.PayoutExceptions
	d.get("/api/v1/payouts/exceptions", &list)
	if len(list.Exceptions) != 2 || list.Exceptions[0].Problem != "unknown_recipient" || list.Exceptions[0].Amount.Amount != "5" ||
		list.Exceptions[1].Problem != "partly_paid" || list.Exceptions[1].Run != "april" {
		t.Fatalf("%+v", list)
	}
	for _, x := range list.Exceptions {
		if !strings.HasPrefix(x.Key, x.TxHash+":") {
			t.Errorf("the exception %s is of the transaction %s", x.Key, x.TxHash)
		}
	}
	var page wire.PayoutExceptions
	d.get("/api/v1/payouts/exceptions?limit=1", &page)
	var rest wire.PayoutExceptions
	d.get("/api/v1/payouts/exceptions?limit=1&after="+page.Next, &rest)
	if page.Exceptions[0].Key != list.Exceptions[0].Key || rest.Exceptions[0].Key != list.Exceptions[1].Key || rest.Next != "" {
		t.Errorf("%+v, then %+v", page, rest)
	}
	var line []wire.PayoutLine
	if line = d.lines("april", 10); line[0].State != "partly_paid" || line[1].State != "open" {
		t.Errorf("%+v", line)
	}
	resolve := func(key string) map[string]any { return map[string]any{"exception": key, "reason": "the audit's fee"} }
	d.refuses(d.ann, "/exceptions/resolve", resolve(list.Exceptions[1].Key), 409, "conflict", "pay the rest")
	d.refuses(d.ann, "/exceptions/resolve", resolve("nothing"), 404, "not-found", "there is no exception")
	d.refuses(d.ann, "/exceptions/resolve", resolve(list.Exceptions[0].Key), 422, "invalid", "stand in suspense: say what they were")
	d.did(d.ann, "/exceptions/resolve", map[string]any{
		"exception": list.Exceptions[0].Key, "reason": "the audit's fee", "nature": "expense", "source": "dapp"}, &wire.Receipt{})
	var open, all, theirs wire.PayoutExceptions
	d.get("/api/v1/payouts/exceptions", &open)
	d.get("/api/v1/payouts/exceptions?all=true", &all)
	d.look("/exceptions?all=true", &theirs)
	if len(open.Exceptions) != 1 || len(all.Exceptions) != 2 || all.Exceptions[0].Open || all.Exceptions[0].Closed != nil ||
		theirs.Exceptions[0].Closed.Text != "ann: the audit's fee" || !whole(all.Exceptions[0].Explanation) ||
		!whole(all.Exceptions[1].Explanation) {
		t.Errorf("%+v\n%+v\n%+v", open, all, theirs)
	}
}

// What cannot be sent is said before anything is recorded.
func TestNoRunInATokenWithoutAContract(t *testing.T) {
	t.Parallel()
	d := newDesk(t, []int64{5, 7})
	for _, method := range []string{"transfer", "claim"} {
		d.refuses(d.ann, "/payouts", map[string]any{"run": "drop", "asset": "GPU", "method": method}, 409, "conflict",
			"GPU has no contract on the chain")
	}
	var list wire.Payouts
	if d.get("/api/v1/payouts?limit=1", &list); len(list.Payouts) != 0 {
		t.Errorf("%+v", list)
	}
}
