package httpapi_test

import (
	"context"
	"crypto/sha256"
	"fmt"
	"log/slog"
	"math/big"
	"path/filepath"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
	"github.com/nodeledger/nodeledger/store"
)

// made is a chain in memory of a block every two hours from 13 April 2024 on. What it answers is taken as proven.
type made struct {
	blocks []engine.Block
	final  int
	logs   uint64
	branch byte // makes the hashes of another branch others
}

const madeContract = "0x00000000000000000000000000000000000000aa"

// madeProgram has points up to a cap, a generation at noon of 19 April, locks of two days, and a campaign.
const madeProgram = `program: made
schema: 1
assets:
  ETH:    { decimals: 18, kind: native }
  GPOINT: { decimals: 18, kind: points }
  GPU:    { decimals: 18, kind: token, supply: 200000000 }
chain: { id: 31337, start_block: 0 }
sale: { contract: "` + madeContract + `", adapter: nodesale }
score:
  - brackets:
      - { nodes: 1, factor: 1 }
      - { nodes: 5, factor: 1.2 }
      - { nodes: 20, factor: 1.5 }
points:
  asset: GPOINT
  cap: 6000
  emission: [{ from: 2024-04-13, per_day: 1440 }]
  pools: { validators: 1/3, providers: 1/3, queens: 1/3 }
  at_tge: { becomes: GPU, rate: 1, lock: none }
token:
  asset: GPU
  tge: 2024-04-19T12:00:00Z
  allocation: { node_holders: 35%, reserve: 65% }
  drop: { of: node_holders, share: 5%, by: nodes }
  emission: { of: node_holders, first: 15%, period: 2y, then: half }
  lock: 2d
campaigns:
  - { name: early, from: 2024-04-14, until: 2024-04-18, wallets: everybody, rebate: 5%, asset: ETH, budget: 0.00000000000002 }
`

// madeBooks are empty books of the program over a chain that sells nodes at 1,000 wei, with codes of the wallets 1 to 3.
func madeBooks(t testing.TB) (*engine.Engine, *made) {
	t.Helper()
	c := new(made)
	c.mine()
	setup := []evm.Log{c.log("TierSet(uint256,uint256,uint256,uint256)", []common.Hash{{}}, big.NewInt(1000), big.NewInt(1_000_000),
		new(big.Int).SetUint64(program.NoQuota))}
	for r := byte(1); r <= 3; r++ {
		setup = append(setup, c.log("CodeSet(string,address,bool)", []common.Hash{{31: r}}, fmt.Sprintf("CODE%d", r), true))
	}
	c.mine(setup...)
	p, err := program.Read("made.yaml", []byte(madeProgram))
	check(t, err)
	books, err := store.Connect(t.Context(), filepath.Join(t.TempDir(), "books.db"))
	check(t, err)
	t.Cleanup(func() { _ = books.Close() })
	e, err := engine.Open(t.Context(), p, books, c, soon, slog.New(slog.DiscardHandler))
	check(t, err)
	return e, c
}

// person is a wallet by a small number.
func person(n byte) ledger.Wallet { return ledger.Wallet{19: n} }

func (c *made) log(signature string, topics []common.Hash, values ...any) evm.Log {
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
	c.logs++
	return evm.Log{
		Address: common.HexToAddress(madeContract), Topics: append([]common.Hash{crypto.Keccak256Hash([]byte(signature))}, topics...),
		Data: data, TxHash: sha256.Sum256(fmt.Append(nil, "tx", c.logs)),
	}
}

// buy is a purchase; referrer 0 is none.
func (c *made) buy(buyer, referrer byte, nodes int64) evm.Log {
	list, typed := nodes*1000, ""
	paid, reward := list, int64(0)
	if referrer != 0 {
		paid, typed = list*90/100, fmt.Sprintf("CODE%d", referrer)
		reward = paid * 10 / 100
	}
	return c.log("Purchased(uint256,address,address,uint256,uint256,uint256,uint256,string)",
		[]common.Hash{common.BigToHash(new(big.Int).SetUint64(c.logs)), {31: buyer}, {31: referrer}},
		big.NewInt(nodes), big.NewInt(list), big.NewInt(paid), big.NewInt(reward), typed)
}

// take is a referrer's taking of rewards.
func (c *made) take(referrer byte, wei int64) evm.Log {
	return c.log("ReferralWithdrawn(address,address,uint256)", []common.Hash{{31: referrer}}, common.Address{19: referrer}, big.NewInt(wei))
}

