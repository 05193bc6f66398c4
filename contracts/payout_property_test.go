package contracts_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/contracts/testcontracts"
)

var (
	// payoutActors make the calls: who has which role changes on the way.
	payoutActors = []account{owner, proposer, activator, alice, bob}
	// payoutHolders have leaves, and hold the token only by claims.
	payoutHolders = []account{alice, bob, carol, dave}
	// elsewhere only gets what holders have sent there.
	elsewhere = common.HexToAddress("0xe15e00")
)

// payoutRun drives a contract and its model side by side.
type payoutRun struct {
	*distributor
	model   *payoutModel
	before  *payoutRun // the distributor that it goes on from
	outcome map[string]int
	highest map[common.Address]int64 // the most that any active tree ever granted an account, here or before
	twice   map[common.Address]int64 // what the one before paid, its pause ended, to an account that this one had paid
	solvent bool                     // whether the last check found at least what was granted
	granted int64                    // what was granted then
}

// TestDistributorAgreesWithModel makes random calls in random order by five actors, honest and hostile ones: trees whose leaves fall,
// totals that are not the sum, proofs of roots that are not active, activations that are early or name something else, signatures that
// are somebody else's or too old, roles that change hands, pauses, and claims on the distributor before. What the contract refuses, and
// with which values, is what the model says; after every call the books hold.
func TestDistributorAgreesWithModel(t *testing.T) {
	t.Parallel()
	c := newChain(t)
	outcome := map[string]int{}
	rapid.Check(t, func(t *rapid.T) {
		r := newPayoutRun(t, c, outcome)
		t.Repeat(map[string]func(*rapid.T){
			"publish":      r.publishes,
			"publish more": r.publishes,
			"propose":      func(t *rapid.T) { r.proposes(t, r.caller(t, proposerRole)) },
			"activate":     r.activates,
			"wait":         func(t *rapid.T) { r.wait(t, rapid.Uint64Range(1, 2*payoutDelay).Draw(t, "seconds")) },
			"claim":        r.claims,
			"claim again":  r.claims,
			"claim more":   r.claims,
			"fund":         r.funds,
			"sweep":        r.sweeps,
			"cancel":       r.cancels,
			"pause":        r.pauses,
			"roles":        r.rolesChange,
			"before":       r.earlierGoesOn,
			"":             r.check,
		})
		r.checkHolders(t)
	})
	t.Logf("%v", outcome)
	for _, frequent := range []string{ // what is rarer has its own test
		"propose", "activate", "claim", "claim to", "claim with", "claim: InvalidProof", "claim: NothingToClaim", "claim: Underfunded",
		"claim with: BadSignature", "claim with: SignatureExpired", "claim: EarlierStillPays", "fund", "sweep", "sweep: NotSweepable",
		"pause", "unpause", "grant", "revoke", "renounce", "sweep: AccessControlUnauthorizedAccount", "claim before",
	} {
		if outcome[frequent] == 0 {
			t.Errorf("%s never happened: change what is drawn", frequent)
		}
	}
}

// newPayoutRun has an earlier distributor with a tree of 50 to 300 for everybody, of which some have claimed, and one that goes on from it.
func newPayoutRun(t *rapid.T, c *chain, outcome map[string]int) *payoutRun {
	highest := map[common.Address]int64{}
	first := &payoutRun{c.distribute(t, testcontracts.TetherLikeMetaData.Bin), newPayoutModel(nil), nil, outcome, highest, nil, true, 0}
	first.mint(t, owner.Address, 1_000_000)
	first.mint(t, first.at, 1000)
	first.model.funded = 1000
	tree := newPayoutTree(grant{alice.Address, n(100)}, grant{bob.Address, n(300)}, grant{carol.Address, n(50)},
		grant{dave.Address, n(200)})
	root := &payoutRoot{tree: tree, total: 650, by: proposer.Address}
	first.publish(t, tree)
	first.becomesActive(root)
	for _, holder := range rapid.SliceOfNDistinct(rapid.SampledFrom(payoutHolders), 0, 3,
		func(a account) common.Address { return a.Address }).Draw(t, "claimed before") {
		g, _ := tree.of(t, holder.Address)
		first.claim(t, holder, tree, holder.Address)
		first.model.payments = append(first.model.payments, payment{holder.Address, holder.Address, g.cumulative.Int64()})
	}
	later, twice := c.distributeAfter(t, first.token, first.at), map[common.Address]int64{}
	r := &payoutRun{later, newPayoutModel(first.model), first, outcome, highest, twice, true, 0}
	r.do(t, owner, r.token, nil, bindToken.PackApprove(r.at, n(1_000_000)))
	first.call(t, owner, bindPayout.PackPause())
	first.model.paused = true
	r.granted = r.model.granted()
	return r
}

