package intake_test

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/intake"
	"github.com/nodeledger/nodeledger/problem"
)

// fails checks that an error has exactly these lines, each containing its words.
func fails(t *testing.T, what string, err error, want ...string) {
	t.Helper()
	if err == nil {
		t.Errorf("%s: taken", what)
		return
	}
	lines := problem.Of(err).Details()
	if len(lines) == 0 {
		lines = []string{err.Error()}
	}
	if len(lines) != len(want) {
		t.Errorf("%s: %d lines instead of %d: %v", what, len(lines), len(want), err)
		return
	}
	for i := range want {
		if !strings.Contains(lines[i], want[i]) {
			t.Errorf("%s: %q lacks %q", what, lines[i], want[i])
		}
	}
}

func TestScoresAreTheSameFromCSVAndJSON(t *testing.T) {
	t.Parallel()
	table := "\ufeffwallet,what,value,at\r\n0x01,compute,2.5,2024-06-01T00:00:00Z\r\n\"0x02\",check,1,2024-06-02T01:00:00+01:00\r\n"
	list := ` [{"wallet":"0x01","what":"compute","value":"2.5","at":"2024-06-01T00:00:00Z"},
		{"what":"check","wallet":"0x02","value":"1","at":"2024-06-02T00:00:00Z"}]`
	want := []fold.ScoreRow{
		{Wallet: "0x01", What: "compute", Value: "2.5", At: time.Date(2024, 6, 1, 0, 0, 0, 0, time.UTC)},
		{Wallet: "0x02", What: "check", Value: "1", At: time.Date(2024, 6, 2, 0, 0, 0, 0, time.UTC)},
	}
	for name, text := range map[string]string{"scores.csv": table, "scores.json": list} {
		got, err := intake.Scores(strings.NewReader(text), name)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
}

func TestEveryWrongRowIsInTheError(t *testing.T) {
	t.Parallel()
	scores := func(text string) error { _, err := intake.Scores(strings.NewReader(text), "f"); return err }
	revenue := func(text string) error {
		report, err := intake.Revenue(strings.NewReader(text), "f")
		return cmp.Or(err, report.Wrong.Err())
	}
	sanctions := func(text string) error { _, err := intake.Sanctions(strings.NewReader(text), "f"); return err }
	const head = "reference,source,amount,at\n"
	for _, c := range []struct {
		name string
		err  error
		want []string
	}{
		{"no scores", scores(""), []string{"f is empty"}},
		{"another table", scores("a,b\n"), []string{"f has no column wallet"}},
		{"one column more", scores("wallet,what,value,at,health\n"), []string{`"health" is none of`}},
		{"a column twice", scores("wallet,wallet\n"), []string{"twice"}},
		{"scores", scores("wallet,what,value,at\n1,2,3\n1,2,3,yesterday\n1,2,3,2024-06-01T00:00:00Z\n\"a\"b,2,3,4\n1,2,3,2024-06-01\n"),
			[]string{"row 1: it has 3 cells instead of 4", "row 2: \"yesterday\"", "row 4: line 5", "row 5: \"2024-06-01\" is not a timestamp"}},
		{"JSON of something else", scores(`[1`), []string{"f is not a list"}},
		{"JSON", scores(`[{"wallet":"1"},{"health":1},3]`), []string{"row 2: it is not a", "row 3: it is not a"}},
		{"revenue without a column", revenue("reference,source,amount\n"), []string{"f has no column at"}},
		{"revenue", revenue(head + "r1,dapp,1.5,2024-06-01T00:00:00Z\nr 2,dapp,1,2024-06-01T00:00:00Z\nr1,dapp,1,2024-06-01T00:00:00Z\n" +
			"r4,Dapp,1,2024-06-01T00:00:00Z\nr5,dapp,1e3,2024-06-01T00:00:00Z\nr6,dapp,-0.0,2024-06-01T00:00:00Z\nr7,dapp,1,June\n"),
			[]string{`row 2: the reference "r 2"`, "row 3: the reference r1 stands in row 1 already", "row 4", `row 5: "1e3" is not an amount`,
				"row 6: \"-0.0\" is not revenue", `row 7: "June"`}},
		{"costs", revenue("reference,source,amount,at,cost\nr1,dapp,1,2024-06-01T00:00:00Z,maybe\n"),
			[]string{`row 1: cost is "maybe": write yes for what the source cost, and no for revenue`}},
		{"an empty sanctions list", sanctions(" # nobody\n\n"), []string{"f has no address"}},
		{"sanctions", sanctions("0x01\n# all of these\n0x00000000000000000000000000000000000000AA # right\nMr X " +
			"0x00000000000000000000000000000000000000aa\n0x0000000000000000000000000000000000000000\n" +
			"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed # right\n0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed\n"),
			[]string{`row 1: "0x01" is not a wallet`, "row 4: \"Mr X", "row 5: the zero address",
				"row 7: the address 0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed has a mistake"}},
	} {
		fails(t, c.name, c.err, c.want...)
	}
}

func TestLargeFilesAreRefused(t *testing.T) {
	t.Parallel()
	endless := func() io.Reader { return io.MultiReader(strings.NewReader("wallet,what,value,at\n"), zeros{}) }
	_, err := intake.Scores(endless(), "f")
	fails(t, "scores", err, "f has more than 64 MiB: split it")
	_, err = intake.Sanctions(endless(), "f")
	fails(t, "sanctions", err, "f has more than 64 MiB: split it")
	var b strings.Builder
	b.WriteString("reference,source,amount,at\n")
	for i := range 100_001 {
		fmt.Fprintf(&b, "r%d,dapp,1,2024-06-01T00:00:00Z\n", i)
	}
	_, err = intake.Revenue(strings.NewReader(b.String()), "f")
	fails(t, "revenue", err, "f has more than 100000 rows of revenue: split it")
}

// zeros never ends.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = '0'
	}
	return len(p), nil
}

