package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strconv"

	"github.com/spf13/cobra"
	"golang.org/x/mod/sumdb/note"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/notary"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/ledger/checkpoint"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/wire"
)

// proveCommand proves a posting, a transaction or an input.
func (in *invocation) proveCommand() *cobra.Command {
	var input bool
	var size uint64
	c := in.read(&cobra.Command{
		Use: "prove SEQUENCE [LINE]", Short: "Prove that a transaction, a posting of it or an input is in the books",
		Long: "The proof leads to the tree over everything. It convinces somebody who has its size and root, for instance from a\ncheckpoint, " +
			"and nothing else.",
		Example: `  nodeledger ledger prove 40 0 --json
  nodeledger ledger prove 3 --input`,
	}, func(c *cobra.Command, args []string, e *engine.Engine, of view.AsOf) error {
		sequence, err := view.ParseSequence("SEQUENCE", args[0])
		if err != nil {
			return err
		}
		size, err := view.SizeOf(headOf(e), size)
		if err != nil {
			return err
		}
		if len(args) == 1 {
			return in.proveLeaf(c, e, input, sequence, size, of)
		}
		line, err := strconv.ParseUint(args[1], 10, 31)
		if err != nil || input {
			return problem.Invalidf("LINE %q must be the number of a posting in its transaction, from 0; an input has none", oneLine(args[1]))
		}
		proof, err := view.ProveLine(c.Context(), e.History(), sequence, int(line), size)
		if err != nil {
			return err
		}
		result := wire.LineProofOf(&proof, of)
		return in.show(result, func(w io.Writer) {
			p := proof.Posting
			fmt.Fprintf(w, "%s from %s to %s\nin transaction %d %s\n", p.Amount, p.From, p.To, sequence, result.Transaction.Hash)
			writeLeaf(w, &result.Leaf, of)
		})
	})
	c.Flags().BoolVar(&input, "input", false,
		"prove the input with that number: a block, a fact, a slot of the schedule, a text of the program")
	c.Flags().Uint64Var(&size, "size", 0, "`number` of leaves of the tree that the proof leads to; 0: as it is now")
	return c
}

func (in *invocation) proveLeaf(c *cobra.Command, e *engine.Engine, input bool, sequence, size uint64, of view.AsOf) error {
	kind := engine.TransactionLeaf
	if input {
		kind = engine.InputLeaf
	}
	proof, err := view.ProveLeaf(c.Context(), e.History(), kind, sequence, size)
	if err != nil {
		return err
	}
	result := wire.LeafProofOf(&proof, of)
	return in.show(result, func(w io.Writer) {
		fmt.Fprint(w, result.Entry)
		writeLeaf(w, &result.Leaf, of)
	})
}

func writeLeaf(w io.Writer, leaf *wire.Leaf, of view.AsOf) {
	fmt.Fprintf(w, "leaf %d of the tree of %d leaves with the root %s\n", leaf.Index, leaf.Size, leaf.Root)
	writeFresh(w, of)
}

// checkpointCommand prints where the books are, to be kept elsewhere.
func (in *invocation) checkpointCommand() *cobra.Command {
	var key, witness, out string
	c := in.read(&cobra.Command{
		Use: "checkpoint", Short: "Print a checkpoint of the books, to be kept elsewhere",
		Long: `A signed note as C2SP's tlog-checkpoint describes it; without --key it is the text alone. ledger verify --expect compares the
books with it later: whatever was changed, taken out or rolled back since is then found, whoever did it.`,
		Example: `  nodeledger ledger checkpoint --out books.checkpoint
  nodeledger ledger checkpoint --key books.key`,
	}, func(c *cobra.Command, _ []string, e *engine.Engine, of view.AsOf) error {
		var state engine.State
		e.View(func(_ *fold.Fold, s engine.State) { state = s })
		now := view.CheckpointOf(&state)
		var by []note.Signer
		if key != "" {
			if err := in.maySign(c.Context(), e); err != nil {
				return err
			}
		}
		if key != "" {
			signer, err := notary.ReadKey(key)
			if err != nil {
				return err
			}
			by = append(by, signer)
		}
		signed, err := now.Sign(by...)
		if err != nil {
			return err
		}
		if witness != "" {
			if key == "" {
				return problem.Invalidf("a witness looks at signed checkpoints only: name the key with --key")
			}
			asked := notary.Witness{URL: witness}
			signed, err = asked.Cosign(c.Context(), signed, now.Size, func(from uint64) ([]ledger.Hash, error) {
				p, err := view.ProveConsistency(c.Context(), e.History(), from, now.Size)
				return p.Path, err
			})
			if err != nil {
				return err
			}
		}
		if out != "" {
			if err := os.WriteFile(out, signed, 0o600); err != nil {
				return err
			}
		}
		return in.show(wire.CheckpointOf(&now, signed, of), func(w io.Writer) { fmt.Fprintf(w, "%s", signed) })
	})
	c.Flags().StringVar(&key, "key", "", "sign it with the private key in this `file`, which ledger key makes")
	c.Flags().StringVar(&out, "out", "", "write it into this `file` as well, in the place of one that is there")
	c.Flags().StringVar(&witness, "witness", "", "`url` of a witness that is asked to sign it as well, see C2SP's tlog-witness")
	return c
}

