// Package evidence reads movements of the project's wallets out of what a chain says: transfers of tokens out of them and into them,
// claims from distributors, and the chain's own coin as the project's Safes sent it.
//
// Guarantees:
//   - Wanted names every log that Read reads, and nothing of a token that is no asset of the program.
//   - One thing that moved is one Payment, whatever else is in its transaction: a token's transfer is known by the token's log only, a
//     claim by the distributor's log only (the transfer that it makes is left out, to whichever wallet it goes), a coin's transfer by the
//     Safe's calldata only. A claim that goes to a wallet of the project is two: the claim, and what its claimer gave the project.
//   - The same logs and transactions give the same payments, in order of their places. Nothing that they hold makes it
//     panic, however malformed. No two payments, and no two reasons why something is unread, have the same place.
//   - Nothing is guessed: what a wanted log or its transaction says that cannot be read, and may have moved value, is an
//     Unread with the reason. Transfers of nothing, which anybody can make in the treasury's name, are left out.
//
// Not guaranteed:
//   - That a log is the chain's: it must be proven before. The calldata says what happened because the Safe's own log
//     says that its execution succeeded, and because a batch (multiSend) undoes itself when a part of it fails. That the
//     contract which a Safe lends itself to for a batch is the published one is for the Safe's owners to see to.
//   - Coins that come in, and coins that leave a wallet without execTransaction: by a module of a Safe, or from a wallet that is no
//     Safe. A reconciliation with the chain shows them.
//     A guard or module that the owners gave the Safe can also make executions look like others; both are theirs to trust.
//   - What a transfer was for, and that a token takes no fee on the way.
package evidence

import (
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/ledger"
)

// The first topics of what is read.
var (
	TransferTopic  = evm.Topic("Transfer(address,address,uint256)")
	ClaimedTopic   = evm.Topic("Claimed(address,uint256,uint256,bytes32)")
	ClaimedToTopic = evm.Topic("ClaimedTo(address,address,uint256)") // right after a claim that goes to another wallet
	ExecutionTopic = evm.Topic("ExecutionSuccess(bytes32,uint256)")  // of a Safe, of version 1.0 and later
)

// Payment is value that left or reached a wallet of the project or a distributor. Amounts are in base units and above zero. Coins that one
// execution of a Safe sent share the log of the execution; the part of their place counts from 0 over the whole batch.
type Payment struct {
	evm.Place
	Token      common.Address // zero: the chain's own coin
	From       ledger.Wallet  // zero: tokens that were made
	To         ledger.Wallet  // zero: tokens that were burnt
	Amount     uint256.Int
	Claim      bool
	Cumulative uint256.Int // of a claim: everything that the wallet has claimed of the token, this included
	Root       common.Hash // of a claim: the tree that it was proven by
}

// Unread is a log, or a part of an execution of a Safe, that may have moved value in a way that cannot be read. Payments may
// be read out of the rest of its transaction.
type Unread struct {
	evm.Place
	Why string
}

// Read gives the payments among the logs of one block, which come in order of their index, and the transactions that were
// asked for with them. Logs of other contracts, and other logs of these, are not read.
func (s *Sources) Read(logs []evm.Log, txs []evm.Tx) (payments []Payment, unread []Unread) {
	claimed := s.claims(logs)
	for i := range logs {
		l := &logs[i]
		token, claims := s.distributors[l.Address]
		var one Payment
		var err error
		switch {
		case s.tokens[l.Address] && l.Is(l.Address, TransferTopic):
			one, err = s.transfer(l, claimed)
		case claims && l.Is(l.Address, ClaimedTopic):
			one, err = claim(l, token)
		case s.coin && s.wallets[l.Address] && l.Is(l.Address, ExecutionTopic):
			sent, wrong := s.execution(logs, l, txs)
			payments, unread = append(payments, sent...), append(unread, wrong...)
			continue
		default:
			continue
		}
		if err != nil {
			unread = append(unread, Unread{l.Place(), err.Error()})
		} else if !one.Amount.IsZero() {
			one.Place = l.Place()
			payments = append(payments, one)
		}
	}
	return payments, unread
}

// transfer reads a token's transfer; its amount is zero when it is of no wallet of the project, or made by a claim. What a claim sent to
// another wallet than the claimer's, and one of the project, came from the claimer.
func (s *Sources) transfer(l *evm.Log, claimed map[move][]ledger.Wallet) (p Payment, err error) {
	own := func(place int) bool {
		if len(l.Topics) <= place {
			return false
		}
		address, ok := evm.Word(l.Topics[place]).Address()
		_, distributor := s.distributors[address]
		return ok && (s.wallets[address] || distributor)
	}
	if !own(1) && !own(2) {
		return p, nil
	}
	if len(l.Topics) != 3 || len(l.Data) != 32 {
		return p, fmt.Errorf("a Transfer of %s has %d topics and %d bytes of data; an ERC-20's has 3 and 32", l.Address, len(l.Topics),
			len(l.Data))
	}
	p = Payment{Token: l.Address}
	for place, into := range map[int]*ledger.Wallet{1: &p.From, 2: &p.To} {
		if *into, err = wallet(l.Topics[place]); err != nil {
			return p, fmt.Errorf("a Transfer of %s: %w", l.Address, err)
		}
	}
	p.Amount.SetBytes(l.Data)
	if made := (move{l.TxHash, p.From, p.To, p.Amount}); len(claimed[made]) > 0 {
		p.From, claimed[made] = claimed[made][0], claimed[made][1:]
		if p.From == p.To || !own(2) {
			return Payment{}, nil
		}
	}
	return p, nil
}

// execution reads what the Safe sent when it emitted a log, out of the calldata of the log's transaction.
func (s *Sources) execution(logs []evm.Log, l *evm.Log, txs []evm.Tx) (sent []Payment, wrong []Unread) {
	at := slices.IndexFunc(txs, func(tx evm.Tx) bool { return tx.Hash == l.TxHash })
	again := slices.ContainsFunc(logs, func(other evm.Log) bool {
		return other.TxHash == l.TxHash && other.Index != l.Index && other.Is(l.Address, ExecutionTopic)
	})
	why := ""
	switch {
	case at < 0:
		why = "the transaction in which the Safe executed something is not there"
	case !txs[at].Success:
		why = "the transaction in which the Safe executed something failed"
	case txs[at].To != l.Address:
		why = fmt.Sprintf("the Safe executed something in a transaction to %s: only what is sent to the Safe itself is read", txs[at].To)
	case again:
		why = "the Safe executed several things in one transaction: which of them the calldata is about is not read"
	}
	if why != "" {
		return nil, []Unread{{l.Place(), why}}
	}
	sent, wrong = readExecution(l.Place(), txs[at].Input)
	for i := range sent {
		sent[i].From = ledger.Wallet(l.Address)
	}
	return sent, wrong
}

// wallet is the address in a topic.
func wallet(topic common.Hash) (ledger.Wallet, error) {
	address, ok := evm.Word(topic).Address()
	if !ok {
		return ledger.Wallet{}, fmt.Errorf("%s is no address", topic)
	}
	return ledger.Wallet(address), nil
}
