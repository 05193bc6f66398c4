// Package deployment writes what the contracts of a sale are made with, and looks whether contracts on a chain are those.
//
// Guarantees:
//   - Nothing is sent, and no key is asked for: what is written are transactions that the owner's wallet sends.
//   - All files of a deployment are written, or none; one that is there with other content is not written over unless that is asked for.
//   - Contracts are called the build's only when their code is, byte for byte, but for the values that a constructor puts into it; those
//     are compared with what they have to be.
//
// Not guaranteed: that an endpoint tells the truth. Ask another one, too.
package deployment

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/contracts/deploy"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/wire"
)

// Host is the program that has the commands.
type Host struct {
	Annotations func() map[string]string // of a command that opens no books
	Program     *string                  // file, as the command line says
	Endpoints   *[]string
	Show        func(result any, text func(io.Writer)) error
}

// Command is the group of commands.
func (h Host) Command() *cobra.Command {
	return usage.Group("contracts", "Deploy the contracts of a sale, and verify them", h.deploy(), h.verify())
}

func (h Host) deploy() *cobra.Command {
	var out string
	var example, force bool
	c := &cobra.Command{
		Use: "deploy [SETTINGS]", Short: "Write the transactions that make the contracts of a sale, and their program file",
		Annotations: h.Annotations(),
		Long: `SETTINGS is a file that says owner, treasury, tiers, terms, licence and tokens; --example prints one with a comment at each.
Nothing is sent, and no key is asked for. Written are deploy-safe.json, a batch for the Transaction Builder of the owner's Safe (several,
where one transaction could not hold it), deploy.json, the same transactions as plain JSON, and program.yaml, the program file with the
addresses, which are known before anything is sent. The owner sends the transactions in their order: the last ones are refused from
anybody else.`,
		Example: "  nodeledger contracts deploy --example\n  nodeledger contracts deploy settings.yaml --out deployment",
		RunE: func(_ *cobra.Command, args []string) error {
			switch {
			case example && len(args) > 0:
				return usage.Errorf("--example takes no file of settings: remove %q", args[0])
			case example:
				return h.Show(wire.SettingsExample{Settings: string(program.DeploymentExample())},
					func(w io.Writer) { _, _ = w.Write(program.DeploymentExample()) })
			case len(args) == 0:
				return usage.Errorf("contracts deploy needs SETTINGS, such as settings.yaml; --example prints one")
			}
			d, err := program.LoadDeployment(args[0])
			if err != nil {
				return err
			}
			p := deploy.Make(d)
			files, err := Files(d, p)
			if err != nil {
				return err
			}
			if out == "" {
				out = d.Name
			}
			names, err := writeAll(out, files, force)
			if err != nil {
				return err
			}
			result := wire.DeploymentOf(d, p, names)
			return h.Show(result, func(w io.Writer) { writePlan(w, &result, out) })
		},
	}
	c.Flags().BoolVar(&example, "example", false, "print a file of settings with a comment at each, and do nothing else")
	c.Flags().StringVar(&out, "out", "", "`folder` to write into; the program's name without it")
	c.Flags().BoolVar(&force, "force", false, "write over files that are there with other content")
	return c
}

// writePlan is a plan for people.
func writePlan(w io.Writer, d *wire.Deployment, out string) {
	for i := range d.Steps {
		s := &d.Steps[i]
		fmt.Fprintf(w, "%2d  %s", i+1, s.What)
		if s.Creates != "" {
			fmt.Fprintf(w, " at %s", s.Creates)
		}
		fmt.Fprintln(w)
	}
	fmt.Fprintf(w, "written: %s\n", strings.Join(d.Files, ", "))
	fmt.Fprintf(w, "%s sends them on chain %d, in this order\n", d.Owner, d.Chain)
	fmt.Fprintf(w, "next: look at the lines of %s/program.yaml with FILL IN, and after the transactions run\n"+
		"  nodeledger contracts verify --settings SETTINGS --program %s/program.yaml --rpc URL\n", out, out)
}

func (h Host) verify() *cobra.Command {
	var settings string
	c := &cobra.Command{
		Use: "verify [ADDRESS]...", Short: "Compare contracts on a chain with the code of this build, the program file and the settings",
		Annotations: h.Annotations(),
		Long: `Looks at the contracts that --program names, at those that --settings make, and at each ADDRESS: whether the code is that of
this build, what was put into it when it was made, and what it says of itself now. What the program file or the settings say otherwise
differs, and so does a licence that is not minted by its sale. Exits 0 only when all code is this build's and nothing differs.
The endpoint is believed: ask a second one, too.`,
		Example: `  nodeledger contracts verify --program my-sale.yaml --rpc https://one.example
  nodeledger contracts verify --settings settings.yaml --rpc https://one.example
  nodeledger contracts verify CONTRACT --rpc https://one.example --json`,
		RunE: func(c *cobra.Command, args []string) error {
			t, err := h.targets(settings, args)
			if err != nil {
				return err
			}
			result, err := t.look(c.Context(), *h.Endpoints)
			if err != nil {
				return err
			}
			if err := h.Show(result, func(w io.Writer) { writeCheck(w, result) }); err != nil || result.OK {
				return err
			}
			return problem.New(problem.Conflict, "contracts-differ",
				"contracts are not as expected: read the lines that begin with \"differs\", and use none of the contracts before each is understood")
		},
	}
	c.Flags().StringVar(&settings, "settings", "", "`file` of settings, as contracts deploy reads it")
	return c
}

// writeCheck is a comparison for people: a line for each fact.
func writeCheck(w io.Writer, check *wire.ContractsCheck) {
	fmt.Fprintf(w, "chain %d, block %d\n", check.Chain, check.Block)
	for i := range check.Contracts {
		c := &check.Contracts[i]
		name := c.Contract
		if name == "" {
			name = "a contract that is none of this build"
		}
		fmt.Fprintf(w, "\n%s, %s\n", c.Address, name)
		for _, f := range c.Facts {
			switch {
			case f.Differs:
				fmt.Fprintf(w, "  differs  %s: %s, and %s says %s\n", f.Fact, f.Value, f.By, f.Expected)
			case f.Expected != "":
				fmt.Fprintf(w, "  same     %s: %s\n", f.Fact, f.Value)
			default:
				fmt.Fprintf(w, "           %s: %s\n", f.Fact, f.Value)
			}
		}
	}
}
