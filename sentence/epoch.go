package sentence

import "slices"

// The lines of how a wallet's number came about, in an epoch or a month. A line that says why an amount is zero follows the
// line of the amount, see [ZeroNoNodes].
const (
	LineWindow   Code = "line-window"
	LineInstant  Code = "line-instant"
	LineSnapshot Code = "line-snapshot"
	LineHolder   Code = "line-holder"
	LineWallet   Code = "line-wallet"
	LineAmount   Code = "line-amount"
	LineFactor   Code = "line-score-factor"
	LineTotal    Code = "line-total-score"
	LineDivision Code = "line-division"

	EpochPoints  Code = "epoch-of-points"
	EpochTokens  Code = "epoch-of-tokens"
	EpochAirdrop Code = "epoch-of-airdrop"

	EmissionDay      Code = "emission-of-day"
	EmissionPart     Code = "emission-of-part-of-day"
	EmissionCurve    Code = "emission-of-curve"
	EmissionSeries   Code = "emission-of-series"
	EmissionAirdrop  Code = "emission-of-airdrop"
	EmissionCap      Code = "emission-cap"
	EmissionIssued   Code = "emission-issued"
	EmissionUnderCap Code = "emission-under-cap"
	EmissionRounding Code = "emission-rounding"

	PoolHeading Code = "pool-heading"
	PoolPart    Code = "pool-part"
	PoolPartOf  Code = "pool-part-of-series"
	PoolFund    Code = "pool-fund"
	PoolIdle    Code = "pool-idle"
	PoolWeight  Code = "pool-weight"
	PoolInWords Code = "pool-in-words"

	ScoreNodes   Code = "score-of-nodes"
	ScoreCompute Code = "score-of-compute"
	ScoreStake   Code = "score-of-stake"

	EpochSum       Code = "epoch-sum"
	EpochSumLocked Code = "epoch-sum-locked"
)

func epochLines() []Form {
	return slices.Concat(sharedLines(), epochHeadings(), emissionLines(), poolLines())
}

// sharedLines are those that epochs and months both have.
func sharedLines() []Form {
	return []Form{
		{LineWindow, params{"start": Instant, "end": Instant}, "period: from {start} up to {end}", "期间：自 {start} 起，至 {end} 前"},
		{LineInstant, params{"time": Instant}, "time: {time}", "时间：{time}"},
		{LineSnapshot, params{"block": Count, "hash": Text}, "snapshot: after block {block} {hash}", "快照：区块 {block} {hash} 之后"},
		{LineHolder, params{"wallet": Wallet, "nodes": Count}, "wallet: {wallet} holds {nodes:node|nodes}", "钱包：{wallet} 持有 {nodes} 个节点"},
		{LineWallet, params{"wallet": Wallet}, "wallet: {wallet}", "钱包：{wallet}"},
		{LineAmount, params{"amount": Amount}, "amount: {amount}", "数额：{amount}"},
		{
			LineFactor, params{"nodes": Count, "factor": Ratio, "score": Ratio}, "score: {nodes:node|nodes} x {factor} = {score}",
			"分数：{nodes} 个节点 × {factor} = {score}",
		},
		{LineTotal, params{"total": Ratio}, "total score of all holders: {total}", "全部持有人的总分：{total}"},
		{
			LineDivision, params{"amount": Count, "weight": Count, "total": Count, "share": Count, "rest": Count},
			"share in base units: {amount} x {weight} / {total} = {share}, remainder {rest} of {total}",
			"份额（最小单位）：{amount} × {weight} / {total} = {share}，余数 {rest}（除以 {total}）",
		},
	}
}

func epochHeadings() []Form {
	of := params{"epoch": Day, "program": Text, "rule": Text}
	return []Form{
		{EpochPoints, of, "points of the epoch {epoch}, program {program}, rules {rule}", "周期 {epoch} 的积分，方案 {program}，规则版本 {rule}"},
		{EpochTokens, of, "tokens of the epoch {epoch}, program {program}, rules {rule}", "周期 {epoch} 的代币，方案 {program}，规则版本 {rule}"},
		{EpochAirdrop, of, "TGE airdrop of {epoch}, program {program}, rules {rule}", "{epoch} 的 TGE 空投，方案 {program}，规则版本 {rule}"},
		{EpochSum, params{"amount": Amount}, "all pools together: {amount}", "各池合计：{amount}"},
		{
			EpochSumLocked, params{"amount": Amount, "until": Instant}, "all pools together: {amount}, locked until {until}",
			"各池合计：{amount}，锁定至 {until}",
		},
	}
}

