package contracts_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/contracts/nodelicense"
	"github.com/nodeledger/nodeledger/contracts/testcontracts"
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

// refusesAt checks that a call to another contract than the sale is refused with just this error.
func (c *chain) refusesAt(t tester, at common.Address, from account, data []byte, want string) {
	t.Helper()
	if _, err := c.try(from.Address, at, nil, data); err == nil || err.Error() != want {
		t.Fatalf("got %v, want %s", err, want)
	}
}

// events describes what a transaction emitted.
func events(t tester, receipt *types.Receipt) []string {
	t.Helper()
	var out []string
	for _, log := range receipt.Logs {
		out = append(out, describeLog(t, log))
	}
	return out
}

func checkEvents(t *testing.T, receipt *types.Receipt, want ...string) {
	t.Helper()
	if got := events(t, receipt); !slices.Equal(got, want) {
		t.Errorf("events\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestLicenseIsSoulboundUntilUnlocked also shows that no approval waits for the unlocking: none can be given before it.
func TestLicenseIsSoulboundUntilUnlocked(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(100, 50, noQuota)))
	license := m.license(t)
	m.buy(t, alice, 2, "")
	refuses := func(from account, data []byte, want string) { t.Helper(); m.refusesAt(t, license, from, data, want) }
	locked := func(id int64) bool {
		return ask(t, m.chain, license, bindNFT.PackLocked(n(id)), bindNFT.UnpackLocked)
	}
	for _, from := range []account{alice, carol} {
		refuses(from, bindNFT.PackTransferFrom(alice.Address, bob.Address, n(1)), "Soulbound(tokenId=1)")
		refuses(from, bindNFT.PackSafeTransferFrom(alice.Address, bob.Address, n(1)), "Soulbound(tokenId=1)")
		refuses(from, bindNFT.PackApprove(carol.Address, n(1)), "Soulbound(tokenId=1)")
	}
	nobody := "ERC721NonexistentToken(tokenId=3)"
	refuses(alice, bindNFT.PackTransferFrom(alice.Address, bob.Address, n(3)), nobody)
	refuses(alice, bindNFT.PackApprove(carol.Address, n(3)), nobody)
	refuses(alice, bindNFT.PackLocked(n(3)), nobody)
	refuses(alice, bindNFT.PackOwnerOf(n(3)), nobody)
	refuses(alice, bindNFT.PackOwnerOf(n(0)), "ERC721NonexistentToken(tokenId=0)")
	refuses(alice, bindNFT.PackSetApprovalForAll(carol.Address, true), fmt.Sprintf("AllSoulbound(holder=%s)", alice.Address))
	m.do(t, alice, license, nil, bindNFT.PackSetApprovalForAll(carol.Address, false))
	m.do(t, alice, license, nil, bindNFT.PackApprove(common.Address{}, n(1)))
	refuses(bob, bindNFT.PackApprove(common.Address{}, n(1)), fmt.Sprintf("ERC721InvalidApprover(approver=%s)", bob.Address))
	if !locked(1) {
		t.Error("licence 1 says that it is not locked")
	}
	refuses(alice, bindNFT.PackUnlock(), fmt.Sprintf("OwnableUnauthorizedAccount(account=%s)", alice.Address))

	m.do(t, owner, license, nil, bindNFT.PackUnlock())
	if locked(1) || locked(2) {
		t.Error("a licence says that it is still locked")
	}
	refuses(owner, bindNFT.PackUnlock(), "AlreadyUnlocked()")
	refuses(carol, bindNFT.PackTransferFrom(alice.Address, bob.Address, n(1)),
		fmt.Sprintf("ERC721InsufficientApproval(operator=%s, tokenId=1)", carol.Address)) // nothing was approved before
	m.do(t, alice, license, nil, bindNFT.PackApprove(carol.Address, n(1)))
	m.do(t, carol, license, nil, bindNFT.PackTransferFrom(alice.Address, bob.Address, n(1)))
	m.do(t, alice, license, nil, bindNFT.PackSafeTransferFrom(alice.Address, bob.Address, n(2)))
	m.do(t, bob, license, nil, bindNFT.PackSetApprovalForAll(carol.Address, true))
	m.do(t, carol, license, nil, bindNFT.PackTransferFrom(bob.Address, dave.Address, n(2)))
}

// TestUnlockingIsTold: wallets and markets hear of each licence in the form of ERC-5192 and of all of them in that of ERC-4906.
func TestUnlockingIsTold(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(100, 50, noQuota)))
	license := m.license(t)
	m.refusesAt(t, license, owner, bindNFT.PackTell(n(1)), "StillLocked()")
	m.buy(t, alice, 2, "")
	m.buy(t, bob, 3, "")
	told := func(want int64) {
		t.Helper()
		if got := ask(t, m.chain, license, bindNFT.PackTold(), bindNFT.UnpackTold); got.Int64() != want {
			t.Errorf("told of %s, want %d", got, want)
		}
	}
	transfer := func(id int64) string {
		return fmt.Sprintf("Transfer(from=%s, to=%s, tokenId=%d)", common.Address{}, alice.Address, id)
	}
	unlocked := func(id int64) string { return fmt.Sprintf("Unlocked(tokenId=%d)", id) }
	bought := func(id int64) *types.Receipt {
		t.Helper()
		receipt := m.do(t, alice, m.sale, n(100), buying(n(1), ""))
		receipt.Logs = receipt.Logs[1:] // but the first one, Purchased
		return receipt
	}
	checkEvents(t, m.do(t, owner, license, nil, bindNFT.PackUnlock()), "AllUnlocked()", "BatchMetadataUpdate(_fromTokenId=1, _toTokenId=5)")
	told(0)
	first := m.do(t, carol, license, nil, bindNFT.PackTell(n(2))) // anybody
	checkEvents(t, first, unlocked(1), unlocked(2))
	if got := first.Logs[0].Topics[0]; got != crypto.Keccak256Hash([]byte("Unlocked(uint256)")) || got[0] != 0xf2 || got[1] != 0x7b {
		t.Errorf("the event is %s, not ERC-5192's", got)
	}
	told(2)
	checkEvents(t, bought(6), transfer(6), unlocked(6)) // one that is sold in between is told twice, none is left out
	told(2)
	checkEvents(t, m.do(t, carol, license, nil, bindNFT.PackTell(highest)), unlocked(3), unlocked(4), unlocked(5), unlocked(6))
	told(6)
	checkEvents(t, m.do(t, carol, license, nil, bindNFT.PackTell(n(1))))
	checkEvents(t, bought(7), transfer(7), unlocked(7)) // and from now on each is told when it is minted
	told(7)

	early := m.unlinkedLicense(t) // unlocked before anything is minted
	checkEvents(t, m.do(t, owner, early, nil, bindNFT.PackUnlock()), "AllUnlocked()")
}