// becomesActive is an activation in the model.
func (r *payoutRun) becomesActive(root *payoutRoot) {
	if r.model.active != nil {
		r.model.past = append(r.model.past, r.model.active)
	}
	r.model.active, r.model.proposed = root, nil
	for _, g := range root.tree.grants {
		r.highest[g.account] = max(r.highest[g.account], g.cumulative.Int64())
	}
}

// expects makes a call that is refused as the model says, and tells whether it went through.
func (r *payoutRun) expects(t *rapid.T, name string, from account, data []byte, refusal string) bool {
	t.Helper()
	if refusal != "" {
		if refusal == "EarlierStillPays" {
			refusal = fmt.Sprintf("EarlierStillPays(earlier=%s)", r.before.at)
		}
		r.refuses(t, from, data, refusal)
		reason, _, _ := strings.Cut(refusal, "(")
		r.outcome[name+": "+reason]++
		return false
	}
	r.call(t, from, data)
	r.outcome[name]++
	return true
}

// check compares the contract's sums with the token's and with the model's.
func (r *payoutRun) check(t *rapid.T) {
	m := r.model
	if got, want := r.figures(t), fmt.Sprint(m.total(), m.paidInAll(), m.unclaimed(), m.granted()); got != want {
		t.Fatalf("total, claimed, unclaimed, granted are %s, want %s", got, want)
	}
	if m.paidInAll() > m.total() && m.before.paidInAll() == m.began {
		t.Fatalf("%d paid of %d granted", m.paidInAll(), m.total())
	}
	balance, owed := r.held(t, r.at).Int64(), m.owed()
	if balance != m.balance() {
		t.Fatalf("holds %d, want %d funded - %d swept - %d paid", balance, m.funded, m.swept, m.paidHere())
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
	if len(m.roles[adminRole]) == 0 {
		t.Fatalf("there is no admin")
	}
}

// checkHolders checks that everybody got what the contract says, here and before, and no more than a tree ever granted, but for what the
// one before paid when its pause was ended; that the roles are whose the model says; and that no token appeared or disappeared.
func (r *payoutRun) checkHolders(t *rapid.T) {
	received := map[common.Address]int64{}
	for m := r.model; m != nil; m = m.before {
		for _, p := range m.payments {
			received[p.to] += p.amount
		}
	}
	var claimed, sum int64
	for _, holder := range payoutHolders {
		got := r.claimedBy(t, holder.Address)
		if got != r.model.paid(holder.Address) || got > r.highest[holder.Address]+r.twice[holder.Address] {
			t.Fatalf("%s claimed %d, was paid %d and granted %d at the most", holder.Address, got, r.model.paid(holder.Address),
				r.highest[holder.Address])
		}
		claimed += got
	}
	for _, who := range []common.Address{alice.Address, bob.Address, carol.Address, dave.Address, elsewhere} {
		held := r.held(t, who).Int64()
		if held != received[who] {
			t.Fatalf("%s holds %d, was sent %d", who, held, received[who])
		}
		sum += held
	}
	if claimed != sum {
		t.Fatalf("%d was claimed, %d arrived", claimed, sum)
	}
	for _, who := range []common.Address{r.at, r.before.at, owner.Address, vault} {
		sum += r.held(t, who).Int64()
	}
	if supply := ask(t, r.chain, r.token, bindToken.PackTotalSupply(), bindToken.UnpackTotalSupply).Int64(); supply != sum {
		t.Fatalf("there are %d tokens, %d were made", sum, supply)
	}
	for role, has := range r.model.roles {
		for _, who := range payoutActors {
			got := ask(t, r.chain, r.at, bindPayout.PackHasRole(role, who.Address), bindPayout.UnpackHasRole)
			if got != has[who.Address] {
				t.Fatalf("%s has the role %s: %t", who.Address, role, got)
			}
		}
	}
}
