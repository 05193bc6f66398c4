package chain

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/nodeledger/nodeledger/sale"
)

// selection is what one eth_getLogs asks for: the logs of some addresses whose topic at every place is one of those
// listed for the place. No list for a place takes any topic there.
type selection struct {
	addresses []common.Address
	topics    [][]common.Hash
	bodies    bool   // the transactions that emitted the logs, too
	params    string // the part of the filter that says which logs, in JSON
}

// selections are the sale's own logs first, and after them those of the filters.
type selections []selection

// selectionsOf asks for filters with the same topics together: their addresses in one list are exactly their logs. So are the topics of
// filters that differ in one place only.
func selectionsOf(watch *sale.Watch) (selections, error) {
	own := selection{addresses: watch.Addresses, bodies: watch.Bodies}
	if len(watch.Topics) > 0 {
		own.topics = [][]common.Hash{watch.Topics}
	}
	all := selections{own}
	for i := range watch.Also {
		one := &watch.Also[i]
		if one.Address == (common.Address{}) {
			return nil, fmt.Errorf("filter %d of the watch names no address; give the contract whose logs it takes", i+1)
		}
		if len(one.Topics) > 4 {
			return nil, fmt.Errorf("filter %d of the watch has %d topics, and a log has at most 4", i+1, len(one.Topics))
		}
		s := selection{addresses: []common.Address{one.Address}, bodies: one.Body}
		for _, topic := range one.Topics {
			var list []common.Hash
			if topic != (common.Hash{}) {
				list = []common.Hash{topic}
			}
			s.topics = append(s.topics, list)
		}
		for len(s.topics) > 0 && s.topics[len(s.topics)-1] == nil { // a place that takes any need not be there
			s.topics = s.topics[:len(s.topics)-1]
		}
		alike := slices.IndexFunc(all[1:], func(other selection) bool {
			return other.bodies == s.bodies && slices.EqualFunc(other.topics, s.topics, slices.Equal[[]common.Hash])
		})
		if alike < 0 {
			all = append(all, s)
		} else if known := &all[1+alike]; !slices.Contains(known.addresses, one.Address) {
			known.addresses = append(known.addresses, one.Address)
		}
	}
	all = all.united()
	for i := range all {
		all[i].params = all[i].json()
	}
	return all, nil
}

// united asks together for what differs in the topics of one place only: the topics in one list for the place are exactly the logs of
// both. The sale's own stay alone.
func (all selections) united() selections {
	for i := 1; i < len(all); i++ {
		for k := i + 1; k < len(all); k++ {
			if place := all[i].differsAt(&all[k]); place >= 0 {
				all[i].topics[place] = append(slices.Clip(all[i].topics[place]), all[k].topics[place]...)
				all, k = slices.Delete(all, k, k+1), k-1
			}
		}
	}
	return all
}

// differsAt is the only place at which two selections take other topics, none of them any; below zero when there is no such place.
func (s *selection) differsAt(other *selection) int {
	if s.bodies != other.bodies || len(s.topics) != len(other.topics) || !slices.Equal(s.addresses, other.addresses) {
		return -1
	}
	differs := -1
	for place, list := range s.topics {
		if slices.Equal(list, other.topics[place]) {
			continue
		}
		if differs >= 0 || len(list) == 0 || len(other.topics[place]) == 0 {
			return -1
		}
		differs = place
	}
	return differs
}

// json is the part of an eth_getLogs filter that says which logs.
func (s *selection) json() string {
	var out strings.Builder
	out.WriteString(`"address":[`)
	for i, address := range s.addresses {
		if i > 0 {
			out.WriteByte(',')
		}
		fmt.Fprintf(&out, `"0x%x"`, address[:])
	}
	out.WriteByte(']')
	if len(s.topics) == 0 {
		return out.String()
	}
	out.WriteString(`,"topics":[`)
	for place, list := range s.topics {
		if place > 0 {
			out.WriteByte(',')
		}
		if len(list) == 0 {
			out.WriteString("null")
			continue
		}
		out.WriteByte('[')
		for i, topic := range list {
			if i > 0 {
				out.WriteByte(',')
			}
			fmt.Fprintf(&out, `"0x%x"`, topic[:])
		}
		out.WriteByte(']')
	}
	out.WriteByte(']')
	return out.String()
}

// takes says whether a log is one of those that are asked for.
func (s *selection) takes(log *rpcLog) bool {
	if log.count < len(s.topics) || !slices.Contains(s.addresses, log.address) {
		return false
	}
	for place, list := range s.topics {
		if len(list) > 0 && !slices.Contains(list, log.topics[place]) {
			return false
		}
	}
	return true
}

// mayBeIn says whether a block with this bloom may hold such a log: an address, and for every place that is not free one
// of its topics. No means no.
func (s *selection) mayBeIn(b *blooms, bloom *types.Bloom) bool {
	if !slices.ContainsFunc(s.addresses, func(address common.Address) bool { return holds(bloom, b.addresses[address]) }) {
		return false
	}
	for _, list := range s.topics {
		if len(list) > 0 && !slices.ContainsFunc(list, func(topic common.Hash) bool { return holds(bloom, b.topics[topic]) }) {
			return false
		}
	}
	return true
}

// takes says whether a log is asked for.
func (all selections) takes(log *rpcLog) bool {
	for i := range all {
		if all[i].takes(log) {
			return true
		}
	}
	return false
}

// mayBeIn says whether a block with this bloom may hold a log that is asked for. No means no.
func (all selections) mayBeIn(b *blooms, bloom *types.Bloom) bool {
	for i := range all {
		if all[i].mayBeIn(b, bloom) {
			return true
		}
	}
	return false
}

// takesBody says whether the transaction that emitted a log is asked for, too. With nothing but the sale to watch it
// follows from the settings alone: at level none, an answer may hold logs that nobody asked for.
func (all selections) takesBody(log *rpcLog) bool {
	if len(all) == 1 {
		return all[0].bodies
	}
	for i := range all {
		if all[i].bodies && all[i].takes(log) {
			return true
		}
	}
	return false
}
