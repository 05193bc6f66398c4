package rewards_test

import (
	"io"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/sentence"
)

var (
	gpoint = money.MustAsset("GPOINT", 18)
	gpu    = money.MustAsset("GPU", 18)
)

func wholeUnits(asset money.Asset, n uint64) money.Amount {
	unit, err := money.Parse(asset, "1")
	if err != nil {
		panic(err)
	}
	a, err := unit.Mul(n)
	if err != nil {
		panic(err)
	}
	return a
}

func amount(t testing.TB, asset money.Asset, text string) money.Amount {
	t.Helper()
	a, err := money.Parse(asset, text)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func ratio(t testing.TB, text string) money.Ratio {
	t.Helper()
	r, err := money.ParseRatio(text)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func at(t testing.TB, text string) time.Time {
	t.Helper()
	when, err := time.Parse(time.RFC3339, text)
	if err != nil {
		t.Fatal(err)
	}
	return when.UTC()
}

func epochOf(day string) rewards.Epoch {
	when, err := time.Parse(time.DateOnly, day)
	if err != nil {
		panic(err)
	}
	return rewards.Epoch{Day: when, Opening: 20_000_000, Snapshot: rewards.Block{Number: 20_007_199, Hash: ledger.Hash{0xab, 31: 0xcd}}}
}

func load(t testing.TB, name string) *program.Program {
	t.Helper()
	p, err := program.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// edited is a preset whose file has some words replaced, in pairs; each must be there.
func edited(t testing.TB, name string, pairs ...string) *program.Program {
	t.Helper()
	bare := *load(t, name)
	bare.Sources, bare.Valuations = nil, nil // they decide no number, and name settings that are edited
	src := string(canonical.Text(&bare))
	for i := 0; i < len(pairs); i += 2 {
		if !strings.Contains(src, pairs[i]) {
			t.Fatalf("the program has no %s in\n%s", pairs[i], src)
		}
		src = strings.ReplaceAll(src, pairs[i], pairs[i+1])
	}
	p, err := program.Read(name, []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func generated(t testing.TB, name, tge string) (*program.Program, *rewards.Curve) {
	t.Helper()
	p := load(t, name)
	curve, err := rewards.NewCurve(p.Token, at(t, tge))
	if err != nil {
		t.Fatal(err)
	}
	return p, curve
}

func wallet(n byte) ledger.Wallet { return ledger.Wallet{19: n} }

func nodes(counts ...uint64) []rewards.Holder {
	list := make([]rewards.Holder, len(counts))
	for i, n := range counts {
		list[i] = rewards.Holder{Wallet: wallet(byte(i + 1)), Nodes: n}
	}
	return list
}

func closePoints(t testing.TB, p *program.Program, in rewards.PointsInput) *rewards.Result {
	t.Helper()
	r, err := rewards.ClosePoints(p, in)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// draft writes the epoch's file away and drafts its transaction.
func draft(t testing.TB, r *rewards.Result) ledger.Draft {
	t.Helper()
	file, err := r.WriteFile(io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	d, err := r.Draft(file)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// book is a small set of books: it seals drafts and keeps balances, refusing what the ledger refuses.
type book struct {
	t    testing.TB
	head ledger.Head
	now  *ledger.Balances
}

func newBook(t testing.TB) *book { return &book{t: t, now: ledger.NewBalances()} }

func (b *book) post(d ledger.Draft) {
	b.t.Helper()
	tx, _, head, err := b.head.Seal(d)
	if err != nil {
		b.t.Fatal(err)
	}
	if err := b.now.Apply(&tx); err != nil {
		b.t.Fatal(err)
	}
	b.head = head
}

// allocate puts the supply of a program's token into its buckets.
func (b *book) allocate(p *program.Program) {
	b.t.Helper()
	d, err := rewards.Allocate(p, rewards.Booking{Program: p.Name, Rule: "1", At: time.Unix(1_600_000_000, 0).UTC()})
	if err != nil {
		b.t.Fatal(err)
	}
	b.post(d)
}

// net is the balance of an account in base units.
func (b *book) net(a ledger.Account, asset money.Asset) money.Amount {
	b.t.Helper()
	balance, ok := b.now.Now[ledger.Place{Account: a, Asset: asset}]
	if !ok {
		return money.Zero(asset)
	}
	held, err := balance.Held()
	if err != nil {
		b.t.Fatal(err)
	}
	return held
}

// fill puts an amount of a token into one bucket.
func (b *book) fill(bucket string, a money.Amount) {
	b.t.Helper()
	to, err := ledger.Bucket(a.Asset(), bucket)
	if err != nil {
		b.t.Fatal(err)
	}
	when := time.Unix(1_600_000_000, 0).UTC()
	b.post(ledger.Draft{
		Kind: rewards.AllocationKind, Program: "gpunet", Rule: "1", Effective: when, Booked: when,
		Source:   ledger.JobSource(rewards.AllocationJob, rewards.AllocationSlot),
		Postings: []ledger.Posting{{From: ledger.Issuance(a.Asset()), To: to, Amount: a}},
	})
}

// issued is what left an asset's issuance and buckets and did not come back.
func (b *book) issued(asset money.Asset) money.Amount {
	b.t.Helper()
	balance, ok := b.now.Now[ledger.Place{Account: ledger.Issuance(asset), Asset: asset}]
	if !ok {
		return money.Zero(asset)
	}
	out, err := balance.Owed()
	if err != nil {
		b.t.Fatal(err)
	}
	for place, held := range b.now.Now {
		if place.Account.Role() != ledger.BucketRole || place.Asset != asset {
			continue
		}
		kept, err := held.Held()
		if err == nil {
			out, err = out.Sub(kept)
		}
		if err != nil {
			b.t.Fatal(err)
		}
	}
	return out
}

func (b *book) carries() map[string]money.Amount {
	b.t.Helper()
	m := map[string]money.Amount{}
	for _, name := range rewards.PointsPools() {
		account, err := ledger.PoolCarry(gpoint, name)
		if err != nil {
			b.t.Fatal(err)
		}
		m[name] = b.net(account, gpoint)
	}
	return m
}

func explain(t testing.TB, r *rewards.Result, w ledger.Wallet) string {
	t.Helper()
	lines, err := rewards.Explain(r, w)
	if err != nil {
		t.Fatal(err)
	}
	return paper(t, lines)
}

// paper is sentences one a line. Each must be in the catalogue with its parameters.
func paper(t testing.TB, lines []sentence.Sentence) string {
	t.Helper()
	var b strings.Builder
	for _, line := range lines {
		if err := line.Check(); err != nil {
			t.Error(err)
		}
		b.WriteString(line.English() + "\n")
	}
	return b.String()
}

// postings writes a draft's postings one a line in whole units, wallets shortened to their last two digits.
func postings(d ledger.Draft) string {
	short := strings.NewReplacer("0x"+strings.Repeat("00", 19), "")
	var lines []string
	for _, p := range d.Postings {
		lines = append(lines, short.Replace(p.From.String())+" -> "+short.Replace(p.To.String())+" "+p.Amount.String())
	}
	return strings.Join(lines, "\n")
}
