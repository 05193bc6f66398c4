package export_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/export"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

var (
	update = flag.Bool("update", false, "write the golden files anew")

	usdt = money.MustAsset("USDT", 6)
	gpu2 = money.MustAsset("GPU2", 18)

	run = export.Run{Name: "2025-06-usdt", Program: "gpunet", ChainID: 1,
		CreatedAt: time.Date(2025, 7, 5, 23, 30, 0, 0, time.FixedZone("west", -5*3600))}

	ann = ledger.Wallet{0xa1, 19: 1}
	bob = ledger.Wallet{0xb0, 19: 2}

	treasury = ledger.WalletFunds(ledger.Wallet{0xee, 19: 3})
)

func units(t rapid.TB, asset money.Asset, digits string) money.Amount {
	t.Helper()
	a, err := money.ParseUnits(asset, digits)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// monthly is a line of the monthly share, and of a rebate when there is one.
func monthly(t rapid.TB, w ledger.Wallet, share, rebate string) export.Line {
	t.Helper()
	parts := []export.Part{{Why: "share", Owed: ledger.Share(w), From: treasury, To: ledger.Share(w),
		Amount: units(t, usdt, share)}}
	if rebate != "" {
		parts = append(parts, export.Part{Why: "rebate", Owed: ledger.Rebate(w), From: treasury,
			To: ledger.Rebate(w), Amount: units(t, usdt, rebate)})
	}
	total := money.Zero(usdt)
	for _, p := range parts {
		var err error
		if total, err = total.Add(p.Amount); err != nil {
			t.Fatal(err)
		}
	}
	return export.Line{Transfer: export.Transfer{Wallet: w, Amount: total}, Parts: parts}
}

// formats are all that is written here.
var formats = map[string]func(io.Writer, export.Run, []export.Line) error{"run.csv": export.WriteCSV, "run.journal": export.WriteJournal}

func TestGoldenFiles(t *testing.T) {
	t.Parallel()
	lines := []export.Line{monthly(t, ann, "250000000", ""), monthly(t, bob, "6999999999", "1")}
	for name, write := range formats {
		var b bytes.Buffer
		if err := write(&b, run, lines); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if b.String() != string(want) {
			t.Errorf("%s is written as\n%s", path, b.String())
		}
	}
}

func TestCommodityWithADigitIsQuoted(t *testing.T) {
	t.Parallel()
	amount := units(t, gpu2, "1000000000000000001")
	line := export.Line{Transfer: export.Transfer{Wallet: ann, Amount: amount}, Parts: []export.Part{{
		From: ledger.HolderToken(ann, gpu2, ledger.Available), To: ledger.HolderToken(ann, gpu2, ledger.Released), Amount: amount,
	}}}
	var b strings.Builder
	if err := export.WriteJournal(&b, run, []export.Line{line}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"commodity 1000.000000000000000000 \"GPU2\"\n",
		"    register:gpu2:" + ann.String() + ":available  -1.000000000000000001 \"GPU2\"\n",
		"    register:gpu2:" + ann.String() + ":released  1.000000000000000001 \"GPU2\"\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q does not stand in\n%s", want, b.String())
		}
	}
}

// A table holds every amount to the base unit, and whatever a text says, no cell of it begins like a formula and it reads
// back as it was, with at most an apostrophe in front.
func TestTableSaysTheRunAndComputesNothing(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		why := rapid.OneOf(
			rapid.String(),
			rapid.StringMatching("[ \t\r\n\u00a0\u200b]{0,2}[=+@＝＋－＠-][A-Z(),\"';!|]{0,6}"),
			rapid.SampledFrom([]string{`=cmd|'/c calc'!A0`, "\t=1+1", "\r=1", "-2+3", "@SUM(A1)", "+1", "\ufeff=1", `a,"b`, "", "ok"}),
		).Draw(t, "why")
		line := monthly(t, ann, rapid.StringMatching("[1-9][0-9]{0,70}").Draw(t, "units"), "")
		line.Parts[0].Why = why
		var b strings.Builder
		if err := export.WriteCSV(&b, run, []export.Line{line}); err != nil {
			t.Fatal(err)
		}
		// encoding/csv reads a carriage return before a line feed as none.
		rows, err := csv.NewReader(strings.NewReader(b.String())).ReadAll()
		if err != nil || len(rows) != 2 {
			t.Fatalf("%d rows: %v", len(rows), err)
		}
		back := units(t, usdt, rows[1][2])
		if shown, err := money.Parse(usdt, strings.TrimSuffix(rows[1][3], " USDT")); err != nil || back != line.Amount || shown != line.Amount {
			t.Fatalf("row %q of %s: %v", rows[1], line.Amount, err)
		}
		for _, cell := range rows[1] {
			bare := strings.TrimLeft(cell, " \t\r\n\u00a0\u200b\ufeff")
			if slices.ContainsFunc([]string{"=", "+", "-", "@", "＝", "＋", "－", "＠"}, func(s string) bool { return strings.HasPrefix(bare, s) }) {
				t.Fatalf("the cell %q is a formula", cell)
			}
		}
		cell := rows[1][5]
		if plain := strings.ReplaceAll(why, "\r\n", "\n"); cell != plain && cell != "'"+plain {
			t.Fatalf("%q is written as %q", why, cell)
		}
	})
}

