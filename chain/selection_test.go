package chain

import (
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/trie"
	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/sale"
)

// selected is what a watcher makes of a watch.
func selected(t testing.TB, watch sale.Watch) selections {
	t.Helper()
	all, err := selectionsOf(&watch)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestSelections: what is asked of an endpoint, word for word. Filters for the same topics are asked for together.
func TestSelections(t *testing.T) {
	a, b, c := common.HexToAddress("0xa1"), common.HexToAddress("0xb2"), common.HexToAddress("0xc3")
	x, y, z := common.HexToHash("0x11"), common.HexToHash("0x22"), common.HexToHash("0x33")
	text := func(word []byte) string { return `"0x` + common.Bytes2Hex(word) + `"` }
	ta, tb, tc, tx, ty, tz := text(a[:]), text(b[:]), text(c[:]), text(x[:]), text(y[:]), text(z[:])
	for name, one := range map[string]struct {
		watch sale.Watch
		want  []string
	}{
		"a sale": {sale.Watch{Addresses: []common.Address{a}, Topics: []common.Hash{x, y}},
			[]string{`"address":[` + ta + `],"topics":[[` + tx + `,` + ty + `]]`}},
		"all of two": {sale.Watch{Addresses: []common.Address{a, b}}, []string{`"address":[` + ta + `,` + tb + `]`}},
		"filters that differ in one place": {sale.Watch{Addresses: []common.Address{a}, Also: []evm.Filter{
			{Address: b, Topics: []common.Hash{x, y}}, {Address: c, Topics: []common.Hash{x, y}}, {Address: b, Topics: []common.Hash{x, z}},
			{Address: c, Topics: []common.Hash{x, z}}, {Address: b, Topics: []common.Hash{x, {}, y}}, {Address: b, Topics: []common.Hash{x, {}, z}},
			{Address: b, Topics: []common.Hash{y, y}}, {Address: b, Topics: []common.Hash{z, z}},
		}}, []string{`"address":[` + ta + `]`, `"address":[` + tb + `,` + tc + `],"topics":[[` + tx + `],[` + ty + `,` + tz + `]]`,
			`"address":[` + tb + `],"topics":[[` + tx + `],null,[` + ty + `,` + tz + `]]`,
			`"address":[` + tb + `],"topics":[[` + ty + `],[` + ty + `]]`, `"address":[` + tb + `],"topics":[[` + tz + `],[` + tz + `]]`}},
		"a filter": {sale.Watch{Addresses: []common.Address{a}, Also: []evm.Filter{{Address: b, Topics: []common.Hash{x, y}}}},
			[]string{`"address":[` + ta + `]`, `"address":[` + tb + `],"topics":[[` + tx + `],[` + ty + `]]`}},
		"any topic between": {sale.Watch{Addresses: []common.Address{a},
			Also: []evm.Filter{{Address: b, Topics: []common.Hash{x, {}, y, {}}}}},
			[]string{`"address":[` + ta + `]`, `"address":[` + tb + `],"topics":[[` + tx + `],null,[` + ty + `]]`}},
		"no topic": {sale.Watch{Addresses: []common.Address{a},
			Also: []evm.Filter{{Address: b, Topics: []common.Hash{{}}}, {Address: a}}},
			[]string{`"address":[` + ta + `]`, `"address":[` + tb + `,` + ta + `]`}},
		"two alike": {sale.Watch{Addresses: []common.Address{a},
			Also: []evm.Filter{{Address: b, Topics: []common.Hash{x}}, {Address: a, Topics: []common.Hash{y}},
				{Address: c, Topics: []common.Hash{x}}, {Address: b, Topics: []common.Hash{x, {}}}}},
			[]string{`"address":[` + ta + `]`, `"address":[` + tb + `,` + tc + `],"topics":[[` + tx + `]]`, `"address":[` + ta +
				`],"topics":[[` + ty + `]]`}},
		"with and without bodies": {sale.Watch{Addresses: []common.Address{a},
			Also: []evm.Filter{{Address: b, Topics: []common.Hash{x}}, {Address: c, Topics: []common.Hash{x}, Body: true}}},
			[]string{`"address":[` + ta + `]`, `"address":[` + tb + `],"topics":[[` + tx + `]]`, `"address":[` + tc + `],"topics":[[` + tx + `]]`}},
	} {
		var got []string
		for _, s := range selected(t, one.watch) {
			got = append(got, s.params)
		}
		if !slices.Equal(got, one.want) {
			t.Errorf("%s: it asks for\n%s\nnot\n%s", name, strings.Join(got, "\n"), strings.Join(one.want, "\n"))
		}
	}
	for says, f := range map[string]evm.Filter{"names no address": {Topics: []common.Hash{x}},
		"has 5 topics": {Address: a, Topics: make([]common.Hash, 5)}} {
		if _, err := selectionsOf(&sale.Watch{Also: []evm.Filter{{Address: a}, f}}); err == nil ||
			!strings.Contains(err.Error(), "filter 2 of the watch "+says) {
			t.Errorf("%s: %v", says, err)
		}
	}
}

// TestBloomOfFilters: a filter's bloom rules out what lacks its address or one of its topics, and never a log that it
// takes.
func TestBloomOfFilters(t *testing.T) {
	token, transfer, from, to := common.Address{1}, common.Hash{2}, common.Hash{3}, common.Hash{4}
	all := selected(t, sale.Watch{
		Addresses: []common.Address{{9}}, Topics: []common.Hash{{9}},
		Also: []evm.Filter{{Address: token, Topics: []common.Hash{transfer, from}}},
	})
	known := newBlooms(all)
	holds := func(address common.Address, topics ...common.Hash) bool {
		var bloom types.Bloom
		bloom.Add(address[:])
		for i := range topics {
			bloom.Add(topics[i][:])
		}
		return all.mayBeIn(known, &bloom)
	}
	for name, one := range map[string]struct{ got, want bool }{
		"the log":                 {holds(token, transfer, from, to), true},
		"another token":           {holds(common.Address{5}, transfer, from, to), false},
		"another event":           {holds(token, common.Hash{6}, from, to), false},
		"from somebody else":      {holds(token, transfer, to), false},
		"the sale's log":          {holds(common.Address{9}, common.Hash{9}), true},
		"the sale's other events": {holds(common.Address{9}, transfer, from), false},
		"a mix of both":           {holds(token, common.Hash{9}), false},
	} {
		if one.got != one.want {
			t.Errorf("%s: it may be there: %t", name, one.got)
		}
	}
	rapid.Check(t, func(r *rapid.T) {
		topic := rapid.Map(rapid.ByteRange(0, 3), func(b byte) common.Hash { return common.Hash{b} })
		var watch sale.Watch
		watch.Addresses = []common.Address{{1}}
		watch.Topics = rapid.SliceOfN(topic, 0, 2).Draw(r, "topics")
		for range rapid.IntRange(0, 3).Draw(r, "filters") {
			watch.Also = append(watch.Also, evm.Filter{Address: common.Address{rapid.ByteRange(1, 3).Draw(r, "address")},
				Topics: rapid.SliceOfN(topic, 0, 4).Draw(r, "places")})
		}
		log := &types.Log{Address: common.Address{rapid.ByteRange(1, 3).Draw(r, "emitter")}, Topics: rapid.SliceOfN(topic, 0, 4).Draw(r, "log")}
		e := rpcLog{address: log.Address, count: len(log.Topics)}
		copy(e.topics[:], log.Topics)
		all := selected(t, watch)
		want := log.Address == watch.Addresses[0] &&
			(len(watch.Topics) == 0 || len(log.Topics) > 0 && slices.Contains(watch.Topics, log.Topics[0]))
		for _, f := range watch.Also {
			want = want || takesPlainly(f, log)
		}
		if got := all.takes(&e); got != want {
			r.Fatalf("it takes %+v: %t", log, got)
		}
		bloom := types.CreateBloom(&types.Receipt{Logs: []*types.Log{log}})
		if want && !all.mayBeIn(newBlooms(all), &bloom) {
			r.Fatal("the bloom rules out a log that is taken")
		}
	})
}

func takesPlainly(f evm.Filter, log *types.Log) bool {
	if f.Address != log.Address {
		return false
	}
	for place, topic := range f.Topics {
		if topic != (common.Hash{}) && (place >= len(log.Topics) || log.Topics[place] != topic) {
			return false
		}
	}
	return true
}

// TestTopicLikeAnAddress: whoever emits a log chooses its topics; one that looks like a watched address, padded in any
// way, is hashed as what it is. Otherwise one such log would keep every receiptsRoot of its block from being rebuilt.
func TestTopicLikeAnAddress(t *testing.T) {
	watched := common.HexToAddress("0x5FbDB2315678afecb367f032d93F642f64180aa3")
	roots := newRoots(newBlooms(selected(t, sale.Watch{Addresses: []common.Address{watched}})))
	for first := range 256 {
		topic := common.BytesToHash(watched[:])
		topic[0] = byte(first)
		one := &types.Receipt{Status: 1, CumulativeGasUsed: 5, Logs: []*types.Log{{Address: watched, Topics: []common.Hash{topic}}}}
		one.Bloom = types.CreateBloom(one)
		var mine block
		to := mine.receipts.room(0)
		to.status, to.gas = 1, 5
		to.logs = []rpcLog{{address: watched, topics: [4]common.Hash{topic}, count: 1}}
		if got, want := roots.receiptsRoot(mine.receipts.list, true), types.DeriveSha(types.Receipts{one}, trie.NewStackTrie(nil)); got != want {
			t.Errorf("with the topic %s the root is %s, not %s", topic, got, want)
		}
	}
}
