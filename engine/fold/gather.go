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

// CheckRun refuses a run that does not follow from the postings of its accounts, see [RunCheck.Agree].
func (f *Fold) CheckRun(ctx context.Context, run string, books Books) error {
	check, err := f.RunCheck(run)
	if err != nil {
		return err
	}
	return check.Agree(ctx, books)
}

// RunCheck is the accounts of a run: what it gathered from, and what it owes each wallet. Those of a run for claims are also those of
// every run whose lines are in its tree. It stands still, so it may be used while the fold goes on.
type RunCheck struct {
	accounts []ledger.Account
	lines    map[ledger.Account]money.Amount // yet to be paid
	runs     map[ledger.Account]string       // whose account it is
}

// RunCheck is the accounts of a run; none when it is not there or was cancelled.
func (f *Fold) RunCheck(run string) (*RunCheck, error) {
	check := RunCheck{lines: map[ledger.Account]money.Amount{}, runs: map[ledger.Account]string{}}
	p := f.payouts.Run(run)
	if p == nil {
		return &check, nil
	}
	for _, r := range f.payouts.Runs() {
		inTree := r.Method == payout.Claim && p.Method == payout.Claim && r.Asset == p.Asset && r.By(payout.Exported) != nil
		if r != p && !inTree || r.State == payout.Cancelled {
			continue
		}
		if err := check.add(r); err != nil {
			return nil, err
		}
	}
	return &check, nil
}

// Agree refuses the run with the code projection-differs where its amounts do not follow from postings: both tables of sums must agree
// with the postings of its accounts, nothing that it gathered from may have less than nothing, and each line must stand as what the
// run has yet to pay.
func (c *RunCheck) Agree(ctx context.Context, books Books) error {
	held, err := books.Agreed(ctx, c.accounts)
	if err != nil {
		return err
	}
	seen := map[ledger.Account]bool{}
	for _, p := range held {
		want, line := c.lines[p.Account]
		if line && want.Asset() != p.Asset {
			continue
		}
		seen[p.Account] = true
		if err := c.stands(p); err != nil {
			return err
		}
	}
	for account, want := range c.lines {
		if !seen[account] && !want.IsZero() {
			return notCovered(c.runs[account], account, money.Zero(want.Asset()), want)
		}
	}
	return nil
}

func (c *RunCheck) add(r *payout.Progress) error {
	note := func(a ledger.Account) {
		if _, known := c.runs[a]; !known {
			c.runs[a] = r.Name
			c.accounts = append(c.accounts, a)
		}
	}
	for _, w := range r.Wallets() {
		total, paid, parts, _ := r.Line(w)
		left, err := total.Sub(paid)
		if err != nil {
			return err
		}
		for _, part := range parts {
			note(part.From)
			line, err := ledger.RunLine(r.Name, w, part.From)
			if err != nil {
				return err
			}
			note(line)
			c.lines[line] = left
		}
	}
	return nil
}

// stands refuses a balance, which is what postings say, that the run does not follow from.
func (c *RunCheck) stands(p ledger.PlaceBalance) error {
	has, err := Standing(p)
	if err != nil {
		return problem.New(problem.Conflict, problem.ProjectionDiffers, "run %s gathered more from %s than its postings say, which leave %s: "+
			"nothing is paid of it; run `nodeledger ledger verify`", c.runs[p.Account], p.Account, p.Balance)
	}
	if want, line := c.lines[p.Account]; line && has != want {
		return notCovered(c.runs[p.Account], p.Account, has, want)
	}
	return nil
}

func notCovered(run string, line ledger.Account, has, want money.Amount) error {
	return problem.New(problem.Conflict, problem.ProjectionDiffers, "run %s has %s to pay by its lines, and the postings of %s say %s: "+
		"nothing is paid of it; run `nodeledger ledger verify`", run, want, line, has)
}

// agreed refuses what a run gathers when a table of sums says anything else of its accounts than their postings do.
func agreed(ctx context.Context, owed []payout.Owed, books Books) error {
	accounts := make([]ledger.Account, len(owed))
	for i := range owed {
		accounts[i] = owed[i].Account
	}
	_, err := books.Agreed(ctx, accounts)
	return err
}
