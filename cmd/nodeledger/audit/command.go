package audit

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/wire"
)

// Host is the program that has the command.
type Host struct {
	Annotations func() map[string]string
	// Open is the program that is named, and the auditor's chain for it. Whoever called closes it.
	Open     func(ctx context.Context) (p *program.Program, chain Chain, done func(), err error)
	Now      func() time.Time
	Progress func(what string, done, total uint64)
	Show     func(result any, text func(io.Writer)) error
}

// Command is the command.
func (h Host) Command() *cobra.Command {
	return &cobra.Command{
		Use: "audit URL", Short: "Make served books again from outside, and say whether they follow from the chain", Annotations: h.Annotations(),
		Long: `For anybody: it needs the program file that is published, endpoints and a checkpoint of your own, and the address of the served
books. It reads the inputs that they publish, proves every block among them again, and that there is no other one; computes every
transaction again in a temporary file; and compares it with what is published, up to the root of the tree. It ends with one sentence:
the books follow, up to which block and on whose word, or they part at a transaction, and how. With --beacon and --checkpoint the
word is the consensus's.

What operators say is not on the chain: it is taken from the books and counted. See docs/security.md.`,
		Example: "  nodeledger audit https://books.example.org --program my-sale.yaml --rpc https://one.example",
		RunE:    func(c *cobra.Command, args []string) error { return h.run(c.Context(), args[0]) },
	}
}

func (h Host) run(ctx context.Context, url string) error {
	from, err := newServer(url)
	if err != nil {
		return err
	}
	p, chain, done, err := h.Open(ctx)
	if err != nil {
		return err
	}
	defer done()
	b, err := run(ctx, from, p, chain, h.Now, h.Progress)
	var parts *Parting
	if errors.As(err, &parts) {
		text := fmt.Sprintf("they part at transaction %d: %s", parts.Transaction, parts.Reason())
		if shown := h.Show(wire.Audited{Sentence: text, Parts: parts.Transaction}, func(io.Writer) {}); shown != nil {
			return shown
		}
		return problem.New(problem.Conflict, "books-differ", "%s", text)
	}
	if err != nil {
		return err
	}
	result := wire.Audited{
		Follow: true, Sentence: sentence(&b, p.Chain.ID), Finality: string(b.Finality), Block: b.Block.Number, BlockHash: b.Block.Hash.Hex(),
		BlockTime: wire.Instant(b.Block.When()),
		Final:     b.Final, Later: b.Later, Transactions: b.Transactions, Compared: b.Compared, Missing: b.Missing, Inputs: b.Inputs,
		Unproven: b.Unproven,
		Root:     b.Root.String(), Rules: b.Rules, Facts: wire.AuditedFacts(b.Facts),
	}
	return h.Show(result, func(w io.Writer) { write(w, &result) })
}

// networks are what people call chains.
var networks = map[uint64]string{1: "Ethereum's consensus", 100: "Gnosis Chain's consensus", 11155111: "Sepolia's consensus"}

// sentence says that books follow, up to where, and on whose word, and what of them that is not said of.
func sentence(b *Books, chain uint64) string {
	of, but := "", ""
	switch b.Finality {
	case engine.FinalityConsensus:
		if of = networks[chain]; of == "" {
			of = fmt.Sprintf("the consensus of chain %d", chain)
		}
	case engine.FinalityAgreed:
		of, but = "what the endpoints agree on", "; no consensus is proven without --beacon"
	default:
		of, but = "what one endpoint says", "; no consensus is proven without --beacon"
	}
	text := fmt.Sprintf("these books follow from %s up to block %d", of, b.Block.Number)
	if after := b.Transactions - min(b.Transactions, b.Compared); after > 0 {
		text += fmt.Sprintf(" and transaction %d; the %d after it are of blocks that are not final, and are not compared with the chain",
			b.Compared, after)
	}
	if b.Facts.Unchecked > 0 {
		text += fmt.Sprintf("; %d facts of before there were signatures are taken at their word", b.Facts.Unchecked)
	}
	if b.Facts.Contracts > 0 {
		text += fmt.Sprintf("; that contracts signed %d facts is the endpoints' word", b.Facts.Contracts)
	}
	if b.Unproven > 0 {
		text += fmt.Sprintf("; of %d amounts that wallets held when they were taken in there is no proof", b.Unproven)
	}
	return text + but
}

func write(w io.Writer, r *wire.Audited) {
	f := r.Facts
	fmt.Fprintf(w, "computed again: %d transactions from %d inputs, root %s\n", r.Transactions, r.Inputs, r.Root)
	fmt.Fprintf(w, "made by the rules of: %s\n", strings.Join(r.Rules, ", "))
	fmt.Fprintf(w, "taken from the operators' log: %d facts; %d signed by keys of the books, %d recorded under a name, %d whose signature is "+
		"not public, %d private ones taken as booked\n", f.Signed+f.Unsigned+f.Unchecked+f.Open+f.Withheld, f.Signed, f.Unsigned+f.Unchecked,
		f.Open, f.Withheld)
	if f.Contracts > 0 {
		fmt.Fprintf(w, "asked again: the contracts that signed %d facts, which is the endpoints' word\n", f.Contracts)
	}
	if r.Missing > 0 {
		fmt.Fprintf(w, "not in these books yet: %d blocks after block %d that are final and have something of the sale\n", r.Missing, r.Block)
	}
	if r.Later != "" {
		fmt.Fprintf(w, "not compared with the chain yet: %s\n", r.Later)
	}
	fmt.Fprintf(w, "block %d is of %s\n", r.Block, r.BlockTime)
	fmt.Fprintln(w, r.Sentence)
}
