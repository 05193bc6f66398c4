package probe

import (
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/program"
)

// made is a sale that a test makes up, transaction by transaction.
type made struct {
	t     *testing.T
	seen  *Seen
	table *Table
}

var (
	shop  = common.HexToAddress("0x5a1e")
	token = common.HexToAddress("0x70ce")
	admin = wallet(900)
)

// wallet is the address of somebody.
func wallet(n int64) common.Address {
	return common.BytesToAddress(crypto.Keccak256(big.NewInt(n + 1).Bytes()))
}

func ether(milli int64) *big.Int {
	return new(big.Int).Mul(big.NewInt(milli), big.NewInt(1_000_000_000_000_000))
}

func invent(t *testing.T, declarations ...string) *made {
	t.Helper()
	table, err := Known()
	if err != nil {
		t.Fatal(err)
	}
	if err := table.Add(strings.Join(declarations, "\n")); err != nil {
		t.Fatal(err)
	}
	return &made{t, &Seen{Chain: 1, Final: true, Contracts: []common.Address{shop}, Start: 1, Deployed: true, Txs: map[common.Hash]*Tx{},
		Tokens: map[common.Address]Token{token: {"USDC", 6}}, Views: map[common.Address]map[string]*big.Int{shop: {}}}, table}
}

// tx is one transaction by a wallet, with ether, that emits logs.
func (m *made) tx(from common.Address, value *big.Int, logs ...evm.Log) {
	m.t.Helper()
	n := len(m.seen.Txs) + 1
	amount, _ := uint256.FromBig(value)
	one := &Tx{Hash: common.BigToHash(big.NewInt(int64(n))), From: from, To: shop, Value: *amount, Block: uint64(n)}
	for i, l := range logs {
		l.TxHash, l.Index = one.Hash, uint32(i)
		one.Logs = append(one.Logs, l)
		if slices.Contains(m.seen.Contracts, l.Address) {
			m.seen.Logs = append(m.seen.Logs, Log{l, one.Block})
		}
	}
	m.seen.Txs[one.Hash], m.seen.Head = one, one.Block
}

// log is a log of an event with values for its fields.
func (m *made) log(contract common.Address, declaration string, fields ...any) evm.Log {
	m.t.Helper()
	sig, err := program.ParseEvent(declaration)
	if err != nil {
		m.t.Fatal(err)
	}
	l := evm.Log{Address: contract, Topics: []common.Hash{sig.Topic}}
	var rest []any
	for i, in := range sig.ABI.Inputs {
		if !in.Indexed {
			rest = append(rest, fields[i])
			continue
		}
		switch v := fields[i].(type) {
		case common.Address:
			l.Topics = append(l.Topics, evm.Padded(v))
		case *big.Int:
			l.Topics = append(l.Topics, common.BigToHash(v))
		}
	}
	if l.Data, err = sig.ABI.Inputs.NonIndexed().Pack(rest...); err != nil {
		m.t.Fatal(err)
	}
	return l
}

const (
	erc20  = "Transfer(address indexed from, address indexed to, uint256 value)"
	erc721 = "Transfer(address indexed from, address indexed to, uint256 indexed tokenId)"
)

// draft is what the sale leads to; it has to be a sound program file.
func (m *made) draft() *Guessed {
	m.t.Helper()
	out := Guess(m.seen, m.table, Settings{Name: "made-up"})
	if _, err := program.Read("draft.yaml", []byte(out.Draft)); err != nil && out.Draft != "" {
		m.t.Errorf("the draft is refused: %v\n%s", err, out.Draft)
	}
	return out
}

// has says whether a draft has a line, without what stands behind it as a comment.
func has(out *Guessed, line string) bool {
	return slices.ContainsFunc(out.Lines, func(l Line) bool { return strings.TrimSpace(l.Text) == line })
}

func (m *made) want(lines ...string) *Guessed {
	m.t.Helper()
	out := m.draft()
	for _, line := range lines {
		if !has(out, line) {
			m.t.Errorf("the draft has no line %q:\n%s", line, out.Draft)
		}
	}
	return out
}

const (
	bought = "Sold(address indexed who, uint256 tokens, uint256 cost)"
	given  = "AdminMintTo(address indexed admin, address indexed receiver, uint256 amount)"
)

func TestNodesThatSomebodyElseMintsAreGifts(t *testing.T) {
	t.Parallel()
	m := invent(t, bought)
	for n := range int64(4) {
		m.tx(wallet(n), ether(100*(n+1)), m.log(shop, bought, wallet(n), big.NewInt(n+1), ether(100*(n+1))))
	}
	for n := range int64(2) {
		m.tx(admin, new(big.Int), m.log(shop, given, admin, wallet(n), big.NewInt(5)))
	}
	m.want(`- event: "Sold(address indexed who, uint256 tokens, uint256 cost)"`, "buyer: who", "quantity: tokens", "paid: { field: cost }",
		"gifts:", "holder: receiver", "quantity: amount")
}

