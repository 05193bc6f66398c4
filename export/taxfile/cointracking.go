package taxfile

import "time"

// coinTrackingTypes are CoinTracking's types of the kinds.
var coinTrackingTypes = map[Kind]string{
	Reward: "Reward / Bonus", Airdrop: "Airdrop", Share: "Other Income", Refund: "Income (non taxable)", Cost: "Spend",
	TakenBack: "Other Expense",
}

// CoinTracking is CoinTracking's CSV, as its import page shows it for files of one's own (https://cointracking.info/import/import_csv/):
// eleven columns, every cell in quotation marks. Its types are those of "Transaction types"
// (https://cointracking.freshdesk.com/en/support/solutions/articles/29000042783). It has no column for a value in US dollars: the
// optional ones are in the currency of the reader's account. A date has no zone: choose UTC at the import.
func CoinTracking() Layout {
	return Layout{
		Name: "cointracking", quoted: true,
		columns: []string{
			"Type", "Buy Amount", "Buy Currency", "Sell Amount", "Sell Currency", "Fee", "Fee Currency", "Exchange", "Trade-Group",
			"Comment", "Date",
		},
		cells: func(e *Entry) []string {
			comment := inert(e.Description)
			if tx := e.tx(); tx != "" {
				comment += ", " + tx
			}
			cells := []string{
				coinTrackingTypes[e.Kind], e.amount(), e.symbol(), "", "", "", "", inert(e.Account), "", comment,
				e.When.UTC().Format(time.DateTime),
			}
			if e.Kind.Sent() {
				cells[1], cells[2], cells[3], cells[4] = "", "", cells[1], cells[2]
			}
			return cells
		},
	}
}
