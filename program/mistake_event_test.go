package program

import (
	"strings"
	"testing"
)

const (
	bought = `"Bought(address indexed account, uint256 count, string indexed note, int8 delta, string code, uint256[] list)"`
	// sold follows "    - { event: " in a purchase that says everything but what it is for.
	sold = `"Sold(address indexed by, uint256 n, uint256 paid)", buyer: by, quantity: n, paid: { field: paid }`
)

// selling is a file whose purchases are these; a § may stand in it.
func selling(purchases ...string) string {
	return headEvent + "  purchases:\n    - " + strings.Join(purchases, "\n    - ") + "\n"
}

func TestMistakesOfPurchases(t *testing.T) {
	t.Parallel()
	checkRows(t, []row{
		{"nothing", strings.Replace(headEvent, "contract", "§contract", 1) + "  amount: §net\n  counter_slot: §3\n", []string{
			`sale lacks the key "purchases"; write a list of the events that are purchases, each with event, buyer, quantity and paid`,
			`sale.amount is for the built-in adapters; the event adapter says it in paid of each purchase; remove it`,
			`sale.counter_slot is for the built-in adapters; the event adapter says it in slot of each counter; remove it`,
		}},
		{"no list", headEvent + "  purchases: §{ event: \"B(address a)\" }\n", []string{
			"sale.purchases is a group of keys where a list belongs; write one entry a line, each after a dash"}},
		{"keys of before", strings.Replace(headEvent, "contract", "§contract", 1) + "  §purchase: { a: b }\n" +
			"  §counter: totalSold() returns (uint256)\n", []string{
			`sale lacks the key "purchases"; write a list of the events that are purchases, each with event, buyer, quantity and paid`,
			`sale has no key "purchase"; did you mean "purchases"?`, `sale has no key "counter"; did you mean "counters"?`}},
		{"keys of before in a purchase", selling(
			`§{ event: "B(address a, uint256 n)", buyer: a, quantity: n, §amount: none, §supersedes: "C()" }`) +
			"  refunds: [{ event: \"R(address a, uint256 n)\", buyer: a, amount: n, §quantity: n }]\n  commissions:\n    - { event: " +
			"\"C(address a, uint256 n)\", referrer: a, reward: n, §joins: transaction }\n", []string{
			`sale.purchases[1] lacks the key "paid"; write moved, ladder, or { field: ... } where the event says it`,
			`sale.purchases[1] has no key "amount"; did you mean "paid"?`,
			`sale.purchases[1] has no key "supersedes"; did you mean "unless"?`,
			`sale.refunds[1] has no key "quantity"; did you mean "nodes"?`,
			`sale.commissions[1] has no key "joins"; its keys are event, where, from, until, referrer, code, reward, asset`}},
		{"fields", selling("event: " + bought + `
      buyer: §count
      holder: §code
      quantity: §delta
      tier: §note
      paid: { field: §paid }
      code: §note
      referrer: §acount`), []string{
			`sale.purchases[1].buyer is the parameter "count" of type uint256; name one of type address`,
			`sale.purchases[1].holder is the parameter "code" of type string; name one of type address`,
			`sale.purchases[1].quantity is the parameter "delta" of type int8; name one of an unsigned integer type such as uint256`,
			`sale.purchases[1].tier is the parameter "note" of type string; write { field: note, is: { ... } } with the number of each tier`,
			`sale.purchases[1].paid.field: the event Bought has no parameter "paid"; write one of the names in Bought(address indexed account, ` +
				`uint256 count, string ind...`,
			`sale.purchases[1].code is the parameter "note" of type string; it is indexed, so the log holds only its hash: name one that is not ` +
				`indexed`,
			`sale.purchases[1].referrer: the event Bought has no parameter "acount"; did you mean "account"?`}},
		{"lists", selling("event: "+bought+"\n      buyer: account\n      quantity: §list\n      paid: moved", "event: "+bought+
			"\n      buyer: transaction\n      where: { §list: 1, count: 3 }\n      quantity: { sum: §count }\n      paid: moved",
			`{ event: "C(address a, uint256[] indexed n)", buyer: a, quantity: { sum: §n }, paid: moved }`), []string{
			`sale.purchases[1].quantity is the parameter "list" of type uint256[]; name one of an unsigned integer type such as uint256, or write ` +
				`{ sum: list } where its numbers are counted together`,
			`sale.purchases[2].where is a condition on the parameter "list" of type uint256[]; name one that is not a list`,
			`sale.purchases[2].quantity.sum is the parameter "count" of type uint256; name a list of unsigned integers such as uint256[]`,
			`sale.purchases[3].quantity.sum is the parameter "n" of type uint256[]; it is indexed, so the log holds only its hash: name one that ` +
				`is not indexed`}},
		{"does not parse", selling("{ event: §\"Bought(address account, uint7 count)\", buyer: account, quantity: one_per_log, paid: moved }",
			"{ event: §Bought, buyer: account, quantity: one_per_log, paid: moved }"), []string{
			`sale.purchases[1].event: event Bought, parameter 2: there is no type "uint7"; integers have 8 to 256 bits in steps of 8, bytes are ` +
				`1 to 32`,
			`sale.purchases[2].event: "Bought" is not an event; write its name and its parameters, such as "Bought(address indexed account, ` +
				`uint256 count)"`}},
	})
}

