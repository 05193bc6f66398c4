package contracts_test

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common"
)

// modelTier counts nodes; perWallet noQuota is no quota.
type modelTier struct {
	price                 *big.Int
	size, perWallet, sold uint64
}

type modelSale struct {
	sequential       bool
	maxNodes         *big.Int
	discount, reward int64 // in hundredths of a per cent
	tiers            []modelTier
	bought           map[common.Address]map[int]uint64 // wallet, tier
	codes            map[string]common.Address         // in use
	lists            map[int][]common.Address          // of the tiers that have one
}

// wish is a purchase that somebody would like to make.
type wish struct {
	buyer    account
	quantity *big.Int
	code     string
	proves   bool // shows the proof of every list that the buyer is on
}

type modelBill struct {
	list, paid, referral *big.Int
	perTier              []uint64
	referrer             common.Address
	opened               *big.Int // a bit for each tier with a list that the purchase came to, and that was open to its buyer
}

// modelQuote is a second way to the price of a purchase: it takes node after node, each from the first tier that has
// one for the wallet, and adds up the prices. refused describes the error of the contract, empty when there is none.
func modelQuote(s *modelSale, o wish) (bill modelBill, refused string) {
	wallet, quantity, code := o.buyer.Address, o.quantity, o.code
	bill.opened = new(big.Int)
	bill.list, bill.perTier = new(big.Int), make([]uint64, len(s.tiers))
	if quantity.Sign() == 0 {
		return bill, "ZeroQuantity()"
	}
	if quantity.Cmp(big.NewInt(4000)) > 0 {
		return bill, fmt.Sprintf("PurchaseTooLarge(asked=%s, most=4000)", quantity)
	}
	if code != "" {
		referrer, known := s.codes[code]
		if !known {
			return bill, fmt.Sprintf("UnknownCode(code=%q)", code)
		}
		if referrer == wallet {
			return bill, fmt.Sprintf("SelfReferral(wallet=%s)", wallet)
		}
		bill.referrer = referrer
	}
	sold := new(big.Int)
	for _, tier := range s.tiers {
		sold.Add(sold, new(big.Int).SetUint64(tier.sold))
	}
	if left := new(big.Int).Sub(s.maxNodes, sold); quantity.Cmp(left) > 0 {
		return bill, fmt.Sprintf("MaxNodesExceeded(asked=%s, left=%s)", quantity, left)
	}
	taken := new(big.Int)
	for taken.Cmp(quantity) < 0 {
		i := s.nextTier(o, bill.perTier)
		if i < 0 {
			return bill, fmt.Sprintf("NotEnoughNodes(asked=%s, available=%s)", quantity, taken)
		}
		if s.room(wallet, i) == bill.perTier[i] { // sequential, and the wallet has had its share of the open tier
			here := new(big.Int).SetUint64(bill.perTier[i])
			wanted := new(big.Int).Sub(quantity, new(big.Int).Sub(taken, here))
			return bill, fmt.Sprintf("QuotaExceeded(wallet=%s, tier=%d, room=%s, wanted=%s)", wallet, i, here, wanted)
		}
		bill.list.Add(bill.list, s.tiers[i].price)
		bill.perTier[i]++
		taken.Add(taken, big.NewInt(1))
	}
	for i := range s.lists {
		if s.open(o, i) && slices.ContainsFunc(bill.perTier[i:], func(taken uint64) bool { return taken > 0 }) {
			bill.opened.SetBit(bill.opened, i, 1)
		}
	}
	bill.paid, bill.referral = new(big.Int).Set(bill.list), new(big.Int)
	if code != "" {
		bill.paid.Mul(bill.paid, big.NewInt(10_000-s.discount)).Div(bill.paid, big.NewInt(10_000))
		bill.referral.Mul(bill.paid, big.NewInt(s.reward)).Div(bill.referral, big.NewInt(10_000))
	}
	return bill, ""
}

// nextTier is the first tier that is open to the buyer and has a node left after those already taken; in a parallel sale the wallet
// must have room in it too. It is -1 when there is none.
func (s *modelSale) nextTier(o wish, taken []uint64) int {
	for i, tier := range s.tiers {
		if !s.open(o, i) || tier.sold+taken[i] >= tier.size {
			continue
		}
		if s.sequential || s.room(o.buyer.Address, i) > taken[i] {
			return i
		}
	}
	return -1
}

// open says whether a tier has nodes, and lets the buyer in.
func (s *modelSale) open(o wish, i int) bool {
	tier, list := s.tiers[i], s.lists[i]
	return tier.perWallet > 0 && tier.sold < tier.size && (list == nil || o.proves && slices.Contains(list, o.buyer.Address))
}

func (s *modelSale) room(wallet common.Address, i int) uint64 {
	if had := s.bought[wallet][i]; had < s.tiers[i].perWallet {
		return s.tiers[i].perWallet - had
	}
	return 0
}

// book writes a purchase down.
func (s *modelSale) book(wallet common.Address, bill modelBill) {
	if s.bought[wallet] == nil {
		s.bought[wallet] = map[int]uint64{}
	}
	for i, taken := range bill.perTier {
		s.tiers[i].sold += taken
		s.bought[wallet][i] += taken
	}
}
