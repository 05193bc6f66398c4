package engine

import (
	"context"
	"encoding/hex"
	"fmt"
	"math/big"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/sale"
)

// job computes a slot that came due and drafts its transaction.
func (f *Fold) job(ctx context.Context, j *Job, s Store) (drafts []ledger.Draft, err error) {
	if j.Name == rewards.VestJob {
		drafts, err = f.vest(j)
	} else {
		drafts = make([]ledger.Draft, 1)
		drafts[0], err = f.run(ctx, j, s)
	}
	if err != nil {
		return nil, fmt.Errorf("job %s of %s: %w", j.Name, j.Slot, err)
	}
	return drafts, f.ran(j)
}

// ran notes that a slot has run.
func (f *Fold) ran(j *Job) error {
	if j.Name == rewards.VestJob {
		return f.vested(j)
	}
	return f.schedule.ran(j)
}

// next is the slot that comes due first.
func (f *Fold) next() (due, bool) {
	first, ok := f.schedule.next(f.generation())
	if day := f.vestDay(); !day.IsZero() && (!ok || day.Add(oneDay).Before(first.at)) {
		return due{rewards.VestJob, day.Format(time.DateOnly), day.Add(oneDay)}, true
	}
	return first, ok
}

func (f *Fold) run(ctx context.Context, j *Job, s Store) (ledger.Draft, error) {
	switch j.Name {
	case rewards.ConversionJob:
		return f.convert(ctx, j, s)
	case rewards.UnlockJob:
		locked := rewards.TokenJob
		if j.ofConversion() {
			locked = rewards.ConversionJob
		}
		epoch, err := s.Keyed(ctx, ledger.JobSource(locked, j.Slot).Key())
		if err != nil {
			return ledger.Draft{}, err
		}
		if epoch == nil {
			return ledger.Draft{}, fmt.Errorf("its epoch is not in the journal")
		}
		return rewards.Unlock(&epoch.Draft)
	}
	r, err := f.Epoch(ctx, j, s)
	if err != nil {
		return ledger.Draft{}, err
	}
	hash, err := f.keep(r)
	if err != nil {
		return ledger.Draft{}, err
	}
	return r.Draft(hash)
}

// keep writes the epoch's file where the engine keeps files, and gives its hash.
func (f *Fold) keep(r *rewards.Result) (ledger.Hash, error) {
	return f.keepFile(fmt.Sprintf("%s-%s.json", r.Kind, strings.ReplaceAll(r.Slot, ":", "")), r.WriteFile)
}

// Epoch computes an epoch of points, of the token's emission, or the drop, as it is or was closed: from what the books
// held at its end.
func (f *Fold) Epoch(ctx context.Context, j *Job, s Store) (*rewards.Result, error) {
	snapshot := rewards.Block{Number: j.Block, Hash: ledger.Hash(j.Hash)}
	tge := f.generation()
	if j.Name == rewards.DropJob {
		holders, err := f.holders(ctx, s, tge)
		if err != nil {
			return nil, err
		}
		return rewards.CloseDrop(f.program, rewards.DropInput{TGE: tge, Block: snapshot, Holders: holders})
	}
	day, err := j.day()
	if err != nil {
		return nil, err
	}
	epoch := rewards.Epoch{Day: day, Opening: j.Opening, Snapshot: snapshot}
	holders, err := f.holders(ctx, s, epoch.End())
	if err != nil {
		return nil, err
	}
	held := func(account ledger.Account, asset money.Asset) (money.Balance, error) {
		return s.BalanceAt(ctx, ledger.Place{Account: account, Asset: asset}, epoch.End())
	}
	carry := func(pool string, asset money.Asset) (money.Amount, error) {
		account, err := ledger.PoolCarry(pool)
		if err != nil {
			return money.Amount{}, err
		}
		b, err := held(account, asset)
		if err != nil {
			return money.Amount{}, err
		}
		return b.Held()
	}
	switch j.Name {
	case rewards.PointsJob:
		asset := f.program.Points.Asset
		in := rewards.PointsInput{Epoch: epoch, TGE: f.tge, Holders: holders, Carry: map[string]money.Amount{}}
		for _, pool := range rewards.PointsPools() {
			if in.Carry[pool], err = carry(pool, asset); err != nil {
				return nil, err
			}
		}
		issuance, err := held(ledger.Issuance(asset), asset)
		if err != nil {
			return nil, err
		}
		if in.Issued, err = money.FromBig(asset, new(big.Int).Neg(issuance.Net())); err != nil {
			return nil, err
		}
		return rewards.ClosePoints(f.program, in)
	case rewards.TokenJob:
		curve, err := rewards.NewCurve(f.program.Token, tge)
		if err != nil {
			return nil, err
		}
		in := rewards.TokenInput{Epoch: epoch, Curve: curve, Holders: holders}
		if in.Carry, err = carry(rewards.Emission, f.program.Token.Asset); err != nil {
			return nil, err
		}
		return rewards.CloseToken(f.program, in)
	}
	return nil, fmt.Errorf("the job %s closes no epoch", j.Name)
}