// The forms of a purchase's parts.
func TestMistakesOfPartsOfPurchases(t *testing.T) {
	t.Parallel()
	checkRows(t, []row{
		{"words", selling(
			`{ event: "B(address a, uint256 n)", buyer: a, prices: [1], per: §block, quantity: §{ sum: §n, paid_over: price }, paid: §none }`,
			`{ event: "C(address a, uint256 n)", buyer: a, quantity: n, paid: { field: n, means: §units, each: §node } }`), []string{
			`sale.purchases[1].per cannot be "block"; write log or transaction`,
			`sale.purchases[1].quantity has 2 keys; write { sum: ... } or { paid_over: price }`,
			`sale.purchases[1].quantity.sum is the parameter "n" of type uint256; name a list of unsigned integers such as uint256[]`,
			`sale.purchases[1].paid is "none"; write moved, ladder, or { field: ... } where the event says it`,
			`sale.purchases[2].paid.means cannot be "units"; write gross or net or list`,
			`sale.purchases[2].paid.each cannot be "node"; write unit`}},
		{"tiers", selling(`{ event: "B(address a, uint256 n, string s)", buyer: a, quantity: n, tier: { field: n, from: §2 }, paid: moved }`,
			`{ event: "C(address a, uint256 n, string s)", buyer: a, quantity: n, tier: { field: s, from: §0, is: { x: §0, y: §one } },
        paid: moved }`,
			`{ event: "D(address a, uint256 n, string indexed s)", buyer: a, quantity: n, tier: { field: §s, is: { x: 1 } }, paid: moved }`,
			`{ event: "E(address a, uint8 n)", buyer: a, quantity: n, tier: { field: n, is: { zero: 1, §0: 2, §300: 3, §x: 4 } },
        paid: moved }`), []string{
			`sale.purchases[1].tier.from: 2 is too large; the most is 1`,
			`sale.purchases[2].tier.from says how the parameter counts, and is says what each of its values means; remove it`,
			`sale.purchases[2].tier.is.x: 0 is too small; the least is 1`,
			`sale.purchases[2].tier.is.y: one is not a number; write digits and at most one point, such as 12.5`,
			`sale.purchases[3].tier.field is the parameter "s" of type string; it is indexed, so the log holds only its hash: name one that is ` +
				`not indexed`,
			`sale.purchases[4].tier.is has the value 0 twice; keep one of them`,
			`a key of sale.purchases[4].tier.is is "300", and the field is of type uint8; write a whole number that it can hold, or zero`,
			`a key of sale.purchases[4].tier.is is "x", and the field is of type uint8; write a whole number that it can hold, or zero`}},
		{"where", selling(`event: "B(address a, bool b, uint8 u, int8 i, bytes32 h, bytes4 f, bytes d, bytes indexed x)"
      where: { a: §"0x12", b: §yes, u: §256, i: §-129, h: §"0x12", f: §"0x12345678", d: §"0x123", §x: "0x", §none: 1 }
      buyer: a
      quantity: one_per_log
      paid: moved`), []string{
			`sale.purchases[1].where.a is "0x12", and the field is of type address; write an address in quotes, or zero`,
			`sale.purchases[1].where.b is "yes", and the field is of type bool; write true or false`,
			`sale.purchases[1].where.u is "256", and the field is of type uint8; write a whole number that it can hold, or zero`,
			`sale.purchases[1].where.i is "-129", and the field is of type int8; write a whole number that it can hold, or zero`,
			`sale.purchases[1].where.h is "0x12", and the field is of type bytes32; write 0x and 64 lower-case hexadecimal digits in quotes, ` +
				`or zero`,
			`sale.purchases[1].where.f is of type bytes4, which is not compared here; name a field of another type`,
			`sale.purchases[1].where.d is "0x123", and the field is of type bytes; write 0x and lower-case hexadecimal digits in quotes`,
			`sale.purchases[1].where is a condition on the parameter "x" of type bytes; it is indexed, so the log holds only its hash: name one ` +
				`that is not indexed`,
			`sale.purchases[1].where: the event B has no parameter "none"; write one of the names in B(address a, bool b, uint8 u, int8 i, ` +
				`bytes32 h, bytes4 f...`}},
		{"addresses of where", selling(`{ event: "B(address a)", buyer: a, quantity: one_per_log, paid: moved,
        where: { a: §"0x70997970C51812dc3A010C7d01b50e0d17dc79c8" } }`), []string{
			`sale.purchases[1].where.a is "0x70997970C51812dc3A010C7d01b50e0d17dc79c8", and the field is of type address; write the address with ` +
				`a correct checksum, or all in lower case`}},
		{"code of a call", selling(
			`{ event: "B(address a)", buyer: a, quantity: one_per_log, paid: moved, code: { call: §"mint(uint7 a)", field: a } }`,
			`{ event: "C(address a)", buyer: a, quantity: one_per_log, paid: moved, code: { call: "mint(string code, uint8 n)", field: §n } }`,
			`{ event: "D(address a)", buyer: a, quantity: one_per_log, paid: moved, code: §{ field: a } }`), []string{
			`sale.purchases[1].code.call: function mint, parameter 1: there is no type "uint7"; integers have 8 to 256 bits in steps of 8, bytes ` +
				`are 1 to 32`,
			`sale.purchases[2].code.field is the parameter "n" of type uint8; name one of type string or bytes32`,
			`sale.purchases[3].code lacks the key "call"; write the function's declaration, such as "mint(address to, string code)"`}},
	})
}

