package server

import (
	"encoding/json"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// view is what a function of a contract answers to one calldata, from block to block.
type view struct {
	Contract string // its name in meta.json's contracts, or its address
	Calldata hexutil.Bytes
	Answers  []answer
}

// answer is what a view answers from a block on, until the next one; nil: it reverts.
type answer struct {
	from   uint64
	result *string
}

// UnmarshalJSON reads [from block, result].
func (a *answer) UnmarshalJSON(raw []byte) error {
	return json.Unmarshal(raw, &[]any{&a.from, &a.result})
}

// asked is a call of a view.
type asked struct {
	to   common.Address
	data string
}

// addViews takes over what views answer. The contract of a run that names none is called by any name.
func (s *Server) addViews(views []view, contract common.Address, named map[string]common.Address) error {
	for _, v := range views {
		to, ok := named[v.Contract]
		switch {
		case ok:
		case common.IsHexAddress(v.Contract):
			to = common.HexToAddress(v.Contract)
		case len(named) == 0:
			to = contract
		default:
			return fmt.Errorf("meta.json: a view is of %q, which is neither in contracts nor an address", v.Contract)
		}
		s.views[asked{to, string(v.Calldata)}] = v.Answers
	}
	return nil
}

// viewAt is what a view answers at a block; known is false where the run does not say.
func (s *Server) viewAt(to common.Address, data []byte, block uint64) (result *string, known bool) {
	for _, one := range s.views[asked{to, string(data)}] {
		if one.from <= block {
			result, known = one.result, true
		}
	}
	return result, known
}
