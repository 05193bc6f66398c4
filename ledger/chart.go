package ledger

// Role is what an account is for, whoever it belongs to and however far it has come. The zero Role is that of no account.
type Role uint8

// The roles.
const (
	WalletRole Role = iota + 1
	DistributorRole
	ContractRole
	SourceRole
	ReferralRole
	ShareRole
	RebateRole
	PayoutRole
	EarningsRole
	OpeningRole
	OwnersRole
	FundRole
	CampaignRole
	OwnTokensRole
	SuspenseRole
	SaleRole
	RevenueRole
	ReferralExpenseRole
	ShareExpenseRole
	RebateExpenseRole
	CostRole
	DustRole
	IssuanceRole
	HoldingRole // a holder's stock that has no stage: nodes, or points
	TokenRole
	BucketRole
	PoolRole
	TokenPayoutRole
	MarketRole
	BurntRole
)

var roleNames = [...]string{
	WalletRole: "wallet", DistributorRole: "distributor", ContractRole: "contract", SourceRole: "source", ReferralRole: "referral",
	ShareRole: "share", RebateRole: "rebate", PayoutRole: "payout", EarningsRole: "earnings", OpeningRole: "opening",
	OwnersRole: "owners", FundRole: "fund",
	CampaignRole: "campaign", OwnTokensRole: "own-tokens", SuspenseRole: "suspense", SaleRole: "sale", RevenueRole: "revenue",
	ReferralExpenseRole: "referral-expense", ShareExpenseRole: "share-expense", RebateExpenseRole: "rebate-expense", CostRole: "cost",
	DustRole: "dust", IssuanceRole: "issuance", HoldingRole: "holding", TokenRole: "token", BucketRole: "bucket", PoolRole: "pool",
	TokenPayoutRole: "token-payout", MarketRole: "market", BurntRole: "burnt",
}

// String is the role in a word, such as "referral"; empty for no role.
func (r Role) String() string {
	if int(r) < len(roleNames) {
		return roleNames[r]
	}
	return ""
}

// row numbers the rows of the chart; zero is no row.
type row uint8

const (
	walletFunds row = iota + 1
	distributorFunds
	contractFunds
	sourceFunds
	referralPending
	referralPayable
	share
	rebate
	runLine
	earnings
	opening
	owners
	fundShare
	fundBuyback
	campaignFund
	ownTokens
	suspense
	saleIncome
	revenueIncome
	referralExpense
	shareExpense
	rebateExpense
	cost
	dust
	issuance
	holding
	tokenLocked
	tokenAvailable
	tokenStaked
	tokenReleased
	tokenUnbonding
	tokenDeposited
	bucket
	pool
	tokenRunLine
	market
	burnt
	rows
)

// ChartVersion numbers the charts of accounts that there were: the first had envelopes of money received, this one has classes and
// sides. Books are kept by one chart from their first entry on.
const ChartVersion = 2

