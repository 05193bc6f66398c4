package contracts_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/ethereum/go-ethereum/common"
	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/contracts/testcontracts"
)

func TestCodes(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(100, 50, noQuota)))
	m.do(t, carol, m.sale, nil, bind.PackRegisterCode("Node"))
	m.refuses(t, carol, nil, bind.PackRegisterCode("Node"), `CodeTaken(code="Node")`)
	m.refuses(t, dave, nil, bind.PackRegisterCode("Node"), `CodeTaken(code="Node")`)
	m.do(t, dave, m.sale, nil, bind.PackRegisterCode("node")) // another code
	m.do(t, dave, m.sale, nil, bind.PackRegisterCode("节点 ночь ⚡"))
	for code, want := range map[string]account{"Node": carol, "node": dave, "节点 ночь ⚡": dave} {
		if p := m.buy(t, alice, 1, code); p.Referrer != want.Address || p.Code != code {
			t.Errorf("code %q credited %s", code, p.Referrer)
		}
	}

	m.set(t, bind.PackSetCode("Node", dave.Address, true)) // points it to another wallet
	if p := m.buy(t, carol, 1, "Node"); p.Referrer != dave.Address {
		t.Errorf("the code credited %s", p.Referrer)
	}
	m.set(t, bind.PackSetCode("Node", dave.Address, false))
	m.refuses(t, alice, n(90), bind.PackBuy(n(1), "Node"), `UnknownCode(code="Node")`)
	m.refuses(t, carol, nil, bind.PackRegisterCode("Node"), `CodeTaken(code="Node")`) // disabled is not free
	m.set(t, bind.PackSetCode("Node", carol.Address, true))
	m.buy(t, alice, 1, "Node")

	unknown := ask(t, m.chain, m.sale, bind.PackCodeOf("NODE"), bind.UnpackCodeOf)
	if unknown.Wallet != (common.Address{}) || unknown.Active {
		t.Errorf("a code that nobody registered: %+v", unknown)
	}
	m.set(t, bind.PackSetCode("fresh", carol.Address, true)) // the owner registers one for somebody
	m.refuses(t, owner, nil, bind.PackSetCode("", carol.Address, true), `BadCode(code="")`)
}

// TestCodeText compares the contract's idea of a code with Go's: 1 to 32 bytes of UTF-8 without control characters.
func TestCodeText(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential))
	check := func(t tester, code string) {
		want := code != "" && len(code) <= 32 && utf8.ValidString(code) && !strings.ContainsFunc(code, unicode.IsControl)
		_, err := m.try(carol.Address, m.sale, nil, bind.PackRegisterCode(code))
		if (err == nil) != want {
			t.Fatalf("code %q: %v, want accepted %t", code, err, want)
		}
		if err != nil && err.Error() != fmt.Sprintf("BadCode(code=%q)", code) {
			t.Fatalf("code %q: %v", code, err)
		}
	}
	for _, code := range []string{
		"", strings.Repeat("a", 32), strings.Repeat("a", 33), "a\x00", "\x1f", " ", "~", "\x7f", "\u0080", "\u009f", "\u00a0",
		"\xc0\x80", "\xc1\xbf", "\u07ff", "\xe0\x9f\xbf", "\u0800", "\ud7ff", "\xed\xa0\x80", "\ue000", "\uffff",
		"\xf0\x8f\xbf\xbf", "\U00010000", "\U0010ffff", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xff", "a\xe2\x82", "\x80",
		strings.Repeat("é", 16), strings.Repeat("é", 16) + "a", strings.Repeat("\U0001f680", 8), "a" + strings.Repeat("\U0001f680", 8),
	} {
		check(t, code)
	}
	rapid.Check(t, func(t *rapid.T) {
		check(t, rapid.OneOf(
			rapid.StringN(0, 12, 40),
			rapid.Map(rapid.SliceOfN(rapid.Byte(), 1, 6), func(b []byte) string { return string(b) }),
			rapid.Map(rapid.SliceOfN(rapid.SampledFrom([]byte{0xe0, 0xed, 0xf0, 0xf4, 0xc2, 0x80, 0x9f, 0xa0, 0xbf, 'a'}), 1, 5),
				func(b []byte) string { return string(b) }),
		).Draw(t, "code"))
	})
}

