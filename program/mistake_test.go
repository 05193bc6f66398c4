package program

import (
	"errors"
	"strings"
	"testing"
)

// head is the smallest legal file; its last group is sale, so a row may go on with keys of it.
const head = `program: x
schema: 1
chain: { id: 1, start_block: 0 }
sale:
  contract: "0x5FbDB2315678afecb367f032d93F642f64180aa3"
  adapter: nodesale
`

// headEvent is head for the event adapter, without the events.
const headEvent = `program: x
schema: 1
chain: { id: 1, start_block: 0 }
sale:
  contract: "0x5FbDB2315678afecb367f032d93F642f64180aa3"
  adapter: event
`

// oneEvent follows headEvent: purchases that say everything.
const oneEvent = `  purchases:
    - { event: "Sold(address indexed by, uint256 n, uint256 paid)", buyer: by, quantity: n, paid: { field: paid } }
`

const assets = `assets:
  ETH:  { decimals: 18, kind: native }
  USDT: { decimals: 6, kind: erc20, address: "0xdac17f958d2ee523a2206206994597c13d831ec7" }
  PTS:  { decimals: 2, kind: points }
  TOK:  { decimals: 18, kind: token, supply: 1000 }
`

// row is a broken file: every § in it marks the place of a mistake, in order, and is taken out before it is read.
type row struct {
	name, src string
	want      []string
}

func (r row) check(t *testing.T) {
	t.Helper()
	src, want := unmark(t, r)
	_, err := Read("f.yaml", []byte(src))
	var got Errors
	if !errors.As(err, &got) {
		t.Fatalf("Read returned %v, not Errors", err)
	}
	if len(got) != len(want) {
		t.Fatalf("got\n%v\nwant\n%v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got  %v\nwant %v", got[i], want[i])
		}
	}
}

// unmark takes the marks out and makes the expected mistakes of their places.
func unmark(t *testing.T, r row) (string, Errors) {
	t.Helper()
	var src strings.Builder
	var want Errors
	line, column := 1, 1
	for _, c := range r.src {
		switch c {
		case '§':
			if len(want) == len(r.want) {
				t.Fatalf("more marks than messages")
			}
			want = append(want, Mistake{"f.yaml", line, column, r.want[len(want)]})
			continue
		case '\n':
			line, column = line+1, 0
		}
		column++
		src.WriteRune(c)
	}
	if len(want) != len(r.want) {
		t.Fatalf("%d marks and %d messages", len(want), len(r.want))
	}
	return src.String(), want
}

func checkRows(t *testing.T, rows []row) {
	t.Helper()
	for _, r := range rows {
		t.Run(r.name, r.check)
	}
}

func TestMistakesOfTheWholeFile(t *testing.T) {
	t.Parallel()
	checkRows(t, []row{
		{"empty", "§", []string{"the file is nothing where a group of keys belongs; write keys with values"}},
		{"a list", "§- program", []string{"the file is a list where a group of keys belongs; write keys with values"}},
		{"nothing in it", "§§§§{}\n", []string{
			`the file lacks the key "program"; write the program's name, such as gpunet`,
			`the file lacks the key "schema"; write schema: 1`,
			`the file lacks the key "chain"; write a group with id and start_block`,
			`the file lacks the key "sale"; write a group with contract and adapter`,
		}},
		{"not YAML", "program: §x\n  schema: 1\n", []string{
			`this is not YAML: mapping value is not allowed in this context; check the indentation, the colons and the quotes`,
		}},
		{"control character", "program: a§\x07b\n", []string{"the character U+0007 cannot be printed; remove it"}},
		{"anchor and alias", "a: §&x 1\nb: §*x\n§<<: {}\n", []string{
			"anchors, aliases and merge keys are not read; write the value out where it is needed",
			"anchors, aliases and merge keys are not read; write the value out where it is needed",
			"anchors, aliases and merge keys are not read; write the value out where it is needed",
		}},
		{"tag", "a: §!!int 1\n", []string{"YAML tags are not read; remove it, the key decides what its value is"}},
		{"two documents", "a: 1\n§---\nb: 1\n", []string{"a program file is one document; remove this line and what belongs to another program"}},
		{"text block", "a: §|\n  b\n", []string{"text over several lines is not read; write it on one line in quotes"}},
		{"unknown keys", head + "§pionts: {}\n§zzz: 1\n", []string{
			`the file has no key "pionts"; did you mean "points"?`,
			`the file has no key "zzz"; its keys are program, schema, title, assets, chain, sale, holdings, referral, score, points, token, ` +
				`stakes, revenue, payout, wallets, campaigns, operators, sources, valuations`,
		}},
		{"duplicate key", head + "  §adapter: event\n", []string{`sale has the key "adapter" twice, first in line 6; keep one of them`}},
		{"no value", head + "§points:\n", []string{`the file has the key "points" without a value; write one or remove the key`}},
		{"name", strings.Replace(head, "x", "§GPU net", 1), []string{
			`program cannot be "GPU net"; write lower-case letters, digits and dashes, a letter first, at most 63`}},
		{"schema", strings.Replace(head, "schema: 1", "schema: §2", 1), []string{`schema: 2 is too large; the most is 1`}},
		{"after Chinese text", "title: { en: x, zh: 节点销售, §de: y }\n" + head, []string{`title has no key "de"; its keys are en, zh`}},
		{"with CRLF", strings.ReplaceAll("title: { en: x }\n"+head+"§zzzzzzzz: 1\n", "\n", "\r\n"), []string{
			`the file has no key "zzzzzzzz"; its keys are program, schema, title, assets, chain, sale, holdings, referral, score, points, ` +
				`token, stakes, revenue, payout, wallets, campaigns, operators, sources, valuations`}},
		{"everything at once", `program: x
schema: §one
chain: { id: §0, start_block: §-5, proof: §ful }
sale:
  §contract: §"0x12"
  §adaptr: event
  mode: §diagonal
`, []string{
			`schema: one is not a number; write digits and at most one point, such as 12.5`,
			`chain.id: 0 is too small; the least is 1`,
			`chain.start_block: -5 is negative; write a number of at least 0`,
			`chain.proof cannot be "ful"; did you mean "full"?`,
			`sale lacks the key "adapter"; write adapter: nodesale, payment-handler or event`,
			`sale.contract: 0x12 has 4 characters instead of 42; write 0x and 40 hexadecimal digits in quotes`,
			`sale has no key "adaptr"; did you mean "adapter"?`,
			`sale.mode cannot be "diagonal"; write sequential or parallel`,
		}},
	})
}

