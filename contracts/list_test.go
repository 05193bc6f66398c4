package contracts_test

import (
	"fmt"
	"math/big"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/contracts/nodesale"
)

// walletList is a list of wallets as OpenZeppelin's StandardMerkleTree over (address wallet) makes it.
type walletList struct{ payoutTree }

func walletLeaf(wallet common.Address) common.Hash {
	return crypto.Keccak256Hash(crypto.Keccak256(common.LeftPadBytes(wallet[:], 32)))
}

func listOf(wallets ...common.Address) walletList {
	leaves := make([]common.Hash, len(wallets))
	for i, wallet := range wallets {
		leaves[i] = walletLeaf(wallet)
	}
	return walletList{payoutTree{nodes: treeOver(leaves)}}
}

// of is the proof of a wallet that is on the list.
func (l walletList) of(wallet common.Address) [][32]byte {
	return l.proof(slices.Index(l.nodes, walletLeaf(wallet)))
}

func proving(proofs ...[][32]byte) nodesale.NodeSaleExtra {
	extra := noExtra
	extra.Proofs = proofs
	return extra
}

// buyWith buys what quoteWith quotes, and returns what the purchase emitted.
func (m *market) buyWith(t *testing.T, from account, quantity int64, code string, extra nodesale.NodeSaleExtra) []string {
	t.Helper()
	q := ask(t, m.chain, m.sale, bind.PackQuoteWith(from.Address, n(quantity), code, extra), bind.UnpackQuoteWith)
	return events(t, m.do(t, from, m.sale, q.Paid, bind.PackBuyWith(n(quantity), code, q.Paid, extra)))
}

// refusesBoth checks that quoteWith and buyWith are refused alike.
func (m *market) refusesBoth(t *testing.T, from account, quantity int64, extra nodesale.NodeSaleExtra, want string) {
	t.Helper()
	m.refuses(t, from, nil, bind.PackQuoteWith(from.Address, n(quantity), "", extra), want)
	m.refuses(t, from, n(1_000_000), bind.PackBuyWith(n(quantity), "", highest, extra), want)
}

func opened(id, tiers int64) string { return fmt.Sprintf("Opened(id=%d, tiers=%d)", id, tiers) }

func purchase(id int64, buyer account, quantity, price int64) string {
	return fmt.Sprintf(`Purchased(id=%d, buyer=%s, referrer=%s, quantity=%d, list=%d, paid=%d, referral=0, code="")`,
		id, buyer.Address, common.Address{}, quantity, price, price)
}

// TestListsInSequence: a tier with a list is closed to whoever is not on it, who goes on to the next one.
func TestListsInSequence(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(10, 5, 3), tier(100, 50, noQuota)))
	list := listOf(alice.Address, carol.Address, dave.Address)
	m.set(t, bind.PackSetAllowlist(n(0), list.root()))
	if got := ask(t, m.chain, m.sale, bind.PackAllowlist(n(0)), bind.UnpackAllowlist); got != list.root() {
		t.Errorf("the list is %x", got)
	}
	hers := proving(list.of(alice.Address))
	checkTexts(t, m.buyWith(t, alice, 2, "", hers), opened(1, 1), purchase(1, alice, 2, 20))
	checkTexts(t, m.buyWith(t, bob, 2, "", hers), purchase(2, bob, 2, 200)) // another's proof opens nothing
	checkTexts(t, m.buyWith(t, bob, 1, "", proving()), purchase(3, bob, 1, 100))
	checkTexts(t, m.buyWith(t, alice, 1, "", noExtra), purchase(4, alice, 1, 100)) // on the list, and does not say so
	m.refusesBoth(t, alice, 2, hers, fmt.Sprintf("QuotaExceeded(wallet=%s, tier=0, room=1, wanted=2)", alice.Address))
	checkTexts(t, m.buyWith(t, carol, 3, "", proving(list.of(carol.Address))), opened(5, 1), purchase(5, carol, 3, 30))
	// The tier is sold out: nobody is asked for a proof of it any more.
	checkTexts(t, m.buyWith(t, dave, 1, "", proving(list.of(dave.Address))), purchase(6, dave, 1, 100))

	m.set(t, bind.PackSetTier(n(0), tier(10, 9, noQuota))) // a list outlives a change of its tier
	checkTexts(t, m.buyWith(t, bob, 1, "", noExtra), purchase(7, bob, 1, 100))
	m.set(t, bind.PackSetAllowlist(n(0), common.Hash{}))
	checkTexts(t, m.buyWith(t, bob, 1, "", noExtra), purchase(8, bob, 1, 10))
}

