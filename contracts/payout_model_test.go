package contracts_test

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"
)

// payoutModel is a second way to what the distributor does: it keeps one list of payments and adds it up, where the
// contract keeps running sums. Amounts fit an int64.
type payoutModel struct {
	active, proposed *payoutRoot // nil when there is none
	past             []*payoutRoot
	payments         []payment
	funded, swept    int64
	paused           bool
}

type payoutRoot struct {
	tree       payoutTree
	total      int64
	activeFrom uint64
}

type payment struct {
	account common.Address
	amount  int64
}

func (m *payoutModel) paid(account common.Address) int64 {
	var sum int64
	for _, p := range m.payments {
		if p.account == account {
			sum += p.amount
		}
	}
	return sum
}

func (m *payoutModel) paidInAll() int64 {
	var sum int64
	for _, p := range m.payments {
		sum += p.amount
	}
	return sum
}

func (m *payoutModel) balance() int64 { return m.funded - m.swept - m.paidInAll() }

func (m *payoutModel) total() int64 {
	if m.active == nil {
		return 0
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

func (m *payoutModel) sweepable() int64 { return max(0, m.balance()-(m.granted()-m.paidInAll())) }

// The refusals: what the contract must answer, empty when it must do it.

func (m *payoutModel) proposeRefusal(total int64) string {
	if total < m.total() {
		return fmt.Sprintf("TotalBelowActive(total=%d, active=%d)", total, m.total())
	}
	return ""
}

func (m *payoutModel) activateRefusal(named *payoutRoot, now uint64) string {
	switch {
	case m.paused:
		return "EnforcedPause()"
	case m.proposed == nil:
		return "NothingProposed()"
	case m.proposed.tree.root() != named.tree.root() || m.proposed.total != named.total:
		p := m.proposed
		return fmt.Sprintf("NotWhatIsProposed(root=%s, total=%d, file=%s, checkpoint=%s)", p.tree.root(), p.total, p.tree.file(),
			p.tree.checkpoint())
	case now < m.proposed.activeFrom:
		return fmt.Sprintf("TooEarly(activeFrom=%d, time=%d)", m.proposed.activeFrom, now)
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
	case m.active.tree.root() != from.tree.root():
		return fmt.Sprintf("InvalidProof(account=%s, cumulative=%s, root=%s)", g.account, g.cumulative, m.active.tree.root())
	case amount == 0:
		return fmt.Sprintf("NothingToClaim(account=%s, claimed=%d)", g.account, had)
	case amount < 0:
		return fmt.Sprintf("CumulativeBelowClaimed(account=%s, cumulative=%s, claimed=%d)", g.account, g.cumulative, had)
	case m.paidInAll()+amount > m.total():
		return fmt.Sprintf("TotalExceeded(amount=%d, left=%d)", amount, m.total()-m.paidInAll())
	case m.balance() < amount:
		return fmt.Sprintf("Underfunded(amount=%d, balance=%d)", amount, m.balance())
	}
	return ""
}

func (m *payoutModel) sweepRefusal(amount int64) string {
	if amount > m.sweepable() {
		return fmt.Sprintf("NotSweepable(amount=%d, sweepable=%d)", amount, m.sweepable())
	}
	return ""
}
