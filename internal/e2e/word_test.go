package e2e_test

import (
	"crypto/ecdsa"
	"fmt"
	"math/big"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/contracts/testcontracts"
	"github.com/nodeledger/nodeledger/operator"
)

// board is an office with a Safe of two owners, accounts 1 and 2 of the node.
type board struct {
	*office
	safe  common.Address
	month time.Time // the start of the one whose revenue is paid
}

// openBoard is openOffice with a Safe among the recovery wallets, next to accounts 0 and 3, and a month that is over.
func openBoard(t *testing.T, n *node, db string, month time.Time) *board {
	t.Helper()
	b := &board{office: openOffice(t, n, db, n.address(4)), month: month}
	owners := testcontracts.NewTwoOwners().PackConstructor(n.address(1), n.address(2), new(big.Int))
	b.safe = n.send(t, 0, nil, nil, append(common.FromHex(testcontracts.TwoOwnersMetaData.Bin), owners...)).ContractAddress
	file := b.flags[slices.Index(b.flags, "--program")+1]
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text = fmt.Appendf(text, "operators: { recovery: [%q, %q, %q], contracts: [%q] }\n", n.address(0), n.address(3), b.safe, b.safe)
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := n.Client.Client().Call(nil, "evm_setNextBlockTimestamp", month.AddDate(0, 1, 0).Unix()+1); err != nil {
		t.Fatal(err)
	}
	n.mine(t, 70)
	return b
}

// without is the office whose command lines lack a flag, and its value.
func (o *office) without(flag string, value bool) *office {
	other := *o
	i := slices.Index(o.flags, flag)
	other.flags = slices.Delete(slices.Clone(o.flags), i, i+map[bool]int{false: 1, true: 2}[value])
	return &other
}

// asking is the office whose command lines name another node.
func (o *office) asking(url string) *office {
	other := o.without("--rpc", true)
	other.flags = append(other.flags, "--rpc", url)
	return other
}

// says runs the program without --json, and wants words on one of its two outputs.
func (o *office) says(code int, words []string, who string, args ...string) {
	o.t.Helper()
	r := o.without("--json", false).as(who, args...)
	for _, want := range words {
		if r.code != code || !strings.Contains(r.stdout+r.stderr, want) {
			o.t.Errorf("nodeledger %s: exit %d: %s%s; want %q", strings.Join(args, " "), r.code, r.stdout, r.stderr, want)
		}
	}
}

// signed is what accounts of the node give for a text, as wallets do (personal_sign).
func (b *board) signed(text string, account int) string {
	b.t.Helper()
	return hexutil.Encode(rawSignature(b.t, b.n.keys[account], operator.SignedHash(text)))
}

// ownersSigned is what owners of the Safe give for a text, one after the other.
func (b *board) ownersSigned(text string, owners ...int) string {
	b.t.Helper()
	var message hexutil.Bytes
	call := map[string]any{"to": b.safe, "data": hexutil.Bytes(testcontracts.NewTwoOwners().PackMessageHash(operator.SignedHash(text)))}
	if err := b.n.Client.Client().Call(&message, "eth_call", call, "latest"); err != nil {
		b.t.Fatal(err)
	}
	var all []byte
	for _, i := range owners {
		all = append(all, rawSignature(b.t, b.n.keys[i], common.BytesToHash(message))...)
	}
	return hexutil.Encode(all)
}

func rawSignature(t *testing.T, key *ecdsa.PrivateKey, hash [32]byte) []byte {
	t.Helper()
	signature, err := crypto.Sign(hash[:], key)
	if err != nil {
		t.Fatal(err)
	}
	signature[64] += 27
	return signature
}

// unchanged wants the books to be as they were after something was refused.
func (b *board) unchanged(refused func()) {
	b.t.Helper()
	before := fmt.Sprint(b.must("", "ledger", "head"))
	refused()
	if after := fmt.Sprint(b.must("", "ledger", "head")); after != before {
		b.t.Errorf("the books were %s, and after what was refused %s", before, after)
	}
}

// TestASafeSignsOnARealNode has a Safe of two owners become an operator, approve a run and recover a key through the built program, and
// has what it said asked again: of the chain where it said so, of another chain, and of nobody.
func TestASafeSignsOnARealNode(t *testing.T) {
	now := time.Now().UTC()
	month := time.Date(now.Year(), now.Month()-1, 1, 0, 0, 0, 0, time.UTC)
	other := startAnvil(t, "--timestamp", fmt.Sprint(month.Unix()-1000))
	openBoard(t, other, "", month) // with the same contracts at the same addresses, in other blocks
	for kind, fresh := range databases(t) {
		t.Run(kind, func(t *testing.T) {
			b := openBoard(t, startAnvil(t, "--timestamp", fmt.Sprint(month.Unix())), fresh(), month)
			b.must("", "sync")
			b.hire("ann", "", "admin,record,prepare")
			b.hire("bob", "ann", "admin,approve")
			b.givesKeys()
			at := b.approves()
			b.asksAgain(other, 1, at)
			b.n.mine(t, 70) // another block is final
			b.recovers()
			b.asksAgain(other, 2, at)
			b.undeclared()
		})
	}
}

