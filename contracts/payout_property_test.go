package contracts_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/contracts/testcontracts"
)

// payoutHolders hold the token only by claims.
var payoutHolders = []account{alice, bob, carol, dave}

// payoutRun drives the contract and the model side by side.
type payoutRun struct {
	*distributor
	model   *payoutModel
	outcome map[string]int // how often each call went through or was refused, by name
	solvent bool           // whether the last check found at least what was granted
	granted int64          // what was granted then
}

// TestDistributorAgreesWithModel makes random calls in random order, honest and hostile ones: trees whose leaves fall,
// totals that are not the sum, proofs of roots that are not active, activations that are early or name another root.
// What the contract refuses, and with which values, is what the model says; after every call the books hold.
func TestDistributorAgreesWithModel(t *testing.T) {
	t.Parallel()
	c := newChain(t)
	outcome := map[string]int{}
	rapid.Check(t, func(t *rapid.T) {
		r := &payoutRun{c.distribute(t, testcontracts.TetherLikeMetaData.Bin), &payoutModel{}, outcome, true, 0}
		r.mint(t, owner.Address, 1_000_000)
		r.do(t, owner, r.token, nil, bindToken.PackApprove(r.at, n(1_000_000)))
		t.Repeat(map[string]func(*rapid.T){
			"publish":     r.publishes,
			"propose":     r.proposes,
			"activate":    r.activates,
			"wait":        func(t *rapid.T) { r.wait(t, rapid.Uint64Range(1, 2*payoutDelay).Draw(t, "seconds")) },
			"claim":       r.claims,
			"claim again": r.claims,
			"claim more":  r.claims,
			"fund":        r.funds,
			"sweep":       r.sweeps,
			"rest":        r.rests,
			"":            r.check,
		})
		r.checkHolders(t)
	})
	t.Logf("%v", outcome)
	for _, frequent := range []string{ // what is rarer has its own test
		"propose", "activate", "claim", "claim: InvalidProof", "claim: NothingToClaim", "claim: Underfunded",
		"fund", "sweep", "sweep: NotSweepable",
	} {
		if outcome[frequent] == 0 {
			t.Errorf("%s never happened: change what is drawn", frequent)
		}
	}
}

// expects makes a call that is refused as the model says, and tells whether it went through.
func (r *payoutRun) expects(t *rapid.T, name string, from account, data []byte, refusal string) bool {
	t.Helper()
	if refusal != "" {
		r.refuses(t, from, data, refusal)
		reason, _, _ := strings.Cut(refusal, "(")
		r.outcome[name+": "+reason]++
		return false
	}
	r.call(t, from, data)
	r.outcome[name]++
	return true
}

// proposes grants everybody more than the last root did, mostly, and tells the total right, mostly.
func (r *payoutRun) proposes(t *rapid.T) {
	var grants []grant
	var total int64
	for _, holder := range payoutHolders {
		var cumulative int64
		if r.model.active != nil {
			g, _ := r.model.active.tree.of(t, holder.Address)
			cumulative = g.cumulative.Int64()
		}
		cumulative += rapid.SampledFrom([]int64{50, 0, -30, 250, -1, 1, 2000}).Draw(t, "more")
		cumulative = max(0, cumulative)
		grants = append(grants, grant{holder.Address, n(cumulative)})
		total += cumulative
	}
	total = max(0, total+rapid.SampledFrom([]int64{0, 0, 0, 0, -300, 1, 500, -1}).Draw(t, "lie"))
	next := &payoutRoot{newPayoutTree(grants...), total, 0}
	data := packPropose(next.tree, n(total))
	if r.expects(t, "propose", proposer, data, r.model.proposeRefusal(total)) {
		next.activeFrom = r.now(t) + payoutDelay
		r.model.proposed = next
	}
}

