package describe

import (
	"strings"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

func (t *writer) writePoints(p *program.Points) {
	if p == nil {
		return
	}
	t.heading("Points", "积分")
	writeDated(t, p.Cap, func(a money.Amount) string {
		return t.words("no more than %s are ever emitted.", "发放总量不超过 %s。", a)
	})
	writeDated(t, p.Emission, func(a money.Amount) string {
		return t.words("%s are emitted a day (UTC).", "每天（UTC）发放 %s。", a)
	})
	writeDated(t, p.Pools, func(s program.Pools) string {
		return t.pools(s)
	})
	writeDated(t, p.Eligible, t.eligibility)
	writeDated(t, p.Stake, func(list []program.StakeFactor) string {
		var parts []string
		for _, f := range list {
			parts = append(parts, t.words("%[2]s from %[1]s on", "%s 起为 %s", f.Stake, f.Factor.String()))
		}
		return t.words("a queen validator's stake is multiplied by %s.", "女王验证者的质押乘以系数：%s。", t.joined(parts))
	})
	writeDated(t, p.Health, t.health)
	writeDated(t, p.Price, func(r money.Ratio) string {
		return t.words("one %s is valued at USD %s.", "1 %s 按 %s 美元估算。", p.Asset, r.String())
	})
	if c := p.AtTGE; c != nil {
		lock := phrase{"available at once", "立即可用"}
		if !c.Lock.IsZero() {
			lock = phrase{"locked for " + t.duration(c.Lock), "锁定" + t.duration(c.Lock)}
		}
		of := phrase{}
		if c.Of != "" {
			of = phrase{" out of " + c.Of, "（出自 " + c.Of + "）"}
		}
		t.say("At the TGE one %s becomes %s %s%s, %s.", "TGE 时，1 %s 变为 %s %s%s，%s。", p.Asset, c.Rate.String(), c.Becomes, of, lock)
	}
}

func (t *writer) writeStakes(p *program.Program) {
	if len(p.Unbonding) == 0 && len(p.Contracts) == 0 {
		return
	}
	t.heading("Stakes", "质押")
	writeDated(t, p.Unbonding, func(d program.Duration) string {
		if d.IsZero() {
			return t.words("what is unstaked is available at once.", "解除质押后立即可用。")
		}
		return t.words("what is unstaked counts no longer, and is available after %s.", "解除质押后不再计入，%s后可用。", d)
	})
	for i := range p.Contracts {
		c := &p.Contracts[i]
		t.begun(c.From, t.words("what the contract %s holds of %s for somebody is their stake, as its events %s and %s tell.",
			"合约 %s 为某人持有的 %s 即其质押，以其事件 %s 与 %s 为准。", c.Contract, p.Token.Asset, c.Staked.ABI.Name, c.Unstaked.ABI.Name))
	}
}

func (t *writer) pools(s program.Pools) string {
	text := t.words("the emission goes %s to validators, %s to providers and %s to queen validators", "发放分配：验证者 %s，算力提供者 %s，女王验证者 %s",
		s.Validators, s.Providers, s.Queens)
	if s.Idle == program.IdleCarry {
		return text + t.word(phrase{"; the part of a pool that nobody takes part in waits for the next one who does.", "；无人参与的池，其份额留待下一位参与者。"})
	}
	return text + t.word(phrase{"; the part of a pool that nobody takes part in is not issued.", "；无人参与的池，其份额不发行。"})
}

func (t *writer) eligibility(e program.Eligibility) string {
	least := ""
	for i, a := range e.Stake {
		if i == 0 {
			least = t.words("%s", "%s", a)
		} else {
			least += t.words(" (%s in epochs of %s)", "（%[2]s 的周期为 %[1]s）", a, a.Asset())
		}
	}
	stake, health := least != "", e.HealthAbove.String()
	switch {
	case e.AllHolders:
		return t.words("every holder takes part in the validators' pool.", "所有持有人都参与验证者池。")
	case stake && e.MinHealth:
		return t.words("holders who stake at least %s and whose health is above %s take part in the validators' pool.",
			"质押至少 %s 且健康度高于 %s 的持有人参与验证者池。", least, health)
	case stake:
		return t.words("holders who stake at least %s take part in the validators' pool.", "质押至少 %s 的持有人参与验证者池。", least)
	default:
		return t.words("holders whose health is above %s take part in the validators' pool.", "健康度高于 %s 的持有人参与验证者池。", health)
	}
}

func (t *writer) health(h program.Health) string {
	text := t.words(
		"a provider's health starts at %s, between 0 and 1; a failed drill takes %s, a passed one gives %s; a failed check takes %s, %s "+
			"passed in a row give %s",
		"算力提供者健康度从 %s 开始，范围 0 到 1；演练失败减 %s，通过加 %s；检查失败减 %s，连续通过 %s 次加 %s",
		h.Start.String(), h.DrillFailed.String(), h.DrillPassed.String(), h.CheckFailed.String(), h.CheckRow, h.CheckPassed.String())
	for _, g := range h.Ratings {
		effect := phrase{"changes nothing", "不变"}
		if !g.Gains.IsZero() {
			effect = phrase{"gives " + g.Gains.String(), "加 " + g.Gains.String()}
		} else if !g.Loses.IsZero() {
			effect = phrase{"takes " + g.Loses.String(), "减 " + g.Loses.String()}
		}
		text += t.words("; a rating from %s on %s", "；评分 %s 起%s", g.AtLeast, effect)
	}
	return text + t.word(phrase{".", "。"})
}

func (t *writer) writeToken(k *program.Token) {
	if k == nil {
		return
	}
	t.heading("Token", "代币")
	t.say("There are %s.", "总量为 %s。", k.Supply)
	if !k.TGE.IsZero() {
		t.say("The TGE (token generation event) is on %s.", "TGE（代币生成）日期：%s。", k.TGE)
	}
	var parts []string
	for _, a := range k.Allocation {
		parts = append(parts, a.Name+" "+money.Percent(a.Share.Rat()))
	}
	t.say("Allocation: %s.", "分配：%s。", t.joined(parts))
	if d := k.Drop; d != nil {
		by := phrase{"nodes held", "持有节点数"}
		if d.By == program.ByScore {
			by = phrase{"score", "分数"}
		}
		t.say("TGE airdrop: %s of the supply out of %s, by %s.", "TGE 空投：从 %[2]s 中空投总量的 %[1]s，按%[3]s分配。", d.Share, d.Of, by)
	}
	for i := range k.Emission {
		t.writeSeries(&k.Emission[i])
	}
	if k.Lock.IsZero() {
		t.say("Emitted rewards are available at once.", "释放的奖励立即可用。")
	} else {
		t.say("Emitted rewards are locked for %s from the end of their epoch.", "释放的奖励自周期结束起锁定%s。", k.Lock)
	}
	for _, v := range k.Vesting {
		t.writeVesting(v)
	}
}

func (t *writer) writeSeries(e *program.Series) {
	switch {
	case !e.From.IsZero():
		t.say("From %s on %s of the supply is emitted out of %s over the first %s.", "自%[1]s起，首个%[4]s内从 %[3]s 中释放总量的 %[2]s。", e.From, e.First,
			e.Of, e.Period)
	case !e.After.IsZero():
		t.say("From %s after the TGE on %s of the supply is emitted out of %s over the first %s.",
			"自 TGE 后%[1]s起，首个%[4]s内从 %[3]s 中释放总量的 %[2]s。", e.After, e.First, e.Of, e.Period)
	default:
		t.say("Then %s of the supply is emitted out of %s over the first %s.", "此后在首个%[3]s内从 %[2]s 中释放总量的 %[1]s。", e.First, e.Of, e.Period)
	}
	if e.Then.IsZero() {
		t.say("Nothing is emitted after that.", "之后不再释放。")
	} else {
		t.say("Each following %s emits %s of what the one before it did.", "之后每%s的释放量是前一期的 %s。", e.Period, e.Then)
	}
	if len(e.Pools) == 0 {
		t.say("All of it goes to validators: the program dates no pools of providers and queen validators.", "全部归验证者：本程序未设定算力提供者与女王验证者的奖励池。")
	}
	writeDated(t, e.Pools, t.pools)
}

func (t *writer) writeVesting(v program.Vesting) {
	text := t.words("%s vest", "%s 归属", v.Name)
	if v.Of != "" {
		text += t.words(" out of %s", "（出自 %s）", v.Of)
	}
	if !v.Total.IsZero() {
		text += t.words(" %s in all", "，共 %s", v.Total)
	}
	if !v.Start.IsZero() {
		text += t.words(" from %s on", "，自%s起", v.Start)
	}
	if !v.AtStart.IsZero() {
		text += t.words(", %s of it at the start", "，起始即得 %s", v.AtStart)
	}
	if !v.Cliff.IsZero() {
		text += t.words(", nothing for %s", "，前%s不释放", v.Cliff)
		if v.Begins == program.AfterCliff {
			text += t.word(phrase{", then from zero", "，之后从零开始"})
		} else {
			text += t.word(phrase{", then all that accrued since the start at once", "，之后一次释放起始以来累计的部分"})
		}
	}
	switch v.Step {
	case program.Linear:
		text += t.words(", by the second over %s", "，在%s内按秒线性释放", v.Duration)
	case program.Monthly:
		text += t.words(", by the month over %s", "，在%s内按月释放", v.Duration)
	case program.Listed:
		for _, tranche := range v.Tranches {
			text += t.words(", %s after %s", "，%[2]s后释放 %[1]s", tranche.Share, tranche.After)
		}
	}
	t.line(text + t.word(phrase{".", "。"}))
}

func (t *writer) writeRevenue(v *program.Revenue) {
	if v == nil {
		return
	}
	t.heading("Revenue", "收入")
	if len(v.Sources) > 0 {
		parts := make([]string, len(v.Sources))
		copy(parts, v.Sources)
		t.say("The sources of revenue are %s.", "收入来源：%s。", t.joined(parts))
	}
	writeDated(t, v.Split, func(s program.RevenueSplit) string {
		var said []string
		for _, own := range s.BySource {
			said = append(said, t.words("of the revenue of %s in %s, less its costs, %s is shared with holders and %s buys tokens back.",
				"来源 %s 的 %s 收入（扣除其成本）的 %s 分给持有人，%s 用于回购。", own.Source, v.Asset, own.Share, own.Buyback))
		}
		if !s.None {
			said = append(said, t.words("of the revenue in %s, %s is shared with holders and %s buys tokens back.", "%s 收入的 %s 分给持有人，%s 用于回购。",
				v.Asset, s.Share, s.Buyback))
		}
		for i := 1; i < len(said); i++ {
			said[i] = capital(said[i])
		}
		return strings.Join(said, t.word(phrase{" ", ""}))
	})
	writeDated(t, v.Share, func(s program.ShareRule) string {
		rest := phrase{"What is left is carried into the next month.", "余额结转下月。"}
		if s.Surplus == program.SurplusBuyback {
			rest = phrase{"What is left goes to buybacks.", "余额转入回购。"}
		}
		if s.Mode == program.ShareProRata {
			return t.words("each month's fund is shared by score. %s", "每月基金按分数分配。%s", rest)
		}
		var parts []string
		for _, b := range s.Brackets {
			parts = append(parts, t.words("%[2]s for %[1]s nodes or more", "持有 %s 个起 %s", b.Nodes, b.Amount))
		}
		return t.words("each month a holder gets %s; less when the fund is too small. %s", "持有人每月可得：%s；基金不足时按比例减少。%s", t.joined(parts), rest)
	})
	writeDated(t, v.Proven, func(p program.Proven) string { return t.provenRevenue(p, v) })
	switch {
	case len(v.Share) == 0:
	case v.CloseBy == 1:
		t.say("One operator closes a month.", "月度结账由一名运营人员完成。")
	default:
		t.say("Two operators close a month: one proposes, another approves.", "月度结账须两名运营人员：一人提交，另一人审批。")
	}
}

func (t *writer) provenRevenue(p program.Proven, v *program.Revenue) string {
	var said []string
	for _, r := range p.Received {
		said = append(said, t.words("what comes into the wallet %s in %s is revenue of %s, as the chain proves it.",
			"转入钱包 %s 的 %s 即来源 %s 的收入，由链上证明。", r.Wallet.Name, v.Asset, r.Source))
	}
	if p.Buyback.Name != "" {
		said = append(said, t.words("what the wallet %s swaps for the token in one transaction is a buyback.", "钱包 %s 在一笔交易中换入代币即为回购。",
			p.Buyback.Name))
	}
	if len(said) == 0 {
		said = append(said, t.word(phrase{"revenue and buybacks are what operators record.", "收入与回购以运营人员登记为准。"}))
	}
	for i := 1; i < len(said); i++ {
		said[i] = capital(said[i])
	}
	return strings.Join(said, t.word(phrase{" ", ""}))
}
