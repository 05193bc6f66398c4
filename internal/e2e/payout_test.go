package e2e_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/contracts/nodesale"
	"github.com/nodeledger/nodeledger/contracts/payoutdistributor"
	"github.com/nodeledger/nodeledger/contracts/testcontracts"
	"github.com/nodeledger/nodeledger/export/safe"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout/merkle"
)

// office is a program with books on anvil, and the two people who run its money.
type office struct {
	t      *testing.T
	n      *node
	flags  []string
	tokens map[string]string // of the operators
	tether common.Address
	payer  common.Address // the distributor
}

// as runs the program for an operator, with their token in the environment.
func (o *office) as(who string, args ...string) outcome {
	o.t.Helper()
	cmd := command(append(args, o.flags...)...)
	if token := o.tokens[who]; token != "" {
		cmd.Env = append(cmd.Env, "NODELEDGER_TOKEN="+token)
	}
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	_ = cmd.Run() // the exit code says it
	return outcome{cmd.ProcessState.ExitCode(), stdout.String(), stderr.String()}
}

func (o *office) must(who string, args ...string) map[string]any {
	o.t.Helper()
	r := o.as(who, args...)
	if r.code != 0 {
		o.t.Fatalf("nodeledger %s: exit %d: %s", strings.Join(args, " "), r.code, r.stderr)
	}
	return decoded(o.t, r.stdout)
}

// decoded is the JSON object that the program printed; an empty one where it printed something else.
func decoded(t *testing.T, stdout string) map[string]any {
	t.Helper()
	object := map[string]any{}
	d := json.NewDecoder(strings.NewReader(stdout))
	d.UseNumber()
	if strings.HasPrefix(stdout, "{") {
		if err := d.Decode(&object); err != nil {
			t.Fatal(err)
		}
	}
	return object
}

// refused runs the program for an operator and wants one line with these words.
func (o *office) refused(words, who string, args ...string) {
	o.t.Helper()
	if r := o.as(who, args...); r.code != 1 || !strings.Contains(r.stderr, words) || strings.Count(r.stderr, "\n") != 1 {
		o.t.Errorf("nodeledger %s: exit %d: %s; want %q", strings.Join(args, " "), r.code, r.stderr, words)
	}
}

// hire makes an operator; by is who makes them, empty for the first.
func (o *office) hire(name, by, scopes string) {
	o.t.Helper()
	made := succeed(o.t, "operator", "token", "--json")
	args := []string{"operator", "add", name, "--label", "laptop", "--token-key", fmt.Sprint(made["key"]), "--scope", scopes,
		"--reference", "key-" + name}
	if by == "" {
		args = append(args, "--operator", "setup")
	}
	o.must(by, args...)
	o.tokens[name] = fmt.Sprint(made["token"])
}

// state is a run as the list shows it.
func (o *office) state(run string) map[string]any {
	o.t.Helper()
	return o.must("", "payout", "show", run)
}

// balanced checks the trial balance, asset by asset, and the ledger.
func (o *office) balanced() {
	o.t.Helper()
	trial := o.must("", "ledger", "trial")
	sums := trial["sums"].([]any)
	if len(sums) < 3 {
		o.t.Errorf("the trial balance has the sums %v", sums)
	}
	for _, s := range sums {
		sum := s.(map[string]any)
		if shown(sum["balance"]) != "0" || shown(sum["debit"]) != shown(sum["credit"]) || shown(sum["debit"]) == "0" {
			o.t.Errorf("the trial balance does not balance: %v", s)
		}
	}
	if ok := o.must("", "ledger", "verify"); ok["ok"] != true {
		o.t.Errorf("verify: %v", ok)
	}
}

func (o *office) balanceOf(w common.Address) string {
	o.t.Helper()
	var raw string
	call := map[string]any{"to": o.tether, "data": "0x" + common.Bytes2Hex(testcontracts.NewTetherLike().PackBalanceOf(w))}
	if err := o.n.Client.Client().Call(&raw, "eth_call", call, "latest"); err != nil {
		o.t.Fatal(err)
	}
	return new(big.Int).SetBytes(common.FromHex(raw)).String()
}

