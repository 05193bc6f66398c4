package engine

import (
	"context"
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"

	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
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

// counts are what the contracts count at the end of a stretch. sure says that all of the books is proven, that stretch too.
type counts struct {
	list []Count
	sure bool
}

// apart says that endpoints differ about what the contracts count at its end.
func (s *stretch) apart() bool {
	return slices.ContainsFunc(s.counts, func(c Count) bool { return c.Apart != nil })
}

// count is what the contracts count at the end of a stretch before which everything is booked.
func (e *Engine) count(ctx context.Context, s *stretch) (c counts, err error) {
	if c.list, err = s.counts, s.failed; err != nil {
		return c, err
	}
	if s.apart() && s.Level == ProofFull {
		report, err := e.Report(ctx)
		if err != nil {
			return c, err
		}
		c.sure = report.Blocks == 0 || report.Proof == ProofFull
	}
	return c, nil
}

// NotConserved says that the contracts count something else than the books would.
type NotConserved struct {
	Block           Header
	What            string // such as "nodes sold"
	Contract, Books string
	Assurance       Assurance // of the contracts' count
}

// Error says both counts and what they mean.
func (n *NotConserved) Error() string {
	return fmt.Sprintf("at block %d the contract counts %s %s (%s) and the books %s: an event is missing or was invented, the program "+
		"file leaves out an event of the sale or reads one wrongly, or start_block is after the first sale; nothing was booked from this "+
		"stretch: compare the file with the contract (nodeledger program probe), or try another endpoint or proof level",
		n.Block.Number, n.Contract, n.What, n.Assurance, n.Books)
}

// conserves checks the fold against the contracts' own counters at a block, where they are known. Where endpoints differ about one, and
// all of the books is proven at level full, so that no log is missing, the one is right that says what the books have; the log names all.
func (e *Engine) conserves(at Header, counts counts) error {
	for i := range counts.list {
		c := &counts.list[i]
		books, what := counted(e.fold, &c.Counter)
		switch d := c.Apart; {
		case d != nil && (!counts.sure || !d.Has(new(big.Int).Add(books, new(big.Int).SetUint64(c.Less)).String())):
			return d
		case d != nil:
			e.log.Warn("endpoints disagree about the contract's counter; the one is right that says what is proven", "block", at.Number,
				"proven", books, "answers", d.Answers)
		case c.Known() && c.Value.ToBig().Cmp(books) != 0:
			return &NotConserved{at, what, c.Value.Dec(), books.String(), c.Assurance}
		}
	}
	return nil
}

// counted is what the books have of what a counter counts, and what that is.
func counted(f *fold.Fold, c *sale.Counter) (*big.Int, string) {
	t := &f.Sale.Totals
	switch c.Of {
	case program.CountsSold:
		return new(big.Int).SetUint64(t.Nodes + t.Given), "nodes sold"
	case program.CountsPaid:
		for _, sums := range t.ByAsset() {
			if sums.Asset() == c.Asset {
				return sums.Gross.Big(), "base units of " + c.Asset.Symbol() + " paid"
			}
		}
		return new(big.Int), "base units of " + c.Asset.Symbol() + " paid"
	case program.CountsOwed:
		return f.HeldForReferrers(c.Asset), "base units of " + c.Asset.Symbol() + " held for referrers"
	default:
		return new(big.Int).SetUint64(t.Exist()), "nodes sold"
	}
}
