package sentence

// What waits for an operator.
const (
	InboxFrozen         Code = "inbox-frozen"
	InboxDifference     Code = "inbox-difference"
	InboxJobLate        Code = "inbox-job-late"
	InboxNotReconciled  Code = "inbox-not-reconciled"
	InboxExceptions     Code = "inbox-exceptions"
	InboxSuspense       Code = "inbox-suspense"
	InboxRunDraft       Code = "inbox-run-draft"
	InboxRunProposed    Code = "inbox-run-proposed"
	InboxRunApproved    Code = "inbox-run-approved"
	InboxRunRejected    Code = "inbox-run-rejected"
	InboxMonthOver      Code = "inbox-month-over"
	InboxMonthProposed  Code = "inbox-month-proposed"
	InboxText           Code = "inbox-text"
	InboxKey            Code = "inbox-key"
	InboxTGEPlan        Code = "inbox-tge-plan"
	InboxTGE            Code = "inbox-tge"
	InboxTGEToBeSettled Code = "inbox-tge-to-be-settled"
)

func inbox() []Form {
	run := params{"run": Text, "total": Amount, "operator": Text}
	return []Form{
		{InboxFrozen, params{"why": Text}, "the books are frozen: {why}", "账本已冻结：{why}"},
		{InboxDifference, params{"what": Text}, "a verification found a difference: {what}", "核验发现差异：{what}"},
		{
			InboxJobLate, params{"job": Text, "slot": Text, "at": Instant}, "the job {job} of {slot} was due at {at} and has not run",
			"任务 {job}（{slot}）应于 {at} 运行，至今没有运行",
		},
		{
			InboxNotReconciled, params{"n": Count}, "{n:wallet differs|wallets differ} from the chain at the last reconciliation",
			"最近一次对账有 {n} 个钱包与链上不一致",
		},
		{InboxExceptions, params{"n": Count}, "{n:exception|exceptions} that nobody has explained", "{n} 项例外尚无人说明"},
		{
			InboxSuspense, params{"n": Count}, "{n:movement|movements} of the project's wallets in suspense: say what it was",
			"项目钱包有 {n} 笔变动挂在暂记账户：请说明是什么",
		},
		{InboxRunDraft, run, "run {run} of {total}, prepared by {operator}, can be proposed", "发放批次 {run}（{total}，由 {operator} 创建）可以提交"},
		{
			InboxRunProposed, run, "run {run} of {total}, proposed by {operator}, needs another operator's approval",
			"发放批次 {run}（{total}，由 {operator} 提交）须由另一位操作员审批",
		},
		{InboxRunApproved, run, "run {run} of {total}, approved by {operator}, can be exported", "发放批次 {run}（{total}，由 {operator} 批准）可以导出"},
		{
			InboxRunRejected, run, "{operator} asked to cancel the exported run {run} of {total}: another operator must consent",
			"{operator} 请求取消已导出的发放批次 {run}（{total}）：须由另一位操作员同意",
		},
		{InboxMonthOver, params{"month": Month}, "{month} is over and can be closed", "{month} 已结束，可以关闭"},
		{
			InboxMonthProposed, params{"month": Month, "total": Amount, "operator": Text},
			"closing {month} with {total} for holders, proposed by {operator}, needs another operator's approval",
			"{operator} 提议关闭 {month}（发给持有人 {total}）：须由另一位操作员审批",
		},
		{
			InboxText, params{"operator": Text, "why": Text}, "a program file that {operator} proposed needs another operator's consent: {why}",
			"{operator} 提交的方案文件须由另一位操作员同意：{why}",
		},
		{
			InboxKey, params{"operator": Text, "label": Text, "by": Text}, "the key {label} that {by} gave {operator} needs consent",
			"{by} 给 {operator} 的密钥 {label} 须由另一位操作员同意",
		},
		{
			InboxTGEPlan, params{"at": Instant, "operator": Text},
			"{operator} planned the TGE for {at}: it counts once another operator says the same",
			"{operator} 计划 TGE 于 {at}：须由另一位操作员确认同一时间才生效",
		},
		{
			InboxTGE, params{"at": Instant, "operator": Text},
			"{operator} recorded the TGE at {at}: it counts once another operator says the same",
			"{operator} 记录 TGE 于 {at}：须由另一位操作员确认同一时间才生效",
		},
		{
			InboxTGEToBeSettled, params{"at": Instant}, "the TGE was planned for {at}: record it, or plan it for later",
			"TGE 原定于 {at}：请记录它，或改期",
		},
	}
}