// maySign refuses to sign for books that are not those that were seen last, or were found not to be sound, and keeps their head: no older
// copy of them is signed later.
func (in *invocation) maySign(ctx context.Context, e *engine.Engine) error {
	books, err := toCompare(e)
	if err != nil {
		return err
	}
	found, err := in.lastHead().Check(ctx, books)
	if err != nil {
		return err
	}
	for i := range found {
		e.Found(found[i])
	}
	if err := e.Sound(); err != nil {
		return err
	}
	return in.lastHead().Advance(ctx, books, engine.Fetched{}, in.Clock.Now())
}

// keyCommand makes a pair of keys for checkpoints.
func (in *invocation) keyCommand() *cobra.Command {
	return &cobra.Command{
		Use: "key NAME FILE", Short: "Make a pair of keys that checkpoints are signed with", Annotations: noBooks(),
		Long: `The private key goes into FILE, which only its owner may read; the public key is printed. Publish it where people find it
without your server. NAME says whose it is, such as the address of the page.`,
		Example: "  nodeledger ledger key books.example.org books.key",
		RunE: func(_ *cobra.Command, args []string) error {
			public, err := notary.MakeKey(args[0], args[1])
			if err != nil {
				return err
			}
			return in.show(wire.CheckpointKey{Key: public}, func(w io.Writer) { fmt.Fprintln(w, public) })
		},
	}
}

// expectation is a checkpoint that was kept elsewhere, and who must have signed it.
type expectation struct {
	file            string
	keys, witnesses []string
}

func (x *expectation) addFlags(c *cobra.Command) {
	f := c.Flags()
	f.StringVar(&x.file, "expect", "", "checkpoint in this `file`, kept elsewhere: the books must begin with what it was made of")
	f.StringArrayVar(&x.keys, "key", nil, "public `key` that must have signed the checkpoint; repeat it for more")
	f.StringArrayVar(&x.witnesses, "witness", nil, "public `key` of a witness that must have signed the checkpoint; repeat it for more")
}

// read is the checkpoint, nil when none is expected.
func (x *expectation) read() (*checkpoint.Checkpoint, error) {
	if x.file == "" {
		if len(x.keys)+len(x.witnesses) > 0 {
			return nil, problem.Invalidf("--key and --witness say who signed a checkpoint: name its file with --expect")
		}
		return nil, nil //nolint:nilnil // none is expected
	}
	var by []note.Verifier
	for _, key := range x.keys {
		v, err := checkpoint.Verifier(key)
		if err != nil {
			return nil, err
		}
		by = append(by, v)
	}
	for _, key := range x.witnesses {
		v, err := checkpoint.Witness(key)
		if err != nil {
			return nil, err
		}
		by = append(by, v)
	}
	raw, err := os.ReadFile(x.file)
	if err != nil {
		return nil, problem.Invalidf("the checkpoint cannot be read: %w", err)
	}
	return checkpoint.Read(raw, by...)
}

// consistencyCommand proves that the books begin with those of an earlier moment.
func (in *invocation) consistencyCommand() *cobra.Command {
	return in.read(&cobra.Command{
		Use: "consistency FROM [TO]", Short: "Prove that the books begin with those of an earlier moment",
		Long:    "FROM and TO are sizes of the tree over everything, in leaves; without TO, as it is now.",
		Example: "  nodeledger ledger consistency 100 --json",
	}, func(c *cobra.Command, args []string, e *engine.Engine, of view.AsOf) error {
		var sizes [2]uint64
		for i, arg := range args {
			var err error
			if sizes[i], err = view.ParseSequence([]string{"FROM", "TO"}[i], arg); err != nil {
				return err
			}
		}
		to, err := view.SizeOf(headOf(e), sizes[1])
		if err != nil {
			return err
		}
		proof, err := view.ProveConsistency(c.Context(), e.History(), sizes[0], to)
		if err != nil {
			return err
		}
		return in.show(wire.ConsistencyProofOf(&proof, of), func(w io.Writer) {
			fmt.Fprintf(w, "the tree of %d leaves with the root %s\nbegins with that of %d leaves with the root %s\n", proof.To, proof.ToRoot,
				proof.From, proof.FromRoot)
			writeFresh(w, of)
		})
	})
}
