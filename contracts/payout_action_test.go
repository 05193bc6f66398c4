package contracts_test

import (
	"github.com/ethereum/go-ethereum/common"
	"pgregory.net/rapid"
)

// caller is mostly somebody who has a role, if anybody has, and sometimes whoever.
func (r *payoutRun) caller(t *rapid.T, role common.Hash) account {
	var able []account
	for _, who := range payoutActors {
		if r.model.has(role, who) {
			able = append(able, who)
		}
	}
	if len(able) == 0 || rapid.IntRange(0, 6).Draw(t, "whoever") == 6 {
		able = payoutActors
	}
	return rapid.SampledFrom(able).Draw(t, "caller")
}

// proposes grants everybody more than the last root did, mostly, and tells the total right, mostly.
func (r *payoutRun) proposes(t *rapid.T, who account) {
	var grants []grant
	var total int64
	last := r.model.active
	if last == nil && r.before != nil {
		last = r.before.model.active
	}
	for _, holder := range payoutHolders {
		g, _ := last.tree.of(t, holder.Address)
		cumulative := g.cumulative.Int64() + rapid.SampledFrom([]int64{50, 0, -30, 250, -1, 1, 2000}).Draw(t, "more")
		cumulative = max(0, cumulative)
		grants = append(grants, grant{holder.Address, n(cumulative)})
		total += cumulative
	}
	total = max(0, total+rapid.SampledFrom([]int64{0, 0, 0, 0, -300, 1, 500, -1}).Draw(t, "lie"))
	next := &payoutRoot{newPayoutTree(grants...), total, who.Address, 0}
	if r.expects(t, "propose", who, packPropose(next.tree, n(total)), r.model.proposeRefusal(who, total)) {
		next.activeFrom = r.now(t) + payoutDelay
		r.model.proposed = next
	}
}

// publishes goes all the way, as is usual.
func (r *payoutRun) publishes(t *rapid.T) {
	r.proposes(t, r.caller(t, proposerRole))
	if r.model.proposed != nil {
		r.wait(t, payoutDelay)
		r.activate(t, r.caller(t, activatorRole), r.model.proposed)
	}
}

// activates what is proposed, mostly, or the same tree with another total, or something that nobody proposed.
func (r *payoutRun) activates(t *rapid.T) {
	named := &payoutRoot{tree: aliceGets(1), total: 1}
	if p := r.model.proposed; p != nil {
		switch rapid.IntRange(0, 9).Draw(t, "another") {
		case 0:
		case 1:
			named = &payoutRoot{tree: p.tree, total: p.total + 1}
		default:
			named = p
			if rapid.IntRange(0, 3).Draw(t, "early") > 0 {
				r.wait(t, payoutDelay)
			}
		}
	}
	r.activate(t, r.caller(t, activatorRole), named)
}

func (r *payoutRun) activate(t *rapid.T, who account, named *payoutRoot) {
	t.Helper()
	data := packActivateTotal(named.tree, n(named.total))
	if r.expects(t, "activate", who, data, r.model.activateRefusal(who, named, r.now(t))) {
		r.becomesActive(r.model.proposed)
	}
}

// claims for one holder by the active tree or another one: whoever calls, or the holder for somebody else, by a call or a signature.
func (r *payoutRun) claims(t *rapid.T) {
	trees := []*payoutRoot{r.model.active, r.model.active, r.model.active, r.model.proposed}
	from := rapid.SampledFrom(append(trees, r.model.past...)).Draw(t, "tree")
	if from == nil {
		from = &payoutRoot{tree: newPayoutTree(grant{alice.Address, n(1)}, grant{bob.Address, n(1)},
			grant{carol.Address, n(1)}, grant{dave.Address, n(1)})}
	}
	holder := rapid.SampledFrom(payoutHolders).Draw(t, "holder")
	caller := rapid.SampledFrom(append([]account{owner, proposer}, payoutHolders...)).Draw(t, "caller")
	to := rapid.SampledFrom([]common.Address{elsewhere, alice.Address, bob.Address, holder.Address}).Draw(t, "to")
	g, proof := from.tree.of(t, holder.Address)
	had, refusal, done := r.model.paid(holder.Address), r.model.claimRefusal(from, g), false
	switch rapid.IntRange(0, 3).Draw(t, "how") {
	case 0:
		done = r.expects(t, "claim to", holder, packClaimTo(t, from.tree, holder.Address, to), refusal)
	case 1:
		data, wrong := r.signs(t, from.tree, holder, to)
		if wrong != "" && !r.model.paused {
			refusal = wrong
		}
		done = r.expects(t, "claim with", caller, data, refusal)
	default:
		to = holder.Address
		done = r.expects(t, "claim", caller, bindPayout.PackClaim(holder.Address, g.cumulative, proof), refusal)
	}
	if done {
		r.model.payments = append(r.model.payments, payment{holder.Address, to, g.cumulative.Int64() - had})
	}
}