// A list price is needed to count nodes of what was paid, and to know what was paid where no event says it.
func TestMistakesOfPrices(t *testing.T) {
	t.Parallel()
	const over = `{ event: "B(address a, uint256 n)", buyer: a, quantity: §{ paid_over: price }, paid: `
	const ladder = `{ event: "B(address a, uint256 n)", buyer: a, quantity: n, paid: §ladder`
	unpriced := []string{"sale.purchases[1].quantity needs the price of a node; write prices, sale.tiers, or price of each contract"}
	ladderless := []string{"sale.purchases[1].paid needs the price of a node; write prices, sale.tiers, or price of each contract"}
	several := func(file string) string {
		return assets + strings.Replace(file, "  contract: \"0x5FbDB2315678afecb367f032d93F642f64180aa3\"\n", "  contracts:\n"+
			"    - { address: \"0x5FbDB2315678afecb367f032d93F642f64180aa3\", price: 1 }\n"+
			"    - { address: \"0x610178dA211FEF7D417bC0e6FeD39F05609AD788\" }\n", 1)
	}
	checkRows(t, []row{
		{"nodes of what was paid", selling(over + `{ field: n } }`), unpriced},
		{"a contract without a price", several(selling(over + `{ field: n } }`)), unpriced},
		{"ladder without prices", selling(ladder + " }"), ladderless},
		{"ladder, a contract without a price", several(selling(ladder + " }")), ladderless},
		{"nodes of what the nodes cost", selling(over + "ladder, prices: [1] }"), []string{
			"sale.purchases[1].quantity follows from what was paid, and paid from the quantity; write one of them another way"}},
		{"nodes of what one costs", selling(over + "{ field: n, each: unit }, prices: [1] }"), []string{
			"sale.purchases[1].quantity follows from what was paid, and paid from the quantity; write one of them another way"}},
		{"several assets", selling(over+"moved, asset: moved, prices: §[1] }", strings.Replace(ladder, "B(", "C(", 1)+
			", asset: { field: n, is: { 0: ETH } } }"), []string{
			"sale.purchases[1].quantity needs the price of a node in the asset paid, and that may be several; write one asset",
			"sale.purchases[1].prices are in one asset, and sale.purchases[1].asset may be several; write one asset, or leave them out",
			"sale.purchases[2].paid needs the price of a node in the asset paid, and that may be several; write one asset"}},
		{"prices of no tier", selling(`{ event: "B(address a, uint256 n)", buyer: a, quantity: n, paid: moved,
        prices: §[0.1, §0.1234567890123456789] }`), []string{
			"sale.purchases[1].prices has 2 prices and nothing says which tier a purchase is of; write tier, or one price",
			"sale.purchases[1].prices[2]: 0.1234567890123456789 has 19 decimal places and ETH has 18; write no more places than that"}},
		{"no prices", selling(`{ event: "B(address a, uint256 n)", buyer: a, quantity: n, paid: moved, prices: §0.1 }`), []string{
			`sale.purchases[1].prices is "0.1"; write a list of the price of a node in each tier, such as [0.1, 0.12]`}},
		{"assets", assets + selling(`{ event: "B(address a, uint256 n)", buyer: a, quantity: n, paid: moved, asset: §PTS }`,
			`{ event: "C(address a, uint256 n)", buyer: a, quantity: n, paid: moved, asset: { field: n, is: { 1: §TOK, 2: §USD } } }`,
			`{ event: "D(address a, uint256 n)", buyer: a, quantity: n, paid: moved, asset: §{ field: n } }`,
			`{ event: "E(address a, uint256 n)", buyer: a, quantity: n, paid: moved, asset: { field: n, is: §{} } }`), []string{
			"sale.purchases[1].asset is PTS, which is of kind points; write a native or erc20 asset",
			"sale.purchases[2].asset.is.1 is TOK, which is of kind token; write a native or erc20 asset",
			`sale.purchases[2].asset.is.2 is "USD", which is not in assets; did you mean "USDT"?`,
			`sale.purchases[3].asset lacks the key "is"; write what each of its values means, such as { zero: ETH }`,
			"sale.purchases[4].asset.is is empty; write what each value means"}},
	})
}

