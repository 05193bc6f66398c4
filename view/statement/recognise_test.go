package statement_test

import (
	"context"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/period"
	"github.com/nodeledger/nodeledger/view/statement"
)

var somebody = samplebooks.Person(10)

// noon is the middle of a day of April 2024, end its last second.
func noon(day int) time.Time { return samplebooks.Day(day).Add(12 * time.Hour) }
func end(day int) time.Time  { return samplebooks.Day(day + 1).Add(-time.Second) }

// lockedUp are books in which somebody earns points, tokens that are locked for two days and a TGE airdrop, and has a grant. The
// points become tokens that are locked too.
func lockedUp(t *testing.T) *engine.Engine {
	t.Helper()
	e, _ := samplebooks.Made(t)
	points, token := e.Program().Points.Asset, e.Program().Token.Asset
	mine, from, of := ledger.Holding(somebody, points), ledger.Issuance(points), ledger.Issuance(token)
	locked, available := ledger.HolderToken(somebody, token, ledger.Locked), ledger.HolderToken(somebody, token, ledger.Available)
	whole := func(asset money.Asset, n uint64) money.Amount {
		a, err := money.ParseUnits(asset, fmt.Sprintf("%d000000000000000000", n))
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	entry := func(kind ledger.Kind, source ledger.Source, at time.Time, postings ...ledger.Posting) ledger.Draft {
		return ledger.Draft{Kind: kind, Effective: at, Booked: samplebooks.Day(30), Source: source, Postings: postings}
	}
	move := func(from, to ledger.Account, asset money.Asset, n uint64) ledger.Posting {
		return ledger.Posting{From: from, To: to, Amount: whole(asset, n)}
	}
	tge := "2024-04-19T12:00:00Z"
	vest := entry(rewards.VestKind, rewards.VestSource("seed", noon(21)), noon(21), move(locked, available, token, 10))
	vest.Meta = ledger.Meta{"grant": "seed"}
	grant := entry(rewards.GrantKind, ledger.OperatorSource("ann", "seed"), noon(20), move(of, locked, token, 1000))
	grant.Meta = ledger.Meta{"grant": "seed"}
	samplebooks.Book(t, e,
		entry(rewards.PointsKind, ledger.JobSource(rewards.PointsJob, "2024-04-14"), end(14), move(from, mine, points, 30)),
		entry(rewards.PointsKind, ledger.JobSource(rewards.PointsJob, "2024-04-15"), end(15), move(from, mine, points, 12)),
		entry(rewards.ConversionKind, ledger.JobSource(rewards.ConversionJob, tge), noon(19), move(mine, from, points, 42),
			move(of, locked, token, 42)),
		entry(rewards.DropKind, ledger.JobSource(rewards.DropJob, tge), noon(19), move(of, available, token, 100)),
		entry(rewards.TokenKind, ledger.JobSource(rewards.TokenJob, "2024-04-19"), end(19), move(of, locked, token, 7)),
		grant,
		entry(rewards.TokenKind, ledger.JobSource(rewards.TokenJob, "2024-04-20"), end(20), move(of, locked, token, 5)),
		vest,
		entry(rewards.UnlockKind, ledger.JobSource(rewards.UnlockJob, tge), noon(21), move(locked, available, token, 42)),
		entry(rewards.UnlockKind, ledger.JobSource(rewards.UnlockJob, "2024-04-19"), samplebooks.Day(22), move(locked, available, token, 7)),
	)
	return e
}

// ofSomebody is a statement of somebody's.
func ofSomebody(t *testing.T, e *engine.Engine, r statement.Request) statement.Period {
	t.Helper()
	r.Wallet = somebody
	st, err := statement.OfPeriod(context.Background(), e, view.NewSources(e, period.NewEpochs(e).UnlockedAt), r)
	if err != nil {
		t.Fatal(err)
	}
	return st
}

// said is what a statement counts, and what it does not count yet.
func said(st *statement.Period) string {
	var list []string
	for _, x := range st.Totals {
		list = append(list, fmt.Sprintf("%s %s %s in %d worth %s", x.Nature, statement.WholeUnits(x.Asset, x.Amount), x.Asset, x.Lines, x.Value))
	}
	for _, x := range st.Unrecognised {
		list = append(list, fmt.Sprintf("later %s %s in %d", statement.WholeUnits(x.Asset, x.Amount), x.Asset, x.Lines))
	}
	return strings.Join(list, "; ")
}

// TestRecognition has the numbers of the books above by hand. A price of a day is 1 for a point, and for a token the day less 17.
//
//	               14.4.  15.4.  19.4. 12:00            19.4.  20.4.     21.4. 12:00        22.4. 0:00
//	points         +30    +12    -42
//	tokens, locked               +42                    +7     +5 +1000  -42 -10            -7
//	tokens, free                      +100 airdrop                       +42 +10            +7
//	at accrual     30x1   12x1        100x2             7x2    5x3
//	at unlock                         100x2                              42x4               7x5
func TestRecognition(t *testing.T) {
	t.Parallel()
	e := lockedUp(t)
	prices := func(asset string, day time.Time) (string, bool) {
		if asset == "GPOINT" {
			return "1", true
		}
		return fmt.Sprint(day.Day() - 17), asset == "GPU"
	}
	for _, c := range []struct {
		from, to  time.Time
		recognise statement.Recognition
		want      string
	}{
		{recognise: statement.AtAccrual, want: "income 42 GPOINT in 2 worth 42; income 112 GPU in 3 worth 229"},
		{want: "income 42 GPOINT in 2 worth 42; income 112 GPU in 3 worth 229"},
		{recognise: statement.AtUnlock, want: "income 149 GPU in 3 worth 403; later 5 GPU in 1"},
		{to: samplebooks.Day(15), recognise: statement.AtUnlock, want: "later 30 GPOINT in 1"},
		{to: noon(19), recognise: statement.AtUnlock, want: "later 42 GPOINT in 2"},
		{to: samplebooks.Day(20), recognise: statement.AtUnlock, want: "income 100 GPU in 1 worth 200; later 49 GPU in 2"},
		{from: samplebooks.Day(20), to: noon(21), recognise: statement.AtUnlock, want: "later 54 GPU in 3"},
		{from: samplebooks.Day(21), to: samplebooks.Day(22), recognise: statement.AtUnlock,
			want: "income 42 GPU in 1 worth 168; later 12 GPU in 2"},
		{from: samplebooks.Day(22), recognise: statement.AtUnlock, want: "income 7 GPU in 1 worth 35; later 5 GPU in 1"},
		{from: samplebooks.Day(20), recognise: statement.AtAccrual, want: "income 5 GPU in 1 worth 15"},
	} {
		st := ofSomebody(t, e, statement.Request{From: c.from, To: c.to, Prices: prices, Recognise: c.recognise})
		if got := said(&st); got != c.want {
			t.Errorf("from %s to %s, %s: %s, want %s", c.from, c.to, c.recognise, got, c.want)
		}
		if want := statement.AtAccrual; c.recognise == "" && st.Recognise != want || c.recognise != "" && st.Recognise != c.recognise {
			t.Errorf("it says %q, want %q", st.Recognise, c.recognise)
		}
	}
}

// TestWhyALockEnded: the lock of converted points is that of no epoch.
func TestWhyALockEnded(t *testing.T) {
	t.Parallel()
	st := ofSomebody(t, lockedUp(t), statement.Request{})
	var why []string
	for _, a := range st.Accounts {
		for _, l := range a.Lines {
			if err := l.Reason.Check(); err != nil {
				t.Error(err)
			}
			if l.Kind == rewards.UnlockKind && l.Amount.Sign() > 0 {
				why = append(why, l.Reason.English())
			}
		}
	}
	want := []string{"the lock of the tokens that points became ended", "the lock of the tokens of the epoch 2024-04-19 ended"}
	if !slices.Equal(why, want) {
		t.Errorf("%q, want %q", why, want)
	}
}

func TestParseRecognition(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]statement.Recognition{
		"": statement.AtAccrual, "accrual": statement.AtAccrual, "unlock": statement.AtUnlock,
	} {
		if got, err := statement.ParseRecognition(text); got != want || err != nil {
			t.Errorf("%q is %q, %v", text, got, err)
		}
		if want.Sentence().Check() != nil {
			t.Errorf("nobody says when income counts at %s", want)
		}
	}
	for _, text := range []string{"Unlock", "cash", " "} {
		if got, err := statement.ParseRecognition(text); err == nil {
			t.Errorf("%q is %q", text, got)
		}
	}
}

