package contracts_test

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/contracts/nodelicense"
)

// TestLicencesChangeHandsWithinBatches: whoever takes licences out of the middle of purchases, back and to themselves, each has one
// holder, balances are what the holders have, and an approval is gone with the transfer.
func TestLicencesChangeHandsWithinBatches(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		c := newChain(t)
		licence := c.unlinkedLicense(t)
		c.do(t, owner, licence, nil, bindNFT.PackSetMinter(owner.Address))
		people := []account{alice, bob, carol}
		holders := []account{{}} // by number, from 1
		mint := func() {
			to, quantity := rapid.SampledFrom(people).Draw(rt, "to"), rapid.IntRange(1, 5).Draw(rt, "quantity")
			c.do(t, owner, licence, nil, bindNFT.PackMint(to.Address, n(int64(quantity))))
			for range quantity {
				holders = append(holders, to)
			}
		}
		mint()
		c.do(t, owner, licence, nil, bindNFT.PackUnlock())
		for range 6 {
			if rapid.Bool().Draw(rt, "mint") {
				mint()
			}
			id := rapid.IntRange(1, len(holders)-1).Draw(rt, "licence")
			from, to, agent := holders[id], rapid.SampledFrom(people).Draw(rt, "receiver"), rapid.SampledFrom(people).Draw(rt, "agent")
			move := bindNFT.PackTransferFrom(from.Address, to.Address, n(int64(id)))
			if agent.Address != from.Address {
				c.refusesAt(t, licence, agent, move, fmt.Sprintf("ERC721InsufficientApproval(operator=%s, tokenId=%d)", agent.Address, id))
				c.do(t, from, licence, nil, bindNFT.PackApprove(agent.Address, n(int64(id))))
			}
			checkEvents(t, c.do(t, agent, licence, nil, move),
				fmt.Sprintf("Transfer(from=%s, to=%s, tokenId=%d)", from.Address, to.Address, id))
			holders[id] = to
			if got := ask(t, c, licence, bindNFT.PackGetApproved(n(int64(id))), bindNFT.UnpackGetApproved); got != (common.Address{}) {
				rt.Fatalf("%s is still approved for %d", got, id)
			}
		}
		balances := map[common.Address]int64{}
		for id, holder := range holders[1:] {
			balances[holder.Address]++
			if got := ask(t, c, licence, bindNFT.PackOwnerOf(n(int64(id+1))), bindNFT.UnpackOwnerOf); got != holder.Address {
				rt.Fatalf("licence %d is %s's, want %s", id+1, got, holder.Address)
			}
		}
		for _, p := range people {
			if got := ask(t, c, licence, bindNFT.PackBalanceOf(p.Address), bindNFT.UnpackBalanceOf); got.Int64() != balances[p.Address] {
				rt.Fatalf("%s has %s licences, want %d", p.Address, got, balances[p.Address])
			}
		}
		c.refusesAt(t, licence, alice, bindNFT.PackOwnerOf(n(int64(len(holders)))),
			fmt.Sprintf("ERC721NonexistentToken(tokenId=%d)", len(holders)))
		c.refusesAt(t, licence, holders[1], bindNFT.PackTransferFrom(holders[1].Address, common.Address{}, n(1)),
			fmt.Sprintf("ERC721InvalidReceiver(receiver=%s)", common.Address{})) // nobody burns one
	})
}

// TestMetadataOfAHostileName: whatever text a collection has as its name, its metadata are one JSON object with that name.
func TestMetadataOfAHostileName(t *testing.T) {
	t.Parallel()
	c := newChain(t)
	var controls strings.Builder
	for b := range 0x20 {
		controls.WriteByte(byte(b))
	}
	for _, name := range []string{
		`","image":"https://thief.example","x":"`, `\`, `\"`, `\u0022`, "</script><svg onload=alert(1)>", controls.String() + "\x7f", "",
		"节点 ☃ 𝕏\u2028",
		strings.Repeat(`"`, 500),
	} {
		licence, _ := c.deploy(t, nodelicense.NodeLicenseMetaData.Bin, bindNFT.PackConstructor(owner.Address, name, "NODE"))
		c.do(t, owner, licence, nil, bindNFT.PackSetMinter(owner.Address))
		c.do(t, owner, licence, nil, bindNFT.PackMint(alice.Address, n(1)))
		uri := ask(t, c, licence, bindNFT.PackTokenURI(n(1)), bindNFT.UnpackTokenURI)
		text, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(uri, "data:application/json;base64,"))
		must(t, err)
		got := map[string]any{}
		if err := json.Unmarshal(text, &got); err != nil || len(got) != 3 || got["name"] != name+" #1" ||
			!strings.HasPrefix(fmt.Sprint(got["image"]), "data:image/svg+xml;base64,") {
			t.Errorf("of %q: %q (%v)", name, text, err)
		}
	}
}

// TestBatchesOfBothEnds: the first and the last licence of every batch is the buyer's, among batches of all sizes.
func TestBatchesOfBothEnds(t *testing.T) {
	t.Parallel()
	c := newChain(t)
	licence := c.unlinkedLicense(t)
	c.do(t, owner, licence, nil, bindNFT.PackSetMinter(owner.Address))
	last := int64(0)
	for i, quantity := range []int64{1, 1, 100, 1, 2, 7, 64, 1, 3} {
		to := common.BigToAddress(big.NewInt(int64(i + 1000)))
		c.do(t, owner, licence, nil, bindNFT.PackMint(to, n(quantity)))
		for _, id := range []int64{last + 1, last + quantity} {
			if got := ask(t, c, licence, bindNFT.PackOwnerOf(n(id)), bindNFT.UnpackOwnerOf); got != to {
				t.Errorf("licence %d is %s's, want %s", id, got, to)
			}
		}
		if last > 0 {
			if got := ask(t, c, licence, bindNFT.PackOwnerOf(n(last)), bindNFT.UnpackOwnerOf); got == to {
				t.Errorf("licence %d changed hands", last)
			}
		}
		last += quantity
		c.refusesAt(t, licence, alice, bindNFT.PackOwnerOf(n(last+1)), fmt.Sprintf("ERC721NonexistentToken(tokenId=%d)", last+1))
	}
}
