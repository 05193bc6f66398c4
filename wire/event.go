package wire

import (
	"strconv"
	"strings"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/sale"
)

// Event says that something was booked; the journal has all of it.
type Event struct {
	Sequence  uint64   `json:"sequence" doc:"Of the transaction in the journal, and the id of the event"`
	Kind      string   `json:"kind" doc:"Of the transaction" example:"purchase"`
	Effective string   `json:"effective" format:"date-time" doc:"When it holds"`
	Reverses  uint64   `json:"reverses,omitempty" doc:"The transaction that it undoes"`
	Wallet    string   `json:"wallet,omitempty" doc:"Of a purchase: who bought"`
	Nodes     uint64   `json:"nodes,omitempty" doc:"Of a purchase: how many"`
	Code      string   `json:"code,omitempty" doc:"Of a purchase: the referral code, as the buyer wrote it"`
	Job       string   `json:"job,omitempty" doc:"Of a closed epoch: its job"`
	Slot      string   `json:"slot,omitempty" doc:"Of a closed epoch: its day or instant"`
	Run       string   `json:"run,omitempty" doc:"Of a payout: its run"`
	Lines     int      `json:"lines" doc:"How many postings the transaction has"`
	Moved     []Amount `json:"moved" doc:"The sum of the postings, one for each asset"`
}

// What is told, by the name of the event.
type (
	// PurchaseEvent is about the sale: a purchase, a gift, a refund, a licence that moved, or that one of these left the chain.
	PurchaseEvent Event
	// FinalEvent is about what becomes due when a purchase is final.
	FinalEvent Event
	// EpochEvent is about a period that was closed: an epoch, the drop, a month, an unlocking.
	EpochEvent Event
	// PayoutEvent is about a payout: a run that was prepared or took a step, and what the chain shows of it.
	PayoutEvent Event
)

// Events are the types of what is told by the name of the event.
var Events = map[string]any{"purchase": PurchaseEvent{}, "final": FinalEvent{}, "epoch": EpochEvent{}, "payout": PayoutEvent{}}

// EventOf is what is told of a transaction; ok is false when nothing is.
func EventOf(tx *ledger.Transaction) (event any, ok bool) {
	e := Event{
		Sequence: tx.Sequence, Kind: string(tx.Kind), Effective: Instant(tx.Effective), Reverses: tx.Reverses,
		Lines: len(tx.Postings), Moved: moved(tx.Postings),
	}
	if run, steps := fold.StepOf(tx); steps {
		e.Run = run
		return PayoutEvent(e), true
	}
	switch kind := string(tx.Kind); {
	case tx.Kind == sale.PurchaseKind, tx.Kind == sale.RefundKind, tx.Kind == sale.TransferKind, tx.Kind == sale.GiftKind,
		tx.Kind == ledger.ReversalKind:
		e.Nodes, _ = strconv.ParseUint(tx.Meta["quantity"], 10, 64) // other kinds have none
		e.Code = tx.Meta["code"]
		for _, p := range tx.Postings {
			for _, account := range []ledger.Account{p.From, p.To} {
				if wallet, owned := account.Wallet(); owned && account.Role() == ledger.SaleRole {
					e.Wallet = wallet.String()
				}
			}
		}
		return PurchaseEvent(e), true
	case tx.Kind == sale.PayableKind, tx.Kind == rewards.RebateKind:
		return FinalEvent(e), true
	case tx.Kind == fold.AmendmentKind:
		p, _ := fold.Corrects(tx.Source)
		e.Job, e.Slot = p.Job, p.Slot
		return EpochEvent(e), true
	case strings.HasSuffix(kind, "-epoch"), strings.HasPrefix(kind, "tge-"), tx.Kind == rewards.UnlockKind, tx.Kind == rewards.MonthKind:
		e.Job, e.Slot = tx.Source.Name, tx.Source.Reference
		return EpochEvent(e), true
	case strings.HasPrefix(kind, "payout-"):
		e.Run = tx.Meta["run"]
		return PayoutEvent(e), true
	}
	return nil, false
}

// moved sums postings by asset, in the order in which the assets come first. A sum beyond all bounds is left out.
func moved(postings []ledger.Posting) []Amount {
	sums, order := map[money.Asset]money.Amount{}, []money.Asset{}
	for _, p := range postings {
		asset := p.Amount.Asset()
		before, seen := sums[asset]
		if !seen {
			before = money.Zero(asset)
			order = append(order, asset)
		}
		if sum, err := before.Add(p.Amount); err == nil {
			sums[asset] = sum
		}
	}
	out := []Amount{}
	for _, asset := range order {
		out = append(out, AmountOf(sums[asset]))
	}
	return out
}
