package fold

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
	"github.com/nodeledger/nodeledger/rewards"
)

// AmendmentKind is the kind of the transactions by which an amendment corrects closed periods. Each is one period's: its first postings
// mirror what was booked of it, the rest is what it comes to by the amended text. They are dated when the text came into force. One that
// changes no amount has no postings; it says that the period's file is another.
const AmendmentKind ledger.Kind = "amendment"

// Amendment is what a text of the program that amends corrects: closed periods come to something else by it.
type Amendment struct {
	Periods []AmendedPeriod // in the order in which they were closed
	// Kept is what holders keep of what a month paid them too much: it was gathered into a payout before, and is not asked back. The
	// fund of the share bears it, below zero where it must, and the next months pay it off first.
	Kept []KeptShare
	// SetOff is what holders kept by earlier amendments and get by this one anyway: they have it, so the fund gets it back.
	SetOff []KeptShare
	Hash   ledger.Hash // over everything that it books, other than the dates

	drafts []ledger.Draft
}

// AmendedPeriod is a closed period that comes to something else.
type AmendedPeriod struct {
	Period
	Corrects      uint64       // the transaction that stood
	Before, After money.Amount // what holders got, and what they get
	Holders       int          // who get another amount
	File          ledger.Hash  // of its file as amended
}

// Names are the amended periods as a fact names them.
func (a *Amendment) Names() []string {
	list := make([]string, len(a.Periods))
	for i := range a.Periods {
		list[i] = a.Periods[i].Job + ":" + a.Periods[i].Slot
	}
	return list
}

// Amending computes what a text that amends would correct if it came into force at an instant. It stands still, so it may be used while
// the fold goes on.
func (f *Fold) Amending(t *Text, at time.Time) *Amending {
	return f.amending(t, rewards.Booking{At: at})
}

// amending is Amending by which what holders keep is booked as the booking says.
func (f *Fold) amending(t *Text, as rewards.Booking) *Amending {
	c := f.Closing()
	c.program = t.Program
	x := &Amending{text: t, old: f.texts[len(f.texts)-1].Digest, Booking: as, closing: c, change: changes{}, lowest: changes{},
		before: f.versions, after: canonical.NewVersions(t.Program), effective: as.At}
	for i := range f.texts {
		if t := &f.texts[i]; t.Amends {
			x.earlier = append(x.earlier, ledger.OperatorSource(t.Consent, consentTo(t.Number, t.Digest)))
		}
	}
	return x
}

// Compute computes what would be corrected, and books nothing. It is refused where a holder would have to give back points that are
// spent.
func (x *Amending) Compute(ctx context.Context, books Books) (*Amendment, error) {
	return x.compute(ctx, Ground{Books: books})
}

// compute is Compute that keeps the periods' files where the ground keeps files.
func (x *Amending) compute(ctx context.Context, g Ground) (*Amendment, error) {
	x.ground = g
	for in, err := range g.Inputs(ctx, 1) {
		if err == nil {
			err = x.input(&in)
		}
		if err != nil {
			return nil, err
		}
	}
	for i := range x.closed {
		if err := x.correct(ctx, &x.closed[i]); err != nil {
			return nil, err
		}
	}
	if err := x.keep(ctx); err != nil {
		return nil, err
	}
	x.Hash = x.hash()
	return &x.Amendment, nil
}

// Amending is an amendment on its way.
type Amending struct {
	Amendment
	text *Text
	old  string // digest of the text that it amends
	rewards.Booking
	closing *Closing
	ground  Ground
	before  *canonical.Versions // of the rules in force, and as they should have been
	after   *canonical.Versions
	kept    []KeptShare     // what is booked as kept, also what is lacking only until a later period is corrected
	back    []KeptShare     // what is booked as set off, that too
	earlier []ledger.Source // of the consents to texts that amended before
	change  changes         // of what holders have
	lowest  changes         // the least that change was on the way, after any correction
	closed  []closedPeriod  // in order
	// effective is the date of what is booked: when it is agreed to, and never before the end of a closed period, whatever clocks say, so
	// that no balance at such an end has it already.
	effective time.Time
}

