package rewards_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
)

// came is a balance of which nothing went out.
func came(a money.Amount) money.Balance { return money.Balance{In: a, Out: money.Zero(a.Asset())} }

// left is what a balance leaves, which is not below zero.
func left(b money.Balance) money.Amount {
	a, err := b.Held()
	if err != nil {
		panic(err)
	}
	return a
}

func monthOf(holders []rewards.Holder, fund, carry money.Amount) rewards.MonthInput {
	return rewards.MonthInput{
		Month: time.Date(2024, 6, 1, 0, 0, 0, 0, time.UTC), Opening: 100, Snapshot: rewards.Block{Number: 200, Hash: ledger.Hash{7}},
		Holders: holders, Fund: came(fund), Carry: came(carry),
	}
}

// fiveKinds hold 4, 5, 20, 50 and 100 nodes.
func fiveKinds() []rewards.Holder {
	return []rewards.Holder{
		{Wallet: wallet(1), Nodes: 4}, {Wallet: wallet(2), Nodes: 5}, {Wallet: wallet(3), Nodes: 20}, {Wallet: wallet(4), Nodes: 50},
		{Wallet: wallet(5), Nodes: 100},
	}
}

func TestMonthPaysTheHighestBracketReached(t *testing.T) {
	t.Parallel()
	p := load(t, "gpunet")
	m, err := rewards.CloseMonth(p, monthOf(fiveKinds(), amount(t, usdt, "50000"), money.Zero(usdt)))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"0", "250", "2000", "7000", "25000"} {
		if m.Share(i) != amount(t, usdt, want) {
			t.Errorf("%d nodes get %s, want %s", m.Holders[i].Nodes, m.Share(i), want)
		}
	}
	if m.Reason(0) != rewards.MonthFewNodes || m.Reason(1) != 0 {
		t.Errorf("reasons %s and %s", m.Reason(0), m.Reason(1))
	}
	if m.Paid != amount(t, usdt, "34250") || left(m.CarryOut) != amount(t, usdt, "15750") || m.Scaled || !m.ToBuyback.IsZero() {
		t.Errorf("paid %s, carried %s, scaled %v, to buyback %s", m.Paid, m.CarryOut, m.Scaled, m.ToBuyback)
	}
}

func TestShortFundScalesToTheBaseUnitAndCarriesTheRest(t *testing.T) {
	t.Parallel()
	p := load(t, "gpunet")
	fund, carry := money.Units(usdt, 1_000_000_007), money.Units(usdt, 3) // 1000.00001 USDT for 34,250 due
	m, err := rewards.CloseMonth(p, monthOf(fiveKinds(), fund, carry))
	if err != nil {
		t.Fatal(err)
	}
	// floor(amount x 1000000010 / 34250000000)
	for i, want := range []string{"0", "7299270", "58394161", "204379564", "729927014"} {
		if m.Share(i).Digits() != want {
			t.Errorf("%d nodes get %s base units, want %s", m.Holders[i].Nodes, m.Share(i).Digits(), want)
		}
	}
	if !m.Scaled || left(m.CarryOut) != money.Units(usdt, 1) {
		t.Errorf("scaled %v, carried %s", m.Scaled, left(m.CarryOut).Digits())
	}
	lines, err := m.Explain(wallet(3))
	if err != nil {
		t.Fatal(err)
	}
	words := paper(t, lines)
	for _, line := range []string{
		"fund: 1000.000007 USDT of revenue + 0.000003 USDT carried in = 1000.00001 USDT", "bracket: 20 nodes or more: 2000 USDT a month",
		"share in base units: 2000000000 x 1000000010 / 34250000000 = 58394161, remainder", "amount: 58.394161 USDT",
	} {
		if !strings.Contains(words, line) {
			t.Errorf("%q is missing in\n%s", line, words)
		}
	}
}

func TestSurplusGoesWhereTheProgramSays(t *testing.T) {
	t.Parallel()
	p := *load(t, "gpunet")
	income := *p.Revenue
	p.Revenue = &income
	rule := income.Share[0].Value
	rule.Surplus = program.SurplusBuyback
	income.Share = program.Always(rule)
	m, err := rewards.CloseMonth(&p, monthOf(fiveKinds(), amount(t, usdt, "50000"), amount(t, usdt, "250")))
	if err != nil {
		t.Fatal(err)
	}
	if m.ToBuyback != amount(t, usdt, "16000") || m.CarryOut.Net().Sign() != 0 {
		t.Errorf("to buyback %s, carried %s", m.ToBuyback, m.CarryOut)
	}
	// A short fund leaves no surplus: what the floors leave is carried all the same.
	m, err = rewards.CloseMonth(&p, monthOf(fiveKinds(), money.Units(usdt, 1_000_000_007), money.Units(usdt, 3)))
	if err != nil {
		t.Fatal(err)
	}
	if !m.ToBuyback.IsZero() || left(m.CarryOut) != money.Units(usdt, 1) {
		t.Errorf("to buyback %s, carried %s", m.ToBuyback, m.CarryOut)
	}
}