func TestASaleThroughAnotherWalletHasSenderAndHolder(t *testing.T) {
	t.Parallel()
	m := invent(t)
	id := int64(0)
	for n := range int64(4) {
		var logs []evm.Log
		for range n + 1 {
			id++
			logs = append(logs, m.log(shop, erc721, common.Address{}, wallet(50+n), big.NewInt(id)))
		}
		m.tx(wallet(n), ether(100*(n+1)), logs...)
	}
	m.tx(wallet(51), new(big.Int), m.log(shop, erc721, wallet(51), wallet(60), big.NewInt(2)))
	out := m.want("where: { from: zero }", "per: transaction", "buyer: transaction", "holder: to", "quantity: one_per_log", "paid: moved",
		`licence: "`+shop.Hex()+`"`, "holdings: licence")
	if has(out, "holder: from") {
		t.Error("who sells on is taken for a holder")
	}
}

// TestAStockOfLicencesIsNotGiven: licences that the sale's contract gets are sold later, out of its hands.
func TestAStockOfLicencesIsNotGiven(t *testing.T) {
	t.Parallel()
	m := invent(t, bought)
	keys := common.HexToAddress("0x0bee")
	m.seen.Contracts = append(m.seen.Contracts, keys)
	for n := range int64(6) {
		m.tx(admin, new(big.Int), m.log(keys, erc721, common.Address{}, shop, big.NewInt(n+1)))
	}
	for n := range int64(3) {
		m.tx(wallet(n), ether(100), m.log(keys, erc721, shop, wallet(n), big.NewInt(n+1)),
			m.log(shop, bought, wallet(n), big.NewInt(1), ether(100)))
	}
	out := m.want(`licence: "`+keys.Hex()+`"`, "quantity: tokens")
	if has(out, "gifts:") || out.Licence != keys {
		t.Errorf("licence %s:\n%s", out.Licence, out.Draft)
	}
}

// TestAPurchaseWithAReferralIsOne: a word of earning in its name does not make it a commission.
func TestAPurchaseWithAReferralIsOne(t *testing.T) {
	t.Parallel()
	const event = "BoughtWithReferral(address indexed who, uint256 count, uint256 cost, address referrer)"
	m := invent(t, event)
	for n := range int64(4) {
		m.tx(wallet(n), ether(100*(n+1)), m.log(shop, event, wallet(n), big.NewInt(n+1), ether(100*(n+1)), wallet(70)))
	}
	m.want("buyer: who", "quantity: count", "paid: { field: cost }", "referrer: referrer")
}

func TestAnAssetByItsContract(t *testing.T) {
	t.Parallel()
	const event = "Bought(address who, uint256 count, address currency, uint256 total)"
	m := invent(t, event)
	for n := range int64(6) {
		count, by := big.NewInt(n+1), wallet(n)
		if n%2 == 0 {
			m.tx(by, ether(50*(n+1)), m.log(shop, event, by, count, common.Address{}, ether(50*(n+1))))
			continue
		}
		cost := big.NewInt(120_000_000 * (n + 1))
		m.tx(by, new(big.Int), m.log(token, erc20, by, shop, cost), m.log(shop, event, by, count, token, cost))
	}
	m.want("paid: { field: total }", `asset: { field: currency, is: { "0x0000000000000000000000000000000000000000": ETH, "`+
		strings.ToLower(token.Hex())+`": USDC } }`)
}

// TestAFewOddPurchasesChangeNothing: one that began with a swap of another token, and one that somebody else paid.
func TestAFewOddPurchasesChangeNothing(t *testing.T) {
	t.Parallel()
	m := invent(t, bought)
	other := common.HexToAddress("0x0dd")
	for n := range int64(24) {
		cost := big.NewInt(100_000_000 * (n%5 + 1))
		logs := []evm.Log{m.log(token, erc20, wallet(n), shop, cost), m.log(shop, bought, wallet(n), big.NewInt(n%5+1), cost)}
		by := wallet(n)
		switch n {
		case 7:
			logs = append([]evm.Log{m.log(other, erc20, wallet(n), wallet(88), ether(3)), m.log(token, erc20, wallet(88), wallet(n), cost)}, logs...)
		case 11:
			by, logs[0] = wallet(99), m.log(token, erc20, wallet(99), shop, cost)
		}
		m.tx(by, new(big.Int), logs...)
	}
	out := m.want("asset: USDC", "buyer: who", "quantity: tokens", "paid: { field: cost }", "prices: [100]")
	if strings.Contains(out.Draft, "asset: moved") || len(out.Asks) > 1 {
		t.Errorf("%q\n%s", out.Asks, out.Draft)
	}
}

