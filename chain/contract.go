package chain

import (
	"bytes"
	"context"
	"errors"
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

// identity is a contract that every chain has and that returns what it is given.
var identity = common.BytesToAddress([]byte{4})

// saidYes is the one answer that counts: the selector and 28 zeros.
var saidYes = *new(uint256.Int).SetBytes(common.RightPadBytes(common.FromHex(isValidSignature), 32))

// IsContract says whether there is code at an address, at a block that this watcher gave: proven where the endpoints can prove state, and
// their word otherwise. The error is a passing failure, also where they do not say.
func (w *Watcher) IsContract(ctx context.Context, at engine.Header, address common.Address) (bool, error) {
	f, err := w.figure(ctx, at, presence(address))
	if err == nil && !f.Known() {
		err = fmt.Errorf("nobody says whether %s is a contract at block %d: %s", address, at.Number, f.Why)
	}
	return err == nil && !f.Value.IsZero(), err
}

// presence asks whether an address is a contract.
func presence(address common.Address) *question {
	return &question{what: fmt.Sprintf("whether %s is a contract", address), account: address, presence: true}
}

// ContractSigned says whether a contract takes a signature of a hash as its own (ERC-1271), at a block that this watcher gave. Only the
// answer that the standard names counts. Every endpoint is asked; all that answer must say the same, and two must answer where there are
// two. Nothing proves what a call returns: it is their word. A contract that refuses the call says no; an endpoint that cannot call at the
// block, such as one that has thrown its state away, does not answer, and where none does that is an error.
func (w *Watcher) ContractSigned(ctx context.Context, at engine.Header, contract common.Address, hash common.Hash, signature []byte) (bool,
	error) {
	q := &question{
		what: fmt.Sprintf("what the contract %s says of a signature", contract), account: contract, calldata: signedCall(hash, signature),
		gas: signatureGas, refusal: true,
	}
	answers, silent, passing := w.report(ctx, at, q)
	value, some := answers.any()
	switch {
	case ctx.Err() != nil:
		return false, context.Cause(ctx)
	case !some && passing != nil:
		return false, passing
	case !some:
		return false, problem.New(problem.Unavailable, problem.NoNode,
			"no endpoint can ask the contract %s at block %d; one that keeps the state "+
				"of old blocks can: %s", contract, at.Number, silent)
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

// canCall says why an endpoint refused a call of a contract at a block: nil, the contract did, since the endpoint can call there; or else
// what it refused the call with, such as that it has thrown the state of the block away.
func (e *endpoint) canCall(ctx context.Context, at engine.Header, refused error) error {
	want := common.LeftPadBytes([]byte{1}, 32)
	var answer []byte
	_, err := e.askAt(ctx, at, func(where string) *call {
		return &call{method: "eth_call", params: fmt.Appendf(nil, `[{"to":"0x%x","data":"0x%x"},%s]`, identity[:], want, where),
			read: func(r *reader) { answer = r.data(new([]byte)) }}
	})
	var none *unanswered
	switch {
	case errors.As(err, &none), err == nil && !bytes.Equal(answer, want):
		return refused
	default:
		return err
	}
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
