package rewards

import (
	"fmt"
	"strconv"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// Draft is the epoch as one transaction, in effect in its last second (a drop: at its instant), from the slot of its job. file
// is the hash of the file that WriteFile wrote.
//
//	register:gpoint:issuance             -> register:gpoint:pool:points:carry   what the epoch issues
//	register:gpoint:pool:points:carry    -> register:gpoint:pool:<name>:carry   each pool's part
//	register:gpoint:pool:<name>:carry    -> register:gpoint:<w>                 each holder's share, one posting a holder and pool
//
// so that after it the pool's account holds exactly its carry. A token's epoch takes from the buckets of its series of emissions,
// register:gpu:bucket:<of>, by way of register:gpu:pool:emission:carry, into register:gpu:<w>:locked, or :available when nothing is locked.
// A drop has one pool, which takes from the bucket itself. An epoch that moves nothing is a transaction without postings, so that it can
// be seen.
func (r *Result) Draft(file ledger.Hash) (ledger.Draft, error) {
	d := ledger.Draft{
		Kind: r.Kind, Program: r.Program, Rule: r.Rule, Effective: r.effective(), Booked: r.End, Source: ledger.JobSource(r.job, r.Slot),
		Meta: ledger.Meta{
			"start": r.Start.Format(time.RFC3339), "end": r.End.Format(time.RFC3339),
			"block": strconv.FormatUint(r.Block.Number, 10), "block_hash": r.Block.Hash.String(), "file": file.String(),
		},
	}
	if r.Budget.ZeroReason != 0 {
		d.Meta["nothing"] = r.Budget.ZeroReason.String()
	}
	if r.Locked {
		d.Meta[unlocksAt] = r.UnlocksAt.Format(time.RFC3339)
	}
	count := len(r.Series) + len(r.Pools)
	for i := range r.Pools {
		for j := range r.Pools[i].shares {
			if !r.Pools[i].shares[j].IsZero() {
				count++
			}
		}
	}
	d.Postings = make([]ledger.Posting, 0, count)
	move := func(from, to ledger.Account, a money.Amount) {
		if !a.IsZero() {
			d.Postings = append(d.Postings, ledger.Posting{From: from, To: to, Amount: a})
		}
	}
	accounts := make([]ledger.Account, len(r.Pools))
	for i := range r.Pools {
		var err error
		if accounts[i], err = ledger.PoolCarry(r.Asset, r.Pools[i].Name); err != nil {
			return d, err
		}
	}
	day, isSplit := map[ledger.Kind]string{PointsKind: PointsDay, TokenKind: Emission}[r.Kind]
	if !isSplit {
		day = r.Pools[0].Name
	}
	over, err := ledger.PoolCarry(r.Asset, day)
	if err != nil {
		return d, err
	}
	for i := range r.Series {
		from, err := r.takenFrom(&r.Series[i])
		if err != nil {
			return d, err
		}
		move(from, over, r.Series[i].Issued)
	}
	for i := range r.Pools {
		if isSplit {
			move(over, accounts[i], r.Pools[i].Amount)
		}
	}
	r.moveShares(accounts, move)
	if len(d.Postings) > ledger.MaxPostings {
		return d, fmt.Errorf("epoch %s has %d postings, more than one transaction holds", r.Slot, len(d.Postings))
	}
	return d, nil
}

// moveShares moves what each holder gets out of the accounts of the pools.
func (r *Result) moveShares(pools []ledger.Account, move func(from, to ledger.Account, a money.Amount)) {
	holders := make([]ledger.Account, len(r.Holders)) // a holder's account is made once for all pools
	for i := range r.Pools {
		for j := range r.Pools[i].shares {
			if r.Pools[i].shares[j].IsZero() {
				continue
			}
			if holders[j] == (ledger.Account{}) {
				holders[j] = r.account(r.Holders[j].Wallet)
			}
			move(pools[i], holders[j], r.Pools[i].shares[j])
		}
	}
}

// takenFrom is where what a series issues comes from: points from nowhere, tokens from a bucket of the allocation.
func (r *Result) takenFrom(s *DaySeries) (ledger.Account, error) {
	if r.Kind == PointsKind {
		return ledger.Issuance(r.Asset), nil
	}
	return ledger.Bucket(r.Asset, s.Of)
}

// LastSecond is the last second before an instant: what a period earned is in effect in the period's last second.
func LastSecond(end time.Time) time.Time { return end.Add(-time.Second) }

// effective is when the result is in effect.
func (r *Result) effective() time.Time {
	if r.Start.Equal(r.End) {
		return r.End
	}
	return LastSecond(r.End)
}

func (r *Result) account(w ledger.Wallet) ledger.Account {
	switch {
	case r.Kind == PointsKind:
		return ledger.Holding(w, r.Asset)
	case r.Locked:
		return ledger.HolderToken(w, r.Asset, ledger.Locked)
	default:
		return ledger.HolderToken(w, r.Asset, ledger.Available)
	}
}
