package e2e_test

import (
	"context"
	"encoding/json"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/contracts/nodelicense"
	"github.com/nodeledger/nodeledger/contracts/nodesale"
	"github.com/nodeledger/nodeledger/contracts/payoutdistributor"
	"github.com/nodeledger/nodeledger/contracts/testcontracts"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout/merkle"
)

// deployed is a deployment on anvil, made of what `contracts deploy` wrote.
type deployed struct {
	*node
	t                   *testing.T
	settings, program   string // files
	owner               common.Address
	sale, licence, many common.Address
	payers              []common.Address // distributors
	tokens              []common.Address
	first               uint64 // block
}

// deploymentSettings are two tiers, of which the first has a single node left after two, and two tokens.
const deploymentSettings = `program: deployed
chain: 31337
owner: "%s"
treasury: "%s"
mode: sequential
max_nodes: 103
tiers:
  - { size: 3, price: 0.1 }
  - { size: 100, price: 0.2 }
discount: 10%%
discount_cap: 20%%
reward: 5%%
reward_cap: 20%%
delay: 2d
licence: { name: Node, symbol: NOD, royalty: 2.5%%, royalty_to: "%[2]s", metadata: "https://example.org/" }
payouts:
  admin: "%[3]s"
  proposer: "%[4]s"
  activator: "%[5]s"
  delay: 1h
  tokens:
    USDT: { decimals: 6, address: "%[6]s" }
    TOK: { decimals: 6, address: "%[7]s" }
`

// deployAsWritten sends every transaction of deploy.json, as it is written, from the owner.
func deployAsWritten(t *testing.T) *deployed {
	t.Helper()
	n := startAnvil(t)
	d := &deployed{node: n, t: t, owner: n.address(0)}
	for range 2 {
		d.tokens = append(d.tokens, n.send(t, 0, nil, nil, common.FromHex(testcontracts.TetherLikeMetaData.Bin)).ContractAddress)
	}
	d.deploy(fmt.Sprintf(deploymentSettings, d.owner.Hex(), n.address(4).Hex(), n.address(0).Hex(), n.address(1).Hex(), n.address(2).Hex(),
		d.tokens[0].Hex(), d.tokens[1].Hex()))
	return d
}

