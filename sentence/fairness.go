package sentence

// What the report of how a sale went explains, and what it does not know.
const (
	ExplainTwoWallets       Code = "explain-two-wallets"
	ExplainTwoWalletsOfList Code = "explain-two-wallets-of-list"
	UnknownFunding          Code = "unknown-funding"
)

func fairness() []Form {
	return []Form{
		{
			ExplainTwoWallets, params{"together": Part, "discount": Part, "reward": Part, "paid": Part},
			"Whoever has two wallets can save {together} of the list price: {discount} off with a code, and {reward} of the remaining {paid} " +
				"for the code's owner",
			"拥有两个钱包的人可节省标价的 {together}：使用推荐码减 {discount}，余下 {paid} 的 {reward} 归推荐码所有者",
		},
		{
			ExplainTwoWalletsOfList, params{"together": Part, "discount": Part, "reward": Part},
			"Whoever has two wallets can save {together} of the list price: {discount} off with a code, and {reward} of the list price " +
				"for the code's owner",
			"拥有两个钱包的人可节省标价的 {together}：使用推荐码减 {discount}，标价的 {reward} 归推荐码所有者",
		},
		{
			UnknownFunding, nil,
			"Which wallets were funded by the same wallet before they bought is not known: transfers between wallets are not in these books",
			"哪些钱包在购买前由同一钱包转入资金，无从得知：账本不含钱包之间的转账",
		},
	}
}
