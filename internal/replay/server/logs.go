package server

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
)

// oneOrMany is a value, a list of them, or null for any.
type oneOrMany[T any] []T

// UnmarshalJSON reads either form.
func (o *oneOrMany[T]) UnmarshalJSON(raw []byte) error {
	*o = nil
	if string(raw) == "null" {
		return nil
	}
	if raw[0] == '[' {
		return json.Unmarshal(raw, (*[]T)(o))
	}
	var one T
	if err := json.Unmarshal(raw, &one); err != nil {
		return err
	}
	*o = oneOrMany[T]{one}
	return nil
}

type filter struct {
	FromBlock, ToBlock string
	BlockHash          *common.Hash
	Address            oneOrMany[common.Address]
	Topics             []oneOrMany[common.Hash]
}

func (f *filter) wants(log *Log) bool {
	if len(f.Address) > 0 && !slices.Contains(f.Address, log.Address) {
		return false
	}
	if len(f.Topics) > len(log.Topics) {
		return false
	}
	for i, any := range f.Topics {
		if len(any) > 0 && !slices.Contains(any, log.Topics[i]) {
			return false
		}
	}
	return true
}

// getLogs appends the logs that a filter wants. The caller holds the lock.
func (s *Server) getLogs(out, raw []byte) ([]byte, *problem) {
	var f filter
	if err := json.Unmarshal(raw, &f); err != nil {
		return out, invalid("%v", err)
	}
	var blocks []*Block
	if f.BlockHash != nil {
		block := s.byHash[*f.BlockHash]
		if block == nil {
			return out, &problem{-32000, "unknown block"}
		}
		blocks = []*Block{block}
	} else {
		from, wrong := s.number(f.FromBlock)
		if wrong != nil {
			return out, wrong
		}
		to, wrong := s.number(f.ToBlock)
		if wrong != nil {
			return out, wrong
		}
		if from > to {
			return out, &problem{-32000, "invalid block range params"}
		}
		if most := s.faults.MaxRange; most > 0 && to-from >= most {
			return out, &problem{-32005, fmt.Sprintf("eth_getLogs is limited to a %d block range", most)}
		}
		for n := from; n <= to && n <= s.head; n++ {
			if block := s.place(n); block != nil {
				blocks = append(blocks, block)
			}
		}
	}
	out = append(out, '[')
	found := 0
	for _, block := range blocks {
		for _, log := range s.faults.logs(s.whole(block)) {
			if !f.wants(&log) {
				continue
			}
			if found > 0 {
				out = append(out, ',')
			}
			out = append(out, log.JSON...)
			found++
		}
	}
	if most := s.faults.MaxResults; most > 0 && found > most && f.BlockHash == nil {
		return out, &problem{-32005, fmt.Sprintf("query returned more than %d results", most)}
	}
	return append(out, ']'), nil
}
