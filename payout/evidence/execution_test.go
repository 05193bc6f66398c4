package evidence

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
	"github.com/nodeledger/nodeledger/evm"
	"pgregory.net/rapid"
)

// pack encodes arguments as go-ethereum does.
func pack(t interface{ Fatal(...any) }, selector []byte, types string, values ...any) []byte {
	var args abi.Arguments
	for _, name := range strings.Split(types, ",") {
		typ, err := abi.NewType(name, "", nil)
		if err != nil {
			t.Fatal(err)
		}
		args = append(args, abi.Argument{Type: typ})
	}
	data, err := args.Pack(values...)
	if err != nil {
		t.Fatal(err)
	}
	return append(bytes.Clone(selector), data...)
}

func execute(t interface{ Fatal(...any) }, s step, gasPrice int64) []byte {
	zero := new(big.Int)
	return pack(t, execTransaction[:], "address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,bytes",
		s.to, s.value.ToBig(), s.data, s.operation, zero, zero, big.NewInt(gasPrice), common.Address{}, common.Address{}, []byte("signature"))
}

func packed(steps ...step) (out []byte) {
	for i := range steps {
		value := steps[i].value.Bytes32()
		out = append(append(append(out, steps[i].operation), steps[i].to[:]...), value[:]...)
		out = append(out, make([]byte, 24)...)
		out = append(binary.BigEndian.AppendUint64(out, uint64(len(steps[i].data))), steps[i].data...)
	}
	return out
}

func batch(t interface{ Fatal(...any) }, steps ...step) []byte {
	return execute(t, step{operation: delegateCall, to: other, data: pack(t, multiSend[:], "bytes", packed(steps...))}, 0)
}

func wei(n uint64) uint256.Int { return *uint256.NewInt(n) }

// told writes payments as part>wallet:amount, and reasons.
func told(sent []Payment, wrong []Unread) string {
	var out []string
	for _, p := range sent {
		out = append(out, fmt.Sprintf("%d>%x:%s", p.Part, p.To[19:], p.Amount.Dec()))
	}
	for _, u := range wrong {
		out = append(out, u.Why)
	}
	return strings.Join(out, "; ")
}