func TestTextsThatAreNotFormulasStay(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"share", "a=b", "1-2", "(2025)", "'quoted'", "é", "it's 5 - 3"} {
		line := monthly(t, ann, "1", "")
		line.Parts[0].Why = text
		var b strings.Builder
		if err := export.WriteCSV(&b, run, []export.Line{line}); err != nil {
			t.Fatal(err)
		}
		if want := "," + text + ",2025-06-usdt\n"; !strings.HasSuffix(b.String(), want) {
			t.Errorf("%q is written as %s", text, b.String())
		}
	}
}

// Each entry of a journal sums to nothing, and no text gets out of its comment.
func TestJournalBalances(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var lines []export.Line
		for i := range rapid.IntRange(1, 8).Draw(t, "lines") {
			line := monthly(t, ledger.Wallet{1, 19: byte(i)}, fmt.Sprint(rapid.Uint64Min(1).Draw(t, "share")),
				fmt.Sprint(rapid.Uint64Min(1).Draw(t, "rebate")))
			line.Parts[0].Why = rapid.SampledFrom([]string{"share", "x\n2025-01-01 theft\n    a  1 USDT", "a\r\nb", "tag:value",
				"line\u2028end", "\v\f"}).Draw(t, "why")
			lines = append(lines, line)
		}
		var b strings.Builder
		if err := export.WriteJournal(&b, run, lines); err != nil {
			t.Fatal(err)
		}
		entries, postings := 0, map[string]int{}
		for _, line := range strings.Split(b.String(), "\n") {
			switch fields := strings.Fields(line); {
			case strings.HasPrefix(line, "    ") && len(fields) == 3:
				amount, negative := strings.CutPrefix(fields[1], "-")
				if negative {
					postings[amount]--
				} else {
					postings[amount]++
				}
			case strings.HasPrefix(line, "2025-07-06 ! (2025-06-usdt) payout to 0x"):
				entries++
			case line == "", strings.HasPrefix(line, "; "), strings.HasPrefix(line, "account "), strings.HasPrefix(line, "commodity "):
			default:
				t.Fatalf("the line %q is none of a journal", line)
			}
		}
		if entries != len(lines) {
			t.Fatalf("%d entries of %d lines", entries, len(lines))
		}
		for amount, left := range postings {
			if left != 0 {
				t.Fatalf("%s USDT does not balance", amount)
			}
		}
	})
}

func TestRefusals(t *testing.T) {
	t.Parallel()
	good := func() []export.Line { return []export.Line{monthly(t, ann, "5", ""), monthly(t, bob, "7", "1")} }
	for _, c := range []struct {
		name   string
		change func(r *export.Run, lines []export.Line) []export.Line
		want   string
	}{
		{"no lines", func(_ *export.Run, _ []export.Line) []export.Line { return nil }, "nothing to pay"},
		{"a name with a comma", func(r *export.Run, l []export.Line) []export.Line { r.Name = "a,b"; return l },
			"is not a valid name: use lower-case letters"},
		{"no program", func(r *export.Run, l []export.Line) []export.Line { r.Program = ""; return l }, "name the program"},
		{"no chain", func(r *export.Run, l []export.Line) []export.Line { r.ChainID = 0; return l }, "which chain"},
		{"no time", func(r *export.Run, l []export.Line) []export.Line { r.CreatedAt = time.Time{}; return l }, "when it was created"},
		{"a wallet twice", func(_ *export.Run, l []export.Line) []export.Line { return append(l, l[0]) },
			"transfer 2 is the second to " + ann.String()},
		{"nobody", func(_ *export.Run, l []export.Line) []export.Line { l[1].Wallet = ledger.Wallet{}; return l },
			"transfer 1 is to the zero address"},
		{"nothing", func(_ *export.Run, l []export.Line) []export.Line { l[1].Amount = money.Zero(usdt); return l },
			"transfer 1, to " + bob.String() + ", is of nothing"},
		{"two assets", func(_ *export.Run, l []export.Line) []export.Line { l[1].Amount = money.Units(gpu2, 8); return l },
			money.ErrAsset.Error()},
		{"parts of another sum", func(_ *export.Run, l []export.Line) []export.Line { l[1].Parts = l[1].Parts[:1]; return l },
			"sum to 0.000007 USDT, its line is 0.000008 USDT"},
		{"parts of another asset", func(_ *export.Run, l []export.Line) []export.Line {
			l[1].Parts[0].Amount = money.Units(gpu2, 7)
			return l
		}, money.ErrAsset.Error()},
	} {
		for name, write := range formats {
			r := run
			var b strings.Builder
			if err := write(&b, r, good()); err != nil {
				t.Fatal(err)
			}
			b.Reset()
			lines := c.change(&r, good())
			if err := write(&b, r, lines); err == nil || !strings.Contains(err.Error(), c.want) || b.Len() > 0 {
				t.Errorf("%s of %s: got %v, expected %q; written: %q", name, c.name, err, c.want, b.String())
			}
		}
	}
	bare := good()
	bare[0].Parts = nil
	if err := export.WriteJournal(io.Discard, run, bare); err == nil || !strings.Contains(err.Error(), "does not say what it is made of") {
		t.Errorf("a journal of a line without parts: %v", err)
	}
	if err := export.WriteCSV(io.Discard, run, bare); err != nil {
		t.Errorf("a table of a line without parts: %v", err)
	}
	bare = good()
	bare[0].Parts[0].To = ledger.Account{}
	if err := export.WriteJournal(io.Discard, run, bare); err == nil || !strings.Contains(err.Error(), "does not name its accounts") {
		t.Errorf("a journal of a part without an account: %v", err)
	}
	full := errors.New("no space left")
	for name, write := range formats {
		if err := write(failing{full}, run, good()); !errors.Is(err, full) {
			t.Errorf("%s on a full disk: %v", name, err)
		}
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }
