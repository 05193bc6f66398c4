package ledger

import (
	"crypto/sha256"
	"encoding/binary"
)

// The canonical encoding, version 1. Whole numbers are big-endian, of the width given; text is its length as 32 bits and
// then its UTF-8 bytes; times are seconds since 1970 UTC as 64 bits.
//
//	posting leaf  SHA-256(0x00 || from text || to text || asset text || decimals 8 || amount 256)
//	postings root the RFC 6962 tree over the leaves in order
//	transaction   SHA-256(0x02 || "nodeledger/journal/1" text || sequence 64 || previous 32 bytes ||
//	              kind text || program text || rule text || effective 64 || booked 64 ||
//	              origin text || chain 64 || block number 64 || block hash 32 bytes || tx hash 32 bytes ||
//	              log index 32 || leg text || generation 32 || name text || reference text || reversal 8 ||
//	              reverses 64 || meta text || number of postings 32 || postings root 32 bytes)
//
// The bytes 0x00 to 0x02 keep leaves, nodes and transactions apart. The tree over everything has entries of its own, see InputEntry.
const journalDomain = "nodeledger/journal/1"

type encoder struct{ b []byte }

func (e *encoder) byte(v byte)     { e.b = append(e.b, v) }
func (e *encoder) uint32(v uint32) { e.b = binary.BigEndian.AppendUint32(e.b, v) }
func (e *encoder) uint64(v uint64) { e.b = binary.BigEndian.AppendUint64(e.b, v) }
func (e *encoder) hash(v Hash)     { e.b = append(e.b, v[:]...) }
func (e *encoder) text(v string) {
	e.uint32(uint32(len(v)))
	e.b = append(e.b, v...)
}

func (e *encoder) posting(p *Posting) Hash {
	e.b = e.b[:0]
	e.byte(0)
	e.text(p.From.path)
	e.text(p.To.path)
	e.text(p.Amount.Asset().Symbol())
	e.byte(p.Amount.Asset().Decimals())
	u := p.Amount.Uint256()
	amount := u.Bytes32()
	e.b = append(e.b, amount[:]...)
	return sha256.Sum256(e.b)
}

func postingLeaves(postings []Posting) []Hash {
	leaves := make([]Hash, len(postings))
	e := encoder{make([]byte, 0, 256)}
	for i := range postings {
		leaves[i] = e.posting(&postings[i])
	}
	return leaves
}

// hash is the transaction's hash over everything but its own Hash field.
func (t *Transaction) hash() Hash {
	return t.hashWith(merkleRoot(postingLeaves(t.Postings)), uint32(len(t.Postings)))
}

func (t *Transaction) hashWith(postingsRoot Hash, postings uint32) Hash {
	e := encoder{make([]byte, 0, 1024)}
	e.byte(2)
	e.text(journalDomain)
	e.uint64(t.Sequence)
	e.hash(t.Previous)
	e.text(string(t.Kind))
	e.text(t.Program)
	e.text(t.Rule)
	e.uint64(uint64(t.Effective.Unix()))
	e.uint64(uint64(t.Booked.Unix()))
	s := &t.Source
	e.text(string(s.Origin))
	e.uint64(s.Chain)
	e.uint64(s.BlockNumber)
	e.hash(s.BlockHash)
	e.hash(s.TxHash)
	e.uint32(s.LogIndex)
	e.text(s.Leg)
	e.uint32(s.Generation)
	e.text(s.Name)
	e.text(s.Reference)
	if s.Reversal {
		e.byte(1)
	} else {
		e.byte(0)
	}
	e.uint64(t.Reverses)
	e.text(t.Meta.Canonical())
	e.uint32(postings)
	e.hash(postingsRoot)
	return sha256.Sum256(e.b)
}
