package engine

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/holiman/uint256"
)

// Assurance is how a figure of the chain's state is known.
type Assurance string

// The assurances, surest first. The zero Assurance is none of them.
const (
	// AssuranceProven: the account or the slot was proven by eth_getProof against the state root of a header that hashes to
	// the block's hash.
	AssuranceProven Assurance = "proven"
	// AssuranceReported: it is the endpoints' word, and all that answered say the same.
	AssuranceReported Assurance = "reported"
	// AssuranceUnknown: no endpoint could answer, as for a block whose state was thrown away.
	AssuranceUnknown Assurance = "unknown"
)

// Figure is a number of the chain's state at a block, and how it is known.
type Figure struct {
	Value     uint256.Int // a count of nodes, or base units; zero when unknown
	Assurance Assurance
	Why       string // why it is not proven, for people; empty when it is
	// Absent is, of an unknown balance of a token, how it is known that there is no contract at the token's address yet: nobody can hold
	// any of it. Empty: nobody says so.
	Absent Assurance
}

// Known says that there is a value at all.
func (f Figure) Known() bool {
	return f.Assurance == AssuranceProven || f.Assurance == AssuranceReported
}

// Disagreement says that endpoints report different values of what nothing could prove.
type Disagreement struct {
	Block   uint64
	What    string            // such as "the contract's counter"
	Answers map[string]string // endpoint, its URL without secrets, to what it reports
}

// Has says whether an endpoint gave an answer.
func (d *Disagreement) Has(answer string) bool {
	return slices.Contains(slices.Collect(maps.Values(d.Answers)), answer)
}

// Error names every endpoint with its answer.
func (d *Disagreement) Error() string {
	var said []string
	for _, endpoint := range slices.Sorted(maps.Keys(d.Answers)) {
		said = append(said, fmt.Sprintf("%s reports %s", endpoint, d.Answers[endpoint]))
	}
	return fmt.Sprintf("at block %d the endpoints disagree about %s, and nothing proves it: %s; leave out the endpoint that is wrong, "+
		"or give one that answers eth_getProof", d.Block, d.What, strings.Join(said, ", "))
}
