package program

import "github.com/nodeledger/nodeledger/money"

// Bracket gives holders of at least Nodes licences a factor on each of them. In a list of brackets the first begins
// at 1 node, nodes rise and factors never fall, so that splitting nodes over wallets never raises the total score.
type Bracket struct {
	Nodes  uint64
	Factor money.Ratio
}
