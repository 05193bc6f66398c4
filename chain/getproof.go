package chain

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/chain/stateproof"
	"github.com/nodeledger/nodeledger/engine"
)

// provenState is what an endpoint has proven of an account at a block.
type provenState struct {
	account stateproof.Account
	slots   []uint256.Int // as they were asked for
}

// badProof is a proof that does not hold. It may be the endpoint's fault, or the chain keeps its state in another tree.
type badProof struct{ *engine.Fault }

// stateAnswer is what eth_getProof returned.
type stateAnswer struct {
	there   bool
	balance []byte // nil when it was not stated
	account [][]byte
	slots   []slotAnswer
	arena   []byte
}

// slotAnswer is what it says of one slot.
type slotAnswer struct {
	value []byte // nil when it was not stated
	nodes [][]byte
}

// proveState has an endpoint prove an account and slots of it at a block that is proven. The error is a *unanswered when it
// cannot, a *badProof when the proof does not hold, and an *engine.Fault when it states another value than it proves.
func (w *Watcher) proveState(
	ctx context.Context, e *endpoint, at engine.Header, of common.Address, slots []common.Hash,
) (*provenState, error) {
	root, err := w.stateRoot(ctx, e, at)
	if err != nil {
		return nil, err
	}
	keys := []byte{'['}
	for i, slot := range slots {
		if i > 0 {
			keys = append(keys, ',')
		}
		keys = fmt.Appendf(keys, `"0x%x"`, slot[:])
	}
	keys = append(keys, ']')
	var answer stateAnswer
	byNumber, err := e.askAt(ctx, at, func(where string) *call {
		return &call{
			method: "eth_getProof", params: fmt.Appendf(nil, `["0x%x",%s,%s]`, of[:], keys, where),
			read: func(r *reader) { answer = readProof(r) },
		}
	})
	if err != nil {
		return nil, err
	}
	if !answer.there {
		return nil, &unanswered{errors.New("it has no proof for that block")}
	}
	proven, err := answer.verify(e, at, root, of, slots)
	var bad *badProof
	if errors.As(err, &bad) && byNumber {
		if other := w.onBranch(ctx, e, at); other != nil {
			return nil, other
		}
	}
	return proven, err
}

// onBranch is a *unanswered where an endpoint has another block at a block's number: what it says by the number is of another branch.
func (w *Watcher) onBranch(ctx context.Context, e *endpoint, at engine.Header) error {
	if h, found, err := w.header(ctx, e, numbered(at.Number)); err == nil && (!found || h.Hash != at.Hash) {
		return &unanswered{fmt.Errorf("it has another block %d", at.Number)}
	}
	return nil
}

// verify checks every proof of the answer against the state root of a block, and what is stated beside it.
func (a *stateAnswer) verify(
	e *endpoint, at engine.Header, root common.Hash, of common.Address, slots []common.Hash,
) (*provenState, error) {
	account, err := stateproof.VerifyAccount(root, of, a.account)
	if err != nil {
		return nil, &badProof{e.fault(at.Number, "its eth_getProof proves nothing: %s", err)}
	}
	if a.balance != nil && !new(uint256.Int).SetBytes(a.balance).Eq(&account.Balance) {
		return nil, e.fault(at.Number, "its eth_getProof states that %s holds %s wei, and proves %s", of,
			new(uint256.Int).SetBytes(a.balance), &account.Balance)
	}
	if len(a.slots) != len(slots) {
		return nil, &badProof{e.fault(at.Number, "its eth_getProof proves %d slots, and %d were asked for", len(a.slots), len(slots))}
	}
	out := &provenState{account: account, slots: make([]uint256.Int, len(slots))}
	for i := range slots {
		value, err := stateproof.VerifySlot(account.Storage, slots[i], a.slots[i].nodes)
		if err != nil {
			return nil, &badProof{e.fault(at.Number, "its eth_getProof proves nothing: %s", err)}
		}
		if stated := a.slots[i].value; stated != nil && !new(uint256.Int).SetBytes(stated).Eq(&value) {
			return nil, e.fault(at.Number, "its eth_getProof states that slot %s of %s holds %s, and proves %s", slots[i], of,
				new(uint256.Int).SetBytes(stated), &value)
		}
		out.slots[i] = value
	}
	return out, nil
}

// stateRoot is the state root of a block, from a header that hashes to the block's hash. The latest one is remembered.
func (w *Watcher) stateRoot(ctx context.Context, e *endpoint, at engine.Header) (common.Hash, error) {
	w.mu.Lock()
	known := w.rooted
	w.mu.Unlock()
	if known.block == at.Hash {
		return known.root, nil
	}
	b := w.blocks.Get().(*block)
	defer w.blocks.Put(b)
	if err := e.callOne(ctx, askHash(at.Hash, false, b)); err != nil {
		return common.Hash{}, err
	}
	if b.missing {
		return common.Hash{}, &unanswered{fmt.Errorf("it does not have block %s", at.Hash)}
	}
	if wrong := b.verify(at.Number); wrong != "" {
		return common.Hash{}, e.fault(at.Number, "%s", wrong)
	}
	if b.hash != at.Hash {
		return common.Hash{}, e.fault(at.Number, "it answers with %s when asked for %s", b.hash, at.Hash)
	}
	w.mu.Lock()
	w.rooted = rooted{at.Hash, b.header.Root}
	w.mu.Unlock()
	return b.header.Root, nil
}

// rooted is a block and the root of its state.
type rooted struct{ block, root common.Hash }

// readProof reads what eth_getProof returned. Fields that are proven by nodes are not read, but for those that are compared
// with what the nodes say.
func readProof(r *reader) (a stateAnswer) {
	if r.null() || !r.open('{') {
		return a
	}
	a.there = true
	for n := 0; r.next('}', n); n++ {
		switch string(r.key()) {
		case "balance":
			a.balance = readStated(r, &a.arena)
		case "accountProof":
			a.account = readNodes(r, &a.arena)
		case "storageProof":
			if r.null() || !r.open('[') {
				continue
			}
			for n := 0; r.next(']', n); n++ {
				a.slots = append(a.slots, readSlot(r, &a.arena))
			}
		default:
			r.skip()
		}
	}
	return a
}

func readSlot(r *reader, arena *[]byte) (s slotAnswer) {
	r.open('{')
	for n := 0; r.next('}', n); n++ {
		switch string(r.key()) {
		case "value":
			s.value = readStated(r, arena)
		case "proof":
			s.nodes = readNodes(r, arena)
		default:
			r.skip()
		}
	}
	return s
}

// readStated reads a number; it is nil only when there is none.
func readStated(r *reader, arena *[]byte) []byte {
	if r.null() {
		return nil
	}
	return append([]byte{}, r.quantity(arena)...)
}

// readNodes reads a list of nodes.
func readNodes(r *reader, arena *[]byte) (nodes [][]byte) {
	if r.null() || !r.open('[') {
		return nil
	}
	for n := 0; r.next(']', n); n++ {
		nodes = append(nodes, r.data(arena))
	}
	return nodes
}
