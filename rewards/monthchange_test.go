package rewards_test

import (
	"fmt"
	"testing"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/rewards"
)

// Against the month before holders enter, leave or change their bracket, and a fund that is short gives everybody one part of theirs.
func TestAMonthBesideTheOneBefore(t *testing.T) {
	t.Parallel()
	p := load(t, "gpunet")
	close := func(fund string, holders ...rewards.Holder) *rewards.ClosedMonth {
		m, err := rewards.CloseMonth(p, monthOf(holders, amount(t, usdt, fund), money.Zero(usdt)))
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	holder := func(n byte, nodes uint64) rewards.Holder { return rewards.Holder{Wallet: wallet(n), Nodes: nodes} }
	before := close("50000", holder(1, 4), holder(2, 5), holder(4, 19), holder(5, 100))
	now := close("1000", holder(1, 5), holder(2, 7), holder(3, 20), holder(4, 20))
	var got []string
	for _, l := range now.Beside(before) {
		got = append(got, fmt.Sprint(l.Wallet[19], " ", l.Changes, " ", l.Before.Nodes, ">", l.Now.Nodes, " ", l.Before.Bracket, ">",
			l.Now.Bracket,
			" ", l.Before.Amount, ">", l.Now.Amount))
	}
	want := []string{
		"1 bracket 4>5 0>5 0 USDT>55.555555 USDT", "2  5>7 5>5 250 USDT>55.555555 USDT", "3 enters 0>20 0>20 0 USDT>444.444444 USDT",
		"4 bracket 19>20 5>20 250 USDT>444.444444 USDT", "5 leaves 100>0 100>0 25000 USDT>0 USDT",
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%q, want %q", got, want)
	}
	if now.Factor() != "0.222222222222222222" || before.Factor() != "" || now.HoldersPaid() != 4 || before.HoldersPaid() != 3 {
		t.Errorf("%q of the brackets to %d, %q to %d", now.Factor(), now.HoldersPaid(), before.Factor(), before.HoldersPaid())
	}
	for _, l := range now.Beside(nil) {
		if l.Changes != "" || l.Before.Nodes != 0 {
			t.Errorf("without a month before: %+v", l)
		}
	}
}
