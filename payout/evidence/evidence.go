// Package evidence reads payments out of what a chain says: transfers of tokens out of the treasury, claims from
// distributors, and the chain's own coin as the treasury's Safe sent it.
//
// Guarantees:
//   - Wanted names every log that Read reads, and nothing that the program cannot pay in.
//   - One thing that was paid is one Payment, whatever else is in its transaction: a token's transfer is known by the
//     token's log only, a claim by the distributor's log only, a coin's transfer by the Safe's calldata only.
//   - The same logs and transactions give the same payments, in order of their places. Nothing that they hold makes it
//     panic, however malformed. No two payments, and no two reasons why something is unread, have the same place.
//   - Nothing is guessed: what a wanted log or its transaction says that cannot be read, and may have moved value, is an
//     Unread with the reason. Transfers of nothing, which anybody can make in the treasury's name, are left out.
//
// Not guaranteed:
//   - That a log is the chain's: it has to be proven before. The calldata says what happened because the Safe's own log
//     says that its execution succeeded, and because a batch (multiSend) undoes itself when a part of it fails. That the
//     contract which a Safe lends itself to for a batch is the published one is for the Safe's owners to see to.
//   - Coins that leave the treasury without execTransaction: by a module of the Safe, or from a treasury that is no Safe.
//     A guard or module that the owners gave the Safe can also make executions look like others; both are theirs to trust.
//   - What a transfer was for, and that a token takes no fee on the way.
package evidence

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/ledger"
)

// The first topics of what is read.
var (
	TransferTopic  = crypto.Keccak256Hash([]byte("Transfer(address,address,uint256)"))
	ClaimedTopic   = crypto.Keccak256Hash([]byte("Claimed(address,uint256,uint256,bytes32)"))
	ExecutionTopic = crypto.Keccak256Hash([]byte("ExecutionSuccess(bytes32,uint256)")) // of a Safe, of version 1.0 and later
)

// Log is a log of a proven block.
type Log struct {
	Address common.Address
	Topics  []common.Hash
	Data    []byte
	TxHash  common.Hash
	TxIndex uint32
	Index   uint32 // in the block
}

// Tx is a transaction of a proven block.
type Tx struct {
	Hash    common.Hash
	To      common.Address // zero when it made a contract
	Input   []byte
	Success bool
}

// Place is where in its block a payment stands. Coins that one execution of a Safe sent share the log of the execution;
// Part is the payment's place in the batch, counted from 0 over everything in it. All else is part 0.
type Place struct {
	TxHash  common.Hash
	TxIndex uint32
	Index   uint32 // of the log in the block
	Part    uint32
}

// Payment is value that left the treasury or a distributor. Amounts are in base units and above zero.
type Payment struct {
	Place
	Token      common.Address // zero: the chain's own coin
	From       ledger.Wallet  // the treasury, or the distributor of a claim
	To         ledger.Wallet  // zero: tokens that were burnt
	Amount     uint256.Int
	Claim      bool
	Cumulative uint256.Int // of a claim: everything that the wallet has claimed of the token, this included
	Root       common.Hash // of a claim: the tree that it was proven by
}

// Unread is a log, or a part of an execution of a Safe, that may have moved value in a way that cannot be read. Payments may
// be read out of the rest of its transaction.
type Unread struct {
	Place
	Why string
}

// Read gives the payments among the logs of one block, which come in order of their index, and the transactions that were
// asked for with them. Logs of other contracts, and other logs of these, are not read.
func (s *Sources) Read(logs []Log, txs []Tx) (payments []Payment, unread []Unread) {
	for i := range logs {
		l := &logs[i]
		if len(l.Topics) == 0 {
			continue
		}
		at := Place{TxHash: l.TxHash, TxIndex: l.TxIndex, Index: l.Index}
		token, claimed := s.distributors[l.Address]
		var one Payment
		var err error
		switch {
		case l.Topics[0] == TransferTopic && s.tokens[l.Address]:
			one, err = s.transfer(l)
		case l.Topics[0] == ClaimedTopic && claimed:
			one, err = claim(l, token)
		case l.Topics[0] == ExecutionTopic && l.Address == s.treasury && s.coin:
			sent, wrong := s.execution(logs, l, txs)
			for _, p := range sent {
				p.Place = Place{at.TxHash, at.TxIndex, at.Index, p.Part}
				payments = append(payments, p)
			}
			for _, u := range wrong {
				unread = append(unread, Unread{Place{at.TxHash, at.TxIndex, at.Index, u.Part}, u.Why})
			}
			continue
		default:
			continue
		}
		if err != nil {
			unread = append(unread, Unread{at, err.Error()})
		} else if !one.Amount.IsZero() {
			one.Place = at
			payments = append(payments, one)
		}
	}
	return payments, unread
}