func TestMistakesOfNumbers(t *testing.T) {
	t.Parallel()
	rows := []row{}
	for text, want := range map[string]string{
		"1e-3":                        "1e-3 has an exponent; write all its digits, such as 0.001 for 1e-3",
		"1.5E3":                       "1.5E3 has an exponent; write all its digits, such as 0.001 for 1e-3",
		".5":                          ".5 begins with a point; write 0.5",
		"5.":                          "5. ends with a point; write 5",
		"0x10":                        "0x10 is not a decimal number; write it in digits from 0 to 9",
		"0o17":                        "0o17 is not a decimal number; write it in digits from 0 to 9",
		"1_000":                       "1_000 has underscores; write 1000",
		"\"1,000\"":                   "1,000 has a comma; write digits and at most one point, such as 1000.5",
		"007":                         "007 begins with a needless zero; write it without",
		"+1":                          "+1 has a plus sign; write the digits only",
		"-1":                          "-1 is negative; write a number of at least 0",
		"-.5":                         "-.5 is negative; write a number of at least 0",
		".inf":                        ".inf is not a number; write digits and at most one point, such as 12.5",
		"true":                        "true is not a number; write digits and at most one point, such as 12.5",
		"ten":                         "ten is not a number; write digits and at most one point, such as 12.5",
		"0.0750000000000000001":       "0.0750000000000000001 has 19 decimal places and ETH has 18; write no more places than that",
		"1" + strings.Repeat("0", 60): "1" + strings.Repeat("0", 56) + "... is too large an amount of ETH; write a smaller one",
	} {
		rows = append(rows, row{text, head + "payout: { minimum: { ETH: §" + text + " } }\n", []string{"payout.minimum.ETH: " + want}})
	}
	for text, want := range map[string]string{
		"1.5":                  "1.5 is not a whole number; write it without a point",
		"0":                    "0 is too small; the least is 1",
		"18446744073709551616": "18446744073709551616 is too large; the most is 18446744073709551615",
		"-3":                   "-3 is negative; write a number of at least 0",
	} {
		rows = append(rows, row{"count " + text, head + "  max_nodes: §" + text + "\n", []string{"sale.max_nodes: " + want}})
	}
	for text, want := range map[string]string{
		"110%":  "110% is more than the whole; write at most 100%",
		"1/0":   "1/0 is not a fraction; write two whole numbers, such as 1/3",
		"1/03":  "1/03 is not a fraction; write two whole numbers, such as 1/3",
		"1/ 3":  "1/ 3 is not a fraction; write two whole numbers, such as 1/3",
		"1e-1%": "1e-1% has an exponent; write all its digits, such as 0.001 for 1e-3",
		"0.3333333333333333333333": "0.3333333333333333333333 has too many digits to be kept exactly; write at most 19 of them, or a " +
			"fraction such as 1/3",
	} {
		rows = append(rows, row{"ratio " + text, head + "referral: { reward: §" + text + " }\n", []string{"referral.reward: " + want}})
	}
	rows = append(rows,
		row{"a list", head + "  max_nodes: §[1]\n", []string{"sale.max_nodes is a list where a number belongs; write a whole number"}},
		row{"a group", head + "score: [{ brackets: [{ nodes: 1, factor: §{ a: 1 } }] }]\n", []string{
			"score[1].brackets[1].factor is a group of keys where a number belongs; write a percentage such as 10%, a fraction such as 1/3 or a " +
				"decimal such as 1.2"}},
	)
	checkRows(t, rows)
}