// TestListsInParallel: each tier has a list of its own, and Opened says which ones the buyer is on.
func TestListsInParallel(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(parallel, tier(1, 5, 2), tier(10, 5, 2), tier(100, 5, 2), tier(1000, 5, 0)))
	first, third := listOf(alice.Address, bob.Address), listOf(alice.Address)
	m.set(t, bind.PackSetAllowlist(n(0), first.root()))
	m.set(t, bind.PackSetAllowlist(n(2), third.root()))
	m.set(t, bind.PackSetAllowlist(n(3), third.root()))
	m.refusesBoth(t, dave, 3, noExtra, "NotEnoughNodes(asked=3, available=2)")
	m.refusesBoth(t, bob, 5, proving(first.of(bob.Address), nil, nil), "NotEnoughNodes(asked=5, available=4)")
	both := proving(first.of(alice.Address), nil, third.of(alice.Address), nil)
	checkTexts(t, m.buyWith(t, bob, 4, "", proving(first.of(bob.Address))), opened(1, 1), purchase(1, bob, 4, 22))
	checkTexts(t, m.buyWith(t, alice, 5, "", both), opened(2, 0b101), purchase(2, alice, 5, 122))
	// The first tier has nothing left for her, and is open to her all the same.
	checkTexts(t, m.buyWith(t, alice, 1, "", both), opened(3, 0b101), purchase(3, alice, 1, 100))
	m.refusesBoth(t, alice, 1, both, "NotEnoughNodes(asked=1, available=0)")
}

// TestInnerNodeIsNoWallet: a pair of nodes hashed once cannot be passed off as a wallet, which is hashed twice.
func TestInnerNodeIsNoWallet(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(10, 5, noQuota)))
	lone := crypto.Keccak256Hash(common.LeftPadBytes(bob.Address[:], 32)) // a root that is bob hashed once
	m.set(t, bind.PackSetAllowlist(n(0), lone))
	m.refusesBoth(t, bob, 1, proving(nil), "NotEnoughNodes(asked=1, available=0)")
	m.set(t, bind.PackSetAllowlist(n(0), walletLeaf(bob.Address)))
	m.refusesBoth(t, alice, 1, proving(nil), "NotEnoughNodes(asked=1, available=0)")
	m.refusesBoth(t, bob, 1, proving([][32]byte{{}}), "NotEnoughNodes(asked=1, available=0)")
	checkTexts(t, m.buyWith(t, bob, 1, "", proving(nil)), opened(1, 1), purchase(1, bob, 1, 10))
}

func TestListsNeedATier(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(10, 5, noQuota)))
	m.refuses(t, owner, nil, bind.PackSetAllowlist(n(1), common.Hash{1}), "NoSuchTier(tier=1, count=1)")
	s := settings(parallel)
	for range 200 { // as many as fit into a deployment
		s.Tiers = append(s.Tiers, tier(1, 1, 1))
	}
	many := &market{m.chain, m.sell(t, s)}
	for i := range int64(57) {
		many.set(t, bind.PackSetTier(n(200+i), tier(1, 1, 1)))
	}
	many.refuses(t, owner, nil, bind.PackSetAllowlist(n(256), common.Hash{1}), "NoSuchTier(tier=256, count=256)")
	list := listOf(alice.Address)
	many.set(t, bind.PackSetAllowlist(n(255), list.root()))
	proofs := make([][][32]byte, 256)
	many.refusesBoth(t, bob, 257, proving(proofs...), "NotEnoughNodes(asked=257, available=256)")
	last := many.buyWith(t, alice, 257, "", proving(proofs...))
	if want := fmt.Sprintf("Opened(id=1, tiers=%s)", new(big.Int).Lsh(n(1), 255)); last[0] != want {
		t.Errorf("%s, want %s", last[0], want)
	}
}

func checkTexts(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
