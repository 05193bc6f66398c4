package probe

import (
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/evm"
)

// Seen is what was seen of a sale.
type Seen struct {
	Chain     uint64
	Contracts []common.Address
	Start     uint64 // the block from which the logs are
	Deployed  bool   // Start is the block in which the first contract was made
	Head      uint64 // the block up to which the logs are, and at which the views were asked
	Final     bool   // the chain says which block is final
	Logs      []Log  // of the contracts, in order
	Left      int    // how many logs were counted and not kept
	Txs       map[common.Hash]*Tx
	Tokens    map[common.Address]Token
	Views     map[common.Address]map[string]*big.Int // what views answered, by declaration such as "totalSold() returns (uint256)"
}

// Log is a log with its block.
type Log struct {
	evm.Log
	Block uint64
}

// Tx is a transaction with everything that it emitted.
type Tx struct {
	Hash     common.Hash
	From, To common.Address
	Value    uint256.Int
	Block    uint64
	Input    []byte
	Logs     []evm.Log // of all contracts
}

// Token is what an ERC-20 token says of itself.
type Token struct {
	Symbol   string
	Decimals uint8
}

// native stands for the chain's own coin where assets are named by their contracts.
var native common.Address

var transferTopic = evm.Topic("Transfer(address,address,uint256)")

// licenceMove is a transfer of an ERC-721 token.
type licenceMove struct{ token, from, to common.Address }

func licenceMoves(logs []evm.Log) (out []licenceMove) {
	for i := range logs {
		if l := &logs[i]; len(l.Topics) == 4 && l.Topics[0] == transferTopic {
			out = append(out, licenceMove{l.Address, common.BytesToAddress(l.Topics[1][:]), common.BytesToAddress(l.Topics[2][:])})
		}
	}
	return out
}

// tokenMove is a transfer of an ERC-20 token.
type tokenMove struct {
	token, from, to common.Address
	amount          *big.Int
}

func tokenMoves(logs []evm.Log) (out []tokenMove) {
	for i := range logs {
		if l := &logs[i]; len(l.Topics) == 3 && l.Topics[0] == transferTopic && len(l.Data) == 32 {
			out = append(out, tokenMove{l.Address, common.BytesToAddress(l.Topics[1][:]), common.BytesToAddress(l.Topics[2][:]),
				new(big.Int).SetBytes(l.Data)})
		}
	}
	return out
}

// left is what left a wallet in the transaction, by asset, in the order in which it did.
func (t *Tx) left(wallet common.Address) (assets []common.Address, amounts map[common.Address]*big.Int) {
	amounts = map[common.Address]*big.Int{}
	if wallet == t.From && !t.Value.IsZero() {
		assets, amounts[native] = append(assets, native), t.Value.ToBig()
	}
	for _, m := range tokenMoves(t.Logs) {
		if m.from != wallet || m.amount.Sign() == 0 {
			continue
		}
		if amounts[m.token] == nil {
			assets, amounts[m.token] = append(assets, m.token), new(big.Int)
		}
		amounts[m.token].Add(amounts[m.token], m.amount)
	}
	return assets, amounts
}

// paid is what left a wallet in the transaction: the asset, by its contract, and how much of it. The amount is zero when nothing did. Of
// several it is the first of those that are usual, or else the first.
func (t *Tx) paid(wallet common.Address, usual ...common.Address) (asset common.Address, amount *big.Int) {
	assets, amounts := t.left(wallet)
	for _, a := range append(usual, assets...) {
		if amounts[a] != nil {
			return a, amounts[a]
		}
	}
	return native, new(big.Int)
}

// outgoing is what left the contracts for a wallet in tokens.
func (t *Tx) outgoing(contracts []common.Address, to common.Address) (token common.Address, amount *big.Int) {
	amount = new(big.Int)
	for _, m := range tokenMoves(t.Logs) {
		if slices.Contains(contracts, m.from) && m.to == to {
			token, amount = m.token, amount.Add(amount, m.amount)
		}
	}
	return token, amount
}

// Plan says which transactions to look at: of each kind of event of each contract the first, the last, and some between them, most of
// each kind and at most limit in all.
func Plan(logs []Log, each, limit int) []common.Hash {
	type kind struct {
		contract common.Address
		shape    shape
	}
	byKind := map[kind][]common.Hash{}
	var kinds []kind
	for i := range logs {
		l := &logs[i]
		if len(l.Topics) == 0 {
			continue
		}
		k := kind{l.Address, shape{l.Topics[0], len(l.Topics)}}
		list := byKind[k]
		if list == nil {
			kinds = append(kinds, k)
		}
		if len(list) == 0 || list[len(list)-1] != l.TxHash {
			byKind[k] = append(list, l.TxHash)
		}
	}
	slices.SortStableFunc(kinds, func(a, b kind) int { return len(byKind[a]) - len(byKind[b]) }) // rare events first
	var out []common.Hash
	known := map[common.Hash]bool{}
	for _, k := range kinds {
		list := byKind[k]
		n := min(each, len(list))
		for i := range n {
			at := 0
			if n > 1 {
				at = i * (len(list) - 1) / (n - 1)
			}
			if hash := list[at]; !known[hash] && len(out) < limit {
				known[hash] = true
				out = append(out, hash)
			}
		}
	}
	return out
}

// PaymentTokens are the ERC-20 tokens that moved in the transactions: their symbols and decimals are worth asking.
func PaymentTokens(txs map[common.Hash]*Tx) (out []common.Address) {
	for _, t := range txs {
		for _, m := range tokenMoves(t.Logs) {
			if !slices.Contains(out, m.token) {
				out = append(out, m.token)
			}
		}
	}
	slices.SortFunc(out, common.Address.Cmp)
	return out
}
