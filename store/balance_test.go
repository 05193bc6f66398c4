package store

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// moves draws transactions between a few accounts of the world outside and a few that hold, at instants of a few days in
// any order, so that most of them are backdated.
func moves(t *rapid.T, first, most int) []ledger.Draft {
	drafts := make([]ledger.Draft, rapid.IntRange(1, most).Draw(t, "transactions"))
	for i := range drafts {
		at := time.Unix(1_711_929_600+rapid.Int64Range(-200_000, 200_000).Draw(t, "second"), 0).UTC()
		drafts[i] = ledger.Draft{Kind: "move", Program: "gpunet", Rule: "1", Effective: at, Booked: noon(rapid.IntRange(0, 9).Draw(t, "booked")),
			Source: ledger.OperatorSource("ops", fmt.Sprintf("m-%d", first+i))}
		for range rapid.IntRange(1, 4).Draw(t, "postings") {
			asset := rapid.SampledFrom([]money.Asset{eth, usdt}).Draw(t, "asset")
			from := ledger.SaleIncome(wallet(rapid.IntRange(1, 3).Draw(t, "from")))
			to := rapid.SampledFrom([]ledger.Account{treasury, ledger.Dust(), ledger.Issuance(point)}).Draw(t, "to")
			amount, _ := money.ParseUnits(asset, strings.TrimLeft(rapid.StringMatching(`[1-9][0-9]{0,60}`).Draw(t, "amount"), "0"))
			drafts[i].Postings = append(drafts[i].Postings, ledger.Posting{From: from, To: to, Amount: amount})
		}
	}
	return drafts
}

// naive is a place's balance at an instant, posting by posting.
func naive(drafts []ledger.Draft, place ledger.Place, before time.Time) money.Balance {
	b := money.NewBalance(place.Asset)
	for _, d := range drafts {
		for _, p := range d.Postings {
			if !d.Effective.Before(before) || p.Amount.Asset() != place.Asset {
				continue
			}
			if p.To == place.Account {
				b, _ = b.Receive(p.Amount)
			}
			if p.From == place.Account {
				b, _ = b.Give(p.Amount)
			}
		}
	}
	return b
}

func TestABalanceAtAnyInstant(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		s, ctx := open(t, dsn), context.Background()
		var booked []ledger.Draft
		rapid.Check(t, func(t *rapid.T) {
			if len(booked) < 400 {
				drafts := moves(t, len(booked), 8)
				if _, err := book(s, drafts...); err != nil {
					t.Fatal(err)
				}
				booked = append(booked, drafts...)
			}
			one := rapid.SampledFrom(booked).Draw(t, "of").Effective
			at := one.Add(time.Duration(rapid.SampledFrom([]int64{-1, 0, 1, 500_000_000, 1_000_000_000, 86_400_000_000_000}).Draw(t, "off")))
			if rapid.Bool().Draw(t, "midnight") {
				at = at.Truncate(24 * time.Hour)
			}
			for _, account := range []ledger.Account{treasury, ledger.Dust(), ledger.SaleIncome(wallet(2)), ledger.SaleIncome(wallet(9))} {
				for _, asset := range []money.Asset{eth, usdt} {
					place := ledger.Place{Account: account, Asset: asset}
					have, err := s.BalanceAt(ctx, place, at)
					if want := naive(booked, place, at); err != nil || have != want {
						t.Fatalf("%s of %s before %s: %s, %v; want %s", asset, account, at, have, err, want)
					}
				}
			}
		})
		verified(t, s)
	})
}

func TestBalancesInOrder(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		s, ctx := open(t, dsn), context.Background()
		_, err := book(s, purchases(0, 50, noon(0))...)
		must(t, err)
		now := map[ledger.Place]money.Balance{}
		var names []string
		for p, err := range s.Balances(ctx, "") {
			must(t, err)
			now[p.Place] = p.Balance
			names = append(names, p.Account.String()+" "+p.Asset.Symbol())
		}
		if !slices.IsSorted(names) || ledger.BalancesRoot(now) != verified(t, s).Balances {
			t.Fatalf("%d balances are out of order or not those of the journal", len(names))
		}
		n := 0
		for p, err := range s.Balances(ctx, "income:sale:") {
			must(t, err)
			n++
			if !strings.HasPrefix(p.Account.String(), "income:sale:") || !p.Balance.Negative() {
				t.Fatalf("%s holds %s", p.Account, p.Balance)
			}
		}
		if n != 50 {
			t.Fatalf("%d buyers", n)
		}
		for p, err := range s.Balances(ctx, "nobody") {
			t.Fatalf("%s is nobody (%v)", p.Account, err)
		}
		for p, err := range s.Balances(ctx, "") { // a reader may stop
			must(t, err)
			if names[0] != p.Account.String()+" "+p.Asset.Symbol() {
				t.Fatalf("they begin with %s", p.Account)
			}
			break
		}
	})
}

