package httpapi_test

import (
	"encoding/csv"
	"fmt"
	"math/big"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/httpapi"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/sale"
	"github.com/nodeledger/nodeledger/sentence"
	"github.com/nodeledger/nodeledger/view/statement"
	"github.com/nodeledger/nodeledger/wire"
)

// paidUp are the rewarded books with what their chain cannot do: a refund, a share of revenue, a payout, and a licence that
// changed hands.
func paidUp(t testing.TB) *engine.Engine {
	t.Helper()
	e, c := samplebooks.Rewarded(t)
	c.Mine(c.Buy(10, 1, 4), c.Buy(11, 2, 2)) // never final: the next branch does not have it
	samplebooks.Settle(t, e)
	c.Cut(1)
	c.Mine()
	samplebooks.Settle(t, e)
	usdt, eth := money.MustAsset("USDT", 6), e.Program().Sale.Asset
	fund, treasury, at := ledger.FundAccount(ledger.ShareFund), ledger.WalletFunds(ledger.Wallet{0xee}), samplebooks.Day(23)
	revenue, err := ledger.RevenueIncome("dapp")
	check(t, err)
	source, err := ledger.SourceFunds("dapp")
	check(t, err)
	w, other := samplebooks.Person(10), samplebooks.Person(11)
	run, err := ledger.RunLine("r1", w, ledger.Share(w))
	check(t, err)
	draft := func(kind ledger.Kind, reference string, postings ...ledger.Posting) ledger.Draft {
		at = at.Add(time.Hour)
		return ledger.Draft{Kind: kind, Effective: at, Booked: samplebooks.Day(31), Source: ledger.OperatorSource("bob", reference),
			Postings: postings}
	}
	month := func(postings ...ledger.Posting) ledger.Draft {
		at = samplebooks.Day(31).Add(-time.Second) // the month's last
		return ledger.Draft{Kind: rewards.MonthKind, Effective: at, Booked: samplebooks.Day(31),
			Source:   ledger.JobSource(rewards.MonthJob, "2024-04"),
			Postings: postings}
	}
	transfer := draft(sale.TransferKind, "t1",
		ledger.Posting{From: ledger.Holding(w, sale.Node), To: ledger.Holding(other, sale.Node), Amount: money.Units(sale.Node, 2)})
	transfer.Meta = ledger.Meta{"licence": "7"}
	samplebooks.Book(t, e,
		draft(sale.RefundKind, "refund-1", ledger.Posting{From: treasury, To: ledger.SaleIncome(w), Amount: money.Units(eth, 900)},
			ledger.Posting{From: ledger.Holding(w, sale.Node), To: ledger.Issuance(sale.Node), Amount: money.Units(sale.Node, 1)}),
		draft("revenue", "revenue-1", ledger.Posting{From: revenue, To: source, Amount: money.Units(usdt, 1_000_000_000)},
			ledger.Posting{From: fund, To: ledger.Earnings(), Amount: money.Units(usdt, 1_000_000_000)}),
		month(ledger.Posting{From: ledger.Share(w), To: ledger.ShareExpense(w), Amount: money.Units(usdt, 250_000_001)},
			ledger.Posting{From: ledger.Earnings(), To: fund, Amount: money.Units(usdt, 250_000_001)}),
		draft(payout.RunKind, "r1", ledger.Posting{From: run, To: ledger.Share(w), Amount: money.Units(usdt, 250_000_001)}),
		draft(payout.SettlementKind, "r1-1", ledger.Posting{From: treasury, To: run, Amount: money.Units(usdt, 250_000_001)}),
		transfer,
	)
	return e
}

// For every wallet and every time: opening and the entries make closing, both are what the journal adds up to, and nothing
// is missing in between.
func TestStatementsAddUp(t *testing.T) {
	t.Parallel()
	e := paidUp(t)
	// The run of these books was booked as it is: nobody prepared it, so no statement knows of its lines.
	reversed := addUp(t, e, serve(t, e, 0), ledger.PayoutRole, samplebooks.Person(1), samplebooks.Person(2), samplebooks.Person(3),
		samplebooks.Person(10), samplebooks.Person(11), samplebooks.Person(17), samplebooks.Person(250), samplebooks.Person(99))
	if reversed == 0 {
		t.Error("no statement has a reversal")
	}
}

