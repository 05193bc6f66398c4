package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/sentence"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/wire"
)

// headCommand shows where the books end.
func (in *invocation) headCommand() *cobra.Command {
	return in.read(&cobra.Command{
		Use: "head", Short: "Show where the books end: the head of the journal and the tree", Example: "  nodeledger ledger head",
	}, func(_ *cobra.Command, _ []string, e *engine.Engine, of view.AsOf) error {
		result := wire.LedgerOf(headOf(e), of)
		return in.show(result, func(w io.Writer) {
			fmt.Fprintf(w, "head %d %s\ntree of %d leaves, %d of them inputs, with the root %s\n", result.Sequence, result.Head, result.Size,
				result.Inputs, result.Root)
			writeFresh(w, of)
		})
	})
}

func headOf(e *engine.Engine) (head ledger.Head) {
	e.View(func(_ *fold.Fold, s engine.State) { head = s.Ledger })
	return head
}

// transactionsCommand lists the journal.
func (in *invocation) transactionsCommand() *cobra.Command {
	var p usage.Page
	c := in.read(&cobra.Command{
		Use: "list", Short: "List the transactions of the journal in order", Example: "  nodeledger ledger list --after 100 --limit 10",
	}, func(c *cobra.Command, _ []string, e *engine.Engine, of view.AsOf) error {
		after, err := view.ParseSequence("after", p.After)
		if err != nil {
			return err
		}
		list, more, err := view.Transactions(c.Context(), e.History(), after, p.Limit)
		if err != nil {
			return err
		}
		result := wire.TransactionsOf(list, more, of)
		return in.show(result, func(w io.Writer) {
			for i := range list {
				t := &list[i]
				fmt.Fprintf(w, "%d  %s  %s  %s\n", t.Sequence, t.Effective.UTC().Format("2006-01-02 15:04:05"), t.Kind, oneLine(t.Source.Key()))
				for _, p := range t.Postings {
					fmt.Fprintf(w, "    %s -> %s  %s\n", p.From, p.To, p.Amount)
				}
			}
			usage.WriteNext(w, result.Next)
			writeFresh(w, of)
		})
	})
	p.AddFlags(c, "transactions", 100, 500)
	return c
}

// reconcileCommand compares the project's wallets with the chain.
func (in *invocation) reconcileCommand() *cobra.Command {
	return &cobra.Command{
		Use: "reconcile", Short: "Compare the project's wallets with the chain", Annotations: readsBooks(),
		Long: "At the last final block of the books. The chain's figures are proven against that block where an\nendpoint answers " +
			"eth_getProof. Exit 1 when a token differs.",
		Example: "  nodeledger ledger reconcile --rpc https://one.example",
		RunE: func(c *cobra.Command, _ []string) error {
			p, err := in.watched(c.Context())
			if err != nil {
				return err
			}
			watcher, err := in.dial(c.Context(), p, false)
			if err != nil {
				return err
			}
			defer watcher.Close()
			e, err := in.openReadOnly(c.Context())
			if err != nil {
				return err
			}
			defer e.Close()
			r, err := e.Reconcile(c.Context(), watcher)
			if err != nil {
				return err
			}
			result := wire.ReconciliationOf(&r, view.OpenExceptions(e))
			for _, fault := range r.Faults {
				result.Faults = append(result.Faults, in.redact(fault.Error()))
			}
			if err := in.show(result, func(w io.Writer) { writeReconciliation(w, &result) }); err != nil {
				return err
			}
			for i := range result.Rows {
				if note := result.Rows[i].Note.Code; note == string(sentence.ReconciledDiffers) {
					return reported("wallets-differ", "%d balances differ from the chain", result.Differences)
				}
			}
			return nil
		},
	}
}

func writeReconciliation(w io.Writer, r *wire.Reconciliation) {
	table(w, func(row func(cells ...any)) {
		row("account", "books", "chain", "difference", "known by")
		for i := range r.Rows {
			one := &r.Rows[i]
			has, differs := "unknown", ""
			if one.Chain != nil {
				has, differs = one.Chain.Display, one.Difference.Display
			}
			row(one.Account, one.Books.Display, has, differs, one.Assurance)
		}
	})
	fmt.Fprintf(w, "at block %d, %d of %d compared, %d differ\n", r.Block, r.Compared, len(r.Rows), r.Differences)
	for i := range r.Rows {
		one := &r.Rows[i]
		if one.Note.Code != string(sentence.ReconciledEqual) {
			fmt.Fprintf(w, "%s: %s\n", one.Account, one.Note.Text)
		}
		if one.Chain != nil && one.Unproven != "" {
			fmt.Fprintf(w, "%s, %s: the chain's figure is not proven: %s\n", one.Account, one.Books.Asset, one.Unproven)
		}
	}
	for _, fault := range r.Faults {
		fmt.Fprintf(w, "faulty answer: %s\n", fault)
	}
}
