package engine_test

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"log/slog"
	"math/big"
	"math/rand/v2"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

// world is a chain in memory that buys, reorganises and finalises as a seeded script says. It stands for the chain port:
// what it answers is taken as proven. The proof itself is tested where it is made.
type world struct {
	rng    *rand.Rand
	branch []engine.Block // by number; every block, with or without facts
	final  uint64
	salt   uint64 // makes each block's hash another
	txs    uint64
	lost   []action // what left the chain and may come back
}

// action is something that a transaction does; it can be mined more than once, in different blocks.
type action struct {
	tx       uint64
	buyer    byte
	quantity int64
	referrer byte // 0: none
	take     int64
}

const (
	price    = 1_000
	contract = "0x00000000000000000000000000000000000000aa"
)

func newWorld(seed uint64) *world {
	w := &world{rng: rand.New(rand.NewPCG(seed, 1))}
	w.mine(nil)
	var logs []evm.Log
	logs = append(logs, w.log(0, 1, "TierSet(uint256,uint256,uint256,uint256)", []common.Hash{{}}, big.NewInt(price), big.NewInt(1_000_000), new(big.Int).SetUint64(program.NoQuota)))
	for r := byte(1); r <= 3; r++ {
		logs = append(logs, w.log(uint32(r), 1, "CodeSet(string,address,bool)", []common.Hash{{31: r}}, code(r), true))
	}
	w.txs = 1
	w.mine(logs)
	return w
}

func code(r byte) string { return fmt.Sprintf("CODE%d", r) }

func (w *world) log(index uint32, tx uint64, signature string, topics []common.Hash, values ...any) evm.Log {
	var args abi.Arguments
	for _, v := range values {
		name := "uint256"
		switch v.(type) {
		case string:
			name = "string"
		case bool:
			name = "bool"
		case common.Address:
			name = "address"
		}
		typ, _ := abi.NewType(name, "", nil)
		args = append(args, abi.Argument{Type: typ})
	}
	data, err := args.Pack(values...)
	if err != nil {
		panic(err)
	}
	return evm.Log{
		Address: common.HexToAddress(contract), Topics: append([]common.Hash{crypto.Keccak256Hash([]byte(signature))}, topics...),
		Data: data, TxHash: sha256.Sum256(fmt.Append(nil, "tx", tx)), Index: index,
	}
}

// mine puts a block with these logs on the branch.
func (w *world) mine(logs []evm.Log) {
	w.salt++
	h := engine.Header{Number: uint64(len(w.branch)), Time: 1_713_000_000 + 7_200*uint64(len(w.branch)), Hash: sha256.Sum256(fmt.Append(nil, "block", w.salt))}
	if len(w.branch) > 0 {
		h.Parent = w.branch[len(w.branch)-1].Header.Hash
	}
	w.branch = append(w.branch, engine.Block{Header: h, Facts: sale.Block{Number: h.Number, Hash: h.Hash, Time: h.Time, Logs: logs}})
}

// act makes the logs of some actions.
func (w *world) act(actions []action) []evm.Log {
	var logs []evm.Log
	for _, a := range actions {
		i := uint32(len(logs))
		if a.take > 0 {
			l := w.log(i, a.tx, "ReferralWithdrawn(address,address,uint256)", []common.Hash{{31: a.referrer}}, common.Address{19: a.referrer}, big.NewInt(a.take))
			logs = append(logs, l)
			continue
		}
		list, typed := a.quantity*price, ""
		paid, reward := list, int64(0)
		if a.referrer != 0 {
			paid, typed = list*90/100, code(a.referrer)
			reward = paid * 10 / 100
		}
		logs = append(logs, w.log(i, a.tx, "Purchased(uint256,address,address,uint256,uint256,uint256,uint256,string)",
			[]common.Hash{common.BigToHash(new(big.Int).SetUint64(a.tx)), {31: a.buyer}, {31: a.referrer}},
			big.NewInt(a.quantity), big.NewInt(list), big.NewInt(paid), big.NewInt(reward), typed))
	}
	for i := range logs {
		logs[i].TxIndex = uint32(i)
	}
	return logs
}

// grow mines n blocks of new purchases, and sometimes of what had left the chain.
func (w *world) grow(n int) {
	for range n {
		var actions []action
		for range w.rng.IntN(4) {
			w.txs++
			a := action{tx: w.txs, buyer: byte(10 + w.rng.IntN(20)), quantity: int64(w.rng.IntN(9)), referrer: byte(w.rng.IntN(4))}
			if len(w.lost) > 0 && w.rng.IntN(2) == 0 {
				a, w.lost = w.lost[0], w.lost[1:] // mined again, in another block and perhaps at another place in it
			}
			actions = append(actions, a)
		}
		w.mine(w.act(actions))
	}
}