// givesKeys gives the Safe a key, and a wallet that is no contract; what is printed of both, and what the doctor says.
func (b *board) givesKeys() {
	b.t.Helper()
	add := func(name, wallet, scope string) []string {
		return []string{"operator", "add", name, "--label", "safe", "--wallet", wallet, "--contract", "--scope", scope, "--reference",
			"key-" + name}
	}
	safe, wallet := strings.ToLower(b.safe.Hex()), strings.ToLower(b.n.address(3).Hex())
	b.unchanged(func() {
		b.refused("there is no contract at "+wallet+" on chain 31337 at the final block", "ann",
			add("desk", wallet, "record")...)
	})
	b.says(0, []string{safe + " is a contract on chain 31337, found there"}, "ann", add("board", safe, "approve")...)
	waiting, _ := b.must("", "operator", "list")["waiting"].([]any)
	if len(waiting) != 1 {
		b.t.Fatalf("%v wait for consent, want the Safe's key", waiting)
	}
	b.must("bob", "operator", "consent", "board", "--grant", fmt.Sprint(waiting[0].(map[string]any)["grant"]))
	key := "the key safe of board is the contract " + safe + " on chain 31337, whose own word counts"
	recovery := "a recovery wallet is the contract " + safe + " on chain 31337, whose own word counts"
	b.says(0, []string{key + "; it is there at the final block", recovery + "; it is there at the final block"}, "", "doctor")
	unasked := b.without("--rpc", true)
	unasked.says(0, []string{key + "; no node was asked", recovery + "; no node was asked"}, "", "doctor")

	unasked.says(0, []string{wallet + " is a contract on chain 31337, no node was asked: name one with --rpc to look for it"}, "ann",
		add("desk", wallet, "record")...)
	b.says(1, []string{"red", "the contract " + wallet +
		" on chain 31337, whose own word counts; there is no contract there at the final block",
		"1 of "}, "", "doctor")
	b.must("ann", "operator", "revoke", "desk", "--reference", "desk-goes")
	b.says(0, []string{key}, "", "doctor")
}

// approves has the Safe approve a run of last month's revenue; nothing but both owners' signatures of its text does. It gives the block of
// the Safe's word.
func (b *board) approves() string {
	b.t.Helper()
	month := b.month.Format("2006-01")
	b.must("ann", "revenue", "record", "--reference", "dapp", "--source", "dapp", "--amount", "4500.5", "--at",
		b.month.AddDate(0, 0, 9).Format(time.RFC3339))
	b.must("ann", "month", "close", month)
	b.must("ann", "payout", "prepare", month, "--asset", "USDT", "--claim=false")
	b.must("ann", "payout", "propose", month)
	approve := []string{"payout", "approve", month, "--file-hash", fmt.Sprint(b.state(month)["file"]), "--operator", "board"}
	toSign := b.must("", append(approve, "--statement")...)
	text := fmt.Sprint(toSign["statement"])
	if !strings.HasPrefix(text, "nodeledger anvil on chain 31337\n") || !strings.Contains(text, "\napprove run "+month+"\n") {
		b.t.Errorf("the Safe signs %q", text)
	}
	by := func(signature string) []string {
		return append(slices.Clone(approve), "--after", fmt.Sprint(toSign["after"]), "--signature", signature)
	}
	b.unchanged(func() {
		for name, signature := range map[string]string{
			"another text": b.ownersSigned(text+".", 1, 2), "another chain": b.ownersSigned(strings.Replace(text, "31337", "1", 1), 1, 2),
			"one owner": b.ownersSigned(text, 1), "one owner twice": b.ownersSigned(text, 1, 1), "an owner as a wallet": b.signed(text, 1),
			"a stranger and an owner": b.ownersSigned(text, 1, 3),
		} {
			b.t.Log(name)
			b.refused("no contract of board says that it signed", "", by(signature)...)
		}
		b.without("--rpc", true).refused("a node must be asked whether it signed", "", by(b.ownersSigned(text, 1, 2))...)
	})
	b.must("", by(b.ownersSigned(text, 1, 2))...)
	expect(b.t, b.state(month), map[string]string{"state": "approved"})
	if again := b.must("", by(b.ownersSigned(text, 1, 2))...); again["already_recorded"] != true {
		b.t.Errorf("approving twice: %v", again)
	}
	words, _ := b.must("", "ledger", "verify")["contract_words"].([]any)
	if len(words) != 1 {
		b.t.Fatalf("the books stand on the words %v", words)
	}
	expect(b.t, words[0].(map[string]any), map[string]string{"fact": "op:board:" + month + "-approve",
		"contract": strings.ToLower(b.safe.Hex())})
	return fmt.Sprint(words[0].(map[string]any)["block"])
}

