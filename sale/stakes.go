package sale

import (
	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

// Staked is that somebody stakes the program's token on a contract, or stakes it no longer.
type Staked struct {
	evm.Place
	Wallet ledger.Wallet
	Amount money.Amount // above zero
	Ends   bool
}

// StakesWanted are the logs that [StakesIn] reads.
func StakesWanted(p *program.Program) (list []evm.Filter) {
	for i := range p.Contracts {
		c := &p.Contracts[i]
		for _, topic := range []common.Hash{c.Staked.Topic, c.Unstaked.Topic} {
			list = append(list, evm.Filter{Address: c.Contract, Topics: []common.Hash{topic}})
		}
	}
	return list
}

// StakesIn reads what a block says of stakes on contracts, in the order of its logs, by the program's rules of that moment. Stakes of
// nothing are left out. A log that does not decode is an error that names it.
func StakesIn(p *program.Program, b *Block) (list []Staked, err error) {
	m := program.Moment{Block: b.Number, Time: b.When()}
	for i := range b.Logs {
		l := &b.Logs[i]
		for k := range p.Contracts {
			c := &p.Contracts[k]
			if l.Address != c.Contract || !c.From.Begun(m) {
				continue
			}
			for _, e := range []struct {
				*program.StakeEvent
				ends bool
			}{{&c.Staked, false}, {&c.Unstaked, true}} {
				if !l.Is(c.Contract, e.Topic) {
					continue
				}
				s, err := stake(p, l, e.StakeEvent)
				if err != nil {
					return nil, badLog(l, e.Canonical, err)
				}
				if s.Ends = e.ends; !s.Amount.IsZero() {
					list = append(list, s)
				}
			}
		}
	}
	return list, nil
}

func stake(p *program.Program, l *evm.Log, e *program.StakeEvent) (s Staked, err error) {
	v, err := values(l, &e.EventSignature)
	if err != nil {
		return s, err
	}
	s.Place = l.Place()
	if s.Wallet, err = v.wallet(e.Holder); err != nil {
		return s, err
	}
	amount, err := v.number(e.Amount)
	if err == nil {
		s.Amount, err = money.FromBig(p.Token.Asset, amount)
	}
	return s, err
}