func TestMistakesOfAddressesAndTimes(t *testing.T) {
	t.Parallel()
	const okay = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8"
	checkRows(t, []row{
		{"short", head + "payout: { treasury: §\"0x70997970C51812dc3A010C7d01b50e0d17dc79C\" }\n", []string{
			"payout.treasury: 0x70997970C51812dc3A010C7d01b50e0d17dc79C has 41 characters instead of 42; write 0x and 40 hexadecimal digits " +
				"in quotes"}},
		{"checksum", head + "payout: { treasury: §\"0x70997970C51812dc3A010C7d01b50e0d17dc79c8\" }\n", []string{
			"payout.treasury: the checksum of 0x70997970C51812dc3A010C7d01b50e0d17dc79c8 is wrong, so a digit may be; compare it with its " +
				"source, then write it all in lower case"}},
		{"upper case", head + "payout: { treasury: §\"0x" + strings.ToUpper(okay[2:]) + "\" }\n", []string{
			"payout.treasury: the checksum of 0x" + strings.ToUpper(okay[2:]) +
				" is wrong, so a digit may be; compare it with its source, then write it all in lower case"}},
		{"no quotes", head + "payout: { treasury: §" + okay + " }\n", []string{
			"payout.treasury is not in quotes, so YAML reads it as a number; write \"" + okay + "\""}},
		{"a name", head + "payout: { treasury: §vitalik.eth }\n", []string{
			`payout.treasury is "vitalik.eth" where an address belongs; write 0x and 40 hexadecimal digits in quotes`}},
		{"hash", head + "  admin: [§\"0x12\"]\n", []string{`sale.admin[1] is "0x12"; write 0x and 64 lower-case hexadecimal digits in quotes`}},
		{"admin", head + "  admin: §skip\n", []string{`sale.admin is "skip"; write scan, or a list of transaction hashes`}},
		{"date", head + "  treasury: [{ from: §2024-02-30, address: \"" + okay + "\" }]\n", []string{
			`sale.treasury[1].from is "2024-02-30"; write a date such as 2024-04-01, an instant in UTC such as 2024-04-01T12:00:00Z, or a ` +
				`block such as "block 19600000"`}},
		{"zone", head + "  treasury: [{ from: §2024-02-03T00:00:00+08:00, address: \"" + okay + "\" }]\n", []string{
			`sale.treasury[1].from is "2024-02-03T00:00:00+08:00"; write a date such as 2024-04-01, an instant in UTC such as ` +
				`2024-04-01T12:00:00Z, or a block such as "block 19600000"`}},
		{"block 0", head + "  treasury: [{ from: §block 0, address: \"" + okay + "\" }]\n", []string{
			`sale.treasury[1].from: "block 0" is not a block; write "block " and a number of at least 1`}},
		{"out of order", head + "  treasury:\n" +
			"    - { from: 2024-05-01, address: \"" + okay + "\" }\n" +
			"    - { from: block 7, address: \"" + okay + "\" }\n" +
			"    - { from: §2024-05-01, address: \"" + okay + "\" }\n" +
			"    - { from: §block 6, address: \"" + okay + "\" }\n" +
			"    - §{ address: \"" + okay + "\" }\n", []string{
			"sale.treasury[3].from is not after 2024-05-01 above it; write the entries in order of time, each once",
			"sale.treasury[4].from is not after the block 7 above it; write the entries in order of time, each once",
			`sale.treasury[5] lacks the key "from"; only the first entry may leave it out`}},
		{"length of time", assets + head + "points: { asset: PTS, at_tge: { becomes: TOK, lock: §3 weeks } }\n", []string{
			`points.at_tge.lock: "3 weeks" is not a length of time; write a whole number and a unit, such as 2y, 6mo, 90d, 12h or 30s, or none`}},
		{"a very long time", assets + head + "points: { asset: PTS, at_tge: { becomes: TOK, lock: §101y } }\n", []string{
			`points.at_tge.lock: "101y" is longer than a hundred years; write a shorter time`}},
	})
}
