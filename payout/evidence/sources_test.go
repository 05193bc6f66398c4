package evidence

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/program"
)

var (
	safe  = common.HexToAddress("0x70997970c51812dc3a010c7d01b50e0d17dc79c8")
	usdt  = common.HexToAddress("0xdac17f958d2ee523a2206206994597c13d831ec7")
	gpu   = common.HexToAddress("0xe7f1725e7734ce288f8367e1bb143e90bb3f0512")
	drop  = common.HexToAddress("0x90f79bf6eb2c4f870365e785982e1f101e93b906")
	other = common.HexToAddress("0x00000000000000000000000000000000000000ff")
)

const file = `program: x
schema: 1
chain: { id: 1, start_block: 0 }
assets:
  ETH:  { decimals: 18, kind: native }
  USDT: { decimals: 6, kind: erc20, address: "0xdac17f958d2ee523a2206206994597c13d831ec7" }
  PTS:  { decimals: 2, kind: points }
  GPU:  { decimals: 18, kind: token, supply: 1000, address: "0xe7f1725e7734ce288f8367e1bb143e90bb3f0512" }
sale: { contract: "0x5FbDB2315678afecb367f032d93F642f64180aa3", adapter: nodesale }
`

const (
	treasury     = "payout: { treasury: \"0x70997970c51812dc3a010c7d01b50e0d17dc79c8\" }\n"
	distributing = "payout: { treasury: \"0x70997970c51812dc3a010c7d01b50e0d17dc79c8\", distributor: { USDT: " +
		"\"0x90f79bf6eb2c4f870365e785982e1f101e93b906\" } }\n"
	accrued = "referral: { settlement: accrued }\n"
)

func of(t testing.TB, parts ...string) *program.Program {
	t.Helper()
	p, err := program.Read("evidence.yaml", []byte(file+strings.Join(parts, "")))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestWanted: exactly the transfers of the program's tokens from and to its wallets, what their Safes execute, and the claims.
func TestWanted(t *testing.T) {
	t.Parallel()
	moves := func(wallets ...common.Address) (list []string) {
		for _, place := range []int{1, 2} {
			for _, w := range wallets {
				for _, token := range []common.Address{usdt, gpu} {
					topics := []common.Hash{TransferTopic, evm.Padded(w)}
					if place == 2 {
						topics = []common.Hash{TransferTopic, {}, evm.Padded(w)}
					}
					list = append(list, fmt.Sprintf("%s %v false", token, topics))
				}
			}
		}
		return list
	}
	claims := fmt.Sprintf("%s %v false %s %v false", drop, []common.Hash{ClaimedTopic}, drop, []common.Hash{ClaimedToTopic})
	executes := func(w common.Address) string { return fmt.Sprintf("%s %v true", w, []common.Hash{ExecutionTopic}) }
	named := "wallets: { buyback: \"" + other.Hex() + "\" }\n"
	for name, one := range map[string]struct {
		parts []string
		want  []string
	}{
		"no wallet":                     {nil, nil},
		"a treasury":                    {[]string{treasury}, append(moves(safe), executes(safe))},
		"a distributor":                 {[]string{distributing}, append(moves(safe, drop), claims, executes(safe))},
		"a distributor and no treasury": {[]string{"payout: { distributor: { USDT: \"" + drop.Hex() + "\" } }\n"}, append(moves(drop), claims)},
		"a wallet of its own":           {[]string{treasury, named}, append(moves(safe, other), executes(safe), executes(other))},
		"the treasury by another name": {[]string{treasury, "wallets: { bank: \"" + safe.Hex() + "\" }\n"},
			append(moves(safe), executes(safe))},
	} {
		var got []string
		for _, want := range Wanted(of(t, one.parts...)) {
			got = append(got, fmt.Sprintf("%s %v %t", want.Address, want.Topics, want.Body))
		}
		if fmt.Sprint(got) != fmt.Sprint(one.want) {
			t.Errorf("%s: got\n%v\nwant\n%v", name, got, one.want)
		}
	}
}

// TestPublishedTopics: the topics and selectors are those that explorers show.
func TestPublishedTopics(t *testing.T) {
	t.Parallel()
	for got, want := range map[string]string{
		TransferTopic.Hex():                "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef",
		ExecutionTopic.Hex():               "0x442e715f626346e8c54381002da614f62bee8d27386535b2521ec8540898556e",
		fmt.Sprintf("%x", multiSend):       "8d80ff0a",
		fmt.Sprintf("%x", execTransaction): "6a761202",
	} {
		if got != want {
			t.Errorf("%s, published is %s", got, want)
		}
	}
}
