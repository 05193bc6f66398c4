package sale_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

// bazaarBut is the bazaar with terms.
func bazaarBut(t *testing.T, referral string) *program.Program {
	t.Helper()
	p, err := program.Read("bazaar.yaml", []byte(bazaar+referral))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// bookOf reads logs, and writes what each event was booked as: purchases with their shares, and commissions that joined none.
func bookOf(t *testing.T, p *program.Program, logs ...evm.Log) string {
	t.Helper()
	reader, err := sale.NewReader(p)
	if err != nil {
		t.Fatal(err)
	}
	block := sale.Block{Number: 7, Hash: common.Hash{7}, Time: 1_713_000_000, Logs: logs}
	events, err := reader.Read(&block)
	if err != nil {
		t.Fatal(err)
	}
	state, books := sale.NewState(p), sale.BooksOf(p)
	state.At(program.Moment{Block: block.Number, Time: block.When()})
	var lines []string
	for _, e := range events {
		switch e := e.(type) {
		case sale.Payment:
			b, err := state.Buy(e)
			if err != nil {
				t.Fatal(err)
			}
			var shares []string
			for _, s := range b.Shares {
				shares = append(shares, fmt.Sprintf("%x %s", s.Wallet[19], s.Amount.Digits()))
			}
			d := books.Purchase(&b, sale.Context{Block: &block})
			lines = append(lines, fmt.Sprintf("%x paid %s, treasury %s, referral %s (%s) %v in %d postings", b.Buyer[19], b.Paid.Digits(),
				b.Treasury.Digits(), b.Referral.Digits(), strings.Join(shares, ", "), b.Flags, len(d.Postings)))
		case sale.Commission:
			d := books.Commission(e, sale.Context{Block: &block})
			to := ""
			for _, p := range d.Postings {
				to = fmt.Sprintf(", %s -> %s", p.From, p.To.Role())
			}
			lines = append(lines, fmt.Sprintf("%x got %s for nothing that is told%s", e.Wallet[19], e.Amount.Digits(), to))
		}
	}
	return strings.Join(lines, "\n")
}

// Every commission of a purchase is booked, and one that belongs to none, too.
func TestEveryCommissionIsBooked(t *testing.T) {
	t.Parallel()
	two := "referral: { reward: { levels: [10%, 3%] } }\n"
	for name, x := range map[string]struct {
		terms string
		logs  []evm.Log
		want  string
	}{
		"two levels, before": {two, []evm.Log{commission(t, 0, 1, 9, 90, "AAA"), commission(t, 1, 1, 8, 27, "AAA"),
			bought(t, 2, 1, 1, 1, 900, "AAA")}, "1 paid 900, treasury 783, referral 117 (9 90, 8 27) [] in 4 postings"},
		"two levels, behind": {two, []evm.Log{bought(t, 0, 1, 1, 1, 900, "AAA"), commission(t, 1, 1, 9, 90, "AAA"),
			commission(t, 2, 1, 8, 27, "AAA")}, "1 paid 900, treasury 783, referral 117 (9 90, 8 27) [] in 4 postings"},
		"the file tells of one": {"", []evm.Log{bought(t, 0, 1, 1, 1, 900, "AAA"), commission(t, 1, 1, 9, 90, "AAA"),
			commission(t, 2, 1, 8, 27, "AAA")}, "1 paid 900, treasury 783, referral 117 (9 90, 8 27) [amounts-do-not-fit] in 4 postings"},
		"two purchases with two levels each": {two, []evm.Log{
			bought(t, 0, 1, 1, 1, 900, ""), commission(t, 1, 1, 9, 90, ""), commission(t, 2, 1, 8, 27, ""),
			bought(t, 3, 1, 2, 1, 900, ""), commission(t, 4, 1, 7, 90, ""), commission(t, 5, 1, 9, 27, ""),
		}, "1 paid 900, treasury 783, referral 117 (9 90, 8 27) [] in 4 postings\n" +
			"2 paid 900, treasury 783, referral 117 (7 90, 9 27) [] in 4 postings"},
		"of no purchase": {"", []evm.Log{commission(t, 0, 2, 9, 90, "AAA"), bought(t, 1, 3, 1, 1, 1000, "")},
			"9 got 90 for nothing that is told, equity:suspense -> referral-expense\n1 paid 1000, treasury 1000, referral 0 () [] in 2 postings"},
		"of another code": {"", []evm.Log{bought(t, 0, 1, 1, 1, 900, "BBB"), commission(t, 1, 1, 9, 90, "AAA")},
			"1 paid 900, treasury 900, referral 0 () [unknown-code off-ladder] in 2 postings\n" +
				"9 got 90 for nothing that is told, equity:suspense -> referral-expense"},
		"where the treasury owes": {"referral: { settlement: accrued }\n", []evm.Log{commission(t, 0, 2, 9, 90, "AAA")},
			"9 got 90 for nothing that is told"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := bookOf(t, bazaarBut(t, x.terms), x.logs...); got != x.want {
				t.Errorf("got\n%s\nwant\n%s", got, x.want)
			}
		})
	}
}