func emissionLines() []Form {
	amount := params{"amount": Amount}
	return []Form{
		{EmissionDay, amount, "emission: {amount} a day", "释放：每日 {amount}"},
		{
			EmissionPart, params{"seconds": Count, "amount": Amount}, "up to the TGE {seconds:second|seconds} of 86400: {amount}",
			"至 TGE 共 {seconds} 秒（一天 86400 秒）：{amount}",
		},
		{
			EmissionCurve, params{"amount": Amount, "before": Amount},
			"emission of the day: C(end) - C(start) = {amount}; {before} were emitted before it",
			"当日释放：C(结束) - C(开始) = {amount}；此前已释放 {before}",
		},
		{
			EmissionSeries, params{"amount": Amount, "bucket": Text}, "of these out of {bucket}: {amount}", "其中出自 {bucket}：{amount}",
		},
		{EmissionAirdrop, amount, "TGE airdrop: {amount}", "TGE 空投：{amount}"},
		{EmissionCap, params{"cap": Amount, "before": Amount}, "cap: {cap}, of which {before} were issued before", "上限：{cap}，此前已发行 {before}"},
		{EmissionIssued, amount, "issued: {amount}", "本期发行：{amount}"},
		{EmissionUnderCap, amount, "issued: {amount}, what is left under the cap", "本期发行：{amount}，即上限之内的余额"},
		{
			EmissionRounding, params{"in": Amount, "out": Amount},
			"rounding of the split between pools: {in} carried in, {out} carried out",
			"各池拆分的取整：上期结转 {in}，结转下期 {out}",
		},
	}
}

func poolLines() []Form {
	return []Form{
		{PoolHeading, params{"pool": Pool}, "pool: {pool}", "奖励池：{pool}"},
		{PoolPart, params{"part": Ratio, "issued": Amount, "amount": Amount}, "part: {part} of {issued} = {amount}",
			"占比：{issued} × {part} = {amount}"},
		{
			PoolPartOf, params{"part": Ratio, "bucket": Text, "amount": Amount}, "part: {part} of what comes out of {bucket} = {amount}",
			"占比：出自 {bucket} 的部分 × {part} = {amount}",
		},
		{PoolIdle, params{"amount": Amount}, "nobody takes part: {amount} is not issued", "无人参与：{amount} 不发行"},
		{
			PoolFund, params{"amount": Amount, "carried": Amount, "total": Amount}, "in the pool: {amount} + {carried} carried in = {total}",
			"池内数额：{amount} + 上期结转 {carried} = {total}",
		},
		{
			PoolWeight, params{"weight": Count, "total": Count, "scale": Count}, "weight: {weight} of {total}, the scores x {scale}",
			"权重：{weight}，总权重 {total}，即分数 × {scale}",
		},
		{
			PoolInWords, params{"pool": Pool, "paid": Amount, "score": Ratio, "total": Ratio, "amount": Amount},
			"the pool {pool} gave {paid} to all who take part, by a total score of {total}; your score of {score} got {amount}",
			"{pool}池按总分 {total} 向全部参与者分配 {paid}，你的分数 {score} 分得 {amount}",
		},
		{ScoreNodes, params{"nodes": Count}, "score: {nodes:node|nodes}", "分数：{nodes} 个节点"},
		{
			ScoreCompute, params{"compute": Ratio, "health": Ratio, "score": Ratio}, "score: compute {compute} x health {health} = {score}",
			"分数：算力 {compute} × 健康度 {health} = {score}",
		},
		{
			ScoreStake, params{"stake": Ratio, "factor": Ratio, "score": Ratio}, "score: stake {stake} x {factor} = {score}",
			"分数：质押 {stake} × {factor} = {score}",
		},
	}
}
