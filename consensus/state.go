package consensus

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// kept is a chain as it is kept between runs.
type kept struct {
	Version    int           `json:"version"`
	Network    string        `json:"network"`
	Genesis    common.Hash   `json:"genesis_validators_root"`
	Checkpoint common.Hash   `json:"checkpoint"`
	Period     uint64        `json:"period"`
	Current    hexutil.Bytes `json:"committee"`
	Next       hexutil.Bytes `json:"next_committee,omitempty"`
	Finals     []Final       `json:"finals"`
}

const keptVersion = 1

// ErrOther is what was kept of another network or from another checkpoint; test with errors.Is.
var ErrOther = errors.New("what was kept of the consensus is of another network or from another checkpoint")

// State is the chain for the next run; see [Restore]. Whoever can change it chooses who is believed, like whoever chooses the checkpoint.
func (c *Chain) State() ([]byte, error) {
	k := kept{Version: keptVersion, Network: c.rules.Network.Name, Genesis: c.rules.Network.GenesisRoot, Checkpoint: c.checkpoint,
		Period: c.period, Current: c.current.bytes(), Finals: c.finals}
	if c.next != nil {
		k.Next = c.next.bytes()
	}
	raw, err := json.Marshal(k)
	if err != nil {
		return nil, fmt.Errorf("the state of the consensus cannot be written: %w", err)
	}
	return raw, nil
}

// Restore is a chain as it was when State was called. ErrOther when that was another network's, or began elsewhere; a *[Refusal] when it
// is too old to go on from.
func Restore(rules Rules, checkpoint common.Hash, state []byte, now time.Time) (*Chain, error) {
	var k kept
	if err := json.Unmarshal(state, &k); err != nil {
		return nil, fmt.Errorf("what was kept of the consensus cannot be read: %w", err)
	}
	c := &Chain{rules: rules, checkpoint: k.Checkpoint, period: k.Period, current: new(Committee), finals: k.Finals}
	switch {
	case k.Version != keptVersion || len(k.Finals) == 0 || !c.current.read(k.Current):
		return nil, errors.New("what was kept of the consensus cannot be read: it lacks a committee or a final block, or is of another version")
	case k.Network != rules.Network.Name || k.Genesis != rules.Network.GenesisRoot || k.Checkpoint != checkpoint:
		return nil, ErrOther
	}
	if len(k.Next) > 0 {
		if c.next = new(Committee); !c.next.read(k.Next) {
			return nil, errors.New("what was kept of the consensus cannot be read: its next committee is none")
		}
	}
	if err := rules.young("the last final block that was followed, slot "+fmt.Sprint(c.Final().Slot)+",", c.Final().Slot, now); err != nil {
		return nil, err
	}
	return c, nil
}

func (c *Committee) bytes() []byte {
	out := make([]byte, 0, (Members+1)*KeyBytes)
	for i := range c.Keys {
		out = append(out, c.Keys[i][:]...)
	}
	return append(out, c.Aggregate[:]...)
}

func (c *Committee) read(raw []byte) bool {
	if len(raw) != (Members+1)*KeyBytes {
		return false
	}
	for i := range c.Keys {
		copy(c.Keys[i][:], raw[i*KeyBytes:])
	}
	copy(c.Aggregate[:], raw[Members*KeyBytes:])
	return true
}