// asksAgain verifies books that stand on some words of the Safe, the first at a block.
func (b *board) asksAgain(other *node, words int, first string) {
	b.t.Helper()
	stand := map[int]string{1: "1 statement stands on a contract's word, at block " + first,
		2: "2 statements stand on a contract's word, at blocks " +
			first + " to "}[words]
	b.says(0, []string{"sound: ", stand, "; asked again, and said again"}, "", "ledger", "verify")
	b.without("--rpc", true).says(0, []string{"sound: ", stand, "; nobody asked again: --rpc does"}, "", "ledger", "verify")
	count := func(o *office, code int, asked bool) map[string]any {
		b.t.Helper()
		answer := o.answer(code, "ledger", "verify")
		if list, _ := answer["contract_words"].([]any); len(list) != words || answer["asked_again"] != asked || answer["ok"] != (code == 0) {
			b.t.Errorf("verify: %v, want %d words, asked again: %t", answer, words, asked)
		}
		return answer
	}
	count(b.office, 0, true)
	count(b.without("--rpc", true), 0, false)
	// Its blocks are others, so nobody asks further.
	differs, _ := count(b.asking(other.url), 1, false)["first_difference"].(map[string]any)
	if text := fmt.Sprint(differs["text"]); differs["table"] != "input" ||
		!strings.Contains(text, " is not on the chain, where it is block ") {
		b.t.Errorf("of another chain verify says %v", differs)
	}
	b.asking(other.url).says(1, []string{"the books are not sound: input, final blocks: "}, "", "ledger", "verify")
	cannotCall := forge(b.t, b.n.url, nil, "eth_call")
	b.asking(cannotCall).refused("the books are sound in themselves, and they cannot be compared with the chain: ", "",
		"ledger", "verify")
}

// recovers has an account and the Safe give somebody a key.
func (b *board) recovers() {
	b.t.Helper()
	b.must("ann", "operator", "revoke", "bob", "--reference", "bob-lost-it") // while two may administer, nothing is recovered
	made := succeed(b.t, "operator", "token", "--json")
	b.tokens["erin"] = fmt.Sprint(made["token"])
	recover := []string{"operator", "recover", "erin", "--label", "laptop", "--token-key", fmt.Sprint(made["key"]), "--scope", "admin"}
	asked := b.must("", recover...)
	text := fmt.Sprint(asked["statement"])
	by := func(signatures ...string) []string {
		args := append(slices.Clone(recover), "--after", fmt.Sprint(asked["after"]))
		for _, s := range signatures {
			args = append(args, "--signature", s)
		}
		return args
	}
	b.unchanged(func() {
		const stranger, few = "not that of a recovery wallet", "1 of the 3 recovery wallets signed, and 2 must"
		b.refused(few, "", by(b.ownersSigned(text, 1, 2))...)
		b.refused(few, "", by(b.ownersSigned(text, 1, 2), b.ownersSigned(text, 1, 2))...)
		b.refused(stranger, "", by(b.signed(text, 0), b.ownersSigned(text+".", 1, 2))...)
		b.refused(stranger, "", by(b.signed(text, 0), b.ownersSigned(text, 1))...)
		b.refused(stranger, "", by(b.signed(text, 0), b.signed(text, 1))...) // an owner's wallet is not the Safe
		b.without("--rpc", true).refused("a node must be asked whether it signed", "", by(b.signed(text, 0), b.ownersSigned(text, 1, 2))...)
	})
	b.must("", by(b.signed(text, 0), b.ownersSigned(text, 1, 2))...)
	b.must("erin", "operator", "revoke", "ann", "--reference", "ann-lost-it")
	b.refused("is not known", "ann", "operator", "revoke", "bob", "--reference", "bob-goes")
}

// undeclared makes a contract of a recovery wallet that the program file does not call one: the doctor says so.
func (b *board) undeclared() {
	b.t.Helper()
	if err := b.n.Client.Client().Call(nil, "anvil_setCode", b.n.address(3), "0x00"); err != nil {
		b.t.Fatal(err)
	}
	b.n.mine(b.t, 70)
	b.says(0, []string{"yellow", "a recovery wallet, " + strings.ToLower(b.n.address(3).Hex()) + ", is a contract at the final block"},
		"", "doctor")
}

// answer runs the program and reads what it prints, whatever its exit code has to be.
func (o *office) answer(code int, args ...string) map[string]any {
	o.t.Helper()
	r := o.as("", args...)
	if r.code != code {
		o.t.Fatalf("nodeledger %s: exit %d, want %d: %s", strings.Join(args, " "), r.code, code, r.stderr)
	}
	return decoded(o.t, r.stdout)
}