// withdraw lets each referrer take everything that the branch owes it, in one block.
func (w *world) withdraw() {
	owed := map[byte]int64{}
	for _, b := range w.branch {
		for _, a := range w.read(b) {
			if a.take > 0 {
				owed[a.referrer] -= a.take
			} else if a.referrer != 0 {
				owed[a.referrer] += a.quantity * price * 90 / 100 * 10 / 100
			}
		}
	}
	var actions []action
	for r := byte(1); r <= 3; r++ {
		if owed[r] > 0 {
			w.txs++
			actions = append(actions, action{tx: w.txs, referrer: r, take: owed[r]})
		}
	}
	w.mine(w.act(actions))
}

// read gives back the actions of a block.
func (w *world) read(b engine.Block) []action {
	var actions []action
	word := func(l evm.Log, n int) int64 { return new(big.Int).SetBytes(l.Data[32*n : 32*n+32]).Int64() }
	for _, l := range b.Facts.Logs {
		switch l.Topics[0] {
		case crypto.Keccak256Hash([]byte("ReferralWithdrawn(address,address,uint256)")):
			actions = append(actions, action{referrer: l.Topics[1][31], take: word(l, 1)})
		case crypto.Keccak256Hash([]byte("Purchased(uint256,address,address,uint256,uint256,uint256,uint256,string)")):
			actions = append(actions, action{
				tx: l.Topics[1].Big().Uint64(), buyer: l.Topics[2][31], referrer: l.Topics[3][31], quantity: word(l, 0),
			})
		}
	}
	return actions
}

// reorganise replaces up to depth blocks above the final one; their purchases may come back later. Withdrawals do not:
// what they took may no longer be owed.
func (w *world) reorganise(depth int) {
	depth = min(depth, len(w.branch)-1-int(w.final))
	if depth <= 0 {
		return
	}
	for _, b := range w.branch[len(w.branch)-depth:] {
		for _, a := range w.read(b) {
			if a.take == 0 {
				w.lost = append(w.lost, a)
			}
		}
	}
	w.branch = w.branch[:len(w.branch)-depth]
	w.grow(depth + w.rng.IntN(3))
}

func (w *world) finalise(behind int) {
	w.final = max(w.final, uint64(max(0, len(w.branch)-1-behind)))
}

func (w *world) Head(context.Context) (engine.Header, error) {
	return w.branch[len(w.branch)-1].Header, nil
}

func (w *world) Finalized(context.Context) (engine.Header, error) {
	return w.branch[w.final].Header, nil
}

func (w *world) HeaderAt(_ context.Context, n uint64) (engine.Header, error) {
	if n >= uint64(len(w.branch)) {
		return engine.Header{}, engine.ErrNoBlock
	}
	return w.branch[n].Header, nil
}

func (w *world) Prove(_ context.Context, parent engine.Header, to uint64, final bool) (engine.Proven, error) {
	from := parent.Number + 1
	if parent.Hash != (common.Hash{}) && (parent.Number >= uint64(len(w.branch)) || w.branch[parent.Number].Header.Hash != parent.Hash) {
		return engine.Proven{}, engine.ErrForked
	}
	to = min(to, from+uint64(w.rng.IntN(8)), uint64(len(w.branch)-1))
	p := engine.Proven{From: from, Last: w.branch[to].Header, Level: engine.ProofFull}
	for _, b := range w.branch[from : to+1] {
		if !final {
			p.Headers = append(p.Headers, b.Header)
		}
		if len(b.Facts.Logs) > 0 {
			p.Blocks = append(p.Blocks, b)
			p.Logs += len(b.Facts.Logs)
		}
	}
	return p, nil
}

func (w *world) Counter(_ context.Context, at engine.Header) (uint64, bool, error) {
	sold := uint64(0)
	for _, b := range w.branch[:at.Number+1] {
		for _, a := range w.read(b) {
			sold += uint64(a.quantity)
		}
	}
	return sold, true, nil
}

type fixedClock struct{}

func (fixedClock) Now() time.Time { return time.Unix(1_800_000_000, 0) }

func silent() *slog.Logger { return slog.New(slog.NewTextHandler(io.Discard, nil)) }

func worldProgram(t interface{ Fatal(...any) }) *program.Program {
	p, err := program.Read("world.yaml", []byte(`program: world
schema: 1
chain: { id: 31337, start_block: 0 }
sale: { contract: "`+contract+`", adapter: nodesale }
`))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

var _ engine.Chain = (*world)(nil)