func TestProRataSharesTheWholeFundByScore(t *testing.T) {
	t.Parallel()
	p := *load(t, "gpunet")
	income := *p.Revenue
	p.Revenue = &income
	income.Share = program.Always(program.ShareRule{Mode: program.ShareProRata})
	m, err := rewards.CloseMonth(&p, monthOf(fiveKinds(), amount(t, usdt, "3200"), money.Zero(usdt)))
	if err != nil {
		t.Fatal(err)
	}
	// scores 4, 6, 30, 80, 200: 320 in all, 10 USDT each
	for i, want := range []string{"40", "60", "300", "800", "2000"} {
		if m.Share(i) != amount(t, usdt, want) {
			t.Errorf("%d nodes get %s, want %s", m.Holders[i].Nodes, m.Share(i), want)
		}
	}
}

func TestMonthsWithNothingToPayCarryTheFund(t *testing.T) {
	t.Parallel()
	p := load(t, "gpunet")
	fund := amount(t, usdt, "10")
	for name, c := range map[string]struct {
		in   rewards.MonthInput
		want rewards.MonthReason
	}{
		"nobody":     {monthOf(nil, fund, fund), 0},
		"few nodes":  {monthOf(fiveKinds()[:1], fund, fund), rewards.MonthFewNodes},
		"empty fund": {monthOf(fiveKinds()[1:], money.Zero(usdt), money.Zero(usdt)), rewards.MonthNoFund},
		"one unit":   {monthOf(fiveKinds()[1:], money.Units(usdt, 1), money.Zero(usdt)), rewards.MonthBelowUnit},
		"before rule": {rewards.MonthInput{Month: time.Date(2023, 6, 1, 0, 0, 0, 0, time.UTC), Holders: fiveKinds()[1:], Fund: came(fund),
			Carry: came(fund)}, rewards.MonthNoRule},
	} {
		prog := p
		if name == "before rule" {
			changed := *p
			income := *p.Revenue
			income.Share = program.Dated[program.ShareRule]{{From: program.From{Time: time.Date(2024, 6, 1, 0, 0, 0, 0, time.UTC)},
				Value: p.Revenue.Share[0].Value}}
			changed.Revenue = &income
			prog = &changed
		}
		m, err := rewards.CloseMonth(prog, c.in)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		total, _ := c.in.Fund.Plus(c.in.Carry)
		if !m.Paid.IsZero() || m.CarryOut.Net().Cmp(total.Net()) != 0 {
			t.Errorf("%s: paid %s, carried %s of %s", name, m.Paid, m.CarryOut, total)
		}
		if len(m.Holders) > 0 && m.Reason(0) != c.want {
			t.Errorf("%s: the reason is %q, want %q", name, m.Reason(0), c.want)
		}
	}
}

func TestMonthOfAnotherDayIsRefused(t *testing.T) {
	t.Parallel()
	in := monthOf(nil, money.Zero(usdt), money.Zero(usdt))
	in.Month = in.Month.AddDate(0, 0, 1)
	if _, err := rewards.CloseMonth(load(t, "gpunet"), in); err == nil {
		t.Error("a month that begins on its second day was closed")
	}
}

