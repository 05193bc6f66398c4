package evm

import "github.com/ethereum/go-ethereum/common"

// Filter asks for logs of one contract.
type Filter struct {
	Address common.Address
	Topics  []common.Hash // by place, at most 4; the zero hash takes any
	Body    bool          // the transactions that emitted the logs, too
}