// The same with the lines of payout runs: one is cancelled after its export, one is paid in part.
func TestStatementsAddUpWithRuns(t *testing.T) {
	t.Parallel()
	d := ranTwice(t)
	if reversed := addUp(t, d.engine, d.site, 0, samplebooks.Person(1), samplebooks.Person(2), samplebooks.Person(3)); reversed == 0 {
		t.Error("no statement has the cancelled run")
	}
}

// addUp compares statements at random times with the journal, but for accounts of a role, and counts their reversals.
func addUp(t *testing.T, e *engine.Engine, s *site, without ledger.Role, wallets ...ledger.Wallet) (reversed int) {
	t.Helper()
	var journal []ledger.Transaction
	for tx, err := range e.History().Transactions(t.Context(), 1) {
		check(t, err)
		journal = append(journal, *tx)
	}
	rapid.Check(t, func(r *rapid.T) {
		w := rapid.SampledFrom(wallets).Draw(r, "wallet")
		instant := func(name string) time.Time {
			if hours := rapid.IntRange(-1, 24*22).Draw(r, name); hours >= 0 {
				return samplebooks.Day(12).Add(time.Duration(hours)*time.Hour +
					time.Duration(rapid.SampledFrom([]int{0, 0, 1, 3599}).Draw(r, name+" seconds"))*time.Second)
			}
			return time.Time{}
		}
		from, to := instant("from"), instant("to")
		if !from.IsZero() && !to.IsZero() && !from.Before(to) {
			from, to = to, from.Add(time.Second)
		}
		type sums struct {
			opening, closing *big.Int
			entries          int
		}
		want := map[string]*sums{}
		for i := range journal {
			tx := &journal[i]
			for _, p := range tx.Postings {
				for _, side := range []struct {
					account ledger.Account
					sign    int64
				}{{p.From, -1}, {p.To, 1}} {
					if !strings.Contains(side.account.String(), w.String()) || without != 0 && side.account.Role() == without {
						continue
					}
					key := side.account.String() + " " + p.Amount.Asset().Symbol()
					if want[key] == nil {
						want[key] = &sums{opening: new(big.Int), closing: new(big.Int)}
					}
					sign := side.sign
					if side.account.Side() == ledger.Credit {
						sign = -sign
					}
					amount := new(big.Int).Mul(p.Amount.Big(), big.NewInt(sign))
					early := !from.IsZero() && tx.Effective.Before(from)
					late := !to.IsZero() && !tx.Effective.Before(to)
					if early {
						want[key].opening.Add(want[key].opening, amount)
					}
					if !late {
						want[key].closing.Add(want[key].closing, amount)
					}
					if !early && !late {
						want[key].entries++
					}
				}
			}
		}
		var st wire.Statement
		s.get(fmt.Sprintf("/api/v1/holders/%s/statement?from=%s&to=%s", w, text(from), text(to)), &st)
		for _, a := range st.Accounts {
			if !whole(a.Name) {
				r.Fatalf("%s is called %+v", a.Account, a.Name)
			}
			sums := want[a.Account+" "+a.Opening.Asset]
			if sums == nil || a.Opening.Amount != sums.opening.String() || a.Closing.Amount != sums.closing.String() ||
				len(a.Entries) != sums.entries {
				r.Fatalf("%s: from %s to %s in %d entries, want %+v", a.Account, a.Opening.Amount, a.Closing.Amount, len(a.Entries), sums)
			}
			delete(want, a.Account+" "+a.Opening.Asset)
			balance := sum(t, a.Opening)
			for i, line := range a.Entries {
				balance.Add(balance, sum(t, line.Amount))
				if balance.Cmp(sum(t, line.Balance)) != 0 || i > 0 && line.When < a.Entries[i-1].When || !whole(line.Reason) ||
					(line.Undone != nil) != (line.Reverses > 0) || line.Undone != nil && !whole(*line.Undone) {
					r.Fatalf("%s: %+v does not follow", a.Account, line)
				}
				if line.Reverses > 0 {
					reversed++
				}
			}
			if balance.Cmp(sum(t, a.Closing)) != 0 {
				r.Fatalf("%s: the entries make %s, not %s", a.Account, balance, a.Closing.Amount)
			}
		}
		if len(want) > 0 {
			r.Fatalf("left out: %v", want)
		}
		if last := journal[len(journal)-1]; st.Ledger != (wire.Root{Sequence: last.Sequence, Head: last.Hash.String()}) || st.AsOf.Block == 0 {
			r.Fatalf("root %+v", st.Ledger)
		}
	})
	return reversed
}

