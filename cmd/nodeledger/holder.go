package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/holder"
	payoutview "github.com/nodeledger/nodeledger/view/payout"
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

// holdersCommand lists who holds nodes.
func (in *invocation) holdersCommand() *cobra.Command {
	var p usage.Page
	c := in.read(&cobra.Command{
		Use: "list", Short: "List who holds nodes, in order of wallet", Example: "  nodeledger holder list --limit 20",
	}, func(c *cobra.Command, _ []string, e *engine.Engine, _ view.AsOf) error {
		var after ledger.Wallet
		if p.After != "" {
			var err error
			if after, err = view.ParseWallet(p.After); err != nil {
				return err
			}
		}
		list, more, of, err := holder.Holders(c.Context(), e, after, p.Limit)
		if err != nil {
			return err
		}
		result := wire.HoldersOf(list, more, of)
		return in.show(result, func(w io.Writer) {
			table(w, func(row func(cells ...any)) {
				row("wallet", "nodes")
				for _, h := range result.Holders {
					row(h.Wallet, h.Nodes)
				}
			})
			usage.WriteNext(w, result.Next)
			writeFresh(w, of)
		})
	})
	p.AddFlags(c, "holders", 100, 500)
	return c
}

// tokensCommand shows what a wallet has of points and token, and when it unlocks.
func (in *invocation) tokensCommand() *cobra.Command {
	return in.read(&cobra.Command{
		Use: "tokens WALLET", Short: "Show points, tokens and grants of a wallet, and when they unlock",
		Example: "  nodeledger holder tokens WALLET",
	}, func(c *cobra.Command, args []string, e *engine.Engine, _ view.AsOf) error {
		wallet, err := view.ParseWallet(args[0])
		if err != nil {
			return err
		}
		t, err := holder.OfTokens(c.Context(), e, view.NewSources(e, period.NewEpochs(e).UnlockedAt), wallet)
		if err != nil {
			return err
		}
		return in.show(wire.TokensOf(&t), func(w io.Writer) {
			writeTokens(w, e.Program(), &t, len(t.Tranches))
			table(w, func(row func(cells ...any)) {
				row("from", "locked", "available")
				for _, s := range t.Curve {
					row(s.At.Format(time.RFC3339), s.Locked, s.Available)
				}
			})
			writeFresh(w, t.AsOf)
		})
	})
}

// writeTokens is what a wallet has of points and token, with so many tranches at most.
func writeTokens(w io.Writer, p *program.Program, t *holder.Tokens, tranches int) {
	table(w, func(row func(cells ...any)) {
		if p.Points != nil {
			row("points", t.Points)
		}
		if p.Token == nil {
			return
		}
		row("tokens available", t.Available)
		row("  released", t.Released)
		row("  locked", t.Locked)
		for _, one := range t.Tranches[:min(len(t.Tranches), tranches)] {
			row("    of "+one.Slot, one.Amount, "until "+one.UnlocksAt.Format(time.RFC3339))
		}
		if more := len(t.Tranches) - tranches; more > 0 {
			row("    and more", fmt.Sprintf("%d later tranches", more))
		}
		for _, g := range t.Grants {
			row("  grant "+oneLine(g.Name), g.Total,
				fmt.Sprintf("vested %s, released %s, ends %s", g.Vested, g.Released, g.End.Format(time.RFC3339)))
		}
	})
}

// holderPayoutsCommand shows what runs pay a wallet and what it can claim.
func (in *invocation) holderPayoutsCommand() *cobra.Command {
	var limit int
	c := in.read(&cobra.Command{
		Use: "payouts WALLET", Short: "Show what runs pay a wallet, what waits, and what it can claim",
		Example: "  nodeledger holder payouts WALLET",
	}, func(c *cobra.Command, args []string, e *engine.Engine, of view.AsOf) error {
		wallet, err := view.ParseWallet(args[0])
		if err != nil {
			return err
		}
		runs, err := payoutview.NewRuns(e).OfWallet(c.Context(), wallet, limit)
		if err != nil {
			return err
		}
		claims, err := payoutview.NewClaims(e).Of(c.Context(), wallet)
		if err != nil {
			return err
		}
		result := wire.HolderPayoutsOf(wallet, runs, claims, e.Program(), of)
		return in.show(result, func(w io.Writer) {
			table(w, func(row func(cells ...any)) {
				row("run", "state", "amount", "paid", "")
				for _, r := range result.Payouts {
					why := ""
					if r.Reason != nil {
						why = r.Reason.Text
					}
					row(r.Run, r.State, r.Amount.Display, r.Paid.Display, why)
				}
			})
			for _, c := range result.Claims {
				fmt.Fprintf(w, "%s can be claimed from %s, of the run %s\n", c.Claimable.Display, c.Distributor, c.Run)
			}
			writeFresh(w, of)
		})
	})
	usage.AddNumber(c, &limit, "limit", 50, "`number` of runs, the newest first", 1, 200)
	return c
}
