package sentence

// What is said of a wallet that was compared with the chain.
const (
	ReconciledEqual     Code = "reconciled-equal"
	ReconciledCoin      Code = "reconciled-coin"
	ReconciledUnwatched Code = "reconciled-unwatched"
	ReconciledDiffers   Code = "reconciled-differs"
	ReconciledUnknown   Code = "reconciled-unknown"
)

func reconciliations() []Form {
	return []Form{
		{ReconciledEqual, nil, "the books have what the chain has", "账本与链上一致"},
		{
			ReconciledCoin, nil, "the books know of the chain's own coin what the sale brings and what a Safe executes; fees, and what came in " +
				"or left otherwise, are the difference", "对于链的原生币，账本只记录销售收入和 Safe 执行的转出；手续费及其他进出构成差额",
		},
		{
			ReconciledUnwatched, nil, "the program file does not name this wallet, so the books know what the sale brought it and nothing " +
				"else that came or left", "方案文件没有列出此钱包，账本只记录销售带给它的款项，不记录其他进出",
		},
		{ReconciledDiffers, nil, "nothing in the books explains the difference", "账本中没有记录可以解释差额"},
		{ReconciledUnknown, params{"why": Text}, "what the chain has is not known: {why}", "无法得知链上余额：{why}"},
	}
}
