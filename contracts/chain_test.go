package contracts_test

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/eth/ethconfig"
	"github.com/ethereum/go-ethereum/ethclient/simulated"
	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/nodeledger/nodeledger/contracts/nodesale"
)

// tester is what *testing.T and *rapid.T have in common.
type tester interface {
	Helper()
	Fatalf(format string, args ...any)
}

func must(t tester, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("%v", err)
	}
}

// account is somebody with coins.
type account struct {
	common.Address
	key *ecdsa.PrivateKey
}

func newAccount(name string) account {
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte(name)))
	if err != nil {
		panic(err)
	}
	return account{crypto.PubkeyToAddress(key.PublicKey), key}
}

var (
	owner = newAccount("owner")
	alice = newAccount("alice") // buys
	bob   = newAccount("bob")   // buys
	carol = newAccount("carol") // refers
	dave  = newAccount("dave")  // refers
	vault = newAccount("vault").Address

	proposer  = newAccount("proposer")  // of payout roots
	activator = newAccount("activator") // of payout roots
)

// chain is a simulated chain with the accounts above funded.
type chain struct {
	backend *simulated.Backend
	client  simulated.Client
}

func newChain(t *testing.T) *chain {
	t.Helper()
	alloc := types.GenesisAlloc{}
	for _, a := range []account{owner, alice, bob, carol, dave, proposer, activator} {
		alloc[a.Address] = types.Account{Balance: new(big.Int).Lsh(big.NewInt(1), 200)}
	}
	backend := simulated.NewBackend(alloc, func(_ *node.Config, c *ethconfig.Config) {
		rules := *c.Genesis.Config
		rules.BogotaTime = nil // not in force on any public chain
		c.Genesis.Config = &rules
	})
	t.Cleanup(func() { must(t, backend.Close()) })
	return &chain{backend, backend.Client()}
}

// order is a transaction that waits to be mined: the higher the tip, the earlier in its block.
type order struct {
	from  account
	value *big.Int
	data  []byte
	tip   int64 // gwei
}

// send mines a transaction and returns its receipt, whether it succeeded or not. A nil address deploys.
func (c *chain) send(t tester, from account, to *common.Address, value *big.Int, data []byte) *types.Receipt {
	t.Helper()
	return c.race(t, to, order{from, value, data, 1})[0]
}

// race mines transactions that wait together, and returns their receipts in the order given.
func (c *chain) race(t tester, to *common.Address, orders ...order) []*types.Receipt {
	t.Helper()
	ctx := context.Background()
	head, err := c.client.HeaderByNumber(ctx, nil)
	must(t, err)
	hashes, nonces := make([]common.Hash, len(orders)), map[common.Address]uint64{}
	for i, o := range orders {
		if _, known := nonces[o.from.Address]; !known {
			nonces[o.from.Address], err = c.client.PendingNonceAt(ctx, o.from.Address)
			must(t, err)
		}
		tip := big.NewInt(o.tip * params.GWei)
		tx, err := types.SignNewTx(o.from.key, types.LatestSignerForChainID(big.NewInt(1337)), &types.DynamicFeeTx{
			ChainID: big.NewInt(1337), Nonce: nonces[o.from.Address], To: to, Value: o.value, Data: o.data,
			Gas:       params.MaxTxGas / uint64(len(orders)),
			GasTipCap: tip, GasFeeCap: new(big.Int).Add(tip, new(big.Int).Mul(head.BaseFee, big.NewInt(2))),
		})
		must(t, err)
		must(t, c.client.SendTransaction(ctx, tx))
		hashes[i] = tx.Hash()
		nonces[o.from.Address]++
	}
	for who, nonce := range nonces { // the pool takes them in beside us
		for pending := uint64(0); pending < nonce; {
			pending, err = c.client.PendingNonceAt(ctx, who)
			must(t, err)
		}
	}
	c.backend.Commit()
	receipts := make([]*types.Receipt, len(orders))
	for i, hash := range hashes {
		receipts[i] = c.mine(t, hash)
	}
	return receipts
}

// minedBefore says which of two transactions came first.
func minedBefore(a, b *types.Receipt) bool {
	if order := a.BlockNumber.Cmp(b.BlockNumber); order != 0 {
		return order < 0
	}
	return a.TransactionIndex < b.TransactionIndex
}

// mine commits more blocks until a transaction is in one.
func (c *chain) mine(t tester, hash common.Hash) *types.Receipt {
	t.Helper()
	for range 10 { // a transaction can miss the block that is committed right after it
		receipt, err := c.client.TransactionReceipt(context.Background(), hash)
		if err == nil {
			return receipt
		}
		if !errors.Is(err, ethereum.NotFound) {
			must(t, err)
		}
		c.backend.Commit()
	}
	t.Fatalf("transaction %s was not mined", hash)
	return nil
}

