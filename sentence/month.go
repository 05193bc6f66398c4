package sentence

// The lines of how a wallet's share of a month's revenue came about, besides those that it has in common with epochs.
const (
	MonthHeading Code = "month-heading"
	MonthFund    Code = "month-fund"
	MonthBracket Code = "month-bracket"
	MonthScaled  Code = "month-scaled"
)

func monthLines() []Form {
	return []Form{
		{
			MonthHeading, params{"month": Month, "program": Text, "rule": Text},
			"revenue share of the month {month}, program {program}, rules {rule}",
			"{month} 月份的收入分成，方案 {program}，规则版本 {rule}",
		},
		{
			MonthFund, params{"revenue": Amount, "carried": Amount, "total": Amount}, "fund: {revenue} of revenue + {carried} carried in = {total}",
			"分成资金：收入 {revenue} + 上月结转 {carried} = {total}",
		},
		{MonthBracket, params{"nodes": Count, "amount": Amount}, "bracket: {nodes:node|nodes} or more: {amount} a month",
			"档位：{nodes} 个节点及以上，每月 {amount}"},
		{
			MonthScaled, params{"due": Amount}, "scaled: the brackets of all holders together are {due}, more than the fund",
			"按比例缩减：全部持有人的档位合计 {due}，超过分成资金",
		},
	}
}
