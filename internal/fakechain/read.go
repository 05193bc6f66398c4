package fakechain

import (
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/evm"
)

var (
	purchase   = evm.Topic(purchased)
	withdrawal = evm.Topic(withdrawn)
)

// IsPurchase says whether a log is a purchase.
func IsPurchase(l *evm.Log) bool { return len(l.Topics) > 0 && l.Topics[0] == purchase }

// IsWithdrawal says whether a log is a referrer's taking of rewards.
func IsWithdrawal(l *evm.Log) bool { return len(l.Topics) > 0 && l.Topics[0] == withdrawal }

// Sold is how many nodes the purchases of some blocks are.
func Sold(blocks []engine.Block) (nodes uint64) {
	for i := range blocks {
		for k := range blocks[i].Facts.Logs {
			if l := &blocks[i].Facts.Logs[k]; IsPurchase(l) {
				nodes += number(l, 0)
			}
		}
	}
	return nodes
}

// Owed is what the purchases of some blocks give to referrers, less what they have taken, in wei by wallet.
func Owed(blocks []engine.Block) map[byte]int64 {
	owed := map[byte]int64{}
	for i := range blocks {
		for k := range blocks[i].Facts.Logs {
			switch l := &blocks[i].Facts.Logs[k]; {
			case IsPurchase(l):
				owed[l.Topics[3][31]] += int64(number(l, 3))
			case IsWithdrawal(l):
				owed[l.Topics[1][31]] -= int64(number(l, 1))
			}
		}
	}
	return owed
}

// number is a word of a log that this package made.
func number(l *evm.Log, n int) uint64 {
	value, err := evm.Words(l.Data).Uint64(n)
	if err != nil {
		panic(err)
	}
	return value
}
