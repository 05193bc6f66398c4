package fold

import (
	"crypto/sha256"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/sale"
)

// InputKind says what an input is.
type InputKind string

// The inputs that the books are made of.
const (
	InputBlock   InputKind = "block"   // a final block with logs or payments
	InputPending InputKind = "pending" // a block of that sort that is not final yet
	InputFinal   InputKind = "final"   // a final block's header: pending blocks up to it are final, and time has gone by up to it
	InputDrop    InputKind = "drop"    // pending blocks above a number left the chain
	InputFact    InputKind = "fact"    // something an operator recorded
	InputJob     InputKind = "job"     // a slot of the schedule that came due
	InputText    InputKind = "text"    // the text of the program that the books begin with
	InputOpening InputKind = "opening" // what the project's wallets held before the first block
	// InputIncident is why the books freeze. Nothing follows it but the fact that thaws them.
	InputIncident InputKind = "incident"
)

// Input is one recorded input. The journal is a pure function of the inputs in order, of which the first is the program's text.
type Input struct {
	Sequence uint64 // dense from 1; given by the store
	Kind     InputKind
	Payload  []byte // RLP, so that one content has one encoding; made and read by this package alone
}

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
	Signature           []byte `rlp:"optional"` // over the fact's statement, see operator.Proof
	// Salt is of a fact that is not for everybody: random bytes without which nobody can guess the fact from its commitment.
	Salt []byte `rlp:"optional"`
	// Private is of a run: who waits, and why. The journal has a commitment to it only.
	Private []byte `rlp:"optional"`
	// Word is of a contract that signed: what it said when it was asked. Of a wallet with a key of its own it is zero.
	Word operator.Word `rlp:"optional"`
	// Session is of somebody who signed in: their wallet's signature stands for the key that signed.
	Session operator.Session `rlp:"optional"`
	// After is how many facts the books had that the signed text names.
	After uint64 `rlp:"optional"`

	input uint64 // the sequence of its input; 0 when it is not known
}

// FromChain says that an input says something of the chain: a block, what became of one, what a wallet held, the blocks of a job, or what
// a contract said of its signature.
func (in *Input) FromChain() bool {
	switch in.Kind {
	case InputText, InputIncident, InputWithheld:
		return false
	case InputFact:
		fact, err := in.Fact()
		if err != nil {
			return true
		}
		words, err := fact.Words()
		return err != nil || len(words) > 0
	}
	return true
}

// ofTexts says that an input says what is asked of the chain: a text of the program, or somebody's consent to one.
func (in *Input) ofTexts() bool {
	if in.Kind == InputText {
		return true
	}
	fact, err := in.Fact()
	return err == nil && fact != nil && (fact.Kind == NewText || fact.Kind == TextConsent)
}

// When is the second at which the fact was recorded.
func (f *Fact) When() time.Time { return time.Unix(int64(f.Time), 0).UTC() }

func encode(payload any) []byte {
	raw, err := rlp.EncodeToBytes(payload)
	if err != nil {
		panic(err) // the payload types above always encode
	}
	return raw
}

// BlockInput is the input of a block that follows parent: InputBlock or InputPending.
func BlockInput(kind InputKind, parent common.Hash, b *sale.Block) Input {
	return Input{Kind: kind, Payload: encode(&blockPayload{parent, *b})}
}

// DropInput is the input that pending blocks above a number left the chain.
func DropInput(number uint64) Input {
	return Input{Kind: InputDrop, Payload: encode(&numberPayload{number})}
}

// FactInput is the input of a fact.
func FactInput(f *Fact) Input { return Input{Kind: InputFact, Payload: encode(f)} }

// JobInput is the input of a slot of the schedule.
func JobInput(j *Job) Input { return Input{Kind: InputJob, Payload: encode(j)} }

func (in *Input) decode(payload any) error {
	if err := rlp.DecodeBytes(in.Payload, payload); err != nil {
		return fmt.Errorf("input %d (%s) does not decode: %w", in.Sequence, in.Kind, err)
	}
	return nil
}

func (in *Input) block() (*sale.Block, error) {
	var p blockPayload
	if err := in.decode(&p); err != nil {
		return nil, err
	}
	return &p.Facts, nil
}

// ChainBlock is a block with facts as it came from the chain.
type ChainBlock struct {
	Header Header
	Facts  sale.Block
}

// Block is the block that an input is, final or not; nil for every other input.
func (in *Input) Block() (*ChainBlock, error) {
	if in.Kind != InputBlock && in.Kind != InputPending {
		return nil, nil //nolint:nilnil // it is of another kind
	}
	var p blockPayload
	if err := in.decode(&p); err != nil {
		return nil, err
	}
	return &ChainBlock{headerOf(p.Parent, &p.Facts), p.Facts}, nil
}

// Dropped is the number of the block above which all left the chain; ok of an input that says so.
func (in *Input) Dropped() (number uint64, ok bool, err error) {
	if in.Kind != InputDrop {
		return 0, false, nil
	}
	number, err = in.number()
	return number, err == nil, err
}

func (in *Input) number() (uint64, error) {
	var p numberPayload
	err := in.decode(&p)
	return p.Number, err
}

// Fact is what an operator recorded with an input, as far as it is there of a withheld one; nil for every other input.
func (in *Input) Fact() (*Fact, error) {
	if in.Kind == InputWithheld {
		fact, _, err := in.Withheld()
		return fact, err
	}
	if in.Kind != InputFact {
		return nil, nil //nolint:nilnil // most inputs are none
	}
	f := Fact{input: in.Sequence}
	err := in.decode(&f)
	return &f, err
}

// Job is the slot of the schedule that an input is; nil for every other input.
func (in *Input) Job() (*Job, error) {
	if in.Kind != InputJob {
		return nil, nil //nolint:nilnil // most inputs are none
	}
	var j Job
	err := in.decode(&j)
	return &j, err
}

// NextDigest is the digest of inputs that say something of the chain, or what is asked of it, up to one of them, which follows those of
// the digest before: the SHA-256 of that, the sequence, the kind and the payload. Every other input leaves it as it is.
func NextDigest(before ledger.Hash, in *Input) ledger.Hash {
	if !in.FromChain() && !in.ofTexts() {
		return before
	}
	h := sha256.New()
	h.Write(before[:])
	fmt.Fprintf(h, "%d %s %d\n", in.Sequence, in.Kind, len(in.Payload))
	h.Write(in.Payload)
	return ledger.Hash(h.Sum(nil))
}

// FromChain is the sequence of the last recorded input that says something of the chain; 0: none does.
func (f *Fold) FromChain() uint64 { return f.fromChain }

// IsRecorded takes note that an input that was taken is recorded, with its sequence.
func (f *Fold) IsRecorded(in *Input) {
	if in.Sequence == 0 {
		return
	}
	f.chainDigest = NextDigest(f.chainDigest, in)
	switch in.Kind {
	case InputText, InputOpening, InputBlock, InputFinal:
	default:
		f.more++
	}
	if in.FromChain() {
		f.fromChain = in.Sequence
	}
}

// ChainDigest is the digest of all recorded inputs that say something of the chain, or what is asked of it; zero: there are none.
func (f *Fold) ChainDigest() ledger.Hash { return f.chainDigest }
