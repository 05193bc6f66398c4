package contracts_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

const (
	saleDelay = uint64(3600)
	grace     = uint64(14 * 86_400)
)

// newDelayedMarket is a sale whose changes wait an hour.
func newDelayedMarket(t *testing.T) *market {
	t.Helper()
	s := settings(sequential, tier(100, 50, noQuota))
	s.Delay, s.Immediate = saleDelay, false
	return newMarket(t, s)
}

// announcedChanges are the setters that a buyer's price, or who gets it, hangs on.
func announcedChanges() map[string][]byte {
	return map[string][]byte{
		"setTier":      bind.PackSetTier(n(0), tier(200, 50, noQuota)),
		"setMode":      bind.PackSetMode(1),
		"setTreasury":  bind.PackSetTreasury(dave.Address),
		"setMaxNodes":  bind.PackSetMaxNodes(n(10)),
		"setDiscount":  bind.PackSetDiscount(n(5)),
		"setReward":    bind.PackSetReward(n(5)),
		"setCode":      bind.PackSetCode("DAVE", dave.Address, true),
		"setAllowlist": bind.PackSetAllowlist(n(0), common.Hash{1}),
	}
}

// TestEveryPriceWaitsForItsAnnouncement makes each announced change too early, at its first second, and again.
func TestEveryPriceWaitsForItsAnnouncement(t *testing.T) {
	t.Parallel()
	m := newDelayedMarket(t)
	for name, data := range announcedChanges() {
		id := crypto.Keccak256Hash(data)
		missing := fmt.Sprintf("NotAnnounced(id=%s)", id)
		m.refuses(t, owner, nil, data, missing)
		receipt := m.set(t, bind.PackAnnounce(data))
		due := m.now(t) + saleDelay
		want := fmt.Sprintf("ChangeAnnounced(id=%s, change=%v, due=%d)", id, data, due)
		if got := describeLog(t, receipt.Logs[0]); got != want {
			t.Errorf("%s: announced as %s, want %s", name, got, want)
		}
		if got := ask(t, m.chain, m.sale, bind.PackDueAt(id), bind.UnpackDueAt); got.Uint64() != due {
			t.Errorf("%s: due at %s, want %d", name, got, due)
		}
		m.wait(t, saleDelay-1)
		m.refuses(t, owner, nil, data, fmt.Sprintf("NotDue(due=%d, time=%d)", due, due-1))
		m.wait(t, 1)
		m.refuses(t, alice, nil, data, fmt.Sprintf("OwnableUnauthorizedAccount(account=%s)", alice.Address))
		m.refuses(t, owner, nil, append(bytes.Clone(data), 0), fmt.Sprintf("NotAnnounced(id=%s)", crypto.Keccak256Hash(data, []byte{0})))
		m.set(t, data)
		m.refuses(t, owner, nil, data, missing) // one announcement is one change
	}
}

// TestAnnouncementExpires: a change that was announced long ago surprises as one that was not.
func TestAnnouncementExpires(t *testing.T) {
	t.Parallel()
	m := newDelayedMarket(t)
	data := bind.PackSetDiscount(n(5))
	m.set(t, bind.PackAnnounce(data))
	due := m.now(t) + saleDelay
	m.wait(t, saleDelay+grace)
	if _, err := m.try(owner.Address, m.sale, nil, data); err != nil {
		t.Errorf("refused in its last second: %v", err)
	}
	m.wait(t, 1)
	m.refuses(t, owner, nil, data, fmt.Sprintf("AnnouncementExpired(until=%d, time=%d)", due+grace, due+grace+1))
	m.set(t, bind.PackAnnounce(data)) // anew
	m.wait(t, saleDelay)
	m.set(t, data)
}

// TestAnnouncedTwiceWaitsAgain also withdraws an announcement.
func TestAnnouncedTwiceWaitsAgain(t *testing.T) {
	t.Parallel()
	m := newDelayedMarket(t)
	data := bind.PackSetTreasury(dave.Address)
	id := crypto.Keccak256Hash(data)
	stranger := fmt.Sprintf("OwnableUnauthorizedAccount(account=%s)", alice.Address)
	m.refuses(t, alice, nil, bind.PackAnnounce(data), stranger)
	m.set(t, bind.PackAnnounce(data))
	m.wait(t, saleDelay-2)
	m.set(t, bind.PackAnnounce(data))
	due := m.now(t) + saleDelay
	m.wait(t, saleDelay-1)
	m.refuses(t, owner, nil, data, fmt.Sprintf("NotDue(due=%d, time=%d)", due, due-1))
	m.wait(t, 1)

	m.refuses(t, alice, nil, bind.PackWithdrawAnnouncement(id), stranger)
	receipt := m.set(t, bind.PackWithdrawAnnouncement(id))
	if got, want := describeLog(t, receipt.Logs[0]), fmt.Sprintf("ChangeWithdrawn(id=%s)", id); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	missing := fmt.Sprintf("NotAnnounced(id=%s)", id)
	m.refuses(t, owner, nil, data, missing)
	m.refuses(t, owner, nil, bind.PackWithdrawAnnouncement(id), missing)
}

