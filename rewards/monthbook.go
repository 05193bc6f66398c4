package rewards

import (
	"strconv"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
)

// Draft is the month as one transaction, in effect in its last second and booked when an operator closed it. file is the hash of
// the file that WriteFile wrote.
//
//	liabilities:share:<w> -> expenses:share:<w>    one posting a holder
//	equity:earnings -> equity:fund:share           what was set aside for them is used
//	equity:fund:buyback -> equity:fund:share       the surplus, where the program sends it there
//
// What the month leaves stays in the fund. Its source is the month's slot, so that a month is closed once, whoever does it.
func (m *ClosedMonth) Draft(file ledger.Hash, booked time.Time) ledger.Draft {
	d := ledger.Draft{
		Kind: MonthKind, Program: m.Program, Rule: m.Rule, Effective: LastSecond(m.End), Booked: booked,
		Source: ledger.JobSource(MonthJob, m.Slot),
		Meta: ledger.Meta{
			"start": m.Start.Format(time.RFC3339), "end": m.End.Format(time.RFC3339),
			"block": strconv.FormatUint(m.Block.Number, 10), "block_hash": m.Block.Hash.String(), "file": file.String(),
		},
	}
	if m.ZeroReason != 0 {
		d.Meta["nothing"] = m.ZeroReason.String()
	}
	fund := ledger.FundAccount(ledger.ShareFund)
	d.Postings = make([]ledger.Posting, 0, len(m.Holders)+2)
	for i := range m.shares {
		if w := m.Holders[i].Wallet; !m.shares[i].IsZero() {
			d.Postings = append(d.Postings, ledger.Posting{From: ledger.Share(w), To: ledger.ShareExpense(w), Amount: m.shares[i]})
		}
	}
	d.Postings = append(d.Postings, moves(
		ledger.Posting{From: ledger.Earnings(), To: fund, Amount: m.Paid},
		ledger.Posting{From: ledger.FundAccount(ledger.BuybackFund), To: fund, Amount: m.ToBuyback},
	)...)
	return d
}
