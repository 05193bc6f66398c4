package rewards_test

import (
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/rewards"
)

// TestTheSupplyGoesIntoItsBuckets: 35, 25, 15, 10, 10 and 5 per cent of 200,000,000, and nothing stays in issuance.
func TestTheSupplyGoesIntoItsBuckets(t *testing.T) {
	t.Parallel()
	p := load(t, "gpunet")
	d, err := rewards.Allocate(p, rewards.Booking{Program: p.Name, Rule: "1", At: at(t, "2025-01-01T12:00:00Z")})
	if err != nil {
		t.Fatal(err)
	}
	const want = `register:gpu:issuance -> register:gpu:bucket:node_holders 70000000 GPU
register:gpu:issuance -> register:gpu:bucket:reserve 50000000 GPU
register:gpu:issuance -> register:gpu:bucket:foundation 30000000 GPU
register:gpu:issuance -> register:gpu:bucket:team 20000000 GPU
register:gpu:issuance -> register:gpu:bucket:funds 20000000 GPU
register:gpu:issuance -> register:gpu:bucket:liquidity 10000000 GPU`
	if got := postings(d); got != want || d.Source.Key() != "job:allocation:supply" {
		t.Errorf("%s\n%s", d.Source.Key(), got)
	}
}

// TestAnOddSupplyIsAllocatedWhole: what the floors leave is in the last bucket.
func TestAnOddSupplyIsAllocatedWhole(t *testing.T) {
	t.Parallel()
	p := *load(t, "gpunet")
	token := *p.Token
	p.Token = &token
	token.Supply = money.Units(gpu, 101)
	d, err := rewards.Allocate(&p, rewards.Booking{Program: p.Name, Rule: "1", At: at(t, "2025-01-01T12:00:00Z")})
	if err != nil {
		t.Fatal(err)
	}
	sum := money.Zero(gpu)
	for _, posting := range d.Postings {
		sum, _ = sum.Add(posting.Amount)
	}
	// 35, 25, 15, 10, 10, and 5.05 + 0.95
	if last := d.Postings[len(d.Postings)-1].Amount; sum != token.Supply || last != money.Units(gpu, 6) {
		t.Errorf("%s of %s are allocated, %s in the last bucket", sum.Digits(), token.Supply.Digits(), last.Digits())
	}
}

// TestNothingIsGrantedTwice: a grant takes from a named bucket what is left there after what is promised out of it and granted.
func TestNothingIsGrantedTwice(t *testing.T) {
	t.Parallel()
	p := load(t, "gpunet")
	for _, c := range []struct{ bucket, granted, total, refused string }{
		{"funds", "0", "20000000", ""},
		{"funds", "15000000", "5000000", ""},
		{"funds", "0", "300000000", "300000000 GPU are more than the bucket funds has left for grants: 20000000 GPU of 20000000 GPU"},
		{"funds", "15000000", "5000000.000000000000000001", "has left for grants: 5000000 GPU of 20000000 GPU"},
		// Of the node holders' 70,000,000 the drop takes 10 and the emission less than 60 million, all but what its floors leave.
		{"node_holders", "0", "1", "1 GPU are more than the bucket node_holders has left for grants"},
		// Points up to the cap of 2,000,000 become tokens of the foundation's 30,000,000.
		{"foundation", "0", "28000000", ""},
		{"foundation", "0", "28000000.000000000000000001", "has left for grants: 28000000 GPU of 30000000 GPU"},
		{"founders", "0", "1", `"founders" is not one of node_holders, reserve, foundation, team, funds, liquidity`},
	} {
		err := rewards.CheckBucket(p, c.bucket, amount(t, gpu, c.granted), amount(t, gpu, c.total))
		if (err != nil) != (c.refused != "") || err != nil && !strings.Contains(err.Error(), c.refused) {
			t.Errorf("%s of %s: %v", c.total, c.bucket, err)
		}
	}
}

// TestBucketsOfGrants: everything of the holders' bucket is promised to the airdrop and the emission, so no grant can come from it.
func TestBucketsOfGrants(t *testing.T) {
	t.Parallel()
	names, err := rewards.GrantBuckets(load(t, "gpunet"))
	if got := strings.Join(names, " "); err != nil || got != "reserve foundation team funds liquidity" {
		t.Errorf("%s, %v", got, err)
	}
}