// TestExecutions: what is a payment, what says nothing, and what is said to be unread.
func TestExecutions(t *testing.T) {
	t.Parallel()
	a, b, empty := common.Address{19: 0xa}, common.Address{19: 0xb}, []byte(nil)
	code := []byte{1, 2, 3, 4}
	plain := execute(t, step{0, a, wei(7), empty}, 0)
	dirty := bytes.Clone(plain)
	dirty[4] = 1
	operation := bytes.Clone(plain)
	operation[4+4*32-1] = 2
	for name, one := range map[string]struct {
		input []byte
		want  string
	}{
		"a plain payment":      {plain, "0>0a:7"},
		"a payment of nothing": {execute(t, step{0, a, wei(0), empty}, 0), ""},
		"a call":               {execute(t, step{0, usdt, wei(0), code}, 0), ""},
		"a call with coins": {execute(t, step{0, a, wei(5), code}, 0),
			"part 0: the Safe sent 5 wei to 0x000000000000000000000000000000000000000A together with a call"},
		"a call of multiSend": {execute(t,
			step{0, other, wei(0), pack(t, multiSend[:], "bytes", packed(step{0, a, wei(7), empty}))}, 0), ""},
		"coins to nobody": {execute(t, step{0, common.Address{}, wei(5), empty}, 0),
			"part 0: the Safe sent 5 wei to the zero address"},
		"two payments":   {batch(t, step{0, a, wei(7), empty}, step{0, b, wei(8), empty}), "0>0a:7; 1>0b:8"},
		"the same twice": {batch(t, step{0, a, wei(7), empty}, step{0, a, wei(7), empty}), "0>0a:7; 1>0a:7"},
		"tokens between": {batch(t, step{0, usdt, wei(0), code}, step{0, a, wei(7), empty}, step{0, usdt, wei(0), code}),
			"1>0a:7"},
		"foreign code in a batch": {batch(t, step{0, a, wei(7), empty}, step{1, b, wei(0), code}),
			"0>0a:7; part 1: the Safe lent itself to 0x000000000000000000000000000000000000000b, whose code may do anything"},
		"foreign code with a value": {batch(t, step{1, b, wei(9), empty}),
			"part 0: the Safe lent itself to 0x000000000000000000000000000000000000000b, whose code may do anything"},
		"an empty batch": {batch(t), ""},
		"a delegatecall of something else": {execute(t, step{1, b, wei(0), code}, 0),
			"the Safe lent itself to 0x000000000000000000000000000000000000000b: that is not multiSend, so its code may do anything"},
		"a delegatecall without data": {execute(t, step{1, b, wei(3), empty}, 0),
			"the Safe lent itself to 0x000000000000000000000000000000000000000b: that is not multiSend, so its code may do anything"},
		"the value of a delegatecall": {execute(t,
			step{1, other, wei(3), pack(t, multiSend[:], "bytes", packed(step{0, a, wei(7), empty}))}, 0), "0>0a:7"},
		"a refund of gas":  {execute(t, step{0, a, wei(7), empty}, 1), "the calldata of the Safe's execution: it refunds gas"},
		"another function": {append([]byte{9}, plain...), "the calldata of the Safe's execution: it is not execTransaction"},
		"no calldata":      {nil, "the calldata of the Safe's execution: it is not execTransaction"},
		"few arguments": {plain[:4+319],
			"the calldata of the Safe's execution: it has 319 bytes of arguments, and its ten arguments need 320"},
		"data cut off": {execute(t, step{0, a, wei(0), code}, 0)[:4+320+32+3],
			"the calldata of the Safe's execution: argument 3 is cut off"},
		"an address that is none":   {dirty, "the calldata of the Safe's execution: its first argument is no address"},
		"an operation that is none": {operation, "the calldata of the Safe's execution: its operation is 2"},
		"a batch that ends in a head": {batchOf(t, packed(step{0, a, wei(7), empty})[:84]),
			"the Safe lent itself to 0x00000000000000000000000000000000000000ff: its batch ends within part 0"},
		"a batch that ends in data": {batchOf(t, packed(step{0, a, wei(7), empty}, step{0, a, wei(0), code})[:85+85+3]),
			"the Safe lent itself to 0x00000000000000000000000000000000000000ff: its batch ends within the data of part 1"},
		"an operation of a batch": {batch(t, step{2, a, wei(7), empty}),
			"the Safe lent itself to 0x00000000000000000000000000000000000000ff: part 0 of its batch has the operation 2"},
		"multiSend without arguments": {execute(t, step{1, other, wei(0), multiSend[:]}, 0),
			"the Safe lent itself to 0x00000000000000000000000000000000000000ff: its batch: argument 1 is missing"},
		"multiSend of an offset too far": {execute(t,
			step{1, other, wei(0), append(bytes.Clone(multiSend[:]), bytes.Repeat([]byte{0xff}, 32)...)}, 0),
			"the Safe lent itself to 0x00000000000000000000000000000000000000ff: its batch: argument 1 lies outside"},
		"multiSend of a size beyond memory": {execute(t,
			step{1, other, wei(0), append(append(bytes.Clone(multiSend[:]), common.LeftPadBytes([]byte{32}, 32)...),
				bytes.Repeat([]byte{0xff}, 32)...)}, 0),
			"the Safe lent itself to 0x00000000000000000000000000000000000000ff: its batch: argument 1 is cut off"},
	} {
		if got := told(readExecution(evm.Place{}, one.input)); got != one.want {
			t.Errorf("%s:\ngot  %s\nwant %s", name, got, one.want)
		}
	}
}

func batchOf(t *testing.T, content []byte) []byte {
	return execute(t, step{operation: delegateCall, to: other, data: pack(t, multiSend[:], "bytes", content)}, 0)
}

