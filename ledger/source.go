package ledger

import (
	"fmt"
	"strconv"
	"strings"
)

// Origin says what kind of fact a transaction comes from.
type Origin string

// The origins.
const (
	FromChain    Origin = "evm" // a log in a proven block
	FromJob      Origin = "job" // a slot of the schedule
	FromOperator Origin = "op"  // a fact that somebody recorded
)

// Source is the fact that a transaction comes from. Its key is the transaction's idempotency key: the same fact is
// booked once, permanently. Which fields count depends on the origin; the others are zero.
type Source struct {
	Origin Origin

	// FromChain
	Chain       uint64
	BlockNumber uint64
	BlockHash   Hash
	TxHash      Hash
	LogIndex    uint32
	// Leg tells apart the transactions that one log gives rise to, such as "purchase" and "payable".
	Leg string
	// Generation is 0, and 1 more each time the same log came back after having been reversed.
	Generation uint32

	// Name is the job's or the operator's, Reference the slot or what the operator called it.
	Name, Reference string

	// Reversal marks the mirror image of the transaction that the other fields are the source of.
	Reversal bool
}

// LogSource is the source of a log.
func LogSource(chain, number uint64, block, tx Hash, index uint32, leg string, generation uint32) Source {
	return Source{Origin: FromChain, Chain: chain, BlockNumber: number, BlockHash: block, TxHash: tx, LogIndex: index, Leg: leg,
		Generation: generation}
}

// JobSource is the source of a slot of a job.
func JobSource(job, slot string) Source { return Source{Origin: FromJob, Name: job, Reference: slot} }

// OperatorSource is the source of a fact that an operator recorded.
func OperatorSource(operator, reference string) Source {
	return Source{Origin: FromOperator, Name: operator, Reference: reference}
}

// Key is the idempotency key:
//
//	evm:<chain>:<block hash>:<tx hash>:<log index>:<leg>[:g<generation>]
//	job:<name>:<slot>
//	op:<operator>:<reference>
//
// and for a reversal the key of what is reversed followed by "!".
func (s Source) Key() string {
	var b strings.Builder
	switch s.Origin {
	case FromChain:
		b.Grow(160)
		b.WriteString("evm:")
		b.WriteString(strconv.FormatUint(s.Chain, 10))
		b.WriteByte(':')
		b.WriteString(s.BlockHash.String())
		b.WriteByte(':')
		b.WriteString(s.TxHash.String())
		b.WriteByte(':')
		b.WriteString(strconv.FormatUint(uint64(s.LogIndex), 10))
		b.WriteByte(':')
		b.WriteString(s.Leg)
		if s.Generation > 0 {
			b.WriteString(":g" + strconv.FormatUint(uint64(s.Generation), 10))
		}
	default:
		b.WriteString(string(s.Origin) + ":" + s.Name + ":" + s.Reference)
	}
	if s.Reversal {
		b.WriteByte('!')
	}
	return b.String()
}

// ParseKey is the source that a key is of, without the number of a log's block, which a key does not say. ok is false for what cannot be
// a key.
func ParseKey(key string) (s Source, ok bool) {
	named, reversal := strings.CutSuffix(key, "!")
	origin, rest, _ := strings.Cut(named, ":")
	s.Origin, s.Reversal = Origin(origin), reversal
	if s.Origin == FromChain {
		parts := append(strings.Split(rest, ":"), "", "", "", "", "", "")
		s.Chain, _ = strconv.ParseUint(parts[0], 10, 64)
		s.BlockHash, _ = ParseHash(parts[1])
		s.TxHash, _ = ParseHash(parts[2])
		index, _ := strconv.ParseUint(parts[3], 10, 32)
		generation, _ := strconv.ParseUint(strings.TrimPrefix(parts[5], "g"), 10, 32)
		s.LogIndex, s.Leg, s.Generation = uint32(index), parts[4], uint32(generation)
	} else {
		s.Name, s.Reference, _ = strings.Cut(rest, ":")
	}
	return s, s.check() == nil && s.Key() == key // what could not be read is zero there
}

func (s Source) check() error {
	switch s.Origin {
	case FromChain:
		if s.Chain == 0 || s.BlockHash == (Hash{}) || s.TxHash == (Hash{}) || !isWord(s.Leg) {
			return fmt.Errorf("the source of a log names its chain, block, transaction and leg")
		}
		if s.Name != "" || s.Reference != "" {
			return fmt.Errorf("the source of a log has no name")
		}
	case FromJob, FromOperator:
		if !isName(s.Name) || !isReference(s.Reference) {
			return fmt.Errorf("the source %s:%s:%s needs a name in lower-case letters and a reference of letters, digits and ._:/#@+-",
				s.Origin, s.Name, s.Reference)
		}
		if s.Chain != 0 || s.BlockNumber != 0 || s.BlockHash != (Hash{}) || s.TxHash != (Hash{}) || s.LogIndex != 0 || s.Leg != "" ||
			s.Generation != 0 {
			return fmt.Errorf("only the source of a log names a block")
		}
	default:
		return fmt.Errorf("the origin %q is none of evm, job, op", s.Origin)
	}
	return nil
}
