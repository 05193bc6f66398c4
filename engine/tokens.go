package engine

import (
	"context"
	"slices"
	"time"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/rewards"
)

// Tokens is what a wallet has of the program's points and token, by stage.
type Tokens struct {
	Points                        money.Amount // zero Amount where the program has none
	PointsStaked, PointsUnbonding money.Amount
	Locked, Available, Released   money.Amount // the same of the token
	Staked, Unbonding             money.Amount
	Deposited                     money.Amount // staked on contracts of the chain, which hold them; in none of the others
	// Tranches are the rewards of single epochs that are still locked, the first to be unlocked first. What is locked
	// beyond their sum is of grants.
	Tranches []rewards.Tranche
}

// entryPage is how many entries of an account are read at once.
const entryPage = 500

// TokensOf reads what a wallet has. When a tranche unlocks follows from the end of its epoch and the program's lock.
func (e *Engine) TokensOf(ctx context.Context, w ledger.Wallet) (t Tokens, err error) {
	held := func(account ledger.Account, asset money.Asset) (money.Amount, error) {
		b, err := fold.BalanceNow(ctx, e.reads, ledger.Place{Account: account, Asset: asset})
		if err != nil {
			return money.Zero(asset), err
		}
		return b.Held()
	}
	if p := e.Program().Points; p != nil {
		for account, into := range map[ledger.Account]*money.Amount{
			ledger.Holding(w, p.Asset):                       &t.Points,
			ledger.HolderToken(w, p.Asset, ledger.Staked):    &t.PointsStaked,
			ledger.HolderToken(w, p.Asset, ledger.Unbonding): &t.PointsUnbonding,
		} {
			if *into, err = held(account, p.Asset); err != nil {
				return t, err
			}
		}
	}
	token := e.Program().Token
	if token == nil {
		return t, nil
	}
	for _, s := range []struct {
		stage ledger.TokenStage
		into  *money.Amount
	}{{ledger.Locked, &t.Locked}, {ledger.Available, &t.Available}, {ledger.Released, &t.Released}, {ledger.Staked, &t.Staked},
		{ledger.Unbonding, &t.Unbonding}, {ledger.Deposited, &t.Deposited}} {
		if *s.into, err = held(ledger.HolderToken(w, token.Asset, s.stage), token.Asset); err != nil {
			return t, err
		}
	}
	var now time.Time
	e.View(func(f *fold.Fold, _ State) { now = f.Final().When() })
	account := ledger.HolderToken(w, token.Asset, ledger.Locked)
	for after := ""; ; {
		entries, next, err := e.reads.Entries(ctx, account, after, entryPage)
		if err != nil {
			return t, err
		}
		for _, entry := range entries {
			if entry.Posting.To != account {
				continue
			}
			tranche, ok := rewards.TrancheOf(e.Program(), entry.Kind, entry.Effective, entry.Posting.Amount)
			if ok && tranche.UnlocksAt.After(now) {
				t.Tranches = append(t.Tranches, tranche)
			}
		}
		if after = next; next == "" || len(entries) == 0 {
			slices.SortStableFunc(t.Tranches, func(a, b rewards.Tranche) int { return a.UnlocksAt.Compare(b.UnlocksAt) })
			return t, nil
		}
	}
}

// RecordPointsSold records points that somebody bought.
func (e *Engine) RecordPointsSold(ctx context.Context, by By, reference string, sale fold.PointsSoldBody) (Receipt, error) {
	sale.At = sale.At.UTC()
	return e.record(ctx, by, fold.PointsSold, reference, sale)
}

// RecordPointsSpent records points that somebody spent: they are burnt.
func (e *Engine) RecordPointsSpent(ctx context.Context, by By, reference string, spent fold.PointsSpentBody) (Receipt, error) {
	spent.At = spent.At.UTC()
	return e.record(ctx, by, fold.PointsSpent, reference, spent)
}

// RecordStake records that a holder stakes what they have.
func (e *Engine) RecordStake(ctx context.Context, by By, reference string, stake fold.StakeBody) (Receipt, error) {
	stake.At = stake.At.UTC()
	return e.record(ctx, by, fold.Stake, reference, stake)
}

// RecordUnstake records that a holder stakes something no longer.
func (e *Engine) RecordUnstake(ctx context.Context, by By, reference string, stake fold.StakeBody) (Receipt, error) {
	stake.At = stake.At.UTC()
	return e.record(ctx, by, fold.Unstake, reference, stake)
}

// ReverseMove takes back points that were sold or spent, or a stake, that were recorded by mistake under a reference, and says why.
func (e *Engine) ReverseMove(ctx context.Context, by By, reverses, reason string) (Receipt, error) {
	return e.record(ctx, by, fold.MoveReversal, "", fold.MoveReversalBody{Reverses: reverses, Reason: reason})
}
