package store

import (
	"crypto/sha256"
	"encoding/binary"
	"hash"

	"github.com/nodeledger/nodeledger/ledger"
)

// digest is a SHA-256 over fields: numbers as 64 bits big-endian, everything else behind its length as 64 bits. Each use
// begins with its own domain, so that two kinds of rows never have one digest.
type digest struct{ h hash.Hash }

func newDigest(domain string) digest { return digest{sha256.New()}.text("nodeledger/" + domain + "/1") }

func (d digest) number(n int64) digest {
	var b [8]byte
	binary.BigEndian.PutUint64(b[:], uint64(n))
	d.h.Write(b[:])
	return d
}

func (d digest) bytes(b []byte) digest {
	d.number(int64(len(b)))
	d.h.Write(b)
	return d
}

func (d digest) text(s string) digest { return d.bytes([]byte(s)) }

func (d digest) sum() []byte { return d.h.Sum(nil) }

func (r *accountRow) seal() []byte { return newDigest("account").number(r.ID).text(r.Path).sum() }

func (r *identityRow) seal() []byte {
	d := newDigest("identity").number(r.ID).text(r.Program).number(r.Chain).bytes(r.Contract).number(r.Start)
	if r.Chart > 1 { // the first chart was not written down
		d = d.number(r.Chart)
	}
	return d.sum()
}

func (r *coverageRow) seal() []byte {
	return newDigest("coverage").number(r.First).number(r.Last).text(r.Level).sum()
}

func (r *windowRow) seal() []byte {
	return newDigest("window").number(r.Number).bytes(r.Hash).bytes(r.Parent).number(r.Time).sum()
}

func (r *headRow) seal() []byte {
	return newDigest("head").number(r.ID).
		number(r.Sequence).bytes(r.Hash).number(r.Booked).
		number(r.Inputs).bytes(r.Roots).
		number(r.FinalNumber).bytes(r.FinalHash).bytes(r.FinalParent).number(r.FinalTime).
		number(r.LastNumber).bytes(r.LastHash).bytes(r.LastParent).number(r.LastTime).
		text(r.Frozen).bytes(r.Coverage).bytes(r.Window).bytes(r.Versions).sum()
}

// combineSeals is one digest over the seals of a table's rows in order.
func combineSeals(seals [][]byte) []byte {
	d := newDigest("rows").number(int64(len(seals)))
	for _, s := range seals {
		d.bytes(s)
	}
	return d.sum()
}

// read32 is a stored hash; what has another length is not one.
func read32(b []byte) (h ledger.Hash, ok bool) {
	return h, copy(h[:], b) == len(h) && len(b) == len(h)
}