// chart is every account that there can be: docs/accounting.md shows it, and paths are made and read by it and nowhere else.
// In a path <wallet> stands for an address, <asset> for a symbol in lower case, any other word in angle brackets for a name; a
// stage is the path's last word. side and turn are those of the class unless the row says otherwise.
var chart = [rows]struct {
	path  string
	stage string
	class Class
	role  Role
	side  Side // zero: that of the class
	turn  bool // its balance may turn, also where the class's may not
	firm  bool // it may not turn, also where the class's may
	paid  bool // payout runs gather what stands on it
	holds string
}{
	walletFunds: {path: "assets:wallet:<wallet>", class: Assets, role: WalletRole,
		holds: "what a wallet of the project holds; below zero only by what left it and never came in before the books' eyes"},
	distributorFunds: {path: "assets:distributor:<wallet>", class: Assets, role: DistributorRole,
		holds: "what a distributor was funded with and nobody has claimed"},
	contractFunds: {path: "assets:sale:<wallet>", class: Assets, role: ContractRole,
		holds: "what the sale contract holds: rewards until they are withdrawn, and payments whose receiver nobody names"},
	sourceFunds: {path: "assets:source:<source>", class: Assets, role: SourceRole,
		holds: "revenue recorded by a person (a Stripe balance, a bank) until it reaches a wallet; below zero when the provider is owed"},
	referralPending: {path: "liabilities:referral:<wallet>", stage: string(ReferralPending), class: Liabilities, role: ReferralRole,
		holds: "rewards of purchases whose block is not final"},
	referralPayable: {path: "liabilities:referral:<wallet>", stage: string(ReferralPayable), class: Liabilities, role: ReferralRole,
		paid: true, holds: "rewards owed: by the contract that holds them, or by the treasury"},
	share: {path: "liabilities:share:<wallet>", class: Liabilities, role: ShareRole, paid: true,
		holds: "a holder's part of the revenue, declared and in no payout run"},
	rebate: {path: "liabilities:rebate:<wallet>", class: Liabilities, role: RebateRole, paid: true,
		holds: "rebates of campaigns, owed and in no payout run"},
	runLine: {path: "liabilities:payout:<run>:<wallet>", class: Liabilities, role: PayoutRole,
		holds: "what a payout run gathered for a wallet and has not settled"},
	earnings: {path: "equity:earnings", class: Equity, role: EarningsRole,
		holds: "earnings set aside into funds, less what came out of the funds again"},
	opening: {path: "equity:opening", class: Equity, role: OpeningRole,
		holds: "what wallets held before the first block of the books"},
	owners: {path: "equity:owners", class: Equity, role: OwnersRole,
		holds: "what the project's owners put in, less what they took out"},
	fundShare: {path: "equity:fund:share", class: Equity, role: FundRole,
		holds: "earnings set aside for the holders, until their month closes; below zero after more was returned than came"},
	fundBuyback: {path: "equity:fund:buyback", class: Equity, role: FundRole,
		holds: "earnings set aside for buying tokens back"},
	campaignFund: {path: "equity:fund:campaign:<name>", class: Equity, role: CampaignRole, firm: true,
		holds: "what is left of a campaign's budget"},
	ownTokens: {path: "equity:treasury-tokens", class: Equity, role: OwnTokensRole, side: Debit,
		holds: "own tokens: in money what those cost that were bought back, in tokens minus those in the project's wallets"},
	suspense: {path: "equity:suspense", class: Equity, role: SuspenseRole,
		holds: "movements of the project's wallets that nothing explains yet"},
	saleIncome: {path: "income:sale:<wallet>", class: Income, role: SaleRole,
		holds: "what a buyer paid, less what was refunded"},
	revenueIncome: {path: "income:revenue:<source>", class: Income, role: RevenueRole,
		holds: "what a source of revenue earned, gross"},
	referralExpense: {path: "expenses:referral:<wallet>", class: Expenses, role: ReferralExpenseRole,
		holds: "rewards that a referrer earned"},
	shareExpense: {path: "expenses:share:<wallet>", class: Expenses, role: ShareExpenseRole,
		holds: "revenue shares that a holder earned"},
	rebateExpense: {path: "expenses:rebate:<wallet>", class: Expenses, role: RebateExpenseRole,
		holds: "rebates that a buyer earned"},
	cost: {path: "expenses:cost:<source>", class: Expenses, role: CostRole,
		holds: "what revenue cost at its source: fees, refunds, disputes"},
	dust: {path: "expenses:dust", class: Expenses, role: DustRole,
		holds: "what a sale contract keeps permanently because it rounded both shares down"},
	issuance: {path: "register:<asset>:issuance", class: Register, role: IssuanceRole, side: Credit, turn: true,
		holds: "where licences, points and tokens come from"},
	holding: {path: "register:<asset>:<wallet>", class: Register, role: HoldingRole,
		holds: "a holder's stock; `register:node:<wallet>` is the wallet's licences"},
	tokenLocked: {path: "register:<asset>:<wallet>", stage: string(Locked), class: Register, role: TokenRole,
		holds: "rewarded and granted tokens that are locked"},
	tokenAvailable: {path: "register:<asset>:<wallet>", stage: string(Available), class: Register, role: TokenRole, paid: true,
		holds: "tokens that the holder can have"},
	tokenStaked: {path: "register:<asset>:<wallet>", stage: string(Staked), class: Register, role: TokenRole,
		holds: "tokens or points that the holder staked"},
	tokenReleased: {path: "register:<asset>:<wallet>", stage: string(Released), class: Register, role: TokenRole,
		holds: "tokens that were paid out"},
	tokenUnbonding: {path: "register:<asset>:<wallet>", stage: string(Unbonding), class: Register, role: TokenRole,
		holds: "tokens or points that are staked no longer and not available yet"},
	tokenDeposited: {path: "register:<asset>:<wallet>", stage: string(Deposited), class: Register, role: TokenRole,
		holds: "tokens that the holder staked on a contract, wherever they were from"},
	bucket: {path: "register:<asset>:bucket:<name>", class: Register, role: BucketRole,
		holds: "what is left of an allocation of the supply"},
	pool: {path: "register:<asset>:pool:<name>:carry", class: Register, role: PoolRole,
		holds: "what a pool's rounding left for its next round"},
	tokenRunLine: {path: "register:<asset>:payout:<run>:<wallet>", class: Register, role: TokenPayoutRole,
		holds: "tokens that a payout run gathered for a wallet and has not settled"},
	market: {path: "register:<asset>:market", class: Register, role: MarketRole, side: Credit, turn: true,
		holds: "the world outside of the books: tokens are bought back from it, or staked on a contract"},
	burnt: {path: "register:<asset>:burnt", class: Register, role: BurntRole,
		holds: "points that were spent"},
}

// full is the row's whole path, with its stage.
func (r row) full() string {
	if c := &chart[r]; c.stage != "" {
		return c.path + ":" + c.stage
	}
	return chart[r].path
}

// rowOf is the row of a role at a stage; zero when the role has no such stage.
func rowOf(role Role, stage string) row {
	for r := row(1); r < rows; r++ {
		if chart[r].role == role && chart[r].stage == stage {
			return r
		}
	}
	return 0
}

// normal is the side on which a row's balance normally stands, and whether it may stand on the other.
func (r row) normal() (side Side, turns bool) {
	c := &chart[r]
	class := &classes[c.class]
	if side = class.side; c.side != 0 {
		side = c.side
	}
	return side, c.turn || class.turn && !c.firm
}
