package evidence

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/ledger"
)

// claim reads Claimed(address indexed account, uint256 amount, uint256 cumulative, bytes32 indexed root).
func claim(l *evm.Log, token common.Address) (p Payment, err error) {
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

// move is a transfer by what must be the same in the claim that made it.
type move struct {
	tx       common.Hash
	from, to ledger.Wallet
	amount   uint256.Int
}

// claims finds the transfers that the claims among the logs make, and for each of them whose claims they are.
func (s *Sources) claims(logs []evm.Log) map[move][]ledger.Wallet {
	var made map[move][]ledger.Wallet
	for i := range logs {
		l := &logs[i]
		token, is := s.distributors[l.Address]
		if !is || !l.Is(l.Address, ClaimedTopic) {
			continue
		}
		one, err := claim(l, token)
		if err != nil {
			continue
		}
		if made == nil {
			made = map[move][]ledger.Wallet{}
		}
		m := move{l.TxHash, one.From, receiver(&one, logs, i), one.Amount}
		made[m] = append(made[m], one.To)
	}
	return made
}

// receiver is who got a claim, which is the log i: its claimer, unless the distributor's next log is
// ClaimedTo(address indexed account, address indexed to, uint256 amount) of the same claim.
func receiver(claim *Payment, logs []evm.Log, i int) ledger.Wallet {
	if i+1 == len(logs) {
		return claim.To
	}
	l, next := &logs[i], &logs[i+1]
	if next.TxHash != l.TxHash || next.Index != l.Index+1 || !next.Is(l.Address, ClaimedToTopic) || len(next.Topics) != 3 ||
		len(next.Data) != 32 {
		return claim.To
	}
	account, err := wallet(next.Topics[1])
	to, wrong := wallet(next.Topics[2])
	if err != nil || wrong != nil || account != claim.To || !new(uint256.Int).SetBytes(next.Data).Eq(&claim.Amount) {
		return claim.To
	}
	return to
}
