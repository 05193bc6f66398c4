package view

import (
	"context"
	"maps"
	"slices"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/sale"
)

// Sale is the sale as the books have it.
type Sale struct {
	Ladder    sale.Ladder
	Terms     sale.Terms
	Treasury  ledger.Wallet // zero: not known
	Totals    sale.Totals
	Announced []sale.Announced // changes that can still be made, the newest [sale.MostAnnounced]
	More      bool             // there are others
	Vouchers  bool             // a purchase needs one
	Paused    bool             // nothing can be bought now
	Frozen    bool             // the books wait for an operator
	Pending   int              // blocks with purchases that are not final
	AsOf      AsOf
}

// OfSale reads the sale. What it gives does not change when the books do.
func OfSale(ctx context.Context, e *engine.Engine) (s Sale, err error) {
	e.View(func(f *fold.Fold, state engine.State) {
		s.AsOf = At(state)
		s.Ladder, s.Terms, s.Treasury, s.Totals = f.Sale.Ladder, f.Sale.Terms, f.Sale.Treasury, f.Sale.Totals
		s.Ladder.Rungs, s.Totals.Flags = slices.Clone(s.Ladder.Rungs), maps.Clone(s.Totals.Flags)
		s.Vouchers, s.Paused = f.Sale.Vouchers, f.Sale.Paused
		for _, a := range f.Sale.Announced {
			if a.Open(s.AsOf.Time) {
				s.Announced = append(s.Announced, a)
			}
		}
		s.More = f.Sale.AnnouncedMore > 0 && f.Sale.AnnouncedMore >= uint64(max(s.AsOf.Time.Unix(), 0))
		s.Totals.Others = slices.Clone(s.Totals.Others)
		if s.Ladder.Max != nil {
			most := *s.Ladder.Max
			s.Ladder.Max = &most
		}
		s.Frozen, s.Pending = state.Frozen != nil, f.Pending()
	})
	return s, s.AsOf.Prove(ctx, e.Reader())
}