// Months follow each other with any revenue and any holders: what comes in is what is paid, carried or sent to the buyback
// fund, equal nodes get equal amounts, more nodes never less, and the draft moves exactly that.
func TestEveryMonthConserves(t *testing.T) {
	t.Parallel()
	base := load(t, "gpunet")
	rapid.Check(t, func(rt *rapid.T) {
		p := *base
		income := *base.Revenue
		p.Revenue = &income
		rule := base.Revenue.Share[0].Value
		rule.Mode = rapid.SampledFrom([]program.ShareMode{program.ShareBrackets, program.ShareProRata}).Draw(rt, "mode")
		rule.Surplus = rapid.SampledFrom([]program.Surplus{program.CarrySurplus, program.SurplusBuyback}).Draw(rt, "surplus")
		if rule.Mode == program.ShareProRata {
			rule.Brackets, rule.Surplus = nil, ""
		}
		income.Share = program.Always(rule)
		carry := money.NewBalance(usdt)
		for n := range 4 {
			in := monthOf(someHolders(rt), money.Units(usdt, rapid.Uint64Range(0, 90_000_000_000).Draw(rt, "fund")), money.Zero(usdt))
			in.Month, in.Carry = in.Month.AddDate(0, n, 0), carry
			in.Fund.Out = money.Units(usdt, rapid.SampledFrom([]uint64{0, 0, 1, 50_000_000_000, 100_000_000_000}).Draw(rt, "returned"))
			m, err := rewards.CloseMonth(&p, in)
			if err != nil {
				rt.Fatal(err)
			}
			whole, _ := in.Fund.Plus(in.Carry)
			out, _ := m.CarryOut.Receive(m.Paid)
			out, _ = out.Receive(m.ToBuyback)
			if out.Net().Cmp(whole.Net()) != 0 {
				rt.Fatalf("%s came in, %s went out", whole, out)
			}
			if whole.Negative() && (!m.Paid.IsZero() || !m.ToBuyback.IsZero()) {
				rt.Fatalf("%s were shared out of %s", m.Paid, whole)
			}
			sum := money.Zero(usdt)
			for i := range m.Holders {
				sum, _ = sum.Add(m.Share(i))
				if (m.Share(i).IsZero()) == (m.Reason(i) == 0) {
					rt.Fatalf("%s with the reason %q", m.Share(i), m.Reason(i))
				}
				for k := range m.Holders {
					if m.Holders[i].Nodes <= m.Holders[k].Nodes && m.Share(i).Cmp(m.Share(k)) > 0 {
						rt.Fatalf("%d nodes get %s, %d nodes get %s", m.Holders[i].Nodes, m.Share(i), m.Holders[k].Nodes, m.Share(k))
					}
				}
			}
			if sum != m.Paid {
				rt.Fatalf("the shares sum to %s, paid are %s", sum, m.Paid)
			}
			d := m.Draft(ledger.Hash{1}, m.End)
			if want := m.End.Add(-time.Second); !d.Effective.Equal(want) {
				rt.Fatalf("the month is in effect at %s, not in its last second %s", d.Effective, want)
			}
			fund, owed := ledger.FundAccount(ledger.ShareFund), money.Zero(usdt)
			held := whole
			for _, move := range d.Postings {
				switch {
				case move.To == fund:
					held, _ = held.Give(move.Amount) // a fund stands in credit: what it receives, it gives
				case move.From.Role() == ledger.ShareRole && move.To.Role() == ledger.ShareExpenseRole:
					owed, _ = owed.Add(move.Amount)
				default:
					rt.Fatalf("%s moves from %s to %s", move.Amount, move.From, move.To)
				}
			}
			if held.Net().Cmp(m.CarryOut.Net()) != 0 || owed != m.Paid {
				rt.Fatalf("the fund keeps %s and %s are owed; carried are %s, paid %s", held, owed, m.CarryOut, m.Paid)
			}
			var file bytes.Buffer
			if _, err := m.WriteFile(&file); err != nil || !json.Valid(file.Bytes()) {
				rt.Fatalf("the file: %v\n%s", err, file.String())
			}
			carry = m.CarryOut
		}
	})
}

func TestMonthFileIsGolden(t *testing.T) {
	t.Parallel()
	m, err := rewards.CloseMonth(load(t, "gpunet"), monthOf(fiveKinds(), money.Units(usdt, 1_000_000_007), money.Units(usdt, 3)))
	if err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	hash, err := m.WriteFile(&file)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "month.json", file.Bytes())
	var again bytes.Buffer
	if other, err := m.WriteFile(&again); err != nil || other != hash {
		t.Errorf("the second file is %s, the first %s (%v)", other, hash, err)
	}
}

