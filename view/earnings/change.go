package earnings

import (
	"context"
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/sale"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/statement"
)

// fact is what a line follows from: of a reversal, what it takes back.
type fact struct {
	kind ledger.Kind
	tx   ledger.Hash // of the chain; the zero Hash: it is no log
}

func factOf(ctx context.Context, sources *view.Sources, l *statement.Line) (fact, error) {
	if l.Reverses == 0 {
		return fact{l.Kind, l.Source.TxHash}, nil
	}
	behind, err := sources.Of(ctx, &engine.Entry{Sequence: l.Reverses})
	return fact{behind.Kind, behind.Source.TxHash}, err
}

// payment is what a wallet paid for nodes in one transaction of the chain.
type payment struct {
	paid  sums
	tiers []Tier
}

// paymentsOf are the payments of a wallet for nodes, by transaction of the chain. One that left the chain is taken off.
func paymentsOf(ctx context.Context, st *statement.Period, sources *view.Sources) (map[ledger.Hash]*payment, error) {
	list := map[ledger.Hash]*payment{}
	seen := map[uint64]bool{} // transactions of the journal: a purchase has a line for each of its receivers
	for i := range st.Accounts {
		a := &st.Accounts[i]
		if a.Account.Role() != ledger.SaleRole {
			continue
		}
		for j := range a.Lines {
			l := &a.Lines[j]
			of, err := factOf(ctx, sources, l)
			if err != nil {
				return nil, err
			}
			if of.kind != sale.PurchaseKind {
				continue
			}
			if l.Reverses > 0 {
				delete(list, of.tx)
				continue
			}
			p := list[of.tx]
			if p == nil {
				p = &payment{paid: sums{}}
				list[of.tx] = p
			}
			if err := p.paid.add(&line{when: l.When, asset: a.Asset, price: l.Price}, l.Amount); err != nil {
				return nil, err
			}
			if seen[l.Sequence] {
				continue
			}
			seen[l.Sequence] = true
			tiers, err := tiersBehind(ctx, sources, l.Sequence)
			if err != nil {
				return nil, err
			}
			p.tiers = append(p.tiers, tiers...)
		}
	}
	return list, nil
}

// changesOf are the nodes that came to a wallet and went, in order. What left the chain is left out.
func changesOf(ctx context.Context, st *statement.Period, sources *view.Sources) ([]change, error) {
	payments, err := paymentsOf(ctx, st, sources)
	if err != nil {
		return nil, err
	}
	var changes []change
	at := map[ledger.Hash]int{} // the last change of a transaction of the chain, in changes
	for i := range st.Accounts {
		a := &st.Accounts[i]
		if a.Asset != sale.Node {
			continue
		}
		for j := range a.Lines {
			l := &a.Lines[j]
			of, err := factOf(ctx, sources, l)
			if err != nil {
				return nil, err
			}
			if l.Reverses > 0 {
				if n, known := at[of.tx]; known {
					changes[n] = change{lot: Lot{When: changes[n].lot.When}}
					delete(at, of.tx)
				}
				continue
			}
			n := new(big.Int).Abs(l.Amount).Uint64()
			last, known := at[of.tx]
			switch {
			case l.Amount.Sign() < 0:
				changes = append(changes, change{lot: Lot{When: l.When}, gone: n})
			case known && of.tx != (ledger.Hash{}) && changes[last].gone == 0:
				changes[last].lot.Nodes += n
				continue
			default:
				lot := Lot{When: l.When, Sequence: l.Sequence, TxHash: of.tx, Nodes: n, Origin: Transferred}
				if err := lot.origin(ctx, sources, payments, l.Kind); err != nil {
					return nil, err
				}
				changes = append(changes, change{lot: lot})
			}
			at[of.tx] = len(changes) - 1
		}
	}
	changes = slices.DeleteFunc(changes, func(c change) bool { return c.gone == 0 && c.lot.Nodes == 0 })
	slices.SortStableFunc(changes, func(a, b change) int { return a.lot.When.Compare(b.lot.When) })
	return changes, nil
}

// origin says how the nodes of a lot came, and what was paid for them.
func (lot *Lot) origin(ctx context.Context, sources *view.Sources, payments map[ledger.Hash]*payment, kind ledger.Kind) (err error) {
	switch p := payments[lot.TxHash]; {
	case p != nil:
		lot.Origin, lot.Paid, lot.Tiers = Bought, p.paid.parts(), p.tiers
	case kind == sale.PurchaseKind || kind == sale.GiftKind:
		lot.Origin = Given
		lot.Tiers, err = tiersBehind(ctx, sources, lot.Sequence)
	}
	return err
}

// tiersBehind are the tiers that a purchase says that its nodes are of.
func tiersBehind(ctx context.Context, sources *view.Sources, sequence uint64) (list []Tier, err error) {
	behind, err := sources.Of(ctx, &engine.Entry{Sequence: sequence})
	if err != nil {
		return nil, err
	}
	for part := range strings.FieldsSeq(behind.Meta["tiers"]) {
		tier, nodes, _ := strings.Cut(part, ":")
		var t Tier
		if t.Tier, err = strconv.Atoi(tier); err == nil {
			t.Nodes, err = strconv.ParseUint(nodes, 10, 64)
		}
		if err != nil {
			return nil, fmt.Errorf("transaction %d of the journal has the tiers %q: run `nodeledger ledger verify`", sequence,
				view.Truncate(behind.Meta["tiers"]))
		}
		list = append(list, t)
	}
	return list, nil
}
