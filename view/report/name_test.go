package report_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/sentence"
	"github.com/nodeledger/nodeledger/view/report"
)

// Every account of the chart that can stand in a report has a name, in whose parameters nothing is missing; no two kinds have the same.
func TestEveryAccountOfTheChartHasAName(t *testing.T) {
	t.Parallel()
	docs, err := os.ReadFile(filepath.Join("..", "..", "docs", "accounting.md"))
	if err != nil {
		t.Fatal(err)
	}
	who := "0x" + strings.Repeat("ab", 20)
	fill := strings.NewReplacer("<wallet>", who, "<asset>", "gpu", "<source>", "dapp", "<name>", "june", "<run>", "2026-03")
	called := map[string]string{}
	for _, row := range regexp.MustCompile("(?m)^\\| `([a-z]+:[^`]+)` \\| (?:debit|credit) \\|").FindAllStringSubmatch(string(docs), -1) {
		account, err := ledger.ParseAccount(fill.Replace(row[1]))
		if err != nil {
			t.Fatal(err)
		}
		name := report.NameOf(account)
		if problem := name.Check(); problem != nil {
			t.Errorf("%s: %v", account, problem)
		}
		if account.Class() == ledger.Register {
			if name.Code != sentence.ReportOther {
				t.Errorf("%s is in no report and is called %q", account, name.English())
			}
			continue
		}
		if name.Code == sentence.ReportOther || called[name.English()] != "" {
			t.Errorf("%s is called %q, as is %q", account, name.English(), called[name.English()])
		}
		called[name.English()] = account.String()
	}
	if len(called) < 20 {
		t.Fatalf("the chart has %d accounts in reports: is its table still found?", len(called))
	}
	for name, want := range map[string]string{
		"wallet " + who: "assets:wallet:" + who, "costs of dapp": "expenses:cost:dapp",
		"budget of the campaign june": "equity:fund:campaign:june", "fund for buybacks": "equity:fund:buyback",
	} {
		if called[name] != want {
			t.Errorf("%q is %q, not %s", name, called[name], want)
		}
	}
}
