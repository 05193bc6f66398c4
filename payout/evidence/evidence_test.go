package evidence

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
	"github.com/nodeledger/nodeledger/evm"
	"pgregory.net/rapid"
)

var holder = common.Address{19: 0xa}

func words(numbers ...uint64) (data []byte) {
	for _, n := range numbers {
		word := uint256.NewInt(n).Bytes32()
		data = append(data, word[:]...)
	}
	return data
}

func moved(token, from, to common.Address, amount uint64) evm.Log {
	return evm.Log{Address: token, Topics: []common.Hash{TransferTopic, evm.Padded(from), evm.Padded(to)}, Data: words(amount),
		TxHash: common.Hash{1}}
}

func claimed(at common.Address, amount, cumulative uint64) evm.Log {
	return evm.Log{Address: at, Topics: []common.Hash{ClaimedTopic, evm.Padded(holder), {0x42}}, Data: words(amount, cumulative),
		TxHash: common.Hash{1}}
}

// claimedTo is a claim that went to somebody else: what the distributor says after the claim itself.
func claimedTo(at, to common.Address, amount uint64) evm.Log {
	return evm.Log{Address: at, Topics: []common.Hash{ClaimedToTopic, evm.Padded(holder), evm.Padded(to)}, Data: words(amount),
		TxHash: common.Hash{1}}
}

func executed(indexed bool) evm.Log {
	if indexed {
		return evm.Log{Address: safe, Topics: []common.Hash{ExecutionTopic, {0x5a}}, Data: words(0), TxHash: common.Hash{1}}
	}
	return evm.Log{Address: safe, Topics: []common.Hash{ExecutionTopic}, Data: words(0x5a, 0), TxHash: common.Hash{1}}
}

// read gives the payments and what is unread of a block as text.
func read(s *Sources, logs []evm.Log, txs ...evm.Tx) string {
	for i := range logs {
		logs[i].Index = uint32(i)
	}
	payments, unread := s.Read(logs, txs)
	var out []string
	for _, p := range payments {
		kind := "paid"
		if p.Claim {
			kind = fmt.Sprintf("claimed (of %s by %x)", p.Cumulative.Dec(), p.Root[0])
		}
		out = append(out, fmt.Sprintf("%d.%d %s %s %x>%x %x", p.Index, p.Part, kind, p.Amount.Dec(), p.From[19:], p.To[19:], p.Token[19:]))
	}
	for _, u := range unread {
		out = append(out, fmt.Sprintf("%d unread: %s", u.Index, u.Why))
	}
	return strings.Join(out, "\n")
}

