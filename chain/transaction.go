package chain

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rlp"
)

// transaction is a transaction as an endpoint tells it. Numbers are big endian without leading zeros.
type transaction struct {
	kind  uint64
	typed bool        // the endpoint tells the type; otherwise it follows from the fields that are told
	hash  common.Hash // stated
	raw   []byte      // its bytes, fetched where they do not follow from what is told
	to    common.Address
	hasTo bool
	input []byte
	value []byte

	chainID, nonce, gas, gasPrice, tip, feeCap, blobFee []byte
	v, parity, r, s                                     []byte

	access  []accessed
	blobs   []common.Hash
	permits []permit
}

type accessed struct {
	address common.Address
	keys    []common.Hash
}

// permit is one authorisation of EIP-7702.
type permit struct {
	chainID, nonce, parity, r, s []byte
	address                      common.Address
}

// knownType says whether a type's encoding is known: Ethereum's. Above them chains use one number for different things.
func knownType(kind uint64) bool { return kind <= types.SetCodeTxType }

// opaque says that the transaction proves no more than that it is there: what its bytes mean is not known, and what is told about it may
// be anything.
func (tx *transaction) opaque() bool { return tx.raw != nil || !knownType(tx.kind) }

// infer finds the type of a transaction that is told without one: the hash in the transactionsRoot decides whether it is right.
func (tx *transaction) infer() {
	switch {
	case tx.typed:
	case tx.permits != nil:
		tx.kind = types.SetCodeTxType
	case tx.blobs != nil:
		tx.kind = types.BlobTxType
	case tx.feeCap != nil:
		tx.kind = types.DynamicFeeTxType
	case tx.access != nil || tx.parity != nil && tx.v == nil:
		tx.kind = types.AccessListTxType
	}
}

// readTransactions reads hashes or whole transactions.
func readTransactions(r *reader, b *block) {
	b.txs, b.hashes, b.whole = b.txs[:0], b.hashes[:0], true
	if !r.open('[') {
		return
	}
	for n := 0; r.next(']', n); n++ {
		if r.peek() == '"' {
			var hash common.Hash
			r.fixed(hash[:])
			b.hashes, b.whole = append(b.hashes, hash), false
			continue
		}
		b.txs = append(b.txs, transaction{})
		tx := &b.txs[len(b.txs)-1]
		readTransaction(r, tx, &b.arena)
		tx.infer()
		b.hashes = append(b.hashes, tx.hash)
	}
}

func readTransaction(r *reader, tx *transaction, arena *[]byte) {
	if !r.open('{') {
		return
	}
	for n := 0; r.next('}', n); n++ {
		name := r.key()
		if r.null() {
			continue
		}
		switch string(name) {
		case "type":
			tx.kind, tx.typed = r.uint(), true
		case "hash":
			r.fixed(tx.hash[:])
		case "to":
			r.fixed(tx.to[:])
			tx.hasTo = true
		case "input", "data": // some endpoints call it so, or tell both, which are the same
			tx.input = r.data(arena)
		case "value":
			tx.value = r.quantity(arena)
		case "chainId":
			tx.chainID = r.quantity(arena)
		case "nonce":
			tx.nonce = r.quantity(arena)
		case "gas":
			tx.gas = r.quantity(arena)
		case "gasPrice":
			tx.gasPrice = r.quantity(arena)
		case "maxPriorityFeePerGas":
			tx.tip = r.quantity(arena)
		case "maxFeePerGas":
			tx.feeCap = r.quantity(arena)
		case "maxFeePerBlobGas":
			tx.blobFee = r.quantity(arena)
		case "v":
			tx.v = r.quantity(arena)
		case "yParity":
			tx.parity = r.quantity(arena)
		case "r":
			tx.r = r.quantity(arena)
		case "s":
			tx.s = r.quantity(arena)
		case "accessList":
			if tx.access = readAccess(r); tx.access == nil {
				tx.access = []accessed{} // there is a list, and nothing in it
			}
		case "blobVersionedHashes":
			tx.blobs = readHashes(r)
		case "authorizationList":
			tx.permits = readPermits(r, arena)
		default:
			r.skip()
		}
	}
}

func readHashes(r *reader) (hashes []common.Hash) {
	if !r.open('[') {
		return nil
	}
	for n := 0; r.next(']', n); n++ {
		hashes = append(hashes, common.Hash{})
		r.fixed(hashes[n][:])
	}
	return hashes
}

