package synth

import (
	"encoding/binary"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
)

// ExecutionTopic is the first topic of what a Safe emits when it executed something.
var ExecutionTopic = event("ExecutionSuccess(bytes32,uint256)")

// Execution is what a Safe is told to do. Operation 0 is a call, 1 a delegatecall.
type Execution struct {
	To        common.Address
	Value     uint256.Int // wei
	Data      []byte
	Operation uint8
}

// MultiSend is the delegatecall by which a Safe does several things at once.
func MultiSend(contract common.Address, batch ...Execution) Execution {
	var packed []byte
	for i := range batch {
		one := &batch[i]
		value := one.Value.Bytes32()
		packed = append(append(append(packed, one.Operation), one.To[:]...), value[:]...)
		packed = append(packed, make([]byte, 24)...)
		packed = append(binary.BigEndian.AppendUint64(packed, uint64(len(one.Data))), one.Data...)
	}
	data := selector("multiSend(bytes)")
	data.number(32)
	data.text(string(packed))
	return Execution{To: contract, Data: data, Operation: 1}
}

// Execute is the transaction by which a Safe does it: its calldata, and the log of a Safe of version 1.3, or of 1.4 and
// later where the hash is indexed.
func Execute(safe common.Address, do Execution, hashIndexed bool) Tx {
	input := selector("execTransaction(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,bytes)")
	input.address(do.To)
	input.amount(&do.Value)
	input.number(320)
	input.number(uint64(do.Operation))
	for range 5 { // gas and its refund
		input.number(0)
	}
	input.number(uint64(320 + 32 + (len(do.Data)+31)/32*32))
	input.text(string(do.Data))
	input.text("a signature")
	hash := common.Hash{0x5a, 0xfe}
	log := Log{safe, []common.Hash{ExecutionTopic}, append(hash[:], make([]byte, 32)...)}
	if hashIndexed {
		log = Log{safe, []common.Hash{ExecutionTopic, hash}, make([]byte, 32)}
	}
	return Tx{To: safe, Input: input, Logs: []Log{log}}
}