func TestWithdrawal(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(1000, 50, noQuota)))
	m.do(t, carol, m.sale, nil, bind.PackRegisterCode("C"))
	m.do(t, dave, m.sale, nil, bind.PackRegisterCode("D"))
	m.buy(t, alice, 1, "C") // 90
	m.buy(t, bob, 2, "D")   // 180
	m.buy(t, bob, 3, "C")   // 270

	m.refuses(t, alice, nil, bind.PackWithdrawReferral(), fmt.Sprintf("NothingOwed(wallet=%s)", alice.Address))
	m.refuses(t, carol, nil, bind.PackWithdrawReferralTo(common.Address{}), "ZeroAddress()")

	receipt := m.do(t, carol, m.sale, nil, bind.PackWithdrawReferral())
	want := fmt.Sprintf("ReferralWithdrawn(wallet=%s, to=%s, amount=360)", carol.Address, carol.Address)
	if got := describeLog(t, receipt.Logs[0]); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	m.refuses(t, carol, nil, bind.PackWithdrawReferral(), fmt.Sprintf("NothingOwed(wallet=%s)", carol.Address))

	elsewhere := common.HexToAddress("0xe15e")
	receipt = m.do(t, dave, m.sale, nil, bind.PackWithdrawReferralTo(elsewhere))
	want = fmt.Sprintf("ReferralWithdrawn(wallet=%s, to=%s, amount=180)", dave.Address, elsewhere)
	if got := describeLog(t, receipt.Logs[0]); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := m.balance(t, elsewhere); got.Int64() != 180 {
		t.Errorf("it arrived as %s, want 180", got)
	}
	if left := m.balance(t, m.sale); left.Sign() != 0 {
		t.Errorf("%s wei stay in the sale", left)
	}
}

func TestReferrerThatCannotBePaidBlocksNobody(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(1000, 50, noQuota)))
	bindRejecting := testcontracts.NewRejecting()
	wallet, _ := m.deploy(t, testcontracts.RejectingMetaData.Bin, nil)
	m.do(t, carol, wallet, nil, bindRejecting.PackRun(m.sale, bind.PackRegisterCode("WALLET")))
	if p := m.buy(t, alice, 1, "WALLET"); p.Referrer != wallet || p.Referral.Int64() != 90 {
		t.Fatalf("%+v", p)
	}
	_, err := m.try(carol.Address, wallet, nil, bindRejecting.PackRun(m.sale, bind.PackWithdrawReferral()))
	if want := fmt.Sprintf("WithdrawalRejected(to=%s, amount=90)", wallet); err == nil || err.Error() != want {
		t.Fatalf("got %v, want %s", err, want)
	}
	elsewhere := common.HexToAddress("0xe15e")
	m.do(t, carol, wallet, nil, bindRejecting.PackRun(m.sale, bind.PackWithdrawReferralTo(elsewhere)))
	if got := m.balance(t, elsewhere); got.Int64() != 90 {
		t.Fatalf("it arrived as %s, want 90", got)
	}
}

// hostile deploys a contract that makes the armed call whenever it gets coins or a token.
func hostile(t *testing.T, c *chain, target common.Address, value int64, payload []byte) (common.Address, *testcontracts.Reentrant) {
	t.Helper()
	bindHostile := testcontracts.NewReentrant()
	address, _ := c.deploy(t, testcontracts.ReentrantMetaData.Bin, nil)
	c.do(t, dave, address, n(1_000_000), bindHostile.PackArm(target, n(value), payload))
	return address, bindHostile
}

