package server

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// problem is a JSON-RPC error.
type problem struct {
	code int
	text string
}

func unknownMethod(method string) *problem {
	return &problem{-32601, fmt.Sprintf("the method %s does not exist/is not available", method)}
}

func invalid(format string, a ...any) *problem {
	return &problem{-32602, "invalid argument: " + fmt.Sprintf(format, a...)}
}

// answer appends the result of one call to out. The caller holds the lock.
func (s *Server) answer(out []byte, method string, params []json.RawMessage) ([]byte, *problem) {
	argument := func(i int) []byte {
		if i < len(params) {
			return params[i]
		}
		return []byte("null")
	}
	switch method {
	case "eth_chainId":
		return append(out, `"`+quantity(s.chainID())+`"`...), nil
	case "net_version":
		return append(out, `"`+strconv.FormatUint(s.chainID(), 10)+`"`...), nil
	case "eth_blockNumber":
		return append(out, `"`+quantity(s.head)+`"`...), nil
	case "eth_getBlockByNumber", "eth_getBlockByHash":
		block, wrong := s.find(argument(0))
		if wrong != nil {
			return out, wrong
		}
		if block == nil {
			return append(out, "null"...), nil
		}
		return append(out, s.faults.block(block, string(argument(1)) == "true")...), nil
	case "eth_getLogs":
		return s.getLogs(out, argument(0))
	case "eth_getBlockReceipts":
		return s.blockReceipts(out, argument(0))
	case "eth_getTransactionReceipt", "eth_getTransactionByHash":
		return s.transaction(out, method, argument(0))
	case "eth_getRawTransactionByHash":
		return s.rawTransaction(out, argument(0))
	case "eth_getCode":
		return s.code(out, argument(0), argument(1))
	case "eth_call":
		return s.call(out, argument(0), argument(1))
	}
	return out, unknownMethod(method)
}

// blockReceipts are the receipts of a block, altered as the faults say.
func (s *Server) blockReceipts(out, which []byte) ([]byte, *problem) {
	if s.faults.NoBlockReceipts {
		return out, unknownMethod("eth_getBlockReceipts")
	}
	block, wrong := s.find(which)
	if wrong != nil {
		return out, wrong
	}
	if block == nil {
		return append(out, "null"...), nil
	}
	out = append(out, '[')
	for i, receipt := range s.faults.receipts(block) {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(out, receipt...)
	}
	return append(out, ']'), nil
}

// transaction is a transaction or its receipt, null when it is not on the present branch.
func (s *Server) transaction(out []byte, method string, which []byte) ([]byte, *problem) {
	var hash common.Hash
	if err := json.Unmarshal(which, &hash); err != nil {
		return out, invalid("%v", err)
	}
	at, ok := s.byTx[hash]
	if !ok || s.at(at.block.Number) != at.block {
		return append(out, "null"...), nil
	}
	if method == "eth_getTransactionByHash" {
		return append(out, at.block.Txs[at.index].JSON...), nil
	}
	return append(out, s.faults.receipts(at.block)[at.index]...), nil
}

// rawTransaction is the bytes of a transaction, null where the recording has none.
func (s *Server) rawTransaction(out, which []byte) ([]byte, *problem) {
	if s.raw == nil || s.faults.NoRaw {
		return out, unknownMethod("eth_getRawTransactionByHash")
	}
	var hash common.Hash
	if err := json.Unmarshal(which, &hash); err != nil {
		return out, invalid("%v", err)
	}
	raw, ok := s.raw[hash]
	if at, known := s.byTx[hash]; !ok || !known || s.at(at.block.Number) != at.block {
		return append(out, "null"...), nil
	}
	if s.faults.WrongRaw {
		raw = append(raw[:len(raw)-1:len(raw)-1], ^raw[len(raw)-1])
	}
	return fmt.Appendf(out, `"%s"`, raw), nil
}

// code is some code at the addresses of contracts, from the block in which they were made, and none elsewhere.
func (s *Server) code(out, which, where []byte) ([]byte, *problem) {
	if s.faults.CodeUnsupported {
		return out, unknownMethod("eth_getCode")
	}
	var address common.Address
	if err := json.Unmarshal(which, &address); err != nil {
		return out, invalid("%v", err)
	}
	made, coded := s.coded[address]
	if block, wrong := s.find(where); wrong != nil {
		return out, wrong
	} else if !coded || s.faults.NoCode || block != nil && block.Number < made {
		return append(out, `"0x"`...), nil
	}
	return append(out, `"0x6001600155"`...), nil
}

func (s *Server) call(out []byte, what, where []byte) ([]byte, *problem) {
	var message struct {
		To          common.Address
		Data, Input hexutil.Bytes
	}
	if err := json.Unmarshal(what, &message); err != nil {
		return out, invalid("%v", err)
	}
	block, wrong := s.find(where)
	if wrong != nil {
		return out, wrong
	}
	data := append(message.Data, message.Input...)
	if block != nil {
		if result, known := s.viewAt(message.To, data, block.Number); known {
			if result == nil {
				return out, &problem{3, "execution reverted"}
			}
			return fmt.Appendf(out, `"%s"`, *result), nil
		}
	}
	if block == nil || message.To != s.contract || len(data) < 4 || [4]byte(data) != s.selector {
		return out, &problem{3, "execution reverted"}
	}
	count, ok := s.counter(block.Number)
	if !ok {
		return out, &problem{-32000, "missing trie node: the state of that block is not here"}
	}
	return fmt.Appendf(out, `"0x%064x"`, count), nil
}

// find is the block that a parameter means: a tag, a number, a hash, or an object with one of them; nil when there is
// none.
func (s *Server) find(raw []byte) (*Block, *problem) {
	var text string
	if err := json.Unmarshal(raw, &text); err != nil {
		var by struct{ BlockHash, BlockNumber string }
		if err := json.Unmarshal(raw, &by); err != nil {
			return nil, invalid("%v", err)
		}
		text = by.BlockHash + by.BlockNumber
	}
	if len(text) == 66 {
		block := s.byHash[common.HexToHash(text)]
		if block != nil && block.Number > s.head {
			block = nil
		}
		return s.whole(block), nil
	}
	number, wrong := s.number(text)
	if wrong != nil {
		return nil, wrong
	}
	return s.at(number), nil
}

func (s *Server) number(text string) (uint64, *problem) {
	switch text {
	case "latest", "pending", "":
		return s.head, nil
	case "safe", "finalized":
		if s.faults.NoFinalized {
			return 0, &problem{-32000, text + " block not found"}
		}
		if s.unfinal != nil {
			return 0, s.unfinal
		}
		return min(s.finalized, s.head), nil
	case "earliest":
		return s.blocks[0].Number, nil
	}
	number, err := strconv.ParseUint(strings.TrimPrefix(text, "0x"), 16, 64)
	if err != nil || !strings.HasPrefix(text, "0x") {
		return 0, invalid("%q is not a block", text)
	}
	return number, nil
}

func (s *Server) chainID() uint64 {
	if s.faults.ChainID != 0 {
		return s.faults.ChainID
	}
	return s.chain
}

func quantity(n uint64) string { return "0x" + strconv.FormatUint(n, 16) }
