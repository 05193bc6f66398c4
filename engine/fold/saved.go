package fold

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"sync"
	"time"

	"github.com/nodeledger/nodeledger/engine/imprint"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
	"github.com/nodeledger/nodeledger/sale"
)

// Saved is what the inputs of books up to one of them add up to, as bytes, so that they need not be read again. It follows from
// them: where it is missing, or another build made it, the fold is made of the inputs.
type Saved struct {
	Inputs uint64      // how many it is of
	Events uint64      // logs in them
	Texts  []byte      // the Trail of them, so that their text in force is known without their fold
	By     ledger.Hash // which builds may read it, a digest
	Bytes  []byte      // a fold that was made of them keeps parts of them: nobody may change them
}

// savedBy is what builds that read each other's saved folds have in common: the types of what is saved, and the sources.
var savedBy = sync.OnceValue(func() ledger.Hash {
	shape, texts := codec().Shape(), textCodec().Shape()
	return sha256.Sum256(slices.Concat(shape[:], texts[:], []byte(imprint.Build())))
})

// savedState is what is saved: a fold that no block is applied to that is not final, and those blocks.
type savedState struct {
	Inputs  uint64
	Fold    *Fold
	Waiting []*sale.Block
}

var (
	codec     = sync.OnceValue(codecOf[savedState])
	textCodec = sync.OnceValue(codecOf[Trail])
)

func codecOf[T any]() *imprint.Codec[T] {
	c, err := imprint.New[T]([]imprint.Special{
		imprint.SpecialOf(writeProgram, readProgram),
		imprint.SpecialOf(writeAsset, readAsset),
		imprint.SpecialOf(writeTime, readTime),
		imprint.LeftOut[sale.Reader](), // follows from the text
		imprint.LeftOut[sync.Map](),    // was computed once, and can be again
	}, []reflect.Type{ // of announced changes
		reflect.TypeFor[sale.TierSet](), reflect.TypeFor[sale.ListSet](), reflect.TypeFor[sale.CodeSet](), reflect.TypeFor[sale.TreasurySet](),
		reflect.TypeFor[sale.TermsSet](), reflect.TypeFor[sale.LimitSet](),
	})
	if err != nil {
		panic(err) // of the types alone
	}
	return c
}

func writeProgram(p program.Program) ([]byte, error) { return canonical.Text(&p), nil }

func readProgram(text []byte) (program.Program, error) {
	p, err := readText(text)
	if err != nil {
		return program.Program{}, err
	}
	return *p, nil
}

// writeAsset is an asset's decimals and symbol; nothing of the zero Asset.
func writeAsset(a money.Asset) ([]byte, error) {
	if a.IsZero() {
		return nil, nil
	}
	return append([]byte{a.Decimals()}, a.Symbol()...), nil
}

func readAsset(b []byte) (money.Asset, error) {
	if len(b) == 0 {
		return money.Asset{}, nil
	}
	return money.NewAsset(string(b[1:]), b[0])
}

// writeTime is a time's seconds since 1970 UTC, and its nanoseconds.
func writeTime(at time.Time) ([]byte, error) {
	if at.Location() != time.UTC {
		return nil, errors.New("a time is not in UTC")
	}
	return binary.AppendUvarint(binary.AppendVarint(nil, at.Unix()), uint64(at.Nanosecond())), nil
}

func readTime(b []byte) (time.Time, error) {
	seconds, n := binary.Varint(b)
	nanoseconds, m := binary.Uvarint(b[max(n, 0):])
	if n <= 0 || m <= 0 || n+m != len(b) || nanoseconds >= 1e9 {
		return time.Time{}, errors.New("these bytes are of another thing than a time")
	}
	return time.Unix(seconds, int64(nanoseconds)).UTC(), nil
}

// UsableBy is the By of what this build can read.
func UsableBy() ledger.Hash { return savedBy() }

// Usable says whether this build can read it.
func (s *Saved) Usable() bool { return s != nil && s.By == savedBy() }

// Digest is over everything that is saved.
func (s *Saved) Digest() ledger.Hash {
	h := sha256.New()
	for _, b := range [][]byte{fmt.Append(nil, s.Inputs, s.Events, len(s.Texts)), s.Texts, s.By[:], s.Bytes} {
		h.Write(b)
	}
	return ledger.Hash(h.Sum(nil))
}

// Save is what the first inputs of books add up to, from what was saved before on, which may be nil.
func Save(ctx context.Context, books Books, before *Saved, inputs uint64) (*Saved, error) {
	r, err := restore(ctx, books, before, inputs)
	if err != nil {
		return nil, err
	}
	if r.inputs != inputs || r.fold == nil {
		return nil, fmt.Errorf("the books have %d inputs, and not %d", r.inputs, inputs)
	}
	return save(&savedState{r.inputs, r.fold, r.waiting}, &r.trail)
}

// Save is [Save] of a fold in use, of all of its inputs, without reading them; nil where they are more than the first text, openings and
// final blocks: of a fact, a job or a block that is not final, a fold in use knows more than what is recorded of it.
func (f *Fold) Save(inputs uint64) (*Saved, error) {
	if f.more > 0 || len(f.pending) > 0 || inputs == 0 {
		return nil, nil //nolint:nilnil // as it says
	}
	return save(&savedState{inputs, f, nil}, &Trail{InForce: f.program})
}

func save(state *savedState, trail *Trail) (*Saved, error) {
	b, err := codec().Write(state)
	if err != nil {
		return nil, err
	}
	texts, err := textCodec().Write(trail)
	if err != nil {
		return nil, err
	}
	return &Saved{state.Inputs, state.Fold.Events, texts, savedBy(), b}, nil
}

// resume is what a saved fold's inputs add up to; no fold where it is of more inputs than wanted, of another build, or none at all.
func (s *Saved) resume(books Books, most uint64) *restoring {
	none := &restoring{ground: Ground{Books: books}}
	if !s.Usable() || s.Inputs > most {
		return none
	}
	state, err := codec().Read(s.Bytes)
	if err != nil || state.Inputs != s.Inputs || state.Fold == nil || state.Fold.program == nil {
		return none
	}
	trail, err := textCodec().Read(s.Texts)
	if err != nil {
		return none
	}
	f := state.Fold
	if f.reader, err = sale.NewReader(f.program); err != nil {
		return none
	}
	return &restoring{fold: f, waiting: state.Waiting, trail: *trail, ground: none.ground, inputs: s.Inputs}
}

// trail is the Trail of its inputs, and how many they are; none where it cannot be used.
func (s *Saved) trail() (t *Trail, inputs uint64) {
	if s.Usable() {
		if t, err := textCodec().Read(s.Texts); err == nil {
			return t, s.Inputs
		}
	}
	return &Trail{}, 0
}
