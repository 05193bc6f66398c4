package evidence

import (
	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/program"
)

// Sources are the contracts whose word counts as evidence. The zero value reads nothing.
type Sources struct {
	wallets      map[common.Address]bool // of the project, besides the distributors
	tokens       map[common.Address]bool
	distributors map[common.Address]common.Address // to the token that is claimed there
	coin         bool                              // what Safes send of the chain's own coin is read
	wanted       []evm.Filter
}

// Of finds the sources of a program: its tokens, as they move into and out of the project's wallets and distributors; its
// distributors; and the project's Safes, where the chain's own coin is an asset.
func Of(p *program.Program) *Sources {
	s := &Sources{wallets: map[common.Address]bool{}, tokens: map[common.Address]bool{}, distributors: map[common.Address]common.Address{}}
	var own []common.Address
	for _, w := range p.Own() {
		s.wallets[w.Address] = true
		own = append(own, w.Address)
	}
	for _, d := range p.Payout.Claimed() {
		use, _ := p.AssetUse(d.Asset.Symbol())
		s.distributors[d.Address] = use.Address
		own = append(own, d.Address)
	}
	for _, place := range []int{1, 2} { // who a Transfer is from, and who it is to
		for _, wallet := range own {
			for _, use := range p.Assets {
				if token, kept := use.Contract(); kept {
					s.tokens[token] = true
					topics := make([]common.Hash, place+1)
					topics[0], topics[place] = TransferTopic, evm.Padded(wallet)
					s.wanted = append(s.wanted, evm.Filter{Address: token, Topics: topics})
				}
			}
		}
	}
	for _, d := range p.Payout.Claimed() {
		s.wanted = append(s.wanted, evm.Filter{Address: d.Address, Topics: []common.Hash{ClaimedTopic}},
			evm.Filter{Address: d.Address, Topics: []common.Hash{ClaimedToTopic}})
	}
	for _, use := range p.Assets {
		s.coin = s.coin || use.Kind == program.Native
	}
	if s.coin {
		for _, w := range p.Own() {
			s.wanted = append(s.wanted, evm.Filter{Address: w.Address, Topics: []common.Hash{ExecutionTopic}, Body: true})
		}
	}
	return s
}

// Wanted is every log that the movements of a program's wallets can be read from, in a fixed order; none when the program names no
// wallet and no distributor.
func Wanted(p *program.Program) []evm.Filter { return Of(p).wanted }
