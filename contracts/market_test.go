package contracts_test

import (
	"math"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/contracts/nodelicense"
	"github.com/nodeledger/nodeledger/contracts/nodesale"
	"github.com/nodeledger/nodeledger/contracts/payoutdistributor"
	"github.com/nodeledger/nodeledger/contracts/testcontracts"
)

const (
	sequential = uint8(0)
	parallel   = uint8(1)
	noQuota    = uint64(math.MaxUint64)
)

// The bindings: they pack calls and unpack answers, and hold no state.
var (
	bind    = nodesale.NewNodeSale()
	bindNFT = nodelicense.NewNodeLicense()
)

func definitions() []*abi.ABI {
	var all []*abi.ABI
	for _, data := range []string{
		nodesale.NodeSaleMetaData.ABI, nodelicense.NodeLicenseMetaData.ABI, payoutdistributor.PayoutDistributorMetaData.ABI,
		testcontracts.TetherLikeMetaData.ABI, testcontracts.FeeTokenMetaData.ABI, testcontracts.ListTokenMetaData.ABI,
	} {
		contract, err := abi.JSON(strings.NewReader(data))
		if err != nil {
			panic(err)
		}
		all = append(all, &contract)
	}
	return all
}

func tier(price int64, size, perWallet uint64) nodesale.NodeSaleTier {
	return nodesale.NodeSaleTier{Price: big.NewInt(price), Size: size, PerWallet: perWallet}
}

// settings are those of a sale with 10% off, 10% for the referrer, and room for every tier.
func settings(mode uint8, tiers ...nodesale.NodeSaleTier) nodesale.NodeSaleSettings {
	return nodesale.NodeSaleSettings{
		Owner: owner.Address, Treasury: vault, Mode: mode, MaxNodes: n(15_000),
		DiscountBps: n(1000), RewardBps: n(1000), DiscountCap: n(5000), RewardCap: n(5000), Immediate: true, Tiers: tiers,
	}
}

// highest is the largest number of a word.
var highest = new(big.Int).Sub(new(big.Int).Lsh(n(1), 256), n(1))

// mostNodes is the highest maximum that a sale can have.
var mostNodes = new(big.Int).Sub(new(big.Int).Lsh(n(1), 96), n(1))

// buying is a purchase at any price.
func buying(quantity *big.Int, code string) []byte { return bind.PackBuy(quantity, code, highest) }

// salt is what the tests' commitments to codes are made with.
var salt = [32]byte{1}

// commitment is what a wallet commits to before it registers a code.
func commitment(code string, wallet common.Address) common.Hash {
	parts, err := definitions()[0].Methods["codeCommitment"].Inputs.Pack(code, wallet, salt)
	if err != nil {
		panic(err)
	}
	return crypto.Keccak256Hash(parts)
}

// registering are the two calls by which a wallet registers a code, a minute apart.
func registering(code string, wallet common.Address) (commit, register []byte) {
	return bind.PackCommitCode(commitment(code, wallet)), bind.PackRegisterCode(code, salt)
}

// register registers a code for somebody.
func (m *market) register(t tester, who account, code string) {
	t.Helper()
	commit, register := registering(code, who.Address)
	m.do(t, who, m.sale, nil, commit)
	m.wait(t, 60)
	m.do(t, who, m.sale, nil, register)
}

func n(i int64) *big.Int { return big.NewInt(i) }

// market is a sale on a chain.
type market struct {
	*chain
	sale common.Address
}

func newMarket(t *testing.T, s nodesale.NodeSaleSettings) *market {
	t.Helper()
	c := newChain(t)
	return &market{c, c.sell(t, s)}
}

func (c *chain) sell(t tester, s nodesale.NodeSaleSettings) common.Address {
	t.Helper()
	sale, _ := c.deploy(t, nodesale.NodeSaleMetaData.Bin, bind.PackConstructor(s))
	return sale
}

// unlinkedLicense deploys the licence contract alone.
func (c *chain) unlinkedLicense(t tester) common.Address {
	t.Helper()
	license, _ := c.deploy(t, nodelicense.NodeLicenseMetaData.Bin, bindNFT.PackConstructor(owner.Address, "Node Licence", "NODE"))
	return license
}

// license deploys the licence contract and links it with the sale.
func (m *market) license(t *testing.T) common.Address {
	t.Helper()
	license := m.unlinkedLicense(t)
	m.do(t, owner, license, nil, bindNFT.PackSetMinter(m.sale))
	m.do(t, owner, m.sale, nil, bind.PackSetLicense(license))
	return license
}

// set changes a setting as the owner.
func (m *market) set(t tester, data []byte) *types.Receipt {
	t.Helper()
	return m.do(t, owner, m.sale, nil, data)
}

func (m *market) quote(t tester, wallet common.Address, quantity int64, code string) nodesale.QuoteOutput {
	t.Helper()
	return ask(t, m.chain, m.sale, bind.PackQuote(wallet, n(quantity), code), bind.UnpackQuote)
}

// buy pays what the sale quotes and returns the purchase as the event tells it.
func (m *market) buy(t tester, from account, quantity int64, code string) *nodesale.NodeSalePurchased {
	t.Helper()
	paid := m.quote(t, from.Address, quantity, code).Paid
	receipt := m.do(t, from, m.sale, paid, buying(n(quantity), code))
	for _, log := range receipt.Logs {
		if purchase, err := bind.UnpackPurchasedEvent(log); err == nil {
			return purchase
		}
	}
	t.Fatalf("the purchase emitted no event")
	return nil
}

// refuses checks that a call is refused with just this error.
func (m *market) refuses(t tester, from account, value *big.Int, data []byte, want string) {
	t.Helper()
	answer, err := m.try(from.Address, m.sale, value, data)
	if err == nil {
		t.Fatalf("went through with %x, want %s", answer, want)
	}
	if err.Error() != want {
		t.Fatalf("refused with %v, want %s", err, want)
	}
}

func (m *market) sold(t tester) int64 {
	t.Helper()
	return ask(t, m.chain, m.sale, bind.PackTotalSold(), bind.UnpackTotalSold).Int64()
}

func (m *market) owed(t tester, wallet common.Address) *big.Int {
	t.Helper()
	return ask(t, m.chain, m.sale, bind.PackReferralOwed(wallet), bind.UnpackReferralOwed)
}
