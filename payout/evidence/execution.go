package evidence

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/ledger"
)

// The two functions of a Safe, and of the contract that it lends itself to for a batch.
var (
	execTransaction = evm.Selector("execTransaction(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,bytes)")
	multiSend       = evm.Selector("multiSend(bytes)")
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
// nothing here: what they moved, the tokens' own logs say. Payments are parts of the place of the execution's log.
func readExecution(log evm.Place, input []byte) (sent []Payment, wrong []Unread) {
	whole, err := readCalldata(input)
	if err != nil {
		return nil, []Unread{{log, "the calldata of the Safe's execution: " + err.Error()}}
	}
	steps := []step{whole}
	if whole.operation == delegateCall {
		if steps, err = readBatch(whole.data); err != nil {
			return nil, []Unread{{log, fmt.Sprintf("the Safe lent itself to %s: %s", whole.to, err)}}
		}
	}
	for i := range steps {
		one, at := &steps[i], log
		at.Part = uint32(i)
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
	if !bytes.HasPrefix(input, execTransaction[:]) {
		return s, errors.New("it is not execTransaction")
	}
	arguments := evm.Words(input[len(execTransaction):])
	if len(arguments) < 10*32 {
		return s, fmt.Errorf("it has %d bytes of arguments, and its ten arguments need 320", len(arguments))
	}
	if s.to, err = arguments.Address(0); err != nil {
		return s, errors.New("its first argument is no address")
	}
	if s.value, err = arguments.Uint256(1); err != nil {
		return s, err
	}
	operation, err := arguments.Uint256(3)
	if err != nil {
		return s, err
	}
	if operation.GtUint64(delegateCall) {
		return s, fmt.Errorf("its operation is %s", operation.Dec())
	}
	gasPrice, err := arguments.Uint256(6)
	if err != nil {
		return s, err
	}
	if !gasPrice.IsZero() {
		return s, errors.New("it refunds gas")
	}
	s.operation = uint8(operation.Uint64())
	s.data, err = arguments.Bytes(2)
	return s, err
}

// readBatch reads multiSend(transactions): one after the other and without padding, operation (1 byte), to (20), value
// (32), the length of the data (32) and the data.
func readBatch(data []byte) (steps []step, err error) {
	if !bytes.HasPrefix(data, multiSend[:]) {
		return nil, errors.New("that is not multiSend, so its code may do anything")
	}
	packed, err := evm.Words(data[len(multiSend):]).Bytes(0)
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
