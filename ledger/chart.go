package ledger

// Class is what an account is for, whoever it belongs to and however far it has come. The zero Class is that of no account.
type Class uint8

// The classes.
const (
	TreasuryClass Class = iota + 1
	DustClass
	BuyerClass
	ReferrerClass
	IssuanceClass
	HoldingClass // a holder's stock that has no stage: nodes, or points
	TokenClass
	RebateClass
	ShareClass
	CampaignClass
	PoolClass
	RevenueClass
	FundClass
	BuybackMarketClass
	BuybackHeldClass
	PayoutClass
)

var classNames = [...]string{
	TreasuryClass: "treasury", DustClass: "dust", BuyerClass: "buyer", ReferrerClass: "referrer", IssuanceClass: "issuance",
	HoldingClass: "holding", TokenClass: "token", RebateClass: "rebate", ShareClass: "share", CampaignClass: "campaign",
	PoolClass: "pool", RevenueClass: "revenue", FundClass: "fund", BuybackMarketClass: "buyback-market",
	BuybackHeldClass: "buyback-held", PayoutClass: "payout",
}

// String is the class in a word, such as "referrer"; empty for no class.
func (c Class) String() string {
	if int(c) < len(classNames) {
		return classNames[c]
	}
	return ""
}

// row numbers the rows of the chart; zero is no row.
type row uint8

const (
	treasury row = iota + 1
	dust
	buyer
	referrerPending
	referrerPayable
	referrerPaid
	issuance
	holding
	tokenLocked
	tokenAvailable
	tokenReleased
	rebatePayable
	rebatePaid
	campaign
	pool
	revenue
	fundShare
	fundBuyback
	sharePayable
	sharePaid
	buybackMarket
	buybackHeld
	payoutRun
	rows
)

// chart is every account that there can be: docs/accounting.md shows it, and paths are made and read by it and nowhere else.
// In a path <wallet> stands for an address, <asset> for a symbol in lower case, any other word in angle brackets for a name; a
// stage is the path's last word.
var chart = [rows]struct {
	path      string
	stage     string
	class     Class
	overdraft bool // it stands for the world outside the books, and may go below zero
	paid      row  // where what is paid from it goes; zero: nothing is paid from it
	holds     string
}{
	treasury: {path: "sale:treasury", class: TreasuryClass,
		holds: "what the sale's treasury received, less what it owes referrers where rewards accrue"},
	dust: {path: "sale:dust", class: DustClass,
		holds: "what stays in a sale contract permanently because it rounded both shares down"},
	buyer: {path: "buyers:<wallet>", class: BuyerClass, overdraft: true,
		holds: "a buyer's world outside: minus what the wallet paid"},
	referrerPending: {path: "referrers:<wallet>", stage: string(ReferralPending), class: ReferrerClass,
		holds: "rewards of purchases whose block is not final"},
	referrerPayable: {path: "referrers:<wallet>", stage: string(ReferralPayable), class: ReferrerClass, paid: referrerPaid,
		holds: "rewards owed: by the contract that holds them, or by the treasury"},
	referrerPaid: {path: "referrers:<wallet>", stage: string(ReferralPaid), class: ReferrerClass,
		holds: "rewards that were paid"},
	issuance: {path: "issuance:<asset>", class: IssuanceClass, overdraft: true,
		holds: "where an asset that the program itself makes comes from; `issuance:node` is minus the licences issued"},
	holding: {path: "holders:<wallet>:<asset>", class: HoldingClass,
		holds: "a holder's stock; `holders:<wallet>:node` is the wallet's licences"},
	tokenLocked: {path: "holders:<wallet>:<asset>", stage: string(Locked), class: TokenClass,
		holds: "rewarded and granted tokens that are locked"},
	tokenAvailable: {path: "holders:<wallet>:<asset>", stage: string(Available), class: TokenClass, paid: tokenReleased,
		holds: "tokens owed to the holder"},
	tokenReleased: {path: "holders:<wallet>:<asset>", stage: string(Released), class: TokenClass,
		holds: "tokens that were paid out"},
	rebatePayable: {path: "holders:<wallet>:rebate", stage: string(SharePayable), class: RebateClass, paid: rebatePaid,
		holds: "rebates of campaigns owed"},
	rebatePaid: {path: "holders:<wallet>:rebate", stage: string(SharePaid), class: RebateClass,
		holds: "rebates of campaigns that were paid"},
	campaign: {path: "campaign:<name>", class: CampaignClass, overdraft: true,
		holds: "what a campaign costs: minus what it gave"},
	pool: {path: "pool:<name>:carry", class: PoolClass,
		holds: "what a pool's rounding left for its next round"},
	revenue: {path: "revenue:<source>", class: RevenueClass, overdraft: true,
		holds: "the world outside that revenue came from: minus what was earned"},
	fundShare: {path: "fund:share", class: FundClass,
		holds: "revenue for the holders, until their month closes"},
	fundBuyback: {path: "fund:buyback", class: FundClass,
		holds: "revenue for buying tokens back"},
	sharePayable: {path: "holders:<wallet>:share", stage: string(SharePayable), class: ShareClass, paid: sharePaid,
		holds: "a holder's part of the revenue, owed"},
	sharePaid: {path: "holders:<wallet>:share", stage: string(SharePaid), class: ShareClass,
		holds: "a holder's part of the revenue that was paid"},
	buybackMarket: {path: "buyback:market", class: BuybackMarketClass, overdraft: true,
		holds: "the world outside that tokens are bought from"},
	buybackHeld: {path: "buyback:held", class: BuybackHeldClass,
		holds: "tokens that were bought back"},
	payoutRun: {path: "payout:<run>", class: PayoutClass,
		holds: "what a payout run gathered and has not settled"},
}

// full is the row's whole path, with its stage.
func (r row) full() string {
	if c := &chart[r]; c.stage != "" {
		return c.path + ":" + c.stage
	}
	return chart[r].path
}

// rowOf is the row of a class at a stage; zero when the class has no such stage.
func rowOf(c Class, stage string) row {
	for r := row(1); r < rows; r++ {
		if chart[r].class == c && chart[r].stage == stage {
			return r
		}
	}
	return 0
}
