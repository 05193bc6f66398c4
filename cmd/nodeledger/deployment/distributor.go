package deployment

import (
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/contracts/payoutdistributor"
)

// distributor looks at a PayoutDistributor. Its code holds what its constructor put there.
func (r *report) distributor(immutables map[string][32]byte) {
	at, p := r.target.address, payoutdistributor.NewPayoutDistributor()
	address := func(name string) common.Address { word := immutables[name]; return common.BytesToAddress(word[12:]) }
	var token, delay, earlier string
	roles := map[string]common.Address{}
	if d := r.v.settings; d != nil && r.target.token > 0 {
		t := d.Payouts.Tokens[r.target.token-1]
		token, delay, earlier = t.Address.Hex(), spanOf(d.Payouts.Delay), some(t.Earlier)
		roles["DEFAULT_ADMIN_ROLE"], roles["PROPOSER_ROLE"], roles["ACTIVATOR_ROLE"] = d.Payouts.Admin, d.Payouts.Proposer, d.Payouts.Activator
	}
	wait := immutables["delay"]
	r.either("token", address("token").Hex(), token, texted(r.target.pays))
	r.either("delay of a tree", span(new(big.Int).SetBytes(wait[:])), delay, "")
	r.either("earlier distributor", some(address("earlier")), earlier, "")
	if before := address("earlier"); before != (common.Address{}) { // while it pays, this one does not
		r.fact("earlier distributor is paused", yes(asked(r, before, p.PackPaused(), p.UnpackPaused)), "", "")
	}
	r.domain(immutables)
	for _, role := range []struct{ name, word string }{
		{"DEFAULT_ADMIN_ROLE", "administrator"}, {"PROPOSER_ROLE", "proposer"}, {"ACTIVATOR_ROLE", "activator"},
	} {
		who, known := roles[role.name]
		if !known {
			continue
		}
		id := common.Hash{}
		if role.name != "DEFAULT_ADMIN_ROLE" {
			id = crypto.Keccak256Hash([]byte(role.name))
		}
		r.fact(who.Hex()+" is "+role.word, yes(asked(r, at, p.PackHasRole(id, who), p.UnpackHasRole)), "yes", bySettings)
	}
	r.fact("active root", common.Hash(asked(r, at, p.PackRoot(), p.UnpackRoot)).Hex(), "", "")
	r.fact("claimed, in base units", fmt.Sprint(asked(r, at, p.PackTotalClaimed(), p.UnpackTotalClaimed)), "", "")
	r.fact("paused", yes(asked(r, at, p.PackPaused(), p.UnpackPaused)), "", "")
}

// domain compares what signatures are made over: a constructor other than ours could have put anything there.
func (r *report) domain(immutables map[string][32]byte) {
	word := func(b []byte) (w [32]byte) { copy(w[32-len(b):], b); return w }
	chain, name, version := new(big.Int).SetUint64(r.v.ask.Chain), crypto.Keccak256([]byte("PayoutDistributor")), crypto.Keccak256([]byte("1"))
	kind := crypto.Keccak256([]byte("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"))
	text := func(s string) (w [32]byte) { copy(w[:], s); w[31] = byte(len(s)); return w } // OpenZeppelin's ShortString
	self, number := word(r.target.address[:]), word(chain.Bytes())
	separator := crypto.Keccak256(kind, name, version, number[:], self[:])
	same := immutables["_name"] == text("PayoutDistributor") && immutables["_version"] == text("1") &&
		immutables["_cachedThis"] == self && immutables["_cachedChainId"] == number && immutables["_hashedName"] == [32]byte(name) &&
		immutables["_hashedVersion"] == [32]byte(version) && immutables["_cachedDomainSeparator"] == [32]byte(separator)
	value := "PayoutDistributor 1"
	if !same {
		value = "another one"
	}
	r.fact("domain of signatures", value, "PayoutDistributor 1", byBuild)
}
