package e2e_test

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/contracts/testcontracts"
)

// TestPlantedDifferences has a Safe receive a sale's ether. A stray payment in and two out are in the books, in suspense, and
// every wallet has what the chain has; ether sent to the Safe, and ether that it sends with a call, are the difference to the wei.
func TestPlantedDifferences(t *testing.T) {
	for kind, fresh := range databases(t) {
		t.Run(kind, func(t *testing.T) {
			n := startAnvil(t)
			vault := n.send(t, 0, nil, nil, common.FromHex(testcontracts.SafeLikeMetaData.Bin)).ContractAddress
			other := n.send(t, 0, nil, nil, common.FromHex(testcontracts.SafeLikeMetaData.Bin)).ContractAddress
			o := openOffice(t, n, fresh(), vault)
			tether, lent := testcontracts.NewTetherLike(), testcontracts.NewSafeLike()
			do := func(from int, to common.Address, value int64, data []byte) {
				t.Helper()
				if r := n.send(t, from, &to, big.NewInt(value), data); r.Status != 1 {
					t.Fatal("the transaction failed")
				}
			}
			execute := func(to common.Address, value int64, data []byte, operation uint8) {
				t.Helper()
				zero := new(big.Int)
				do(0, vault, 0, lent.PackExecTransaction(to, big.NewInt(value), data, operation, zero, zero, zero, common.Address{},
					common.Address{}, nil))
			}
			stray := common.Address{19: 0xe5}

			o.compared(vault, "0", "unexplained_receipt")
			o.hire("ann", "", "admin,prepare")
			do(0, o.tether, 0, tether.PackMint(n.address(1), big.NewInt(123)))
			do(1, o.tether, 0, tether.PackTransfer(vault, big.NewInt(123)))
			o.compared(vault, "0", "unexplained_receipt", "unexplained_receipt")
			batch := slices.Concat(part(o.tether, 0, tether.PackTransfer(stray, big.NewInt(77))), part(stray, 5, nil))
			execute(other, 0, lent.PackMultiSend(batch), 1)
			open := []string{"unexplained_receipt", "unexplained_receipt", "unknown_recipient", "unknown_recipient"}
			o.compared(vault, "0", open...)
			o.suspense(map[string]string{"USDT": "1000000000046", "ETH": "-5"})
			do(2, vault, 31337, nil)
			o.compared(vault, "31337", open...)
			execute(other, 11, lent.PackMultiSend(nil), 0)
			o.compared(vault, "31326", append(open, "unread")...)

			for _, one := range o.exceptions() {
				nature := []string{"--nature", "withdrawal"}
				if problem := one["problem"]; problem == "unread" {
					nature = nil
				} else if problem == "unexplained_receipt" {
					nature = []string{"--nature", "contribution"}
				}
				o.must("ann", slices.Concat([]string{"payout", "resolve", fmt.Sprint(one["key"]), "--reason", "looked at"}, nature)...)
			}
			o.compared(vault, "31326")
			o.suspense(nil)
			o.balanced()
		})
	}
}

// part is a call as a batch of a Safe has it.
func part(to common.Address, value int64, data []byte) []byte {
	word := func(n int64) []byte { return common.LeftPadBytes(big.NewInt(n).Bytes(), 32) }
	return slices.Concat([]byte{0}, to[:], word(value), word(int64(len(data))), data)
}

// compared syncs the books to the newest final block and compares every wallet with the chain: all that it has is proven, the vault's
// ether differs by this many wei, nothing else does, and the movements in suspense have these problems.
func (o *office) compared(vault common.Address, wei string, problems ...string) {
	o.t.Helper()
	o.n.mine(o.t, 70)
	o.must("", "sync")
	rows := o.must("", "ledger", "reconcile")["rows"].([]any)
	if len(rows) != 3 {
		o.t.Errorf("the comparison has %d rows: %v", len(rows), rows)
	}
	listed := map[any]bool{}
	for _, r := range rows {
		row := r.(map[string]any)
		want, note := "0", "reconciled-equal"
		if row["wallet"] == ledgerForm(vault) && row["books"].(map[string]any)["asset"] == "ETH" && wei != "0" {
			want, note = wei, "reconciled-coin"
		}
		if row["assurance"] != "proven" || shown(row["difference"]) != want || row["note"].(map[string]any)["code"] != note {
			o.t.Errorf("the comparison says %v, want a difference of %s, proven, and %s", row, want, note)
		}
		for _, key := range row["exceptions"].([]any) {
			listed[key] = true
		}
	}
	var got []string
	for _, one := range o.exceptions() {
		got = append(got, fmt.Sprint(one["problem"]))
		if listed[one["key"]] == (one["problem"] == "unread") { // what cannot be read is of no amount
			o.t.Errorf("the comparison lists %v, and the exception is %v", slices.Collect(maps.Keys(listed)), one)
		}
	}
	slices.Sort(got)
	if !slices.Equal(got, problems) {
		o.t.Errorf("the exceptions are %v, want %v", got, problems)
	}
}

// suspense compares what stands in suspense with amounts in base units.
func (o *office) suspense(want map[string]string) {
	o.t.Helper()
	got := map[string]string{}
	for _, l := range o.must("", "ledger", "balance-sheet")["equity"].(map[string]any)["lines"].([]any) {
		line := l.(map[string]any)
		if line["kind"] == "equity:suspense" {
			got[fmt.Sprint(line["amount"].(map[string]any)["asset"])] = shown(line["amount"])
		}
	}
	if !maps.Equal(got, want) {
		o.t.Errorf("in suspense stand %v, want %v", got, want)
	}
}

// exceptions are the open ones.
func (o *office) exceptions() (list []map[string]any) {
	o.t.Helper()
	for _, one := range o.must("", "payout", "exceptions")["exceptions"].([]any) {
		list = append(list, one.(map[string]any))
	}
	return list
}

func ledgerForm(a common.Address) string { return fmt.Sprintf("%#x", a[:]) }