func readAccess(r *reader) (list []accessed) {
	if !r.open('[') {
		return nil
	}
	for n := 0; r.next(']', n); n++ {
		var one accessed
		if !r.open('{') {
			return nil
		}
		for k := 0; r.next('}', k); k++ {
			switch string(r.key()) {
			case "address":
				r.fixed(one.address[:])
			case "storageKeys":
				one.keys = readHashes(r)
			default:
				r.skip()
			}
		}
		list = append(list, one)
	}
	return list
}

func readPermits(r *reader, arena *[]byte) (list []permit) {
	if !r.open('[') {
		return nil
	}
	for n := 0; r.next(']', n); n++ {
		var one permit
		if !r.open('{') {
			return nil
		}
		for k := 0; r.next('}', k); k++ {
			switch string(r.key()) {
			case "chainId":
				one.chainID = r.quantity(arena)
			case "address":
				r.fixed(one.address[:])
			case "nonce":
				one.nonce = r.quantity(arena)
			case "yParity":
				one.parity = r.quantity(arena)
			case "r":
				one.r = r.quantity(arena)
			case "s":
				one.s = r.quantity(arena)
			default:
				r.skip()
			}
		}
		list = append(list, one)
	}
	return list
}

// bytes appends what the transactionsRoot commits to: the fetched bytes, or what follows from the fields; false when neither is known.
func (tx *transaction) bytes(w *rlp.EncoderBuffer, out []byte) ([]byte, bool) {
	if tx.raw != nil {
		return append(out, tx.raw...), true
	}
	return tx.encode(w, out)
}

// encode appends the bytes that the transactionsRoot commits to; false when the type is not known.
func (tx *transaction) encode(w *rlp.EncoderBuffer, out []byte) ([]byte, bool) {
	w.Reset(nil)
	list := w.List()
	var to []byte
	if tx.hasTo {
		to = tx.to[:]
	}
	parity := tx.v
	if parity == nil {
		parity = tx.parity
	}
	switch tx.kind {
	case types.LegacyTxType:
		write(w, tx.nonce, tx.gasPrice, tx.gas, to, tx.value, tx.input, tx.v, tx.r, tx.s)
	case types.AccessListTxType:
		write(w, tx.chainID, tx.nonce, tx.gasPrice, tx.gas, to, tx.value, tx.input)
		tx.writeAccess(w)
		write(w, parity, tx.r, tx.s)
	case types.DynamicFeeTxType:
		write(w, tx.chainID, tx.nonce, tx.tip, tx.feeCap, tx.gas, to, tx.value, tx.input)
		tx.writeAccess(w)
		write(w, parity, tx.r, tx.s)
	case types.BlobTxType:
		write(w, tx.chainID, tx.nonce, tx.tip, tx.feeCap, tx.gas, to, tx.value, tx.input)
		tx.writeAccess(w)
		write(w, tx.blobFee)
		blobs := w.List()
		for i := range tx.blobs {
			w.WriteBytes(tx.blobs[i][:])
		}
		w.ListEnd(blobs)
		write(w, parity, tx.r, tx.s)
	case types.SetCodeTxType:
		write(w, tx.chainID, tx.nonce, tx.tip, tx.feeCap, tx.gas, to, tx.value, tx.input)
		tx.writeAccess(w)
		permits := w.List()
		for i := range tx.permits {
			one := w.List()
			p := &tx.permits[i]
			write(w, p.chainID, p.address[:], p.nonce, p.parity, p.r, p.s)
			w.ListEnd(one)
		}
		w.ListEnd(permits)
		write(w, parity, tx.r, tx.s)
	default:
		return out, false
	}
	w.ListEnd(list)
	if tx.kind != types.LegacyTxType {
		out = append(out, byte(tx.kind))
	}
	return w.AppendToBytes(out), true
}

func write(w *rlp.EncoderBuffer, fields ...[]byte) {
	for _, field := range fields {
		w.WriteBytes(field)
	}
}

func (tx *transaction) writeAccess(w *rlp.EncoderBuffer) {
	list := w.List()
	for i := range tx.access {
		one := w.List()
		w.WriteBytes(tx.access[i].address[:])
		keys := w.List()
		for k := range tx.access[i].keys {
			w.WriteBytes(tx.access[i].keys[k][:])
		}
		w.ListEnd(keys)
		w.ListEnd(one)
	}
	w.ListEnd(list)
}