// TestRead: every kind of payment, and what only looks like one.
func TestRead(t *testing.T) {
	t.Parallel()
	all := Of(of(t, distributing, accrued))
	with := func(l evm.Log, change func(*evm.Log)) evm.Log { change(&l); return l }
	paying := evm.Tx{Hash: common.Hash{1}, To: safe,
		Input: batch(t, step{to: holder, value: wei(7)}, step{to: usdt, data: []byte{1}}, step{to: other, value: wei(8)}), Success: true}
	elsewhere, failed := paying, paying
	elsewhere.To, failed.Success = other, false
	for name, one := range map[string]struct {
		logs []evm.Log
		txs  []evm.Tx
		want string
	}{
		"nothing":                {nil, nil, ""},
		"a transfer":             {[]evm.Log{moved(usdt, safe, holder, 5)}, nil, "0.0 paid 5 c8>0a c7"},
		"of the program's token": {[]evm.Log{moved(gpu, safe, holder, 5)}, nil, "0.0 paid 5 c8>0a 12"},
		"to a distributor":       {[]evm.Log{moved(usdt, safe, drop, 5)}, nil, "0.0 paid 5 c8>06 c7"},
		"burnt":                  {[]evm.Log{moved(usdt, safe, common.Address{}, 5)}, nil, "0.0 paid 5 c8>00 c7"},
		"by somebody else":       {[]evm.Log{moved(usdt, other, holder, 5)}, nil, ""},
		"into the treasury":      {[]evm.Log{moved(usdt, other, safe, 5)}, nil, "0.0 paid 5 ff>c8 c7"},
		"made for the treasury":  {[]evm.Log{moved(usdt, common.Address{}, safe, 5)}, nil, "0.0 paid 5 00>c8 c7"},
		"into a distributor":     {[]evm.Log{moved(usdt, other, drop, 5)}, nil, "0.0 paid 5 ff>06 c7"},
		"out of a distributor, by nobody's claim": {[]evm.Log{moved(usdt, drop, holder, 5)}, nil, "0.0 paid 5 06>0a c7"},
		"a claim, and another transfer of the distributor": {[]evm.Log{moved(usdt, drop, holder, 5), claimed(drop, 5, 12),
			moved(usdt, drop, holder, 5)},
			nil, "1.0 claimed (of 12 by 42) 5 06>0a c7\n2.0 paid 5 06>0a c7"},
		"a claim in another transaction": {[]evm.Log{with(moved(usdt, drop, holder, 5), func(l *evm.Log) { l.TxHash = common.Hash{2} }),
			claimed(drop, 5, 12)}, nil, "0.0 paid 5 06>0a c7\n1.0 claimed (of 12 by 42) 5 06>0a c7"},
		"of another token": {[]evm.Log{moved(other, safe, holder, 5)}, nil, ""},
		"of nothing":       {[]evm.Log{moved(usdt, safe, holder, 0)}, nil, ""},
		"two of one transaction": {[]evm.Log{moved(usdt, safe, holder, 5), moved(usdt, safe, holder, 5)}, nil,
			"0.0 paid 5 c8>0a c7\n1.0 paid 5 c8>0a c7"},
		"a transfer of four topics": {[]evm.Log{with(moved(usdt, safe, holder, 5),
			func(l *evm.Log) { l.Topics = append(l.Topics, common.Hash{9}) })}, nil,
			"0 unread: a Transfer of " + usdt.Hex() + " has 4 topics and 32 bytes of data; an ERC-20's has 3 and 32"},
		"a transfer without an amount": {[]evm.Log{with(moved(usdt, safe, holder, 5), func(l *evm.Log) { l.Data = nil })}, nil,
			"0 unread: a Transfer of " + usdt.Hex() + " has 3 topics and 0 bytes of data; an ERC-20's has 3 and 32"},
		"a transfer to no address": {[]evm.Log{with(moved(usdt, safe, holder, 5), func(l *evm.Log) { l.Topics[2][0] = 1 })}, nil,
			"0 unread: a Transfer of " + usdt.Hex() + ": 0x010000000000000000000000000000000000000000000000000000000000000a is no address"},
		"a transfer without topics": {[]evm.Log{{Address: usdt}, {Address: usdt, Topics: []common.Hash{TransferTopic}}}, nil, ""},
		"a claim":                   {[]evm.Log{claimed(drop, 5, 12)}, nil, "0.0 claimed (of 12 by 42) 5 06>0a c7"},
		"a claim and its transfer":  {[]evm.Log{moved(usdt, drop, holder, 5), claimed(drop, 5, 12)}, nil, "1.0 claimed (of 12 by 42) 5 06>0a c7"},
		"a claim elsewhere":         {[]evm.Log{claimed(other, 5, 12)}, nil, ""},
		"a claim of nothing":        {[]evm.Log{claimed(drop, 0, 12)}, nil, ""},
		"a claim of more than all": {[]evm.Log{claimed(drop, 13, 12)}, nil,
			"0 unread: a Claimed of " + drop.Hex() + " pays 13 and calls 12 the sum of all claims"},
		"a claim cut off": {[]evm.Log{with(claimed(drop, 5, 12), func(l *evm.Log) { l.Data = l.Data[:63] })}, nil,
			"0 unread: a Claimed of " + drop.Hex() + " has 3 topics and 63 bytes of data; 3 and 64 are expected"},
		"a claim of no address": {[]evm.Log{with(claimed(drop, 5, 12), func(l *evm.Log) { l.Topics[1][0] = 1 })}, nil,
			"0 unread: a Claimed of " + drop.Hex() + ": 0x010000000000000000000000000000000000000000000000000000000000000a is no address"},
		"coins, Safe 1.3": {[]evm.Log{moved(usdt, other, other, 1), executed(false)}, []evm.Tx{paying},
			"1.0 paid 7 c8>0a 00\n1.2 paid 8 c8>ff 00"},
		"coins, Safe 1.4": {[]evm.Log{moved(usdt, safe, holder, 5), executed(true)}, []evm.Tx{{Hash: common.Hash{2}}, paying},
			"0.0 paid 5 c8>0a c7\n1.0 paid 7 c8>0a 00\n1.2 paid 8 c8>ff 00"},
		"coins by another Safe": {[]evm.Log{with(executed(true), func(l *evm.Log) { l.Address = other })}, []evm.Tx{paying}, ""},
		"no transaction":        {[]evm.Log{executed(true)}, nil, "0 unread: the transaction in which the Safe executed something is not there"},
		"a failed transaction": {[]evm.Log{executed(true)}, []evm.Tx{failed},
			"0 unread: the transaction in which the Safe executed something failed"},
		"through another contract": {[]evm.Log{executed(true)}, []evm.Tx{elsewhere},
			"0 unread: the Safe executed something in a transaction to " + other.Hex() + ": only what is sent to the Safe itself is read"},
		"executed twice": {[]evm.Log{executed(true), moved(usdt, safe, holder, 5), executed(true)}, []evm.Tx{paying}, "1.0 paid 5 c8>0a c7\n" +
			"0 unread: the Safe executed several things in one transaction: which of them the calldata is about is not read\n" +
			"2 unread: the Safe executed several things in one transaction: which of them the calldata is about is not read"},
		"executed in two transactions": {[]evm.Log{executed(true), with(executed(true), func(l *evm.Log) { l.TxHash = common.Hash{2} })},
			[]evm.Tx{paying, {Hash: common.Hash{2}, To: safe, Input: execute(t, step{to: holder, value: wei(9)}, 0), Success: true}},
			"0.0 paid 7 c8>0a 00\n0.2 paid 8 c8>ff 00\n1.0 paid 9 c8>0a 00"},
		"other logs of the Safe": {[]evm.Log{{Address: safe, Topics: []common.Hash{{1}}}, {Address: safe}}, []evm.Tx{paying}, ""},
	} {
		if got := read(all, one.logs, one.txs...); got != one.want {
			t.Errorf("%s:\ngot  %s\nwant %s", name, got, one.want)
		}
	}
	if got := read(new(Sources), []evm.Log{executed(true), moved(usdt, safe, holder, 5), claimed(drop, 5, 12)}, paying); got != "" {
		t.Errorf("no sources read %s", got)
	}
}

