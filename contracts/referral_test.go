package contracts_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/contracts/testcontracts"
)

func TestCodes(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(100, 50, noQuota)))
	m.register(t, carol, "NODE")
	for _, who := range []account{carol, dave} {
		commit, register := registering("NODE", who.Address)
		m.do(t, who, m.sale, nil, commit)
		m.wait(t, 60)
		m.refuses(t, who, nil, register, `CodeTaken(code="NODE")`)
	}
	m.register(t, dave, "NODE-2")
	for code, want := range map[string]account{"NODE": carol, "NODE-2": dave} {
		if p := m.buy(t, alice, 1, code); p.Referrer != want.Address || p.Code != code {
			t.Errorf("code %q credited %s", code, p.Referrer)
		}
	}

	m.set(t, bind.PackSetCode("NODE", dave.Address, true)) // points it to another wallet
	if p := m.buy(t, carol, 1, "NODE"); p.Referrer != dave.Address {
		t.Errorf("the code credited %s", p.Referrer)
	}
	m.set(t, bind.PackSetCode("NODE", dave.Address, false))
	m.refuses(t, alice, n(90), buying(n(1), "NODE"), `UnknownCode(code="NODE")`)
	m.refuses(t, carol, nil, bind.PackRegisterCode("NODE", salt), `CodeTaken(code="NODE")`) // disabled is not free
	m.set(t, bind.PackSetCode("NODE", carol.Address, true))
	m.buy(t, alice, 1, "NODE")

	unknown := ask(t, m.chain, m.sale, bind.PackCodeOf("OTHER"), bind.UnpackCodeOf)
	if unknown.Wallet != (common.Address{}) || unknown.Active {
		t.Errorf("a code that nobody registered: %+v", unknown)
	}
	m.set(t, bind.PackSetCode("FRESH", carol.Address, true)) // the owner registers one for somebody
	m.refuses(t, owner, nil, bind.PackSetCode("", carol.Address, true), `BadCode(code="")`)
}

// TestCodeText compares the contract's idea of a code with a pattern's, for whoever registers one and for the owner. The look-alikes
// of ALPHA are what somebody once took rewards with.
func TestCodeText(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential))
	allowed := regexp.MustCompile(`^[A-Z0-9_-]{3,32}$`)
	check := func(t tester, code string) {
		bad, fine := fmt.Sprintf("BadCode(code=%q)", code), allowed.MatchString(code)
		_, err := m.try(owner.Address, m.sale, nil, bind.PackSetCode(code, carol.Address, true))
		if fine != (err == nil) || err != nil && err.Error() != bad {
			t.Fatalf("code %q, set by the owner: %v, want accepted %t", code, err, fine)
		}
		want := bad
		if fine {
			want = fmt.Sprintf("NotCommitted(commitment=%s)", commitment(code, carol.Address))
		}
		m.refuses(t, carol, nil, bind.PackRegisterCode(code, salt), want)
	}
	for _, code := range []string{
		"", "A", "AB", "ABC", "AZ-09_", "---", strings.Repeat("A", 32), strings.Repeat("A", 33), "@AB", "A[B", "A/B", "A:B", "A^B", "A`B", "A.B",
		"A,B", "A\x00B", "alpha", "ALPHa", "ALPHA\u200b", "\u0410LPHA", "ALPHA\u202e", "ALPHA ", " ALPHA", "\ufeffALPHA", "AL\u00adPHA",
		"ALPHA\u2028", "=cmd|'/c calc'!A0", "A\xff\xfe", "ÀBC", "AB\n",
	} {
		check(t, code)
	}
	rapid.Check(t, func(t *rapid.T) {
		check(t, rapid.OneOf(
			rapid.StringN(0, 12, 40),
			rapid.Map(rapid.SliceOfN(rapid.Byte(), 1, 6), func(b []byte) string { return string(b) }),
			rapid.StringMatching(`[A-Z0-9_-]{1,34}`),
			rapid.StringMatching(`[A-Z0-9_-]{1,30}[ -~]`),
		).Draw(t, "code"))
	})
}

func TestWithdrawal(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(1000, 50, noQuota)))
	m.register(t, carol, "CAROL")
	m.register(t, dave, "DAVE")
	m.buy(t, alice, 1, "CAROL") // 90
	m.buy(t, bob, 2, "DAVE")    // 180
	m.buy(t, bob, 3, "CAROL")   // 270

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
	commit, register := registering("WALLET", wallet)
	m.do(t, carol, wallet, nil, bindRejecting.PackRun(m.sale, commit))
	m.wait(t, 60)
	m.do(t, carol, wallet, nil, bindRejecting.PackRun(m.sale, register))
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

// registerFor registers a code for a hostile contract.
func (m *market) registerFor(t *testing.T, address common.Address, code string) {
	t.Helper()
	b := testcontracts.NewReentrant()
	commit, register := registering(code, address)
	m.do(t, dave, address, nil, b.PackRun(m.sale, n(0), commit))
	m.wait(t, 60)
	m.do(t, dave, address, nil, b.PackRun(m.sale, n(0), register))
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
		"buys":      buying(n(1), ""),
		"withdraws": bind.PackWithdrawReferral(),
	} {
		t.Run(name, func(t *testing.T) {
			m := newMarket(t, settings(sequential, tier(1000, 50, noQuota)))
			value := int64(0)
			if name == "buys" {
				value = 1000
			}
			address, _ := hostile(t, m.chain, m.sale, value, payload)
			m.registerFor(t, address, "TREASURY")
			m.set(t, bind.PackSetTreasury(address))
			m.buy(t, alice, 2, "TREASURY") // 1800 paid, 180 of them owed to the same contract
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
	m.registerFor(t, address, "HOSTILE")
	m.register(t, carol, "CAROL")
	m.buy(t, alice, 1, "HOSTILE")
	m.buy(t, alice, 5, "CAROL") // somebody else's 450 to steal
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
	address, b := hostile(t, m.chain, m.sale, 1000, buying(n(1), ""))
	m.do(t, dave, address, nil, b.PackRun(m.sale, n(3000), buying(n(3), "")))
	checkRepelled(t, m.chain, address, 0)
	if got := ask(t, m.chain, license, bindNFT.PackBalanceOf(address), bindNFT.UnpackBalanceOf); got.Int64() != 3 {
		t.Errorf("%s licences, want 3", got)
	}
}

// TestDisabledCodeKeepsWhatWasEarned also shows that a reward of nothing credits nothing.
func TestDisabledCodeKeepsWhatWasEarned(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(1000, 50, noQuota)))
	m.register(t, carol, "CAROL")
	m.buy(t, alice, 1, "CAROL")
	m.set(t, bind.PackSetReward(n(0)))
	if p := m.buy(t, alice, 1, "CAROL"); p.Referral.Sign() != 0 || p.Referrer != carol.Address || p.Paid.Int64() != 900 {
		t.Errorf("%+v", p)
	}
	m.set(t, bind.PackSetCode("CAROL", carol.Address, false))
	if owed := m.owed(t, carol.Address); owed.Int64() != 90 {
		t.Errorf("owed %s, want 90", owed)
	}
	m.do(t, carol, m.sale, nil, bind.PackWithdrawReferral())
}
