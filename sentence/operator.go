package sentence

// What is said of operators and of payout runs to those who approve them.
const (
	MayPrepareAndAdminister Code = "may-prepare-and-administer"
	RunHasMoneyOfCancelled  Code = "run-has-money-of-cancelled"
)

func operators() []Form {
	return []Form{
		{
			MayPrepareAndAdminister, params{"operator": Text},
			"{operator} may administer and prepare payouts: give the two to two people",
			"{operator} 同时拥有管理和准备发放的权限：请分给两个人",
		},
		{
			RunHasMoneyOfCancelled, params{"run": Text},
			"this run pays money that the payout run {run} was to pay, which was exported and then cancelled: make sure that its transaction " +
				"can no longer be executed",
			"本批次包含发放批次 {run} 的款项，该批次已导出后又取消：请确认其交易不会再被执行",
		},
	}
}
