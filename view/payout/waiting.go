package payout

import (
	"strconv"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sentence"
)

// Waiting is a wallet that a run leaves waiting.
type Waiting struct {
	Wallet ledger.Wallet
	Amount money.Amount
	Reason sentence.Sentence // for operators
}

// Waiting is the wallets that wait after the first from of them, limit at most, and where the next page begins; empty: nowhere.
// Why a wallet is held back is what operators say now: that stands in no run, since everybody can read those.
func (x *Runs) Waiting(h *RunHead, from, limit int) (list []Waiting, next string) {
	from = min(from, len(h.Waiting))
	to := min(from+limit, len(h.Waiting))
	if to < len(h.Waiting) {
		next = strconv.Itoa(to)
	}
	x.engine.Payouts(func(b *payout.Book) {
		for _, w := range h.Waiting[from:to] {
			list = append(list, Waiting{w.Wallet, w.Amount, whyWaiting(x.engine.Program(), &w, h.Minimum, b.Holds()[w.Wallet])})
		}
	})
	return list, next
}

// Reason says that the wallet waits; the zero Sentence when it does not. It is for everybody, so it is the same whatever the
// reason: who is held back or on the sanctions list cannot be told from who is owed too little.
func (w *WalletRun) Reason() sentence.Sentence {
	if w.Waiting == nil {
		return sentence.Sentence{}
	}
	return sentence.New(sentence.WaitingForOperators, nil)
}

func whyWaiting(p *program.Program, w *payout.Waiting, minimum money.Amount, held string) sentence.Sentence {
	switch {
	case w.Why == payout.BelowMinimum:
		return sentence.New(sentence.WaitingForMinimum, sentence.Params{"minimum": minimum.String()})
	case w.Why == payout.OnList:
		return sentence.New(sentence.WaitingSanctioned, nil)
	case w.Why == payout.HeldBack && held != "":
		return sentence.New(sentence.WaitingHeldBecause, sentence.Params{"why": held})
	case w.Why == payout.HeldBack:
		return sentence.New(sentence.WaitingHeld, nil)
	}
	return whyNeverPaid(p, w.Wallet)
}

// whyNeverPaid says what an address of the program's own is.
func whyNeverPaid(p *program.Program, w ledger.Wallet) sentence.Sentence {
	switch address := common.Address(w); address {
	case common.Address{}:
		return sentence.New(sentence.NeverPaidZero, nil)
	case p.Sale.Contract:
		return sentence.New(sentence.NeverPaidSale, nil)
	case p.Sale.Licence:
		return sentence.New(sentence.NeverPaidLicence, nil)
	}
	if p.Payout.Pays(common.Address(w)) {
		return sentence.New(sentence.NeverPaidTreasury, nil)
	}
	for _, own := range p.Own() {
		if ledger.Wallet(own.Address) == w {
			return sentence.New(sentence.NeverPaidOwn, sentence.Params{"name": own.Name})
		}
	}
	for _, d := range p.Payout.Claimed() {
		if ledger.Wallet(d.Address) == w {
			return sentence.New(sentence.NeverPaidDistributor, nil)
		}
	}
	for _, a := range p.Assets {
		if token, kept := a.Contract(); kept && ledger.Wallet(token) == w {
			return sentence.New(sentence.NeverPaidToken, sentence.Params{"asset": a.Asset.Symbol()})
		}
	}
	return sentence.New(sentence.NeverPaid, nil)
}
