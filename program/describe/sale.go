package describe

import (
	"strconv"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

func (t *writer) writeSale(p *program.Program) {
	t.heading("Sale", "销售")
	s := p.Sale
	t.writeContracts(p)
	t.writeAdapter(s)
	if m := s.Event; m != nil {
		t.writeEvents(m)
	}
	t.writeChain(p.Chain)
	if s.MaxNodes > 0 {
		t.say("At most %s nodes are sold.", "最多出售 %s 个节点。", s.MaxNodes)
	}
	switch {
	case s.Adapter == program.EventAdapter && len(s.Tiers) == 0:
	case s.Mode == program.Parallel:
		t.say("Every tier is open; a wallet takes at most its quota of each, in order.", "所有档位同时开放；每个钱包按档位顺序购买，每档不超过其限额。")
	default:
		t.say("One tier is open at a time; when it is sold out the next opens.", "每次只开放一个档位，售罄后开放下一档。")
	}
	switch {
	case len(s.Tiers) > 0 || priced(s.Event):
	case s.Adapter == program.EventAdapter:
		t.say("This file has no tiers, so list prices are not known.", "本文件没有档位，因此标价未知。")
	default:
		t.say("The tiers come from the chain.", "档位取自链上。")
	}
	for _, entry := range s.Tiers {
		t.begun(entry.From, t.words("the number of tiers is %s.", "共有以下 %s 个档位。", uint64(len(entry.Value))))
		for i, tier := range entry.Value {
			quota := phrase{"without a quota", "不限购"}
			switch {
			case tier.PerWallet == 0:
				quota = phrase{"closed to the public", "不对公众开放"}
			case tier.PerWallet != program.NoQuota:
				n := grouped(strconv.FormatUint(tier.PerWallet, 10))
				quota = phrase{"at most " + n + " a wallet", "每个钱包最多 " + n + " 个"}
			}
			t.say("  Tier %s: %s nodes at %s, %s.", "  第 %s 档：%s 个节点，单价 %s，%s。", uint64(i+1), tier.Size, tier.Price, quota)
		}
	}
	for _, c := range s.Codes {
		if c.Active {
			t.begun(c.From, t.words("the code %s belongs to %s.", "推荐码 %s 属于 %s。", c.Code, c.Wallet))
		} else {
			t.begun(c.From, t.words("the code %s has ended.", "推荐码 %s 失效。", c.Code))
		}
	}
	writeDated(t, s.Treasury, func(a common.Address) string { return t.words("the treasury is %s.", "金库地址是 %s。", a) })
	if p.Holdings == program.FromLicence {
		t.say("A holder's nodes are the licences of %s that the wallet holds.", "持有人的节点数以合约 %s 的节点许可为准。", s.Licence)
	} else {
		t.say("A holder's nodes are those the wallet bought.", "持有人的节点数以其购买记录为准。")
	}
}

// writeAdapter says what is read of the contract, which depends on the adapter: our own contract says everything in events, a
// payment handler changes its settings without, and the event adapter knows what the file says.
func (t *writer) writeAdapter(s program.Sale) {
	switch s.Adapter {
	case program.NodeSale:
		t.say("It is read as a NodeSale contract, which says everything in events.", "按 NodeSale 合约读取，一切信息都在事件中。")
		t.say("A purchase's event states the list price, what the buyer paid and the referrer's reward.",
			"购买事件注明标价、买家实付金额和推荐奖励。")
		return
	case program.PaymentHandler:
		t.say("It is read as a payment handler.", "按 payment-handler 合约读取。")
	case program.EventAdapter:
		t.say("Its events are described in the program file.", "其事件由方案文件描述。")
		if len(s.Event.Codes) > 0 {
			t.say("Tiers are those of this file; nothing on the chain changes them. Codes are registered by events.",
				"档位以本文件为准，链上不会更改；推荐码由事件登记。")
		} else {
			t.say("Tiers and codes are those of this file; nothing on the chain changes them.", "档位和推荐码以本文件为准，链上不会更改。")
		}
		return
	}
	t.say("The amount in a payment is %s.", "付款事件中的金额是%s。", meanings[s.Amount])
	if s.Admin.Scan {
		t.say("Settings that the contract changes without events are found by scanning blocks.", "合约不发事件的设置变更通过扫描区块获得。")
	} else {
		t.say("Settings that the contract changes without events come from the transactions that the file lists (%s).",
			"合约不发事件的设置变更取自列出的 %s 笔交易。", uint64(len(s.Admin.Txs)))
	}
}

func (t *writer) writeConsensus(c program.Consensus) {
	if c.Checkpoint != (common.Hash{}) {
		t.say("Where a beacon node is named, the consensus is followed from the checkpoint %s.", "指定信标节点时，从检查点 %s 开始跟随共识。",
			c.Checkpoint.Hex())
	}
	if !c.MaxAge.IsZero() {
		t.say("A checkpoint may be %s old.", "检查点最多可早于现在 %s。", c.MaxAge)
	}
	if c.GoesOn {
		t.line(t.word(phrase{"While the consensus is silent, the books go on at the endpoints' word.", "共识无消息期间，账本按节点服务所述继续。"}))
	}
}

func (t *writer) writeChain(c program.Chain) {
	if c.Depth == 0 {
		t.say("The chain is watched from block %s; a block counts once the chain calls it finalized.", "从区块 %s 开始监听；区块在链上最终确认后生效。", c.StartBlock)
	} else {
		t.say("The chain is watched from block %s; a block counts once %s blocks stand on it.", "从区块 %s 开始监听；区块之上再有 %s 个区块后生效。",
			c.StartBlock, c.Depth)
	}
	t.line(t.word(map[program.ProofLevel]phrase{
		program.ProofFull:   {"Every block is proven.", "每个区块都经过证明。"},
		program.ProofEvents: {"Every block with events is proven.", "每个含事件的区块都经过证明。"},
		program.ProofNone:   {"Blocks are not proven; the endpoint is believed.", "区块不做证明，信任节点服务。"},
	}[c.Proof]))
	if c.Agree > 0 {
		t.say("%s endpoints must list the same logs.", "须有 %s 个节点服务列出相同的日志。", c.Agree)
	}
	if c.Consensus != (program.Consensus{}) {
		t.writeConsensus(c.Consensus)
	}
}

// stop ends a sentence.
var stop = phrase{".", "。"}

func (t *writer) writeReferral(p *program.Program) {
	t.heading("Referral", "推荐")
	r := p.Referral
	floored := phrase{"rounded down once on the total", "对总额一次向下取整"}
	if r.PerUnit {
		floored = phrase{"rounded down for each licence", "对每个节点许可分别向下取整"}
	}
	writeDated(t, r.Discount, func(part money.Ratio) string {
		return t.words("A buyer with a valid code pays %s less than the list price, %s.", "使用有效推荐码的买家比标价少付 %s，%s。", part, floored)
	})
	writeDated(t, r.Reward, func(w program.Reward) string {
		base := phrase{"of what was paid", "实付金额的"}
		if w.OfList {
			base = phrase{"of the list price", "标价的"}
		}
		parts := []string{t.words("The referrer earns %[1]s %[2]s", "推荐人获得%[2]s %[1]s", w.Levels[0], base)}
		for _, part := range w.Levels[1:] {
			parts = append(parts, t.words("whoever referred that one first, %s", "最先推荐上一位的人 %s", part))
		}
		return t.joined(parts) + t.word(stop)
	})
	for _, own := range r.Own {
		which := t.words("With the code %s", "使用推荐码 %s 时", own.Code)
		if own.Tier > 0 {
			which = t.words("In tier %s", "在第 %s 档", uint64(own.Tier))
		}
		t.begun(own.From, which+t.word(phrase{" ", "，"})+t.joined(t.terms(own))+t.word(stop))
	}
	t.writeVolume(r.Volume)
	if r.Wallets != nil {
		t.line(t.word(phrase{"A buyer's own address in lower case is a code, too: ", "买家的小写地址也是推荐码："}) + t.joined(t.terms(*r.Wallets)) +
			t.word(stop))
	}
	switch r.Settlement {
	case program.OnChain:
		t.say("The contract pays the referrer within the purchase.", "合约在购买交易中直接支付推荐人。")
	case program.Held:
		t.say("The contract holds the referrer's reward until it is withdrawn.", "推荐奖励由合约保管，直至提取。")
	case program.Accrued:
		t.say("The books owe the referrer until a payout settles it.", "在发放结算之前，账本记为应付推荐人。")
	}
	if r.SelfRefuse {
		t.say("Self-referrals earn nothing.", "自我推荐不获奖励。")
	} else {
		t.say("Self-referrals are flagged.", "自我推荐会被标记。")
	}
}

func (t *writer) writeScore(p *program.Program) {
	t.heading("Score", "分数")
	if len(p.Score) == 0 {
		t.say("Every node scores 1.", "每个节点计 1 分。")
	}
	writeDated(t, p.Score, func(list []program.Bracket) string {
		var parts []string
		for _, b := range list {
			parts = append(parts, t.words("%[2]s for holders of %[1]s or more", "持有 %s 个起为 %s", b.Nodes, b.Factor.String()))
		}
		return t.words("each node scores %s.", "每个节点的分数：%s。", t.joined(parts))
	})
}