// whole says whether a sentence is one of the catalogue with all its values.
func whole(s wire.Sentence) bool {
	said := sentence.New(sentence.Code(s.Code), s.Params)
	return said.Check() == nil && said.English() == s.Text
}

func text(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}

// Income is what was earned, once; what comes back of a payment is none, and neither is what moves between one's accounts.
func TestNatures(t *testing.T) {
	t.Parallel()
	e := paidUp(t)
	s := serve(t, e, 0)
	got := map[string]string{}
	income := map[string]*big.Int{}
	for _, w := range []ledger.Wallet{samplebooks.Person(1), samplebooks.Person(10), samplebooks.Person(11), samplebooks.Person(250)} {
		var st wire.Statement
		s.get("/api/v1/holders/"+w.String()+"/statement", &st)
		for _, a := range st.Accounts {
			place := strings.Replace(a.Account, ":"+w.String(), "", 1)
			for _, line := range a.Entries {
				sign := "+"
				if strings.HasPrefix(line.Amount.Amount, "-") {
					sign = "-"
				}
				key := place + sign + " " + line.Kind
				if line.Kind == string(ledger.ReversalKind) {
					key += " of " + line.Reason.Code
					if line.Undone == nil || line.Undone.Code != "undone-block-left" {
						t.Errorf("nobody knows why: %+v", line)
					}
				}
				if n := got[key]; n != "" && n != line.Nature {
					t.Errorf("%s is %s and %s", key, n, line.Nature)
				}
				got[key] = line.Nature
				if line.Nature == "income" {
					if income[line.Amount.Asset] == nil {
						income[line.Amount.Asset] = new(big.Int)
					}
					income[line.Amount.Asset].Add(income[line.Amount.Asset], sum(t, line.Amount))
				}
			}
		}
	}
	for key, nature := range map[string]string{
		"income:sale+ purchase": "purchase", "register:node+ purchase": "purchase",
		"income:sale- refund": "return", "register:node- refund": "return",
		"income:sale- reversal of paid-to-treasury": "purchase", "income:sale- reversal of paid-to-referrer": "purchase",
		"register:node- reversal of nodes-bought": "purchase",
		// What was earned is income on the account of what was earned, and there only.
		"expenses:referral+ purchase": "income", "expenses:referral- reversal of reward-of-purchase": "income",
		"liabilities:referral:pending+ purchase":                       "transfer",
		"liabilities:referral:pending- reversal of reward-of-purchase": "transfer",
		"liabilities:referral:payable+ purchase":                       "transfer",
		"liabilities:referral:payable- referral-withdrawal":            "transfer",
		"expenses:rebate+ campaign-rebate":                             "income", "liabilities:rebate+ campaign-rebate": "transfer",
		"expenses:share+ month": "income", "liabilities:share+ month": "transfer",
		"liabilities:share- payout-run": "transfer",
		"register:gpoint+ points-epoch": "income", "register:gpoint- tge-conversion": "transfer",
		"register:gpu:available+ tge-conversion": "transfer",
		"register:gpu:available+ tge-drop":       "income", "register:gpu:locked+ token-epoch": "income",
		"register:gpu:locked- unlock": "transfer", "register:gpu:available+ unlock": "transfer",
		"register:gpu:available+ vesting-vest": "transfer",
		"register:gpu:locked+ vesting-grant":   "transfer", "register:gpu:locked- vesting-vest": "transfer",
		"register:gpu:available- vesting-release": "transfer", "register:gpu:released+ vesting-release": "transfer",
		"register:node- licence-transfer": "transfer", "register:node+ licence-transfer": "transfer",
	} {
		if got[key] != nature {
			t.Errorf("%s is %q, want %s; there are %v", key, got[key], nature, got)
		}
		delete(got, key)
	}
	for key, nature := range got {
		t.Errorf("nobody said what %s is: %s", key, nature)
	}
	if income["USDT"].String() != "250000001" || income["NODE"] != nil {
		t.Errorf("income %v", income)
	}
}

