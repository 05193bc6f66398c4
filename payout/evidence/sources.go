package evidence

import (
	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

// Sources are the contracts whose word counts as evidence. The zero value reads nothing.
type Sources struct {
	treasury     common.Address
	tokens       map[common.Address]bool
	distributors map[common.Address]common.Address // to the token that is claimed there
	coin         bool                              // the chain's own coin is paid
	wanted       []evm.Filter
}

// Of finds the sources of a program: its tokens, as they leave the treasury; its distributors; and the treasury's Safe,
// where the program pays in the chain's own coin.
func Of(p *program.Program) *Sources {
	s := &Sources{treasury: p.Payout.Treasury, tokens: map[common.Address]bool{}, distributors: map[common.Address]common.Address{}}
	there := s.treasury != (common.Address{})
	for _, use := range p.Assets {
		if token, kept := use.Contract(); kept && there {
			s.tokens[token] = true
			s.wanted = append(s.wanted, evm.Filter{Address: token, Topics: []common.Hash{TransferTopic, evm.Padded(s.treasury)}})
		}
	}
	for _, d := range p.Payout.Distributors {
		use, _ := p.AssetUse(d.Asset.Symbol())
		s.distributors[d.Address] = use.Address
		s.wanted = append(s.wanted, evm.Filter{Address: d.Address, Topics: []common.Hash{ClaimedTopic}})
	}
	if s.coin = there && paysCoin(p); s.coin {
		s.wanted = append(s.wanted, evm.Filter{Address: s.treasury, Topics: []common.Hash{ExecutionTopic}, Body: true})
	}
	return s
}

// Wanted is every log that the payments of a program can be read from, in a fixed order; none when the program names
// neither a treasury nor a distributor.
func Wanted(p *program.Program) []evm.Filter { return Of(p).wanted }

// paysCoin says whether anything that the program can owe is in the chain's own coin: referrals that accrue, what a
// campaign gives, the monthly share.
func paysCoin(p *program.Program) bool {
	native := func(a money.Asset) bool {
		use, known := p.AssetUse(a.Symbol())
		return known && use.Kind == program.Native
	}
	if p.Referral.Settlement == program.Accrued && native(p.Sale.Asset) || p.Revenue != nil && native(p.Revenue.Asset) {
		return true
	}
	for _, c := range p.Campaigns {
		if native(c.Asset) {
			return true
		}
	}
	return false
}
