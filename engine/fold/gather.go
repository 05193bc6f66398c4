package fold

import (
	"context"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
)

// gather is the run of what the books owe in an asset as they are now.
func (f *Fold) gather(ctx context.Context, body *PayoutBody, at time.Time, books Balances) (*payout.Run, error) {
	use, ok := f.program.AssetUse(body.Asset)
	if !ok {
		return nil, f.program.Lacks("asset " + body.Asset)
	}
	if _, sent := use.Contract(); !sent && use.Kind != program.Native {
		return nil, problem.Conflictf("%s has no contract on the chain, so nothing of it can be sent: write its address in the program "+
			"file once it is deployed", use.Asset)
	}
	var owed []payout.Owed
	prefixes := []ledger.Prefix{ledger.HoldingClass.Prefix()} // and of what else holders have
	if f.program.Referral.Settlement == program.Accrued {
		prefixes = append(prefixes, ledger.ReferrerClass.Prefix()) // otherwise the sale's contract holds them, and pays them itself
	}
	for _, prefix := range prefixes {
		for p, err := range books.Balances(ctx, prefix) {
			if err != nil {
				return nil, err
			}
			if _, _, payable := p.Account.Payable(); !payable || p.Asset != use.Asset {
				continue
			}
			amount, err := p.Balance.Held()
			if err != nil {
				return nil, err
			}
			if !amount.IsZero() {
				owed = append(owed, payout.Owed{Account: p.Account, Amount: amount})
			}
		}
	}
	if _, has := f.program.Payout.Distributor(use.Asset); !has && body.Method == payout.Claim {
		return nil, problem.Conflictf("the program file names no distributor of %s, so nothing can be claimed: write payout.distributor, "+
			"or pay by transfer", use.Asset)
	}
	guard := f.payouts.Guard(f.program.Payout.Minimum(use.Asset))
	guard.Never = f.contracts()
	return payout.Prepare(f.program.Name, body.Run, use.Asset, body.Method, at, owed, guard)
}

// contracts are the program's own addresses, which can hold nodes like any other and would never give back what they are paid.
// A Safe's batch with one of them in it is refused as a whole.
func (f *Fold) contracts() map[ledger.Wallet]string {
	p := f.program
	own := map[ledger.Wallet]string{}
	for _, a := range p.Assets {
		if token, kept := a.Contract(); kept {
			own[ledger.Wallet(token)] = "it is the contract of " + a.Asset.Symbol()
		}
	}
	for _, d := range p.Payout.Distributors {
		own[ledger.Wallet(d.Address)] = "it is the distributor itself"
	}
	own[ledger.Wallet(p.Sale.Licence)] = "it is the licence's contract"
	own[ledger.Wallet(p.Sale.Contract)] = "it is the sale contract"
	own[ledger.Wallet(p.Payout.Treasury)] = "it is the treasury itself"
	delete(own, ledger.Wallet{})
	return own
}
