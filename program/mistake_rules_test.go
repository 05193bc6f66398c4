package program

import (
	"strings"
	"testing"
)

func TestMistakesOfTheSale(t *testing.T) {
	t.Parallel()
	checkRows(t, []row{
		{"asset missing", assets + "payout: { minimum: { §GPX: 1 } }\n" + head, []string{
			`a key of payout.minimum is "GPX", which is not in assets; add it there or write ETH or USDT or PTS or TOK`,
		}},
		{"two wallets for recovery", assets + `operators:
  recovery: §["0x70997970c51812dc3a010c7d01b50e0d17dc79c8", §"0x70997970c51812dc3a010c7d01b50e0d17dc79c8"]
` + head, []string{
			`operators.recovery has 2 wallets; write the owner's alone, or three of which two sign`,
			`operators.recovery has 0x70997970C51812dc3A010C7d01b50e0d17dc79C8 twice; three people need three wallets`,
		}},
		{"contracts for recovery", assets + `operators:
  recovery: ["0x70997970c51812dc3a010c7d01b50e0d17dc79c8"]
  contracts: §["0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc", ` + `"0x70997970c51812dc3a010c7d01b50e0d17dc79c8", ` +
			`§"0x70997970c51812dc3a010c7d01b50e0d17dc79c8"]
` + head, []string{
			`operators.contracts has 0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC, which is not in operators.recovery; write it there, too`,
			`operators.contracts has 0x70997970C51812dc3A010C7d01b50e0d17dc79C8 twice; write it once`,
		}},
		{"nobody for recovery", assets + `operators: { recovery: §"0x70997970c51812dc3a010c7d01b50e0d17dc79c8" }
` + head, []string{
			`operators.recovery is "0x70997970c51812dc3a010c7d01b50e0d17dc79c8"; write a list of the owner's wallet, or of three wallets of ` +
				`which two sign`}},
		{"no transfers in a batch", assets + "payout: { batch: §0 }\n" + head, []string{`payout.batch: 0 is too small; the least is 1`}},
		{"claims by nobody", assets + "payout: { many_claims: §\"0x0000000000000000000000000000000000000000\" }\n" + head, []string{
			`payout.many_claims is the zero address; write the ManyClaims contract's or remove the key`}},
		{"a batch that no block takes", assets + "payout: { batch: §201 }\n" + head, []string{
			`payout.batch: 201 is too large; the most is 200`}},
		{"distributors", assets + `payout:
  treasury: "0x70997970c51812dc3a010c7d01b50e0d17dc79c8"
  distributor:
    §ETH: "0x90f79bf6eb2c4f870365e785982e1f101e93b906"
    §PTS: "0x15d34aaf54267db7d7c367839aaf71a00a2c6a65"
    §TOK: "0x9965507d1a55bcc2695c58ba16fb37d819b0a4dc"
    §USD: "0x976ea74026e726554db657fa54763abd0c3a0aa9"
    USDT: "0x14dc79964da2c08b23698b3d3cc7ca32193d9955"
    §USDT: "0x23618e81e3f5cdf7f54c3d65f7fbc0abf5b21e8f"
` + head, []string{
			`payout.distributor.ETH: ETH is of kind native, and a distributor holds tokens of a contract; write an erc20 asset`,
			`payout.distributor.PTS: PTS is of kind points, and a distributor holds tokens of a contract; write an erc20 asset`,
			`payout.distributor.TOK: TOK is of kind token, and a distributor holds tokens of a contract; write the token contract's address ` +
				`into assets first`,
			`a key of payout.distributor is "USD", which is not in assets; did you mean "USDT"?`,
			`payout.distributor has the key "USDT" twice, first in line 13; keep one of them`,
		}},
		{"addresses of distributors", strings.Replace(assets, "PTS:",
			"DAI:  { decimals: 18, kind: erc20, address: \"0x6b175474e89094c44da98b954eedeac495271d0f\" }\n"+
				"  USDC: { decimals: 6, kind: erc20, address: \"0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48\" }\n"+
				"  PTS:", 1) + `payout:
  treasury: "0x70997970c51812dc3a010c7d01b50e0d17dc79c8"
  distributor: { USDT: "0x90f79bf6eb2c4f870365e785982e1f101e93b906", DAI: §"0x90f79bf6eb2c4f870365e785982e1f101e93b906",
    USDC: §"0x0000000000000000000000000000000000000000" }
` + head, []string{
			`payout.distributor.DAI is the distributor of USDT already, and each holds one token; write another address`,
			`payout.distributor.USDC is the zero address; write the distributor contract's or remove the key`,
		}},
		{"the treasury as distributor", assets + `payout: { treasury: "0x70997970c51812dc3a010c7d01b50e0d17dc79c8",
    distributor: { USDT: §"0x70997970C51812dc3A010C7d01b50e0d17dc79C8" } }
` + head, []string{`payout.distributor.USDT is the treasury itself; write the distributor contract's address`}},
		{"the token as distributor", assets + `payout: { distributor: { USDT: §"0xdac17f958d2ee523a2206206994597c13d831ec7" } }
` + head, []string{`payout.distributor.USDT is the contract of USDT itself; write the distributor contract's address`}},
		{"no address of a distributor", assets + `payout: { distributor: { USDT: §claims.eth } }
` + head, []string{`payout.distributor.USDT is "claims.eth" where an address belongs; write 0x and 40 hexadecimal digits in quotes`}},
		{"no group of distributors", assets + `payout: { distributor: §"0x90f79bf6eb2c4f870365e785982e1f101e93b906" }
` + head, []string{
			`payout.distributor is "0x90f79bf6eb2c4f870365e785982e1f101e93b906" where a group of keys belongs; write keys with values`}},
		{"asset of the sale", assets + head + "  asset: §PTS\n",
			[]string{"sale.asset is PTS, which is of kind points; write a native or erc20 asset"}},
		{"no ETH", "assets:\n  BNB: { decimals: 18, kind: native }\n" +
			"program: x\nschema: 1\nchain: { id: 1, start_block: 0 }\nsale:\n  §contract: \"0x5FbDB2315678afecb367f032d93F642f64180aa3\"\n  " +
			"adapter: nodesale\n",
			[]string{`sale.asset (ETH unless it is set) is "ETH", which is not in assets; add it there or write BNB`}},
		{"assets", "assets:\n  ETH: §{ kind: native }\n  §eth: { decimals: 18, kind: §native }\n  A: { decimals: §37, kind: §coin }\n  B: " +
			"§{ decimals: 6, kind: erc20 }\n" +
			"  C: { decimals: 6, kind: points, supply: §3 }\n  D: { decimals: 6, kind: token, supply: §0 }\n" + head, []string{
			`assets.ETH lacks the key "decimals"; write decimals: 18 or as many as the asset has`,
			`"eth" cannot be an asset's symbol; write 1 to 16 capital letters and digits, a letter first`,
			`assets.eth is a second native asset; a chain has one`,
			`assets.A.decimals: 37 is too large; the most is 36`,
			`assets.A.kind cannot be "coin"; write native or erc20 or points or token`,
			`assets.B lacks the key "address"; write the token contract's address`,
			`assets.C.supply is only for a token; remove it`,
			`assets.D.supply is zero; write an amount above it or remove the key`}},
		{"tiers", head + "  max_nodes: 250\n  tiers:\n    §- { size: 100, price: 0.2 }\n    - { size: 200, price: §0.1 }\n    - { size: " +
			"§0, price: 1 }\n    - §{ size: 3 }\n", []string{
			"sale.tiers have 300 nodes and sale.max_nodes is 250; make them agree",
			"sale.tiers[2].price is 0.1 ETH, less than the 0.2 ETH above it; write the tiers from the cheapest up",
			"sale.tiers[3].size: 0 is too small; the least is 1",
			`sale.tiers[4] lacks the key "price"; write the price of a node, such as 0.075`}},
		{"dated tiers", head + "  tiers:\n    - { from: 2024-05-01, tiers: [{ size: 1, price: 1 }] }\n    - { from: §2024-04-01, tiers: " +
			"§[] }\n", []string{
			"sale.tiers[2].from is not after 2024-05-01 above it; write the entries in order of time, each once",
			"sale.tiers[2].tiers is an empty list; write an entry or remove the key"}},
		{"codes", head + "  codes:\n    - §{ code: A }\n    - { code: A, from: 2024-05-01, active: false }\n    - §{ code: A, from: " +
			"§2024-04-01, active: §no }\n" +
			"    - { code: B, wallet: §\"0x0000000000000000000000000000000000000000\" }\n", []string{
			`sale.codes[1] lacks the key "wallet"; write the wallet that the code belongs to`,
			`sale.codes[3] lacks the key "wallet"; write the wallet that the code belongs to`,
			`sale.codes[3].from is not after 2024-05-01 above it; write the entries in order of time, each once`,
			`sale.codes[3].active is "no"; write true or false`,
			`sale.codes[4].wallet is the zero address; write the referrer's, or active: false to end the code`,
		}},
		{"holdings twice", head + "  licence: §\"0x70997970c51812dc3a010c7d01b50e0d17dc79c8\"\n", []string{
			"sale.licence is given, but holdings come from purchases, and never from two sources; remove it or write holdings: licence"}},
		{"holdings in a list", head + "holdings: §[purchases, licence]\n", []string{
			"holdings is a list; nodes come from one source, never two: write purchases or licence"}},
		{"holdings from nowhere", head + "holdings: §licence\n", []string{
			"holdings come from the licence, but no licence contract is known; write its address in sale.licence"}},
		{"events for nodesale", head + "  contracts: §[]\n  counters: §[]\n", []string{
			"sale.contracts is only for adapter: event; remove it", "sale.counters is only for adapter: event; remove it"}},
		{"finality", "program: x\nschema: 1\nchain: { id: 1, start_block: 0, finality: §safe }\nsale: { contract: " +
			"\"0x5FbDB2315678afecb367f032d93F642f64180aa3\", adapter: nodesale }\n", []string{
			`chain.finality is "safe"; write finalized, or a number of blocks below the head`}},
		{"consensus", "program: x\nschema: 1\n" +
			"chain: { id: 1, start_block: 0, consensus: { checkpoint: §\"0x12\", max_age: §2mo, wait: §maybe } }\n" +
			"sale: { contract: \"0x5FbDB2315678afecb367f032d93F642f64180aa3\", adapter: nodesale }\n", []string{
			`chain.consensus.checkpoint is "0x12", which is not the root of a beacon block; write 0x and 64 lower-case hexadecimal digits in quotes`,
			`chain.consensus.max_age is "2mo"; write days or hours, such as 14d`,
			`chain.consensus.wait is "maybe"; write true or false`}},
		{"consensus without full proofs", "program: x\nschema: 1\n" +
			"chain: { id: 1, start_block: 0, proof: events, consensus: §{ wait: false } }\n" +
			"sale: { contract: \"0x5FbDB2315678afecb367f032d93F642f64180aa3\", adapter: nodesale }\n", []string{
			`chain.consensus needs the proof level full: blocks below a final one follow from their parent hashes, which the level events does ` +
				`not check`}},
		{"referral", head + "referral: { discount: §100%, settlement: §onchain, self_referral: §allow }\n", []string{
			"referral.discount is the whole price; write less than 100%",
			`referral.settlement cannot be "onchain"; did you mean "on_chain"?`,
			`referral.self_referral cannot be "allow"; write flag or refuse`}},
		{"referral of a contract that has one", head + "referral: { reward: §{ levels: [10%, 3%] }, codes: §[{ code: A, reward: 5% }], " +
			"tiers: §[{ tier: 1, reward: 5% }] }\n", []string{
			"referral.reward has several levels, or is of the list price; that is only for adapter: event: this contract pays one referrer, " +
				"of what was paid",
			"referral.codes are only for adapter: event: this contract has one discount and one reward; remove it",
			"referral.tiers are only for adapter: event: this contract has one discount and one reward; remove it"}},
		{"levels", headEvent + oneEvent + "referral: { reward: { levels: §[60%, 50%] } }\n", []string{
			"referral.reward.levels sum to 110%; nobody can earn more than was paid"}},
		{"terms of one's own", headEvent + oneEvent + "referral:\n  codes: [§{ code: A }, { code: B, from: 2024-05-01, reward: 5% }, " +
			"{ code: B, from: §2024-05-01, reward: 6% }]\n", []string{
			"referral.codes[1] says neither discount nor reward; write one of them, or remove it",
			"referral.codes[3].from is not after 2024-05-01 above it; write the entries in order of time, each once"}},
		{"brackets", head + "score:\n  - { nodes: §2, factor: 1 }\n  - { nodes: §2, factor: 1 }\n  - { nodes: 5, factor: §0.9 }\n", []string{
			`score[1].nodes is 2; the first bracket begins at 1 node, write its factor too`,
			`score[2].nodes is 2, not more than the 2 above it; write the brackets in rising order`,
			`score[3].factor is 0.9, less than the 1 above it, so splitting nodes over wallets would pay; write at least 1`,
		}},
		{"brackets below 1", head + "score:\n  - { nodes: §0, factor: 1 }\n", []string{"score[1].nodes: 0 is too small; the least is 1"}},
	})
}

