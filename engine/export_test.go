package engine

import (
	"fmt"
	"strings"

	"github.com/nodeledger/nodeledger/payout"
)

// Inside is everything that a fold knows, in words, so that two of them can be compared.
func Inside(f *Fold) string {
	var out strings.Builder
	say := func(what string, v any) { fmt.Fprintf(&out, "%s: %+v\n", what, v) }
	say("totals", f.Sale.Totals)
	say("blocks", f.Blocks)
	say("events", f.Events)
	say("codes", f.nextCode)
	say("board", f.Board.Top(1000))
	say("pending", len(f.pending))
	say("gone", f.gone)
	say("facts", f.facts)
	s := f.schedule
	s.program = nil
	say("schedule", s)
	say("grants", len(f.grants))
	say("scores", f.scores)
	say("generation", f.tge)
	say("operators", f.operators.List())
	say("closed", f.closed)
	for _, r := range f.payouts.Runs() {
		fmt.Fprintf(&out, "run %s %s %s %s at %s from %s paid %s of %s, %d of %d, root %s, steps %v\n",
			r.Name, r.Asset, r.Method, r.State, r.At, r.Prepared.Key(), r.Paid, r.Total, r.Done, r.Lines, r.Root, r.Steps)
		for _, w := range r.Wallets() {
			total, paid, parts, _ := r.Line(w)
			fmt.Fprintf(&out, "  %s %s of %s: %v\n", w, paid, total, parts)
		}
		if r.Method == payout.Claim {
			granted, err := f.payouts.Granted(r.Name)
			say("granted", fmt.Sprint(granted, err))
		}
	}
	for _, x := range f.payouts.Exceptions() {
		say("exception", *x)
	}
	say("holds", f.payouts.Holds())
	say("sanctions", f.payouts.Sanctions())
	return out.String()
}
