package ledger

import (
	"strings"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
)

// ReferralStage is how far a referral reward has come that is owed.
type ReferralStage string

// The stages: pending until the purchase is final, payable until a payment settles it.
const (
	ReferralPending ReferralStage = "pending"
	ReferralPayable ReferralStage = "payable"
)

// TokenStage is how far a rewarded token has come.
type TokenStage string

// The stages of a token reward.
const (
	Locked    TokenStage = "locked"
	Available TokenStage = "available"
	Staked    TokenStage = "staked"
	Released  TokenStage = "released"
	Unbonding TokenStage = "unbonding" // no longer staked, and not available yet
	Deposited TokenStage = "deposited" // staked on a contract of the chain, which holds them
)

// Fund names a fund that revenue is set aside into.
type Fund string

// The funds.
const (
	ShareFund   Fund = "share"
	BuybackFund Fund = "buyback"
)

// WalletFunds is what a wallet of the project holds, equal to the chain at every final block.
func WalletFunds(w Wallet) Account { return walletFunds.account(w.String()) }

// DistributorFunds is what a distributor was funded with and nobody has claimed.
func DistributorFunds(w Wallet) Account { return distributorFunds.account(w.String()) }

// ContractFunds is what a sale contract holds.
func ContractFunds(w Wallet) Account { return contractFunds.account(w.String()) }

// SourceFunds is revenue that a person recorded, until it reaches a wallet.
func SourceFunds(source string) (Account, error) { return sourceFunds.named(source) }

// Referral is the rewards that a referrer is owed at one stage.
func Referral(w Wallet, stage ReferralStage) Account {
	return rowOf(ReferralRole, string(stage)).account(w.String())
}

// Share is a holder's part of the revenue that is owed and in no payout run.
func Share(w Wallet) Account { return share.account(w.String()) }

// Rebate is what campaigns owe a wallet and no payout run has gathered.
func Rebate(w Wallet) Account { return rebate.account(w.String()) }

// RunLine is what a payout run has gathered for a wallet and not settled: a liability, or of the program's own token units of the
// register.
func RunLine(run string, w Wallet, from Account) (Account, error) {
	if !isName(run) {
		return Account{}, problem.Invalidf("account %s: %.80q is not a valid name: use lower-case letters, digits, _ and -, 64 at most",
			runLine.full(), run)
	}
	if from.Class() == Register {
		return tokenRunLine.account(strings.ToLower(from.Asset()), run, w.String()), nil
	}
	return runLine.account(run, w.String()), nil
}

// Earnings is what was set aside into funds, less what came out of them again.
func Earnings() Account { return earnings.account() }

// Opening is what wallets held before the first block of the books.
func Opening() Account { return opening.account() }

// Owners is what the project's owners put in, less what they took out.
func Owners() Account { return owners.account() }

// FundAccount is what a fund holds; the zero Account for any other than the two funds.
func FundAccount(f Fund) Account {
	switch f {
	case ShareFund:
		return fundShare.account()
	case BuybackFund:
		return fundBuyback.account()
	}
	return Account{}
}

// CampaignFund is what is left of a campaign's budget.
func CampaignFund(name string) (Account, error) { return campaignFund.named(name) }

// OwnTokens is own tokens at cost.
func OwnTokens() Account { return ownTokens.account() }

// Suspense is movements of the project's wallets that nothing explains yet.
func Suspense() Account { return suspense.account() }

// SaleIncome is what a buyer paid, less what was refunded.
func SaleIncome(w Wallet) Account { return saleIncome.account(w.String()) }

// RevenueIncome is what a source of revenue earned, gross.
func RevenueIncome(source string) (Account, error) { return revenueIncome.named(source) }

// ReferralExpense is the rewards that a referrer earned.
func ReferralExpense(w Wallet) Account { return referralExpense.account(w.String()) }

// ShareExpense is the revenue shares that a holder earned.
func ShareExpense(w Wallet) Account { return shareExpense.account(w.String()) }

// RebateExpense is the rebates that a buyer earned.
func RebateExpense(w Wallet) Account { return rebateExpense.account(w.String()) }

// Cost is what revenue cost at its source.
func Cost(source string) (Account, error) { return cost.named(source) }

// Dust is what a sale contract keeps permanently because its two shares were each rounded down.
func Dust() Account { return dust.account() }

// Issuance is where licences, points or tokens come from.
func Issuance(asset money.Asset) Account { return issuance.account(symbol(asset)) }

// Holding is a holder's stock of an asset that has no stage: nodes, or points.
func Holding(w Wallet, asset money.Asset) Account { return holding.account(symbol(asset), w.String()) }

// HolderToken is a holder's tokens at one stage.
func HolderToken(w Wallet, asset money.Asset, stage TokenStage) Account {
	return rowOf(TokenRole, string(stage)).account(symbol(asset), w.String())
}

// Bucket is what is left of an allocation of a token's supply.
func Bucket(asset money.Asset, name string) (Account, error) {
	return bucket.named(symbol(asset), name)
}

// PoolCarry is what a pool's rounding left for its next round.
func PoolCarry(asset money.Asset, name string) (Account, error) {
	return pool.named(symbol(asset), name)
}

// Market is the world outside of the books, out of which tokens are bought back, or staked on a contract.
func Market(asset money.Asset) Account { return market.account(symbol(asset)) }

// Burnt is points that were spent.
func Burnt(asset money.Asset) Account { return burnt.account(symbol(asset)) }

// account fills the row's path; no row makes the zero Account.
func (r row) account(values ...string) Account {
	if r == 0 {
		return Account{}
	}
	var all [holesMost]string
	copy(all[:], values)
	return Account{r.path(all)}
}

// named fills the row's path with values of which the last is a name that somebody gave.
func (r row) named(values ...string) (Account, error) {
	if name := values[len(values)-1]; !isName(name) {
		return Account{}, problem.Invalidf("account %s: %.80q is not a valid name: use lower-case letters, digits, _ and -, 64 at most",
			r.full(), name)
	}
	return r.account(values...), nil
}

func symbol(asset money.Asset) string { return strings.ToLower(asset.Symbol()) }
