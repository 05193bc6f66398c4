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
	Points                      money.Amount // zero Amount where the program has none
	Locked, Available, Released money.Amount // the same of the token
	// Tranches are the rewards of single epochs that are still locked, the first to be unlocked first. What is locked
	// beyond their sum is of grants.
	Tranches []rewards.Tranche
}

// tranchePage is how many entries of an account are read at once.
const tranchePage = 500

// TokensOf reads what a wallet has. When a tranche unlocks follows from the end of its epoch and the program's lock.
func (e *Engine) TokensOf(ctx context.Context, w ledger.Wallet) (t Tokens, err error) {
	held := func(account ledger.Account, asset money.Asset) (a money.Amount, err error) {
		a = money.Zero(asset)
		err = e.store.Balances(ctx, account.Prefix(), func(p ledger.Place, b money.Balance) (err error) {
			if p.Account == account && p.Asset == asset {
				a, err = b.Held()
			}
			return err
		})
		return a, err
	}
	if p := e.program.Points; p != nil {
		if t.Points, err = held(ledger.Holding(w, p.Asset), p.Asset); err != nil {
			return t, err
		}
	}
	token := e.program.Token
	if token == nil {
		return t, nil
	}
	for _, s := range []struct {
		stage ledger.TokenStage
		into  *money.Amount
	}{{ledger.Locked, &t.Locked}, {ledger.Available, &t.Available}, {ledger.Released, &t.Released}} {
		if *s.into, err = held(ledger.HolderToken(w, token.Asset, s.stage), token.Asset); err != nil {
			return t, err
		}
	}
	var now time.Time
	e.View(func(_ *fold.Fold, s State) { now = s.Cursor.Final.When() })
	account := ledger.HolderToken(w, token.Asset, ledger.Locked)
	for after := ""; ; {
		entries, next, err := e.store.Entries(ctx, account, after, tranchePage)
		if err != nil {
			return t, err
		}
		for _, entry := range entries {
			if entry.Posting.To != account {
				continue
			}
			tranche := rewards.Tranche{Amount: entry.Posting.Amount}
			switch entry.Kind {
			case rewards.TokenKind:
				tranche.Slot, tranche.UnlocksAt = entry.Effective.Add(-24*time.Hour).Format(time.DateOnly), token.Lock.After(entry.Effective)
			case rewards.ConversionKind:
				tranche.Slot, tranche.UnlocksAt = entry.Effective.Format(time.RFC3339), e.program.Points.AtTGE.Lock.After(entry.Effective)
			default:
				continue
			}
			if tranche.UnlocksAt.After(now) {
				t.Tranches = append(t.Tranches, tranche)
			}
		}
		if after = next; next == "" || len(entries) == 0 {
			slices.SortStableFunc(t.Tranches, func(a, b rewards.Tranche) int { return a.UnlocksAt.Compare(b.UnlocksAt) })
			return t, nil
		}
	}
}
