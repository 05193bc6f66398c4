package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/holder"
	"github.com/nodeledger/nodeledger/view/period"
	"github.com/nodeledger/nodeledger/wire"
)

func (in *invocation) holderCommand() *cobra.Command {
	var entries int
	c := &cobra.Command{
		Use: "holder WALLET", Short: "Show one wallet: nodes, payments, referral rewards, tokens, latest entries", Annotations: readsBooks(),
		Example: "  nodeledger holder WALLET",
		RunE: func(c *cobra.Command, args []string) error {
			wallet, err := view.ParseWallet(args[0])
			if err != nil {
				return err
			}
			return in.holder(c.Context(), wallet, entries)
		},
	}
	usage.AddNumber(c, &entries, "entries", 50, "`number` of latest entries", 1, 1000)
	c.AddCommand(in.holdersCommand(), in.tokensCommand(), in.holderPayoutsCommand())
	return c
}

func (in *invocation) holder(ctx context.Context, wallet ledger.Wallet, limit int) error {
	e, err := in.openReadOnly(ctx)
	if err != nil {
		return err
	}
	defer e.Close()
	p := e.Program()
	st, err := holder.OfHolder(ctx, e, holder.NewCodes(e), wallet, limit)
	if err != nil {
		return err
	}
	r, result := st.Referral, wire.HolderOf(&st)
	tokens, err := holder.OfTokens(ctx, e, view.NewSources(e, period.NewEpochs(e).UnlockedAt), wallet)
	if err != nil {
		return err
	}
	return in.show(result, func(w io.Writer) {
		table(w, func(row func(cells ...any)) {
			row("wallet", wallet)
			row("nodes", st.Nodes)
			row("paid", st.Paid)
			row("referral earned", r.Earned, fmt.Sprintf("by %d purchases of %d nodes", r.Purchases, r.Nodes))
			row("  pending", r.Pending)
			row("  payable", r.Payable)
			row("  in payout runs", r.InRuns)
			row("  paid", r.Paid)
			for _, code := range result.Referral.Codes {
				row("code", fmt.Sprintf("%q", code))
			}
		})
		writeTokens(w, p, &tokens, 5)
		for _, e := range st.Entries {
			fmt.Fprintf(w, "%s  %s  %s\n    %s -> %s\n", e.Effective.Format("2006-01-02 15:04:05"), e.Kind, e.Posting.Amount, e.Posting.From,
				e.Posting.To)
		}
		writeFresh(w, st.AsOf)
	})
}
