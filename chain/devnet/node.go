package devnet

import (
	"fmt"
	"maps"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/eth"
	"github.com/ethereum/go-ethereum/eth/ethconfig"
	"github.com/ethereum/go-ethereum/eth/filters"
	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/p2p"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"
)

// funds is what every account has in the genesis block: a million ether.
var funds = new(big.Int).Mul(big.NewInt(1_000_000), big.NewInt(params.Ether))

// startNode starts a full node in memory, without peers, that answers JSON-RPC on host:port. Unlike the simulated
// backend of go-ethereum it seals no block by itself and has no clock: both are left to sealer, which makes the chain
// repeatable and lets it live in the past.
func startNode(host string, port int, start time.Time, rich []common.Address) (*node.Node, *eth.Ethereum, error) {
	stackConfig := node.DefaultConfig
	stackConfig.Name = "devnet"
	stackConfig.DataDir = "" // in memory
	stackConfig.P2P = p2p.Config{NoDiscovery: true}
	stackConfig.HTTPHost = host
	stackConfig.HTTPCors = []string{"*"} // pages read it as they read public nodes; nothing of value is on it
	stackConfig.HTTPPort = port
	stackConfig.HTTPModules = []string{"eth", "net", "web3"}

	alloc := maps.Clone(core.SystemContractAllocs())
	for _, address := range rich {
		alloc[address] = types.Account{Balance: funds}
	}
	rules := *params.AllDevChainProtocolChanges
	rules.BogotaTime = nil // not in force on any public chain; it makes new state several times dearer
	config := ethconfig.Defaults
	config.Genesis = &core.Genesis{
		Config:    &rules,
		GasLimit:  config.Miner.GasCeil,
		Timestamp: uint64(start.Unix()),
		Alloc:     alloc,
	}
	config.SyncMode = ethconfig.FullSync
	config.NoPruning = true
	config.StateScheme = rawdb.HashScheme // the scheme that keeps the state of every block
	config.LogNoHistory = true            // search logs block by block: the log index lags behind the head
	config.TxPool.NoLocals = true
	config.DatabaseCache, config.TrieCleanCache, config.TrieDirtyCache, config.SnapshotCache = 16, 16, 16, 0

	stack, err := node.New(&stackConfig)
	if err != nil {
		return nil, nil, fmt.Errorf("development chain: %w", err)
	}
	backend, err := eth.New(stack, &config)
	if err != nil {
		stack.Close()
		return nil, nil, fmt.Errorf("development chain: %w", err)
	}
	stack.RegisterAPIs([]rpc.API{{
		Namespace: "eth",
		Service:   filters.NewFilterAPI(filters.NewFilterSystem(backend.APIBackend, filters.Config{})),
	}})
	if err := stack.Start(); err != nil {
		stack.Close()
		return nil, nil, fmt.Errorf("development chain on %s:%d: %w; is the port free?", host, port, err)
	}
	return stack, backend, nil
}
