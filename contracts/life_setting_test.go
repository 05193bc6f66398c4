package contracts_test

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"pgregory.net/rapid"
)

// change is a call that has to be announced.
type change struct {
	data    []byte
	refusal func() string // of the change itself
	apply   func()
}

func (c change) id() common.Hash { return crypto.Keccak256Hash(c.data) }

func never() string { return "" }

// drawsChange draws one of the settings that wait.
func (r *lifeRun) drawsChange(t *rapid.T) change {
	m := r.model
	bps := rapid.SampledFrom([]int64{0, 1, 1234, 5000, 5001}).Draw(t, "bps")
	capped := func() string {
		if bps > 5000 {
			return fmt.Sprintf("BpsTooHigh(bps=%d, cap=5000)", bps)
		}
		return ""
	}
	kinds := []string{"tier", "tier", "mode", "treasury", "max", "discount", "reward", "code", "list", "list"}
	switch rapid.SampledFrom(kinds).Draw(t, "setting") {
	case "tier":
		return r.tierChange(rapid.IntRange(0, len(m.tiers)+1).Draw(t, "tier"), drawTier(t, 0))
	case "mode":
		mode := uint8(rapid.IntRange(0, 1).Draw(t, "mode"))
		return change{bind.PackSetMode(mode), func() string {
			if m.sold() > 0 {
				return fmt.Sprintf("ModeFixed(mode=%d)", m.settings().Mode)
			}
			return ""
		}, func() { m.sequential = mode == sequential }}
	case "treasury":
		to := rapid.SampledFrom(treasuries).Draw(t, "treasury")
		return change{bind.PackSetTreasury(to), never, func() { m.treasury = to }}
	case "max":
		most := rapid.Int64Range(0, 200).Draw(t, "max nodes")
		return change{bind.PackSetMaxNodes(n(most)), func() string {
			if uint64(most) < m.sold() {
				return fmt.Sprintf("MaxNodesBelowSold(maxNodes=%d, sold=%d)", most, m.sold())
			}
			return ""
		}, func() { m.maxNodes = n(most) }}
	case "discount":
		return change{bind.PackSetDiscount(n(bps)), capped, func() { m.discount = bps }}
	case "reward":
		return change{bind.PackSetReward(n(bps)), capped, func() { m.reward = bps }}
	case "code":
		return r.codeChange(rapid.SampledFrom(lifeCodes).Draw(t, "code"), drawActor(t, "wallet").Address, rapid.Bool().Draw(t, "active"))
	default:
		return r.listChange(rapid.IntRange(0, len(m.tiers)).Draw(t, "tier"), rapid.IntRange(0, len(actors)).Draw(t, "wallets"))
	}
}

func (r *lifeRun) tierChange(i int, to modelTier) change {
	m := r.model
	return change{bind.PackSetTier(n(int64(i)), to.setting()), func() string {
		if i > len(m.tiers) {
			return fmt.Sprintf("NoSuchTier(tier=%d, count=%d)", i, len(m.tiers))
		}
		if i < len(m.tiers) && to.size < m.tiers[i].sold {
			return fmt.Sprintf("TierBelowSold(tier=%d, size=%d, sold=%d)", i, to.size, m.tiers[i].sold)
		}
		return ""
	}, func() {
		if i == len(m.tiers) {
			m.tiers = append(m.tiers, modelTier{})
		}
		sold := m.tiers[i].sold
		m.tiers[i] = to
		m.tiers[i].sold = sold
	}}
}

func (r *lifeRun) codeChange(code string, wallet common.Address, active bool) change {
	m := r.model
	return change{bind.PackSetCode(code, wallet, active), never, func() {
		m.registered[code] = wallet
		delete(m.codes, code)
		if active {
			m.codes[code] = wallet
		}
	}}
}

// listChange gives a tier a list of the first actors, or none.
func (r *lifeRun) listChange(i, wallets int) change {
	m := r.model
	var list []common.Address
	var root common.Hash
	for _, who := range actors[:wallets] {
		list = append(list, who.Address)
	}
	if wallets > 0 {
		root = listOf(list...).root()
	}
	return change{bind.PackSetAllowlist(n(int64(i)), root), func() string {
		if i >= len(m.tiers) {
			return fmt.Sprintf("NoSuchTier(tier=%d, count=%d)", i, len(m.tiers))
		}
		return ""
	}, func() {
		delete(m.lists, i)
		if wallets > 0 {
			m.lists[i] = list
		}
	}}
}

func (r *lifeRun) announces(t *rapid.T) {
	from, c := drawOwner(t), r.drawsChange(t)
	if r.expects(t, "announce", from, r.sale, nil, bind.PackAnnounce(c.data), byOwner(from, "")) != nil {
		r.model.due[c.id()] = r.now(t) + r.model.delay
		r.pending = append(r.pending, c)
	}
}

