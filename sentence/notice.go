package sentence

// What notices say: webhooks, mails and the feed of closed periods.
const (
	NoticeClaimable     Code = "notice-claimable"
	NoticePaid          Code = "notice-paid"
	NoticeUnlocked      Code = "notice-unlocked"
	NoticeVested        Code = "notice-vested"
	NoticeRunProposed   Code = "notice-run-proposed"
	NoticeRunExported   Code = "notice-run-exported"
	NoticeRunSettled    Code = "notice-run-settled"
	NoticeRunCancelled  Code = "notice-run-cancelled"
	NoticeMonthProposed Code = "notice-month-proposed"
	NoticeMonthClosed   Code = "notice-month-closed"
	NoticeQuarterClosed Code = "notice-quarter-closed"
	NoticeTGE           Code = "notice-tge-recorded"
	NoticeException     Code = "notice-exception"
	NoticeBehind        Code = "notice-sync-behind"
	NoticeCaughtUp      Code = "notice-sync-caught-up"
	NoticeFrozen        Code = "notice-books-frozen"
	NoticeThawed        Code = "notice-books-thawed"
	NoticeFailed        Code = "notice-verification-failed"
	NoticePassed        Code = "notice-verification-passed"
	NoticeTest          Code = "notice-test"
)

func notices() []Form {
	run := params{"run": Text, "total": Amount, "lines": Count}
	grant := params{"wallet": Wallet, "amount": Amount, "run": Text}
	return []Form{
		{
			NoticeClaimable, grant,
			"{wallet} can claim {amount} of the payout run {run}, as soon as its tree is active at the distributor",
			"{wallet} 可领取发放批次 {run} 的 {amount}，待其默克尔树在发放合约生效后即可领取",
		},
		{NoticePaid, grant, "{wallet} was paid {amount} by the payout run {run}", "发放批次 {run} 已向 {wallet} 支付 {amount}"},
		{
			NoticeUnlocked, params{"wallet": Wallet, "amount": Amount, "epoch": Text},
			"{amount} of {wallet} from the epoch {epoch} unlocked", "{wallet} 在 {epoch} 周期获得的 {amount} 已解锁",
		},
		{
			NoticeVested, params{"wallet": Wallet, "amount": Amount, "grant": Text},
			"{amount} of the grant {grant} vested: {wallet} can take it now", "代币授予 {grant} 已归属 {amount}，{wallet} 现可领取",
		},
		{
			NoticeRunProposed, run, "the payout run {run} waits for approval: {total} to {lines:wallet|wallets}",
			"发放批次 {run} 等待审批：向 {lines} 个钱包发放 {total}",
		},
		{
			NoticeRunExported, run, "the payout run {run} was exported: {total} to {lines:wallet|wallets}",
			"发放批次 {run} 已导出：向 {lines} 个钱包发放 {total}",
		},
		{
			NoticeRunSettled, run, "the payout run {run} is settled: {total} to {lines:wallet|wallets}",
			"发放批次 {run} 已全部结清：向 {lines} 个钱包发放 {total}",
		},
		{
			NoticeRunCancelled, run, "the payout run {run} was cancelled: {total} to {lines:wallet|wallets} stay owed",
			"发放批次 {run} 已取消：应付 {lines} 个钱包的 {total} 仍待支付",
		},
		{
			NoticeMonthProposed, params{"month": Month, "total": Amount}, "the month {month} waits for approval: holders get {total}",
			"{month} 月份等待审批：持有人将获得 {total}",
		},
		{NoticeMonthClosed, params{"month": Month}, "the month {month} is closed", "{month} 月份已关闭"},
		{NoticeQuarterClosed, params{"quarter": Text}, "the quarter {quarter} is closed", "{quarter} 季度已关闭"},
		{NoticeTGE, params{"at": Instant}, "the TGE took place at {at}", "TGE 已于 {at} 发生"},
		{
			NoticeException, params{"tx": Text}, "a movement of the project's wallets needs an explanation: transaction {tx}",
			"项目钱包的一笔变动需要说明：交易 {tx}",
		},
		{
			NoticeBehind, params{"block": Count, "at": Instant}, "the books are behind: the newest booked block is {block}, of {at}",
			"账簿同步落后：最新入账区块为 {block}，时间 {at}",
		},
		{NoticeCaughtUp, params{"block": Count}, "the books have caught up, at block {block}", "账簿已追上，当前区块 {block}"},
		{NoticeFrozen, params{"why": Text}, "the books are frozen: {why}", "账簿已冻结：{why}"},
		{NoticeThawed, params{"since": Instant}, "the books go on; they were frozen since {since}", "账簿已恢复；自 {since} 起冻结"},
		{
			NoticeFailed, params{"difference": Text}, "a verification of the books found a difference: {difference}",
			"账簿校验发现差异：{difference}",
		},
		{
			NoticePassed, params{"since": Instant}, "a verification of the books found no difference; there was one since {since}",
			"账簿校验未发现差异；此前自 {since} 起存在差异",
		},
		{NoticeTest, params{"endpoint": Text}, "this is a test of the endpoint {endpoint}", "这是对接收端 {endpoint} 的测试"},
	}
}
