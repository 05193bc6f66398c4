package main

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math/big"
	"strings"
	"time"

	"github.com/transparency-dev/merkle/rfc6962"
)

// transaction is one of the journal, without its other postings.
type transaction struct {
	Sequence  uint64            `json:"sequence"`
	Source    source            `json:"source"`
	Kind      string            `json:"kind"`
	Program   string            `json:"program"`
	Rule      string            `json:"rule"`
	Effective time.Time         `json:"effective"`
	Booked    time.Time         `json:"booked"`
	Reverses  uint64            `json:"reverses"`
	Meta      map[string]string `json:"meta"`
	Postings  []posting         `json:"postings"`
	Previous  string            `json:"previous"`
}

type source struct {
	Origin      string `json:"origin"`
	Chain       uint64 `json:"chain"`
	BlockNumber uint64 `json:"block_number"`
	BlockHash   string `json:"block_hash"`
	TxHash      string `json:"tx_hash"`
	LogIndex    uint32 `json:"log_index"`
	Leg         string `json:"leg"`
	Generation  uint32 `json:"generation"`
	Name        string `json:"name"`
	Reference   string `json:"reference"`
	Reversal    bool   `json:"reversal"`
}

type posting struct {
	From   string `json:"from"`
	To     string `json:"to"`
	Amount struct {
		Asset    string `json:"asset"`
		Amount   string `json:"amount"`
		Decimals uint8  `json:"decimals"`
	} `json:"amount"`
}

// encoder writes numbers big-endian and text behind its length as 32 bits.
type encoder struct {
	b   []byte
	err error
}

func (e *encoder) byte(v byte)     { e.b = append(e.b, v) }
func (e *encoder) uint32(v uint32) { e.b = binary.BigEndian.AppendUint32(e.b, v) }
func (e *encoder) uint64(v uint64) { e.b = binary.BigEndian.AppendUint64(e.b, v) }
func (e *encoder) text(v string)   { e.uint32(uint32(len(v))); e.b = append(e.b, v...) }
func (e *encoder) hash(v string) {
	h, err := unhex(v)
	if err != nil {
		e.err = err
	}
	e.b = append(e.b, h...)
}

// leaf is the posting's leaf in the tree of its transaction's postings.
func (p *posting) leaf() ([]byte, error) {
	var e encoder
	e.text(p.From)
	e.text(p.To)
	e.text(p.Amount.Asset)
	e.byte(p.Amount.Decimals)
	amount, ok := new(big.Int).SetString(p.Amount.Amount, 10)
	if !ok || amount.Sign() <= 0 || amount.BitLen() > 256 {
		return nil, fmt.Errorf("%q is not an amount", p.Amount.Amount)
	}
	e.b = append(e.b, amount.FillBytes(make([]byte, 32))...)
	return rfc6962.DefaultHasher.HashLeaf(e.b), nil
}

// hash is the transaction's hash when its postings have this root.
func (t *transaction) hash(postings uint64, root []byte) ([]byte, error) {
	var e encoder
	s := &t.Source
	e.byte(2)
	e.text("nodeledger/journal/1")
	e.uint64(t.Sequence)
	e.hash(t.Previous)
	e.text(t.Kind)
	e.text(t.Program)
	e.text(t.Rule)
	e.uint64(uint64(t.Effective.Unix()))
	e.uint64(uint64(t.Booked.Unix()))
	e.text(s.Origin)
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
	if t.Meta == nil {
		t.Meta = map[string]string{}
	}
	meta := new(strings.Builder)
	j := json.NewEncoder(meta)
	j.SetEscapeHTML(false)
	if err := j.Encode(t.Meta); err != nil {
		return nil, err
	}
	e.text(strings.TrimSuffix(meta.String(), "\n"))
	e.uint32(uint32(postings))
	e.b = append(e.b, root...)
	sum := sha256.Sum256(e.b)
	return sum[:], e.err
}