func TestRevenueIsSplitExactly(t *testing.T) {
	t.Parallel()
	p := *load(t, "gpunet")
	income := *p.Revenue
	p.Revenue = &income
	third, _ := money.NewRatio(1, 3)
	rest, _ := third.Complement()
	income.Split = program.Dated[program.RevenueSplit]{
		{From: program.From{Time: at(t, "2024-05-01T00:00:00Z")}, Value: income.Split[0].Value},
		{From: program.From{Time: at(t, "2024-07-01T00:00:00Z")}, Value: program.RevenueSplit{Parts: program.Parts{Share: third, Buyback: rest}}},
	}
	b := rewards.Booking{Program: p.Name, Rule: "x", At: at(t, "2024-07-03T00:00:00Z"), Source: ledger.OperatorSource("ann", "july")}
	d, err := rewards.BookRevenue(&p, program.Moment{Time: b.At}, b, rewards.Revenue{Source: "dapp", Amount: money.Units(usdt, 100)})
	if err != nil {
		t.Fatal(err)
	}
	const earned = `income:revenue:dapp -> assets:source:dapp 0.0001 USDT
equity:fund:share -> equity:earnings 0.000033 USDT
equity:fund:buyback -> equity:earnings 0.000067 USDT`
	if got := postings(d); got != earned {
		t.Errorf("earned:\n%s", got)
	}
	back, err := rewards.BookRevenue(&p, program.Moment{Time: b.At}, b,
		rewards.Revenue{Source: "dapp", Amount: money.Units(usdt, 100), Returned: true})
	if err != nil {
		t.Fatal(err)
	}
	const returned = `assets:source:dapp -> expenses:cost:dapp 0.0001 USDT
equity:earnings -> equity:fund:share 0.000033 USDT
equity:earnings -> equity:fund:buyback 0.000067 USDT`
	if got := postings(back); got != returned {
		t.Errorf("returned:\n%s", got)
	}
	for name, c := range map[string]struct {
		when string
		in   rewards.Revenue
	}{
		"too early":   {"2024-04-30T23:59:59Z", rewards.Revenue{Source: "dapp", Amount: money.Units(usdt, 100)}},
		"other asset": {"2024-06-01T00:00:00Z", rewards.Revenue{Source: "dapp", Amount: money.Units(gpu, 100)}},
		"nothing":     {"2024-06-01T00:00:00Z", rewards.Revenue{Source: "dapp", Amount: money.Zero(usdt)}},
		"no source":   {"2024-06-01T00:00:00Z", rewards.Revenue{Source: "The Dapp", Amount: money.Units(usdt, 100)}},
	} {
		if _, err := rewards.BookRevenue(&p, program.Moment{Time: at(t, c.when)}, b, c.in); err == nil {
			t.Errorf("%s was booked", name)
		}
	}
}

func TestBuybackTellsItsPrice(t *testing.T) {
	t.Parallel()
	p := load(t, "gpunet")
	b := rewards.Booking{Program: p.Name, Rule: "x", At: at(t, "2024-07-03T00:00:00Z"), Source: ledger.OperatorSource("ann", "q3")}
	d, err := rewards.BookBuyback(p, b, rewards.Buyback{Spent: amount(t, usdt, "1500"), Tokens: amount(t, gpu, "1200"), Note: "0xabc"})
	if err != nil {
		t.Fatal(err)
	}
	const want = `equity:suspense -> equity:treasury-tokens 1500 USDT
equity:earnings -> equity:fund:buyback 1500 USDT
register:gpu:market -> register:gpu:bucket:buyback 1200 GPU`
	if got := postings(d); d.Meta["price"] != "1.25" || got != want {
		t.Errorf("meta %v, postings\n%s", d.Meta, got)
	}
	d, err = rewards.BookBuyback(p, b, rewards.Buyback{Source: "fiat", Spent: amount(t, usdt, "1500"), Tokens: amount(t, gpu, "1200")})
	if err != nil || d.Postings[0].From.String() != "assets:source:fiat" {
		t.Errorf("out of a source: %v (%v)", d.Postings, err)
	}
	if _, err := rewards.BookBuyback(p, b, rewards.Buyback{Spent: amount(t, gpu, "1"), Tokens: amount(t, gpu, "1")}); err == nil {
		t.Error("a buyback that spends tokens was booked")
	}
}

// TestAFundBelowZeroIsPaidOffFirst: what is returned when no revenue comes any more goes against the carry, below zero, and the next
// months pay it off before anybody gets something.
func TestAFundBelowZeroIsPaidOffFirst(t *testing.T) {
	t.Parallel()
	p := load(t, "gpunet")
	carry := came(amount(t, usdt, "100"))
	for _, month := range []struct{ came, returned, paid, carry string }{
		{"0", "515", "0", "-415 USDT"}, {"400", "0", "0", "-15 USDT"}, {"15", "0", "0", "0 USDT"}, {"34251", "0", "34250", "1 USDT"},
	} {
		in := monthOf(fiveKinds(), amount(t, usdt, month.came), money.Zero(usdt))
		in.Fund.Out, in.Carry = amount(t, usdt, month.returned), carry
		m, err := rewards.CloseMonth(p, in)
		if err != nil {
			t.Fatal(err)
		}
		if m.Paid != amount(t, usdt, month.paid) || m.CarryOut.String() != month.carry {
			t.Errorf("%s came and %s were returned: %s paid and %s carried, want %s and %s", month.came, month.returned, m.Paid, m.CarryOut,
				month.paid, month.carry)
		}
		if (m.ZeroReason == rewards.MonthNoFund) != m.Paid.IsZero() {
			t.Errorf("the reason is %q", m.ZeroReason)
		}
		carry = m.CarryOut
	}
}
