package taxfile

// koinlyTime is a time as Koinly reads it: YYYY-MM-DD HH:mm:ss UTC.
const koinlyTime = "2006-01-02 15:04:05 UTC"

// koinlyTags are Koinly's tags of the kinds. Without one a deposit is a purchase, and a withdrawal a sale, at the market's price: so is a
// refund, whose payment was a sale too. A cost is a sale that is listed among the expenses as well.
var koinlyTags = map[Kind]string{
	Reward: "reward", Airdrop: "airdrop", Share: "income", Refund: "", Cost: "cost", TakenBack: "cost",
}

// Koinly is Koinly's universal template, as in "How to create a custom CSV file with your data"
// (https://support.koinly.io/en/articles/9489976); its labels are the tags of "What are tags"
// (https://support.koinly.io/en/articles/9490023). The net worth is the value on the day, in US dollars, where it is known; otherwise
// Koinly looks a price up itself.
func Koinly() Layout {
	return Layout{
		Name: "koinly",
		columns: []string{
			"Date", "Sent Amount", "Sent Currency", "Received Amount", "Received Currency", "Fee Amount", "Fee Currency",
			"Net Worth Amount", "Net Worth Currency", "Label", "Description", "TxHash",
		},
		cells: func(e *Entry) []string {
			cells := []string{
				e.When.UTC().Format(koinlyTime), "", "", e.amount(), e.symbol(), "", "", e.Value, "", koinlyTags[e.Kind],
				inert(e.Description), e.tx(),
			}
			if e.Kind.Sent() {
				cells[1], cells[2], cells[3], cells[4] = cells[3], cells[4], "", ""
			}
			if e.Value != "" {
				cells[8] = "USD"
			}
			return cells
		},
	}
}