// TestEveryCoinIsAccounted: whatever a batch holds, its coins are in payments or in reasons, part by part, and cutting the
// batch anywhere but between two parts leaves no payment.
func TestEveryCoinIsAccounted(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		var steps []step
		ends := map[int]bool{0: true}
		for range rapid.IntRange(0, 8).Draw(r, "parts") {
			to := common.Address(rapid.SliceOfN(rapid.Byte(), 20, 20).Draw(r, "to"))
			steps = append(steps, step{
				operation: rapid.SampledFrom([]uint8{0, 0, 0, 1}).Draw(r, "operation"), to: to,
				value: wei(rapid.Uint64Range(0, 3).Draw(r, "value")), data: rapid.SliceOfN(rapid.Byte(), 0, 40).Draw(r, "data"),
			})
			ends[len(packed(steps...))] = true
		}
		sent, wrong := readExecution(evm.Place{}, batch(r, steps...))
		paid, reasons := map[uint32]Payment{}, 0
		places := map[evm.Place]bool{}
		for _, p := range sent {
			paid[p.Part], places[p.Place] = p, true
		}
		for _, u := range wrong {
			places[u.Place] = true
		}
		if len(places) != len(sent)+len(wrong) {
			r.Fatalf("parts are not told apart: %v, %v", sent, wrong)
		}
		for i, s := range steps {
			p, is := paid[uint32(i)]
			pays := s.operation == call && !s.value.IsZero() && len(s.data) == 0 && s.to != common.Address{}
			if is != pays || pays && (p.Amount != s.value || common.Address(p.To) != s.to) {
				r.Fatalf("part %d %+v gives %+v", i, s, p)
			}
			if !pays && (s.operation == delegateCall || !s.value.IsZero()) {
				reasons++
			}
		}
		if len(wrong) != reasons {
			r.Fatalf("%d reasons, %v", reasons, wrong)
		}
		content := packed(steps...)
		cut := rapid.IntRange(0, len(content)).Draw(r, "cut")
		data := pack(r, multiSend[:], "bytes", content[:cut])
		sent, wrong = readExecution(evm.Place{}, execute(r, step{operation: delegateCall, to: other, data: data}, 0))
		if !ends[cut] && (len(sent) > 0 || len(wrong) != 1) {
			r.Fatalf("cut at %d it gives %v, %v", cut, sent, wrong)
		}
	})
}

// FuzzExecution: no calldata makes it panic; a payment is above zero, to somebody, and its address and amount are in the
// calldata; and what is read does not change when something is appended to the calldata.
func FuzzExecution(f *testing.F) {
	f.Add(execute(f, step{0, other, wei(7), nil}, 0))
	f.Add(batch(f, step{0, other, wei(7), nil}, step{1, usdt, wei(0), []byte{1}}, step{0, usdt, wei(0), []byte{1, 2}}))
	f.Add(execute(f, step{1, other, wei(0), append(bytes.Clone(multiSend[:]), bytes.Repeat([]byte{0xff}, 64)...)}, 0))
	f.Add([]byte(nil))
	f.Fuzz(func(t *testing.T, input []byte) {
		sent, wrong := readExecution(evm.Place{}, input)
		for i, p := range sent {
			amount := p.Amount.Bytes32()
			if p.Amount.IsZero() || p.To == [20]byte{} || !bytes.Contains(input, p.To[:]) || !bytes.Contains(input, amount[:]) {
				t.Fatalf("payment %+v is not in the calldata", p)
			}
			if i > 0 && sent[i-1].Part >= p.Part {
				t.Fatalf("the parts are %v", sent)
			}
		}
		if len(wrong) > 0 {
			return
		}
		if longer := told(readExecution(evm.Place{}, append(bytes.Clone(input), 1, 2, 3))); longer != told(sent, wrong) {
			t.Fatalf("with more calldata behind it gives %s, not %s", longer, told(sent, wrong))
		}
	})
}
