package synth

import (
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
)

// PaymentHandler is a sale on a contract that behaves as GPU.net's of April 2024: admin transactions without events set
// treasury, tiers and codes, then come blocks of purchases, each with a live code and so with two logs: Refer and
// paymentReceived, whose amount is what the treasury got.
func PaymentHandler(blocks, purchasesPerBlock int) *Sale {
	return paymentHandler(Payments{}, blocks, purchasesPerBlock, 1)
}

// SparsePaymentHandler is the same sale in which every fourth purchase has a code, so that five logs are four purchases and one commission.
func SparsePaymentHandler(blocks, purchasesPerBlock int) *Sale {
	return paymentHandler(Payments{}, blocks, purchasesPerBlock, 4)
}

// paymentHandler is a sale in which each purchase of so many has a code.
func paymentHandler(payments Payments, blocks, purchasesPerBlock, each int) *Sale {
	s := newSale("payment handler", payments)
	s.Counter = "totalMinted()"
	s.Topics = []common.Hash{
		event("paymentReceived(address,uint256,uint256,string)"),
		event("Refer(address,address,uint256,uint256)"),
	}
	s.Blocks = append(s.Blocks, s.Chain.Add(Tx{From: s.Owner, Input: []byte{0x60, 0x80, 0x60, 0x40}}))
	admin := []Tx{{From: s.Owner, To: s.Contract, Input: s.setFundsHandler()}}
	for i := range s.Tiers {
		admin = append(admin, Tx{From: s.Owner, To: s.Contract, Input: s.setTiers(i)})
	}
	s.settle(append(admin, Tx{From: s.Owner, To: s.Contract, Input: s.setReferralCode()})...)
	mint := selector("mint(uint256,string)")
	all := uint64(blocks) * uint64(purchasesPerBlock)
	s.tx = func(_ uint64, p *Purchase) Tx {
		input := slices.Clone(mint)
		input.number(p.Quantity)
		input.number(64)
		input.text(p.Code)
		var referred, paid words
		referred.number(p.Quantity)
		referred.amount(&p.Referral)
		paid.amount(&p.Treasury)
		paid.number(p.Quantity)
		paid.number(96)
		paid.text(p.Code)
		logs := []Log{
			{s.Contract, []common.Hash{s.Topics[1], indexed(p.Referrer), indexed(p.Buyer)}, referred},
			{s.Contract, []common.Hash{s.Topics[0], indexed(p.Buyer)}, paid},
		}
		if p.Code == "" {
			logs = logs[1:]
		}
		return Tx{From: p.Buyer, To: s.Contract, Value: p.Paid, Input: input, Logs: logs}
	}
	for range blocks {
		var bought []Purchase
		for range purchasesPerBlock {
			n := uint64(len(s.Purchases) + len(bought))
			p := s.next(n, all, n%uint64(each) == 0)
			if p.Treasury = p.Paid; p.Code != "" {
				p.Treasury = share(&p.Paid, 90)
			}
			p.Dust.Sub(&p.Paid, &p.Treasury)
			p.Dust.Sub(&p.Dust, &p.Referral)
			bought = append(bought, p)
		}
		s.add(bought)
	}
	return s
}

func (s *Sale) setFundsHandler() []byte {
	input := selector("setFundsHandler(address)")
	input.address(s.Treasury)
	return input
}

func (s *Sale) setTiers(i int) []byte {
	input := selector("setTiers(uint256,uint256,uint256)")
	input.number(uint64(i) + 1)
	input.number(s.Tiers[i].Size)
	input.amount(&s.Tiers[i].Price)
	return input
}

func (s *Sale) setReferralCode() []byte {
	codes := s.codes()
	var texts, offsets, wallets words
	for _, code := range codes {
		offsets.amount(uint256.NewInt(uint64(32*len(codes) + len(texts))))
		texts.text(code)
		wallets.address(s.Codes[code])
	}
	input := selector("setReferralCode(string[],address[])")
	input.number(64)
	input.number(uint64(64 + 32 + len(offsets) + len(texts)))
	input.number(uint64(len(codes)))
	input = append(append(input, offsets...), texts...)
	input.number(uint64(len(codes)))
	return append(input, wallets...)
}

// codes are the sale's codes in order of the alphabet.
func (s *Sale) codes() []string {
	var codes []string
	for code := range s.Codes {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	return codes
}
