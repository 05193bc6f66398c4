package contracts_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/contracts/payoutdistributor"
	"github.com/nodeledger/nodeledger/contracts/testcontracts"
)

// gasWallets are how many wallets the trees have that claims are measured with.
const gasWallets = 6000

// newHolder is a wallet of its own.
func newHolder(i int) common.Address {
	return common.BytesToAddress(crypto.Keccak256([]byte(fmt.Sprint("holder ", i))))
}

// gasTree grants every wallet so much a month, alice, bob and carol too.
func gasTree(months int64) payoutTree {
	amount := n(250_000_000 * months)
	grants := []grant{{alice.Address, amount}, {bob.Address, amount}, {carol.Address, amount}}
	for i := len(grants); i < gasWallets; i++ {
		grants = append(grants, grant{newHolder(i), amount})
	}
	return newPayoutTree(grants...)
}

// TestClaimGas compares what claims use with gas-claims.md, to the last unit of gas.
func TestClaimGas(t *testing.T) {
	t.Parallel()
	c := newChain(t)
	var all []*distributor
	for range 3 {
		d := c.distribute(t, testcontracts.TetherLikeMetaData.Bin)
		d.mint(t, d.at, 1<<62)
		all = append(all, d)
	}
	d, trees := all[0], []payoutTree{gasTree(1), gasTree(2), gasTree(13)}
	for _, other := range all {
		other.publish(t, trees[0])
		other.claim(t, dave, trees[0], newHolder(5)) // the first claim of all sets what the others change
	}
	var out strings.Builder
	fmt.Fprintf(&out, "# Gas of claims\n\nWritten by `go test ./contracts -run TestClaimGas -update`.\n\nTrees have %s wallets. A leaf "+
		"counts everything since the beginning, so months that were\nskipped cost nothing. First: the wallet held none of the token, and had "+
		"claimed none of it.\n\n| call | first | again |\n|---|---|---|\n", thousands(gasWallets))
	row := func(what string, first, again uint64) {
		fmt.Fprintf(&out, "| %s | %s | %s |\n", what, thousands(first), thousands(again))
	}
	claim := func(from account, data []byte) uint64 { return d.call(t, from, data).GasUsed }
	signed := func(tree payoutTree) []byte {
		s := d.signed(t, carol, tree, newHolder(-2))
		s.deadline = 1 << 40 // bytes cost by their value, and the clock goes on
		s.signature = carol.sign(t, claimDigest(t, 1337, d.at, s))
		return s.pack()
	}
	first := [3]uint64{
		claim(alice, packClaim(t, trees[0], alice.Address)),
		claim(bob, packClaimTo(t, trees[0], bob.Address, newHolder(-1))),
		claim(dave, signed(trees[0])),
	}
	d.publish(t, trees[1])
	row("`claim`, 1 month", first[0], claim(alice, packClaim(t, trees[1], alice.Address)))
	row("`claimTo`, 1 month", first[1], claim(bob, packClaimTo(t, trees[1], bob.Address, newHolder(-1))))
	row("`claimWith`, 1 month", first[2], claim(dave, signed(trees[1])))
	d.publish(t, trees[2])
	row("`claim`, 12 months", claim(dave, packClaim(t, trees[2], newHolder(100))), claim(alice, packClaim(t, trees[2], alice.Address)))

	many, _ := c.deploy(t, payoutdistributor.ManyClaimsMetaData.Bin, nil)
	three := func(at account, trees ...payoutTree) uint64 {
		var claims []payoutdistributor.ManyClaimsClaim
		for i, tree := range trees {
			claims = append(claims, oneOfMany(t, all[i], tree, at.Address))
		}
		return c.do(t, dave, many, nil, bindMany.PackClaim(claims)).GasUsed
	}
	once := account{Address: newHolder(200)}
	begun := three(once, trees[2], trees[0], trees[0])
	for _, other := range all {
		other.publish(t, gasTree(14))
	}
	row("`ManyClaims.claim`, 3 tokens", begun, three(once, gasTree(14), gasTree(14), gasTree(14)))

	later := d.next(t, 1<<62)
	later.publish(t, gasTree(15))
	later.claim(t, dave, gasTree(15), newHolder(5))
	d = later
	row("`claim` with an earlier distributor", claim(dave, packClaim(t, gasTree(15), newHolder(300))),
		claim(dave, packClaim(t, gasTree(15), alice.Address)))
	golden(t, "gas-claims.md", out.String())
}
