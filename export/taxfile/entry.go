package taxfile

import (
	"strings"
	"time"
	"unicode"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// Kind is what an entry is for a tax program.
type Kind uint8

// The kinds.
const (
	Reward    Kind = iota + 1 // received: tokens of an epoch, of converted points, referral rewards, rebates
	Airdrop                   // received: tokens of the TGE airdrop
	Share                     // received: a share of revenue
	Refund                    // received: a payment that came back
	Cost                      // sent: what was paid for nodes, which tax programs do not know as a coin
	TakenBack                 // sent: income that was taken back
)

// Sent says that the amount left the wallet.
func (k Kind) Sent() bool { return k == Cost || k == TakenBack }

// Entry is a line of a file. An amount of zero is left out.
type Entry struct {
	When        time.Time
	Kind        Kind
	Amount      money.Amount
	Value       string // US dollars, a decimal; empty where the day has no price
	Description string
	Tx          ledger.Hash // of the transaction on the chain; the zero Hash where there is none
	Account     string      // what the tax program shows it under: the name of the program file
}

// amount is in whole units.
func (e *Entry) amount() string { return e.Amount.Decimal().String() }

func (e *Entry) symbol() string { return e.Amount.Asset().Symbol() }

func (e *Entry) tx() string {
	if e.Tx == (ledger.Hash{}) {
		return ""
	}
	return e.Tx.String()
}

// inert makes a text of one line that no spreadsheet computes: one that begins like a formula has an apostrophe in front.
func inert(text string) string {
	text = strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return ' '
		}
		return r
	}, text))
	if strings.IndexAny(text, "=+-@|%＝＋－＠") == 0 {
		return "'" + text
	}
	return text
}
