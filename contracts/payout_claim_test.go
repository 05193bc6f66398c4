package contracts_test

import (
	"errors"
	"fmt"
	"math/big"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/contracts/payoutdistributor"
)

// TestThreeMonths pays three monthly roots: alice claims every month, bob skips the second one, carol joins late, dave
// sells his nodes after the first month and claims only at the end.
func TestThreeMonths(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 0)
	months := []struct {
		funds  int64
		grants map[account]int64 // cumulative
		claims map[account]int64 // what each is paid
		after  string            // total, claimed, unclaimed, granted
	}{
		{350, map[account]int64{alice: 250, bob: 50, dave: 50}, map[account]int64{alice: 250, bob: 50}, "350 300 50 350"},
		{2_170, map[account]int64{alice: 500, bob: 1_950, dave: 50, carol: 20}, map[account]int64{alice: 250, carol: 20}, "2520 570 1950 2520"},
		{480, map[account]int64{alice: 501, bob: 1_999, dave: 50, carol: 450},
			map[account]int64{alice: 1, bob: 1_949, carol: 430, dave: 50}, "3000 3000 0 3000"},
	}
	got := map[account]int64{}
	for i, month := range months {
		var grants []grant
		for who, cumulative := range month.grants {
			grants = append(grants, grant{who.Address, n(cumulative)})
		}
		tree := newPayoutTree(grants...)
		d.mint(t, d.at, month.funds) // a plain transfer funds as well
		d.publish(t, tree)
		for who, want := range month.claims {
			if paid := d.claim(t, who, tree, who.Address); paid != want {
				t.Errorf("month %d: paid %d, want %d", i+1, paid, want)
			}
			got[who] += want
			if held := d.held(t, who.Address); held.Int64() != got[who] {
				t.Errorf("month %d: holds %s, want %d", i+1, held, got[who])
			}
		}
		if after := d.figures(t); after != month.after {
			t.Errorf("month %d: %s, want %s", i+1, after, month.after)
		}
	}
	if left := d.held(t, d.at); left.Sign() != 0 {
		t.Errorf("%s left in the contract", left)
	}
}

func TestClaimAnnouncesWhatItPays(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 1000)
	first := newPayoutTree(grant{alice.Address, n(100)}, grant{bob.Address, n(5)})
	second := newPayoutTree(grant{alice.Address, n(250)}, grant{bob.Address, n(5)})
	d.publish(t, first)
	d.claim(t, alice, first, alice.Address)
	d.publish(t, second)
	receipt := d.call(t, alice, packClaim(t, second, alice.Address))
	if len(receipt.Logs) != 2 || receipt.Logs[1].Address != d.token {
		t.Fatalf("%d events, want the claim and the token's transfer", len(receipt.Logs))
	}
	want := fmt.Sprintf("Claimed(account=%s, amount=150, cumulative=250, root=%s)", alice.Address, second.root())
	if got := describeLog(t, receipt.Logs[0]); got != want {
		t.Errorf("announced %s, want %s", got, want)
	}
	claimed := ask(t, d.chain, d.at, bindPayout.PackClaimed(alice.Address), bindPayout.UnpackClaimed)
	if claimed.Int64() != 250 {
		t.Errorf("claimed %s, want 250", claimed)
	}
}

func TestSecondClaimPaysNothing(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 1000)
	tree := newPayoutTree(grant{alice.Address, n(100)}, grant{bob.Address, n(200)})
	d.publish(t, tree)
	d.claim(t, alice, tree, alice.Address)
	d.refuses(t, alice, packClaim(t, tree, alice.Address), fmt.Sprintf("NothingToClaim(account=%s, claimed=100)", alice.Address))
	receipt := d.send(t, alice, &d.at, nil, packClaim(t, tree, alice.Address))
	if receipt.Status != types.ReceiptStatusFailed || len(receipt.Logs) != 0 {
		t.Errorf("status %d with %d events, want a failure", receipt.Status, len(receipt.Logs))
	}
	if held := d.held(t, alice.Address); held.Int64() != 100 {
		t.Errorf("alice holds %s, want 100", held)
	}
	d.publish(t, newPayoutTree(grant{alice.Address, n(100)}, grant{bob.Address, n(300)}))
	d.refuses(t, alice, packClaim(t, tree, alice.Address), fmt.Sprintf("InvalidProof(account=%s, cumulative=100, root=%s)",
		alice.Address, newPayoutTree(grant{alice.Address, n(100)}, grant{bob.Address, n(300)}).root()))
}

