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
	assets  map[common.Address]money.Asset   // by token; the zero address is the chain's own coin
	own     map[ledger.Wallet]ledger.Account // of the project's wallets and distributors
	since   map[held]uint64                  // of those that a later text added: what moves up to that block is not booked
}

func newPayers(p *program.Program) payers {
	out := payers{evidence.Of(p), map[common.Address]money.Asset{}, map[ledger.Wallet]ledger.Account{}, map[held]uint64{}}
	for _, w := range p.Own() {
		out.own[ledger.Wallet(w.Address)] = ledger.WalletFunds(ledger.Wallet(w.Address))
	}
	for _, d := range p.Payout.Claimed() {
		out.own[ledger.Wallet(d.Address)] = ledger.DistributorFunds(ledger.Wallet(d.Address))
	}
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

// movement is a token's way into or out of a wallet within a transaction.
type movement struct {
	tx     common.Hash
	wallet ledger.Wallet
	asset  money.Asset
	in     bool
}

// explained is what a block's purchases and refunds say of movements: how much of each is booked already.
type explained map[movement]money.Amount

// purchase adds what a purchase brings its receiver; refund what a refund takes from it.
func (x explained) purchase(p *sale.Purchase, receiver ledger.Wallet, all bool) error {
	amount := p.Treasury
	if all {
		amount = p.Paid
	}
	return x.add(movement{p.TxHash, receiver, amount.Asset(), true}, amount)
}

func (x explained) refund(r *sale.Refund, receiver ledger.Wallet) error {
	return x.add(movement{r.TxHash, receiver, r.Amount.Asset(), false}, r.Amount)
}

func (x explained) add(m movement, a money.Amount) (err error) {
	if before, known := x[m]; known {
		a, err = before.Add(a)
	}
	x[m] = a
	return err
}

// take takes an amount out of what is explained of a movement, and gives what is not.
func (x explained) take(m movement, a money.Amount) (rest money.Amount, err error) {
	has, known := x[m]
	if !known {
		return a, nil
	}
	part := a
	if has.Cmp(a) < 0 {
		part = has
	}
	if x[m], err = has.Sub(part); err != nil {
		return a, err
	}
	return a.Sub(part)
}

// settled books what a final block shows beside the sale: movements of the project's wallets, and stakes on contracts.
func (f *Fold) settled(b *sale.Block, rule string, known explained) ([]ledger.Draft, error) {
	paid, err := f.payments(b, rule, known)
	if err != nil {
		return nil, err
	}
	staked, err := f.deposits(b, rule)
	return append(paid, staked...), err
}

// payments books what a final block shows of the project's wallets, in the order of the chain.
//
//	assets:wallet:<treasury>, assets:distributor:<d> -> liabilities:payout:<run>:<w>   a payment that a run's line explains
//	assets:wallet:<w> -> assets:distributor:<d>, assets:wallet:<other>                 between the project's own
//	assets:wallet:<w>, assets:distributor:<d> -> equity:suspense                       a payment that nothing explains
//	equity:suspense -> assets:wallet:<w>, assets:distributor:<d>                       a receipt that nothing explains
//
// and revenue and buybacks where the program's file says which wallets show them, see income and buyback.
//
// What nothing explains names its problem. What purchases and refunds of the same transaction explain is booked by them.
func (f *Fold) payments(b *sale.Block, rule string, known explained) ([]ledger.Draft, error) {
	payments, unread := f.payers.sources.Read(b.Logs, b.Txs)
	swaps, err := f.swaps(b, payments, known)
	if err != nil {
		return nil, err
	}
	var drafts []ledger.Draft
	for i := range payments {
		d, err := f.payment(b, &payments[i], rule, known, swaps)
		if err != nil {
			return nil, fmt.Errorf("payment %s: %w", placeKey(payments[i].Place), err)
		}
		drafts = append(drafts, d...)
	}
	for _, u := range unread {
		x := f.payouts.Unread(placeKey(u.Place), ledger.Hash(u.Place.TxHash), u.Why, b.When())
		drafts = append(drafts, f.exception(b, u.Place, rule, x))
	}
	return drafts, nil
}

// funds is the account of a wallet of the project or of a distributor, for a token that moves in a block; false for every other wallet,
// and where the movement is in what a later text found there.
func (f *Fold) funds(w ledger.Wallet, token common.Address, block uint64) (a ledger.Account, own bool) {
	a, own = f.payers.own[w]
	since, later := f.payers.since[held{w, token}]
	return a, own && (!later || block > since)
}

func (f *Fold) payment(b *sale.Block, p *evidence.Payment, rule string, known explained, swaps map[swapKey]*swap) ([]ledger.Draft, error) {
	asset, ok := f.payers.assets[p.Token]
	if !ok {
		return nil, fmt.Errorf("the token %s is not an asset of the program", p.Token)
	}
	amount := money.FromUint256(asset, &p.Amount)
	from, paid := f.funds(p.From, p.Token, b.Number)
	to, got := f.funds(p.To, p.Token, b.Number)
	e := payout.Evidence{
		Key: placeKey(p.Place), TxHash: ledger.Hash(p.Place.TxHash), Payer: from, To: p.To, Amount: amount, Method: payout.Transfer, At: b.When(),
	}
	var err error
	switch {
	case p.Claim && !got: // no run has a line of the project's own wallets
		e.Method = payout.Claim
		return f.settle(b, p, rule, e)
	case !paid && !got, paid && from == to: // it is in what a later text found there, or moved nothing
		return nil, nil
	case paid && got:
		kind, leg := payout.TransferKind, "transfer"
		if to.Role() == ledger.DistributorRole {
			kind, leg = payout.FundingKind, "funding"
		}
		d := f.paymentDraft(kind, leg, b, p.Place, rule, movedMeta(p.To, amount))
		d.Postings = []ledger.Posting{{From: from, To: to, Amount: amount}}
		return []ledger.Draft{d}, nil
	case paid && swaps[swapKey{p.TxHash, p.From}].of(asset), got && swaps[swapKey{p.TxHash, p.To}].of(asset):
		who := p.From
		if got {
			who = p.To
		}
		return f.buyback(b, swaps[swapKey{p.TxHash, who}])
	case paid:
		e.Amount, err = known.take(movement{p.TxHash, p.From, asset, false}, amount)
	default:
		e.Payer, e.To = to, p.From
		e.Amount, err = known.take(movement{p.TxHash, p.To, asset, true}, amount)
	}
	if err != nil || e.Amount.IsZero() {
		return nil, err
	}
	if rule := f.provenBy(b); got && rule != nil && asset == f.program.Revenue.Asset {
		if source, is := rule.SourceOf(common.Address(p.To)); is {
			return f.income(b, p, source, e.Amount)
		}
	}
	if paid && f.program.Payout.Pays(common.Address(p.From)) {
		return f.settle(b, p, rule, e)
	}
	return []ledger.Draft{f.exception(b, p.Place, rule, f.payouts.Unexplained(e, !paid))}, nil
}

// settle matches a payment with the open lines of runs.
func (f *Fold) settle(b *sale.Block, p *evidence.Payment, rule string, e payout.Evidence) ([]ledger.Draft, error) {
	s, err := f.payouts.Settle(e)
	if err != nil {
		return nil, err
	}
	var drafts []ledger.Draft
	if len(s.Paid) > 0 {
		d := f.paymentDraft(payout.SettlementKind, "settlement", b, p.Place, rule, movedMeta(p.To, e.Amount))
		for _, paid := range s.Paid {
			d.Postings = append(d.Postings, paid.Moves...)
		}
		d.Meta["method"] = string(e.Method)
		drafts = append(drafts, d)
	}
	if s.Exception != nil {
		drafts = append(drafts, f.exception(b, p.Place, rule, s.Exception))
	}
	return drafts, nil
}

func movedMeta(to ledger.Wallet, a money.Amount) ledger.Meta {
	return ledger.Meta{"wallet": to.String(), "amount": a.Digits(), "asset": a.Asset().Symbol()}
}

func (f *Fold) exception(b *sale.Block, at evm.Place, rule string, x *payout.Exception) ledger.Draft {
	meta := ledger.Meta{"problem": string(x.Problem), "text": x.Text()}
	if x.Problem != payout.Unread {
		meta["wallet"], meta["amount"], meta["asset"] = x.Wallet.String(), x.Amount.Digits(), x.Amount.Asset().Symbol()
	}
	if x.Run != "" {
		meta["run"] = x.Run
	}
	d := f.paymentDraft(payout.ExceptionKind, "exception", b, at, rule, meta)
	if posting, moved := x.Suspend(); moved {
		d.Postings = []ledger.Posting{posting}
	}
	return d
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
