package program

import (
	"bytes"
	_ "embed"
)

//go:embed schema.json
var schemaFile []byte

// Schema is the JSON Schema (draft 2020-12) of the program file, for editors. It knows the same keys as Read; what it
// cannot say (sums of shares, order, checksums, what an event's parameters are) only Read checks.
func Schema() []byte { return bytes.Clone(schemaFile) }

// shape names a kind of group in a program file; each has its keys, and a definition of the same name in the JSON
// Schema.
type shape string

// root is the whole file.
const root shape = "program"

// keysOf lists the keys that each shape may have. Groups whose keys are free (the assets, the allocation, the vesting
// schedules, the payout minimums and distributors, the sources, and what is said of an event's values) are not in it.
func keysOf(s shape) []string {
	if keys := deploymentKeys[s]; keys != nil {
		return keys
	}
	return knownKeys[s]
}

var knownKeys = map[shape][]string{
	root: {"program", "schema", "title", "assets", "chain", "sale", "holdings", "referral", "score", "points",
		"token", "stakes", "revenue", "payout", "wallets", "campaigns", "operators", "sources", "valuations"},
	"title": {"en", "zh"},
	"asset": {"decimals", "kind", "address", "supply", "balances_slot", "balances_order"},
	"chain": {"id", "start_block", "finality", "proof", "agree", "consensus"},

	"chain.consensus": {"checkpoint", "max_age", "wait"},

	"sale": {"contract", "contracts", "adapter", "amount", "admin", "mode", "asset", "max_nodes", "placeholder_prices", "tiers",
		"codes", "treasury", "licence", "purchases", "gifts", "commissions", "withdrawals", "refunds", "registrations", "counters",
		"counter_slot"},
	"sale.tiers":    {"from", "tiers"},
	"sale.tier":     {"size", "price", "per_wallet"},
	"sale.code":     {"from", "code", "wallet", "active"},
	"sale.treasury": {"from", "address"},
	"sale.contract": {"address", "tier", "price", "from", "until"},
	"sale.purchase": {"event", "where", "unless", "from", "until", "per", "buyer", "holder", "quantity", "tier", "paid", "prices",
		"asset", "code", "referrer"},
	"sale.quantity":     {"sum", "paid_over"},
	"sale.tier_of":      {"field", "from", "is"},
	"sale.paid":         {"field", "means", "each"},
	"sale.asset_of":     {"field", "is"},
	"sale.code_of":      {"call", "field"},
	"sale.gift":         {"event", "where", "from", "until", "holder", "quantity", "tier"},
	"sale.commission":   {"event", "where", "from", "until", "referrer", "code", "reward", "asset"},
	"sale.withdrawal":   {"event", "where", "from", "until", "wallet", "amount", "asset", "of"},
	"sale.refund":       {"event", "where", "from", "until", "buyer", "amount", "nodes", "restock", "asset"},
	"sale.registration": {"event", "where", "from", "until", "code", "wallet"},
	"sale.counter":      {"view", "of", "asset", "less", "slot"},

	"referral":          {"discount", "floored", "reward", "codes", "tiers", "volume", "wallets", "settlement", "self_referral"},
	"referral.discount": {"from", "share"},
	"referral.reward":   {"from", "levels", "of"},
	"referral.code":     {"from", "code", "discount", "reward", "parent"},
	"referral.tier":     {"from", "tier", "discount", "reward", "bonus"},
	"referral.parent":   {"wallet", "reward"},
	"referral.volume":   {"nodes", "discount", "reward"},
	"referral.wallets":  {"discount", "reward"},
	"score":             {"from", "brackets"},
	"score.bracket":     {"nodes", "factor"},

	"points":                     {"asset", "cap", "price", "emission", "pools", "eligible", "stake_score", "health", "at_tge"},
	"points.cap":                 {"from", "amount"},
	"points.price":               {"from", "usd"},
	"points.emission":            {"from", "per_day"},
	"points.pools":               {"from", "validators", "providers", "queens", "idle"},
	"points.eligible":            {"from", "validators"},
	"points.eligible.validators": {"stake", "health"},
	"points.stake_score":         {"from", "brackets"},
	"points.stake_score.bracket": {"stake", "factor"},
	"points.health":              {"from", "start", "drill", "check", "ratings"},
	"points.health.drill":        {"failed", "passed"},
	"points.health.check":        {"failed", "passed", "in_a_row"},
	"points.health.rating":       {"at_least", "gains", "loses"},
	"points.at_tge":              {"becomes", "of", "rate", "lock"},

	"token":          {"asset", "tge", "allocation", "drop", "emission", "lock", "vesting"},
	"token.drop":     {"of", "share", "by"},
	"token.emission": {"of", "from", "first", "period", "then", "pools"},
	"token.vesting":  {"of", "total", "start", "at_start", "cliff", "duration", "step", "begins", "tranches"},
	"token.tranche":  {"after", "share"},

	"stakes":           {"unbonding", "contracts"},
	"stakes.unbonding": {"from", "time"},
	"stakes.contract":  {"from", "contract", "staked", "unstaked"},
	"stakes.event":     {"event", "holder", "amount"},

	"revenue":               {"asset", "sources", "split", "share", "proven", "close_by"},
	"revenue.split":         {"from", "share", "buyback", "by_source"},
	"revenue.parts":         {"share", "buyback"},
	"revenue.share":         {"from", "mode", "brackets", "surplus"},
	"revenue.proven":        {"from", "received", "buybacks"},
	"revenue.share.bracket": {"nodes", "amount"},

	"payout":             {"treasury", "minimum", "distributor", "batch", "many_claims"},
	"payout.treasury":    {"from", "address"},
	"payout.minimum":     {"from", "amount"},
	"payout.distributor": {"from", "address"},

	"operators": {"recovery", "contracts"},
	"source":    {"origin", "items", "en", "zh"},
	"valuation": {"adoption", "usd"},
	"campaign":  {"name", "from", "until", "wallets", "rebate", "amount", "per", "asset", "budget"},
}

// formerly are keys of other names: what was written for one, in files before, is written for the other now.
var formerly = map[shape]map[string]string{
	"sale.purchase": {"amount": "paid", "supersedes": "unless"},
	"sale.refund":   {"quantity": "nodes"},
	"sale.counter":  {"counter_slot": "slot"},
}
