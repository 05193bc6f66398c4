package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/describe"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/quote"
	"github.com/nodeledger/nodeledger/wire"
)

func (in *invocation) quoteCommand() *cobra.Command {
	var quantity, wallet, code string
	c := &cobra.Command{
		Use: "quote", Short: "Quote the cost of nodes, with the transaction that pays it", Annotations: readsBooks(),
		Long: "With books, what is sold and what the wallet has bought already counts. Without, the prices are those of the program file.",
		Example: `  nodeledger quote --quantity 5
  nodeledger quote --quantity 3 --code MOONSHOT --wallet WALLET`,
		RunE: func(c *cobra.Command, _ []string) error {
			r := quote.Request{Code: code}
			var err error
			if r.Quantity, err = quote.ParseQuantity(quantity); err != nil {
				return err
			}
			if wallet != "" {
				if r.Wallet, err = view.ParseWallet(wallet); err != nil {
					return err
				}
			}
			return in.quote(c.Context(), r)
		},
	}
	c.Flags().StringVar(&quantity, "quantity", "", "`number` of nodes")
	c.Flags().StringVar(&wallet, "wallet", "", "`address` of the buyer; without it, one that has bought nothing yet")
	c.Flags().StringVar(&code, "code", "", "referral `code`")
	_ = c.MarkFlagRequired("quantity") // it is defined above
	return c
}

func (in *invocation) quote(ctx context.Context, r quote.Request) error {
	p, err := in.rules(ctx)
	if err != nil {
		return err
	}
	q, err := in.price(ctx, p, r)
	if err != nil {
		return err
	}
	return in.show(wire.QuoteOf(&q), func(w io.Writer) { writeQuote(w, p, &q) })
}

// price asks the books, or the program file when nothing is booked.
func (in *invocation) price(ctx context.Context, p *program.Program, r quote.Request) (quote.Quote, error) {
	e, err := in.openReadOnly(ctx)
	if errors.Is(err, errNoBooks) {
		return quote.FromProgram(p, in.Clock.Now(), r)
	}
	if err != nil {
		return quote.Quote{}, err
	}
	defer e.Close()
	fresh, err := view.Now(ctx, e)
	if err == nil && !fresh.Begun {
		return quote.FromProgram(p, in.Clock.Now(), r)
	}
	if err != nil {
		return quote.Quote{}, err
	}
	return quote.FromBooks(ctx, e, r)
}

func writeQuote(w io.Writer, p *program.Program, q *quote.Quote) {
	table(w, func(row func(cells ...any)) {
		row(fmt.Sprintf("%d nodes", q.Quantity), "of "+p.Name)
		for _, s := range q.Slices {
			row(fmt.Sprintf("  tier %d", s.Tier), fmt.Sprintf("%d x %s", s.Quantity, s.Rung.Price))
		}
		row("list", q.List)
		if q.Code != "" {
			row("discount", fmt.Sprintf("%s (code %q)", q.Discount, q.Code))
		}
		row("to pay", q.Paid)
		if q.Code != "" {
			row("  for the referrer", q.Referral)
			row("  for the treasury", q.Treasury)
		}
		if t := q.Transaction; t != nil {
			row("transaction to", t.To.Hex())
			row("  value", t.Value.Digits()+" wei")
			row("  data", fmt.Sprintf("0x%x", t.Data))
			row("  chain", t.ChainID)
		}
	})
	if q.Unchecked {
		fmt.Fprintln(w, "beware: the code was not checked, there are no books to look it up in")
	}
	if q.AsOf == nil {
		fmt.Fprintln(w, "from the program file, as if nothing were sold: there are no books yet")
		for _, note := range describe.Notes(p) {
			fmt.Fprintln(w, "beware: "+note)
		}
		return
	}
	writeFresh(w, *q.AsOf)
}
