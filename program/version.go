package program

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"sort"
	"sync"
	"time"
)

// versions remembers the version of the rules for each interval between the beginnings of dated settings. Which
// settings are in force at a moment depends only on how many of the blocks and how many of the instants have passed.
type versions struct {
	blocks []uint64    // rising
	times  []time.Time // rising

	mu    sync.RWMutex
	known map[interval]string
}

// interval counts the boundaries that have passed.
type interval struct{ blocks, times int }

// seal computes what follows from a program that was just read: its digest and the boundaries of its
// versions.
func (p *Program) seal() {
	e := &encoder{}
	sum := sha256.Sum256(encode(p.content(e)))
	p.digest = hex.EncodeToString(sum[:])
	slices.Sort(e.blocks)
	slices.SortFunc(e.times, time.Time.Compare)
	p.versions = &versions{
		blocks: slices.Compact(e.blocks),
		times:  slices.CompactFunc(e.times, time.Time.Equal),
		known:  map[interval]string{},
	}
}

// Canonical is the whole file's canonical content: JSON in the shape of the program file, and itself a legal one. It
// does not depend on comments, the order of keys, the way numbers are written, or whether defaults are written out.
func (p *Program) Canonical() []byte { return encode(p.content(&encoder{})) }

// Digest is the hex SHA-256 of Canonical: 64 digits that name this very program.
func (p *Program) Digest() string {
	if p.digest != "" {
		return p.digest
	}
	sum := sha256.Sum256(p.Canonical())
	return hex.EncodeToString(sum[:])
}

// RulesAt is the canonical content of every rule in force at a moment, the text whose hash is the version. What only
// says how the program is run is not in it: start block, finality and proof of the chain, the list of admin
// transactions, the paying treasury, the distributors, titles, placeholder flags and assets that no rule in force speaks of.
func (p *Program) RulesAt(m Moment) []byte { return encode(p.content(&encoder{at: &m})) }

// Version names the rules in force at a moment: the hex of the first 8 bytes of the SHA-256 of RulesAt, 16 digits.
// A setting appended for later never changes the version of an earlier moment. Versions are computed once for each
// interval between the beginnings of settings; calls from several goroutines are safe.
func (p *Program) Version(m Moment) string {
	v := p.versions
	if v == nil {
		return p.versionAt(m)
	}
	in := v.interval(m)
	v.mu.RLock()
	version, ok := v.known[in]
	v.mu.RUnlock()
	if !ok {
		version = p.versionAt(m)
		v.mu.Lock()
		v.known[in] = version
		v.mu.Unlock()
	}
	return version
}

func (p *Program) versionAt(m Moment) string {
	sum := sha256.Sum256(p.RulesAt(m))
	return hex.EncodeToString(sum[:8])
}

func (v *versions) interval(m Moment) interval {
	return interval{
		blocks: sort.Search(len(v.blocks), func(i int) bool { return v.blocks[i] > m.Block }),
		times:  sort.Search(len(v.times), func(i int) bool { return v.times[i].After(m.Time) }),
	}
}
