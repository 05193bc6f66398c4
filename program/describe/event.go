package describe

import (
	"maps"
	"slices"
	"strconv"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

// writeContracts says which contracts sell, and for what.
func (t *writer) writeContracts(p *program.Program) {
	s, chain := p.Sale, strconv.FormatUint(p.Chain.ID, 10)
	if s.Event == nil || len(s.Event.Contracts) == 1 {
		t.say("The contract %s on chain %s sells nodes for %s.", "链 %[2]s 上的合约 %[1]s 出售节点，以 %[3]s 支付。", s.Contract, chain, s.Asset)
	} else {
		t.say("%s contracts on chain %s sell nodes for %s.", "链 %[2]s 上的 %[1]s 个合约出售节点，以 %[3]s 支付。",
			uint64(len(s.Event.Contracts)), chain, s.Asset)
	}
	if s.Event == nil {
		return
	}
	for _, c := range s.Event.Contracts {
		var said []string
		if c.Tier > 0 {
			said = append(said, t.words("it sells tier %s", "出售第 %s 档", uint64(c.Tier)))
		}
		if c.Price != nil {
			said = append(said, t.words("a node costs %s", "单价 %s", *c.Price))
		}
		said = append(said, t.span(c.Span)...)
		if len(s.Event.Contracts) > 1 || len(said) > 0 {
			t.line("  " + t.words("The contract %s", "合约 %s", c.Address) + t.after(said) + t.word(stop))
		}
	}
}

// after is a colon and what follows it, or nothing.
func (t *writer) after(said []string) string {
	if len(said) == 0 {
		return ""
	}
	return t.word(phrase{": ", "："}) + t.joined(said)
}

// span says from when on, and up to what, events count.
func (t *writer) span(s program.Span) (said []string) {
	for _, bound := range []struct {
		at                         program.From
		block, zhBlock, time, zhAt string
	}{
		{s.From, "from block %s on", "自区块 %s 起", "from %s on", "自%s起"},
		{s.Until, "until block %s", "至区块 %s 前", "until %s", "至%s前"},
	} {
		switch {
		case bound.at.Block != 0:
			said = append(said, t.words(bound.block, bound.zhBlock, bound.at.Block))
		case !bound.at.IsZero():
			said = append(said, t.words(bound.time, bound.zhAt, bound.at.Time))
		}
	}
	return said
}

// match says which logs an entry takes.
func (t *writer) match(en, zh string, m program.EventMatch) {
	var said []string
	for _, is := range m.Where {
		value := is.Value
		if value == "" {
			value = `""`
		}
		said = append(said, t.words("only where %s is %s", "仅当字段 %s 为 %s", is.Field, value))
	}
	said = append(said, t.span(m.Span)...)
	t.line(t.words(en, zh, m.Declaration) + t.after(said) + t.word(stop))
}

// detail says one thing of the entry above it.
func (t *writer) detail(en, zh string, args ...any) { t.say("  "+en, "  "+zh, args...) }

// field says what a field of the entry above is, where it has one.
func (t *writer) field(field, en, zh string) {
	if field != "" {
		t.detail(en, zh, field)
	}
}

func (t *writer) writeEvents(m *program.EventMap) {
	for i := range m.Purchases {
		t.writePurchase(&m.Purchases[i])
	}
	for _, g := range m.Gifts {
		t.match("Nodes that nobody pays for are the event %s", "赠送节点的事件是 %s", g.EventMatch)
		t.field(g.Holder, "They go to its field %s.", "获得者是字段 %s。")
		t.quantity(g.Quantity)
		t.tier(g.Tier)
	}
	for _, c := range m.Commissions {
		t.match("A commission is the event %s of the purchase's transaction", "佣金是购买交易中的事件 %s", c.EventMatch)
		t.field(c.Reward, "The reward is its field %s.", "奖励是字段 %s。")
		t.field(c.Referrer, "The referrer is its field %s.", "推荐人是字段 %s。")
		t.field(c.Code, "The referral code is its field %s.", "推荐码是字段 %s。")
		t.paidIn(c.Asset)
	}
	for _, w := range m.Withdrawals {
		if w.Proceeds {
			t.match("What the sale brought is withdrawn from the contract by the event %s", "提取销售收入的事件是 %s", w.EventMatch)
		} else {
			t.match("Rewards are withdrawn from the contract by the event %s", "提取推荐奖励的事件是 %s", w.EventMatch)
		}
		t.field(w.Wallet, "The wallet is its field %s.", "钱包是字段 %s。")
		t.field(w.Amount, "The amount is its field %s.", "金额是字段 %s。")
		t.paidIn(w.Asset)
	}
	for i := range m.Refunds {
		t.writeRefund(&m.Refunds[i])
	}
	for _, c := range m.Codes {
		t.match("A referral code is registered by the event %s", "登记推荐码的事件是 %s", c.EventMatch)
		t.detail("The code is its field %s, which belongs to its field %s.", "推荐码是字段 %s，属于字段 %s。", c.Code, c.Wallet)
	}
	for _, c := range m.Counters {
		t.writeCounter(c)
	}
}

func (t *writer) writePurchase(p *program.PurchaseEvent) {
	t.match("A purchase is the event %s", "购买事件是 %s", p.EventMatch)
	if p.Unless != nil {
		t.detail("It is left out where the transaction has the event %s for the same purchase.", "同一交易中若有同一购买的事件 %s，则不计入。",
			p.Unless.Declaration)
	}
	if p.PerTransaction {
		t.detail("The events of a transaction that are alike are one purchase.", "同一交易中相同的事件合为一笔购买。")
	}
	if p.Buyer == program.SenderOfTransaction {
		t.detail("The buyer is who signed the transaction.", "买家是交易的签名者。")
	} else {
		t.field(p.Buyer, "The buyer is its field %s.", "买家是字段 %s。")
	}
	t.field(p.Holder, "The nodes go to its field %s.", "节点归字段 %s。")
	t.quantity(p.Quantity)
	t.tier(p.Tier)
	t.paid(p.Paid)
	for i, price := range p.Prices {
		if len(p.Prices) == 1 {
			t.detail("A node costs %s.", "单价 %s。", price)
		} else {
			t.detail("A node of tier %s costs %s.", "第 %s 档单价 %s。", uint64(i+1), price)
		}
	}
	t.paidIn(p.Asset)
	if p.Code.Call != nil {
		t.detail("The referral code is the field %s of the call %s.", "推荐码是调用 %[2]s 的字段 %[1]s。", p.Code.Field, p.Code.Call.Declaration)
	} else {
		t.field(p.Code.Field, "The referral code is its field %s.", "推荐码是字段 %s。")
	}
	t.field(p.Referrer, "The referrer is its field %s.", "推荐人是字段 %s。")
}

func (t *writer) quantity(q program.QuantityOf) {
	switch {
	case q.OnePerLog:
		t.detail("Each event is one licence.", "每个事件为一个节点许可。")
	case q.PaidOver:
		t.detail("The quantity is what was paid, divided by the price of a node.", "数量是实付金额除以单价。")
	case q.Sum != "":
		t.detail("The quantity is the sum of its field %s.", "数量是字段 %s 各数之和。", q.Sum)
	default:
		t.detail("The quantity is its field %s.", "数量是字段 %s。", q.Field)
	}
}

func (t *writer) tier(tier program.TierOf) {
	switch {
	case tier.Field == "":
	case tier.Is != nil:
		var said []string
		for _, value := range slices.Sorted(maps.Keys(tier.Is)) {
			said = append(said, t.words("%s is tier %s", "%s 为第 %s 档", value, uint64(tier.Is[value])))
		}
		t.detail("The tier follows from its field %s: %s.", "档位取决于字段 %s：%s。", tier.Field, t.joined(said))
	case tier.Base == 0:
		t.detail("The tier is its field %s, where 0 is the first.", "档位是字段 %s，0 为第一档。", tier.Field)
	default:
		t.detail("The tier is its field %s.", "档位是字段 %s。", tier.Field)
	}
}

// meanings say what an amount in an event is.
var meanings = map[program.AmountMeaning]phrase{
	program.Gross: {"everything the buyer paid", "买家支付的全部金额"},
	program.Net:   {"what the treasury got, after the referral share", "扣除推荐奖励后金库收到的金额"},
	program.List:  {"the list price, before any discount", "未打折的标价"},
}

func (t *writer) paid(p program.PaidAs) {
	switch {
	case p.Means == program.Moved:
		t.detail("What was paid is what left the buyer in the transaction.", "实付金额是交易中买家转出的金额。")
	case p.Means == program.OfTheList:
		t.detail("The event states no amount; the price table decides.", "事件不含金额，以价格表为准。")
	case p.Each:
		t.detail("The amount is its field %s, for one node: %s.", "金额是字段 %s（每个节点）：%s。", p.Field, meanings[p.Means])
	default:
		t.detail("The amount is its field %s: %s.", "金额是字段 %s：%s。", p.Field, meanings[p.Means])
	}
}

func (t *writer) paidIn(a program.AssetOf) {
	switch {
	case a.Moved:
		t.detail("The asset is whichever of the program left the buyer in the transaction.", "资产是交易中买家转出的本方案资产。")
	case !a.Fixed.IsZero():
		t.detail("The asset is %s.", "资产是 %s。", a.Fixed)
	case a.Field != "":
		var said []string
		for _, value := range slices.Sorted(maps.Keys(a.Is)) {
			said = append(said, t.words("%s is %s", "%s 为 %s", value, a.Is[value]))
		}
		t.detail("The asset follows from its field %s: %s.", "资产取决于字段 %s：%s。", a.Field, t.joined(said))
	}
}

func (t *writer) writeRefund(f *program.RefundEvent) {
	t.match("A refund is the event %s", "退款事件是 %s", f.EventMatch)
	t.field(f.Buyer, "The buyer is its field %s.", "买家是字段 %s。")
	t.field(f.Amount, "The amount is its field %s.", "金额是字段 %s。")
	t.paidIn(f.Asset)
	switch {
	case f.Burns:
		t.detail("As many nodes come back as the transaction burns.", "交易中销毁的节点许可即为退回的节点。")
	case f.Quantity != "":
		t.detail("The nodes that come back are its field %s.", "退回的节点数是字段 %s。", f.Quantity)
	default:
		t.detail("No nodes come back.", "不退回节点。")
	}
	if f.Restock {
		t.detail("They can be bought again.", "退回的节点可再次出售。")
	}
}

func (t *writer) writeCounter(c program.Counter) {
	of := map[program.Counted]phrase{
		program.CountsNodes: {"the nodes that exist", "现有节点数"},
		program.CountsSold:  {"the nodes ever sold or given", "累计售出与赠送的节点数"},
		program.CountsPaid:  {"what was ever paid in " + c.Asset.Symbol(), "累计以 " + c.Asset.Symbol() + " 支付的金额"},
		program.CountsOwed:  {"what the contract holds for referrers in " + c.Asset.Symbol(), "合约代推荐人持有的 " + c.Asset.Symbol() + " 金额"},
	}[c.Of]
	if c.Less > 0 {
		t.say("The books must agree with %s, less %s, on %s.", "账本须与 %s 减 %s 一致：%s。", c.Declaration, c.Less, of)
	} else {
		t.say("The books must agree with %s on %s.", "账本须与 %s 一致：%s。", c.Declaration, of)
	}
}

// priced says that list prices are known from somewhere else than tiers.
func priced(m *program.EventMap) bool {
	return m != nil && (slices.ContainsFunc(m.Purchases, func(p program.PurchaseEvent) bool { return len(p.Prices) > 0 }) ||
		slices.ContainsFunc(m.Contracts, func(c program.SaleContract) bool { return c.Price != nil }))
}

// terms says what somebody's own terms are.
func (t *writer) terms(own program.OwnTerms) []string {
	var parts []string
	if own.Discount != nil {
		parts = append(parts, t.words("%s less is paid", "少付 %s", *own.Discount))
	}
	if own.Reward != nil {
		parts = append(parts, t.words("the referrer earns %s", "推荐人获得 %s", *own.Reward))
	}
	if !own.Bonus.IsZero() {
		parts = append(parts, t.words("the owner of a code earns %s more", "推荐码所有者多得 %s", own.Bonus))
	}
	if own.Parent != nil {
		parts = append(parts, t.words("%s earns %s", "%s 获得 %s", own.Parent.Wallet, own.Parent.Reward))
	}
	return parts
}

// writeVolume says the terms that follow from what a code has sold.
func (t *writer) writeVolume(list []program.Volume) {
	said := func(discount, reward money.Ratio) []string {
		return t.terms(program.OwnTerms{Discount: &discount, Reward: &reward})
	}
	for _, v := range list {
		t.line(t.words("Once a code has sold %s nodes: ", "推荐码售出 %s 个节点后：", v.Nodes) + t.joined(said(v.Discount, v.Reward)) + t.word(stop))
	}
}
