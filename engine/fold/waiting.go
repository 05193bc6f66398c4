package fold

import (
	"encoding/json"
	"fmt"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
)

// waitingRow keeps who waits in the meta of a run's transaction, so that its file can be written again at any time. The journal
// is for everybody, so the reason of a hold-back is not in it.
type waitingRow struct {
	Wallet string        `json:"w"`
	Amount string        `json:"a"`
	Why    payout.Reason `json:"y"`
	Text   string        `json:"t,omitempty"`
}

func writeWaiting(list []payout.Waiting) (string, error) {
	rows := make([]waitingRow, len(list))
	for i, w := range list {
		rows[i] = waitingRow{w.Wallet.String(), w.Amount.Digits(), w.Why, w.Public()}
	}
	raw, err := json.Marshal(rows)
	return string(raw), err
}

// ReadRun is a payout run from its transaction, with those whom it leaves out, in rising order of wallet.
func ReadRun(d *ledger.Draft) (*payout.Run, error) {
	r, err := payout.Read(d)
	if err != nil {
		return nil, err
	}
	r.Waiting, err = readWaiting(r.Asset, d.Meta["held"])
	return r, err
}

func readWaiting(asset money.Asset, text string) ([]payout.Waiting, error) {
	var rows []waitingRow
	if err := json.Unmarshal([]byte(text), &rows); err != nil {
		return nil, fmt.Errorf("who waits does not decode: %w", err)
	}
	var list []payout.Waiting
	for _, r := range rows {
		w, err := ledger.ReadWallet(r.Wallet)
		if err != nil {
			return nil, err
		}
		amount, err := money.ParseUnits(asset, r.Amount)
		if err != nil {
			return nil, err
		}
		list = append(list, payout.Waiting{Wallet: w, Amount: amount, Why: r.Why, Text: r.Text})
	}
	return list, nil
}
