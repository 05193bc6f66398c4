package statement_test

import (
	"encoding/csv"
	"math/big"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/sale"
	"github.com/nodeledger/nodeledger/sentence"
	"github.com/nodeledger/nodeledger/view/statement"
)

// A text that a spreadsheet would compute stays a text, and nothing gets out of its cell.
func TestFormulasInCSV(t *testing.T) {
	t.Parallel()
	for evil, want := range map[string]string{
		"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@SUM(A1)": "'@SUM(A1)", "\t=1": "'\t=1", "\r=1": "'\r=1", " =1": "' =1", "\n@x": "'\n@x",
		"a,b\"c\nd": "a,b\"c\nd", "harmless": "harmless", "": "", "1-2": "1-2",
	} {
		st := statement.Period{Accounts: []statement.AccountPeriod{{
			Account: ledger.Suspense(), Asset: sale.Node, Name: sentence.New(sentence.Code(evil), nil), Opening: big.NewInt(-5),
			Closing: big.NewInt(-6),
			Lines: []statement.Line{{Reason: sentence.New(sentence.Code(evil), nil), Amount: big.NewInt(-1), Balance: big.NewInt(-6),
				Source: ledger.OperatorSource("bob", evil)}},
		}}}
		var out strings.Builder
		if err := st.WriteCSV(&out); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(out.String())).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		entry := rows[2]
		for _, cell := range []int{2, 10, 21} { // what, reason, reference
			if got := strings.ReplaceAll(want, "\r\n", "\n"); entry[cell] != got {
				t.Errorf("%s of %q is %q, want %q", rows[0][cell], evil, entry[cell], got)
			}
		}
		if len(rows) != 6 || entry[12] != "-1" || entry[14] != "-6" {
			t.Errorf("%q", rows)
		}
	}
}

// Base units below zero keep their sign, and no digit is rounded off.
func TestWholeUnits(t *testing.T) {
	t.Parallel()
	usdt := money.MustAsset("USDT", 6)
	for units, want := range map[string]string{
		"0": "0", "1": "0.000001", "-1": "-0.000001", "1250500000": "1250.5", "-1000000": "-1",
		"123456789012345678901234567890": "123456789012345678901234.56789",
	} {
		n, ok := new(big.Int).SetString(units, 10)
		if !ok {
			t.Fatal(units)
		}
		if got := statement.WholeUnits(usdt, n); got != want {
			t.Errorf("%s base units are %s, want %s", units, got, want)
		}
	}
}
