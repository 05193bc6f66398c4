package delivery

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/delivery/webhook"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/notice"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/sentence"
	"github.com/nodeledger/nodeledger/wire"
)

var update = flag.Bool("update", false, "write the types of notices into docs/notices.md")

const (
	document   = "../docs/notices.md"
	typesBegin = "<!-- The types: written by `go test ./delivery -run Document -update`. -->\n"
	typesEnd   = "<!-- The end of the types. -->\n"
)

// means says when a notice of a type is sent.
var means = map[notice.Type]string{
	notice.Claimable:     "The tree of a run for claims was exported. The wallet can claim once the tree is active at the distributor.",
	notice.Paid:          "The chain shows, finally, that a run paid a wallet.",
	notice.Unlocked:      "The lock of an epoch's rewards ended, or tokens of a grant vested.",
	notice.RunProposed:   "A run waits for another operator's approval.",
	notice.RunExported:   "A run was exported: the treasury can pay it.",
	notice.RunSettled:    "All lines of a run are paid.",
	notice.RunCancelled:  "A run was cancelled.",
	notice.MonthProposed: "A month waits for another operator, who closes it.",
	notice.MonthClosed:   "A month was closed.",
	notice.QuarterClosed: "The last month of a quarter was closed.",
	notice.TGERecorded:   "The TGE is recorded and past.",
	notice.Exception:     "A movement of the project's wallets is explained by nothing.",
	notice.Behind:        "The newest booked block is too old.",
	notice.CaughtUp:      "It is no more.",
	notice.Frozen:        "The books are frozen and wait for an operator.",
	notice.Thawed:        "They go on.",
	notice.Failed:        "A verification found a difference: nothing is paid from the books.",
	notice.Passed:        "A verification found none any more.",
	notice.Test:          "An operator tries an endpoint.",
}

// examples are a notice of each type.
func examples(t *testing.T) (all []notice.Notice) {
	t.Helper()
	m := notice.Maker{Books: engine.Identity{Program: "gpunet", Chain: 1}}
	at, usdt, gpu := time.Date(2024, 7, 2, 10, 0, 0, 0, time.UTC), money.MustAsset("USDT", 6), money.MustAsset("GPU", 18)
	wallet := ledger.Wallet{0: 0xa1, 19: 0x01}
	owed := []payout.Owed{{Account: ledger.Share(wallet), Amount: money.Units(usdt, 250_000_000)}}
	r, err := payout.Prepare("gpunet", "2024-06-usdt", usdt, payout.Claim, at, owed, payout.Guard{Minimum: money.Zero(usdt)})
	must(t, err)
	var b payout.Book
	must(t, b.Prepare(r, ledger.OperatorSource("carl", "payout:2024-06-usdt"), "carl", ""))
	for _, s := range []struct{ step, who string }{{payout.Propose, "carl"}, {payout.Approve, "bob"}, {payout.Export, "carl"}} {
		must(t, b.Take(payout.Taken{Step: s.step, Run: r.Name, Operator: s.who, At: at}))
	}
	run := b.Run(r.Name)
	claims := m.OfClaims(run, at, nil)
	line, err := ledger.RunLine(r.Name, wallet, ledger.Share(wallet))
	must(t, err)
	paid := ledger.Transaction{Draft: ledger.Draft{Kind: payout.SettlementKind, Booked: at.Add(28 * time.Hour),
		Source: ledger.LogSource(1, 20216000, ledger.Hash{1}, ledger.Hash{2}, 3, "settlement", 0), Postings: []ledger.Posting{
			{From: ledger.OwnTokens(), To: line, Amount: money.Units(usdt, 250_000_000)}}}}
	unlock := ledger.Transaction{Draft: ledger.Draft{Kind: "unlock", Booked: at, Source: ledger.JobSource("unlock", "2024-04-03"),
		Postings: []ledger.Posting{{From: ledger.HolderToken(wallet, gpu, ledger.Locked), To: ledger.HolderToken(wallet, gpu, ledger.Available),
			Amount: money.Units(gpu, 1_500_000_000_000_000_000)}}}}
	month := ledger.Transaction{Draft: ledger.Draft{Kind: "month", Booked: at, Source: ledger.JobSource("month", "2024-06")}}
	for _, tx := range []*ledger.Transaction{&paid, &unlock, &month} {
		list, err := m.OfTransaction(tx)
		must(t, err)
		all = append(all, list...)
	}
	settled, cancelled := *run, *run
	settled.Steps, cancelled.Steps = []payout.Step{{State: payout.Settled, At: at}}, []payout.Step{{State: payout.Cancelled, At: at}}
	for _, p := range []*payout.Progress{run, &settled, &cancelled} {
		all = append(all, m.OfRun(p, at)...)
	}
	all = append(append(all, claims...), m.OfProposedMonth(&fold.ProposedMonth{MonthBody: fold.MonthBody{Month: "2024-06"},
		Pays: money.Units(usdt, 9_250_000_000), At: at}), m.OfTGE(at), m.OfException(&payout.Exception{Key: "0x02:3", TxHash: ledger.Hash{2},
		Problem: payout.UnknownRecipient, Wallet: wallet, Amount: money.Units(usdt, 5_000_000), At: at,
		Explanation: sentence.New(sentence.PaymentUnknownRecipient, nil)}), m.Test("ops", at))
	return append(all, troubles(m, at)...)
}

