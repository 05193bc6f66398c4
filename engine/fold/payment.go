package fold

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/payout/evidence"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

// payers is what the program pays with: which contract is which asset, and where payments are seen.
type payers struct {
	sources *evidence.Sources
	assets  map[common.Address]money.Asset // by token; the zero address is the chain's own coin
}

func newPayers(p *program.Program) payers {
	out := payers{evidence.Of(p), map[common.Address]money.Asset{}}
	for _, a := range p.Assets {
		switch {
		case a.Kind == program.Native:
			out.assets[common.Address{}] = a.Asset
		case a.Address != (common.Address{}):
			out.assets[a.Address] = a.Asset
		}
	}
	return out
}

// payments settles what a final block shows of payments, in the order of the chain.
//
//	assets:wallet:<treasury>, assets:distributor:<d> -> liabilities:payout:<run>:<w>   a payment that a run's line explains
//	assets:wallet:<treasury> -> assets:distributor:<d>                                 the distributor is funded
//	assets:wallet:<treasury>, assets:distributor:<d> -> equity:suspense                what no line explains, with the problem's name
func (f *Fold) payments(b *sale.Block, rule string) ([]ledger.Draft, error) {
	payments, unread := f.payers.sources.Read(b.Logs, b.Txs)
	var drafts []ledger.Draft
	for i := range payments {
		d, err := f.payment(b, &payments[i], rule)
		if err != nil {
			return nil, err
		}
		drafts = append(drafts, d...)
	}
	for _, u := range unread {
		x := f.payouts.Unread(placeKey(u.Place), ledger.Hash(u.Place.TxHash), u.Why, b.When())
		drafts = append(drafts, f.exception(b, u.Place, rule, x))
	}
	return drafts, nil
}

func (f *Fold) payment(b *sale.Block, p *evidence.Payment, rule string) ([]ledger.Draft, error) {
	asset, ok := f.payers.assets[p.Token]
	if !ok {
		return nil, fmt.Errorf("the payment %s is in the token %s, which is not an asset of the program", placeKey(p.Place), p.Token)
	}
	amount := money.FromUint256(asset, &p.Amount)
	meta := ledger.Meta{"wallet": p.To.String(), "amount": amount.Digits(), "asset": asset.Symbol()}
	if to, has := f.program.Payout.Distributor(asset); has && !p.Claim && ledger.Wallet(to) == p.To {
		d := f.paymentDraft(payout.FundingKind, "funding", b, p.Place, rule, meta)
		d.Postings = []ledger.Posting{{From: ledger.WalletFunds(p.From), To: ledger.DistributorFunds(p.To), Amount: amount}}
		return []ledger.Draft{d}, nil
	}
	method, payer := payout.Transfer, ledger.WalletFunds(p.From)
	if p.Claim {
		method, payer = payout.Claim, ledger.DistributorFunds(p.From)
	}
	s, err := f.payouts.Settle(payout.Evidence{
		Key: placeKey(p.Place), TxHash: ledger.Hash(p.Place.TxHash), Payer: payer, To: p.To, Amount: amount, Method: method, At: b.When(),
	})
	if err != nil {
		return nil, fmt.Errorf("payment %s: %w", placeKey(p.Place), err)
	}
	var drafts []ledger.Draft
	if len(s.Paid) > 0 {
		d := f.paymentDraft(payout.SettlementKind, "settlement", b, p.Place, rule, meta)
		for _, paid := range s.Paid {
			d.Postings = append(d.Postings, paid.Moves...)
		}
		d.Meta["method"] = string(method)
		drafts = append(drafts, d)
	}
	if s.Exception != nil {
		d := f.exception(b, p.Place, rule, s.Exception)
		if s.Exception.Problem != payout.PartlyPaid { // what is missing there did not move
			d.Postings = []ledger.Posting{{From: payer, To: ledger.Suspense(), Amount: s.Exception.Amount}}
		}
		drafts = append(drafts, d)
	}
	return drafts, nil
}

func (f *Fold) exception(b *sale.Block, at evm.Place, rule string, x *payout.Exception) ledger.Draft {
	meta := ledger.Meta{"problem": string(x.Problem), "text": x.Text()}
	if x.Problem != payout.Unread {
		meta["wallet"], meta["amount"], meta["asset"] = x.Wallet.String(), x.Amount.Digits(), x.Amount.Asset().Symbol()
	}
	if x.Run != "" {
		meta["run"] = x.Run
	}
	return f.paymentDraft(payout.ExceptionKind, "exception", b, at, rule, meta)
}

// paymentDraft is a transaction of a payment's log. It is booked when its block is final, so it is never reversed.
func (f *Fold) paymentDraft(kind ledger.Kind, leg string, b *sale.Block, at evm.Place, rule string, meta ledger.Meta) ledger.Draft {
	if at.Part > 0 {
		leg = fmt.Sprintf("%s-%d", leg, at.Part)
	}
	return ledger.Draft{
		Kind: kind, Program: f.program.Name, Rule: rule, Effective: b.When(), Booked: b.When(), Meta: meta,
		Source: ledger.LogSource(f.program.Chain.ID, b.Number, ledger.Hash(b.Hash), ledger.Hash(at.TxHash), at.Index, leg, 0),
	}
}

// placeKey names a payment permanently: its transaction, its log, and its place in a batch of coins.
func placeKey(at evm.Place) string {
	if at.Part > 0 {
		return fmt.Sprintf("%s:%d:%d", at.TxHash, at.Index, at.Part)
	}
	return fmt.Sprintf("%s:%d", at.TxHash, at.Index)
}
