package contracts_test

import (
	"fmt"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/contracts/nodelicense"
)

func TestLicensesAreMintedInOrder(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(100, 50, noQuota)))
	license := m.license(t)
	m.buy(t, alice, 3, "")
	paid := m.quote(t, bob.Address, 2, "").Paid
	receipt := m.do(t, bob, m.sale, paid, buying(n(2), ""))
	want := []string{
		fmt.Sprintf(`Purchased(id=2, buyer=%s, referrer=%s, quantity=2, list=200, paid=200, referral=0, code="")`, bob.Address, common.Address{}),
		fmt.Sprintf("Transfer(from=%s, to=%s, tokenId=4)", common.Address{}, bob.Address),
		"Locked(tokenId=4)",
		fmt.Sprintf("Transfer(from=%s, to=%s, tokenId=5)", common.Address{}, bob.Address),
		"Locked(tokenId=5)",
	}
	for i, log := range receipt.Logs {
		if got := describeLog(t, log); got != want[i] {
			t.Errorf("event %d is %s, want %s", i, got, want[i])
		}
	}
	if len(receipt.Logs) != len(want) {
		t.Errorf("%d events, want %d", len(receipt.Logs), len(want))
	}
	if got := ask(t, m.chain, license, bindNFT.PackTotalSupply(), bindNFT.UnpackTotalSupply); got.Int64() != 5 {
		t.Errorf("supply %s, want 5", got)
	}
	for id, holder := range map[int64]account{1: alice, 3: alice, 4: bob, 5: bob} {
		if got := ask(t, m.chain, license, bindNFT.PackOwnerOf(n(id)), bindNFT.UnpackOwnerOf); got != holder.Address {
			t.Errorf("licence %d belongs to %s", id, got)
		}
	}
}

func TestLicenseIsSoulboundUntilUnlocked(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(100, 50, noQuota)))
	license := m.license(t)
	m.buy(t, alice, 2, "")
	refuses := func(from account, data []byte, want string) {
		t.Helper()
		if _, err := m.try(from.Address, license, nil, data); err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
	locked := func(id int64) bool {
		return ask(t, m.chain, license, bindNFT.PackLocked(n(id)), bindNFT.UnpackLocked)
	}
	m.do(t, alice, license, nil, bindNFT.PackApprove(carol.Address, n(1)))
	for _, from := range []account{alice, carol} {
		refuses(from, bindNFT.PackTransferFrom(alice.Address, bob.Address, n(1)), "Soulbound(tokenId=1)")
		refuses(from, bindNFT.PackSafeTransferFrom(alice.Address, bob.Address, n(1)), "Soulbound(tokenId=1)")
	}
	if !locked(1) {
		t.Error("licence 1 says that it is not locked")
	}
	refuses(alice, bindNFT.PackLocked(n(3)), "ERC721NonexistentToken(tokenId=3)")
	refuses(alice, bindNFT.PackUnlock(), fmt.Sprintf("OwnableUnauthorizedAccount(account=%s)", alice.Address))

	receipt := m.do(t, owner, license, nil, bindNFT.PackUnlock())
	if got := describeLog(t, receipt.Logs[0]); len(receipt.Logs) != 1 || got != "Unlocked()" {
		t.Errorf("unlocking emitted %s", got)
	}
	if locked(1) {
		t.Error("licence 1 says that it is still locked")
	}
	m.do(t, carol, license, nil, bindNFT.PackTransferFrom(alice.Address, bob.Address, n(1)))
	m.do(t, alice, license, nil, bindNFT.PackSafeTransferFrom(alice.Address, bob.Address, n(2)))
	refuses(owner, bindNFT.PackUnlock(), "AlreadyUnlocked()")

	paid := m.quote(t, alice.Address, 1, "").Paid
	receipt = m.do(t, alice, m.sale, paid, buying(n(1), ""))
	if len(receipt.Logs) != 2 { // Purchased and Transfer, no Locked any more
		t.Errorf("%d events of a purchase after unlocking, want 2", len(receipt.Logs))
	}
}

func TestOnlyTheMinterMints(t *testing.T) {
	t.Parallel()
	c := newChain(t)
	license, receipt := c.deploy(t, nodelicense.NodeLicenseMetaData.Bin, bindNFT.PackConstructor(owner.Address, "Node Licence", "NODE"))
	if got := len(receipt.Logs); got != 1 {
		t.Errorf("%d events, want the ownership", got)
	}
	refuses := func(from account, data []byte, want string) {
		t.Helper()
		if _, err := c.try(from.Address, license, nil, data); err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
	refuses(owner, bindNFT.PackMint(alice.Address, n(1)), fmt.Sprintf("NotMinter(caller=%s)", owner.Address))
	refuses(alice, bindNFT.PackSetMinter(alice.Address), fmt.Sprintf("OwnableUnauthorizedAccount(account=%s)", alice.Address))
	refuses(owner, bindNFT.PackSetMinter(common.Address{}), "ZeroAddress()")
	set := c.do(t, owner, license, nil, bindNFT.PackSetMinter(dave.Address))
	if got, want := describeLog(t, set.Logs[0]), fmt.Sprintf("MinterSet(minter=%s)", dave.Address); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	refuses(owner, bindNFT.PackSetMinter(bob.Address), fmt.Sprintf("MinterFixed(minter=%s)", dave.Address))
	refuses(owner, bindNFT.PackMint(alice.Address, n(1)), fmt.Sprintf("NotMinter(caller=%s)", owner.Address))
	refuses(dave, bindNFT.PackMint(common.Address{}, n(1)), fmt.Sprintf("ERC721InvalidReceiver(receiver=%s)", common.Address{}))
	c.do(t, dave, license, nil, bindNFT.PackMint(alice.Address, n(2)))
}

func TestLicenseInterfaces(t *testing.T) {
	t.Parallel()
	c := newChain(t)
	license := c.unlinkedLicense(t)
	for id, want := range map[[4]byte]bool{
		{0x01, 0xff, 0xc9, 0xa7}: true,  // ERC-165
		{0x80, 0xac, 0x58, 0xcd}: true,  // ERC-721
		{0x5b, 0x5e, 0x13, 0x9f}: true,  // its metadata
		{0xb4, 0x5a, 0x3c, 0x0e}: true,  // ERC-5192
		{0x78, 0x0e, 0x9d, 0x63}: false, // ERC-721 Enumerable
		{0xff, 0xff, 0xff, 0xff}: false,
	} {
		if got := ask(t, c, license, bindNFT.PackSupportsInterface(id), bindNFT.UnpackSupportsInterface); got != want {
			t.Errorf("interface %x: %t, want %t", id, got, want)
		}
	}
	if got := ask(t, c, license, bindNFT.PackName(), bindNFT.UnpackName); got != "Node Licence" {
		t.Errorf("name %q", got)
	}
}
