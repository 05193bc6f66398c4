package e2e_test

import (
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/contracts/nodesale"
)

// TestAnnouncementsListsAndVouchers deploys a sale whose changes wait a day, and follows an announced price, a list of wallets for a tier
// and vouchers in the books: what was announced is shown until it is made or given up, a purchase from a tier with a list is priced by it,
// and no transaction is offered to whom the sale would refuse.
func TestAnnouncementsListsAndVouchers(t *testing.T) {
	const day = 24 * 60 * 60
	for kind, fresh := range databases(t) {
		t.Run(kind, func(t *testing.T) {
			n, bind := startAnvil(t), nodesale.NewNodeSale()
			tier := func(price int64) nodesale.NodeSaleTier {
				return nodesale.NodeSaleTier{Price: big.NewInt(price), Size: 10, PerWallet: 10}
			}
			settings := nodesale.NodeSaleSettings{
				Owner: n.address(0), Treasury: n.address(4), Mode: 1, MaxNodes: big.NewInt(30), DiscountBps: big.NewInt(1000),
				RewardBps: big.NewInt(1000), DiscountCap: big.NewInt(1000), RewardCap: big.NewInt(1000), Delay: day,
				Tiers: []nodesale.NodeSaleTier{tier(1000), tier(2000), tier(3000)},
			}
			deployed := n.send(t, 0, nil, nil, append(common.FromHex(nodesale.NodeSaleMetaData.Bin), bind.PackConstructor(settings)...))
			contract := deployed.ContractAddress
			program := filepath.Join(t.TempDir(), "anvil.yaml")
			text := fmt.Sprintf("program: anvil\nschema: 1\n"+
				"chain: { id: 31337, start_block: %d }\nsale: { contract: \"%s\", adapter: nodesale }\n", deployed.BlockNumber, contract.Hex())
			if err := os.WriteFile(program, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			flags := []string{"--db", fresh(), "--program", program, "--json"}
			owner := func(data []byte) {
				t.Helper()
				if r := n.send(t, 0, &contract, nil, data); r.Status != 1 {
					t.Fatal("the sale refused what its owner asked for")
				}
			}
			seen := func() map[string]any {
				t.Helper()
				succeed(t, append([]string{"sync", "--rpc", n.url}, flags...)...)
				return succeed(t, append([]string{"sale"}, flags...)...)
			}
			announced := func(sale map[string]any, want ...string) {
				t.Helper()
				var got []string
				for _, a := range sale["announced"].([]any) {
					a := a.(map[string]any)
					got = append(got, fmt.Sprint(a["setting"], " ", a["tier"], " ", shown(a["price"]), " ", a["value"]))
				}
				if fmt.Sprint(got) != fmt.Sprint(want) {
					t.Errorf("announced: %q, want %q", got, want)
				}
			}

			leaf := crypto.Keccak256Hash(crypto.Keccak256(common.LeftPadBytes(n.address(1).Bytes(), 32))) // a list of one wallet
			price, list := bind.PackSetTier(big.NewInt(1), tier(2500)), bind.PackSetAllowlist(big.NewInt(0), leaf)
			treasury := bind.PackSetTreasury(n.address(3))
			for _, change := range [][]byte{price, list, treasury} {
				owner(bind.PackAnnounce(change))
			}
			announced(seen(), "tier 2 2500 <nil>", "list 1 <nil> wallets on a list", "treasury <nil> <nil> "+strings.ToLower(n.address(3).Hex()))
			owner(bind.PackWithdrawAnnouncement(crypto.Keccak256Hash(treasury)))
			if r := n.send(t, 0, &contract, nil, list); r.Status != 0 {
				t.Error("a change was made before its time")
			}
			if err := n.Client.Client().Call(nil, "evm_increaseTime", day); err != nil {
				t.Fatal(err)
			}
			owner(list)
			sale := seen()
			announced(sale, "tier 2 2500 <nil>")
			if one := sale["tiers"].([]any)[0].(map[string]any); one["listed"] != true || fmt.Sprint(sale["open_tier"]) != "2" {
				t.Errorf("the tier with a list is %v, open is %v", one, sale["open_tier"])
			}

			// Whoever is on no list is quoted from the next tier, and is charged that.
			quote := succeed(t, append([]string{"quote", "--quantity", "2", "--wallet", n.address(2).Hex()}, flags...)...)
			transaction := quote["transaction"].(map[string]any)
			if shown(quote["paid"]) != "4000" {
				t.Errorf("quoted %v, want 4000", quote["paid"])
			}
			if r := n.send(t, 2, &contract, big.NewInt(4000), common.FromHex(fmt.Sprint(transaction["data"]))); r.Status != 1 {
				t.Fatal("the sale refused what was quoted")
			}
			// Whoever is on the list gets the tier's price, and what was sent above it comes back.
			with := bind.PackBuyWith(big.NewInt(12), "", big.NewInt(16_000), nodesale.NodeSaleExtra{
				Deadline: new(big.Int), Proofs: [][][32]byte{{}}, UpTo: new(big.Int), Until: new(big.Int)})
			r := n.send(t, 1, &contract, big.NewInt(16_000), with)
			if r.Status != 1 {
				t.Fatal("the sale refused a wallet that is on the list")
			}
			totals := seen()["totals"].(map[string]any)
			expect(t, totals, map[string]string{"purchases": "2", "nodes": "14", "gross": "18000"})
			if flags := totals["flags"].(map[string]any); len(flags) != 0 {
				t.Errorf("the ladder does not explain a purchase: %v", flags)
			}
			if got := sold(seen()); got != "[10 4 0]" {
				t.Errorf("sold of the tiers: %s", got)
			}

			owner(price)
			announced(seen())
			owner(bind.PackSetVoucherSigner(n.address(3)))
			if sale = seen(); sale["vouchers"] != true || sale["buyable"] != false {
				t.Errorf("vouchers %v, buyable %v", sale["vouchers"], sale["buyable"])
			}
			quote = succeed(t, append([]string{"quote", "--quantity", "1", "--wallet", n.address(2).Hex()}, flags...)...)
			if shown(quote["paid"]) != "2500" || quote["transaction"] != nil {
				t.Errorf("quoted %v with %v", quote["paid"], quote["transaction"])
			}
			owner(bind.PackSetVoucherSigner(common.Address{}))
			owner(bind.PackPause())
			if sale = seen(); sale["vouchers"] != false || sale["paused"] != true || sale["buyable"] != false {
				t.Errorf("vouchers %v, paused %v, buyable %v", sale["vouchers"], sale["paused"], sale["buyable"])
			}
			quote = succeed(t, append([]string{"quote", "--quantity", "1", "--wallet", n.address(2).Hex()}, flags...)...)
			if quote["transaction"] != nil {
				t.Errorf("a paused sale is quoted with %v", quote["transaction"])
			}
			owner(bind.PackUnpause())
			if sale = seen(); sale["paused"] != false || sale["buyable"] != true {
				t.Errorf("paused %v, buyable %v", sale["paused"], sale["buyable"])
			}
			if ok := succeed(t, append([]string{"ledger", "verify"}, flags...)...); ok["ok"] != true {
				t.Errorf("verify: %v", ok)
			}
		})
	}
}

// sold is what each tier has sold.
func sold(sale map[string]any) string {
	var n []string
	for _, tier := range sale["tiers"].([]any) {
		n = append(n, fmt.Sprint(tier.(map[string]any)["sold"]))
	}
	return fmt.Sprint(n)
}
