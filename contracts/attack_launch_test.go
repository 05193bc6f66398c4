package contracts_test

import (
	"fmt"
	"testing"

	"github.com/nodeledger/nodeledger/contracts/nodelicense"
)

// TestNobodyBuysBeforeTheLicenceIsSet: whoever sees a sale being made, or makes it himself as it was planned, cannot buy a node before the
// owner has set what has to be there before the first purchase: the licence, which would be refused permanently, lists and vouchers.
func TestNobodyBuysBeforeTheLicenceIsSet(t *testing.T) {
	t.Parallel()
	s := settings(sequential, tier(10, 500, noQuota))
	s.Paused, s.Delay, s.Immediate = true, 3600, false
	m := newMarket(t, s)
	m.refuses(t, bob, n(10), buying(n(1), ""), "EnforcedPause()")
	m.refuses(t, bob, nil, bind.PackQuote(bob.Address, n(1), ""), "EnforcedPause()")
	m.refuses(t, bob, nil, bind.PackUnpause(), fmt.Sprintf("OwnableUnauthorizedAccount(account=%s)", bob.Address))

	licence, _ := m.deploy(t, nodelicense.NodeLicenseMetaData.Bin, bindNFT.PackConstructor(owner.Address, "Node", "NOD"))
	m.do(t, owner, licence, nil, bindNFT.PackSetMinter(m.sale))
	m.set(t, bind.PackSetLicense(licence))
	list := bind.PackSetAllowlist(n(0), listOf(alice.Address).root())
	m.set(t, bind.PackAnnounce(list))
	m.wait(t, 3600)
	m.set(t, list)
	m.refuses(t, owner, nil, bind.PackRenounceOwnership(), "RenouncedWhilePaused()")
	checkEvents(t, m.set(t, bind.PackUnpause()), fmt.Sprintf("Unpaused(account=%s)", owner.Address))
	m.refuses(t, bob, n(10), buying(n(1), ""), "NotEnoughNodes(asked=1, available=0)")
	m.buyWith(t, alice, 1, "", proving(nil))
	if got := ask(t, m.chain, licence, bindNFT.PackOwnerOf(n(1)), bindNFT.UnpackOwnerOf); got != alice.Address {
		t.Errorf("the first licence is %s's", got)
	}
}
