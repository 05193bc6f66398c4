// Package inbox shows what waits for an operator: approvals and consents, months and runs that can go on, and what nobody has explained.
//
// Guarantees:
//   - Everything is read from one state of the books, but for the last verification and the last reconciliation, which are this
//     process's own.
//   - What is for whoever asks is what the books would let them do: nobody is asked to approve what they proposed.
//
// Not guaranteed: that a step succeeds. A month that was proposed may have changed since, and a run's wallet may be held back.
package inbox

import (
	"strconv"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/sentence"
)

// Place is where on the operators' page something is dealt with.
type Place string

// The places.
const (
	Month   Place = "month"
	Payouts Place = "payouts"
	Record  Place = "record"
	Rules   Place = "rules"
	Health  Place = "health"
	Audit   Place = "audit"
)

// Item is something that waits for somebody.
type Item struct {
	Text  sentence.Sentence
	Place Place
	Name  string         // of the run or the month; empty where there is none
	Since time.Time      // from when it waits; zero where that is not known
	Scope operator.Scope // that it takes
	By    string         // who took the step before, and cannot take this one; empty: anybody with the scope can
	Yours bool           // for whoever asks
}

// late is how long after its time a job that has not run is reported.
const late = time.Hour

// list is what is found, for somebody.
type list struct {
	who   operator.Actor
	now   time.Time
	items []Item
}

// Of is everything that waits, the most urgent first, for somebody who asks at an instant.
func Of(e *engine.Engine, who operator.Actor, now time.Time) []Item {
	l := &list{who: who, now: now}
	if f := e.Finding(); f != nil && f.Difference != "" {
		l.add(Item{Place: Health, Since: f.Time, Scope: operator.Admin}, sentence.InboxDifference, sentence.Params{"what": f.Difference})
	}
	e.View(func(f *fold.Fold, s engine.State) {
		if s.Frozen != nil {
			l.add(Item{Place: Health, Since: s.Frozen.Time, Scope: operator.Admin}, sentence.InboxFrozen, sentence.Params{"why": s.Frozen.Text})
		}
		l.job(f)
		l.exceptions(f.Payouts())
		l.month(f)
		l.runs(f.Payouts())
		l.text(f.Proposed())
		l.keys(f.Operators())
		l.tge(f)
	})
	if r := e.LastReconciliation(); r != nil && r.Differences() > 0 {
		l.add(Item{Place: Health, Since: r.When, Scope: operator.Record}, sentence.InboxNotReconciled, count(r.Differences()))
	}
	return l.items
}

// add takes in an item; it is for whoever asks when they have the scope and did not take the step before.
func (l *list) add(i Item, code sentence.Code, p sentence.Params) {
	i.Text = sentence.New(code, p)
	i.Yours = l.who.May(i.Scope) && i.By != l.who.Name()
	l.items = append(l.items, i)
}

func count(n int) sentence.Params { return sentence.Params{"n": strconv.Itoa(n)} }

func instant(t time.Time) string { return t.UTC().Format(time.RFC3339) }

func (l *list) job(f *fold.Fold) {
	due, ok := f.Next()
	if !ok || !due.At.Add(late).Before(l.now) || !due.At.Before(f.Final().When()) {
		return
	}
	l.add(Item{Place: Health, Since: due.At, Scope: operator.Admin}, sentence.InboxJobLate,
		sentence.Params{"job": due.Name, "slot": due.Slot, "at": instant(due.At)})
}

func (l *list) exceptions(b *payout.Book) {
	open, suspense := 0, 0
	for _, x := range b.Exceptions() {
		switch {
		case !x.Closed.IsZero():
		case x.Own != ledger.Account{}:
			suspense++
		default:
			open++
		}
	}
	if open > 0 {
		l.add(Item{Place: Payouts, Scope: operator.Prepare}, sentence.InboxExceptions, count(open))
	}
	if suspense > 0 {
		l.add(Item{Place: Payouts, Scope: operator.Prepare}, sentence.InboxSuspense, count(suspense))
	}
}

func (l *list) month(f *fold.Fold) {
	if p := f.ProposedMonth(); p != nil {
		l.add(Item{Place: Month, Name: p.Month, Since: p.At, Scope: operator.Approve, By: p.By}, sentence.InboxMonthProposed,
			sentence.Params{"month": p.Month, "total": p.Pays.String(), "operator": p.By})
		return
	}
	start := f.MonthsClosedUntil()
	if end := start.AddDate(0, 1, 0); !start.IsZero() && !end.After(f.Final().When()) {
		month := start.Format("2006-01")
		l.add(Item{Place: Month, Name: month, Since: end, Scope: operator.Prepare}, sentence.InboxMonthOver, sentence.Params{"month": month})
	}
}

func (l *list) runs(b *payout.Book) {
	for _, p := range b.Runs() {
		last := p.Steps[len(p.Steps)-1]
		i := Item{Place: Payouts, Name: p.Name, Since: last.At, Scope: operator.Prepare}
		said := sentence.Params{"run": p.Name, "total": p.Total.String(), "operator": last.Operator}
		switch {
		case p.State == payout.Draft:
			l.add(i, sentence.InboxRunDraft, said)
		case p.State == payout.Proposed:
			i.Scope, i.By = operator.Approve, last.Operator
			l.add(i, sentence.InboxRunProposed, said)
		case p.State == payout.Approved:
			l.add(i, sentence.InboxRunApproved, said)
		case p.State == payout.Exported && p.Rejection != nil:
			i.Scope, i.By, i.Since = operator.Approve, p.Rejection.By, p.Rejection.At
			said["operator"] = p.Rejection.By
			l.add(i, sentence.InboxRunRejected, said)
		}
	}
}

func (l *list) text(t *fold.Text) {
	if t == nil {
		return
	}
	l.add(Item{Place: Rules, Since: t.When, Scope: operator.Approve, By: t.By}, sentence.InboxText,
		sentence.Params{"operator": t.By, "why": t.Why})
}

// keys asks the registry who may consent: the scope depends on who else there is.
func (l *list) keys(r *operator.Registry) {
	for _, w := range r.Waiting() {
		l.add(Item{Place: Audit, Name: w.Change.Name, Since: w.At, Scope: operator.Admin, By: w.By}, sentence.InboxKey,
			sentence.Params{"operator": w.Change.Name, "label": w.Change.Label, "by": w.By})
		l.items[len(l.items)-1].Yours = r.CheckConsent(w.Change.Name, w.Grant(), l.who.Name(), l.who.How(), l.now) == nil
	}
}

func (l *list) tge(f *fold.Fold) {
	s := f.TGEState(l.now)
	for _, w := range s.Waits {
		code := sentence.InboxTGE
		if w.Plan {
			code = sentence.InboxTGEPlan
		}
		l.add(Item{Place: Record, Name: "tge", Scope: operator.Approve, By: w.By}, code,
			sentence.Params{"at": instant(w.At), "operator": w.By})
	}
	if s.Awaited(f.Final().When()) && f.Generation().IsZero() {
		l.add(Item{Place: Record, Name: "tge", Since: s.At, Scope: operator.Approve}, sentence.InboxTGEToBeSettled,
			sentence.Params{"at": instant(s.At)})
	}
}
