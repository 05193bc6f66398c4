package rewards

import (
	"strconv"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
)

// Draft is the month as one transaction, in effect at its end and booked when an operator closed it. file is the hash of
// the file that WriteFile wrote.
//
//	pool:share:carry -> fund:share              what earlier months left
//	fund:share -> holders:<w>:share:payable     one posting a holder
//	fund:share -> pool:share:carry              what this month leaves
//	fund:share -> fund:buyback                  the surplus, where the program sends it there
//
// Its source is the month's slot, so that a month is closed once, whoever does it.
func (m *ClosedMonth) Draft(file ledger.Hash, booked time.Time) (ledger.Draft, error) {
	d := ledger.Draft{
		Kind: MonthKind, Program: m.Program, Rule: m.Rule, Effective: m.End, Booked: booked, Source: ledger.JobSource(MonthJob, m.Slot),
		Meta: ledger.Meta{
			"start": m.Start.Format(time.RFC3339), "end": m.End.Format(time.RFC3339),
			"block": strconv.FormatUint(m.Block.Number, 10), "block_hash": m.Block.Hash.String(), "file": file.String(),
		},
	}
	if m.ZeroReason != 0 {
		d.Meta["nothing"] = m.ZeroReason.String()
	}
	carry, err := ledger.PoolCarry(SharePool)
	if err != nil {
		return d, err
	}
	fund := ledger.FundAccount(ledger.ShareFund)
	d.Postings = make([]ledger.Posting, 0, len(m.Holders)+3)
	if !m.CarryIn.IsZero() {
		d.Postings = append(d.Postings, ledger.Posting{From: carry, To: fund, Amount: m.CarryIn})
	}
	for i := range m.shares {
		if !m.shares[i].IsZero() {
			d.Postings = append(d.Postings, ledger.Posting{From: fund, To: ledger.Share(m.Holders[i].Wallet, ledger.SharePayable),
				Amount: m.shares[i]})
		}
	}
	d.Postings = append(d.Postings, moves(
		ledger.Posting{From: fund, To: carry, Amount: m.CarryOut},
		ledger.Posting{From: fund, To: ledger.FundAccount(ledger.BuybackFund), Amount: m.ToBuyback},
	)...)
	return d, nil
}
