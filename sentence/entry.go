package sentence

// Why an entry of a wallet's account was posted.
const (
	NodesBought      Code = "nodes-bought"
	PaidToTreasury   Code = "paid-to-treasury"
	LeftByRounding   Code = "left-by-rounding"
	PaidToReferrer   Code = "paid-to-referrer"
	RewardOfPurchase Code = "reward-of-purchase"
	RewardOfNodes    Code = "reward-of-nodes"
	RewardPayable    Code = "reward-payable"
	RewardWithdrawn  Code = "reward-withdrawn"
	RewardUnjoined   Code = "reward-unjoined"
	Refunded         Code = "refunded"
	NodesGivenBack   Code = "nodes-given-back"
	NodesGiven       Code = "nodes-given"
	ProceedsTaken    Code = "proceeds-taken"

	LicenceIssued    Code = "licence-issued"
	LicenceDestroyed Code = "licence-destroyed"
	LicenceReceived  Code = "licence-received"
	LicenceSent      Code = "licence-sent"

	PointsOfEpoch  Code = "points-of-epoch"
	PointsFromPool Code = "points-from-pool"
	TokensOfEpoch  Code = "tokens-of-epoch"
	TokensFromPool Code = "tokens-from-pool"
	Airdrop        Code = "airdrop"
	PointsToTokens Code = "points-to-tokens"
	LockEnded      Code = "lock-ended"
	Unlocks        Code = "unlocks"

	ConversionLockEnded Code = "conversion-lock-ended"

	GrantGiven   Code = "grant-given"
	GrantVested  Code = "grant-vested"
	GrantClaimed Code = "grant-claimed"
	GrantRevoked Code = "grant-revoked"

	PointsBought Code = "points-bought"
	PointsSpent  Code = "points-spent"
	Staked       Code = "staked"
	Unstaked     Code = "unstaked"
	Unbonding    Code = "unbonding"
	Unbonded     Code = "unbonded"

	RebateOfCampaign Code = "rebate-of-campaign"
	ShareOfMonth     Code = "share-of-month"
	PointsCorrected  Code = "points-corrected"
	ShareCorrected   Code = "share-corrected"
	ShareKept        Code = "share-kept"
	ShareSetOff      Code = "share-set-off"
	GatheredByRun    Code = "gathered-by-run"
	PaidByRun        Code = "paid-by-run"

	// For kinds of transactions that have no sentence of their own.
	MovedFrom Code = "moved-from"
	MovedTo   Code = "moved-to"
)

type params = map[string]Type