func TestOnlyTheMinterMints(t *testing.T) {
	t.Parallel()
	c := newChain(t)
	license, receipt := c.deploy(t, nodelicense.NodeLicenseMetaData.Bin, bindNFT.PackConstructor(owner.Address, "Node Licence", "NODE"))
	if got := len(receipt.Logs); got != 1 {
		t.Errorf("%d events, want the ownership", got)
	}
	refuses := func(from account, data []byte, want string) { t.Helper(); c.refusesAt(t, license, from, data, want) }
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
	checkEvents(t, c.do(t, dave, license, nil, bindNFT.PackMint(alice.Address, n(0))))
	c.do(t, dave, license, nil, bindNFT.PackMint(alice.Address, n(2)))
	tooMany := new(big.Int).Lsh(n(1), 48)
	refuses(dave, bindNFT.PackMint(alice.Address, tooMany),
		fmt.Sprintf("SafeCastOverflowedUintDowncast(bits=48, value=%s)", new(big.Int).Add(tooMany, n(2))))
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
		{0x2a, 0x55, 0x20, 0x5a}: true,  // ERC-2981
		{0x49, 0x06, 0x49, 0x06}: true,  // ERC-4906
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

// TestMetadata: made by the contract, or under a base address; royalties up to a tenth.
func TestMetadata(t *testing.T) {
	t.Parallel()
	c := newChain(t)
	license, _ := c.deploy(t, nodelicense.NodeLicenseMetaData.Bin, bindNFT.PackConstructor(owner.Address, `Node "L"`, "NODE"))
	checkEvents(t, c.do(t, owner, license, nil, bindNFT.PackSetBaseURI("")), `BaseURISet(baseURI="")`)
	c.do(t, owner, license, nil, bindNFT.PackSetMinter(owner.Address))
	c.do(t, owner, license, nil, bindNFT.PackMint(alice.Address, n(12)))
	uri := func(id int64) string { return ask(t, c, license, bindNFT.PackTokenURI(n(id)), bindNFT.UnpackTokenURI) }
	decode := func(text, kind string) []byte {
		t.Helper()
		encoded, found := strings.CutPrefix(text, "data:"+kind+";base64,")
		if !found {
			t.Fatalf("%.60s is not %s", text, kind)
		}
		out, err := base64.StdEncoding.DecodeString(encoded)
		must(t, err)
		return out
	}
	for _, state := range []string{"yes", "no"} {
		var data struct {
			Name, Image string
			Attributes  []struct{ Value string }
		}
		must(t, json.Unmarshal(decode(uri(12), "application/json"), &data))
		if data.Name != `Node "L" #12` || len(data.Attributes) != 1 || data.Attributes[0].Value != state {
			t.Errorf("%+v, want it locked: %s", data, state)
		}
		picture := decode(data.Image, "image/svg+xml")
		if xml.Unmarshal(picture, new(struct{})) != nil || !bytes.Contains(picture, []byte("#12<")) {
			t.Errorf("picture %s", picture)
		}
		if state == "yes" {
			c.do(t, owner, license, nil, bindNFT.PackUnlock())
		}
	}
	c.refusesAt(t, license, alice, bindNFT.PackTokenURI(n(13)), "ERC721NonexistentToken(tokenId=13)")
	checkEvents(t, c.do(t, owner, license, nil, bindNFT.PackSetBaseURI("ipfs://x/")),
		`BaseURISet(baseURI="ipfs://x/")`, "BatchMetadataUpdate(_fromTokenId=1, _toTokenId=12)")
	if got := uri(3); got != "ipfs://x/3" {
		t.Errorf("metadata at %s", got)
	}

	royalty := func() string {
		got := ask(t, c, license, bindNFT.PackRoyaltyInfo(n(1), n(5000)), bindNFT.UnpackRoyaltyInfo)
		return fmt.Sprint(got.Receiver, got.Amount)
	}
	none := fmt.Sprint(common.Address{}, 0)
	if got := royalty(); got != none {
		t.Errorf("royalty %s before it was set", got)
	}
	checkEvents(t, c.do(t, owner, license, nil, bindNFT.PackSetRoyalty(dave.Address, n(1000))),
		fmt.Sprintf("RoyaltySet(receiver=%s, bps=1000)", dave.Address))
	if got, want := royalty(), fmt.Sprint(dave.Address, 500); got != want {
		t.Errorf("royalty %s, want %s", got, want)
	}
	c.refusesAt(t, license, owner, bindNFT.PackSetRoyalty(dave.Address, n(1001)), "RoyaltyTooHigh(bps=1001, most=1000)")
	c.do(t, owner, license, nil, bindNFT.PackSetRoyalty(common.Address{}, n(0)))
	if got := royalty(); got != none {
		t.Errorf("royalty %s after it was taken back", got)
	}
	stranger := fmt.Sprintf("OwnableUnauthorizedAccount(account=%s)", alice.Address)
	c.refusesAt(t, license, alice, bindNFT.PackSetRoyalty(alice.Address, n(1)), stranger)
	c.refusesAt(t, license, alice, bindNFT.PackSetBaseURI("x"), stranger)
}

// TestSetLicense: only a contract that mints for this sale alone, and before the first purchase.
func TestSetLicense(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(100, 50, noQuota)))
	license := m.unlinkedLicense(t)
	another := func(at, minter common.Address) string {
		return fmt.Sprintf("LicenseMintsForAnother(license=%s, minter=%s)", at, minter)
	}
	answers := func(bytes []byte, how uint8) common.Address {
		at, _ := m.deploy(t, testcontracts.AnsweringMetaData.Bin, testcontracts.NewAnswering().PackConstructor(bytes, how))
		return at
	}
	word := common.LeftPadBytes(m.sale[:], 32)
	for what, at := range map[string]common.Address{
		"an account": dave.Address, "a contract without a minter": m.deployed(t, testcontracts.RejectingMetaData.Bin),
		"a licence without a minter": license, "a short answer": answers(word[:31], 0), "a long answer": answers(append(word, 0), 0),
		"a refusal": answers(word, 1), "the sale": m.sale,
	} {
		_, err := m.try(owner.Address, m.sale, nil, bind.PackSetLicense(at))
		if want := another(at, common.Address{}); err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", what, err, want)
		}
	}
	other := m.unlinkedLicense(t)
	m.do(t, owner, other, nil, bindNFT.PackSetMinter(dave.Address))
	m.refuses(t, owner, nil, bind.PackSetLicense(other), another(other, dave.Address))
	m.do(t, owner, license, nil, bindNFT.PackSetMinter(m.sale))
	m.set(t, bind.PackSetLicense(license))
	m.refuses(t, owner, nil, bind.PackSetLicense(license), fmt.Sprintf("LicenseFixed(license=%s)", license))
	m.buy(t, alice, 1, "")

	late := &market{m.chain, m.sell(t, settings(sequential, tier(100, 50, noQuota)))}
	license = m.unlinkedLicense(t)
	m.do(t, owner, license, nil, bindNFT.PackSetMinter(late.sale))
	late.buy(t, alice, 3, "")
	late.refuses(t, owner, nil, bind.PackSetLicense(license), "LicenseTooLate(sold=3)")
}