// closedPeriod is how a closed period is computed again.
type closedPeriod struct {
	Period
	rules   program.Moment // where its rules are looked up
	compute func(context.Context, Balances) (write func(io.Writer) (ledger.Hash, error), draft drafter, err error)
}

// add takes note of a closed period that ended at an instant.
func (x *Amending) add(p closedPeriod, end time.Time) {
	x.closed = append(x.closed, p)
	if end.After(x.effective) {
		x.effective = end
	}
}

// input takes note of the period that an input closed.
func (x *Amending) input(in *Input) error {
	if job, err := in.Job(); err != nil || job != nil {
		if err != nil || job.Name != rewards.PointsJob && job.Name != rewards.TokenJob && job.Name != rewards.DropJob {
			return err
		}
		start, end, err := job.Window()
		if err != nil {
			return err
		}
		x.add(closedPeriod{Period{job.Name, job.Slot}, program.Moment{Block: job.Opening, Time: start},
			func(ctx context.Context, books Balances) (func(io.Writer) (ledger.Hash, error), drafter, error) {
				r, err := x.closing.epoch(ctx, job, books)
				if err != nil {
					return nil, nil, err
				}
				return r.WriteFile, r.Draft, nil
			}}, end)
		return nil
	}
	fact, err := in.Fact()
	if err != nil || fact == nil {
		return err
	}
	body, err := fact.closedMonth()
	if err != nil || body == nil {
		return err
	}
	start, err := body.Start()
	if err != nil {
		return err
	}
	x.add(closedPeriod{body.period(), program.Moment{Block: body.Opening, Time: start},
		func(ctx context.Context, books Balances) (func(io.Writer) (ledger.Hash, error), drafter, error) {
			m, err := x.closing.monthOn(ctx, body, books)
			if err != nil {
				return nil, nil, err
			}
			return m.WriteFile, func(file ledger.Hash) (ledger.Draft, error) { return m.Draft(file, x.At), nil }, nil
		}}, start.AddDate(0, 1, 0))
	return nil
}

// drafter drafts a period's transaction by the hash of its file.
type drafter func(file ledger.Hash) (ledger.Draft, error)

// correct drafts the correction of a period where it comes to something else than what stands.
func (x *Amending) correct(ctx context.Context, closed *closedPeriod) error {
	p, rules := closed.Period, closed.rules
	if len(x.closing.drafted) == 0 && x.before.At(rules) == x.after.At(rules) {
		return nil // neither its rules nor what it begins with are others
	}
	books, standing, err := x.closing.before(ctx, x.ground, p)
	if err != nil {
		return err
	}
	if standing == nil {
		return fmt.Errorf("%s is closed and not in the journal: run `nodeledger ledger verify`", p)
	}
	write, draft, err := closed.compute(ctx, books)
	if err != nil {
		return fmt.Errorf("%s: %w", p, err)
	}
	file, err := write(io.Discard)
	if err != nil || file.String() == standing.File {
		return err
	}
	d, err := draft(file)
	if err != nil {
		return err
	}
	moves := !slices.Equal(d.Postings, standing.Postings)
	if moves && p.Job != rewards.PointsJob && p.Job != rewards.MonthJob {
		return problem.Conflictf("%s would come to something else, and the token's rules are hard since its TGE", p)
	}
	n := x.closing.corrected.times[p] + 1
	if _, err := x.ground.writeFile(fmt.Sprintf("%s-%s-amended-%d.json", p.Job, strings.ReplaceAll(p.Slot, ":", ""), n), write); err != nil {
		return err
	}
	amended := AmendedPeriod{Period: p, Corrects: standing.Last().Sequence, File: file}
	if err := amended.compare(standing.Postings, d.Postings); err != nil {
		return err
	}
	c, err := x.draft(&d, standing, p.correction(n), moves)
	if err != nil {
		return err
	}
	m, err := movementsOf(&c, standing.Own.Effective)
	if err != nil {
		return err
	}
	x.closing.drafted = append(x.closing.drafted, m)
	x.Periods, x.drafts = append(x.Periods, amended), append(x.drafts, c)
	return nil
}