// publishes goes all the way, as is usual.
func (r *payoutRun) publishes(t *rapid.T) {
	r.proposes(t)
	if r.model.proposed != nil {
		r.wait(t, payoutDelay)
		r.activate(t, r.model.proposed)
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
	r.activate(t, named)
}

func (r *payoutRun) activate(t *rapid.T, named *payoutRoot) {
	t.Helper()
	data := packActivateTotal(named.tree, n(named.total))
	if r.expects(t, "activate", activator, data, r.model.activateRefusal(named, r.now(t))) {
		if r.model.active != nil {
			r.model.past = append(r.model.past, r.model.active)
		}
		r.model.active, r.model.proposed = r.model.proposed, nil
	}
}

// claims for one holder, whoever calls, by the active tree or another one.
func (r *payoutRun) claims(t *rapid.T) {
	trees := []*payoutRoot{r.model.active, r.model.active, r.model.active, r.model.proposed}
	from := rapid.SampledFrom(append(trees, r.model.past...)).Draw(t, "tree")
	if from == nil {
		from = &payoutRoot{tree: newPayoutTree(grant{alice.Address, n(1)}, grant{bob.Address, n(1)},
			grant{carol.Address, n(1)}, grant{dave.Address, n(1)})}
	}
	holder := rapid.SampledFrom(payoutHolders).Draw(t, "holder").Address
	caller := rapid.SampledFrom(append([]account{owner, proposer}, payoutHolders...)).Draw(t, "caller")
	g, proof := from.tree.of(t, holder)
	data := bindPayout.PackClaim(holder, g.cumulative, proof)
	if r.expects(t, "claim", caller, data, r.model.claimRefusal(from, g)) {
		r.model.payments = append(r.model.payments, payment{holder, g.cumulative.Int64() - r.model.paid(holder)})
	}
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
	if r.expects(t, "sweep", owner, bindPayout.PackSweep(vault, n(amount)), r.model.sweepRefusal(amount)) {
		r.model.swept += amount
	}
}

// rests cancels, pauses or goes on.
func (r *payoutRun) rests(t *rapid.T) {
	if r.model.paused {
		r.call(t, owner, bindPayout.PackUnpause())
		r.model.paused = false
		return
	}
	if rapid.IntRange(0, 5).Draw(t, "pause") == 5 {
		r.expects(t, "pause", owner, bindPayout.PackPause(), "")
		r.model.paused = true
		return
	}
	refusal := ""
	if r.model.proposed == nil {
		refusal = "NothingProposed()"
	}
	if r.expects(t, "cancel", rapid.SampledFrom([]account{proposer, activator}).Draw(t, "who"), bindPayout.PackCancel(), refusal) {
		r.model.proposed = nil
	}
}

// check compares the contract's sums with the token's and with the model's.
func (r *payoutRun) check(t *rapid.T) {
	m := r.model
	claimed := m.paidInAll()
	if got, want := r.figures(t), fmt.Sprint(m.total(), claimed, m.total()-claimed, m.granted()); got != want {
		t.Fatalf("total, claimed, unclaimed, granted are %s, want %s", got, want)
	}
	if claimed > m.total() {
		t.Fatalf("%d paid of %d granted", claimed, m.total())
	}
	balance, owed := r.held(t, r.at).Int64(), m.granted()-claimed
	if balance != m.balance() {
		t.Fatalf("holds %d, want %d funded - %d swept - %d paid", balance, m.funded, m.swept, claimed)
	}
	// What is short was short when it was granted: nothing but a new grant makes solvent books short.
	solvent := balance >= owed
	if r.solvent && !solvent && m.granted() <= r.granted {
		t.Fatalf("holds %d and owes %d, and did not before", balance, owed)
	}
	r.solvent, r.granted = solvent, m.granted()
	if got := r.sweepable(t); got != max(0, balance-owed) {
		t.Fatalf("%d can be swept of %d, %d of it granted", got, balance, owed)
	}
}

// checkHolders checks that every holder has what the contract says it claimed, and all of them what it says in sum.
func (r *payoutRun) checkHolders(t *rapid.T) {
	var sum int64
	for _, holder := range payoutHolders {
		claimed := ask(t, r.chain, r.at, bindPayout.PackClaimed(holder.Address), bindPayout.UnpackClaimed).Int64()
		held := r.held(t, holder.Address).Int64()
		if claimed != held || claimed != r.model.paid(holder.Address) {
			t.Fatalf("%s claimed %d, holds %d, was paid %d", holder.Address, claimed, held, r.model.paid(holder.Address))
		}
		sum += held
	}
	if total := ask(t, r.chain, r.at, bindPayout.PackTotalClaimed(), bindPayout.UnpackTotalClaimed).Int64(); total != sum {
		t.Fatalf("the holders got %d, the contract paid %d", sum, total)
	}
}
