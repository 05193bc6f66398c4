package ledger

// Class is what an account is to an accountant. The zero Class is that of no account.
type Class uint8

// The classes, in the order in which a trial balance shows them.
const (
	Assets      Class = iota + 1 // what wallets and accounts of the project hold
	Liabilities                  // what is owed to somebody
	Equity                       // earnings, appropriated funds, opening balances, own tokens at cost
	Income                       // sales and revenue
	Expenses                     // referral, share, rebate, cost of revenue, rounding lost in a contract
	Register                     // units that belong to others or to nobody yet; outside balance sheet and income statement
)

// Side is the side of an account on which its balance normally stands.
type Side uint8

// The sides.
const (
	Debit  Side = iota + 1 // what came in is more than what went out
	Credit                 // what went out is more than what came in
)

// String is the side in a word; empty for no side.
func (s Side) String() string { return [...]string{"", "debit", "credit"}[s] }

// classes says of each class its name, the side of its accounts, and whether their balance may turn to the other side. A row of
// the chart can say otherwise. Assets may turn because the chain is their judge: what left a wallet that the books never saw come
// in is a difference that a reconciliation names, not a reason to stop booking.
var classes = [...]struct {
	name string
	side Side
	turn bool
	what string
}{
	Assets:      {"assets", Debit, true, "what wallets and accounts of the project hold"},
	Liabilities: {"liabilities", Credit, false, "what is owed to somebody"},
	Equity:      {"equity", Credit, true, "earnings, appropriated funds, opening balances, own tokens at cost"},
	Income:      {"income", Credit, true, "sales and revenue, by buyer or source"},
	Expenses:    {"expenses", Debit, true, "referral, share, rebate, cost of revenue, rounding lost in a contract"},
	Register: {"register", Debit, false, "units that belong to others or to nobody yet: licences, points, tokens; outside balance " +
		"sheet and income statement"},
}

// Classes are all of them in order.
func Classes() []Class { return []Class{Assets, Liabilities, Equity, Income, Expenses, Register} }

// String is the class in a word, the first of its accounts' paths, such as "assets"; empty for no class.
func (c Class) String() string {
	if int(c) < len(classes) {
		return classes[c].name
	}
	return ""
}

// Side is the normal side of the class's accounts; zero for no class. See [Account.Side] for the few that differ.
func (c Class) Side() Side {
	if int(c) < len(classes) {
		return classes[c].side
	}
	return 0
}
