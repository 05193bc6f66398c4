package contracts_test

import (
	"fmt"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/contracts/payoutdistributor"
	"github.com/nodeledger/nodeledger/contracts/testcontracts"
)

var bindMany = payoutdistributor.NewManyClaims()

// oneOfMany is a claim of an account, for ManyClaims.
func oneOfMany(t tester, d *distributor, tree payoutTree, account common.Address) payoutdistributor.ManyClaimsClaim {
	t.Helper()
	g, proof := tree.of(t, account)
	return payoutdistributor.ManyClaimsClaim{Distributor: d.at, Account: account, Cumulative: g.cumulative, Proof: proof}
}

// TestThreeTokensAtOnce claims three tokens in one transaction; when one of them cannot be paid, none is.
func TestThreeTokensAtOnce(t *testing.T) {
	t.Parallel()
	c := newChain(t)
	many, _ := c.deploy(t, payoutdistributor.ManyClaimsMetaData.Bin, nil)
	tree := twoGet(100, 200)
	var all []*distributor
	var claims []payoutdistributor.ManyClaimsClaim
	for i, funds := range []int64{300, 300, 99} {
		d := c.distribute(t, testcontracts.TetherLikeMetaData.Bin)
		d.mint(t, d.at, funds)
		d.publish(t, tree)
		all, claims = append(all, d), append(claims, oneOfMany(t, d, tree, alice.Address))
		if i == 0 {
			claims = append(claims, oneOfMany(t, d, tree, bob.Address)) // of whoever has a leaf
		}
	}
	holds := func(want ...int64) {
		t.Helper()
		for i, d := range all {
			if got := d.held(t, alice.Address).Int64(); got != want[i] {
				t.Errorf("alice holds %d of token %d, want %d", got, i+1, want[i])
			}
			if got := d.held(t, many); got.Sign() != 0 {
				t.Errorf("ManyClaims holds %s", got)
			}
		}
	}
	_, err := c.try(dave.Address, many, nil, bindMany.PackClaim(claims))
	if want := "Underfunded(amount=100, balance=99)"; err == nil || err.Error() != want {
		t.Fatalf("refused with %v, want %s", err, want)
	}
	if r := c.send(t, dave, &many, nil, bindMany.PackClaim(claims)); r.Status != 0 || len(r.Logs) != 0 {
		t.Fatalf("status %d with %d events", r.Status, len(r.Logs))
	}
	holds(0, 0, 0)
	all[2].mint(t, all[2].at, 1)
	c.do(t, dave, many, nil, bindMany.PackClaim(claims))
	holds(100, 100, 100)
	if got := all[0].held(t, bob.Address).Int64(); got != 200 {
		t.Errorf("bob holds %d, want 200", got)
	}
	_, err = c.try(dave.Address, many, nil, bindMany.PackClaim(claims[:1]))
	if want := fmt.Sprintf("NothingToClaim(account=%s, claimed=100)", alice.Address); err == nil || err.Error() != want {
		t.Errorf("claimed again: %v, want %s", err, want)
	}
	c.do(t, dave, many, nil, bindMany.PackClaim(nil))
}
