package rewards

import (
	"fmt"
	"io"
	"math/big"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

// Explain writes the whole computation of one wallet's number the way a person would on paper: where the pool comes
// from, the score, the division with what it leaves over, or why the amount is zero.
func Explain(w io.Writer, r *Result, wallet ledger.Wallet) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s of %s, rules %s\n", r.Kind, r.Slot, r.Program, r.Rule)
	fmt.Fprintf(&b, "window   [%s, %s)\n", r.Start.Format(time.RFC3339), r.End.Format(time.RFC3339))
	fmt.Fprintf(&b, "snapshot after block %d %s\n", r.Block.Number, r.Block.Hash)
	i, ok := r.Find(wallet)
	if !ok {
		fmt.Fprintf(&b, "wallet   %s %s, so it gets nothing\n", wallet, r.because(&Pool{}, NotIncluded, nil))
		_, err := io.WriteString(w, b.String())
		return err
	}
	h := &r.Holders[i]
	fmt.Fprintf(&b, "wallet   %s holds %d nodes\n", wallet, h.Nodes)
	r.explainBudget(&b)
	sum := money.Zero(r.Asset)
	for k := range r.Pools {
		p := &r.Pools[k]
		if err := r.explainPool(&b, p, h, i); err != nil {
			return err
		}
		var err error
		if sum, err = sum.Add(p.Share(i)); err != nil {
			return err
		}
	}
	fmt.Fprintf(&b, "\nin all   %s", sum)
	if r.Locked && !sum.IsZero() {
		fmt.Fprintf(&b, ", locked until %s", r.UnlocksAt.Format(time.RFC3339))
	}
	b.WriteString("\n")
	_, err := io.WriteString(w, b.String())
	return err
}

func (r *Result) explainBudget(b *strings.Builder) {
	g := &r.Budget
	switch r.Kind {
	case TokenKind:
		fmt.Fprintf(b, "emission C(end) - C(start) = %s of the day; %s before it\n", g.Setting, g.Before)
	case DropKind:
		fmt.Fprintf(b, "drop     %s\n", g.Setting)
	default:
		fmt.Fprintf(b, "emission %s a day\n", g.Setting)
	}
	if g.Capped {
		fmt.Fprintf(b, "cap      %s, of which %s were issued before\n", g.Cap, g.Before)
	}
	if g.Issued != g.Setting || g.Nothing != 0 {
		fmt.Fprintf(b, "issued   %s", g.Issued)
		if g.Nothing != 0 {
			fmt.Fprintf(b, ": %s", r.because(&Pool{}, g.Nothing, nil))
		} else {
			b.WriteString(": what is left under the cap")
		}
		b.WriteString("\n")
	}
	if !g.CarryIn.IsZero() || !g.CarryOut.IsZero() {
		fmt.Fprintf(b, "rounding %s carried in from the split between pools, %s carried out\n", g.CarryIn, g.CarryOut)
	}
}

func (r *Result) explainPool(b *strings.Builder, p *Pool, h *Holder, i int) error {
	all, err := p.Amount.Add(p.CarryIn)
	if err != nil {
		return err
	}
	fmt.Fprintf(b, "\npool %s\n", p.Name)
	if len(r.Pools) > 1 {
		fmt.Fprintf(b, "  part   %s of %s = %s\n", p.Part, r.Budget.Issued, p.Amount)
	}
	fmt.Fprintf(b, "  pool   %s + %s carried in = %s\n", p.Amount, p.CarryIn, all)
	weight := &p.column.weights[i]
	if !weight.IsZero() {
		fmt.Fprintf(b, "  score  %s\n", r.scoreLine(p, h, i))
		fmt.Fprintf(b, "  total  %s, the scores of all\n", p.TotalScore())
	}
	if p.shares != nil && !weight.IsZero() && !all.IsZero() {
		product := new(big.Int).Mul(all.Big(), weight.ToBig())
		quotient, rest := new(big.Int).QuoRem(product, p.column.total.ToBig(), new(big.Int))
		if scale := p.Scale(); scale.Dec() != "1" {
			fmt.Fprintf(b, "  weight %s of %s, the scores x %s\n", weight.Dec(), p.column.total.Dec(), scale.Dec())
		}
		fmt.Fprintf(b, "  share  %s x %s / %s in base units\n", all.Digits(), weight.Dec(), p.column.total.Dec())
		fmt.Fprintf(b, "         = %s, remainder %s of %s\n", quotient, rest, p.column.total.Dec())
	}
	fmt.Fprintf(b, "  amount %s", p.Share(i))
	if why := p.Reason(i); why != 0 {
		fmt.Fprintf(b, ": %s (%s)", r.because(p, why, h), why)
	}
	b.WriteString("\n")
	return nil
}

func (r *Result) scoreLine(p *Pool, h *Holder, i int) string {
	score := p.Score(i)
	switch {
	case p.by == program.ByNodes:
		return fmt.Sprintf("%d nodes", h.Nodes)
	case p.by == program.ByScore:
		return fmt.Sprintf("%d nodes x %s = %s", h.Nodes, nodeFactor(r.rules.brackets, h.Nodes), score)
	case p.Name == Providers:
		return fmt.Sprintf("compute %s x health %s = %s", h.Compute, h.Health.Value(r.rules.health), score)
	default:
		factor, _ := stakeFactor(r.rules.stake, h.Stake)
		return fmt.Sprintf("stake %s x %s = %s", h.Stake.Decimal(), factor, score)
	}
}
