package quote

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/view"
)

// maxWallets is the most wallets that one question may be about.
const maxWallets = 1000

// MomentOf is an instant where no books say which block it was: every setting that begins at a block counts as begun.
func MomentOf(at time.Time) program.Moment { return program.Moment{Block: math.MaxUint64, Time: at} }

// Scores are what nodes count under the rules in force at a moment, each number of nodes for itself, in order.
func Scores(p *program.Program, m program.Moment, nodes []uint64) []rewards.NodeScore {
	list := make([]rewards.NodeScore, len(nodes))
	for i, n := range nodes {
		list[i] = rewards.ScoreOf(p, m, n)
	}
	return list
}

// ParseWallets reads the nodes of several wallets, such as "5" or "5,20": whole numbers in plain digits, 1,000 at most.
func ParseWallets(text string) ([]uint64, error) {
	parts := strings.SplitN(text, ",", maxWallets+1)
	if len(parts) > maxWallets {
		return nil, problem.Invalidf("nodes: these are more than %d wallets: ask for fewer at once", maxWallets)
	}
	list := make([]uint64, len(parts))
	for i, part := range parts {
		n, err := strconv.ParseUint(part, 10, 64)
		if err != nil || part[0] == '+' {
			return nil, problem.Invalidf("nodes: %q is not a whole number of nodes: write plain digits, such as 5, or 5,20 for two wallets",
				view.Truncate(part))
		}
		list[i] = n
	}
	return list, nil
}
