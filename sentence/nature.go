package sentence

// What an entry is for somebody who must declare it.
const (
	NatureIncome   Code = "nature-income"
	NatureReturn   Code = "nature-return"
	NatureTransfer Code = "nature-transfer"
	NaturePurchase Code = "nature-purchase"
)

func natures() []Form {
	return []Form{
		{NatureIncome, nil, "income", "收入"},
		{NatureReturn, nil, "return", "退回"},
		{NatureTransfer, nil, "transfer", "划转"},
		{NaturePurchase, nil, "purchase", "购买"},
	}
}
