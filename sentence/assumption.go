package sentence

// The values that an estimate takes for granted. What a value is of, such as the price of a token, is not in the sentence.
const (
	ValueNumber        Code = "value-number"
	ValuePart          Code = "value-part"
	ValueAmount        Code = "value-amount"
	ValueNodes         Code = "value-nodes"
	ValueInstant       Code = "value-instant"
	ValueSpan          Code = "value-span"
	ValueNoSpan        Code = "value-no-span"
	ValuePricePerNode  Code = "value-price-per-node"
	ValuePriceOfAll    Code = "value-price-of-all-nodes"
	ValueOfSupply      Code = "value-of-supply"
	ValueEmission      Code = "value-emission"
	ValueEmissionOf    Code = "value-emission-of"
	ValueEmissionFrom  Code = "value-emission-from"
	ValueEmissionAfter Code = "value-emission-after"
	ValueByNodes       Code = "value-by-nodes"
	ValueByScore       Code = "value-by-score"
	ValueFactor        Code = "value-factor"
	ValueEligible      Code = "value-eligible"

	ValueQuoteOfBooks   Code = "value-quote-of-books"
	ValueQuoteOfProgram Code = "value-quote-of-program"
	ValueMonthlyAmount  Code = "value-monthly-amount"
	ValueHoldersOfBooks Code = "value-holders-of-books"
	ValueHoldersEach    Code = "value-holders-each"
	ValueHoldersAlike   Code = "value-holders-alike"
)

// What a reader of an estimate must know besides its assumptions.
const (
	NoteAfterTGE          Code = "note-after-tge"
	NotePlaceholderPrices Code = "note-placeholder-prices"
	NoteSoldOut           Code = "note-sold-out"
)

// What an implied valuation takes, and what is not published with it.
const (
	ExplainValuation  Code = "explain-valuation"
	UnknownNodePrice  Code = "unknown-node-price"
	UnknownAssetPrice Code = "unknown-asset-price"
	UnknownHorizon    Code = "unknown-horizon"
	UnknownAdoptionOf Code = "unknown-adoption-of"
)

func valuations() []Form {
	return []Form{
		{
			ExplainValuation,
			params{"valuation": Amount, "adoption": Part, "price": Amount, "tokens": Amount, "supply": Amount},
			"{valuation} at an adoption of {adoption} takes {price} a node: a node gets {tokens}, of a supply of {supply}",
			"节点采用率 {adoption} 时，{valuation} 的估值要求每个节点 {price}：每个节点得 {tokens}，总供应量 {supply}",
		},
		{UnknownNodePrice, nil, "Which price of a node was meant is not published", "未公布所依据的节点价格"},
		{UnknownAssetPrice, params{"asset": Text}, "Which price of {asset} was meant is not published", "未公布所依据的 {asset} 价格"},
		{
			UnknownHorizon, nil, "Up to which month tokens were counted is not published: this is for the horizon that is assumed",
			"未公布代币计至第几个月：此处按所假设的期限计算",
		},
		{
			UnknownAdoptionOf, nil, "What the adoption is a part of, the nodes sold or all that there can be, is not published",
			"未公布节点采用率的基数是已售节点还是全部可售节点",
		},
	}
}

