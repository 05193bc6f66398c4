package message

import (
	"encoding/json"

	"github.com/nodeledger/nodeledger/consensus"
)

// WriteBootstrap is a bootstrap as endpoints answer it, in the form of a fork.
func WriteBootstrap(fork string, b *consensus.Bootstrap) ([]byte, error) {
	return json.Marshal(answer[bootstrap]{fork, bootstrap{writeHeader(&b.Header), *writeCommittee(&b.Committee), b.Branch}})
}

// WriteFinality is a finality update as endpoints answer it: without the next committee.
func WriteFinality(fork string, u *consensus.Update) ([]byte, error) {
	w := writeUpdate(u)
	w.Next, w.NextBranch = nil, nil
	return json.Marshal(answer[update]{fork, w}) //nolint:wrapcheck // nothing in it can fail
}

// WriteUpdates are updates as endpoints answer them.
func WriteUpdates(fork string, list []*consensus.Update) ([]byte, error) {
	answers := []answer[update]{}
	for _, u := range list {
		answers = append(answers, answer[update]{fork, writeUpdate(u)})
	}
	return json.Marshal(answers) //nolint:wrapcheck // nothing in it can fail
}

func writeUpdate(u *consensus.Update) update {
	w := update{Attested: writeHeader(&u.Attested), Finalised: writeHeader(&u.Finalised), FinalityBranch: u.FinalityBranch,
		NextBranch: u.NextBranch, SignatureSlot: u.SignatureSlot,
		Aggregate: aggregate{u.Aggregate.Signers[:], u.Aggregate.Signature[:]}}
	if u.Next != nil {
		w.Next = writeCommittee(u.Next)
	}
	return w
}

func writeHeader(h *consensus.LightHeader) lightHeader {
	e := &h.Execution
	return lightHeader{
		Beacon: beaconHeader{h.Slot, h.Proposer, h.Parent, h.State, h.Body},
		Execution: executionHeader{e.Parent, e.FeeRecipient, e.State, e.Receipts, e.Bloom[:], e.Randao, e.Number, e.GasLimit, e.GasUsed, e.Time,
			e.Extra, e.BaseFee.Dec(), e.Hash, e.Transactions, e.Withdrawals, e.BlobGasUsed, e.ExcessBlob},
		Branch: h.Branch,
	}
}

func writeCommittee(c *consensus.Committee) *committee {
	w := &committee{Aggregate: c.Aggregate[:]}
	for i := range c.Keys {
		w.Keys = append(w.Keys, c.Keys[i][:])
	}
	return w
}
