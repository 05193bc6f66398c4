package contracts_test

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/contracts/nodesale"
	"github.com/nodeledger/nodeledger/contracts/testcontracts"
)

// voucherHash is what is signed of a voucher (EIP-712).
func voucherHash(chainID int64, sale, wallet common.Address, upTo, until uint64) []byte {
	word := func(i uint64) []byte { return common.BigToHash(new(big.Int).SetUint64(i)).Bytes() }
	domain := crypto.Keccak256(crypto.Keccak256([]byte("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)")),
		crypto.Keccak256([]byte("NodeSale")), crypto.Keccak256([]byte("1")), word(uint64(chainID)), common.LeftPadBytes(sale[:], 32))
	message := crypto.Keccak256(crypto.Keccak256([]byte("Voucher(address wallet,uint256 upTo,uint256 until)")),
		common.LeftPadBytes(wallet[:], 32), word(upTo), word(until))
	return crypto.Keccak256([]byte{0x19, 1}, domain, message)
}

// signedBy is a signature as contracts take it.
func (a account) signedBy(t tester, hash []byte) []byte {
	t.Helper()
	signature, err := crypto.Sign(hash, a.key)
	must(t, err)
	signature[64] += 27
	return signature
}

func withVoucher(upTo, until uint64, signature []byte) nodesale.NodeSaleExtra {
	extra := noExtra
	extra.UpTo, extra.Until, extra.Voucher = new(big.Int).SetUint64(upTo), new(big.Int).SetUint64(until), signature
	return extra
}

// voucher for a wallet of a sale on the tests' chain.
func (m *market) voucher(t *testing.T, signer account, wallet common.Address, upTo, until uint64) nodesale.NodeSaleExtra {
	t.Helper()
	return withVoucher(upTo, until, signer.signedBy(t, voucherHash(1337, m.sale, wallet, upTo, until)))
}

// TestVouchers: a voucher is one wallet's, for so many nodes in all, until a second, of one sale on one chain.
func TestVouchers(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(10, 500, noQuota)))
	checkEvents(t, m.set(t, bind.PackSetVoucherSigner(dave.Address)), fmt.Sprintf("VoucherSignerSet(signer=%s)", dave.Address))
	until := m.now(t) + 1000
	bad := func(wallet account, upTo uint64) string {
		return fmt.Sprintf("BadVoucher(wallet=%s, upTo=%d, until=%d)", wallet.Address, upTo, until)
	}
	none := fmt.Sprintf("BadVoucher(wallet=%s, upTo=0, until=0)", alice.Address)
	m.refuses(t, alice, nil, bind.PackQuote(alice.Address, n(1), ""), none)
	m.refuses(t, alice, n(10), buying(n(1), ""), none)

	good := m.voucher(t, dave, alice.Address, 5, until)
	m.refusesBoth(t, bob, 1, good, bad(bob, 5)) // it is alice's
	m.refusesBoth(t, alice, 1, m.voucher(t, carol, alice.Address, 5, until), bad(alice, 5))
	other := m.sell(t, settings(sequential))
	for what, hash := range map[string][]byte{
		"another chain": voucherHash(1, m.sale, alice.Address, 5, until), "another sale": voucherHash(1337, other, alice.Address, 5, until),
		"fewer nodes": voucherHash(1337, m.sale, alice.Address, 4, until), "another end": voucherHash(1337, m.sale, alice.Address, 5, until-1),
	} {
		t.Log(what)
		m.refusesBoth(t, alice, 1, withVoucher(5, until, dave.signedBy(t, hash)), bad(alice, 5))
	}
	m.refusesBoth(t, alice, 1, withVoucher(5, until, good.Voucher[:64]), bad(alice, 5))
	m.refusesBoth(t, alice, 1, withVoucher(5, until, nil), bad(alice, 5))

	m.refusesBoth(t, alice, 6, good, "VoucherExceeded(nodes=6, upTo=5)")
	checkTexts(t, m.buyWith(t, alice, 3, "", good), purchase(1, alice, 3, 30))
	m.refusesBoth(t, alice, 3, good, "VoucherExceeded(nodes=6, upTo=5)") // shown again it is good for what is left
	checkTexts(t, m.buyWith(t, alice, 2, "", good), purchase(2, alice, 2, 20))
	m.refusesBoth(t, alice, 1, good, "VoucherExceeded(nodes=6, upTo=5)")

	more := m.voucher(t, dave, alice.Address, 50, until)
	m.wait(t, until-m.now(t)) // its last second
	if _, err := m.try(alice.Address, m.sale, n(10), bind.PackBuyWith(n(1), "", highest, more)); err != nil {
		t.Errorf("refused in its last second: %v", err)
	}
	m.wait(t, 1)
	m.refusesBoth(t, alice, 1, more, fmt.Sprintf("VoucherExpired(until=%d, time=%d)", until, until+1))

	m.refuses(t, alice, nil, bind.PackSetVoucherSigner(alice.Address), fmt.Sprintf("OwnableUnauthorizedAccount(account=%s)", alice.Address))
	m.set(t, bind.PackSetVoucherSigner(common.Address{}))
	m.buy(t, alice, 1, "")
}

// TestVouchersOfAContract: the signer may be a wallet contract (ERC-1271).
func TestVouchersOfAContract(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(10, 500, noQuota)))
	b := testcontracts.NewTwoOwners()
	wallet, _ := m.deploy(t, testcontracts.TwoOwnersMetaData.Bin, b.PackConstructor(bob.Address, carol.Address, n(0)))
	m.set(t, bind.PackSetVoucherSigner(wallet))
	until := m.now(t) + 1000
	hash := voucherHash(1337, m.sale, alice.Address, 5, until)
	message := ask(t, m.chain, wallet, b.PackMessageHash([32]byte(hash)), b.UnpackMessageHash)
	signed := func(first, second account) nodesale.NodeSaleExtra {
		return withVoucher(5, until, append(first.signedBy(t, message[:]), second.signedBy(t, message[:])...))
	}
	bad := fmt.Sprintf("BadVoucher(wallet=%s, upTo=5, until=%d)", alice.Address, until)
	m.refusesBoth(t, alice, 1, signed(bob, bob), bad)
	m.refusesBoth(t, alice, 1, m.voucher(t, bob, alice.Address, 5, until), bad)
	checkTexts(t, m.buyWith(t, alice, 5, "", signed(bob, carol)), purchase(1, alice, 5, 50))

	m.set(t, bind.PackSetVoucherSigner(m.deployed(t, testcontracts.RejectingMetaData.Bin))) // a contract that signs nothing
	m.refusesBoth(t, alice, 1, signed(bob, carol), bad)
}
