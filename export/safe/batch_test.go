package safe_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/export"
	"github.com/nodeledger/nodeledger/export/safe"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

var (
	update = flag.Bool("update", false, "write the golden files anew")

	eth  = money.MustAsset("ETH", 18)
	usdt = money.MustAsset("USDT", 6)

	tether = export.Token{Address: common.HexToAddress("0xdAC17F958D2ee523a2206206994597C13D831ec7")}
	run    = export.Run{
		Name: "2025-06-usdt", Program: "gpunet", ChainID: 1, Treasury: common.HexToAddress("0xDF8a1Ce35c9a6ACE153B4e0767942f1E2291a1Aa"),
		CreatedAt: time.Date(2025, 7, 5, 9, 30, 0, 123_456_789, time.UTC),
	}
)

// pay is n transfers: wallet i gets i times a bit more than a third of a whole unit.
func pay(asset money.Asset, n int) (transfers []export.Transfer) {
	third, err := money.Parse(asset, "0.333334")
	if err != nil {
		panic(err)
	}
	for i := range n {
		amount, err := third.Mul(uint64(i) + 1)
		if err != nil {
			panic(err)
		}
		transfers = append(transfers, export.Transfer{Wallet: ledger.Wallet{0xab, 19: byte(i), 18: byte(i>>8) + 1}, Amount: amount})
	}
	return transfers
}

