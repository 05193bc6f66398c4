package payout

import (
	"encoding/hex"
	"strings"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// Part is what one account of a wallet brings into a line: it is taken From there when the run is prepared, and goes To
// where what was paid is kept when the chain shows the payment.
type Part struct {
	From, To ledger.Account
	Amount   money.Amount
}

// Line is one wallet's payment of a run.
type Line struct {
	Wallet ledger.Wallet
	Parts  []Part // in order of their From
	Amount money.Amount
}

// stages is how a payable account's last word becomes that of the paid one.
var stages = map[string]string{"payable": "paid", "available": "released"}

// Payable reads whose account it is and where a payment of it goes; ok is false for an account that nothing is paid from.
//
//	referrers:<w>:payable -> referrers:<w>:paid
//	holders:<w>:share:payable -> :paid, holders:<w>:rebate:payable -> :paid
//	holders:<w>:gpu:available -> :released
func Payable(from ledger.Account) (wallet ledger.Wallet, to ledger.Account, ok bool) {
	words := strings.Split(from.String(), ":")
	last := len(words) - 1
	stage, ok := stages[words[last]]
	if !ok || last < 2 {
		return wallet, to, false
	}
	raw, err := hex.DecodeString(strings.TrimPrefix(words[1], "0x"))
	if err != nil || len(raw) != len(wallet) {
		return wallet, to, false
	}
	to, err = ledger.ParseAccount(strings.Join(append(words[:last:last], stage), ":"))
	return ledger.Wallet(raw), to, err == nil
}

// Why is what a part is paid for, in a word: "referral", "share", "rebate" or "tokens".
func (p Part) Why() string {
	switch words := strings.Split(p.From.String(), ":"); {
	case words[0] == "referrers":
		return "referral"
	case words[2] == "share", words[2] == "rebate":
		return words[2]
	default:
		return "tokens"
	}
}