// transfer reads a token's transfer; its amount is zero when it is not out of the treasury.
func (s *Sources) transfer(l *Log) (p Payment, err error) {
	if len(l.Topics) < 2 || l.Topics[1] != padded(s.treasury) {
		return p, nil
	}
	if len(l.Topics) != 3 || len(l.Data) != 32 {
		return p, fmt.Errorf("a Transfer of %s has %d topics and %d bytes of data; an ERC-20's has 3 and 32", l.Address, len(l.Topics),
			len(l.Data))
	}
	to, err := wallet(l.Topics[2])
	if err != nil {
		return p, fmt.Errorf("a Transfer of %s: %w", l.Address, err)
	}
	p = Payment{Token: l.Address, From: ledger.Wallet(s.treasury), To: to}
	p.Amount.SetBytes(l.Data)
	return p, nil
}

// claim reads Claimed(address indexed account, uint256 amount, uint256 cumulative, bytes32 indexed root).
func claim(l *Log, token common.Address) (p Payment, err error) {
	if len(l.Topics) != 3 || len(l.Data) != 64 {
		return p, fmt.Errorf("a Claimed of %s has %d topics and %d bytes of data; 3 and 64 are expected", l.Address, len(l.Topics), len(l.Data))
	}
	to, err := wallet(l.Topics[1])
	if err != nil {
		return p, fmt.Errorf("a Claimed of %s: %w", l.Address, err)
	}
	p = Payment{Token: token, From: ledger.Wallet(l.Address), To: to, Claim: true, Root: l.Topics[2]}
	p.Amount.SetBytes(l.Data[:32])
	p.Cumulative.SetBytes(l.Data[32:])
	if p.Cumulative.Lt(&p.Amount) {
		return p, fmt.Errorf("a Claimed of %s pays %s and calls %s the sum of all claims", l.Address, p.Amount.Dec(), p.Cumulative.Dec())
	}
	return p, nil
}

// execution reads what the Safe sent when it emitted a log, out of the calldata of the log's transaction.
func (s *Sources) execution(logs []Log, l *Log, txs []Tx) (sent []Payment, wrong []Unread) {
	at := slices.IndexFunc(txs, func(tx Tx) bool { return tx.Hash == l.TxHash })
	again := slices.ContainsFunc(logs, func(other Log) bool {
		return other.TxHash == l.TxHash && other.Address == l.Address && other.Index != l.Index && len(other.Topics) > 0 &&
			other.Topics[0] == ExecutionTopic
	})
	why := ""
	switch {
	case at < 0:
		why = "the transaction in which the Safe executed something is not there"
	case !txs[at].Success:
		why = "the transaction in which the Safe executed something failed"
	case txs[at].To != s.treasury:
		why = fmt.Sprintf("the Safe executed something in a transaction to %s: only what is sent to the Safe itself is read", txs[at].To)
	case again:
		why = "the Safe executed several things in one transaction: which of them the calldata is about is not read"
	}
	if why != "" {
		return nil, []Unread{{Why: why}}
	}
	sent, wrong = readExecution(txs[at].Input)
	for i := range sent {
		sent[i].From = ledger.Wallet(s.treasury)
	}
	return sent, wrong
}

func padded(a common.Address) common.Hash { return common.BytesToHash(a[:]) }

// wallet is the address in a word.
func wallet(word common.Hash) (ledger.Wallet, error) {
	if !bytes.Equal(word[:12], make([]byte, 12)) {
		return ledger.Wallet{}, fmt.Errorf("%s is no address", word)
	}
	return ledger.Wallet(word[12:]), nil
}