func batches(t rapid.TB, token export.Token, transfers []export.Transfer) []safe.Batch {
	t.Helper()
	list, err := safe.Batches(run, token, transfers)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func written(t rapid.TB, write func(*bytes.Buffer) error) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGoldenFiles(t *testing.T) {
	t.Parallel()
	for name, b := range map[string]safe.Batch{
		"usdt": batches(t, tether, pay(usdt, 3))[0],
		"eth":  batches(t, export.Token{}, pay(eth, 3))[0],
	} {
		for ending, text := range map[string]string{
			".json": written(t, func(w *bytes.Buffer) error { return b.Write(w) }),
			".csv":  written(t, func(w *bytes.Buffer) error { return b.WriteAirdrop(w) }),
		} {
			path := filepath.Join("testdata", name+ending)
			if *update {
				if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if text != string(want) {
				t.Errorf("%s is written as\n%s", path, text)
			}
		}
	}
}

func drawTransfers(t *rapid.T, asset money.Asset) []export.Transfer {
	n := rapid.OneOf(rapid.IntRange(1, 5), rapid.SampledFrom([]int{199, 200, 201, 400, 401, 555})).Draw(t, "transfers")
	transfers := pay(asset, n)
	for i := range transfers {
		if i%50 == 0 {
			more := rapid.Uint64().Draw(t, "more")
			var err error
			if transfers[i].Amount, err = transfers[i].Amount.Add(money.Units(asset, more)); err != nil {
				t.Fatal(err)
			}
		}
	}
	return transfers
}

// Whatever a run pays, its files say, read back from the calls: every transfer once, in order, to the base unit.
func TestBatchesSayTheRun(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		token, asset := tether, usdt
		if rapid.Bool().Draw(t, "native") {
			token, asset = export.Token{}, eth
		}
		transfers := drawTransfers(t, asset)
		list := batches(t, token, transfers)
		if want := (len(transfers) + 199) / 200; len(list) != want {
			t.Fatalf("%d transfers make %d batches, expected %d", len(transfers), len(list), want)
		}
		var executed, dropped []export.Transfer
		total := money.Zero(asset)
		for k, b := range list {
			text := written(t, func(w *bytes.Buffer) error { return b.Write(w) })
			f, err := safe.Read(strings.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			if f.ChainID != run.ChainID || f.Safe != run.Treasury || !f.CreatedAt.Equal(run.CreatedAt.Truncate(time.Millisecond)) {
				t.Fatalf("the head of batch %d is %+v", k, f)
			}
			if want := fmt.Sprintf("gpunet 2025-06-usdt (%d of %d)", k+1, len(list)); f.Name != want {
				t.Fatalf("batch %d is called %q", k, f.Name)
			}
			if n := len(f.Payments); n > safe.Limit || n != len(b.Transfers()) {
				t.Fatalf("batch %d has %d payments", k, n)
			}
			for _, p := range f.Payments {
				if p.Token != token.Address {
					t.Fatalf("a payment in %s", p.Token)
				}
				executed = append(executed, export.Transfer{Wallet: p.Wallet, Amount: money.FromUint256(asset, &p.Units)})
			}
			part, err := export.Total(executed[len(executed)-len(f.Payments):])
			if err != nil || !strings.Contains(text, fmt.Sprintf("%d transfers, %s", len(f.Payments), part)) {
				t.Fatalf("batch %d pays %s and does not say so: %v", k, part, err)
			}
			if total, err = total.Add(part); err != nil {
				t.Fatal(err)
			}
			dropped = append(dropped, readAirdrop(t, b, asset, token)...)
		}
		if !slices.Equal(executed, transfers) || !slices.Equal(dropped, transfers) {
			t.Fatal("the files do not say what the run pays")
		}
		if want, err := export.Total(transfers); err != nil || total != want {
			t.Fatalf("the batches take %s, the run %s: %v", total, want, err)
		}
	})
}

// readAirdrop reads the table as the app does: by names of columns, amounts in whole units.
func readAirdrop(t *rapid.T, b safe.Batch, asset money.Asset, token export.Token) (transfers []export.Transfer) {
	rows, err := csv.NewReader(strings.NewReader(written(t, func(w *bytes.Buffer) error { return b.WriteAirdrop(w) }))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(rows[0], ","); got != "token_type,token_address,receiver,amount,id" {
		t.Fatalf("the columns are %s", got)
	}
	for _, row := range rows[1:] {
		want := []string{"erc20", token.Address.Hex()}
		if token.Native() {
			want = []string{"native", ""}
		}
		amount, err := money.Parse(asset, row[3])
		if err != nil || !slices.Equal(row[:2], want) || row[4] != "" || !common.IsHexAddress(row[2]) {
			t.Fatalf("row %q: %v", row, err)
		}
		transfers = append(transfers, export.Transfer{Wallet: ledger.Wallet(common.HexToAddress(row[2])), Amount: amount})
	}
	return transfers
}

func TestSameRunSameBytes(t *testing.T) {
	t.Parallel()
	first := batches(t, tether, pay(usdt, 250))
	second := batches(t, tether, pay(usdt, 250))
	for i := range first {
		a := written(t, func(w *bytes.Buffer) error { return first[i].Write(w) })
		if b := written(t, func(w *bytes.Buffer) error { return second[i].Write(w) }); a != b {
			t.Errorf("batch %d differs", i)
		}
	}
	if got := first[1].FileName(); got != "2025-06-usdt-2-of-2" {
		t.Errorf("the second file is called %s", got)
	}
}

// The data are what go-ethereum's ABI packs.
func TestCalldata(t *testing.T) {
	t.Parallel()
	contract, err := abi.JSON(strings.NewReader(`[{"type":"function","name":"transfer","inputs":[{"name":"to",` +
		`"type":"address"},{"name":"value","type":"uint256"}]}]`))
	if err != nil {
		t.Fatal(err)
	}
	transfers := pay(usdt, 50)
	text := written(t, func(w *bytes.Buffer) error { return batches(t, tether, transfers)[0].Write(w) })
	f, err := safe.Read(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	for i, x := range transfers {
		want, err := contract.Pack("transfer", common.Address(x.Wallet), x.Amount.Big())
		if err != nil {
			t.Fatal(err)
		}
		if c := f.Calls[i]; !bytes.Equal(c.Data, want) || c.To != tether.Address || !c.Value.IsZero() {
			t.Errorf("call %d is %x of %s, expected %x", i, c.Data, c.To, want)
		}
	}
}

func TestBatchesRefuse(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name   string
		change func(r *export.Run, token *export.Token, transfers *[]export.Transfer)
		want   string
	}{
		{"no treasury", func(r *export.Run, _ *export.Token, _ *[]export.Transfer) { r.Treasury = common.Address{} }, "set payout.treasury"},
		{"no name", func(r *export.Run, _ *export.Token, _ *[]export.Transfer) { r.Name = "June, final" },
			"is not a valid name: use lower-case letters"},
		{"no program", func(r *export.Run, _ *export.Token, _ *[]export.Transfer) { r.Program = "" }, "name the program"},
		{"no chain", func(r *export.Run, _ *export.Token, _ *[]export.Transfer) { r.ChainID = 0 }, "which chain"},
		{"no time", func(r *export.Run, _ *export.Token, _ *[]export.Transfer) { r.CreatedAt = time.Time{} }, "when it was created"},
		{"no transfers", func(_ *export.Run, _ *export.Token, x *[]export.Transfer) { *x = nil }, "nothing to pay"},
		{"to the treasury", func(r *export.Run, _ *export.Token, x *[]export.Transfer) { (*x)[1].Wallet = ledger.Wallet(r.Treasury) },
			"is the treasury or the token itself"},
		{"to the token", func(_ *export.Run, k *export.Token, x *[]export.Transfer) { (*x)[1].Wallet = ledger.Wallet(k.Address) },
			"is the treasury or the token itself"},
		{"USDT as a coin", func(_ *export.Run, k *export.Token, _ *[]export.Transfer) { *k = export.Token{} }, "USDT has 6 decimals"},
	} {
		r, token, transfers := run, tether, pay(usdt, 3)
		c.change(&r, &token, &transfers)
		if _, err := safe.Batches(r, token, transfers); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, expected %q", c.name, err, c.want)
		}
	}
}

func TestFullDisk(t *testing.T) {
	t.Parallel()
	b := batches(t, tether, pay(usdt, 3))[0]
	full := errors.New("no space left")
	if err := b.Write(failing{full}); !errors.Is(err, full) {
		t.Errorf("batch: %v", err)
	}
	if err := b.WriteAirdrop(failing{full}); !errors.Is(err, full) {
		t.Errorf("airdrop: %v", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }
