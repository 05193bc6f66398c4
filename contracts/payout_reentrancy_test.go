package contracts_test

import (
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/contracts/testcontracts"
)

// hookedDistributor pays a token that calls its holders, as ERC-777 does.
func hookedDistributor(t *testing.T) *distributor {
	t.Helper()
	d := newChain(t).distribute(t, testcontracts.HookTokenMetaData.Bin)
	d.mint(t, d.at, 10_000)
	return d
}

// hostileHolder is a contract that makes the armed call whenever the token calls it.
func (d *distributor) hostileHolder(t *testing.T, sending, receiving bool) (common.Address, *testcontracts.Reentrant) {
	t.Helper()
	address, b := hostile(t, d.chain, d.at, 0, nil)
	d.do(t, owner, d.token, nil, bindHook.PackSetHooks(address, sending, receiving))
	return address, b
}

// TestReentrantHolder is called while it is paid, and calls whatever moves tokens. It is the admin too, so that nothing
// but the guard is in its way.
func TestReentrantHolder(t *testing.T) {
	t.Parallel()
	for name, call := range map[string]func(t *testing.T, tree payoutTree, holder common.Address) []byte{
		"claims again": func(t *testing.T, tree payoutTree, holder common.Address) []byte {
			return packClaim(t, tree, holder)
		},
		"claims for another": func(t *testing.T, tree payoutTree, _ common.Address) []byte {
			return packClaim(t, tree, carol.Address)
		},
		"funds":  func(*testing.T, payoutTree, common.Address) []byte { return bindPayout.PackFund(n(0)) },
		"sweeps": func(*testing.T, payoutTree, common.Address) []byte { return bindPayout.PackSweep(vault, n(1)) },
		"sweeps others": func(*testing.T, payoutTree, common.Address) []byte {
			return bindPayout.PackSweepOther(vault, vault, n(1))
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := hookedDistributor(t)
			holder, b := d.hostileHolder(t, false, true)
			d.call(t, owner, bindPayout.PackGrantRole(adminRole, holder))
			tree := newPayoutTree(grant{holder, n(300)}, grant{carol.Address, n(500)})
			d.publish(t, tree)
			d.do(t, dave, holder, nil, b.PackArm(d.at, n(0), call(t, tree, holder)))
			if paid := d.claim(t, dave, tree, holder); paid != 300 {
				t.Errorf("paid %d, want 300", paid)
			}
			checkRepelled(t, d.chain, holder, 1)
			if d.held(t, holder).Int64() != 300 || d.held(t, d.at).Int64() != 9700 || d.figures(t) != "800 300 500 800" {
				t.Errorf("the holder has %s, the contract %s, %s", d.held(t, holder), d.held(t, d.at), d.figures(t))
			}
		})
	}
}

// TestReentrantFunder is called before it is charged, and tries to have one payment counted twice.
func TestReentrantFunder(t *testing.T) {
	t.Parallel()
	d := hookedDistributor(t)
	funder, b := d.hostileHolder(t, true, false)
	d.mint(t, funder, 150)
	d.do(t, dave, funder, nil, b.PackRun(d.token, n(0), bindToken.PackApprove(d.at, n(150))))
	d.do(t, dave, funder, nil, b.PackArm(d.at, n(0), bindPayout.PackFund(n(50))))
	d.do(t, dave, funder, nil, b.PackRun(d.at, n(0), bindPayout.PackFund(n(100))))
	checkRepelled(t, d.chain, funder, 1)
	if d.held(t, funder).Int64() != 50 || d.held(t, d.at).Int64() != 10_100 {
		t.Errorf("the funder has %s, the contract %s", d.held(t, funder), d.held(t, d.at))
	}
}

// TestHolderThatMovesTokensWhileItIsPaid upsets the balances that a claim compares: it is refused, and can still be paid
// when it stops.
func TestHolderThatMovesTokensWhileItIsPaid(t *testing.T) {
	t.Parallel()
	d := hookedDistributor(t)
	holder, b := d.hostileHolder(t, false, true)
	d.mint(t, holder, 1000)
	tree := newPayoutTree(grant{holder, n(300)})
	d.publish(t, tree)
	for want, move := range map[string][]byte{
		"FeeOnTransfer(amount=300, moved=299)": bindToken.PackTransfer(dave.Address, n(1)),
		"FeeOnTransfer(amount=300, moved=0)":   bindToken.PackTransfer(dave.Address, n(1300)),
		"FeeOnTransfer(amount=300, moved=200)": bindToken.PackTransfer(d.at, n(100)), // giving some back
	} {
		d.do(t, dave, holder, nil, b.PackArm(d.token, n(0), move))
		d.refuses(t, dave, packClaim(t, tree, holder), want)
	}
	d.do(t, owner, d.token, nil, bindHook.PackSetHooks(holder, false, false))
	if paid := d.claim(t, dave, tree, holder); paid != 300 {
		t.Errorf("paid %d, want 300", paid)
	}
}
