package sentence

// What the report of how a sale went explains, and what it does not know.
const (
	ExplainTwoWallets Code = "explain-two-wallets"
	UnknownFunding    Code = "unknown-funding"
)

func fairness() []Form {
	return []Form{
		{
			ExplainTwoWallets, params{"together": Part, "discount": Part, "back": Part},
			"Whoever has two wallets can save {together} of the list price: a code takes off {discount}, and its owner earns {back}",
			"拥有两个钱包的人可节省标价的 {together}：推荐码减 {discount}，其所有者得 {back}",
		},
		{
			UnknownFunding, nil, "Who funded wallets is not known: transfers between wallets are not in these books",
			"钱包的资金来源未知：账本不含钱包之间的转账",
		},
	}
}
