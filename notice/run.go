package notice

import (
	"strconv"
	"time"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/sentence"
)

// runSteps says how the steps of a run are told; preparing and approving are not.
var runSteps = map[payout.State]struct {
	as   Type
	said sentence.Code
}{
	payout.Proposed:  {RunProposed, sentence.NoticeRunProposed},
	payout.Exported:  {RunExported, sentence.NoticeRunExported},
	payout.Settled:   {RunSettled, sentence.NoticeRunSettled},
	payout.Cancelled: {RunCancelled, sentence.NoticeRunCancelled},
}

// OfRun is what the steps of a run tell that were taken at an instant or later.
func (m Maker) OfRun(p *payout.Progress, since time.Time) (list []Notice) {
	for i := range p.Steps {
		step := &p.Steps[i]
		told, ok := runSteps[step.State]
		if !ok || step.At.Before(since) {
			continue
		}
		n := m.make(told.as, p.Name, step.At, told.said,
			sentence.Params{"run": p.Name, "total": p.Total.String(), "lines": strconv.Itoa(p.Lines)})
		n.Run, n.Amount = p.Name, p.Total
		list = append(list, n)
	}
	return list
}

// OfClaims is what a run for claims tells those wallets that are wanted, when its tree was exported at an instant or later: what their
// lines grant. nil wants all.
func (m Maker) OfClaims(p *payout.Progress, since time.Time, wanted map[ledger.Wallet]bool) (list []Notice) {
	step := p.By(payout.Exported)
	if step == nil || p.Method != payout.Claim || step.At.Before(since) {
		return nil
	}
	for _, w := range p.Wallets() {
		if wanted != nil && !wanted[w] {
			continue
		}
		granted, _, _, _ := p.Line(w)
		n := m.make(Claimable, p.Name+" "+w.String(), step.At, sentence.NoticeClaimable,
			sentence.Params{"wallet": w.String(), "amount": granted.String(), "run": p.Name})
		n.Wallet, n.Run, n.Amount = w, p.Name, granted
		list = append(list, n)
	}
	return list
}

// OfException is what a payment tells that nothing explains.
func (m Maker) OfException(x *payout.Exception) Notice {
	n := m.make(Exception, x.Key, x.At, sentence.NoticeException, sentence.Params{"tx": x.TxHash.String()})
	n.Why, n.Run, n.TxHash = x.Explanation, x.Run, x.TxHash
	if x.Problem != payout.Unread {
		n.Wallet, n.Amount = x.Wallet, x.Amount
	}
	return n
}

// OfProposedMonth tells that a month waits for another operator.
func (m Maker) OfProposedMonth(p *fold.ProposedMonth) Notice {
	n := m.make(MonthProposed, p.Source.Key(), p.At, sentence.NoticeMonthProposed,
		sentence.Params{"month": p.Month, "total": p.Pays.String()})
	n.Period, n.Amount = p.Month, p.Pays
	return n
}

// OfTGE tells that the token generation event is recorded and past.
func (m Maker) OfTGE(at time.Time) Notice {
	return m.make(TGERecorded, at.UTC().Format(time.RFC3339), at, sentence.NoticeTGE, sentence.Params{"at": at.UTC().Format(time.RFC3339)})
}
