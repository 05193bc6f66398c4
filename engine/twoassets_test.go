package engine_test

import (
	"context"
	"crypto/sha256"
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/internal/fakechain"
	"github.com/nodeledger/nodeledger/internal/pgtest"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
	"github.com/nodeledger/nodeledger/store"
)

var dollars = common.HexToAddress("0x00000000000000000000000000000000000000cc")

// bazaarProgram sells for two assets, by events of which some say what was paid, and holds the rewards.
func bazaarProgram(t *testing.T) *program.Program {
	t.Helper()
	const asset = `asset: { field: token, is: { zero: ETH, "0x00000000000000000000000000000000000000cc": USDC } }`
	p, err := program.Read("bazaar.yaml", []byte(`program: bazaar
schema: 1
assets:
  ETH: { decimals: 18, kind: native }
  USDC: { decimals: 6, kind: erc20, address: "0x00000000000000000000000000000000000000cc" }
chain: { id: 31337, start_block: 0 }
sale:
  contract: "`+fakechain.Contract+`"
  adapter: event
  asset: USDC
  purchases:
    - event: "Bought(address by, uint256 n, uint256 paid, string code, address token)"
      buyer: by
      quantity: n
      paid: { field: paid }
      code: code
      `+asset+`
    - { event: "Taken(address by, uint256 n, string code)", buyer: by, quantity: n, paid: moved, asset: moved, code: code }
  gifts: [{ event: "Given(address to, uint256 n)", holder: to, quantity: n }]
  registrations: [{ event: "Named(string code, address owner)", code: code, wallet: owner }]
  refunds: [{ event: "Back(address to, uint256 paid, uint256 n, address token)", buyer: to, amount: paid, nodes: n, `+asset+` }]
  withdrawals:
    - { event: "Out(address who, uint256 amount, address token)", wallet: who, amount: amount, `+asset+` }
    - { event: "Cash(address who, uint256 amount, address token)", wallet: who, amount: amount, of: proceeds, `+asset+` }
referral: { discount: 0%, reward: 10%, settlement: held }
`))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// truth is what a bazaar's books must hold.
type truth struct {
	paid, owed, gross          map[string]int64 // by wallet and token, by token; what was refunded is taken off paid
	held                       map[byte]int64   // what the contract has, by token
	nodes                      map[byte]int64   // by wallet
	codes                      map[string]byte
	sold, given, back, bargain int64
}

func key(w, token byte) string { return fmt.Sprint(w, " ", token) }

func (x *truth) buy(by byte, n, paid int64, code string, token byte) {
	x.bargain++
	x.sold += n
	x.nodes[by] += n
	x.paid[key(by, token)] += paid
	x.gross[key(0, token)] += paid
	x.held[token] += paid
	if owner := x.codes[code]; owner != 0 {
		x.owed[key(owner, token)] += paid / 10
	}
}

// bazaar is a chain of such a sale, and what each block did.
type bazaar struct {
	*fakechain.Chain
	dice *rand.Rand
	did  [][]func(*truth)
	logs []evm.Log
	now  []func(*truth)
	made uint64
}

func newBazaar(seed uint64) *bazaar {
	b := &bazaar{Chain: &fakechain.Chain{Uncounted: true}, dice: rand.New(rand.NewPCG(seed, 9))}
	b.mine(0)
	return b
}

func (b *bazaar) truth() *truth {
	x := &truth{paid: map[string]int64{}, owed: map[string]int64{}, gross: map[string]int64{}, held: map[byte]int64{}, nodes: map[byte]int64{},
		codes: map[string]byte{}}
	for _, block := range append(b.did, b.now) {
		for _, do := range block {
			do(x)
		}
	}
	return x
}

func (b *bazaar) do(f func(*truth)) { b.now = append(b.now, f) }

// log adds a log to the transaction that is being made.
func (b *bazaar) log(signature string, values ...any) {
	b.logs = append(b.logs, b.Log(signature, nil, values...))
}

func (b *bazaar) moves(from, to byte, units int64) {
	b.logs = append(b.logs, b.Transfer(dollars, common.Address{19: from}, common.Address{19: to}, big.NewInt(units)))
}

func addressOf(n byte) common.Address { return common.Address{19: n} }

func (b *bazaar) code() string {
	return []string{"", "ALPHA", "BETA", "GAMMA", "alpha", "A\x00B", "\xff\xfe", "ß"}[b.dice.IntN(8)]
}

// step makes one transaction, and gives the ether that it carries.
func (b *bazaar) step() (value int64) {
	by, n, paid, code, token := byte(10+b.dice.IntN(5)), int64(1+b.dice.IntN(9)), int64(b.dice.IntN(1_000_000)), b.code(), byte(0)
	if b.dice.IntN(2) == 0 {
		token = 0xcc
	}
	x := b.truth()
	switch b.dice.IntN(9) {
	case 0, 1: // what was paid is said, perhaps of two buyers
		for range 1 + b.dice.IntN(2) {
			who := by
			b.log("Bought(address,uint256,uint256,string,address)", addressOf(who), big.NewInt(n), big.NewInt(paid), code, addressOf(token))
			b.do(func(x *truth) { x.buy(who, n, paid, code, token) })
			if token == 0 {
				value += paid
			} else {
				b.moves(who, 7, paid)
			}
			by++
		}
	case 2, 3: // tokens that moved, beside those that pay nothing
		b.moves(by, by, 999_999_999)
		b.moves(by+1, 8, 5)
		b.moves(by, 7, paid)
		b.log("Taken(address,uint256,string)", addressOf(by), big.NewInt(n), code)
		b.do(func(x *truth) { x.buy(by, n, paid, code, 0xcc) })
	case 4: // ether for several, of which the nodes tell the shares
		value = paid + 1
		left := value - value*n/(n+3)
		b.log("Taken(address,uint256,string)", addressOf(by), big.NewInt(n), code)
		b.log("Taken(address,uint256,string)", addressOf(by+1), big.NewInt(3), code)
		whole := value
		b.do(func(x *truth) {
			x.buy(by, n, whole*n/(n+3), code, 0)
			x.buy(by+1, 3, left, code, 0)
		})
	case 5:
		b.log("Taken(address,uint256,string)", addressOf(by), big.NewInt(n), code)
		b.log("Given(address,uint256)", addressOf(by), big.NewInt(n))
		b.do(func(x *truth) { x.given += n; x.nodes[by] += n })
	case 6:
		b.log("Named(string,address)", code, addressOf(by))
		if code != "" {
			b.do(func(x *truth) { x.codes[code] = by })
		}
	case 7:
		if amount := x.owed[key(by, token)]; amount > 0 {
			b.log("Out(address,uint256,address)", addressOf(by), big.NewInt(amount), addressOf(token))
			b.do(func(x *truth) { x.owed[key(by, token)] -= amount; x.held[token] -= amount })
		}
	case 8:
		amount := min(x.paid[key(by, token)], x.held[token]-allOf(x.owed, token)) / 2
		if nodes := x.nodes[by] / 2; amount > 0 && nodes > 0 {
			b.log("Back(address,uint256,uint256,address)", addressOf(by), big.NewInt(amount), big.NewInt(nodes), addressOf(token))
			b.log("Cash(address,uint256,address)", addressOf(7), big.NewInt(amount), addressOf(token))
			b.do(func(x *truth) {
				x.paid[key(by, token)] -= amount
				x.held[token] -= 2 * amount
				x.nodes[by] -= nodes
				x.back += nodes
			})
		}
	}
	return value
}

func allOf(of map[string]int64, token byte) (all int64) {
	for w := range byte(20) {
		all += of[key(w, token)]
	}
	return all
}

// mine puts a block of some transactions on the chain.
func (b *bazaar) mine(txs int) {
	var logs []evm.Log
	var list []evm.Tx
	for i := range txs {
		b.logs, b.made = nil, b.made+1
		tx := evm.Tx{Hash: sha256.Sum256(fmt.Append(nil, "of the bazaar", b.made)), Index: uint32(i), Success: true,
			To: common.HexToAddress(fakechain.Contract)}
		tx.Value = *uint256.NewInt(uint64(b.step()))
		for _, l := range b.logs {
			l.TxHash, l.TxIndex = tx.Hash, tx.Index
			logs = append(logs, l)
		}
		list = append(list, tx)
	}
	b.Mine(logs...)
	facts := &b.Blocks[len(b.Blocks)-1].Facts
	for i := range facts.Logs {
		facts.Logs[i].TxIndex = logs[i].TxIndex
	}
	facts.Txs = list
	b.did, b.now = append(b.did, b.now), nil
}

func (b *bazaar) open(t *testing.T, s engine.Store) *engine.Engine {
	t.Helper()
	e, err := engine.Open(t.Context(), bazaarProgram(t), s, b, fixedClock{}, silent())
	fatal(t, err)
	return e
}

// TestTwoAssetsHostileAndReorganised: whatever a sale for two assets does, and however its blocks come and go, the books hold what a plain
// count says, and what books hold that saw only the chain's end, on both databases.
func TestTwoAssetsHostileAndReorganised(t *testing.T) {
	for seed := range uint64(12) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			ctx := t.Context()
			b := newBazaar(seed)
			books := open(t, "books.db")
			if seed%4 == 0 {
				s, err := store.Connect(context.Background(), pgtest.URL(t))
				fatal(t, err)
				t.Cleanup(func() { s.Close() })
				books = s
			}
			e := b.open(t, books)
			for range 60 {
				switch b.dice.IntN(6) {
				case 0, 1, 2:
					b.mine(b.dice.IntN(5))
				case 3:
					depth := min(1+b.dice.IntN(4), len(b.Blocks)-1-int(b.Final))
					b.Cut(depth)
					b.did = b.did[: len(b.did)-depth : len(b.did)-depth]
					for range depth + 1 {
						b.mine(b.dice.IntN(5))
					}
				case 4:
					b.Finalise(b.dice.IntN(6))
				case 5:
					fatal(t, e.Sync(ctx, nil))
				}
			}
			fatal(t, e.Sync(ctx, nil))
			b.holds(t, e, books, "pending")
			b.Finalise(0)
			fatal(t, e.Sync(ctx, nil))
			b.holds(t, e, books, "final")
			if x := b.truth(); x.bargain < 30 || x.given == 0 || x.back == 0 || allOf(x.owed, 0)+allOf(x.owed, 0xcc) == 0 {
				t.Errorf("too quiet to show anything: %+v", x)
			}
			verifiedWholly(t, books)
			clean := open(t, "clean.db")
			straight := b.open(t, clean)
			fatal(t, straight.Sync(ctx, nil))
			same(t, "balances", root(t, books), root(t, clean))
			same(t, "totals", totals(t, e), totals(t, straight))
			again := open(t, "again.db")
			head, err := engine.Rebuild(ctx, bazaarProgram(t), books, again, nil)
			fatal(t, err)
			state, err := books.State(ctx)
			fatal(t, err)
			same(t, "rebuilt head", head.String(), state.Ledger.String())
		})
	}
}