// signs is a signed claim and why it is refused: mostly it is not.
func (r *payoutRun) signs(t *rapid.T, tree payoutTree, holder account, to common.Address) (data []byte, refusal string) {
	s := r.signed(t, holder, tree, to)
	switch rapid.IntRange(0, 7).Draw(t, "wrong") {
	case 0:
		s.deadline = r.now(t) - 1
		return s.pack(), "SignatureExpired(deadline=" + n(int64(s.deadline)).String() + ", time=" + n(int64(r.now(t))).String() + ")"
	case 1:
		s.signature = owner.sign(t, claimDigest(t, 1337, r.at, s))
		return s.pack(), s.refused()
	case 2:
		s.to = vault
		return s.pack(), s.refused()
	}
	return s.pack(), ""
}

// funds by the call or by a plain transfer.
func (r *payoutRun) funds(t *rapid.T) {
	amount := rapid.SampledFrom([]int64{3000, 10, 1000, 9000, 100, 0}).Draw(t, "amount")
	if rapid.Bool().Draw(t, "plain transfer") {
		r.do(t, owner, r.token, nil, bindToken.PackTransfer(r.at, n(amount)))
	} else {
		r.expects(t, "fund", owner, bindPayout.PackFund(n(amount)), "")
	}
	r.model.funded += amount
}

func (r *payoutRun) sweeps(t *rapid.T) {
	most := r.model.sweepable()
	amount := rapid.OneOf(rapid.Int64Range(0, most), rapid.Just(most), rapid.Just(most+1), rapid.Int64Range(0, 3000)).Draw(t, "amount")
	who := r.caller(t, adminRole)
	if r.expects(t, "sweep", who, bindPayout.PackSweep(vault, n(amount)), r.model.sweepRefusal(who, amount)) {
		r.model.swept += amount
	}
}

func (r *payoutRun) cancels(t *rapid.T) {
	who := rapid.SampledFrom(payoutActors).Draw(t, "who")
	if r.expects(t, "cancel", who, bindPayout.PackCancel(), r.model.cancelRefusal(who)) {
		r.model.proposed = nil
	}
}

// pauses seldom, and goes on soon.
func (r *payoutRun) pauses(t *rapid.T) {
	who := r.caller(t, pauserRole)
	if !r.model.paused && rapid.IntRange(0, 2).Draw(t, "rather not") > 0 {
		return
	}
	if !r.model.paused {
		if r.expects(t, "pause", who, bindPayout.PackPause(), r.model.lacks(pauserRole, who)) {
			r.model.paused = true
		}
		return
	}
	if rapid.Bool().Draw(t, "an admin") {
		who = r.caller(t, adminRole)
	}
	refusal := ""
	if !r.model.has(adminRole, who) {
		refusal = r.model.lacks(pauserRole, who)
	}
	if r.expects(t, "unpause", who, bindPayout.PackUnpause(), refusal) {
		r.model.paused = false
	}
}

// rolesChange gives and takes roles. Every other time it brings a proposer and an activator back, so that something happens.
func (r *payoutRun) rolesChange(t *rapid.T) {
	role := rapid.SampledFrom([]common.Hash{adminRole, pauserRole, proposerRole, activatorRole}).Draw(t, "role")
	who, whose := r.caller(t, adminRole), rapid.SampledFrom(payoutActors).Draw(t, "whose")
	m := r.model
	switch rapid.IntRange(0, 5).Draw(t, "change") {
	case 0:
		if r.expects(t, "renounce", whose, bindPayout.PackRenounceRole(role, whose.Address), m.leaveRefusal(role, whose)) {
			delete(m.roles[role], whose.Address)
		}
	case 1:
		refusal := m.lacks(adminRole, who)
		if refusal == "" {
			refusal = m.leaveRefusal(role, whose)
		}
		if r.expects(t, "revoke", who, bindPayout.PackRevokeRole(role, whose.Address), refusal) {
			delete(m.roles[role], whose.Address)
		}
	case 2:
		r.gives(t, who, role, whose)
	default:
		r.gives(t, who, proposerRole, proposer)
		r.gives(t, who, activatorRole, activator)
	}
}

func (r *payoutRun) gives(t *rapid.T, who account, role common.Hash, whose account) {
	t.Helper()
	if r.expects(t, "grant", who, bindPayout.PackGrantRole(role, whose.Address), r.model.grantRefusal(who, role, whose)) {
		r.model.roles[role][whose.Address] = true
	}
}

// earlierGoesOn lets the distributor before pay, has somebody claim there, and pauses it again, mostly.
func (r *payoutRun) earlierGoesOn(t *rapid.T) {
	b := r.before
	if b.model.paused {
		b.call(t, owner, bindPayout.PackUnpause())
		b.model.paused = false
	}
	count := len(b.model.payments)
	b.claims(t)
	for _, p := range b.model.payments[count:] {
		r.outcome["claim before"]++
		if r.model.paid(p.account) > b.model.paid(p.account) {
			r.twice[p.account] += p.amount
		}
	}
	r.claims(t) // refused
	if rapid.IntRange(0, 9).Draw(t, "leave it") > 0 {
		b.call(t, owner, bindPayout.PackPause())
		b.model.paused = true
	}
}
