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
	Hash ledger.Hash // over everything that it books, other than the dates

	drafts []ledger.Draft
}

// Names are the amended periods as a fact names them.
func (a *Amendment) Names() []string {
	list := make([]string, len(a.Periods))
	for i := range a.Periods {
		list[i] = a.Periods[i].Job + ":" + a.Periods[i].Slot
	}
	return list
}

// Amendment computes what a text that amends would correct if it came into force at an instant, and books nothing. It is refused where a
// holder would have to give back points that are spent.
func (f *Fold) Amendment(ctx context.Context, t *Text, at time.Time, books Books) (*Amendment, error) {
	return f.amend(ctx, t, rewards.Booking{At: at}, Ground{Books: books})
}

// amend is Amendment that keeps the periods' files where the ground keeps files. What holders keep is booked as the booking says.
func (f *Fold) amend(ctx context.Context, t *Text, as rewards.Booking, g Ground) (*Amendment, error) {
	c := f.Closing()
	c.program = t.Program
	x := amending{text: t, old: f.texts[len(f.texts)-1].Digest, Booking: as, closing: c, ground: g,
		change: map[ledger.Place]money.Balance{}, before: f.versions, after: canonical.NewVersions(t.Program), effective: as.At}
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

// amending is an amendment on its way.
type amending struct {
	Amendment
	text *Text
	old  string // digest of the text that it amends
	rewards.Booking
	closing *Closing
	ground  Ground
	before  *canonical.Versions // of the rules in force, and as they should have been
	after   *canonical.Versions
	change  map[ledger.Place]money.Balance // of what holders have
	closed  []closedPeriod                 // in order
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
func (x *amending) add(p closedPeriod, end time.Time) {
	x.closed = append(x.closed, p)
	if end.After(x.effective) {
		x.effective = end
	}
}

// input takes note of the period that an input closed.
func (x *amending) input(in *Input) error {
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
func (x *amending) correct(ctx context.Context, closed *closedPeriod) error {
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
func (x *amending) draft(anew *ledger.Draft, standing *BookedPeriod, source ledger.Source, moves bool) (ledger.Draft, error) {
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
	for _, p := range d.Postings {
		if err := x.count(p.From, p.Amount, money.Balance.Give); err != nil {
			return d, err
		}
		if err := x.count(p.To, p.Amount, money.Balance.Receive); err != nil {
			return d, err
		}
	}
	return d, nil
}

// count adds to what changes of what a holder has.
func (x *amending) count(a ledger.Account, of money.Amount, step func(money.Balance, money.Amount) (money.Balance, error)) error {
	if a.Role() != ledger.ShareRole && a.Role() != ledger.HoldingRole {
		return nil
	}
	at := ledger.Place{Account: a, Asset: of.Asset()}
	b, some := x.change[at]
	if !some {
		b = money.NewBalance(at.Asset)
	}
	b, err := step(b, of)
	x.change[at] = b
	return err
}

// hash is over everything that is booked, other than when and by whom.
func (x *amending) hash() ledger.Hash {
	sum := sha256.New()
	for i := range x.drafts {
		d := &x.drafts[i]
		if d.Source != x.Source {
			fmt.Fprintf(sum, "%s\n", d.Source.Key())
		}
		fmt.Fprintf(sum, "%s\n", d.Meta.Canonical())
		for _, p := range d.Postings {
			fmt.Fprintf(sum, "%s %s %s %s\n", p.From, p.To, p.Amount.Digits(), p.Amount.Asset())
		}
	}
	return ledger.Hash(sum.Sum(nil))
}
