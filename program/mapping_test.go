package program

import (
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// TestNamespacedBalances computes the slot as ERC-7201 says.
func TestNamespacedBalances(t *testing.T) {
	t.Parallel()
	name := crypto.Keccak256Hash([]byte("openzeppelin.storage.ERC20")).Big()
	slot := crypto.Keccak256Hash(common.BigToHash(name.Sub(name, big.NewInt(1))).Bytes())
	slot[31] = 0
	if slot != NamespacedBalances {
		t.Errorf("the slot is %s", slot)
	}
}

// TestSlotOf compares places in a mapping with those that are written out, word by word.
func TestSlotOf(t *testing.T) {
	t.Parallel()
	wallet := common.HexToAddress("0x70997970C51812dc3A010C7d01b50e0d17dc79C8")
	key := "00000000000000000000000070997970c51812dc3a010c7d01b50e0d17dc79c8"
	nine := "0000000000000000000000000000000000000000000000000000000000000009"
	for order, words := range map[MappingOrder]string{Solidity: key + nine, Vyper: nine + key} {
		m := Mapping{common.HexToHash(nine), order}
		if got, want := m.SlotOf(wallet), crypto.Keccak256Hash(common.FromHex(words)); got != want {
			t.Errorf("%s: %s, want %s", order, got, want)
		}
	}
	if !(Mapping{}).IsZero() || (Mapping{Order: Solidity}).IsZero() {
		t.Error("slot 0 and no slot look alike")
	}
}

// TestSlotsAreRead reads slots as numbers and as words, and refuses what is neither or has no use.
func TestSlotsAreRead(t *testing.T) {
	t.Parallel()
	const head = "program: x\nschema: 1\nchain: { id: 1, start_block: 1 }\n"
	const sale = "sale: { contract: \"0x5FbDB2315678afecb367f032d93F642f64180aa3\", adapter: nodesale"
	usdt := func(more string) string {
		return head + "assets:\n  ETH: { decimals: 18, kind: native }\n" +
			"  USDT: { decimals: 6, kind: erc20, address: \"0xdac17f958d2ee523a2206206994597c13d831ec7\"" + more + " }\n" + sale + " }\n"
	}
	for more, want := range map[string]Mapping{
		"":                   {},
		", balances_slot: 0": {Order: Solidity},
		", balances_slot: 9": {common.BigToHash(big.NewInt(9)), Solidity},
		", balances_slot: 3, balances_order: vyper":             {common.BigToHash(big.NewInt(3)), Vyper},
		", balances_slot: \"" + NamespacedBalances.Hex() + "\"": {NamespacedBalances, Solidity},
	} {
		p, err := Read("x.yaml", []byte(usdt(more)))
		if err != nil {
			t.Errorf("%s: %v", more, err)
			continue
		}
		if use, _ := p.AssetUse("USDT"); use.Balances != want {
			t.Errorf("%s: %+v", more, use.Balances)
		}
	}
	for _, more := range []string{", balances_slot: -1", ", balances_slot: 0x09", ", balances_slot: \"0x09\"", ", balances_slot: nine",
		", balances_order: vyper", ", balances_slot: 1, balances_order: rust", ", balances_slot: 1e3"} {
		if _, err := Read("x.yaml", []byte(usdt(more))); err == nil {
			t.Errorf("%s was read", more)
		}
	}
	p, err := Read("x.yaml", []byte(head+sale+", counter_slot: 7 }\n"))
	if err != nil || p.Sale.CounterSlot == nil || *p.Sale.CounterSlot != common.BigToHash(big.NewInt(7)) {
		t.Error(p, err)
	}
}
