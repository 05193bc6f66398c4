package contracts_test

import (
	"fmt"
	"math/big"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/contracts/nodesale"
)

// TestSignatureIsNotBent: the second form of a signature, which anybody can compute of the first, opens nothing, nor does the short one.
func TestSignatureIsNotBent(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(10, 500, noQuota)))
	m.set(t, bind.PackSetVoucherSigner(dave.Address))
	until := m.now(t) + 1000
	good := m.voucher(t, dave, alice.Address, 5, until).Voucher
	bent := slices.Clone(good)
	s := new(big.Int).Sub(crypto.S256().Params().N, new(big.Int).SetBytes(good[32:64]))
	s.FillBytes(bent[32:64])
	bent[64] = 27 + 28 - bent[64]
	short := slices.Clone(good[:64])
	short[32] |= (good[64] - 27) << 7
	for what, signature := range map[string][]byte{
		"bent": bent, "short": short, "zero": make([]byte, 65), "longer": append(slices.Clone(good), 0),
		"v of 0": append(slices.Clone(good[:64]), good[64]-27),
	} {
		t.Log(what)
		m.refusesBoth(t, alice, 1, withVoucher(5, until, signature), fmt.Sprintf("BadVoucher(wallet=%s, upTo=5, until=%d)", alice.Address, until))
	}
	m.buyWith(t, alice, 1, "", withVoucher(5, until, good))
}

// TestAnnouncedCallIsMadeOnce: what was announced once changes nothing twice, and more bytes behind it, or fewer, are another call.
func TestAnnouncedCallIsMadeOnce(t *testing.T) {
	t.Parallel()
	s := settings(sequential, tier(10, 500, noQuota))
	s.Delay, s.Immediate = 3600, false
	m := newMarket(t, s)
	call := bind.PackSetTreasury(dave.Address)
	longer := append(slices.Clone(call), 0)
	m.set(t, bind.PackAnnounce(call))
	m.wait(t, 3600)
	m.refuses(t, owner, nil, longer, fmt.Sprintf("NotAnnounced(id=%s)", crypto.Keccak256Hash(longer)))
	receipts := m.race(t, &m.sale, order{owner, nil, call, 50}, order{owner, nil, call, 50}) // twice, in one block
	if receipts[0].Status != types.ReceiptStatusSuccessful || receipts[1].Status != types.ReceiptStatusFailed {
		t.Errorf("made %d and %d", receipts[0].Status, receipts[1].Status)
	}
	m.set(t, bind.PackAnnounce(bind.PackSetTreasury(bob.Address)))
	m.refuses(t, owner, nil, call, fmt.Sprintf("NotAnnounced(id=%s)", crypto.Keccak256Hash(call)))
	// An announcement within an announcement gives no shorter wait.
	m.set(t, bind.PackAnnounce(bind.PackAnnounce(call)))
	m.set(t, bind.PackAnnounce(call))
	m.refuses(t, owner, nil, call, fmt.Sprintf("NotDue(due=%d, time=%d)", m.now(t)+3600, m.now(t)))
}

// TestCommitmentCannotBeHeldUp: whoever repeats somebody's commitment, before or after, neither delays the registration nor forgets it.
func TestCommitmentCannotBeHeldUp(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(10, 500, noQuota)))
	commit, register := registering("ALPHA", alice.Address)
	hers := commitment("ALPHA", alice.Address)
	m.do(t, alice, m.sale, nil, commit)
	since := m.now(t)
	for range 3 {
		m.wait(t, 20)
		m.refuses(t, bob, nil, commit, fmt.Sprintf("CommittedAlready(commitment=%s, since=%d)", hers, since))
	}
	// The thief sees the code when it is shown, and has no commitment of that code for itself.
	theirs, steal := registering("ALPHA", bob.Address)
	receipts := m.race(t, &m.sale, order{alice, nil, register, 1}, order{bob, nil, theirs, 80}, order{bob, nil, steal, 80})
	if receipts[0].Status != 1 || receipts[1].Status != 1 || receipts[2].Status != 0 {
		t.Errorf("she %d, the thief %d and %d", receipts[0].Status, receipts[1].Status, receipts[2].Status)
	}
	m.wait(t, 60)
	m.refuses(t, bob, nil, steal, `CodeTaken(code="ALPHA")`)
	m.refuses(t, alice, nil, register, fmt.Sprintf("NotCommitted(commitment=%s)", hers)) // and hers is used up
}