func TestStatementAsCSV(t *testing.T) {
	t.Parallel()
	e := paidUp(t)
	p, err := program.Load("gpunet") // which has both assets
	check(t, err)
	prices, err := statement.ReadPrices(strings.NewReader("date,asset,usd\n2024-04-30,USDT,0.9995\n2024-04-20,GPU,1.25\n"), p)
	check(t, err)
	h, err := httpapi.New(httpapi.Options{Engine: e, Clock: samplebooks.Soon, Prices: prices})
	check(t, err)
	s := &site{t, h, new(strings.Builder)}
	path := "/api/v1/holders/" + samplebooks.Person(10).String() + "/statement?from=2024-04-14&to=2024-05-02"
	var st wire.Statement
	s.get(path, &st)
	w := s.ask(http.MethodGet, path+"&format=csv")
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "text/csv; charset=utf-8" {
		t.Fatalf("%d %s", w.Code, w.Header())
	}
	rows, err := csv.NewReader(w.Body).ReadAll()
	check(t, err)
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	next := 0
	row := func(name string) func(string) string {
		next++
		cell := func(name string) string { return rows[next][column[name]] }
		if cell("row") != name {
			t.Fatalf("row %d is %s, want %s", next, cell("row"), name)
		}
		return cell
	}
	priced := 0
	for _, a := range st.Accounts {
		if o := row("opening"); o("account") != a.Account || o("balance") != a.Opening.Amount || o("when") != "2024-04-14T00:00:00Z" {
			t.Errorf("opening of %s: %v", a.Account, rows[next])
		}
		for _, line := range a.Entries {
			c := row("entry")
			if c("amount") != line.Amount.Amount || c("balance") != line.Balance.Amount ||
				c("whole_units")+" "+c("asset") != line.Amount.Display || c("nature") != line.Nature || c("reason") != reasons(line) ||
				c("sequence") != strconv.FormatUint(line.Sequence, 10) || c("tx_hash") != line.Source.TxHash || c("price_usd") != line.Price ||
				c("value_usd") != line.Value {
				t.Errorf("%v is not %+v", rows[next], line)
			}
			if name, ref := line.Source.Job+line.Source.Operator, line.Source.Slot+line.Source.Reference; c("name") != name ||
				c("reference") != ref {
				t.Errorf("%v comes from %s %s", rows[next], name, ref)
			}
			if line.Price == "" {
				continue
			}
			priced++
			want := map[string]string{"0.9995": "249.8750009995"}[line.Price]
			if line.Nature != "income" || line.Price == "0.9995" && line.Value != want || line.Price == "1.25" &&
				!strings.HasPrefix(line.When, "2024-04-20") {
				t.Errorf("%+v has a price", line)
			}
		}
		if c := row("closing"); c("balance") != a.Closing.Amount {
			t.Errorf("closing of %s: %v", a.Account, rows[next])
		}
	}
	for _, total := range st.Totals {
		c := row("total")
		if c("when") != strconv.Itoa(total.Year) || c("nature") != total.Nature || c("whole_units")+" "+c("asset") != total.Amount.Display ||
			c("value_usd") != total.Value || c("line") != strconv.Itoa(total.Lines) || c("reference") != strconv.Itoa(total.Unpriced) {
			t.Errorf("%v is not %+v", rows[next], total)
		}
	}
	if len(st.Totals) == 0 {
		t.Error("nothing is added up")
	}
	if c := row("recognition"); c("kind") != "accrual" || st.Recognise != "accrual" || len(st.Unrecognised) != 0 {
		t.Errorf("%v of %s", rows[next], st.Recognise)
	}
	if root := row("root"); root("reference") != st.Ledger.Head || root("when") != st.AsOf.Time || next != len(rows)-1 {
		t.Errorf("root %v", rows[next])
	}
	if !st.Priced || priced < 2 {
		t.Errorf("%d lines have prices", priced)
	}
}

func reasons(line wire.StatementLine) string {
	if line.Undone == nil {
		return line.Reason.Text
	}
	return line.Reason.Text + "; " + line.Undone.Text
}
