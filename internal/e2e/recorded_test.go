package e2e_test

import (
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/internal/replay/server"
	"github.com/nodeledger/nodeledger/store"
)

// What the recorded run of GPU.net's contract comes to.
var recordedTotals = map[string]string{
	"purchases": "41", "nodes": "978", "list": "164237500000000040010", "gross": "151986250000000036997",
	"discount": "12251250000000003013", "referral": "11026125000000002689", "treasury": "140960125000000034286",
	"dust": "22", "dust_unresolved": "0", "proof": "full",
}

func TestTheRecordedRunIsBookedToTheWei(t *testing.T) {
	for kind, fresh := range databases(t) {
		t.Run(kind, func(t *testing.T) {
			_, url := recordedServer(t)
			db := fresh()
			report := succeed(t, "sync", "--db", db, "--program", recordedProgram(), "--rpc", url, "--json")
			expect(t, report, recordedTotals)
			compareRows(t, db)

			again := succeed(t, "sync", "--db", db, "--program", recordedProgram(), "--rpc", url, "--json")
			expect(t, again, map[string]string{"ledger_head": report["ledger_head"].(string), "purchases": "41"})
			if ok := succeed(t, "ledger", "verify", "--db", db, "--program", recordedProgram(), "--json"); ok["ok"] != true || ok["head"] == nil {
				t.Errorf("verify: %v", ok)
			}
			for other, empty := range databases(t) {
				t.Run("rebuilt into "+other, func(t *testing.T) {
					for how, source := range map[string][]string{"from the books": {"--from", db}, "from the chain": {"--rpc", url}} {
						into := empty()
						args := append([]string{"rebuild", "--db", into, "--program", recordedProgram(), "--json"}, source...)
						rebuilt := succeed(t, args...)
						expect(t, rebuilt, recordedTotals)
						if rebuilt["ledger_head"] != report["ledger_head"] {
							t.Errorf("%s: head %v, expected %v", how, rebuilt["ledger_head"], report["ledger_head"])
						}
					}
				})
			}
		})
	}
}

// compareRows compares the journal with the right answers, purchase by purchase.
func compareRows(t *testing.T, db string) {
	t.Helper()
	s, err := store.ConnectReadOnly(context.Background(), db)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	file, err := os.Open(filepath.Join("..", "..", "testdata", "gpunet-sale", "expected.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	rows = rows[1:]
	for tx, err := range s.Transactions(context.Background(), 1) {
		if err != nil {
			t.Fatal(err)
		}
		if len(rows) == 0 {
			t.Fatalf("transaction %d is one too many", tx.Sequence)
		}
		row := func(name string) string { return rows[0][column[name]] }
		moved := func(to string) string {
			for _, p := range tx.Postings {
				if strings.HasPrefix(p.To.String(), to) {
					return p.Amount.Digits()
				}
			}
			return "0"
		}
		paidTo := "0"
		if row("referrer") != "" {
			paidTo = moved("expenses:referral:" + strings.ToLower(row("referrer")))
		}
		buyer := strings.ToLower(row("buyer"))
		for what, c := range map[string][2]string{
			"transaction":    {tx.Source.TxHash.String(), row("tx_hash")},
			"quantity":       {moved("register:node:" + buyer), row("quantity")},
			"treasury":       {moved("assets:wallet:" + strings.ToLower(row("treasury_addr"))), row("treasury_wei")},
			"referral":       {paidTo, row("referral_wei")},
			"dust":           {moved("expenses:dust"), row("dust_wei")},
			"paid":           {tx.Meta["paid"], row("gross_value_sent_wei")},
			"list":           {tx.Meta["list"], row("list_price_wei")},
			"code":           {tx.Meta["code"], row("ref_code")},
			"tiers":          {tx.Meta["tiers"], row("tier_split")},
			"referrer":       {tx.Meta["referrer"], strings.ToLower(row("referrer"))},
			"near miss flag": {tx.Meta["meant"], map[bool]string{true: "ALPHA"}[row("ref_code") == "alpha"]},
		} {
			if c[0] != c[1] {
				t.Errorf("purchase %s: %s is %q, expected %q", row("n"), what, c[0], c[1])
			}
		}
		rows = rows[1:]
	}
	if len(rows) != 0 {
		t.Errorf("%d purchases are missing", len(rows))
	}
}

func TestALogLeftOutIsNoticedAndNothingIsBooked(t *testing.T) {
	for kind, fresh := range databases(t) {
		t.Run(kind, func(t *testing.T) {
			liar, url := recordedServer(t)
			liar.SetHead(40)
			liar.SetFinalized(40)
			db := fresh()
			args := []string{"sync", "--db", db, "--program", recordedProgram(), "--json", "--rpc", url}
			before := succeed(t, args...)
			liar.SetHead(69)
			liar.SetFinalized(69)
			liar.SetFaults(server.Faults{LeaveOut: &server.At{Block: 60, Log: 2}}) // one of the three purchases of one transaction
			o := run(t, args...)
			if o.code != 1 || strings.Count(strings.TrimSpace(o.stderr), "\n") != 0 || !strings.Contains(o.stderr, "block 60") ||
				!strings.Contains(o.stderr, strings.TrimPrefix(url, "http://")) {
				t.Fatalf("exit %d: %s", o.code, o.stderr)
			}
			same := succeed(t, "ledger", "verify", "--db", db, "--program", recordedProgram(), "--json")
			if same["ok"] != true || !strings.Contains(same["head"].(string), strings.TrimPrefix(before["ledger_head"].(string), "0x")) {
				t.Fatalf("the books moved: before %v, now %v", before["ledger_head"], same["head"])
			}
			_, honest := recordedServer(t)
			o = run(t, append(args, "--rpc", honest)...)
			if o.code != 0 || !strings.Contains(o.stderr+o.stdout, strings.TrimPrefix(url, "http://")) {
				t.Fatalf("with a second, honest endpoint: exit %d\n%s%s", o.code, o.stdout, o.stderr)
			}
			expect(t, succeed(t, append(args, "--rpc", honest)...), recordedTotals)
		})
	}
}
