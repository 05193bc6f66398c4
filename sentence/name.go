package sentence

// Name is what something is called in both languages, by its name in the books.
type Name struct{ Name, English, Chinese string }

// Pools are the reward pools that have names of their own in the languages. A pool that is not here is shown by its name.
func Pools() []Name {
	return []Name{
		{"validators", "validators", "验证者"},
		{"providers", "providers", "算力提供者"},
		{"queens", "queen validators", "女王验证者"},
		{"points", "points", "积分"},
		{"emission", "emission", "每日释放"},
		{"drop", "TGE airdrop", "TGE 空投"},
		{"share", "revenue share", "收入分成"},
	}
}

// Kinds are the names of all kinds of transactions that the journal has.
func Kinds() []Name {
	return []Name{
		{"purchase", "Purchase", "购买"},
		{"refund", "Refund", "退款"},
		{"reversal", "Reversed", "冲销"},
		{"gift", "Nodes given", "赠送节点"},
		{"sale-proceeds", "Proceeds taken out of the contract", "从合约取出销售款"},
		{"licence-transfer", "Licence transferred", "节点许可转让"},
		{"referral-payable", "Referral reward is final", "推荐奖励已最终确认"},
		{"referral-withdrawal", "Referral reward paid", "推荐奖励已支付"},
		{"referral-unjoined", "Referral reward of no purchase", "不属于任何购买的推荐奖励"},
		{"opening", "What wallets held before the books began", "账簿开始前钱包的余额"},
		{"wallet-transfer", "Transfer between the project's wallets", "项目钱包之间的转账"},
		{"classification", "Movement of a wallet explained", "说明钱包变动"},
		{"campaign-budget", "Budget of a campaign set aside", "划拨活动预算"},
		{"campaign-rebate", "Rebate of a campaign", "活动返利"},
		{"points-epoch", "Daily points", "每日积分"},
		{"token-epoch", "Daily tokens", "每日代币"},
		{"tge-drop", "TGE airdrop", "TGE 空投"},
		{"token-allocation", "The supply went into its allocation", "代币总量划入各分配份额"},
		{"tge-conversion", "Points became tokens", "积分兑换为代币"},
		{"unlock", "Tokens unlocked", "代币解锁"},
		{"points-sold", "Points sold", "出售积分"},
		{"points-spent", "Points spent", "消费积分"},
		{"stake", "Staked", "质押"},
		{"unstake", "No longer staked", "解除质押"},
		{"unbond", "Available after unstaking", "解除质押后可用"},
		{"revenue", "Revenue", "收入"},
		{"buyback", "Buyback", "回购"},
		{"month", "Share of a month", "月度分成"},
		{"amendment", "Closed period corrected", "更正已关闭的期间"},
		{"vesting-grant", "Vesting grant", "代币授予"},
		{"vesting-vest", "Tokens vested", "代币归属"},
		{"vesting-release", "Vested tokens claimed", "领取已归属代币"},
		{"vesting-revoke", "Grant revoked", "撤销代币授予"},
		{"payout-run", "Gathered for a payout", "归入发放批次"},
		{"payout-funding", "Distributor funded for a payout", "为发放批次注资"},
		{"payout-settlement", "Paid out", "已发放"},
		{"payout-exception", "Payment that no payout explains", "与发放批次不符的付款"},
		{"fact", "Recorded by an operator", "运营人员登记"},
	}
}

// Facts are the names of all kinds of facts that operators record.
func Facts() []Name {
	return []Name{
		{"revenue", "Revenue", "收入"},
		{"left-out", "Rows left out of a revenue file", "收入文件中按要求排除的行"},
		{"buyback", "Buyback", "回购"},
		{"scores", "Score file", "分数文件"},
		{"points-sold", "Points sold", "出售积分"},
		{"points-spent", "Points spent", "消费积分"},
		{"stake", "Stake", "质押"},
		{"unstake", "Stake ended", "解除质押"},
		{"move-reversal", "Points or stake taken back", "撤回积分或质押登记"},
		{"grant", "Vesting grant", "代币授予"},
		{"revoke", "Grant revoked", "撤销代币授予"},
		{"release", "Vested tokens claimed", "领取已归属代币"},
		{"month", "Month closed", "月度结账"},
		{"month-proposal", "Closing of a month proposed", "提交月度结账"},
		{"payout", "Run prepared", "创建发放批次"},
		{"payout-step", "Step of a run", "发放批次步骤"},
		{"payout-resolve", "Exception closed", "关闭异常"},
		{"hold", "Hold", "暂缓发放"},
		{"sanctions", "Sanctions list", "制裁名单"},
		{"program", "Rules proposed", "提议规则"},
		{"program-consent", "Rules agreed to", "同意规则"},
		{"operator", "Operator’s key", "运营密钥"},
		{"consent", "Consent to a key", "同意密钥"},
		{"recover", "Key by recovery wallets", "由恢复钱包设立的密钥"},
		{"thaw", "Books thawed", "账本解冻"},
		{"tge", "TGE (token generation event)", "代币生成（TGE）"},
		{"tge-plan", "Plan of the TGE (token generation event)", "TGE（代币生成）计划"},
	}
}

func poolName(l Language, name string) string {
	for _, p := range Pools() {
		switch {
		case p.Name != name:
		case l == Chinese:
			return p.Chinese
		default:
			return p.English
		}
	}
	return name
}