// TestAMonthIsPaidOnARealNode sells nodes on anvil over two past months, closes both, pays the first by the transfers that the
// Safe's batch says and the second by claims from the distributor with the exported tree, and settles both by evidence.
func TestAMonthIsPaidOnARealNode(t *testing.T) {
	for kind, fresh := range databases(t) {
		t.Run(kind, func(t *testing.T) {
			this := time.Now().UTC()
			this = time.Date(this.Year(), this.Month(), 1, 0, 0, 0, 0, time.UTC)
			first, second := this.AddDate(0, -2, 0), this.AddDate(0, -1, 0)
			n := startAnvil(t, "--timestamp", fmt.Sprint(first.Unix()))
			o := openOffice(t, n, fresh(), n.address(4))
			// Anvil's blocks go on from the first month's start; later ones begin just after the second month's end.
			if err := n.Client.Client().Call(nil, "evm_setNextBlockTimestamp", this.Unix()+1); err != nil {
				t.Fatal(err)
			}
			n.mine(t, 70)
			o.must("", "sync")
			o.hire("ann", "", "admin,record,prepare,approve")
			o.hire("bob", "ann", "approve")
			for _, month := range []time.Time{first, second} {
				name := month.Format("2006-01")
				o.must("ann", "revenue", "record", "--reference", "dapp-"+name, "--source", "dapp", "--amount", "4500.5", "--at",
					month.AddDate(0, 0, 9).Format(time.RFC3339))
				o.must("ann", "month", "close", name)
				if again := o.must("ann", "month", "close", name); again["already_recorded"] != true {
					t.Errorf("closing twice: %v", again)
				}
				o.must("ann", "payout", "prepare", name, "--asset", "USDT", map[bool]string{true: "--claim", false: "--claim=false"}[month == second])
				o.must("ann", "payout", "propose", name)
				o.refused("another operator", "ann", "payout", "approve", name)
				o.refused("is not authenticated", "", "payout", "approve", name, "--operator", "bob")
				o.refused("say what of run", "bob", "payout", "approve", name)
				o.must("bob", "payout", "approve", name, "--file-hash", fmt.Sprint(o.state(name)["file"]))
				o.refused("lacks the scope prepare", "bob", "payout", "export", name, "--format", "safe", "--out", t.TempDir())
				if month == first {
					o.transfer(name)
				} else {
					o.claims(name)
				}
				o.balanced()
			}
			for w, want := range map[common.Address]string{n.address(1): "0", n.address(2): "4000000000", n.address(3): "250000000"} {
				if got := o.balanceOf(w); got != want {
					t.Errorf("%s has %s base units of USDT, want %s", w, got, want)
				}
			}
		})
	}
}

