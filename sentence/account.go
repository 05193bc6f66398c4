package sentence

// What an account of a wallet holds.
const (
	AccountPayments        Code = "account-payments"
	AccountNodes           Code = "account-nodes"
	AccountPoints          Code = "account-points"
	AccountTokensLocked    Code = "account-tokens-locked"
	AccountTokensAvailable Code = "account-tokens-available"
	AccountTokensReleased  Code = "account-tokens-released"
	AccountSharePayable    Code = "account-share-payable"
	AccountShareEarned     Code = "account-share-earned"
	AccountRebatePayable   Code = "account-rebate-payable"
	AccountRebateEarned    Code = "account-rebate-earned"
	AccountReferralPending Code = "account-referral-pending"
	AccountReferralPayable Code = "account-referral-payable"
	AccountReferralEarned  Code = "account-referral-earned"
	AccountInRun           Code = "account-in-run"
	AccountStaked          Code = "account-staked"
	AccountDeposited       Code = "account-deposited"
	AccountUnbonding       Code = "account-unbonding"
)

func accounts() []Form {
	return []Form{
		{AccountPayments, nil, "payments", "付款"},
		{AccountNodes, nil, "nodes", "节点"},
		{AccountPoints, nil, "points", "积分"},
		{AccountTokensLocked, nil, "tokens, locked", "代币（锁定）"},
		{AccountTokensAvailable, nil, "tokens, available", "代币（可用）"},
		{AccountTokensReleased, nil, "tokens, claimed", "代币（已领取）"},
		{AccountSharePayable, nil, "revenue share, payable", "收入分成（待发放）"},
		{AccountShareEarned, nil, "revenue share, earned", "收入分成（累计）"},
		{AccountRebatePayable, nil, "rebates, payable", "返利（待发放）"},
		{AccountRebateEarned, nil, "rebates, earned", "返利（累计）"},
		{AccountReferralPending, nil, "referral rewards, pending", "推荐奖励（待最终确认）"},
		{AccountReferralPayable, nil, "referral rewards, payable", "推荐奖励（待发放）"},
		{AccountReferralEarned, nil, "referral rewards, earned", "推荐奖励（累计）"},
		{AccountInRun, nil, "in a payout run", "发放批次中"},
		{AccountStaked, nil, "staked", "已质押"},
		{AccountDeposited, nil, "staked on a contract", "合约质押"},
		{AccountUnbonding, nil, "unbonding: no longer staked, not yet available", "解除质押中（尚不可用）"},
	}
}
