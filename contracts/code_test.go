package contracts_test

import (
	"fmt"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// TestCodeIsCommittedToFirst goes through the life of a commitment.
func TestCodeIsCommittedToFirst(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(100, 50, noQuota)))
	commit, register := registering("ALPHA", carol.Address)
	id := commitment("ALPHA", carol.Address)
	if got := ask(t, m.chain, m.sale, bind.PackCodeCommitment("ALPHA", carol.Address, salt), bind.UnpackCodeCommitment); got != id {
		t.Fatalf("the contract commits to %x, want %s", got, id)
	}
	m.refuses(t, carol, nil, register, fmt.Sprintf("NotCommitted(commitment=%s)", id))
	m.do(t, carol, m.sale, nil, commit)
	since := m.now(t)
	if got := ask(t, m.chain, m.sale, bind.PackCommittedAt(id), bind.UnpackCommittedAt); got.Uint64() != since {
		t.Errorf("committed at %s, want %d", got, since)
	}
	m.refuses(t, carol, nil, register, fmt.Sprintf("CommittedTooLate(from=%d, time=%d)", since+60, since))
	m.wait(t, 59)
	m.refuses(t, carol, nil, register, fmt.Sprintf("CommittedTooLate(from=%d, time=%d)", since+60, since+59))
	m.refuses(t, bob, nil, commit, fmt.Sprintf("CommittedAlready(commitment=%s, since=%d)", id, since))
	m.wait(t, 1) // a minute
	// What was committed to is one wallet's, one code's, one salt's.
	m.refuses(t, bob, nil, register, fmt.Sprintf("NotCommitted(commitment=%s)", commitment("ALPHA", bob.Address)))
	m.refuses(t, carol, nil, bind.PackRegisterCode("ALPHB", salt),
		fmt.Sprintf("NotCommitted(commitment=%s)", commitment("ALPHB", carol.Address)))
	if _, err := m.try(carol.Address, m.sale, nil, bind.PackRegisterCode("ALPHA", [32]byte{2})); err == nil {
		t.Error("registered with another salt")
	}
	if _, err := m.try(carol.Address, m.sale, nil, register); err != nil {
		t.Errorf("refused after a minute: %v", err)
	}

	m.wait(t, 86_400-60) // a day: the last second
	if _, err := m.try(carol.Address, m.sale, nil, register); err != nil {
		t.Errorf("refused after a day: %v", err)
	}
	m.refuses(t, carol, nil, commit, fmt.Sprintf("CommittedAlready(commitment=%s, since=%d)", id, since))
	m.wait(t, 1)
	m.refuses(t, carol, nil, register, fmt.Sprintf("CommitmentExpired(until=%d, time=%d)", since+86_400, since+86_401))
	m.do(t, carol, m.sale, nil, commit) // anew
	m.wait(t, 60)
	m.do(t, carol, m.sale, nil, register)
	if got := ask(t, m.chain, m.sale, bind.PackCommittedAt(id), bind.UnpackCommittedAt); got.Sign() != 0 {
		t.Error("the commitment is still there")
	}
	m.refuses(t, carol, nil, register, fmt.Sprintf("NotCommitted(commitment=%s)", id))
}

// TestCodeCannotBeTakenOutOfThePool: bob sees carol's registration wait, and has his own commitment and registration mined before it.
func TestCodeCannotBeTakenOutOfThePool(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(100, 50, noQuota)))
	commit, register := registering("ALPHA", carol.Address)
	m.do(t, carol, m.sale, nil, commit)
	m.wait(t, 60)
	hisCommit, hisRegister := registering("ALPHA", bob.Address)
	receipts := m.race(t, &m.sale,
		order{carol, nil, register, 1}, order{bob, nil, hisCommit, 50}, order{bob, nil, hisRegister, 50})
	hers, his := receipts[0], receipts[2]
	if !minedBefore(his, hers) {
		t.Fatal("bob's transactions do not come first: the test shows nothing")
	}
	if receipts[1].Status != types.ReceiptStatusSuccessful || his.Status != types.ReceiptStatusFailed ||
		hers.Status != types.ReceiptStatusSuccessful {
		t.Errorf("bob commits %d and registers %d, carol registers %d: want 1, 0, 1", receipts[1].Status, his.Status, hers.Status)
	}
	m.wait(t, 60)
	m.refuses(t, bob, nil, hisRegister, `CodeTaken(code="ALPHA")`)
	if p := m.buy(t, alice, 1, "ALPHA"); p.Referrer != carol.Address {
		t.Errorf("the code earns for %s", p.Referrer)
	}
}

// TestCommitmentOfSomebodyElseHelpsItsOwner: bob sends carol's commitment before her, which stops her own call but not her code.
func TestCommitmentOfSomebodyElseHelpsItsOwner(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential))
	commit, register := registering("ALPHA", carol.Address)
	receipts := m.race(t, &m.sale, order{carol, nil, commit, 1}, order{bob, nil, commit, 50})
	if receipts[0].Status != types.ReceiptStatusFailed || receipts[1].Status != types.ReceiptStatusSuccessful {
		t.Fatalf("carol's commitment %d, bob's %d: want 0 and 1", receipts[0].Status, receipts[1].Status)
	}
	m.wait(t, 60)
	m.do(t, carol, m.sale, nil, register)
	if got := ask(t, m.chain, m.sale, bind.PackCodeOf("ALPHA"), bind.UnpackCodeOf); got.Wallet != carol.Address || !got.Active {
		t.Errorf("%+v", got)
	}
}

// TestSelfReferralByASecondWallet shows what no contract can tell apart: 10% off, and 10% of the rest back.
func TestSelfReferralByASecondWallet(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(parallel, tier(10_000_000, 50, 2)))
	m.register(t, dave, "MINE") // dave and alice are one person
	p := m.buy(t, alice, 1, "MINE")
	if net := p.Paid.Int64() - m.owed(t, dave.Address).Int64(); net != 8_100_000 {
		t.Errorf("it cost %d, want 81%% of the list price", net)
	}
	m.buy(t, alice, 1, "")
	m.buy(t, dave, 2, "") // and the quota once more
	if p.Referrer == (common.Address{}) {
		t.Error("no referrer")
	}
}
