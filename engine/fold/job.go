package fold

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
)

// Job is a slot of the schedule that came due, and the blocks that fix its window. It is an input of the books: its
// postings are computed from the program, the facts and what was booked before it.
type Job struct {
	Name, Slot string
	Opening    uint64 // the last block at or before the window's start
	Block      uint64 // the last block before the window's end
	Hash       common.Hash
	// Until is the window's end of an epoch of points that the TGE ends, in seconds since 1970 UTC; 0: the day's end.
	Until uint64 `rlp:"optional"`
}

const oneDay = 24 * time.Hour

// day reads the slot of a daily job.
func (j *Job) day() (time.Time, error) {
	d, err := time.Parse(time.DateOnly, j.Slot)
	if err != nil {
		return d, fmt.Errorf("the slot %q of the job %s is not a day", j.Slot, j.Name)
	}
	return d.UTC(), nil
}

// epoch is the daily epoch that the job closes.
func (j *Job) epoch() (rewards.Epoch, error) {
	day, err := j.day()
	e := rewards.Epoch{Day: day, Opening: j.Opening, Snapshot: j.snapshot()}
	if j.Until > 0 {
		e.Until = time.Unix(int64(j.Until), 0).UTC()
	}
	return e, err
}

func (j *Job) snapshot() rewards.Block {
	return rewards.Block{Number: j.Block, Hash: ledger.Hash(j.Hash)}
}

// Window is the day of a daily job, half-open, up to the TGE where that ends an epoch of points, or the instant of one that has an instant
// for its slot: then both are equal.
func (j *Job) Window() (start, end time.Time, err error) {
	if instant, err := time.Parse(time.RFC3339, j.Slot); err == nil {
		return instant.UTC(), instant.UTC(), nil
	}
	e, err := j.epoch()
	return e.Day, e.End(), err
}

// checkBlocks refuses blocks that a slot cannot have: the end of a lock follows from its epoch alone, and an instant has one block.
func (j *Job) checkBlocks() error {
	start, end, err := j.Window()
	switch {
	case err != nil:
		return err
	case j.NeedsNoBlocks() && (j.Opening != 0 || j.Block != 0 || j.Hash != common.Hash{}):
		return fmt.Errorf("it names the block %d, and no block fixes the end of a lock", j.Block)
	case start.Equal(end) && j.Opening != j.Block:
		return fmt.Errorf("it names the blocks %d and %d of one instant", j.Opening, j.Block)
	}
	return nil
}

// Window is what an input says of the chain beside its blocks: the last ones before the start and the end of a span of time, which fix what
// was held then. An instant has one.
type Window struct {
	Of             string    // "job" or "month"
	Start, End     time.Time // half-open
	Opening, Block uint64    // the last block at or before the start, and the last one before the end
	Hash           common.Hash
}

// Window is the span of a job that needs blocks, or of a month that a fact closes or proposes to close; nil for every other input.
func (in *Input) Window() (*Window, error) {
	job, err := in.Job()
	if err != nil {
		return nil, err
	}
	if job != nil && !job.NeedsNoBlocks() {
		start, end, err := job.Window()
		return &Window{"job", start, end, job.Opening, job.Block, job.Hash}, err
	}
	fact, err := in.Fact()
	if err != nil || fact == nil || fact.Kind != Month && fact.Kind != MonthProposal {
		return nil, err
	}
	var body MonthBody
	if err := json.Unmarshal(fact.Body, &body); err != nil {
		return nil, problem.As(problem.Invalid, "", err)
	}
	start, err := body.Start()
	return &Window{"month", start, start.AddDate(0, 1, 0), body.Opening, body.Block, body.Hash}, err
}

// NeedsNoBlocks says that a slot follows from what is booked alone: the end of a lock, and of what is unbonding.
func (j *Job) NeedsNoBlocks() bool { return j.Name == rewards.UnlockJob || j.Name == rewards.UnbondJob }

// ofConversion says of a slot of unlocking that it is for what points became at the generation: its slot is an instant, those
// of the token's epochs are days.
func (j *Job) ofConversion() bool { return len(j.Slot) > len(time.DateOnly) }

// job computes a slot that came due and drafts its transactions.
func (f *Fold) job(ctx context.Context, j *Job, g Ground) (drafts []ledger.Draft, err error) {
	err = f.isDue(j)
	if err == nil {
		err = j.checkBlocks()
	}
	if err != nil {
		return nil, fmt.Errorf("job %s of %s: %w", j.Name, j.Slot, err)
	}
	switch j.Name {
	case rewards.ConversionJob:
		drafts, err = f.convert(ctx, j, g)
	case rewards.UnlockJob:
		drafts, err = f.unlock(ctx, j, g)
	case rewards.VestJob:
		drafts, err = f.vest(j)
	case rewards.UnbondJob:
		at := f.schedule.unbonding[0].until
		rule := f.versions.At(program.Moment{Time: at})
		drafts = []ledger.Draft{rewards.Unbond(f.program, rule, at, f.schedule.unbonding.due(at))}
	default:
		drafts, err = f.closeEpoch(ctx, j, g)
	}
	if err != nil {
		return nil, fmt.Errorf("job %s of %s: %w", j.Name, j.Slot, err)
	}
	return drafts, f.ran(j)
}

