package beaconchain

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/nodeledger/nodeledger/beacon/message"
	"github.com/nodeledger/nodeledger/consensus"
)

// Faults are what is wrong with a node.
type Faults struct {
	Silent   bool              // it answers 503 to everything
	Members  int               // how many sign; 0: all
	Withheld map[uint64]bool   // periods whose updates it does not have
	Finality *consensus.Update // what it says in place of its own finality update
	Padded   int               // how many bytes of white space its answers begin with
}

// SetFaults says what is wrong with the node from now on.
func (c *Chain) SetFaults(f Faults) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.faults = f
}

// ServeHTTP answers like a beacon node.
func (c *Chain) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.faults.Silent {
		http.Error(w, `{"code":503,"message":"syncing"}`, http.StatusServiceUnavailable)
		return
	}
	raw, err := c.answer(r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	if raw == nil {
		http.Error(w, `{"code":404,"message":"not found"}`, http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(append([]byte(strings.Repeat(" ", c.faults.Padded)), raw...)) //nolint:gosec // our own JSON; who has gone reads nothing
}

// answer is nil where there is nothing to say.
func (c *Chain) answer(r *http.Request) ([]byte, error) {
	const light = "/eth/v1/beacon/light_client/"
	switch path := r.URL.Path; {
	case strings.HasPrefix(path, light+"bootstrap/"):
		for _, b := range c.blocks {
			if b.Root().Hex() == strings.TrimPrefix(path, light+"bootstrap/") {
				boot := &consensus.Bootstrap{Header: b.LightHeader, Committee: c.committee(c.Network.Period(b.Slot)).Committee,
					Branch: b.state.branch(places[c.fork(b.Slot)].committee)}
				return message.WriteBootstrap(c.fork(b.Slot), boot)
			}
		}
		return nil, nil
	case path == light+"updates":
		return c.updates(r.URL.Query().Get("start_period"), r.URL.Query().Get("count"))
	case path == light+"finality_update":
		u := c.faults.Finality
		if u == nil {
			u = c.attest(c.head, c.members())
		}
		if u == nil {
			return nil, nil
		}
		return message.WriteFinality(c.fork(u.Attested.Slot), u)
	case path == "/eth/v1/beacon/genesis":
		return json.Marshal(map[string]any{"data": map[string]string{"genesis_time": strconv.FormatUint(c.Network.GenesisTime, 10),
			"genesis_validators_root": c.Network.GenesisRoot.Hex(), "genesis_fork_version": hexutil.Encode(c.Network.Forks[0].Version[:])}})
	case path == "/eth/v1/config/spec":
		return c.spec()
	}
	return nil, nil
}

func (c *Chain) updates(start, count string) ([]byte, error) {
	from, err := strconv.ParseUint(start, 10, 64)
	if err != nil {
		return nil, fmt.Errorf("start_period: %w", err)
	}
	n, err := strconv.ParseUint(count, 10, 64)
	if err != nil {
		return nil, fmt.Errorf("count: %w", err)
	}
	var list []*consensus.Update
	for period := from; period < from+min(n, 128); period++ {
		u := c.update(period)
		if u == nil || c.faults.Withheld[period] {
			break
		}
		list = append(list, u)
	}
	return message.WriteUpdates(c.Network.Forks[0].Name, list)
}

// spec is the configuration: every value is a text.
func (c *Chain) spec() ([]byte, error) {
	values := map[string]string{
		"CONFIG_NAME": c.Network.Name, "DEPOSIT_CHAIN_ID": strconv.FormatUint(c.Network.ChainID, 10),
		"SECONDS_PER_SLOT":                    strconv.FormatUint(c.Network.SecondsPerSlot, 10),
		"SLOTS_PER_EPOCH":                     strconv.FormatUint(c.Network.SlotsPerEpoch, 10),
		"EPOCHS_PER_SYNC_COMMITTEE_PERIOD":    strconv.FormatUint(c.Network.EpochsPerPeriod, 10),
		"CHURN_LIMIT_QUOTIENT":                strconv.FormatUint(c.Network.ChurnQuotient, 10),
		"MIN_VALIDATOR_WITHDRAWABILITY_DELAY": strconv.FormatUint(c.Network.ExitEpochs, 10),
		"SYNC_COMMITTEE_SIZE":                 strconv.Itoa(consensus.Members),
		"GENESIS_FORK_VERSION":                "0x00000000",
	}
	for _, f := range c.Network.Forks {
		name := strings.ToUpper(f.Name)
		values[name+"_FORK_VERSION"] = hexutil.Encode(f.Version[:])
		values[name+"_FORK_EPOCH"] = strconv.FormatUint(f.Epoch, 10)
	}
	return json.Marshal(map[string]any{"data": values})
}
