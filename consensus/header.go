package consensus

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
)

// Header is a block of the beacon chain without its body.
type Header struct {
	Slot, Proposer      uint64
	Parent, State, Body common.Hash
}

// Root is what the block is called: its hash tree root.
func (h *Header) Root() common.Hash {
	return treeRoot([]common.Hash{leafOf(h.Slot), leafOf(h.Proposer), h.Parent, h.State, h.Body}, 8)
}

// Execution is the header of the execution block in a beacon block. The fields are those of the consensus specification, in its order.
type Execution struct {
	Parent       common.Hash
	FeeRecipient common.Address
	State        common.Hash
	Receipts     common.Hash
	Bloom        [256]byte
	Randao       common.Hash
	Number       uint64
	GasLimit     uint64
	GasUsed      uint64
	Time         uint64 // seconds since 1970
	Extra        []byte // 32 bytes at most
	BaseFee      uint256.Int
	Hash         common.Hash // of the execution block
	Transactions common.Hash
	Withdrawals  common.Hash
	BlobGasUsed  uint64 // from Deneb on
	ExcessBlob   uint64 // from Deneb on
}

// Root is the hash tree root, with the fields of blobs or without, as before Deneb.
func (e *Execution) Root(blobs bool) common.Hash {
	var bloom [8]common.Hash
	for i := range bloom {
		copy(bloom[i][:], e.Bloom[32*i:])
	}
	var recipient, extra, fee common.Hash
	copy(recipient[:], e.FeeRecipient[:])
	copy(extra[:], e.Extra)
	number := e.BaseFee.Bytes32()
	for i := range number { // little endian
		fee[i] = number[31-i]
	}
	fields := []common.Hash{
		e.Parent, recipient, e.State, e.Receipts, treeRoot(bloom[:], 8), e.Randao, leafOf(e.Number), leafOf(e.GasLimit), leafOf(e.GasUsed),
		leafOf(e.Time), pair(extra, leafOf(uint64(len(e.Extra)))), fee, e.Hash, e.Transactions, e.Withdrawals,
	}
	if !blobs {
		return treeRoot(fields, 16)
	}
	return treeRoot(append(fields, leafOf(e.BlobGasUsed), leafOf(e.ExcessBlob)), 32)
}

// LightHeader is a beacon header with the execution header that is in its body.
type LightHeader struct {
	Header

	Execution Execution
	Branch    []common.Hash // from the execution header to the body's root
}

// holds refuses a header whose execution header is not in its body.
func (h *LightHeader) holds(n *Network, which string) error {
	s, err := n.shape(h.Slot)
	if err != nil {
		return err
	}
	if len(h.Execution.Extra) > 32 {
		return refuse(BadExecution, "the execution header of the %s header, slot %d, has %d bytes of extra data, and 32 at most are allowed",
			which, h.Slot, len(h.Execution.Extra))
	}
	if !s.blobs && (h.Execution.BlobGasUsed != 0 || h.Execution.ExcessBlob != 0) {
		return refuse(BadExecution, "the execution header of the %s header, slot %d, has blobs before Deneb", which, h.Slot)
	}
	if !leads(h.Body, s.execution, h.Branch, h.Execution.Root(s.blobs)) {
		return refuse(BadExecution, "the execution header of the %s header, slot %d, is not in the block's body", which, h.Slot)
	}
	return nil
}