// An event is one thing only: no entry may leave another none of its logs.
func TestMistakesOfEventsThatAreTwoThings(t *testing.T) {
	t.Parallel()
	again := func(entry, other, event string) string {
		return entry + " has the same event as " + other + ", " + event + ", which leaves it none: an event is one thing only; write where, or " +
			"from and until, so that they differ"
	}
	const mint = `"Transfer(address indexed from, address indexed to, uint256 indexed id)"`
	const minted = mint + ", buyer: to, quantity: one_per_log, paid: moved"
	checkRows(t, []row{
		{"twice", selling("{ event: "+sold+" }", "{ event: §"+sold+" }"), []string{again("sale.purchases[2]", "sale.purchases[1]",
			"Sold(address,uint256,uint256)")}},
		{"a purchase and a commission", selling("{ event: "+sold+" }") + "  commissions: [{ event: §\"Sold(address a, uint256 b, uint256 c)\", " +
			"referrer: a, reward: b }]\n", []string{again("sale.commissions[1]", "sale.purchases[1]", "Sold(address,uint256,uint256)")}},
		{"the same conditions", selling("{ event: "+minted+", where: { from: zero } }", "{ event: §"+strings.Replace(minted, "from", "source", 1)+
			", where: { source: zero } }"), []string{again("sale.purchases[2]", "sale.purchases[1]", "Transfer(address,address,uint256)")}},
		{"more conditions below", selling("{ event: "+minted+" }", "{ event: §"+minted+", where: { from: zero } }"), []string{
			again("sale.purchases[2]", "sale.purchases[1]", "Transfer(address,address,uint256)")}},
		{"times that overlap", selling("{ event: "+sold+", until: block 10 }", "{ event: §"+sold+", from: block 9 }"), []string{
			again("sale.purchases[2]", "sale.purchases[1]", "Sold(address,uint256,uint256)")}},
		{"an end that is none", selling("{ event: " + sold + ", from: block 9, until: §block 9 }"), []string{
			"sale.purchases[1].until is not after from; write when it ends"}},
		{"unless", selling("{ event: "+sold+", unless: §\"Sold(address, uint, uint)\" }",
			"{ event: \"Other(address a)\", buyer: a, quantity: one_per_log, paid: moved, unless: §\"Sold(address by, uint256 n, uint256 paid)\" }",
			"{ event: \"Third(address by)\", buyer: by, quantity: one_per_log, paid: moved, unless: §\"Fourth(address by)\" }"), []string{
			"sale.purchases[1].unless is the purchase's own event; write the other event that speaks of the same purchase",
			"sale.purchases[2].unless has no parameter of the same name as its event; name those that hold the same value alike",
			"sale.purchases[3].unless is neither a purchase nor a gift of this file, so what it speaks of would be lost; write it as a " +
				"purchase, too"}},
	})
	for name, src := range map[string]string{
		"different values": selling("{ event: "+minted+", where: { from: zero } }", "{ event: "+minted+
			", where: { from: \"0x70997970c51812dc3a010c7d01b50e0d17dc79c8\" } }"),
		"fewer conditions below":   selling("{ event: "+minted+", where: { from: zero } }", "{ event: "+minted+" }"),
		"one time after the other": selling("{ event: "+sold+", until: block 10 }", "{ event: "+sold+", from: block 10 }"),
		"or before":                selling("{ event: "+sold+", from: 2024-05-01 }", "{ event: "+sold+", until: 2024-05-01 }"),
	} {
		if _, err := Read("f.yaml", []byte(src)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestMistakesOfContracts(t *testing.T) {
	t.Parallel()
	const one, two = `"0x5FbDB2315678afecb367f032d93F642f64180aa3"`, `"0x610178dA211FEF7D417bC0e6FeD39F05609AD788"`
	listing := func(contracts string) string {
		return assets + strings.Replace(headEvent+oneEvent, "  contract: "+one+"\n", contracts, 1)
	}
	checkRows(t, []row{
		{"one and several", listing("  contract: §" + one + "\n  contracts: [{ address: " + two + " }]\n"), []string{
			"sale.contract is one contract, and contracts lists them all; remove it"}},
		{"none", listing("  contracts: §[]\n"), []string{"sale.contracts is an empty list; write an entry or remove the key"}},
		{"repeated", listing("  contracts: [{ address: " + one + " }, { address: §" + one + ", price: §0, tier: §0 }, §{ tier: 1 }]\n"), []string{
			"sale.contracts[2].address stands in the list twice; keep one",
			"sale.contracts[2].price is zero; write an amount above it or remove the key",
			"sale.contracts[2].tier: 0 is too small; the least is 1",
			`sale.contracts[3] lacks the key "address"; write the contract's address`}},
		{"of another adapter", strings.Replace(head, "contract: "+one, "contracts: §[{ address: "+one+" }]", 1), []string{
			"sale.contracts is only for adapter: event; remove it"}},
		{"a wallet", listing("  contracts: [{ address: "+one+" }, { address: "+two+" }]\n") + "wallets: { market: §" + two + " }\n", []string{
			"wallets.market is the sale contract; leave it out"}},
	})
}