func TestClaimBySomebodyElsePaysTheHolder(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 1000)
	tree := newPayoutTree(grant{alice.Address, n(100)}, grant{bob.Address, n(200)})
	d.publish(t, tree)
	d.claim(t, dave, tree, alice.Address)
	if a, b := d.held(t, alice.Address), d.held(t, dave.Address); a.Int64() != 100 || b.Sign() != 0 {
		t.Errorf("alice holds %s and dave, who called, %s", a, b)
	}
	d.refuses(t, alice, packClaim(t, tree, alice.Address), fmt.Sprintf("NothingToClaim(account=%s, claimed=100)", alice.Address))
}

// TestForgedProofs claims with everything but the leaf and its proof.
func TestForgedProofs(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 1_000_000)
	var grants []grant
	for i := range 4 {
		grants = append(grants, grant{newAccount(fmt.Sprint("holder ", i)).Address, n(int64(100 + i))})
	}
	grants = append(grants, grant{bob.Address, n(60)})
	tree := newPayoutTree(slices.Concat(grants, []grant{{alice.Address, n(50)}})...)
	alices, proof := tree.of(t, alice.Address)
	d.refuses(t, alice, packClaim(t, tree, alice.Address), "NoActiveRoot()")
	d.publish(t, tree)
	_, bobs := tree.of(t, bob.Address)
	_, unknown := newPayoutTree(slices.Concat(grants, []grant{{alice.Address, n(51)}})...).of(t, alice.Address)
	for name, forged := range map[string]struct {
		account    common.Address
		cumulative *big.Int
		proof      [][32]byte
	}{
		"more":              {alice.Address, n(51), proof},
		"less":              {alice.Address, n(49), proof},
		"another account":   {carol.Address, alices.cumulative, proof},
		"another's proof":   {alice.Address, alices.cumulative, bobs},
		"no proof":          {alice.Address, alices.cumulative, nil},
		"a proof cut off":   {alice.Address, alices.cumulative, proof[:len(proof)-1]},
		"a proof prolonged": {alice.Address, alices.cumulative, append([][32]byte{tree.root()}, proof...)},
		"a proof reversed":  {alice.Address, alices.cumulative, append([][32]byte{proof[len(proof)-1]}, proof[:len(proof)-1]...)},
		"another tree":      {alice.Address, n(51), unknown},
	} {
		want := fmt.Sprintf("InvalidProof(account=%s, cumulative=%s, root=%s)", forged.account, forged.cumulative, tree.root())
		t.Log(name)
		d.refuses(t, alice, bindPayout.PackClaim(forged.account, forged.cumulative, forged.proof), want)
	}
	d.claim(t, alice, tree, alice.Address)
}

// TestInnerNodeIsNoLeaf tries the two ways of passing 64 hashed bytes off as something else: a leaf that was hashed
// only once, as an inner node is, and an inner node whose children are read as account and amount.
func TestInnerNodeIsNoLeaf(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 1000)
	once := grant{alice.Address, n(100)}
	shallow := payoutTree{nodes: treeOver([]common.Hash{crypto.Keccak256Hash(once.encoded()), {1}})}
	d.publishTotal(t, shallow, n(100))
	d.refuses(t, alice, bindPayout.PackClaim(alice.Address, n(100), [][32]byte{{1}}),
		fmt.Sprintf("InvalidProof(account=%s, cumulative=100, root=%s)", alice.Address, shallow.root()))

	pair := grant{common.HexToAddress("0xa11ce"), n(0xa11cf)} // in this order, since pairs are sorted
	node := pairHash(common.Hash(pair.encoded()[:32]), common.Hash(pair.encoded()[32:]))
	if node != crypto.Keccak256Hash(pair.encoded()) {
		t.Fatal("the inner node is not the hash of the encoded leaf")
	}
	d.call(t, proposer, bindPayout.PackPropose(node, n(1_000_000), common.Hash{}, common.Hash{}))
	d.wait(t, payoutDelay)
	d.call(t, activator, bindPayout.PackActivate(node, n(1_000_000), common.Hash{}, common.Hash{}))
	d.refuses(t, alice, bindPayout.PackClaim(pair.account, pair.cumulative, nil),
		fmt.Sprintf("InvalidProof(account=%s, cumulative=%d, root=%s)", pair.account, pair.cumulative, node))
}