// TestTaxEntries: the same books for a tax program. Tokens that points became are received at the conversion or when its lock ends, so
// that both recognitions have the same quantity; points are no coin, and what a grant is nobody knows.
func TestTaxEntries(t *testing.T) {
	t.Parallel()
	e := lockedUp(t)
	for at, want := range map[statement.Recognition]string{
		statement.AtAccrual: "19 12:00 reward 42; 19 12:00 airdrop 100; 19 23:59 reward 7; 20 23:59 reward 5; " +
			"points=2, nodes=0, grants=1, locked=0",
		statement.AtUnlock: "19 12:00 airdrop 100; 21 12:00 reward 42; 22 00:00 reward 7; points=2, nodes=0, grants=1, locked=1",
	} {
		st := ofSomebody(t, e, statement.Request{Recognise: at})
		entries, left, err := st.TaxEntries()
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, x := range entries {
			got += fmt.Sprintf("%s %s %s; ", x.When.Format("2 15:04"), kinds[x.Kind], strings.TrimSuffix(x.Amount.String(), " GPU"))
		}
		if got += left.String(); got != want {
			t.Errorf("%s: %s, want %s", at, got, want)
		}
	}
}

// sums adds up amounts by asset.
type sums map[string]*big.Int

func (s sums) add(asset money.Asset, n *big.Int) {
	if s[asset.Symbol()] == nil {
		s[asset.Symbol()] = new(big.Int)
	}
	s[asset.Symbol()].Add(s[asset.Symbol()], n)
}

