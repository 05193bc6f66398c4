package sentence

// Why an entry was reversed. It is said after what the entry was.
const (
	Undone             Code = "undone"
	UndoneBlockLeft    Code = "undone-block-left"
	UndoneRunCancelled Code = "undone-run-cancelled"
)

func undone() []Form {
	return []Form{
		{Undone, params{"why": Text}, "reversed: {why}", "已冲销：{why}"},
		{UndoneBlockLeft, params{"block": Count}, "reversed: block {block} left the chain", "已冲销：区块 {block} 已不在链上"},
		{
			UndoneRunCancelled, params{"run": Text, "why": Text}, "reversed: the payout run {run} was cancelled: {why}",
			"已冲销：发放批次 {run} 已取消：{why}",
		},
	}
}
