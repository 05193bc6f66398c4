package ledger

import (
	"strings"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
)

// ReferralStage is how far a referral reward has come.
type ReferralStage string

// The stages: pending until the purchase is final, payable until settled, then paid.
const (
	ReferralPending ReferralStage = "pending"
	ReferralPayable ReferralStage = "payable"
	ReferralPaid    ReferralStage = "paid"
)

// TokenStage is how far a rewarded token has come.
type TokenStage string

// The stages of a token reward.
const (
	Locked    TokenStage = "locked"
	Available TokenStage = "available"
	Released  TokenStage = "released"
)

// ShareStage is how far a holder's share of revenue, or a rebate, has come.
type ShareStage string

// The stages of a revenue share.
const (
	SharePayable ShareStage = "payable"
	SharePaid    ShareStage = "paid"
)

// Fund names a fund that revenue is split into.
type Fund string

// The funds.
const (
	ShareFund   Fund = "share"
	BuybackFund Fund = "buyback"
)

// Treasury is what the sale's treasury received.
func Treasury() Account { return treasury.account("", "") }

// Dust is what stays in a sale contract permanently because its two shares were each rounded down.
func Dust() Account { return dust.account("", "") }

// Buyer is a buyer's world outside the books: what they paid is its overdraft.
func Buyer(w Wallet) Account { return buyer.account(w.String(), "") }

// Referrer is a referrer's rewards at one stage.
func Referrer(w Wallet, stage ReferralStage) Account {
	return rowOf(ReferrerClass, string(stage)).account(w.String(), "")
}

// Holding is a holder's stock of an asset that is neither locked nor paid out: nodes, or points.
func Holding(w Wallet, asset money.Asset) Account { return holding.account(w.String(), symbol(asset)) }

// HolderToken is a holder's tokens at one stage.
func HolderToken(w Wallet, asset money.Asset, stage TokenStage) Account {
	return rowOf(TokenClass, string(stage)).account(w.String(), symbol(asset))
}

// Share is a holder's part of the revenue at one stage.
func Share(w Wallet, stage ShareStage) Account {
	return rowOf(ShareClass, string(stage)).account(w.String(), "")
}

// Rebate is what campaigns gave a wallet at one stage.
func Rebate(w Wallet, stage ShareStage) Account {
	return rowOf(RebateClass, string(stage)).account(w.String(), "")
}

// Issuance is where an asset that the program itself makes comes from; its overdraft is what was issued.
func Issuance(asset money.Asset) Account { return issuance.account(symbol(asset), "") }

// FundAccount is what a fund holds; the zero Account for any other than the two funds.
func FundAccount(f Fund) Account {
	switch f {
	case ShareFund:
		return fundShare.account("", "")
	case BuybackFund:
		return fundBuyback.account("", "")
	}
	return Account{}
}

// PoolCarry is what a pool's rounding left for its next round.
func PoolCarry(name string) (Account, error) { return pool.named(name) }

// Revenue is the world outside that a source of revenue came from; its overdraft is what was earned.
func Revenue(source string) (Account, error) { return revenue.named(source) }

// Campaign is what a campaign costs; its overdraft is what it gave.
func Campaign(name string) (Account, error) { return campaign.named(name) }

// BuybackMarket is the world outside that tokens are bought back from: the money goes there, and the tokens that came back
// are its overdraft.
func BuybackMarket() Account { return buybackMarket.account("", "") }

// BuybackHeld is what was bought back.
func BuybackHeld() Account { return buybackHeld.account("", "") }

// PayoutRun is what a payout run has gathered and not yet settled.
func PayoutRun(run string) (Account, error) { return payoutRun.named(run) }

// account fills the row's path; no row makes the zero Account.
func (r row) account(first, second string) Account {
	if r == 0 {
		return Account{}
	}
	return Account{r.path(first, second)}
}

func (r row) named(name string) (Account, error) {
	if !isName(name) {
		return Account{}, problem.Invalidf("account %s: %.80q is not a valid name: use lower-case letters, digits, _ and -, 64 at most",
			r.full(), name)
	}
	return r.account(name, ""), nil
}

func symbol(asset money.Asset) string { return strings.ToLower(asset.Symbol()) }
