package e2e_test

import (
	"bufio"
	"context"
	"crypto/ecdsa"
	"fmt"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/nodeledger/nodeledger/contracts/nodesale"
)

// node is a running anvil with accounts that it funds for everybody.
type node struct {
	*ethclient.Client
	url  string
	keys []*ecdsa.PrivateKey
}

// anvilBinary finds what `make setup` installed.
func anvilBinary(t testing.TB) string {
	t.Helper()
	found, _ := filepath.Glob(filepath.Join("..", "..", "scripts", "tools", "node_modules", "@foundry-rs", "anvil-*", "bin", "anvil*"))
	if len(found) == 0 {
		t.Fatal("anvil is not installed: run `make test`, which installs it, or scripts/setup.sh")
	}
	return found[0]
}

func startAnvil(t testing.TB, flags ...string) *node {
	t.Helper()
	cmd := exec.Command(anvilBinary(t), append([]string{
		"--host", "127.0.0.1", "--port", "0", "--accounts", "5", "--mnemonic", "test test test test test test test test test test test junk",
	}, flags...)...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	n := &node{}
	listening := make(chan string, 1)
	keys := make(chan string, 16)
	go func() {
		for lines := bufio.NewScanner(out); lines.Scan(); {
			line := lines.Text()
			if address, ok := strings.CutPrefix(line, "Listening on "); ok {
				listening <- address
			} else if i := strings.Index(line, ") 0x"); i >= 0 && len(strings.TrimSpace(line[i+4:])) == 64 {
				keys <- strings.TrimSpace(line[i+4:])
			}
		}
	}()
	select {
	case address := <-listening:
		n.url = "http://" + address
	case <-time.After(30 * time.Second):
		t.Fatal("anvil did not say where it listens")
	}
	for len(keys) > 0 {
		key, err := crypto.HexToECDSA(<-keys)
		if err != nil {
			t.Fatal(err)
		}
		n.keys = append(n.keys, key)
	}
	if len(n.keys) != 5 {
		t.Fatalf("anvil named %d keys", len(n.keys))
	}
	if n.Client, err = ethclient.Dial(n.url); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(n.Close)
	return n
}

func (n *node) address(i int) common.Address { return crypto.PubkeyToAddress(n.keys[i].PublicKey) }

// send signs, sends and waits; to nil makes a contract.
func (n *node) send(t testing.TB, from int, to *common.Address, value *big.Int, data []byte) *types.Receipt {
	t.Helper()
	ctx := context.Background()
	nonce, err := n.PendingNonceAt(ctx, n.address(from))
	if err != nil {
		t.Fatal(err)
	}
	tx, err := types.SignNewTx(n.keys[from], types.LatestSignerForChainID(big.NewInt(31337)), &types.DynamicFeeTx{
		ChainID: big.NewInt(31337), Nonce: nonce, GasTipCap: big.NewInt(1e9), GasFeeCap: big.NewInt(1e11), Gas: 9_000_000, To: to,
		Value: value, Data: data,
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := n.SendTransaction(ctx, tx); err != nil {
		t.Fatal(err)
	}
	for range 1000 {
		if r, err := n.TransactionReceipt(ctx, tx.Hash()); err == nil {
			return r
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatalf("transaction %s was not mined", tx.Hash())
	return nil
}

// registerCode commits to a code, lets the minute pass that the sale waits, and registers it.
func (n *node) registerCode(t *testing.T, from int, contract common.Address, code string) {
	t.Helper()
	sale, salt := nodesale.NewNodeSale(), [32]byte{1}
	call := ethereum.CallMsg{To: &contract, Data: sale.PackCodeCommitment(code, n.address(from), salt)}
	answer, err := n.CallContract(t.Context(), call, nil)
	if err != nil {
		t.Fatal(err)
	}
	n.send(t, from, &contract, nil, sale.PackCommitCode([32]byte(answer)))
	if err := n.Client.Client().Call(nil, "evm_increaseTime", 61); err != nil {
		t.Fatal(err)
	}
	if r := n.send(t, from, &contract, nil, sale.PackRegisterCode(code, salt)); r.Status != 1 {
		t.Fatalf("the code %s was refused", code)
	}
}

func (n *node) mine(t *testing.T, blocks int) {
	t.Helper()
	if err := n.Client.Client().Call(nil, "anvil_mine", hexutil.Uint64(blocks)); err != nil {
		t.Fatal(err)
	}
}

// TestAgainstARealNode deploys the contracts on anvil, buys as the program's own quotes say, and compares the quote, the
// contract's quote, the charge and the books.
func TestAgainstARealNode(t *testing.T) {
	for kind, fresh := range databases(t) {
		t.Run(kind, func(t *testing.T) {
			n := startAnvil(t)
			sale := nodesale.NewNodeSale()
			settings := nodesale.NodeSaleSettings{
				Owner: n.address(0), Treasury: n.address(4), Mode: 1, MaxNodes: big.NewInt(500), DiscountBps: big.NewInt(1000),
				RewardBps: big.NewInt(1000), DiscountCap: big.NewInt(1000), RewardCap: big.NewInt(1000), Immediate: true,
			}
			price, _ := new(big.Int).SetString("75000000000000007", 10)
			for i := range int64(6) {
				settings.Tiers = append(settings.Tiers, nodesale.NodeSaleTier{
					Price: new(big.Int).Add(price, big.NewInt(i*12500000000000013)), Size: 60, PerWallet: uint64(i + 1),
				})
			}
			deployed := n.send(t, 0, nil, nil, append(common.FromHex(nodesale.NodeSaleMetaData.Bin), sale.PackConstructor(settings)...))
			if deployed.Status != 1 {
				t.Fatal("the contract was not deployed")
			}
			contract := deployed.ContractAddress
			n.registerCode(t, 1, contract, "ALPHA")

			program := filepath.Join(t.TempDir(), "anvil.yaml")
			text := fmt.Sprintf("program: anvil\nschema: 1\n"+
				"chain: { id: 31337, start_block: %d }\nsale: { contract: \"%s\", adapter: nodesale }\n", deployed.BlockNumber, contract.Hex())
			if err := os.WriteFile(program, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			db := fresh()
			flags := []string{"--db", db, "--program", program, "--rpc", n.url, "--json"}
			n.mine(t, 70)
			succeed(t, append([]string{"sync"}, flags...)...)

			charged, nodes := new(big.Int), 0
			for i, buy := range []struct {
				wallet, quantity int
				code             string
			}{{2, 5, "ALPHA"}, {3, 1, ""}, {2, 9, "ALPHA"}, {3, 20, "ALPHA"}} {
				quote := succeed(t, append([]string{"quote", "--quantity", fmt.Sprint(buy.quantity), "--wallet", n.address(buy.wallet).Hex(),
					"--code", buy.code}, flags...)...)
				transaction := quote["transaction"].(map[string]any)
				value, _ := new(big.Int).SetString(fmt.Sprint(transaction["value"]), 10)
				to := common.HexToAddress(fmt.Sprint(transaction["to"]))
				if shown(quote["paid"]) != value.String() || to != contract || fmt.Sprint(transaction["chain_id"]) != "31337" {
					t.Fatalf("purchase %d: the quote pays %v with %v", i, quote["paid"], transaction)
				}
				asked := n.quote(t, contract, buy.wallet, buy.quantity, buy.code)
				for field, wei := range map[string]*big.Int{"list": asked.List, "discount": asked.Discount, "paid": asked.Paid,
					"referral": asked.Referral} {
					if shown(quote[field]) != wei.String() {
						t.Errorf("purchase %d: %s is %v, the contract says %s", i, field, quote[field], wei)
					}
				}
				before, err := n.BalanceAt(context.Background(), n.address(buy.wallet), nil)
				if err != nil {
					t.Fatal(err)
				}
				r := n.send(t, buy.wallet, &to, value, common.FromHex(fmt.Sprint(transaction["data"])))
				if r.Status != 1 {
					t.Fatalf("purchase %d: the contract refused what was quoted", i)
				}
				after, err := n.BalanceAt(context.Background(), n.address(buy.wallet), nil)
				if err != nil {
					t.Fatal(err)
				}
				gas := new(big.Int).Mul(new(big.Int).SetUint64(r.GasUsed), r.EffectiveGasPrice)
				if spent := new(big.Int).Sub(before, after); spent.Sub(spent, gas).Cmp(value) != 0 {
					t.Errorf("purchase %d: charged %s wei, quoted %s", i, spent, value)
				}
				charged.Add(charged, value)
				nodes += buy.quantity
				report := succeed(t, append([]string{"sync"}, flags...)...)
				expect(t, report, map[string]string{"nodes": fmt.Sprint(nodes), "gross": charged.String(), "proof": "full",
					"purchases": fmt.Sprint(i + 1)})
			}
			n.mine(t, 70)
			report := succeed(t, append([]string{"sync"}, flags...)...)
			expect(t, report, map[string]string{"nodes": fmt.Sprint(nodes), "gross": charged.String(), "dust": "0"})
			held, err := n.BalanceAt(context.Background(), contract, nil)
			if err != nil {
				t.Fatal(err)
			}
			expect(t, report, map[string]string{"referral": held.String()})
			if ok := succeed(t, "ledger", "verify", "--db", db, "--program", program, "--json"); ok["ok"] != true {
				t.Errorf("verify: %v", ok)
			}
			if o := run(t, append([]string{"quote", "--quantity", "1", "--code", "alpha"}, flags...)...); o.code != 1 ||
				!strings.Contains(o.stderr, "ALPHA") {
				t.Errorf("a mistyped code: exit %d, %s", o.code, o.stderr)
			}
		})
	}
}

// quote asks the contract itself.
func (n *node) quote(t *testing.T, contract common.Address, wallet, quantity int, code string) nodesale.QuoteOutput {
	t.Helper()
	sale := nodesale.NewNodeSale()
	call := map[string]any{"to": contract, "data": hexutil.Bytes(sale.PackQuote(n.address(wallet), big.NewInt(int64(quantity)), code))}
	var raw hexutil.Bytes
	if err := n.Client.Client().Call(&raw, "eth_call", call, "latest"); err != nil {
		t.Fatal(err)
	}
	q, err := sale.UnpackQuote(raw)
	if err != nil {
		t.Fatal(err)
	}
	return q
}