// checkRepelled checks that the contract was called back so often, and that its target let none of its calls through.
func checkRepelled(t *testing.T, c *chain, address common.Address, calledBack int64) {
	t.Helper()
	b := testcontracts.NewReentrant()
	if got := ask(t, c, address, b.PackCalledBack(), b.UnpackCalledBack); got.Int64() != calledBack {
		t.Errorf("called back %s times, want %d", got, calledBack)
	}
	if got := ask(t, c, address, b.PackSucceeded(), b.UnpackSucceeded); got.Sign() != 0 {
		t.Errorf("%s calls from within a call went through", got)
	}
	if calledBack == 0 {
		return
	}
	if got := describeError(ask(t, c, address, b.PackAnswer(), b.UnpackAnswer)); got != "ReentrancyGuardReentrantCall()" {
		t.Errorf("the target answered %s", got)
	}
}

func TestReentrantTreasury(t *testing.T) {
	t.Parallel()
	for name, payload := range map[string][]byte{
		"buys":      bind.PackBuy(n(1), ""),
		"withdraws": bind.PackWithdrawReferral(),
	} {
		t.Run(name, func(t *testing.T) {
			m := newMarket(t, settings(sequential, tier(1000, 50, noQuota)))
			value := int64(0)
			if name == "buys" {
				value = 1000
			}
			address, b := hostile(t, m.chain, m.sale, value, payload)
			m.do(t, dave, address, nil, b.PackRun(m.sale, n(0), bind.PackRegisterCode("T")))
			m.set(t, bind.PackSetTreasury(address))
			m.buy(t, alice, 2, "T") // 1800 paid, 180 of them owed to the same contract
			checkRepelled(t, m.chain, address, 1)
			if m.sold(t) != 2 || m.balance(t, m.sale).Int64() != 180 || m.owed(t, address).Int64() != 180 {
				t.Errorf("sold %d, held %s, owed %s", m.sold(t), m.balance(t, m.sale), m.owed(t, address))
			}
		})
	}
}

func TestReentrantReferrer(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(1000, 50, noQuota)))
	address, b := hostile(t, m.chain, m.sale, 0, bind.PackWithdrawReferral())
	m.do(t, dave, address, nil, b.PackRun(m.sale, n(0), bind.PackRegisterCode("H")))
	m.do(t, carol, m.sale, nil, bind.PackRegisterCode("C"))
	m.buy(t, alice, 1, "H")
	m.buy(t, alice, 5, "C") // somebody else's 450 to steal
	before := m.balance(t, address)
	m.do(t, dave, address, nil, b.PackRun(m.sale, n(0), bind.PackWithdrawReferral()))
	checkRepelled(t, m.chain, address, 1)
	if got := m.balance(t, address); got.Sub(got, before).Int64() != 90 {
		t.Errorf("it got %s, want 90", got)
	}
	if left := m.balance(t, m.sale); left.Int64() != 450 {
		t.Errorf("%s left for the other referrer, want 450", left)
	}
}

func TestReentrantBuyerIsNeverCalled(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(1000, 50, noQuota)))
	license := m.license(t)
	address, b := hostile(t, m.chain, m.sale, 1000, bind.PackBuy(n(1), ""))
	m.do(t, dave, address, nil, b.PackRun(m.sale, n(3000), bind.PackBuy(n(3), "")))
	checkRepelled(t, m.chain, address, 0)
	if got := ask(t, m.chain, license, bindNFT.PackBalanceOf(address), bindNFT.UnpackBalanceOf); got.Int64() != 3 {
		t.Errorf("%s licences, want 3", got)
	}
}

// TestDisabledCodeKeepsWhatWasEarned also shows that a reward of nothing credits nothing.
func TestDisabledCodeKeepsWhatWasEarned(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(1000, 50, noQuota)))
	m.do(t, carol, m.sale, nil, bind.PackRegisterCode("C"))
	m.buy(t, alice, 1, "C")
	m.set(t, bind.PackSetReward(n(0)))
	if p := m.buy(t, alice, 1, "C"); p.Referral.Sign() != 0 || p.Referrer != carol.Address || p.Paid.Int64() != 900 {
		t.Errorf("%+v", p)
	}
	m.set(t, bind.PackSetCode("C", carol.Address, false))
	if owed := m.owed(t, carol.Address); owed.Int64() != 90 {
		t.Errorf("owed %s, want 90", owed)
	}
	m.do(t, carol, m.sale, nil, bind.PackWithdrawReferral())
}
