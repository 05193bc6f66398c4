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
)

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
	}
}