// TestLeavesBeyondTheTotal has a total smaller than the leaves: the total is what counts, and a later root mends it.
func TestLeavesBeyondTheTotal(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 1_000_000)
	most := new(big.Int).Sub(new(big.Int).Lsh(n(1), 256), n(1))
	tree := newPayoutTree(grant{alice.Address, n(100)}, grant{bob.Address, n(200)}, grant{carol.Address, most})
	d.publishTotal(t, tree, n(250))
	d.refuses(t, carol, packClaim(t, tree, carol.Address), fmt.Sprintf("TotalExceeded(amount=%s, left=250)", most))
	d.claim(t, alice, tree, alice.Address)
	d.refuses(t, carol, packClaim(t, tree, carol.Address), fmt.Sprintf("TotalExceeded(amount=%s, left=150)", most))
	d.refuses(t, bob, packClaim(t, tree, bob.Address), "TotalExceeded(amount=200, left=150)")

	d.publishTotal(t, tree, n(300)) // the same tree with its right total
	d.claim(t, bob, tree, bob.Address)
	if after := d.figures(t); after != "300 300 0 300" {
		t.Errorf("after it %s", after)
	}
	d.refuses(t, carol, packClaim(t, tree, carol.Address), fmt.Sprintf("TotalExceeded(amount=%s, left=0)", most))
}

// TestLeafThatFell grants alice less than she has got: nothing is paid and nothing is taken back.
func TestLeafThatFell(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 1000)
	first := newPayoutTree(grant{alice.Address, n(100)}, grant{bob.Address, n(100)})
	fallen := newPayoutTree(grant{alice.Address, n(99)}, grant{bob.Address, n(101)})
	d.publish(t, first)
	d.claim(t, alice, first, alice.Address)
	d.publish(t, fallen)
	d.refuses(t, alice, packClaim(t, fallen, alice.Address),
		fmt.Sprintf("CumulativeBelowClaimed(account=%s, cumulative=99, claimed=100)", alice.Address))
	d.refuses(t, bob, packClaim(t, fallen, bob.Address), "TotalExceeded(amount=101, left=100)")
	if held := d.held(t, alice.Address); held.Int64() != 100 {
		t.Errorf("alice holds %s, want 100", held)
	}
}

func TestUnderfundedClaimWaits(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 150)
	tree := newPayoutTree(grant{alice.Address, n(100)}, grant{bob.Address, n(100)})
	d.publish(t, tree)
	d.claim(t, alice, tree, alice.Address)
	d.refuses(t, bob, packClaim(t, tree, bob.Address), "Underfunded(amount=100, balance=50)")
	d.mint(t, d.at, 50)
	d.claim(t, bob, tree, bob.Address)
}

// TestLeafOfTheDistributorItself cannot be paid: a transfer to itself moves nothing.
func TestLeafOfTheDistributorItself(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 1000)
	tree := newPayoutTree(grant{d.at, n(100)})
	d.publish(t, tree)
	d.refuses(t, alice, packClaim(t, tree, d.at), "FeeOnTransfer(amount=100, moved=0)")
}

// TestPayoutErrorsDecodeWithTheBindings has one error go through the generated code instead of this test's reader.
func TestPayoutErrorsDecodeWithTheBindings(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 10)
	tree := newPayoutTree(grant{alice.Address, n(100)})
	d.publish(t, tree)
	_, err := d.try(bob.Address, d.at, nil, packClaim(t, tree, alice.Address))
	var refused revert
	if !errors.As(err, &refused) {
		t.Fatalf("got %v", err)
	}
	decoded, err := bindPayout.UnpackError(refused.data)
	must(t, err)
	short, ok := decoded.(*payoutdistributor.PayoutDistributorUnderfunded)
	if !ok || short.Amount.Int64() != 100 || short.Balance.Int64() != 10 {
		t.Fatalf("decoded %+v", decoded)
	}
}