// Where nobody says who got what the terms do: by code, by tier, by date, for whoever stands above.
func TestTerms(t *testing.T) {
	t.Parallel()
	silent := strings.NewReplacer("  commissions:\n    - event: \"CommissionPaid(string code, address indexed receiver, uint256 amount)\"\n"+
		"      referrer: receiver\n      reward: amount\n      code: code\n", "",
		"      paid: { field: paid }\n      code: code\n", "      paid: ladder\n      code: code\n      tier: tier\n",
		"    - { size: 100, price: 0.000000000000001, per_wallet: 50 }\n",
		"    - { size: 10, price: 0.000000000000001 }\n    - { size: 10, price: 0.000000000000002 }\n").Replace(bazaar)
	p, err := program.Read("terms.yaml", []byte(silent+`
referral:
  discount: [{ share: 10% }, { from: 2024-06-01, share: 5% }]
  reward:
    - { levels: [10%, 3%, 1%] }
    - { from: 2024-07-01, levels: [10%], of: list }
  codes: [{ code: VIP, discount: 20% }, { code: VIP, from: 2024-08-01, reward: 50% }]
  tiers: [{ tier: 2, discount: 0%, reward: 5% }]
  settlement: accrued
`))
	if err != nil {
		t.Fatal(err)
	}
	state, stated := sale.NewState(p), sale.NewState(p)
	wallet := func(n byte) ledger.Wallet { return ledger.Wallet{19: n} }
	for i, x := range []struct {
		at              string
		buyer, referrer byte
		code            string
		tier            int
		want            string
	}{
		{"2024-05-01", 2, 1, "A", 1, "paid 900: 1 90"},            // 10% of 900
		{"2024-05-01", 3, 2, "B", 1, "paid 900: 2 90, 1 27"},      // 1 referred 2
		{"2024-05-01", 4, 3, "C", 1, "paid 900: 3 90, 2 27, 1 9"}, // and 2 referred 3
		{"2024-05-01", 1, 4, "D", 1, "paid 900: 4 90, 3 27, 2 9"}, // 1 would be next above, and buys
		{"2024-05-01", 2, 3, "C", 1, "paid 900: 3 90"},            // 2 stands above 3, and buys
		{"2024-05-01", 5, 1, "VIP", 1, "paid 800: 1 80, 4 24, 3 8"},
		{"2024-05-01", 6, 1, "A", 2, "paid 2000: 1 100, 4 60, 3 20"}, // the second tier has no discount, and half the reward
		{"2024-05-01", 6, 1, "VIP", 2, "paid 1600: 1 80, 4 48, 3 16"},
		{"2024-06-15", 7, 1, "A", 1, "paid 950: 1 95, 4 28, 3 9"},
		{"2024-07-15", 8, 1, "A", 1, "paid 950: 1 100"}, // of the list price, and nobody above
		{"2024-08-15", 9, 1, "VIP", 1, "paid 950: 1 500"},
		{"2024-08-15", 9, 0, "", 2, "paid 2000:"},
	} {
		when, err := time.Parse(time.DateOnly, x.at)
		if err != nil {
			t.Fatal(err)
		}
		state.At(program.Moment{Block: uint64(i), Time: when})
		q, err := state.Quote(ledger.Wallet{}, 1, x.code)
		pay := sale.Payment{Buyer: wallet(x.buyer), Quantity: 1, Code: x.code, Tier: x.tier, Referred: x.referrer > 0,
			Referrer: wallet(x.referrer)}
		b, wrong := state.Buy(pay)
		if err != nil || wrong != nil {
			t.Fatal(err, wrong)
		}
		// Where the log states the list price, the same terms take the same off it.
		stated.At(program.Moment{Block: uint64(i), Time: when})
		pay.List = &b.List
		if same, err := stated.Buy(pay); err != nil || same.Paid != b.Paid || same.Referral != b.Referral || len(same.Flags) > 0 {
			t.Errorf("%d: of the list price %s %s is paid, %s of it is earned, %v %v; want %s and %s", i, b.List.Digits(), same.Paid.Digits(),
				same.Referral.Digits(), same.Flags, err, b.Paid.Digits(), b.Referral.Digits())
		}
		var shares []string
		for _, s := range b.Shares {
			shares = append(shares, fmt.Sprintf("%x %s", s.Wallet[19], s.Amount.Digits()))
		}
		got := strings.TrimSpace("paid " + b.Paid.Digits() + ": " + strings.Join(shares, ", "))
		if got != x.want || len(b.Flags) > 0 {
			t.Errorf("%d: %s %v, want %s", i, got, b.Flags, x.want)
		}
		if x.tier == 1 && q.Paid != b.Paid {
			t.Errorf("%d: the quote is %s", i, q.Paid)
		}
		if sum, err := b.Treasury.Add(b.Referral); err != nil || sum != b.Paid {
			t.Errorf("%d: %s and %s of %s", i, b.Treasury, b.Referral, b.Paid)
		}
	}
}