// holds compares books with the truth.
func (b *bazaar) holds(t *testing.T, e *engine.Engine, books engine.Reader, when string) {
	t.Helper()
	x, p := b.truth(), bazaarProgram(t)
	assets := map[byte]money.Asset{}
	for _, use := range p.Assets {
		assets[use.Address[19]] = use.Asset
	}
	balance := func(a ledger.Account, asset money.Asset) string {
		is, err := fold.BalanceNow(t.Context(), books, ledger.Place{Account: a, Asset: asset})
		fatal(t, err)
		return new(big.Int).Sub(is.In.Big(), is.Out.Big()).String()
	}
	for token, asset := range assets {
		for w := range byte(20) {
			of := ledger.Wallet(addressOf(w))
			same(t, fmt.Sprint(when, ": paid by ", w, " in ", asset), balance(ledger.SaleIncome(of), asset), fmt.Sprint(-x.paid[key(w, token)]))
			payable, _ := new(big.Int).SetString(balance(ledger.Referral(of, ledger.ReferralPayable), asset), 10)
			pending, _ := new(big.Int).SetString(balance(ledger.Referral(of, ledger.ReferralPending), asset), 10)
			if when == "final" {
				same(t, fmt.Sprint(when, ": owed to ", w, " in ", asset), payable.Add(payable, pending).String(), fmt.Sprint(-x.owed[key(w, token)]))
			}
			same(t, fmt.Sprint(when, ": nodes of ", w), balance(ledger.Holding(of, sale.Node), sale.Node), fmt.Sprint(x.nodes[w]))
		}
		if when == "final" {
			same(t, fmt.Sprint(when, ": held in ", asset), balance(ledger.ContractFunds(ledger.Wallet(p.Sale.Contract)), asset),
				fmt.Sprint(x.held[token]))
		}
	}
	e.View(func(f *fold.Fold, _ engine.State) {
		totals := &f.Sale.Totals
		for _, sums := range totals.ByAsset() {
			for token, asset := range assets {
				if asset == sums.Asset() {
					same(t, fmt.Sprint(when, ": gross in ", asset), sums.Gross.Big().String(), fmt.Sprint(x.gross[key(0, token)]))
					same(t, fmt.Sprint(when, ": held for referrers in ", asset), f.HeldForReferrers(asset).Int64(), allOf(x.owed, token))
				}
			}
		}
		same(t, when+": counts", fmt.Sprint(totals.Purchases, totals.Nodes, totals.Given, totals.Returned), fmt.Sprint(x.bargain, x.sold, x.given,
			x.back))
	})
}
