package describe

import (
	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

func (t *writer) writePayout(p *program.Program) {
	t.heading("Payouts", "发放")
	if len(p.Payout.Treasury) == 0 {
		t.say("The paying treasury is not set.", "发放金库尚未设置。")
	}
	writeDated(t, p.Payout.Treasury, func(a common.Address) string {
		return t.words("the treasury that pays is %s.", "发放金库是 %s。", a)
	})
	for _, least := range p.Payout.Minimums {
		writeDated(t, least.Amount, func(a money.Amount) string {
			return t.words("less than %s waits for the next payout.", "低于 %s 的金额留待下次发放。", a)
		})
	}
	if len(p.Payout.Treasury) > 0 {
		t.say("A batch for it has %s transfers at most.", "每批最多 %s 笔转账。", uint64(p.Payout.Batch))
	}
	for _, d := range p.Payout.Distributors {
		writeDated(t, d.Address, func(a common.Address) string {
			return t.words("holders claim %s from the distributor %s.", "持有人从分发合约 %[2]s 领取 %[1]s。", d.Asset, a)
		})
	}
	if p.Payout.ManyClaims != (common.Address{}) {
		t.say("Claims from several distributors are made together by %s.", "从多个分发合约领取可由 %s 合并为一笔交易。", p.Payout.ManyClaims)
	}
	for _, w := range p.Wallets {
		t.say("The wallet %s of the project, %s, is in the books.", "项目的 %s 钱包 %s 计入账簿。", w.Name, w.Address)
	}
}

func (t *writer) writeOperators(recovery, contracts []common.Address) {
	switch len(recovery) {
	case 0:
		return
	case 1:
		t.heading("Operators", "运营人员")
		t.say("When no administrator has a key left, the owner's wallet %s can make another one.", "没有管理员密钥可用时，所有者钱包 %s 可以另设管理员。", recovery[0])
	default:
		t.heading("Operators", "运营人员")
		t.say("When no administrator has a key left, two of the wallets %s, %s and %s can make another one.",
			"没有管理员密钥可用时，钱包 %s、%s 和 %s 中的两个可以另设管理员。", recovery[0], recovery[1], recovery[2])
	}
	for _, wallet := range contracts {
		t.say("The wallet %s is a contract, which says itself what it signed.", "钱包 %s 是合约，由合约自己确认其签名。", wallet)
	}
}

func (t *writer) writeCampaigns(list []program.Campaign) {
	if len(list) == 0 {
		return
	}
	t.heading("Campaigns", "活动")
	for _, c := range list {
		who := t.word(phrase{"everybody", "所有人"})
		if n := len(c.Wallets); n > 0 {
			who = t.words("%s listed wallets", "名单内的 %s 个钱包", uint64(n))
		}
		what := t.words("%s of what was paid", "实付金额的 %s", c.Rebate)
		if c.Rebate.IsZero() {
			per := map[program.Per]phrase{program.PerWallet: {"wallet", "钱包"}, program.PerPurchase: {"purchase", "笔购买"},
				program.PerNode: {"node", "个节点"}}[c.Per]
			what = t.words("%s a %s", "每%[2]s %[1]s", c.Fixed, per)
		}
		t.begun(c.From, t.words("campaign %s gives %s %s, in %s, until %s are spent.", "活动 %s 给予%s%s（%s），共 %s，用完为止。", c.Name, who, what,
			c.Asset, c.Budget))
		switch {
		case c.Until.Block != 0:
			t.say("  It ends before block %s.", "  在区块 %s 之前结束。", c.Until.Block)
		case !c.Until.IsZero():
			t.say("  It ends before %s.", "  在%s之前结束。", c.Until.Time)
		}
	}
}
