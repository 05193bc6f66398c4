package sentence

// What is said of payouts: payments that no line of a run explains, why one is no longer unexplained, and why a wallet waits.
const (
	PaymentPartly           Code = "payment-partly-paid"
	PaymentOver             Code = "payment-overpaid"
	PaymentTwice            Code = "payment-paid-twice"
	PaymentEarly            Code = "payment-before-approval"
	PaymentUnknownRecipient Code = "payment-unknown-recipient"
	PaymentUnread           Code = "payment-unread"
	PaymentUnexplained      Code = "payment-unexplained"
	ReceiptUnexplained      Code = "receipt-unexplained"

	ExceptionPaidOn   Code = "exception-paid-on"
	ExceptionResolved Code = "exception-resolved"

	WaitingForMinimum    Code = "waiting-below-minimum"
	WaitingForOperators  Code = "waiting-for-operators"
	WaitingHeld          Code = "waiting-held-back"
	WaitingHeldBecause   Code = "waiting-held-back-because"
	WaitingSanctioned    Code = "waiting-on-sanctions-list"
	NeverPaid            Code = "never-paid"
	NeverPaidZero        Code = "never-paid-zero-address"
	NeverPaidToken       Code = "never-paid-token-contract"
	NeverPaidDistributor Code = "never-paid-distributor"
	NeverPaidLicence     Code = "never-paid-licence-contract"
	NeverPaidSale        Code = "never-paid-sale-contract"
	NeverPaidTreasury    Code = "never-paid-treasury"
	NeverPaidOwn         Code = "never-paid-own"

	RunRepeats Code = "run-repeats-cancelled-run"
)

func payouts() []Form {
	return []Form{
		{
			RunRepeats, params{"run": Text}, "it contains money of the payout run {run}, which was cancelled after its export: look whether " +
				"the Safe " +
				"can still execute {run} before you approve",
			"其中包含发放批次 {run} 的款项，该批次导出后被取消：批准前请确认 Safe 无法再执行 {run}",
		},
		{
			PaymentPartly, params{"paid": Amount, "total": Amount, "open": Amount}, "{paid} of {total} are paid; {open} are still open",
			"已支付 {total} 中的 {paid}，尚有 {open} 未支付",
		},
		{
			PaymentOver, params{"amount": Amount, "more": Amount}, "{amount} were paid, {more} more than everything that was open",
			"支付了 {amount}，比全部未支付的金额多 {more}",
		},
		{
			PaymentTwice, params{"run": Text, "amount": Amount}, "the payout run {run} paid this wallet exactly {amount} before",
			"发放批次 {run} 此前已向该钱包支付同样的 {amount}",
		},
		{
			PaymentEarly, params{"run": Text}, "the wallet's line is in the payout run {run}, which nobody has approved",
			"该钱包的明细在发放批次 {run} 中，而该批次尚未审批",
		},
		{PaymentUnknownRecipient, nil, "the wallet has no open line in any approved payout run", "该钱包在已审批的发放批次中没有未支付的明细"},
		{PaymentUnexplained, nil, "no payout run, purchase or refund explains this payment", "没有发放批次、购买或退款可以解释这笔付款"},
		{ReceiptUnexplained, nil, "no purchase explains this receipt", "没有购买可以解释这笔收款"},
		{PaymentUnread, params{"what": Text}, "cannot be read: {what}", "无法解析：{what}"},

		{ExceptionPaidOn, params{"payment": Text}, "paid on with {payment}", "由 {payment} 继续支付"},
		{ExceptionResolved, params{"operator": Text, "why": Text}, "{operator}: {why}", "{operator} 说明：{why}"},

		{
			WaitingForMinimum, params{"minimum": Amount}, "less than the minimum payout of {minimum}: it waits until there is more; nothing is lost",
			"不足最低发放额 {minimum}，累计达到后再发放，不会丢失",
		},
		{
			WaitingForOperators, nil, "it waits for a later payout run: it is still owed, and the program's operators can say why",
			"等待后续的发放批次，款项仍应支付；原因请咨询项目运营人员",
		},
		{WaitingHeld, nil, "held back", "暂缓发放"},
		{WaitingHeldBecause, params{"why": Text}, "held back: {why}", "暂缓发放：{why}"},
		{WaitingSanctioned, nil, "on the sanctions list", "在制裁名单上"},
		{NeverPaid, nil, "never paid", "不予支付"},
		{NeverPaidZero, nil, "never paid: the zero address belongs to nobody", "不予支付：零地址不属于任何人"},
		{NeverPaidToken, params{"asset": Text}, "never paid: it is the contract of {asset}", "不予支付：这是 {asset} 的合约"},
		{NeverPaidDistributor, nil, "never paid: it is the distributor itself", "不予支付：这是发放合约本身"},
		{NeverPaidLicence, nil, "never paid: it is the contract of the licences", "不予支付：这是节点许可的合约"},
		{NeverPaidSale, nil, "never paid: it is the sale contract", "不予支付：这是销售合约"},
		{NeverPaidTreasury, nil, "never paid: it is the treasury itself", "不予支付：这是金库本身"},
		{NeverPaidOwn, params{"name": Text}, "never paid: it is the project's own wallet {name}", "不予支付：这是项目自己的钱包 {name}"},
	}
}
