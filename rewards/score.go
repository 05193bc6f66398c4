package rewards

import (
	"math/big"

	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

// NodeScore is what a holder's nodes count: nodes x the factor of the highest bracket that they reach, exactly.
type NodeScore struct {
	Nodes  uint64
	Factor money.Ratio // zero when there are no nodes
}

// ScoreOf scores a holder's nodes by the program's brackets in force at a moment. A program without brackets scores 1 a
// node.
func ScoreOf(p *program.Program, m program.Moment, nodes uint64) NodeScore {
	brackets, _ := p.Score.At(m)
	return Score(brackets, nodes)
}

// Score scores a holder's nodes by a list of brackets, rising as program.Bracket says. No brackets score 1 a node.
func Score(brackets []program.Bracket, nodes uint64) NodeScore {
	return NodeScore{nodes, nodeFactor(brackets, nodes)}
}

func nodeFactor(brackets []program.Bracket, nodes uint64) money.Ratio {
	if nodes == 0 {
		return money.Ratio{}
	}
	for i := len(brackets) - 1; i >= 0; i-- {
		if nodes >= brackets[i].Nodes {
			return brackets[i].Factor
		}
	}
	return money.One()
}

// Value is nodes x factor.
func (s NodeScore) Value() *big.Rat {
	nodes := new(big.Rat).SetInt(new(big.Int).SetUint64(s.Nodes))
	return nodes.Mul(nodes, s.Factor.Rat())
}

// String is the score as an exact decimal where one exists ("8.4"), otherwise as a fraction.
func (s NodeScore) String() string { return money.Exact(s.Value()) }

// stakeFactor is false when the brackets count another asset than the stake's.
func stakeFactor(brackets []program.StakeFactor, stake money.Amount) (money.Ratio, bool) {
	if len(brackets) > 0 && brackets[0].Stake.Asset() != stake.Asset() {
		return money.Ratio{}, false
	}
	for i := len(brackets) - 1; i >= 0; i-- {
		if stake.Cmp(brackets[i].Stake) >= 0 {
			return brackets[i].Factor, true
		}
	}
	return money.One(), true
}

// product is a fraction from factors that fit 64 bits each.
func product(a, b money.Ratio) (num, den uint256.Int) {
	num.Mul(uint256.NewInt(a.Num()), uint256.NewInt(b.Num()))
	den.Mul(uint256.NewInt(a.Den()), uint256.NewInt(b.Den()))
	return num, den
}
