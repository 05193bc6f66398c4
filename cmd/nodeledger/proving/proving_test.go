package proving

import (
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/pflag"

	"github.com/nodeledger/nodeledger/beacon"
	"github.com/nodeledger/nodeledger/program"
)

type noon struct{}

func (noon) Now() time.Time { return time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC) }

const root = "0x5afc212a7924789b2bc86acad3ab3a6ffb1f6e97253ea50bee7f4f51422c9275"

func over(t *testing.T, level program.ProofLevel, args ...string) (Source, error) {
	t.Helper()
	var f Flags
	flags := pflag.NewFlagSet("", pflag.ContinueOnError)
	f.Add(flags)
	if err := flags.Parse(args); err != nil {
		t.Fatal(err)
	}
	p := &program.Program{}
	p.Chain.ID, p.Chain.Proof = 1, level
	return f.Over(struct{ beacon.Endpoints }{}, p, "books.db", noon{}, slog.New(slog.DiscardHandler))
}

func TestRefusedSettings(t *testing.T) {
	t.Parallel()
	for want, args := range map[string][]string{
		"--checkpoint and --beacon-optional are for --beacon": {"--checkpoint", root},
		"are for --beacon":                {"--beacon-optional"},
		"name a checkpoint":               {"--beacon", "http://localhost:5052"},
		"is not a valid hash":             {"--beacon", "http://localhost:5052", "--checkpoint", root[:60]},
		"must be the http or https URL":   {"--beacon", "localhost", "--checkpoint", root},
		"which the level events does not": {"--beacon", "http://localhost:5052", "--checkpoint", root},
	} {
		level := program.ProofFull
		if strings.Contains(want, "events") {
			level = program.ProofEvents
		}
		if _, err := over(t, level, args...); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v: %v; want %q", args, err, want)
		}
	}
}

// What the program file says counts where no flag says otherwise.
func TestFlagsGoBeforeTheProgramFile(t *testing.T) {
	t.Parallel()
	age, err := program.ParseDuration("3d")
	if err != nil {
		t.Fatal(err)
	}
	said := program.Consensus{Checkpoint: common.HexToHash(root), MaxAge: age, GoesOn: true}
	const other = "0x00000000000000000000000000000000000000000000000000000000000000ff"
	for _, c := range []struct {
		args []string
		want Flags
	}{
		{nil, Flags{Checkpoint: root, MaxAge: 72 * time.Hour, Optional: true}},
		{[]string{"--checkpoint", other, "--checkpoint-age", "1h", "--beacon-optional=false"}, Flags{Checkpoint: other, MaxAge: time.Hour}},
	} {
		var f Flags
		flags := pflag.NewFlagSet("", pflag.ContinueOnError)
		f.Add(flags)
		if err := flags.Parse(c.args); err != nil {
			t.Fatal(err)
		}
		got := f.with(said)
		if got.Checkpoint != c.want.Checkpoint || got.MaxAge != c.want.MaxAge || got.Optional != c.want.Optional {
			t.Errorf("%v: %s, %s, %t", c.args, got.Checkpoint, got.MaxAge, got.Optional)
		}
		if bare := f.with(program.Consensus{}); c.args == nil && (bare.Checkpoint != "" || bare.MaxAge != 0 || bare.Optional) {
			t.Errorf("without either: %+v", bare)
		}
	}
}

func TestEndpointsAloneOrUnderTheConsensus(t *testing.T) {
	t.Parallel()
	alone, err := over(t, program.ProofFull)
	if _, under := alone.(*beacon.Chain); err != nil || under {
		t.Errorf("%T, %v", alone, err)
	}
	both, err := over(t, program.ProofFull, "--beacon", "http://localhost:5052", "--checkpoint", strings.ToUpper(root[2:4])+root[4:])
	if err == nil {
		t.Errorf("a hash without 0x is taken: %T", both)
	}
	both, err = over(t, program.ProofFull, "--beacon", "http://localhost:5052", "--checkpoint", root)
	if _, under := both.(*beacon.Chain); err != nil || !under {
		t.Errorf("%T, %v", both, err)
	}
}
