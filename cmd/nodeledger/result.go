package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/view"
)

// booked is what the books hold after a sync, a rebuild or a demo. Amounts are base units of the sale's asset.
type booked struct {
	Purchases    uint64            `json:"purchases"`
	Nodes        uint64            `json:"nodes"`
	List         string            `json:"list"`
	Gross        string            `json:"gross"`
	Discount     string            `json:"discount"`
	Referral     string            `json:"referral"`
	Treasury     string            `json:"treasury"`
	Dust         string            `json:"dust"`
	Unresolved   uint64            `json:"dust_unresolved"` // base units
	Blocks       uint64            `json:"blocks"`
	Events       uint64            `json:"events"`
	Proof        string            `json:"proof"`
	LedgerHead   string            `json:"ledger_head"`
	BalancesRoot string            `json:"balances_root"`
	Pending      int               `json:"pending"` // blocks with purchases that are not final
	Flags        map[string]uint64 `json:"flags"`
	Liars        []string          `json:"liars"`
	Seconds      json.Number       `json:"seconds"`

	report engine.Report
}

// outcome reads what the books hold. Seconds are those since begun, by the clock of the App.
func (in *invocation) outcome(ctx context.Context, e *engine.Engine, begun time.Time) (b booked, err error) {
	if b.report, err = e.Report(ctx); err != nil {
		return b, err
	}
	root, err := engine.BalancesRoot(ctx, e.Store())
	if err != nil {
		return b, err
	}
	t := b.report.Totals
	b.Purchases, b.Nodes = t.Purchases, t.Nodes
	b.List, b.Gross, b.Discount = t.List.Digits(), t.Gross.Digits(), t.Discount.Digits()
	b.Referral, b.Treasury, b.Dust, b.Unresolved = t.Referral.Digits(), t.Treasury.Digits(), t.Dust.Digits(), t.Unresolved
	b.Blocks, b.Events, b.Proof = b.report.Blocks, b.report.Events, string(b.report.Proof)
	b.LedgerHead, b.BalancesRoot = b.report.State.Ledger.Hash.String(), root.String()
	b.Flags, b.Liars = map[string]uint64{}, []string{}
	e.View(func(f *fold.Fold, _ engine.State) {
		b.Pending = f.Pending()
		for flag, n := range f.Sale.Totals.Flags {
			b.Flags[string(flag)] = n
		}
	})
	b.Seconds = seconds(in.Clock.Now().Sub(begun))
	return b, nil
}

func seconds(d time.Duration) json.Number {
	d = max(d, 0)
	return json.Number(fmt.Sprintf("%d.%03d", d/time.Second, d%time.Second/time.Millisecond))
}

// write is the result for people.
func (b *booked) write(w io.Writer) {
	t := b.report.Totals
	table(w, func(row func(cells ...any)) {
		row("purchases", b.Purchases)
		row("nodes", b.Nodes)
		row("list", t.List)
		row("discount", t.Discount)
		row("paid", t.Gross)
		row("  referral", t.Referral)
		row("  treasury", t.Treasury)
		row("  dust", t.Dust)
		if b.Unresolved > 0 {
			row("  unresolved", fmt.Sprintf("%d base units at most", b.Unresolved))
		}
		for _, flag := range sortedKeys(b.Flags) {
			row("  "+flag, b.Flags[flag])
		}
		row("blocks", fmt.Sprintf("%d, proof %s", b.Blocks, b.Proof))
		row("events", b.Events)
		if b.Pending > 0 {
			row("pending", fmt.Sprintf("%d blocks with purchases are not final", b.Pending))
		}
		row("ledger head", fmt.Sprintf("%d %s", b.report.State.Ledger.Sequence, b.LedgerHead))
		row("balances root", b.BalancesRoot)
		row("seconds", b.Seconds)
		for _, liar := range b.Liars {
			row("wrong answer", liar)
		}
	})
}

// table writes rows with their columns under each other.
func table(w io.Writer, rows func(row func(cells ...any))) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	rows(func(cells ...any) {
		texts := make([]string, len(cells))
		for i, c := range cells {
			texts[i] = fmt.Sprint(c)
		}
		fmt.Fprintln(t, strings.Join(texts, "\t"))
	})
	t.Flush() // to a buffer, which takes everything
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// freshness is how fresh an answer is, in JSON.
type freshness struct {
	Block uint64 `json:"block"`
	Time  string `json:"time"`
	Final uint64 `json:"final_block"`
	Proof string `json:"proof"`
}

func freshOf(a view.AsOf) freshness {
	return freshness{a.Block, a.Time.Format(time.RFC3339), a.Final, string(a.Proof)}
}

func writeFresh(w io.Writer, a view.AsOf) {
	if !a.Begun {
		fmt.Fprintln(w, "as of: nothing is booked yet")
		return
	}
	fmt.Fprintf(w, "as of block %d, %s (final: %d), proof %s\n", a.Block, a.Time.Format("2006-01-02 15:04:05 UTC"), a.Final, a.Proof)
}

// balanceJSON is a balance in base units.
type balanceJSON struct {
	Asset    string `json:"asset"`
	Decimals uint8  `json:"decimals"`
	In       string `json:"in"`
	Out      string `json:"out"`
	Net      string `json:"net"`
}

func balanceOf(b money.Balance) balanceJSON {
	return balanceJSON{b.In.Asset().Symbol(), b.In.Asset().Decimals(), b.In.Digits(), b.Out.Digits(), b.Net().String()}
}
