package synth

import (
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
)

// NodeSale is a sale on our own contract: the transaction that makes it announces every setting, one transaction
// registers the codes, then come blocks of purchases with one Purchased log each. The treasury gets what was paid less
// the referral; referrals are owed by the contract.
func NodeSale(blocks, purchasesPerBlock int) *Sale {
	return nodeSale(Payments{}, false, blocks, purchasesPerBlock)
}

// LeanNodeSale is the same sale in a hundredth of the memory: its blocks are made again each time that they are asked for.
func LeanNodeSale(blocks, purchasesPerBlock int) *Sale {
	return nodeSale(Payments{}, true, blocks, purchasesPerBlock)
}

func nodeSale(payments Payments, lean bool, blocks, purchasesPerBlock int) *Sale {
	s := newSale("node sale", payments)
	s.lean = lean
	s.Counter = "totalSold()"
	purchased := event("Purchased(uint256,address,address,uint256,uint256,uint256,uint256,string)")
	tierSet := event("TierSet(uint256,uint256,uint256,uint256)")
	s.Topics = []common.Hash{
		purchased, tierSet, event("ModeSet(uint8)"), event("TreasurySet(address)"), event("MaxNodesSet(uint256)"),
		event("DiscountSet(uint256)"), event("RewardSet(uint256)"), event("CodeSet(string,address,bool)"),
	}
	setting := func(topic common.Hash, n uint64) Log {
		var data words
		data.number(n)
		return Log{s.Contract, []common.Hash{topic}, data}
	}
	settings := []Log{
		{s.Contract, []common.Hash{s.Topics[3], indexed(s.Treasury)}, nil},
		setting(s.Topics[2], 1), // parallel
		setting(s.Topics[4], 15_000_000_000), setting(s.Topics[5], 1000), setting(s.Topics[6], 1000),
	}
	for i := range s.Tiers {
		var data words
		data.amount(&s.Tiers[i].Price)
		data.number(s.Tiers[i].Size)
		data.number(s.Tiers[i].PerWallet)
		number := uint256.NewInt(uint64(i)).Bytes32()
		settings = append(settings, Log{s.Contract, []common.Hash{tierSet, number}, data})
	}
	s.settle(Tx{From: s.Owner, Input: []byte{0x60, 0x80, 0x60, 0x40}, Logs: settings})
	var codes []Log
	for _, code := range s.codes() {
		var data words
		data.number(64)
		data.number(1)
		data.text(code)
		codes = append(codes, Log{s.Contract, []common.Hash{s.Topics[7], indexed(s.Codes[code])}, data})
	}
	s.settle(Tx{From: s.Owner, To: s.Contract, Input: selector("multicall(bytes[])"), Logs: codes})
	buy := selector("buy(uint256,string)")
	s.tx = func(n uint64, p *Purchase) Tx {
		input := slices.Clone(buy)
		input.number(p.Quantity)
		input.number(64)
		input.text(p.Code)
		var data words
		data.number(p.Quantity)
		data.amount(&p.List)
		data.amount(&p.Paid)
		data.amount(&p.Referral)
		data.number(160)
		data.text(p.Code)
		id := common.Hash(uint256.NewInt(n + 1).Bytes32())
		return Tx{
			From: p.Buyer, To: s.Contract, Value: p.Paid, Input: input,
			Logs: []Log{{s.Contract, []common.Hash{purchased, id, indexed(p.Buyer), indexed(p.Referrer)}, data}},
		}
	}
	s.sell(blocks, purchasesPerBlock)
	return s
}

// sell makes the blocks of purchases; the treasury gets what the referrer does not.
func (s *Sale) sell(blocks, purchasesPerBlock int) {
	all := uint64(blocks) * uint64(purchasesPerBlock)
	s.Purchases, s.sold = make([]Purchase, 0, all), make([]uint64, 0, all)
	bought := make([]Purchase, 0, purchasesPerBlock)
	for range blocks {
		bought = bought[:0]
		for range purchasesPerBlock {
			p := s.next(uint64(len(s.Purchases)+len(bought)), all, true)
			p.Treasury.Sub(&p.Paid, &p.Referral)
			bought = append(bought, p)
		}
		s.add(bought)
	}
}
