package arch

import (
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	catalogue "github.com/nodeledger/nodeledger/sentence"
	"github.com/nodeledger/nodeledger/view"
)

const accounting = "docs/accounting.md"

// tableForm is a comment that names a table which the test writes, and the table.
var tableForm = regexp.MustCompile(`(?m)^<!-- (entries|report): ([a-z-]+) -->\n((?:\|.*\n)*)`)

// TestTheDocumentsEntries: every transaction of docs/accounting.md is what the code books, and the reports at the end of its month
// are those of its own entries.
func TestTheDocumentsEntries(t *testing.T) {
	path := filepath.Join(root, accounting)
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	page := string(content)
	p := programOf(t, page)
	entries := map[string]string{}
	for _, one := range examples(t, p) {
		entries[one.name] = entryTable(&one.draft, strings.HasPrefix(one.name, "apart"))
	}
	if *update {
		page = withTables(page, "entries", entries)
		page = withTables(page, "report", reportsOf(t, p, page))
		if err := os.WriteFile(path, []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, fault := range append(tableFaults(page, "entries", entries), tableFaults(page, "report", reportsOf(t, p, page))...) {
		t.Errorf("%s: %s: go test ./internal/arch -run Document -update writes it", accounting, fault)
	}
}

// programOf is the program file that the document shows.
func programOf(t *testing.T, page string) *program.Program {
	t.Helper()
	sources := programs(page)
	if len(sources) != 1 {
		t.Fatalf("%s shows %d program files, want one", accounting, len(sources))
	}
	p, err := program.Read(accounting, []byte(sources[0]))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// withTables writes tables under the comments that name them.
func withTables(page, sort string, tables map[string]string) string {
	return tableForm.ReplaceAllStringFunc(page, func(found string) string {
		m := tableForm.FindStringSubmatch(found)
		if table, ok := tables[m[2]]; ok && m[1] == sort {
			return "<!-- " + m[1] + ": " + m[2] + " -->\n" + table
		}
		return found
	})
}

// tableFaults names the tables that differ from what they should be, those that are missing, and those that are nobody's.
func tableFaults(page, sort string, tables map[string]string) (faults []string) {
	shown := map[string]bool{}
	for _, m := range tableForm.FindAllStringSubmatch(page, -1) {
		if m[1] != sort {
			continue
		}
		shown[m[2]] = true
		if want, ok := tables[m[2]]; !ok {
			faults = append(faults, "there is no table "+m[2])
		} else if m[3] != want {
			faults = append(faults, "the table "+m[2]+" should be\n"+want)
		}
	}
	for name := range tables {
		if !shown[name] {
			faults = append(faults, "the table "+name+" is missing")
		}
	}
	return faults
}

// entryTable is a transaction as the document shows it. Amounts are in whole coins, or in wei.
func entryTable(d *ledger.Draft, wei bool) string {
	var b strings.Builder
	head := "credit"
	if !wei {
		head = fmt.Sprintf("`%s`, %s UTC: credit", d.Kind, d.Effective.Format(time.DateTime))
	}
	fmt.Fprintf(&b, "| %s | debit | amount |\n|---|---|--:|\n", head)
	for _, p := range d.Postings {
		amount := p.Amount.String()
		if wei && p.Amount.Asset().Symbol() == "ETH" {
			amount = p.Amount.Digits() + " wei"
		}
		from, to := shortened(p.From), shortened(p.To)
		if wei {
			from, to = anybody.Replace(from), anybody.Replace(to)
		}
		fmt.Fprintf(&b, "| `%s` | `%s` | %s |\n", from, to, amount)
	}
	return b.String()
}

// anybody is what wallets of the project are called where it is not that of the month.
var anybody = strings.NewReplacer("<safe>", "<receiver>", "<sale>", "<contract>")

// shortened is an account's path with names for wallets.
func shortened(a ledger.Account) string {
	w, ok := a.Wallet()
	if !ok {
		return a.String()
	}
	name := people[w[19]]
	if !strings.Contains(name, "...") {
		name = "<" + name + ">"
	}
	return strings.Replace(a.String(), w.String(), name, 1)
}

var (
	headForm  = regexp.MustCompile("^\\| `([a-z-]+)`, ([0-9: -]{19}) UTC: credit \\| debit \\| amount \\|$")
	entryForm = regexp.MustCompile("^\\| `([^`]+)` \\| `([^`]+)` \\| ([0-9.]+ [A-Z]+) \\|$")
	named     = regexp.MustCompile("<([a-z]+)>")
)

// monthOf reads the transactions of the worked month from the document, and books them in its order.
func monthOf(t *testing.T, p *program.Program, page string) *ledger.Balances {
	t.Helper()
	account := func(text string) ledger.Account {
		a, err := ledger.ParseAccount(named.ReplaceAllStringFunc(text, func(name string) string {
			return person(strings.Trim(name, "<>")).String()
		}))
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	books := ledger.NewBalances()
	x := &example{t: t, p: p}
	for _, m := range tableForm.FindAllStringSubmatch(page, -1) {
		lines := strings.Split(strings.TrimSuffix(m[3], "\n"), "\n")
		head := headForm.FindStringSubmatch(lines[0])
		if m[1] != "entries" || head == nil {
			continue
		}
		at, err := time.Parse(time.DateTime, head[2])
		if err != nil {
			t.Fatal(err)
		}
		tx := ledger.Transaction{Draft: ledger.Draft{Kind: ledger.Kind(head[1]), Effective: at}}
		for _, line := range lines[2:] {
			e := entryForm.FindStringSubmatch(line)
			if e == nil {
				t.Fatalf("%s: no entry is read from %s", accounting, line)
			}
			tx.Postings = append(tx.Postings, ledger.Posting{From: account(e[1]), To: account(e[2]), Amount: x.amount(e[3])})
		}
		if err := books.Apply(&tx); err != nil {
			t.Fatalf("%s: %s: %v", accounting, m[2], err)
		}
	}
	return books
}

// line is one row of a report.
type line struct {
	class ledger.Class
	kind  string
	asset money.Asset
}

// figuresOf adds up what came into effect from one instant to before another, on the normal side of each class.
func figuresOf(t *testing.T, books *ledger.Balances, from, to time.Time) map[line]*big.Int {
	t.Helper()
	sums, zero := map[line]*big.Int{}, map[money.Asset]*big.Int{}
	for place, b := range books.Days {
		if at := place.Day; at < ledger.Day(from) || at >= ledger.Day(to) {
			continue
		}
		class := place.Account.Class()
		l := line{class, view.KindOf(place.Account), place.Asset}
		if l.kind == place.Account.String() {
			l.kind = shortened(place.Account)
		}
		if sums[l] == nil {
			sums[l] = new(big.Int)
		}
		if zero[place.Asset] == nil {
			zero[place.Asset] = new(big.Int)
		}
		zero[place.Asset].Add(zero[place.Asset], b.Net())
		if class.Side() == ledger.Credit {
			sums[l].Sub(sums[l], b.Net())
		} else {
			sums[l].Add(sums[l], b.Net())
		}
	}
	for asset, sum := range zero {
		if sum.Sign() != 0 {
			t.Errorf("%s sums to %s over all accounts", asset, sum)
		}
	}
	return sums
}

// total is the sum of a class in an asset.
func total(figures map[line]*big.Int, class ledger.Class, asset money.Asset) *big.Int {
	sum := new(big.Int)
	for l, units := range figures {
		if l.class == class && l.asset == asset {
			sum.Add(sum, units)
		}
	}
	return sum
}

// reportsOf are the balance sheets and the income statement of the document's own entries.
func reportsOf(t *testing.T, p *program.Program, page string) map[string]string {
	t.Helper()
	books := monthOf(t, p, page)
	begin, june, end := time.Unix(0, 0), time.Date(2024, 7, 1, 0, 0, 0, 0, time.UTC), time.Date(2024, 7, 6, 0, 0, 0, 0, time.UTC)
	columns := []map[line]*big.Int{figuresOf(t, books, begin, june), figuresOf(t, books, begin, end)}
	month := []map[line]*big.Int{figuresOf(t, books, time.Date(2024, 6, 1, 0, 0, 0, 0, time.UTC), june)}
	var assets []money.Asset
	for l := range columns[1] {
		if l.class == ledger.Assets && !slices.Contains(assets, l.asset) {
			assets = append(assets, l.asset)
		}
	}
	for _, c := range append(columns, month...) {
		for _, asset := range assets {
			c[line{kind: "result", asset: asset}] = new(big.Int).Sub(total(c, ledger.Income, asset), total(c, ledger.Expenses, asset))
		}
	}
	for _, c := range columns {
		for _, asset := range assets {
			result := line{kind: "result", asset: asset}
			c[line{ledger.Equity, "result", asset}] = c[result]
			rest := new(big.Int).Sub(total(c, ledger.Assets, asset), total(c, ledger.Liabilities, asset))
			if rest.Cmp(total(c, ledger.Equity, asset)) != 0 {
				t.Errorf("%s: assets less liabilities of %s are %s, equity %s", accounting, asset, rest, total(c, ledger.Equity, asset))
			}
		}
	}
	return map[string]string{
		"balance-sheet":    reportTable([]string{"1 July 00:00", "6 July 00:00"}, columns, ledger.Assets, ledger.Liabilities, ledger.Equity),
		"income-statement": reportTable([]string{"June"}, month, ledger.Income, ledger.Expenses, 0),
		"register":         reportTable([]string{"6 July 00:00"}, columns[1:], ledger.Register),
	}
}

// reportTable has a row for each line that is not zero in every column, and the sums of each class but the register. The class of no
// account has the result.
func reportTable(heads []string, columns []map[line]*big.Int, classes ...ledger.Class) string {
	var b strings.Builder
	fmt.Fprintf(&b, "| | asset | %s |\n|---|---|%s\n", strings.Join(heads, " | "), strings.Repeat("--:|", len(heads)))
	row := func(title string, asset money.Asset, value func(map[line]*big.Int) *big.Int) {
		fmt.Fprintf(&b, "| %s | %s |", title, asset)
		for _, c := range columns {
			fmt.Fprintf(&b, " %s |", decimal.NewFromBigInt(value(c), -int32(asset.Decimals())))
		}
		b.WriteString("\n")
	}
	for _, class := range classes {
		var lines []line
		var assets []money.Asset
		for l := range columns[len(columns)-1] {
			if l.class != class || !slices.ContainsFunc(columns, func(c map[line]*big.Int) bool { return figure(c, l).Sign() != 0 }) {
				continue
			}
			lines = append(lines, l)
			if !slices.Contains(assets, l.asset) {
				assets = append(assets, l.asset)
			}
		}
		slices.SortFunc(lines, func(x, y line) int { return strings.Compare(x.kind+x.asset.Symbol(), y.kind+y.asset.Symbol()) })
		slices.SortFunc(assets, func(x, y money.Asset) int { return strings.Compare(x.Symbol(), y.Symbol()) })
		for _, l := range lines {
			title := "`" + l.kind + "`"
			if class == 0 {
				title = "**" + l.kind + "**"
			}
			row(title, l.asset, func(c map[line]*big.Int) *big.Int { return figure(c, l) })
		}
		for _, asset := range assets {
			if class != 0 && class != ledger.Register {
				row("**"+class.String()+"**", asset, func(c map[line]*big.Int) *big.Int { return total(c, class, asset) })
			}
		}
	}
	return b.String()
}

func figure(c map[line]*big.Int, l line) *big.Int {
	if units := c[l]; units != nil {
		return units
	}
	return new(big.Int)
}

// kindForm is a row of the table of kinds.
var kindForm = regexp.MustCompile("(?m)^\\| `([a-z-]+)` \\| [^|]+ \\| [^|]+ \\|$")

// TestTheDocumentHasEveryKind compares the table of kinds with those that the books have.
func TestTheDocumentHasEveryKind(t *testing.T) {
	content, err := os.ReadFile(filepath.Join(root, accounting))
	if err != nil {
		t.Fatal(err)
	}
	var shown, want []string
	for _, m := range kindForm.FindAllStringSubmatch(string(content), -1) {
		shown = append(shown, m[1])
	}
	for _, k := range catalogue.Kinds() {
		want = append(want, k.Name)
	}
	slices.Sort(shown)
	slices.Sort(want)
	if !slices.Equal(shown, want) {
		t.Errorf("%s shows the kinds\n%v and there are\n%v", accounting, shown, want)
	}
}

func TestChecksOfAccountingCanFail(t *testing.T) {
	page := "x\n<!-- entries: a -->\n| 1 |\n| 2 |\n\n<!-- report: b -->\n| 3 |\n"
	one(t, "the same", tableFaults(page, "entries", map[string]string{"a": "| 1 |\n| 2 |\n"}), "")
	one(t, "another number", tableFaults(page, "entries", map[string]string{"a": "| 1 |\n| 4 |\n"}), "the table a should be")
	one(t, "missing", tableFaults(page, "report", map[string]string{"b": "| 3 |\n", "c": ""}), "the table c is missing")
	one(t, "nobody's", tableFaults(page, "report", nil), "there is no table b")
	if got := withTables(page, "report", map[string]string{"a": "no", "b": "| 5 |\n"}); got != strings.Replace(page, "3", "5", 1) {
		t.Errorf("written:\n%s", got)
	}
	if path := shortened(ledger.Share(person("sue"))); path != "liabilities:share:<sue>" {
		t.Errorf("the wallet of sue is called %s", path)
	}
}