func values() []Form {
	price := params{"price": Amount}
	return []Form{
		{ValueNumber, params{"value": Ratio}, "{value}", "{value}"},
		{ValuePart, params{"part": Part}, "{part}", "{part}"},
		{ValueAmount, params{"amount": Amount}, "{amount}", "{amount}"},
		{ValueNodes, params{"list": Text}, "{list}", "{list}"},
		{ValueInstant, params{"time": Instant}, "{time}", "{time}"},
		{ValueSpan, params{"span": Span}, "{span}", "{span}"},
		{ValueNoSpan, nil, "none", "无"},
		{ValuePricePerNode, price, "{price} a node", "每个节点 {price}"},
		{ValuePriceOfAll, price, "{price} for all nodes", "全部节点共 {price}"},
		{ValueOfSupply, params{"part": Part}, "{part} of the supply", "总供应量的 {part}"},
		{
			ValueEmission, params{"first": Part, "period": Span, "then": Ratio},
			"{first} of the supply in the first {period}, then x {then} each period", "首个 {period} 释放总供应量的 {first}，此后每期为上一期的 {then} 倍",
		},
		{
			ValueEmissionOf, params{"first": Part, "period": Span, "then": Ratio, "bucket": Text},
			"out of {bucket}: {first} of the supply in the first {period}, then x {then} each period",
			"出自 {bucket}：首个 {period} 释放总供应量的 {first}，此后每期为上一期的 {then} 倍",
		},
		{
			ValueEmissionFrom, params{"first": Part, "period": Span, "then": Ratio, "bucket": Text, "from": Instant},
			"out of {bucket}, from {from} on: {first} of the supply in the first {period}, then x {then} each period",
			"出自 {bucket}，自 {from} 起：首个 {period} 释放总供应量的 {first}，此后每期为上一期的 {then} 倍",
		},
		{
			ValueEmissionAfter, params{"first": Part, "period": Span, "then": Ratio, "bucket": Text, "from": Span},
			"out of {bucket}, from {from} after the TGE on: {first} of the supply in the first {period}, then x {then} each period",
			"出自 {bucket}，自 TGE 后 {from} 起：首个 {period} 释放总供应量的 {first}，此后每期为上一期的 {then} 倍",
		},
		{ValueByNodes, nil, "nodes", "节点数"},
		{ValueByScore, nil, "score", "分数"},
		{ValueFactor, params{"nodes": Count, "factor": Ratio}, "{factor} from {nodes:node|nodes}", "{nodes} 个节点起：{factor}"},
		{ValueEligible, nil, "yes: the holder meets the conditions for rewards", "是：持有人符合获得奖励的条件"},
		{
			ValueQuoteOfBooks, params{"price": Amount, "nodes": Count},
			"{price}, quote of the books: {nodes:node|nodes}", "{price}，账本报价：{nodes} 个节点",
		},
		{
			ValueQuoteOfProgram, params{"price": Amount, "nodes": Count},
			"{price}, quote of the program file as if nothing were sold: {nodes:node|nodes}",
			"{price}，方案文件报价（视为尚未售出）：{nodes} 个节点",
		},
		{ValueMonthlyAmount, params{"nodes": Count, "amount": Amount}, "{amount} from {nodes:node|nodes}", "{nodes} 个节点起：{amount}"},
		{
			ValueHoldersOfBooks, params{"wallets": Count},
			"{wallets:wallet|wallets} of the books, in the same proportions at this adoption", "账本中的 {wallets} 个钱包，按此采用率同比例折算",
		},
		{ValueHoldersEach, params{"nodes": Count}, "{nodes:node|nodes} in every wallet", "每个钱包 {nodes} 个节点"},
		{ValueHoldersAlike, nil, "every wallet is of the size of those of this estimate", "所有钱包的规模与本估算的钱包相同"},
		{NoteSoldOut, nil, "No node can be bought now, so no cost is quoted", "现在没有可购买的节点，因此不报成本"},
		{
			NotePlaceholderPrices, nil,
			"The tiers' sizes and prices in the program file are placeholders, not the sale's own, and so is the cost that is quoted from them",
			"方案文件中各档的数量和价格是占位数据，并非真实售价，据此报出的成本同样如此",
		},
		{
			NoteAfterTGE, params{"tge": Instant, "start": Instant},
			"The TGE was at {tge}: the airdrop, the points and all that was emitted before {start} are left out of tokens and value",
			"TGE 已于 {tge} 举行：空投、积分以及 {start} 之前释放的代币均不计入代币数量与价值",
		},
	}
}