// equal says that two sums have the same of each asset; nothing of an asset is the same as zero.
func (s sums) equal(other sums) bool {
	for asset := range s {
		if other[asset] == nil {
			other.add(money.MustAsset(asset, 0), new(big.Int))
		}
	}
	for asset, n := range other {
		if s[asset] == nil && n.Sign() != 0 || s[asset] != nil && s[asset].Cmp(n) != 0 {
			return false
		}
	}
	return true
}

// TestRecognitionInCSV: the file says when rewards were income, and what is income later.
func TestRecognitionInCSV(t *testing.T) {
	t.Parallel()
	e := lockedUp(t)
	for at, want := range map[statement.Recognition][]string{
		statement.AtAccrual: {"recognition,,rewards are income when they are earned,,,,,,accrual,"},
		statement.AtUnlock: {
			`recognition,,"tokens are income when they can be claimed, and points as the tokens that they become",,,,,,unlock,`,
			`unrecognised,,"earned, and income later",GPU,18,2024-04-22T00:00:00Z,,2,,,,,12000000000000000000,12,,`,
		},
	} {
		st := ofSomebody(t, e, statement.Request{To: samplebooks.Day(22), Recognise: at})
		var out strings.Builder
		if err := st.WriteCSV(&out); err != nil {
			t.Fatal(err)
		}
		for _, row := range want {
			if !strings.Contains(out.String(), "\n"+row) {
				t.Errorf("%s has no row %s:\n%s", at, row, out.String())
			}
		}
		if n := strings.Count(out.String(), "\nunrecognised,"); n != len(want)-1 {
			t.Errorf("%s has %d rows of what is income later", at, n)
		}
	}
}