// draft makes the transaction of a correction of what makes the period anew.
func (x *Amending) draft(anew *ledger.Draft, standing *BookedPeriod, source ledger.Source, moves bool) (ledger.Draft, error) {
	d := *anew
	d.Kind, d.Source, d.Effective, d.Booked = AmendmentKind, source, x.effective, x.At
	d.Meta = maps.Clone(anew.Meta)
	d.Meta["corrects"], d.Meta["text"], d.Meta["text_before"] = strconv.FormatUint(standing.Last().Sequence, 10), x.text.Digest, x.old
	d.Postings = nil
	if !moves {
		return d, nil
	}
	d.Meta[mirrored] = strconv.Itoa(len(standing.Postings))
	for _, p := range slices.Backward(standing.Postings) {
		d.Postings = append(d.Postings, ledger.Posting{From: p.To, To: p.From, Amount: p.Amount})
	}
	d.Postings = append(d.Postings, anew.Postings...)
	err := x.change.add(d.Postings, func(a ledger.Account) bool { return a.Role() == ledger.ShareRole || a.Role() == ledger.HoldingRole })
	for _, p := range d.Postings {
		x.lower(ledger.Place{Account: p.From, Asset: p.Amount.Asset()})
		x.lower(ledger.Place{Account: p.To, Asset: p.Amount.Asset()})
	}
	return d, err
}

// hash is over everything that is booked, other than when and by whom.
func (x *Amending) hash() ledger.Hash {
	sum := sha256.New()
	for i := range x.drafts {
		d := &x.drafts[i]
		if d.Source != x.Source && d.Source != setOffSource(x.Source) { // these say who agreed
			fmt.Fprintf(sum, "%s\n", d.Source.Key())
		}
		fmt.Fprintf(sum, "%s\n", d.Meta.Canonical())
		for _, p := range d.Postings {
			fmt.Fprintf(sum, "%s %s %s %s\n", p.From, p.To, p.Amount.Digits(), p.Amount.Asset())
		}
	}
	return ledger.Hash(sum.Sum(nil))
}

// compare counts what holders got and get.
func (p *AmendedPeriod) compare(before, after []ledger.Posting) error {
	got, get := map[ledger.Account]money.Amount{}, map[ledger.Account]money.Amount{}
	var err error
	if p.Before, err = gained(before, got); err != nil {
		return err
	}
	if p.After, err = gained(after, get); err != nil {
		return err
	}
	for a, amount := range got {
		if get[a] != amount {
			p.Holders++
		}
	}
	for a := range get {
		if _, some := got[a]; !some {
			p.Holders++
		}
	}
	return nil
}

// gained adds up what a period's postings give to holders, by account and together; the zero Amount of none.
func gained(postings []ledger.Posting, by map[ledger.Account]money.Amount) (sum money.Amount, err error) {
	add := func(to, of money.Amount) (money.Amount, error) {
		if to == (money.Amount{}) {
			return of, nil
		}
		return to.Add(of)
	}
	for _, p := range postings {
		var a ledger.Account
		switch {
		case p.From.Role() == ledger.ShareRole:
			a = p.From
		case p.To.Role() == ledger.HoldingRole, p.To.Role() == ledger.TokenRole:
			a = p.To
		default:
			continue
		}
		if by[a], err = add(by[a], p.Amount); err != nil {
			return sum, err
		}
		if sum, err = add(sum, p.Amount); err != nil {
			return sum, err
		}
	}
	return sum, nil
}
