package sentence

// What an entry is for somebody who must declare it.
const (
	NatureIncome   Code = "nature-income"
	NatureDeferred Code = "nature-deferred"
	NatureReturn   Code = "nature-return"
	NatureTransfer Code = "nature-transfer"
	NaturePurchase Code = "nature-purchase"
)

// When rewards in tokens count as income in a statement.
const (
	RecogniseAccrual Code = "recognise-accrual"
	RecogniseUnlock  Code = "recognise-unlock"
)

func natures() []Form {
	return []Form{
		{NatureIncome, nil, "income", "收入"},
		{NatureDeferred, nil, "income later", "递延收入"},
		{NatureReturn, nil, "return", "退回"},
		{NatureTransfer, nil, "transfer", "划转"},
		{NaturePurchase, nil, "purchase", "购买"},
		{RecogniseAccrual, nil, "rewards are income when they are earned", "奖励在获得时确认为收入"},
		{
			RecogniseUnlock, nil, "tokens are income when they can be claimed, and points as the tokens that they become",
			"代币在可领取时确认为收入，积分按兑换所得的代币确认",
		},
	}
}