// TestReadClaimsForOthers: a claim that goes to another wallet is one movement, whoever gets it; what reaches a wallet of the project in
// this way came from whoever claimed.
func TestReadClaimsForOthers(t *testing.T) {
	t.Parallel()
	all := Of(of(t, distributing, accrued))
	with := func(l evm.Log, change func(*evm.Log)) evm.Log { change(&l); return l }
	to, sweep := moved(usdt, drop, other, 5), "paid 5 06>ff c7"
	claim := "0.0 claimed (of 12 by 42) 5 06>0a c7"
	for name, one := range map[string]struct {
		logs []evm.Log
		want string
	}{
		"to another wallet": {[]evm.Log{claimed(drop, 5, 12), claimedTo(drop, other, 5), to}, claim},
		"and then a sweep":  {[]evm.Log{claimed(drop, 5, 12), claimedTo(drop, other, 5), to, to}, claim + "\n3.0 " + sweep},
		"and one for itself": {[]evm.Log{claimed(drop, 5, 12), claimedTo(drop, other, 5), to, claimed(drop, 5, 17), moved(usdt, drop, holder, 5)},
			claim + "\n3.0 claimed (of 17 by 42) 5 06>0a c7"},
		"to the treasury": {[]evm.Log{claimed(drop, 5, 12), claimedTo(drop, safe, 5), moved(usdt, drop, safe, 5)},
			claim + "\n2.0 paid 5 0a>c8 c7"},
		"by a claim of another amount": {[]evm.Log{claimed(drop, 5, 12), claimedTo(drop, other, 6), to}, claim + "\n2.0 " + sweep},
		"of another account": {[]evm.Log{claimed(drop, 5, 12), with(claimedTo(drop, other, 5), func(l *evm.Log) { l.Topics[1][31] = 9 }), to},
			claim + "\n2.0 " + sweep},
		"of another distributor": {[]evm.Log{claimed(drop, 5, 12), claimedTo(other, other, 5), to}, claim + "\n2.0 " + sweep},
		"of another transaction": {[]evm.Log{claimed(drop, 5, 12), with(claimedTo(drop, other, 5), func(l *evm.Log) { l.TxHash[0]++ }), to},
			claim + "\n2.0 " + sweep},
		"not right after the claim": {[]evm.Log{claimed(drop, 5, 12), to, claimedTo(drop, other, 5)}, claim + "\n1.0 " + sweep},
		"cut off": {[]evm.Log{claimed(drop, 5, 12), with(claimedTo(drop, other, 5), func(l *evm.Log) { l.Data = nil }), to},
			claim + "\n2.0 " + sweep},
		"to no address": {[]evm.Log{claimed(drop, 5, 12), with(claimedTo(drop, other, 5), func(l *evm.Log) { l.Topics[2][0] = 9 }), to},
			claim + "\n2.0 " + sweep},
	} {
		if got := read(all, one.logs); got != one.want {
			t.Errorf("%s:\ngot  %s\nwant %s", name, got, one.want)
		}
	}
}

