package payout

import (
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// Part is what one account of a wallet brings into a line: it is taken From there when the run is prepared.
type Part struct {
	From   ledger.Account
	Amount money.Amount
}

// Line is one wallet's payment of a run.
type Line struct {
	Wallet ledger.Wallet
	Parts  []Part // in order of their From
	Amount money.Amount
}

// Why is what a part is paid for, in a word: "referral", "share", "rebate" or "tokens".
func (p Part) Why() string {
	switch p.From.Role() {
	case ledger.ReferralRole:
		return "referral"
	case ledger.ShareRole:
		return "share"
	case ledger.RebateRole:
		return "rebate"
	}
	return "tokens"
}

// own says that the part is of the program's own token: units of the register, which nobody owes as money.
func (p Part) own() bool { return p.From.Class() == ledger.Register }

// gather moves the part into the run's line, see [ledger.RunLine].
func (p Part) gather(run string, w ledger.Wallet) (ledger.Posting, error) {
	line, err := ledger.RunLine(run, w, p.From)
	if p.own() {
		return ledger.Posting{From: p.From, To: line, Amount: p.Amount}, err
	}
	return ledger.Posting{From: line, To: p.From, Amount: p.Amount}, err // a liability changes its name
}

// settle moves an amount of the part that was paid out of the run's line. The payer is the account of the wallet or distributor that
// paid.
//
//	assets:wallet:<treasury>, assets:distributor:<d>  -> liabilities:payout:<run>:<w>
//	register:<token>:payout:<run>:<w>                 -> register:<token>:<w>:released
//	assets:wallet:<treasury>, assets:distributor:<d>  -> equity:treasury-tokens, of own tokens
func (p Part) settle(run string, w ledger.Wallet, payer ledger.Account, amount money.Amount) ([]ledger.Posting, error) {
	line, err := ledger.RunLine(run, w, p.From)
	if !p.own() {
		return []ledger.Posting{{From: payer, To: line, Amount: amount}}, err
	}
	return []ledger.Posting{
		{From: line, To: ledger.HolderToken(w, amount.Asset(), ledger.Released), Amount: amount},
		{From: payer, To: ledger.OwnTokens(), Amount: amount},
	}, err
}
