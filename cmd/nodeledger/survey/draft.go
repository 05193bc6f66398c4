package survey

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale/probe"
	"github.com/nodeledger/nodeledger/wire"
)

// Flags are what a command line says of a sale whose program file is to be drafted.
type Flags struct {
	Name      string // of the program; [Flags.Draft] fills it in
	contracts []string
	from      string
	abi       string
	events    string
}

// AddFlags gives a command the flags.
func (f *Flags) AddFlags(c *cobra.Command) {
	c.Flags().StringSliceVar(&f.contracts, "contract", nil, "`address` of a contract that sells; repeat it where several do")
	c.Flags().StringVar(&f.from, "from", "", "`number` of the block to begin at; without it the one in which the contract was made")
	c.Flags().StringVar(&f.Name, "program-name", "", "`name` of the program; my-sale without it")
	c.Flags().StringVar(&f.abi, "abi", "", "`file` of the contract's ABI (JSON), for events that are not known")
	c.Flags().StringVar(&f.events, "events", "", "`file` of declarations of events, one a line")
	_ = c.MarkFlagRequired("contract") // it is defined above
}

// options are what to look at.
func (f *Flags) options() (o Options, err error) {
	for _, text := range f.contracts {
		if !common.IsHexAddress(text) {
			return o, problem.Invalidf("--contract %q is not an address: write 0x and 40 hexadecimal digits", text)
		}
		if a := common.HexToAddress(text); !slices.Contains(o.Contracts, a) {
			o.Contracts = append(o.Contracts, a)
		}
	}
	if f.from != "" {
		from, err := strconv.ParseUint(f.from, 10, 64)
		if err != nil {
			return o, problem.Invalidf("--from must be the number of a block, such as 19600000, not %q", f.from)
		}
		o.From = &from
	}
	return o, nil
}

// table is the declarations that are known, and those that the files add.
func (f *Flags) table() (*probe.Table, error) {
	t, err := probe.Known()
	if err != nil {
		return nil, err
	}
	for _, file := range []struct {
		path string
		add  func([]byte) error
	}{{f.abi, t.AddABI}, {f.events, func(text []byte) error { return t.Add(string(text)) }}} {
		if file.path == "" {
			continue
		}
		text, err := readFile(file.path)
		if err != nil {
			return nil, err
		}
		if err := file.add(text); err != nil {
			return nil, problem.Invalidf("%s: %w", file.path, err)
		}
	}
	return t, nil
}

func readFile(path string) ([]byte, error) {
	const most = 8 << 20
	file, err := os.Open(path)
	if err != nil {
		return nil, problem.New(problem.NotFound, problem.NoSuchFile, "the file cannot be opened: %w", err)
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, most))
}

// Prover asks which proof level the endpoints can prove of a sale, and how that is known; an empty level when it cannot be asked.
type Prover func(ctx context.Context, p *program.Program) (level program.ProofLevel, why string)

// Draft looks at the sale and drafts its program file.
func (f *Flags) Draft(ctx context.Context, urls []string, prove Prover) (out wire.ProgramDraft, err error) {
	f.Name = cmp.Or(f.Name, "my-sale")
	o, err := f.options()
	if err != nil {
		return out, err
	}
	table, err := f.table()
	if err != nil {
		return out, err
	}
	seen, err := Look(ctx, urls, o)
	if err != nil {
		return out, err
	}
	set := probe.Settings{Name: f.Name}
	g := probe.Guess(seen, table, set)
	if err := includeLicence(ctx, urls, seen, g.Licence, o.From); err != nil {
		return out, err
	}
	p, mistakes := check(f.Name, g.Draft)
	if p != nil {
		if level, why := prove(ctx, p); level != "" {
			set.Proof, set.Why = string(level), why
		}
		g = probe.Guess(seen, table, set)
		_, mistakes = check(f.Name, g.Draft)
	}
	return wire.ProgramDraftOf(seen, g, mistakes), nil
}

// includeLicence begins where the licences' contract was made, if that is earlier: whoever got a licence before the sale holds it, too.
func includeLicence(ctx context.Context, urls []string, s *probe.Seen, licence common.Address, from *uint64) error {
	if licence == (common.Address{}) || slices.Contains(s.Contracts, licence) || from != nil || !s.Deployed {
		return nil
	}
	c, _, err := connect(ctx, urls)
	if err != nil {
		return err
	}
	defer c.rpc.Close()
	made, err := c.made(ctx, licence, s.Head)
	if err == nil && made > 0 {
		s.Start = min(s.Start, made)
	}
	return err
}

// check reads a draft as `program check` does.
func check(name, draft string) (*program.Program, program.Errors) {
	if draft == "" {
		return nil, nil
	}
	p, err := program.Read(name+".yaml", []byte(draft))
	var mistakes program.Errors
	if err != nil && !errors.As(err, &mistakes) {
		mistakes = program.Errors{{File: name, Text: err.Error()}}
	}
	return p, mistakes
}

// Write writes what was found for people.
func Write(w io.Writer, d *wire.ProgramDraft) {
	fmt.Fprintf(w, "chain %d, blocks %d to %d\n", d.Chain, d.StartBlock, d.Head)
	for _, e := range d.Events {
		what := e.Declaration
		if what == "" {
			what = "topic " + e.Topic
		}
		fmt.Fprintf(w, "%-12s %6d  %s\n", e.Role, e.Logs, what)
		if e.Why != "" && e.Why != "housekeeping" {
			fmt.Fprintf(w, "%20s %s\n", "", e.Why)
		}
	}
	if d.Draft != "" {
		fmt.Fprintf(w, "\n%s", d.Draft)
	}
	for i, ask := range d.Asks {
		if i == 0 {
			fmt.Fprintln(w, "\nTo look up:")
		}
		fmt.Fprintln(w, "- "+ask)
	}
	for _, m := range d.Mistakes {
		fmt.Fprintf(w, "program check will refuse line %d: %s\n", m.Line, m.Text)
	}
}