// openOffice deploys sale, token and distributor, sells 4, 5 and 20 nodes, fills the treasury with 1,000,000 USDT, and writes
// the program file.
func openOffice(t *testing.T, n *node, db string, treasury common.Address) *office {
	t.Helper()
	o := &office{t: t, n: n, tokens: map[string]string{}}
	sale := nodesale.NewNodeSale()
	deployed := n.send(t, 0, nil, nil, append(common.FromHex(nodesale.NodeSaleMetaData.Bin), sale.PackConstructor(nodesale.NodeSaleSettings{
		Owner: n.address(0), Treasury: treasury, Mode: 1, MaxNodes: big.NewInt(500), DiscountBps: big.NewInt(1000),
		RewardBps: big.NewInt(1000), DiscountCap: big.NewInt(1000), RewardCap: big.NewInt(1000), Immediate: true,
		Tiers: []nodesale.NodeSaleTier{{Price: big.NewInt(75_000_000_000_000_000), Size: 500, PerWallet: 500}},
	})...))
	contract := deployed.ContractAddress
	o.tether = n.send(t, 0, nil, nil, common.FromHex(testcontracts.TetherLikeMetaData.Bin)).ContractAddress
	distributor := payoutdistributor.NewPayoutDistributor()
	constructor := distributor.PackConstructor(o.tether, n.address(0), treasury, n.address(0), 600, common.Address{})
	o.payer = n.send(t, 0, nil, nil, append(common.FromHex(payoutdistributor.PayoutDistributorMetaData.Bin), constructor...)).ContractAddress
	for wallet, quantity := range map[int]int64{1: 4, 2: 20, 3: 5} {
		paid := new(big.Int).Mul(big.NewInt(75_000_000_000_000_000), big.NewInt(quantity))
		if r := n.send(t, wallet, &contract, paid, sale.PackBuy(big.NewInt(quantity), "", paid)); r.Status != 1 {
			t.Fatal("the sale refused a purchase")
		}
	}
	n.send(t, 0, &o.tether, nil, testcontracts.NewTetherLike().PackMint(treasury, big.NewInt(1_000_000_000_000)))
	program := filepath.Join(t.TempDir(), "anvil.yaml")
	text := fmt.Sprintf(`program: anvil
schema: 1
assets:
  ETH:  { decimals: 18, kind: native }
  USDT: { decimals: 6, kind: erc20, address: "%s" }
chain: { id: 31337, start_block: %d }
sale: { contract: "%s", adapter: nodesale }
revenue:
  asset: USDT
  close_by: 1
  split: { share: 50%%, buyback: 50%% }
  share:
    mode: brackets
    brackets: [{ nodes: 5, amount: 250 }, { nodes: 20, amount: 2000 }]
payout: { treasury: "%s", minimum: { USDT: 5 }, distributor: { USDT: "%s" } }
`, o.tether.Hex(), deployed.BlockNumber, contract.Hex(), treasury.Hex(), o.payer.Hex())
	if err := os.WriteFile(program, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	o.flags = []string{"--db", db, "--program", program, "--rpc", n.url, "--json"}
	return o
}

// transfer makes the treasury do what the Safe's batch says, first with one transfer left out.
func (o *office) transfer(run string) {
	o.t.Helper()
	folder := o.t.TempDir()
	o.must("ann", "payout", "export", run, "--format", "safe", "--out", folder)
	files, err := filepath.Glob(filepath.Join(folder, "*.json"))
	if err != nil || len(files) != 1 {
		o.t.Fatalf("the export wrote %v (%v)", files, err)
	}
	f, err := os.Open(files[0])
	if err != nil {
		o.t.Fatal(err)
	}
	defer f.Close()
	batch, err := safe.Read(f)
	if err != nil {
		o.t.Fatal(err)
	}
	if len(batch.Calls) != 2 || batch.ChainID != 31337 || batch.Safe != o.n.address(4) {
		o.t.Fatalf("the batch is %+v", batch)
	}
	for i, call := range batch.Calls {
		if r := o.n.send(o.t, 4, &call.To, call.Value.ToBig(), call.Data); r.Status != 1 {
			o.t.Fatalf("transfer %d failed", i)
		}
		if i == 0 {
			o.n.mine(o.t, 70)
			o.must("", "payout", "settle")
			expect(o.t, o.state(run), map[string]string{"state": "exported", "settled_lines": "1", "lines": "2"})
			o.resolve("unexplained_receipt", "--nature", "contribution", "--reason", "the owners filled the treasury")
		}
	}
	o.must("", "payout", "settle")
	expect(o.t, o.state(run), map[string]string{"state": "exported", "settled_lines": "1"}) // the second is not final yet
	o.n.mine(o.t, 70)
	o.must("", "payout", "settle")
	expect(o.t, o.state(run), map[string]string{"state": "settled", "settled_lines": "2", "open": "0", "paid": "2250000000"})
}

// claims publishes the exported tree in the distributor, and has one of the two wallets claim. Then a stray transfer shows
// up as an exception until somebody says what it was.
func (o *office) claims(run string) {
	o.t.Helper()
	folder := o.t.TempDir()
	o.must("ann", "payout", "export", run, "--format", "merkle", "--out", folder)
	files, err := filepath.Glob(filepath.Join(folder, "*.json"))
	if err != nil || len(files) != 1 {
		o.t.Fatalf("the export wrote %v (%v)", files, err)
	}
	text, err := os.ReadFile(files[0])
	if err != nil {
		o.t.Fatal(err)
	}
	tree, err := merkle.Load(bytes.NewReader(text))
	if err != nil {
		o.t.Fatal(err)
	}
	total := big.NewInt(2_250_000_000)
	d := payoutdistributor.NewPayoutDistributor()
	send := func(from int, to common.Address, data []byte) bool {
		return o.n.send(o.t, from, &to, nil, data).Status == 1
	}
	if !send(4, o.tether, testcontracts.NewTetherLike().PackTransfer(o.payer, total)) ||
		!send(4, o.payer, o.treeCall(run, "propose")) {
		o.t.Fatal("the distributor was not filled, or refuses the root")
	}
	o.bound(run, tree, sha256.Sum256(text))
	activate := o.treeCall(run, "activate")
	if send(0, o.payer, activate) {
		o.t.Error("the root was activated before its delay")
	}
	if err := o.n.Client.Client().Call(nil, "evm_increaseTime", 601); err != nil {
		o.t.Fatal(err)
	}
	if !send(0, o.payer, activate) {
		o.t.Fatal("the root was not activated")
	}
	leaf := func(i int) (*big.Int, [][32]byte) {
		wallet := ledger.Wallet(o.n.address(i))
		at, ok := tree.Find(wallet)
		if !ok {
			o.t.Fatalf("%s is not in the tree", wallet)
		}
		var proof [][32]byte
		for _, h := range tree.Proof(at) {
			proof = append(proof, h)
		}
		amount := tree.Leaf(at).Amount
		return amount.ToBig(), proof
	}
	claim := func(i int) bool {
		amount, proof := leaf(i)
		return send(0, o.payer, d.PackClaim(o.n.address(i), amount, proof)) // anybody may send it
	}
	if !claim(2) || claim(2) {
		o.t.Fatal("a claim was refused, or paid twice")
	}
	o.n.mine(o.t, 70)
	o.must("", "payout", "settle")
	expect(o.t, o.state(run), map[string]string{"state": "exported", "settled_lines": "1", "open": "250000000", "paid": "2000000000"})

	// The other one has it sent to another wallet: it is the holder's claim, booked once, and nothing is left to be explained.
	elsewhere := common.HexToAddress("0x00000000000000000000000000000000000000e6")
	amount, proof := leaf(3)
	if !send(3, o.payer, d.PackClaimTo(elsewhere, amount, proof)) || o.balanceOf(elsewhere) != "250000000" {
		o.t.Fatal("the claim for another wallet was refused, or went elsewhere")
	}
	o.n.mine(o.t, 70)
	o.must("", "payout", "settle")
	expect(o.t, o.state(run), map[string]string{"state": "settled", "settled_lines": "2", "open": "0", "paid": "2250000000"})

	stray := common.HexToAddress("0x00000000000000000000000000000000000000e5")
	if !send(4, o.tether, testcontracts.NewTetherLike().PackTransfer(stray, big.NewInt(77))) {
		o.t.Fatal("the treasury cannot pay")
	}
	o.n.mine(o.t, 70)
	o.refused("not explained", "", "payout", "settle")
	o.resolve("unknown_recipient", "--nature", "expense", "--source", "dapp", "--reason", "the audit's fee")
	o.must("", "payout", "settle")
}

// treeCall is the call that an exported batch makes of the distributor.
func (o *office) treeCall(run, format string) []byte {
	o.t.Helper()
	folder := o.t.TempDir()
	o.must("ann", "payout", "export", run, "--format", format, "--out", folder)
	text, err := os.ReadFile(filepath.Join(folder, run+"-"+format+".json"))
	if err != nil {
		o.t.Fatal(err)
	}
	var batch struct {
		Transactions []struct{ To, Data string }
	}
	if err := json.Unmarshal(text, &batch); err != nil || len(batch.Transactions) != 1 ||
		common.HexToAddress(batch.Transactions[0].To) != o.payer {
		o.t.Fatalf("%s (%v)", text, err)
	}
	return common.FromHex(batch.Transactions[0].Data)
}

// bound checks that RootProposed names the run's tree by its file, and the books that it came from, with which those of now begin.
func (o *office) bound(run string, tree *merkle.Tree, file [32]byte) {
	o.t.Helper()
	logs, err := o.n.Client.FilterLogs(o.t.Context(), ethereum.FilterQuery{Addresses: []common.Address{o.payer},
		Topics: [][]common.Hash{nil, {common.Hash(tree.Root())}}})
	if err != nil || len(logs) != 1 {
		o.t.Fatalf("the distributor says %v of the root (%v)", logs, err)
	}
	said, err := payoutdistributor.NewPayoutDistributor().UnpackRootProposedEvent(&logs[0])
	if err != nil {
		o.t.Fatal(err)
	}
	from := tree.Books()
	if said.File != file || said.Checkpoint != from.Head.Root {
		o.t.Errorf("RootProposed says %x of the books %x, the tree is %x of %s", said.File, said.Checkpoint, file, from.Head.Root)
	}
	size := strconv.FormatUint(from.Head.Size, 10)
	expect(o.t, o.state(run), map[string]string{"tree_file": fmt.Sprintf("0x%x", said.File)})
	expect(o.t, o.state(run)["books"].(map[string]any),
		map[string]string{"origin": from.Origin, "size": size, "root": from.Head.Root.String()})
	expect(o.t, o.must("", "ledger", "consistency", size), map[string]string{"from_root": from.Head.Root.String()})
}

// resolve has ann say what the only open exception was, which has this problem.
func (o *office) resolve(problem string, how ...string) {
	o.t.Helper()
	list, _ := o.must("", "payout", "exceptions")["exceptions"].([]any)
	if len(list) != 1 || list[0].(map[string]any)["problem"] != problem {
		o.t.Fatalf("exceptions %v, want one %s", list, problem)
	}
	o.must("ann", append([]string{"payout", "resolve", fmt.Sprint(list[0].(map[string]any)["key"])}, how...)...)
}
