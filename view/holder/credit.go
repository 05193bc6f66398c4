package holder

import (
	"cmp"
	"context"
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/referral"
	"github.com/nodeledger/nodeledger/sale"
	"github.com/nodeledger/nodeledger/view"
)

// Credit is what one purchase earned for a referrer.
type Credit struct {
	When     time.Time
	Buyer    ledger.Wallet
	Nodes    uint64
	Paid     money.Amount // by the buyer
	Reward   money.Amount
	Stage    ledger.ReferralStage
	Block    uint64
	TxHash   ledger.Hash
	LogIndex uint32
	Sequence uint64 // of the purchase in the journal

	line   int
	source engine.Entry
}

// ReferralPaid is the stage of a credit that was paid; those before it are the ledger's.
const ReferralPaid ledger.ReferralStage = "paid"

// Referrals is a page of a referrer's credits, the newest first.
type Referrals struct {
	Wallet  ledger.Wallet
	Codes   []referral.Code // the wallet's own, in order
	Credits []Credit
	Count   int    // how many credits there are in all
	Next    string // where the next page begins; empty: this was the last
	AsOf    view.AsOf
}

// OfReferrals reads a page of at most limit credits after the place that the page before gave ("": from the newest). A
// credit is pending until its block is final. After that what was paid covers the oldest credits first: a credit is paid
// when it is covered whole, and payable before that. Purchases that left the chain have no credit.
func OfReferrals(ctx context.Context, e *engine.Engine, sources *view.Sources, codes *Codes, w ledger.Wallet, after string,
	limit int) (r Referrals, err error) {
	r.Wallet, r.Codes = w, codes.Of(w)
	if r.AsOf, err = view.Now(ctx, e); err != nil {
		return r, err
	}
	all, err := credits(ctx, e, sources, w)
	if err != nil {
		return r, err
	}
	r.Count = len(all)
	first := 0
	if after != "" {
		sequence, line, err := parsePlace(after)
		if err != nil {
			return r, err
		}
		at := slices.IndexFunc(all, func(c Credit) bool { return c.Sequence == sequence && c.line == line })
		if at < 0 {
			return r, problem.Invalidf("after is the next of the page before, and its purchase left the chain: begin again without it")
		}
		first = at + 1
	}
	last := min(first+limit, len(all))
	r.Credits = all[first:last]
	for i := range r.Credits {
		if err := r.Credits[i].read(ctx, sources); err != nil {
			return r, err
		}
	}
	if last < len(all) {
		r.Next = fmt.Sprintf("%d.%d", all[last-1].Sequence, all[last-1].line)
	}
	return r, nil
}

func parsePlace(text string) (sequence uint64, line int, err error) {
	a, b, ok := strings.Cut(text, ".")
	sequence, bad := strconv.ParseUint(a, 10, 63)
	at, worse := strconv.ParseUint(b, 10, 31)
	if !ok || bad != nil || worse != nil {
		return 0, 0, problem.Invalidf("after is the next of the page before, not %q", view.Truncate(text))
	}
	return sequence, int(at), nil
}

// credits are all live ones with their stages, the newest first, and without what their transactions say.
func credits(ctx context.Context, e *engine.Engine, sources *view.Sources, w ledger.Wallet) ([]Credit, error) {
	var list []Credit
	gone := map[uint64]bool{}
	account := ledger.ReferralExpense(w)
	for entry, err := range view.Entries(ctx, e.History(), account, time.Time{}, time.Time{}) {
		if err != nil {
			return nil, err
		}
		switch {
		case entry.Kind == ledger.ReversalKind:
			reversal, err := sources.Of(ctx, entry)
			if err != nil {
				return nil, err
			}
			gone[reversal.Reverses] = true
		case entry.Kind == sale.PurchaseKind && entry.Posting.To == account:
			stage := ledger.ReferralStage(entry.Posting.From.Stage()) // that it was owed at
			if stage == "" {
				stage = ReferralPaid // within the purchase
			}
			list = append(list, Credit{
				When: entry.Effective, Reward: entry.Posting.Amount, Stage: stage, Sequence: entry.Sequence, line: entry.Line, source: *entry,
			})
		}
	}
	list = slices.DeleteFunc(list, func(c Credit) bool { return gone[c.Sequence] })
	slices.SortFunc(list, func(a, b Credit) int {
		return cmp.Or(b.When.Compare(a.When), cmp.Compare(b.Sequence, a.Sequence), cmp.Compare(b.line, a.line))
	})
	return list, stages(ctx, e.Reader(), w, list)
}

// stages says how far each credit has come. It stands at the stage that it was booked at: what is pending now is the newest
// part of what was booked as pending, and of all others that were not paid at once the newest part is payable.
func stages(ctx context.Context, s fold.Balances, w ledger.Wallet, list []Credit) error {
	held := map[ledger.ReferralStage]*big.Int{ledger.ReferralPending: new(big.Int), ledger.ReferralPayable: new(big.Int)}
	for stage, sum := range held {
		account := ledger.Referral(w, stage)
		for p, err := range s.Balances(ctx, account.Prefix()) {
			if err != nil {
				return err
			}
			if p.Account == account {
				sum.Add(sum, account.Normal(p.Balance))
			}
		}
	}
	for i := range list {
		c := &list[i]
		reward := c.Reward.Big()
		if c.Stage == ReferralPaid {
			continue
		}
		if pending := held[ledger.ReferralPending]; c.Stage == ledger.ReferralPending && pending.Sign() > 0 {
			pending.Sub(pending, reward)
			continue
		}
		c.Stage = ReferralPaid
		if payable := held[ledger.ReferralPayable]; payable.Sign() > 0 {
			c.Stage = ledger.ReferralPayable
			payable.Sub(payable, reward)
		}
	}
	return nil
}

// read fills in what the purchase's transaction says.
func (c *Credit) read(ctx context.Context, sources *view.Sources) error {
	s, err := sources.Of(ctx, &c.source)
	if err != nil {
		return err
	}
	c.Block, c.TxHash, c.LogIndex = s.Source.BlockNumber, s.Source.TxHash, s.Source.LogIndex
	for _, p := range s.Postings {
		if w, owned := p.From.Wallet(); owned && p.From.Role() == ledger.SaleRole {
			c.Buyer = w
		}
	}
	if c.Nodes, err = strconv.ParseUint(s.Meta["quantity"], 10, 64); err != nil {
		return fmt.Errorf("transaction %d: its quantity: %w", c.Sequence, err)
	}
	c.Paid, err = money.ParseUnits(c.Reward.Asset(), s.Meta["paid"])
	return err
}
