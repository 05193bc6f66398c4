// Package proving is the flags with which a command follows the consensus, and the chain that they make of endpoints.
package proving

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/pflag"

	"github.com/nodeledger/nodeledger/beacon"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
)

// Flags are the settings. Without a beacon node nothing is proven of which chain it is.
type Flags struct {
	Beacons    []string
	Checkpoint string
	File       string
	MaxAge     time.Duration
	Optional   bool

	flags *pflag.FlagSet // that were given go before what the program file says
}

// with is the settings with those of the program file where no flag says otherwise.
func (f *Flags) with(c program.Consensus) Flags {
	set := *f
	if set.Checkpoint == "" && c.Checkpoint != (common.Hash{}) {
		set.Checkpoint = c.Checkpoint.Hex()
	}
	given := func(name string) bool { return f.flags != nil && f.flags.Changed(name) }
	if age := c.MaxAge.Exact(); age > 0 && !given("checkpoint-age") {
		set.MaxAge = age
	}
	if !given("beacon-optional") {
		set.Optional = c.GoesOn
	}
	return set
}

// Add adds the flags to a command's.
func (f *Flags) Add(flags *pflag.FlagSet) {
	flags.StringSliceVar(&f.Beacons, "beacon", nil, "`url` of a beacon node, by whose signed messages blocks are final and nobody's word; "+
		"repeat it (NODELEDGER_BEACON)")
	f.flags = flags
	flags.StringVar(&f.Checkpoint, "checkpoint", "", "`hash` of a recent finalised beacon block, with which the consensus is "+
		"followed; compare several sources (NODELEDGER_CHECKPOINT)")
	flags.DurationVar(&f.MaxAge, "checkpoint-age", 0, "`age` up to which a checkpoint, or what was followed, is gone on from; "+
		"0: what the network's rules allow, 14 days on Ethereum and 10 hours on Gnosis Chain")
	flags.StringVar(&f.File, "consensus-file", "", "`file` that keeps what was followed of the consensus; beside a SQLite file it is there "+
		"by itself, as FILE.consensus (NODELEDGER_CONSENSUS_FILE)")
	flags.BoolVar(&f.Optional, "beacon-optional", false, "while the consensus is silent, let the books go on at the endpoints' word")
}

// Examine asks the beacon nodes, from the checkpoint on, what the consensus proves, and says it with a colour: green, or red when it is
// not as it should be. It says nothing where no node is named, and keeps nothing.
func (f *Flags) Examine(ctx context.Context, p *program.Program, clock engine.Clock, say func(colour, text string)) {
	if len(f.Beacons) == 0 || p == nil {
		return
	}
	set := f.with(p.Chain.Consensus)
	light, err := beacon.New(beacon.Options{Endpoints: f.Beacons, ChainID: p.Chain.ID, Checkpoint: common.HexToHash(set.Checkpoint),
		MaxAge: set.MaxAge, Now: clock.Now, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		say("red", err.Error())
		return
	}
	finals, err := light.Follow(ctx)
	if err != nil {
		say("red", err.Error())
		return
	}
	newest := finals[len(finals)-1]
	age := light.Age(&newest)
	colour := "green"
	if age > light.Late() {
		colour = "red"
	}
	say(colour, fmt.Sprintf("block %d, %s, is proven to be final, and is %s old", newest.Number, newest.Hash,
		age.Truncate(time.Second)))
}

// Source is a chain of endpoints for an engine.
type Source interface {
	engine.Chain
	engine.Assuring
}

// Over is the endpoints of the books at db, under the consensus where a beacon node is named. Without books nothing is kept of it unless a
// file is named.
func (f *Flags) Over(endpoints beacon.Endpoints, p *program.Program, db string, clock engine.Clock, log *slog.Logger) (Source, error) {
	if len(f.Beacons) == 0 {
		if f.Checkpoint != "" || f.Optional {
			return nil, problem.Invalidf("--checkpoint and --beacon-optional are for --beacon: name a beacon node")
		}
		return endpoints, nil
	}
	if p.Chain.Proof != program.ProofFull {
		return nil, problem.Invalidf("--beacon needs chain.proof full in the program file: blocks below a final one follow from their parent "+
			"hashes, which the level %s does not check", p.Chain.Proof)
	}
	set := f.with(p.Chain.Consensus)
	root := common.HexToHash(set.Checkpoint)
	if f.Checkpoint != "" && !strings.EqualFold(root.Hex(), f.Checkpoint) {
		return nil, problem.Invalidf("--checkpoint %q is not a valid hash: write it as 0x and 64 digits", f.Checkpoint)
	}
	file := f.File
	if file == "" && db != "" && !strings.Contains(db, "://") {
		file = db + ".consensus"
	}
	light, err := beacon.New(beacon.Options{Endpoints: f.Beacons, ChainID: p.Chain.ID, Checkpoint: root, MaxAge: set.MaxAge, File: file,
		Now: clock.Now, Log: log})
	if err != nil {
		return nil, problem.Invalidf("%w", err)
	}
	return beacon.Over(endpoints, light, set.Optional, log), nil
}

// UpTo is a source, whose head is its last final block where no more is wanted.
func UpTo(source Source, final bool) Source {
	if final {
		return finalOnly{source}
	}
	return source
}

type finalOnly struct{ Source }

// Head is the last final block.
func (f finalOnly) Head(ctx context.Context) (engine.Header, error) { return f.Finalized(ctx) }
