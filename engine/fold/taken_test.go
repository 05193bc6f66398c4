package fold

import (
	"context"
	"iter"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

type noBooks interface{ Balances }

// bucketBooks have a bucket with an amount in it, and nothing else.
type bucketBooks struct {
	noBooks
	place ledger.Place
	has   money.Balance
}

func (b bucketBooks) Balances(context.Context, ledger.Prefix) iter.Seq2[ledger.PlaceBalance, error] {
	return func(yield func(ledger.PlaceBalance, error) bool) {
		yield(ledger.PlaceBalance{Place: b.place, Balance: b.has}, nil)
	}
}

// A bucket never gives more than it has, whatever the reader of the program let through.
func TestABucketCannotGoBelowZero(t *testing.T) {
	t.Parallel()
	gpu := money.MustAsset("GPU", 18)
	amount := func(text string) money.Amount {
		a, err := money.Parse(gpu, text)
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	bucket, err := ledger.Bucket(gpu, "reserve")
	if err != nil {
		t.Fatal(err)
	}
	has, err := money.NewBalance(gpu).Receive(amount("10"))
	if err != nil {
		t.Fatal(err)
	}
	books := bucketBooks{place: ledger.Place{Account: bucket, Asset: gpu}, has: has}
	take := func(texts ...string) error {
		d := ledger.Draft{Effective: time.Unix(1, 0)}
		for i, text := range texts {
			to := ledger.HolderToken(ledger.Wallet{19: byte(i)}, gpu, ledger.Available)
			d.Postings = append(d.Postings, ledger.Posting{From: bucket, To: to, Amount: amount(text)})
		}
		return checkTaken(context.Background(), []ledger.Draft{d}, books)
	}
	if err := take("4", "6"); err != nil {
		t.Error(err)
	}
	err = take("4", "6.000000000000000001")
	if err == nil || !strings.Contains(err.Error(), "the bucket reserve would have -0.000000000000000001 GPU") {
		t.Errorf("%v", err)
	}
}
