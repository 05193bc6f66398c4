package contracts_test

import (
	"errors"
	"math/big"
	"strings"

	"github.com/holiman/uint256"
	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

// ladder is the model's sale as the books see it.
func (s *modelSale) ladder() (sale.Ladder, sale.Terms) {
	eth := money.MustAsset("ETH", 18)
	l := sale.Ladder{Mode: program.Parallel}
	if s.sequential {
		l.Mode = program.Sequential
	}
	for _, tier := range s.tiers {
		price, _ := uint256.FromBig(tier.price)
		l.Rungs = append(l.Rungs, sale.Rung{
			Tier: program.Tier{Price: money.FromUint256(eth, price), Size: tier.size, PerWallet: tier.perWallet}, Sold: tier.sold,
		})
	}
	terms := sale.Terms{Asset: eth, Split: sale.Whole}
	terms.Discount, _ = money.NewRatio(uint64(s.discount), 10_000)
	terms.Reward, _ = money.NewRatio(uint64(s.reward), 10_000)
	return l, terms
}

// compareBooks checks that the books' own quote is the contract's to the wei, or that both refuse.
func compareBooks(t *rapid.T, s *modelSale, o wish, bill modelBill, refused string) {
	t.Helper()
	if strings.HasPrefix(refused, "UnknownCode") || strings.HasPrefix(refused, "SelfReferral") ||
		strings.HasPrefix(refused, "PurchaseTooLarge") {
		return // whose code it is, and what can be counted, is decided before a ladder is asked
	}
	ladder, terms := s.ladder()
	used := make([]uint64, len(s.tiers))
	for i, n := range s.bought[o.buyer.Address] {
		used[i] = n
	}
	if s.maxNodes.IsUint64() {
		limit := s.maxNodes.Uint64()
		ladder.Max = &limit
	}
	q, err := ladder.Price(o.quantity.Uint64(), used, terms, o.code != "")
	if refused != "" {
		if err == nil {
			t.Fatalf("%v: the contract refuses (%s), the books quote %s", o, refused, q.Paid)
		}
		var none *sale.NotEnough
		var stops *sale.QuotaStops
		switch {
		case strings.HasPrefix(refused, "ZeroQuantity"):
			if !errors.Is(err, sale.ErrZeroNodes) {
				t.Fatalf("%v: %s, the books say %v", o, refused, err)
			}
		case strings.HasPrefix(refused, "QuotaExceeded"):
			if !errors.As(err, &stops) {
				t.Fatalf("%v: %s, the books say %v", o, refused, err)
			}
		default:
			if !errors.As(err, &none) && !errors.As(err, &stops) {
				t.Fatalf("%v: %s, the books say %v", o, refused, err)
			}
		}
		return
	}
	if err != nil {
		t.Fatalf("%v: the contract sells, the books say %v", o, err)
	}
	perTier := make([]uint64, len(s.tiers))
	for _, slice := range q.Slices {
		perTier[slice.Tier-1] = slice.Quantity
	}
	for i := range perTier {
		if perTier[i] != bill.perTier[i] {
			t.Fatalf("%v: tiers %v, the books say %v", o, bill.perTier, perTier)
		}
	}
	for what, c := range map[string][2]*big.Int{
		"list": {q.List.Big(), bill.list}, "paid": {q.Paid.Big(), bill.paid}, "referral": {q.Referral.Big(), bill.referral},
		"discount": {q.Discount.Big(), new(big.Int).Sub(bill.list, bill.paid)},
		"treasury": {q.Treasury.Big(), new(big.Int).Sub(bill.paid, bill.referral)},
	} {
		if c[0].Cmp(c[1]) != 0 {
			t.Fatalf("%v: %s is %s, the books say %s", o, what, c[1], c[0])
		}
	}
}
