package contracts_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/contracts"
)

// TestSoldSlotIsTheCompilers reads the slot of totalSold in what the compiler wrote.
func TestSoldSlotIsTheCompilers(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("build/NodeSale.layout")
	if err != nil {
		t.Fatal(err)
	}
	var variables []struct {
		Label, Slot string
		Offset      int
	}
	if err := json.Unmarshal(text, &variables); err != nil {
		t.Fatal(err)
	}
	for _, v := range variables {
		if v.Label == "totalSold" {
			if v.Offset != 0 || v.Slot != contracts.SoldSlot.Big().String() {
				t.Errorf("totalSold is in slot %s at byte %d, and contracts.SoldSlot is %s", v.Slot, v.Offset, contracts.SoldSlot.Big())
			}
			return
		}
	}
	t.Error("the compiler knows no totalSold")
}

// TestTheDeployedSale: a deployed sale has the first of SaleCodes, and what it counts as sold is in SoldSlot.
func TestTheDeployedSale(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(100, 50, noQuota)))
	code, err := m.client.CodeAt(t.Context(), m.sale, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := crypto.Keccak256Hash(code); got != contracts.SaleCodes[0] {
		t.Errorf("the code of NodeSale hashes to %s: put it first into contracts.SaleCodes", got)
	}
	for range 3 {
		m.buy(t, alice, 3, "")
	}
	held, err := m.client.StorageAt(t.Context(), m.sale, contracts.SoldSlot, nil)
	if err != nil {
		t.Fatal(err)
	}
	sold := ask(t, m.chain, m.sale, bind.PackTotalSold(), bind.UnpackTotalSold)
	if sold.Int64() != 9 || common.BytesToHash(held).Big().Cmp(sold) != 0 {
		t.Errorf("the slot holds %x, and totalSold is %s", held, sold)
	}
}
