package contracts_test

import (
	"errors"
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/nodeledger/nodeledger/contracts/nodesale"
	"github.com/nodeledger/nodeledger/contracts/testcontracts"
)

// TestBuyRefuses makes every refusal of a purchase, by quote and by buy.
func TestBuyRefuses(t *testing.T) {
	t.Parallel()
	s := settings(sequential, tier(100, 5, 4), tier(200, 50, 9))
	s.MaxNodes = n(40)
	m := newMarket(t, s)
	m.register(t, carol, "CAROL")
	m.register(t, dave, "GONE")
	m.set(t, bind.PackSetCode("GONE", dave.Address, false))
	m.buy(t, alice, 3, "")

	for _, test := range []struct {
		who      account
		quantity *big.Int
		code     string
		want     string
	}{
		{alice, n(0), "", "ZeroQuantity()"},
		{alice, n(0), "nobody", "ZeroQuantity()"},
		{alice, n(1), "nobody", `UnknownCode(code="nobody")`},
		{alice, n(1), "carol", `UnknownCode(code="carol")`},
		{alice, n(1), " CAROL", `UnknownCode(code=" CAROL")`},
		{alice, n(1), "GONE", `UnknownCode(code="GONE")`},
		{alice, n(1), "\xff\x00", `UnknownCode(code="\xff\x00")`},
		{carol, n(1), "CAROL", fmt.Sprintf("SelfReferral(wallet=%s)", carol.Address)},
		{alice, n(38), "", "MaxNodesExceeded(asked=38, left=37)"},
		{alice, n(4000), "", "MaxNodesExceeded(asked=4000, left=37)"},
		{alice, n(4001), "", "PurchaseTooLarge(asked=4001, most=4000)"},
		{alice, highest, "CAROL", fmt.Sprintf("PurchaseTooLarge(asked=%s, most=4000)", highest)},
		{alice, n(2), "", fmt.Sprintf("QuotaExceeded(wallet=%s, tier=0, room=1, wanted=2)", alice.Address)},
		{bob, n(12), "", fmt.Sprintf("QuotaExceeded(wallet=%s, tier=1, room=9, wanted=10)", bob.Address)},
	} {
		m.refuses(t, test.who, nil, bind.PackQuote(test.who.Address, test.quantity, test.code), test.want)
		m.refuses(t, test.who, n(1), buying(test.quantity, test.code), test.want)
	}

	for _, sent := range []int64{0, 99, 90} {
		m.refuses(t, alice, n(sent), buying(n(1), ""), fmt.Sprintf("PaidTooLittle(price=100, sent=%d)", sent))
	}
	m.refuses(t, alice, n(89), buying(n(1), "CAROL"), "PaidTooLittle(price=90, sent=89)")

	// A maximum out of the way, what there is in the tiers is the limit; no sum overflows.
	m.set(t, bind.PackSetMaxNodes(mostNodes))
	m.set(t, bind.PackSetTier(n(0), tier(100, 5, noQuota)))
	m.set(t, bind.PackSetTier(n(1), tier(200, 50, noQuota)))
	for _, asked := range []int64{53, 4000} {
		m.refuses(t, bob, n(1), buying(n(asked), ""), fmt.Sprintf("NotEnoughNodes(asked=%d, available=52)", asked))
	}
}

func TestRefusedPurchaseChangesNothing(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(100, 5, noQuota)))
	receipt := m.send(t, alice, &m.sale, n(99), buying(n(1), ""))
	if receipt.Status != types.ReceiptStatusFailed || len(receipt.Logs) != 0 {
		t.Fatalf("status %d with %d logs, want a failure", receipt.Status, len(receipt.Logs))
	}
	if m.sold(t) != 0 || m.balance(t, m.sale).Sign() != 0 {
		t.Fatal("a refused purchase left something behind")
	}
}

func TestPauseStopsPurchasesOnly(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(100, 5, noQuota)))
	m.register(t, carol, "CAROL")
	m.buy(t, alice, 2, "CAROL")
	m.set(t, bind.PackPause())
	m.refuses(t, alice, n(100), buying(n(1), ""), "EnforcedPause()")
	m.refuses(t, alice, nil, bind.PackQuote(alice.Address, n(1), ""), "EnforcedPause()")
	m.refuses(t, owner, nil, bind.PackPause(), "EnforcedPause()")
	m.register(t, dave, "DAVE")
	m.do(t, carol, m.sale, nil, bind.PackWithdrawReferral())
	m.set(t, bind.PackUnpause())
	m.refuses(t, owner, nil, bind.PackUnpause(), "ExpectedPause()")
	m.buy(t, alice, 1, "DAVE")
}