func entries() []Form {
	nodes, licence, epoch, grant, run := params{"nodes": Count}, params{"licence": Text}, params{"epoch": Day}, params{"grant": Text},
		params{"run": Text}
	return []Form{
		{NodesBought, nodes, "{nodes:node|nodes} bought", "购买 {nodes} 个节点"},
		{PaidToTreasury, nodes, "paid to the sale's treasury for {nodes:node|nodes}", "购买 {nodes} 个节点，付给销售金库"},
		{
			LeftByRounding, nodes, "left in the sale contract by rounding, from the price of {nodes:node|nodes}",
			"购买 {nodes} 个节点的价款中因取整留在销售合约的部分",
		},
		{PaidToReferrer, nodes, "paid for {nodes:node|nodes}, as the referrer's reward", "购买 {nodes} 个节点，作为推荐人的奖励支付"},
		{
			RewardOfPurchase, params{"nodes": Count, "buyer": Wallet}, "reward for {nodes:node|nodes} that {buyer} bought",
			"{buyer} 购买 {nodes} 个节点的推荐奖励",
		},
		{RewardOfNodes, nodes, "reward for {nodes:node|nodes} that somebody else bought", "他人购买 {nodes} 个节点的推荐奖励"},
		{RewardPayable, nil, "the purchase is final: its referral reward is payable", "购买已最终确认，推荐奖励可发放"},
		{RewardWithdrawn, nil, "referral rewards withdrawn from the sale contract", "从销售合约提取推荐奖励"},
		{RewardUnjoined, nil, "referral reward that the contract paid for no purchase that is known", "合约支付的推荐奖励，没有对应的购买"},
		{Refunded, nil, "refunded by the sale", "销售方退款"},
		{NodesGivenBack, nil, "nodes given back with a refund", "随退款交回的节点"},
		{NodesGiven, nil, "nodes given, free of charge", "免费赠送的节点"},
		{ProceedsTaken, nil, "proceeds of the sale taken out of its contract", "从合约取出的销售款"},

		{LicenceIssued, licence, "licence {licence} issued", "节点许可 {licence} 发出"},
		{LicenceDestroyed, licence, "licence {licence} destroyed", "节点许可 {licence} 销毁"},
		{LicenceReceived, params{"licence": Text, "from": Wallet}, "licence {licence} received from {from}", "收到来自 {from} 的节点许可 {licence}"},
		{LicenceSent, params{"licence": Text, "to": Wallet}, "licence {licence} sent to {to}", "节点许可 {licence} 转给 {to}"},

		{PointsOfEpoch, epoch, "points of the epoch {epoch}", "周期 {epoch} 的积分"},
		{PointsFromPool, params{"epoch": Day, "pool": Pool}, "points of the epoch {epoch}, from the pool {pool}", "周期 {epoch} 的积分，来自{pool}池"},
		{TokensOfEpoch, epoch, "tokens of the epoch {epoch}", "周期 {epoch} 的代币"},
		{TokensFromPool, params{"epoch": Day, "pool": Pool}, "tokens of the epoch {epoch}, from the pool {pool}", "周期 {epoch} 的代币，来自{pool}池"},
		{Airdrop, nil, "tokens of the TGE airdrop", "TGE 空投的代币"},
		{PointsToTokens, nil, "points converted to tokens at the TGE", "TGE 时积分兑换为代币"},
		{LockEnded, epoch, "the lock of the tokens of the epoch {epoch} ended", "周期 {epoch} 的代币锁定期结束"},
		{
			Unlocks, params{"amount": Amount, "program": Text}, "{amount} of {program} unlock, if nothing is added or taken before",
			"{program}：{amount} 解锁（以此前无增减为准）",
		},
		{ConversionLockEnded, nil, "the lock of the tokens that points became ended", "积分兑换所得代币的锁定期结束"},

		{GrantGiven, grant, "the grant {grant}", "代币授予 {grant}"},
		{GrantVested, grant, "vested from the grant {grant}", "代币授予 {grant} 的归属"},
		{GrantClaimed, grant, "claimed from the grant {grant}", "从代币授予 {grant} 领取"},
		{GrantRevoked, grant, "the grant {grant} was revoked: what had not vested went back", "代币授予 {grant} 已撤销，未归属部分收回"},

		{PointsBought, params{"paid": Amount}, "points bought for {paid}", "以 {paid} 购买的积分"},
		{PointsSpent, params{"for": Text}, "points spent: {for}", "积分消费：{for}"},
		{Staked, nil, "staked", "质押"},
		{Unstaked, nil, "no longer staked", "解除质押"},
		{Unbonding, params{"until": Instant}, "no longer staked; available from {until} on", "解除质押，{until} 起可用"},
		{Unbonded, nil, "available again after it was unstaked", "解除质押后恢复可用"},

		{RebateOfCampaign, params{"campaign": Text}, "rebate of the campaign {campaign}", "活动 {campaign} 的返利"},
		{ShareOfMonth, params{"month": Month}, "share of the revenue of the month {month}", "{month} 月份的收入分成"},
		{PointsCorrected, epoch, "points of the epoch {epoch} corrected, since a rule was wrong", "因规则有误，更正周期 {epoch} 的积分"},
		{ShareCorrected, params{"month": Month}, "share of the revenue of the month {month} corrected, since a rule was wrong",
			"因规则有误，更正 {month} 月份的收入分成"},
		{ShareKept, nil, "share that was paid too much by a wrong rule, and is not asked back", "因规则有误多付且不追回的收入分成"},
		{ShareSetOff, nil, "what was paid too much before, set against a correction upwards", "此前多付的收入分成，与上调的更正相抵"},
		{GatheredByRun, run, "gathered by the payout run {run}", "归入发放批次 {run}"},
		{PaidByRun, run, "paid by the payout run {run}", "由发放批次 {run} 支付"},

		{MovedFrom, params{"kind": Text, "account": Text}, "{kind} from {account}", "{kind}，来自 {account}"},
		{MovedTo, params{"kind": Text, "account": Text}, "{kind} to {account}", "{kind}，转入 {account}"},
	}
}