// mine puts a block with these logs on the chain.
func (c *made) mine(logs ...evm.Log) {
	for i := range logs {
		logs[i].Index, logs[i].TxIndex = uint32(i), uint32(i)
	}
	n := uint64(len(c.blocks))
	h := engine.Header{Number: n, Time: 1_713_000_000 + 7_200*n, Hash: sha256.Sum256(fmt.Append(nil, "block", n, c.branch))}
	if n > 0 {
		h.Parent = c.blocks[n-1].Header.Hash
	}
	c.blocks = append(c.blocks, engine.Block{Header: h, Facts: sale.Block{Number: n, Hash: h.Hash, Time: h.Time, Logs: logs}})
}

// until mines empty blocks up to a day, and makes all of them final.
func (c *made) until(day time.Time) {
	for c.blocks[len(c.blocks)-1].Header.Time <= uint64(day.Unix()) {
		c.mine()
	}
	c.final = len(c.blocks) - 1
}

// day is a day of April or May 2024.
func day(n int) time.Time { return time.Date(2024, 4, n, 0, 0, 0, 0, time.UTC) }

// settle books everything and runs every job that is due.
func settle(t testing.TB, e *engine.Engine) {
	t.Helper()
	check(t, e.Sync(context.Background(), nil))
	_, err := e.RunJobs(context.Background())
	check(t, err)
}

func (c *made) Head(context.Context) (engine.Header, error) {
	return c.blocks[len(c.blocks)-1].Header, nil
}

func (c *made) Finalized(context.Context) (engine.Header, error) {
	return c.blocks[c.final].Header, nil
}

func (c *made) HeaderAt(_ context.Context, n uint64) (engine.Header, error) {
	if n >= uint64(len(c.blocks)) {
		return engine.Header{}, engine.ErrNoBlock
	}
	return c.blocks[n].Header, nil
}

func (c *made) Prove(_ context.Context, parent engine.Header, to uint64, final bool) (engine.Proven, error) {
	from := parent.Number + 1
	if parent.Hash != (common.Hash{}) && (parent.Number >= uint64(len(c.blocks)) || c.blocks[parent.Number].Header.Hash != parent.Hash) {
		return engine.Proven{}, engine.ErrForked
	}
	to = min(to, uint64(len(c.blocks)-1))
	p := engine.Proven{From: from, Last: c.blocks[to].Header, Level: engine.ProofFull}
	for _, b := range c.blocks[from : to+1] {
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

func (c *made) Counter(context.Context, engine.Header) (uint64, bool, error) { return 0, false, nil }

var _ engine.Chain = (*made)(nil)

// rewarded are books of nine days of a sale: points up to their cap, the generation, token epochs of which two are
// unlocked, three grants, a provider, a campaign, referrals in each stage but pending. Wallets 10 to 29 hold nodes.
func rewarded(t testing.TB) (*engine.Engine, *made) {
	t.Helper()
	e, c := madeBooks(t)
	start := day(14).Add(12 * time.Hour)
	for _, g := range []fold.GrantTerms{
		{Name: "seed", Wallet: person(250).String(), Total: "1000.000000000000000001", Start: start, AtStart: "100", Duration: "4d"},
		{Name: "late", Wallet: person(250).String(), Total: "700", Start: start, Cliff: "1mo", Duration: "6mo", Step: "monthly"},
		{Name: "own", Wallet: person(10).String(), Total: "365", Start: start, Cliff: "20d", Duration: "100d"},
	} {
		_, err := e.RecordGrant(t.Context(), engine.By{Name: "alice"}, "grant-"+g.Name, g)
		check(t, err)
	}
	_, err := e.RecordScores(t.Context(), engine.By{Name: "alice"}, "scores",
		[]fold.ScoreRow{{Wallet: person(11).String(), What: "compute", Value: "5", At: day(13).Add(time.Hour)}})
	check(t, err)
	for i := range byte(60) {
		c.mine(c.buy(10+i%20, i%4, int64(1+i%7)), c.buy(10+i*3%20, (i+1)%4, int64(1+i%3)))
	}
	c.mine(c.take(1, 500), c.take(2, 90))
	c.until(day(22).Add(6 * time.Hour))
	settle(t, e)
	for i, amount := range []string{"10", "5.5"} {
		_, err := e.RecordRelease(t.Context(), engine.By{Name: "alice"}, fmt.Sprintf("release-%d", i), "seed", amount,
			day(20).Add(time.Duration(i)*time.Hour))
		check(t, err)
	}
	return e, c
}
