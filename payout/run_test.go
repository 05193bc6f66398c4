package payout_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
)

var (
	usdt   = money.MustAsset("USDT", 6)
	gpu    = money.MustAsset("GPU", 18)
	update = flag.Bool("update", false, "write the golden files anew")
	july   = time.Date(2024, 7, 5, 12, 0, 0, 0, time.UTC)
)

func wallet(n byte) ledger.Wallet { return ledger.Wallet{0: 0xaa, 19: n} }

func owed(w ledger.Wallet, share, rebate, referral uint64) []payout.Owed {
	return []payout.Owed{
		{Account: ledger.Referral(w, ledger.ReferralPayable), Amount: money.Units(usdt, referral)},
		{Account: ledger.Share(w), Amount: money.Units(usdt, share)},
		{Account: ledger.Rebate(w), Amount: money.Units(usdt, rebate)},
	}
}

func prepared(t *testing.T) *payout.Run {
	t.Helper()
	var all []payout.Owed
	all = append(all, owed(wallet(3), 250_000_000, 7, 0)...)
	all = append(all, owed(wallet(1), 2_000_000_000, 0, 1_500_000)...)
	all = append(all, owed(wallet(2), 0, 0, 4_999_999)...)
	all = append(all, owed(wallet(4), 250_000_000, 0, 0)...)
	all = append(all, owed(wallet(5), 250_000_000, 0, 0)...)
	all = append(all, owed(wallet(6), 250_000_000, 0, 0)...)
	r, err := payout.Prepare("gpunet", "2024-06-usdt", usdt, payout.Transfer, july, all, payout.Guard{
		Minimum: money.Units(usdt, 5_000_000), Held: map[ledger.Wallet]string{wallet(4): `asked for a new wallet, "soon"`},
		Sanctioned: map[ledger.Wallet]bool{wallet(5): true}, Never: map[ledger.Wallet]string{wallet(6): "it is the treasury itself"},
	})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestRunGathersEverythingAndSaysWhoWaits(t *testing.T) {
	t.Parallel()
	r := prepared(t)
	if len(r.Lines) != 2 || r.Lines[0].Wallet != wallet(1) || r.Lines[0].Amount.Digits() != "2001500000" || len(r.Lines[0].Parts) != 2 {
		t.Fatalf("lines %+v", r.Lines)
	}
	if r.Total.Digits() != "2251500007" {
		t.Errorf("the total is %s", r.Total)
	}
	want := []payout.Reason{payout.BelowMinimum, payout.HeldBack, payout.OnList, payout.NeverPaid}
	for i, w := range r.Waiting {
		if w.Why != want[i] {
			t.Errorf("%s waits since %s, want %s", w.Wallet, w.Why, want[i])
		}
	}
}

func TestRunFileIsGolden(t *testing.T) {
	t.Parallel()
	var file bytes.Buffer
	if _, err := prepared(t).WriteFile(&file); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join("testdata", "run.json")
	if *update {
		if err := os.WriteFile(path, file.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(file.Bytes(), want) || !json.Valid(want) {
		t.Errorf("got\n%s\nwant\n%s", file.Bytes(), want)
	}
}

func TestRunIsReadBackFromItsTransaction(t *testing.T) {
	t.Parallel()
	r := prepared(t)
	d, err := r.Draft("rule", july, ledger.OperatorSource("ann", "x"), ledger.Hash{9})
	if err != nil {
		t.Fatal(err)
	}
	again, err := payout.Read(&d)
	if err != nil {
		t.Fatal(err)
	}
	if again.Name != r.Name || again.Total != r.Total || again.Minimum != r.Minimum || again.Method != r.Method ||
		!again.At.Equal(r.At) || len(again.Lines) != len(r.Lines) {
		t.Fatalf("read back %+v", again)
	}
	for i := range r.Lines {
		if again.Lines[i].Amount != r.Lines[i].Amount || again.Lines[i].Wallet != r.Lines[i].Wallet ||
			len(again.Lines[i].Parts) != len(r.Lines[i].Parts) {
			t.Errorf("line %d is %+v, was %+v", i, again.Lines[i], r.Lines[i])
		}
	}
	d.Kind = "month"
	if _, err := payout.Read(&d); err == nil {
		t.Error("a month was read as a run")
	}
}

func TestPayableAccounts(t *testing.T) {
	t.Parallel()
	w := wallet(1)
	for from, line := range map[ledger.Account]string{
		ledger.Referral(w, ledger.ReferralPayable): "liabilities:payout:june:" + w.String(),
		ledger.Share(w):  "liabilities:payout:june:" + w.String(),
		ledger.Rebate(w): "liabilities:payout:june:" + w.String(),
		ledger.HolderToken(w, gpu, ledger.Available): "register:gpu:payout:june:" + w.String(),
	} {
		if who, ok := from.Payable(); !ok || who != w {
			t.Errorf("%s is of %s (%v)", from, who, ok)
		}
		if got, err := ledger.RunLine("june", w, from); err != nil || got.String() != line {
			t.Errorf("%s is gathered into %s (%v)", from, got, err)
		}
	}
	for _, from := range []ledger.Account{
		ledger.Referral(w, ledger.ReferralPending), ledger.HolderToken(w, gpu, ledger.Locked), ledger.WalletFunds(ledger.Wallet{0xee}),
		ledger.ShareExpense(w), ledger.Holding(w, gpu),
	} {
		if _, ok := from.Payable(); ok {
			t.Errorf("something is paid from %s", from)
		}
	}
}

func TestRunsThatCannotBe(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		run    string
		method payout.Method
		owed   []payout.Owed
		want   string
	}{
		"name":    {"June run", payout.Transfer, owed(wallet(1), 9, 9, 9), "lower-case"},
		"list":    {"exceptions", payout.Transfer, owed(wallet(1), 9, 9, 9), "cannot be named"},
		"method":  {"june", "cheque", owed(wallet(1), 9, 9, 9), "is not a method"},
		"nobody":  {"june", payout.Transfer, nil, "nothing is to be paid"},
		"minimum": {"june", payout.Transfer, owed(wallet(1), 1, 0, 0), "1 below the minimum of 0.000005 USDT"},
		"account": {"june", payout.Transfer, []payout.Owed{{Account: ledger.WalletFunds(ledger.Wallet{0xee}),
			Amount: money.Units(usdt, 9)}}, "nothing is paid"},
		"asset": {"june", payout.Transfer, []payout.Owed{{Account: ledger.Share(wallet(1)),
			Amount: money.Units(gpu, 9)}}, "nothing is paid"},
	} {
		_, err := payout.Prepare("gpunet", c.run, usdt, c.method, july, c.owed, payout.Guard{Minimum: money.Units(usdt, 5)})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
