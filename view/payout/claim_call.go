package payout

import (
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout/merkle"
)

// The calls of the distributor: one that holders make, and two with the same four values, of two people.
var (
	claim     = evm.Selector("claim(address,uint256,bytes32[])")
	treeCalls = map[string][4]byte{
		FormatPropose:  evm.Selector("propose(bytes32,uint256,bytes32,bytes32)"),
		FormatActivate: evm.Selector("activate(bytes32,uint256,bytes32,bytes32)"),
	}
)

// claimData is claim(account, cumulative, proof): the selector, three words of which the last says where the proof begins,
// its length, and its hashes.
func claimData(w ledger.Wallet, cumulative uint256.Int, proof []merkle.Hash) []byte {
	account, amount := evm.Padded(common.Address(w)), cumulative.Bytes32()
	offset, length := uint256.NewInt(3*32).Bytes32(), uint256.NewInt(uint64(len(proof))).Bytes32()
	data := slices.Concat(claim[:], account[:], amount[:], offset[:], length[:])
	for _, h := range proof {
		data = append(data, h[:]...)
	}
	return data
}

// treeData is propose(root, total, file, checkpoint), or activate of the same.
func treeData(call string, root ledger.Hash, total uint256.Int, file, checkpoint ledger.Hash) []byte {
	selector, amount := treeCalls[call], total.Bytes32()
	return slices.Concat(selector[:], root[:], amount[:], file[:], checkpoint[:])
}
