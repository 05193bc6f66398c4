package program

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/problem"
)

func TestTheExampleOfADeploymentIsSound(t *testing.T) {
	t.Parallel()
	d, err := ReadDeployment("deploy.yaml", DeploymentExample())
	if err != nil {
		t.Fatal(err)
	}
	if d.Salt != "my-sale" || len(d.Tiers) != 3 || d.Delay.Hours() != 48 || d.Payouts.Tokens[0].Asset.Symbol() != "USDT" || d.Licence == nil {
		t.Errorf("%+v", d)
	}
}

// Each row breaks the example by replacing a text in it, and is refused with one line: place, what is wrong, what to write.
func TestMistakesOfADeployment(t *testing.T) {
	t.Parallel()
	const a, b = `"0x70997970c51812dc3a010c7d01b50e0d17dc79c8"`, `"0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc"`
	for _, row := range []struct{ old, new, want string }{
		{"chain: 11155111 ", "chane: 11155111 ", `d.yaml:5:1: the file has no key "chane"; did you mean "chain"?`},
		{"chain: 11155111 ", "chain: 0 ", "d.yaml:5:8: chain: 0 is too small; the least is 1"},
		{"program: my-sale", "program: My Sale",
			`d.yaml:4:10: program cannot be "My Sale"; write lower-case letters, digits and ` +
				`dashes, a letter first, at most 63`},
		{"owner: " + a,
			`owner: "0x0000000000000000000000000000000000000000"`,
			"d.yaml:8:8: owner is the zero address; write the Safe or wallet that owns the contracts"},
		{"owner: " + a, `owner: "0x70997970C51812dc3A010C7d01b50e0d17dc79C9"`, "d.yaml:8:8: owner: the checksum " +
			"of 0x70997970C51812dc3A010C7d01b50e0d17dc79C9 is wrong, so a digit may be; compare it with its source, then write it " +
			"all in lower case"},
		{"treasury: " + b, "# no treasury",
			`d.yaml:4:1: the file lacks the key "treasury"; write who gets what is paid, as an address in quotes`},
		{"coin: ETH", "coin: ether", `d.yaml:11:7: coin cannot be "ether"; write 1 to 16 capital letters and digits, a letter first`},
		{"mode: parallel", "mode: both", `d.yaml:12:7: mode cannot be "both"; write sequential or parallel`},
		{"max_nodes: 3000", "max_nodes: 2999", "d.yaml:13:12: max_nodes is 2999, and the tiers have more nodes; make them agree"},
		{"price: 0.075", "price: 0.0876", "d.yaml:16:26: tiers[2].price is 0.0875 ETH, less than the 0.0876 ETH above it; " +
			"write the tiers from the cheapest up"},
		{"price: 0.1,", "price: 1000000000000000000000,", "d.yaml:15:3: the price of tier 3 is more than the contract can take; " +
			"write one below 2^128 base units"},
		{"discount: 10%", "discount: 21%", "d.yaml:19:11: discount: 21% is more than discount_cap; write at most that"},
		{"discount: 10%", "discount: 1/3", "d.yaml:19:11: discount: 1/3 has more than two places of a per cent; write no more, such as 12.25%"},
		{"reward_cap: 20%", "reward_cap: 51%", "d.yaml:22:13: reward_cap: 51% is more than 50%; write at most that"},
		{"delay: 2d", "delay: 0s", "d.yaml:23:8: delay: 0s is too short; write at least 1s, or immediate where changes are made at once"},
		{"delay: 2d", "delay: 366d", "d.yaml:23:8: delay: 366d is too long; write at most 365d, or immediate where changes are made at once"},
		{"delay: 2d", "delay: soon", `d.yaml:23:8: delay is "soon" where a time belongs; write one such as 90s, 30m, 36h or 2d, or immediate ` +
			`where changes are made at once`},
		{"symbol: MYN", "# no symbol", `d.yaml:26:3: licence lacks the key "symbol"; write the collection's symbol`},
		{"# royalty: 2.5%", "royalty: 11%\n ", "d.yaml:29:12: licence.royalty: 11% is more than 10%; write at most that"},
		{"# royalty_to: " + b, "royalty_to: " + b, "d.yaml:30:15: licence.royalty_to is for a royalty, and there is none; remove it"},
		{`activator: "0x15d34aaf54267db7d7c367839aaf71a00a2c6a65"`, `activator: "0x90f79bf6eb2c4f870365e785982e1f101e93b906"`,
			"d.yaml:35:14: payouts.activator is the proposer; write another account: two have to look at a tree"},
		{"delay: 1d", "delay: 9m", "d.yaml:36:10: payouts.delay: 9m is too short; write at least 10m"},
		{"decimals: 6", "# none", `d.yaml:40:7: payouts.tokens.USDT lacks the key "decimals"; write decimals: 18 or as many as the token has`},
		{"USDT:", "usdt:", `d.yaml:38:5: "usdt" cannot be a token's symbol; write 1 to 16 capital letters and digits, a letter first`},
		{"USDT:", "ETH:", "d.yaml:38:5: ETH is the chain's own coin; distributors pay tokens only"},
		{`# earlier: "0x..."`, `earlier: "0x9965507d1a55bcc2695c58ba16fb37d819b0a4dc"`,
			"d.yaml:41:16: payouts.tokens.USDT.earlier is the token; write the distributor that it was paid from before"},
	} {
		src := strings.Replace(string(DeploymentExample()), row.old, row.new, 1)
		if src == string(DeploymentExample()) {
			t.Fatalf("%q is not in the example", row.old)
		}
		_, err := ReadDeployment("d.yaml", []byte(src))
		p := problem.Of(err)
		if err == nil || !slices.Contains(append(p.Reasons, p.Text), row.want) || strings.Contains(p.Text, "\n") {
			t.Errorf("%s\ngot  %v\nwant %s", row.new, err, row.want)
			continue
		}
		var all Errors
		if p.Kind != problem.Invalid || !errors.As(err, &all) || len(p.Reasons) != len(all)-1 {
			t.Errorf("%s: kind %s, %d reasons", row.new, p.Kind, len(p.Reasons))
		}
	}
	for _, src := range []string{"", "[]", "a", "tiers: [[[", "\x00", "owner: &x 1"} {
		if d, err := ReadDeployment("d.yaml", []byte(src)); err == nil || d != nil {
			t.Errorf("%q was read", src)
		}
	}
}
