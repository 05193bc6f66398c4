package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/httpapi"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/holder"
	"github.com/nodeledger/nodeledger/view/period"
)

func (in *invocation) holderCommand() *cobra.Command {
	var entries int
	c := &cobra.Command{
		Use: "holder WALLET", Short: "Show one wallet: nodes, payments, referral rewards, tokens, latest entries", Annotations: readsBooks(),
		Example: "  nodeledger holder WALLET",
		RunE: func(c *cobra.Command, args []string) error {
			wallet, err := view.ParseWallet(args[0])
			if err != nil {
				return asUsage(err)
			}
			if entries < 1 || entries > 1000 {
				return usagef("--entries must be 1 to 1000")
			}
			return in.holder(c.Context(), wallet, entries)
		},
	}
	c.Flags().IntVar(&entries, "entries", 10, "`number` of latest entries")
	return c
}

type entryJSON struct {
	Sequence  uint64 `json:"sequence"`
	Line      int    `json:"line"`
	Kind      string `json:"kind"`
	Effective string `json:"effective"`
	From      string `json:"from"`
	To        string `json:"to"`
	Asset     string `json:"asset"`
	Amount    string `json:"amount"`
}

type referralJSON struct {
	Earned    string   `json:"earned"`
	Pending   string   `json:"pending"`
	Payable   string   `json:"payable"`
	Paid      string   `json:"paid"`
	Nodes     uint64   `json:"nodes"`
	Purchases uint64   `json:"purchases"`
	Codes     []string `json:"codes"`
}

type holderResult struct {
	Wallet   string            `json:"wallet"`
	Asset    string            `json:"asset"`
	Nodes    uint64            `json:"nodes"`
	Paid     string            `json:"paid"`
	Referral referralJSON      `json:"referral"`
	Entries  []entryJSON       `json:"entries"`
	Tokens   *httpapi.Holdings `json:"tokens,omitempty"` // where the program has points or a token
	AsOf     freshness         `json:"as_of"`
}

func (in *invocation) holder(ctx context.Context, wallet ledger.Wallet, limit int) error {
	e, err := in.openReadOnly(ctx)
	if err != nil {
		return err
	}
	defer e.Store().Close()
	p := e.Program()
	st, err := holder.OfHolder(ctx, e, holder.NewCodes(e), wallet, limit)
	if err != nil {
		return err
	}
	r := st.Referral
	result := holderResult{
		Wallet: wallet.String(), Asset: p.Sale.Asset.Symbol(), Nodes: st.Nodes, Paid: st.Paid.Digits(), Entries: entriesOf(&st),
		Referral: referralJSON{r.Earned.Digits(), r.Pending.Digits(), r.Payable.Digits(), r.Paid.Digits(), r.Nodes, r.Purchases, []string{}},
		AsOf:     freshOf(st.AsOf),
	}
	for _, c := range st.Codes {
		if c.Active {
			result.Referral.Codes = append(result.Referral.Codes, c.Code)
		}
	}
	tokens, err := holder.OfTokens(ctx, e, view.NewSources(e, period.NewEpochs(e).UnlockedAt), wallet)
	if err != nil {
		return err
	}
	if p.Points != nil || p.Token != nil {
		holdings := httpapi.HoldingsOf(&tokens)
		result.Tokens = &holdings
	}
	return in.show(result, func(w io.Writer) {
		table(w, func(row func(cells ...any)) {
			row("wallet", wallet)
			row("nodes", st.Nodes)
			row("paid", st.Paid)
			row("referral earned", r.Earned, fmt.Sprintf("by %d purchases of %d nodes", r.Purchases, r.Nodes))
			row("  pending", r.Pending)
			row("  payable", r.Payable)
			row("  paid", r.Paid)
			for _, code := range result.Referral.Codes {
				row("code", fmt.Sprintf("%q", code))
			}
			if p.Points != nil {
				row("points", tokens.Points)
			}
			if p.Token != nil {
				row("tokens available", tokens.Available)
				row("  released", tokens.Released)
				row("  locked", tokens.Locked)
				for _, t := range tokens.Tranches[:min(len(tokens.Tranches), 5)] {
					row("    of "+t.Slot, t.Amount, "until "+t.UnlocksAt.Format(time.RFC3339))
				}
				if more := len(tokens.Tranches) - 5; more > 0 {
					row("    and more", fmt.Sprintf("%d later tranches", more))
				}
				for _, g := range tokens.Grants {
					row("  grant "+oneLine(g.Name), g.Total, fmt.Sprintf("vested %s, released %s, ends %s", g.Vested, g.Released, g.End.Format(time.RFC3339)))
				}
			}
		})
		for _, e := range st.Entries {
			fmt.Fprintf(w, "%s  %s  %s\n    %s -> %s\n", e.Effective.Format("2006-01-02 15:04:05"), e.Kind, e.Posting.Amount, e.Posting.From, e.Posting.To)
		}
		writeFresh(w, st.AsOf)
	})
}

func entriesOf(st *holder.Statement) []entryJSON {
	entries := []entryJSON{}
	for _, e := range st.Entries {
		amount := e.Posting.Amount
		entries = append(entries, entryJSON{
			e.Sequence, e.Line, string(e.Kind), e.Effective.Format(time.RFC3339), e.Posting.From.String(), e.Posting.To.String(),
			amount.Asset().Symbol(), amount.Digits(),
		})
	}
	return entries
}
