package evidence

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/ledger"
)

// The two functions of a Safe, and of the contract that it lends itself to for a batch.
var (
	execTransaction = crypto.Keccak256([]byte("execTransaction(" +
		"address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,bytes)"))[:4]
	multiSend = crypto.Keccak256([]byte("multiSend(bytes)"))[:4]
)

// What a Safe does with an address.
const (
	call         = 0
	delegateCall = 1
)

// step is one thing that a Safe did.
type step struct {
	operation uint8
	to        common.Address
	value     uint256.Int // wei
	data      []byte
}

// readExecution reads the payments in coin out of the calldata of an execution that succeeded, and says what it cannot
// read: wrong has a reason for everything that may have moved coins and is no plain payment. Calls that carry no coins say
// nothing here: what they moved, the tokens' own logs say. Places have their part only.
func readExecution(input []byte) (sent []Payment, wrong []Unread) {
	whole, err := readCalldata(input)
	if err != nil {
		return nil, []Unread{{Why: "the calldata of the Safe's execution: " + err.Error()}}
	}
	steps := []step{whole}
	if whole.operation == delegateCall {
		if steps, err = readBatch(whole.data); err != nil {
			return nil, []Unread{{Why: fmt.Sprintf("the Safe lent itself to %s: %s", whole.to, err)}}
		}
	}
	for i := range steps {
		one, at := &steps[i], Place{Part: uint32(i)}
		switch {
		case one.operation == delegateCall:
			wrong = append(wrong, Unread{at, fmt.Sprintf("part %d: the Safe lent itself to %s, whose code may do anything", i, one.to)})
		case one.value.IsZero():
		case len(one.data) > 0:
			wrong = append(wrong, Unread{at, fmt.Sprintf("part %d: the Safe sent %s wei to %s together with a call", i, one.value.Dec(), one.to)})
		case one.to == common.Address{}: // burnt, or kept: versions of multiSend differ
			wrong = append(wrong, Unread{at, fmt.Sprintf("part %d: the Safe sent %s wei to the zero address", i, one.value.Dec())})
		default:
			sent = append(sent, Payment{Place: at, To: ledger.Wallet(one.to), Amount: one.value})
		}
	}
	return sent, wrong
}

// readCalldata reads execTransaction(to, value, data, operation, safeTxGas, baseGas, gasPrice, gasToken, refundReceiver,
// signatures). A Safe that refunds gas pays for it, and runs foreign code before it says how the execution went.
func readCalldata(input []byte) (s step, err error) {
	if !bytes.HasPrefix(input, execTransaction) {
		return s, errors.New("it is not execTransaction")
	}
	arguments := input[4:]
	if len(arguments) < 10*32 {
		return s, fmt.Errorf("it has %d bytes of arguments, and its ten arguments need 320", len(arguments))
	}
	word := func(n int) []byte { return arguments[32*n : 32*n+32] }
	operation := new(uint256.Int).SetBytes(word(3))
	switch {
	case !bytes.Equal(word(0)[:12], make([]byte, 12)):
		return s, errors.New("its first argument is no address")
	case operation.GtUint64(delegateCall):
		return s, fmt.Errorf("its operation is %s", operation.Dec())
	case !bytes.Equal(word(6), make([]byte, 32)):
		return s, errors.New("it refunds gas")
	}
	s.operation, s.to = uint8(operation.Uint64()), common.BytesToAddress(word(0))
	s.value.SetBytes(word(1))
	s.data, err = bytesAt(arguments, 2)
	return s, err
}

// readBatch reads multiSend(transactions): one after the other and without padding, operation (1 byte), to (20), value
// (32), the length of the data (32) and the data.
func readBatch(data []byte) (steps []step, err error) {
	if !bytes.HasPrefix(data, multiSend) {
		return nil, errors.New("that is not multiSend, so its code may do anything")
	}
	packed, err := bytesAt(data[4:], 0)
	if err != nil {
		return nil, fmt.Errorf("its batch: %w", err)
	}
	const head = 1 + 20 + 32 + 32
	for len(packed) > 0 {
		if len(packed) < head {
			return nil, fmt.Errorf("its batch ends within part %d", len(steps))
		}
		var s step
		s.operation, s.to = packed[0], common.BytesToAddress(packed[1:21])
		s.value.SetBytes(packed[21:53])
		size := new(uint256.Int).SetBytes(packed[53:head])
		packed = packed[head:]
		if s.operation > delegateCall {
			return nil, fmt.Errorf("part %d of its batch has the operation %d", len(steps), s.operation)
		}
		if !size.IsUint64() || size.Uint64() > uint64(len(packed)) {
			return nil, fmt.Errorf("its batch ends within the data of part %d", len(steps))
		}
		s.data, packed = packed[:size.Uint64()], packed[size.Uint64():]
		steps = append(steps, s)
	}
	return steps, nil
}

// bytesAt reads the bytes whose offset is the n-th word of the arguments.
func bytesAt(arguments []byte, n int) ([]byte, error) {
	if len(arguments) < 32*(n+1) {
		return nil, fmt.Errorf("argument %d is missing", n+1)
	}
	offset := new(uint256.Int).SetBytes(arguments[32*n : 32*n+32])
	if !offset.IsUint64() || offset.Uint64() > uint64(len(arguments)) || uint64(len(arguments))-offset.Uint64() < 32 {
		return nil, fmt.Errorf("argument %d lies outside", n+1)
	}
	rest := arguments[offset.Uint64():]
	size := new(uint256.Int).SetBytes(rest[:32])
	if !size.IsUint64() || size.Uint64() > uint64(len(rest)-32) {
		return nil, fmt.Errorf("argument %d is cut off", n+1)
	}
	return rest[32 : 32+size.Uint64()], nil
}