// Revenue that is written down comes back as it was, whatever the order of the columns.
func TestIncomeComesBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		columns := rapid.Permutation([]string{"reference", "source", "amount", "at", "note", "cost"}).Draw(t, "columns")
		want := make([]engine.ReferencedRevenue, rapid.IntRange(0, 20).Draw(t, "rows"))
		text := strings.Join(columns, ",") + "\n"
		for i := range want {
			want[i] = engine.ReferencedRevenue{Row: i + 1, Reference: fmt.Sprintf("r/%d", i), RevenueRow: fold.RevenueRow{
				Source: rapid.SampledFrom([]string{"dapp", "fiat"}).Draw(t, "source"),
				Amount: rapid.StringMatching(`-?[1-9][0-9]{0,12}(\.[0-9]{1,6})?`).Draw(t, "amount"),
				At:     time.Unix(rapid.Int64Range(1, 4_000_000_000).Draw(t, "at"), 0).UTC(),
				Note:   rapid.SampledFrom([]string{"", "a, b", `the "first"`, "zwölf"}).Draw(t, "note"),
				Cost:   rapid.Bool().Draw(t, "cost"),
			}}
			cells := map[string]string{
				"reference": want[i].Reference, "source": want[i].Source, "amount": want[i].Amount, "at": want[i].At.Format(time.RFC3339),
				"note": want[i].Note,
				"cost": map[bool]string{true: "yes", false: rapid.SampledFrom([]string{"", "no"}).Draw(t, "no")}[want[i].Cost],
			}
			for k, c := range columns {
				if k > 0 {
					text += ","
				}
				text += `"` + strings.ReplaceAll(cells[c], `"`, `""`) + `"`
			}
			text += "\n"
		}
		got, err := intake.Revenue(strings.NewReader(text), "f")
		if err != nil || !slices.Equal(got.Rows, want) {
			t.Fatalf("%v, want %v (%v)", got, want, err)
		}
	})
}

func TestSanctionsOfBothForms(t *testing.T) {
	t.Parallel()
	want := []string{"0x00000000000000000000000000000000000000aa", "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"}
	for name, text := range map[string]string{
		"plain": "# list of June\n\n0x00000000000000000000000000000000000000AA\r\n 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed # twice\n" +
			"0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed\n",
		"table": "\"Address\",name\n0x00000000000000000000000000000000000000aa,\"A, B\"\n0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed,C\n",
	} {
		got, err := intake.Sanctions(strings.NewReader(text), name)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %v (%v)", name, got, err)
		}
	}
	got, err := intake.Sanctions(strings.NewReader("address\n"), "none")
	if err != nil || got == nil || len(got) != 0 {
		t.Errorf("an empty list on purpose: %v (%v)", got, err)
	}
}