// TestOnlyWhatIsWantedIsRead: a log that Wanted does not ask for changes nothing, and one that it asks for gives payments
// or is unread; nothing at all panics.
func TestOnlyWhatIsWantedIsRead(t *testing.T) {
	t.Parallel()
	p := of(t, distributing, accrued)
	s, wants := Of(p), Wanted(p)
	wanted := func(l evm.Log) bool {
		for _, w := range wants {
			takes := w.Address == l.Address && len(l.Topics) >= len(w.Topics)
			for i := 0; takes && i < len(w.Topics); i++ {
				takes = w.Topics[i] == l.Topics[i] || w.Topics[i] == common.Hash{}
			}
			if takes {
				return true
			}
		}
		return false
	}
	topic := rapid.SampledFrom([]common.Hash{TransferTopic, ClaimedTopic, ClaimedToTopic, ExecutionTopic,
		evm.Padded(safe), evm.Padded(holder), {1}})
	rapid.Check(t, func(r *rapid.T) {
		var logs []evm.Log
		for i := range rapid.IntRange(0, 6).Draw(r, "logs") {
			logs = append(logs, evm.Log{
				Address: rapid.SampledFrom([]common.Address{safe, usdt, gpu, drop, other}).Draw(r, "address"),
				Topics:  rapid.SliceOfN(topic, 0, 4).Draw(r, "topics"),
				Data:    words(rapid.SliceOfN(rapid.Uint64Range(0, 3), 0, 3).Draw(r, "data")...),
				TxHash:  common.Hash{1}, Index: uint32(i),
			})
		}
		tx := evm.Tx{Hash: common.Hash{1}, To: safe, Input: batch(r, step{to: holder, value: wei(7)}), Success: rapid.Bool().Draw(r, "success")}
		payments, unread := s.Read(logs, []evm.Tx{tx})
		var asked []evm.Log
		for _, l := range logs {
			if wanted(l) {
				asked = append(asked, l)
			}
		}
		again, still := s.Read(asked, []evm.Tx{tx})
		if !reflect.DeepEqual(payments, again) || !reflect.DeepEqual(unread, still) {
			r.Fatalf("all logs give %v %v, the wanted ones %v %v", payments, unread, again, still)
		}
		places := map[evm.Place]bool{}
		for _, u := range unread {
			places[u.Place] = true
		}
		for _, p := range payments {
			places[p.Place] = true
		}
		if len(places) != len(payments)+len(unread) {
			r.Fatalf("two of %v and %v have one place", payments, unread)
		}
		for i, p := range payments {
			if p.Amount.IsZero() || i > 0 && payments[i-1].Index >= p.Index {
				r.Fatalf("payments %v", payments)
			}
		}
	})
}
