package fold

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
)

// The names in the meta of a run's transaction. metaHeld is of runs that were prepared before facts had salts: the list itself.
const (
	metaLeftOut = "left_out"
	metaHeld    = "held"
)

// waitingRow keeps who waits in the input of a run, so that its file can be written again at any time. The reason of a hold-back is
// not in it: that is in the input of the hold.
type waitingRow struct {
	Wallet string        `json:"w"`
	Amount string        `json:"a"`
	Why    payout.Reason `json:"y"`
	Text   string        `json:"t,omitempty"`
}

func writeWaiting(list []payout.Waiting) ([]byte, error) {
	rows := make([]waitingRow, len(list))
	for i, w := range list {
		rows[i] = waitingRow{w.Wallet.String(), w.Amount.Digits(), w.Why, w.Public()}
	}
	return json.Marshal(rows)
}

// commitWaiting keeps who waits with the fact, and puts a commitment to it into the transaction. When the books are made again from
// their inputs, what was kept has to be what the books lead to.
func (p *Proposal) commitWaiting(d *ledger.Draft, list []payout.Waiting) error {
	raw, err := writeWaiting(list)
	if err != nil {
		return err
	}
	if len(p.fact.Salt) == 0 {
		d.Meta[metaHeld] = string(raw)
		return nil
	}
	if len(p.fact.Private) > 0 && !bytes.Equal(p.fact.Private, raw) {
		return fmt.Errorf("who waits is not what was recorded with the run: the input was changed, or the program is another one")
	}
	p.fact.Private = raw
	sum := commitment("waiting", p.fact.Salt, raw)
	d.Meta[metaLeftOut] = hex.EncodeToString(sum[:])
	return nil
}

// ReadRun is a payout run from its transaction and its fact, with those whom it leaves out, in rising order of wallet. fact may be
// nil for a run whose transaction says [NeedsFact] is false.
func ReadRun(d *ledger.Draft, fact *Fact) (*payout.Run, error) {
	r, err := payout.Read(d)
	if err != nil {
		return nil, err
	}
	raw := []byte(d.Meta[metaHeld])
	if NeedsFact(d) {
		if fact == nil {
			return nil, fmt.Errorf("run %s: its input is missing: run `nodeledger ledger verify`", r.Name)
		}
		sum := commitment("waiting", fact.Salt, fact.Private)
		if hex.EncodeToString(sum[:]) != d.Meta[metaLeftOut] {
			return nil, fmt.Errorf("run %s: who waits is not what the journal commits to: run `nodeledger ledger verify`", r.Name)
		}
		r.Salt, raw = fact.Salt, fact.Private
	}
	r.Waiting, err = readWaiting(r.Asset, raw)
	return r, err
}

// NeedsFact says whether who waits stands in the input of a run; false of runs that were prepared before facts had salts.
func NeedsFact(d *ledger.Draft) bool { return d.Meta[metaLeftOut] != "" }

// RunInput is the input that a run was recorded with; 0 when there is no such run.
func (f *Fold) RunInput(run string) uint64 { return f.runInputs[run] }

func readWaiting(asset money.Asset, raw []byte) ([]payout.Waiting, error) {
	var rows []waitingRow
	if err := json.Unmarshal(raw, &rows); err != nil {
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