// TestOtherBytesThanAnnounced: announced is one call, not the right to change something.
func TestOtherBytesThanAnnounced(t *testing.T) {
	t.Parallel()
	m := newDelayedMarket(t)
	m.set(t, bind.PackAnnounce(bind.PackSetTier(n(0), tier(90, 50, noQuota))))
	m.wait(t, saleDelay)
	for _, other := range [][]byte{
		bind.PackSetTier(n(0), tier(900, 50, noQuota)), bind.PackSetTier(n(1), tier(90, 50, noQuota)), bind.PackSetDiscount(n(0)),
	} {
		m.refuses(t, owner, nil, other, fmt.Sprintf("NotAnnounced(id=%s)", crypto.Keccak256Hash(other)))
	}
	if q := m.quote(t, alice.Address, 1, ""); q.Paid.Int64() != 100 {
		t.Errorf("a node costs %s", q.Paid)
	}
}

// TestDefencesDoNotWait: pausing and asking for vouchers take effect at once, and so does a sale without a delay.
func TestDefencesDoNotWait(t *testing.T) {
	t.Parallel()
	m := newDelayedMarket(t)
	for _, data := range [][]byte{bind.PackPause(), bind.PackUnpause(), bind.PackSetVoucherSigner(dave.Address)} {
		m.set(t, data)
	}
	m.license(t)
	at := newMarket(t, settings(sequential, tier(100, 50, noQuota)))
	for name, data := range announcedChanges() {
		if len(at.set(t, data).Logs) != 1 {
			t.Errorf("%s emits something besides its setting", name)
		}
	}
}

// TestRenouncing: a paused sale keeps its owner, for nobody else could let it go on.
func TestRenouncing(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(100, 50, noQuota)))
	m.set(t, bind.PackPause())
	m.refuses(t, owner, nil, bind.PackRenounceOwnership(), "RenouncedWhilePaused()")
	m.refuses(t, alice, nil, bind.PackRenounceOwnership(), fmt.Sprintf("OwnableUnauthorizedAccount(account=%s)", alice.Address))
	m.set(t, bind.PackUnpause())
	m.set(t, bind.PackRenounceOwnership())
	m.refuses(t, owner, nil, bind.PackPause(), fmt.Sprintf("OwnableUnauthorizedAccount(account=%s)", owner.Address))
	m.buy(t, alice, 1, "")
}

// TestCaps: what a code takes off and what a referrer gets never exceed what the sale was deployed with.
func TestCaps(t *testing.T) {
	t.Parallel()
	s := settings(sequential, tier(100, 50, noQuota))
	s.DiscountCap, s.RewardCap = n(1500), n(2500)
	m := newMarket(t, s)
	m.refuses(t, owner, nil, bind.PackSetDiscount(n(1501)), "BpsTooHigh(bps=1501, cap=1500)")
	m.refuses(t, owner, nil, bind.PackSetReward(n(2501)), "BpsTooHigh(bps=2501, cap=2500)")
	m.refuses(t, owner, nil, bind.PackSetDiscount(n(65_537)), "BpsTooHigh(bps=65537, cap=1500)")
	m.set(t, bind.PackSetDiscount(n(1500)))
	m.set(t, bind.PackSetReward(n(2500)))
	for what, got := range map[string]int64{
		"discount": ask(t, m.chain, m.sale, bind.PackDiscountCap(), bind.UnpackDiscountCap).Int64() - 1500,
		"reward":   ask(t, m.chain, m.sale, bind.PackRewardCap(), bind.UnpackRewardCap).Int64() - 2500,
		"delay":    ask(t, m.chain, m.sale, bind.PackDelay(), bind.UnpackDelay).Int64(),
	} {
		if got != 0 {
			t.Errorf("%s is off by %d", what, got)
		}
	}
	m.register(t, carol, "CAROL")
	if p := m.buy(t, alice, 4, "CAROL"); p.Paid.Int64() != 340 || p.Referral.Int64() != 85 {
		t.Errorf("%+v", p)
	}
}
