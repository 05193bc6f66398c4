package program

import "testing"

func TestMistakesOfOtherEvents(t *testing.T) {
	t.Parallel()
	checkRows(t, []row{
		{"gifts", headEvent + oneEvent + `  gifts:
    - { event: "G(address a, uint256 n)", holder: §n, quantity: §{ paid_over: price } }
    - §§{ event: "H(address a, string s)", tier: §s }
`, []string{
			`sale.gifts[1].holder is the parameter "n" of type uint256; name one of type address`,
			"sale.gifts[1].quantity is of what was paid, and nobody pays for a gift; write a parameter, one_per_log, or { sum: ... }",
			`sale.gifts[2] lacks the key "holder"; write the name of the parameter that holds who gets the nodes`,
			`sale.gifts[2] lacks the key "quantity"; write the name of the parameter that counts licences, one_per_log, or { sum: ... }`,
			`sale.gifts[2].tier is the parameter "s" of type string; write { field: s, is: { ... } } with the number of each tier`}},
		{"commissions", headEvent + oneEvent + `  commissions:
    - §§{ event: "C(address a)" }
    - { event: "D(address a, uint256 n)", referrer: a, reward: §a, code: §n }
`, []string{
			`sale.commissions[1] lacks the key "reward"; write the name of the parameter that holds the reward`,
			"sale.commissions[1] says neither referrer nor code; write the parameter that tells who earns the reward",
			`sale.commissions[2].reward is the parameter "a" of type address; name one of an unsigned integer type such as uint256`,
			`sale.commissions[2].code is the parameter "n" of type uint256; name one of type string or bytes32`}},
		{"withdrawals", headEvent + oneEvent + `  withdrawals:
    - { event: "W(address a, uint256 n)", wallet: a, amount: n, of: §reward }
    - §§{ event: "X(address a)" }
referral: { settlement: held }
`, []string{
			`sale.withdrawals[1].of cannot be "reward"; did you mean "rewards"?`,
			`sale.withdrawals[2] lacks the key "wallet"; write the name of the parameter that holds who takes it`,
			`sale.withdrawals[2] lacks the key "amount"; write the name of the parameter that holds how much`}},
		{"rewards that nobody holds", headEvent + oneEvent + `  withdrawals:
    - { event: "W(address a, uint256 n)", wallet: a, amount: n, of: proceeds }
    - §{ event: "X(address a, uint256 n)", wallet: a, amount: n }
`, []string{"sale.withdrawals[2] takes rewards that the contract holds, and referral.settlement is on_chain; write settlement: held " +
			"there, or of: proceeds here"}},
		{"held by a built-in adapter", head + "referral: { settlement: §held }\n", []string{
			"referral.settlement is held only for adapter: event, whose file says how rewards are taken; remove it"}},
		{"refunds", headEvent + oneEvent + `  refunds:
    - §{ event: "R(address a)", buyer: §who, restock: §true }
    - { event: "S(address a, uint256 n)", buyer: a, amount: n, nodes: §a }
`, []string{
			`sale.refunds[1] lacks the key "amount"; write the name of the parameter that holds what was paid back`,
			`sale.refunds[1].buyer: the event R has no parameter "who"; write one of the names in R(address a)`,
			"sale.refunds[1].restock says that licences that come back can be bought again, and nodes says that none do; remove it",
			`sale.refunds[2].nodes is the parameter "a" of type address; name one of an unsigned integer type such as uint256`}},
		{"registrations", headEvent + oneEvent + "  registrations: [§{ event: \"C(string code)\", code: code }]\n", []string{
			`sale.registrations[1] lacks the key "wallet"; write the name of the parameter that holds the wallet that the code belongs to`}},
		{"counters", assets + headEvent + oneEvent + `  counters:
    - { view: §"totalSold(uint256) returns (uint256)", asset: §ETH, slot: §four }
    - { view: "paid() returns (uint256)", of: paid, asset: §PTS }
    - §{ view: "paid2() returns (uint256)", of: paid }
    - { view: §"paid2() returns (uint256)", of: §money, less: §-1 }
    - §{ of: sold }
`, []string{
			`sale.counters[1].view: "totalSold(uint256) returns (uint256)" is not a counter; write a view without arguments, such as ` +
				`"totalSold() returns (uint256)"`,
			"sale.counters[1].asset is only for a counter of money (of: paid, of: owed); remove it",
			`sale.counters[1].slot is "four", which is not a storage slot; write a whole number such as 9, or 0x and 64 lower-case hexadecimal ` +
				`digits in quotes`,
			"sale.counters[2].asset is PTS, which is of kind points; write a native or erc20 asset",
			"sale.counters[3] counts money and does not say in which asset; write asset: ETH or another",
			"sale.counters[4].view stands in the list twice; keep one",
			`sale.counters[4].of cannot be "money"; write nodes or sold or paid or owed`,
			"sale.counters[4].less: -1 is negative; write a number of at least 0",
			`sale.counters[5] lacks the key "view"; write a view without arguments, such as "totalSold() returns (uint256)"`}},
	})
}