func TestMistakesOfRewards(t *testing.T) {
	t.Parallel()
	checkRows(t, []row{
		{"pools", assets + head + "points:\n  asset: PTS\n  emission: 5\n  pools: [§{ validators: 33.33%, providers: 33.33%, queens: " +
			"33.33% }]\n", []string{
			`the shares of points.pools[1] sum to 99.99%; write shares that sum to 100% (a third is 1/3)`,
		}},
		{"no pools", assets + head + "points: { asset: §ETH, emission: §5 }\n", []string{
			"points.asset is ETH, which is of kind native; write an asset of kind points",
			"points.emission has no pools to go to; write points.pools, such as { validators: 20%, providers: 80%, queens: 0% }"}},
		{"places", assets + head + "points: { asset: PTS, cap: §1.005 }\n", []string{
			"points.cap: 1.005 has 3 decimal places and PTS has 2; write no more places than that"}},
		{"eligible", assets + head + "points:\n  asset: PTS\n  eligible:\n    - { validators: §some }\n    - { from: 2024-01-01, " +
			"validators: { stake: §5 XYZ, health: §below 1 } }\n    - { from: 2024-01-02, validators: §{} }\n", []string{
			`points.eligible[1].validators is "some"; write all_holders, or { stake: 100 GPOINT, health: above 0 }`,
			`points.eligible[2].validators.stake is "XYZ", which is not in assets; add it there or write ETH or USDT or PTS or TOK`,
			`points.eligible[2].validators.health is "below 1"; write "above " and a number from 0 to 1, such as above 0`,
			`points.eligible[3].validators sets no condition; write stake, health or both, or all_holders`,
		}},
		{"least stakes", assets + head + "points:\n  asset: PTS\n  eligible:\n    - validators: { stake: [5, §6 PTS] }\n" +
			"    - { from: 2024-01-02, validators: { stake: §[] } }\nstakes: { unbonding: §soon, §lock: 3 }\n", []string{
			`points.eligible[1].validators.stake[2] is a second amount of PTS; write one in each asset`,
			`points.eligible[2].validators.stake is an empty list; write an amount or remove the key`,
			`stakes.unbonding: "soon" is not a length of time; write a whole number and a unit, such as 2y, 6mo, 90d, 12h or 30s, or none`,
			`stakes has no key "lock"; its keys are unbonding, contracts`}},
		{"stakes", assets + head + "points:\n  asset: PTS\n  stake_score:\n    - { stake: §1, factor: 1 }\n    - { stake: §1, factor: 1 }\n" +
			"    - { stake: 2, factor: §0.5 }\n    - { stake: §3 TOK, factor: 1 }\n", []string{
			`points.stake_score[1].stake is 1 PTS; the first bracket begins at 0, write its factor too`,
			`points.stake_score[2].stake is 1 PTS, not more than the 1 PTS above it; write the brackets in rising order`,
			`points.stake_score[3].factor is 0.5, less than the 1 above it, so splitting a stake would pay; write at least 1`,
			`points.stake_score[4].stake is in TOK and the one above it in PTS; write all in one asset`,
		}},
		{"ratings", assets + head + "points:\n  asset: PTS\n  health:\n    ratings:\n      - { at_least: 4, gains: 0.1, loses: §0.1 }\n   " +
			"   - { at_least: §4 }\n", []string{
			"points.health.ratings[1] gains and loses; write one of them",
			"points.health.ratings[2].at_least is 4, not more than the 4 above it; write the ratings in rising order"}},
		{"allocation", assets + head + "token:\n  asset: TOK\n  allocation: §{ a: 35%, b: 60% }\n", []string{
			"the shares of token.allocation sum to 95%; write shares that sum to 100% (a third is 1/3)"}},
		{"too much", assets + head + "token:\n  asset: TOK\n  allocation: { a: 35%, b: 65% }\n  drop: { of: a, share: 5% }\n  emission: " +
			"§{ of: a, first: 15.1%, period: 2y, then: half }\n", []string{
			"35.2% of the supply is dropped and emitted from a, which holds 35%; write smaller shares"}},
		{"part", assets + head + "token:\n  asset: TOK\n  allocation: { holders: 100% }\n  drop: { of: §holder, share: 5% }\n  emission: " +
			"{ of: §x, first: 1%, period: §none, then: §100% }\n", []string{
			`token.drop.of is "holder", which is not in token.allocation; did you mean "holders"?`,
			`token.emission.of is "x", which is not in token.allocation; write holders`,
			"token.emission.period is none; write a length such as 2y",
			"token.emission.then is the whole, so the emission would never end; write half, none or a ratio below 1"}},
		{"series", assets + head + "token:\n  asset: TOK\n  tge: 2025-01-01\n  allocation: { a: 35%, b: 65% }\n" +
			"  emission:\n    - { of: a, first: 15%, period: 2y, then: half }\n" +
			"    - { of: b, from: §2024-12-31, first: 1%, period: 2y, then: none }\n" +
			"    - { of: b, from: §block 7, first: 1%, period: §none, then: half }\n", []string{
			"token.emission[2].from is 2024-12-31, before the TGE; write a later date, or leave it out for the TGE",
			`token.emission[3].from is "block 7"; write a date such as 2028-01-01, or a time after the TGE such as 4y`,
			"token.emission[3].period is none; write a length such as 2y"}},
		{"series of one part", assets + head + "token:\n  asset: TOK\n  allocation: { a: 35%, b: 65% }\n  drop: { of: a, share: 5% }\n" +
			"  emission: §[{ of: a, first: 15%, period: 2y, then: half }, { of: a, from: 4y, first: 0.1%, period: 2y, then: none }]\n", []string{
			"35.1% of the supply is dropped and emitted from a, which holds 35%; write smaller shares"}},
		{"vesting", assets + head + "token:\n  asset: TOK\n  allocation: { a: 100% }\n  vesting:\n    s: §{ cliff: 6mo }\n    m: { " +
			"duration: 90d, step: §monthly }\n" +
			"    t: { cliff: §1y, tranches: [{ after: 2mo, share: 50% }, { after: §1mo, share: 25% }, { after: §90d, share: 25% }] }\n", []string{
			`token.vesting.s lacks the key "duration"; write how long it vests, such as 24mo, or a list of tranches`,
			`token.vesting.m.step is monthly, but token.vesting.m.duration is not in calendar months; write one such as 24mo`,
			`token.vesting.t.cliff says nothing beside tranches, which have their own times; remove it`,
			`token.vesting.t.tranches[2].after is 1mo, not after the 2mo above it; write the tranches in order of time`,
			`token.vesting.t.tranches[3].after is 90d and the one above it 1mo; write all in calendar months or all in exact time`,
		}},
		{"vesting of a part", assets + head + "token:\n  asset: TOK\n  allocation: { team: 100% }\n  vesting:\n    s: { of: §tame, " +
			"duration: 1y }\n", []string{`token.vesting.s.of is "tame", which is not in token.allocation; did you mean "team"?`}},
		{"conversion of no part", assets + head + "points: §{ asset: PTS, cap: 10, at_tge: { becomes: TOK } }\n" +
			"token: { asset: TOK, allocation: { team: 100% } }\n", []string{
			"points.at_tge says no part of token.allocation that tokens are taken from, and there is no part foundation; write of"}},
		{"conversion of a wrong part", assets + head + "points: §{ asset: PTS, cap: 10, at_tge: { becomes: TOK, of: fundation } }\n" +
			"token: { asset: TOK, allocation: { foundation: 100% } }\n", []string{
			`points.at_tge.of is "fundation", which is not in token.allocation; did you mean "foundation"?`}},
		{"conversion without a cap", assets + head + "points: §{ asset: PTS, at_tge: { becomes: TOK } }\n" +
			"token: { asset: TOK, allocation: { foundation: 100% } }\n", []string{
			"points become tokens of foundation, and nothing bounds how many; write points.cap"}},
		{"conversion of too much", assets + head + "points: §{ asset: PTS, cap: 300.02, at_tge: { becomes: TOK, rate: 0.5 } }\n" +
			"token: { asset: TOK, allocation: { foundation: 15%, rest: 85% } }\n", []string{
			"points up to points.cap become 150.01 TOK, more than the 150 that foundation holds; write another part, a smaller rate or cap"}},
		{"a split from a block", assets + head + "revenue:\n  asset: USDT\n  split:\n    - { share: 50%, buyback: 50% }\n" +
			"    - { from: §block 99999999, share: 90%, buyback: 10% }\n  share: { from: §block 5, mode: pro_rata }\n", []string{
			"revenue.split cannot begin at a block, because revenue is in none; write a date or an instant in UTC such as 2024-04-01T12:00:00Z",
			"revenue.share cannot begin at a block, because a month is in none; write a date or an instant in UTC such as 2024-04-01T12:00:00Z",
		}},
		{"points from a block", assets + head + "points:\n  asset: PTS\n  price: { from: §block 5, usd: 0.1 }\n" +
			"  health: [{ from: §\"block 5\", check: { failed: 0.1, passed: 0.1, in_a_row: 3 }, ratings: [{ at_least: 3 }] }]\n", []string{
			"points.price cannot begin at a block, because a day of a statement is in none; write a date or an instant in UTC such as " +
				"2024-04-01T12:00:00Z",
			"points.health cannot begin at a block, because a report of a node's health is in none; write a date or an instant in UTC such as " +
				"2024-04-01T12:00:00Z",
		}},
		{"parts of sources", assets + head + "revenue:\n  asset: USDT\n  sources: [dapp, fiat]\n" +
			"  split: { by_source: §{ dapp: §{ share: 1, buyback: 1 }, §dap: { share: 1, buyback: 0 } } }\n", []string{
			"revenue.split.by_source lacks fiat; write its parts, or share and buyback beside by_source for all others",
			"the parts of revenue.split.by_source.dapp sum to 200%; write shares that sum to 100% (a third is 1/3)",
			"revenue.split.by_source.dap is not in revenue.sources; write it there, or remove it here"}},
		{"stake contracts", assets + head + "stakes:\n  contracts:\n    - §contract: §\"0xdac17f958d2ee523a2206206994597c13d831ec7\"\n" +
			"      staked: { event: \"Staked(address indexed user, uint256 amount)\", holder: §amount, amount: amount }\n" +
			"      unstaked: §{ event: \"Staked(address indexed user, uint256 amount)\", holder: user, amount: §amuont }\n", []string{
			`stakes.contracts[1] holds a token's stakes; write the section token, or remove it`,
			`stakes.contracts[1].contract is the contract of USDT; write the address of a contract that holds stakes, each once`,
			`stakes.contracts[1].staked.holder is the parameter "amount" of type uint256; name one of type address`,
			`stakes.contracts[1].unstaked is the event of staked; an event is one thing only`,
			`stakes.contracts[1].unstaked.amount: the event Staked has no parameter "amuont"; did you mean "amount"?`}},
		{"proven revenue", assets + head + "revenue:\n  asset: USDT\n  sources: [dapp]\n  split: { share: 50%, buyback: 50% }\n" +
			"  proven: { received: { §income: §dap }, buybacks: §§market }\n", []string{
			`revenue.proven.received.income: "income" is not in wallets; write its address there`,
			`revenue.proven.received.income: "dap" is not a source of revenue in the program file: did you mean dapp?`,
			`revenue.proven.buybacks: "market" is not in wallets; write its address there`,
			`revenue.proven.buybacks needs a token; write the section token, or remove it`}},
		{"proven revenue in coins", assets + head + "wallets: { a: \"0x70997970c51812dc3a010c7d01b50e0d17dc79c8\" }\n" +
			"token:\n  asset: TOK\n  allocation: { a: 35%, b: 65% }\n" +
			"revenue:\n  asset: ETH\n  split: { share: 50%, buyback: 50% }\n  proven: §{ received: { a: dapp }, buybacks: §a }\n", []string{
			`revenue.proven is about transfers, and ETH is not an asset of kind erc20; remove it, or count revenue in such a token`,
			`revenue.proven.buybacks needs the contract of TOK; write assets.TOK.address`}},
		{"revenue", assets + head + "revenue:\n  asset: USDT\n  split: §{ share: 50%, buyback: 40% }\n  share: { mode: brackets, " +
			"brackets: [{ nodes: 5, amount: 250 }, { nodes: §5, amount: 300 }, { nodes: 6, amount: §200 }] }\n", []string{
			`the parts of revenue.split sum to 90%; write shares that sum to 100% (a third is 1/3)`,
			`revenue.share.brackets[2].nodes is 5, not more than the 5 above it; write the brackets in rising order`,
			`revenue.share.brackets[3].amount is 200 USDT, less than the 300 USDT above it; write at least as much`,
		}},
		{"campaign", assets + head + `campaigns:
  - name: a
    from: 2024-05-01
    until: §2024-05-01
    wallets: ["0x70997970c51812dc3a010c7d01b50e0d17dc79c8", §"0x70997970C51812dc3A010C7d01b50e0d17dc79C8"]
    rebate: 5%
    asset: §USDT
    budget: 10
  - §name: b
    from: 2024-05-01
    wallets: everybody
    asset: USDT
    budget: 10
  - { name: §b, from: block 5, until: §block 5, wallets: §none, amount: §11, per: §node_, asset: USDT, budget: 10 }
`, []string{
			`campaigns[1].until is not after from; write when the campaign ends`,
			`campaigns[1].wallets has 0x70997970C51812dc3A010C7d01b50e0d17dc79C8 twice; keep one`,
			`campaigns[1].asset is USDT, but a rebate of what was paid is in ETH; write that, or a fixed amount`,
			`campaigns[2] pays nothing; write rebate: a percentage of what was paid, or amount: a fixed one`,
			`two campaigns are named "b"; name each its own way`,
			`campaigns[3].until is not after from; write when the campaign ends`,
			`campaigns[3].wallets is "none"; write a list of addresses, or everybody`,
			`campaigns[3].amount is more than the budget; write a smaller amount`,
			`campaigns[3].per cannot be "node_"; did you mean "node"?`,
		}},
	})
}
