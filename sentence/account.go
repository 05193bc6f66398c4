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
	AccountSharePaid       Code = "account-share-paid"
	AccountRebatePayable   Code = "account-rebate-payable"
	AccountRebatePaid      Code = "account-rebate-paid"
	AccountReferralPending Code = "account-referral-pending"
	AccountReferralPayable Code = "account-referral-payable"
	AccountReferralPaid    Code = "account-referral-paid"
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
		{AccountSharePaid, nil, "revenue share, paid", "收入分成（已发放）"},
		{AccountRebatePayable, nil, "rebates, payable", "返利（待发放）"},
		{AccountRebatePaid, nil, "rebates, paid", "返利（已发放）"},
		{AccountReferralPending, nil, "referral rewards, pending", "推荐奖励（待最终确认）"},
		{AccountReferralPayable, nil, "referral rewards, payable", "推荐奖励（待发放）"},
		{AccountReferralPaid, nil, "referral rewards, paid", "推荐奖励（已支付）"},
	}
}
