package beacon

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/nodeledger/nodeledger/consensus"
)

// network is the network of a chain: a known one, or what every endpoint says that answers.
func (l *Light) network(ctx context.Context) (*consensus.Network, error) {
	if n, err := consensus.NetworkOf(l.options.ChainID); err == nil {
		return n, nil
	}
	var one *consensus.Network
	var errs []error
	for _, e := range l.endpoints {
		n, err := askNetwork(ctx, e, l.options.ChainID)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		if one != nil && !reflect.DeepEqual(one, n) {
			return nil, fmt.Errorf("the beacon nodes say different parameters of the network of chain %d: leave out of --beacon the one that errs",
				l.options.ChainID)
		}
		one = n
	}
	if one == nil {
		return nil, errors.Join(errs...)
	}
	l.options.Log.Warn("this version does not know the network: its parameters are the word of the beacon nodes", "chain", l.options.ChainID)
	return one, nil
}

// askNetwork asks a node for the parameters of its network.
func askNetwork(ctx context.Context, e *endpoint, chainID uint64) (*consensus.Network, error) {
	var spec struct {
		Data map[string]any `json:"data"`
	}
	var genesis struct {
		Data struct {
			Time uint64      `json:"genesis_time,string"`
			Root common.Hash `json:"genesis_validators_root"`
		} `json:"data"`
	}
	for path, into := range map[string]any{"/eth/v1/config/spec": &spec, "/eth/v1/beacon/genesis": &genesis} {
		raw, err := e.get(ctx, path)
		if err != nil {
			return nil, err
		}
		if err := json.Unmarshal(raw, into); err != nil {
			return nil, e.failure(fmt.Errorf("what it answers to %s is not read: %w", path, err))
		}
	}
	n, err := networkFrom(spec.Data)
	if err != nil {
		return nil, e.failure(err)
	}
	n.GenesisTime, n.GenesisRoot = genesis.Data.Time, genesis.Data.Root
	if n.ChainID != chainID {
		return nil, e.failure(fmt.Errorf("it is of chain %d, and the books are of chain %d", n.ChainID, chainID))
	}
	return n, nil
}

// networkFrom reads the configuration that a node tells.
func networkFrom(spec map[string]any) (*consensus.Network, error) {
	number := func(name string, most uint64) (uint64, error) {
		text, _ := spec[name].(string)
		n, err := strconv.ParseUint(text, 10, 64)
		if err != nil || n == 0 || n > most {
			return 0, fmt.Errorf("its configuration has %q as %s", text, name)
		}
		return n, nil
	}
	n := &consensus.Network{CheckpointSource: "what other nodes of the network say"}
	n.Name, _ = spec["CONFIG_NAME"].(string)
	var err error
	for _, f := range []struct {
		name string
		to   *uint64
		most uint64
	}{
		{"DEPOSIT_CHAIN_ID", &n.ChainID, 1 << 62}, {"SECONDS_PER_SLOT", &n.SecondsPerSlot, 3600}, {"SLOTS_PER_EPOCH", &n.SlotsPerEpoch, 1024},
		{"EPOCHS_PER_SYNC_COMMITTEE_PERIOD", &n.EpochsPerPeriod, 1 << 16},
		{"CHURN_LIMIT_QUOTIENT", &n.ChurnQuotient, 1 << 32}, {"MIN_VALIDATOR_WITHDRAWABILITY_DELAY", &n.ExitEpochs, 1 << 16},
	} {
		if *f.to, err = number(f.name, f.most); err != nil {
			return nil, err
		}
	}
	if size, err := number("SYNC_COMMITTEE_SIZE", consensus.Members); err != nil || size != consensus.Members {
		return nil, fmt.Errorf("its sync committees do not have %d members", consensus.Members)
	}
	for name, value := range spec {
		fork, is := strings.CutSuffix(name, "_FORK_EPOCH")
		version, err := hexutil.Decode(fmt.Sprint(spec[fork+"_FORK_VERSION"]))
		epoch, wrong := strconv.ParseUint(fmt.Sprint(value), 10, 64)
		if !is {
			continue
		}
		if err != nil || wrong != nil || len(version) != 4 {
			return nil, fmt.Errorf("its configuration has no valid version and epoch of the fork %s", fork)
		}
		if epoch != consensus.Never {
			n.Forks = append(n.Forks, consensus.Fork{Name: strings.ToLower(fork), Version: [4]byte(version), Epoch: epoch})
		}
	}
	// Of forks that begin together the one with the higher version is in force.
	slices.SortFunc(n.Forks, func(a, b consensus.Fork) int {
		if a.Epoch != b.Epoch {
			return strings.Compare(fmt.Sprintf("%020d", a.Epoch), fmt.Sprintf("%020d", b.Epoch))
		}
		return slices.Compare(a.Version[:], b.Version[:])
	})
	if len(n.Forks) == 0 || n.Forks[0].Epoch != 0 {
		if _, err := hexutil.Decode(fmt.Sprint(spec["GENESIS_FORK_VERSION"])); err != nil || len(n.Forks) == 0 {
			return nil, errors.New("its configuration has no forks")
		}
		version, _ := hexutil.Decode(fmt.Sprint(spec["GENESIS_FORK_VERSION"]))
		n.Forks = append([]consensus.Fork{{Name: "phase0", Version: [4]byte(version)}}, n.Forks...)
	}
	return n, nil
}
