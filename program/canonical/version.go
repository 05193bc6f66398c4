package canonical

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"sort"
	"sync"
	"time"

	"github.com/nodeledger/nodeledger/program"
)

// Text is the whole file's canonical content: JSON in the shape of the program file, and itself a legal one. It does not
// depend on comments, the order of keys, the way numbers are written, or whether defaults are written out.
func Text(p *program.Program) []byte { return encode(content(p, &encoder{})) }

// Digest is the hex SHA-256 of [Text]: 64 digits that name this very program.
func Digest(p *program.Program) string {
	sum := sha256.Sum256(Text(p))
	return hex.EncodeToString(sum[:])
}

// RulesAt is the canonical content of every rule in force at a moment, the text whose hash is the version. What only
// says how the program is run is not in it: start block, finality and proof of the chain, the list of admin
// transactions, the counters, the paying treasury, the distributors, storage slots, titles, placeholder flags and assets that no rule
// in force speaks of.
func RulesAt(p *program.Program, m program.Moment) []byte {
	return encode(content(p, &encoder{at: &m}))
}

// Version names the rules in force at a moment: the hex of the first 8 bytes of the SHA-256 of [RulesAt], 16 digits.
// A setting appended for later never changes the version of an earlier moment. It writes all rules each time; where
// versions are asked for often, such as for each block, [Versions] remembers them.
func Version(p *program.Program, m program.Moment) string {
	sum := sha256.Sum256(RulesAt(p, m))
	return hex.EncodeToString(sum[:8])
}

// Versions remembers the version of a program's rules for each interval between the beginnings of dated settings. Which
// settings are in force at a moment depends only on how many of the blocks and how many of the instants have passed. It
// may be used by several goroutines at once.
type Versions struct {
	program *program.Program
	blocks  []uint64    // rising
	times   []time.Time // rising

	known sync.Map // of interval: its version
}

// interval counts the boundaries that have passed.
type interval struct{ blocks, times int }

// NewVersions remembers nothing yet.
func NewVersions(p *program.Program) *Versions {
	e := &encoder{}
	content(p, e) // finds the boundaries
	slices.Sort(e.blocks)
	slices.SortFunc(e.times, time.Time.Compare)
	return &Versions{
		program: p,
		blocks:  slices.Compact(e.blocks),
		times:   slices.CompactFunc(e.times, time.Time.Equal),
	}
}

// At is [Version] at a moment.
func (v *Versions) At(m program.Moment) string {
	in := v.interval(m)
	if known, ok := v.known.Load(in); ok {
		return known.(string)
	}
	version := Version(v.program, m)
	v.known.Store(in, version)
	return version
}

func (v *Versions) interval(m program.Moment) interval {
	return interval{
		blocks: sort.Search(len(v.blocks), func(i int) bool { return v.blocks[i] > m.Block }),
		times:  sort.Search(len(v.times), func(i int) bool { return v.times[i].After(m.Time) }),
	}
}