// holders are the wallets that held nodes just before an instant, with what the recorded scores say of them, and those
// that only the scores know.
func (f *Fold) holders(ctx context.Context, s Store, at time.Time) ([]rewards.Holder, error) {
	scored := map[ledger.Wallet]*rewards.Holder{}
	if f.program.Points != nil {
		var err error
		if scored, err = f.scored(at); err != nil {
			return nil, err
		}
	}
	return f.held(ctx, s, at, scored)
}

// nodeHolders are the wallets that held nodes just before an instant.
func (f *Fold) nodeHolders(ctx context.Context, s Store, at time.Time) ([]rewards.Holder, error) {
	return f.held(ctx, s, at, nil)
}

func (f *Fold) held(ctx context.Context, s Store, at time.Time, scored map[ledger.Wallet]*rewards.Holder) ([]rewards.Holder, error) {
	var out []rewards.Holder
	midnight := at.Equal(at.Truncate(oneDay))
	until := ledger.Day(at)
	if !midnight {
		until++ // everybody who moved until the end of that day; what they held at the instant is asked one by one
	}
	err := s.Snapshot(ctx, "holders:", sale.Node, until, func(a ledger.Account, b money.Balance) error {
		if !midnight {
			var err error
			if b, err = s.BalanceAt(ctx, ledger.Place{Account: a, Asset: sale.Node}, at); err != nil {
				return err
			}
		}
		w, ok := holderOf(a)
		if !ok {
			return nil
		}
		nodes, err := b.Held()
		if err != nil {
			return fmt.Errorf("%s: %w", a, err)
		}
		h := rewards.Holder{Wallet: w}
		if known := scored[w]; known != nil {
			h = *known
			delete(scored, w)
		}
		count := nodes.Uint256()
		if h.Nodes = count.Uint64(); h.Nodes > 0 || h.Compute.Num() > 0 || h.Queen {
			out = append(out, h)
		}
		return nil
	})
	for _, h := range scored {
		out = append(out, *h)
	}
	return out, err
}

// holderOf reads the wallet out of a path "holders:<wallet>:<asset>".
func holderOf(a ledger.Account) (w ledger.Wallet, ok bool) {
	const digits = 2 * len(w)
	rest, ok := strings.CutPrefix(a.String(), "holders:0x")
	if !ok || len(rest) < digits+2 || rest[digits] != ':' || strings.Contains(rest[digits+1:], ":") {
		return w, false
	}
	_, err := hex.Decode(w[:], []byte(rest[:digits]))
	return w, err == nil
}

// convert drafts what becomes of the points at the generation: all that the closed epochs gave.
func (f *Fold) convert(ctx context.Context, j *Job, s Store) (ledger.Draft, error) {
	var held []rewards.PointsHeld
	err := s.Balances(ctx, "holders:", func(p ledger.Place, b money.Balance) error {
		w, ok := holderOf(p.Account)
		if !ok || p.Asset != f.program.Points.Asset || p.Account != ledger.Holding(w, p.Asset) {
			return nil
		}
		amount, err := b.Held()
		if err == nil && !amount.IsZero() {
			held = append(held, rewards.PointsHeld{Wallet: w, Amount: amount})
		}
		return err
	})
	if err != nil {
		return ledger.Draft{}, err
	}
	return rewards.Convert(f.program, f.generation(), rewards.Block{Number: j.Block, Hash: ledger.Hash(j.Hash)}, held)
}