// The pages of an account's entries are all its postings, newest first, whatever the size of a page.
func TestEntriesByThePage(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		s, ctx := open(t, dsn), context.Background()
		var booked []ledger.Draft
		rapid.Check(t, func(t *rapid.T) {
			if len(booked) < 200 {
				drafts := moves(t, len(booked), 8)
				if _, err := book(s, drafts...); err != nil {
					t.Fatal(err)
				}
				booked = append(booked, drafts...)
			}
			account := rapid.SampledFrom([]ledger.Account{treasury, ledger.SaleIncome(wallet(1)), ledger.SaleIncome(wallet(9))}).Draw(t, "account")
			want := 0
			for _, d := range booked {
				for _, p := range d.Postings {
					if p.From == account || p.To == account {
						want++
					}
				}
			}
			limit, after := rapid.IntRange(1, 100).Draw(t, "limit"), ""
			var all []engine.Entry
			for {
				page, next, err := s.Entries(ctx, account, after, limit)
				if err != nil || len(page) > limit || next != "" && len(page) != limit {
					t.Fatalf("a page of %d, then %q, %v", len(page), next, err)
				}
				all = append(all, page...)
				if after = next; after == "" {
					break
				}
			}
			if len(all) != want {
				t.Fatalf("%d entries instead of %d", len(all), want)
			}
			for i, e := range all {
				d := booked[e.Sequence-1]
				if d.Postings[e.Line] != e.Posting || !d.Effective.Equal(e.Effective) || d.Kind != e.Kind {
					t.Fatalf("%+v is not line %d of transaction %d", e, e.Line, e.Sequence)
				}
				if i > 0 && (e.Effective.After(all[i-1].Effective) || e.Effective.Equal(all[i-1].Effective) && e.Sequence > all[i-1].Sequence) {
					t.Fatalf("%+v comes after %+v", e, all[i-1])
				}
			}
		})
		for _, after := range []string{"x", "1.2", "1.2.3.4", "01.2.3", "-"} {
			if _, _, err := s.Entries(ctx, treasury, after, 5); err == nil {
				t.Errorf("%q was a place", after)
			}
		}
		if _, _, err := s.Entries(ctx, treasury, "", 0); err == nil {
			t.Error("a page of nothing")
		}
	})
}

// The same random commits give the same books on both databases.
func TestBothDatabasesAgree(t *testing.T) {
	ctx := context.Background()
	stores := make([]*Store, len(databases))
	for i, d := range databases {
		stores[i] = open(t, d.make(t))
	}
	booked := 0
	rapid.Check(t, func(t *rapid.T) {
		drafts := moves(t, max(0, booked-rapid.IntRange(0, 1).Draw(t, "again")*booked), 12)
		var refused error
		for i, s := range stores {
			_, err := book(s, drafts...)
			if i == 0 {
				refused = err
			} else if fmt.Sprint(err) != fmt.Sprint(refused) {
				t.Fatalf("%s says %v, %s says %v", databases[0].name, refused, databases[i].name, err)
			}
		}
		if refused == nil {
			booked += len(drafts)
		}
	})
	var first engine.Verification
	var tiles []ledger.Hash
	for i, s := range stores {
		v := verified(t, s)
		whole, err := s.Tiles(ctx, 0, v.Head.Size()/ledger.TileWidth)
		must(t, err)
		if i == 0 {
			first, tiles = v, whole
			continue
		}
		if fmt.Sprint(v) != fmt.Sprint(first) || !slices.Equal(whole, tiles) {
			t.Fatalf("%v\n%v", first, v)
		}
	}
	if first.Transactions < 100 {
		t.Fatalf("only %d transactions", first.Transactions)
	}
}
