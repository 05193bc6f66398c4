package contracts_test

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"
)

// payoutModel is a second way to what the distributor does: it keeps one list of payments and adds it up, where the
// contract keeps running sums. Amounts fit an int64.
type payoutModel struct {
	before           *payoutModel // of the distributor that it goes on from
	began            int64        // what that one had paid then
	active, proposed *payoutRoot  // nil when there is none
	past             []*payoutRoot
	payments         []payment
	funded, swept    int64
	paused           bool
	roles            map[common.Hash]map[common.Address]bool
}

type payoutRoot struct {
	tree       payoutTree
	total      int64
	by         common.Address
	activeFrom uint64
}

type payment struct {
	account, to common.Address
	amount      int64
}

func newPayoutModel(before *payoutModel) *payoutModel {
	m := &payoutModel{before: before, roles: map[common.Hash]map[common.Address]bool{
		adminRole: {owner.Address: true}, pauserRole: {owner.Address: true},
		proposerRole: {proposer.Address: true}, activatorRole: {activator.Address: true},
	}}
	if before != nil {
		m.began = before.paidInAll()
	}
	return m
}

// has says whether an account has a role.
func (m *payoutModel) has(role common.Hash, who account) bool { return m.roles[role][who.Address] }

// paid is what an account was paid, here and before.
func (m *payoutModel) paid(account common.Address) (sum int64) {
	for ; m != nil; m = m.before {
		for _, p := range m.payments {
			if p.account == account {
				sum += p.amount
			}
		}
	}
	return sum
}

// paidHere is what this one paid.
func (m *payoutModel) paidHere() (sum int64) {
	for _, p := range m.payments {
		sum += p.amount
	}
	return sum
}

// paidInAll is what this one and those before it paid.
func (m *payoutModel) paidInAll() (sum int64) {
	for ; m != nil; m = m.before {
		sum += m.paidHere()
	}
	return sum
}

func (m *payoutModel) balance() int64 { return m.funded - m.swept - m.paidHere() }

func (m *payoutModel) total() int64 {
	if m.active == nil {
		return m.began
	}
	return m.active.total
}

// granted is the most that the active or the proposed root grants.
func (m *payoutModel) granted() int64 {
	if m.proposed == nil {
		return m.total()
	}
	return max(m.total(), m.proposed.total)
}

// unclaimed is what is left of the active root's total.
func (m *payoutModel) unclaimed() int64 { return max(0, m.total()-m.paidInAll()) }

// owed is what neither an active nor a proposed root may have swept away.
func (m *payoutModel) owed() int64 { return max(0, m.granted()-m.paidInAll()) }

func (m *payoutModel) sweepable() int64 { return max(0, m.balance()-m.owed()) }

// The refusals: what the contract must answer, empty when it must do it.

// lacks is the refusal of an account without a role.
func (m *payoutModel) lacks(role common.Hash, who account) string {
	if m.has(role, who) {
		return ""
	}
	return unauthorised(who, role)
}

func (m *payoutModel) proposeRefusal(who account, total int64) string {
	if refusal := m.lacks(proposerRole, who); refusal != "" {
		return refusal
	}
	if total < m.total() {
		return fmt.Sprintf("TotalBelowActive(total=%d, active=%d)", total, m.total())
	}
	return ""
}

func (m *payoutModel) cancelRefusal(who account) string {
	switch {
	case !m.has(proposerRole, who) && !m.has(adminRole, who) && !m.has(activatorRole, who):
		return unauthorised(who, activatorRole)
	case m.proposed == nil:
		return "NothingProposed()"
	}
	return ""
}

func (m *payoutModel) activateRefusal(who account, named *payoutRoot, now uint64) string {
	p := m.proposed
	switch {
	case !m.has(activatorRole, who):
		return unauthorised(who, activatorRole)
	case m.paused:
		return "EnforcedPause()"
	case p == nil:
		return "NothingProposed()"
	case p.tree.root() != named.tree.root() || p.total != named.total:
		return fmt.Sprintf("NotWhatIsProposed(root=%s, total=%d, file=%s, checkpoint=%s)", p.tree.root(), p.total, p.tree.file(),
			p.tree.checkpoint())
	case p.by == who.Address:
		return fmt.Sprintf("ProposerCannotActivate(account=%s)", who.Address)
	case now < p.activeFrom:
		return fmt.Sprintf("TooEarly(activeFrom=%d, time=%d)", p.activeFrom, now)
	}
	return ""
}

func (m *payoutModel) claimRefusal(from *payoutRoot, g grant) string {
	had := m.paid(g.account)
	amount := g.cumulative.Int64() - had
	switch {
	case m.paused:
		return "EnforcedPause()"
	case m.active == nil:
		return "NoActiveRoot()"
	case m.before != nil && !m.before.paused:
		return "EarlierStillPays"
	case m.active.tree.root() != from.tree.root():
		return fmt.Sprintf("InvalidProof(account=%s, cumulative=%s, root=%s)", g.account, g.cumulative, m.active.tree.root())
	case amount == 0:
		return fmt.Sprintf("NothingToClaim(account=%s, claimed=%d)", g.account, had)
	case amount < 0:
		return fmt.Sprintf("CumulativeBelowClaimed(account=%s, cumulative=%s, claimed=%d)", g.account, g.cumulative, had)
	case amount > m.unclaimed():
		return fmt.Sprintf("TotalExceeded(amount=%d, left=%d)", amount, m.unclaimed())
	case m.balance() < amount:
		return fmt.Sprintf("Underfunded(amount=%d, balance=%d)", amount, m.balance())
	}
	return ""
}

func (m *payoutModel) sweepRefusal(who account, amount int64) string {
	if refusal := m.lacks(adminRole, who); refusal != "" {
		return refusal
	}
	if amount > m.sweepable() {
		return fmt.Sprintf("NotSweepable(amount=%d, sweepable=%d)", amount, m.sweepable())
	}
	return ""
}

// grantRefusal is of somebody who gives a role.
func (m *payoutModel) grantRefusal(who account, role common.Hash, to account) string {
	if refusal := m.lacks(adminRole, who); refusal != "" {
		return refusal
	}
	if role == proposerRole && m.has(activatorRole, to) || role == activatorRole && m.has(proposerRole, to) {
		return fmt.Sprintf("SameProposerAndActivator(account=%s)", to.Address)
	}
	return ""
}

// leaveRefusal is of somebody who loses a role.
func (m *payoutModel) leaveRefusal(role common.Hash, from account) string {
	if role == adminRole && m.has(adminRole, from) && len(m.roles[adminRole]) == 1 {
		return fmt.Sprintf("LastAdmin(account=%s)", from.Address)
	}
	return ""
}