// TestReferrerOfManyHands: what is withdrawn is what was credited, once, whoever calls in between; a wallet takes nothing of another's.
func TestReferrerOfManyHands(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(1_000_003, 500, noQuota)))
	m.register(t, carol, "CAROL")
	owed := m.buy(t, alice, 7, "CAROL").Referral
	m.refuses(t, dave, nil, bind.PackWithdrawReferralTo(dave.Address), fmt.Sprintf("NothingOwed(wallet=%s)", dave.Address))
	m.refuses(t, carol, nil, bind.PackWithdrawReferralTo(m.sale), fmt.Sprintf("WithdrawalRejected(to=%s, amount=%s)", m.sale, owed))
	receipts := m.race(t, &m.sale, order{carol, nil, bind.PackWithdrawReferralTo(common.Address{19: 99}), 50},
		order{carol, nil, bind.PackWithdrawReferral(), 50})
	if receipts[0].Status != 1 || receipts[1].Status != 0 {
		t.Errorf("withdrawn %d and %d", receipts[0].Status, receipts[1].Status)
	}
	if got := m.balance(t, common.Address{19: 99}); got.Cmp(owed) != 0 {
		t.Errorf("withdrawn %s, want %s", got, owed)
	}
	if left := m.balance(t, m.sale); left.Sign() != 0 {
		t.Errorf("%s stay in the sale", left)
	}
}

// TestLargestPurchaseOverManyLists: the most nodes that are sold at once, out of as many tiers as `contracts deploy` makes, each with a
// list of a hundred thousand wallets, by a wallet that has bought nothing, with licences.
func TestLargestPurchaseOverManyLists(t *testing.T) {
	t.Parallel()
	const tiers = 100
	var ladder []nodesale.NodeSaleTier
	for range tiers {
		ladder = append(ladder, tier(1, 40, noQuota))
	}
	m := newMarket(t, settings(parallel, ladder...))
	m.license(t)
	proof := make([][32]byte, 17)
	root := walletLeaf(alice.Address)
	for i := range proof { // a list of 2^17 wallets has such proofs
		proof[i] = crypto.Keccak256Hash(big.NewInt(int64(i)).Bytes())
		a, b := root[:], proof[i][:]
		if slices.Compare(a, b) > 0 {
			a, b = b, a
		}
		root = crypto.Keccak256Hash(a, b)
	}
	proofs := make([][][32]byte, tiers)
	for i := range tiers {
		m.set(t, bind.PackSetAllowlist(n(int64(i)), root))
		proofs[i] = proof
	}
	receipt := m.do(t, alice, m.sale, n(4000), bind.PackBuyWith(n(4000), "", n(4000), proving(proofs...)))
	t.Logf("%d gas", receipt.GasUsed)
}

// TestAnnouncementWithoutADelayIsMade: an owner who can change a setting at once, and announced it all the same, makes what was announced.
func TestAnnouncementWithoutADelayIsMade(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(10, 500, noQuota)))
	call := bind.PackSetTreasury(dave.Address)
	id := crypto.Keccak256Hash(call)
	m.set(t, bind.PackAnnounce(call))
	made := []string{fmt.Sprintf("TreasurySet(treasury=%s)", dave.Address)}
	checkEvents(t, m.set(t, call), append([]string{fmt.Sprintf("ChangeMade(id=%s)", id)}, made...)...)
	if due := ask(t, m.chain, m.sale, bind.PackDueAt(id), bind.UnpackDueAt); due.Sign() != 0 {
		t.Errorf("it is still due at %s", due)
	}
	checkEvents(t, m.set(t, call), made...)
}