// do sends a transaction that must succeed.
func (c *chain) do(t tester, from account, to common.Address, value *big.Int, data []byte) *types.Receipt {
	t.Helper()
	if _, err := c.try(from.Address, to, value, data); err != nil {
		t.Fatalf("refused: %v", err)
	}
	receipt := c.send(t, from, &to, value, data)
	if receipt.Status != types.ReceiptStatusSuccessful {
		t.Fatalf("transaction %s failed", receipt.TxHash)
	}
	return receipt
}

// deploy returns the contract's address and the receipt of its deployment.
func (c *chain) deploy(t tester, bytecode string, constructor []byte) (common.Address, *types.Receipt) {
	t.Helper()
	receipt := c.send(t, owner, nil, nil, append(common.FromHex(bytecode), constructor...))
	if receipt.Status != types.ReceiptStatusSuccessful {
		t.Fatalf("deployment failed")
	}
	return receipt.ContractAddress, receipt
}

// deployed is a contract without arguments.
func (c *chain) deployed(t tester, bytecode string) common.Address {
	t.Helper()
	at, _ := c.deploy(t, bytecode, nil)
	return at
}

// try makes a call on the head without mining it. The error of a refusal is a revert.
func (c *chain) try(from, to common.Address, value *big.Int, data []byte) ([]byte, error) {
	answer, err := c.client.CallContract(context.Background(), ethereum.CallMsg{From: from, To: &to, Value: value, Data: data}, nil)
	var coded rpc.DataError
	if errors.As(err, &coded) {
		if text, ok := coded.ErrorData().(string); ok {
			return nil, revert{common.FromHex(text)}
		}
	}
	return answer, err
}

// revert is what a contract answers when it refuses.
type revert struct{ data []byte }

func (r revert) Error() string { return describeError(r.data) }

// wait mines a block so many seconds after the last one.
func (c *chain) wait(t tester, seconds uint64) {
	t.Helper()
	var err error
	for range 10_000 { // the pool holds what the last block has until it has looked at it
		if err = c.backend.AdjustTime(time.Duration(seconds) * time.Second); err == nil {
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Fatalf("%v", err)
}

// now is the time of the last block.
func (c *chain) now(t tester) uint64 {
	t.Helper()
	head, err := c.client.HeaderByNumber(context.Background(), nil)
	must(t, err)
	return head.Time
}

// ask reads a value.
func ask[T any](t tester, c *chain, to common.Address, data []byte, unpack func([]byte) (T, error)) T {
	t.Helper()
	answer, err := c.try(alice.Address, to, nil, data)
	must(t, err)
	value, err := unpack(answer)
	must(t, err)
	return value
}

func (c *chain) balance(t tester, of common.Address) *big.Int {
	t.Helper()
	balance, err := c.client.BalanceAt(context.Background(), of, nil)
	must(t, err)
	return balance
}

// describeError writes a refusal as Name(field=value, ...), from whichever of the contracts it is.
func describeError(data []byte) string {
	for _, contract := range definitions() {
		if len(data) < 4 {
			break
		}
		known, err := contract.ErrorByID([4]byte(data))
		if err != nil {
			continue
		}
		values, err := known.Inputs.Unpack(data[4:])
		if err != nil {
			return fmt.Sprintf("%s with torn values %x", known.Name, data)
		}
		return describe(known.Name, known.Inputs, values)
	}
	return fmt.Sprintf("unknown error %x", data)
}

// describeLog writes an event as Name(field=value, ...).
func describeLog(t tester, log *types.Log) string {
	t.Helper()
	for _, contract := range definitions() {
		event, err := contract.EventByID(log.Topics[0])
		if err != nil {
			continue
		}
		fields := map[string]any{}
		must(t, event.Inputs.UnpackIntoMap(fields, log.Data))
		var indexed abi.Arguments
		for _, input := range event.Inputs {
			if input.Indexed {
				indexed = append(indexed, input)
			}
		}
		must(t, abi.ParseTopicsIntoMap(fields, indexed, log.Topics[1:]))
		values := make([]any, len(event.Inputs))
		for i, input := range event.Inputs {
			values[i] = fields[input.Name]
		}
		return describe(event.Name, event.Inputs, values)
	}
	t.Fatalf("unknown event %s", log.Topics[0])
	return ""
}

func describe(name string, inputs abi.Arguments, values []any) string {
	parts := make([]string, len(values))
	for i, value := range values {
		switch v := value.(type) {
		case string:
			value = fmt.Sprintf("%q", v)
		case [32]byte:
			value = common.Hash(v)
		}
		parts[i] = fmt.Sprintf("%s=%v", inputs[i].Name, value)
	}
	return name + "(" + strings.Join(parts, ", ") + ")"
}

// deployment is a call that would deploy a sale.
func deployment(s nodesale.NodeSaleSettings) ethereum.CallMsg {
	return ethereum.CallMsg{From: owner.Address, Data: append(common.FromHex(nodesale.NodeSaleMetaData.Bin), bind.PackConstructor(s)...)}
}

// revertOf describes the refusal in an error of the client.
func revertOf(err error) string {
	var coded rpc.DataError
	if !errors.As(err, &coded) {
		return fmt.Sprint(err)
	}
	return describeError(common.FromHex(fmt.Sprint(coded.ErrorData())))
}
