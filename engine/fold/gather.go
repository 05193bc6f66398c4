package fold

import (
	"context"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
)

// gather is the run of what the books owe in an asset as they are now.
func (f *Fold) gather(ctx context.Context, body *PayoutBody, at time.Time, books Books) (*payout.Run, error) {
	use, ok := f.program.AssetUse(body.Asset)
	if !ok {
		return nil, f.program.Lacks("asset " + body.Asset)
	}
	if _, sent := use.Contract(); !sent && use.Kind != program.Native {
		return nil, problem.Conflictf("%s has no contract on the chain, so nothing of it can be sent: write its address in the program "+
			"file once it is deployed", use.Asset)
	}
	var owed []payout.Owed
	for _, prefix := range OwedBy(f.program, use.Asset) {
		for p, err := range books.Balances(ctx, prefix) {
			if err != nil {
				return nil, err
			}
			if _, payable := p.Account.Payable(); !payable || p.Asset != use.Asset {
				continue
			}
			amount, err := Standing(p)
			if err != nil {
				return nil, err
			}
			if !amount.IsZero() {
				owed = append(owed, payout.Owed{Account: p.Account, Amount: amount})
			}
		}
	}
	if err := agreed(ctx, owed, books); err != nil {
		return nil, err
	}
	moment := f.momentAt(at)
	distributor, has := f.program.Payout.Distributor(use.Asset, moment)
	if !has && body.Method == payout.Claim {
		return nil, problem.Conflictf("the program file names no distributor of %s, so nothing can be claimed: write payout.distributor, "+
			"or pay by transfer", use.Asset)
	}
	guard := f.payouts.Guard(f.program.Payout.Minimum(use.Asset, moment))
	guard.Never = f.contracts()
	run, err := payout.Prepare(f.program.Name, body.Run, use.Asset, body.Method, at, owed, guard)
	if err != nil {
		return nil, err
	}
	run.Payer.Treasury = ledger.Wallet(f.program.Payout.Payer(moment))
	if body.Method == payout.Claim {
		run.Payer.Distributor = ledger.Wallet(distributor)
	}
	return run, nil
}

// OwedBy selects the accounts that runs of an asset gather from.
func OwedBy(p *program.Program, asset money.Asset) []ledger.Prefix {
	if p.Token != nil && p.Token.Asset == asset {
		return []ledger.Prefix{ledger.RegisterOf(asset)}
	}
	prefixes := []ledger.Prefix{ledger.ShareRole.Prefix(), ledger.RebateRole.Prefix()}
	if p.Referral.Settlement == program.Accrued {
		prefixes = append(prefixes, ledger.ReferralRole.Prefix()) // otherwise the sale's contract holds them, and pays them itself
	}
	return prefixes
}

// Standing is what a place has on the account's normal side.
func Standing(p ledger.PlaceBalance) (money.Amount, error) {
	if p.Account.Side() == ledger.Credit {
		return p.Balance.Owed()
	}
	return p.Balance.Held()
}

// contracts are the program's own addresses, which can hold nodes like any other: contracts would never give back what they are paid,
// and what a wallet of the project is paid never leaves the project. A Safe's batch with a contract in it is refused as a whole.
func (f *Fold) contracts() map[ledger.Wallet]string {
	p := f.program
	own := map[ledger.Wallet]string{}
	for _, a := range p.Assets {
		if token, kept := a.Contract(); kept {
			own[ledger.Wallet(token)] = "it is the contract of " + a.Asset.Symbol()
		}
	}
	for _, d := range p.Payout.Claimed() {
		own[ledger.Wallet(d.Address)] = "it is the distributor itself"
	}
	for _, w := range p.Own() {
		own[ledger.Wallet(w.Address)] = "it is the project's own wallet " + w.Name
	}
	own[ledger.Wallet(p.Sale.Licence)] = "it is the licence's contract"
	own[ledger.Wallet(p.Sale.Contract)] = "it is the sale contract"
	for _, e := range p.Payout.Treasury {
		own[ledger.Wallet(e.Value)] = "it is the treasury itself"
	}
	delete(own, ledger.Wallet{})
	return own
}
