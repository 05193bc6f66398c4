package store

import (
	"context"
	"crypto/sha256"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/internal/pgtest"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

// databases are how a test gets the address of new and empty books, by database.
var databases = []struct {
	name string
	make func(testing.TB) string
}{
	{"sqlite", func(t testing.TB) string { return filepath.Join(t.TempDir(), "books #1 100%.db") }},
	{"postgres", pgtest.URL},
}

// onBoth runs a test on either database.
func onBoth(t *testing.T, test func(t *testing.T, dsn string)) {
	for _, d := range databases {
		t.Run(d.name, func(t *testing.T) { test(t, d.make(t)) })
	}
}

var identity = engine.Identity{Program: "gpunet", Chain: 1, Contract: common.HexToAddress("0x5678"), Start: 19_000_000}

// open connects to books and opens them for the tests' identity.
func open(t testing.TB, dsn string) *Store {
	t.Helper()
	s, err := Connect(context.Background(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	if err := s.Open(context.Background(), identity); err != nil {
		t.Fatal(err)
	}
	if d, ok := s.dialect.(*pgDialect); ok {
		if _, measures := t.(*testing.B); !measures {
			d.postings.Limit = 1 // whatever is tested finds the postings in many parts
		}
	}
	return s
}

var (
	eth   = money.MustAsset("ETH", 18)
	usdt  = money.MustAsset("USDT", 6)
	point = money.MustAsset("GPOINT", 18)
)

// treasury is a wallet of the project.
var treasury = ledger.WalletFunds(ledger.Wallet{0xee})

func wallet(n int) (w ledger.Wallet) {
	copy(w[:], fmt.Sprintf("wallet %13d", n))
	return w
}

// hashOf is spread over all hashes, as those of a chain are.
func hashOf(n int, kind string) ledger.Hash {
	return sha256.Sum256([]byte(fmt.Sprintf("%s %d", kind, n)))
}

// noon is the middle of a day that is some days after the tests' first.
func noon(day int) time.Time { return time.Date(2024, 4, 1+day, 12, 0, 0, 0, time.UTC) }

// purchase is the draft of the n-th purchase: buyer n pays n+1 wei, of which one goes to referrer n mod 7.
func purchase(n int, at time.Time) ledger.Draft {
	return ledger.Draft{
		Kind: "purchase", Program: "gpunet", Rule: "1", Effective: at, Booked: at,
		Source: ledger.LogSource(1, uint64(19_000_000+n/10), hashOf(n/10, "block"), hashOf(n, "tx"), uint32(n%300), "purchase", 0),
		Meta:   ledger.Meta{"code": "ALPHA \"<&>\\ é", "quantity": fmt.Sprint(n%7 + 1)},
		Postings: []ledger.Posting{
			{From: ledger.SaleIncome(wallet(n)), To: treasury, Amount: money.Units(eth, uint64(n)+2)},
			{From: ledger.Referral(wallet(n%7), ledger.ReferralPending), To: ledger.ReferralExpense(wallet(n % 7)), Amount: money.Units(eth, 1)},
			{From: ledger.Issuance(point), To: ledger.Holding(wallet(n), point), Amount: money.Units(point, 3)},
		},
	}
}

func purchases(first, n int, at time.Time) []ledger.Draft {
	drafts := make([]ledger.Draft, n)
	for i := range drafts {
		drafts[i] = purchase(first+i, at)
	}
	return drafts
}

// book commits drafts to the books as they are.
func book(s *Store, drafts ...ledger.Draft) (ledger.Head, error) {
	return commit(s, engine.Commit{Drafts: drafts})
}

// commit commits to the books as they are.
func commit(s *Store, c engine.Commit) (ledger.Head, error) {
	state, err := s.State(context.Background())
	if err != nil {
		return ledger.Head{}, err
	}
	c.Seen = state.Position
	return s.Commit(context.Background(), c)
}

// taken is an input that comes before the drafts of its commit.
func taken(kind fold.InputKind, payload string) engine.Taken {
	return engine.Taken{Input: fold.Input{Kind: kind, Payload: []byte(payload)}}
}

func to(c engine.Cursor) *engine.Cursor { return &c }

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// verified is what Verify finds; the test ends when it finds a difference.
func verified(t testing.TB, s *Store) engine.Verification {
	t.Helper()
	v, err := s.Verify(context.Background())
	must(t, err)
	return v
}
