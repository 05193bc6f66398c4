package synth

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
)

// Payments are ERC-20 payments of the treasury that are in the same blocks as a sale's purchases, between them. The zero
// value makes none.
type Payments struct {
	Token    common.Address
	PerBlock int
}

// Payment is one payment as the right books have it; amount in the token's base units.
type Payment struct {
	Block  uint64
	Tx     common.Hash
	Log    uint64 // index in the block
	Token  common.Address
	To     common.Address
	Amount uint256.Int
}

// PaymentHandler is the sale of the same name with these payments in it.
func (p Payments) PaymentHandler(blocks, purchasesPerBlock int) *Sale {
	return paymentHandler(p, blocks, purchasesPerBlock, 1)
}

// NodeSale is the sale of the same name with these payments in it.
func (p Payments) NodeSale(blocks, purchasesPerBlock int) *Sale {
	return nodeSale(p, false, blocks, purchasesPerBlock)
}

// TransferTopic is the first topic of an ERC-20 transfer.
var TransferTopic = event("Transfer(address,address,uint256)")

// TransferLog is what an ERC-20 emits when it moves.
func TransferLog(token, from, to common.Address, amount *uint256.Int) Log {
	var data words
	data.amount(amount)
	return Log{token, []common.Hash{TransferTopic, indexed(from), indexed(to)}, data}
}

// pay puts the payments of a block between its transactions, and says where those that were there went. Each payment is
// a transaction of its own, in which somebody else moves the same token, too.
func (s *Sale) pay(txs []Tx) (all []Tx, moved []int, paid []Payment) {
	for i := range max(len(txs), s.payments.PerBlock) {
		if i < len(txs) {
			moved = append(moved, len(all))
			all = append(all, txs[i])
		}
		if i >= s.payments.PerBlock {
			continue
		}
		n := uint64(len(s.Payments) + len(paid))
		one := Payment{Token: s.payments.Token, To: wallet("paid", n%50), Amount: *uint256.NewInt(5_000_000 + n)}
		input := selector("transfer(address,uint256)")
		input.address(one.To)
		input.amount(&one.Amount)
		all = append(all, Tx{From: s.Treasury, To: one.Token, Input: input, Logs: []Log{
			TransferLog(one.Token, wallet("stranger", n), s.Treasury, uint256.NewInt(n+1)),
			TransferLog(one.Token, s.Treasury, one.To, &one.Amount),
		}})
		paid = append(paid, one)
	}
	return all, moved, paid
}

// placed completes the payments of a block that was made of these transactions.
func placed(paid []Payment, txs []Tx, block uint64, hash func(tx int) common.Hash) []Payment {
	log, next := uint64(0), 0
	for i := range txs {
		if n := len(txs[i].Logs); n > 0 && next < len(paid) && txs[i].To == paid[next].Token {
			paid[next].Block, paid[next].Tx, paid[next].Log = block, hash(i), log+uint64(n)-1
			next++
		}
		log += uint64(len(txs[i].Logs))
	}
	return paid
}
