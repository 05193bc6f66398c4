package engine

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/nodeledger/nodeledger/sale"
)

// The payloads are RLP, so that one content has one encoding.

type blockPayload struct {
	Parent common.Hash
	Facts  sale.Block
}

type numberPayload struct{ Number uint64 }

// Fact is something an operator recorded.
type Fact struct {
	Operator, Reference string
	Time                uint64 // seconds since 1970 UTC
	Kind                string
	Body                []byte
	How                 string `rlp:"optional"` // how the operator proved who they are, as operator.Actor.How says
	Signature           []byte `rlp:"optional"` // of a wallet over the fact's statement
}

func encode(payload any) []byte {
	raw, err := rlp.EncodeToBytes(payload)
	if err != nil {
		panic(err) // the payload types above always encode
	}
	return raw
}

func blockInput(kind InputKind, b *Block) Input {
	return Input{Kind: kind, Payload: encode(&blockPayload{b.Header.Parent, b.Facts})}
}

func numberInput(kind InputKind, number uint64) Input {
	return Input{Kind: kind, Payload: encode(&numberPayload{number})}
}

func factInput(f Fact) Input { return Input{Kind: InputFact, Payload: encode(&f)} }

func (in *Input) decode(payload any) error {
	if err := rlp.DecodeBytes(in.Payload, payload); err != nil {
		return fmt.Errorf("input %d (%s) does not decode: %w", in.Sequence, in.Kind, err)
	}
	return nil
}

func (in *Input) block() (*Block, error) {
	var p blockPayload
	if err := in.decode(&p); err != nil {
		return nil, err
	}
	return &Block{Header{p.Facts.Number, p.Facts.Hash, p.Parent, p.Facts.Time}, p.Facts}, nil
}

func (in *Input) number() (uint64, error) {
	var p numberPayload
	err := in.decode(&p)
	return p.Number, err
}