// troubles are all troubles, and that they are over.
func troubles(m notice.Maker, at time.Time) []notice.Notice {
	good := notice.Health{Now: at.Add(time.Hour), MaxLag: time.Minute, Block: engine.Header{Number: 20216300, Time: uint64(at.Unix()) + 3600},
		Found: &engine.Finding{Time: at}}
	bad := notice.Health{Now: at, MaxLag: time.Minute, Block: engine.Header{Number: 20216000, Time: uint64(at.Unix()) - 900}, Frozen: &at,
		Why: "the endpoints contradict each other about block 20215990", Found: &engine.Finding{Time: at,
			Difference: "balance liabilities:share:* in USDT: stored is 12.5, the journal says otherwise"}}
	known, list := m.Look(map[notice.Condition]notice.Episode{}, &bad)
	_, ends := m.Look(known, &good)
	return append(list, ends...)
}

// TestTheDocumentsTypes: docs/notices.md has every type, when it is sent, and the body of an example.
func TestTheDocumentsTypes(t *testing.T) {
	t.Parallel()
	bodies := map[notice.Type]string{}
	for _, n := range examples(t) {
		body := wire.NoticeBodyOf(&n, "gpunet")
		text, err := body.Text()
		must(t, err)
		var pretty bytes.Buffer
		must(t, json.Indent(&pretty, []byte(text), "", "  "))
		bodies[n.Type] = pretty.String()
	}
	var want strings.Builder
	for _, kind := range notice.Types() {
		if bodies[kind] == "" || means[kind] == "" {
			t.Errorf("%s has no example, or nothing that it means", kind)
		}
		fmt.Fprintf(&want, "\n### %s\n\n%s\n\n```json\n%s\n```\n", kind, means[kind], bodies[kind])
	}
	content, err := os.ReadFile(document)
	must(t, err)
	before, rest, found := strings.Cut(string(content), typesBegin)
	shown, after, closed := strings.Cut(rest, typesEnd)
	if !found || !closed {
		t.Fatal("the document lacks the lines between which the types stand")
	}
	if *update {
		must(t, os.WriteFile(document, []byte(before+typesBegin+want.String()+"\n"+typesEnd+after), 0o644))
		return
	}
	if shown != want.String()+"\n" {
		t.Errorf("%s does not show the types as they are: run go test ./delivery -run Document -update", document)
	}
}

// block is the text of the document's block in a language.
func block(t *testing.T, language string) string {
	t.Helper()
	content, err := os.ReadFile(document)
	must(t, err)
	m := regexp.MustCompile("(?ms)^```" + language + "\n(.*?)^```").FindSubmatch(content)
	if m == nil {
		t.Fatalf("%s has no block of %s", document, language)
	}
	return string(m[1])
}

// TestTheDocumentsConfiguration: the file that the document shows is read.
func TestTheDocumentsConfiguration(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	for _, name := range []string{"ops.secret", "relay.secret", "mail.password"} {
		must(t, os.WriteFile(filepath.Join(folder, name), []byte(webhook.NewSecret()), 0o600))
	}
	path := filepath.Join(folder, "notices.yaml")
	must(t, os.WriteFile(path, []byte(block(t, "yaml")), 0o600))
	c, err := ReadConfig(path, func(string) string { return webhook.NewSecret() }, "test")
	if err != nil || len(c.Targets) != 4 || c.GiveUp != DefaultGiveUp {
		t.Errorf("%+v %v", c, err)
	}
}

// TestTheDocumentsPrograms: what the document shows to check signatures with, in three languages, takes what is sent and nothing else.
func TestTheDocumentsPrograms(t *testing.T) {
	t.Parallel()
	c := &clock{at: time.Now()}
	r := newReceiver(t, c)
	sent := capture(t, r.secret)
	folder := t.TempDir()
	for _, p := range []struct {
		language, file string
		command        []string
	}{
		{"go", "verify.go", []string{"go", "run"}}, {"js", "verify.mjs", []string{"node"}}, {"python", "verify.py", []string{"python3"}},
	} {
		path := filepath.Join(folder, p.file)
		must(t, os.WriteFile(path, []byte(block(t, p.language)), 0o600))
		for _, k := range []struct {
			name string
			want bool
			edit func(args []string, body string) string
		}{
			{"as it is", true, func(_ []string, body string) string { return body }},
			{"another body", false, func(_ []string, body string) string { return body + " " }},
			{"another id", false, func(args []string, body string) string { args[1] += "0"; return body }},
			{"another secret", false, func(args []string, body string) string { args[0] = webhook.NewSecret(); return body }},
			{"an old one", false, func(args []string, body string) string { args[2] = "1700000000"; return body }},
			{"two signatures", true, func(args []string, body string) string { args[3] = "v1,AAAA " + args[3]; return body }},
		} {
			args := []string{r.secret, sent.id, sent.at, sent.signature}
			body := k.edit(args, sent.body)
			run := exec.CommandContext(t.Context(), p.command[0], append(append(p.command[1:len(p.command):len(p.command)], path), args...)...)
			run.Stdin = strings.NewReader(body)
			out, err := run.CombinedOutput()
			if err != nil || strings.TrimSpace(string(out)) != strconv.FormatBool(k.want) {
				t.Errorf("%s, %s: %v %s (install Go, Node and Python 3 to run the document's programs)", p.language, k.name, err, out)
			}
		}
	}
}
