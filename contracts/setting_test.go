package contracts_test

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/contracts/nodesale"
)

func TestConstructorAnnouncesEverySetting(t *testing.T) {
	t.Parallel()
	c := newChain(t)
	s := settings(parallel, tier(100, 5, 1), tier(200, 6, noQuota))
	s.DiscountBps, s.RewardBps, s.RewardCap, s.MaxNodes = n(1234), n(567), n(4321), n(11)
	_, receipt := c.deploy(t, nodesale.NodeSaleMetaData.Bin, bind.PackConstructor(s))
	want := []string{
		fmt.Sprintf("OwnershipTransferred(previousOwner=%s, newOwner=%s)", common.Address{}, owner.Address),
		"BoundsSet(discountCap=5000, rewardCap=4321, delay=0)",
		fmt.Sprintf("TreasurySet(treasury=%s)", vault),
		"ModeSet(mode=1)",
		"MaxNodesSet(maxNodes=11)",
		"DiscountSet(bps=1234)",
		"RewardSet(bps=567)",
		"TierSet(tier=0, price=100, size=5, perWallet=1)",
		fmt.Sprintf("TierSet(tier=1, price=200, size=6, perWallet=%d)", noQuota),
	}
	var got []string
	for _, log := range receipt.Logs {
		got = append(got, describeLog(t, log))
	}
	if !slices.Equal(got, want) {
		t.Fatalf("events\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestEveryChangeOfASettingIsAnnounced makes every call that changes a setting. It compares itself with the ABI, so
// that a new setting cannot be forgotten here.
func TestEveryChangeOfASettingIsAnnounced(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(100, 5, 1)))
	license := m.unlinkedLicense(t)
	m.do(t, owner, license, nil, bindNFT.PackSetMinter(m.sale))
	root := common.Hash{7}
	byOwner := []struct {
		data []byte
		want string
	}{
		{bind.PackSetTier(n(0), tier(150, 7, 2)), "TierSet(tier=0, price=150, size=7, perWallet=2)"},
		{bind.PackSetTier(n(1), tier(300, 9, 0)), "TierSet(tier=1, price=300, size=9, perWallet=0)"},
		{bind.PackSetMode(1), "ModeSet(mode=1)"},
		{bind.PackSetTreasury(dave.Address), fmt.Sprintf("TreasurySet(treasury=%s)", dave.Address)},
		{bind.PackSetMaxNodes(n(77)), "MaxNodesSet(maxNodes=77)"},
		{bind.PackSetDiscount(n(500)), "DiscountSet(bps=500)"},
		{bind.PackSetReward(n(5000)), "RewardSet(bps=5000)"},
		{bind.PackSetCode("XAVER", carol.Address, true), fmt.Sprintf(`CodeSet(code="XAVER", wallet=%s, active=true)`, carol.Address)},
		{bind.PackSetLicense(license), fmt.Sprintf("LicenseSet(license=%s)", license)},
		{bind.PackSetAllowlist(n(1), root), fmt.Sprintf("AllowlistSet(tier=1, root=%s)", root)},
		{bind.PackSetVoucherSigner(dave.Address), fmt.Sprintf("VoucherSignerSet(signer=%s)", dave.Address)},
		{bind.PackPause(), fmt.Sprintf("Paused(account=%s)", owner.Address)},
		{bind.PackUnpause(), fmt.Sprintf("Unpaused(account=%s)", owner.Address)},
		{bind.PackTransferOwnership(bob.Address),
			fmt.Sprintf("OwnershipTransferStarted(previousOwner=%s, newOwner=%s)", owner.Address, bob.Address)},
	}
	covered := map[string]bool{}
	contract := definitions()[0]
	check := func(from account, data []byte, want string) {
		t.Helper()
		method, err := contract.MethodById(data)
		must(t, err)
		covered[method.Name] = true
		receipt := m.do(t, from, m.sale, nil, data)
		if len(receipt.Logs) != 1 {
			t.Fatalf("%s emitted %d events, want 1", method.Name, len(receipt.Logs))
		}
		if got := describeLog(t, receipt.Logs[0]); got != want {
			t.Errorf("%s emitted %s, want %s", method.Name, got, want)
		}
	}
	for _, setting := range byOwner {
		m.refuses(t, alice, nil, setting.data, fmt.Sprintf("OwnableUnauthorizedAccount(account=%s)", alice.Address))
		check(owner, setting.data, setting.want)
	}
	m.refuses(t, alice, nil, bind.PackAcceptOwnership(), fmt.Sprintf("OwnableUnauthorizedAccount(account=%s)", alice.Address))
	moved := "OwnershipTransferred(previousOwner=%s, newOwner=%s)"
	check(bob, bind.PackAcceptOwnership(), fmt.Sprintf(moved, owner.Address, bob.Address))
	commit, register := registering("DAVE", dave.Address)
	check(dave, commit, fmt.Sprintf("CodeCommitted(commitment=%s)", commitment("DAVE", dave.Address)))
	m.wait(t, 60)
	check(bob, bind.PackRenounceOwnership(), fmt.Sprintf(moved, bob.Address, common.Address{}))
	check(dave, register, fmt.Sprintf(`CodeSet(code="DAVE", wallet=%s, active=true)`, dave.Address))

	elsewhere := []string{"announce", "withdrawAnnouncement", "buy", "buyWith", "withdrawReferral", "withdrawReferralTo"} // change no setting
	for name, method := range contract.Methods {
		if !method.IsConstant() && !covered[name] && !slices.Contains(elsewhere, name) {
			t.Errorf("%s changes something and is not tested", name)
		}
	}
	checkSettings(t, m, license)
}

// checkSettings reads back what TestEveryChangeOfASettingIsAnnounced has set.
func checkSettings(t *testing.T, m *market, license common.Address) {
	t.Helper()
	tier := ask(t, m.chain, m.sale, bind.PackTiers(n(0)), bind.UnpackTiers)
	code := ask(t, m.chain, m.sale, bind.PackCodeOf("XAVER"), bind.UnpackCodeOf)
	got := fmt.Sprint(
		tier.Price, tier.Size, tier.PerWallet, tier.Sold,
		ask(t, m.chain, m.sale, bind.PackTierCount(), bind.UnpackTierCount),
		ask(t, m.chain, m.sale, bind.PackMode(), bind.UnpackMode),
		ask(t, m.chain, m.sale, bind.PackTreasury(), bind.UnpackTreasury),
		ask(t, m.chain, m.sale, bind.PackMaxNodes(), bind.UnpackMaxNodes),
		ask(t, m.chain, m.sale, bind.PackDiscountBps(), bind.UnpackDiscountBps),
		ask(t, m.chain, m.sale, bind.PackRewardBps(), bind.UnpackRewardBps),
		code.Wallet, code.Active,
		ask(t, m.chain, m.sale, bind.PackLicense(), bind.UnpackLicense),
	)
	want := fmt.Sprint(n(150), n(7), n(2), n(0), n(2), 1, dave.Address, n(77), n(500), n(5000), carol.Address, true, license)
	if got != want {
		t.Errorf("settings %s, want %s", got, want)
	}
}

func TestSettersRefuse(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(100, 5, noQuota)))
	m.buy(t, alice, 3, "")
	tooHigh := new(big.Int).Lsh(n(1), 128)
	for _, test := range []struct {
		data []byte
		want string
	}{
		{bind.PackSetTier(n(0), tier(100, 2, 1)), "TierBelowSold(tier=0, size=2, sold=3)"},
		{bind.PackSetTier(n(2), tier(100, 2, 1)), "NoSuchTier(tier=2, count=1)"},
		{bind.PackSetTier(n(1), nodesale.NodeSaleTier{Price: tooHigh, Size: 1}), fmt.Sprintf("PriceTooHigh(tier=1, price=%s)", tooHigh)},
		{bind.PackTiers(n(1)), "NoSuchTier(tier=1, count=1)"},
		{bind.PackSetMaxNodes(n(2)), "MaxNodesBelowSold(maxNodes=2, sold=3)"},
		{bind.PackSetMaxNodes(new(big.Int).Add(mostNodes, n(1))),
			fmt.Sprintf("MaxNodesTooHigh(maxNodes=%s, most=%s)", new(big.Int).Add(mostNodes, n(1)), mostNodes)},
		{bind.PackBoughtInTier(alice.Address, n(1)), "NoSuchTier(tier=1, count=1)"},
		{bind.PackSetDiscount(n(5001)), "BpsTooHigh(bps=5001, cap=5000)"},
		{bind.PackSetReward(n(5001)), "BpsTooHigh(bps=5001, cap=5000)"},
		{bind.PackSetTreasury(common.Address{}), "ZeroAddress()"},
		{bind.PackSetLicense(common.Address{}), "ZeroAddress()"},
		{bind.PackSetCode("XAVER", common.Address{}, true), "ZeroAddress()"},
		{bind.PackSetMode(1), "ModeFixed(mode=0)"},
	} {
		m.refuses(t, owner, nil, test.data, test.want)
	}
	m.set(t, bind.PackSetTier(n(0), tier(100, 3, 1))) // down to what is sold
	m.set(t, bind.PackSetMaxNodes(n(3)))
	m.refuses(t, bob, n(100), buying(n(1), ""), "MaxNodesExceeded(asked=1, left=0)")

	unsold := newMarket(t, settings(sequential))
	unsold.refuses(t, owner, nil, bind.PackSetMode(2), "BadMode(mode=2)")
}

// TestABIHasNoUnnamedValues keeps what people and programs read legible: every error and event names its values.
func TestABIHasNoUnnamedValues(t *testing.T) {
	t.Parallel()
	for _, contract := range definitions() {
		inputs := map[string]abi.Arguments{}
		for _, known := range contract.Errors {
			inputs["error "+known.Name] = known.Inputs
		}
		for _, event := range contract.Events {
			inputs["event "+event.Name] = event.Inputs
		}
		for name, values := range inputs {
			for i, value := range values {
				if value.Name == "" || value.Name == fmt.Sprintf("arg%d", i) {
					t.Errorf("%s: value %d has no name", name, i)
				}
			}
		}
	}
}
