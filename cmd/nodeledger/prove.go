package main

import (
	"fmt"
	"io"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/engine"
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
	c.Flags().BoolVar(&input, "input", false, "prove the input with that number: a block, a fact, a slot of the schedule, a text of the program")
	c.Flags().Uint64Var(&size, "size", 0, "`leaves` of the tree that the proof leads to; 0: as it is now")
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
