package sentence

import "strings"

// Why somebody gets nothing from a pool of an epoch, or for a month. ZeroNoNodes to ZeroNotIncluded are those of epochs; those
// of months that are about the month only begin with ZeroMonth.
const (
	ZeroNoNodes    Code = "zero-no-nodes"
	ZeroNoCompute  Code = "zero-no-compute-score"
	ZeroNotQueen   Code = "zero-not-queen"
	ZeroNoStake    Code = "zero-no-stake"
	ZeroStakeBelow Code = "zero-stake-below-minimum"
	ZeroStakeAsset Code = "zero-stake-in-other-asset"
	ZeroHealthLow  Code = "zero-health-too-low"
	ZeroScore      Code = "zero-score"
	ZeroNoEmission Code = "zero-no-emission"
	ZeroCapReached Code = "zero-cap-reached"
	ZeroAfterTGE   Code = "zero-after-tge"
	ZeroPoolEmpty  Code = "zero-pool-empty"
	ZeroBelowUnit  Code = "zero-below-one-base-unit"
	ZeroNotInEpoch Code = "zero-not-included"
	ZeroNoSuchPool Code = "zero-no-such-pool"

	ZeroMonthFewNodes    Code = "zero-below-first-bracket"
	ZeroMonthNoRule      Code = "zero-no-rule"
	ZeroMonthNoFund      Code = "zero-fund-empty"
	ZeroMonthBelowUnit   Code = "zero-scaled-below-one-base-unit"
	ZeroMonthNotIncluded Code = "zero-not-included-in-month"
)

// IsZeroReason says that a sentence of the code says why an amount is zero.
func (c Code) IsZeroReason() bool { return strings.HasPrefix(string(c), "zero-") }

func zeroReasons() []Form {
	return []Form{
		{ZeroNoNodes, nil, "the wallet holds no nodes at the snapshot", "快照时没有持有节点"},
		{ZeroNoCompute, nil, "the wallet has no compute score, so it is not a provider", "没有算力分数，因此不是算力提供者"},
		{ZeroNotQueen, nil, "the wallet is not a queen validator", "不是女王验证者"},
		{ZeroNoStake, params{"minimum": Amount}, "not eligible: the wallet stakes nothing, the minimum is {minimum}", "不符合条件：没有质押，最低为 {minimum}"},
		{
			ZeroStakeBelow, params{"stake": Amount, "minimum": Amount}, "not eligible: the wallet stakes {stake}, the minimum is {minimum}",
			"不符合条件：质押 {stake}，最低为 {minimum}",
		},
		{
			ZeroStakeAsset, params{"stake": Amount, "asset": Text}, "the wallet stakes {stake}, and the rule counts {asset}",
			"质押 {stake}，而规则只计 {asset}",
		},
		{ZeroHealthLow, params{"health": Ratio, "least": Ratio}, "health is {health}, and it must be above {least}", "健康度为 {health}，须高于 {least}"},
		{ZeroScore, nil, "the score is zero", "分数为零"},
		{ZeroNoEmission, nil, "the program emits nothing in this epoch", "方案在本周期没有释放"},
		{
			ZeroCapReached, params{"issued": Amount, "cap": Amount}, "{issued} were issued before this epoch, and the cap is {cap}",
			"本周期之前已发行 {issued}，上限为 {cap}",
		},
		{ZeroAfterTGE, nil, "points end at the TGE", "TGE 之后不再发放积分"},
		{ZeroPoolEmpty, params{"pool": Pool}, "the pool {pool} had nothing to give", "{pool}池没有可分配的数额"},
		{ZeroBelowUnit, nil, "the share is below one base unit and is carried forward", "份额不足一个最小单位，结转下期"},
		{
			ZeroNotInEpoch, nil, "the wallet is neither a holder of nodes nor in the score file at the snapshot",
			"快照时既不是节点持有人，也不在分数文件中",
		},
		{ZeroNoSuchPool, params{"pool": Pool}, "this epoch has no pool {pool}", "本周期没有{pool}池"},

		{
			ZeroMonthFewNodes, params{"nodes": Count, "bracket": Count}, "{nodes:node|nodes}, and the first bracket starts at {bracket}",
			"持有 {nodes} 个节点，第一档从 {bracket} 个起",
		},
		{ZeroMonthNoRule, nil, "no rule of the monthly share was in force, so the fund is carried forward", "当时没有生效的月度分成规则，资金结转下月"},
		{ZeroMonthNoFund, nil, "the fund is empty", "分成资金为零"},
		{ZeroMonthBelowUnit, nil, "the scaled amount is below one base unit and is carried forward", "按比例缩减后不足一个最小单位，结转下月"},
		{ZeroMonthNotIncluded, nil, "the wallet holds nothing at the snapshot, so it gets nothing", "快照时没有持有节点，因此没有分成"},
	}
}