// TestACounterThatDisagreesIsNotTaken: a view that says another number than the logs is no counter of them.
func TestACounterThatDisagreesIsNotTaken(t *testing.T) {
	t.Parallel()
	for answer, want := range map[int64]string{
		10: `- { view: "totalSold() returns (uint256)", of: sold }`, 11: `- { view: "totalSold() returns (uint256)", of: sold, less: 1 }`, 9: "",
	} {
		m := invent(t, bought)
		for n := range int64(4) {
			m.tx(wallet(n), ether(100*(n+1)), m.log(shop, bought, wallet(n), big.NewInt(n+1), ether(100*(n+1))))
		}
		m.seen.Views[shop]["totalSold() returns (uint256)"] = big.NewInt(answer)
		out := m.draft()
		if want == "" && has(out, "counters:") || want != "" && !has(out, want) {
			t.Errorf("with %d:\n%s", answer, out.Draft)
		}
		m.seen.Left = 1
		if has(m.draft(), "counters:") {
			t.Error("a counter is compared with a sum that is not whole")
		}
	}
}

// TestACommissionIsNoPurchase: it is less than was paid, and another wallet's.
func TestACommissionIsNoPurchase(t *testing.T) {
	t.Parallel()
	const paid = "ReferralBonus(address indexed by, uint256 n)"
	m := invent(t, bought, paid)
	for n := range int64(6) {
		logs := []evm.Log{m.log(shop, bought, wallet(n), big.NewInt(n+1), ether(100*(n+1)))}
		if n%2 == 0 {
			logs = append(logs, m.log(shop, paid, wallet(70), ether(5*(n+1))))
		}
		m.tx(wallet(n), ether(100*(n+1)), logs...)
	}
	m.want(`- { event: "`+paid+`", referrer: by, reward: n }`, "referral: { discount: 0%, reward: 5%, settlement: on_chain }")
}

// TestNothingThatSellsIsSaid: without a purchase there is no draft, and it is said what to do about events that are not known.
func TestNothingThatSellsIsSaid(t *testing.T) {
	t.Parallel()
	m := invent(t)
	m.tx(wallet(1), ether(7), m.log(shop, "Mystery(address indexed by, uint256 n, uint256 m)", wallet(1), big.NewInt(3), ether(7)))
	out := m.draft()
	if out.Draft != "" || len(out.Asks) != 2 || !strings.Contains(out.Asks[0], "--abi") {
		t.Errorf("draft %q, asks %q", out.Draft, out.Asks)
	}
	if why := out.Kinds[0].Why; out.Kinds[0].Role != Unknown || !strings.Contains(why, "what it paid (7000000000000000)") ||
		!strings.Contains(why, "the wallet that signed") || !strings.Contains(why, "the number 3") {
		t.Errorf("%s: %s", out.Kinds[0].Role, why)
	}
}

// TestAChainWithoutFinalBlocksNeedsADepth: the program file says it.
func TestAChainWithoutFinalBlocksNeedsADepth(t *testing.T) {
	t.Parallel()
	m := invent(t, bought)
	for n := range int64(3) {
		m.tx(wallet(n), ether(100*(n+1)), m.log(shop, bought, wallet(n), big.NewInt(n+1), ether(100*(n+1))))
	}
	if has(m.draft(), "finality: 64") {
		t.Error("the chain says what is final")
	}
	m.seen.Final = false
	m.want("finality: 64")
}

// TestOurOwnContractNeedsNoEvents: the adapters know theirs.
func TestOurOwnContractNeedsNoEvents(t *testing.T) {
	t.Parallel()
	m := invent(t)
	m.tx(wallet(1), ether(7), m.log(shop, "paymentReceived(address indexed sender, uint256 amount, uint256 tokenId, string code)", wallet(1),
		ether(7), big.NewInt(1), "A"))
	m.want("adapter: payment-handler")
}

// TestNothingThatAContractSaysBreaksADraft: symbols and names of tiers are others' words.
func TestNothingThatAContractSaysBreaksADraft(t *testing.T) {
	t.Parallel()
	const event = "PurchasedInTier(address indexed buyer, string tierId, uint256 amount, string promoCode)"
	for _, word := range []string{"a\"b", "a: { b }", "x # y", "line\nline", "\x00\x1b[2J", "\xff\xfe", "日本", "'", "\\", "{{", "- a", ""} {
		m := invent(t)
		m.seen.Tokens[token] = Token{word, 6}
		for n := range int64(3) {
			cost := big.NewInt(120_000_000 * (n + 1))
			m.tx(wallet(n), new(big.Int), m.log(token, erc20, wallet(n), shop, cost),
				m.log(shop, event, wallet(n), word, big.NewInt(n+1), ""))
		}
		if out := m.draft(); out.Draft == "" {
			t.Errorf("%q: no draft", word)
		}
	}
}
