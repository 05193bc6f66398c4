package sentence

// What the lines of a balance sheet, an income statement and a cash flow are called.
const (
	ReportWallet          Code = "report-wallet"
	ReportDistributor     Code = "report-distributor"
	ReportContract        Code = "report-contract"
	ReportSource          Code = "report-source"
	ReportReferralPending Code = "report-referral-pending"
	ReportReferralPayable Code = "report-referral-payable"
	ReportShare           Code = "report-share"
	ReportRebate          Code = "report-rebate"
	ReportRuns            Code = "report-runs"
	ReportEarnings        Code = "report-earnings"
	ReportOpening         Code = "report-opening"
	ReportOwners          Code = "report-owners"
	ReportFundShare       Code = "report-fund-share"
	ReportFundBuyback     Code = "report-fund-buyback"
	ReportCampaign        Code = "report-campaign"
	ReportOwnTokens       Code = "report-own-tokens"
	ReportSuspense        Code = "report-suspense"
	ReportResult          Code = "report-result"
	ReportSales           Code = "report-sales"
	ReportRevenue         Code = "report-revenue"
	ReportReferralCost    Code = "report-referral-cost"
	ReportShareCost       Code = "report-share-cost"
	ReportRebateCost      Code = "report-rebate-cost"
	ReportCost            Code = "report-cost"
	ReportDust            Code = "report-dust"
	ReportOther           Code = "report-other"
)

func reportLines() []Form {
	wallet, source, name := params{"wallet": Wallet}, params{"source": Text}, params{"name": Text}
	return []Form{
		{ReportWallet, wallet, "wallet {wallet}", "钱包 {wallet}"},
		{ReportDistributor, wallet, "distributor {wallet}", "分发合约 {wallet}"},
		{ReportContract, wallet, "sale contract {wallet}", "销售合约 {wallet}"},
		{ReportSource, source, "held at the source {source}", "存于来源 {source}"},
		{ReportReferralPending, nil, "referral rewards, not final yet", "推荐奖励（待最终确认）"},
		{ReportReferralPayable, nil, "referral rewards, payable", "推荐奖励（待发放）"},
		{ReportShare, nil, "revenue shares, in no payout run yet", "收入分成（未列入发放批次）"},
		{ReportRebate, nil, "rebates, in no payout run yet", "返利（未列入发放批次）"},
		{ReportRuns, nil, "payout runs", "发放批次"},
		{ReportEarnings, nil, "earnings set aside into funds", "划拨至各基金的收益"},
		{ReportOpening, nil, "opening balances", "期初余额"},
		{ReportOwners, nil, "put in by the owners, less what they took out", "所有者投入（减提取）"},
		{ReportFundShare, nil, "fund for the holders' shares", "收入分成基金"},
		{ReportFundBuyback, nil, "fund for buybacks", "回购基金"},
		{ReportCampaign, name, "budget of the campaign {name}", "活动 {name} 的预算"},
		{ReportOwnTokens, nil, "own tokens at cost", "自有代币（按成本计）"},
		{ReportSuspense, nil, "suspense: movements that nothing explains yet", "待查款项"},
		{ReportResult, nil, "result since the beginning", "累计损益"},
		{ReportSales, nil, "node sales", "节点销售"},
		{ReportRevenue, source, "revenue of {source}", "来源 {source} 的收入"},
		{ReportReferralCost, nil, "referral rewards", "推荐奖励"},
		{ReportShareCost, nil, "revenue shares of the holders", "持有人的收入分成"},
		{ReportRebateCost, nil, "rebates", "返利"},
		{ReportCost, source, "costs of {source}", "来源 {source} 的成本"},
		{ReportDust, nil, "rounding that the sale contract keeps", "销售合约留存的舍入差额"},
		{ReportOther, params{"account": Text}, "account {account}", "账户 {account}"},
	}
}
