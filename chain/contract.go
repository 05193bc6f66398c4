package chain

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/problem"
)

// isValidSignature is the selector of isValidSignature(bytes32,bytes), which a contract also answers with when it says yes (ERC-1271).
const isValidSignature = "1626ba7e"

// signatureGas is what a contract may use to look at a signature: a Safe of a hundred owners needs a tenth of it.
const signatureGas = 10_000_000

// saidYes is the one answer that counts: the selector and 28 zeros.
var saidYes = *new(uint256.Int).SetBytes(common.RightPadBytes(common.FromHex(isValidSignature), 32))

// IsContract says whether there is code at an address, at a block that this watcher gave. It is an endpoint's word.
func (w *Watcher) IsContract(ctx context.Context, at engine.Header, address common.Address) (there bool, err error) {
	err = w.tryEach(ctx, w.byHealth(), false, func(e *endpoint) error {
		var code []byte
		_, err := e.askAt(ctx, at, func(where string) *call {
			return &call{
				method: "eth_getCode", params: fmt.Appendf(nil, `["0x%x",%s]`, address[:], where),
				read: func(r *reader) { code = r.data(new([]byte)) },
			}
		})
		there = len(code) > 0
		return err
	})
	return there, err
}

// ContractSigned says whether a contract takes a signature of a hash as its own (ERC-1271), at a block that this watcher gave. Only the
// answer that the standard names counts. Every endpoint is asked; all that answer must say the same, and two must answer where there are
// two. Nothing proves what a call returns: it is their word.
func (w *Watcher) ContractSigned(ctx context.Context, at engine.Header, contract common.Address, hash common.Hash, signature []byte) (bool,
	error) {
	q := &question{
		what: fmt.Sprintf("what the contract %s says of a signature", contract), account: contract, calldata: signedCall(hash, signature),
		gas: signatureGas,
	}
	answers, _, passing := w.report(ctx, at, q)
	value, some := answers.any()
	switch {
	case ctx.Err() != nil:
		return false, context.Cause(ctx)
	case !some && passing != nil:
		return false, passing
	case !some: // it reverts, or answers with other than 32 bytes
		return false, nil
	case !answers.agree():
		return false, q.disagreement(at, answers)
	case !value.Eq(&saidYes):
		return false, nil
	case len(answers) < min(2, len(w.endpoints)):
		return false, problem.New(problem.Unavailable, problem.NoNode, "%d of %d endpoints answers at block %d what the contract %s says, "+
			"and two must: try again when another one answers", len(answers), len(w.endpoints), at.Number, contract)
	}
	return true, nil
}

// signedCall is the calldata that asks a contract about a signature.
func signedCall(hash common.Hash, signature []byte) []byte {
	bytes32, _ := abi.NewType("bytes32", "", nil) // both are types of the language
	bytes, _ := abi.NewType("bytes", "", nil)
	packed, err := abi.Arguments{{Type: bytes32}, {Type: bytes}}.Pack(hash, signature)
	if err != nil {
		panic(err) // these two always pack
	}
	return append(common.FromHex(isValidSignature), packed...)
}