// deploy makes what settings say.
func (d *deployed) deploy(text string) {
	t, folder := d.t, d.t.TempDir()
	t.Helper()
	d.settings, d.program = filepath.Join(folder, "settings.yaml"), filepath.Join(folder, "out", "program.yaml")
	if err := os.WriteFile(d.settings, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	plan := succeed(t, "contracts", "deploy", d.settings, "--out", filepath.Dir(d.program), "--json")
	d.sale, d.licence = common.HexToAddress(shown(plan["sale"])), common.HexToAddress(shown(plan["licence"]))
	d.many, d.payers, d.first = common.HexToAddress(shown(plan["many_claims"])), nil, 0
	for _, a := range plan["distributors"].([]any) {
		d.payers = append(d.payers, common.HexToAddress(shown(a)))
	}
	var steps []struct {
		To, Value, Data, What, Creates string
		Gas                            uint64
	}
	written, err := os.ReadFile(filepath.Join(filepath.Dir(d.program), "deploy.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(written, &steps); err != nil {
		t.Fatal(err)
	}
	for i, s := range steps {
		r := d.as(d.owner, map[string]any{"to": s.To, "data": s.Data, "gas": hexutil.Uint64(s.Gas)})
		if r.Status != 1 || s.Value != "0" {
			t.Fatalf("step %d, %s, failed", i+1, s.What)
		}
		t.Logf("%s: %d gas of %d", s.What, r.GasUsed, s.Gas)
		if d.first == 0 {
			d.first = r.BlockNumber.Uint64()
		}
	}
}

// rpc asks anvil.
func (d *deployed) rpc(into any, method string, params ...any) {
	d.t.Helper()
	if err := d.Client.Client().Call(into, method, params...); err != nil {
		d.t.Fatalf("%s: %v", method, err)
	}
}

// as sends a transaction from an account whose key anvil has.
func (d *deployed) as(from common.Address, tx map[string]any) *types.Receipt {
	d.t.Helper()
	var hash common.Hash
	tx["from"] = from
	d.rpc(&hash, "eth_sendTransaction", tx)
	return d.receipt(hash)
}

func (d *deployed) receipt(hash common.Hash) *types.Receipt {
	d.t.Helper()
	for range 200 {
		if r, err := d.TransactionReceipt(context.Background(), hash); err == nil {
			return r
		}
		time.Sleep(20 * time.Millisecond)
	}
	d.t.Fatalf("transaction %s was not mined", hash)
	return nil
}

// verify runs contracts verify, and gives what it prints and its exit code.
func (d *deployed) verify(args ...string) outcome {
	d.t.Helper()
	return run(d.t, append([]string{"contracts", "verify", "--rpc", d.url}, args...)...)
}

// edited is the program file with a text replaced, as another file.
func (d *deployed) edited(old, next string) string {
	d.t.Helper()
	text, err := os.ReadFile(d.program)
	if err != nil || !strings.Contains(string(text), old) {
		d.t.Fatalf("the program file has no %q (%v)", old, err)
	}
	path := filepath.Join(d.t.TempDir(), "edited.yaml")
	if err := os.WriteFile(path, []byte(strings.Replace(string(text), old, next, 1)), 0o600); err != nil {
		d.t.Fatal(err)
	}
	return path
}

// TestADeploymentIsVerified: what was sent as it was written is what verify expects, by the program file, by the settings and by itself;
// whatever differs is said in words, and ends with 1.
func TestADeploymentIsVerified(t *testing.T) {
	d := deployAsWritten(t)
	for _, args := range [][]string{
		{"--program", d.program}, {"--settings", d.settings}, {"--program", d.program, "--settings", d.settings},
		{d.sale.Hex()}, {d.many.Hex(), d.payers[1].Hex()},
	} {
		if o := d.verify(args...); o.code != 0 || strings.Contains(o.stdout, "differs") || !strings.Contains(o.stdout, "same     code: that of") {
			t.Errorf("verify %v: exit %d\n%s%s", args, o.code, o.stdout, o.stderr)
		}
	}
	both := d.verify("--program", d.program, "--settings", d.settings).stdout
	for _, line := range []string{
		d.sale.Hex() + ", NodeSale", "same     owner: " + d.owner.Hex(), "same     treasury: " + d.address(4).Hex(),
		"same     tier 2: 100 at 0.2 ETH",
		"same     delay of changes: 172800 s", "same     highest reward: 20%", "same     licence: " + d.licence.Hex(),
		"same     minter of the licence: " + d.sale.Hex(), "same     delay of a tree: 3600 s", "same     earlier distributor: none",
		"same     token: " + d.tokens[1].Hex(), "same     " + d.address(1).Hex() + " is proposer: yes", d.many.Hex() + ", ManyClaims",
		"same     metadata: https://example.org/", "same     royalty: 2.5% to " + d.address(4).Hex(),
	} {
		if !strings.Contains(both, line+"\n") {
			t.Errorf("no line %q in\n%s", line, both)
		}
	}
	differs := func(want string, args ...string) {
		t.Helper()
		o := d.verify(args...)
		if o.code != 1 || !strings.Contains(o.stdout, "  differs  "+want) ||
			!strings.HasPrefix(o.stderr, "nodeledger: contracts are not as expected") {
			t.Errorf("verify %v: exit %d, no line %q\n%s%s", args, o.code, want, o.stdout, o.stderr)
		}
	}
	differs("treasury: "+d.address(4).Hex()+", and the program file says "+d.address(3).Hex(),
		"--program", d.edited("  tiers:", "  treasury: \""+d.address(3).Hex()+"\"\n  tiers:"))
	differs("discount: 10%, and the program file says 11%", "--program", d.edited("discount: 10%", "discount: 11%"))
	differs("tier 2: 100 at 0.2 ETH, and the program file says 100 at 0.3 ETH", "--program", d.edited("price: 0.2", "price: 0.3"))
	licences := nodelicense.NewNodeLicense()
	for _, call := range [][]byte{licences.PackSetBaseURI(""), licences.PackSetRoyalty(d.address(3), big.NewInt(1000))} {
		if r := d.as(d.owner, map[string]any{"to": d.licence, "data": hexutil.Bytes(call)}); r.Status != 1 {
			t.Fatal("the licence was not changed")
		}
	}
	differs("metadata: made by the contract, and the file of settings says https://example.org/", "--settings", d.settings)
	differs("royalty: 10% to "+d.address(3).Hex()+", and the file of settings says 2.5% to "+d.address(4).Hex(), "--settings", d.settings)
	differs("code: none: there is no contract at this address", d.address(3).Hex())
	strange := common.HexToAddress("0x00000000000000000000000000000000000c0de5")
	d.rpc(nil, "anvil_setCode", strange, "0x6001600255")
	differs("code: 5 bytes that are of no contract of this build", strange.Hex())
	differs("token: "+d.tokens[1].Hex()+", and the program file says "+d.tokens[0].Hex(),
		"--program",
		d.edited("USDT: \""+d.payers[0].Hex()+"\"\n    TOK: \""+d.payers[1].Hex()+"\"", "USDT: \""+d.payers[1].Hex()+"\""))

	var code hexutil.Bytes
	d.rpc(&code, "eth_getCode", d.payers[0], "latest")
	d.rpc(nil, "anvil_setCode", strange, code) // what a constructor puts into a distributor names its address
	differs("domain of signatures: another one, and this build says PayoutDistributor 1", strange.Hex())

	other := append(common.FromHex(nodelicense.NodeLicenseMetaData.Bin),
		nodelicense.NewNodeLicense().PackConstructor(d.owner, "Node", "NOD")...)
	licence := d.send(t, 0, nil, nil, other).ContractAddress
	differs("licence: "+d.licence.Hex()+", and the program file says "+licence.Hex(), "--program", d.edited(d.licence.Hex(), licence.Hex()))
	minter := nodelicense.NewNodeLicense().PackSetMinter(d.address(3))
	if r := d.as(d.owner, map[string]any{"to": licence, "data": hexutil.Bytes(minter)}); r.Status != 1 {
		t.Fatal("the minter was not set")
	}
	differs("minter: "+d.address(3).Hex()+", and the program file says "+d.sale.Hex(), "--program", d.edited(d.licence.Hex(), licence.Hex()))

	d.rpc(&code, "eth_getCode", d.sale, "latest")
	code[len(code)/2] ^= 1
	d.rpc(nil, "anvil_setCode", d.sale, code)
	differs(fmt.Sprintf("code: %d bytes that are of no contract of this build, and the program file says that of NodeSale", len(code)),
		"--program", d.program)

	if o := d.verify("--program", d.edited("id: 31337", "id: 1")); o.code != 1 ||
		!strings.Contains(o.stderr, "is for chain 1, and the endpoint is one of chain 31337") {
		t.Errorf("another chain: exit %d: %s", o.code, o.stderr)
	}
}

// submit signs and sends a transaction without waiting for it; where blocks are full of it, the one with the higher tip is first.
func (d *deployed) submit(from int, to common.Address, wei, tip int64, data []byte) common.Hash {
	d.t.Helper()
	nonce, err := d.PendingNonceAt(d.t.Context(), d.address(from))
	if err != nil {
		d.t.Fatal(err)
	}
	tx, err := types.SignNewTx(d.keys[from], types.LatestSignerForChainID(big.NewInt(31337)), &types.DynamicFeeTx{
		ChainID: big.NewInt(31337), Nonce: nonce, GasTipCap: big.NewInt(tip), GasFeeCap: big.NewInt(1e11), Gas: 1_000_000, To: &to,
		Value: big.NewInt(wei), Data: data,
	})
	if err != nil {
		d.t.Fatal(err)
	}
	if err := d.SendTransaction(d.t.Context(), tx); err != nil {
		d.t.Fatal(err)
	}
	return tx.Hash()
}

func (d *deployed) balance(of common.Address) *big.Int {
	d.t.Helper()
	wei, err := d.BalanceAt(d.t.Context(), of, nil)
	if err != nil {
		d.t.Fatal(err)
	}
	return wei
}

// TestATierMovesUnderADeployedSale: a purchase in the same block takes the last node of a tier before two others. The one whose maxPrice
// allows it pays what the next tier costs and gets the rest back; the one whose maxPrice does not is refused. The books have it all.
func TestATierMovesUnderADeployedSale(t *testing.T) {
	for kind, fresh := range databases(t) {
		t.Run(kind, func(t *testing.T) { tierMoves(t, fresh()) })
	}
}

func tierMoves(t *testing.T, db string) {
	d := deployAsWritten(t)
	sale := nodesale.NewNodeSale()
	d.registerCode(t, 1, d.sale, "ALPHA")
	const tenth = int64(1e17)
	buy := func(n int64, code string, most int64) []byte {
		return sale.PackBuy(big.NewInt(n), code, big.NewInt(most))
	}
	if r := d.receipt(d.submit(3, d.sale, 2*tenth, 1e9, buy(2, "", 2*tenth))); r.Status != 1 {
		t.Fatal("the first purchase was refused")
	}
	before := d.balance(d.address(3))
	d.rpc(nil, "evm_setAutomine", false)
	first := d.submit(2, d.sale, tenth, 9e9, buy(1, "", tenth))
	second := d.submit(3, d.sale, 2*tenth, 5e9, buy(1, "ALPHA", 2*tenth))
	third := d.submit(4, d.sale, tenth, 1e9, buy(1, "ALPHA", tenth*9/10))
	d.mine(t, 1)
	d.rpc(nil, "evm_setAutomine", true)
	moved, paid, refused := d.receipt(first), d.receipt(second), d.receipt(third)
	if moved.Status != 1 || paid.Status != 1 || refused.Status != 0 || moved.BlockNumber.Cmp(refused.BlockNumber) != 0 ||
		moved.TransactionIndex > paid.TransactionIndex || paid.TransactionIndex > refused.TransactionIndex {
		t.Fatalf("the purchases ended as %d, %d and %d", moved.Status, paid.Status, refused.Status)
	}
	gas := new(big.Int).Mul(new(big.Int).SetUint64(paid.GasUsed), paid.EffectiveGasPrice)
	spent := before.Sub(before, d.balance(d.address(3)))
	if spent.Sub(spent, gas); spent.Int64() != tenth*18/10 {
		t.Errorf("the buyer paid %s wei, and nine tenths of 0.2 ETH is the price", spent)
	}
	_, err := d.CallContract(t.Context(), ethereum.CallMsg{From: d.address(4), To: &d.sale, Value: big.NewInt(tenth),
		Data: buy(1, "ALPHA", tenth*9/10)}, nil)
	if reason := reasonOf(t, sale, err); reason != "PriceAboveMax(180000000000000000, 90000000000000000)" {
		t.Errorf("refused with %s", reason)
	}
	d.mine(t, 70)
	flags := []string{"--db", db, "--program", d.edited("start_block: 0", fmt.Sprint("start_block: ", d.first)),
		"--rpc", d.url, "--json"}
	expect(t, succeed(t, append([]string{"sync"}, flags...)...), map[string]string{"purchases": "3", "nodes": "4", "proof": "full",
		"gross": "480000000000000000", "referral": "9000000000000000", "treasury": "471000000000000000", "dust": "0"})
	held := succeed(t, append([]string{"holder", d.address(3).Hex()}, flags...)...)
	if text := fmt.Sprint(held["nodes"]); text != "3" {
		t.Errorf("the buyer holds %v nodes", held["nodes"])
	}
}

// reasonOf is the error that a contract refused a call with.
func reasonOf(t *testing.T, sale *nodesale.NodeSale, err error) string {
	t.Helper()
	data, ok := err.(interface{ ErrorData() any })
	if !ok {
		t.Fatalf("the call ended with %v", err)
	}
	reason, err := sale.UnpackError(common.FromHex(fmt.Sprint(data.ErrorData())))
	if err != nil {
		t.Fatal(err)
	}
	above, ok := reason.(*nodesale.NodeSalePriceAboveMax)
	if !ok {
		return fmt.Sprintf("%T", reason)
	}
	return fmt.Sprintf("PriceAboveMax(%s, %s)", above.Price, above.MaxPrice)
}

// TestMonthsAndTokensAreClaimedAtOnce: a leaf grants everything since the beginning, so one claim is three months, and one call of
// ManyClaims is two tokens.
func TestMonthsAndTokensAreClaimedAtOnce(t *testing.T) {
	d := deployAsWritten(t)
	many, payer := payoutdistributor.NewManyClaims(), payoutdistributor.NewPayoutDistributor()
	alone, both := ledger.Wallet(d.address(3)), ledger.Wallet(d.address(4))
	var trees [2]*merkle.Tree
	for month := uint64(1); month <= 3; month++ {
		for i := range trees {
			tree, err := merkle.Build([]merkle.Leaf{
				{Wallet: alone, Amount: *uint256.NewInt(250 * month)}, {Wallet: both, Amount: *uint256.NewInt(1000*month + uint64(i))},
			})
			if err != nil {
				t.Fatal(err)
			}
			trees[i] = tree
			root, total := tree.Root(), new(big.Int).SetUint64(1250*month+uint64(i))
			d.send(t, 1, &d.payers[i], nil, payer.PackPropose(root, total, [32]byte{1}, [32]byte{2}))
			d.rpc(nil, "evm_increaseTime", 3601)
			if r := d.send(t, 2, &d.payers[i], nil, payer.PackActivate(root, total, [32]byte{1}, [32]byte{2})); r.Status != 1 {
				t.Fatalf("month %d of token %d was not activated", month, i)
			}
			d.send(t, 0, &d.tokens[i], nil, testcontracts.NewTetherLike().PackMint(d.payers[i], big.NewInt(1251)))
		}
	}
	leaf := func(i int, w ledger.Wallet) (granted *big.Int, proof [][32]byte) {
		at, _ := trees[i].Find(w)
		for _, h := range trees[i].Proof(at) {
			proof = append(proof, h)
		}
		amount := trees[i].Leaf(at).Amount
		return amount.ToBig(), proof
	}
	granted, proof := leaf(0, alone)
	if r := d.send(t, 3, &d.payers[0], nil, payer.PackClaim(d.address(3), granted, proof)); r.Status != 1 {
		t.Fatal("the claim of three months was refused")
	}
	var claims []payoutdistributor.ManyClaimsClaim
	for i := range trees {
		granted, proof := leaf(i, both)
		claims = append(claims, payoutdistributor.ManyClaimsClaim{Distributor: d.payers[i], Account: d.address(4), Cumulative: granted,
			Proof: proof})
	}
	if r := d.send(t, 3, &d.many, nil, many.PackClaim(claims)); r.Status != 1 { // anybody may send it
		t.Fatal("the claim of two tokens was refused")
	}
	for _, c := range []struct{ token, wallet, want int }{{0, 3, 750}, {1, 3, 0}, {0, 4, 3000}, {1, 4, 3001}} {
		token := testcontracts.NewTetherLike()
		answer, err := d.CallContract(t.Context(), ethereum.CallMsg{To: &d.tokens[c.token], Data: token.PackBalanceOf(d.address(c.wallet))}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := new(big.Int).SetBytes(answer); got.Int64() != int64(c.want) {
			t.Errorf("account %d has %s of token %d, want %d", c.wallet, got, c.token, c.want)
		}
	}
	if o := d.verify("--program", d.program, "--settings", d.settings); o.code != 0 {
		t.Errorf("verify after claims: %s%s", o.stdout, o.stderr)
	}
}

// TestADistributorGoesOnFromAnEarlierOne: a second deployment names the first one's distributor, and is verified as such.
func TestADistributorGoesOnFromAnEarlierOne(t *testing.T) {
	d := deployAsWritten(t)
	before, sale := d.payers[0], d.sale
	text, err := os.ReadFile(d.settings)
	if err != nil {
		t.Fatal(err)
	}
	address := `address: "` + d.tokens[0].Hex() + `"`
	d.deploy(strings.Replace(string(text), address, address+`, earlier: "`+before.Hex()+`"`, 1) + "salt: second\n")
	if d.sale == sale || d.payers[0] == before {
		t.Fatal("the second deployment is the first one")
	}
	o := d.verify("--settings", d.settings, "--program", d.program)
	if o.code != 0 || !strings.Contains(o.stdout, "same     earlier distributor: "+before.Hex()) ||
		!strings.Contains(o.stdout, " earlier distributor is paused: no\n") {
		t.Errorf("verify: exit %d\n%s%s", o.code, o.stdout, o.stderr)
	}
	if program, err := os.ReadFile(d.program); err != nil || !strings.Contains(string(program), "the earlier one before it, "+before.Hex()) {
		t.Errorf("the program file does not say what to do with the earlier one (%v)", err)
	}
}

// TestNothingIsWrittenOfBadSettings: mistakes are one line, and no folder is made; files of another deployment are kept unless --force says
// otherwise.
func TestNothingIsWrittenOfBadSettings(t *testing.T) {
	t.Parallel()
	example := run(t, "contracts", "deploy", "--example")
	folder := t.TempDir()
	settings, out := filepath.Join(folder, "settings.yaml"), filepath.Join(folder, "out")
	deploy := func(text string, more ...string) outcome {
		t.Helper()
		if err := os.WriteFile(settings, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return run(t, append([]string{"contracts", "deploy", settings, "--out", out}, more...)...)
	}
	o := deploy(strings.Replace(example.stdout, "discount: 10%", "discount: 21%", 1))
	if _, err := os.Stat(out); o.code != 1 || strings.Count(o.stderr, "\n") != 1 || err == nil ||
		!strings.Contains(o.stderr, "settings.yaml:19:11: discount: 21% is more than discount_cap; write at most that") {
		t.Errorf("exit %d, %v: %s", o.code, err, o.stderr)
	}
	if o := deploy(example.stdout); o.code != 0 {
		t.Fatal(o.stderr)
	}
	read := func() string { text, _ := os.ReadFile(filepath.Join(out, "deploy.json")); return string(text) }
	first, changed := read(), strings.Replace(example.stdout, "discount: 10%", "discount: 11%", 1)
	if o := deploy(changed); o.code != 1 || !strings.Contains(o.stderr, "is there with other content") || read() != first {
		t.Errorf("exit %d: %s", o.code, o.stderr)
	}
	if o := deploy(changed, "--force"); o.code != 0 || read() == first {
		t.Errorf("exit %d: %s", o.code, o.stderr)
	}
	if o := run(t, "program", "check", filepath.Join(out, "program.yaml")); o.code != 0 {
		t.Errorf("the program file is refused: %s", o.stderr)
	}
}