// sets makes a change: mostly one that was announced.
func (r *lifeRun) sets(t *rapid.T) {
	from, m := drawOwner(t), r.model
	c := r.drawsChange(t)
	if len(r.pending) > 0 && rapid.IntRange(0, 3).Draw(t, "surprise") > 0 {
		c = rapid.SampledFrom(r.pending).Draw(t, "announced")
		if rapid.Bool().Draw(t, "in time") {
			r.wait(t, m.delay)
		}
	}
	refused := r.steady(t, func(now uint64) string { return byOwner(from, m.announcedRefusal(c.id(), now)) })
	if refused == "" {
		refused = c.refusal()
	}
	if r.expects(t, "set", from, r.sale, nil, c.data, refused) != nil {
		delete(m.due, c.id())
		c.apply()
	}
}

func (r *lifeRun) withdrawsAnnouncement(t *rapid.T) {
	if len(r.pending) == 0 {
		return
	}
	from, id, refused := drawOwner(t), rapid.SampledFrom(r.pending).Draw(t, "announced").id(), ""
	if r.model.due[id] == 0 {
		refused = fmt.Sprintf("NotAnnounced(id=%s)", id)
	}
	if r.expects(t, "withdraw announcement", from, r.sale, nil, bind.PackWithdrawAnnouncement(id), byOwner(from, refused)) != nil {
		delete(r.model.due, id)
	}
}

// pauses or unpauses.
func (r *lifeRun) pauses(t *rapid.T) {
	from := drawOwner(t)
	if r.model.paused {
		if r.expects(t, "unpause", from, r.sale, nil, bind.PackUnpause(), byOwner(from, "")) != nil {
			r.model.paused = false
		}
		return
	}
	if rapid.IntRange(0, 5).Draw(t, "really") > 0 {
		return
	}
	if r.expects(t, "pause", from, r.sale, nil, bind.PackPause(), byOwner(from, "")) != nil {
		r.model.paused = true
		r.refuses(t, owner, nil, bind.PackRenounceOwnership(), "RenouncedWhilePaused()")
	}
}

func (r *lifeRun) setsVouchers(t *rapid.T) {
	from, signer := drawOwner(t), rapid.SampledFrom([]common.Address{{}, {}, {}, {}, dave.Address}).Draw(t, "signer")
	if r.expects(t, "voucher signer", from, r.sale, nil, bind.PackSetVoucherSigner(signer), byOwner(from, "")) != nil {
		r.model.vouchers = signer != common.Address{}
	}
}

func (r *lifeRun) unlocks(t *rapid.T) {
	from, refused := drawOwner(t), ""
	if r.model.unlocked {
		refused = "AlreadyUnlocked()"
	}
	if r.expects(t, "unlock", from, r.license, nil, bindNFT.PackUnlock(), byOwner(from, refused)) != nil {
		r.model.unlocked = true
	}
}

func (r *lifeRun) tells(t *rapid.T) {
	m, quantity, refused := r.model, rapid.IntRange(0, 4).Draw(t, "licences"), ""
	if !m.unlocked {
		refused = "StillLocked()"
	}
	if receipt := r.expects(t, "tell", drawActor(t, "caller"), r.license, nil, bindNFT.PackTell(n(int64(quantity))), refused); receipt != nil {
		told := min(quantity, len(m.holders)-m.told)
		m.told += told
		if len(receipt.Logs) != told {
			t.Fatalf("told of %d licences, want %d", len(receipt.Logs), told)
		}
	}
}

func (r *lifeRun) drawsLicence(t *rapid.T) int64 {
	return int64(rapid.IntRange(0, len(r.model.holders)+1).Draw(t, "licence"))
}

func (r *lifeRun) transfers(t *rapid.T) {
	m, id, to, by := r.model, r.drawsLicence(t), drawActor(t, "receiver").Address, drawActor(t, "caller")
	from := m.holder(id)
	for _, who := range actors {
		if who.Address == from && rapid.Bool().Draw(t, "the holder itself") {
			by = who
		}
	}
	if rapid.IntRange(0, 5).Draw(t, "wrong holder") == 0 {
		from = drawActor(t, "holder").Address
	}
	data := bindNFT.PackTransferFrom(from, to, n(id))
	if r.expects(t, "transfer", by, r.license, nil, data, m.transferRefusal(by.Address, from, id)) != nil {
		m.holders[id-1] = to
		delete(m.approved, id)
	}
}

func (r *lifeRun) approves(t *rapid.T) {
	m, id, to, by := r.model, r.drawsLicence(t), drawActor(t, "approved").Address, drawActor(t, "caller")
	if r.expects(t, "approve", by, r.license, nil, bindNFT.PackApprove(to, n(id)), m.approveRefusal(by.Address, id)) != nil {
		m.approved[id] = to
	}
}

func (r *lifeRun) setsOperator(t *rapid.T) {
	m, by, operator, approved := r.model, drawActor(t, "holder"), drawActor(t, "operator").Address, rapid.Bool().Draw(t, "approved")
	refused := ""
	if !m.unlocked && approved {
		refused = fmt.Sprintf("AllSoulbound(holder=%s)", by.Address)
	}
	if r.expects(t, "operator", by, r.license, nil, bindNFT.PackSetApprovalForAll(operator, approved), refused) != nil {
		m.operators[[2]common.Address{by.Address, operator}] = approved
	}
}
