package payout

import (
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout/merkle"
)

// The calls of the distributor, by the first four bytes of the Keccak-256 of their signatures.
const (
	claimSignature   = "claim(address,uint256,bytes32[])"
	proposeSignature = "propose(bytes32,uint256,bytes32)"
)

// claimData is claim(account, cumulative, proof): the selector, three words of which the last says where the proof begins,
// its length, and its hashes.
func claimData(w ledger.Wallet, cumulative uint256.Int, proof []merkle.Hash) []byte {
	data := crypto.Keccak256([]byte(claimSignature))[:4]
	amount := cumulative.Bytes32()
	data = append(data, common.LeftPadBytes(w[:], 32)...)
	data = append(data, amount[:]...)
	data = append(data, common.LeftPadBytes([]byte{3 * 32}, 32)...)
	data = append(data, common.LeftPadBytes(big.NewInt(int64(len(proof))).Bytes(), 32)...)
	for _, h := range proof {
		data = append(data, h[:]...)
	}
	return data
}

// proposeData is propose(root, total, file).
func proposeData(root ledger.Hash, total uint256.Int, file ledger.Hash) []byte {
	data := crypto.Keccak256([]byte(proposeSignature))[:4]
	amount := total.Bytes32()
	return append(append(append(data, root[:]...), amount[:]...), file[:]...)
}
