package main

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/period"
	"github.com/nodeledger/nodeledger/wire"
)

// auditCommand lists what operators recorded.
func (in *invocation) auditCommand() *cobra.Command {
	var p page
	c := in.read(&cobra.Command{
		Use: "audit", Short: "List everything that operators recorded, the newest first", Example: "  nodeledger audit --limit 20",
	}, func(c *cobra.Command, _ []string, e *engine.Engine, of view.AsOf) error {
		before, err := view.ParseNumber(p.after)
		if err != nil {
			return asUsage(err)
		}
		list, more, err := period.NewFacts(e).List(c.Context(), before, p.limit)
		if err != nil {
			return err
		}
		result := wire.AuditOf(list, more, of)
		return in.show(result, func(w io.Writer) {
			table(w, func(row func(cells ...any)) {
				row("time", "kind", "operator", "proof", "reference", "transaction")
				for _, r := range result.Entries {
					row(r.Time, r.Kind, r.Operator, r.Proof, oneLine(r.Reference), r.Sequence)
				}
			})
			writeNext(w, result.Next)
			writeFresh(w, of)
		})
	})
	c.RunE = p.run(c.RunE)
	p.addFlags(c, "entries", 100, 500)
	return c
}