// ran takes note that a slot was booked, by the rules up to its end and its snapshot's block.
func (f *Fold) ran(j *Job) error {
	_, end, err := j.Window()
	if err != nil {
		return err
	}
	f.bookedUpTo(program.Moment{Block: j.Block, Time: end})
	return f.schedule.markRun(j)
}

// closeEpoch drafts an epoch or the TGE airdrop, and writes its file.
func (f *Fold) closeEpoch(ctx context.Context, j *Job, g Ground) ([]ledger.Draft, error) {
	r, err := f.Closing().Epoch(ctx, j, g)
	if err != nil {
		return nil, err
	}
	hash, err := g.writeFile(fmt.Sprintf("%s-%s.json", r.Kind, strings.ReplaceAll(r.Slot, ":", "")), r.WriteFile)
	if err != nil {
		return nil, err
	}
	d, err := r.Draft(hash)
	if err != nil || r.Kind == rewards.PointsKind {
		return []ledger.Draft{d}, err
	}
	return f.fromBuckets(ctx, d, g)
}

// fromBuckets puts the allocation before a transaction where it is the first to take from it, and refuses one that takes more out of a
// bucket than it has.
func (f *Fold) fromBuckets(ctx context.Context, d ledger.Draft, books Balances) ([]ledger.Draft, error) {
	drafts, err := f.allocated(d)
	if err != nil {
		return nil, err
	}
	return drafts, checkTaken(ctx, drafts, books)
}

// allocated puts the supply's allocation before the first transaction that takes from it.
func (f *Fold) allocated(d ledger.Draft, ahead ...ledger.Draft) ([]ledger.Draft, error) {
	isAllocation := func(d ledger.Draft) bool { return d.Kind == rewards.AllocationKind }
	if f.schedule.allocated || slices.ContainsFunc(ahead, isAllocation) {
		return []ledger.Draft{d}, nil
	}
	first, err := rewards.Allocate(f.program, rewards.Booking{Program: d.Program, Rule: d.Rule, At: f.allocatesAt(d.Effective)})
	first.Booked = d.Booked
	return []ledger.Draft{first, d}, err
}

// allocatesAt is when the supply goes into its buckets for what takes from one at an instant: before whatever the TGE takes from them, also
// where that is recorded later. It cannot be recorded as before the last closed epoch, nor before the books begin.
func (f *Fold) allocatesAt(taken time.Time) time.Time {
	earliest := f.Generation()
	for _, at := range []time.Time{f.schedule.points, f.schedule.began, taken.Truncate(oneDay)} {
		if earliest.IsZero() {
			earliest = at
		}
	}
	if earliest.Before(taken) {
		return earliest
	}
	return taken
}

// unlock drafts the end of a lock, from the transaction that locked.
func (f *Fold) unlock(ctx context.Context, j *Job, g Ground) ([]ledger.Draft, error) {
	locked := rewards.TokenJob
	if j.ofConversion() {
		locked = rewards.ConversionJob
	}
	epoch, err := g.Keyed(ctx, ledger.JobSource(locked, j.Slot).Key())
	if err != nil {
		return nil, err
	}
	if epoch == nil {
		return nil, fmt.Errorf("its epoch is not in the journal")
	}
	d, err := rewards.Unlock(&epoch.Draft)
	return []ledger.Draft{d}, err
}

// convert drafts what becomes of the points at the generation: all that the closed epochs gave and that was bought, less what was spent.
func (f *Fold) convert(ctx context.Context, j *Job, g Ground) ([]ledger.Draft, error) {
	var held []rewards.PointsHeld
	asset := f.program.Points.Asset
	for p, err := range g.Balances(ctx, ledger.RegisterOf(asset)) {
		if err != nil {
			return nil, err
		}
		stage := ledger.TokenStage(p.Account.Stage())
		role := p.Account.Role()
		if p.Asset != asset || role != ledger.HoldingRole && (role != ledger.TokenRole || stage == ledger.Unbonding) {
			continue
		}
		amount, err := p.Balance.Held()
		if err != nil {
			return nil, err
		}
		if w, ok := p.Account.Wallet(); ok && !amount.IsZero() {
			held = append(held, rewards.PointsHeld{Wallet: w, Stage: stage, Amount: amount})
		}
	}
	for _, b := range f.schedule.unbonding { // each part for itself, as it becomes available
		if b.stake.Amount.Asset() == asset {
			held = append(held, rewards.PointsHeld{Wallet: b.stake.Wallet, Stage: ledger.Unbonding, Amount: b.stake.Amount})
		}
	}
	d, err := rewards.Convert(f.program, f.Generation(), j.snapshot(), held)
	if err != nil {
		return nil, err
	}
	return f.fromBuckets(ctx, d, g)
}