func TestCoinsWithoutAPurchaseAreRefused(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(100, 5, noQuota)))
	for _, data := range [][]byte{nil, bind.PackWithdrawReferral(), bind.PackRegisterCode("CAROL", salt), {1, 2, 3, 4}} {
		if _, err := m.try(alice.Address, m.sale, n(1), data); err == nil {
			t.Errorf("call %x took a coin", data)
		}
	}
}

func TestTreasuryThatRefusesStopsThePurchase(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(100, 5, noQuota)))
	m.register(t, carol, "CAROL")
	refusing, _ := m.deploy(t, testcontracts.RejectingMetaData.Bin, nil)
	m.set(t, bind.PackSetTreasury(refusing))
	m.refuses(t, alice, n(100), buying(n(1), ""), fmt.Sprintf("TreasuryRejected(treasury=%s, amount=100)", refusing))
	m.refuses(t, alice, n(90), buying(n(1), "CAROL"), fmt.Sprintf("TreasuryRejected(treasury=%s, amount=81)", refusing))
	m.set(t, bind.PackSetTreasury(vault))
	m.buy(t, alice, 1, "CAROL")
}

func TestConstructorRefuses(t *testing.T) {
	t.Parallel()
	c := newChain(t)
	good := func() nodesale.NodeSaleSettings { return settings(sequential, tier(100, 5, 1)) }
	for want, change := range map[string]func(*nodesale.NodeSaleSettings){
		"ZeroAddress()":                             func(s *nodesale.NodeSaleSettings) { s.Treasury = common.Address{} },
		"BadMode(mode=2)":                           func(s *nodesale.NodeSaleSettings) { s.Mode = 2 },
		"BpsTooHigh(bps=5001, cap=5000)":            func(s *nodesale.NodeSaleSettings) { s.DiscountCap = n(5001) },
		"BpsTooHigh(bps=5002, cap=5000)":            func(s *nodesale.NodeSaleSettings) { s.RewardCap = n(5002) },
		"BpsTooHigh(bps=1000, cap=999)":             func(s *nodesale.NodeSaleSettings) { s.DiscountCap = n(999) },
		"BpsTooHigh(bps=1000, cap=998)":             func(s *nodesale.NodeSaleSettings) { s.RewardCap = n(998) },
		"BadDelay(delay=0, immediate=false)":        func(s *nodesale.NodeSaleSettings) { s.Immediate = false },
		"BadDelay(delay=1, immediate=true)":         func(s *nodesale.NodeSaleSettings) { s.Delay = 1 },
		"BadDelay(delay=31536001, immediate=false)": func(s *nodesale.NodeSaleSettings) { s.Delay, s.Immediate = 31_536_001, false },
		"OwnableInvalidOwner(owner=0x0000000000000000000000000000000000000000)": func(s *nodesale.NodeSaleSettings) {
			s.Owner = common.Address{}
		},
		fmt.Sprintf("PriceTooHigh(tier=0, price=%s)", new(big.Int).Lsh(n(1), 128)): func(s *nodesale.NodeSaleSettings) {
			s.Tiers[0].Price = new(big.Int).Lsh(n(1), 128)
		},
	} {
		s := good()
		change(&s)
		_, err := c.client.CallContract(t.Context(), deployment(s), nil)
		if got := revertOf(err); got != want {
			t.Errorf("deployed with %s, want %s", got, want)
		}
	}
}

// TestErrorsDecodeWithTheBindings has one error go through the generated code instead of this test's reader.
func TestErrorsDecodeWithTheBindings(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(100, 5, 4)))
	_, err := m.try(bob.Address, m.sale, nil, buying(n(5), ""))
	var refused revert
	if !errors.As(err, &refused) {
		t.Fatalf("got %v", err)
	}
	decoded, err := bind.UnpackError(refused.data)
	must(t, err)
	quota, ok := decoded.(*nodesale.NodeSaleQuotaExceeded)
	if !ok || quota.Wallet != bob.Address || quota.Tier.Int64() != 0 || quota.Room.Int64() != 4 || quota.Wanted.Int64() != 5 {
		t.Fatalf("decoded %+v", decoded)
	}
	if !strings.HasPrefix(refused.Error(), "QuotaExceeded(") {
		t.Fatalf("the two readers differ: %v", refused)
	}
}
