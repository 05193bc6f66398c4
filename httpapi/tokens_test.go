package httpapi_test

import (
	"math/big"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/sale"
	"github.com/nodeledger/nodeledger/wire"
)

// What the curve promises for an instant is what the books have when they get there.
func TestTheCurveComesTrue(t *testing.T) {
	t.Parallel()
	e, c := samplebooks.Rewarded(t)
	s := serve(t, e, 0)
	wallets := []ledger.Wallet{samplebooks.Person(10), samplebooks.Person(11), samplebooks.Person(250)}
	promised := map[ledger.Wallet]wire.Tokens{}
	for _, w := range wallets {
		var got wire.Tokens
		s.get("/api/v1/holders/"+w.String()+"/tokens", &got)
		promised[w] = got
		first, last := got.Curve[0], got.Curve[len(got.Curve)-1]
		if first.Locked != *got.Locked || first.Available != *got.Available || last.Locked.Amount != "0" || len(got.Curve) < 3 {
			t.Errorf("%s: from %+v to %+v in %d steps", w, first, last, len(got.Curve))
		}
		whole := sum(t, *got.Locked, *got.Available)
		for i, step := range got.Curve {
			if sum(t, step.Locked, step.Available).Cmp(whole) != 0 || i > 0 &&
				(step.At <= got.Curve[i-1].At || sum(t, step.Locked).Cmp(sum(t, got.Curve[i-1].Locked)) >= 0) {
				t.Errorf("%s: %+v does not follow", w, step)
			}
		}
	}
	if g := promised[samplebooks.Person(250)].Grants; len(g) != 2 || g[0].Name != "seed" || g[0].Released.Display != "15.5 GPU" ||
		g[0].Locked.Amount != "0" || g[1].Released.Amount != "0" ||
		g[1].CliffEnd != "2024-05-14T12:00:00Z" || g[1].Vested.Amount != "0" {
		t.Errorf("grants %+v", g)
	}
	for _, tranche := range promised[samplebooks.Person(10)].Tranches {
		if tranche.Job != rewards.TokenJob || tranche.Slot < "2024-04-19" {
			t.Errorf("tranche %+v", tranche)
		}
	}
	// A week and a month later, what came meanwhile left aside.
	token := e.Program().Token.Asset
	for _, later := range []int{25, 29, 60} {
		c.Until(samplebooks.Day(later))
		samplebooks.Settle(t, e)
		for _, w := range wallets {
			was := promised[w]
			now := c.Blocks[c.Final].Header.Time
			var step wire.CurveStep
			for _, at := range was.Curve {
				if when, err := time.Parse(time.RFC3339, at.At); err == nil && when.Unix() <= int64(now) {
					step = at
				}
			}
			freed := new(big.Int).Sub(sum(t, *was.Locked), sum(t, step.Locked))
			came := new(big.Int) // into available, of what was locked before
			account := ledger.HolderToken(w, token, ledger.Available)
			list, _, err := e.History().Entries(t.Context(), account, "", 10_000)
			check(t, err)
			slots := map[string]bool{}
			for _, tranche := range was.Tranches {
				slots[tranche.UnlocksAt] = true
			}
			for _, entry := range list {
				vested := entry.Kind == rewards.VestKind && entry.Effective.After(samplebooks.Day(22))
				if entry.Posting.To == account && (vested || entry.Kind == rewards.UnlockKind && slots[entry.Effective.Format(time.RFC3339)]) {
					came.Add(came, entry.Posting.Amount.Big())
				}
			}
			// A grant that vests by the second is moved each midnight; the curve has the beginnings of months.
			if c := freed.Cmp(came); c != 0 && (w != samplebooks.Person(10) || c > 0) {
				t.Errorf("%s on %s: %s were promised to be free, %s are", w, samplebooks.Day(later), freed, came)
			}
		}
	}
}

// What a wallet took part in is found without reading the large transactions, and is what the journal says.
func TestSourcesThatFollow(t *testing.T) {
	t.Parallel()
	e := paidUp(t)
	s := serve(t, e, 0)
	kinds := map[ledger.Kind]int{}
	transactions := map[uint64]ledger.Transaction{}
	for tx, err := range e.History().Transactions(t.Context(), 1) {
		check(t, err)
		transactions[tx.Sequence] = *tx
	}
	for _, w := range []ledger.Wallet{samplebooks.Person(1), samplebooks.Person(10), samplebooks.Person(11), samplebooks.Person(250)} {
		var st wire.Statement
		s.get("/api/v1/holders/"+w.String()+"/statement", &st)
		for _, a := range st.Accounts {
			for _, line := range a.Entries {
				tx := transactions[line.Sequence]
				want := wire.Link{Origin: string(tx.Source.Origin)}
				switch tx.Source.Origin {
				case ledger.FromChain:
					want.Chain, want.Block, want.TxHash, want.LogIndex = tx.Source.Chain, tx.Source.BlockNumber, tx.Source.TxHash.String(),
						line.Source.LogIndex
					if line.Source.LogIndex == nil || *line.Source.LogIndex != tx.Source.LogIndex {
						t.Errorf("transaction %d has another log", line.Sequence)
					}
				case ledger.FromJob:
					want.Job, want.Slot = tx.Source.Name, tx.Source.Reference
				default:
					want.Operator, want.Reference = tx.Source.Name, tx.Source.Reference
				}
				if line.Source != want {
					t.Errorf("transaction %d of kind %s comes from %+v, not from %+v", line.Sequence, tx.Kind, want, line.Source)
				}
				kinds[tx.Kind]++
			}
		}
	}
	for _, k := range []ledger.Kind{
		rewards.PointsKind, rewards.TokenKind, rewards.DropKind, rewards.ConversionKind, rewards.UnlockKind, rewards.GrantKind,
		rewards.VestKind, rewards.ReleaseKind,
		rewards.RebateKind, rewards.MonthKind, sale.PurchaseKind, sale.WithdrawalKind,
	} {
		if kinds[k] == 0 {
			t.Errorf("no entry of kind %s: %v", k, kinds)
		}
	}
}