// What never comes true is refused: an asset that nothing moves, and values of which one is a hash, or of another type.
func TestMistakesThatNoLogShows(t *testing.T) {
	t.Parallel()
	checkRows(t, []row{
		{"moved", headEvent + oneEvent + `  commissions: [{ event: "C(address a, uint256 n)", referrer: a, reward: n, asset: §moved }]
  refunds: [{ event: "R(address a, uint256 n)", buyer: a, amount: n, asset: §moved }]
  withdrawals: [{ event: "W(address a, uint256 n)", wallet: a, amount: n, of: proceeds, asset: §moved }]
`, []string{
			"sale.commissions[1].asset cannot be moved: only of a purchase is it known what left whom; write an asset, or { field: ..., is: ... }",
			"sale.refunds[1].asset cannot be moved: only of a purchase is it known what left whom; write an asset, or { field: ..., is: ... }",
			"sale.withdrawals[1].asset cannot be moved: only of a purchase is it known what left whom; write an asset, or { field: ..., is: ... }",
		}},
		{"unless", selling(
			`{ event: "B(address a, string c, uint8 n)", unless: §"C(address a, string indexed c)", buyer: a, quantity: n, paid: moved }`,
			`{ event: "C(address a, string indexed c)", buyer: a, quantity: one_per_log, paid: moved }`,
			`{ event: "D(address a, uint8 n)", unless: §"E(address a, bytes32 n)", buyer: a, quantity: n, paid: moved }`,
			`{ event: "E(address a, bytes32 n)", unless: "F(address indexed a, uint8 k)", buyer: a, quantity: one_per_log, paid: moved }`,
			`{ event: "F(address indexed a, uint8 k)", buyer: a, quantity: k, paid: moved }`), []string{
			`sale.purchases[1].unless has the parameter "c", which never equals that of its event: it is of another type, or one of the two is ` +
				`indexed and only its hash is in the log; name one of them otherwise`,
			`sale.purchases[3].unless has the parameter "n", which never equals that of its event: it is of another type, or one of the two is ` +
				`indexed and only its hash is in the log; name one of them otherwise`}},
	})
}

func TestMistakesOfTermsOfEvents(t *testing.T) {
	t.Parallel()
	const wallet = `"0x90f79bf6eb2c4f870365e785982e1f101e93b906"`
	checkRows(t, []row{
		{"of a built-in adapter", head + "referral: { volume: §[{ nodes: 1, discount: 0%, reward: 0% }], wallets: §{ reward: 1% } }\n", []string{
			"referral.volume are only for adapter: event: this contract has one discount and one reward; remove it",
			"referral.wallets are only for adapter: event: this contract has one discount and one reward; remove it"}},
		{"volume", headEvent + oneEvent + `referral:
  volume:
    - { nodes: 20, discount: 1%, reward: 1% }
    - { nodes: §20, discount: 2%, reward: 1% }
    - { nodes: §0, discount: §100%, reward: §101% }
    - §{ nodes: 30, reward: 1% }
`, []string{
			"referral.volume[2].nodes is 20, not more than the 20 above it; write them in rising order",
			"referral.volume[3].nodes: 0 is too small; the least is 1",
			"referral.volume[3].discount is the whole price; write less than 100%",
			"referral.volume[3].reward: 101% is more than the whole; write at most 100%",
			`referral.volume[4] lacks the key "discount"; write the part that a code takes off then, such as 11%`}},
		{"parents", headEvent + oneEvent + `referral:
  codes:
    - { code: A, reward: 60%, parent: §{ wallet: ` + wallet + `, reward: 50% } }
    - { code: B, parent: §{ wallet: §zero } }
    - { code: C, parent: { wallet: §"0x0000000000000000000000000000000000000000", reward: 1% } }
`, []string{
			"referral.codes[1].parent and reward sum to 110%; nobody can earn more than was paid",
			`referral.codes[2].parent lacks the key "reward"; write the part that it earns, such as 1%`,
			`referral.codes[2].parent.wallet is "zero" where an address belongs; write 0x and 40 hexadecimal digits in quotes`,
			"referral.codes[3].parent.wallet is the zero address; write the wallet that earns, or remove parent"}},
		{"parents and levels", headEvent + oneEvent + "referral:\n  reward: { levels: [10%, 3%] }\n  codes:\n    §- { code: A, " +
			"parent: { wallet: " + wallet + ", reward: 1% } }\n", []string{
			"referral.codes have a parent, and referral.reward has several levels: one of them says who else earns; write one level, or no parent"}},
		{"nothing", headEvent + oneEvent + "referral: { tiers: [§{ tier: 1, bonus: 0% }], wallets: §{} }\n", []string{
			"referral.tiers[1] says neither discount nor reward; write one of them, or remove it",
			"referral.wallets says neither discount nor reward; write one of them, or remove it"}},
	})
}
