// Package message reads and writes the messages of the beacon API's light client, as package consensus has them.
//
// A message that is read has fields of the right lengths, and nothing of it is proven. Fields that this version does not know are passed
// over: they are in no root that it checks.
package message

import (
	"encoding/json"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/consensus"
)

// answer is what an endpoint answers: a message and the fork whose form it has.
type answer[T any] struct {
	Version string `json:"version"`
	Data    T      `json:"data"`
}

type beaconHeader struct {
	Slot     uint64      `json:"slot,string"`
	Proposer uint64      `json:"proposer_index,string"`
	Parent   common.Hash `json:"parent_root"`
	State    common.Hash `json:"state_root"`
	Body     common.Hash `json:"body_root"`
}

type executionHeader struct {
	Parent       common.Hash    `json:"parent_hash"`
	FeeRecipient common.Address `json:"fee_recipient"`
	State        common.Hash    `json:"state_root"`
	Receipts     common.Hash    `json:"receipts_root"`
	Bloom        hexutil.Bytes  `json:"logs_bloom"`
	Randao       common.Hash    `json:"prev_randao"`
	Number       uint64         `json:"block_number,string"`
	GasLimit     uint64         `json:"gas_limit,string"`
	GasUsed      uint64         `json:"gas_used,string"`
	Time         uint64         `json:"timestamp,string"`
	Extra        hexutil.Bytes  `json:"extra_data"`
	BaseFee      string         `json:"base_fee_per_gas"`
	Hash         common.Hash    `json:"block_hash"`
	Transactions common.Hash    `json:"transactions_root"`
	Withdrawals  common.Hash    `json:"withdrawals_root"`
	BlobGasUsed  uint64         `json:"blob_gas_used,string,omitempty"`
	ExcessBlob   uint64         `json:"excess_blob_gas,string,omitempty"`
}

type lightHeader struct {
	Beacon    beaconHeader    `json:"beacon"`
	Execution executionHeader `json:"execution"`
	Branch    []common.Hash   `json:"execution_branch"`
}

type committee struct {
	Keys      []hexutil.Bytes `json:"pubkeys"`
	Aggregate hexutil.Bytes   `json:"aggregate_pubkey"`
}

type bootstrap struct {
	Header    lightHeader   `json:"header"`
	Committee committee     `json:"current_sync_committee"`
	Branch    []common.Hash `json:"current_sync_committee_branch"`
}

type aggregate struct {
	Bits      hexutil.Bytes `json:"sync_committee_bits"`
	Signature hexutil.Bytes `json:"sync_committee_signature"`
}

type update struct {
	Attested       lightHeader   `json:"attested_header"`
	Next           *committee    `json:"next_sync_committee,omitempty"`
	NextBranch     []common.Hash `json:"next_sync_committee_branch,omitempty"`
	Finalised      lightHeader   `json:"finalized_header"`
	FinalityBranch []common.Hash `json:"finality_branch"`
	Aggregate      aggregate     `json:"sync_aggregate"`
	SignatureSlot  uint64        `json:"signature_slot,string"`
}

// ReadBootstrap reads the answer of /eth/v1/beacon/light_client/bootstrap/ROOT.
func ReadBootstrap(raw []byte) (*consensus.Bootstrap, error) {
	var a answer[bootstrap]
	if err := json.Unmarshal(raw, &a); err != nil {
		return nil, fmt.Errorf("what is sent as a bootstrap is none: %w", err)
	}
	b := &consensus.Bootstrap{Branch: a.Data.Branch}
	err := a.Data.Header.into(&b.Header)
	if err == nil {
		err = a.Data.Committee.into(&b.Committee)
	}
	if err != nil {
		return nil, fmt.Errorf("what is sent as a bootstrap is none: %w", err)
	}
	return b, nil
}

// ReadFinality reads the answer of /eth/v1/beacon/light_client/finality_update.
func ReadFinality(raw []byte) (*consensus.Update, error) {
	var a answer[update]
	if err := json.Unmarshal(raw, &a); err != nil {
		return nil, fmt.Errorf("what is sent as a finality update is none: %w", err)
	}
	a.Data.Next = nil
	return a.Data.read()
}

// ReadUpdates reads the answer of /eth/v1/beacon/light_client/updates: messages with the committee of the next period.
func ReadUpdates(raw []byte) (list []*consensus.Update, err error) {
	var answers []answer[update]
	if err := json.Unmarshal(raw, &answers); err != nil {
		return nil, fmt.Errorf("what is sent as updates is none: %w", err)
	}
	for i := range answers {
		if answers[i].Data.Next == nil {
			return nil, fmt.Errorf("update %d has no next committee", i)
		}
		u, err := answers[i].Data.read()
		if err != nil {
			return nil, err
		}
		list = append(list, u)
	}
	return list, nil
}

func (u *update) read() (*consensus.Update, error) {
	out := &consensus.Update{FinalityBranch: u.FinalityBranch, NextBranch: u.NextBranch, SignatureSlot: u.SignatureSlot}
	if err := u.Attested.into(&out.Attested); err != nil {
		return nil, fmt.Errorf("the attested header: %w", err)
	}
	if err := u.Finalised.into(&out.Finalised); err != nil {
		return nil, fmt.Errorf("the final header: %w", err)
	}
	if u.Next != nil {
		out.Next = new(consensus.Committee)
		if err := u.Next.into(out.Next); err != nil {
			return nil, err
		}
	}
	if err := exactly("sync_committee_bits", u.Aggregate.Bits, out.Aggregate.Signers[:]); err != nil {
		return nil, err
	}
	return out, exactly("sync_committee_signature", u.Aggregate.Signature, out.Aggregate.Signature[:])
}

// exactly copies bytes whose number must be right.
func exactly(name string, from, to []byte) error {
	if len(from) != len(to) {
		return fmt.Errorf("%s has %d bytes and must have %d", name, len(from), len(to))
	}
	copy(to, from)
	return nil
}

func (h *lightHeader) into(to *consensus.LightHeader) error {
	b, e := &h.Beacon, &h.Execution
	*to = consensus.LightHeader{
		Header: consensus.Header{Slot: b.Slot, Proposer: b.Proposer, Parent: b.Parent, State: b.State, Body: b.Body},
		Execution: consensus.Execution{Parent: e.Parent, FeeRecipient: e.FeeRecipient, State: e.State, Receipts: e.Receipts, Randao: e.Randao,
			Number: e.Number, GasLimit: e.GasLimit, GasUsed: e.GasUsed, Time: e.Time, Extra: e.Extra, Hash: e.Hash,
			Transactions: e.Transactions, Withdrawals: e.Withdrawals, BlobGasUsed: e.BlobGasUsed, ExcessBlob: e.ExcessBlob},
		Branch: h.Branch,
	}
	fee, err := uint256.FromDecimal(e.BaseFee)
	if err != nil {
		return fmt.Errorf("base_fee_per_gas %q is not a number: %w", e.BaseFee, err)
	}
	to.Execution.BaseFee = *fee
	return exactly("logs_bloom", e.Bloom, to.Execution.Bloom[:])
}

func (c *committee) into(to *consensus.Committee) error {
	if len(c.Keys) != consensus.Members {
		return fmt.Errorf("the committee has %d keys and must have %d", len(c.Keys), consensus.Members)
	}
	for i, key := range c.Keys {
		if err := exactly(fmt.Sprintf("key %d of the committee", i), key, to.Keys[i][:]); err != nil {
			return err
		}
	}
	return exactly("aggregate_pubkey", c.Aggregate, to.Aggregate[:])
}
